"""The door to Dask: a cluster as an executor, on which derivation files are checked. The extra `symproof[dask]` installs it.

The files must be found under the same path on each worker. A task that hangs is the cluster's to end.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from symproof.errors import SymproofError


class NoDask(SymproofError):
    """Dask is not installed."""


@contextmanager
def dask_executor(address: str) -> Iterator[Executor]:
    """The cluster at an address, tcp://host:port; "local" starts one on this machine, of processes with one thread each,
    and ends it.

    Raises:
        NoDask: Dask is not installed.
    """
    try:
        from distributed import Client
    except ImportError as missing:
        raise NoDask("Dask is not installed; pip install symproof[dask]") from missing
    local = {"processes": True, "threads_per_worker": 1, "dashboard_address": None}
    with Client(**local) if address == "local" else Client(address) as client:
        yield client.get_executor(pure=False)

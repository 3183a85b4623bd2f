"""Terms as keys: what holds of them in one process holds in every other."""

import os
import subprocess
import sys

import pytest

PROGRAM = (
    "from symproof import *; x, y, z = map(real, 'xyz'); n = natural('n'); u, v = vectors('u v');"
    "print(hash(inner(u, v) + sin(x) * n), [*{x, y, z, n}], [*(norm(u) + inner(u, v) + x * y * z).free])"
)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_set_of_terms_has_one_order_in_every_process(seed: str, request: pytest.FixtureRequest) -> None:
    """The order in which letters are tried decides what is found first, and a verdict may not hang on Python's hash seed."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}

    shown = subprocess.check_output([sys.executable, "-c", PROGRAM], env=environment, text=True)

    assert shown == request.config.stash.setdefault(SHOWN, shown)


SHOWN = pytest.StashKey[str]()

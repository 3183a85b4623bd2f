"""The worker process: it answers, it is killed by the clock, and it leaves nothing behind."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from symproof.doors.worker import BOOTSTRAP, Worker, shared_worker

if TYPE_CHECKING:
    from collections.abc import Iterator

LINUX = sys.platform.startswith("linux")
POSIX = os.name == "posix"
# A program that holds a busy worker; it prints the worker's process id first.
BUSY = """
import os, time
from symproof.doors.worker import Worker
with Worker() as worker:
    print(worker.run(os.getpid, (), 30).value, flush=True)
    worker.run(time.sleep, (60,), 60)
"""


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker() as made:
        yield made


def alive(pid: int) -> bool:
    """Whether a process runs (one that ended and waits to be collected does not)."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def gone_soon(pid: int) -> bool:
    """Whether a process ends within five seconds."""
    until = time.monotonic() + 5
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not alive(pid)


def test_a_call_returns_the_value_of_the_function(worker: Worker) -> None:
    outcome = worker.run(math.factorial, (5,), seconds=30)

    assert (outcome.status, outcome.value) == ("done", 120)


def test_calls_share_one_process_that_is_not_this_one(worker: Worker) -> None:
    first, second = (worker.run(os.getpid, (), seconds=30).value for _ in range(2))

    assert first == second != os.getpid()


def test_a_call_that_runs_too_long_is_killed_on_time(worker: Worker) -> None:
    worker.run(os.getpid, (), seconds=30)
    began = time.monotonic()

    outcome = worker.run(time.sleep, (60,), seconds=0.3)

    assert outcome.status == "timeout"
    assert "0.3 s" in outcome.reason
    assert time.monotonic() - began < 3


@pytest.mark.skipif(not LINUX, reason="looks for the process in /proc")
def test_after_a_kill_the_next_call_has_a_new_process(worker: Worker) -> None:
    old = worker.run(os.getpid, (), seconds=30).value
    worker.run(time.sleep, (60,), seconds=0.1)

    new = worker.run(os.getpid, (), seconds=30).value

    assert new != old
    assert not alive(old)


def test_an_error_in_the_function_comes_back_in_words(worker: Worker) -> None:
    outcome = worker.run(math.factorial, (-1,), seconds=30)

    assert outcome.status == "failed"
    assert outcome.reason.startswith("ValueError: factorial()")


def test_a_value_that_cannot_be_sent_is_a_failed_call(worker: Worker) -> None:
    outcome = worker.run(open, (os.devnull,), seconds=30)

    assert outcome.status == "failed"
    assert "pickle" in outcome.reason


def test_a_process_that_ends_itself_is_a_failed_call_and_not_the_last(worker: Worker) -> None:
    outcome = worker.run(os._exit, (3,), seconds=30)

    assert (outcome.status, outcome.reason) == ("failed", "the solver process died (exit status 3)")
    assert worker.run(math.factorial, (3,), seconds=30).value == 6


@pytest.mark.skipif(not POSIX, reason="signals")
def test_a_crash_names_its_signal(worker: Worker) -> None:
    outcome = worker.run(os.abort, (), seconds=30)

    assert outcome.reason == f"the solver process died (signal {int(signal.SIGABRT)})"


@pytest.mark.skipif(not LINUX, reason="memory is bounded on Linux only")
def test_a_call_that_takes_too_much_memory_fails_and_a_smaller_one_does_not(worker: Worker) -> None:
    large = worker.run(bytes, (300 * 2**20,), seconds=30, memory_mb=100)
    small = worker.run(bytes, (2**20,), seconds=30, memory_mb=100)

    assert (large.status, large.reason) == ("failed", "MemoryError: ")
    assert len(small.value) == 2**20


def test_what_a_function_prints_does_not_mix_with_the_answers(worker: Worker) -> None:
    assert worker.run(print, ("noise",), seconds=30).status == "done"
    assert worker.run(math.factorial, (4,), seconds=30).value == 24


def test_a_function_without_an_importable_name_is_refused(worker: Worker) -> None:
    with pytest.raises(ValueError, match="cannot be imported by another process"):
        worker.run(lambda: 1, (), seconds=30)


def test_threads_take_turns(worker: Worker) -> None:
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda n: worker.run(math.factorial, (n,), seconds=30).value, range(20)))

    assert outcomes == [math.factorial(n) for n in range(20)]


def test_a_closed_worker_starts_again() -> None:
    worker = Worker()
    worker.close()

    assert worker.run(math.factorial, (3,), seconds=30).value == 6
    worker.close()


def test_the_shared_worker_is_one() -> None:
    assert shared_worker() is shared_worker()


@pytest.mark.skipif(not LINUX, reason="looks for the process in /proc")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_busy_worker_ends_with_its_parent(ending: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-c", BUSY], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert alive(pid)
        time.sleep(0.1)  # into the second call

        parent.send_signal(ending)
        parent.wait(timeout=10)

    assert gone_soon(pid)


@pytest.mark.skipif(not LINUX, reason="forks")
def test_a_forked_process_uses_a_worker_of_its_own() -> None:
    program = """
import os
from symproof.doors.worker import Worker
worker = Worker()
mine = worker.run(os.getpid, (), 30).value
child = os.fork()
if child == 0:
    print(int(worker.run(os.getpid, (), 30).value != mine), flush=True)
    worker.close()
    os._exit(0)
os.waitpid(child, 0)
print(int(worker.run(os.getpid, (), 30).value == mine), flush=True)
worker.close()
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True)

    assert shown.stdout.split() == ["1", "1"]


@pytest.mark.skipif(not LINUX, reason="forks")
def test_a_worker_forked_ahead_answers_is_killed_by_the_clock_and_ends_with_its_parent() -> None:
    program = """
import os, signal, threading, time
from symproof.doors.worker import Worker
worker = Worker()
worker.fork_ahead()
assert worker.run(os.getppid, (), 30).value == os.getpid()
assert worker.run(time.sleep, (30,), 0.3).status == "timeout"
assert worker.run(len, ("started again",), 30).value == 13
late = Worker()
event = threading.Event()
threading.Thread(target=event.wait).start()
late.fork_ahead()
assert late._process is None  # another thread may hold a lock
event.set()
last = Worker()
last.run(len, ("",), 30)
last.fork_ahead()
print(last.run(os.getpid, (), 30).value, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False
    )

    assert shown.returncode == -signal.SIGKILL, shown.stderr
    assert gone_soon(int(shown.stdout))


def test_the_start_of_the_process_is_none_of_the_time_of_a_call(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine each call killed a process that had not begun, so that none was ever answered."""
    monkeypatch.setattr("symproof.doors.worker.BOOTSTRAP", f"import time; time.sleep(0.8); {BOOTSTRAP}")

    assert worker.run(len, ("a start takes longer",), seconds=0.7).status == "done"

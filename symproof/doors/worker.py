"""A solver process that can be killed: one function, its arguments, and a wall clock.

A solver's own timeout is a wish (z3 issue 7607), so solvers run in a process of their own, which is killed when
the time is over and started again for the next call. It stays alive between calls: a start costs some 60 ms, a
call to a live one half a millisecond. It holds no work of its own, so nothing is lost with it.

The process ends with its parent, however that ends: a thread in it waits for the end of its input. A terminal's
^C does not reach it; the caller's `KeyboardInterrupt` kills it on the way out.

Limits: the function is importable by name, arguments and value can be pickled; calls from several threads take
turns, and the time of each runs from its turn, once the process has started. A process forked from this one starts a
worker of its own.

`fork_ahead` forks it instead, where that is safe: from a process that has one thread yet, and has imported what solvers need.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING, Any, Literal, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

# The child takes over the import path of its parent, so that a tree that is not installed works too.
BOOTSTRAP = (
    "import os, pickle, sys; jobs, sys.stdin = sys.stdin.buffer, None; sys.path[:] = pickle.load(jobs); "
    "from symproof.doors.worker import serve; serve(jobs, os.fdopen(os.dup(1), 'wb'))"
)
Process: TypeAlias = "subprocess.Popen[bytes] | Forked"
Job = tuple[str, str, tuple[Any, ...], int]
Answer = tuple[Literal["done", "failed"], Any]
HELLO = pickle.dumps(("builtins", "len", ((),), 2048))
START = 20.0
"""Seconds by the clock in which a process must have started, whatever a call may take."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call.

    `status` is "done" with the function's `value`; "timeout" when the process was killed by the clock; "failed"
    when the function raised or the process died, with the `reason` in words. `seconds` is wall-clock time.
    """

    status: Literal["done", "timeout", "failed"]
    value: Any = None
    reason: str = ""
    seconds: float = 0.0


class Forked:
    """A process forked from this one that answers jobs, as far as a `Popen` is asked for it."""

    def __init__(self) -> None:
        jobs, to_jobs = os.pipe()
        from_answers, answers = os.pipe()
        self._status: int | None = None
        self._pid = os.fork()
        if self._pid == 0:
            try:
                os.setsid()
                for low, high in ((3, jobs), (jobs + 1, answers), (answers + 1, os.sysconf("SC_OPEN_MAX"))):
                    os.closerange(low, high)  # the ends of pipes that others wait for
                serve(os.fdopen(jobs, "rb"), os.fdopen(answers, "wb"))
            finally:
                os._exit(1)
        os.close(jobs)
        os.close(answers)
        self.stdin: IO[bytes] | None = os.fdopen(to_jobs, "wb")
        self.stdout: IO[bytes] | None = os.fdopen(from_answers, "rb")

    def poll(self) -> int | None:
        """The exit status; None while it runs."""
        return self._wait(os.WNOHANG)

    def wait(self) -> int:
        """The exit status, when it has ended."""
        return self._wait(0) or 0

    def kill(self) -> None:
        """End it."""
        if self.poll() is None:
            os.kill(self._pid, signal.SIGKILL)

    def _wait(self, options: int) -> int | None:
        if self._status is None:
            pid, status = os.waitpid(self._pid, options)
            self._status = os.waitstatus_to_exitcode(status) if pid else None
        return self._status


class Worker:
    """A process that runs one function at a time; a context manager, to be closed by whoever made it.

    >>> import math
    >>> with Worker() as worker:
    ...     worker.run(math.factorial, (5,), seconds=10).value
    120
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: Process | None = None
        self._is_ready = False
        self._owner = os.getpid()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process before it is needed; returns at once. `run` does it where nobody did."""
        with self._lock:
            self._live()

    def fork_ahead(self) -> None:
        """Fork the process before it is needed, where this one has one thread: a lock that another holds is never let go."""
        if hasattr(os, "fork") and threading.active_count() == 1:
            with self._lock:
                self._process = self._process or Forked()

    def run(
        self, function: Callable[..., Any], args: tuple[Any, ...], seconds: float, memory_mb: int = 2048
    ) -> Outcome:
        """`function(*args)` in the process, which is killed after `seconds` of wall-clock time.

        `memory_mb` is what the call may allocate beyond what the process holds already (enforced on Linux).

        Raises:
            ValueError: the function cannot be imported by its name, or an argument cannot be pickled.
        """
        job = pickle.dumps((*_importable(function), args, memory_mb))
        with self._lock:
            process = self._live()
            if not self._is_ready:  # on a busy machine a start takes longer than many calls may
                self._is_ready = self._timed(process, HELLO, START)[0] is not None
            began = time.monotonic()
            outcome, late = self._timed(process, job, seconds)
            spent = time.monotonic() - began
            if late:
                self._end()
                return Outcome("timeout", None, f"killed after {seconds:g} s", spent)
            if outcome is None:
                status = self._end()
                return Outcome("failed", None, f"the solver process died ({status})", spent)
            status_word, value = outcome
            if status_word == "failed":
                return Outcome("failed", None, str(value), spent)
            return Outcome("done", value, "", spent)

    def close(self) -> None:
        """End the process, if there is one. A later `run` starts it again."""
        with self._lock:
            self._end()

    def _timed(self, process: Process, job: bytes, seconds: float) -> tuple[Answer | None, bool]:
        """The answer to a job, and whether the process was killed by the clock."""
        late = threading.Event()
        clock = threading.Timer(seconds, _expire, (process, late))
        clock.daemon = True
        clock.start()
        try:
            return _exchange(process, job), late.is_set()
        except BaseException:  # ^C among them: nothing is left running behind it
            self._end()
            raise
        finally:
            clock.cancel()

    def _live(self) -> Process:
        if self._owner != os.getpid():  # forked: the process belongs to the parent and is left to it
            self._process, self._is_ready, self._owner = None, False, os.getpid()
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", BOOTSTRAP],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,  # ^C at the terminal is for the parent to act on
            )
            _send(self._process, pickle.dumps(sys.path))
        return self._process

    def _end(self) -> str:
        """Kill and forget the process; how it had ended, in words."""
        process, self._process, self._is_ready = self._process, None, False
        if process is None or self._owner != os.getpid():
            return "it was not running"
        process.kill()
        code = process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)
        return f"signal {-code}" if code < 0 else f"exit status {code}"


@cache
def shared_worker() -> Worker:
    """The worker of this Python process, made when first asked for and closed when Python exits.

    The one long-lived object of the module: an engine that has no worker handed to it uses this one.
    """
    worker = Worker()
    atexit.register(worker.close)
    return worker


def run(function: Callable[..., Any], args: tuple[Any, ...], seconds: float, memory_mb: int = 2048) -> Outcome:
    """`function(*args)` in the shared worker; see `Worker.run`."""
    return shared_worker().run(function, args, seconds, memory_mb)


def _importable(function: Callable[..., Any]) -> tuple[str, str]:
    module, name = function.__module__, function.__qualname__
    if module == "__main__" or "<" in name:
        raise ValueError(f"{module}.{name} cannot be imported by another process; move it to the top level of a module")
    return module, name


def _expire(process: Process, late: threading.Event) -> None:
    late.set()
    process.kill()


def _exchange(process: Process, job: bytes) -> Answer | None:
    """The answer to a job; None when the process is gone."""
    if process.stdout is None or not _send(process, job):
        return None
    try:
        answer: Answer = pickle.load(process.stdout)
    except (EOFError, pickle.UnpicklingError):  # closed before or within the answer
        return None
    return answer


def _send(process: Process, message: bytes) -> bool:
    """Whether the process took the message."""
    if process.stdin is None:
        return False
    try:
        process.stdin.write(message)
        process.stdin.flush()
    except BrokenPipeError:
        return False
    return True


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:  # bytes of a message to a killed process
        return


# In the worker process ----------------------------------------------------------------------------


def serve(jobs: IO[bytes], answers: IO[bytes]) -> None:
    """Answer jobs until the input ends. Runs in the worker process."""
    # What a solver prints would break the answers, and its last words would fill the user's terminal.
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    inbox: SimpleQueue[Job] = SimpleQueue()
    threading.Thread(target=_receive, args=(jobs, inbox), daemon=True).start()
    while True:
        answer = _answer(*inbox.get())
        try:
            answers.write(answer)
            answers.flush()
        except BrokenPipeError:
            os._exit(0)


def _receive(jobs: IO[bytes], inbox: SimpleQueue[Job]) -> None:
    """Hand on jobs; leave at once when the parent is gone, even in the middle of a job."""
    try:
        while True:
            inbox.put(pickle.load(jobs))
    except (EOFError, pickle.UnpicklingError):
        os._exit(0)


def _answer(module: str, name: str, args: tuple[Any, ...], memory_mb: int) -> bytes:
    """The pickled `Answer` to a job."""
    try:
        target: Any = import_module(module)
        for part in name.split("."):
            target = getattr(target, part)
        limit_memory(memory_mb)
        return pickle.dumps(("done", target(*args)))
    except Exception as error:
        return pickle.dumps(("failed", f"{type(error).__name__}: {error}"))


def limit_memory(megabytes: int) -> None:
    """Bound the address space to what is mapped now and `megabytes` more; only Linux says what is mapped."""
    if not sys.platform.startswith("linux"):
        return
    import resource  # not on every platform

    with open("/proc/self/statm") as statm:
        mapped = int(statm.read().split()[0]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = mapped + megabytes * 2**20
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

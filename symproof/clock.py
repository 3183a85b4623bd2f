"""Stopping Python code that runs longer than it may, by the timers of the system."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType


class OutOfTime(BaseException):
    """The time is over. Not an `Exception`: no engine that catches those goes on after it."""


def time_limit(
    seconds: float, what: str, error: Callable[[str], BaseException] = OutOfTime
) -> AbstractContextManager[None]:
    """Stop Python code that runs longer by the clock, in the main thread of a system with timers; elsewhere it runs on.

    A loop inside one call of a C library is not stopped: for that the process has to be killed.

    Raises:
        OutOfTime: the time is over; or what `error` makes of the message.
    """
    return _limit(seconds, what, error, "ITIMER_REAL", "SIGALRM", time.monotonic)


def processor_limit(seconds: float, what: str) -> AbstractContextManager[None]:
    """The same by the processor time of this process, which others on the machine do not use up.

    Raises:
        OutOfTime: the time is over.
    """
    return _limit(seconds, what, OutOfTime, "ITIMER_PROF", "SIGPROF", time.process_time)


@contextmanager
def _limit(
    seconds: float, what: str, error: Callable[[str], BaseException], timer: str, bell: str, now: Callable[[], float]
) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    which, number = getattr(signal, timer), getattr(signal, bell)

    stops: list[BaseException] = []

    def stop(_: int, frame: FrameType | None) -> None:
        stops.append(error(f"{what} did not end within {seconds:g} s"))
        raise stops[-1]

    def unraisable(lost: sys.UnraisableHookArgs) -> None:
        if lost.exc_value not in stops:  # one that rang while the collector ran is lost there, and rings again
            shown(lost)

    shown, sys.unraisablehook = sys.unraisablehook, unraisable
    before = signal.signal(number, stop)
    began = now()
    # Rings every second from then on: an author's `except Exception` may swallow the first.
    left, every = signal.setitimer(which, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(which, 0)
        signal.signal(number, before)
        sys.unraisablehook = shown
        if left:  # somebody else's timer was running
            signal.setitimer(which, max(left - (now() - began), 1e-6), every)

"""Stopping Python code that runs longer than it may, by a timer of the system."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType


class OutOfTime(BaseException):
    """The time is over. Not an `Exception`: no engine that catches those goes on after it."""


@contextmanager
def time_limit(seconds: float, what: str, error: Callable[[str], BaseException] = OutOfTime) -> Iterator[None]:
    """Stop Python code that runs longer, in the main thread of a system with timers; elsewhere it runs on.

    A loop inside one call of a C library is not stopped: for that the process has to be killed.

    Raises:
        OutOfTime: the time is over; or what `error` makes of the message.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise error(f"{what} did not end within {seconds:g} s")

    before = signal.signal(signal.SIGALRM, stop)
    began = time.monotonic()
    # Rings every second from then on: an author's `except Exception` may swallow the first.
    left, every = signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if left:  # somebody else's timer was running
            signal.setitimer(signal.ITIMER_REAL, max(left - (time.monotonic() - began), 1e-6), every)

"""Stopping Python code that runs longer than it may, by the timers of the system."""

from __future__ import annotations

import signal
import sys
import threading
import time
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


MOMENT, MOST_PUT_OFF = 0.001, 3


class OutOfTime(BaseException):
    """The time is over. Not an `Exception`: no engine that catches those goes on after it."""


class PartOutOfTime(OutOfTime):
    """The time of a part is over, and the whole goes on."""


def time_limit(
    seconds: float, what: str, error: Callable[[str], BaseException] = OutOfTime
) -> AbstractContextManager[None]:
    """Stop Python code that runs longer by the clock, in the main thread of a system with timers; elsewhere it runs on.

    A loop inside one call of a C library is not stopped: for that the process has to be killed.

    Raises:
        OutOfTime: the time is over; or what `error` makes of the message.
    """
    return _Limit(seconds, what, error, "ITIMER_REAL", "SIGALRM", time.monotonic)


def processor_limit(seconds: float, what: str) -> AbstractContextManager[None]:
    """The same by the processor time of this process, which others on the machine do not use up.

    Raises:
        OutOfTime: the time is over.
    """
    return _Limit(seconds, what, OutOfTime, "ITIMER_PROF", "SIGPROF", time.process_time)


def part_limit(seconds: float, what: str) -> AbstractContextManager[None]:
    """The same for a part of what has a limit of its own.

    Raises:
        PartOutOfTime: the time of the part is over.
    """
    return _Limit(seconds, what, PartOutOfTime, "ITIMER_PROF", "SIGPROF", time.process_time)


class _Limit(AbstractContextManager[None]):
    """One limit. What rings while it is entered or left is not heard: raised there, it would leave the timer running, to ring in
    what comes after. In the first moment of `__exit__` Python says that the frame around the block is running, so that what rings
    in that frame is put off for a moment, a few times: by then the block has been left, or runs on."""

    def __init__(
        self,
        seconds: float,
        what: str,
        error: Callable[[str], BaseException],
        timer: str,
        bell: str,
        now: Callable[[], float],
    ) -> None:
        self.seconds, self.what, self.error, self.now = seconds, what, error, now
        self.works = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
        self.timer: Any = getattr(signal, timer, None)
        self.bell: Any = getattr(signal, bell, None)
        self.stop: BaseException | None = None
        self.is_heard = False
        self.owner: FrameType | None = None
        self.put_off = 0

    def __enter__(self) -> None:
        if not self.works:
            return
        self.owner = sys._getframe(1)
        self.shown, sys.unraisablehook = sys.unraisablehook, self._unraisable
        self.before = signal.signal(self.bell, self._ring)
        self.began = self.now()
        # Rings every second from then on: an author's `except Exception` may swallow the first.
        self.left, self.every = signal.setitimer(self.timer, self.seconds, 1.0)
        self.is_heard = True

    def __exit__(self, *_: object) -> None:
        self.is_heard = False
        if not self.works:
            return
        signal.setitimer(self.timer, 0)
        signal.signal(self.bell, self.before)
        sys.unraisablehook = self.shown
        self.stop = self.owner = None
        if self.left:  # somebody else's timer was running
            signal.setitimer(self.timer, max(self.left - (self.now() - self.began), 1e-6), self.every)

    def _ring(self, _: int, frame: FrameType | None) -> None:
        if not self.is_heard or (frame is not None and frame.f_code is _Limit.__exit__.__code__):
            return
        if frame is self.owner and self.put_off < MOST_PUT_OFF:
            self.put_off += 1
            signal.setitimer(self.timer, MOMENT, 1.0)
            return
        self.stop = self.error(f"{self.what} did not end within {self.seconds:g} s")
        raise self.stop

    def _unraisable(self, lost: sys.UnraisableHookArgs) -> None:
        if lost.exc_value is not self.stop:  # one that rang while the collector ran is lost there, and rings again
            self.shown(lost)

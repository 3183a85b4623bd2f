"""How long a search may take: in processor time, so that a busy machine comes to the same verdict as a quiet one.

What other processes are waited for costs no processor time here; so the clock on the wall is a second bound, wide
enough not to cut a search short because of its neighbours.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

PROCESSORS = os.cpu_count() or 1  # asking the system takes as long as many a proof
PATIENCE = 5.0
"""Seconds by the clock for each second of processor time, on a machine that others do not crowd."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment, by this process's processor time and by the clock; it is over when either of the two is."""

    processor: float
    clock: float

    @classmethod
    def now(cls) -> Deadline:
        """The present moment."""
        return cls(time.process_time(), time.monotonic())

    def after(self, seconds: float) -> Deadline:
        """The moment that is `seconds` of processor time later."""
        return Deadline(self.processor + seconds, self.clock + patience() * seconds)

    def within(self, seconds: float, patience: float = PATIENCE) -> Deadline:
        """The moment `seconds` from now, where this one does not come before: for a part of a search.

        A part that waits for another process takes less `patience`; more, up to the usual, where many processes share the
        machine, as what is waited for comes as much later.
        """
        patience = max(patience, min(PATIENCE, patience * crowd()))
        return Deadline(
            min(self.processor, time.process_time() + seconds), min(self.clock, time.monotonic() + patience * seconds)
        )

    def left(self) -> float:
        """The seconds that are left; negative when it is over."""
        return min(self.processor - time.process_time(), self.clock - time.monotonic())

    def clock_left(self) -> float:
        """The seconds that are left by the clock, for a wait that costs no processor time here."""
        return self.clock - time.monotonic()

    def over(self) -> bool:
        """Whether the time is over.

        >>> Deadline.now().after(5).over()
        False
        """
        return self.left() < 0


def crowd() -> float:
    """How many processes there are for each processor; at least 1."""
    try:
        return max(1.0, os.getloadavg()[0] / PROCESSORS)
    except (OSError, AttributeError):  # a system that does not tell
        return 1.0


def patience() -> float:
    """Seconds by the clock for each second of processor time: the more, the more processes share the machine."""
    return PATIENCE * crowd()


def within(deadline: Deadline, seconds: float) -> Deadline:
    """The earlier of a moment and the one that is `seconds` of processor time from now."""
    return min(deadline, Deadline.now().after(seconds), key=Deadline.left)

"""A search's time is its own: what the neighbours of the process do does not count, up to a bound."""

from __future__ import annotations

import sys
import time

import pytest

from symproof.clock import time_limit
from symproof.engines import deadline
from symproof.engines.deadline import PATIENCE, Deadline


class Clocks:
    """Two clocks that move when they are told to."""

    processor = clock = 100.0

    def process_time(self) -> float:
        return self.processor

    def monotonic(self) -> float:
        return self.clock


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    clocks = Clocks()
    monkeypatch.setattr(deadline, "time", clocks)
    monkeypatch.setattr(deadline, "crowd", lambda: 1.0)
    return clocks


def test_waiting_for_the_processor_does_not_count(clocks: Clocks) -> None:
    end = Deadline.now().after(2)
    clocks.clock += 2 * PATIENCE - 1

    assert not end.over()


def test_work_counts(clocks: Clocks) -> None:
    end = Deadline.now().after(2)
    clocks.processor += 3

    assert end.over()


def test_waiting_for_another_process_ends(clocks: Clocks) -> None:
    end = Deadline.now().after(2)
    clocks.clock += 2 * PATIENCE + 1

    assert end.over()


def test_where_many_share_the_machine_the_clock_has_more_time(clocks: Clocks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "crowd", lambda: 3.0)
    end = Deadline.now().after(2)
    clocks.clock += 2 * PATIENCE + 1
    assert not end.over()

    clocks.clock += 4 * PATIENCE
    assert end.over()


def test_a_limit_that_rings_while_something_is_freed_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow:
        def __del__(self) -> None:
            end = time.monotonic() + 0.1
            while time.monotonic() < end:
                pass

    shown: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", shown.append)
    with time_limit(0.03, "the test"):
        Slow()

    assert shown == []
    assert sys.unraisablehook == shown.append


def test_what_is_waited_for_has_more_time_on_a_busy_machine(clocks: Clocks, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Deadline.now().after(10)
    monkeypatch.setattr(deadline, "crowd", lambda: 1.0)
    assert whole.within(1, 1.5).clock_left() == 1.5

    monkeypatch.setattr(deadline, "crowd", lambda: 2.0)
    assert whole.within(1, 1.5).clock_left() == 3

    monkeypatch.setattr(deadline, "crowd", lambda: 100.0)
    assert whole.within(1, 1.5).clock_left() == PATIENCE

"""A search's time is its own: what the neighbours of the process do does not count, up to a bound."""

from __future__ import annotations

import sys
import time

import pytest

from symproof import real
from symproof.clock import time_limit
from symproof.engines import deadline, portfolio, stages
from symproof.engines.deadline import PATIENCE, Deadline
from symproof.engines.search import Search
from symproof.statement import Relation, Statement
from symproof.trusted.facts import Facts


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


def test_an_engine_that_forgets_the_time_leaves_theirs_to_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def forgets(search: Search, facts: Facts, goal: Relation) -> None:
        nonlocal asked
        asked += 1
        while True:
            pass

    monkeypatch.setattr(portfolio, "STAGES", ((("", forgets),), *stages.STAGES))
    x, y = real("x"), real("y")
    began = time.process_time()
    verdict = portfolio.settle(Statement((), x**2 + y**2 >= 2 * x * y), budget=1.0)

    assert verdict.status == "proved"
    assert asked == 1
    assert time.process_time() - began < 2


def test_a_search_that_forgets_the_time_ends_about_then(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgets(search: Search, facts: Facts, goal: Relation) -> None:
        while True:
            pass

    monkeypatch.setattr(portfolio, "STAGES", tuple((("", forgets),) for _ in stages.STAGES))
    x, y = real("x"), real("y")
    began = time.process_time()
    verdict = portfolio.settle(Statement((), x**4 + y**2 >= x**2 * y), budget=1.0, advise=False)

    assert verdict.status != "refuted"
    assert time.process_time() - began < 5

"""What was tried in vain on a statement is not tried again; where anything is other that counts, it is."""

from __future__ import annotations

from typing import Any

import pytest

from symproof import real
from symproof import statement as st
from symproof.engines import portfolio
from symproof.engines.deadline import Deadline
from symproof.engines.search import Search
from symproof.engines.vain import Vain
from symproof.trusted.facts import Facts
from tests.kernel_says import settled

x = real("x")
CLAIM, OTHER = x > 0, x > 1


class Counted:
    """An engine that finds nothing; it may ask for something else first."""

    def __init__(self, asks: st.Prop | None = None) -> None:
        self.calls, self.asks = 0, asks

    def __call__(self, search: Search, facts: Facts, goal: Any) -> None:
        self.calls += goal == CLAIM
        if self.asks is not None and goal == CLAIM:
            search.prove(facts, self.asks)


def searched(vain: Vain, facts: Facts, *engines: Counted, **named: Any) -> Search:
    search = Search(Deadline.now().after(10), [("", engine) for engine in engines], vain=vain, **named)
    assert search.prove(facts, CLAIM) is None
    return search


def test_an_engine_by_itself_is_asked_once_by_all_stages() -> None:
    vain, facts, one, other = Vain(), Facts(), Counted(), Counted()

    searched(vain, facts, one)
    search = searched(vain, facts, one, other)

    assert (one.calls, other.calls) == (1, 1)
    assert search.left == [CLAIM]


@pytest.mark.parametrize(
    ("facts", "named"),
    [(Facts([x < 5]), {}), (None, {"opposed": True}), (None, {"inductions": 1}), (None, {"depth": -1})],
)
def test_with_other_facts_and_in_another_state_it_is_asked_again(facts: Facts | None, named: dict[str, Any]) -> None:
    vain, known, one = Vain(), Facts(), Counted()

    searched(vain, known, one)
    searched(vain, known if facts is None else facts, one, **named)

    assert one.calls == 2


def test_an_engine_that_asks_is_asked_again_by_a_search_with_other_engines_and_not_by_the_same() -> None:
    vain, facts, one, other = Vain(), Facts(), Counted(asks=OTHER), Counted()

    searched(vain, facts, one)
    again = searched(vain, facts, one)

    assert one.calls == 1
    assert again.left == [OTHER, CLAIM]
    searched(vain, facts, one, other)
    assert one.calls == 2


def test_what_had_no_time_is_tried_again() -> None:
    vain, facts, one = Vain(), Facts(), Counted()
    late = Search(Deadline.now().after(-1), [("", one)], vain=vain)

    assert late._by_engines(facts, CLAIM) is None  # type: ignore[arg-type]
    searched(vain, facts, one)

    assert one.calls == 2


def test_a_point_that_is_seen_between_two_engines_ends_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    never = Counted()
    monkeypatch.setattr(portfolio, "STAGES", ((("", never),),))
    monkeypatch.setattr(portfolio, "SOON", -1.0)

    assert settled(CLAIM).status == "refuted"
    assert never.calls == 0

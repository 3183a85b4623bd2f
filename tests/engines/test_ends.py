"""Ranges that are one longer: the claim at the new end and the fact for the others prove it, and nothing less does."""

from __future__ import annotations

import pytest

from symproof import Prop, and_, each, eq, implies, induction, natural, prove, sequence
from tests.kernel_says import settled

n, k, j = natural("n"), natural("k"), natural("j")
c = sequence("c")


def zeros(low: object, high: object) -> Prop:
    """All members between two places are zero."""
    return each(j, eq(c[j], 0), low, high)  # type: ignore[arg-type]  # as terms or numbers


def zeros_below(high: object) -> Prop:
    """The same, as far as n."""
    return each(j, implies(j <= n, eq(c[j], 0)), 1, high)  # type: ignore[arg-type]


RIGHT: list[tuple[str, Prop, list[Prop]]] = [
    ("the last place", zeros(1, k + 1), [zeros(1, k), eq(c[k + 1], 0)]),
    ("the first place", zeros(0, k), [zeros(1, k), eq(c[0], 0)]),
    ("no place at all", zeros(k + 1, k), []),
    ("under a premise", zeros_below(k + 1), [zeros_below(k), implies(k + 1 <= n, eq(c[k + 1], 0))]),
]
WRONG: list[tuple[str, Prop, list[Prop]]] = [
    ("one place", zeros(k, k), []),
    ("nothing of the last place", zeros(1, k + 1), [zeros(1, k)]),
    ("another place", zeros(1, k + 1), [zeros(1, k), eq(c[k], 0)]),
    ("two longer", zeros(1, k + 2), [zeros(1, k), eq(c[k + 2], 0)]),
    ("both ends", zeros(0, k + 1), [zeros(1, k), eq(c[k + 1], 0)]),
    ("under another premise", zeros_below(k + 1), [zeros_below(k), implies(k + 2 <= n, eq(c[k + 1], 0))]),
]


@pytest.mark.parametrize(("claim", "given"), [row[1:] for row in RIGHT], ids=[row[0] for row in RIGHT])
def test_a_range_with_its_end(claim: Prop, given: list[Prop]) -> None:
    assert prove(claim, given=given).trusts == frozenset()


@pytest.mark.parametrize(("claim", "given"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_range_without_its_end(claim: Prop, given: list[Prop]) -> None:
    assert settled(claim, given=given, budget=0.5).status != "proved"


def test_an_induction_over_the_length_of_a_range() -> None:
    one_more = each(k, implies(zeros(1, k), eq(c[k + 1], 0)))

    assert prove(zeros(1, k), given=[one_more], by=induction(k)).status == "proved"
    later = each(k, implies(and_(zeros(1, k), k >= 1), eq(c[k + 1], 0)))
    assert prove(zeros(1, k), given=[later], by=induction(k), budget=0.5).status != "proved"


def test_a_premise_that_follows_by_linear_arithmetic() -> None:
    rule = implies(k + 1 <= n, eq(c[k + 1], 0))

    assert prove(eq(c[j], 0), given=[rule, eq(j, k + 1), j <= n]).status == "proved"
    assert settled(eq(c[j], 0), given=[rule, eq(j, k + 1), j <= n + 1], budget=0.5).status != "proved"

"""Sums of powers of several numbers modulo another, as "there is" and as remainders."""

from __future__ import annotations

import pytest

from symproof import eq, exists, floor, integer, natural
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

a, b, c, n = integer("a"), integer("b"), integer("c"), natural("n")

PAIRS: list[tuple[Prop, Prop]] = [
    (exists(a, eq(3**n + 7**n - 2, 8 * a)), exists(a, eq(3**n + 7**n - 2, 16 * a))),
    (eq((3**n + 7**n - 2) % 8, 0), eq((3**n + 7**n - 1) % 8, 0)),
    (eq((8**n - 3**n) % 5, 0), eq((8**n - 2**n) % 5, 0)),
    (eq((2**n - 5**n) % 3, 0), eq((2**n + 5**n) % 3, 0)),
]
PARTS: list[tuple[Prop, Prop]] = [
    (eq(b - c - 1, 3 * a), eq(floor((b - c - 1) / 3), a)),
    (eq(b - 2 * c + 1, 5 * a), eq(floor((b - 2 * c + 3) / 5), a)),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS, ids=str)
def test_a_sum_of_powers_has_one_remainder(right: Prop, wrong: Prop) -> None:
    accepts(settled(right))
    assert settled(wrong, budget=2).status == "refuted"


@pytest.mark.parametrize(("given", "claim"), PARTS, ids=str)
def test_the_whole_part_of_what_is_divided(given: Prop, claim: Prop) -> None:
    """Between integers a != b is told apart before the integers are, of which there is no end."""
    accepts(settled(claim, (given,)))


def test_the_whole_part_of_a_little_more_is_another() -> None:
    assert settled(eq(floor((b - 2 * c + 6) / 5), a), (eq(b - 2 * c + 1, 5 * a),), budget=2).status == "refuted"

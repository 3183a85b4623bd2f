"""Implications and equivalences between relations that may lack a value: they compare where the sides hold."""

from __future__ import annotations

import pytest

from symproof import and_, eq, exp, iff, implies, log, ne, not_, or_, prove, real, sqrt
from symproof import statement as st
from symproof.trusted.certificate import Evident, Parts, Suppose, Valued
from tests.kernel_says import rejected, settled

x, y = real("x"), real("y")

RIGHT: list[st.Prop] = [
    iff(eq(sqrt(x), 3), eq(x, 9)),
    iff(eq(sqrt(x + 6), x), eq(x, 3)),
    iff(1 / x > 1, and_(x > 0, x < 1)),
    iff(eq(x / (x - 1), 2), eq(x, 2)),
    iff(eq(x / x, 1), ne(x, 0)),
    iff(eq((x**2 - 1) / (x - 1), 3), eq(x, 2)),
    iff(eq(1 / x, 1 / y), and_(ne(x, 0), eq(x, y))),
    iff(sqrt(x) < 2, and_(x >= 0, x < 4)),
    iff(eq(log(x), 2), eq(x, exp(2))),
    iff(log(x) < 2, and_(x > 0, x < exp(2))),
    iff(eq(2**x, 8), eq(x, 3)),
    iff(eq(log(2 * x + 1), 0), eq(x, 0)),
    iff(eq(log(x) + log(x - 1), log(6)), eq(x, 3)),
    iff(eq(log(x + 1) / log(2), 3), eq(x, 7)),
    implies(eq(2 ** (x + 1), 16), eq(x + 1, 4)),
    implies(2 ** (2 * x + 1) <= 32, 2 * x + 1 <= 5),
    implies(eq(x**2 / x, 0), eq(x, 0)),
    implies(eq(1 / x, 1), ne(x, 0)),
    iff(2 / x <= 2 / y, 1 / x <= 1 / y),
]
WRONG: list[tuple[st.Prop, str]] = [
    (iff(eq(sqrt(x + 6), x), or_(eq(x, 3), eq(x, -2))), "x = -2"),  # an invented root
    (iff(eq(x**2, 9), eq(x, 3)), "x = -3"),  # a lost one
    (iff(eq(x / (x - 1), 1 / (x - 1)), eq(x, 1)), "x = 1"),  # no root: there the left side has no value
    (iff(eq(sqrt(x) ** 2, 9), or_(eq(x, 9), eq(x, -9))), "x = -9"),
    (iff(1 / x > 1, x < 1), "x = 0"),
    (iff(eq(x / x, 1), eq(x, x)), "x = 0"),
    (iff(sqrt(x) < 2, x < 4), "x = -1"),
    (iff(log(x) < 2, x < exp(2)), "x = 0"),
    (iff(eq(2**x, 8), eq(x, 4)), "x = 3"),
    (implies(eq(1 / x, 1), eq(x, 2)), "x = 1"),
    (implies(eq(2 ** (x + 1), 16), eq(x + 1, 5)), "x = 3"),
]


@pytest.mark.parametrize("claim", RIGHT, ids=str)
def test_sides_that_hold_at_the_same_points_are_equivalent(claim: st.Prop) -> None:
    assert prove(claim).status == "proved"


@pytest.mark.parametrize(("claim", "point"), WRONG, ids=str)
def test_a_point_where_one_side_holds_alone_refutes(claim: st.Prop, point: str) -> None:
    verdict = settled(claim)

    assert verdict.status == "refuted"
    assert str(verdict.point) == point


def test_a_conclusion_without_a_value_is_not_proved() -> None:
    assert settled(implies(eq(x, 0), eq(x**2 / x, 0))).status == "unknown"


def test_what_is_denied_has_a_value() -> None:
    """not (1/x = 1 iff x <= 0) holds where one side is true and the other false: not at 0, where it has no value."""
    assert prove(ne(x, 0), given=[not_(iff(eq(1 / x, 1), x <= 0))], budget=1).status == "proved"
    assert settled(x > 0, given=[not_(iff(eq(1 / x, 1), x <= 0))]).status == "refuted"
    assert settled(not_(iff(eq(1 / x, 1), eq(x, 1))), given=[eq(x, 0)]).status == "refuted"


def test_an_implication_as_a_hypothesis_says_nothing_where_its_premise_has_no_value() -> None:
    assert settled(ne(x, 0), given=[implies(eq(1 / x, 1), eq(x, 1))]).status == "refuted"
    assert prove(ne(x, 1), given=[implies(eq(1 / x, 1), eq(x, 2))]).status == "proved"


def test_the_kernel_asks_a_value_of_the_conclusion_and_none_of_the_premise() -> None:
    both = Parts((Suppose(Evident()), Suppose(Evident())))

    assert not rejected(iff(eq(x / x, 1), ne(x, 0)), Parts((Suppose(Valued(0, Evident())), Suppose(Evident()))))
    assert rejected(iff(eq(x / x, 1), eq(x, x)), both)
    assert rejected(implies(eq(x, 0), eq(x / x, 1)), Suppose(Evident()))
    assert not rejected(implies(eq(x / x, 1), eq(x, x)), Suppose(Evident()))


def test_advice_is_no_condition_under_which_the_premise_never_holds() -> None:
    verdict = prove(iff(eq(x / (x - 1), 1 / (x - 1)), eq(x, 1)))

    assert "It is proved under: x <= 0" not in verdict.reason

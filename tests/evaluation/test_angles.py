"""Points that give the sine and the cosine of an angle."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from symproof import cos, each, eq, ne, positive, rational, real, sin, sqrt, total
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.evaluation.evaluate import NotAFailure
from symproof.kernel import confirm
from symproof.point import Point, Value
from symproof.statement import Prop, Statement
from symproof.symbols import index
from symproof.verdict import Refuted
from symproof.writers.statements import latex_point
from tests.kernel_says import settled

x, y, p, k = real("x"), real("y"), positive("p"), index("k")
S, C = sin(x), cos(x)
HERE: dict[tm.Term, Value] = {S: Fraction(3, 5), C: Fraction(4, 5)}
ON_THE_AXIS: dict[tm.Term, Value] = {S: Fraction(0), C: Fraction(1)}

FALSE: list[tuple[Prop, tuple[Prop, ...]]] = [
    (3 * S + 4 * C < 5, ()),
    (5 * S - 12 * C > -13, ()),
    (S + 2 * C < sqrt(5), ()),
    (ne(3 * S + 4 * C, 5), ()),
    (2 * S + 3 * C <= rational("36/10"), ()),
    (3 * S + 4 * C + cos(y) < 6, ()),
    (eq(S, rational("3/5")), (eq(C, rational("4/5")),)),
    ((3 * S + 4 * C) * p < 5 * p, ()),
]
TRUE: list[tuple[Prop, tuple[Prop, ...]]] = [
    (3 * S + 4 * C <= 5, ()),
    (ne(3 * S + 4 * C, 6), ()),
    (3 * S + 4 * C < 5, (x >= 0, x <= rational("1/2"))),
    (eq(S, rational("3/5")), (eq(C, rational("4/5")), S >= 0)),
]
NO_FAILURE: list[tuple[Prop, tuple[Prop, ...], Mapping[tm.Term, Value]]] = [
    (3 * S + 4 * C <= 5, (), HERE),
    (3 * S + 4 * C < 5, (), {S: Fraction(3, 5)}),  # one of both
    (3 * S + 4 * C < 5, (), {S: Fraction(3, 5), C: Fraction(4, 5), x: Fraction(0)}),
    (3 * S + 4 * C <= 5, (), {S: Fraction(1), C: Fraction(1)}),  # on no circle
    (3 * S + 4 * C <= 5, (), {S: Fraction(2), C: sqrt(-3)}),
    (C <= 1, (), {S: sqrt(-1), C: sqrt(2)}),
    (S <= 1, (), {S: sqrt(2), C: 1 / (1 / sqrt(-1))}),
    (S <= 1, (), {S: Fraction(2), C: y}),
    (S <= 1, (), {S: Fraction(2), C: cos(2)}),
    (S <= x, (x > 1,), HERE),  # the angle itself
    (S < rational("3/5"), (x <= 0,), HERE),
    (S + sin(2 * x) < 0, (), HERE),
    (sin(p) <= rational("1/2"), (), {sin(p): Fraction(3, 5), cos(p): Fraction(4, 5)}),  # which may be no number > 0
    (sin(2 * x) <= rational("1/2"), (), {sin(2 * x): Fraction(3, 5), cos(2 * x): Fraction(4, 5)}),
    (each(x, S < rational("3/5")), (), HERE),
    (S + total(sin(k), k, 1, 1) < 0, (), {sin(k): Fraction(3, 5), cos(k): Fraction(4, 5)}),
    (S < rational("3/5"), (C < rational("4/5"),), HERE),
    (1 / S < 0, (), ON_THE_AXIS),  # no value
    (S < 0, (1 / S > 0,), ON_THE_AXIS),
]


@pytest.mark.parametrize(("claim", "given"), FALSE)
def test_a_false_claim_about_an_angle_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert settled(claim, given, budget=2).status == "refuted"


@pytest.mark.parametrize(("claim", "given"), TRUE)
def test_a_neighbour_that_holds_is_proved(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert settled(claim, given).status == "proved"


@pytest.mark.parametrize(("claim", "given", "values"), NO_FAILURE)
def test_a_point_that_shows_nothing_is_not_believed(
    claim: Prop, given: tuple[Prop, ...], values: Mapping[tm.Term, Value]
) -> None:
    with pytest.raises((NotAFailure, SymproofError)):
        confirm(Statement(given, claim), Point(values))


def test_the_point_names_sine_and_cosine() -> None:
    found = confirm(Statement((), 3 * S + 4 * C < 5), Point(HERE))
    assert isinstance(found, Refuted)
    assert "at sin(x) = 3/5, cos(x) = 4/5" in repr(found)
    assert latex_point(found.point or Point({})) == (r"\sin(x) = 3/5", r"\cos(x) = 4/5")

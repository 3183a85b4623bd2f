"""Inequalities between elementary functions: by tangents, and by what belongs together (exp(x/2)**2 is exp(x))."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import cos, eq, exp, log, ne, pi, positive, prove, rational, real, sin, sqrt
from symproof import statement as st
from tests.kernel_says import settled

x, y, t = real("x"), real("y"), real("t")
a, b = positive("a"), positive("b")

RIGHT: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (exp((x + y) / 2) <= (exp(x) + exp(y)) / 2, ()),
    (exp(x) + 1 >= 2 * exp(x / 2), ()),
    (exp(t * x + (1 - t) * y) <= t * exp(x) + (1 - t) * exp(y), (t >= 0, t <= 1)),
    (log((a + b) / 2) >= (log(a) + log(b)) / 2, ()),
    (exp(x / 3) * exp(y / 3) * exp(t / 3) <= (exp(x) + exp(y) + exp(t)) / 3, ()),
    (3 * a ** Fraction(1, 3) <= a + 2, ()),
    ((sin(x) + cos(x)) ** 2 <= 2, ()),
    (sin(x) + cos(x) <= sqrt(2), ()),
    (3 * sin(x) + 4 * cos(x) <= 5, ()),
    (sin(x) * cos(x) <= rational("1/2"), ()),
    (1 / sin(x) + 1 / cos(x) >= 2 * sqrt(2), (x > 0, x < pi / 2)),
    (sin(x) ** 3 / cos(x) + cos(x) ** 3 / sin(x) >= 1, (sin(x) > 0, cos(x) > 0)),
    (log(a) <= 2 * (sqrt(a) - 1), ()),
    (eq(log(a) + log(b), log(3)), (eq(a * b, 3),)),
    (eq(log(a) - 2 * log(b), 0), (eq(a, b**2),)),
]
WRONG: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (exp((x + y) / 2) >= (exp(x) + exp(y)) / 2, ()),
    (exp(x) + 1 >= 3 * exp(x / 2), ()),
    (exp(t * x + (1 - t) * y) <= t * exp(x) + (1 - t) * exp(y), (t >= 0, t <= 2)),
    (log((a + b) / 2) <= (log(a) + log(b)) / 2, ()),
    (exp(x / 3) * exp(y / 3) * exp(t / 3) <= (exp(x) + exp(y)) / 3, ()),
    (3 * a ** Fraction(1, 3) <= a + 1, ()),
    ((sin(x) + cos(x)) ** 2 <= 1, ()),
    (sin(x) + cos(x) <= sqrt(rational("3/2")), ()),
    (3 * sin(x) + 4 * cos(x) <= 4, ()),
    (sin(x) * cos(x) <= rational("1/3"), ()),
    (1 / sin(x) + 1 / cos(x) >= 2 * sqrt(2), (x > 0, x < pi, ne(cos(x), 0))),
    (sin(x) ** 3 / cos(x) + cos(x) ** 3 / sin(x) >= 1, (sin(x) > 0, cos(x) < 0)),
    (log(a) <= sqrt(a) - 1, ()),
    (eq(log(a) + log(b), log(4)), (eq(a * b, 3),)),
    (eq(log(a) + log(b), 0), (a * b >= 1,)),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_the_right_one_is_proved_by_the_kernel_alone(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    verdict = prove(claim, given=given, budget=20)

    assert verdict.status == "proved"
    assert not verdict.trusts


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=str)
def test_its_neighbour_is_refuted(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given=given).status == "refuted"

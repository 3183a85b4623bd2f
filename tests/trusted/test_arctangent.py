"""The inverse of the tangent, and by it those of sine and cosine: what kernel and re-checker prove, and what they must not."""

from __future__ import annotations

from fractions import Fraction

import flint
import pytest
from hypothesis import given as given_by
from hypothesis import strategies as some

from symproof import Prop, arctan, cos, derivative, eq, index, natural, ne, pi, real, sin, sqrt, total
from symproof.functions import BY_OTHERS
from symproof.recheck.enclose import Evaluation
from symproof.term import scalar
from symproof.trusted.certificate import Evident, Law
from tests.kernel_says import accepts, both_reject, settled

x, y = real("x"), real("y")
half, two = scalar(Fraction(1, 2)), scalar(2)
arcsin, arccos, tan = (BY_OTHERS[name] for name in ("arcsin", "arccos", "tan"))

TOGETHER = (x + y) / (1 - x * y)
ADDED = eq(arctan(x) + arctan(y), arctan(TOGETHER))
ADDED_BEYOND = eq(arctan(x) + arctan(y), arctan(TOGETHER) + pi)
n, k = natural("n"), index("k")
PROVED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(arctan(scalar(1)), pi / 4), ()),
    (eq(arctan(scalar(0)), 0), ()),
    (eq(arctan(-x), -arctan(x)), ()),
    (eq(arctan(sqrt(3)), pi / 3), ()),
    (eq(arctan(2 - sqrt(3)), pi / 12), ()),
    (eq(arctan(-sqrt(3)), -pi / 3), ()),
    (eq(sin(arctan(x)), x / sqrt(1 + x**2)), ()),
    (eq(cos(2 * arctan(x)), (1 - x**2) / (1 + x**2)), ()),
    (eq(tan(arctan(x)), x), ()),
    (eq(arctan(x) + arctan(1 / x), pi / 2), (x > 0,)),
    (eq(derivative(arctan(x), x), 1 / (1 + x**2)), ()),
    (ADDED, (x * y < 1,)),
    (ADDED_BEYOND, (x * y > 1, x > 0)),
    (eq(4 * arctan(two / 10) - arctan(two / 478), pi / 4), ()),
    (eq(arctan(scalar(1)) + arctan(two) + arctan(scalar(3)), pi), ()),
    (eq(total(arctan(1 / (k**2 + k + 1)), k, 0, n), arctan(n + 1)), ()),
    (arctan(x) < pi / 2, ()),
    (arctan(x) > -pi / 2, ()),
    (arctan(x) < arctan(y), (x < y,)),
    (arctan(x) <= x, (x >= 0,)),
    (eq(x, 0), (eq(arctan(x), 0),)),
    (arctan(two) < Fraction("1.10715"), ()),
    (eq(arcsin(half), pi / 6), ()),
    (eq(arcsin(scalar(-1)), -pi / 2), ()),
    (eq(arccos(half), pi / 3), ()),
    (eq(sin(arcsin(x)), x), (x <= 1, x >= -1)),
    (eq(cos(arcsin(x)), sqrt(1 - x**2)), (x <= 1, x >= -1)),
    (eq(derivative(arcsin(x), x), 1 / sqrt(1 - x**2)), (x < 1, x > -1)),
]
NOT_PROVED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(arctan(scalar(1)), pi / 3), ()),
    (eq(arctan(-x), arctan(x)), ()),
    (ADDED, (x > 0, y > 0)),
    (ADDED, (ne(x * y, 1),)),
    (ADDED_BEYOND, (x * y > 1,)),
    (eq(4 * arctan(two / 10) + arctan(two / 478), pi / 4), ()),
    (eq(arctan(scalar(1)) + arctan(two) + arctan(scalar(3)), 0), ()),
    (eq(total(arctan(1 / (k**2 + k + 1)), k, 0, n), arctan(n)), ()),
    (eq(arctan(sqrt(3)), pi / 6), ()),
    (eq(arctan(sqrt(3)), pi / 3 + pi), ()),
    (eq(sin(arctan(x)), 1 / sqrt(1 + x**2)), ()),
    (eq(cos(2 * arctan(x)), 2 * x / (1 + x**2)), ()),
    (eq(arctan(tan(x)), x), ()),
    (eq(arctan(x) + arctan(1 / x), pi / 2), ()),
    (eq(derivative(arctan(x), x), 1 / (1 - x**2)), ()),
    (arctan(x) < Fraction("1.57"), ()),
    (arctan(x) <= x, ()),
    (arctan(x) < x, (x >= 0,)),
    (arctan(x) < arctan(y), (x <= y,)),
    (arctan(two) < Fraction("1.10714"), ()),
    (eq(arcsin(half), 5 * pi / 6), ()),
    (eq(sin(arcsin(x)), x), ()),
    (eq(arcsin(sin(x)), x), ()),
    (eq(derivative(arcsin(x), x), 1 / sqrt(1 - x**2)), (x <= 1, x >= -1)),
]


@pytest.mark.parametrize(("claim", "given"), PROVED, ids=str)
def test_kernel_and_rechecker_agree_on_a_proof(claim: Prop, given: tuple[Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), NOT_PROVED, ids=str)
def test_a_neighbour_is_not_proved(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert settled(claim, given, budget=0.5).status != "proved"


@pytest.mark.parametrize(
    ("goal", "given", "name", "values"),
    [
        (eq(arctan(x), y / 2), (y < pi, eq(sin(y), x * (1 + cos(y)))), "arctan_of_half", (x, y)),
        (eq(arctan(x), y / 2), (y > -pi, eq(sin(y), x * (1 + cos(y)))), "arctan_of_half", (x, y)),
        (eq(arctan(x), y / 2), (y > -pi, y <= pi, eq(sin(y), x * (1 + cos(y)))), "arctan_of_half", (x, y)),
        (eq(arctan(x), y / 2), (y > -pi, y < pi), "arctan_of_half", (x, y)),
        (arctan(x) <= x, (), "arctan_below_tangent", (x,)),
        (ADDED, (x * y <= 1,), "arctan_of_sum", (x, y)),
        (ADDED, (x > 0, y > 0), "arctan_of_sum", (x, y)),
        (ADDED, (x * y > 1, x > 0), "arctan_of_sum", (x, y)),
        (ADDED_BEYOND, (x * y > 1,), "arctan_of_large_sum", (x, y)),
        (ADDED_BEYOND, (x * y >= 1, x > 0), "arctan_of_large_sum", (x, y)),
        (ADDED_BEYOND, (x * y < 1, x > 0), "arctan_of_large_sum", (x, y)),
        (arctan(x) < x, (x >= 0,), "arctan_strictly_below_tangent", (x,)),
    ],
)
def test_a_law_asks_for_all_that_it_needs(goal: Prop, given: tuple[Prop, ...], name: str, values: tuple) -> None:  # type: ignore[type-arg]
    assert both_reject(goal, Law(name, values, Evident()), given)


def test_the_law_of_the_half_angle() -> None:
    given = (y > -pi, y < pi, eq(sin(y), x * (1 + cos(y))))

    assert not both_reject(eq(arctan(x), y / 2), Law("arctan_of_half", (x, y), Evident()), given)


def test_the_laws_of_sums() -> None:
    assert not both_reject(ADDED, Law("arctan_of_sum", (x, y), Evident()), (x * y < 1,))
    assert not both_reject(ADDED_BEYOND, Law("arctan_of_large_sum", (x, y), Evident()), (x > 0, x * y > 1))


@given_by(at=some.fractions(-50, 50, max_denominator=1000), bits=some.integers(20, 200))
def test_the_enclosure_of_the_rechecker_is_around_the_value(at: Fraction, bits: int) -> None:
    found = Evaluation(bits).elementary("arctan", [at])
    if isinstance(found, Fraction):
        assert found == at == 0
        return
    with flint.ctx.workprec(400):
        exact = (flint.arb(at.numerator) / at.denominator).atan()
        low, high = (flint.arb(end.numerator) / end.denominator for end in (found.low, found.high))
        assert low < exact < high
    assert found.high - found.low < Fraction(1, 1 << (bits - 8))

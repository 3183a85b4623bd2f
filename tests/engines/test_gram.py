"""Sums of squares over Q: what is found adds up exactly; what is no sum of squares is not found."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symproof.engines.polynomials.gram import decompose

if TYPE_CHECKING:
    from symproof.engines.polynomials.gram import Decomposition

Poly = dict[tuple[int, ...], Fraction]


def poly(**terms: int) -> Poly:
    """A polynomial in two letters: x2y1=3 stands for 3 x**2 y."""
    return {(int(name[1]), int(name[3])): Fraction(c) for name, c in terms.items()}


def times(left: Poly, right: Poly) -> Poly:
    """The product."""
    product: Poly = {}
    for p, c in left.items():
        for q, d in right.items():
            powers = tuple(a + b for a, b in zip(p, q, strict=True))
            product[powers] = product.get(powers, Fraction(0)) + c * d
    return {powers: c for powers, c in product.items() if c}


def added(*polys: Poly) -> Poly:
    """The sum."""
    total: Poly = {}
    for each in polys:
        for powers, c in each.items():
            total[powers] = total.get(powers, Fraction(0)) + c
    return {powers: c for powers, c in total.items() if c}


def value_of(found: Decomposition, generators: list[Poly], equations: list[Poly]) -> Poly:
    """What the squares and the cofactors add up to; every weight is positive."""
    assert all(square.weight > 0 for square in found.squares)
    parts = [
        times({(0, 0): square.weight}, times(generators[square.generator], times(dict(square.base), dict(square.base))))
        for square in found.squares
    ]
    parts += [times(dict(c), equation) for c, equation in zip(found.cofactors, equations, strict=True)]
    return added(*parts)


ONE = poly(x0y0=1)
SUMS = {
    "a square": poly(x2y0=1, x1y1=-2, x0y2=1),
    "no zero": poly(x4y0=1, x2y2=1, x0y2=1, x1y1=-1, x0y0=1),
    "zeros that are no rationals": poly(x4y0=1, x2y0=-4, x0y0=4, x0y2=1),
    "a zero inside": poly(x4y0=1, x0y4=1, x1y1=-4, x0y0=2),
}
NO_SUMS = {
    "motzkin": poly(x4y2=1, x2y4=1, x2y2=-3, x0y0=1),
    "negative at 0": poly(x2y0=1, x0y0=-1),
    "odd": poly(x3y0=1, x0y0=1),
    "a zero moved": poly(x4y0=100, x0y4=100, x1y1=-400, x0y0=199),
}


@pytest.mark.parametrize("name", SUMS)
def test_a_sum_of_squares_is_found(name: str) -> None:
    found = decompose(SUMS[name], [ONE], seconds=10)

    assert found is not None
    assert value_of(found, [ONE], []) == SUMS[name]


@pytest.mark.parametrize("name", NO_SUMS)
def test_what_is_no_sum_of_squares_is_not_found(name: str) -> None:
    assert decompose(NO_SUMS[name], [ONE], seconds=10) is None


def test_motzkin_times_its_denominator_is_one() -> None:
    target = times(NO_SUMS["motzkin"], poly(x2y0=1, x0y2=1, x0y0=1))

    found = decompose(target, [ONE], seconds=10)

    assert found is not None
    assert value_of(found, [ONE], []) == target


def test_on_a_half_plane_and_on_a_curve() -> None:
    half_plane, circle = poly(x1y0=1), poly(x2y0=1, x0y2=1, x0y0=-1)
    cubic, sum_of_both = poly(x3y0=1, x1y0=-2, x2y0=0, x0y0=2), poly(x1y0=-1, x0y1=-1, x0y0=2)
    cubic = {powers: c for powers, c in cubic.items() if c}

    above = decompose(cubic, [ONE, half_plane], seconds=10)
    on = decompose(sum_of_both, [ONE], [circle], degree=2, seconds=10)

    assert above is not None
    assert value_of(above, [ONE, half_plane], []) == cubic
    assert on is not None
    assert value_of(on, [ONE], [circle]) == sum_of_both


BASES = st.dictionaries(
    st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(lambda powers: sum(powers) <= 2),
    st.integers(-3, 3).filter(bool).map(Fraction),
    min_size=1,
    max_size=4,
)


@given(st.lists(BASES, min_size=1, max_size=4))
def test_what_is_found_adds_up(bases: list[Poly]) -> None:
    target = added(*(times(base, base) for base in bases))

    found = decompose(target, [ONE], seconds=10)

    assert found is None or value_of(found, [ONE], []) == target

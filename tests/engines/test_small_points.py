"""A polynomial that is negative at a small point is no sum of squares; what holds is not taken for it."""

from __future__ import annotations

from fractions import Fraction

from symproof.engines.polynomials.small_points import Frozen, Known, fails_somewhere, small_zeros

X_SQUARE_LESS_ONE: Frozen = (((2,), Fraction(1)), ((0,), Fraction(-1)))
X_LESS_TWO: Frozen = (((1,), Fraction(1)), ((0,), Fraction(-2)))


def known(constraints: tuple[Frozen, ...] = (), equations: tuple[Frozen, ...] = ()) -> Known:
    return Known((False,), constraints, equations, of_forms=False)


def test_a_small_point_refutes() -> None:
    assert fails_somewhere(known(), X_SQUARE_LESS_ONE)
    assert not fails_somewhere(known(), (((2,), Fraction(1)), ((1,), Fraction(-2)), ((0,), Fraction(1))))


def test_only_points_at_which_what_is_known_holds_count() -> None:
    assert not fails_somewhere(known(constraints=(X_LESS_TWO,)), X_SQUARE_LESS_ONE)
    assert not fails_somewhere(known(equations=(X_LESS_TWO,)), X_SQUARE_LESS_ONE)
    assert small_zeros(known(), X_SQUARE_LESS_ONE) == ((Fraction(1),), (Fraction(-1),))
    assert small_zeros(known(constraints=(((((1,), Fraction(1)),)),)), X_SQUARE_LESS_ONE) == ((Fraction(1),),)


def test_a_coordinate_is_looked_at_between_its_bounds() -> None:
    """3/4 <= x <= 7/8: no small number is there, and x - 1 is negative; 1 - x is not."""
    bounds: tuple[Frozen, ...] = (
        (((1,), Fraction(1)), ((0,), Fraction(-3, 4))),
        (((1,), Fraction(-2)), ((0,), Fraction(7, 4))),
    )
    below_one: Frozen = (((1,), Fraction(-1)), ((0,), Fraction(1)))

    assert fails_somewhere(known(bounds), (((1,), Fraction(1)), ((0,), Fraction(-1))))
    assert not fails_somewhere(known(bounds), below_one)

"""A polynomial that is negative at a small point is no sum of squares; what holds is not taken for it."""

from __future__ import annotations

from fractions import Fraction

from symproof.engines.polynomials.sos import Frozen, Known, _fails_somewhere, _zeros

X_SQUARE_LESS_ONE: Frozen = (((2,), Fraction(1)), ((0,), Fraction(-1)))
X_LESS_TWO: Frozen = (((1,), Fraction(1)), ((0,), Fraction(-2)))


def known(constraints: tuple[Frozen, ...] = (), equations: tuple[Frozen, ...] = ()) -> Known:
    return Known((False,), constraints, equations, of_forms=False)


def test_a_small_point_refutes() -> None:
    assert _fails_somewhere(known(), X_SQUARE_LESS_ONE)
    assert not _fails_somewhere(known(), (((2,), Fraction(1)), ((1,), Fraction(-2)), ((0,), Fraction(1))))


def test_only_points_at_which_what_is_known_holds_count() -> None:
    assert not _fails_somewhere(known(constraints=(X_LESS_TWO,)), X_SQUARE_LESS_ONE)
    assert not _fails_somewhere(known(equations=(X_LESS_TWO,)), X_SQUARE_LESS_ONE)
    assert _zeros(known(), X_SQUARE_LESS_ONE) == ((Fraction(1),), (Fraction(-1),))
    assert _zeros(known(constraints=(((((1,), Fraction(1)),)),)), X_SQUARE_LESS_ONE) == ((Fraction(1),),)

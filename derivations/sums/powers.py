r"""Sums of powers, in SymPy's own objects.

The claims hold for every n; where n is 0 the sum is empty, and 0.
"""

import sympy
from sympy import Eq, Sum

from symproof import derivation

k, n = sympy.symbols("k n", integer=True, nonnegative=True)


@derivation
def numbers() -> Eq:
    """The first n numbers."""
    return Eq(Sum(k, (k, 1, n)), n * (n + 1) / 2)


@derivation
def squares() -> Eq:
    """Their squares."""
    return Eq(Sum(k**2, (k, 1, n)), n * (n + 1) * (2 * n + 1) / 6)


@derivation
def cubes() -> Eq:
    """Their cubes add up to the square of their sum."""
    return Eq(Sum(k**3, (k, 1, n)), (n * (n + 1) / 2) ** 2)


@derivation
def odd_numbers() -> Eq:
    """The first n odd numbers make a square."""
    return Eq(Sum(2 * k - 1, (k, 1, n)), n**2)


@derivation(expect="refuted")
def odd_numbers_from_zero() -> Eq:
    """From k = 0 on it is a different sum."""
    return Eq(Sum(2 * k - 1, (k, 0, n)), n**2)

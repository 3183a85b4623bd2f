r"""Sums of binomial coefficients, in SymPy's own objects."""

import sympy
from sympy import Eq, Sum, binomial

from symproof import derivation

k, m, n = sympy.symbols("k m n", integer=True, nonnegative=True)


@derivation
def pascal() -> Eq:
    """Pascal's rule."""
    return Eq(binomial(n + 1, k + 1), binomial(n, k) + binomial(n, k + 1))


@derivation
def subsets() -> Eq:
    """All subsets of n things, counted by their size."""
    return Eq(Sum(binomial(n, k), (k, 0, n)), 2**n)


@derivation
def sizes() -> Eq:
    """Their sizes, all together: each thing is in half of them."""
    return Eq(2 * Sum(k * binomial(n, k), (k, 0, n)), n * 2**n)


@derivation(given=[n >= 1])
def even_and_odd() -> Eq:
    """There are as many of even as of odd size, once there is anything to choose from."""
    return Eq(Sum((-1) ** k * binomial(n, k), (k, 0, n)), 0)


@derivation(expect="refuted")
def even_and_odd_of_nothing() -> Eq:
    """Of no things there is one subset, and its size is even."""
    return Eq(Sum((-1) ** k * binomial(n, k), (k, 0, n)), 0)


@derivation
def hockey_stick() -> Eq:
    """A column of Pascal's triangle adds up to a number in the next."""
    return Eq(Sum(binomial(m + k, m), (k, 0, n)), binomial(m + n + 1, m + 1))


@derivation
def squares() -> Eq:
    """The squares add up to the number in the middle."""
    return Eq(Sum(binomial(n, k) ** 2, (k, 0, n)), binomial(2 * n, n))

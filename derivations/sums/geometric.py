r"""Geometric sums, in SymPy's own objects.

They hold for every n, 0 included; an empty sum is 0, which SymPy itself does not keep to.
"""

import sympy
from sympy import Eq, Le, Sum

from symproof import derivation

k, n = sympy.symbols("k n", integer=True, nonnegative=True)
q = sympy.Symbol("q", real=True)


@derivation(given=[sympy.Ne(q, 1)])
def geometric_sum() -> Eq:
    """The geometric sum."""
    return Eq(Sum(q**k, (k, 0, n)), (q ** (n + 1) - 1) / (q - 1))


@derivation
def without_a_denominator() -> Eq:
    """Without a denominator it needs no hypothesis."""
    return Eq((q - 1) * Sum(q**k, (k, 0, n)), q ** (n + 1) - 1)


@derivation(given=[q >= 0, q < 1])
def bounded() -> Le:
    """For 0 <= q < 1 all of them stay below one number."""
    return Le(Sum(q**k, (k, 0, n)), 1 / (1 - q))


@derivation
def powers_of_two() -> Eq:
    """Powers of two add up to one less than the next."""
    return Eq(Sum(2**k, (k, 0, n)), 2 ** (n + 1) - 1)


@derivation(expect="refuted")
def powers_of_two_to_the_next() -> Eq:
    """One less, as the empty sum shows already."""
    return Eq(Sum(2**k, (k, 0, n)), 2 ** (n + 1))


@derivation
def weighted_powers_of_two() -> Eq:
    """Weighted by their exponents."""
    return Eq(Sum(k * 2**k, (k, 1, n)), (n - 1) * 2 ** (n + 1) + 2)


@derivation
def growth() -> sympy.Lt:
    """A power of two is larger than its exponent, by induction."""
    return sympy.Lt(n, 2**n)

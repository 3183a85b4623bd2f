r"""Sums that telescope, in SymPy's own objects.

A difference of neighbours leaves the two ends; the art is to see the difference.
"""

import sympy
from sympy import Eq, IndexedBase, Sum, log

from symproof import Chain, calc, derivation, telescope

k, n = sympy.symbols("k n", integer=True, nonnegative=True)
a, b = IndexedBase("a"), IndexedBase("b")


@derivation
def differences() -> Eq:
    """The first term and the one after the last are left."""
    return Eq(Sum(a[k] - a[k + 1], (k, 1, n)), a[1] - a[n + 1])


@derivation(expect="refuted")
def last_index() -> Eq:
    """Not the last one itself."""
    return Eq(Sum(a[k] - a[k + 1], (k, 1, n)), a[1] - a[n])


@derivation
def partial_fractions() -> Chain:
    """Partial fractions, and what is left of them."""
    return (
        calc(Sum(1 / (k * (k + 1)), (k, 1, n)))
        .eq(Sum(1 / k - 1 / (k + 1), (k, 1, n)), note="partial fractions")
        .eq(1 - 1 / (n + 1), by=telescope)
        .eq(n / (n + 1))
    )


@derivation
def logarithms() -> Eq:
    """A product of quotients, written as a sum of logarithms."""
    return Eq(Sum(log(1 + 1 / k), (k, 1, n)), log(n + 1))


@derivation
def second_differences() -> Eq:
    """Second differences leave two first ones."""
    return Eq(Sum(a[k + 2] - 2 * a[k + 1] + a[k], (k, 0, n)), (a[n + 2] - a[n + 1]) - (a[1] - a[0]))


@derivation
def by_parts() -> Eq:
    """Summation by parts (Abel): the difference moves from one factor to the other."""
    ends = a[n + 1] * b[n + 1] - a[0] * b[0]
    return Eq(Sum(a[k] * (b[k + 1] - b[k]), (k, 0, n)), ends - Sum(b[k + 1] * (a[k + 1] - a[k]), (k, 0, n)))

r"""Coins and dice, in SymPy's own objects."""

import sympy
from sympy import Eq, Le, Rational, Sum

from symproof import Chain, calc, derivation

p = sympy.Symbol("p", real=True)
n = sympy.Symbol("n", integer=True, positive=True)
k = sympy.Symbol("k", integer=True, nonnegative=True)


@derivation
def variance_of_a_coin() -> Eq:
    """A coin that shows 1 with probability p: its variance."""
    return Eq((1 - p) * (0 - p) ** 2 + p * (1 - p) ** 2, p * (1 - p))


@derivation
def fair_coin_varies_most() -> Chain:
    """It is largest for a fair coin."""
    return calc(p * (1 - p)).eq(Rational(1, 4) - (p - Rational(1, 2)) ** 2).le(Rational(1, 4))


@derivation
def mean_of_a_die() -> Eq:
    """A die with n faces shows (n + 1)/2 on average ..."""
    return Eq(Sum(k / n, (k, 1, n)), (n + 1) / 2)


@derivation
def variance_of_a_die() -> Eq:
    """... with this variance: 35/12 for the usual one."""
    return Eq(Sum((k - (n + 1) / 2) ** 2 / n, (k, 1, n)), (n**2 - 1) / 12)


@derivation(given=[p > 0, p < 1])
def one_success_in_n() -> Le:
    """The chance of a success in n trials is at most n p."""
    return Le(1 - (1 - p) ** n, n * p)

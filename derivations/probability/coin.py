r"""A coin."""

import sympy
from sympy import Sum

from symproof import Chain, calc, derivation

p, q, x, y = sympy.symbols("p q x y", real=True)
n = sympy.Symbol("n", integer=True, positive=True)
k = sympy.Symbol("k", integer=True, nonnegative=True)


@derivation
def variance() -> Chain:
    return calc((1 - p) * (0 - p) ** 2 + p * (1 - p) ** 2).eq(p * (1 - p))


@derivation
def quarter() -> Chain:
    return calc(p * (1 - p)).eq(sympy.Rational(1, 4) - (p - sympy.Rational(1, 2)) ** 2).le(sympy.Rational(1, 4))


@derivation
def dice() -> Chain:
    return calc(Sum(k / n, (k, 1, n))).eq((n + 1) / 2)


@derivation
def dice_var() -> Chain:
    return calc(Sum((k - (n + 1) / 2) ** 2 / n, (k, 1, n))).eq((n**2 - 1) / 12)


@derivation(given=[p > 0, p < 1])
def union() -> Chain:
    return calc(1 - (1 - p) ** n).le(n * p)

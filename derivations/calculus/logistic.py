r"""The logistic function and its loss, in SymPy's own objects."""

import sympy
from sympy import Derivative, Eq, exp, log

from symproof import derivation

x, y, z = sympy.symbols("x y z", real=True)


def sigma(z):
    return 1 / (1 + exp(-z))


@derivation
def slope() -> Eq:
    """Its derivative, by itself."""
    return Eq(Derivative(sigma(z), z), sigma(z) * (1 - sigma(z)))


@derivation
def cross_entropy() -> Eq:
    """The loss."""
    return Eq(Derivative(-y * log(sigma(z)) - (1 - y) * log(1 - sigma(z)), z), sigma(z) - y)


@derivation
def softplus() -> Eq:
    return Eq(-log(sigma(z)), log(1 + exp(-z)))


@derivation
def two_classes() -> Eq:
    return Eq(exp(x) / (exp(x) + exp(y)), sigma(x - y))


@derivation
def swish() -> Eq:
    return Eq(Derivative(z * sigma(z), z), sigma(z) + z * sigma(z) * (1 - sigma(z)))


@derivation
def between() -> sympy.And:
    return (0 < sigma(z)) & (sigma(z) < 1)


@derivation
def curvature() -> sympy.Le:
    return sympy.Le(Derivative(sigma(z), z), sympy.Rational(1, 4))


@derivation
def convex() -> sympy.Ge:
    return sympy.Ge(Derivative(log(1 + exp(-z)), z, 2), 0)


th = (exp(z) - exp(-z)) / (exp(z) + exp(-z))


@derivation
def tanh() -> Eq:
    return Eq(Derivative(th, z), 1 - th**2)


@derivation
def tanh_sig() -> Eq:
    return Eq(th, 2 * sigma(2 * z) - 1)

r"""Classical inequalities, in SymPy's own objects.

Letters, terms and relations are SymPy's; what is new is the decorator, and the chain for those who want to see steps.
"""

import sympy
from sympy import Eq, Ge, Implies, Rational, sqrt

from symproof import Chain, calc, derivation

x, y, z, u, v = sympy.symbols("x y z u v", real=True)
a, b, c = sympy.symbols("a b c", positive=True)
n = sympy.Symbol("n", integer=True, nonnegative=True)


@derivation
def squares_and_products() -> Chain:
    """Three squares are at least the three products."""
    return calc(x**2 + y**2 + z**2 - x * y - y * z - z * x).eq(((x - y) ** 2 + (y - z) ** 2 + (z - x) ** 2) / 2).ge(0)


@derivation
def number_and_inverse() -> Chain:
    """A positive number and its inverse add up to at least 2."""
    return calc(a + 1 / a).eq(2 + (a - 1) ** 2 / a).ge(2)


@derivation
def two_fractions() -> Chain:
    """Squares over positive numbers (Sedrakyan): what is lost when two fractions are added the wrong way."""
    return calc(x**2 / a + y**2 / b - (x + y) ** 2 / (a + b)).eq((b * x - a * y) ** 2 / (a * b * (a + b))).ge(0)


@derivation
def nesbitt() -> Ge:
    """Nesbitt's inequality."""
    return Ge(a / (b + c) + b / (c + a) + c / (a + b), Rational(3, 2))


@derivation
def rearrangement() -> Implies:
    """Large with large and small with small gives the larger sum."""
    return Implies((x <= y) & (u <= v), x * v + y * u <= x * u + y * v)


@derivation(given=[x >= -1])
def bernoulli() -> Ge:
    """Bernoulli's inequality, by an induction that the tool finds."""
    return Ge((1 + x) ** n, 1 + n * x)


@derivation(expect="refuted")
def bernoulli_without_its_hypothesis() -> Ge:
    """Below -1 it fails, and not at once: the exponent must be odd and at least 3."""
    return Ge((1 + x) ** n, 1 + n * x)


@derivation
def young() -> Chain:
    """A product is at most two squares, and the weight is free (Young)."""
    return calc(x * y).le(a * x**2 / 2 + y**2 / (2 * a))


@derivation(expect="refuted")
def root_of_a_square() -> Eq:
    """The root of a square is not the number itself ..."""
    return Eq(sqrt(x**2), x)


@derivation
def absolute_value() -> Eq:
    """... but its absolute value."""
    return Eq(sqrt(x**2), abs(x), evaluate=False)

r"""Classical inequalities, in SymPy's own objects.

Letters, terms and relations are SymPy's; what is new is the decorator and the chain.
"""

import sympy

from symproof import Chain, calc, derivation

x, y, z = sympy.symbols("x y z", real=True)
a, b, c = sympy.symbols("a b c", positive=True)
n = sympy.Symbol("n", integer=True, nonnegative=True)


@derivation
def squares_and_products() -> Chain:
    """The sum of three squares is at least the sum of the products."""
    return calc(x**2 + y**2 + z**2 - x * y - y * z - z * x).eq(((x - y) ** 2 + (y - z) ** 2 + (z - x) ** 2) / 2).ge(0)


@derivation
def nesbitt() -> sympy.Ge:
    """Nesbitt's inequality."""
    return sympy.Ge(a / (b + c) + b / (c + a) + c / (a + b), sympy.Rational(3, 2))


@derivation
def two_fractions() -> Chain:
    """Two fractions with squares above the line (Titu, Engel)."""
    return calc(x**2 / a + y**2 / b - (x + y) ** 2 / (a + b)).eq((b * x - a * y) ** 2 / (a * b * (a + b))).ge(0)


@derivation
def rearrangement() -> sympy.Implies:
    """Two increasing pairs: the products in order are the larger ones."""
    u, v = sympy.symbols("u v", real=True)
    return sympy.Implies((x <= y) & (u <= v), x * v + y * u <= x * u + y * v)


@derivation(given=[x >= -1])
def bernoulli() -> sympy.Ge:
    """Bernoulli's inequality, by induction."""
    return sympy.Ge((1 + x) ** n, 1 + n * x)


@derivation
def young() -> Chain:
    """Young's inequality with a weight."""
    return calc(x * y).le(a * x**2 / 2 + y**2 / (2 * a))


@derivation(expect="refuted")
def root_of_a_square() -> sympy.Eq:
    """The root of a square is no inverse of the square: for x < 0 it is -x."""
    return sympy.Eq(sympy.sqrt(x**2), x)


@derivation
def absolute_value() -> sympy.Eq:
    """It is the absolute value."""
    return sympy.Eq(sympy.sqrt(x**2), abs(x), evaluate=False)

r"""Means, from the harmonic to the quadratic, in SymPy's own objects.

Each inequality is a sum of squares in disguise, and the chain shows which.
"""

import sympy
from sympy import IndexedBase, Sum, sqrt

from symproof import Chain, calc, derivation

a, b, c, d = sympy.symbols("a b c d", nonnegative=True)
p, q = sympy.symbols("p q", positive=True)
x, y, z = sympy.symbols("x y z", real=True)
k, n = sympy.symbols("k n", integer=True, positive=True)
X = IndexedBase("x")


@derivation
def two_numbers() -> Chain:
    """Arithmetic and geometric mean: the gap is half the square of the difference of the roots."""
    return calc((a + b) / 2 - sqrt(a * b)).eq((sqrt(a) - sqrt(b)) ** 2 / 2).ge(0, note="a square is not negative")


@derivation
def three_numbers() -> Chain:
    """The same for three numbers, which are written as cubes."""
    squares = (a - b) ** 2 + (b - c) ** 2 + (c - a) ** 2
    return calc(a**3 + b**3 + c**3 - 3 * a * b * c).eq((a + b + c) / 2 * squares).ge(0)


@derivation
def four_numbers() -> Chain:
    """For four numbers it is the inequality for two, used three times."""
    return (
        calc(a**4 + b**4 + c**4 + d**4)
        .ge(2 * a**2 * b**2 + 2 * c**2 * d**2, note="two and two")
        .ge(4 * a * b * c * d, note="and their products")
    )


@derivation(expect="refuted")
def without_signs() -> sympy.Ge:
    """For numbers of any sign the mean of three cubes need not be above the product."""
    return sympy.Ge((x**3 + y**3 + z**3) / 3, x * y * z)


@derivation
def harmonic_mean() -> Chain:
    """The harmonic mean is at most the geometric mean."""
    return calc(2 / (1 / p + 1 / q)).eq(2 * p * q / (p + q)).le(sqrt(p * q))


@derivation
def quadratic_mean() -> sympy.Le:
    """The square of the mean of n numbers is at most the mean of their squares."""
    return sympy.Le((Sum(X[k], (k, 1, n)) / n) ** 2, Sum(X[k] ** 2, (k, 1, n)) / n)

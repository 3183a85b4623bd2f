r"""Identities between polynomials and fractions, in SymPy's own objects."""

import sympy
from sympy import Eq, Ge, Ne, sqrt

from symproof import Chain, calc, derivation

a, b, c, d, x, y = sympy.symbols("a b c d x y", real=True)


@derivation
def two_squares() -> Eq:
    """A product of two sums of two squares is one again (Brahmagupta)."""
    return Eq((a**2 + b**2) * (c**2 + d**2), (a * c - b * d) ** 2 + (a * d + b * c) ** 2)


@derivation(expect="refuted")
def two_squares_with_one_sign() -> Eq:
    """The signs of the two must differ."""
    return Eq((a**2 + b**2) * (c**2 + d**2), (a * c + b * d) ** 2 + (a * d + b * c) ** 2)


@derivation
def sophie_germain() -> Eq:
    """A sum of fourth powers that factors (Sophie Germain)."""
    return Eq(a**4 + 4 * b**4, (a**2 + 2 * b**2 + 2 * a * b) * (a**2 + 2 * b**2 - 2 * a * b))


@derivation(given=[Ne(a, 0)])
def complete_the_square() -> Eq:
    """A quadratic with its square completed."""
    return Eq(a * x**2 + b * x + c, a * (x + b / (2 * a)) ** 2 + (4 * a * c - b**2) / (4 * a))


@derivation(given=[Ne(a, 0), b**2 - 4 * a * c >= 0])
def quadratic_formula() -> Eq:
    """So it is a product, and these are its zeros."""
    root = sqrt(b**2 - 4 * a * c)
    return Eq(a * x**2 + b * x + c, a * (x - (-b + root) / (2 * a)) * (x - (-b - root) / (2 * a)))


@derivation(given=[x >= y])
def larger_of_two() -> Eq:
    """The larger of two numbers, from their sum and their distance."""
    return Eq(x, (x + y + sqrt((x - y) ** 2)) / 2)


@derivation(given=[Ne(x, y)])
def difference_of_cubes() -> Eq:
    """A difference of cubes, divided by the difference: right where the two are not equal."""
    return Eq((x**3 - y**3) / (x - y), x**2 + x * y + y**2)


@derivation(expect="refuted")
def freshman() -> Eq:
    """A power does not go through a sum."""
    return Eq((x + y) ** 3, x**3 + y**3)


@derivation
def discriminant_of_a_product() -> Chain:
    """The discriminant of a quadratic with zeros x and y is the square of their distance."""
    return calc((x + y) ** 2 - 4 * x * y).eq((x - y) ** 2).ge(0)


@derivation(given=[Eq(a + b + c, 0)])
def cubes_that_add_up_to_nothing() -> Eq:
    """Where three numbers add up to zero, their cubes add up to three times the product."""
    return Eq(a**3 + b**3 + c**3, 3 * a * b * c)


@derivation(given=[Eq(x + y, a), Eq(x * y, b)])
def from_sum_and_product() -> Ge:
    """Of two numbers with sum a and product b: a square is at least four times the product."""
    return Ge(a**2, 4 * b)

r"""Arithmetic and geometric means.

Each inequality is a sum of squares in disguise, and the chain shows which.
"""

from symproof import Chain, calc, derivation, nonnegative, positive, real, sqrt

a, b, c, d = map(nonnegative, "abcd")
p, q = positive("p"), positive("q")
x, y = real("x"), real("y")


@derivation
def two() -> Chain:
    """Two numbers: the gap is half the square of the difference of the roots."""
    return calc((a + b) / 2 - sqrt(a * b)).eq((sqrt(a) - sqrt(b)) ** 2 / 2).ge(0, note="a square is not negative")


@derivation
def three() -> Chain:
    """Three numbers, as cubes."""
    squares = (a - b) ** 2 + (b - c) ** 2 + (c - a) ** 2
    return calc(a**3 + b**3 + c**3 - 3 * a * b * c).eq((a + b + c) / 2 * squares).ge(0)


@derivation
def four() -> Chain:
    """Four numbers, as fourth powers: two numbers, three times."""
    return calc(a**4 + b**4 + c**4 + d**4).ge(2 * a**2 * b**2 + 2 * c**2 * d**2).ge(4 * a * b * c * d)


@derivation
def harmonic() -> Chain:
    """The harmonic mean is at most the geometric mean."""
    return calc(2 / (1 / p + 1 / q)).eq(2 * p * q / (p + q)).le(sqrt(p * q))


@derivation
def quadratic() -> Chain:
    """The square of the mean is at most the mean of the squares."""
    return calc(((x + y) / 2) ** 2).eq((x**2 + y**2) / 2 - ((x - y) / 2) ** 2).le((x**2 + y**2) / 2)


@derivation
def number_and_inverse() -> Chain:
    """A positive number and its inverse add up to at least 2."""
    return calc(p + 1 / p).eq(2 + (p - 1) ** 2 / p).ge(2)


@derivation(expect="refuted")
def without_signs() -> Chain:
    """For numbers of any sign the mean of three cubes need not be above the product."""
    z = real("z")
    return calc((x**3 + y**3 + z**3) / 3).ge(x * y * z)

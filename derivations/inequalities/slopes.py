"""Inequalities by the sign of a derivative.

Each is an equation somewhere, and from there on one side grows faster.
"""

import sympy

from symproof import Prop, derivation, exp, log, nonnegative, positive, sin

x = nonnegative("x")
p, q, c = positive("p"), positive("q"), positive("c")
r = sympy.Symbol("r", positive=True)


@derivation
def sine_above_its_cubic() -> Prop:
    """The sine is at least x - x^3/6."""
    return sin(x) >= x - x**3 / 6


@derivation
def exponential_above_its_parabola() -> Prop:
    """The exponential is at least its second Taylor polynomial."""
    return exp(x) >= 1 + x + x**2 / 2


@derivation(expect="refuted")
def exponential_above_its_parabola_everywhere() -> Prop:
    """To the left of zero it is the other way round."""
    y = sympy.Symbol("y", real=True)
    return sympy.exp(y) >= 1 + y + y**2 / 2


@derivation
def logarithm_above_a_quotient() -> Prop:
    """The logarithm of 1 + r is more than 2r/(2 + r)."""
    return sympy.log(1 + r) > 2 * r / (2 + r)


@derivation
def least_of_x_log_x() -> Prop:
    """The least value of p log(p) is at p = 1/e."""
    return p * log(p) >= -exp(-1)


@derivation(given=[c <= 1])
def weighted_means() -> Prop:
    """A weighted geometric mean is at most the arithmetic one."""
    return p**c * q ** (1 - c) <= c * p + (1 - c) * q

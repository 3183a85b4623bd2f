r"""Solutions of differential equations, checked by putting them in; SymPy's own objects.

A solution is a term in the time t; that it solves the equation is a claim about its derivative.
"""

import sympy
from sympy import Derivative, Eq, Expr, cos, exp, sin

from symproof import derivation

t, y0, k, A, B = sympy.symbols("t y_0 k A B", real=True)
omega, c = sympy.symbols(r"\omega c", positive=True)


@derivation
def growth() -> Eq:
    """Growth in proportion to what is there."""
    y = y0 * exp(k * t)
    return Eq(Derivative(y, t), k * y)


@derivation
def cooling() -> Eq:
    """Newton's law of cooling: the difference from the surroundings decays."""
    y = A + (y0 - A) * exp(-k * t)
    return Eq(Derivative(y, t), -k * (y - A))


@derivation
def logistic_growth() -> Eq:
    """Growth that slows down towards 1."""
    y = 1 / (1 + c * exp(-k * t))
    return Eq(Derivative(y, t), k * y * (1 - y))


def swing(t: Expr) -> Expr:
    """A swing with two constants."""
    return A * cos(omega * t) + B * sin(omega * t)


@derivation
def oscillator() -> Eq:
    """It is pulled back in proportion to how far it is out."""
    return Eq(Derivative(swing(t), t, 2), -(omega**2) * swing(t))


@derivation
def energy_is_kept() -> Eq:
    """Its energy does not change."""
    energy = Derivative(swing(t), t) ** 2 / 2 + omega**2 * swing(t) ** 2 / 2
    return Eq(energy, omega**2 * (A**2 + B**2) / 2)


@derivation(expect="refuted")
def oscillator_without_the_sign() -> Eq:
    """Pushed away it would not swing."""
    return Eq(Derivative(swing(t), t, 2), omega**2 * swing(t))


@derivation
def resonance() -> Eq:
    """Driven at its own frequency it swings wider and wider."""
    y = t * sin(omega * t) / (2 * omega)
    return Eq(Derivative(y, t, 2) + omega**2 * y, cos(omega * t))

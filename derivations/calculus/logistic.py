r"""The logistic function and its loss, in SymPy's own objects.

Letters, terms and equations are SymPy's. `Derivative` is left as it stands, so that the sheet shows what was claimed.
"""

import sympy
from sympy import Derivative, Eq, Expr, Rational, exp, log

from symproof import derivation

x, y, z = sympy.symbols("x y z", real=True)


def sigma(z: Expr) -> Expr:
    """The logistic function."""
    return 1 / (1 + exp(-z))


def cross_entropy(z: Expr, y: Expr) -> Expr:
    """The loss of the score z when the label is y, 0 or 1 or in between."""
    return -y * log(sigma(z)) - (1 - y) * log(1 - sigma(z))


@derivation
def slope_from_the_value() -> Eq:
    """The slope of the logistic function is known from its value.

    A network that has kept the value needs no second exponential for the gradient.
    """
    return Eq(Derivative(sigma(z), z), sigma(z) * (1 - sigma(z)))


@derivation
def symmetry() -> Eq:
    """What one class gains, the other one loses."""
    return Eq(sigma(-z), 1 - sigma(z), evaluate=False)


@derivation
def between_zero_and_one() -> sympy.And:
    """It is a probability: strictly between 0 and 1, wherever it is taken."""
    return (0 < sigma(z)) & (sigma(z) < 1)


@derivation
def steepest_slope() -> sympy.Le:
    """It is nowhere steeper than 1/4, which is its slope at 0."""
    return sympy.Le(Derivative(sigma(z), z), Rational(1, 4))


@derivation(expect="refuted")
def slope_never_small() -> sympy.Ge:
    """But it is much flatter elsewhere, and gradients vanish there."""
    return sympy.Ge(Derivative(sigma(z), z), Rational(1, 10))


@derivation
def gradient_of_the_cross_entropy() -> Eq:
    """The derivative of the loss in the score is prediction minus label.

    Both logarithms and the slope of the logistic function cancel: this is why the two are used together.
    """
    return Eq(Derivative(cross_entropy(z, y), z), sigma(z) - y)


@derivation(expect="refuted")
def gradient_with_the_wrong_sign() -> Eq:
    """Label minus prediction is the direction of descent, not the gradient."""
    return Eq(Derivative(cross_entropy(z, y), z), y - sigma(z))


@derivation
def loss_is_convex() -> sympy.Ge:
    """The loss is convex in the score: its second derivative is not negative."""
    return sympy.Ge(Derivative(log(1 + exp(-z)), z, 2), 0)


@derivation
def two_classes() -> Eq:
    """Softmax with two classes is the logistic function of the difference of the scores."""
    return Eq(exp(x) / (exp(x) + exp(y)), sigma(x - y))


@derivation
def hyperbolic_tangent() -> Eq:
    """The hyperbolic tangent is a logistic function, stretched."""
    return Eq((exp(z) - exp(-z)) / (exp(z) + exp(-z)), 2 * sigma(2 * z) - 1)

r"""Exercise 1.1: the gradient step as a proximal minimizer.

One step of gradient descent minimizes a model of the function, its linearization at the current point
plus a quadratic penalty for leaving it, and the step size is the inverse of the penalty.
"""

import sympy

from derivations.convexity.first_order import above_the_tangent, f
from symproof import (
    Chain,
    Prop,
    Scalar,
    Vector,
    calc,
    cite,
    convex,
    derivation,
    differentiable,
    eq,
    grad,
    gradient,
    iff,
    inner,
    minimizer,
    ne,
    norm,
    vector,
)

w, w_t = vector(r"\mathbf{w}"), vector(r"\mathbf{w}_t")
lam, eta, L = sympy.symbols(r"\lambda \eta L", real=True)  # SymPy's own letters, and symproof's vectors

slope_at_w_t = grad(f)(w_t)
w_star = w_t - slope_at_w_t / lam


def model(x: Vector) -> Scalar:
    """The function that a step minimizes."""
    return f(w_t) + inner(x - w_t, slope_at_w_t) + lam / 2 * norm(x - w_t) ** 2


def slope(x: Vector) -> Vector:
    """Its gradient."""
    return slope_at_w_t + lam * (x - w_t)


def square(x: Vector) -> Scalar:
    """A function that the step may overshoot."""
    return L / 2 * norm(x) ** 2


@derivation
def gradient_of_the_model() -> Chain:
    """The gradient of the model."""
    return calc(gradient(model(w), w)).eq(slope(w), note=r"the square contributes $2\,(\mathbf{w} - \mathbf{w}_t)$")


@derivation(given=[sympy.Ne(lam, 0)])
def stationary_point() -> Prop:
    """The gradient vanishes at one point and no other."""
    return iff(eq(slope(w), 0), eq(w, w_star))


@derivation(given=[lam > 0])
def closed_form() -> Prop:
    """That point is the minimizer of the model, and the only one."""
    return minimizer(w_star, model(w), w, unique=True)


@derivation(given=[lam > 0, sympy.Eq(eta, 1 / lam)])
def gradient_descent_update() -> Chain:
    r"""It is the gradient descent update with step size $1/\lambda$."""
    return calc(w_star).eq(w_t - eta * slope_at_w_t)


@derivation(given=[lam < 0], expect="refuted")
def without_the_sign() -> Prop:
    """With a negative lambda the stationary point is no minimizer: the model is not bounded below."""
    return minimizer(w_star, model(w), w)


@derivation(given=[lam > 0], expect="refuted")
def optimal_for_the_function() -> Prop:
    """The step minimizes the model, not the function: f may even be larger after it."""
    return f(w_star) <= f(w_t)


@derivation
def gradient_of_the_square() -> Chain:
    r"""The gradient of the square $\tfrac{L}{2} \|\mathbf{w}\|^2$, the simplest function of all."""
    return calc(gradient(square(w), w)).eq(L * w)


@derivation(given=[lam > 0, L > 2 * lam, ne(w_t, 0)])
def larger_after_the_step() -> Chain:
    r"""Its value is larger after the step, wherever the step starts, once $L > 2 \lambda$."""
    return calc(square(w_t - L * w_t / lam)).gt(square(w_t))


@derivation(given=[lam > 0, differentiable(f), convex(f)])
def never_below_the_model() -> Chain:
    """What it does say of a convex function: f is nowhere below the linear part of the model."""
    return calc(f(w_t) + inner(w - w_t, slope_at_w_t)).le(f(w), by=cite(above_the_tangent))

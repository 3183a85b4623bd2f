r"""Gradient descent on smooth and strongly convex functions: a linear rate.

f lies above every parabola of curvature mu that touches it, and below those of curvature L. Then the gap to the minimum
shrinks by the factor 1 - mu/L in each step.
"""

from derivations.convexity.first_order import f
from derivations.descent.smooth import L, X, each_step_descends, parabola, steps
from symproof import (
    Chain,
    calc,
    cite,
    derivation,
    each,
    grad,
    index,
    induction,
    inner,
    natural,
    norm,
    positive,
    vectors,
)

x, y, u, w = vectors("x y u w")
mu = positive(r"\mu")
t, T = index("t"), natural("T")
parabola_below = each(x, each(y, f(x) + inner(grad(f)(x), y - x) + mu / 2 * norm(y - x) ** 2 <= f(y)))


@derivation(given=[parabola_below])
def gradient_dominates() -> Chain:
    """A small gradient means a small gap (Polyak, Lojasiewicz): the lowest point of the parabola is this much lower."""
    return (
        calc(f(w) - norm(grad(f)(w)) ** 2 / (2 * mu))
        .le(f(w) + inner(grad(f)(w), u - w) + mu / 2 * norm(u - w) ** 2, note="complete the square")
        .le(f(u))
    )


@derivation(given=[parabola_below])
def monotone_gradients() -> Chain:
    """The gradient grows at least as fast as mu times the distance."""
    return calc(inner(grad(f)(x) - grad(f)(y), x - y)).ge(mu * norm(x - y) ** 2)


@derivation(given=[parabola, parabola_below, steps])
def one_step() -> Chain:
    """Each step closes the part mu/L of the gap."""
    return (
        calc(f(X[t + 1]) - f(u))
        .le(f(X[t]) - f(u) - norm(grad(f)(X[t])) ** 2 / (2 * L), by=cite(each_step_descends))
        .le(f(X[t]) - f(u) - mu / L * (f(X[t]) - f(u)), by=cite(gradient_dominates))
        .eq((1 - mu / L) * (f(X[t]) - f(u)))
    )


@derivation(given=[each(t, f(X[t + 1]) - f(u) <= (1 - mu / L) * (f(X[t]) - f(u))), mu <= L])
def linear_rate() -> Chain:
    """So after T steps the gap is at most (1 - mu/L)^T times the first."""
    return calc(f(X[T]) - f(u)).le((1 - mu / L) ** T * (f(X[0]) - f(u)), by=induction(T))


@derivation(given=[mu <= L, each(t, f(X[t + 1]) - f(u) <= (1 - mu / L) * (f(X[t]) - f(u)))], expect="refuted")
def faster_than_its_factor() -> Chain:
    """Not one step faster than that."""
    return calc(f(X[T]) - f(u)).le((1 - mu / L) ** (T + 1) * (f(X[0]) - f(u)))

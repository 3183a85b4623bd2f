r"""Gradient descent on smooth functions.

Everything rests on one inequality, the descent lemma: f lies below every parabola of curvature L that touches it. For
convex f most of it follows from an L-Lipschitz gradient by elementary means; the sharp constant takes an integral.
"""

from derivations.convexity.first_order import above_the_tangent, f
from derivations.inequalities.norms import cauchy_schwarz
from symproof import (
    Chain,
    Prop,
    at,
    calc,
    cite,
    convex,
    derivation,
    differentiable,
    each,
    eq,
    grad,
    index,
    inner,
    natural,
    norm,
    positive,
    sequence,
    smooth,
    telescope,
    termwise,
    total,
    vector,
    vectors,
)

x, y, u, w = vectors("x y u w")
L = positive("L")
t, T = index("t"), natural("T")
X = sequence("x", of=vector)

parabola = each(x, each(y, f(y) <= f(x) + inner(grad(f)(x), y - x) + L / 2 * norm(y - x) ** 2))
tangents = each(x, each(y, f(x) + inner(grad(f)(x), y - x) <= f(y)))
steps = each(t, eq(X[t + 1], X[t] - grad(f)(X[t]) / L))
minimum = each(x, f(u) <= f(x))


@derivation(given=[convex(f), differentiable(f), smooth(f, L)])
def parabola_without_the_half() -> Chain:
    """Without integrals: the tangent at the far end, and Cauchy-Schwarz. It costs a factor 2."""
    change = grad(f)(y) - grad(f)(x)
    return (
        calc(f(y) - f(x))
        .le(inner(grad(f)(y), y - x), by=cite(above_the_tangent))
        .eq(inner(grad(f)(x), y - x) + inner(change, y - x))
        .le(inner(grad(f)(x), y - x) + norm(change) * norm(y - x), by=at(cauchy_schwarz, {x: change, y: y - x}))
        .le(inner(grad(f)(x), y - x) + L * norm(y - x) ** 2, note="the gradient is L-Lipschitz")
    )


@derivation(given=[differentiable(f), smooth(f, L)])
def descent_lemma() -> Prop:
    """With an integral: the sharp constant. It is a law of the kernel (Nesterov 2018, Lemma 1.2.3)."""
    return parabola


@derivation(given=[parabola])
def one_step() -> Chain:
    """A step of length 1/L lowers f by at least the squared gradient over 2 L."""
    return calc(f(w - grad(f)(w) / L)).le(f(w) - norm(grad(f)(w)) ** 2 / (2 * L))


@derivation(given=[parabola, steps])
def each_step_descends() -> Chain:
    """The same along the whole path."""
    return calc(f(X[t + 1])).le(f(X[t]) - norm(grad(f)(X[t])) ** 2 / (2 * L))


@derivation(given=[parabola, steps, minimum])
def gradients_vanish() -> Chain:
    """The squared gradients add up to a number that does not depend on T.

    So the smallest of them is of the order 1/T; nothing is convex here.
    """
    return (
        calc(total(norm(grad(f)(X[t])) ** 2, t, 0, T - 1))
        .le(total(2 * L * (f(X[t]) - f(X[t + 1])), t, 0, T - 1), by=(cite(each_step_descends), termwise))
        .eq(2 * L * (f(X[0]) - f(X[T])), by=telescope)
        .le(2 * L * (f(X[0]) - f(u)))
    )


@derivation(given=[parabola, steps, tangents])
def closer_step_by_step() -> Chain:
    """For convex f the gap is paid for by coming closer."""
    return calc(f(X[t + 1]) - f(u)).le(L / 2 * (norm(X[t] - u) ** 2 - norm(X[t + 1] - u) ** 2))


@derivation(given=[parabola, steps, tangents])
def rate() -> Chain:
    r"""So the gaps of T steps add up to at most $\frac{L}{2} \|x_0 - u\|^2$, and the last is the smallest: the rate 1/T."""
    return (
        calc(total(f(X[t + 1]) - f(u), t, 0, T - 1))
        .le(
            total(L / 2 * (norm(X[t] - u) ** 2 - norm(X[t + 1] - u) ** 2), t, 0, T - 1),
            by=(cite(closer_step_by_step), termwise),
        )
        .eq(L / 2 * (norm(X[0] - u) ** 2 - norm(X[T] - u) ** 2), by=telescope)
        .le(L / 2 * norm(X[0] - u) ** 2)
    )

r"""Identities behind iterative methods."""

from symproof import (
    Chain,
    Prop,
    calc,
    derivation,
    each,
    eq,
    index,
    induction,
    inner,
    minimizer,
    natural,
    ne,
    norm,
    positive,
    real,
    sequence,
    total,
    vector,
    vectors,
)

x, y, z, g, w, u = vectors("x y z g w u")
eta, beta, s, gap = positive(r"\eta"), real(r"\beta"), real("s"), positive(r"\delta")
t, T = index("t"), natural("T")
W, V, G, Z, M = (sequence(name, of=vector) for name in "wvgzm")

momentum = [each(t, eq(V[t + 1], beta * V[t] + G[t])), each(t, eq(W[t + 1], W[t] - eta * V[t + 1]))]
averages = each(t, eq(M[t + 1], M[t] + (W[t + 1] - M[t]) / (t + 1)))


@derivation
def three_points() -> Chain:
    """Three points: twice an inner product is two squares minus one."""
    return calc(2 * inner(x - y, x - z)).eq(norm(x - y) ** 2 + norm(x - z) ** 2 - norm(y - z) ** 2)


@derivation
def what_a_step_costs() -> Chain:
    """The squared distance after a step, in any direction g."""
    return calc(norm(w - eta * g - u) ** 2).eq(norm(w - u) ** 2 - 2 * eta * inner(g, w - u) + eta**2 * norm(g) ** 2)


@derivation
def a_step_is_a_minimizer() -> Prop:
    """A gradient step is the best point of the linear model when distance has its price."""
    return minimizer(w - eta * g, eta * inner(g, x) + norm(x - w) ** 2 / 2, x, unique=True)


@derivation(given=[ne(g, 0)])
def polyak_step() -> Prop:
    """Polyak's step length is the best one when the gap is known."""
    return minimizer(gap / norm(g) ** 2, -2 * s * gap + s**2 * norm(g) ** 2, s, unique=True)


@derivation(given=[ne(g, 0), inner(g, w - u) >= gap])
def polyak_comes_closer() -> Chain:
    """It comes closer to the minimum by the square of gap over slope."""
    step = gap / norm(g) ** 2
    return calc(norm(w - step * g - u) ** 2).le(norm(w - u) ** 2 - gap**2 / norm(g) ** 2)


@derivation(given=[beta < 1, *momentum, each(t, eq(Z[t], W[t] - eta * beta / (1 - beta) * V[t]))])
def heavy_ball() -> Chain:
    """Momentum in disguise: a point ahead of the ball makes plain gradient steps, with a longer step size."""
    return calc(Z[t + 1]).eq(Z[t] - eta / (1 - beta) * G[t])


@derivation(given=[each(t, eq(W[t + 1], W[t] - eta * G[t]))])
def unrolled() -> Chain:
    """After T steps the start has moved by all the gradients at once."""
    return calc(W[T]).eq(W[0] - eta * total(G[t], t, 0, T - 1))


@derivation(given=[averages])
def running_mean() -> Chain:
    """A mean that is updated step by step is the mean of all that was seen."""
    return calc(T * M[T]).eq(total(W[t], t, 1, T), by=induction(T))

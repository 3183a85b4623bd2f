r"""The subgradient method: no smoothness, and steps of one length.

$g_t$ is a subgradient at $x_t$: f lies above the line with that slope. Subgradients are no longer than G.
"""

from derivations.convexity.first_order import f
from symproof import (
    Chain,
    calc,
    cite,
    derivation,
    each,
    eq,
    index,
    inner,
    natural,
    ne,
    norm,
    positive,
    real,
    sequence,
    sqrt,
    termwise,
    total,
    vector,
)

u, w = vector("u"), vector("w")
X, g = sequence("x", of=vector), sequence("g", of=vector)
eta, G, R = positive(r"\eta"), positive("G"), positive("R")
t, T = index("t"), natural("T", at_least=1)
best = real("b")

subgradients = each(t, f(X[t]) + inner(g[t], u - X[t]) <= f(u))
steps = each(t, eq(X[t + 1], X[t] - eta * g[t]))
bounded = each(t, norm(g[t]) <= G)


@derivation(given=[subgradients, steps])
def one_step() -> Chain:
    """A step need not lower f, but what it fails to gain it must come closer."""
    return calc(f(X[t]) - f(u)).le(
        (norm(X[t] - u) ** 2 - norm(X[t + 1] - u) ** 2) / (2 * eta) + eta / 2 * norm(g[t]) ** 2
    )


@derivation(given=[ne(w, 0)], expect="refuted")
def it_descends() -> Chain:
    """Indeed it need not: for f = norm a step from a point near the minimum jumps over it."""
    return calc(norm(w - eta * (w / norm(w)))).le(norm(w))


@derivation(given=[subgradients, steps, bounded])
def all_steps() -> Chain:
    """The gaps of T steps, added up."""
    return (
        calc(total(f(X[t]) - f(u), t, 0, T - 1))
        .le(
            total((norm(X[t] - u) ** 2 - norm(X[t + 1] - u) ** 2) / (2 * eta) + eta / 2 * norm(g[t]) ** 2, t, 0, T - 1),
            by=(cite(one_step), termwise),
        )
        .eq((norm(X[0] - u) ** 2 - norm(X[T] - u) ** 2) / (2 * eta) + eta / 2 * total(norm(g[t]) ** 2, t, 0, T - 1))
        .le(norm(X[0] - u) ** 2 / (2 * eta) + eta / 2 * total(norm(g[t]) ** 2, t, 0, T - 1))
        .le(norm(X[0] - u) ** 2 / (2 * eta) + eta / 2 * total(G**2, t, 0, T - 1))
        .eq(norm(X[0] - u) ** 2 / (2 * eta) + T * eta * G**2 / 2)
    )


@derivation(given=[each(t, best <= f(X[t]) - f(u), 0, T - 1)])
def best_is_below_the_mean() -> Chain:
    """The smallest gap is at most their mean."""
    return calc(T * best).eq(total(best, t, 0, T - 1)).le(total(f(X[t]) - f(u), t, 0, T - 1))


@derivation(given=[eq(eta, R / (G * sqrt(T)))])
def tuned() -> Chain:
    r"""The step length that suits T steps from the distance R makes it $R G/\sqrt{T}$."""
    return calc((R**2 / (2 * eta) + T * eta * G**2 / 2) / T).eq(R * G / sqrt(T))

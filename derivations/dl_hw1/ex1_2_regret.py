r"""Exercise 1.2: the regret of online gradient descent telescopes.

For steps w_{t+1} = w_t - eta v_t from w_1 = 0, the summed regret against any point is bounded by the
square of its norm over twice the step size, plus half the step size times the summed squares of the v_t.
"""

from symproof import (
    Chain,
    Prop,
    Scalar,
    calc,
    cite,
    derivation,
    each,
    eq,
    index,
    inner,
    natural,
    nonzero,
    norm,
    positivity,
    ring,
    sequence,
    telescope,
    total,
    vector,
    vectors,
)
from symproof.term import ScalarLike

eta, u = nonzero(r"\eta"), vector(r"\mathbf{w}^\star")
w, v = sequence(r"\mathbf{w}", of=vector), sequence(r"\mathbf{v}", of=vector)
x, y = vectors("x y")
t, T = index("t"), natural("T")

update = each(t, eq(w[t + 1], w[t] - eta * v[t]))
regret = total(inner(w[t] - u, v[t]), t, 1, T)
energy = eta / 2 * total(norm(v[t]) ** 2, t, 1, T)


def distance(s: ScalarLike) -> Scalar:
    """The squared distance of w_s from the point that is competed with."""
    return norm(w[s] - u) ** 2


@derivation
def insert_the_step() -> Chain:
    """A factor eta in and out of the inner product."""
    return calc(inner(w[t] - u, v[t])).eq(1 / eta * inner(w[t] - u, eta * v[t]))


@derivation
def square_of_a_difference() -> Chain:
    """The square of a difference of vectors, in any dimension."""
    return (
        calc(norm(x - y) ** 2)
        .eq(inner(x - y, x - y), note="by definition of the norm")
        .eq(norm(x) ** 2 - 2 * inner(x, y) + norm(y) ** 2, note="the inner product is bilinear")
    )


@derivation
def square_of_the_next_distance() -> Chain:
    """Its instance for the distance and the step."""
    return calc(norm(w[t] - u - eta * v[t]) ** 2).eq(
        distance(t) - 2 * inner(w[t] - u, eta * v[t]) + norm(eta * v[t]) ** 2, by=ring
    )


@derivation(given=[update])
def one_step() -> Chain:
    """What one step costs."""
    return (
        calc(inner(w[t] - u, v[t]))
        .eq(1 / (2 * eta) * (distance(t) + norm(eta * v[t]) ** 2 - norm(w[t] - u - eta * v[t]) ** 2))
        .eq(1 / (2 * eta) * (distance(t) + eta**2 * norm(v[t]) ** 2 - distance(t + 1)), note="the update rule")
    )


@derivation(given=[update])
def regret_split() -> Chain:
    """The sum of what the steps cost, split in two."""
    return (
        calc(regret)
        .eq(
            1 / (2 * eta) * total(distance(t) + eta**2 * norm(v[t]) ** 2 - distance(t + 1), t, 1, T),
            by=cite(one_step),
        )
        .eq(1 / (2 * eta) * total(distance(t) - distance(t + 1), t, 1, T) + energy, note="split the sum")
    )


@derivation
def distances_telescope() -> Chain:
    """Of the distances the first and the last are left, for every number of steps T."""
    return calc(total(distance(t) - distance(t + 1), t, 1, T)).eq(distance(1) - distance(T + 1), by=telescope)


@derivation(given=[update, eq(w[1], 0), eta > 0])
def regret_bound() -> Chain:
    """The regret bound, for every number of steps T."""
    return (
        calc(regret)
        .eq(1 / (2 * eta) * total(distance(t) - distance(t + 1), t, 1, T) + energy, by=cite(regret_split))
        .eq(1 / (2 * eta) * (distance(1) - distance(T + 1)) + energy, by=cite(distances_telescope))
        .le(1 / (2 * eta) * distance(1) + energy, by=positivity, note="a square is not negative")
        .eq(norm(u) ** 2 / (2 * eta) + energy, note="w_1 = 0")
    )


@derivation(given=[update, eq(w[1], 0), eta < 0], expect="refuted")
def regret_bound_without_the_sign() -> Prop:
    """With a negative step size nothing bounds the last distance: the inequality turns round."""
    return regret <= norm(u) ** 2 / (2 * eta) + energy

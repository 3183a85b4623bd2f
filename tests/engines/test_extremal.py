"""False claims beside hypotheses on all indices, all vectors or a family fail at one of a few points that are made for them."""

from __future__ import annotations

import pytest

from symproof import (
    Prop,
    delta,
    each,
    eq,
    function,
    grad,
    index,
    inner,
    natural,
    norm,
    positive,
    sequence,
    total,
    vector,
    vectors,
)
from symproof.engines.refute.extremal import extremal
from symproof.engines.refute.hunt import Hunt
from symproof.statement import Statement

f = function("f")
t, n, T = index("t"), natural("n"), natural("T")
i, j = index("i"), index("j")
a, b = sequence("a"), sequence("b", positive)
X, e = sequence("X", of=vector), sequence("e", of=vector)
q, mu, L, eta = map(positive, ("q", "mu", "L", "eta"))
x, y, u = vectors("x y u")

tangent = f(x) + inner(grad(f)(x), y - x)
above = each(x, each(y, tangent + mu / 2 * norm(y - x) ** 2 <= f(y)))
below = each(x, each(y, f(y) <= tangent + L / 2 * norm(y - x) ** 2))
gaps = (mu <= L, each(t, f(X[t + 1]) - f(u) <= (1 - mu / L) * (f(X[t]) - f(u))))
shrinking = (each(t, a[t + 1] <= q * a[t]), q < 1, each(t, a[t] >= 0))
orthonormal = (each(i, each(j, eq(inner(e[i], e[j]), delta(i - j)), 1, n), 1, n),)
steps = each(t, eq(X[t + 1], X[t] - eta * grad(f)(X[t])))

FALSE: list[tuple[Prop, tuple[Prop, ...]]] = [
    (f(X[T]) - f(u) <= (1 - mu / L) ** (T + 1) * (f(X[0]) - f(u)), gaps),
    (f(X[T]) - f(u) <= (1 - mu / L) ** (2 * T) * (f(X[0]) - f(u)), gaps),
    (a[n] <= q**n * a[0] / 2, shrinking),
    (a[n] < q**n * a[0], shrinking),
    (eq(a[n], q**n * a[0]), shrinking),
    (a[n] <= a[0] + n / 2, (each(t, a[t + 1] <= a[t] + 1),)),
    (b[n] <= b[0] / 2, (each(t, b[t + 1] <= b[t]),)),
    (norm(X[n] - X[0]) <= n * q / 2, (each(t, norm(X[t + 1] - X[t]) <= q),)),
    (
        norm(X[T] - u) ** 2 <= (1 - 2 * eta * mu) ** T * norm(X[0] - u) ** 2,
        (each(t, norm(X[t + 1] - u) ** 2 <= (1 - eta * mu) * norm(X[t] - u) ** 2), eta * mu < 1),
    ),
    (tangent + mu * norm(y - x) ** 2 <= f(y), (above,)),
    (norm(grad(f)(x) - grad(f)(y)) <= L / 2 * norm(x - y), (above, below)),
    (f(X[1]) < f(X[0]), (above, below, steps, eta <= 1 / L)),
    (total(inner(x, e[i]) ** 2, i, 1, n) >= norm(x) ** 2, orthonormal),
    (total(inner(x, e[i]), i, 1, n) <= norm(x), orthonormal),
    (eq(norm(total(e[i], i, 1, n)), n), orthonormal),
]
TRUE: list[tuple[Prop, tuple[Prop, ...]]] = [
    (f(X[T]) - f(u) <= (1 - mu / L) ** T * (f(X[0]) - f(u)), gaps),
    (a[n] <= q**n * a[0], shrinking),
    (f(X[1]) <= f(X[0]), (below, steps, eta <= 1 / L)),
    (total(inner(x, e[i]) ** 2, i, 1, n) <= norm(x) ** 2, orthonormal),
    (tangent + mu / 2 * norm(y - x) ** 2 <= f(y), (above,)),
]


def failing(claim: Prop, given: tuple[Prop, ...]) -> bool:
    hunt = Hunt(Statement(given, claim))
    return any(hunt.margin(point) < 0 and hunt.confirmed(point) for point in extremal(hunt))


@pytest.mark.parametrize(("claim", "given"), FALSE, ids=str)
def test_it_fails_at_a_point_that_is_made_for_its_hypotheses(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert failing(claim, given)


@pytest.mark.parametrize(("claim", "given"), TRUE, ids=str)
def test_its_true_neighbour_holds_at_all_of_them(claim: Prop, given: tuple[Prop, ...]) -> None:
    """And some of them satisfy the hypotheses, so that there is something to see."""
    hunt = Hunt(Statement(given, claim))
    margins = [hunt.margin(point) for point in extremal(hunt)]

    assert min(margins) >= 0
    assert any(margin < float("inf") for margin in margins)


def test_nothing_is_tried_where_no_hypothesis_is_of_all_members_or_vectors() -> None:
    assert not list(extremal(Hunt(Statement((norm(x) <= 1,), norm(x) <= q))))

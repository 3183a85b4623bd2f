"""What is said of all vectors at those of a goal, Cauchy-Schwarz for sums, and Bessel's inequality: with false neighbours."""

from __future__ import annotations

import pytest

from symproof import (
    convex,
    differentiable,
    each,
    eq,
    function,
    grad,
    index,
    inner,
    norm,
    positive,
    real,
    sequence,
    smooth,
    vector,
    vectors,
)  # fmt: skip
from symproof import statement as st
from tests.kernel_says import settled

f, L, c = function("f"), positive("L"), real("c")
w, t = sequence("w", of=vector), index("t")
e, g, u, v, x, y, z = vectors("e g u v x y z")
ORTHONORMAL = (eq(norm(e), 1), eq(norm(g), 1), eq(inner(e, g), 0))

PAIRS: list[tuple[tuple[st.Prop, ...], st.Prop, st.Prop]] = [
    ((each(z, inner(x, z) >= 0),), eq(x, 0), eq(x, y)),
    ((each(z, eq(inner(x, z), inner(y, z))),), eq(x, y), eq(x, -y)),
    ((each(z, norm(x - z) >= norm(x)),), eq(norm(x), 0), eq(norm(x), 1)),
    (
        (),
        abs(norm(x) ** 2 - norm(y) ** 2) <= norm(x - y) * norm(x + y),
        abs(norm(x) ** 2 - norm(y) ** 2) <= norm(x - y),
    ),
    (ORTHONORMAL[:1], inner(u, e) ** 2 <= norm(u) ** 2, inner(u, e) ** 2 <= norm(u)),
    (
        ORTHONORMAL,
        inner(u, e) ** 2 + inner(u, g) ** 2 <= norm(u) ** 2,
        inner(u, e) ** 2 + inner(u, g) ** 2 < norm(u) ** 2,
    ),
    (
        (convex(f), differentiable(f)),
        f(x) - f(y) <= norm(grad(f)(x)) * norm(x - y),
        f(x) - f(y) <= norm(grad(f)(y)) * norm(x - y),
    ),
    (
        (smooth(f, L),),
        inner(grad(f)(x) - grad(f)(y), x - y) <= L * norm(x - y) ** 2,
        inner(grad(f)(x) - grad(f)(y), x - y) <= L / 2 * norm(x - y) ** 2,
    ),
    (  # a bound of all values, which is asked for first, used up the time
        (smooth(f, L), each(t, eq(w[t + 1], w[t] - grad(f)(w[t]) / L)), each(z, f(z) >= c)),
        f(w[t]) - f(w[t + 1]) >= norm(grad(f)(w[t])) ** 2 / (2 * L),
        f(w[t]) - f(w[t + 1]) >= norm(grad(f)(w[t])) ** 2 / L,
    ),
]


@pytest.mark.parametrize(("given", "right", "wrong"), PAIRS, ids=str)
def test_the_right_one_is_proved_and_its_neighbour_is_not(
    given: tuple[st.Prop, ...], right: st.Prop, wrong: st.Prop
) -> None:
    verdict = settled(right, given=given, budget=20)

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())
    assert settled(wrong, given=given, budget=1).status != "proved"

"""Cauchy-Schwarz for sums of vectors, means among vectors, and neighbours that fail."""

from __future__ import annotations

import pytest

from symproof import Prop, Refuted, eq, index, inner, natural, nonnegative, norm, sequence, sqrt, total, vector
from tests.kernel_says import accepts, settled

n, k, j = natural("n", at_least=1), index("k"), index("j")
v, w, c, p = sequence("v", of=vector), sequence("w", of=vector), sequence("c"), sequence("p", of=nonnegative)
u, x, y = vector("u"), vector("x"), vector("y")
UNITS = tuple(eq(norm(each), 1) for each in (u, x, y))
squares, cosines = inner(u, x) ** 2 + inner(x, y) ** 2 + inner(u, y) ** 2, inner(u, x) * inner(x, y) * inner(u, y)
lengths = inner(u, u) * inner(x, x) * inner(y, y)
weighed = inner(u, u) * inner(x, y) ** 2 + inner(x, x) * inner(u, y) ** 2 + inner(y, y) * inner(u, x) ** 2
of_v, of_w = total(norm(v[k]) ** 2, k, 1, n), total(norm(w[k]) ** 2, k, 1, n)
weighted, mean = norm(total(p[k] * v[k], k, 1, n)) ** 2, total(v[j], j, 1, n) / n
SHARES = (eq(total(p[k], k, 1, n), 1),)
ROWS: list[tuple[Prop, Prop, tuple[Prop, ...]]] = [
    (
        norm(total(c[k] * v[k], k, 1, n)) ** 2 <= total(c[k] ** 2, k, 1, n) * of_v,
        norm(total(c[k] * v[k], k, 1, n)) ** 2 <= total(c[k], k, 1, n) ** 2 * of_v,
        (),
    ),
    (
        weighted <= total(p[k] * norm(v[k]) ** 2, k, 1, n),
        weighted < total(p[k] * norm(v[k]) ** 2, k, 1, n),
        SHARES,
    ),
    (squares <= 1 + 2 * cosines, squares <= 1 + cosines, UNITS),
    (weighed <= lengths + 2 * cosines, weighed <= lengths + cosines, ()),
    (
        total(inner(v[k], w[k]), k, 1, n) <= sqrt(of_v) * sqrt(of_w),
        total(inner(v[k], w[k]), k, 1, n) <= sqrt(of_v * of_w) / 2,
        (),
    ),
    (
        total(norm(v[k] - mean) ** 2, k, 1, n) <= total(norm(v[k] - u) ** 2, k, 1, n),
        total(norm(v[k] - mean) ** 2, k, 1, n) < total(norm(v[k] - u) ** 2, k, 1, n),
        (),
    ),
]


@pytest.mark.parametrize(("claim", "false", "given"), ROWS)
def test_a_claim_and_its_neighbour(claim: Prop, false: Prop, given: tuple[Prop, ...]) -> None:
    accepts(settled(claim, given=given))

    assert isinstance(settled(false, given=given), Refuted)

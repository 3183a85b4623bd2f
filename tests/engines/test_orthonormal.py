"""Orthonormal families of symbolic length: of inner products of sums one term is left, and Bessel's inequality."""

from __future__ import annotations

import pytest

from symproof import (
    Prop,
    delta,
    each,
    eq,
    implies,
    index,
    inner,
    natural,
    ne,
    norm,
    prove,
    real,
    sequence,
    total,
    vector,
    vectors,
)
from symproof import term as tm
from symproof.trusted import certificate as ct
from tests.kernel_says import accepts, both_reject, settled

n = natural("n")
i, j, k = index("i"), index("j"), index("k")
a, r = sequence("a"), real("r")
e, g = sequence("e", of=vector), sequence("g", of=vector)
x, y = vectors("x y")
apart = each(i, each(j, implies(ne(i, j), eq(inner(e[i], e[j]), 0)), 1, n), 1, n)
by_delta = (each(i, each(j, eq(inner(e[i], e[j]), delta(i - j)), 1, n), 1, n),)
by_norms = (apart, each(i, eq(norm(e[i]), 1), 1, n))
orthogonal = (each(i, each(j, implies(ne(i, j), eq(inner(g[i], g[j]), 0)), 1, n), 1, n),)
within = (k >= 1, k <= n)
projected = total(inner(x, e[i]) * e[i], i, 1, n)
squares = total(inner(x, e[i]) ** 2, i, 1, n)
combined = total(a[i] * e[i], i, 1, n)

PROVED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (squares <= norm(x) ** 2, by_delta),
    (squares <= norm(x) ** 2, by_norms),
    (eq(norm(x - projected) ** 2, norm(x) ** 2 - squares), by_delta),
    (eq(norm(combined) ** 2, total(a[i] ** 2, i, 1, n)), by_norms),
    (eq(inner(combined, e[k]), a[k]), (*by_delta, *within)),
    (eq(inner(x - projected, e[k]), 0), (*by_norms, *within)),
    (
        eq(inner(projected, total(inner(y, e[i]) * e[i], i, 1, n)), total(inner(x, e[i]) * inner(y, e[i]), i, 1, n)),
        by_delta,
    ),
    (eq(norm(total(g[i], i, 1, n)) ** 2, total(norm(g[i]) ** 2, i, 1, n)), orthogonal),
    (eq(r**2 * inner(x, x), r**2), (eq(norm(x), 1),)),
]
REFUTED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (squares >= norm(x) ** 2, by_delta),
    (eq(norm(combined) ** 2, total(a[i], i, 1, n) ** 2), by_norms),
    (eq(inner(x - projected, e[k]), 1), (*by_norms, *within)),
    (eq(norm(combined) ** 2, total(a[i] ** 2, i, 1, n)), (by_norms[1],)),
    (eq(norm(combined) ** 2, total(a[i] ** 2, i, 1, n)), (apart,)),
    (squares <= norm(x) ** 2, (apart,)),
    (eq(inner(x, x), 1), (eq(norm(x), r),)),
]


@pytest.mark.parametrize(("claim", "given"), PROVED, ids=str)
def test_what_orthonormal_families_do(claim: Prop, given: tuple[Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), REFUTED, ids=str)
def test_its_false_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert prove(claim, given).status == "refuted"


def test_one_term_is_left_only_where_its_place_is_in_the_range() -> None:
    products = total(inner(e[i], e[k]), i, 1, n)
    assert isinstance(products, tm.Sum)
    proof = ct.Sifted(products, k, ct.Suppose(ct.Evident()), ct.Evident())

    assert both_reject(eq(products, 1), proof, by_delta)

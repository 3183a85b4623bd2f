"""Claims that are linear in norms: what the triangle inequality gives in every dimension, and what it does not."""

from __future__ import annotations

import pytest

from symproof import Prop, Proved, Refuted
from symproof import term as tm
from symproof.engines.portfolio import settle
from symproof.functions import maximum, minimum
from symproof.kernel import check
from symproof.statement import Statement, eq, implies, ne
from symproof.symbols import (
    function,
    gradient,
    index,
    inner,
    nonnegative,
    norm,
    reals,
    sequence,
    total,
    vector,
    vectors,
)
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.rejected import Rejected

x, y, z, w = vectors("x y z w")
a, b, e, d = reals("a b e d")
p, q = nonnegative("p"), nonnegative("q")
SHARES = (eq(p + q, 1),)
i, g, h = index("i"), sequence("g", of=vector), sequence("h", of=vector)
f = function("f")


def slope(at: tm.VectorVariable) -> tm.Vector:
    return gradient(f(at), at)


def slope_of_more(at: tm.VectorVariable) -> tm.Vector:
    return gradient(f(at) + p / 2 * norm(at) ** 2, at)


PROVED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (norm(x - y) <= norm(x) + norm(y), ()),
    (norm(g[1] - 2 * h[1] + g[2] - 2 * h[2]) <= total(norm(g[i] - 2 * h[i]), i, 1, 2), ()),
    (norm(x) - norm(y) <= norm(x - y), ()),
    (abs(norm(x) - norm(y)) <= norm(x - y), ()),
    (norm(2 * x + 3 * y) <= 2 * norm(x) + 3 * norm(y), ()),
    (norm(x) - norm(y) - norm(z) <= norm(x + y - z), ()),
    (norm((x + y) / 2 - z) <= (norm(x - z) + norm(y - z)) / 2, ()),
    (norm(2 * x + 2 * y) <= 2 * norm(x + y), ()),
    (norm(x - y) < e, (norm(x - z) + norm(y - z) < e,)),
    (norm(x - w) < e, (norm(x - y) < e / 4, norm(y - z) < e / 4, norm(z - w) <= e / 4)),
    (a <= norm(y - x), (a + d <= norm(z), norm(y - x - z) <= d)),
    (norm(x - y) < e, (norm(x - z) < e / 2, norm(y - w) < e / 2, eq(w, z))),
    (ne(x, 0), (norm(x - y) < norm(y),)),
    (implies(norm(x - y) < norm(y) / 2, norm(y) <= 2 * norm(x)), ()),
    (norm(p * x + q * y - w) <= e, (*SHARES, norm(x - w) <= e, norm(w - y) <= e)),
    (norm(p * x + (1 - p) * y - z) <= p * a + (1 - p) * d, (p <= 1, norm(x - z) <= a, norm(y - z) <= d)),
    (norm(x - p * z - (y - p * w)) <= (1 + p * q) * norm(x - y), (norm(z - w) <= q * norm(x - y),)),
    (norm(slope_of_more(x) - slope_of_more(y)) <= norm(slope(x) - slope(y)) + p * norm(x - y), ()),
    (norm(x) + norm(y) <= 2 * maximum(norm(x - y), norm(x + y)), ()),
    (norm(p * x + q * y - w) < e, (*SHARES, norm(x - w) < e, norm(w - y) < e)),
    (norm(p * x + (1 - p) * y - z) < e, (p <= 1, norm(x - z) < e, norm(y - z) < e)),
    (norm((x + y) / 2) < 1, (norm(x) <= 1, norm(y) <= 1, ne(x, y))),
    (norm(x - z) < norm(x - y), (inner(x - z, y - z) <= 0, ne(y, z))),
]
REFUTED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (norm(x + y) <= norm(x), ()),
    (norm(x + y) < norm(x) + norm(y), ()),
    (norm(2 * x + 3 * y) <= 2 * norm(x) + 2 * norm(y), ()),
    (norm(x - y) < e / 2, (norm(x - z) + norm(y - z) < e,)),
    (norm(x) + norm(y) <= norm(x + y), ()),
    (norm(g[1] - 2 * h[1] + g[2] - 2 * h[2]) <= total(norm(g[i] - h[i]), i, 1, 2), ()),
    (norm(p * x + q * y - w) < e, (*SHARES, norm(x - w) <= e, norm(w - y) <= e)),
    (norm(p * x + q * y - w) <= e, (p + q <= 1, norm(x - w) <= e, norm(w - y) <= e)),
    (norm(p * x + (1 - p) * y - z) <= p * a + (1 - p) * d, (norm(x - z) <= a, norm(y - z) <= d)),
    (norm(x - p * z - (y - p * w)) <= p * q * norm(x - y), (norm(z - w) <= q * norm(x - y),)),
    (norm(slope_of_more(x) - slope_of_more(y)) <= norm(slope(x) - slope(y)) + p / 2 * norm(x - y), ()),
    (norm(x) + norm(y) <= 2 * minimum(norm(x - y), norm(x + y)), ()),
    (norm(p * x + (1 - p) * y - z) < e, (p <= 1, norm(x - z) < e, norm(y - z) <= e)),
    (norm((x + y) / 2) < 1, (norm(x) <= 1, norm(y) <= 1)),
    (norm(x - z) < norm(x - y), (inner(x - z, y - z) <= 0,)),
]


@pytest.mark.parametrize(("claim", "given"), PROVED, ids=str)
def test_what_is_linear_in_norms_is_proved_in_every_dimension(claim: Prop, given: tuple[Prop, ...]) -> None:
    verdict = settle(Statement(given, claim), budget=30, advise=False)

    assert isinstance(verdict, Proved)
    assert not verdict.trusts


@pytest.mark.parametrize(("claim", "given"), REFUTED, ids=str)
def test_its_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert isinstance(settle(Statement(given, claim), budget=30, advise=False), Refuted)


def test_a_negative_coefficient_counts_by_its_size() -> None:
    """norm(x - y) <= norm(x) - norm(y) is not what the rule states for 1 x + (-1) y."""
    parts = ((tm.Number(ONE.value), x), (tm.Number(-ONE.value), y))
    proof = ct.Triangle(parts, ct.Combination((ct.Piece(ONE, (0,)),)))

    assert isinstance(check(Statement((), norm(x - y) <= norm(x) + norm(y)), proof), Proved)
    with pytest.raises(Rejected):
        check(Statement((), norm(x - y) <= norm(x) - norm(y)), proof)

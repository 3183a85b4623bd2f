"""Chebyshev's inequality for sums of any length, and what does not follow where the orders are others."""

from __future__ import annotations

import pytest

from symproof import Prop, Proved, total
from symproof.statement import each
from symproof.symbols import index, natural, sequence
from symproof.term import Scalar
from tests.kernel_says import accepts, settled

k, m = index("k"), natural("m", at_least=1)
c, d = sequence("c"), sequence("d")
UP_C, UP_D = each(k, c[k] <= c[k + 1]), each(k, d[k + 1] >= d[k])
DOWN_D = each(k, d[k + 1] <= d[k])


def _sum(term: Scalar) -> Scalar:
    return total(term, k, 1, m)


PRODUCTS, SUMS = m * _sum(c[k] * d[k]), _sum(c[k]) * _sum(d[k])


@pytest.mark.parametrize(
    ("given", "right", "wrong"),
    [
        ((UP_C, UP_D), PRODUCTS >= SUMS, PRODUCTS <= SUMS),
        ((UP_C, DOWN_D), PRODUCTS <= SUMS, PRODUCTS >= SUMS),
        ((UP_C,), m * _sum(k * c[k]) >= _sum(k) * _sum(c[k]), m * _sum(k * c[k]) >= 2 * _sum(k) * _sum(c[k])),
    ],
    ids=str,
)  # fmt: skip
def test_sums_of_products_where_both_grow_or_one_falls(given: tuple[Prop, ...], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given=given))
    assert not isinstance(settled(wrong, given=given, budget=0.3), Proved)


def test_one_order_alone_says_nothing() -> None:
    assert not isinstance(settled(PRODUCTS >= SUMS, given=[UP_C], budget=0.3), Proved)

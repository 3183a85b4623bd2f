"""What it means that a statement is false: the opposite is true exactly where the statement is false."""

from __future__ import annotations

from itertools import product

import pytest

from symproof import and_, eq, exists, iff, implies, integer, ne, not_, or_, reals
from symproof.evaluation.evaluate import holds
from symproof.point import Point
from symproof.statement import Or, Prop
from symproof.trusted.meaning import flatten, opposite

x, y, z = reals("x y z")
k, m = integer("k"), integer("m")


@pytest.mark.parametrize(
    "prop",
    [
        x < y, eq(x, 0), ne(x, y), not_(x < y),
        and_(x < y, y < z), or_(x < y, y < z), implies(x < y, y < z), iff(x < y, y < z),
        and_(x < 1, or_(y < 1, implies(z < 1, eq(x, y))), not_(iff(x > 0, z > 0))),
        exists(k, x < k * y, 1, 2), exists(k, and_(eq(x, k), exists(m, eq(y, m * z), 0, k)), 0, 2), exists(k, x < k, 2, 1),
    ],
)  # fmt: skip
def test_the_opposite_is_true_where_the_statement_is_false(prop: Prop) -> None:
    turned = opposite(prop)

    assert turned is not None
    for values in product((-1, 0, 1, 2), repeat=3):
        point = Point(dict(zip((x, y, z), values, strict=True)))
        assert holds(turned, point) != holds(prop, point)


def test_behind_a_false_part_nothing_needs_a_value() -> None:
    """not (x != 0 and 1/x > 0) holds at x = 0, where 1/x <= 0 has no value; so the second part stands behind the first."""
    prop = not_(and_(ne(x, 0), 1 / x > 0))
    (turned,) = flatten(prop)

    assert turned == Or((eq(x, 0), implies(ne(x, 0), 1 / x <= 0)))
    assert holds(prop, Point({x: 0})) and holds(turned, Point({x: 0})) is True

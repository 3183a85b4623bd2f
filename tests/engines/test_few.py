"""Integers that an equation bounds, each value tried; beside neighbours that leave one out, and numbers that are no integers."""

from __future__ import annotations

import pytest

from symproof import Proved, and_, eq, integer, natural, or_, prove, real
from symproof.statement import Prop
from tests import kernel_says
from tests.kernel_says import settled

a, b, m, n = integer("a"), integer("b"), natural("m"), natural("n")
x, y = real("x"), real("y")

HOLDS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (or_(and_(eq(a, 1), eq(b, 2)), and_(eq(a, 2), eq(b, 1))), (a >= 0, b >= 0, eq(a * b, 2))),
    (a <= 4, (eq(a**2 + b**2, 17),)),
    (eq(a, 4), (b > 1, a > b, eq(a + b + a * b, 19))),
    (m <= 12, (eq(m * n, 12), n >= 1)),
    (m + n <= 13, (eq(m * n, 12),)),
    (eq(a, 3), (eq(a**2 - b**2, 5), a > 0, b > 0)),
    (or_(eq(a, 3), eq(a, -3)), (eq(a**2 - b**2, 5),)),
    (a <= 7, (eq(a * b - a - b, 5),)),
    (eq(a + b, 5), (eq(a**2 + a * b - 2 * b**2, 7), a > 0, b > 0)),
    (or_(eq(m, 3), eq(m, 7)), (eq(m**2 + 2 * m - n**2, 14),)),
]
FAILS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (or_(and_(eq(a, 1), eq(b, 2)), and_(eq(a, 2), eq(b, 1))), (eq(a * b, 2),)),
    (a <= 3, (eq(a**2 + b**2, 17),)),
    (eq(a, 4), (b > 1, eq(a + b + a * b, 19))),
    (eq(x, 4), (y > 1, x > y, eq(x + y + x * y, 19))),
    (m + n <= 12, (eq(m * n, 12),)),
    (eq(x, 3), (eq(x**2 - y**2, 5), x > 0, y > 0)),
    (eq(a, 3), (eq(a**2 - b**2, 5),)),
    (a <= 6, (eq(a * b - a - b, 5),)),
    (eq(m, 7), (eq(m**2 + 2 * m - n**2, 14),)),
]


@pytest.mark.parametrize(("claim", "given"), HOLDS, ids=str)
def test_it_holds_by_the_kernel_alone(claim: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(prove(claim, given=given))


@pytest.mark.parametrize(("claim", "given"), FAILS, ids=str)
def test_its_neighbour_is_not_proved(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert not isinstance(settled(claim, given=given, budget=0.3), Proved)

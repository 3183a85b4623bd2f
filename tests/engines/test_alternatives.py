"""Alternatives from others, and from products that are 0; each with a neighbour that fails."""

from __future__ import annotations

import pytest

from symproof import Prop, Proved, Refuted, and_, eq, exp, iff, log, maximum, or_, positive, real, reals
from tests.kernel_says import accepts, settled

x, z = real("x"), positive("z")
EITHER = or_(eq(exp(x), 2), eq(exp(x), 5))
PRODUCT = eq((exp(x) - 2) * (exp(x) - 5), 0)
SQUARES = eq(log(z) ** 2 - log(z) - 6, 0)


@pytest.mark.parametrize(
    ("known", "right", "wrong"),
    [
        (EITHER, or_(eq(x, log(2)), eq(x, log(5))), or_(eq(x, log(2)), eq(x, log(4)))),
        (PRODUCT, or_(eq(x, log(5)), eq(x, log(2))), or_(eq(x, log(5)), eq(x, 2))),
        (eq(exp(2 * x) + 10, 7 * exp(x)), or_(eq(x, log(2)), eq(x, log(5))), or_(eq(x, log(2)), eq(x, -log(5)))),
        (SQUARES, or_(eq(z, exp(3)), eq(z, exp(-2))), or_(eq(z, exp(3)), eq(z, exp(2)))),
    ],
    ids=str,
)  # fmt: skip
def test_each_part_gives_a_part(known: Prop, right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given=[known]))
    assert not isinstance(settled(wrong, given=[known], budget=0.4), Proved)


a, b = reals("a b")
BOTH = or_(and_(a > 0, b > 0), and_(a < 0, b < 0))


@pytest.mark.parametrize(
    ("known", "right", "wrong"),
    [
        ((a * b > 0,), BOTH, or_(and_(a > 1, b > 0), and_(a < 0, b < 0))),
        ((a * b >= 0,), or_(and_(a > 0, b > 0), and_(a < 0, b < 0), eq(a, 0), eq(b, 0)), BOTH),
        ((), iff(a * b > 0, BOTH), iff(a * b >= 0, BOTH)),
        (
            (),
            or_(and_(a < b, eq(maximum(a, b), b)), eq(maximum(a, b), a)),
            or_(and_(a < b, b > 0), eq(maximum(a, b), a)),
        ),
    ],
    ids=str,
)
def test_parts_that_say_two_things(known: tuple[Prop, ...], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, known))

    assert isinstance(settled(wrong, known), Refuted)

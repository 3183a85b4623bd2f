"""Equations and orders between products of powers, solved for a letter in the exponents."""

from __future__ import annotations

import pytest

from symproof import Prop, Refuted
from symproof.functions import log
from symproof.statement import eq, or_
from symproof.symbols import natural, positive, reals
from symproof.term import Scalar, scalar
from tests.kernel_says import accepts, settled

x, y = reals("x y")
n, b = natural("n"), positive("b")


def _power(base: int, exponent: object) -> Scalar:
    return scalar(base) ** exponent  # type: ignore[operator]  # a number or a term


ROWS: list[tuple[Prop, Prop, Prop]] = [
    (eq(_power(2, x) * _power(3, x), 36), eq(x, 2), eq(x, 3)),
    (eq(_power(10, x) * _power(100, 2 * x), _power(1000, 5)), eq(x, 3), eq(x, 2)),
    (eq(_power(9, x), 1 / _power(3, x - 3)), eq(x, 1), eq(x, 2)),
    (eq(_power(2, n), 8), eq(n, 3), eq(n, 2)),
    (eq((scalar(1) / 2) ** x, 8), eq(x, -3), eq(x, 3)),
    ((scalar(1) / 2) ** x > 8, x < -3, x > -3),
    (eq(_power(3, x**2), _power(3, 2 * x + 3)), or_(eq(x, 3), eq(x, -1)), eq(x, 3)),
    (eq(b * _power(2, x), 5 * b * _power(3, y)), eq(x * log(2), log(5) + y * log(3)), eq(x, 5 * y)),
    (_power(4, x) <= _power(2, x + y), x <= y, x < y),
    (eq(_power(4, x) - _power(2, x + 1), 8), eq(x, 2), eq(x, 1)),
]


@pytest.mark.parametrize(("given", "right", "wrong"), ROWS, ids=str)
def test_the_exponents_are_compared_and_a_wrong_value_is_refuted(given: Prop, right: Prop, wrong: Prop) -> None:
    accepts(settled(right, [given]))

    assert isinstance(settled(wrong, [given], budget=5), Refuted)

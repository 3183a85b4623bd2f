"""Logarithms of products by those of their factors, where a normal form does not take them apart."""

from __future__ import annotations

import pytest

from symproof import Prop, Proved, Refuted, factorial, log, natural, real, total
from symproof.statement import eq
from symproof.symbols import index
from tests.kernel_says import accepts, settled

n, k, x = natural("n"), index("k"), real("x")
ROWS: list[tuple[tuple[Prop, ...], Prop, Prop]] = [
    (
        (n >= 3,),
        eq(total(log(k**2 - 4), k, 3, n), log(factorial(n - 2)) + log(factorial(n + 2)) - log(24)),
        eq(total(log(k**2 - 4), k, 3, n), log(factorial(n - 2)) + log(factorial(n + 2)) - log(12)),
    ),
    (
        (),
        eq(total(log(k + 2), k, 1, n), log(factorial(n + 2)) - log(2)),
        eq(total(log(k + 2), k, 1, n), log(factorial(n + 2)) - log(6)),
    ),
    (
        (),
        eq(log(factorial(n + 3)), log(n + 3) + log(factorial(n + 2))),
        eq(log(factorial(n + 3)), log(n + 2) + log(factorial(n + 2))),
    ),
    ((x > 2,), log(x**2 - 4) <= log(x + 2) + log(x), log(x**2 - 4) <= log(x + 2)),
]


@pytest.mark.parametrize(("given", "right", "wrong"), ROWS, ids=str)
def test_a_logarithm_of_a_product_is_taken_apart(given: tuple[Prop, ...], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given))

    assert isinstance(settled(wrong, given), Refuted)


def test_factors_that_are_not_positive_have_no_logarithms() -> None:
    """x**2 - 4 is positive for x < -2, where neither x - 2 nor x + 2 is."""
    assert not isinstance(settled(eq(log(x**2 - 4), log(x - 2) + log(x + 2)), (x < -2,)), Proved)

"""Sums along diagonals of Pascal's triangle, from the two before; each with a neighbour that fails."""

from __future__ import annotations

import pytest

from symproof import Proved, Refuted, binomial, each, eq, floor, index, natural, real, sequence, total
from symproof.statement import Prop
from tests import kernel_says
from tests.kernel_says import settled

n, j, k, x = natural("n"), natural("j"), index("k"), real("x")
f = sequence("f")
FIBONACCI = (each(j, eq(f[j + 2], f[j + 1] + f[j])), eq(f[0], 0), eq(f[1], 1))

ROWS: list[tuple[Prop, Prop, tuple[Prop, ...]]] = [
    (
        eq(total(binomial(n - k, k) * 2**k, k, 0, n), (2 ** (n + 1) + (-1) ** n) / 3),
        eq(total(binomial(n - k, k) * 2**k, k, 0, n), (2 ** (n + 1) - (-1) ** n) / 3),
        (),
    ),
    (
        eq(total(binomial(n - k, k) * (-1) ** k * 2 ** (n - 2 * k), k, 0, n), n + 1),
        eq(total(binomial(n - k, k) * (-1) ** k * 2 ** (n - 2 * k), k, 0, n), n + 2**n),
        (),
    ),
    (
        eq(total(binomial(n - k, k), k, 0, n), f[n + 1]),
        eq(total(binomial(n - k, k), k, 0, n), f[n + 2]),
        FIBONACCI,
    ),
    (
        eq(total(binomial(n - k, k), k, 0, floor(n / 2)), f[n + 1]),
        eq(total(binomial(n - k, k), k, 1, floor(n / 2)), f[n + 1]),
        FIBONACCI,
    ),
    (
        eq(total(binomial(n - k, k) * 6**k, k, 0, floor(n / 2)), (3 ** (n + 1) - (-2) ** (n + 1)) / 5),
        eq(total(binomial(n - k, k) * 6**k, k, 0, floor(n / 3)), (3 ** (n + 1) - (-2) ** (n + 1)) / 5),
        (),
    ),
]
NAMES = ("powers of 2", "both letters", "fibonacci", "to the middle", "powers to the middle")


@pytest.mark.parametrize(("claim", "false", "given"), ROWS, ids=NAMES)
def test_a_diagonal_and_its_neighbour(claim: Prop, false: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(settled(claim, given))

    assert isinstance(settled(false, given), Refuted)


def test_a_weight_that_may_have_no_value_is_not_divided_by() -> None:
    """At x = 0 the terms beyond the middle have negative exponents."""
    claim = eq(total(binomial(n - k, k) * x ** (n - 2 * k), k, 0, n), f[n + 1])
    assert not isinstance(settled(claim, FIBONACCI, budget=0.5), Proved)

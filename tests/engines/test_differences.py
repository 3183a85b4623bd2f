"""The n-th difference of what is of degree n in the index, sums beside a factor that may vanish, and one that its last term is:
what is proved, and the neighbour that is false."""

from __future__ import annotations

import pytest

from symproof import binomial, delta, eq, factorial, index, natural, real, total
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

m, n, k, x = natural("m"), natural("n"), index("k"), real("x")
SIGNED = (-1) ** k * binomial(n, k)
RIGHT: list[tuple[Prop, Prop]] = [
    (
        eq(total(SIGNED * (x - k) ** n, k, 0, n), factorial(n)),
        eq(total(SIGNED * (x - k) ** n, k, 0, n), (-1) ** n * factorial(n)),
    ),
    (
        eq(total((-1) ** (n - k) * binomial(n, k) * k**n, k, 0, n), factorial(n)),
        eq(total((-1) ** (n - k) * binomial(n, k) * k**n, k, 0, n), factorial(n) + 1),
    ),
    (
        eq(total(SIGNED * (x + 2 * k) ** n, k, 0, n), (-2) ** n * factorial(n)),
        eq(total(SIGNED * (x + 2 * k) ** n, k, 0, n), 2**n * factorial(n)),
    ),
    (
        eq(total(SIGNED * k ** (n + 1), k, 0, n), (-1) ** n * n * factorial(n + 1) / 2),
        eq(total(SIGNED * k ** (n + 1), k, 0, n), (-1) ** n * factorial(n + 1) / 2),
    ),
    (
        eq(total(SIGNED * binomial(x - k, n), k, 0, n), 1),
        eq(total(SIGNED * binomial(x - k, n), k, 0, n), (-1) ** n),
    ),
    (
        eq(total(SIGNED * binomial(m + n - k, n), k, 0, n), 1),
        eq(total(SIGNED * binomial(m + n - k, n), k, 0, n), m + 1),
    ),
    (
        eq(4 * total(k * (k - 1) * binomial(n, k), k, 0, n), n * (n - 1) * 2**n),
        eq(4 * total(k * (k - 1) * binomial(n, k), k, 0, n), n * (n + 1) * 2**n),
    ),
    (
        eq((m + n) * total(k * binomial(m, k) * binomial(n, k), k, 0, n), m * n * binomial(m + n, n)),
        eq((m + n) * total(k * binomial(m, k) * binomial(n, k), k, 0, n), m * m * binomial(m + n, n)),
    ),
    (
        eq(total(binomial(n, 2 * k), k, 0, n), 2**n / 2 + delta(n) / 2),
        eq(total(binomial(n, 2 * k), k, 0, n), 2**n / 2),
    ),
    (
        eq(total(k * binomial(k, m), k, 0, n), n * binomial(n + 1, m + 1) - binomial(n + 1, m + 2)),
        eq(total(k * binomial(k, m), k, 0, n), n * binomial(n + 1, m + 1) - binomial(n + 1, m)),
    ),
    (
        eq(total(binomial(m, k) * binomial(k, m), k, 0, m), 1),
        eq(total(binomial(m, k) * binomial(k, m), k, 0, m), m + 1),
    ),
]


@pytest.mark.parametrize(("right", "wrong"), RIGHT, ids=str)
def test_sums_with_binomial_coefficients(right: Prop, wrong: Prop) -> None:
    accepts(settled(right, []))
    assert settled(wrong, []).status == "refuted"

"""Sums that begin where a letter says, and inductions whose first sum has one member."""

from __future__ import annotations

import pytest

from symproof import Prop, binomial, eq, index, natural, prove, rational, total
from tests.kernel_says import accepts, settled

n, p, m, k = natural("n"), natural("p", at_least=1), natural("m"), index("k")
late = total(1 / k, k, n + 1, 2 * n)
signs = total((-1) ** (k + 1) / k, k, 1, 2 * n)
columns = total(binomial(k, m), k, 0, n)
beside = total(1 / (p + k), k, 1, p)


@pytest.mark.parametrize(
    "claim", [eq(late, signs), eq(columns, binomial(n + 1, m + 1)), beside < rational("0.7")], ids=str
)
def test_they_are_differences_of_sums_from_one_on(claim: Prop) -> None:
    accepts(settled(claim, budget=20))


@pytest.mark.parametrize(
    "claim",
    [
        eq(late, -signs),
        eq(total(1 / k, k, n + 1, 2 * n + 1), signs),
        eq(columns, binomial(n + 1, m)),
        late >= n / 2,
        beside < rational("0.69"),
    ],
    ids=str,
)
def test_a_false_neighbour_is_refuted(claim: Prop) -> None:
    assert prove(claim).status == "refuted"

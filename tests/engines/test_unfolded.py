"""Sums over members that hypotheses give by other sums, as softmax does: each with a neighbour that fails."""

from __future__ import annotations

import pytest

from symproof import each, eq, exp, index, natural, prove, sequence, total
from symproof.statement import Prop

k, j, n = index("k"), index("j"), natural("n")
p, q, z = sequence("p"), sequence("q"), sequence("z")
whole = total(exp(z[j]), j, 1, n)
softmax = each(k, eq(p[k], exp(z[k]) / whole), 1, n)
scaled = each(k, eq(q[k], z[k] * total(z[j] ** 2, j, 1, n)), 1, n)


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (eq(total(p[k], k, 1, n), 1), [softmax, n >= 1]),
        (eq(total(2 * p[k], k, 1, n), 2), [softmax, n >= 1]),
        (eq(total(q[k] * z[k], k, 1, n), total(z[k] ** 2, k, 1, n) ** 2), [scaled]),
    ],
)
def test_a_sum_is_that_of_what_its_members_are(claim: Prop, given: list[Prop]) -> None:
    said = prove(claim, given=given)

    assert said.status == "proved"
    assert not said.trusts


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (eq(total(p[k], k, 1, n), 2), [softmax, n >= 1]),
        (eq(total(p[k], k, 1, n), 1), [softmax]),  # the empty sum is 0
        (eq(total(p[k], k, 1, n + 1), 1), [softmax, n >= 1]),
        (eq(total(q[k] * z[k], k, 1, n), total(z[k] ** 2, k, 1, n)), [scaled]),
    ],
)
def test_its_neighbour_is_not_proved(claim: Prop, given: list[Prop]) -> None:
    assert prove(claim, given=given, budget=2.0).status != "proved"

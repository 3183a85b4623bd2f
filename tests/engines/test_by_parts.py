"""Sums by parts, sums from the index on, and logarithms taken apart under a sum; beside false neighbours."""

from __future__ import annotations

import pytest

from symproof import Refuted, eq, harmonic, index, log, natural, prove
from symproof.statement import Prop
from symproof.term import Scalar, Sum, scalar
from tests import kernel_says

i, j, k, n = index("i"), index("j"), index("k"), natural("n")
one = scalar(1)


def added(term: Scalar, low: object = 1, high: Scalar = n) -> Scalar:
    """The sum of a term over k, by default to n."""
    return Sum(term, k, scalar(low), high)


def rest(term: Scalar) -> Scalar:
    """The sum of a term in i from k to n."""
    return Sum(term, i, scalar(k), n)


HOLDS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(added(harmonic(n + k)), (2 * n + 1) * harmonic(2 * n) - (n + 1) * harmonic(n) - n), ()),
    (eq(added(harmonic(n + k), 0), (2 * n + 1) * harmonic(2 * n) - n * harmonic(n) - n), ()),
    (eq(added(rest(1 / i)), n), ()),
    (eq(added(k * rest(1 / i)), n * (n + 3) / 4), ()),
    (eq(added(rest(scalar(2) ** i), 0), n * scalar(2) ** (n + 1) + 1), ()),
    (eq(added(log(1 - one / k**2), 2), log((n + 1) / (2 * n))), (n >= 2,)),
    (eq(added(log(k * (k + 2) / (k + 1) ** 2)), log((n + 2) / (2 * (n + 1)))), ()),
]
FAILS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(added(harmonic(n + k)), (2 * n + 1) * harmonic(2 * n) - (n + 1) * harmonic(n)), ()),
    (eq(added(harmonic(n + k), 0), (2 * n + 1) * harmonic(2 * n) - (n + 1) * harmonic(n) - n), ()),
    (eq(added(rest(1 / i)), n + 1), ()),
    (eq(added(k * rest(1 / i)), n * (n + 2) / 4), ()),
    (eq(added(rest(scalar(2) ** i), 1), n * scalar(2) ** (n + 1) + 1), ()),
    (eq(added(log(1 - one / k**2), 2), log((n + 1) / n)), (n >= 2,)),
    (eq(added(log(k * (k + 2) / (k + 1) ** 2)), log((n + 2) / (n + 1))), ()),
]


@pytest.mark.parametrize(("claim", "given"), HOLDS, ids=str)
def test_it_holds_by_the_kernel_alone(claim: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(prove(claim, given=given))


@pytest.mark.parametrize(("claim", "given"), FAILS, ids=str)
def test_its_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert isinstance(prove(claim, given=given), Refuted)


def test_a_sum_that_has_no_value_at_its_first_place_is_not_proved() -> None:
    assert prove(eq(added(log(1 - one / k**2), 1), log((n + 1) / (2 * n))), given=(n >= 2,)).status == "unknown"

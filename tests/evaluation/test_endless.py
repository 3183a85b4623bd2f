"""Infinite sums at a point: what their values cannot be, and that nothing is said where they may be that."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import binomial, cos, eq, exp, factorial, index, integer, log, oo, pi, real, sin, sqrt, total
from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.evaluate import NotAFailure, failure
from symproof.point import Point
from symproof.statement import Statement
from tests.kernel_says import settled

k, m = index("k"), integer("m")
x, q = real("x"), real("q")
two, minus, half = tm.scalar(2), tm.scalar(-1), Fraction(1, 2)

VALUES: list[tuple[tm.Scalar, int, object]] = [
    (1 / two**k, 0, 2), (k / two**k, 0, 2), (k**2 / two**k, 1, 6), ((two**k + tm.scalar(3) ** k) / tm.scalar(6) ** k, 0, Fraction(7, 2)),
    (minus**k / two**k, 0, Fraction(2, 3)), (1 / (k * (k + 1)), 1, 1), (1 / k - 1 / (k + 1), 1, 1), (1 / k**2, 1, pi**2 / 6),
    (1 / factorial(k), 0, exp(1)), (minus**k / factorial(k), 0, exp(-1)), (minus ** (k + 1) / k, 1, log(2)), (1 / (k * two**k), 1, log(2)),
    (minus**k / (2 * k + 1), 0, pi / 4), (minus**k * pi ** (2 * k) / factorial(2 * k), 0, -1), (exp(-k), 0, 1 / (1 - exp(-1))),
    (1 / binomial(2 * k, k), 0, Fraction(4, 3) + 2 * pi / (9 * sqrt(3))), (k / factorial(k + 1), 1, 1), (0 * k, 0, 0),
    ((1 - k) / two**k, 0, 0), (two**k / factorial(k), 3, exp(2) - 5),
]  # fmt: skip
"""Sums with their values."""
DIVERGENT = [
    1 / k,
    k - k + 1,
    minus**k,
    two**k,
    1 / (2 * k - 1),
    k / (k + 1),
    factorial(k) / tm.scalar(9) ** k,
    (k + 2) / k**2,
    -1 / k,
]
NOT_SEEN: list[st.Prop] = [
    eq(total(1 / (k - 900), k, 1, oo), 5),  # a term far out has no value, so the claim has none
    eq(total(1 / (k - 900) - 1 / (k - 900), k, 1, oo), 5),
    eq(total((k - 900) ** 0 / (k - 900) * (k - 900) / two**k, k, 1, oo), 5),
    eq(total(factorial(k - 5), k, 0, oo), 1),
    eq(total(sin(k) / k, k, 1, oo), 9),  # of no known kind
    eq(total(k * 0**k, k, 1, oo), 9),
    eq(total(1 / (k * (k + 1)), k, 0, oo), 9),  # its first term has no value
    eq(total(1 / two**k, k, 0, oo), 1 / tm.scalar(0)),
]


def _fails(claim: st.Prop, **at: object) -> str:
    values = {letter: Fraction(at[letter.name]) for letter in (x, q, m) if letter.name in at}  # type: ignore[arg-type]
    try:
        return failure(Statement((), claim), Point(values)).words
    except NotAFailure:
        return ""


@pytest.mark.parametrize(("body", "low", "value"), VALUES, ids=str)
def test_a_value_stands_and_its_neighbours_fall(body: tm.Scalar, low: int, value: object) -> None:
    whole = tm.scalar(value)  # type: ignore[arg-type]

    assert not _fails(st.sums_to(body, k, low, whole))
    for wrong in (whole + Fraction(1, 5), whole - Fraction(1, 5)):
        assert _fails(st.sums_to(body, k, low, wrong))


@pytest.mark.parametrize("body", DIVERGENT, ids=str)
def test_what_has_no_sum_has_none_of_any_value(body: tm.Scalar) -> None:
    for value in (-7, 0, Fraction(1, 2), 40):
        assert _fails(st.sums_to(body, k, 1, value))


@pytest.mark.parametrize("claim", NOT_SEEN, ids=str)
def test_what_has_no_value_or_is_not_read_is_not_refuted(claim: st.Prop) -> None:
    assert not _fails(claim)


def test_the_edge_of_a_power_series() -> None:
    """log(1 + q) at q = 1 is its series, and at q = -1 there is no sum; a geometric one has none at either end."""
    logarithm = st.sums_to(minus ** (k + 1) * q**k / k, k, 1, log(1 + q))
    geometric = st.sums_to(q**k, k, 0, 1 / (2 - q))

    assert not _fails(logarithm, q=1)
    assert not _fails(logarithm, q=Fraction(99, 100))
    assert not _fails(logarithm, q=-1)  # then log(0) has no value either
    assert _fails(st.sums_to(minus ** (k + 1) * q**k / k, k, 1, q), q=-1)
    assert _fails(geometric, q=1) and _fails(geometric, q=-1)


def test_a_reader_is_told_the_terms_and_the_rest() -> None:
    cosine = eq(total(minus**k * x ** (2 * k) / factorial(2 * k), k, 0, oo), sin(x))

    assert (
        _fails(eq(total(1 / two**k, k, 0, oo), 3))
        == "the first 2 terms add up to 3/2, and all others to at most 1: less than 3"
    )
    assert "no value" in _fails(eq(total(1 / k, k, 1, oo), 3))
    assert _fails(cosine, x=1)
    assert settled(cosine, budget=2).status == "refuted"
    assert settled(eq(total(1 / two**k, k, m, oo), 1 / two**m), given=[m >= 0], budget=2).status == "refuted"
    assert not _fails(eq(total(minus**k * x ** (2 * k) / factorial(2 * k), k, 0, oo), cos(x)), x=7)

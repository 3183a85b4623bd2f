"""Binomial sums whose terms hang together by neighbours of binomial coefficients, and ends where a coefficient is 0."""

from __future__ import annotations

import pytest

from symproof import (
    Prop,
    Scalar,
    binomial,
    cos,
    delta,
    each,
    eq,
    factorial,
    index,
    integer,
    natural,
    product,
    real,
    sequence,
    sin,
    total,
)
from symproof.engines.deadline import Deadline
from symproof.engines.search import Search
from symproof.engines.stages import TABLE
from symproof.engines.sums.empty import empty
from symproof.statement import Relation
from symproof.trusted.facts import Facts
from symproof.verdict import Proved, Refuted
from tests.kernel_says import accepts, settled

n, m, r = natural("n"), natural("m"), natural("r")
f, x = sequence("f"), real("x")
j, k = index("j"), index("k")
HALF = 2 ** (n - 1)
ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    (  # where the upper coefficient is no multiple of the lower ones that is known: m may be 0
        eq(total((-1) ** k * binomial(m, k), k, 0, n), (-1) ** n * binomial(m - 1, n)),
        eq(total((-1) ** k * binomial(m, k), k, 0, n), (-1) ** n * binomial(m + 1, n)),
        [],
    ),
    (
        eq(total(total(x**k, k, 0, j), j, 0, n) * (1 - x) ** 2, n + 1 - (n + 2) * x + x ** (n + 2)),
        eq(total(total(x**k, k, 0, j), j, 0, n) * (1 - x) ** 2, n + 1 - (n + 3) * x + x ** (n + 2)),
        [],
    ),
    (
        eq(total(binomial(n, 2 * k), k, 0, n), HALF),
        eq(total(binomial(n, 2 * k), k, 0, n), HALF + 1),
        [n >= 1],
    ),
    (
        eq(2 * total(binomial(2 * n, k), k, 0, n), 4**n + binomial(2 * n, n)),
        eq(2 * total(binomial(2 * n, k), k, 0, n), 4**n - binomial(2 * n, n)),
        [],
    ),
    (
        eq(total(binomial(n, k) * binomial(k, m), k, m, n), binomial(n, m) * 2 ** (n - m)),
        eq(total(binomial(n, k) * binomial(k, m), k, m, n), binomial(n, m) * 2**n),
        [m <= n],
    ),
    (
        eq(total(binomial(n, k) * binomial(k, m), k, 0, n) * 2**m, binomial(n, m) * 2**n),
        eq(total(binomial(n, k) * binomial(k, m), k, 0, n) * 2**m, binomial(n, m) * 2**n + delta(n)),
        [],
    ),
    (
        eq(total((-1) ** k * binomial(n, k) * binomial(k, m), k, 0, n), (-1) ** n * delta(n - m)),
        eq(total((-1) ** k * binomial(n, k) * binomial(k, m), k, 0, n), delta(n - m)),
        [],
    ),
    (
        eq(total(3**k * binomial(n, k) * binomial(k, m), k, 0, n) * 4**m, binomial(n, m) * 3**m * 4**n),
        eq(total(3**k * binomial(n, k) * binomial(k, m), k, 0, n) * 4**m, binomial(n, m) * 4**n),
        [],
    ),
    (
        eq(total((-1) ** k * binomial(n, k) * binomial(2 * n - k, n), k, 0, n), 1),
        eq(total((-1) ** k * binomial(n, k) * binomial(2 * n - k, n), k, 0, n), (-1) ** n),
        [],
    ),
    (
        eq(total(total(j * binomial(k, j), j, 0, k), k, 0, n), (n - 1) * 2**n + 1),
        eq(total(total(j * binomial(k, j), j, 0, k), k, 0, n), (n - 1) * 2**n),
        [],
    ),
    (
        eq(total(binomial(k, m), k, m, n), binomial(n + 1, m + 1)),
        eq(total(binomial(k, m), k, m, n), binomial(n, m + 1)),
        [],
    ),
    (eq(total(1, k, m, n), n - m + 1), eq(total(1, k, m, n), n - m), [m <= n + 1]),
    (
        eq(binomial(n + 2, m + 2), binomial(n, m) + 2 * binomial(n, m + 1) + binomial(n, m + 2)),
        eq(binomial(n + 2, m + 2), binomial(n, m) + binomial(n, m + 1) + binomial(n, m + 2)),
        [],
    ),
    (eq(total(binomial(n, k), k, 0, n) ** 2, 4**n), eq(total(binomial(n, k), k, 0, n) ** 2, 2**n), []),
]

FIBONACCI = (each(k, eq(f[k + 2], f[k + 1] + f[k])), eq(f[0], 0), eq(f[1], 1))
NAMES = ("moved bottoms", "two columns", "fibonacci", "fibonacci by thirds", "real top", "delta", "cosines", "sines")
FOR_ALL_NUMBERS_AT_ONCE: list[tuple[Prop, Prop, tuple[Prop, ...]]] = [
    (
        eq(total(binomial(m, k) * binomial(n, k + r), k, 0, m), binomial(m + n, m + r)),
        eq(total(binomial(m, k) * binomial(n, k + r), k, 0, m), binomial(m + n, n + r)),
        (),
    ),
    (
        eq(total(binomial(k, r) * binomial(n - k, m), k, 0, n), binomial(n + 1, m + r + 1)),
        eq(total(binomial(k, r) * binomial(n - k, m), k, 0, n), binomial(n, m + r + 1)),
        (),
    ),
    (
        eq(total(binomial(n, k) * f[k], k, 0, n), f[2 * n]),
        eq(total(binomial(n, k) * f[k], k, 0, n), f[2 * n + 1]),
        FIBONACCI,
    ),
    (
        eq(total(binomial(n, k) * 2**k * f[k], k, 0, n), f[3 * n]),
        eq(total(binomial(n, k) * 3**k * f[k], k, 0, n), f[3 * n]),
        FIBONACCI,
    ),
    (
        eq(total(binomial(x, k) * binomial(n, k), k, 0, n), binomial(x + n, n)),
        eq(total(binomial(x, k) * binomial(n, k), k, 0, n), binomial(x + n, n + 1)),
        (),
    ),
    (
        eq(total((-1) ** k * binomial(n + k, n) * binomial(n, k) / (k + 1), k, 0, n), delta(n)),
        eq(total((-1) ** k * binomial(n + k, n) * binomial(n, k) / (k + 1), k, 0, n), 2 * delta(n)),
        (),
    ),
    (
        eq(total(binomial(n, k) * cos(k * x), k, 0, n), (2 * cos(x / 2)) ** n * cos(n * x / 2)),
        eq(total(binomial(n, k) * cos(k * x), k, 0, n), (2 * cos(x / 2)) ** n * cos(n * x)),
        (),
    ),
    (
        eq(total(binomial(n, k) * sin((2 * k + 1) * x), k, 0, n), (2 * cos(x)) ** n * sin((n + 1) * x)),
        eq(total(binomial(n, k) * sin((2 * k + 1) * x), k, 0, n), (2 * cos(x)) ** n * sin(n * x)),
        (),
    ),
]


@pytest.mark.parametrize(("claim", "false", "given"), FOR_ALL_NUMBERS_AT_ONCE, ids=NAMES)
def test_a_sum_by_pascals_rule_and_its_neighbour(claim: Prop, false: Prop, given: tuple[Prop, ...]) -> None:
    accepts(settled(claim, given=given, budget=20))

    assert isinstance(settled(false, given=given, budget=20), Refuted)


def test_a_range_that_ends_before_it_starts_has_no_negative_length() -> None:
    assert isinstance(settled(eq(total(1, k, m, n), n - m + 1)), Refuted)


@pytest.mark.parametrize(("claim", "false", "given"), ROWS, ids=lambda row: str(row)[:40])
def test_a_sum_and_its_neighbour(claim: Prop, false: Prop, given: list[Prop]) -> None:
    right, wrong = settled(claim, given=given, budget=20), settled(false, given=given, budget=20)

    assert isinstance(right, Proved)
    assert not right.trusts
    assert isinstance(wrong, Refuted)


RUNS = [
    (product(n + k, k, 1, n), factorial(2 * n) / factorial(n), factorial(2 * n)),
    (product(m + k, k, 1, n), factorial(m + n) / factorial(m), factorial(m + n)),
    (product((n + k) / k, k, 1, n), binomial(2 * n, n), binomial(2 * n + 1, n)),
    (product(n - k, k, 0, n - 1), factorial(n), factorial(n + 1)),
    (product(n - k, k, 0, n), 0, factorial(n)),
    (product(2 * n + 2 * k, k, 1, n), 2**n * factorial(2 * n) / factorial(n), factorial(2 * n) / factorial(n)),
    (product(k - n - m, k, 0, n - 1), (-1) ** n * factorial(n + m) / factorial(m), factorial(n + m) / factorial(m)),
]


@pytest.mark.parametrize(("run", "value", "false"), RUNS, ids=str)
def test_a_run_of_factors_from_a_letter_on(run: Scalar, value: Scalar, false: Scalar) -> None:
    accepts(settled(eq(run, value)))

    assert isinstance(settled(eq(run, false)), Refuted)


def test_a_run_that_starts_at_0_is_no_quotient_of_factorials() -> None:
    """m (m + 1) ... (m + n) is (m + n)!/(m - 1)! for m >= 1 alone."""
    run, quotient = product(m + k, k, 0, n), factorial(m + n) / factorial(m - 1)

    accepts(settled(eq(run, quotient), given=[m >= 1]))
    assert not isinstance(settled(eq(run, quotient), budget=1), Proved)
    assert isinstance(settled(eq(run, factorial(m + n) / factorial(m))), Refuted)


def test_a_coefficient_beyond_its_top_is_0_where_the_top_is_natural() -> None:
    """binomial(x, k) of a top below 0 is none: binomial(-1, 1) = -1."""
    x = integer("x")
    for facts in (Facts(()), Facts((n >= 1,))):
        normalizer = facts.normalizer
        beyond = [binomial(n, n + 1), binomial(n + 1, 2 * (n + 1) + 1), binomial(2 * n, 3 * n + 1)]
        others = [
            binomial(n + 1, n + 1),
            binomial(n, n),
            binomial(2 * n, n + 1),
            binomial(x, x + 1),
            binomial(n - 2, n - 1),
        ]

        assert all(normalizer.ring.is_zero(normalizer.scalar(term)) for term in beyond)
        assert not any(normalizer.ring.is_zero(normalizer.scalar(term)) for term in others)


def test_places_that_follow_from_each_other_write_coefficients_by_factorials() -> None:
    j = natural("j")
    nested, turned = binomial(n, m) * binomial(m, j), binomial(n, j) * binomial(n - j, m - j)

    accepts(settled(eq(nested, turned), given=[j <= m, m <= n]))
    accepts(settled(eq(binomial(n, m) * binomial(n - m, j), binomial(n, j) * binomial(n - j, m)), given=[m + j <= n]))
    assert isinstance(settled(eq(nested, binomial(n, j) * binomial(n - j, m)), given=[j <= m, m <= n]), Refuted)
    assert not isinstance(settled(eq(nested, turned), given=[m <= n], budget=0.3), Proved)


def test_an_end_that_a_sum_binds_is_no_letter_of_the_claim() -> None:
    """An induction over the j of sum(sum(k/j, k, 1, j), j, 1, n) was written, which the kernel refused."""
    claim = eq(total(total(k / j, k, 1, j), j, 1, n) * 4, n * (n + 3))

    search = Search(Deadline.now().after(5), tuple((word, engine) for word, engine, _ in TABLE))

    assert isinstance(claim, Relation)
    assert empty(search, Facts(), claim) is None
    accepts(settled(claim))

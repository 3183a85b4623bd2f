"""Infinite sums: what is proved with its convergence, what must not be, and what is seen to vanish."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import (
    binomial,
    cos,
    eq,
    exp,
    factorial,
    harmonic,
    index,
    log,
    natural,
    oo,
    pi,
    real,
    sin,
    sqrt,
    total,
)
from symproof import statement as st
from symproof import term as tm
from symproof.recheck import series as again
from symproof.recheck.build import read
from symproof.recheck.facts import Facts as FactsAgain
from symproof.term import scalar
from symproof.trusted.certificate import AddedSeries, Combination, Limit, PowerSeries, Suppose, to_data
from symproof.trusted.facts import Facts
from symproof.trusted.null import vanishes
from tests.kernel_says import accepts, both_reject, rejected, settled

n, m, k = natural("n"), natural("m", at_least=1), index("k")
x, q, a = real("x"), real("q"), real("a")
two, minus = scalar(2), scalar(-1)
half, third = Fraction(1, 2), scalar(Fraction(1, 3))

PROVED: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (eq(total(1 / (k * (k + 1)), k, 1, oo), 1), ()),
    (eq(total(1 / (k * (k + 2)), k, 1, oo), Fraction(3, 4)), ()),
    (eq(total(1 / two**k, k, 1, oo), 1), ()),
    (eq(Fraction(1, 54), total(third**k, k, 4, oo)), ()),
    (eq(total(k / two**k, k, 1, oo), 2), ()),
    (eq(total(q**k, k, 0, oo), 1 / (1 - q)), (abs(q) < 1,)),
    (eq(total(k * q**k, k, 0, oo), q / (1 - q) ** 2), (q > -1, q < 1)),
    (eq(total((k + 1) * q**k, k, 0, oo), 1 / (1 - q) ** 2), (abs(q) < 1,)),
    (eq(total(q ** (2 * k), k, 0, oo), 1 / (1 - q**2)), (abs(q) < 1,)),
    (eq(total(x**k / k, k, 1, oo), -log(1 - x)), (abs(x) < 1,)),
    (eq(total(x ** (2 * k) / factorial(k), k, 0, oo), exp(x**2)), ()),
    (eq(total(k / factorial(k + 1), k, 1, oo), 1), ()),
    (eq(total(x**k / factorial(k), k, 1, oo), exp(x) - 1), ()),
    (eq(total(minus**k * x ** (2 * k) / factorial(2 * k), k, 0, oo), cos(x)), ()),
    (eq(total(minus**k * x ** (2 * k + 1) / factorial(2 * k + 1), k, 0, oo), sin(x)), ()),
    (eq(total(minus ** (k + 1) / k, k, 1, oo), log(2)), ()),
    (eq(total(x ** (2 * k + 1) / (2 * k + 1), k, 0, oo), log((1 + x) / (1 - x)) / 2), (abs(x) < 1,)),
    (eq(total(1 / (scalar(4) ** k * (2 * k + 1)), k, 0, oo), log(3)), ()),
    (eq(total(binomial(n + k, k) * x**k, k, 0, oo), 1 / (1 - x) ** (n + 1)), (abs(x) < 1,)),
    (eq(total(binomial(n + k, n) * x**k, k, 1, oo), (1 - x) ** (-n - 1) - 1), (abs(x) < 1,)),
    (eq(total(binomial(half, k) * x**k, k, 0, oo), sqrt(1 + x)), (abs(x) < 1,)),
    (eq(total(binomial(m + k - 1, k) * q**m * (1 - q) ** k, k, 0, oo), 1), (q > 0, q < 1)),
    (eq(total(1 / k**2, k, 1, oo), pi**2 / 6), ()),
    (eq(total(1 / k**2, k, 2, oo), pi**2 / 6 - 1), ()),
]
NOT_PROVED: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (eq(total(1 / (k * (k + 1)), k, 1, oo), 2), ()),
    (eq(total(1 / two**k, k, 0, oo), 1), ()),
    (eq(total(1 / k, k, 1, oo), 5), ()),  # it has no value
    (eq(total(minus**k, k, 0, oo), half), ()),
    (eq(total(two**k, k, 0, oo), -1), ()),
    (eq(total(q**k, k, 0, oo), 1 / (1 - q)), (q > -2, q < 1)),
    (eq(total(q**k, k, 0, oo), 1 / (1 - q)), (q < 1,)),
    (eq(total(q ** (2 * k), k, 0, oo), 1 / (1 - q**2)), (abs(q) <= 1,)),
    (eq(total(x**k / k, k, 1, oo), -log(1 - x)), (abs(x) < 2,)),
    (eq(total(x**k / factorial(k), k, 0, oo), exp(x) - 1), ()),
    (eq(total(x ** (2 * k + 1) / (2 * k + 1), k, 0, oo), log((1 + x) / (1 - x)) / 2), (x >= -1, x < 1)),
    (eq(total(x ** (2 * k + 1) / (2 * k + 1), k, 0, oo), log((1 + x) / (1 - x))), (abs(x) < 1,)),
    (eq(total(binomial(n + k, k) * x**k, k, 0, oo), 1 / (1 - x) ** (n + 1)), (x < 1,)),
    (eq(total(binomial(n + k, k) * x**k, k, 0, oo), 1 / (1 - x) ** n), (abs(x) < 1,)),
    (eq(total(binomial(a, k) * x**k, k, 0, oo), (1 + x) ** a), (abs(x) <= 1,)),
    (eq(total(minus**k * x ** (k + 1) / (k + 1), k, 0, oo), log(1 + x)), (x > -1, x <= 2)),
]


@pytest.mark.parametrize("row", PROVED, ids=str)
def test_what_converges_is_proved_with_its_value(row: tuple[st.Prop, tuple[st.Prop, ...]]) -> None:
    verdict = settled(row[0], given=row[1], budget=30)

    assert verdict.status == "proved"
    assert verdict.trusts == frozenset()


def test_sympy_says_it_with_its_own_infinity() -> None:
    sympy = pytest.importorskip("sympy")
    j = sympy.Symbol("j", integer=True)

    halves = sympy.Rational(1, 2) ** j
    for low, holds in ((1, True), (0, False)):
        claim = sympy.Eq(sympy.Sum(halves, (j, low, sympy.oo)), 1, evaluate=False)
        assert (settled(claim, budget=5 if holds else 0.5).status == "proved") is holds


@pytest.mark.parametrize("row", NOT_PROVED, ids=str)
def test_its_neighbours_are_not(row: tuple[st.Prop, tuple[st.Prop, ...]]) -> None:
    assert settled(row[0], given=row[1], budget=0.5).status != "proved"


INSIDE = (abs(q) < 1,)
VANISH = [
    1 / n, 1 / (n + 1), 3 / (2 * n - 1), (n + 2) / two**n, n**9 / two**n, two**n / factorial(n), 1 / sqrt(n + 1),
    q**n, n**3 * q ** (n + 1), q**n / (n + 1), (n**2 - n) / (n**3 - n + 5), 5 * (-third) ** n, sin(n) / n,
    two**n / (scalar(3) ** n - n), factorial(n) / factorial(n + 1), factorial(2 * n) / (scalar(5) ** n * factorial(n) ** 2),
    (n + 1) / factorial(n), -1 / (n + a**2), (q**n - 1) / n, scalar(0), 1 / (n * minus**n),
]  # fmt: skip
STAY = [
    n, 1 + 1 / n, n / (n + 1), two**n / n, minus**n, a**n, (2 * q) ** n, two**n * q**n, 1 / (n + minus**n * n),
    1 / (n - n), factorial(n) / two**n, factorial(2 * n) / (scalar(4) ** n * factorial(n) ** 2) * sqrt(n), a,
    1 / (two**n - two**n), scalar(1) ** n, q ** (-n), q ** (n - n), n / (n**2 - n**2 + 1), harmonic(n), sin(n), n * sin(1 / n),
    sqrt(n + 1) - sqrt(n), binomial(2 * n, n) / two**n,
]  # fmt: skip
"""Some of these do vanish, and are not seen to: sqrt(n + 1) - sqrt(n)."""


@pytest.mark.parametrize(("terms", "expected"), [(VANISH, True), (STAY, False)])
def test_what_vanishes_as_n_grows(terms: list[tm.Scalar], expected: bool) -> None:
    """The kernel and the re-checker say the same of each."""
    letter = tm.Variable("n", "natural", least=0)
    facts, others = Facts(INSIDE), FactsAgain(read(to_data(prop)) for prop in INSIDE)
    for term in map(scalar, terms):
        assert vanishes(facts, term, letter) is expected, term
        assert again.vanishes(others, read(to_data(term)), read(to_data(letter))) is expected, term


def test_a_power_needs_a_base_inside_of_the_unit_interval() -> None:
    assert not vanishes(Facts((q <= 1,)), q**n, n)
    assert not vanishes(Facts((q < 1,)), q**n, n)


def test_a_limit_asks_for_a_rest_that_vanishes_and_for_a_letter_of_its_own() -> None:
    claim = st.sums_to(k - k, k, 1, a)  # it is 0, whatever a is
    letter = tm.Variable("m", "natural", least=0)
    proof = Suppose(Combination())

    assert not rejected(st.sums_to(k - k, k, 1, 0), Limit(letter, tm.ONE, tm.ZERO, proof))
    assert rejected(claim, Limit(letter, tm.ONE, tm.Neg(a), proof))
    assert rejected(st.sums_to(k - k, k, 1, letter), Limit(letter, tm.ONE, tm.Neg(letter), proof))
    assert rejected(st.sums_to(k - k, k, 1, 1), Limit(letter, tm.ONE, tm.Neg(tm.ONE), proof))


def test_a_power_series_keeps_its_first_terms() -> None:
    claim, without = (st.sums_to(x**k / factorial(k), k, low, exp(x)) for low in (0, 1))
    proof = Suppose(Combination())

    assert not rejected(claim, PowerSeries("exp", x, tm.ONE, 0, proof, Combination()))
    assert rejected(without, PowerSeries("exp", x, tm.ONE, 0, proof, Combination()))
    assert rejected(claim, PowerSeries("exp", x, tm.ONE, 1, proof, Combination()))
    assert rejected(claim, PowerSeries("exp", x, tm.ONE, -1, proof, Combination()))


def test_the_order_of_binomial_coefficients_is_free_of_the_index_and_the_place_lies_inside() -> None:
    leaf, inside = Combination(), (x > -1, x < 1)
    terms, value = binomial(a, k) * x**k, (1 + x) ** a

    def proof(order: tm.Scalar, at: tm.Scalar = x) -> PowerSeries:
        return PowerSeries("binomial", at, tm.ONE, 0, Suppose(leaf), leaf, order)

    assert not both_reject(st.sums_to(terms, k, 0, value), proof(a), inside)
    assert both_reject(st.sums_to(terms, k, 0, value), proof(q), inside)
    assert both_reject(st.sums_to(terms, k, 0, value), proof(a), (x >= -1, x < 1))
    assert both_reject(st.sums_to(terms, k, 0, value), proof(a), (x > -1, x <= 1))
    assert both_reject(st.sums_to(binomial(k, k) * x**k, k, 0, value), proof(k), inside)
    assert both_reject(st.sums_to(binomial(a, k) * (-x) ** k, k, 0, (1 - x) ** a), proof(a, at=-x), (x > -2, x < 1))
    assert not both_reject(st.sums_to(binomial(a, k) * (-x) ** k, k, 0, (1 - x) ** a), proof(a, at=-x), inside)


MOMENTS = [
    (st.sums_to(exp(-2 * q * k), k, 0, 1 / (1 - exp(-2 * q))), st.sums_to(exp(-2 * q * k), k, 0, 1 / (1 - exp(-q)))),
    (st.sums_to(exp(-q * k), k, 1, 1 / (exp(q) - 1)), st.sums_to(exp(-q * k), k, 1, 1 / (exp(q) + 1))),
    (eq(total(k * a**k / factorial(k), k, 0, oo), a * exp(a)), eq(total(k * a**k / factorial(k), k, 0, oo), exp(a))),
    (
        eq(total((k - q) ** 2 * q**k * exp(-q) / factorial(k), k, 0, oo), q),
        eq(total((k - q) ** 2 * q**k * exp(-q) / factorial(k), k, 0, oo), q**2),
    ),
    (eq(total(k**3 / factorial(k), k, 1, oo), 5 * exp(1)), eq(total(k**3 / factorial(k), k, 2, oo), 5 * exp(1))),
    (
        eq(total(k * q * (1 - q) ** (k - 1), k, 1, oo), 1 / q),
        eq(total(k * q * (1 - q) ** (k - 1), k, 1, oo), (1 - q) / q),
    ),
]


@pytest.mark.parametrize(("claim", "false"), MOMENTS, ids=str)
def test_moments_of_distributions(claim: st.Prop, false: st.Prop) -> None:
    given = (q > 0, q < 1)
    accepts(settled(claim, given=given))

    assert settled(false, given=given, budget=0.5).status == "refuted"


def test_series_are_added_only_from_one_place_and_with_weights_that_are_constant() -> None:
    """sum 1/k! from 0 on as 1 + 2 times half of the sum from 1 on."""
    one, known = scalar(1), exp(1) - 1
    claim = eq(total(1 / factorial(k), k, 0, oo), exp(1))
    part = st.sums_to(1 / (2 * factorial(k)), k, 1, known / 2)
    leaf = Combination()
    proof = PowerSeries("exp", one, scalar(Fraction(1, 2)), 0, Suppose(leaf), leaf)

    def added(**changed: object) -> AddedSeries:
        fields: dict[str, object] = {"weights": (two,), "series": (part,), "proofs": (proof,), "start": 1}
        return AddedSeries(**{**fields, "terms": Suppose(leaf), "value": leaf, **changed})  # type: ignore[arg-type]

    assert not rejected(claim, added())
    assert both_reject(claim, added(weights=(scalar(3),)))
    assert both_reject(claim, added(weights=(2 * k / k,)))
    assert both_reject(claim, added(weights=(two, one)))
    assert both_reject(claim, added(start=0))  # the part starts at 1
    assert both_reject(claim, added(start=2))
    assert both_reject(claim, added(start=-1))
    assert both_reject(claim, added(series=(st.sums_to(1 / (2 * factorial(k)), k, 1, known),)))
    assert both_reject(claim, added(series=(eq(a, a),)))
    assert both_reject(claim, added(proofs=()))
    assert both_reject(eq(total(1 / factorial(k), k, 0, oo), known), added())  # the first term counts
    assert both_reject(eq(total(1 / (k * factorial(k)), k, 0, oo), exp(1)), added())


def test_a_power_is_taken_apart_only_where_its_base_is_known_not_to_be_0() -> None:
    """(1 - q)**(k - 1) (1 - q) = (1 - q)**k is 0 = 1 at q = 1, k = 0."""
    shifted = eq((1 - q) ** (k - 1) * (1 - q), (1 - q) ** k)

    assert settled(shifted, (q < 1,)).status == "proved"
    assert settled(shifted, (q <= 1,)).status != "proved"
    assert settled(eq(a ** (k - 1) * a, a**k), (k >= 1, a >= 0)).status == "proved"

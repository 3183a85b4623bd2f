"""The laws of functions in the normal form against exact evaluation, on random terms at random points."""

from __future__ import annotations

from fractions import Fraction as Q

import pytest
from hypothesis import given
from hypothesis import strategies as some

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.evaluation.evaluate import NoValue, Undecided, holds, value
from symproof.evaluation.exact import Number, sign
from symproof.functions import cos, exp, log, maximum, minimum, sigma, sin, sqrt
from symproof.point import Point
from symproof.symbols import integer, natural, nonnegative, positive, rational, real
from symproof.term import ZERO
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer

x, y, p, q, r = real("x"), real("y"), positive("p"), positive("q"), nonnegative("r")
n, k = natural("n"), integer("k")
LEAVES = [x, y, p, q, r, n, k, *map(tm.scalar, (-1, 0, 2, 12)), rational("1/2"), rational("2/3")]
UNARY = (exp, log, sin, cos, sqrt, sigma, abs)
BINARY = (
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / b,
    maximum,
    minimum,
)
EXPONENTS = [x, p, n, k, n + 1, n - k, -n, 2 * k, n * k, *map(rational, ("1/2", "3/2", "-1/2", "1/3", "2", "-1", "3"))]
terms = some.recursive(
    some.sampled_from(LEAVES),
    lambda inside: some.one_of(
        some.tuples(some.sampled_from(UNARY), inside).map(lambda t: t[0](t[1])),
        some.tuples(some.sampled_from(BINARY), inside, inside).map(lambda t: t[0](t[1], t[2])),
        some.tuples(inside, some.sampled_from(EXPONENTS)).map(lambda t: t[0] ** t[1]),
        inside.map(lambda arg: log(arg * p)),
        inside.map(lambda arg: sqrt(arg**2 * p)),
        inside.map(lambda arg: exp(k * log(arg))),
    ),
    max_leaves=5,
)
small = some.fractions(-2, 2, max_denominator=3)
points = some.builds(
    lambda a, b, c, d, e, i, j: Point({x: a, y: b, p: abs(c) + Q(1, 3), q: abs(d) + 1, r: abs(e), n: Q(i), k: Q(j)}),
    small, small, small, small, small, some.integers(0, 3), some.integers(-2, 2),
)  # fmt: skip
SIGNS = [x > 0, x < 0, y >= 0, y <= 0, x * y > 0, x + y > 0]


def measured(term: tm.Scalar, point: Point) -> Number | None:
    """The term's value; None where it has none or is too large."""
    try:
        return value(term, point)  # type: ignore[return-value]  # a scalar's value is a number
    except (NoValue, Undecided):
        return None


@given(terms, points)
def test_a_term_and_its_normal_form_are_worth_the_same(term: tm.Scalar, point: Point) -> None:
    """Under every sign that holds at the point; where the term has a value, so has its normal form."""
    facts = Facts([fact for fact in SIGNS if isinstance(fact, st.Prop) and holds(fact, point)])
    if measured(term, point) is None:
        return
    try:
        normal = Readback(facts.normalizer).scalar(facts.normalizer.scalar(term))
    except NOT_NORMAL:
        return

    try:
        assert holds(st.Relation("=", term, normal), point)
    except Undecided:
        return  # two enclosures that do not come apart


@given(terms, points)
def test_a_range_holds_the_value(term: tm.Scalar, point: Point) -> None:
    facts = Facts([fact for fact in SIGNS if isinstance(fact, st.Prop) and holds(fact, point)])
    found = measured(term, point)
    if found is None:
        return

    bounds = facts.range(term)

    for end, side in ((bounds.low, 1), (bounds.high, -1)):
        if end is not None:
            with_end = st.Relation(">=" if side > 0 else "<=", term, tm.Number(end))
            try:
                assert holds(with_end, point)
            except Undecided:
                continue


@pytest.mark.parametrize(
    ("known", "one", "other"),
    [
        ((), log(x * y), log(x) + log(y)),
        ((), log(x**2), 2 * log(x)),
        ((), log(p + q), log(p) + log(q)),
        ((), sqrt(x**2), x),
        ((), sqrt(x * y), sqrt(x) * sqrt(y)),
        ((), sqrt(p + q), sqrt(p) + sqrt(q)),
        ((), exp(x * y), exp(x) * exp(y)),
        ((), exp(x) ** y, exp(x + y)),
        ((), p ** (x * y), p**x * p**y),
        ((), x ** (n - 1) * x, x**n),  # at x = 0 and n = 0 only one has a value
        ((x < 0,), sqrt(x**2), x),
        ((x < 0,), (x**2) ** rational("1/2"), x),
        ((x >= 0,), log(x**n), n * log(x)),  # 0**0 has the logarithm 0
        ((), sin(x + y), sin(x) + sin(y)),
        ((), sigma(-x), sigma(x)),
    ],
    ids=str,
)
def test_neighbours_have_normal_forms_of_their_own(
    known: tuple[st.Prop, ...], one: tm.Scalar, other: tm.Scalar
) -> None:
    normalizer = Facts(known).normalizer

    assert not normalizer.ring.is_zero(normalizer.difference(one, other))


def test_the_logarithm_of_zero_is_left_alone() -> None:
    normalizer = Normalizer()

    assert not normalizer.ring.is_zero(normalizer.scalar(log(ZERO)))


def test_signs_are_strict_where_they_must_be() -> None:
    facts = Facts([x >= 0, y > 0])

    assert (facts.sign(x), facts.sign(y), facts.sign(-y)) == (1, 2, -2)
    assert sign(Q(0)) == 0

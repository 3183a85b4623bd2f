"""Claims that fail only where their sides are equal irrational numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import eq, exp, iff, log, maximum, ne, or_, pi, real, sin, sqrt
from symproof.errors import SymproofError
from symproof.evaluation.evaluate import NotAFailure
from symproof.evaluation.ties import failure
from symproof.kernel import confirm
from symproof.point import Point
from symproof.statement import Prop, Statement
from symproof.verdict import Refuted
from tests.kernel_says import settled

x = real("x")


def point(value: int) -> Point:
    return Point({x: Fraction(value)})


@pytest.mark.parametrize(
    ("claim", "given", "at"),
    [
        (x * exp(-x) < exp(-1), (), 1),
        (log(1 + exp(x)) < log(2) + maximum(x, 0), (), 0),
        (ne(sqrt(x + 1) * sqrt(2), 2), (), 1),
        (or_(exp(x) < exp(1) * x, x < 1), (), 1),
        (iff(exp(x) >= exp(1) * x, x > 1), (), 1),
        (x > 1, (eq(exp(x), exp(1) * x),), 1),
    ],
)
def test_a_tie_refutes(claim: Prop, given: tuple[Prop, ...], at: int) -> None:
    assert isinstance(confirm(Statement(given, claim), point(at)), Refuted)


def test_a_tie_shows_no_values_but_that_they_are_equal() -> None:
    statement = Statement((), x * exp(-x) < exp(-1))
    found = failure(statement, point(1))
    assert (found.left, found.right, found.difference) == (None, None, 0)


@pytest.mark.parametrize(
    ("claim", "given", "at"),
    [
        (x * exp(-x) <= exp(-1), (), 1),
        (exp(x) > exp(1) * x, (), 2),  # no tie there
        (log(x - 1) < log(x - 1), (), 1),  # no value
        (1 / (sqrt(2) * sqrt(2) * x - 2) < 1 / (2 * x - 2), (), 1),
        (sqrt(exp(x) - exp(1) * x) < 0, (), 1),  # that there is a value is not seen
        (x > 1, (exp(x) < exp(1) * x,), 1),
        (sin(pi * x) > 1, (ne(exp(x), exp(1) * x),), 1),
    ],
)
def test_what_is_no_failing_tie_refutes_nothing(claim: Prop, given: tuple[Prop, ...], at: int) -> None:
    with pytest.raises((NotAFailure, SymproofError)):
        confirm(Statement(given, claim), point(at))


def test_the_search_finds_a_tie() -> None:
    assert settled(x * exp(-x) < exp(-1), budget=2).status == "refuted"


def test_alternatives_fail_far_out() -> None:
    from symproof import natural

    n = natural("n")
    assert settled(or_(2**n < 1000 * n, eq(n, 0)), budget=2).status == "refuted"

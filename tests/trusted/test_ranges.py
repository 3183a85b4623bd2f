"""Intervals: what an operation returns holds every value of the operation; and the ends that it must not lose."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as some

from symproof import eq, maximum, minimum, natural, nonnegative, positive, prove, real
from symproof.functions import FUNCTIONS
from symproof.trusted.ranges import Range, add, exactly, integral, invert, meet, multiply, negate, of_function, power
from tests.kernel_says import settled

ends = some.one_of(some.none(), some.fractions(-3, 3, max_denominator=2))
numbers = some.fractions(-4, 4, max_denominator=3)


@some.composite
def ranges_with_a_member(draw: some.DrawFn) -> tuple[Range, Fraction]:
    """A number, and a range drawn around it."""
    member = draw(numbers)
    low, high, gap = draw(ends), draw(ends), draw(some.booleans())
    low = None if low is None else min(low, member)
    high = None if high is None else max(high, member)
    return Range(low, high, gap and low != member, gap and high != member, gap and member != 0), member


def holds(known: Range, x: Fraction) -> bool:
    above = known.low is None or x > known.low or (x == known.low and not known.low_open)
    below = known.high is None or x < known.high or (x == known.high and not known.high_open)
    return above and below and not (known.nonzero and x == 0)


@given(ranges_with_a_member(), ranges_with_a_member())
def test_an_operation_holds_its_values(first: tuple[Range, Fraction], second: tuple[Range, Fraction]) -> None:
    (a, x), (b, y) = first, second

    assert holds(multiply(a, b), x * y)
    assert holds(add(a, b), x + y)
    assert holds(negate(a), -x)
    assert holds(meet(a, Range()), x)
    assert holds(of_function(FUNCTIONS["max"], (a, b)), max(x, y)) and holds(
        of_function(FUNCTIONS["min"], (a, b)), min(x, y)
    )
    assert holds(power(a, 3), x**3) and holds(power(a, 2), x**2)
    if x != 0:
        assert holds(invert(meet(a, Range(nonzero=True))), 1 / x)
    if x.denominator == 1:
        assert holds(integral(a), x)


def test_a_constant_keeps_the_one_end_that_there_is() -> None:
    below_one = Range(high=Fraction(1), high_open=True)

    assert multiply(below_one, exactly(2)) == Range(high=Fraction(2), high_open=True)
    assert multiply(exactly(-1), below_one) == Range(low=Fraction(-1), low_open=True)
    assert multiply(Range(low=Fraction(-1)), Range(Fraction(0), Fraction(2))) == Range(low=Fraction(-2))


def test_the_smaller_of_two_positive_numbers_is_positive() -> None:
    a, c = positive("a"), positive("c")
    d = nonnegative("d")

    assert prove(maximum(a, c) <= a * c / minimum(a, c)).trusts == frozenset()
    assert prove(maximum(-a, -c) < 0).trusts == frozenset()
    assert settled(minimum(a, d) > 0).status == "refuted"
    assert settled(maximum(-a, -d) < 0).status == "refuted"


def test_facts_that_contradict_each_other_do_not_divide_by_zero() -> None:
    assert invert(Range(Fraction(1), Fraction(0))) == Range(nonzero=True)


def test_an_upper_bound_is_one_for_what_is_left() -> None:
    q, c = nonnegative("q"), positive("c")

    assert prove(c / (1 - q) >= 0, given=[q < 1]).trusts == frozenset()
    assert settled(c / (1 - q) >= 0, given=[q < 2]).status == "refuted"


def test_a_bound_on_a_product_bounds_its_distance() -> None:
    a, b, x, n = positive("a"), positive("b"), real("x"), natural("n")

    assert prove((1 - a * b) ** 2 * x**2 <= x**2, given=[a * b <= 2]).trusts == frozenset()
    assert settled((1 - a * b) ** 2 * x**2 <= x**2, given=[a * b <= 3]).status == "refuted"
    assert prove(eq(abs(n - 1), 1 - n), given=[n < 2]).trusts == frozenset()

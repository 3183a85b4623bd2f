"""Exact numbers: roots, powers, enclosures and dual numbers, against SymPy and mpmath."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import given
from hypothesis import strategies as some

from symproof.evaluation.exact import (
    BITS,
    ONE,
    ZERO,
    Dual,
    Number,
    checked,
    compare,
    divide,
    elementary,
    exact_root,
    power,
    same,
    settled,
    sign,
)
from symproof.evaluation.novalue import OutOfDomain, Undecided, Unseparated
from symproof.functions import FUNCTIONS

TWO, HALF = Fraction(2), Fraction(1, 2)
fractions = some.fractions(min_value=-5, max_value=5, max_denominator=20)


def dual(x: Fraction) -> Dual:
    return Dual(x, (ONE,), 1)


def slope(number: Number) -> Number:
    assert isinstance(number, Dual)
    return number.slopes[0]


@pytest.mark.parametrize(
    ("number", "degree", "root"),
    [
        (Fraction(9, 4), 2, Fraction(3, 2)),
        (Fraction(8, 27), 3, Fraction(2, 3)),
        (ZERO, 2, ZERO),
        (Fraction(10**40), 40, Fraction(10)),
        (Fraction(2), 2, None),
        (Fraction(9, 5), 2, None),
        (Fraction(2**61 - 1), 61, None),
    ],
)
def test_a_root_is_exact_or_none(number: Fraction, degree: int, root: Fraction | None) -> None:
    assert exact_root(number, degree) == root


@given(some.integers(0, 10**30), some.integers(2, 7))
def test_the_root_of_a_power_is_found_and_of_its_neighbour_is_not(base: int, degree: int) -> None:
    assert exact_root(Fraction(base**degree), degree) == base
    assert exact_root(Fraction((base + 2) ** degree + 1), degree) is None


def test_zero_to_the_zero_is_one_and_to_a_negative_power_has_no_value() -> None:
    assert power(ZERO, ZERO) == 1

    with pytest.raises(OutOfDomain):
        power(ZERO, Fraction(-1))


@pytest.mark.parametrize("base", [ZERO, Fraction(-8)])
def test_a_fractional_power_needs_a_positive_base(base: Fraction) -> None:
    with pytest.raises(OutOfDomain):
        power(base, Fraction(1, 3))


def test_a_fractional_power_of_a_perfect_power_is_a_fraction() -> None:
    assert power(Fraction(8, 27), Fraction(2, 3)) == Fraction(4, 9)
    assert power(Fraction(8, 27), Fraction(-2, 3)) == Fraction(9, 4)


def test_one_and_minus_one_have_powers_of_any_size() -> None:
    assert power(ONE, Fraction(10**12)) == 1
    assert power(-ONE, Fraction(10**12 + 1)) == -1


def test_what_is_too_large_is_undecided() -> None:
    with pytest.raises(Undecided):
        power(TWO, Fraction(BITS + 1))
    with pytest.raises(Undecided):
        checked(Fraction(1, 2 ** (BITS + 1)))


def test_the_largest_number_can_be_printed() -> None:
    assert len(str(2**BITS - 1)) <= 4300


@pytest.mark.parametrize("name", sorted(name for name, row in FUNCTIONS.items() if row.arity))
def test_every_function_of_the_table_has_values_and_derivatives(name: str) -> None:
    args = (Fraction(3, 10),) * FUNCTIONS[name].arity
    lifted = (dual(args[0]), *args[1:]) if len(args) == 1 else (dual(args[0]), TWO)

    assert sign(elementary(name, args)) == (1 if name != "log" else -1)
    slope(elementary(name, lifted)) if name != "max" else elementary(name, lifted)


def test_a_function_without_a_rule_is_undecided() -> None:
    with pytest.raises(Undecided):
        elementary("airy", (ONE,))
    with pytest.raises(Undecided):
        elementary("max", (ONE,))


@pytest.mark.parametrize(("name", "x"), [("log", ZERO), ("log", -ONE), ("sqrt", -ONE)])
def test_a_function_has_no_value_outside_of_its_domain(name: str, x: Fraction) -> None:
    with pytest.raises(OutOfDomain):
        elementary(name, (x,))


@given(fractions, some.sampled_from(["exp", "sin", "cos", "sigma", "abs", "sqrt", "log"]))
def test_enclosures_contain_what_mpmath_computes(x: Fraction, name: str) -> None:
    if name in ("sqrt", "log") and x <= 0:
        return
    with mpmath.workdps(60):
        real = mpmath.mpf(x.numerator) / x.denominator
        meant = {"sigma": lambda v: 1 / (1 + mpmath.exp(-v)), "abs": abs}.get(name, getattr(mpmath, name, None))(real)
        near = Fraction(int(mpmath.nint(meant * 10**50)), 10**50)

    value = elementary(name, (x,))

    low, high = near - Fraction(1, 10**12), near + Fraction(1, 10**12)
    assert compare(value, low) > 0
    assert compare(value, high) < 0


def test_close_numbers_separate_with_more_bits_and_equal_ones_never_do() -> None:
    tiny = Fraction(1, 10**40)
    root = elementary("sqrt", (TWO,))

    assert settled(lambda: compare(elementary("exp", (tiny,)), 1 + tiny)) == 1
    with pytest.raises(Unseparated):
        settled(lambda: compare(elementary("sqrt", (TWO,)) * elementary("sqrt", (TWO,)), TWO))
    with pytest.raises(Unseparated):
        sign(root - root)


def test_zero_times_an_irrational_number_is_zero() -> None:
    assert ZERO * elementary("sqrt", (TWO,)) == 0
    assert elementary("sqrt", (TWO,)) * ZERO == 0


def test_the_larger_of_two_that_cannot_be_told_apart_is_enclosed() -> None:
    both = elementary("max", (elementary("sqrt", (TWO,)), elementary("sqrt", (TWO,))))

    assert compare(both, Fraction(14, 10)) == 1
    assert compare(both, Fraction(15, 10)) == -1


def test_an_unbounded_enclosure_is_undecided() -> None:
    def tower() -> Number:
        number: Number = Fraction(100)
        for _ in range(5):
            number = elementary("exp", (number,))
        return number

    with pytest.raises(Undecided):
        settled(tower)


def test_one_pair_that_differs_decides_rows() -> None:
    root = elementary("sqrt", (TWO,))

    assert not same((root, ONE), (root, TWO))
    with pytest.raises(Unseparated):
        same((root, ONE), (root, ONE))


@given(fractions, fractions)
def test_duals_follow_the_rules_of_the_derivative(x: Fraction, c: Fraction) -> None:
    d = dual(x)

    assert slope(d * d * d - c * d) == 3 * x * x - c
    assert slope(power(d + c, Fraction(4))) == 4 * (x + c) ** 3
    if x != c:
        assert slope(divide(ONE, d - c)) == -1 / (x - c) ** 2


def test_no_derivative_at_a_kink() -> None:
    for name in ("abs", "sqrt"):
        with pytest.raises(OutOfDomain):
            elementary(name, (dual(ZERO),))
    with pytest.raises(OutOfDomain):
        elementary("max", (dual(ONE), ONE))


def test_the_derivative_of_a_derivative_is_not_confused_with_the_inner_one() -> None:
    """d/dx (x * d/dy (x + y)) is 1: the inner slope is a constant, not the outer one again."""
    x = dual(Fraction(3))
    y = Dual(Fraction(5), (ONE,), 2)

    inner = (x + y).slopes[0]

    assert slope(x * inner) == 1


def test_a_varying_exponent_needs_a_positive_base() -> None:
    assert slope(power(ONE, dual(TWO)) + dual(ZERO)) == 1
    with pytest.raises(OutOfDomain):
        power(-ONE, dual(TWO))

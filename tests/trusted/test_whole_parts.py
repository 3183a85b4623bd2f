"""Whole parts: floor(x) is an integer, floor(x) <= x < floor(x) + 1, and integers come out of it; nothing more is believed."""

from __future__ import annotations

import pytest

from symproof import (
    Proved,
    Refuted,
    Unknown,
    ceil,
    cos,
    derivative,
    eq,
    floor,
    integer,
    natural,
    ne,
    pi,
    positive,
    prove,
    rational,
    real,
    reals,
    sqrt,
    total,
)
from symproof.errors import UnknownOperator
from symproof.statement import Prop

x, y = reals("x y")
n, k, p = natural("n"), integer("k"), positive("p")
HALF = rational("1/2")

RIGHT: list[tuple[Prop, list[Prop]]] = [
    (floor(x) <= x, []),
    (x < floor(x) + 1, []),
    (ceil(x) >= x, []),
    (ceil(x) - floor(x) <= 1, []),
    (eq(floor(x + k), floor(x) + k), []),
    (eq(floor(x + 3 * n / 2), n + floor(x + n / 2)), []),
    (eq(floor(-n / 2), -n + floor(n / 2)), []),
    (eq(floor(floor(x)), floor(x)), []),
    (eq(floor(x), k), [k <= x, x < k + 1]),
    (floor(x) <= floor(y), [x <= y]),
    (floor(x) + floor(y) <= floor(x + y), []),
    (floor(x + y) <= floor(x) + floor(y) + 1, []),
    (floor(-x) <= -floor(x), []),
    (eq(floor(n / 2) + floor((n + 1) / 2), n), []),
    (eq(ceil(n / 2), floor((n + 1) / 2)), []),
    (n - 3 * floor(n / 3) <= 2, []),
    (eq(floor(n / 3) + floor((n + 1) / 3) + floor((n + 2) / 3), n), []),
    (eq(floor(n / 2) * ceil(n / 2), floor(n**2 / 4)), []),
    (floor(p) >= 0, []),
    (floor(x) >= 1, [x >= 1]),
    (eq(floor(x), 0), [0 <= x, x < 1]),
    (floor(x) <= 0, [x < 1]),
    (eq(floor(rational("-7/2")), -4), []),
    (eq(floor(pi), 3), []),
    (eq(floor(-sqrt(80)), -9), []),
    (eq(total(1, k, 1, floor(n / 2)), floor(n / 2)), []),
    (eq(cos(2 * pi * floor(x)), 1), []),
    (eq(floor(2 * x), floor(x) + floor(x + HALF)), []),
    (eq(floor(3 * y), floor(y) + floor(y + HALF - rational("1/6")) + floor(y + rational("2/3"))), []),
    (floor(2 * x) + floor(2 * y) >= floor(x) + floor(x + y) + floor(y), []),
    (floor(5 * x) + floor(5 * y) >= floor(3 * x + y) + floor(3 * y + x), [x >= 0, y >= 0]),
]
WRONG: list[tuple[Prop, list[Prop]]] = [
    (floor(x) < x, []),
    (eq(floor(x + y), floor(x) + floor(y)), []),
    (eq(floor(2 * x), 2 * floor(x)), []),
    (eq(floor(-x), -floor(x)), []),
    (eq(floor(n / 2), n / 2), []),
    (eq(floor(n / 2) + floor(n / 2), n), []),
    (eq(floor(n**2 / 2), n * floor(n / 2)), []),
    (eq(floor(n / 3) * ceil(n / 3), floor(n**2 / 9)), []),
    (eq(floor(n / 3 + HALF), floor(n / 3)), []),
    (eq(floor(x * n), n * floor(x)), []),
    (floor(x) >= 0, [x > -1]),
    (floor(x) <= 0, [x <= 1]),
    (floor(x) < floor(y), [x < y]),
    (x < y, [floor(x) <= floor(y)]),
    (eq(ceil(x), floor(x) + 1), []),
    (ne(floor(x), x), []),
    (eq(floor(x * y), floor(x) * floor(y)), []),
    (eq(floor(pi), 4), []),
    (floor(2 * x) + floor(2 * y) > floor(x) + floor(x + y) + floor(y), []),
    (eq(floor(3 * x), floor(x) + 2 * floor(x + HALF)), []),
    (eq(floor(3 * y), floor(y) + floor(y + HALF) + floor(y + rational("2/3"))), []),
    (eq(floor(-sqrt(2)), -1), []),
    (eq(cos(pi * floor(x)), 1), []),
    (eq(total(1, k, 1, floor(x)), floor(x)), []),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=[str(claim) for claim, _ in RIGHT])
def test_what_holds_is_proved_by_the_kernel_alone(claim: Prop, given: list[Prop]) -> None:
    verdict = prove(claim, given=given)

    assert isinstance(verdict, Proved)
    assert not verdict.trusts


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=[str(claim) for claim, _ in WRONG])
def test_what_fails_is_refuted(claim: Prop, given: list[Prop]) -> None:
    assert isinstance(prove(claim, given=given), Refuted)


def test_a_whole_part_has_a_value_where_its_argument_has_one() -> None:
    assert isinstance(prove(eq(floor(1 / x) - floor(1 / x), 0)), Unknown)
    assert isinstance(prove(eq(floor(1 / x) - floor(1 / x), 0), given=[ne(x, 0)]), Proved)


def test_a_root_is_no_integer_by_being_near_to_one() -> None:
    """The enclosure of sqrt(2)**2 holds 2, and numbers below it."""
    assert not isinstance(prove(eq(floor(sqrt(2) * sqrt(2) - rational("1e-90")), 2)), Proved)
    assert isinstance(prove(eq(floor(sqrt(2) * sqrt(2)), 2)), Proved)


def test_a_whole_part_has_no_derivative_here() -> None:
    with pytest.raises(UnknownOperator, match="no derivative of Floor"):
        prove(eq(derivative(floor(x), x), 0))


def test_a_whole_part_is_written_as_one() -> None:
    z = real("z")

    assert str(floor(z) + ceil(z) - floor(z / 2)) == "floor(z) + ceil(z) - floor(z/2)"

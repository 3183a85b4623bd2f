"""Nonnegative solutions of linear systems: what is found satisfies every row exactly."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symproof.engines.polynomials import linear
from symproof.engines.polynomials.linear import Equation, PivotLimit, feasible, solve

if TYPE_CHECKING:
    from collections.abc import Collection

COUNT = 6
COEFFICIENTS = st.fractions(min_value=-3, max_value=3, max_denominator=4)
ROWS = st.lists(st.dictionaries(st.integers(0, COUNT - 1), COEFFICIENTS, max_size=COUNT), min_size=1, max_size=5)
SOLUTIONS = st.lists(st.fractions(min_value=0, max_value=3, max_denominator=3), min_size=COUNT, max_size=COUNT)


def fractions(*values: int) -> list[Fraction]:
    """Integers as the solver gives them."""
    return [Fraction(value) for value in values]


def satisfies(system: list[Equation], k: list[Fraction], free: Collection[int] = ()) -> bool:
    """Whether k solves the system, with the signs that it needs."""
    sides = all(sum(c * k[j] for j, c in row.items()) == value for row, value in system)
    return sides and all(value >= 0 or j in free for j, value in enumerate(k))


@given(ROWS, SOLUTIONS)
def test_a_system_with_a_solution_is_solved(rows: list[dict[int, Fraction]], known: list[Fraction]) -> None:
    system: list[Equation] = [(row, sum(c * known[j] for j, c in row.items())) for row in rows]

    k = feasible(system, COUNT)

    assert k is not None
    assert satisfies(system, k)
    assert sum(value != 0 for value in k) <= len(rows)


@given(ROWS, SOLUTIONS, st.sets(st.integers(0, COUNT - 1)))
def test_free_unknowns_may_be_negative_and_no_others(
    rows: list[dict[int, Fraction]], known: list[Fraction], free: set[int]
) -> None:
    signed = [-value if j in free else value for j, value in enumerate(known)]
    system: list[Equation] = [(row, sum(c * signed[j] for j, c in row.items())) for row in rows]

    k = feasible(system, COUNT, free)

    assert k is not None
    assert satisfies(system, k, free)


@given(ROWS, st.lists(st.integers(-2, 2), min_size=5, max_size=5))
def test_z3_agrees_on_whether_there_is_a_solution(rows: list[dict[int, Fraction]], values: list[int]) -> None:
    from symproof.doors.z3 import solve_nonnegative

    system: list[Equation] = list(zip(rows, values, strict=False))
    as_text = [([(j, str(c)) for j, c in row.items()], str(value)) for row, value in system]

    k = feasible(system, COUNT)

    assert (k is None) == (solve_nonnegative(as_text, COUNT) is None)
    assert k is None or satisfies(system, k)


def test_a_sum_of_nonnegative_numbers_is_not_negative() -> None:
    assert feasible([({0: 1, 1: 1}, -1)], 2) is None


def test_the_same_sum_is_negative_where_one_is_free() -> None:
    assert feasible([({0: 1, 1: 1}, -1)], 2, free=[1]) == fractions(0, -1)


def test_equations_that_contradict_each_other_have_no_solution() -> None:
    assert feasible([({0: 1, 1: 1}, 1), ({0: 2, 1: 2}, 3)], 2) is None


def test_a_redundant_equation_does_no_harm() -> None:
    assert feasible([({0: 1, 1: 1}, 1), ({0: 2, 1: 2}, 2)], 2) == fractions(1, 0)


def test_the_lower_number_is_preferred() -> None:
    assert feasible([(dict.fromkeys(range(5), 1), 1)], 5) == fractions(1, 0, 0, 0, 0)


def test_a_row_of_zeros_must_have_zero_on_the_right() -> None:
    assert feasible([({0: 0}, 0)], 1) == fractions(0)
    assert feasible([({}, 1)], 1) is None


def test_a_cycling_example_ends() -> None:
    """Beale's example, on which the simplex method with the largest coefficient rule runs in a circle."""
    system: list[Equation] = [
        ({0: Fraction(1, 4), 1: -60, 2: Fraction(-1, 25), 3: 9, 4: 1}, 0),
        ({0: Fraction(1, 2), 1: -90, 2: Fraction(-1, 50), 3: 3, 5: 1}, 0),
        ({2: 1, 6: 1}, 1),
        ({0: Fraction(3, 4), 1: -150, 2: Fraction(1, 50), 3: -6, 7: -1}, Fraction(1, 20)),
    ]

    k = feasible(system, 8)

    assert k is not None
    assert satisfies(system, k)


def test_a_search_that_is_given_up_says_so() -> None:
    with pytest.raises(PivotLimit, match="2 rows"):
        feasible([({0: 1, 1: 1}, 2), ({0: 1, 1: -1}, 1)], 2, pivots=1)


def test_a_system_that_is_given_up_goes_to_z3(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object) -> None:
        raise PivotLimit("for this test")

    monkeypatch.setattr(linear, "feasible", give_up)

    assert solve([({0: 1, 1: 1}, 2), ({0: 1, 1: -1}, 1)], 2, seconds=20) == [Fraction(3, 2), Fraction(1, 2)]
    assert solve([({0: 1, 1: 1}, -1)], 2, seconds=20) is None

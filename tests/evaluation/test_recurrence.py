"""Recurrences as definitions: which hypotheses define a sequence, and which only look as if they did."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest

from symproof import (
    and_,
    cyclic,
    each,
    eq,
    exp,
    function,
    grad,
    index,
    inner,
    integer,
    log,
    natural,
    norm,
    positive,
    real,
    sequence,
    sin,
    sqrt,
    total,
    vector,
)  # fmt: skip
from symproof.evaluation.evaluate import NotAFailure, Undecided, admissible, failure
from symproof.evaluation.recurrence import offset_from, recurrences
from symproof.point import Point, QuadraticFunction, SequenceValue
from symproof.statement import Statement

a, b, c = sequence("a"), sequence("b"), sequence("c")
p = sequence("p", of=positive)
w, v = sequence("w", of=vector), sequence("v", of=vector)
t, k, T = index("t"), index("k"), natural("T")
x, eta = real("x"), positive("eta")
f = function("f")
ZERO, ONE = Fraction(0), Fraction(1)


def scalars(*members: int | Fraction, tail: int | Fraction = 0, start: int = 0) -> SequenceValue:
    return SequenceValue({start + k: Fraction(m) for k, m in enumerate(members)}, Fraction(tail))


POINT = Point(
    {
        **{s: SequenceValue({}, Fraction(k)) for k, s in enumerate((a, b, c, p), start=1)},
        **{s: SequenceValue({}, (Fraction(k),)) for k, s in enumerate((w, v), start=1)},
        x: Fraction(3),
        eta: ONE,
        T: Fraction(4),
        f: QuadraticFunction(ZERO, (ONE,), Fraction(2)),
    }
)


class TestDefinitions:
    """These hold at every index by construction, from the open members alone."""

    @pytest.mark.parametrize(
        "given",
        [
            (each(t, eq(a[t + 1], 2 * a[t] + b[t])),),
            (each(t, eq(2 * a[t] + b[t], a[t + 1])),),
            (each(t, eq(a[t], t**2)),),
            (each(t, eq(a[t], a[t - 1] + 1), 1),),
            (each(t, eq(a[t + 2], a[t + 1] + a[t])),),
            (each(t, eq(w[t + 1], w[t] - eta * v[t])),),
            (each(t, eq(w[t + 1], w[t] - eta * grad(f)(w[t]))),),
            (each(t, eq(v[t], grad(f)(w[t]))), each(t, eq(w[t + 1], w[t] - eta * v[t]))),
            (each(t, and_(eq(v[t], grad(f)(w[t])), eq(w[t + 1], w[t] - eta * v[t]))),),
            (each(t, eq(a[t + 1], b[t])), each(t, eq(b[t + 1], a[t]))),
            (each(t, eq(a[t + 1], a[t] / (t + 1))),),
            (each(t, eq(a[t + 1], a[t] / sqrt(t)), 1),),
            (each(t, eq(a[t + 1], a[t] / x)),),
            (each(t, eq(a[t + 1], a[t] / p[t] + eta**t)),),
            (each(t, eq(p[t + 1], p[t] / (1 + p[t]))),),
            (each(t, eq(a[t + 1], log(1 + norm(v[t])) + exp(-a[t]) / (1 + a[t] ** 2))),),
            (each(t, eq(a[t + 1], sin(a[t]) + a[0])),),
            (each(t, eq(w[t + 1], -eta / sqrt(1 + total(inner(v[k], v[k]), k, 0, t)) * v[t])),),
            (each(t, eq(a[t + 1], total(b[k], k, 0, t))),),
            (each(t, eq(a[t + 1], a[t] + 1), 0, T),),
            (each(t, eq(a[t + 1], 2 / a[t])),),
            (each(t, eq(a[t + 1], 2 * a[t] ** -1)),),
            (each(t, eq(a[t + 1], sqrt(4 * a[t]))),),
            (each(t, eq(a[t + 1], (a[t] + b[t]) / 2)), each(t, eq(b[t + 1], 2 * a[t] * b[t] / (a[t] + b[t])))),
        ],
    )  # fmt: skip
    def test_a_recurrence_that_is_well_founded_and_total_holds(self, given: tuple[Any, ...]) -> None:
        assert admissible(given, POINT)

    def test_members_are_positive_where_the_first_ones_are(self) -> None:
        """Of a(t + 1) = 1 + 1/a(t) with a(0) = -1 the second member is 0, and there is no third."""
        step = each(t, eq(a[t + 1], 1 + 1 / a[t]))

        assert failure(Statement((step,), a[1] <= 1), Point({a: scalars(1)})).left == 2
        for first in (-1, 0, -2):
            with pytest.raises(NotAFailure):
                failure(Statement((step,), eq(1, 2)), Point({a: scalars(first)}))

    def test_members_beyond_a_range_may_be_negative(self) -> None:
        step = each(t, eq(a[t + 1], 1 + 1 / a[t]), 0, 1), each(t, eq(b[t + 1], b[t] + 1 / a[t]))

        with pytest.raises(NotAFailure):
            failure(Statement(step, eq(1, 2)), Point({a: scalars(1, 2, tail=-1), b: scalars(1)}))

    def test_members_are_computed(self) -> None:
        fibonacci = each(t, eq(a[t + 2], a[t + 1] + a[t]))
        point = Point({a: scalars(1, 1)})

        assert failure(Statement((fibonacci,), eq(a[10], 0)), point).left == 89

    def test_a_long_recurrence_is_no_deep_recursion(self) -> None:
        step = each(t, and_(eq(a[t + 1], a[t] + b[t]), eq(b[t + 1], b[t])))
        point = Point({a: scalars(0), b: scalars(1)})

        assert failure(Statement((step,), eq(a[9000], 0)), point).left == 9000

    def test_a_recurrence_over_a_range_leaves_the_members_beyond_open(self) -> None:
        step = each(t, eq(a[t + 1], a[t] + 1), 0, 1)
        point = Point({a: SequenceValue({0: ZERO, 5: Fraction(7)}, Fraction(9))})

        for place, member in ((0, 0), (1, 1), (2, 2), (3, 9), (5, 7)):
            assert failure(Statement((step,), eq(a[place], 100)), point).left == member

    def test_a_member_that_is_listed_must_be_the_computed_one(self) -> None:
        double = each(t, eq(a[t + 1], 2 * a[t]))

        assert admissible((double,), Point({a: scalars(1, 2, 4)}))
        assert not admissible((double,), Point({a: scalars(1, 2, 5)}))


class TestNoDefinitions:
    """These are not taken as definitions; nothing is refuted with them."""

    @pytest.mark.parametrize(
        "given",
        [
            (each(t, eq(a[t], a[t] + 1)),),
            (each(t, eq(a[t + 1], a[t + 1] + 1)),),
            (each(t, eq(a[t + 1], b[t + 1])), each(t, eq(b[t + 1], a[t + 1] + 1))),
            (each(t, eq(a[t], a[t + 1] + b[t])),),
            (each(t, eq(a[t + 1], a[T] + 1)),),
            (each(t, eq(a[t + 1], a[5] + 1)),),
            (each(t, eq(a[t + 1], total(a[k], k, 0, 2 * t))),),
            (each(t, eq(a[t + 1], a[2 * t])),),
            (each(t, eq(a[t + 1], 1 / (t - 5))),),
            (each(t, eq(a[t + 1], 3 - 1 / a[t])),),
            (each(t, eq(a[t + 1], a[t] / t)),),
            (each(t, eq(a[t + 1], sqrt(4 * a[t] - 1))),),
            (each(t, eq(a[t + 1], log(1 + a[t]))),),
            (each(t, eq(a[t + 1], 1 / b[t])), each(t, eq(b[t + 1], a[t] - 1))),
            (each(t, eq(a[t + 1], b[t - 1])),),
            (each(t, eq(p[t + 1], p[t] - 1)),),
            (each(t, eq(p[t + 1], 0 * p[t])),),
            (each(t, eq(a[t + 1], 2 * a[t])), each(t, eq(a[t + 1], 3 * a[t]))),
            (each(t, eq(a[t + 1], 2 * a[t])), each(t, a[t] <= 5)),
            (each(t, eq(2 * a[t + 1], a[t])),),
            (each(x, eq(a[0], x)),),
        ],
    )
    def test_nothing_is_shown_to_hold(self, given: tuple[Any, ...]) -> None:
        with suppress(Undecided):
            assert not admissible(given, POINT)
        with pytest.raises(NotAFailure):
            failure(Statement(given, eq(1, 2)), POINT)

    def test_an_index_that_runs_over_all_integers_has_no_least_value(self) -> None:
        m = integer("m")
        with pytest.raises(Undecided):
            admissible((each(m, eq(a[m + 1], a[m])),), POINT)

    def test_a_definition_before_the_start_does_not_hold(self) -> None:
        assert not admissible((each(t, eq(a[t - 1], 1)),), POINT)

    def test_an_integer_sequence_is_not_defined_by_a_fraction(self) -> None:
        q = sequence("q", of=integer)
        point = Point({q: scalars(4)})

        assert admissible((each(t, eq(q[t + 1], 2 * q[t])),), point)
        with pytest.raises(Undecided):
            admissible((each(t, eq(q[t + 1], q[t] / 2)),), point)


class TestAllIndices:
    """A property of free sequences, tried until all of them are constant."""

    def test_the_tail_counts(self) -> None:
        bounded = each(t, a[t] <= 5)

        assert admissible((bounded,), Point({a: scalars(1, 5, 2)}))
        assert not admissible((bounded,), Point({a: scalars(1, 5, tail=6)}))
        assert not admissible((bounded,), Point({a: scalars(1, 5, 6)}))

    def test_the_step_into_the_tail_counts(self) -> None:
        rising = each(t, a[t] <= a[t + 1])

        assert admissible((rising,), Point({a: scalars(0, 1, tail=1)}))
        assert not admissible((rising,), Point({a: scalars(0, 1, tail=0)}))

    def test_what_defines_nothing_may_hold_of_all_members_that_are_listed(self) -> None:
        """1, 1, ... satisfies a(t + 1) = 2 - 1/a(t), which is no definition; 1/2, 0, 0, ... does not, though its first step fits."""
        inverse = each(t, eq(a[t + 1], 2 - 1 / a[t]))

        failure(Statement((inverse,), eq(1, 2)), Point({a: scalars(tail=1)}))
        failure(Statement((inverse, each(t, a[t] <= 1)), a[T] < 1), Point({a: scalars(tail=1), T: ONE}))
        for members in (scalars(Fraction(1, 2)), scalars(tail=2), scalars(1)):
            with pytest.raises(NotAFailure):
                failure(Statement((inverse,), eq(1, 2)), Point({a: members}))

    def test_two_sequences_with_different_offsets(self) -> None:
        same = each(t, eq(a[t + 2] - b[t], 0))

        assert admissible((same,), Point({a: scalars(7, 7, 1, 2), b: scalars(1, 2)}))
        assert not admissible((same,), Point({a: scalars(7, 7, 1, 2), b: scalars(1, 2, 3)}))

    @pytest.mark.parametrize(
        "prop", [each(t, a[t] <= t), each(t, a[2 * t] <= 1), each(t, total(a[k], k, 0, t) <= 9), each(t, a[t + T] <= 9)]
    )
    def test_an_index_outside_of_a_place_is_undecided(self, prop: Any) -> None:
        with pytest.raises(Undecided):
            admissible((prop,), POINT)

    def test_a_place_before_the_start_does_not_hold(self) -> None:
        assert not admissible((each(t, a[t - 1] <= 9),), POINT)
        assert admissible((each(t, a[t - 1] <= 9, 1),), POINT)

    def test_residues_are_all_tried(self) -> None:
        n = natural("n", at_least=1)
        r = index("r", over=cyclic(n))
        s = sequence("s", over=cyclic(n))
        odd = each(r, eq(s[r], -s[-r]))

        assert admissible((odd,), Point({n: Fraction(3), s: scalars(0, 1, -1)}))
        assert not admissible((odd,), Point({n: Fraction(3), s: scalars(0, 1, 1)}))


def test_offsets_are_read_off_the_form() -> None:
    assert [offset_from(place, t) for place in (t, t + 1, t - 2, 1 + t - 3, t + T, 2 * t, T)] == [0, 1, -2, -2] + [
        None
    ] * 3


def test_the_rest_of_a_cycle_is_still_kept() -> None:
    cycle = each(t, eq(a[t], b[t])), each(t, eq(b[t], a[t]))
    sound = each(t, eq(c[t + 1], c[t]))

    assert set(recurrences((*cycle, sound))) == {c}

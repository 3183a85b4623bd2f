"""Points that linear equations determine."""

from __future__ import annotations

from fractions import Fraction as Q

from symproof import each, eq, index, positive, prove, reals, total
from symproof.engines.refute.determined import determined
from symproof.evaluation.evaluate import holds
from symproof.statement import Statement
from tests.kernel_says import settled

a, d, x, y, z = reals("a d x y z")
p = positive("p")
i = index("i")


def test_what_the_equations_determine_is_solved_for() -> None:
    sums = (eq(total(a + i * d, i, 0, 4), 70), eq(total(a + i * d, i, 0, 9), 210))
    (point,) = determined(Statement(sums, eq(a, 1)))

    assert (point.values[a], point.values[d]) == (Q(42, 5), Q(14, 5))
    assert settled(eq(a, Q(43, 5)), given=sums).status == "refuted"
    assert prove(eq(a, Q(42, 5)), given=sums).status == "proved"


def test_letters_that_are_left_open_take_small_numbers() -> None:
    given = (eq(x + 2 * y - z, 4), eq(2 * x + y + z, -2))
    points = list(determined(Statement(given, eq(p, 1))))

    assert len(points) > 1
    assert all(holds(prop, point) for prop in given for point in points)
    assert all(point.values[p] > 0 for point in points)


def test_equations_that_contradict_each_other_have_no_point() -> None:
    assert list(determined(Statement((eq(x + y, 1), eq(2 * x + 2 * y, 3)), eq(x, 1)))) == []
    assert list(determined(Statement((eq(x**2, 4),), eq(x, 2)))) == []


def test_what_holds_for_all_numbers_determines_coefficients() -> None:
    given = (each(x, eq((x + a) * (x + 2), x**2 + d * x + 6)),)
    (point,) = determined(Statement(given, eq(d, 4)))

    assert (point.values[a], point.values[d]) == (3, 5)
    assert settled(eq(d, 4), given=given).status == "refuted"
    assert prove(eq(d, 5), given=given).status == "proved"

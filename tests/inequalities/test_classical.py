"""The tables of inequalities: their own truth, and a part of the classical ones proved and refuted."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import Proved, Refuted
from symproof.evaluation.evaluate import NotAFailure
from symproof.kernel import confirm
from symproof.point import Point
from symproof.prove import read
from symproof.statement import Statement
from symproof.term import Variable
from tests.inequalities import classical, competition
from tests.inequalities.classical import Row
from tests.kernel_says import settled

ROWS = classical.rows()
ALL = (*ROWS, *competition.rows())
QUICK = ROWS[4::12]
"""The part that the suite asks; `bench/inequalities.py` asks all."""


def point_of(row: Row, statement: Statement) -> Point:
    """The point of a row, by its letters."""
    values = dict(zip(row.letters, map(Fraction, row.point), strict=True))
    return Point({letter: values[letter.name] for letter in statement.free if isinstance(letter, Variable)})


def test_the_tables_are_large() -> None:
    assert len(ROWS) >= 150
    assert len(ALL) >= 290
    assert len({(row.right, row.given) for row in ALL}) == len(ALL)


def test_every_false_neighbour_fails_at_its_point() -> None:
    for row in ALL:
        statement = read(row.wrong, row.given)

        confirm(statement, point_of(row, statement))


def test_no_right_row_fails_there() -> None:
    for row in ALL:
        statement = read(row.right, row.given)

        with pytest.raises(NotAFailure):
            confirm(statement, point_of(row, statement))


@pytest.mark.parametrize("row", QUICK, ids=lambda row: row.name)
def test_the_right_one_is_proved_by_the_kernel_alone(row: Row) -> None:
    verdict = settled(row.right, given=row.given, budget=30)

    assert isinstance(verdict, Proved)
    assert verdict.trusts == frozenset()


@pytest.mark.parametrize("row", QUICK[::2], ids=lambda row: row.name)
def test_the_false_neighbour_is_not_proved(row: Row) -> None:
    assert not isinstance(settled(row.wrong, given=row.given, budget=0.5), Proved)


def test_a_false_neighbour_is_refuted() -> None:
    nesbitt = next(row for row in ROWS if row.name == "nesbitt")

    assert isinstance(settled(nesbitt.wrong, given=nesbitt.given), Refuted)

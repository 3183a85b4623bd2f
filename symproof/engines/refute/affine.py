"""Matrices and functions that equations determine: A B = 1, A X + X A = B are affine in one letter, and solved for its entries;
f(x) + 2 f(1 - x) = x for all x is affine in f, and solved for the coefficients of a polynomial; what is said of all columns, or
of all matrices, is asked of the units and of sums of two.

Newton's step from a value that was drawn; where the equations are affine in its numbers it arrives. What they leave open stays
as it was drawn. Untrusted: the evaluator asks all hypotheses again.

Limits: `MOST` entries, rational ones; functions of degree 2, and what is said of them at a few places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

from flint import fmpq, fmpq_mat

from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.candidates import get, put, slots_of
from symproof.evaluation.interpretation import Interpretation
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.point import Point
from symproof.substitution import substitute
from symproof.trusted.polynomial import as_fraction

MOST, PLACES = 9, (0, 1, -1, 2)
Row = list[Fraction]


def with_solved_letters(point: Point, props: Iterable[st.Prop]) -> Iterator[Point]:
    """The point with one matrix or function after another, and all functions at once, changed so that the equations hold that
    they stand in."""
    equations = [each for prop in props for each in _instances(prop) if st.is_equation(each)]
    letters: list[Any] = [x for x in point.values if isinstance(x, (tm.MatrixVariable, tm.Function))][::-1]
    functions = [x for x in letters if isinstance(x, tm.Function)]
    for group in [*([x] for x in letters), *([functions] if len(functions) > 1 else [])]:
        about = [prop for prop in equations if not prop.free.isdisjoint(group)]
        if not any(
            isinstance(prop.left, tm.Matrix) or prop.mentions(tm.EntryLaw) or not prop.free.isdisjoint(functions)
            for prop in about
        ):
            continue
        slots = [slot for letter in group for slot in slots_of(letter, point.values[letter])]
        here = _gaps(point, about) if 0 < len(slots) <= MOST else None
        if not here:  # no value, or an equation of matrices without entries
            continue
        columns = [_gaps(put(point, slot, get(point, slot) + 1), about) for slot in slots]
        known = [column for column in columns if column is not None]
        system = [[*(column[k] - gap for column in known), -gap] for k, gap in enumerate(here)]
        steps = _solution(system) if len(known) == len(slots) else None
        if steps is None or not any(steps):
            continue
        for slot, step in zip(slots, steps, strict=True):
            point = put(point, slot, get(point, slot) + step)
        yield point


def is_about_functions(prop: st.Prop) -> bool:
    """Whether a hypothesis is an equation that holds of a function at all real numbers."""
    while isinstance(prop, st.Each) and prop.low is None and prop.high is None:
        prop = prop.body
    return st.is_equation(prop) and prop.mentions(tm.Apply)


def _instances(prop: st.Prop) -> Iterator[st.Prop]:
    """An equation, or one that is said of functions at all real numbers at a few of them."""
    match prop:
        case st.Each(tm.Variable(domain="real") as x, body, None, None) if is_about_functions(prop):
            for place in PLACES:
                yield from _instances(substitute(body, {x: tm.scalar(place)}))
        case st.Each(tm.MatrixVariable(rows=tm.Interval(), columns=tm.Interval()) as matrix, body, None, None):
            for unit in _units(matrix):
                yield from _instances(substitute(body, {matrix: unit}))
        case st.Relation():
            yield prop


def _units(matrix: tm.MatrixVariable) -> Iterator[tm.Matrix]:
    """Matrices of a shape that are 1 at one place of the first two rows and columns, or at two, and 0 elsewhere."""
    i, j = (tm.Variable(name, "integer") for name in (r"\row", r"\column"))
    width = 1 if matrix.columns == tm.SINGLE else 2
    spots = [tm.Mul((tm.Delta(i - (a + 1)), tm.Delta(j - (b + 1)))) for a in range(2) for b in range(width)]
    for body in (*spots, *(tm.Add(pair) for pair in combinations(spots, 2))):
        yield tm.EntryLaw("E", matrix.rows, matrix.columns, i, j, body)


def _gaps(point: Point, equations: Sequence[st.Relation]) -> Row | None:
    """left - right of all equations, entry by entry; None where one has no rational value."""
    meaning = Interpretation(point)
    row: list[object] = []
    try:
        for each in equations:
            if isinstance(each.left, tm.Matrix) and isinstance(each.right, tm.Matrix):
                left, right = (meaning.entries(side, meaning.env) for side in (each.left, each.right))
                row += [x - y for ends in zip(left, right, strict=True) for x, y in zip(*ends, strict=True)]
            elif isinstance(each.left, tm.Scalar) and isinstance(each.right, tm.Scalar):
                row.append(meaning.scalar(each.left, meaning.env) - meaning.scalar(each.right, meaning.env))
    except (NoValue, Undecided):
        return None
    exact = [number for number in row if isinstance(number, Fraction)]
    return exact if len(exact) == len(row) else None


def _solution(system: list[Row]) -> Row | None:
    """A solution of linear equations, each a row with its right side last; what is open is 0, None where there is none."""
    reduced, rank = fmpq_mat([[fmpq(x.numerator, x.denominator) for x in row] for row in system]).rref()
    width = len(system[0]) - 1
    values = [Fraction(0)] * width
    for row in range(rank):
        place = next(k for k in range(width + 1) if reduced[row, k])
        if place == width:
            return None
        values[place] = as_fraction(reduced[row, width])
    return values

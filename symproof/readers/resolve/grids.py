r"""Matrices that are written out, `\begin{pmatrix} a & b \\ c & d \end{pmatrix}`: sums, products, determinants, entry by entry.

The language knows matrices by a law of their entries. One that is written out is a table of numbers here, and an equation
of two is the equations of their entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

from symproof import term as tm

MOST_ROWS = 4
"""Rows of a matrix whose determinant is written out."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The entries of a matrix, row by row; all rows have one length."""

    rows: tuple[tuple[tm.Scalar, ...], ...]

    @classmethod
    def diagonal(cls, entries: tuple[tm.Scalar, ...]) -> Grid:
        """The square matrix with some entries on the diagonal, and 0 elsewhere."""
        size = range(len(entries))
        return cls(tuple(tuple(entries[i] if i == j else tm.ZERO for j in size) for i in size))

    @property
    def shape(self) -> tuple[int, int]:
        """The number of rows and of columns."""
        return len(self.rows), len(self.rows[0])

    @property
    def entries(self) -> tuple[tm.Scalar, ...]:
        """All entries, row by row."""
        return tuple(entry for row in self.rows for entry in row)

    @property
    def transposed(self) -> Grid:
        """Rows as columns."""
        return Grid(tuple(zip(*self.rows, strict=True)))

    def __add__(self, other: Grid) -> Grid:
        return Grid(
            tuple(
                tuple(a + b for a, b in zip(row, below, strict=True))
                for row, below in zip(self.rows, other.rows, strict=True)
            )
        )

    def shifted(self, number: tm.Scalar) -> Grid:
        """A number added to each entry of the diagonal."""
        rows = enumerate(self.rows)
        return Grid(tuple(tuple(entry + number if i == j else entry for j, entry in enumerate(row)) for i, row in rows))

    def __neg__(self) -> Grid:
        return Grid(tuple(tuple(-entry for entry in row) for row in self.rows))

    def scaled(self, factor: tm.Scalar) -> Grid:
        """A number times the matrix."""
        return Grid(tuple(tuple(factor * entry for entry in row) for row in self.rows))

    def over(self, divisor: tm.Scalar) -> Grid:
        """The matrix divided by a number."""
        return Grid(tuple(tuple(entry / divisor for entry in row) for row in self.rows))

    def __matmul__(self, other: Grid) -> Grid:
        columns = other.transposed.rows
        return Grid(tuple(tuple(dot(row, column) for column in columns) for row in self.rows))

    @property
    def trace(self) -> tm.Scalar:
        """The sum of the diagonal."""
        return _sum(row[k] for k, row in enumerate(self.rows))

    @property
    def determinant(self) -> tm.Scalar:
        """By the first row."""
        first = self.rows[0]
        if len(first) == 1:
            return first[0]
        signed = [entry * self.minor(0, k).determinant for k, entry in enumerate(first)]
        return _sum(-term if k % 2 else term for k, term in enumerate(signed))

    def minor(self, row: int, column: int) -> Grid:
        """Without a row and a column."""
        rows = (*self.rows[:row], *self.rows[row + 1 :])
        return Grid(tuple((*each[:column], *each[column + 1 :]) for each in rows))

    @property
    def inverse(self) -> Grid:
        """Cofactors over the determinant."""
        size = len(self.rows)
        if size == 1:
            return Grid(((tm.ONE / self.rows[0][0],),))
        cofactors = [
            [-minor if (i + j) % 2 else minor for i in range(size) for minor in [self.minor(i, j).determinant]]
            for j in range(size)
        ]
        return Grid(tuple(map(tuple, cofactors))).over(self.determinant)


def of_columns(value: Any) -> Any:
    """A list of columns, (v_1, v_2), as the matrix that they make; any other value as it is."""
    items = getattr(value, "items", ())
    grid = of_blocks([items]) if isinstance(items, tuple) and all(map(_is_column, items)) else None
    return value if grid is None else grid


def of_blocks(rows: Sequence[Sequence[object]]) -> Grid | None:
    """The matrix that blocks make which are written out themselves; None where their sizes do not fit."""
    found: list[tuple[tm.Scalar, ...]] = []
    for row in rows:
        blocks = [each for each in row if isinstance(each, Grid)]
        if not blocks or len(blocks) < len(row) or len({each.shape[0] for each in blocks}) > 1:
            return None
        found += [
            tuple(entry for part in parts for entry in part)
            for parts in zip(*(each.rows for each in blocks), strict=True)
        ]
    return Grid(tuple(found)) if len({len(each) for each in found}) == 1 and len(found) <= MOST_ROWS else None


def column_in(value: object) -> object:
    """A list of numbers, (1, 2), as a column; any other value as it is."""
    items = getattr(value, "items", ())
    numbers = isinstance(items, tuple) and items and all(isinstance(each, tm.Scalar) for each in items)
    return Grid(tuple((each,) for each in items)) if numbers else value


def diagonal_of(value: object) -> Grid | None:
    """The square matrix with the numbers of a list, or of a column, on its diagonal; None of anything else."""
    column = column_in(value)
    return Grid.diagonal(column.entries) if isinstance(column, Grid) and column.shape[1] == 1 else None


def _is_column(value: object) -> bool:
    return isinstance(value, Grid) and value.shape[1] == 1


NAMED = re.compile(r"(?:\\(?:vec|mathbf|boldsymbol|bm)\{)?([^{}]*)\}?")
"""The letter of a vector, without what marks it as one."""


def entries_of(column: tm.MatrixVariable) -> tuple[tm.Entry, ...] | None:
    """The entries of a column letter of a size that is a number; None of a long one, or of another size."""
    match column.rows:
        case tm.Interval(low=tm.Number(), high=tm.Number(value)) if column.rows.low == tm.ONE and value <= MOST_ROWS:
            return tuple(tm.Entry(column, tm.Number(Fraction(k)), tm.ONE) for k in range(1, int(value) + 1))
    return None


def places_of(vector: tm.Term, body: tm.Term) -> tuple[tm.Scalar, ...]:
    """The places of a vector letter in which a term is written, x_1, x_2, ... up to the last; () where it is no such term."""
    if isinstance(vector, tm.MatrixVariable) and vector.columns == tm.SINGLE:
        entries = entries_of(vector) or ()
        found = {each for each in body.subterms() if isinstance(each, tm.Entry) and each.matrix == vector}
        return entries if found and found <= set(entries) else ()
    base = NAMED.fullmatch(vector.name) if isinstance(vector, (tm.Variable, tm.VectorVariable)) else None
    if base is None or vector in body.free:
        return ()
    named = {each.name: each for each in body.free if isinstance(each, tm.Variable)}
    places: list[tm.Scalar] = []
    while (place := named.get(f"{base[1]}_{len(places) + 1}")) is not None:
        places.append(place)
    return tuple(places) if len(places) <= MOST_ROWS else ()


def column_of(vector: tm.Vector | tm.Matrix, size: int) -> Grid | None:
    """A vector letter, or a term of some, as a column of so many entries, x_1, x_2; None of anything else."""
    match vector:
        case tm.VectorVariable(name=name) | tm.MatrixVariable(name=name):
            letter = NAMED.fullmatch(name)
            if (
                isinstance(vector, tm.MatrixVariable)
                and isinstance(vector.rows, tm.Cyclic)
                and vector.columns == tm.SINGLE
            ):
                return Grid(tuple((tm.Entry(vector, tm.residue(k, vector.rows), tm.ONE),) for k in range(size)))
            if isinstance(vector, tm.MatrixVariable):
                if vector.columns != tm.SINGLE:
                    return None
                if (entries := entries_of(vector)) is not None:
                    return Grid(tuple((entry,) for entry in entries)) if len(entries) == size else None
            if letter is None:
                return None
            return Grid(tuple((tm.Variable(f"{letter[1]}_{k}"),) for k in range(1, size + 1)))
        case tm.ZeroVector():
            return Grid(((tm.ZERO,),) * size)
        case tm.Scale(factor, inner) | tm.MatrixScale(factor, inner):
            column = column_of(inner, size)
            return None if column is None else column.scaled(factor)
        case tm.VectorNeg(inner):
            column = column_of(inner, size)
            return None if column is None else -column
        case tm.VectorAdd(args):
            return _added([column_of(each, size) for each in args])
        case tm.MatrixAdd(left, right):
            return _added([column_of(each, size) for each in (left, right)])
    return None


def _added(columns: list[Grid | None]) -> Grid | None:
    known = [each for each in columns if each is not None]
    return reduce(lambda total, each: total + each, known) if len(known) == len(columns) else None


def dot(left: Iterable[tm.Scalar], right: Iterable[tm.Scalar]) -> tm.Scalar:
    """The sum of products of entries."""
    return _sum(a * b for a, b in zip(left, right, strict=True))


def length(entries: Iterable[tm.Scalar]) -> tm.Scalar:
    """The root of the sum of squares."""
    squares = _sum(entry**2 for entry in entries)
    return tm.Elementary("sqrt", (squares,))


def _sum(terms: Iterable[tm.Scalar]) -> tm.Scalar:
    return reduce(lambda total, term: total + term, terms)

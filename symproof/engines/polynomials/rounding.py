"""From floats to rationals: an exact solution of linear equations near them, with semidefinite matrices.

The floats are rounded, and the equations solved exactly for as many unknowns as there are equations; L D L^T says over
Q whether the matrices are semidefinite. Where they are not, the denominators grow.

Source: Peyrl and Parrilo, "Computing sum of squares decompositions with rational coefficients", 2008. Untrusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from flint import fmpq, fmpz_mat, nmod_mat

from symproof.engines.deadline import Deadline
from symproof.trusted.polynomial import as_fraction

DENOMINATORS = (1, 2, 12, 2**7 * 15, 2**16 * 15, 2**28 * 15, 2**44 * 15)
PRIME = 2**61 - 1


@dataclass(frozen=True, slots=True)
class System:
    """One row for each monomial: integers by unknown, and an integer on the right."""

    rows: tuple[Mapping[int, int], ...]
    right: tuple[int, ...]
    count: int
    scale: int
    """What the right sides were multiplied by."""


@dataclass(frozen=True, slots=True)
class Exact:
    """For each block its squares, as (weight, coefficients of the rows); and the free numbers."""

    squares: list[list[tuple[Fraction, list[Fraction]]]]
    free: list[Fraction]


def rounded(
    system: System,
    places: tuple[list[int], list[int]],
    numbers: list[float],
    sizes: list[int],
    needed: list[int],
    deadline: Deadline,
) -> Exact | None:
    """An exact solution near the floats with semidefinite matrices; denominators grow until there is one.

    Of the matrices whose places are `needed`, if there are any, one must not be zero.
    """
    rows, columns = places
    position = {column: k for k, column in enumerate(columns)}
    square = fmpz_mat([[system.rows[row].get(column, 0) for column in columns] for row in rows])
    for denominator in DENOMINATORS:
        if deadline.over():
            return None
        nearest = [round(x * denominator) for x in numbers]
        right = [
            [system.right[row] * denominator
             - sum(c * nearest[k] for k, c in system.rows[row].items() if k not in position)]
            for row in rows
        ]  # fmt: skip
        solved = square.solve(fmpz_mat(right)) if columns else None
        values = [fmpq(x, denominator * system.scale) for x in nearest]
        for k, column in enumerate(columns):
            assert solved is not None  # where there are columns
            values[column] = fmpq(solved[k, 0]) / (denominator * system.scale)
        if any(
            sum((c * values[k] for k, c in row.items()), fmpq(0)) * system.scale != value
            for row, value in zip(system.rows, system.right, strict=True)
        ):
            return None  # the rows contradict each other
        found = _semidefinite_parts(values, sizes)
        if found is not None and (not needed or any(found.squares[k] for k in needed)):
            return found
    return None


def pivots(system: System) -> tuple[list[int], list[int]] | None:
    """Rows that are independent, and columns in which they are: first those that stand in few rows; None where the
    rows contradict each other."""
    used: dict[int, int] = {}
    for row in system.rows:
        for k in row:
            used[k] = used.get(k, 0) + 1
    single: dict[int, int] = {}  # rows with a column of their own, and the first such: they depend on no others
    for place, row in enumerate(system.rows):
        own = min((k for k in row if used[k] == 1), default=None)
        if own is not None:
            single[place] = own
    left = [place for place in range(len(system.rows)) if place not in single]
    rows, columns = sorted(single), sorted(single.values())
    if not left:
        return rows, columns
    order = sorted({k for place in left for k in system.rows[place]}, key=lambda k: (used[k], k))
    table = nmod_mat([[system.rows[place].get(k, 0) % PRIME for k in order] for place in left], PRIME)
    chosen = [order[k] for k in _leading(table)]
    transposed = [[system.rows[place].get(k, 0) % PRIME for place in left] for k in chosen]
    independent = [left[k] for k in _leading(nmod_mat(transposed, PRIME))]
    whole = nmod_mat([*transposed, [system.right[place] % PRIME for place in left]], PRIME)
    if not len(independent) == len(chosen) == whole.rank():
        return None
    return sorted(rows + independent), columns + chosen


def _leading(table: nmod_mat) -> list[int]:
    """The columns in which the reduced rows start."""
    reduced, rank = table.rref()
    found, column = [], 0
    for row in range(rank):
        while int(reduced[row, column]) == 0:
            column += 1
        found.append(column)
    return found


def _semidefinite_parts(values: list[fmpq], sizes: list[int]) -> Exact | None:
    squares, start = [], 0
    for size in sizes:
        matrix = [[fmpq(0)] * size for _ in range(size)]
        for j in range(size):
            for i in range(j + 1):
                matrix[i][j] = matrix[j][i] = values[start]
                start += 1
        parts = _diagonalised(matrix)
        if parts is None:
            return None
        squares.append(parts)
    return Exact(squares, [_fraction(value) for value in values[start:]])


def _diagonalised(matrix: list[list[fmpq]]) -> list[tuple[Fraction, list[Fraction]]] | None:
    """A semidefinite matrix as a sum of weight * vector vector^T; None where it is not semidefinite."""
    size = len(matrix)
    parts = []
    for k in range(size):
        pivot, row = matrix[k][k], matrix[k]
        if pivot < 0 or (pivot == 0 and any(row[j] != 0 for j in range(k, size))):
            return None
        if pivot == 0:
            continue
        vector = [fmpq(0)] * k + [row[j] / pivot for j in range(k, size)]
        for i in range(k + 1, size):
            if row[i] != 0:
                for j in range(i, size):
                    matrix[i][j] -= row[i] * vector[j]
                    matrix[j][i] = matrix[i][j]
        parts.append((_fraction(pivot), [_fraction(c) for c in vector]))
    return parts


def _fraction(value: fmpq) -> Fraction:
    return as_fraction(value)

"""Powers of matrices that are written out: small ones, those of numbers, and any natural power of a diagonal matrix."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

from symproof import term as tm
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.numbers import constant

MOST = 60


def raised(grid: Grid, exponent: tm.Scalar) -> Grid | None:
    """A power of a square matrix; None where it is none of these."""
    if _is_diagonal(grid) and _is_natural(exponent):
        return Grid.diagonal(tuple(tm.Pow(row[k], exponent) for k, row in enumerate(grid.rows)))
    times = constant(exponent)
    if times in (2, 3, 4):
        return reduce(lambda power, factor: power @ factor, [grid] * int(times))
    numbers = [[constant(entry) for entry in row] for row in grid.rows]
    if times is None or times.denominator != 1 or not 0 < times <= MOST or any(None in row for row in numbers):
        return None
    known = [[entry for entry in row if entry is not None] for row in numbers]
    power = known
    for _ in range(int(times) - 1):
        power = [
            [sum((a * known[k][j] for k, a in enumerate(row)), Fraction(0)) for j in range(len(known))] for row in power
        ]
    return Grid(tuple(tuple(tm.Number(entry) for entry in row) for row in power))


def _is_diagonal(grid: Grid) -> bool:
    return all(entry == tm.ZERO for i, row in enumerate(grid.rows) for j, entry in enumerate(row) if i != j)


def _is_natural(exponent: tm.Scalar) -> bool:
    match exponent:
        case tm.Number(value):
            return value.denominator == 1 and value > 0
        case tm.Variable(domain="natural"):
            return True
    return False

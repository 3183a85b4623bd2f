"""Exact solutions of linear systems under sign conditions, for the search of multipliers.

Find rational k with sum_j A_ij k_j = b_i in every row i and k_j >= 0 for every j that is not free. `feasible`
does it here, by the simplex method over the integers: no start of a solver, no floats. Nothing here is trusted:
the kernel adds the multipliers up again.

A basic solution is returned, so at most as many k_j as there are rows differ from zero. Deterministic: the same
rows give the same k. Of the unknowns that would do, the one with the lower number enters first, so the plain
products of hypotheses should come first.

z3 as the finder was measured against this on products of hypotheses (2026-10, z3 5.4): 20 rows and 160 unknowns
8 ms here, 100 ms there and 110 ms more to start it; 70 rows and 1,364 unknowns 1.4 s here, 21 s there. So `solve`
turns to z3 only where the search here is given up.

Source: Dantzig's two-phase method, phase one; Bland, "New finite pivoting rules for the simplex method", 1977.
Limits: `pivots` bounds the search; dense systems of more than some 50 rows are slow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from symproof.doors.worker import Worker

Equation = tuple[Mapping[int, Fraction | int], Fraction | int]
# A row of the tableau: integer coefficients without a common divisor, the right-hand side under the key RIGHT.
RIGHT = -1
Row = dict[int, int]
PIVOTS, WORK = 2000, 2_000_000
"""Steps, and numbers that are worked out in all of them: what succeeds takes a tenth of that, and what grows past it is dense."""


class PivotLimit(Exception):
    """The search was given up; nothing is known of the system."""


class TooDense(PivotLimit):
    """Given up since the numbers became too many: z3 would be slower still."""


def solve(
    equations: Iterable[Equation],
    count: int,
    free: Collection[int] = (),
    seconds: float = 5.0,
    worker: Worker | None = None,
) -> list[Fraction] | None:
    """As `feasible`, and by z3 in a worker process where that gives up; None also where z3 does within `seconds`."""
    system = list(equations)
    try:
        return feasible(system, count, free)
    except TooDense:
        return None
    except PivotLimit:
        from symproof.doors.worker import shared_worker  # a process is started only where one is needed

    rows = [([(j, str(Fraction(c))) for j, c in coefficients.items()], str(b)) for coefficients, b in system]
    args = (rows, count, sorted(free), int(1000 * seconds))
    outcome = (worker or shared_worker()).run(solve_by_z3, args, seconds + 0.5)
    return None if outcome.value is None else [Fraction(text) for text in outcome.value]


def solve_by_z3(
    rows: list[tuple[list[tuple[int, str]], str]], count: int, free: list[int], milliseconds: int
) -> list[str] | None:
    """`doors.z3.solve_nonnegative`; runs in the worker process, where the door may be opened."""
    from symproof.doors.z3 import solve_nonnegative

    return solve_nonnegative(rows, count, free, milliseconds)


def feasible(
    equations: Iterable[Equation], count: int, free: Collection[int] = (), pivots: int = PIVOTS
) -> list[Fraction] | None:
    """k_0 .. k_(count-1) that satisfy the equations, or None where there are none.

    Raises:
        PivotLimit: not decided within `pivots` steps.

    >>> feasible([({0: 1, 1: 1}, 2), ({0: 1, 1: -1}, 1)], 2)
    [Fraction(3, 2), Fraction(1, 2)]
    >>> feasible([({0: 1, 1: 1}, -1)], 2) is None
    True
    """
    rows = [_integral(coefficients, value) for coefficients, value in equations]
    pinned, rows = _eliminate(rows, frozenset(free))
    kept = _presolve(rows)
    basis = None if kept is None else _phase_one(kept, pivots)
    if basis is None:
        return None
    solution = [Fraction(0)] * count
    for j, row in basis.items():
        solution[j] = Fraction(row.get(RIGHT, 0), row[j])
    for j, row in pinned.items():
        rest = sum((c * solution[i] for i, c in row.items() if i not in (j, RIGHT)), Fraction(0))
        solution[j] = (row.get(RIGHT, 0) - rest) / row[j]
    return solution


def _integral(coefficients: Mapping[int, Fraction | int], value: Fraction | int) -> Row:
    numbers = {j: Fraction(c) for j, c in coefficients.items() if c}
    if value:
        numbers[RIGHT] = Fraction(value)
    scale = lcm(*(number.denominator for number in numbers.values()))
    return _reduced({j: int(number * scale) for j, number in numbers.items()})


def _reduced(row: Row) -> Row:
    """The row divided by its greatest common divisor."""
    common = gcd(*row.values())
    return {j: c // common for j, c in row.items()} if common > 1 else row


def _minus(row: Row, pivot: Row, j: int) -> Row:
    """`row` times a positive number, minus the multiple of `pivot` that takes its coefficient of j to zero.

    The coefficient of j in `pivot` must be positive.
    """
    common = gcd(row[j], pivot[j])
    keep, take = pivot[j] // common, row[j] // common
    new = {i: keep * c for i, c in row.items()} if keep != 1 else dict(row)
    for i, c in pivot.items():
        difference = new.get(i, 0) - take * c
        if difference:
            new[i] = difference
        else:
            del new[i]
    return _reduced(new)


def _eliminate(rows: list[Row], free: frozenset[int]) -> tuple[dict[int, Row], list[Row]]:
    """The rows solved for free unknowns, each in one row only, and the rows without them.

    A free unknown without a row of its own stays zero, and is in no row that is left.
    """
    pinned: dict[int, Row] = {}
    left = list(rows)
    for j in sorted(free):
        place = min((i for i, row in enumerate(left) if j in row), key=lambda i: len(left[i]), default=None)
        if place is None:
            continue
        pivot = left.pop(place)
        if pivot[j] < 0:
            pivot = {i: -c for i, c in pivot.items()}
        left = [_minus(row, pivot, j) if j in row else row for row in left]
        pinned = {i: _minus(row, pivot, j) if j in row else row for i, row in pinned.items()}
        pinned[j] = pivot
    return pinned, left


def _presolve(rows: list[Row]) -> list[Row] | None:
    """The rows with right-hand sides >= 0, without unknowns that must be zero; None: no solution.

    Coefficients of one sign with a zero on the right make all their unknowns zero. The search of multipliers is
    full of such rows (a monomial that the goal does not have), and they would be degenerate pivots.
    """
    zero: set[int] = set()
    found = True
    while found:
        found = False
        left: list[Row] = []
        for row in rows:
            kept = {j: c for j, c in row.items() if j not in zero} if zero else row
            right = kept.get(RIGHT, 0)
            if right < 0:
                kept, right = {j: -c for j, c in kept.items()}, -right
            signs = {c > 0 for j, c in kept.items() if j != RIGHT}
            if right and True not in signs:
                return None
            if right or len(signs) == 2:
                left.append(kept)
            elif signs:
                zero |= kept.keys()
                found = True
        rows = left
    return rows


def _phase_one(rows: list[Row], pivots: int) -> dict[int, Row] | None:
    """A feasible basis, its rows by basic unknown; None: there is none.

    Each row starts with an artificial unknown as its basis; `excess`, the row of their sum, is driven to zero.
    """
    excess: Row = {}
    for row in rows:
        for j, c in row.items():
            excess[j] = excess.get(j, 0) + c
    basis: list[int | None] = [None] * len(rows)
    work = 0
    for _ in range(pivots):
        if excess.get(RIGHT, 0) == 0:
            return {j: row for j, row in zip(basis, rows, strict=True) if j is not None}
        entering = min((j for j, c in excess.items() if c > 0 and j != RIGHT), default=None)
        if entering is None:
            return None
        leaving = _leaving(rows, basis, entering)
        pivot = rows[leaving]
        work += len(pivot) * sum(entering in row for row in rows)
        if work > WORK:
            raise TooDense(f"{len(rows)} rows became too dense")
        rows = [_minus(row, pivot, entering) if entering in row and row is not pivot else row for row in rows]
        excess = _minus(excess, pivot, entering)
        basis[leaving] = entering
    raise PivotLimit(f"{len(rows)} rows were not solved in {pivots} steps")


def _leaving(rows: list[Row], basis: list[int | None], entering: int) -> int:
    """The row whose basic unknown reaches zero first; of several, an artificial one, then the lowest (Bland)."""
    best: tuple[int, int, int, int] | None = None
    for i, row in enumerate(rows):
        c = row.get(entering, 0)
        if c <= 0:
            continue
        right, name = row.get(RIGHT, 0), basis[i]
        rank = -1 if name is None else name
        if best is None or (right * best[1], rank) < (best[0] * c, best[2]):
            best = right, c, rank, i
    if best is None:  # the excess would be unbounded below, and it is a sum of unknowns >= 0
        raise AssertionError(f"no row bounds the unknown {entering}")
    return best[3]

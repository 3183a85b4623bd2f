"""The door to Clarabel, a solver of semidefinite programs, and with it to NumPy; opened in a worker process.

Takes and gives plain data. What it finds are floats: a proposal, which `engines/polynomials/gram` rounds to rationals that solve
the equations exactly, or drops.

Source: Goulart and Chen, "Clarabel: an interior-point solver for conic programs", 2024.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices; threads would only wait for each other

import clarabel
import numpy as np

ROOT2 = 2.0**0.5
SINGULAR = 1e-4
"""An eigenvalue below this part of the largest is taken for zero."""


class Proposal(NamedTuple):
    """Symmetric matrices, row by row, the free numbers, the least eigenvalue that could be reached, and of each matrix
    a basis of what it takes (nearly) to zero, in reduced echelon form."""

    least: float
    matrices: list[list[list[float]]]
    free: list[float]
    kernels: list[list[list[float]]]


Entry = tuple[int, float]


class Sparse:
    """A matrix by columns, as Clarabel reads SciPy's: importing that takes longer than most programs do to solve."""

    has_sorted_indices = has_canonical_format = True

    def __init__(self, shape: tuple[int, int], entries: Mapping[tuple[int, int], float]) -> None:
        self.shape = shape
        ordered = sorted(entries, key=lambda at: (at[1], at[0]))
        self.data = [entries[at] for at in ordered]
        self.indices = [row for row, _ in ordered]
        counts = [0] * (shape[1] + 1)
        for _, column in ordered:
            counts[column + 1] += 1
        self.indptr = list(accumulate(counts))


def propose(
    sizes: Sequence[int], free: int, rows: Sequence[tuple[Sequence[Entry], float]], seconds: float
) -> Proposal | None:
    """Positive semidefinite matrices of the given sizes and free numbers that solve the rows, as far from singular as
    they can be; None where there are none.

    The unknowns are numbered: the upper triangles, one matrix after the other, each column by column; then the free
    numbers. A row is ([(unknown, coefficient), ...], value).
    """
    lengths = [size * (size + 1) // 2 for size in sizes]
    count = sum(lengths) + free + 1  # the last is t: every matrix - t * identity is to be semidefinite
    entries: defaultdict[tuple[int, int], float] = defaultdict(float)
    right: list[float] = []
    for number, (row, value) in enumerate(rows):
        largest = max((abs(c) for _, c in row), default=1.0)
        for unknown, c in row:
            entries[number, unknown] += c / largest
        right.append(value / largest)
    place, unknown = len(rows), 0
    cones = [clarabel.ZeroConeT(len(rows))]
    entries[place, count - 1] = 1.0
    right.append(1.0)
    place += 1
    cones.append(clarabel.NonnegativeConeT(1))
    for size in sizes:
        cones.append(clarabel.PSDTriangleConeT(size))
        for j in range(size):
            for i in range(j + 1):
                entries[place, unknown] = -1.0 if i == j else -ROOT2
                if i == j:
                    entries[place, count - 1] = 1.0
                right.append(0.0)
                place += 1
                unknown += 1
    matrix, goal = Sparse((place, count), entries), [*[0.0] * (count - 1), -1.0]
    settings = clarabel.DefaultSettings()
    settings.verbose = False
    settings.time_limit = seconds
    settings.max_iter = 80
    settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = 1e-10
    solution = clarabel.DefaultSolver(Sparse((count, count), {}), goal, matrix, right, cones, settings).solve()
    x = np.array(solution.x)
    if "Infeasible" in str(solution.status) or not np.all(np.isfinite(x)):
        return None
    matrices, kernels, unknown = [], [], 0
    for size in sizes:
        square = np.zeros((size, size))
        for j in range(size):
            for i in range(j + 1):
                square[i, j] = square[j, i] = x[unknown]
                unknown += 1
        matrices.append(square.tolist())
        kernels.append(_kernel(square))
    return Proposal(float(x[-1]), matrices, x[unknown:-1].tolist(), kernels)


def _kernel(square: np.ndarray) -> list[list[float]]:
    """The vectors that a matrix takes nearly to zero: a basis in reduced echelon form."""
    if not len(square):
        return []
    values, vectors = np.linalg.eigh(square)
    small = values < SINGULAR * max(1.0, float(values[-1]))
    rows = vectors[:, small].T.copy()
    place = 0
    for column in range(rows.shape[1]):
        if place == len(rows):
            break
        pivot = place + int(np.argmax(np.abs(rows[place:, column])))
        if abs(rows[pivot, column]) < 1e-3:
            continue
        rows[[place, pivot]] = rows[[pivot, place]]
        rows[place] /= rows[place, column]
        for other in range(len(rows)):
            if other != place:
                rows[other] -= rows[other, column] * rows[place]
        place += 1
    kernel: list[list[float]] = rows[:place].tolist()
    return kernel

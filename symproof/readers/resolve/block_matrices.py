r"""Matrices of blocks, `\begin{pmatrix} A & B \\ 0 & I \end{pmatrix}`: letters, identities and zeros of the sizes beside them."""

from __future__ import annotations

from collections.abc import Sequence

from symproof import matrix_symbols
from symproof import term as tm
from symproof.readers.notation.tree import Node
from symproof.readers.resolve.values import Refused, Unit, Value, guarded

Rows = Sequence[Sequence[Value]]
OF_ANY_SIZE = tm.Interval(tm.ONE, tm.Variable("|I|", "natural", least=1))
"""The rows of an identity of which nothing says the size."""
IndexSet = tm.Interval | tm.Cyclic


def block_matrix(rows: Rows, node: Node) -> tm.Matrix | None:
    """The matrix of some blocks, of which one at least is a matrix and the others are matrices, multiples of the identity, zeros,
    or a number in a corner; None of other tables."""
    cells = [cell for row in rows for cell in row]
    if not any(isinstance(cell, tm.Matrix) for cell in cells) or not all(map(_may_be_block, cells)):
        return None
    heights, widths = _sizes(rows)
    alone = [
        (i, j)
        for i, row in enumerate(rows)
        for j, cell in enumerate(row)
        if isinstance(cell, Unit) and heights[i] is None
    ]
    if len(alone) == 1:
        ((i, j),) = alone
        heights[i] = widths[j] = OF_ANY_SIZE
    high, wide = ([each for each in sizes if each is not None] for sizes in (heights, widths))
    if len(high) < len(heights) or len(wide) < len(widths):
        raise Refused(node, "a matrix of blocks in which nothing says the size of some")
    made = [[_block(cell, high[i], wide[j]) for j, cell in enumerate(row)] for i, row in enumerate(rows)]
    if not all(isinstance(each, tm.Matrix) for row in made for each in row):
        raise Refused(node, "a number where a block of several rows or columns is needed")
    found: tm.Matrix = guarded(node, lambda: matrix_symbols.block(made))
    return found


def _may_be_block(cell: Value) -> bool:
    return isinstance(cell, (tm.Matrix, Unit, tm.Scalar, tm.ZeroVector))


def _sizes(rows: Rows) -> tuple[list[IndexSet | None], list[IndexSet | None]]:
    """How high the rows of blocks are and how wide the columns, as the matrices among them say, and the identities, which are
    square."""
    heights: list[IndexSet | None] = [None] * len(rows)
    widths: list[IndexSet | None] = [None] * len(rows[0])
    places = [(i, j, cell) for i, row in enumerate(rows) for j, cell in enumerate(row)]
    for i, j, cell in places:
        if isinstance(cell, tm.Matrix):
            heights[i], widths[j] = heights[i] or cell.shape[0], widths[j] or cell.shape[1]
        elif isinstance(cell, tm.Scalar) and cell != tm.ZERO:
            heights[i], widths[j] = heights[i] or tm.SINGLE, widths[j] or tm.SINGLE
    for _ in places:  # each round tells one size more, or no other does
        for i, j, cell in places:
            if isinstance(cell, Unit):
                heights[i], widths[j] = heights[i] or widths[j], widths[j] or heights[i]
    return heights, widths


def _block(cell: Value, rows: IndexSet, columns: IndexSet) -> Value:
    """A block of a size."""
    if isinstance(cell, Unit):
        return tm.Identity(rows) if cell.factor == tm.ONE else cell.factor * tm.Identity(rows)
    if isinstance(cell, tm.ZeroVector) or cell == tm.ZERO:
        return tm.zero_matrix(rows, columns)
    if isinstance(cell, tm.Scalar):
        return cell * tm.Identity(tm.SINGLE) if rows == columns == tm.SINGLE else cell
    return cell

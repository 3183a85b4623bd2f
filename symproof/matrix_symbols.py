"""Matrices made of matrices: the words for blocks, Kronecker's and Hadamard's product, vec and the adjugate."""

from __future__ import annotations

from collections.abc import Sequence

from symproof.errors import SortError
from symproof.term import Above, Adjugate, Beside, Hadamard, Kronecker, Matrix, Vec, matrix_term


def block(rows: Sequence[Sequence[Matrix]]) -> Matrix:
    """A matrix of blocks, row by row; of index sets 1..n and 1..m come 1..n + m.

    >>> from symproof import identity, matrix, natural, zeros
    >>> n, m = natural("n"), natural("m")
    >>> block([[matrix("A", n), zeros((n, m))], [zeros((m, n)), identity(m)]])
    block([[A, 0], [0, I]])
    """
    lines = [tuple(map(matrix_term, row)) for row in rows]
    if not lines or not all(lines):
        raise SortError(f"block({rows}): give rows of matrices, block([[A, B], [C, D]])")
    made = [line[0] if len(line) == 1 else Beside(line) for line in lines]
    return made[0] if len(made) == 1 else Above(tuple(made))


def kron(left: Matrix, right: Matrix) -> Matrix:
    """Kronecker's product, of blocks A[i, j] * B."""
    return Kronecker(matrix_term(left), matrix_term(right))


def hadamard(left: Matrix, right: Matrix) -> Matrix:
    """The product of two matrices of one shape, entry by entry."""
    return Hadamard(matrix_term(left), matrix_term(right))


def vec(value: Matrix) -> Matrix:
    """The columns of a matrix, one below the other."""
    return Vec(matrix_term(value))


def adj(value: Matrix) -> Matrix:
    """The adjugate of a square matrix, the transposed cofactors: A @ adj(A) = det(A) * I, also where det(A) = 0."""
    return Adjugate(matrix_term(value))

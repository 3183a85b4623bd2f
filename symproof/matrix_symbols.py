"""Declaring matrices, and the words for what is made of them: inverse, trace, blocks, Kronecker's and Hadamard's product, vec."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from collections.abc import Sequence as Several
from typing import Any, Union

from symproof.errors import BoundIndexError, SortError
from symproof.names import name_of_letter
from symproof.substitution import rebuild, substitute
from symproof.term import (
    ONE,
    SINGLE,
    Above,
    Adjugate,
    Beside,
    Cyclic,
    Determinant,
    Entry,
    EntryLaw,
    Hadamard,
    Identity,
    Interval,
    Kronecker,
    Matrix,
    MatrixAdd,
    MatrixMul,
    MatrixScale,
    MatrixTrace,
    MatrixVariable,
    Number,
    Residue,
    ResidueVariable,
    Scalar,
    ScalarAt,
    ScalarLike,
    Sequence,
    Sum,
    Term,
    Transpose,
    Variable,
    Vec,
    integer_term,
    matrix_term,
    scalar,
    zero_matrix,
)

Indices = Union[Cyclic, Interval, Scalar, int]


HERE, THERE = Variable("r''", "integer"), Variable("s''", "integer")
"""The indices of matrices without a name, which no author writes."""


def column_of(table: Matrix, place: ScalarLike | Residue) -> Matrix:
    """The column of a matrix at a place: a member of the family of its columns. It has no name, and is written out."""
    row = _index_of(table.shape[0], HERE.name)
    body = table.matrix[place, row] if isinstance(table, Transpose) else table[row, place]
    return EntryLaw("", table.shape[0], SINGLE, row, THERE, body)


def matrix_sum(body: Matrix, over: Variable, low: ScalarLike, high: ScalarLike) -> Matrix:
    """The sum of a matrix for an index, entry by entry. It has no name, and is written out."""
    rows, columns = body.shape
    if not isinstance(rows, Interval) or not isinstance(columns, Interval):
        raise SortError(f"a sum of {body}, whose rows or columns are not numbered")
    column: Scalar = ONE if columns == SINGLE else THERE
    entries = Sum(entry_in(body, HERE, column), over, integer_term(low), integer_term(high))
    return EntryLaw("", rows, columns, HERE, THERE, entries)


def by_members(law: EntryLaw) -> Scalar:
    """A column without a name as it is printed, by the members of families that it is made of: v[i] for column i of v."""
    return scalar(_members(law.body, law.row))


def _members(body: Term, row: Term) -> Term:
    match body:
        case Entry(MatrixVariable(name) | EntryLaw(name), place, Scalar() as index) if place == row and name:
            name = name.removesuffix(r"_{\cdot}")
            return ScalarAt(Sequence(name, Variable(name)), index)
        case Entry(EntryLaw(name), place, Residue() as index) if place == row and name:
            name = name.removesuffix(r"_{\cdot}")
            return ScalarAt(Sequence(name, Variable(name), index.over), index)
        case Entry(matrix, place, Number(one)) if place == row and one == 1 and row not in matrix.free:
            return matrix
        case _:
            return substitute(rebuild(body, lambda each: _members(each, row)), {row: Variable(":", "integer")})


def entry_in(matrix: Matrix, row: Scalar, column: Scalar) -> Scalar:
    """An entry of a matrix by those of the laws without a name that it is made of; a product over one place is one product."""
    match matrix:
        case EntryLaw(name=""):
            return scalar(substitute(matrix.body, {matrix.row: row, matrix.column: column}))
        case MatrixScale(factor, inside):
            return factor * entry_in(inside, row, column)
        case MatrixAdd(left, MatrixScale(Number(value), inside)) if value == -1:
            return entry_in(left, row, column) - entry_in(inside, row, column)
        case MatrixAdd(left, right):
            return entry_in(left, row, column) + entry_in(right, row, column)
        case Transpose(inside):
            return entry_in(inside, column, row)
        case MatrixMul(left, right) if left.shape[1] == SINGLE:
            return entry_in(left, row, ONE) * entry_in(right, ONE, column)
        case _:
            return matrix[row, column]


def block(rows: Several[Several[Matrix]]) -> Matrix:
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


def matrix(
    name: str, size: Indices | tuple[Indices, Indices], law: Callable[[Any, Any], ScalarLike] | None = None
) -> Matrix:
    """A matrix over the index set(s) `size`: `cyclic(n)`, an interval, or n for 1..n; with a `law`, its entries.

    >>> n = natural("n", at_least=1)
    >>> matrix("A", n, lambda i, j: delta(i - j))
    A
    """
    name_of_letter(name)
    rows, columns = map(_index_set, size if isinstance(size, tuple) else (size, size))
    if law is None:
        return MatrixVariable(name, rows, columns)
    if not callable(law):
        raise SortError(f"{law} is no entry law of {name}; for {law} columns write matrix({name!r}, ({size}, {law}))")
    names = list(inspect.signature(law).parameters)
    if len(names) != 2:
        raise SortError(f"the entry law of {name} takes {len(names)} arguments; it takes the row and the column")
    # The law is applied to letters that no author writes, so that a letter of the author's cannot be caught.
    probes = [_index_of(where, f"\\_{name}\\_{letter}") for where, letter in zip((rows, columns), names, strict=True)]
    placed = [_index_of(where, letter) for where, letter in zip((rows, columns), names, strict=True)]
    body = scalar(law(*probes))
    for letter in placed:
        if letter in body.free:
            raise BoundIndexError(
                f"{letter} is an index of the entry law of {name} and also a letter used in it; rename one"
            )
    return EntryLaw(name, rows, columns, placed[0], placed[1], substitute(body, dict(zip(probes, placed, strict=True))))


def column(name: str, size: Indices, law: Callable[[Any], ScalarLike] | None = None) -> Matrix:
    """A column of numbers over the index set `size` (as for `matrix`), a vector of R^n: `x[i]` is an entry, `A @ x`
    the product with a matrix; with a `law`, its entries.

    >>> n = natural("n", at_least=1)
    >>> x = column("x", n)
    >>> (matrix("A", n) @ x)[1]
    (A @ x)[1]
    """
    name_of_letter(name)
    rows = _index_set(size)
    if law is None:
        return MatrixVariable(name, rows, SINGLE)
    if not callable(law):
        raise SortError(
            f"{law} is no entry law of {name}; a matrix of {law} columns is matrix({name!r}, ({size}, {law}))"
        )
    names = list(inspect.signature(law).parameters)
    if len(names) != 1:
        raise SortError(f"the entry law of the column {name} takes {len(names)} arguments; it takes the row")
    table = matrix(name, (rows, SINGLE), lambda row, _: law(row))
    assert isinstance(table, EntryLaw)  # as it is given by a law
    letter = _index_of(rows, names[0])
    if letter in table.body.free:
        raise BoundIndexError(
            f"{letter} is the index of the entry law of {name} and also a letter used in it; rename one"
        )
    return EntryLaw(name, rows, SINGLE, letter, table.column, substitute(table.body, {table.row: letter}))


def identity(size: Indices) -> Matrix:
    """The identity matrix over an index set (as for `matrix`)."""
    return Identity(_index_set(size))


def zeros(size: Indices | tuple[Indices, Indices]) -> Matrix:
    """The matrix of zeros over the index set(s) `size`."""
    rows, columns = map(_index_set, size if isinstance(size, tuple) else (size, size))
    return zero_matrix(rows, columns)


def inverse(value: Matrix) -> Matrix:
    """The inverse of a square matrix, `A**-1`; it has a value where `det(A)` is not 0.

    >>> A = matrix("A", natural("n"))
    >>> inverse(A) @ A
    A**(-1) @ A
    """
    return matrix_term(value) ** -1


def tr(value: Matrix) -> Scalar:
    """The trace of a square matrix."""
    return MatrixTrace(matrix_term(value))


def det(value: Matrix) -> Scalar:
    """The determinant of a square matrix; 1 for the matrix of size 0."""
    return Determinant(matrix_term(value))


def _index_set(size: Indices) -> Cyclic | Interval:
    return size if isinstance(size, (Cyclic, Interval)) else Interval(integer_term(1), integer_term(size))


def _index_of(where: Cyclic | Interval, name: str) -> Variable | ResidueVariable:
    return ResidueVariable(name, where) if isinstance(where, Cyclic) else Variable(name, "integer")

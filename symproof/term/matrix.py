"""Matrices: tables of scalars over two index sets, which may be of symbolic size."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from symproof.errors import SortError
from symproof.term.residue import Cyclic, Interval, Residue, ResidueVariable, index_in
from symproof.term.scalar import (
    ONE,
    ZERO,
    Entry,
    Number,
    Scalar,
    ScalarLike,
    Variable,
    scalar,
)
from symproof.term.sums import integer_term
from symproof.term.tree import Term, is_sympy, node, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SINGLE = Interval(ONE, ONE)
"""The index set of the columns of a matrix that is one column."""
Place = ScalarLike | Residue


class Matrix(Term):
    """A table of scalars over two index sets, which may be of symbolic size."""

    __slots__ = ()

    @property
    def shape(self) -> tuple[Cyclic | Interval, Cyclic | Interval]:
        """The index sets of the rows and of the columns."""
        raise NotImplementedError(type(self).__name__)

    def __matmul__(self, other: Matrix) -> Matrix:
        return MatrixMul(self, matrix_term(other))

    def __add__(self, other: Matrix) -> Matrix:
        return MatrixAdd(self, matrix_term(other))

    def __sub__(self, other: Matrix) -> Matrix:
        return MatrixAdd(self, MatrixScale(Number(Fraction(-1)), matrix_term(other)))

    def __rmul__(self, factor: ScalarLike) -> Matrix:
        return MatrixScale(scalar(factor), self)

    def __mul__(self, factor: ScalarLike) -> Matrix:
        if isinstance(factor, Matrix):
            raise SortError(f"{self} * {factor}: the product of matrices is written A @ B")
        return MatrixScale(scalar(factor), self)

    def __truediv__(self, divisor: ScalarLike) -> Matrix:
        return MatrixScale(ONE / scalar(divisor), self)

    def __pow__(self, exponent: ScalarLike) -> Matrix:
        return MatrixPower(self, integer_term(exponent))

    def __neg__(self) -> Matrix:
        return MatrixScale(Number(Fraction(-1)), self)

    @property
    def is_square(self) -> bool:
        """Whether rows and columns have one index set."""
        return self.shape[0] == self.shape[1]

    @property
    def is_column(self) -> bool:
        """Whether it is a single column, of which `x[i]` is an entry."""
        return self.shape[1] == SINGLE

    def __getitem__(self, place: Place | tuple[Place, Place]) -> Scalar:
        rows, columns = self.shape
        if not isinstance(place, tuple):
            if not self.is_column:
                raise SortError(f"{self}[{place}]: an entry of a matrix has a row and a column; write {self}[i, j]")
            place = place, 1
        if len(place) != 2:
            raise SortError(f"{self}{list(place)}: an entry of a matrix has a row and a column; write {self}[i, j]")
        return Entry(self, index_in(rows, place[0]), index_in(columns, place[1]))

    @property
    def T(self) -> Matrix:
        """The transpose."""
        return Transpose(self)

    def _sympy_(self) -> Any:
        from symproof.doors.sympy import to_sympy  # the door is opened when SymPy asks

        return to_sympy(self)

    def __bool__(self) -> bool:
        raise SortError(f"{self} is a matrix and has no truth value; compare with eq(A, B)")


@node
class MatrixVariable(Matrix):
    """A matrix letter."""

    name: str
    rows: Cyclic | Interval
    columns: Cyclic | Interval

    @property
    def shape(self) -> tuple[Cyclic | Interval, Cyclic | Interval]:
        return self.rows, self.columns

    def _collect_free(self) -> Iterator[Term]:
        yield self
        yield from self.rows.free | self.columns.free


@node
class EntryLaw(Matrix):
    """The matrix `name` whose entry at (row, column) is `body`."""

    binders = ("row", "column")
    scope = ("body",)
    name: str
    rows: Cyclic | Interval
    columns: Cyclic | Interval
    row: Variable | ResidueVariable
    column: Variable | ResidueVariable
    body: Scalar

    def __post_init__(self) -> None:
        for letter, where in ((self.row, self.rows), (self.column, self.columns)):
            fits = letter.over == where if isinstance(letter, ResidueVariable) else isinstance(where, Interval)
            if not fits or self.row == self.column:
                raise SortError(f"{self.name}: {letter} is no index of its own over {where}")

    @property
    def shape(self) -> tuple[Cyclic | Interval, Cyclic | Interval]:
        return self.rows, self.columns


@node
class MatrixMul(Matrix):
    """The product of two matrices; the columns of the left are the rows of the right."""

    left: Matrix
    right: Matrix

    def __post_init__(self) -> None:
        if self.left.shape[1] != self.right.shape[0]:
            raise SortError(
                f"{self.left} @ {self.right}: the left has columns over {self.left.shape[1]}, "
                f"the right has rows over {self.right.shape[0]}"
            )

    @property
    def shape(self) -> tuple[Cyclic | Interval, Cyclic | Interval]:
        return self.left.shape[0], self.right.shape[1]


@node
class MatrixAdd(Matrix):
    """The sum of two matrices of one shape."""

    left: Matrix
    right: Matrix

    def __post_init__(self) -> None:
        if self.left.shape != self.right.shape:
            raise SortError(f"{self.left} + {self.right}: the shapes are {self.left.shape} and {self.right.shape}")

    @property
    def shape(self) -> tuple[Cyclic | Interval, Cyclic | Interval]:
        return self.left.shape


@node
class MatrixScale(Matrix):
    """A scalar times a matrix."""

    factor: Scalar
    matrix: Matrix

    @property
    def shape(self) -> tuple[Cyclic | Interval, Cyclic | Interval]:
        return self.matrix.shape


@node
class Transpose(Matrix):
    """The transpose of a matrix."""

    matrix: Matrix

    @property
    def shape(self) -> tuple[Cyclic | Interval, Cyclic | Interval]:
        return self.matrix.shape[1], self.matrix.shape[0]


@node
class Identity(Matrix):
    """The identity matrix over an index set."""

    over: Cyclic | Interval

    @property
    def shape(self) -> tuple[Cyclic | Interval, Cyclic | Interval]:
        return self.over, self.over


@node
class MatrixPower(Matrix):
    """An integer power of a square matrix; a negative one has a value where the determinant is not 0."""

    matrix: Matrix
    exponent: Scalar

    def __post_init__(self) -> None:
        require_square("a power", self.matrix)

    @property
    def shape(self) -> tuple[Cyclic | Interval, Cyclic | Interval]:
        return self.matrix.shape


@node
class MatrixTrace(Scalar):
    """The sum of the entries on the diagonal of a square matrix."""

    matrix: Matrix

    def __post_init__(self) -> None:
        require_square("the trace", self.matrix)


@node
class Determinant(Scalar):
    """The determinant of a square matrix; 1 for the matrix without entries."""

    matrix: Matrix

    def __post_init__(self) -> None:
        require_square("the determinant", self.matrix)


def require_square(what: str, matrix: Matrix) -> None:
    """Refuse a matrix whose rows and columns have different index sets."""
    if not matrix.is_square:
        rows, columns = matrix.shape
        raise SortError(f"{what} needs a square matrix; {matrix} has rows over {rows} and columns over {columns}")


def zero_matrix(rows: Cyclic | Interval, columns: Cyclic | Interval) -> EntryLaw:
    """The matrix of zeros over two index sets."""
    row, column = (
        ResidueVariable(name, where) if isinstance(where, Cyclic) else Variable(name, "integer")
        for name, where in (("i", rows), ("j", columns))
    )
    return EntryLaw("0", rows, columns, row, column, ZERO)


def is_sympy_matrix(value: object) -> bool:
    """Whether a value is one of SymPy's matrices."""
    return is_sympy(value) and bool(getattr(value, "is_Matrix", False))


def matrix_term(value: object, like: Matrix | None = None) -> Matrix:
    """`value` as a matrix; 0 as the matrix of zeros, where `like` says of what shape."""
    if isinstance(value, Matrix):
        return value
    if is_sympy(value):
        from symproof.doors.sympy import from_sympy  # the door is opened when a SymPy object comes in

        if isinstance(read := from_sympy(value), Matrix):
            return read
    is_zero = value == ZERO or (isinstance(value, int) and not isinstance(value, bool) and value == 0)
    if like is not None and is_zero:
        return zero_matrix(*like.shape)
    raise SortError(f"{value!r} is {sort_of(value)} where a matrix is needed")

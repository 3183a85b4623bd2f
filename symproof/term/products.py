"""Matrices made of matrices: blocks, Kronecker's and Hadamard's product, the columns one below the other, the adjugate.

Where index sets are joined they must be 1..n, with an n that is natural by its form; what is joined is 1..N again. N is
multiplied out and keeps the order of the author: blocks of n and m rows give n + m rows, and kron(A, B) of n and m rows n*m.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from symproof.errors import SortError
from symproof.term.matrix import SINGLE, Matrix, MatrixVariable, require_square
from symproof.term.residue import Cyclic, Interval
from symproof.term.scalar import ONE, Add, Mul, Number, Scalar, product_of, sum_of
from symproof.term.sums import is_natural
from symproof.term.tree import node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    IndexSet = Cyclic | Interval


@node
class Hadamard(Matrix):
    """The product of two matrices of one shape, entry by entry."""

    left: Matrix
    right: Matrix

    def __post_init__(self) -> None:
        if self.left.shape != self.right.shape:
            raise SortError(f"{self}: the shapes are {self.left.shape} and {self.right.shape}")

    @property
    def shape(self) -> tuple[IndexSet, IndexSet]:
        return self.left.shape


@node
class Kronecker(Matrix):
    """Kronecker's product: the blocks A[i, j] * B."""

    left: Matrix
    right: Matrix

    def __post_init__(self) -> None:
        _ = self.shape

    @property
    def shape(self) -> tuple[IndexSet, IndexSet]:
        (a, b), (c, d) = self.left.shape, self.right.shape
        return as_many(self, a, c), as_many(self, b, d)


@node
class Vec(Matrix):
    """The columns of a matrix, one below the other."""

    matrix: Matrix

    def __post_init__(self) -> None:
        _ = self.shape

    @property
    def shape(self) -> tuple[IndexSet, IndexSet]:
        rows, columns = self.matrix.shape
        return as_many(self, columns, rows), SINGLE


@node
class Beside(Matrix):
    """Matrices with the same rows, from left to right."""

    parts: tuple[Matrix, ...]

    def __post_init__(self) -> None:
        _same(self, [part.shape[0] for part in self.parts], "rows")
        _ = self.shape

    @property
    def shape(self) -> tuple[IndexSet, IndexSet]:
        return self.parts[0].shape[0], together(self, [part.shape[1] for part in self.parts])


@node
class Above(Matrix):
    """Matrices with the same columns, from top to bottom."""

    parts: tuple[Matrix, ...]

    def __post_init__(self) -> None:
        _same(self, [part.shape[1] for part in self.parts], "columns")
        _ = self.shape

    @property
    def shape(self) -> tuple[IndexSet, IndexSet]:
        return together(self, [part.shape[0] for part in self.parts]), self.parts[0].shape[1]


@node
class Adjugate(Matrix):
    """The transpose of the matrix of cofactors, so that A @ adj(A) = det(A) * I; of one entry, 1."""

    matrix: Matrix

    def __post_init__(self) -> None:
        require_square("the adjugate", self.matrix)

    @property
    def shape(self) -> tuple[IndexSet, IndexSet]:
        return self.matrix.shape


@node
class MatrixGradient(Matrix):
    """The partial derivatives of a number in the entries of a matrix letter, at that letter: a matrix of its shape, with
    d/dX[i, j] at (i, j)."""

    body: Scalar
    variable: MatrixVariable

    def __post_init__(self) -> None:
        if not isinstance(self.variable, MatrixVariable):
            raise SortError(f"{self.variable} is no letter; a gradient is taken in a letter, at that letter")

    @property
    def shape(self) -> tuple[IndexSet, IndexSet]:
        return self.variable.shape


# Sizes ----------------------------------------------------------------------------------------------


def as_many(whole: Matrix, *sets: IndexSet) -> Interval:
    """1..N, where N is how many pairs there are."""
    size: Scalar = ONE
    for where in sets:
        size = _times(size, size_of(whole, where))
    return Interval(ONE, size)


def together(whole: Matrix, sets: Iterable[IndexSet]) -> Interval:
    """1..N, where N is how many elements there are in all."""
    sizes = [size_of(whole, where) for where in sets]
    return Interval(ONE, sizes[0] if len(sizes) == 1 else _written(part for size in sizes for part in _parts(size)))


def rest_of(total: Interval, end: Scalar) -> Interval | None:
    """As many as follow after 1..end in 1..N; None where that is not seen from the form."""
    size = _written([*_parts(total.high), *((-number, factors) for number, factors in _parts(end))])
    return Interval(ONE, size) if is_natural(size) else None


def size_of(whole: Matrix, where: IndexSet) -> Scalar:
    """The n of 1..n.

    Raises:
        SortError: it is another set, or n may be negative.
    """
    if isinstance(where, Cyclic) or where.low != ONE or not is_natural(where.high):
        raise SortError(f"{whole}: an index set is {where}; what is joined has index sets 1..n with a natural n")
    return where.high


def _times(left: Scalar, right: Scalar) -> Scalar:
    if ONE in (left, right):
        return right if left == ONE else left
    return _written((a * b, (*x, *y)) for a, x in _parts(left) for b, y in _parts(right))


def _parts(size: Scalar) -> Iterator[tuple[Fraction, tuple[Scalar, ...]]]:
    """A size as a sum of products, each with its number in front."""
    match size:
        case Number(value):
            yield value, ()
        case Add(args):
            for arg in args:
                yield from _parts(arg)
        case Mul((arg,)):
            yield from _parts(arg)
        case Mul((*first, last)):
            rest = list(_parts(last))
            yield from ((a * b, (*x, *y)) for a, x in _parts(Mul(tuple(first))) for b, y in rest)
        case _:
            yield Fraction(1), (size,)


def _written(parts: Iterable[tuple[Fraction, tuple[Scalar, ...]]]) -> Scalar:
    """A sum of products as one term, like ones together."""
    sums: dict[frozenset[tuple[Scalar, int]], tuple[Fraction, tuple[Scalar, ...]]] = {}
    for number, factors in parts:
        key = frozenset(Counter(factors).items())
        before = sums.get(key, (Fraction(0), factors))
        sums[key] = before[0] + number, before[1]
    args = [_product(number, factors) for number, factors in sums.values() if number]
    return sum_of(args)


def _product(number: Fraction, factors: tuple[Scalar, ...]) -> Scalar:
    args = (*((Number(number),) if number != 1 or not factors else ()), *factors)
    return product_of(args)


def _same(whole: Matrix, sets: list[IndexSet], what: str) -> None:
    if not sets or any(where != sets[0] for where in sets):
        raise SortError(f"{whole}: blocks side by side need the same {what}; these have {', '.join(map(str, sets))}")

"""SymPy's matrix expressions as ours, and back: letters of symbolic size, products, transposes, inverses, traces.

SymPy counts rows and columns from 0, we from 1: `M[0, 0]` is read as the entry (1, 1). What SymPy's constructors have
evaluated already (`A*A.I` is the identity to it, for singular matrices too) cannot be read back.

Limits: no explicit tables of numbers.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import sympy
from sympy.matrices.expressions.matexpr import MatrixElement

from symproof import term as tm
from symproof.errors import SortError

if TYPE_CHECKING:
    from symproof.doors.sympy.reading import Reader

SCALARS = (sympy.Trace, sympy.Determinant, MatrixElement)
"""SymPy's numbers that are made of matrices."""
INSTEAD = {
    "ImmutableDenseMatrix": "a table of numbers is given by an entry law: matrix(name, n, lambda i, j: ...)",
    "MutableDenseMatrix": "a table of numbers is given by an entry law: matrix(name, n, lambda i, j: ...)",
}


def is_matrix(expr: Any) -> bool:
    """Whether SymPy takes it for a matrix."""
    return bool(getattr(expr, "is_Matrix", False) or isinstance(expr, sympy.MatrixExpr))


def read_matrix(expr: Any, reader: Reader) -> tm.Matrix:
    """A matrix expression as ours."""
    match expr:
        case sympy.MatrixSymbol():
            if expr not in reader.known:
                sizes = (tm.Interval(tm.ONE, reader.integer(size)) for size in expr.shape)
                reader.known[expr] = reader.claimed(tm.MatrixVariable(expr.name, *sizes), expr)
            return tm.matrix_term(reader.known[expr])
        case sympy.MatAdd():
            first, *rest = expr.args
            whole = read_matrix(first, reader)
            for arg in rest:
                number, factors = _parts(arg)
                if number.is_number and number.is_negative:
                    whole = whole - _scaled(-number, factors, reader)
                else:
                    whole = whole + _scaled(number, factors, reader)
            return whole
        case sympy.MatMul():
            return _scaled(*_parts(expr), reader)
        case sympy.Inverse(args=(arg, *_)):
            return read_matrix(arg, reader) ** -1
        case sympy.MatPow(args=(base, exponent)):
            return read_matrix(base, reader) ** reader.integer(exponent)
        case sympy.Transpose(args=(arg,)):
            return tm.Transpose(read_matrix(arg, reader))
        case sympy.HadamardProduct(args=factors):
            return reduce(tm.Hadamard, (read_matrix(factor, reader) for factor in factors))
        case sympy.KroneckerProduct(args=factors):
            return reduce(tm.Kronecker, (read_matrix(factor, reader) for factor in factors))
        case sympy.BlockMatrix():
            rows = [tuple(read_matrix(part, reader) for part in row) for row in expr.blocks.tolist()]
            made = [row[0] if len(row) == 1 else tm.Beside(row) for row in rows]
            return made[0] if len(made) == 1 else tm.Above(tuple(made))
        case sympy.Identity(args=(size,)):
            return tm.Identity(tm.Interval(tm.ONE, reader.integer(size)))
        case sympy.ZeroMatrix(args=(rows, columns)):
            return tm.zero_matrix(*(tm.Interval(tm.ONE, reader.integer(size)) for size in (rows, columns)))
    kind = type(expr).__name__
    hint = INSTEAD.get(kind, "it is not in the language")
    raise SortError(f"{expr} is SymPy's {kind}, which symproof cannot read: {hint}")


def _parts(expr: Any) -> tuple[Any, list[Any]]:
    """The number in front of a product, and its factors that are matrices."""
    if not isinstance(expr, sympy.MatMul):
        return sympy.S.One, [expr]
    number, factors = expr.as_coeff_matrices()
    return number, factors


def _scaled(number: Any, factors: list[Any], reader: Reader) -> tm.Matrix:
    first, *rest = (read_matrix(factor, reader) for factor in factors)
    for factor in rest:
        first = first @ factor
    if number == 1:
        return first
    return -first if number == -1 else first * reader.scalar(number)


def read_number(expr: Any, reader: Reader) -> tm.Scalar:
    """A trace, a determinant or an entry."""
    match expr:
        case sympy.Trace(args=(arg,)):
            return tm.MatrixTrace(read_matrix(arg, reader))
        case sympy.Determinant(args=(arg,)):
            return tm.Determinant(read_matrix(arg, reader))
    parent, row, column = expr.args
    return read_matrix(parent, reader)[_from_one(reader.integer(row)), _from_one(reader.integer(column))]


def _from_one(place: tm.Scalar) -> tm.Scalar:
    return tm.Number(place.value + 1) if isinstance(place, tm.Number) else place + 1


# And back -----------------------------------------------------------------------------------------


def write_matrix(matrix: tm.Matrix, write: Any) -> Any:
    """Ours as SymPy's; None where SymPy has no word for it."""
    match matrix:
        case tm.MatrixVariable(name, rows, columns):
            sizes = [_size(where, write) for where in (rows, columns)]
            return None if None in sizes else sympy.MatrixSymbol(name, *sizes)
        case tm.MatrixMul(left, right):
            return _both(sympy.MatMul, write_matrix(left, write), write_matrix(right, write))
        case tm.MatrixAdd(left, right):
            return _both(sympy.MatAdd, write_matrix(left, write), write_matrix(right, write))
        case tm.MatrixScale(factor, inside):
            return _both(sympy.MatMul, write(factor), write_matrix(inside, write))
        case tm.MatrixPower(base, exponent):
            return _both(sympy.MatPow, write_matrix(base, write), write(exponent))
        case tm.Hadamard(left, right):
            return _both(sympy.HadamardProduct, write_matrix(left, write), write_matrix(right, write))
        case tm.Kronecker(left, right):
            return _both(sympy.KroneckerProduct, write_matrix(left, write), write_matrix(right, write))
        case tm.Above(parts) | tm.Beside(parts):
            lines = parts if isinstance(matrix, tm.Above) else (matrix,)
            table = [line.parts if isinstance(line, tm.Beside) else (line,) for line in lines]
            blocks = [[write_matrix(part, write) for part in line] for line in table]
            whole = len(set(map(len, blocks))) == 1 and all(part is not None for line in blocks for part in line)
            return sympy.BlockMatrix(blocks) if whole else None
        case tm.Transpose(inside):
            written = write_matrix(inside, write)
            return None if written is None else sympy.Transpose(written)
        case tm.Identity(where):
            size = _size(where, write)
            return None if size is None else sympy.Identity(size)
        case tm.EntryLaw(body=body) if body == tm.ZERO:
            sizes = [_size(where, write) for where in matrix.shape]
            return None if None in sizes else sympy.ZeroMatrix(*sizes)
    return None


def _both(make: Any, left: Any, right: Any) -> Any:
    return None if left is None or right is None else make(left, right)


def _size(where: tm.Cyclic | tm.Interval, write: Any) -> Any:
    """The size of an index set 1..n."""
    return write(where.high) if isinstance(where, tm.Interval) and where.low == tm.ONE else None

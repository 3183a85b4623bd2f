"""Gradients in a matrix, by structure. Trusted.

`matrix_gradient(f, X)` has df/dX[i, j] at (i, j), in the shape of X (the denominator layout; the numerator layout is its
transpose), wherever f has a value around X and `calculus.smooth` holds. The entries of X are independent of each other,
whatever the hypotheses say of X. All of it follows from <M(X), G>, of which `_adjoint` is the gradient with G held fixed:

    <A B, G> = <A, G B'> = <B, A' G>    d(A**-1) = -A**-1 dA A**-1    d det(A) = <adj(A)', dA>
    tr(kron(A, B)) = tr(A) tr(B), <vec(A), vec(B)> = <A, B>
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.functions import FUNCTIONS
from symproof.substitution import fresh, names_in
from symproof.trusted.calculus import LONGEST, chained, power_rule, square_of_norm, sum_of


def matrix_gradient(body: tm.Scalar, x: tm.MatrixVariable) -> tm.Matrix:
    """The gradient of `body` in the entries of the matrix letter `x`.

    Raises:
        UnknownOperator: a constructor without a rule.

    >>> from symproof import matrix, natural, tr
    >>> A, X = matrix("A", natural("n")), matrix("X", natural("n"))
    >>> matrix_gradient(tr(A @ X), X)
    A.T
    """
    if x not in body.free:
        return tm.zero_matrix(*x.shape)
    match body:
        case tm.Add(args):
            return sum_of(x, [matrix_gradient(arg, x) for arg in args if x in arg.free])
        case tm.Neg(arg):
            return -matrix_gradient(arg, x)
        case tm.Mul(args):
            return sum_of(
                x,
                [
                    tm.MatrixScale(_product((*args[:k], *args[k + 1 :])), matrix_gradient(arg, x))
                    for k, arg in enumerate(args)
                    if x in arg.free
                ],
            )
        case tm.Div(top, bottom):
            return (1 / bottom) * matrix_gradient(top, x) - (top / bottom**2) * matrix_gradient(bottom, x)
        case tm.Pow(base, exponent) if (square := square_of_norm(base, exponent)) is not None:
            return matrix_gradient(square, x)
        case tm.Pow(base, exponent) if x not in exponent.free:
            return power_rule(base, exponent) * matrix_gradient(base, x)
        case tm.Elementary(name, args):
            slopes = zip(FUNCTIONS[name].derivative(*args), args, strict=True)
            return sum_of(x, [slope * matrix_gradient(arg, x) for slope, arg in slopes if x in arg.free])
        case tm.MatrixTrace(tm.MatrixPower(matrix, exponent)) if not _is_small(exponent) and x not in exponent.free:
            return _adjoint(matrix, x, exponent * tm.Transpose(matrix) ** (exponent - 1))
        case tm.MatrixTrace(tm.Kronecker(left, right)) if left.is_square and right.is_square:
            return matrix_gradient(tm.MatrixTrace(left) * tm.MatrixTrace(right), x)
        case tm.MatrixTrace(tm.MatrixMul(tm.Transpose(tm.Vec(left)), tm.Vec(right))) if left.shape == right.shape:
            return matrix_gradient(tm.MatrixTrace(tm.Transpose(left) @ right), x)
        case tm.MatrixTrace(matrix):
            return _adjoint(matrix, x, tm.Identity(matrix.shape[0]))
        case tm.Determinant(matrix):
            return _adjoint(matrix, x, tm.Transpose(tm.Adjugate(matrix)))
        case tm.Entry(matrix, row, column) if x not in row.free | column.free:
            return _adjoint(matrix, x, _unit(matrix, row, column))
        case tm.Sum(inner, index, low, high) if x not in low.free | high.free:
            return _summed(matrix_gradient(inner, x), index, body, lambda entry: tm.Sum(entry, index, low, high))
        case tm.CyclicSum(inner, residue) if x not in residue.over.free:
            return _summed(matrix_gradient(inner, x), residue, body, lambda entry: tm.CyclicSum(entry, residue))
        case _:
            raise UnknownOperator(f"no gradient of {type(body).__name__} ({body}) in {x} is known")


def _adjoint(body: tm.Matrix, x: tm.MatrixVariable, direction: tm.Matrix) -> tm.Matrix:
    """The gradient in `x` of the inner product <body, direction>, with `direction` held fixed."""
    if x not in body.free:
        return tm.zero_matrix(*x.shape)
    match body:
        case tm.MatrixVariable():
            return direction
        case tm.MatrixAdd(left, right):
            return _both(_adjoint(left, x, direction), _adjoint(right, x, direction), left, right, x)
        case tm.MatrixScale(factor, matrix):
            inner = tm.MatrixTrace(tm.Transpose(matrix) @ direction)
            first = factor * _adjoint(matrix, x, direction)
            return _both(first, inner * matrix_gradient(factor, x), matrix, factor, x)
        case tm.MatrixMul(left, right):
            first = _adjoint(left, x, _times(direction, tm.Transpose(right)))
            return _both(first, _adjoint(right, x, _times(tm.Transpose(left), direction)), left, right, x)
        case tm.Hadamard(left, right):
            first = _adjoint(left, x, tm.Hadamard(direction, right))
            return _both(first, _adjoint(right, x, tm.Hadamard(left, direction)), left, right, x)
        case tm.Transpose(matrix):
            return _adjoint(matrix, x, tm.Transpose(direction))
        case tm.MatrixPower(matrix, tm.Number(value) as exponent) if _is_small(exponent):
            count, base = abs(int(value)), matrix if value > 0 else matrix**-1
            turned = tm.Transpose(base)
            parts = [chained(turned, k, direction, turned, count - 1 - k) for k in range(count)]
            if value < 0:
                parts = [-(turned @ part @ turned) for part in parts]
            return sum_of(x, [_adjoint(matrix, x, part) for part in parts])
        case _:
            raise UnknownOperator(f"no gradient of {type(body).__name__} ({body}) in {x} is known")


def _both(first: tm.Matrix, second: tm.Matrix, left: tm.Term, right: tm.Term, x: tm.MatrixVariable) -> tm.Matrix:
    """The sum of what two parts give, without what does not depend on `x`."""
    return second if x not in left.free else first if x not in right.free else first + second


def _times(left: tm.Matrix, right: tm.Matrix) -> tm.Matrix:
    """A product, without a factor that is the identity."""
    return right if isinstance(left, tm.Identity) else left if isinstance(right, tm.Identity) else left @ right


def _is_small(exponent: tm.Scalar) -> bool:
    return isinstance(exponent, tm.Number) and abs(exponent.value) <= LONGEST


def _summed(slope: tm.Matrix, index: tm.Term, body: tm.Scalar, summed: Callable[[tm.Scalar], tm.Scalar]) -> tm.Matrix:
    """The sum of a matrix over an index, entry by entry; no letter of the ends of the sum `body` is bound by it."""
    if isinstance(slope, tm.MatrixAdd):
        return _summed(slope.left, index, body, summed) + _summed(slope.right, index, body, summed)
    row, column = _places(slope, names_in(slope, index, body))
    return tm.EntryLaw("E", *slope.shape, row, column, summed(tm.Entry(slope, row, column)))


def _unit(matrix: tm.Matrix, row: tm.Scalar | tm.Residue, column: tm.Scalar | tm.Residue) -> tm.Matrix:
    """The matrix that is 1 at one place and 0 elsewhere."""
    first, second = _places(matrix, names_in(row, column, matrix))
    return tm.EntryLaw("E", *matrix.shape, first, second, tm.Mul((tm.Delta(first - row), tm.Delta(second - column))))


def _places(matrix: tm.Matrix, taken: set[str]) -> list[Any]:
    """A letter for the row and one for the column of a matrix, neither of them taken."""
    letters: list[Any] = []
    for name, where in zip("ij", matrix.shape, strict=True):
        plain = tm.ResidueVariable(name, where) if isinstance(where, tm.Cyclic) else tm.Variable(name, "integer")
        letters.append(fresh(plain, taken))
        taken.add(letters[-1].name)
    return letters


def _product(factors: tuple[tm.Scalar, ...]) -> tm.Scalar:
    return factors[0] if len(factors) == 1 else tm.Mul(factors)

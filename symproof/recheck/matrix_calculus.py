"""Gradients in the entries of a matrix letter: df/dX[i, j] at (i, j).

<A B, G> = <A, G B'> = <B, A' G>    d(A**-1) = -A**-1 dA A**-1    d det(A) = <adj(A)', dA>
tr(kron(A, B)) = tr(A) tr(B)    <vec(A), vec(B)> = <A, B>
"""

from __future__ import annotations

from fractions import Fraction

from .build import fresh, make
from .calculus import LONGEST, matrix_product, matrix_sum, power_slope, slopes, square_of_norm, zero_matrix
from .terms import ONE, TWO, Node, Reject, free, minus, name_of, number, shape, times


def matrix_gradient(body: Node, x: Node) -> Node:
    """The gradient of a scalar in a matrix letter."""
    if x not in free(body):
        return zero_matrix(*shape(x))
    match body:
        case ("Add", args):
            return matrix_sum(x, [matrix_gradient(arg, x) for arg in args if x in free(arg)])
        case ("Neg", arg):
            return _scaled(number(-1), matrix_gradient(arg, x))
        case ("Mul", args):
            parts = []
            for k, arg in enumerate(args):
                if x in free(arg):
                    others = (*args[:k], *args[k + 1 :])
                    parts.append(_scaled(others[0] if len(others) == 1 else ("Mul", others), matrix_gradient(arg, x)))
            return matrix_sum(x, parts)
        case ("Div", top, bottom):
            shrink = ("Div", ("Neg", top), ("Pow", bottom, TWO))
            return matrix_sum(
                x, [_scaled(("Div", ONE, bottom), matrix_gradient(top, x)), _scaled(shrink, matrix_gradient(bottom, x))]
            )
        case ("Pow", base, exponent) if (square := square_of_norm(base, exponent)) is not None:
            return matrix_gradient(square, x)
        case ("Pow", base, exponent) if x not in free(exponent):
            return _scaled(power_slope(base, exponent), matrix_gradient(base, x))
        case ("Elementary", name, args):
            pairs = zip(slopes(name, args), args, strict=True)
            return matrix_sum(x, [_scaled(slope, matrix_gradient(arg, x)) for slope, arg in pairs if x in free(arg)])
        case ("MatrixTrace", ("MatrixPower", matrix, exponent)) if not _is_small(exponent) and x not in free(exponent):
            raised = make("MatrixPower", make("Transpose", matrix), minus(exponent, ONE))
            return _adjoint(matrix, x, _scaled(exponent, raised))
        case ("MatrixTrace", ("Kronecker", a, b)) if all(shape(part)[0] == shape(part)[1] for part in (a, b)):
            return matrix_gradient(times(make("MatrixTrace", a), make("MatrixTrace", b)), x)
        case ("MatrixTrace", ("MatrixMul", ("Transpose", ("Vec", a)), ("Vec", b))) if shape(a) == shape(b):
            return matrix_gradient(make("MatrixTrace", matrix_product(make("Transpose", a), b)), x)
        case ("MatrixTrace", matrix):
            return _adjoint(matrix, x, make("Identity", shape(matrix)[0]))
        case ("Determinant", matrix):
            return _adjoint(matrix, x, make("Transpose", make("Adjugate", matrix)))
        case ("Entry", matrix, row, column) if x not in free(row) | free(column):
            return _adjoint(matrix, x, _unit(matrix, row, column))
        case ("Sum", inner, index, low, high) if x not in free(low) | free(high) and index not in free(x):
            return _summed(matrix_gradient(inner, x), index, low, high)
        case ("CyclicSum", inner, index) if x not in free(index[2]) and index not in free(x):
            return _summed(matrix_gradient(inner, x), index)
    raise Reject(f"not covered: the gradient of {body[0]}")


def _adjoint(body: Node, x: Node, direction: Node) -> Node:
    """The gradient of <body, direction>, the direction held fixed."""
    if x not in free(body):
        return zero_matrix(*shape(x))
    match body:
        case ("MatrixVariable", *_):
            return direction
        case ("MatrixAdd", left, right):
            return matrix_sum(x, [_adjoint(part, x, direction) for part in (left, right)])
        case ("MatrixScale", factor, matrix):
            inner = make("MatrixTrace", matrix_product(make("Transpose", matrix), direction))
            first = _scaled(factor, _adjoint(matrix, x, direction))
            return matrix_sum(x, [first, _scaled(inner, matrix_gradient(factor, x))])
        case ("MatrixMul", left, right):
            first = _adjoint(left, x, _product(direction, make("Transpose", right)))
            return matrix_sum(x, [first, _adjoint(right, x, _product(make("Transpose", left), direction))])
        case ("Hadamard", left, right):
            pairs = ((left, right), (right, left))
            return matrix_sum(x, [_adjoint(own, x, make("Hadamard", direction, other)) for own, other in pairs])
        case ("Transpose", matrix):
            return _adjoint(matrix, x, make("Transpose", direction))
        case ("MatrixPower", matrix, ("Number", value) as exponent) if _is_small(exponent):
            base = make("Transpose", matrix if value > 0 else make("MatrixPower", matrix, number(-1)))
            parts = []
            for k in range(abs(int(value))):
                part = matrix_product(*[base] * k, direction, *[base] * (abs(int(value)) - 1 - k))
                parts.append(part if value > 0 else _scaled(number(-1), matrix_product(base, part, base)))
            return matrix_sum(x, [_adjoint(matrix, x, part) for part in parts])
    raise Reject(f"not covered: the gradient of {body[0]}")


def _product(left: Node, right: Node) -> Node:
    return right if left[0] == "Identity" else left if right[0] == "Identity" else matrix_product(left, right)


def _scaled(factor: Node, matrix: Node) -> Node:
    return make("MatrixScale", factor, matrix)


def _is_small(exponent: Node) -> bool:
    return exponent[0] == "Number" and abs(Fraction(exponent[1])) <= LONGEST


def _unit(matrix: Node, row: Node, column: Node) -> Node:
    """The matrix that is 1 at one place and 0 elsewhere."""
    letters = _places(matrix, {name_of(symbol) for term in (matrix, row, column) for symbol in free(term)})
    deltas = [make("Delta", minus(letter, place)) for letter, place in zip(letters, (row, column), strict=True)]
    return make("EntryLaw", "E", *shape(matrix), *letters, times(*deltas))


def _summed(slope: Node, index: Node, *ends: Node) -> Node:
    """The sum of a matrix over an index, entry by entry."""
    letters = _places(slope, {name_of(symbol) for term in (slope, index, *ends) for symbol in free(term)})
    entry = make("Entry", slope, *letters)
    total = make("Sum", entry, index, *ends) if ends else make("CyclicSum", entry, index)
    return make("EntryLaw", "E", *shape(slope), *letters, total)


def _places(matrix: Node, taken: set[str]) -> list[Node]:
    """A letter for the row and one for the column of a matrix."""
    letters: list[Node] = []
    for name, where in zip("ij", shape(matrix), strict=True):
        cyclic = where[0] == "Cyclic"
        plain = ("ResidueVariable", name, where) if cyclic else ("Variable", name, "integer", "", None)
        letters.append(fresh(plain, taken | {name_of(letter) for letter in letters}))
    return letters

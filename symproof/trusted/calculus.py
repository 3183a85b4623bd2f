"""Derivatives and gradients, by structure.

`differentiate(body, x)` and `gradient_of(body, w)` equal the derivative wherever `smooth(body, x)` holds at the
point; `smooth` is part of what `defined` asks. Trusted. Source: the rules of any calculus text.
"""

from __future__ import annotations

from functools import reduce

from symproof import statement as st
from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.functions import FUNCTIONS, log
from symproof.term import ONE, ZERO

LONGEST = 8
"""The largest exponent whose factors are differentiated one by one."""
Letter = tm.Variable | tm.VectorVariable | tm.MatrixVariable


def differentiate(body: tm.Scalar, x: tm.Variable) -> tm.Scalar:
    """The derivative of `body` in the real letter `x`.

    Raises:
        UnknownOperator: a constructor without a rule.

    >>> from symproof import real
    >>> x = real("x")
    >>> differentiate(x**3, x)
    3*x**2*1
    """
    if x not in body.free:
        return ZERO
    match body:
        case tm.Variable():
            return ONE
        case tm.Add(args):
            return tm.Add(tuple(differentiate(arg, x) for arg in args))
        case tm.Neg(arg):
            return tm.Neg(differentiate(arg, x))
        case tm.Mul(args):
            return _sum(
                [
                    tm.Mul((*args[:k], differentiate(arg, x), *args[k + 1 :]))
                    for k, arg in enumerate(args)
                    if x in arg.free
                ]
            )
        case tm.Div(top, bottom):
            return (differentiate(top, x) * bottom - top * differentiate(bottom, x)) / bottom**2
        case tm.Pow(base, exponent) if (square := square_of_norm(base, exponent)) is not None:
            return differentiate(square, x)  # smooth at 0 too, unlike the norm
        case tm.Pow(base, exponent):
            if x not in exponent.free:
                return power_rule(base, exponent) * differentiate(base, x)
            return body * (differentiate(exponent, x) * log(base) + exponent * differentiate(base, x) / base)
        case tm.Elementary(name, args):
            slopes = zip(FUNCTIONS[name].derivative(*args), args, strict=True)
            return _sum([slope * differentiate(arg, x) for slope, arg in slopes if x in arg.free])
        case tm.Apply(function, arg) if isinstance(arg, tm.Vector):
            return tm.Inner(tm.GradientAt(function, arg), _vector_rate(arg, x))
        case tm.Inner(left, right):
            return tm.Inner(_vector_rate(left, x), right) + tm.Inner(left, _vector_rate(right, x))
        case tm.Norm(vector):
            return tm.Inner(_vector_rate(vector, x), vector) / body
        case tm.Sum(inside, index, low, high) if x not in low.free | high.free:
            return tm.Sum(differentiate(inside, x), index, low, high)
        case tm.CyclicSum(inside, letter) if x not in letter.free:
            return tm.CyclicSum(differentiate(inside, x), letter)
        case tm.Derivative(inside, y):
            return differentiate(differentiate(inside, y), x)
        case tm.MatrixTrace(matrix):
            return tm.MatrixTrace(matrix_rate(matrix, x))
        case tm.Determinant(matrix):
            return tm.MatrixTrace(tm.Adjugate(matrix) @ matrix_rate(matrix, x))
        case tm.Entry(matrix, row, column) if x not in row.free | column.free:
            return tm.Entry(matrix_rate(matrix, x), row, column)
        case _:
            raise UnknownOperator(f"no derivative of {type(body).__name__} ({body}) in {x} is known")


def matrix_rate(body: tm.Matrix, x: tm.Variable) -> tm.Matrix:
    """The derivative of a matrix in a real letter.

    Raises:
        UnknownOperator: a constructor without a rule.
    """
    if x not in body.free:
        return tm.zero_matrix(*body.shape)
    match body:
        case tm.MatrixAdd(left, right):
            return matrix_rate(left, x) + matrix_rate(right, x)
        case tm.MatrixScale(factor, matrix):
            return differentiate(factor, x) * matrix + factor * matrix_rate(matrix, x)
        case tm.Transpose(matrix):
            return tm.Transpose(matrix_rate(matrix, x))
        case tm.MatrixPower(matrix, tm.Number(value)) if abs(value) <= LONGEST:
            base, rate = matrix, matrix_rate(matrix, x)
            if value < 0:
                base = matrix**-1
                rate = -(base @ rate @ base)
            return sum_of(body, [chained(base, k, rate, base, abs(int(value)) - 1 - k) for k in range(abs(int(value)))])
        case tm.MatrixMul(left, right) | tm.Hadamard(left, right) | tm.Kronecker(left, right):
            make = type(body)
            return make(matrix_rate(left, x), right) + make(left, matrix_rate(right, x))
        case tm.Vec(matrix):
            return tm.Vec(matrix_rate(matrix, x))
        case tm.Above(parts) | tm.Beside(parts):
            return type(body)(tuple(matrix_rate(part, x) for part in parts))
        case _:
            raise UnknownOperator(f"no derivative of {type(body).__name__} ({body}) in {x} is known")


def chained(left: tm.Matrix, before: int, inside: tm.Matrix, right: tm.Matrix, after: int) -> tm.Matrix:
    """left**before @ inside @ right**after, with natural exponents."""
    if before:
        inside = (left if before == 1 else left**before) @ inside
    if after:
        inside = inside @ (right if after == 1 else right**after)
    return inside


def sum_of(like: tm.Matrix, terms: list[tm.Matrix]) -> tm.Matrix:
    """The sum of matrices with the shape of `like`; zero where there is none."""
    return reduce(tm.MatrixAdd, terms) if terms else tm.zero_matrix(*like.shape)


def _vector_rate(body: tm.Vector, x: tm.Variable) -> tm.Vector:
    """The derivative of a vector in a real letter."""
    if x not in body.free:
        return tm.ZeroVector()
    match body:
        case tm.VectorAdd(args):
            return tm.VectorAdd(tuple(_vector_rate(arg, x) for arg in args))
        case tm.VectorNeg(arg):
            return tm.VectorNeg(_vector_rate(arg, x))
        case tm.Scale(factor, vector):
            return differentiate(factor, x) * vector + factor * _vector_rate(vector, x)
        case tm.VectorDiv(vector, bottom):
            return _vector_rate(vector, x) / bottom - (differentiate(bottom, x) / bottom**2) * vector
        case tm.VectorSum(inside, index, low, high) if x not in low.free | high.free:
            return tm.VectorSum(_vector_rate(inside, x), index, low, high)
        case _:
            raise UnknownOperator(f"no derivative of {type(body).__name__} ({body}) in {x} is known")


def gradient_of(body: tm.Scalar, w: tm.VectorVariable) -> tm.Vector:
    """The gradient of `body` in the vector letter `w`.

    Raises:
        UnknownOperator: a constructor without a rule.
    """
    if w not in body.free:
        return tm.ZeroVector()
    match body:
        case tm.Add(args):
            return tm.VectorAdd(tuple(gradient_of(arg, w) for arg in args))
        case tm.Neg(arg):
            return tm.VectorNeg(gradient_of(arg, w))
        case tm.Mul(args):
            return _vector_sum(
                [
                    _times((*args[:k], *args[k + 1 :]), gradient_of(arg, w))
                    for k, arg in enumerate(args)
                    if w in arg.free
                ]
            )
        case tm.Div(top, bottom):
            return gradient_of(top, w) / bottom - (top / bottom**2) * gradient_of(bottom, w)
        case tm.Pow(base, exponent) if (square := square_of_norm(base, exponent)) is not None:
            return gradient_of(square, w)
        case tm.Pow(base, exponent) if w not in exponent.free:
            return power_rule(base, exponent) * gradient_of(base, w)
        case tm.Elementary(name, args):
            slopes = zip(FUNCTIONS[name].derivative(*args), args, strict=True)
            return _vector_sum([slope * gradient_of(arg, w) for slope, arg in slopes if w in arg.free])
        case tm.Inner(left, right):
            return _adjoint(left, w, right) + _adjoint(right, w, left)
        case tm.Norm(vector):
            return _adjoint(vector, w, vector) / body
        case tm.Apply(function, arg) if isinstance(arg, tm.Vector):
            return _adjoint(arg, w, tm.GradientAt(function, arg))
        case tm.Sum(inside, index, low, high) if w not in low.free | high.free:
            return tm.VectorSum(gradient_of(inside, w), index, low, high)
        case _:
            raise UnknownOperator(f"no gradient of {type(body).__name__} ({body}) in {w} is known")


def _adjoint(body: tm.Vector, w: tm.VectorVariable, direction: tm.Vector) -> tm.Vector:
    """The gradient in `w` of <body, direction>, with `direction` held fixed."""
    if w not in body.free:
        return tm.ZeroVector()
    match body:
        case tm.VectorVariable():
            return direction
        case tm.VectorAdd(args):
            return _vector_sum([_adjoint(arg, w, direction) for arg in args])
        case tm.VectorNeg(arg):
            return tm.VectorNeg(_adjoint(arg, w, direction))
        case tm.Scale(factor, vector):
            return factor * _adjoint(vector, w, direction) + tm.Inner(vector, direction) * gradient_of(factor, w)
        case tm.VectorDiv(vector, bottom):
            return _adjoint((ONE / bottom) * vector, w, direction)
        case tm.VectorSum(inside, index, low, high) if index not in direction.free and w not in low.free | high.free:
            return tm.VectorSum(_adjoint(inside, w, direction), index, low, high)
        case _:
            raise UnknownOperator(f"no gradient of {type(body).__name__} ({body}) in {w} is known")


def smooth(body: tm.Term, x: Letter) -> tuple[st.Prop, ...]:
    """What must hold, beyond what `body` needs for a value nearby, for the rules above to give its derivative in `x`."""
    if x not in body.free:
        return ()
    match body:
        case tm.Pow(base, exponent) if (square := square_of_norm(base, exponent)) is not None:
            return smooth(square, x)
        case tm.Derivative(f, y):  # its own conditions are open, so they hold nearby
            return (*smooth(f, y), *smooth(f, x), *smooth(differentiate(f, y), x))
        case tm.Elementary(name, args):
            own = tuple(st.Relation(kind, term, ZERO) for term, kind in FUNCTIONS[name].smooth(*args))
        case tm.Norm(vector):
            own = (st.Relation("!=", vector, tm.ZeroVector()),)
        case _:
            own = ()
    inside: list[st.Prop] = []
    for child in body.children():
        inside += smooth(child, x)
    if isinstance(body, (tm.Sum, tm.VectorSum)):
        inside = [st.Each(body.index, prop, body.low, body.high) for prop in inside]
    elif isinstance(body, tm.CyclicSum):
        inside = [st.Each(body.index, prop) for prop in inside]
    return (*own, *inside)


def power_rule(base: tm.Scalar, exponent: tm.Scalar) -> tm.Scalar:
    """The derivative of base**exponent in the base."""
    match exponent:
        case tm.Number(value) if value == 0:
            return ZERO
        case tm.Number(value) if value.denominator == 1:
            return exponent * base ** tm.Number(value - 1)
        case _ if tm.is_integer(exponent):
            return exponent * base ** (exponent - 1)
        case _:
            return exponent * base**exponent / base


def square_of_norm(base: tm.Scalar, exponent: tm.Scalar) -> tm.Scalar | None:
    """norm(v)**4 as <v, v>**2, of vectors and of matrices; None of anything else."""
    match base:
        case tm.Norm(vector):
            square: tm.Scalar = tm.Inner(vector, vector)
        case tm.Elementary("sqrt", (tm.MatrixTrace(tm.MatrixMul(tm.Transpose(left), right)) as square,)) if (
            left == right
        ):
            pass
        case _:
            return None
    if not isinstance(exponent, tm.Number) or exponent.value <= 0 or exponent.value % 2 != 0:
        return None
    return square if exponent.value == 2 else tm.Pow(square, tm.Number(exponent.value / 2))


def _sum(terms: list[tm.Scalar]) -> tm.Scalar:
    return terms[0] if len(terms) == 1 else tm.Add(tuple(terms))


def _vector_sum(terms: list[tm.Vector]) -> tm.Vector:
    return terms[0] if len(terms) == 1 else tm.VectorAdd(tuple(terms))


def _times(factors: tuple[tm.Scalar, ...], vector: tm.Vector) -> tm.Vector:
    return tm.Scale(factors[0] if len(factors) == 1 else tm.Mul(factors), vector)

"""The elementary functions and what is known of them; derivatives and gradients, by structure."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

from .build import make
from .terms import ONE, TWO, ZERO, Node, Reject, below, free, is_integer, minus, number, plus, shape, sort, times

F = Fraction


def relation(kind: str, left: Node, right: Node) -> Node:
    """left `kind` right."""
    return make("Relation", kind, left, right)


# Elementary functions -----------------------------------------------------------------------------


class Row(NamedTuple):
    """What is known of an elementary function: the relations to 0 of its argument for a value and for a derivative, its
    range, whether it is zero exactly at zero, whether it increases, and some of its values."""

    domain: str = ""
    smooth: str = ""
    low: Fraction | None = None
    high: Fraction | None = None
    open: bool = False
    root: bool = False
    increasing: bool = False
    landmarks: tuple[tuple[Fraction, Fraction], ...] = ()


FUNCTIONS = {
    "exp": Row(low=F(0), open=True, increasing=True, landmarks=((F(0), F(1)),)),
    "log": Row(domain=">", increasing=True, landmarks=((F(1), F(0)),)),
    "sin": Row(low=F(-1), high=F(1)),
    "cos": Row(low=F(-1), high=F(1)),
    "arctan": Row(low=F(-11, 7), high=F(11, 7), open=True, root=True, increasing=True, landmarks=((F(0), F(0)),)),
    "sqrt": Row(">=", ">", F(0), root=True, increasing=True, landmarks=tuple((F(k * k), F(k)) for k in range(11))),
    "sigma": Row(low=F(0), high=F(1), open=True, increasing=True, landmarks=((F(0), F(1, 2)),)),
    "abs": Row(smooth="!=", low=F(0), root=True),
    "pi": Row(low=F(333, 106), high=F(355, 113), open=True),
}


def apply(name: str, *args: Node) -> Node:
    """An elementary function of terms."""
    return make("Elementary", name, args)


def slopes(name: str, args: tuple[Node, ...]) -> tuple[Node, ...]:
    """The derivative of an elementary function in each argument."""
    x = args[0]
    itself = apply(name, *args)
    match name:
        case "exp":
            return (itself,)
        case "log":
            return (("Div", ONE, x),)
        case "sin":
            return (apply("cos", x),)
        case "cos":
            return (("Neg", apply("sin", x)),)
        case "arctan":
            return (("Div", ONE, plus(ONE, ("Pow", x, TWO))),)
        case "sqrt":
            return (("Div", ONE, ("Mul", (TWO, itself))),)
        case "sigma":
            return (("Mul", (itself, minus(ONE, itself))),)
        case "abs":
            return (("Div", x, itself),)
        case "max" | "min":
            gap = minus(x, args[1])
            side = ("Div", gap, apply("abs", gap))
            one, other = ("Div", plus(ONE, side), TWO), ("Div", minus(ONE, side), TWO)
            return (one, other) if name == "max" else (other, one)
    raise Reject(f"not covered: the derivative of {name}")


# Derivatives --------------------------------------------------------------------------------------


LONGEST = 8


def square_of_norm(base: Node, exponent: Node) -> Node | None:
    """An even power of a norm, of a vector or of a matrix, without the root."""
    if exponent[0] != "Number" or exponent[1] <= 0 or exponent[1] % 2 != 0:
        return None
    match base:
        case ("Norm", vector):
            square: Node = ("Inner", vector, vector)
        case ("Elementary", "sqrt", (("MatrixTrace", ("MatrixMul", ("Transpose", left), right)) as inside,)):
            if left != right:
                return None
            square = inside
        case _:
            return None
    return square if exponent[1] == 2 else ("Pow", square, number(exponent[1] / 2))


def power_slope(base: Node, exponent: Node) -> Node:
    """The derivative of base**exponent in the base."""
    if exponent == ZERO:
        return ZERO
    if is_integer(exponent):
        lower = number(exponent[1] - 1) if exponent[0] == "Number" else minus(exponent, ONE)
        return times(exponent, ("Pow", base, lower))
    return ("Div", times(exponent, ("Pow", base, exponent)), base)


def _total(terms: list[Node], name: str) -> Node:
    return terms[0] if len(terms) == 1 else (name, tuple(terms))


def differentiate(body: Node, x: Node) -> Node:
    """The derivative of a scalar, or of a vector, in a real letter."""
    if x not in free(body):
        return ZERO if sort(body) == "scalar" else ("ZeroVector",)
    match body:
        case ("Variable", *_):
            return ONE
        case ("Add" | "VectorAdd", args):
            return (body[0], tuple(differentiate(arg, x) for arg in args))
        case ("Neg" | "VectorNeg", arg):
            return (body[0], differentiate(arg, x))
        case ("Mul", args):
            parts = [
                ("Mul", (*args[:k], differentiate(arg, x), *args[k + 1 :]))
                for k, arg in enumerate(args)
                if x in free(arg)
            ]
            return _total(parts, "Add")
        case ("Div", top, bottom):
            change = minus(times(differentiate(top, x), bottom), times(top, differentiate(bottom, x)))
            return ("Div", change, ("Pow", bottom, TWO))
        case ("Pow", base, exponent) if (square := square_of_norm(base, exponent)) is not None:
            return differentiate(square, x)
        case ("Pow", base, exponent):
            if x not in free(exponent):
                return times(power_slope(base, exponent), differentiate(base, x))
            inside = times(differentiate(exponent, x), apply("log", base))
            outside = ("Div", times(exponent, differentiate(base, x)), base)
            return times(body, plus(inside, outside))
        case ("Elementary", name, args):
            pairs = zip(slopes(name, args), args, strict=True)
            return _total([times(slope, differentiate(arg, x)) for slope, arg in pairs if x in free(arg)], "Add")
        case ("Apply", function, arg) if sort(arg) == "vector":
            return ("Inner", ("GradientAt", function, arg), differentiate(arg, x))
        case ("Inner", left, right):
            return plus(("Inner", differentiate(left, x), right), ("Inner", left, differentiate(right, x)))
        case ("Norm", vector):
            return ("Div", ("Inner", differentiate(vector, x), vector), body)
        case ("Sum" | "VectorSum", inside, index, low, high) if x not in free(low) | free(high):
            return make(body[0], differentiate(inside, x), index, low, high)
        case ("CyclicSum", inside, index) if x not in free(index):
            return make("CyclicSum", differentiate(inside, x), index)
        case ("Derivative", inside, y):
            return differentiate(differentiate(inside, y), x)
        case ("MatrixTrace", matrix):
            return make("MatrixTrace", matrix_rate(matrix, x))
        case ("Determinant", matrix):
            return make("MatrixTrace", make("MatrixMul", make("Adjugate", matrix), matrix_rate(matrix, x)))
        case ("Entry", matrix, row, column) if x not in free(row) | free(column):
            return make("Entry", matrix_rate(matrix, x), row, column)
        case ("Scale", factor, vector):
            return plus(("Scale", differentiate(factor, x), vector), ("Scale", factor, differentiate(vector, x)))
        case ("VectorDiv", vector, bottom):
            shrink = ("Div", differentiate(bottom, x), ("Pow", bottom, TWO))
            return minus(("VectorDiv", differentiate(vector, x), bottom), ("Scale", shrink, vector))
    raise Reject(f"not covered: the derivative of {body[0]}")


def zero_matrix(rows: Node, columns: Node) -> Node:
    """The matrix of zeros."""
    letters = [
        ("ResidueVariable", name, where) if where[0] == "Cyclic" else ("Variable", name, "integer", "", None)
        for name, where in (("i", rows), ("j", columns))
    ]
    return make("EntryLaw", "0", rows, columns, *letters, ZERO)


def matrix_sum(like: Node, terms: list[Node]) -> Node:
    """The sum of matrices of one shape."""
    if not terms:
        return zero_matrix(*shape(like))
    whole, *rest = terms
    for term in rest:
        whole = make("MatrixAdd", whole, term)
    return whole


def matrix_product(*factors: Node) -> Node:
    """A product of matrices."""
    whole, *rest = factors
    for factor in rest:
        whole = make("MatrixMul", whole, factor)
    return whole


def matrix_rate(body: Node, x: Node) -> Node:
    """The derivative of a matrix in a real letter."""
    if x not in free(body):
        return zero_matrix(*shape(body))
    match body:
        case ("MatrixAdd", left, right):
            return make("MatrixAdd", matrix_rate(left, x), matrix_rate(right, x))
        case ("MatrixScale", factor, matrix):
            first = make("MatrixScale", differentiate(factor, x), matrix)
            return make("MatrixAdd", first, make("MatrixScale", factor, matrix_rate(matrix, x)))
        case ("Transpose" | "Vec", matrix):
            return make(body[0], matrix_rate(matrix, x))
        case ("MatrixPower", matrix, ("Number", value)) if abs(value) <= LONGEST:
            base, rate = matrix, matrix_rate(matrix, x)
            if value < 0:
                base = make("MatrixPower", matrix, number(-1))
                rate = make("MatrixScale", number(-1), matrix_product(base, rate, base))
            count = abs(int(value))
            return matrix_sum(
                body, [matrix_product(*[base] * k, rate, *[base] * (count - 1 - k)) for k in range(count)]
            )
        case ("MatrixMul" | "Hadamard" | "Kronecker" as name, left, right):
            first = make(name, matrix_rate(left, x), right)
            return make("MatrixAdd", first, make(name, left, matrix_rate(right, x)))
        case ("Above" | "Beside" as name, parts):
            return make(name, tuple(matrix_rate(part, x) for part in parts))
    raise Reject(f"not covered: the derivative of {body[0]}")


def gradient(body: Node, w: Node) -> Node:
    """The gradient of a scalar in a vector letter."""
    if w not in free(body):
        return ("ZeroVector",)
    match body:
        case ("Add", args):
            return ("VectorAdd", tuple(gradient(arg, w) for arg in args))
        case ("Neg", arg):
            return ("VectorNeg", gradient(arg, w))
        case ("Mul", args):
            parts = [
                ("Scale", _total([*args[:k], *args[k + 1 :]], "Mul"), gradient(arg, w))
                for k, arg in enumerate(args)
                if w in free(arg)
            ]
            return _total(parts, "VectorAdd")
        case ("Div", top, bottom):
            shrink = ("Div", top, ("Pow", bottom, TWO))
            return minus(("VectorDiv", gradient(top, w), bottom), ("Scale", shrink, gradient(bottom, w)))
        case ("Pow", base, exponent) if (square := square_of_norm(base, exponent)) is not None:
            return gradient(square, w)
        case ("Pow", base, exponent) if w not in free(exponent):
            return ("Scale", power_slope(base, exponent), gradient(base, w))
        case ("Elementary", name, args):
            pairs = zip(slopes(name, args), args, strict=True)
            return _total([("Scale", slope, gradient(arg, w)) for slope, arg in pairs if w in free(arg)], "VectorAdd")
        case ("Inner", left, right):
            return plus(_adjoint(left, w, right), _adjoint(right, w, left))
        case ("Norm", vector):
            return ("VectorDiv", _adjoint(vector, w, vector), body)
        case ("Apply", function, arg) if sort(arg) == "vector":
            return _adjoint(arg, w, ("GradientAt", function, arg))
        case ("Sum", inside, index, low, high) if w not in free(low) | free(high):
            return make("VectorSum", gradient(inside, w), index, low, high)
    raise Reject(f"not covered: the gradient of {body[0]}")


def _adjoint(body: Node, w: Node, direction: Node) -> Node:
    """The gradient in `w` of <body, direction>, the direction held fixed."""
    if w not in free(body):
        return ("ZeroVector",)
    match body:
        case ("VectorVariable", _):
            return direction
        case ("VectorAdd", args):
            return _total([_adjoint(arg, w, direction) for arg in args], "VectorAdd")
        case ("VectorNeg", arg):
            return ("VectorNeg", _adjoint(arg, w, direction))
        case ("Scale", factor, vector):
            along = ("Scale", factor, _adjoint(vector, w, direction))
            return plus(along, ("Scale", ("Inner", vector, direction), gradient(factor, w)))
        case ("VectorDiv", vector, bottom):
            return _adjoint(("Scale", ("Div", ONE, bottom), vector), w, direction)
        case ("VectorSum", inside, index, low, high) if index not in free(direction) and w not in free(low) | free(
            high
        ):
            return make("VectorSum", _adjoint(inside, w, direction), index, low, high)
    raise Reject(f"not covered: the gradient of {body[0]}")


def smoothness(body: Node, x: Node) -> list[Node]:
    """What must hold, beyond what the body needs for a value nearby, for these rules to give its derivative."""
    if x not in free(body):
        return []
    own: list[Node] = []
    match body:
        case ("Pow", base, exponent) if (square := square_of_norm(base, exponent)) is not None:
            return smoothness(square, x)
        case ("Derivative", inside, y):
            return [*smoothness(inside, y), *smoothness(inside, x), *smoothness(differentiate(inside, y), x)]
        case ("Elementary", "max" | "min", (left, right)):
            own = [relation("!=", minus(left, right), ZERO)]
        case ("Elementary", name, (arg,)) if FUNCTIONS[name].smooth:
            own = [relation(FUNCTIONS[name].smooth, arg, ZERO)]
        case ("Norm", vector):
            own = [relation("!=", vector, ("ZeroVector",))]
    inside_: list[Any] = [prop for child in below(body) for prop in smoothness(child, x)]
    if body[0] in ("Sum", "VectorSum"):
        inside_ = [make("Each", body[2], prop, *body[3:]) for prop in inside_]
    elif body[0] == "CyclicSum":
        inside_ = [make("Each", body[2], prop, None, None) for prop in inside_]
    return own + inside_

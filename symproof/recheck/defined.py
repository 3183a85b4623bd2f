"""The conditions under which a term, or every term of a statement, has a value."""

from __future__ import annotations

from .build import fresh, make, substitute
from .calculus import FUNCTIONS, differentiate, gradient, relation, smoothness
from .matrix_calculus import matrix_gradient
from .terms import (
    ONE,
    ZERO,
    Node,
    Reject,
    below,
    free,
    is_integer,
    is_natural,
    name_of,
    number,
    shape,
    show,
    sort,
)  # fmt: skip


def conditions(term: Node) -> list[Node]:
    """The statements under which a term, or every term of a statement, has a value."""
    match term:
        case ("Sum" | "Product" | "VectorSum", body, index, low, high):
            inside = [_each(index, prop, low, high) for prop in _in_ranges(body, (index, low))]
            return [*conditions(low), *conditions(high), *inside]
        case ("CyclicSum", body, index):
            return [*conditions(index[2]), *(_each(index, prop) for prop in conditions(body))]
        case ("Entry", matrix, row, column):
            return [*conditions(row), *conditions(column), *_entry(matrix, row, column)]
        case ("EntryLaw", _, rows, columns, row, column, body):
            places = (column, columns), (row, rows)
            found = _in_ranges(body, *((at, where[1] if where[0] == "Interval" else None) for at, where in places))
            for letter, where in places:
                low, high = where[1:] if where[0] == "Interval" else (None, None)
                found = [_each(letter, prop, low, high) for prop in found]
            return [*conditions(rows), *conditions(columns), *found]
        case ("Derivative" | "Gradient" | "MatrixGradient", body, x):
            derive = {"Derivative": differentiate, "Gradient": gradient}.get(term[0], matrix_gradient)
            derived = derive(body, x)
            return [*conditions(body), *smoothness(body, x), *conditions(derived)]
        case ("And", args):
            found = []
            for k, arg in enumerate(args):
                before = args[0] if k == 1 else ("And", args[:k])
                found += [prop if k == 0 else ("Implies", before, prop) for prop in conditions(arg)]
            return found
        case ("Implies", left, right):
            return [("Implies", left, prop) for prop in conditions(right)]
        case ("Iff", left, right):
            return [*conditions(("Implies", left, right)), *conditions(("Implies", right, left))]
        case ("Each" | "Exists", letter, body, low, high):
            ends = [prop for end in (low, high) if end is not None for prop in conditions(end)]
            inside = [make("Each", letter, prop, low, high) for prop in _in_ranges(body, (letter, low))]
            return [*conditions(letter), *ends, *inside]
        case ("Minimizer", point, body, variable, _):
            inside = [make("Each", variable, prop, None, None) for prop in conditions(body)]
            return [*conditions(point), *conditions(substitute(body, {variable: point})), *inside]
        case ("Sequence" | "Function" | "BigO" | "SumsTo", *_):
            return []
    return [*(prop for child in below(term) for prop in conditions(child)), *_own(term)]


def needed(term: Node) -> list[Node]:
    """What holds wherever a term has a value: of operations that are known to need all that is asked of them."""
    if term[0] not in EXACT:
        return []
    inside = [prop for child in below(term) for prop in needed(child)]
    if term[0] == "Pow" and not is_integer(term[2]) and not _is_fraction(term[2]):
        return inside  # the exponent may be an integer after all, of any base
    return [*inside, *_own(term)]


def _is_fraction(exponent: Node) -> bool:
    """Whether an exponent is a number that is no integer."""
    match exponent:
        case ("Number", value):
            return bool(value.denominator != 1)
        case ("Neg", arg):
            return _is_fraction(arg)
        case ("Div", ("Number", top), ("Number", bottom)) if bottom:
            return bool((top / bottom).denominator != 1)
    return False


EXACT = {"Number", "Variable", "Add", "Mul", "Neg", "Div", "Pow", "Elementary", "Floor", "Inner", "Norm",
         "VectorVariable", "ZeroVector", "VectorAdd", "VectorNeg", "Scale", "VectorDiv",
         "MatrixVariable", "Identity", "MatrixAdd", "MatrixMul", "MatrixScale", "Transpose", "MatrixPower",
         "MatrixTrace", "Determinant"}  # fmt: skip


def _own(term: Node) -> list[Node]:
    """What an operation needs beyond the values of its parts."""
    own: list[Node] = []
    match term:
        case ("Div", _, bottom) | ("VectorDiv", _, bottom):
            own.append(relation("!=", bottom, ZERO))
        case ("Pow", base, ("Number", value)) if value.denominator == 1:
            own += [relation("!=", base, ZERO)] if value < 0 else []
        case ("Pow", base, exponent) if is_integer(exponent):
            own.append(("Or", (relation(">=", exponent, ZERO), relation("!=", base, ZERO))))
        case ("Pow", base, _):
            own.append(relation(">", base, ZERO))
        case ("Elementary", name, args) if len(args) == 1 and FUNCTIONS[name].domain:
            own.append(relation(FUNCTIONS[name].domain, args[0], ZERO))
        case ("ScalarAt" | "VectorAt", sequence, index) if sort(index) == "scalar":
            if not is_integer(index):
                raise Reject(f"{show(index)} is no index")
            own.append(relation(">=", index, number(sequence[4])))
        case ("Delta", index) if sort(index) == "scalar" and not is_integer(index):
            raise Reject(f"{show(index)} is no index")
        case ("Factorial", arg):
            own.append(relation(">=", arg, ZERO))
        case ("MatrixPower", matrix, exponent) if exponent[0] != "Number" or exponent[1] < 0:
            invertible = relation("!=", make("Determinant", matrix), ZERO)
            known = exponent[0] == "Number"
            own.append(invertible if known else ("Or", (relation(">=", exponent, ZERO), invertible)))
        case ("Cyclic", modulus):
            own.append(relation(">=", modulus, ONE))
    return own


def _in_ranges(body: Node, *ranges: tuple[Node, Node | None]) -> list[Node]:
    """What a body needs at each index; in a range that may hold negative integers an index is no natural number."""
    taken = {name_of(symbol) for symbol in free(body)}
    wide = {
        index: fresh(("Variable", index[1], "integer", "", None), taken)
        for index, low in ranges
        if index[0] == "Variable" and index[2] == "natural" and low is not None and not is_natural(low)
    }
    back = {letter: index for index, letter in wide.items()}
    return [substitute(prop, back) for prop in conditions(substitute(body, wide))] if wide else conditions(body)


def _each(letter: Node, prop: Node, low: Node | None = None, high: Node | None = None) -> Node:
    if letter[0] == "ResidueVariable" and letter not in free(prop):
        return prop
    return make("Each", letter, prop, low, high)


def _entry(matrix: Node, row: Node, column: Node) -> list[Node]:
    found: list[Node] = []
    for where, place in zip(shape(matrix), (row, column), strict=True):
        found += conditions(where)
        if where[0] == "Interval":
            found += [relation("<=", where[1], place), relation("<=", place, where[2])]
    match matrix:
        case ("EntryLaw", _, _, _, i, j, body):
            return [*found, *conditions(substitute(body, {i: row, j: column}))]
        case ("Transpose", inside):
            return [*found, *_entry(inside, column, row)]
    return [*found, *conditions(matrix)]

"""What statements abbreviate, the laws of elementary functions, the conditions under which a term has a value."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from .build import DIGITS, fresh, make, opened, substitute
from .calculus import FUNCTIONS, apply, differentiate, gradient, relation, smoothness
from .matrix_calculus import matrix_gradient
from .terms import (
    NEGATED,
    ONE,
    SINGLE,
    TWO,
    ZERO,
    Node,
    Reject,
    below,
    free,
    is_integer,
    is_natural,
    minus,
    name_of,
    number,
    plus,
    shape,
    show,
    sort,
    times,
)  # fmt: skip

F = Fraction


# Abbreviations ------------------------------------------------------------------------------------


def declared(letter: Node) -> Node | None:
    """What the declaration of a letter says of its value."""
    if letter[0] != "Variable":
        return None
    _, _, domain, sign, least = letter
    if least is not None or domain == "natural":
        return relation(">=", letter, number(least or 0))
    kinds = {"positive": ">", "nonnegative": ">=", "negative": "<", "nonzero": "!="}
    return relation(kinds[sign], letter, ZERO) if sign else None


def flatten(prop: Node) -> list[Node]:
    """A hypothesis as the simpler ones that it is made of."""
    match prop:
        case ("And", args):
            return [part for arg in args for part in flatten(arg)]
        case ("Iff", left, right):
            return [("Implies", left, right), ("Implies", right, left)]
        case ("Not", arg) if (turned := opposite(arg)) is not None:
            return flatten(turned)
        case ("Minimizer", *_) | ("Approx", *_):
            return flatten(meaning(prop, ()))
        case ("Property", *_):
            return [meaning(prop, ())]
    return [prop]


def opposite(prop: Node) -> Node | None:
    """What it means that a statement is false; None where that is no simpler."""
    match prop:
        case ("Relation", kind, left, right) if kind in ("=", "!=") or sort(left) == "scalar":
            return relation(NEGATED[kind], left, right)
        case ("Not", arg):
            return arg  # type: ignore[no-any-return]
        case ("Or", args):
            parts = [opposite(arg) for arg in args]
            return None if None in parts else ("And", tuple(parts))
        case ("And", (only,)):
            return opposite(only)
        case ("And", (first, *others)):
            rest = ("And", tuple(others)) if len(others) > 1 else others[0]
            one, other = opposite(first), opposite(rest)
            if one is None or other is None:
                return None
            # A conjunction stops at a false part; what stands behind it may have no value then.
            return ("Or", (one, other if _has_value(rest) else ("Implies", first, other)))
        case ("Implies", left, right):
            other = opposite(right)
            return None if other is None else ("And", (left, other))
        case ("Iff", left, right):
            one, other = opposite(left), opposite(right)
            return None if one is None or other is None else ("Or", (("And", (left, other)), ("And", (one, right))))
        case ("Exists", symbol, body, low, high):
            other = opposite(body)
            return None if other is None else make("Each", symbol, other, low, high)
    return None


TOTAL = (
    "Variable", "Number", "Add", "Mul", "Neg", "VectorVariable", "VectorAdd", "VectorNeg", "Scale", "ZeroVector", "Inner",
    "Norm", "Relation", "And", "Or", "Not", "Implies", "Iff",
)  # fmt: skip


def _has_value(node: Any) -> bool:
    """Whether the form shows that a statement has a value whatever its letters are."""
    match node:
        case ("Variable" | "Number" | "VectorVariable" | "ZeroVector", *_):
            return True
        case ("Elementary", name, args):
            return name in ("abs", "max", "min") and all(map(_has_value, args))
        case ("Pow", base, ("Number", value, *_)):
            return value.denominator == 1 and value >= 0 and _has_value(base)
        case (str(head), *parts) if head in TOTAL:
            inside = [
                item
                for part in parts
                for item in (part if head in ("Add", "Mul", "VectorAdd", "And", "Or") else [part])
            ]
            return all(_has_value(item) for item in inside if isinstance(item, tuple))
    return False


def meaning(goal: Node, near: Iterable[Node]) -> Node:
    """The statement that a goal abbreviates; the letters it brings in are free neither in it nor in what is `near`."""
    match goal:
        case ("Minimizer", *_):
            return _minimality(goal)
        case ("Property", kind, function, constant):
            return _property(goal, kind, function, constant)
        case ("Approx", term, digits):
            found = DIGITS.fullmatch(digits)
            assert found is not None  # as `make` has seen
            sign, whole, decimals, power = found.groups()
            unit = F(10) ** (int(power or 0) - len(decimals or ""))
            value = int(whole + (decimals or "")) * unit * (-1 if sign == "-" else 1)
            ends = number(value - unit / 2), number(value + unit / 2)
            return ("And", (relation("<=", ends[0], term), relation("<=", term, ends[1])))
        case ("Not", arg) if (turned := opposite(arg)) is not None:
            return turned
        case ("Relation", "=", left, right) if sort(left) == "matrix":
            rows, columns = shape(left)
            around = [*near, left, right]
            row = _place(rows, "i", around)
            column = _place(columns, "j", [*around, row])
            entries = relation("=", make("Entry", left, row, column), make("Entry", right, row, column))
            return _throughout(row, rows, _throughout(column, columns, entries))
    raise Reject(f"{show(goal)} abbreviates nothing")


def _place(where: Node, name: str, around: list[Node]) -> Node:
    if where == SINGLE:
        return ONE
    letter = ("ResidueVariable", name, where) if where[0] == "Cyclic" else ("Variable", name, "integer", "", None)
    return opened(letter, None, None, around, ())


def _throughout(letter: Node, where: Node, body: Node) -> Node:
    if where == SINGLE:
        return body
    low, high = (None, None) if where[0] == "Cyclic" else where[1:]
    return make("Each", letter, body, low, high)


def _minimality(prop: Node) -> Node:
    _, point, body, variable, unique = prop
    at_point = substitute(body, {variable: point})
    parts = [make("Each", variable, relation("<=", at_point, body), None, None)]
    if (own := declared(variable)) is not None:
        parts.insert(0, substitute(own, {variable: point}))
    if unique:
        only = ("Implies", relation("<=", body, at_point), relation("=", variable, point))
        parts.append(make("Each", variable, only, None, None))
    return ("And", tuple(parts)) if len(parts) > 1 else parts[0]


def _property(prop: Node, kind: str, f: Node, c: Node | None) -> Node:
    taken = {name_of(symbol) for symbol in free(prop)}

    def letter(name: str, sign: str = "") -> Node:
        while name in taken:
            name += "'"
        return ("VectorVariable", name) if on_vectors and name[0] in "xyh" else ("Variable", name, "real", sign, None)

    on_vectors = f[2] == "vector"
    x, y, h, s = map(letter, "xyhs")
    gap = minus(x, y)
    length = ("Norm", gap) if on_vectors else apply("abs", gap)

    def at(place: Node) -> Node:
        return make("Apply", f, place)

    def times_vector(factor: Node, place: Node) -> Node:
        return ("Scale", factor, place) if on_vectors else times(factor, place)

    def each(body: Node, *letters: Node) -> Node:
        for symbol in reversed(letters):
            body = make("Each", symbol, body, None, None)
        return body

    rest = minus(ONE, s)
    match kind:
        case "convex" | "strongly_convex":
            chord = plus(times(s, at(x)), times(rest, at(y)))
            if c is not None:
                chord = minus(chord, times(times(times(("Div", c, TWO), s), rest), ("Pow", length, TWO)))
            below_chord = relation("<=", at(plus(times_vector(s, x), times_vector(rest, y))), chord)
            inside = ("And", (relation("<=", ZERO, s), relation("<=", s, ONE)))
            return each(("Implies", inside, below_chord), x, y, s)
        case "lipschitz":
            assert c is not None  # as `make` has seen
            return each(relation("<=", apply("abs", minus(at(x), at(y))), times(c, length)), x, y)
        case "smooth":
            assert c is not None
            turn = minus(("GradientAt", f, x), ("GradientAt", f, y))
            return each(relation("<=", ("Norm", turn), times(c, length)), x, y)
    e, d = letter("e", "positive"), letter("d", "positive")
    change = minus(minus(at(plus(x, h)), at(x)), ("Inner", ("GradientAt", f, x), h))
    close = relation("<=", apply("abs", change), times(e, ("Norm", h)))
    near = ("Implies", relation("<=", ("Norm", h), d), close)
    return each(make("Exists", d, each(near, h), None, None), x, e)


def within(rate: Node, constant: Node, start: Node) -> Node:
    """|term| <= constant * bound from `start` on."""
    _, term, bound, n = rate
    if n in free(constant) | free(start):
        raise Reject("the constant or the start of a rate depends on what grows")
    limit = times(constant, bound)
    both = ("And", (relation("<=", ("Neg", limit), term), relation("<=", term, limit)))
    if is_integer(n):
        return make("Each", n, both, start, None)
    return make("Each", n, ("Implies", relation(">=", n, start), both), None, None)


# Definedness --------------------------------------------------------------------------------------


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


EXACT = {"Number", "Variable", "Add", "Mul", "Neg", "Div", "Pow", "Elementary", "Inner", "Norm", "VectorVariable",
         "ZeroVector", "VectorAdd", "VectorNeg", "Scale", "VectorDiv"}  # fmt: skip


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

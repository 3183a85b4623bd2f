"""What statements abbreviate, and the laws of elementary functions."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from .build import DIGITS, make, opened, substitute
from .calculus import apply, relation
from .terms import (
    BINDERS,
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


def has_slopes(fact: Node, f: Node) -> bool:
    """Whether a relation for all vectors speaks of the gradient of f at one of them, and so says that there is one."""
    letters = []
    while fact[0] == "Each" and fact[1][0] == "VectorVariable":
        letters.append(("GradientAt", f, fact[1]))
        fact = fact[2]
    pending = [fact] if fact[0] == "Relation" else []
    while pending:
        part = pending.pop()
        if part in letters:
            return True
        if part[0] not in BINDERS:
            pending += below(part)
    return False


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

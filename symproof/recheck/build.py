"""Making nodes: from JSON, from parts, by substitution without capture. Every node made here is well formed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import count
from typing import Any

from .terms import (
    BINDERS,
    LETTERS,
    RELATIONS,
    SCHEMA,
    WIDER,
    Node,
    Reject,
    free,
    is_integer,
    name_of,
    over,
    shape,
    show,
    sort,
)  # fmt: skip


def _fits(value: Any, kind: str) -> bool:
    if kind.endswith("?"):
        return value is None or _fits(value, kind[:-1])
    if kind.endswith("**"):
        return value == () or _fits(value, kind[:-1])
    if kind.endswith("*"):
        return isinstance(value, tuple) and bool(value) and all(_fits(item, kind[:-1]) for item in value)
    match kind:
        case "s":
            return isinstance(value, str)
        case "i":
            return isinstance(value, int) and not isinstance(value, bool)
        case "q":
            return isinstance(value, Fraction)
        case "b":
            return isinstance(value, bool)
        case "letter":
            return isinstance(value, tuple) and bool(value) and value[0] in LETTERS
        case "term":
            return sort(value) != ""
        case _:
            return sort(value) in WIDER.get(kind, (kind,))


def make(name: str, *fields: Any) -> Node:
    """A node, once it is seen to be well formed."""
    kinds = SCHEMA[name][1].split()
    if len(kinds) != len(fields) or not all(map(_fits, fields, kinds)):
        raise Reject(f"ill-formed {name}")
    node = (name, *fields)
    if name in _CHECKS and not _CHECKS[name](*fields):
        raise Reject(f"{name} may not be written here: {show(node)}")
    return node


def read(data: Any) -> Any:
    """A node, or another field, from JSON data."""
    match data:
        case [str(name), *fields] if name in SCHEMA:
            return make(name, *map(read, fields))
        case {"q": str(text)} if len(data) == 1:
            try:
                return Fraction(text)
            except (ValueError, ZeroDivisionError):
                raise Reject(f"{text!r} is no fraction") from None
        case {"t": list(items)} if len(data) == 1:
            return tuple(map(read, items))
        case str() | bool() | int() | None:
            return data
        case _:
            raise Reject(f"{str(data)[:60]} is no part of a term")


# What a constructor asks of its fields, beyond their sorts ----------------------------------------


SIGNS = ("", "positive", "nonnegative", "negative", "nonzero")


def _variable(_: str, domain: str, sign: str, least: int | None) -> bool:
    """A sign stands alone, and a lower bound is that of an integer: there is a value for each letter."""
    if domain == "natural":
        return sign == "" and (least is None or least >= 0)
    bounded = least is None or (domain == "integer" and sign == "")
    return domain in ("real", "rational", "integer") and bounded and sign in SIGNS


def _range(_: Node, index: Node, low: Node, high: Node) -> bool:
    bounds = (low, high)
    return index[0] == "Variable" and is_integer(index) and all(is_integer(b) and index not in free(b) for b in bounds)


def _quantifier(symbol: Node, _: Node, low: Node | None, high: Node | None) -> bool:
    bounds = [bound for bound in (low, high) if bound is not None]
    return not bounds or (symbol[0] == "Variable" and _range(symbol, symbol, bounds[0], bounds[-1]))


def _relation(kind: str, left: Node, right: Node) -> bool:
    kinds = ("scalar", "vector", "residue", "matrix")
    if kind not in RELATIONS or sort(left) != sort(right) or sort(left) not in kinds:
        return False
    if kind not in ("=", "!=") and sort(left) != "scalar":
        return False
    return sort(left) != "matrix" or shape(left) == shape(right)


def _minimizer(point: Node, _: Node, variable: Node, __: bool) -> bool:
    if variable[0] == "Variable":
        return sort(point) == "scalar" and variable[2] == "real" and variable not in free(point)
    return variable[0] == "VectorVariable" and sort(point) == "vector" and variable not in free(point)


def _property(kind: str, function: Node, constant: Node | None) -> bool:
    if kind not in ("convex", "differentiable", "smooth", "strongly_convex", "lipschitz"):
        return False
    if (constant is None) == (kind in ("smooth", "strongly_convex", "lipschitz")):
        return False
    return kind not in ("differentiable", "smooth") or function[2] == "vector"


def _elementary(name: str, args: tuple[Node, ...]) -> bool:
    arity = {
        "pi": 0,
        "max": 2,
        "min": 2,
        **dict.fromkeys(("exp", "log", "sin", "cos", "sqrt", "sigma", "abs", "arctan"), 1),
    }
    return arity.get(name) == len(args)


DIGITS = re.compile(r"([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?")


def _digits(_: Node, digits: str) -> bool:
    found = DIGITS.fullmatch(digits)
    return found is not None and abs(int(found[4] or 0)) <= 4000


_CHECKS: dict[str, Callable[..., bool]] = {
    "Variable": _variable, "Elementary": _elementary, "Sum": _range, "Product": _range, "VectorSum": _range,
    "CyclicSum": lambda _, index: index[0] == "ResidueVariable",
    "Factorial": lambda arg: is_integer(arg), "Binomial": lambda _, bottom: is_integer(bottom),
    "Derivative": lambda _, x: x[0] == "Variable" and x[2] == "real",
    "Gradient": lambda _, w: w[0] == "VectorVariable",
    "Apply": lambda f, arg: sort(arg) == ("vector" if f[2] == "vector" else "scalar"),
    "GradientAt": lambda f, _: f[2] == "vector",
    "ScalarAt": lambda a, index: a[2][0] == "Variable" and (sort(index) == "residue") == (a[3] is not None),
    "VectorAt": lambda a, index: a[2][0] == "VectorVariable" and (sort(index) == "residue") == (a[3] is not None),
    "Cyclic": lambda modulus: is_integer(modulus), "Interval": lambda low, high: is_integer(low) and is_integer(high),
    "Sequence": lambda _, item, where, __: item[0] in LETTERS[:2] and (where is None or where[0] == "Cyclic"),
    "Function": lambda _, on: on in ("vector", "real"),
    "ResidueVariable": lambda _, where: where[0] == "Cyclic",
    "ResidueNumber": lambda _, where: where[0] == "Cyclic",
    "ResidueAdd": lambda args: all(over(arg) == over(args[0]) for arg in args),
    "Hadamard": lambda a, b: shape(a) == shape(b), "Kronecker": lambda a, b: bool(shape(("Kronecker", a, b))),
    "Vec": lambda a: bool(shape(("Vec", a))), "Adjugate": lambda a: _square(a),
    "Above": lambda parts: len({shape(part)[1] for part in parts}) == 1 and bool(shape(("Above", parts))),
    "Beside": lambda parts: len({shape(part)[0] for part in parts}) == 1 and bool(shape(("Beside", parts))),
    "MatrixGradient": lambda _, x: x[0] == "MatrixVariable",
    "MatrixMul": lambda a, b: shape(a)[1] == shape(b)[0],
    "MatrixAdd": lambda a, b: shape(a) == shape(b),
    "MatrixPower": lambda a, exponent: _square(a) and is_integer(exponent), "MatrixTrace": lambda a: _square(a),
    "Determinant": lambda a: _square(a),
    "EntryLaw": lambda _, rows, columns, i, j, __: i != j and _indexes(i, rows) and _indexes(j, columns),
    "Entry": lambda a, i, j: all(
        (sort(k) == "residue") == (where[0] == "Cyclic") for k, where in zip((i, j), shape(a), strict=True)
    ),
    "SumsTo": lambda body, index, low, value: _range(body, index, low, low) and index not in free(value),
    "Relation": _relation, "Each": _quantifier, "Exists": _quantifier, "Minimizer": _minimizer, "Property": _property,
    "Approx": _digits, "BigO": lambda _, __, n: n[0] == "Variable" and n[3] != "negative",
}  # fmt: skip


def _square(matrix: Node) -> bool:
    rows, columns = shape(matrix)
    return rows == columns


def _indexes(letter: Node, where: Node) -> bool:
    if where[0] == "Cyclic":
        return bool(letter[0] == "ResidueVariable" and letter[2] == where)
    return letter[0] == "Variable" and is_integer(letter)


# Substitution -------------------------------------------------------------------------------------


def rebuilt(node: Node, change: Callable[[Node], Node]) -> Node:
    """A node with its parts changed."""
    places = BINDERS.get(node[0], ((), ()))[0]

    def new(field: Any) -> Any:
        if isinstance(field, tuple) and field:
            if isinstance(field[0], str):
                return change(field)
            return tuple(change(item) if isinstance(item, tuple) else item for item in field)
        return field

    fields = [field if place in places else new(field) for place, field in enumerate(node[1:], start=1)]
    return node if tuple(fields) == node[1:] else make(node[0], *fields)


def substitute(node: Node, values: Mapping[Node, Node]) -> Node:
    """A node with free letters replaced; a bound letter that would capture one is renamed first."""
    used = {symbol: value for symbol, value in values.items() if symbol in free(node)}
    if not used:
        return node
    if node in used:
        return used[node]
    if node[0] in BINDERS:
        places, scope = BINDERS[node[0]]
        entering = frozenset[Node]().union(*(free(value) for value in used.values()))
        near = entering | free(node)
        bound = [node[place] for place in places]
        clashing = [symbol for symbol in bound if symbol in entering or with_sets(symbol, used) in near]
        if clashing:
            taken = {name_of(symbol) for symbol in near | set(bound)}
            taken |= {name_of(symbol) for place in scope for symbol in free(node[place])}
            node = renamed_inside(node, {symbol: fresh(symbol, taken) for symbol in clashing})
            bound = [node[place] for place in places]
        if any(free(symbol) & used.keys() for symbol in bound):  # at once, so that old and new index sets stay apart
            renamed = {symbol: with_sets(symbol, used) for symbol in bound}
            fields = list(node)
            for place, field in enumerate(node):
                if place in places:
                    fields[place] = renamed[field]
                elif sort(field):
                    fields[place] = substitute(field, used | renamed if place in scope else used)
            return make(*fields)
    elif node[0] in ("ResidueVariable", "MatrixVariable"):
        return with_sets(node, used)
    elif node[0] in ("Derivative", "Gradient", "MatrixGradient"):
        x, body = node[2], node[1]
        renamed = {letter: used.get(letter, letter) for letter in free(body) | {x}}
        new = renamed.pop(x)
        if new[0] != x[0] or any(new in free(value) for value in renamed.values()):
            raise Reject(f"{show(node)} is taken at a letter that would be put for another, or is none")
    elif node[0] == "Sequence":  # what its members are is no place of a letter
        return make("Sequence", node[1], node[2], substitute(node[3], used), node[4])
    return rebuilt(node, lambda child: substitute(child, used))


def with_sets(symbol: Node, values: Mapping[Node, Node]) -> Node:
    """A residue letter with its modulus substituted, a matrix letter with its index sets; any other as it is."""
    if symbol[0] in ("ResidueVariable", "MatrixVariable"):
        return make(symbol[0], symbol[1], *(substitute(where, values) for where in symbol[2:]))
    return symbol


def renamed_inside(node: Node, names: Mapping[Node, Node]) -> Node:
    """A binder with its bound letters renamed."""
    places, scope = BINDERS[node[0]]
    fields = list(node)
    for place in places:
        fields[place] = names.get(fields[place], fields[place])
    for place in scope:
        fields[place] = substitute(fields[place], names)
    return make(*fields)


def fresh(symbol: Node, taken: set[str]) -> Node:
    """A letter like `symbol` with a name that is not taken, which then is."""
    stem = name_of(symbol).rstrip("'")
    name = next(name for k in count(1) if (name := stem + "'" * k) not in taken)
    taken.add(name)
    return (symbol[0], name, *symbol[2:])


def opened(symbol: Node, low: Node | None, high: Node | None, around: Iterable[Node], inside: Iterable[Node]) -> Node:
    """The letter that a bound one becomes when its binder is opened."""
    taken = {name_of(letter) for term in inside for letter in free(term) - {symbol}}
    taken |= {name_of(letter) for term in around for letter in free(term)}
    taken |= {name_of(letter) for bound in (low, high) if bound is not None for letter in free(bound)}
    letter = symbol
    if symbol[0] == "Variable" and (low is not None or high is not None):
        least = symbol[4] if low is None else None
        natural = low is not None and low[0] == "Number" and low[1] >= 0
        if natural and low is not None:
            least = int(low[1])
        domain = "natural" if natural or (least is not None and least >= 0) else "integer"
        letter = ("Variable", symbol[1], domain, "", least)
    return fresh(letter, taken) if name_of(letter) in taken else letter

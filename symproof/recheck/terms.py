"""Terms as nested tuples, `("Add", (x, y))`: their constructors and sorts, their free letters.

A node is a tuple whose first item is its constructor's name; `SCHEMA` says of each its sort and its fields. Nodes from
outside are made by `build`, which sees that they are well formed.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Any

Node = tuple[Any, ...]


class Reject(Exception):
    """The certificate is not followed; the message says why."""


# A field is a name of a sort, or s (text), i (integer), q (fraction), b (truth value); `?` may be None, `*` is a tuple,
# `**` one that may be empty.
SCHEMA: dict[str, tuple[str, str]] = {
    "Number": ("scalar", "q"), "Variable": ("scalar", "s s s i?"), "Add": ("scalar", "scalar*"), "Mul": ("scalar", "scalar*"),
    "Neg": ("scalar", "scalar"), "Div": ("scalar", "scalar scalar"), "Pow": ("scalar", "scalar scalar"),
    "Elementary": ("scalar", "s scalar**"), "Inner": ("scalar", "vector vector"), "Norm": ("scalar", "vector"),
    "Delta": ("scalar", "index"), "ScalarAt": ("scalar", "sequence index"), "Entry": ("scalar", "matrix index index"),
    "Apply": ("scalar", "function value"), "Derivative": ("scalar", "scalar letter"),
    "Sum": ("scalar", "scalar letter scalar scalar"), "Product": ("scalar", "scalar letter scalar scalar"),
    "CyclicSum": ("scalar", "scalar letter"), "Factorial": ("scalar", "scalar"), "Floor": ("scalar", "scalar"),
    "Binomial": ("scalar", "scalar scalar"),
    "VectorVariable": ("vector", "s"), "ZeroVector": ("vector", ""), "VectorAdd": ("vector", "vector*"),
    "VectorNeg": ("vector", "vector"), "Scale": ("vector", "scalar vector"), "VectorDiv": ("vector", "vector scalar"),
    "VectorAt": ("vector", "sequence index"), "GradientAt": ("vector", "function vector"),
    "Gradient": ("vector", "scalar letter"), "VectorSum": ("vector", "vector letter scalar scalar"),
    "Cyclic": ("set", "scalar"), "Interval": ("set", "scalar scalar"),
    "ResidueVariable": ("residue", "s set"), "ResidueNumber": ("residue", "i set"), "ResidueAdd": ("residue", "residue*"),
    "ResidueNeg": ("residue", "residue"),
    "MatrixVariable": ("matrix", "s set set"), "EntryLaw": ("matrix", "s set set letter letter scalar"),
    "MatrixMul": ("matrix", "matrix matrix"), "MatrixAdd": ("matrix", "matrix matrix"),
    "MatrixScale": ("matrix", "scalar matrix"), "Transpose": ("matrix", "matrix"), "Identity": ("matrix", "set"),
    "Hadamard": ("matrix", "matrix matrix"), "Kronecker": ("matrix", "matrix matrix"), "Vec": ("matrix", "matrix"),
    "Above": ("matrix", "matrix*"), "Beside": ("matrix", "matrix*"), "Adjugate": ("matrix", "matrix"),
    "MatrixGradient": ("matrix", "scalar letter"),
    "MatrixPower": ("matrix", "matrix scalar"), "MatrixTrace": ("scalar", "matrix"), "Determinant": ("scalar", "matrix"),
    "Sequence": ("sequence", "s letter set? i"), "Function": ("function", "s s"),
    "Relation": ("prop", "s term term"), "And": ("prop", "prop*"), "Or": ("prop", "prop*"), "Not": ("prop", "prop"),
    "Implies": ("prop", "prop prop"), "Iff": ("prop", "prop prop"), "Each": ("prop", "letter prop scalar? scalar?"),
    "Exists": ("prop", "letter prop scalar? scalar?"), "Minimizer": ("prop", "value scalar letter b"),
    "Approx": ("prop", "scalar s"), "BigO": ("prop", "scalar scalar letter"),
    "SumsTo": ("prop", "scalar letter scalar scalar"), "Property": ("prop", "s function scalar?"),
}  # fmt: skip
LETTERS = ("Variable", "VectorVariable", "ResidueVariable", "MatrixVariable")
NAMED = (*LETTERS, "Sequence", "Function")
WIDER = {"index": ("scalar", "residue"), "value": ("scalar", "vector")}
BINDERS: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "Sum": ((2,), (1,)), "Product": ((2,), (1,)), "VectorSum": ((2,), (1,)), "CyclicSum": ((2,), (1,)),
    "EntryLaw": ((4, 5), (6,)), "Each": ((1,), (2,)), "Exists": ((1,), (2,)), "Minimizer": ((3,), (2,)),
    "BigO": ((3,), (1, 2)), "SumsTo": ((2,), (1,)),
}  # fmt: skip
"""Of a constructor that binds: where its bound letters stand, and where they are bound."""
RELATIONS = ("=", "!=", "<", "<=", ">", ">=")
NEGATED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
FLIPPED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def sort(node: Any) -> str:
    """The sort of a node; "" of anything else."""
    return SCHEMA[node[0]][0] if isinstance(node, tuple) and node and node[0] in SCHEMA else ""


def shape(matrix: Node) -> tuple[Node, Node]:
    """The index sets of the rows and of the columns."""
    match matrix:
        case ("MatrixVariable", _, rows, columns) | ("EntryLaw", _, rows, columns, _, _, _):
            return rows, columns
        case ("MatrixMul", left, right):
            return shape(left)[0], shape(right)[1]
        case ("MatrixAdd", left, _):
            return shape(left)
        case ("MatrixScale", _, inside) | ("MatrixPower", inside, _):
            return shape(inside)
        case ("Identity", where):
            return where, where
        case ("Transpose", inside):
            rows, columns = shape(inside)
            return columns, rows
        case ("Hadamard", inside, _) | ("Adjugate", inside) | ("MatrixGradient", _, inside):
            return shape(inside)
        case ("Kronecker", left, right):
            (a, b), (c, d) = shape(left), shape(right)
            return as_many(a, c), as_many(b, d)
        case ("Vec", inside):
            rows, columns = shape(inside)
            return as_many(columns, rows), SINGLE
        case ("Above", parts):
            return together(*(shape(part)[0] for part in parts)), shape(parts[0])[1]
        case ("Beside", parts):
            return shape(parts[0])[0], together(*(shape(part)[1] for part in parts))
    raise Reject(f"not covered: the shape of {matrix[0]}")


def over(residue: Node) -> Node:
    """The Z/n of a residue."""
    match residue:
        case ("ResidueVariable" | "ResidueNumber", _, where):
            return where  # type: ignore[no-any-return]
        case ("ResidueAdd", args):
            return over(args[0])
        case ("ResidueNeg", arg):
            return over(arg)
    raise Reject(f"{residue[0]} is no residue")


# Sizes --------------------------------------------------------------------------------------------

Addend = tuple[Fraction, tuple[Node, ...]]


def as_many(*sets: Node) -> Node:
    """1..N, where N is how many pairs of elements there are, multiplied out in the order that is written."""
    size: Node = ONE
    for other in map(_count, sets):
        if ONE in (size, other):
            size = other if size == ONE else size
        else:
            size = _written([(a * b, (*x, *y)) for a, x in _addends(size) for b, y in _addends(other)])
    return ("Interval", ONE, size)


def together(*sets: Node) -> Node:
    """1..N, where N is how many elements there are in all."""
    sizes = list(map(_count, sets))
    return ("Interval", ONE, sizes[0] if len(sizes) == 1 else _written([x for size in sizes for x in _addends(size)]))


def _count(where: Node) -> Node:
    if where[0] != "Interval" or where[1] != ONE or not is_natural(where[2]):
        raise Reject(f"{show(where)} is no index set 1..n with a natural n")
    return where[2]  # type: ignore[no-any-return]


def _addends(size: Node) -> list[Addend]:
    match size:
        case ("Number", value):
            return [(value, ())]
        case ("Add", args):
            return [addend for arg in args for addend in _addends(arg)]
        case ("Mul", args):
            found: list[Addend] = [(Fraction(1), ())]
            for arg in args:
                found = [(a * b, (*x, *y)) for a, x in found for b, y in _addends(arg)]
            return found
    return [(Fraction(1), (size,))]


def _written(addends: list[Addend]) -> Node:
    sums: dict[frozenset[tuple[Node, int]], Addend] = {}
    for value, factors in addends:
        key = frozenset((factor, factors.count(factor)) for factor in factors)
        before, first = sums.get(key, (Fraction(0), factors))
        sums[key] = before + value, first
    terms = []
    for value, factors in sums.values():
        parts = factors if value == 1 and factors else (number(value), *factors)
        if value:
            terms.append(parts[0] if len(parts) == 1 else ("Mul", parts))
    return (terms[0] if len(terms) == 1 else ("Add", tuple(terms))) if terms else ZERO


# Building -----------------------------------------------------------------------------------------


def number(value: int | Fraction) -> Node:
    """A rational constant."""
    return ("Number", Fraction(value))


ZERO, ONE, TWO = number(0), number(1), number(2)
SINGLE = ("Interval", ONE, ONE)


def joined(name: str, left: Node, right: Node) -> Node:
    """left + right or left * right, where a run from the left is one node."""
    return (name, (*(left[1] if left[0] == name else (left,)), right))


def plus(left: Node, right: Node) -> Node:
    """left + right, of scalars, vectors or residues."""
    return joined({"scalar": "Add", "vector": "VectorAdd", "residue": "ResidueAdd"}[sort(left)], left, right)


def minus(left: Node, right: Node) -> Node:
    """left - right."""
    return plus(left, ({"scalar": "Neg", "vector": "VectorNeg", "residue": "ResidueNeg"}[sort(right)], right))


def times(left: Node, right: Node) -> Node:
    """left * right, of scalars."""
    return joined("Mul", left, right)


def is_integer(term: Node, wide: frozenset[Node] = frozenset()) -> bool:
    """Whether the form of a scalar shows an integer. `wide` are bound letters that may be negative after all."""
    match term:
        case ("Number", value):
            return bool(value.denominator == 1)
        case ("Variable", _, domain, _, _):
            return domain in ("integer", "natural")
        case ("Add" | "Mul", args):
            return all(is_integer(arg, wide) for arg in args)
        case ("Neg", arg):
            return is_integer(arg, wide)
        case ("Pow", base, exponent):
            return is_integer(base, wide) and is_natural(exponent, wide)
        case ("ScalarAt", sequence, _):
            return is_integer(sequence[2])
        case ("Delta" | "Factorial" | "Floor", _):
            return True
        case ("Binomial", top, _):
            return is_integer(top, wide)
        case ("Sum" | "Product", body, index, low, _):
            return is_integer(body, wide - {index} if is_natural(low, wide) else wide | {index})
        case ("CyclicSum", body, _):
            return is_integer(body, wide)
    return False


def is_natural(term: Node, wide: frozenset[Node] = frozenset()) -> bool:
    """Whether the form of a scalar shows an integer >= 0."""
    match term:
        case ("Number", value):
            return bool(value.denominator == 1 and value >= 0)
        case ("Variable", _, "natural", _, least):
            return term not in wide and (least is None or least >= 0)
        case ("Add" | "Mul", args):
            return all(is_natural(arg, wide) for arg in args)
        case ("Pow", base, exponent):
            return is_natural(base, wide) and is_natural(exponent, wide)
        case ("Factorial", _):
            return True
        case ("Binomial", top, _):
            return is_natural(top, wide)
    return False


# Letters and substitution -------------------------------------------------------------------------


def name_of(symbol: Node) -> str:
    """The name of a letter."""
    return str(symbol[1]) if symbol[0] in NAMED else ""


@lru_cache(maxsize=100_000)
def free(node: Node) -> frozenset[Node]:
    """The free letters of a node."""
    if node[0] in ("Variable", "VectorVariable", "Function"):
        return frozenset({node})
    if node[0] in ("ResidueVariable", "MatrixVariable"):
        return frozenset({node}).union(*map(free, node[2:]))
    if node[0] == "Sequence":
        return frozenset({node}) | (free(node[3]) if node[3] is not None else frozenset())
    places, scope = BINDERS.get(node[0], ((), ()))
    bound = {node[place] for place in places}
    found: set[Node] = set()
    for place, field in enumerate(node[1:], start=1):
        if place in places:
            found |= free(field) - {field}  # the modulus of a residue stays free
        else:
            for item in children(field):
                hidden = bound if place in scope else set()
                if any(free(symbol) & hidden for symbol in free(item) - hidden):
                    raise Reject(f"{show(node)}: a letter is free where its index set is bound")
                found |= free(item) - hidden
    return frozenset(found)


def children(field: Any) -> Iterable[Node]:
    """The nodes in a field."""
    if isinstance(field, tuple) and field:
        return (field,) if isinstance(field[0], str) else (item for item in field if isinstance(item, tuple))
    return ()


def below(node: Node) -> list[Node]:
    """The nodes directly under a node, bound letters left out."""
    places = BINDERS.get(node[0], ((), ()))[0]
    return [item for place, field in enumerate(node[1:], start=1) if place not in places for item in children(field)]


def show(node: Any) -> str:
    """A node in one line, for a message."""
    if not isinstance(node, tuple):
        return str(node)
    if not node or not isinstance(node[0], str):
        return ", ".join(map(show, node))
    if node[0] in NAMED:
        return name_of(node)
    if node[0] == "Number":
        return str(node[1])
    if node[0] == "Relation":
        return f"{show(node[2])} {node[1]} {show(node[3])}"
    return f"{node[0]}({', '.join(map(show, node[1:]))})"

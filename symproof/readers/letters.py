"""The letters of a claim given as text: declared, or inferred from how they are used.

A name that is not declared is a real number, unless its use says otherwise:
- a name that stands in a bound of a sum or in an index `a[...]` is natural (>= 0);
- a name with an index is a sequence, of vectors where its members are used as vectors;
- an argument of `inner` or `norm`, what is added to one, compared with one or multiplied by a number to make one, is
  a vector; `f` in `grad(f)` is a function on vectors.
- a matrix is declared, since no use of it says its size.
All texts of one statement are read together, so that a letter means the same in the claim and in its hypotheses.
A name that is used in two ways is an error. Functions on reals are declared, because a misspelt name must not be one.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from symproof import symbols
from symproof import term as tm
from symproof.errors import ClaimSyntaxError
from symproof.readers.calls import (
    ATTRIBUTES,
    CALLS,
    MATRIX,
    METHODS,
    OF_A_SIZE,
    RANGES,
    RELATIONS,
    SCALAR,
    VECTOR,
    limits,
)
from symproof.readers.source import Source, name_in, spine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from symproof.readers.declarations import Letter


def infer(sources: Iterable[Source], declared: Mapping[str, Letter]) -> dict[str, Letter]:
    """The letter of every free name of the texts, and of every name that `each` quantifies.

    Raises:
        ClaimSyntaxError: a name that is used in two ways, or a product of which either factor may be the vector.
    """
    search = _Inference(declared)
    for source in sources:
        search.source = source
        search.visit(source.tree, frozenset())
    return search.letters()


@dataclass(frozen=True, slots=True)
class _Product:
    """A product whose sort, and those of its two factors, depend on each other; where it stands."""

    result: int
    left: int
    right: int
    source: Source
    node: ast.expr


class _Inference:
    """Sorts by unification: every expression has one, equal where the claim needs it, a label once it is known."""

    source: Source

    def __init__(self, declared: Mapping[str, Letter]) -> None:
        self.declared = declared
        self.parent: list[int] = []
        self.label: list[str | None] = []
        self.waiting: list[list[_Product]] = []  # for a label
        self.products: list[_Product] = []  # to be looked at
        self.sort: dict[tuple[str, str], int] = {}  # by (role, name)
        self.roles: dict[str, str] = {}
        self.places: dict[str, tuple[Source, ast.Name]] = {}  # where a name stands first
        self.integers: set[str] = set()

    # Sorts

    def new(self, label: str | None = None) -> int:
        self.parent.append(len(self.parent))
        self.label.append(label)
        self.waiting.append([])
        return len(self.parent) - 1

    def root(self, sort: int) -> int:
        while self.parent[sort] != sort:
            self.parent[sort] = self.parent[self.parent[sort]]
            sort = self.parent[sort]
        return sort

    def known(self, sort: int) -> str | None:
        return self.label[self.root(sort)]

    def unify(self, left: int, right: int, node: ast.expr) -> int:
        left, right = self.root(left), self.root(right)
        if left == right:
            return left
        labels = {self.label[left], self.label[right]} - {None}
        if len(labels) == 2:
            text = self.source.fragment(node)
            text = text if len(text) < 40 else text[:37] + "..."
            one, other = sorted(filter(None, labels), reverse=True)
            raise self.source.error(node, f"`{text}` is used as a {one} and as a {other}; declare its letters")
        if len(self.waiting[left]) < len(self.waiting[right]):
            left, right = right, left
        self.parent[right] = left
        self.waiting[left] += self.waiting[right]
        self.label[left] = next(iter(labels), None)
        if labels:
            self.products += self.waiting[left]
            self.waiting[left] = []
        return left

    def set(self, sort: int, label: str, node: ast.expr) -> int:
        return self.unify(sort, self.new(label), node)

    def settle(self) -> None:
        """At most one factor is a vector, and then so is the product. Where one is a matrix, the other may be a number."""
        while self.products:
            product = self.products.pop()
            self.source, node = product.source, product.node
            result, left, right = product.result, product.left, product.right
            if MATRIX in (self.known(left), self.known(right)):
                self.set(result, MATRIX, node)
            elif VECTOR in (self.known(left), self.known(right)):
                self.set(right if self.known(left) == VECTOR else left, SCALAR, node)
                self.set(result, VECTOR, node)
            elif self.known(result) == SCALAR:
                self.set(left, SCALAR, node)
                self.set(right, SCALAR, node)
            elif self.known(left) == SCALAR:
                self.unify(result, right, node)
            elif self.known(right) == SCALAR:
                self.unify(result, left, node)
            else:
                for sort in {self.root(sort) for sort in (result, left, right)}:
                    self.waiting[sort].append(product)

    # The walk

    def visit(self, node: ast.expr, bound: frozenset[str]) -> int:
        """The sort of an expression; statements have one too, that nothing asks for."""
        match node:
            case ast.Constant(value=value):
                return self.new(None if value == 0 else SCALAR)  # 0 may be the zero vector
            case ast.Name():
                return self.name(node, bound)
            case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=operand):
                return self.visit(operand, bound)
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                first, rest = spine(node, ast.Add, ast.Sub)
                sort = self.visit(first, bound)
                for _, other in rest:
                    sort = self.unify(sort, self.visit(other, bound), other)
                return sort
            case ast.BinOp(op=ast.Mult() | ast.MatMult()):
                first, rest = spine(node, ast.Mult, ast.MatMult)
                sort = self.visit(first, bound)
                for _, other in rest:
                    sort, factors = self.new(), (sort, self.visit(other, bound))
                    self.products.append(_Product(sort, *factors, self.source, node))
                return sort
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                self.set(self.visit(right, bound), SCALAR, right)
                return self.visit(left, bound)
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                self.set(self.visit(right, bound), SCALAR, right)
                base = self.visit(left, bound)
                return base if self.known(base) == MATRIX else self.set(base, SCALAR, left)
            case ast.BinOp(left=left, op=ast.Mod() | ast.FloorDiv(), right=right):
                return self.scalars((left, right), bound)
            case ast.Attribute(value=value, attr=attr) if attr in ATTRIBUTES:
                return self.set(self.visit(value, bound), MATRIX, value)
            case ast.Subscript(value=base, slice=ast.Tuple(elts=places)):
                self.indices(places, bound)
                self.scalars(places, bound)
                return self.alike((base,), bound, MATRIX)
            case ast.Compare(left=left, ops=ops, comparators=others):
                self.compare((left, *others), all(isinstance(op, (ast.Eq, ast.NotEq)) for op in ops), bound)
                return self.new()
            case ast.Subscript(value=ast.Name() as base, slice=place):
                self.indices((place,), bound)
                self.visit(place, bound)
                return self.role(base, "sequence")
            case ast.Call(args=args):
                return self.call(node, args, bound)
            case _:
                parts = (child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr))
                return self.unrelated(parts, bound)

    def compare(self, sides: tuple[ast.expr, ...], may_be_vectors: bool, bound: frozenset[str]) -> None:
        sort = self.new(None if may_be_vectors else SCALAR)
        for side in sides:
            sort = self.unify(sort, self.visit(side, bound), side)

    def name(self, node: ast.Name, bound: frozenset[str]) -> int:
        name = name_in(node)
        known = name in bound or (name == "oo" and name not in self.declared)
        return self.new(SCALAR) if known else self.role(node, "letter")

    def role(self, node: ast.Name, role: str) -> int:
        """The sort of a letter, of a sequence's members, or of a function's argument."""
        name = name_in(node)
        if name in self.declared:
            return self.new(_label(self.declared[name]))
        if self.roles.setdefault(name, role) != role:
            raise self.source.error(node, f"{name} is used as a {role} here and as a {self.roles[name]} elsewhere")
        if (role, name) not in self.sort:
            self.sort[role, name] = self.new()
            self.places[name] = self.source, node
        return self.sort[role, name]

    def indices(self, nodes: Iterable[ast.expr], bound: frozenset[str]) -> None:
        """The names of a bound or an index are integers; what else is in one, the builder judges."""
        for node in nodes:
            match node:
                case ast.Name():
                    self.integers |= {name_in(node)} - bound - self.declared.keys() - {"oo"}
                case ast.BinOp(left=left, right=right):
                    self.indices((left, right), bound)
                case ast.UnaryOp(operand=operand):
                    self.indices((operand,), bound)

    def call(self, node: ast.Call, args: list[ast.expr], bound: frozenset[str]) -> int:
        match node.func:
            case ast.Call(func=ast.Name(id="grad"), args=[ast.Name() as function]) if len(args) == 1:
                known = name_in(function) in self.declared
                of = self.new(VECTOR) if known else self.set(self.role(function, "function"), VECTOR, function)
                return self.unify(self.visit(args[0], bound), of, args[0])
            case ast.Name() as name:
                called = name_in(name)
            case ast.Attribute(value=value, attr=attr) if attr in METHODS and not args:
                self.set(self.visit(value, bound), MATRIX, value)
                return self.new(CALLS[attr].gives)
            case _:
                return self.new()  # the builder says what is wrong
        match called:
            case _ if called in self.declared:
                return self.alike(args, bound, _argument(self.declared[called]))
            case _ if called in RANGES:
                return self.over_range(node, bound)
            case _ if called in RELATIONS:
                self.compare(tuple(args), called in ("Eq", "Ne"), bound)
                return self.new()
            case "delta" | "KroneckerDelta":
                self.indices(args, bound)
                return self.scalars(args, bound)
            case "gradient" if len(args) == 2:
                self.scalars(args[:1], bound)
                return self.set(self.visit(args[1], bound), VECTOR, args[1])
            case "minimizer" if len(args) == 3:
                self.scalars(args[1:2], bound)
                return self.unify(self.visit(args[0], bound), self.visit(args[2], bound), args[2])
            case "each" | "exists":
                if len(args) > 2:
                    self.indices([args[0], *args[2:]], bound)
                return self.unrelated(args, bound)
            case _ if called in CALLS and CALLS[called].statements:
                return self.unrelated(args, bound)
            case _ if called not in CALLS and len(args) == 1:  # a function, if its gradient is taken somewhere
                of = self.sort.setdefault(("function", called), self.new())
                self.unify(self.visit(args[0], bound), of, args[0])
                return self.new(SCALAR)
            case _ if called in OF_A_SIZE:
                self.indices(args, bound)
        row = CALLS.get(called)
        return self.alike(args, bound, row.of, row.gives) if row else self.scalars(args, bound)

    def alike(self, nodes: Iterable[ast.expr], bound: frozenset[str], label: str, gives: str = SCALAR) -> int:
        """Arguments of one sort, and the sort of the value."""
        for node in nodes:
            self.set(self.visit(node, bound), label, node)
        return self.new(gives)

    def scalars(self, nodes: Iterable[ast.expr], bound: frozenset[str]) -> int:
        return self.alike(nodes, bound, SCALAR)

    def unrelated(self, nodes: Iterable[ast.expr], bound: frozenset[str]) -> int:
        for node in nodes:
            self.visit(node, bound)
        return self.new()

    def over_range(self, node: ast.Call, bound: frozenset[str]) -> int:
        body, ranges = limits(self.source, node)
        for index, low, high in reversed(ranges):
            self.indices((low, high), bound)
            self.scalars((low, high), bound)
            bound |= {name_in(index)}
        return self.visit(body, bound)

    def letters(self) -> dict[str, Letter]:
        self.settle()
        for product in (product for products in self.waiting for product in products):
            what = self.known(product.result)
            if what in (VECTOR, MATRIX) and not (self.known(product.left) or self.known(product.right)):
                how = "`x: vector`" if what == VECTOR else "`A: matrix n x n`"
                raise product.source.error(product.node, f"which factor is the {what}? declare it: {how}")
        found: dict[str, Letter] = dict(self.declared)
        for (role, name), sort in self.sort.items():
            is_vector = self.known(sort) == VECTOR
            if self.known(sort) == MATRIX:
                source, node = self.places[name]
                raise source.error(node, f"{name} is used as a matrix; declare its size: `{name}: matrix n x n`")
            if is_vector and name in self.integers:
                raise ClaimSyntaxError(f"{name} is used as a vector and as an integer; rename one", name, fragment=name)
            if role == "function":
                if self.roles.get(name) == role:
                    found[name] = tm.Function(name)
            elif role == "sequence":
                found[name] = tm.Sequence(name, symbols.vector(name) if is_vector else symbols.real(name))
            elif is_vector:
                found[name] = symbols.vector(name)
            else:
                found[name] = symbols.natural(name) if name in self.integers else symbols.real(name)
        return found


def _label(letter: Letter) -> str:
    item = letter.item if isinstance(letter, tm.Sequence) else letter
    return VECTOR if isinstance(item, tm.VectorVariable) else MATRIX if isinstance(item, tm.Matrix) else SCALAR


def _argument(letter: Letter) -> str:
    return VECTOR if isinstance(letter, tm.Function) and letter.on == "vector" else SCALAR

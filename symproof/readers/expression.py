"""One claim as a line of text, in SymPy's syntax: `x**2 + y**2 >= 2*x*y`, `Eq(Sum(k, (k, 1, n)), n*(n + 1)/2)`.

The text is parsed by Python's grammar and never evaluated: the nodes and words listed here and in `calls` are read,
every other one is refused with its place. What is read is kept as written; decimals are exact (0.1 is one tenth).

- `==` and `Eq` are equations; `0 <= x <= 1` is both relations; `and`, `or`, `not`, `&`, `|`, `~`, `Implies(a, b)` and
  `Equivalent(a, b)` join statements; `each(t, ...)` quantifies; `False` says that the hypotheses contradict each other.
- A name that is not declared is a real number, unless its use says otherwise (see `letters`): in a bound of a sum or
  in an index it is natural; the index of a sum is an integer; what stands in `inner` or `norm` is a vector.
- Matrices are declared with their sizes (`A: matrix n x m`) and multiplied by `*` or `@`; A.T, A.inv(), tr, det, kron, ...
- `pi` is the number, and SymPy's constants `E`, `I`, `oo` are no letters, unless they are declared; a sum to `oo` has no
  end, and stands on one side of an equation.
- `a % 3 == 1` says that the remainder of a is 1: that a = 3*q + 1 for an integer q; elsewhere `x // y` is floor(x/y), and
  `x % y` is x - y*floor(x/y).

Limits: no cases, no indices modulo n; powers of at most MOST_BITS binary digits, exponents to MOST_POWER.
"""

from __future__ import annotations

import ast
import operator
from difflib import get_close_matches
from functools import reduce
from typing import TYPE_CHECKING, Any

from symproof import statement as st
from symproof import symbols
from symproof import term as tm
from symproof.errors import ClaimSyntaxError, SortError, SymproofError
from symproof.functions import pi
from symproof.readers.calls import ATTRIBUTES, CALLS, METHODS, RANGES, RELATIONS, limits
from symproof.readers.declarations import Declarations, Letter, is_declaration, read_declarations
from symproof.readers.letters import infer
from symproof.readers.magnitude import FEW_BITS, magnitude
from symproof.readers.source import Source, name_in, numeral, parse, spine
from symproof.substitution import fresh, name_of
from symproof.symbols import oo

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

Sized = tm.Scalar | tm.Vector | tm.Matrix
MOST_BITS = 100_000
MOST_POWER = 10_000
COMPARISONS = {ast.Eq: "=", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
CONSTANTS = {
    "E": "write exp(1) for Euler's number",
    "I": "symproof's numbers are real",
    "oo": "it is the end of a sum, and no number: Eq(Sum(1/2**k, (k, 1, oo)), 1)",
    "zoo": "it is no real number",
    "nan": "it is no real number",
}
NOT_A_LETTER = (CALLS.keys() | RANGES.keys()) - {"sigma", "delta"}
REFUSED = {
    ast.Attribute: "a claim has no attributes but A.T and A.inv() of a matrix; write functions as f(x)",
    ast.IfExp: "write one claim per case: Implies(condition, claim)",
    ast.Tuple: "one claim at a time; join claims with `and`",
    ast.List: "lists are not part of a claim",
    ast.Subscript: "an index stands beside the name of a sequence: a[k]",
}
SIGNS = {ast.LShift: "<<", ast.BitXor: "^"}


def read_claim(text: str, declarations: Declarations = None) -> st.Prop:
    """The statement that a text says.

    `declarations` name the letters that are not what their use infers: `"x: positive"`, `["n: natural", "u: vector"]`,
    `{"n": "natural"}`, or a dict of symproof's own letters.

    Raises:
        ClaimSyntaxError: with the line, the column and what to write instead.
        NameClash: a letter declared in two ways.

    >>> read_claim("0 <= x <= 0.5")
    0 <= x and x <= 1/2
    """
    return read_statement(text, declarations=declarations).claim


def read_term(text: str, declarations: Declarations = None) -> Sized:
    """The number, vector or matrix that a text says, read as `read_claim` reads its sides.

    >>> read_term("w - eta*v", "w, v: vector")
    w - eta*v
    """
    source, declared = parse(text), read_declarations(declarations).letters
    read = _Builder(source, infer([source], declared), declared.keys()).build(source.tree)
    if isinstance(read, Sized):
        return read
    raise source.error(source.tree, "this is a statement, and a term is needed")


def read_statement(claim: str, given: Iterable[object] = (), declarations: Declarations = None) -> st.Statement:
    """A claim under hypotheses, all read together, so that a letter is the same in each of them.

    A hypothesis may be a declaration (`"n: natural"`), or a statement of symproof's or SymPy's, whose letters are then known.

    >>> read_statement("Sum(k, (k, 1, n)) >= 0", ["n >= 2"]).given
    (n >= 2,)
    """
    hypotheses = [item if isinstance(item, str) else st.prop(item) for item in given]
    texts = [item for item in hypotheses if isinstance(item, str)]
    known = read_declarations(_letters_of(item for item in hypotheses if not isinstance(item, str)))
    for more in (declarations, [text for text in texts if is_declaration(text)]):
        known = read_declarations(more, known)
    letters = known.letters
    sources = {text: parse(text) for text in (*texts, claim) if text is claim or not is_declaration(text)}
    declared = letters.keys()
    letters = infer(sources.values(), letters)
    read = {text: _Builder(source, letters, declared).statement() for text, source in sources.items()}
    props = [read.get(item) if isinstance(item, str) else item for item in hypotheses]
    return st.Statement((*known.said, *(item for item in props if item is not None)), read[claim])


def _letters_of(props: Iterable[st.Prop]) -> dict[str, Letter]:
    return {symbol.name: symbol for item in props for symbol in item.free if isinstance(symbol, Letter)}


class _Builder:
    """Builds the term of one text; `letters` are its free names, of which some are `declared`."""

    def __init__(self, source: Source, letters: Mapping[str, Letter], declared: Collection[str]) -> None:
        self.source, self.letters, self.declared = source, letters, declared
        self.indices: dict[str, tm.Variable] = {}

    def statement(self) -> st.Prop:
        read = self.build(self.source.tree)
        if isinstance(read, st.Prop):
            return read
        raise self.source.error(self.source.tree, "this is a term, and a claim compares: write ==, != , <, <=, > or >=")

    def build(self, node: ast.expr) -> tm.Term:
        """The term of a node; an error of the language becomes one that points at the node."""
        try:
            return self._build(node)
        except ClaimSyntaxError:
            raise
        except SymproofError as error:
            raise self.source.error(node, str(error)) from error

    def _build(self, node: ast.expr) -> tm.Term:
        match node:
            case ast.Constant(value=bool(said)):
                return st.Relation("=" if said else "<", tm.ZERO, tm.ZERO)
            case ast.Constant():
                return tm.Number(numeral(self.source, node))
            case ast.Name():
                return self.letter(node)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant() as constant):
                return tm.Number(-numeral(self.source, constant))
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.term(operand)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.term(operand)
            case ast.UnaryOp(op=ast.Not() | ast.Invert(), operand=operand):
                return st.Not(self.prop(operand))
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                return self.sum(node)
            case ast.BinOp(op=ast.Mult() | ast.MatMult()):
                return self.product(node)
            case ast.BinOp(left=left, op=ast.Mod(), right=right):
                return self.sized(node, tm.scalar(self.build(left)) % tm.scalar(self.build(right)))
            case ast.BinOp(left=left, op=ast.FloorDiv(), right=right):
                return self.sized(node, tm.scalar(self.build(left)) // tm.scalar(self.build(right)))
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                return self.quotient(node, self.term(left), tm.scalar(self.build(right)))
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                base = self.build(left)
                if isinstance(base, tm.Matrix):
                    return base ** tm.integer_term(self.build(right))
                return self.power(node, tm.scalar(base), tm.scalar(self.build(right)))
            case ast.BinOp(left=left, op=ast.BitAnd(), right=right):
                return st.And((self.prop(left), self.prop(right)))
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return st.Or((self.prop(left), self.prop(right)))
            case ast.BinOp(left=left, op=ast.RShift(), right=right):
                return st.Implies(self.prop(left), self.prop(right))
            case ast.BoolOp(op=op, values=values):
                return (st.And if isinstance(op, ast.And) else st.Or)(tuple(map(self.prop, values)))
            case ast.Compare(left=left, ops=ops, comparators=others):
                return self.comparison(node, ops, [left, *others])
            case ast.Subscript(value=base, slice=ast.Tuple(elts=[row, column])):
                return self.matrix(base)[tm.integer_term(self.build(row)), tm.integer_term(self.build(column))]
            case ast.Attribute(value=value, attr=attr) if attr in ATTRIBUTES:
                return CALLS[ATTRIBUTES[attr]].make(self.matrix(value))
            case ast.Subscript(value=ast.Name() as base, slice=place):
                sequence = self.letters.get(name_in(base))
                if isinstance(sequence, tm.Sequence):
                    return sequence[tm.scalar(self.build(place))]  # type: ignore[no-any-return]  # a member
                raise self.source.error(node, f"{name_in(base)} is no sequence; declare `{name_in(base)}: sequence`")
            case ast.Call():
                return self.call(node)
            case ast.BinOp(op=op):
                raise self.source.error(node, f"the operator {SIGNS[type(op)]} is not part of a claim")
            case _:
                reason = REFUSED.get(type(node), f"this ({type(node).__name__}) is not part of a claim")
                raise self.source.error(node, reason)

    def term(self, node: ast.expr) -> Sized:
        read = self.build(node)
        if isinstance(read, Sized):
            return read
        if isinstance(read, st.InfiniteSum):
            raise self.source.error(
                node, "a sum without an end stands alone on one side of an equation, Eq(Sum(...), 1)"
            )
        raise self.source.error(
            node, "this is a statement, and a term is needed; statements are joined by Equivalent(a, b)"
        )

    def matrix(self, node: ast.expr) -> tm.Matrix:
        read = self.build(node)
        if isinstance(read, tm.Matrix):
            return read
        raise self.source.error(node, "this is no matrix; declare `A: matrix n x n`")

    def prop(self, node: ast.expr) -> st.Prop:
        read = self.build(node)
        if isinstance(read, st.Prop):
            return read
        raise self.source.error(
            node, "this is a term, and a statement is needed; `&` and `|` bind tightly: (x > 0) & (y > 0)"
        )

    def letter(self, node: ast.Name) -> tm.Term:
        name = name_in(node)
        if name in self.indices:
            return self.indices[name]
        if name not in self.declared:
            if name == "pi":
                return pi
            if name in CONSTANTS:
                raise self.source.error(node, f"{CONSTANTS[name]}; to use {name} as a letter, declare `{name}: real`")
            if name in NOT_A_LETTER:
                raise self.source.error(node, f"{name} is a function; write its arguments")
        letter = self.letters[name]
        if isinstance(letter, tm.Sequence):
            raise self.source.error(node, f"{name} is a sequence; write one of its members, {name}[k]")
        if isinstance(letter, tm.Function):
            raise self.source.error(node, f"{name} is a function; write one of its values, {name}(x)")
        return letter

    def sum(self, node: ast.BinOp) -> tm.Term:
        first, rest = spine(node, ast.Add, ast.Sub)
        terms = [self.term(first)]
        for op, other in rest:
            term = self.term(other)
            terms.append(-term if isinstance(op, ast.Sub) else term)
        if any(isinstance(term, tm.Matrix) for term in terms):
            return reduce(operator.add, terms)
        if any(isinstance(term, tm.Vector) for term in terms):
            vectors = tuple(map(tm.vector_term, terms))
            head = vectors[0]
            return tm.VectorAdd((*head.args, *vectors[1:]) if isinstance(head, tm.VectorAdd) else vectors)
        return self.sized(node, _flat(tm.Add, tuple(map(tm.scalar, terms))))

    def product(self, node: ast.BinOp) -> tm.Term:
        first, rest = spine(node, ast.Mult, ast.MatMult)
        factors = [self.term(first), *(self.term(other) for _, other in rest)]
        for k, (op, other) in enumerate(rest):
            if isinstance(op, ast.MatMult) and not all(isinstance(factor, tm.Matrix) for factor in factors[k : k + 2]):
                raise self.source.error(other, "`@` multiplies matrices; declare them: `A: matrix n x n`")
        if all(isinstance(factor, tm.Scalar) for factor in factors):
            return self.sized(node, _flat(tm.Mul, tuple(map(tm.scalar, factors))))
        return reduce(_times, factors)

    def quotient(self, node: ast.expr, top: Sized, bottom: tm.Scalar) -> tm.Term:
        if isinstance(top, tm.Matrix):
            return top / bottom
        return tm.VectorDiv(top, bottom) if isinstance(top, tm.Vector) else self.sized(node, tm.Div(top, bottom))

    def power(self, node: ast.expr, base: tm.Scalar, exponent: tm.Scalar) -> tm.Scalar:
        size = magnitude(exponent)
        if size and (size.bits >= FEW_BITS or (size.value is not None and abs(size.value) > MOST_POWER)):
            raise self.source.error(node, f"the exponent is larger than {MOST_POWER}; write a letter for it")
        return self.sized(node, tm.Pow(base, exponent))

    def sized(self, node: ast.expr, term: tm.Scalar) -> tm.Scalar:
        """`term`, unless it is a number that no memory holds."""
        size = magnitude(term)
        if size and size.bits > MOST_BITS:
            raise self.source.error(node, f"this number has more than {MOST_BITS} binary digits; write a letter for it")
        return term

    def comparison(self, node: ast.expr, ops: list[ast.cmpop], sides: list[ast.expr]) -> st.Prop:
        if any(type(op) not in COMPARISONS for op in ops):
            raise self.source.error(node, "a claim compares with ==, !=, <, <=, > and >=")
        match ops, sides:
            case [ast.Eq()], [ast.BinOp(left=left, op=ast.Mod(), right=ast.Constant() as by), ast.Constant() as rest]:
                return self.congruence(node, left, by, rest)
            case [ast.Eq()], _:
                return st.eq(*map(self.side, sides))
        terms = list(map(self.term, sides))
        links = [
            st.relation(COMPARISONS[type(op)], left, right)
            for op, left, right in zip(ops, terms, terms[1:], strict=False)
        ]
        return st.all_of(links)

    def side(self, node: ast.expr) -> object:
        """A side of an equation, which may be a sum without an end."""
        read = self.build(node)
        return read if isinstance(read, st.InfiniteSum) else self.term(node)

    def congruence(self, node: ast.expr, left: ast.expr, modulus: ast.expr, remainder: ast.expr) -> st.Prop:
        """`a % m == r`, of numbers m and r: a = m*q + r for an integer q."""
        number, by, rest = tm.integer_term(self.build(left)), self.build(modulus), self.build(remainder)
        if not isinstance(by, tm.Number) or not isinstance(rest, tm.Number) or not 0 <= rest.value < by.value:
            raise self.source.error(node, "a remainder is a number from 0 to the divisor, a number: n**2 % 4 == 1")
        q, taken = tm.Variable("q", "integer"), {name_of(symbol) for symbol in number.free}
        q = fresh(q, taken) if name_of(q) in taken else q
        return st.exists(q, st.eq(number, by * q + rest if rest.value else by * q))

    def call(self, node: ast.Call) -> tm.Term:
        if node.keywords:
            raise self.source.error(node, "arguments have no names in a claim; write == for an equation")
        match node.func:
            case ast.Call(func=ast.Name(id="grad"), args=[ast.Name() as function]) if len(node.args) == 1:
                found = self.letters[name_in(function)]
                if not isinstance(found, tm.Function) or found.on != "vector":
                    raise self.source.error(
                        function, f"{name_in(function)} is no function on vectors; declare it as one"
                    )
                return tm.GradientAt(found, tm.vector_term(self.build(node.args[0])))
            case ast.Attribute(value=value, attr=attr) if attr in METHODS and not node.args:
                return CALLS[attr].make(self.matrix(value))
            case ast.Name() as name:
                called = name_in(name)
            case _:
                raise self.source.error(node, "only a named function is called; write * for a product: 2*(x + 1)")
        letter = self.letters.get(called)
        if isinstance(letter, tm.Function) and len(node.args) == 1:
            return letter(self.build(node.args[0]))
        if letter is None and called in RANGES:
            return self.over_range(node, RANGES[called])
        if letter is None and called in CALLS:
            row = CALLS[called]
            if not row.least <= len(node.args) <= (row.most or len(node.args)):
                raise self.source.error(node, f"{called} takes {row.takes()}, not {len(node.args)}")
            read = (
                self.prop
                if row.statements
                else self.side
                if called == "Eq"
                else self.term
                if called in RELATIONS
                else self.build
            )
            args = map(read, node.args)
            return row.make(*args)
        raise self.source.error(name, self.unknown(called, len(node.args)))

    def unknown(self, name: str, count: int) -> str:
        if isinstance(self.letters.get(name), tm.Function):
            return f"{name} takes 1 argument, not {count}"
        if name in self.letters:
            return f"{name} is a letter here, no function; write * for a product: {name}*(...)"
        near = get_close_matches(name, [*CALLS, *RANGES], n=1)
        guess = f"did you mean {near[0]}? " if near else ""
        return f"{name} is no function that is known here; {guess}declare `{name}: function`, or write {name}*(...)"

    def over_range(self, node: ast.Call, make: Callable[..., tm.Term]) -> tm.Term:
        body, ranges = limits(self.source, node)
        outside = dict(self.indices)
        built: list[tuple[tm.Variable, tm.Scalar, Any]] = []
        for index, low, high in reversed(ranges):  # the last is the outermost
            name = name_in(index)
            bounds = self.bound(low), self.end(high)
            declared = self.letters.get(name) if name in self.declared else None
            own = tm.is_integer_letter(declared)
            self.indices[name] = declared if own else tm.Variable(name, "integer")  # type: ignore[assignment]  # own
            built.append((self.indices[name], *bounds))
        term: Any = self.term(body)
        self.indices = outside
        for place in reversed(built):
            if isinstance(term, st.InfiniteSum) or (place[-1] == oo and make is symbols.product):
                raise self.source.error(
                    node, "one sum without an end at a time, and no product; write each for a letter n"
                )
            term = make(term, *place)
        return term  # type: ignore[no-any-return]  # as `make` makes it

    def end(self, node: ast.expr) -> Any:
        """The upper bound of a range: an integer, or `oo`."""
        if isinstance(node, ast.Name) and node.id == "oo" and "oo" not in self.declared:
            return oo
        return self.bound(node)

    def bound(self, node: ast.expr) -> tm.Scalar:
        try:
            return tm.integer_term(self.build(node))
        except SortError as error:
            raise self.source.error(node, str(error)) from error


def _times(left: Any, right: Any) -> Any:
    """A product of two terms; two vectors raise SortError."""
    return left @ right if isinstance(left, tm.Matrix) and isinstance(right, tm.Matrix) else left * right


def _flat(make: type[tm.Add | tm.Mul], args: tuple[tm.Scalar, ...]) -> tm.Scalar:
    """A run joined from the left, flat as the operators of Python leave it: (a + b) + c is a + b + c."""
    head = args[0]
    return make((*head.args, *args[1:]) if isinstance(head, (tm.Add, tm.Mul)) and type(head) is make else args)

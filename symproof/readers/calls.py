"""The words of a claim given as text: one row per function that may be called, and what it makes of its arguments.

SymPy's names and symproof's own stand side by side. Nothing else can be called but letters declared as functions.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from symproof import counted, matrix_symbols, symbols
from symproof import statement as st
from symproof import term as tm
from symproof.errors import SortError
from symproof.functions import BY_OTHERS, FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from symproof.readers.source import Source


SCALAR, VECTOR, MATRIX = "number", "vector", "matrix"


@dataclass(frozen=True, slots=True)
class Call:
    """A function on terms: how many arguments it takes (`most` None: any number), whether they are statements, and the sorts
    of its arguments and of what it makes."""

    make: Callable[..., tm.Term]
    least: int
    most: int | None
    statements: bool = False
    of: str = SCALAR
    gives: str = SCALAR

    def takes(self) -> str:
        """The number of arguments, in words."""
        if self.least == self.most:
            return f"{self.least} argument{'s' if self.least > 1 else ''}"
        return f"{self.least} or more arguments" if self.most is None else f"{self.least} to {self.most} arguments"


def _elementary(name: str) -> Callable[..., tm.Scalar]:
    def apply(*args: object) -> tm.Scalar:
        *first, last = map(tm.scalar, args)
        if FUNCTIONS[name].arity == 1:
            return tm.Elementary(name, (last,))
        for arg in reversed(first):
            last = tm.Elementary(name, (arg, last))
        return last

    return apply


def _by_others(make: Callable[[tm.Scalar], tm.Scalar]) -> Callable[[object], tm.Scalar]:
    return lambda arg: make(tm.scalar(arg))


def _related(kind: str) -> Callable[..., st.Prop]:
    return st.eq if kind == "=" else lambda left, right: st.relation(kind, left, right)


def _equivalent(head: object, *others: object) -> st.Prop:
    pairs = [st.iff(head, other) for other in others]
    return pairs[0] if len(pairs) == 1 else st.and_(*pairs)


def _rational(top: tm.Term, bottom: tm.Term = tm.ONE) -> tm.Scalar:
    match top, bottom:
        case (tm.Number(p), tm.Number(q)) if q:
            return tm.Number(p / q)
    raise SortError("Rational takes numbers, the second not 0: Rational(1, 3)")


def _derivative(body: object, variable: Any, order: tm.Term = tm.ONE) -> tm.Scalar:
    match order:
        case tm.Number(Fraction(denominator=1, numerator=times)) if 1 <= times <= 20:
            made = tm.scalar(body)
            for _ in range(times):
                made = symbols.derivative(made, variable)
            return made
    raise SortError(f"a derivative is taken 1 to 20 times, not {order}")


RELATIONS = {"Eq": "=", "Ne": "!=", "Lt": "<", "Le": "<=", "Gt": ">", "Ge": ">="}
RANGES: dict[str, Callable[..., tm.Term]] = {
    "Sum": symbols.total,
    "sum": symbols.total,
    "total": symbols.total,
    "Product": symbols.product,
    "product": symbols.product,
}
ELEMENTARY = {row.name: row.name for row in FUNCTIONS.values() if row.arity} | {
    "Abs": "abs",
    "Max": "max",
    "Min": "min",
    "ln": "log",
}
OF_A_MATRIX: dict[str, Callable[..., tm.Matrix]] = {
    "transpose": lambda value: tm.matrix_term(value).T,
    "inverse": matrix_symbols.inverse,
    "inv": matrix_symbols.inverse,
    "Inverse": matrix_symbols.inverse,
    "adj": matrix_symbols.adj,
    "adjugate": matrix_symbols.adj,
    "vec": matrix_symbols.vec,
}
OF_A_MATRIX["Transpose"] = OF_A_MATRIX["transpose"]
OF_MATRICES = {
    "kron": matrix_symbols.kron,
    "KroneckerProduct": matrix_symbols.kron,
    "hadamard": matrix_symbols.hadamard,
    "HadamardProduct": matrix_symbols.hadamard,
}
OF_A_SIZE = {"identity": matrix_symbols.identity, "Identity": matrix_symbols.identity, "eye": matrix_symbols.identity}
ATTRIBUTES = {"T": "transpose", "I": "inverse"}
METHODS = ("inv", "inverse", "transpose", "det", "trace", "adjugate")
"""What SymPy writes behind a matrix: A.T, A.inv()."""
CALLS = {
    **{word: Call(_related(kind), 2, 2) for word, kind in RELATIONS.items()},
    **{
        word: Call(_elementary(name), 1, 1) if FUNCTIONS[name].arity == 1 else Call(_elementary(name), 2, None)
        for word, name in ELEMENTARY.items()
    },
    **{word: Call(_by_others(make), 1, 1) for word, make in BY_OTHERS.items()},
    "And": Call(st.and_, 1, None, statements=True),
    "Or": Call(st.or_, 1, None, statements=True),
    "Not": Call(st.not_, 1, 1, statements=True),
    "Implies": Call(st.implies, 2, 2, statements=True),
    "Equivalent": Call(_equivalent, 2, None, statements=True),
    "Rational": Call(_rational, 1, 2),
    "Integer": Call(_rational, 1, 1),
    "factorial": Call(counted.factorial, 1, 1),
    "binomial": Call(counted.binomial, 2, 2),
    "harmonic": Call(counted.harmonic, 1, 2),
    "floor": Call(counted.floor, 1, 1),
    **{word: Call(counted.ceil, 1, 1) for word in ("ceil", "ceiling")},
    "KroneckerDelta": Call(lambda row, column: symbols.delta(row - column), 2, 2),
    "delta": Call(symbols.delta, 1, 1),
    "Derivative": Call(_derivative, 2, 3),
    "derivative": Call(_derivative, 2, 3),
    "diff": Call(_derivative, 2, 3),
    "inner": Call(symbols.inner, 2, 2, of=VECTOR),
    "norm": Call(symbols.norm, 1, 1, of=VECTOR),
    "gradient": Call(symbols.gradient, 2, 2),
    "each": Call(st.each, 2, 4),
    "exists": Call(st.exists, 2, 4),
    "minimizer": Call(st.minimizer, 3, 3),
    **{word: Call(matrix_symbols.tr, 1, 1, of=MATRIX) for word in ("tr", "trace", "Trace")},
    **{word: Call(matrix_symbols.det, 1, 1, of=MATRIX) for word in ("det", "Determinant")},
    **{word: Call(make, 1, 1, of=MATRIX, gives=MATRIX) for word, make in OF_A_MATRIX.items()},
    **{word: Call(make, 2, 2, of=MATRIX, gives=MATRIX) for word, make in OF_MATRICES.items()},
    **{word: Call(make, 1, 1, gives=MATRIX) for word, make in OF_A_SIZE.items()},
}


def limits(source: Source, node: ast.Call) -> tuple[ast.expr, list[tuple[ast.Name, ast.expr, ast.expr]]]:
    """The body of a sum or product and its ranges, the innermost first: `Sum(k*j, (k, 1, j), (j, 1, n))`.

    A single range may stand without its brackets, as symproof prints it: `sum(k, k, 1, n)`.
    """
    found = []
    match node.args:
        case [body, ast.Name() as index, low, high]:
            found = [(index, low, high)]
        case [body, *ranges] if ranges:
            for part in ranges:
                match part:
                    case ast.Tuple(elts=[ast.Name() as index, low, high]):
                        found.append((index, low, high))
                    case _:
                        raise source.error(part, "a range is written (k, 1, n)")
        case _:
            raise source.error(node, "a sum or product is written Sum(k**2, (k, 1, n))")
    for index, *edges in found:
        for used in (used for edge in edges for used in ast.walk(edge)):
            if isinstance(used, ast.Name) and used.id == index.id:
                raise source.error(used, "the index of a sum stands in its own range; rename one of them")
    return body, found

"""Statements as an author writes them: `eq(x, y)`, `each(t, ...)`; numbers and SymPy's expressions are taken for terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import overload

from symproof.errors import SortError
from symproof.statement.tree import (
    SYMBOLS,
    And,
    Each,
    Exists,
    Iff,
    Implies,
    Minimizer,
    Not,
    Or,
    Prop,
    Relation,
    SumsTo,
    Symbol,
)
from symproof.term import (
    Matrix,
    Residue,
    Scalar,
    Term,
    Variable,
    Vector,
    VectorVariable,
    as_letter,
    is_sympy,
    is_sympy_matrix,
    matrix_term,
    residue,
    scalar,
    vector_term,
)


@dataclass(frozen=True, slots=True)
class InfiniteSum:
    """A sum without an upper end; it is no number, and stands on one side of an equation."""

    body: Scalar
    index: Variable
    low: Scalar


def sums_to(body: object, over: Variable, low: object, value: object) -> SumsTo:
    """The statement that the infinite sum of `body` for `over` = low, low + 1, ... converges to `value`; it is also
    written `eq(total(body, over, low, oo), value)`.

    >>> from symproof import index
    >>> k = index("k")
    >>> sums_to(1 / (k * (k + 1)), k, 1, 1)
    sum(1/(k*(k + 1)), k, 1, oo) = 1
    """
    return SumsTo(scalar(body), over, scalar(low), scalar(value))


@overload
def eq(left: InfiniteSum, right: object) -> SumsTo: ...  # type: ignore[overload-overlap]  # it is an object, too
@overload
def eq(left: object, right: object) -> Relation: ...
def eq(left: object, right: object) -> Prop:
    """The statement that two terms are equal; `==` stays Python's and compares how they are written.

    >>> from symproof import real
    >>> eq(real("x") + 1, 2)
    x + 1 = 2
    """
    if isinstance(right, InfiniteSum):
        left, right = right, left
    if isinstance(left, InfiniteSum):
        return sums_to(left.body, left.index, left.low, right)
    return Relation("=", *same_sort(left, right))


def ne(left: object, right: object) -> Relation:
    """The statement that two terms differ."""
    return Relation("!=", *same_sort(left, right))


def relation(kind: str, left: object, right: object) -> Relation:
    """`left kind right`, where either side may be a number or a SymPy expression."""
    return Relation(kind, *same_sort(left, right))


def and_(*props: object) -> Prop:
    """All of the statements."""
    return And(_several("and_", props))


def or_(*props: object) -> Prop:
    """At least one of the statements."""
    return Or(_several("or_", props))


def _several(word: str, props: tuple[object, ...]) -> tuple[Prop, ...]:
    if not props:
        raise SortError(f"{word}() joins nothing; write {word}(x < y, y <= z)")
    return tuple(map(prop, props))


def not_(value: object) -> Prop:
    """The opposite of a statement."""
    return Not(prop(value))


def implies(left: object, right: object) -> Prop:
    """If `left`, then `right`."""
    return Implies(prop(left), prop(right))


def iff(left: object, right: object) -> Prop:
    """`left` exactly when `right`."""
    return Iff(prop(left), prop(right))


def each(symbol: object, body: object, low: object = None, high: object = None) -> Prop:
    """`body` for every value of `symbol`: a scalar, a vector, a matrix, a residue, or an integer `low` to `high`.

    >>> from symproof import index, sequence
    >>> t, a = index("t"), sequence("a")
    >>> each(t, eq(a[t + 1], 2 * a[t]))
    a[t + 1] = 2*a[t] for each t
    """
    return Each(_symbol(symbol), prop(body), *(None if bound is None else scalar(bound) for bound in (low, high)))


def exists(symbol: object, body: object, low: object = None, high: object = None) -> Prop:
    """`body` for some value of `symbol`."""
    return Exists(_symbol(symbol), prop(body), *(None if bound is None else scalar(bound) for bound in (low, high)))


def minimizer(point: object, body: object, variable: object, *, unique: bool = False) -> Prop:
    """`point` minimizes the term `body` in `variable`; `unique=True` says that no other point does."""
    variable = as_letter(variable)
    if isinstance(variable, VectorVariable):
        return Minimizer(vector_term(point), scalar(body), variable, unique)
    if isinstance(variable, Variable):
        return Minimizer(scalar(point), scalar(body), variable, unique)
    raise SortError(f"{variable} is no variable to minimize over; give the letter in which the term is written")


def prop(value: object) -> Prop:
    """`value` as a statement: a `Prop` or a SymPy relational."""
    if isinstance(value, Prop):
        return value
    if is_sympy(value):
        from symproof.doors.sympy import from_sympy  # the door is opened when a SymPy object comes in

        read = from_sympy(value)
        if isinstance(read, Prop):
            return read
    if isinstance(value, bool):
        raise SortError(
            f"{value} is a truth value, not a statement: `==` compares how terms are written, and SymPy evaluates "
            "relations that it can decide; write eq(a, b)"
        )
    raise SortError(f"{value!r} is no statement; write eq(a, b), a < b or a <= b")


def same_sort(left: object, right: object) -> tuple[Term, Term]:
    """Both sides as terms of one sort, led by the side whose sort is known."""
    for known in (left, right):
        if isinstance(known, Residue):
            return residue(left, known.over), residue(right, known.over)
        if isinstance(known, Vector):
            return vector_term(left), vector_term(right)
        if isinstance(known, Matrix) or is_sympy_matrix(known):
            like = matrix_term(known)
            return matrix_term(left, like), matrix_term(right, like)
    return scalar(left), scalar(right)


def _symbol(symbol: object) -> Symbol:
    symbol = as_letter(symbol)
    if isinstance(symbol, SYMBOLS):
        return symbol
    raise SortError(f"{symbol} is no letter to quantify over; give a variable, a vector, a matrix or an index")

"""Statements: relations between terms, the logic over them, and `given |- claim`.

A relation holds at a point when both sides have a value there and the values stand in it. Free symbols of a
statement are universally quantified over their declared domains.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, overload

from symproof.errors import BoundIndexError, NameClash, SortError
from symproof.term import (
    EntryLaw,
    Function,
    Matrix,
    MatrixVariable,
    Residue,
    ResidueVariable,
    Scalar,
    Sequence,
    Term,
    Variable,
    Vector,
    VectorVariable,
    as_letter,
    check_range,
    is_integer,
    is_sympy,
    is_sympy_matrix,
    matrix_term,
    node,
    residue,
    scalar,
    vector_term,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = ("=", "!=", "<", "<=", ">", ">=")
NEGATED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
FLIPPED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
SYMBOLS = (Variable, VectorVariable, ResidueVariable, MatrixVariable)
Symbol = Variable | VectorVariable | ResidueVariable | MatrixVariable
WHOLE_OR_RATIONAL = ("integer", "natural", "rational")


class Prop(Term):
    """Something that is true or false at a point where its terms have values."""

    __slots__ = ()

    def __bool__(self) -> bool:
        raise SortError(
            f"{self} is a statement, not yet true or false: x < y <= z is and_(x < y, y <= z), "
            "and whether it holds is asked with prove(...)"
        )

    def _sympy_(self) -> Any:
        from symproof.doors.sympy import to_sympy  # the door is opened when SymPy asks

        return to_sympy(self)

    def _repr_latex_(self) -> str:
        from symproof.writers.latex import latex  # the writers stand above the tree

        return f"${latex(self)}$"


@node
class Relation(Prop):
    """`left kind right`; both sides of one sort, an order only between scalars."""

    kind: str
    left: Term
    right: Term

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise SortError(f"{self.kind!r} is no relation; one of {' '.join(KINDS)}")
        if not isinstance(self.left, (Scalar, Vector, Residue, Matrix)):
            raise SortError(f"{self.left} {self.kind} {self.right}: {self.left} has no value to compare")
        for sort in (Scalar, Vector, Residue, Matrix):
            if isinstance(self.left, sort) != isinstance(self.right, sort):
                raise SortError(f"{self.left} {self.kind} {self.right}: the two sides are of different sorts")
        if self.kind not in ("=", "!=") and not isinstance(self.left, Scalar):
            raise SortError(f"{self.left} {self.kind} {self.right}: only scalars are ordered")
        if isinstance(self.left, Matrix) and isinstance(self.right, Matrix) and self.left.shape != self.right.shape:
            raise SortError(f"{self.left} {self.kind} {self.right}: shapes {self.left.shape} and {self.right.shape}")


@node
class And(Prop):
    """All of them."""

    args: tuple[Prop, ...]


@node
class Or(Prop):
    """At least one of them."""

    args: tuple[Prop, ...]


@node
class Not(Prop):
    """The opposite."""

    arg: Prop


@node
class Implies(Prop):
    """If the first, then the second."""

    left: Prop
    right: Prop


@node
class Iff(Prop):
    """Both or neither."""

    left: Prop
    right: Prop


@node
class Each(Prop):
    """For every value of `symbol`; an integer may be held to `low`..`high` (None: the symbol's own domain)."""

    binders = ("symbol",)
    scope = ("body",)
    symbol: Symbol
    body: Prop
    low: Scalar | None = None
    high: Scalar | None = None

    def __post_init__(self) -> None:
        _check_quantifier(self.symbol, self.low, self.high)


@node
class Exists(Prop):
    """For some value of `symbol`, held to `low`..`high` as in `Each`."""

    binders = ("symbol",)
    scope = ("body",)
    symbol: Symbol
    body: Prop
    low: Scalar | None = None
    high: Scalar | None = None

    def __post_init__(self) -> None:
        _check_quantifier(self.symbol, self.low, self.high)


@node
class Minimizer(Prop):
    """`point` minimizes `body` over all values of `variable`; with `unique`, no other point does."""

    binders = ("variable",)
    scope = ("body",)
    point: Scalar | Vector
    body: Scalar
    variable: Variable | VectorVariable
    unique: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.variable, Variable) != isinstance(self.point, Scalar):
            raise SortError(f"{self.point} is no value of {self.variable}: the two are of different sorts")
        if isinstance(self.variable, Variable) and self.variable.domain != "real":
            raise SortError(f"minimizer over {self.variable}: the variable must be real, not {self.variable.domain}")
        if self.variable in self.point.free:
            raise BoundIndexError(f"{self.variable} is bound by the minimization and used in its solution {self.point}")


@node
class SumsTo(Prop):
    """The sum of `body` for the index from `low` on, without end, converges, and its value is `value`."""

    binders = ("index",)
    scope = ("body",)
    body: Scalar
    index: Variable
    low: Scalar
    value: Scalar

    def __post_init__(self) -> None:
        check_range(self.index, self.low, self.low)
        if self.index in self.value.free:
            raise BoundIndexError(f"{self.index} is bound by the sum and used in its value {self.value}")


@dataclass(frozen=True, slots=True)
class InfiniteSum:
    """A sum without an upper end; it is no number, and stands on one side of an equation."""

    body: Scalar
    index: Variable
    low: Scalar


@dataclass(frozen=True, slots=True)
class Statement:
    """`given |- claim`: at every point where all of `given` hold, `claim` has a value and holds."""

    given: tuple[Prop, ...]
    claim: Prop

    def __post_init__(self) -> None:
        check_names((*self.given, self.claim))

    @property
    def free(self) -> frozenset[Term]:
        """The free symbols of the claim and of the hypotheses."""
        return self.claim.free.union(*(hypothesis.free for hypothesis in self.given))


# Writing statements -------------------------------------------------------------------------------


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


def domain_of(symbol: Symbol) -> Prop | None:
    """What the declaration of a letter says of its value, beyond its sort and its domain."""
    if not isinstance(symbol, Variable):
        return None
    if symbol.least is not None or symbol.domain == "natural":
        return Relation(">=", symbol, scalar(symbol.least or 0))
    kinds = {"positive": ">", "nonnegative": ">=", "negative": "<", "nonzero": "!="}
    return Relation(kinds[symbol.sign], symbol, scalar(0)) if symbol.sign else None


def check_names(props: Iterable[Term]) -> None:
    """Refuse a name that is declared in two ways.

    Raises:
        NameClash: with both declarations.
    """
    seen: dict[str, Term] = {}
    for symbol in chain.from_iterable(each_prop.free for each_prop in props):
        if isinstance(symbol, (*SYMBOLS, Sequence, Function)):
            other = seen.setdefault(symbol.name, symbol)
            if other != symbol:
                raise NameClash(f"{symbol.name} is declared as {describe(other)} and as {describe(symbol)}; rename one")


def describe(symbol: Term) -> str:
    """A symbol's declaration in words."""
    match symbol:
        case Variable(domain=domain, sign=sign, least=least):
            bound = f" >= {least}" if least is not None else ""
            return " ".join(filter(None, (sign, domain))) + bound
        case VectorVariable():
            return "vector"
        case ResidueVariable(over=over):
            return f"residue modulo {over.modulus}"
        case Sequence(item=item, over=over):
            where = f" over Z/{over.modulus}" if over is not None else ""
            return f"sequence of {describe(item)}s{where}"
        case Function(on=on):
            return f"function on {on}s"
        case MatrixVariable(rows=rows) if symbol.is_column:
            return f"column over {rows}"
        case MatrixVariable(rows=rows, columns=columns):
            return f"matrix over {rows} and {columns}"
        case EntryLaw(body=body):
            return f"matrix of entries {body}"
        case _:
            return type(symbol).__name__


def _symbol(symbol: object) -> Symbol:
    symbol = as_letter(symbol)
    if isinstance(symbol, SYMBOLS):
        return symbol
    raise SortError(f"{symbol} is no letter to quantify over; give a variable, a vector, a matrix or an index")


def _check_quantifier(symbol: Term, low: Scalar | None, high: Scalar | None) -> None:
    for bound in (low, high):
        if bound is None:
            continue
        if not isinstance(symbol, Variable) or not is_integer(symbol):
            raise SortError(
                f"{symbol} is no integer, so it has no range {low}..{high}; put the range into the statement"
            )
        if symbol in bound.free:
            raise BoundIndexError(f"{symbol} is bound and used in its range {low}..{high}")
        if not is_integer(bound):
            raise SortError(f"the bound {bound} is not known to be an integer; declare it integer or natural")

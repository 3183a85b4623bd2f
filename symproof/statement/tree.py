"""Relations between terms, and the logic over them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

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
    check_range,
    is_integer,
    node,
    scalar,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = ("=", "!=", "<", "<=", ">", ">=")
ORDERS = ("<", "<=", ">", ">=")
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

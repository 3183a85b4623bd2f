"""Scalars: real numbers, with the operators of Python."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, Any, TypeGuard, Union

from symproof.errors import BoundIndexError, SortError
from symproof.term.tree import Term, is_sympy, join, node, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from symproof.statement import Relation
    from symproof.term.matrix import Matrix
    from symproof.term.residue import Residue, ResidueVariable
    from symproof.term.sequence import Function, Sequence
    from symproof.term.vector import Vector


class Scalar(Term):
    """A real number."""

    __slots__ = ()
    # SymPy's operators stand back for it: `x + ours` is ours whatever x is, so x * (1/ours) keeps its condition.
    _op_priority = 100.0

    def __add__(self, other: ScalarLike) -> Scalar:
        return join(Add, self, scalar(other))

    def __radd__(self, other: ScalarLike) -> Scalar:
        return join(Add, scalar(other), self)

    def __sub__(self, other: ScalarLike) -> Scalar:
        return join(Add, self, Neg(scalar(other)))

    def __rsub__(self, other: ScalarLike) -> Scalar:
        return join(Add, scalar(other), Neg(self))

    # A vector or a matrix on the right takes over through its own __rmul__.
    def __mul__(self, other: ScalarLike) -> Scalar:
        return (
            NotImplemented
            if isinstance(other, Term) and not isinstance(other, Scalar)
            else join(Mul, self, scalar(other))
        )

    def __rmul__(self, other: ScalarLike) -> Scalar:
        return join(Mul, scalar(other), self)

    def __truediv__(self, other: ScalarLike) -> Scalar:
        return Div(self, scalar(other))

    def __rtruediv__(self, other: ScalarLike) -> Scalar:
        return Div(scalar(other), self)

    def __floordiv__(self, other: ScalarLike) -> Scalar:
        from symproof.term.counting import Floor  # counting stands above this module

        return Floor(self / other)

    def __rfloordiv__(self, other: ScalarLike) -> Scalar:
        return scalar(other) // self

    def __mod__(self, other: ScalarLike) -> Scalar:
        return self - scalar(other) * (self // other)

    def __rmod__(self, other: ScalarLike) -> Scalar:
        return scalar(other) % self

    def __pow__(self, other: ScalarLike) -> Scalar:
        return Pow(self, scalar(other))

    def __rpow__(self, other: ScalarLike) -> Scalar:
        return Pow(scalar(other), self)

    def __neg__(self) -> Scalar:
        return Neg(self)

    def __pos__(self) -> Scalar:
        return self

    def __abs__(self) -> Scalar:
        return Elementary("abs", (self,))

    def __lt__(self, other: ScalarLike) -> Relation:
        return _relation("<", self, scalar(other))

    def __le__(self, other: ScalarLike) -> Relation:
        return _relation("<=", self, scalar(other))

    def __gt__(self, other: ScalarLike) -> Relation:
        return _relation(">", self, scalar(other))

    def __ge__(self, other: ScalarLike) -> Relation:
        return _relation(">=", self, scalar(other))

    def __bool__(self) -> bool:
        raise SortError(f"{self} is a term and has no truth value; compare with eq(a, b), a < b or a <= b")

    def is_whole(self, wide: frozenset[Variable] = frozenset()) -> bool:
        """What `is_integer` says of constructors that stand above this module."""
        return False

    def is_count(self, wide: frozenset[Variable] = frozenset()) -> bool:
        """What `is_natural` says of them."""
        return False

    def _sympy_(self) -> Any:
        from symproof.doors.sympy import to_sympy  # the door is opened when SymPy asks

        return to_sympy(self)

    def _repr_latex_(self) -> str:
        from symproof.writers.latex import latex  # the writers stand above the tree

        return f"${latex(self)}$"


ScalarLike = Union[Scalar, int, Fraction]


@node
class Number(Scalar):
    """A rational constant. `shown` is how its author wrote it, where that was in digits: "0.01", "7.802e24"; it is
    printed and is no part of what the number is."""

    value: Fraction
    shown: str = ""

    def fields(self) -> tuple[Any, ...]:
        """The value alone: 0.50 and 1/2 are one number."""
        return (self.value,)

    def __reduce__(self) -> tuple[Any, ...]:
        return Number, (self.value, self.shown)


DOMAINS = ("real", "rational", "integer", "natural")
LEAST = {"integer": -inf, "natural": 0}  # how low a lower bound may be; a real letter has none
SIGNS = ("", "positive", "nonnegative", "negative", "nonzero")


@node
class Variable(Scalar):
    """A scalar letter. `domain` is real, rational, integer or natural; `sign` is "", positive, nonnegative,
    negative or nonzero; `least` is a lower bound of an integer or a natural (0 for a natural that says no more). A natural,
    or a letter with a lower bound, has no sign beside it: what two declarations say may hold of no number at all, and
    from a letter without a value everything follows."""

    name: str
    domain: str = "real"
    sign: str = ""
    least: int | None = None

    def __post_init__(self) -> None:
        bounded = self.domain == "natural" or self.least is not None
        fits = self.domain in DOMAINS and self.sign in SIGNS and not (bounded and self.sign)
        if not fits or (self.least is not None and self.least < LEAST.get(self.domain, self.least + 1)):
            raise SortError(f"{self.name}: no letter is declared as {(self.domain, self.sign, self.least)}")

    def _collect_free(self) -> Iterator[Term]:
        yield self


@node
class Add(Scalar):
    """A sum of two or more scalars; a difference is the sum with a `Neg`."""

    args: tuple[Scalar, ...]


@node
class Mul(Scalar):
    """A product of two or more scalars."""

    args: tuple[Scalar, ...]


@node
class Neg(Scalar):
    """The opposite of a scalar."""

    arg: Scalar


@node
class Div(Scalar):
    """A quotient; has a value where the denominator is not zero."""

    numerator: Scalar
    denominator: Scalar


@node
class Pow(Scalar):
    """A power. Has a value for an exponent whose form shows an integer (not zero to a negative one; 0**0 is 1) and, for
    any other, where the base is positive. As 2 may be put for y, x**y = 4 says nothing of the sign of x all the same."""

    base: Scalar
    exponent: Scalar


@node
class Elementary(Scalar):
    """An elementary function, a row of the table in `functions`, at its arguments."""

    function: str
    args: tuple[Scalar, ...]


@node
class Inner(Scalar):
    """The inner product of two vectors."""

    left: Vector
    right: Vector


@node
class Norm(Scalar):
    """The norm of a vector: the root of its inner product with itself."""

    vector: Vector


@node
class Delta(Scalar):
    """Kronecker's delta: 1 where the index is zero (in the integers, or modulo n), else 0."""

    index: Scalar | Residue


@node
class ScalarAt(Scalar):
    """A member of a sequence of scalars."""

    sequence: Sequence
    index: Scalar | Residue


@node
class Entry(Scalar):
    """An entry of a matrix."""

    matrix: Matrix
    row: Scalar | Residue
    column: Scalar | Residue


@node
class Apply(Scalar):
    """A function given by hypotheses only, at a point."""

    function: Function
    arg: Scalar | Vector


@node
class Derivative(Scalar):
    """The derivative of a scalar term with respect to a real letter, at that letter."""

    body: Scalar
    variable: Variable

    def __post_init__(self) -> None:
        if not isinstance(self.variable, Variable) or self.variable.domain != "real":
            raise SortError(
                f"a derivative is taken in a real letter, not in {self.variable}; declare it with real(name)"
            )


@node
class Sum(Scalar):
    """The sum of `body` for the integer `index` from `low` to `high`; 0 when `high < low`."""

    binders = ("index",)
    scope = ("body",)
    body: Scalar
    index: Variable
    low: Scalar
    high: Scalar

    def __post_init__(self) -> None:
        check_range(self.index, self.low, self.high)


@node
class Product(Scalar):
    """The product of `body` for the integer `index` from `low` to `high`; 1 when `high < low`."""

    binders = ("index",)
    scope = ("body",)
    body: Scalar
    index: Variable
    low: Scalar
    high: Scalar

    def __post_init__(self) -> None:
        check_range(self.index, self.low, self.high)


@node
class CyclicSum(Scalar):
    """The sum of `body` for the residue `index` over the whole of Z/n; needs n >= 1."""

    binders = ("index",)
    scope = ("body",)
    body: Scalar
    index: ResidueVariable


ZERO, ONE = Number(Fraction(0)), Number(Fraction(1))


def scalar(value: object) -> Scalar:
    """`value` as a scalar: a scalar, an integer, a `Fraction`, or a SymPy expression.

    Raises:
        SortError: a float (it is not the number that was meant), a vector, anything else.
    """
    if isinstance(value, Scalar):
        return value
    if isinstance(value, bool):
        raise SortError(f"{value} is a truth value where a scalar is needed")
    if isinstance(value, (int, Fraction)):
        return Number(Fraction(value))
    if isinstance(value, float):
        raise SortError(
            f"{value!r} is a binary float, so the number that was meant is lost; write Fraction(1, 3) or rational('0.1')"
        )
    if is_sympy(value):
        from symproof.doors.sympy import from_sympy  # the door is opened when a SymPy object comes in

        read = from_sympy(value)
        if isinstance(read, Scalar):
            return read
    raise SortError(f"{value!r} is {sort_of(value)} where a scalar is needed")


def as_letter(value: object) -> object:
    """A SymPy symbol as ours, any other value as it is, where a letter is needed."""
    return scalar(value) if is_sympy(value) else value


def is_elementary(term: Term, *names: str) -> TypeGuard[Elementary]:
    """Whether a term is one of the elementary functions of these names, at something."""
    return isinstance(term, Elementary) and term.function in names


def integer_term(value: object) -> Scalar:
    """`value` as a scalar whose form shows that it is an integer."""
    return check_integer(scalar(value))


def check_integer(term: Scalar) -> Scalar:
    """`term`, once its form shows that it is an integer."""
    if not is_integer(term):
        raise SortError(
            f"{term} is not known to be an integer, and an index must be; declare it integer, natural or index"
        )
    return term


def is_integer(term: Scalar, wide: frozenset[Variable] = frozenset()) -> bool:
    """Whether the form of `term` shows that its value is an integer. `wide` are bound indices that are declared natural
    and run over a range which may hold negative integers: 2**k is no integer at k = -3."""
    match term:
        case Number(value):
            return value.denominator == 1
        case Variable(domain=domain):
            return domain in ("integer", "natural")
        case Add(args) | Mul(args):
            return all(is_integer(arg, wide) for arg in args)
        case Neg(arg):
            return is_integer(arg, wide)
        case Pow(base, exponent):
            return is_integer(base, wide) and is_natural(exponent, wide)
        case ScalarAt(sequence) if isinstance(sequence.item, Variable):
            return is_integer(sequence.item)
        case Delta():
            return True
        case Sum(body, index, low) | Product(body, index, low):
            return is_integer(body, wide - {index} if is_natural(low, wide) else wide | {index})
        case CyclicSum(body):
            return is_integer(body, wide)
        case _:
            return term.is_whole(wide)


def is_natural(term: Scalar, wide: frozenset[Variable] = frozenset()) -> bool:
    """Whether the form of an exponent shows that its value is a natural number; `wide` as above."""
    match term:
        case Number(value):
            return value.denominator == 1 and value >= 0
        case Variable(domain="natural", least=least):
            return term not in wide and (least is None or least >= 0)
        case Add(args) | Mul(args):
            return all(is_natural(arg, wide) for arg in args)
        case Pow(base, exponent):
            return is_natural(base, wide) and is_natural(exponent, wide)
        case _:
            return term.is_count(wide)


def check_range(index: Variable, low: Scalar, high: Scalar) -> None:
    """Refuse a bound index that is not an integer or that stands in its own range."""
    if not is_integer(index):
        raise SortError(
            f"{index} runs over a range and is declared {index.domain}; declare it with index({index.name!r})"
        )
    for bound in (low, high):
        if index in bound.free:
            raise BoundIndexError(f"{index} is bound by the sum and used in its range {low}..{high}")
        if not is_integer(bound):
            raise SortError(f"the bound {bound} is not known to be an integer; declare it integer or natural")


def _relation(kind: str, left: Scalar, right: Scalar) -> Relation:
    from symproof.statement import Relation  # statements stand above terms

    return Relation(kind, left, right)

"""Scalars: real numbers, with the operators of Python."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, Any, TypeGuard, Union

from symproof.errors import SortError
from symproof.term.tree import Term, is_sympy, join, node, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from symproof.statement import Relation
    from symproof.term.matrix import Matrix
    from symproof.term.residue import Residue
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


def sum_of(terms: Iterable[Scalar]) -> Scalar:
    """The sum of any number of terms: 0 of none, of one that term itself."""
    args = tuple(terms)
    return Add(args) if len(args) > 1 else args[0] if args else ZERO


def product_of(factors: Iterable[Scalar]) -> Scalar:
    """The product of any number of factors: 1 of none, of one that factor itself."""
    args = tuple(factors)
    return Mul(args) if len(args) > 1 else args[0] if args else ONE


def _relation(kind: str, left: Scalar, right: Scalar) -> Relation:
    from symproof.statement import Relation  # statements stand above terms

    return Relation(kind, left, right)

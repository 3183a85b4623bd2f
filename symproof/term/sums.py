"""Sums and products over a range, and the scalars whose form shows an integer: only they bound a range or stand for an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from symproof.errors import BoundIndexError, SortError
from symproof.term.scalar import Add, Delta, Mul, Neg, Number, Pow, Scalar, ScalarAt, Variable, scalar
from symproof.term.tree import node

if TYPE_CHECKING:
    from symproof.term.residue import ResidueVariable


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


def is_integer_letter(term: object) -> TypeGuard[Variable]:
    """Whether this is a letter that stands for an integer."""
    return isinstance(term, Variable) and term.domain in ("integer", "natural")


def is_integer(term: Scalar, wide: frozenset[Variable] = frozenset()) -> bool:
    """Whether the form of `term` shows that its value is an integer. `wide` are bound indices that are declared natural
    and run over a range which may hold negative integers: 2**k is no integer at k = -3."""
    match term:
        case Number(value):
            return value.denominator == 1
        case Variable():
            return is_integer_letter(term)
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

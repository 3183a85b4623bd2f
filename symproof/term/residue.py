"""Index sets, and the residues that index a cyclic one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.errors import SortError
from symproof.term.scalar import Number, Scalar, integer_term, join, sort_of
from symproof.term.tree import Term, node

if TYPE_CHECKING:
    from collections.abc import Iterator


@node
class Cyclic(Term):
    """The index set Z/n: the integers modulo `modulus`, which must be at least 1."""

    modulus: Scalar


@node
class Interval(Term):
    """The index set low..high of integers; empty when `high < low`."""

    low: Scalar
    high: Scalar


class Residue(Term):
    """An integer modulo n; n is that of the variables in it."""

    __slots__ = ()

    def __add__(self, other: Residue | int) -> Residue:
        return join(ResidueAdd, self, residue(other))

    def __radd__(self, other: int) -> Residue:
        return join(ResidueAdd, residue(other), self)

    def __sub__(self, other: Residue | int) -> Residue:
        return join(ResidueAdd, self, ResidueNeg(residue(other)))

    def __rsub__(self, other: int) -> Residue:
        return join(ResidueAdd, residue(other), ResidueNeg(self))

    def __neg__(self) -> Residue:
        return ResidueNeg(self)

    def __bool__(self) -> bool:
        raise SortError(f"{self} is a residue and has no truth value; compare with eq(i, j)")


@node
class ResidueVariable(Residue):
    """A letter for an element of Z/n."""

    name: str
    over: Cyclic

    def _collect_free(self) -> Iterator[Term]:
        yield self
        yield from self.over.free


@node
class ResidueNumber(Residue):
    """The class of an integer."""

    value: int


@node
class ResidueAdd(Residue):
    """A sum of two or more residues."""

    args: tuple[Residue, ...]


@node
class ResidueNeg(Residue):
    """The opposite of a residue."""

    arg: Residue


def residue(value: object) -> Residue:
    """`value` as a residue: a residue or an integer."""
    if isinstance(value, Residue):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return ResidueNumber(value)
    if isinstance(value, Number) and value.value.denominator == 1:
        return ResidueNumber(value.value.numerator)
    raise SortError(
        f"{value!r} is {sort_of(value)} where a residue is needed; declare it with index(name, over=cyclic(n))"
    )


def index_in(where: Cyclic | Interval, value: object) -> Scalar | Residue:
    """`value` as an index of the set `where`."""
    return residue(value) if isinstance(where, Cyclic) else integer_term(value)

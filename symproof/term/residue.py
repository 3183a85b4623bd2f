"""Index sets, and the residues that index a cyclic one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.errors import SortError
from symproof.term.scalar import Number, Scalar
from symproof.term.sums import check_integer, integer_term
from symproof.term.tree import Term, join, node, sort_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@node
class Cyclic(Term):
    """The index set Z/n: the integers modulo `modulus`, which must be at least 1."""

    modulus: Scalar

    def __post_init__(self) -> None:
        check_integer(self.modulus)


@node
class Interval(Term):
    """The index set low..high of integers; empty when `high < low`."""

    low: Scalar
    high: Scalar

    def __post_init__(self) -> None:
        check_integer(self.low)
        check_integer(self.high)


class Residue(Term):
    """An integer modulo n; `over` is its Z/n."""

    __slots__ = ()

    @property
    def over(self) -> Cyclic:
        """The Z/n that the residue belongs to."""
        raise NotImplementedError(type(self).__name__)  # every constructor below has it

    def __add__(self, other: Residue | int) -> Residue:
        return join(ResidueAdd, self, residue(other, self.over))

    def __radd__(self, other: int) -> Residue:
        return join(ResidueAdd, residue(other, self.over), self)

    def __sub__(self, other: Residue | int) -> Residue:
        return join(ResidueAdd, self, ResidueNeg(residue(other, self.over)))

    def __rsub__(self, other: int) -> Residue:
        return join(ResidueAdd, residue(other, self.over), ResidueNeg(self))

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
    over: Cyclic


@node
class ResidueAdd(Residue):
    """A sum of two or more residues of one Z/n."""

    args: tuple[Residue, ...]

    def __post_init__(self) -> None:
        for arg in self.args[1:]:
            if arg.over != self.over:
                raise SortError(
                    f"{self.args[0]} is a residue modulo {self.over.modulus}, {arg} one modulo {arg.over.modulus}"
                )

    @property
    def over(self) -> Cyclic:
        return self.args[0].over


@node
class ResidueNeg(Residue):
    """The opposite of a residue."""

    arg: Residue

    @property
    def over(self) -> Cyclic:
        return self.arg.over


def residue(value: object, over: Cyclic) -> Residue:
    """`value` as an element of `over`: a residue of it, or an integer.

    Raises:
        SortError: a residue of another Z/n, an index that is a plain integer term, anything else.
    """
    if isinstance(value, Residue):
        if value.over != over:
            raise SortError(
                f"{value} is a residue modulo {value.over.modulus} where one modulo {over.modulus} is needed"
            )
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return ResidueNumber(value, over)
    if isinstance(value, Number) and value.value.denominator == 1:
        return ResidueNumber(value.value.numerator, over)
    raise SortError(
        f"{value!r} is {sort_of(value)} where a residue is needed; declare it with index(name, over=cyclic(n))"
    )


def index_in(where: Cyclic | Interval, value: object) -> Scalar | Residue:
    """`value` as an index of the set `where`."""
    return residue(value, where) if isinstance(where, Cyclic) else integer_term(value)

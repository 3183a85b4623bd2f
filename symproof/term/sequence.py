"""Symbols that take an argument: sequences, and functions known by hypotheses only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from symproof.errors import BoundIndexError
from symproof.term.residue import Cyclic, Residue, residue
from symproof.term.scalar import (
    Apply,
    Number,
    Scalar,
    ScalarAt,
    ScalarLike,
    Variable,
    scalar,
)
from symproof.term.sums import integer_term
from symproof.term.tree import Term, node
from symproof.term.vector import VectorAt, VectorVariable, vector_term

if TYPE_CHECKING:
    from collections.abc import Iterator


@node
class Sequence(Term):
    """A sequence of scalars or vectors: on the integers from `start` on, or on Z/n (`over`).

    `item` is a letter of the kind that the members are: its domain and sign are theirs.
    """

    name: str
    item: Variable | VectorVariable
    over: Cyclic | None = None
    start: int = 0

    def _collect_free(self) -> Iterator[Term]:
        yield self
        if self.over is not None:
            yield from self.over.free

    def __getitem__(self, index: ScalarLike | Residue) -> Any:
        """The member at an index: an integer-valued term, or a residue where the sequence lives on Z/n."""
        if self.over is not None:
            place: Scalar | Residue = residue(index, self.over)
        else:
            place = integer_term(index)
            if isinstance(place, Number) and place.value < self.start:
                raise BoundIndexError(
                    f"{self.name}[{place.value}] is out of range: the sequence starts at {self.start}; "
                    f'write sequence("{self.name}", start={place.value}) if it starts earlier'
                )
        return VectorAt(self, place) if isinstance(self.item, VectorVariable) else ScalarAt(self, place)


@node
class Function(Term):
    """A real-valued function known by hypotheses only; `on` is "vector" or "real"."""

    name: str
    on: str = "vector"

    def _collect_free(self) -> Iterator[Term]:
        yield self

    def __call__(self, arg: Any) -> Scalar:
        return Apply(self, vector_term(arg) if self.on == "vector" else scalar(arg))

"""The ways in which an exact evaluation ends without a value. None of them is a mistake of the author."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from symproof.term import Term


class NoValue(Exception):
    """The term has no value at the point: `1/x` at 0, `sqrt(x)` at -1, a member before the start of its sequence."""

    def __init__(self, term: Term, why: str) -> None:
        super().__init__(term, why)
        self.term = term
        self.why = why

    def __str__(self) -> str:  # written only when it is read: a search meets thousands of these
        return f"{self.term} has no value: {self.why}"


class OutOfDomain(ArithmeticError):
    """Numbers outside of the domain of an operation; the evaluator turns it into the `NoValue` of a term."""


class Undecided(Exception):
    """The value exists or not, but exact evaluation cannot tell: too large, or beyond what it decides."""


class Unseparated(Undecided):
    """Two enclosures overlap at the present precision; more bits may decide."""

"""What a piece of notation was read as: one reading, several, or none."""

from __future__ import annotations

from dataclasses import dataclass, field

from symproof.readers.notation.tree import NotUnderstood
from symproof.statement import Prop
from symproof.term import Term
from symproof.text import plain

__all__ = ["Ambiguous", "ChainReading", "NotUnderstood", "Outcome", "Reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The one reading that survives: a term or a statement.

    `inferred` maps each letter that nobody declared to what it was taken for, in words ("vector", "real"); `notes`
    say what else was decided or dropped ("log is the natural logarithm"). `start` and `end` are the place in the LaTeX.
    """

    term: Term
    inferred: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    asked: tuple[Prop, ...] = ()
    """What arguments of functions must fulfil, which the text gives only there."""

    @property
    def text(self) -> str:
        """The reading in one line of plain text."""
        return plain(self.term)

    @property
    def latex(self) -> str:
        """The reading as LaTeX."""
        from symproof.writers.latex import latex  # the writers stand above the readers

        return latex(self.term)


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several readings survive; `message` says what must be declared to tell them apart."""

    readings: tuple[Reading, ...]
    message: str
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return f"ambiguous: {self.message}: " + " or ".join(reading.text for reading in self.readings)


Outcome = Reading | Ambiguous | NotUnderstood


def prop_of(outcome: object) -> Prop | None:
    """The statement that was read; None of a term, and of what is not read."""
    return outcome.term if isinstance(outcome, Reading) and isinstance(outcome.term, Prop) else None


@dataclass(frozen=True, slots=True)
class ChainReading:
    """A chain, read as a whole: all members are of one sort and use one meaning of each letter.

    `members` are terms (a `Missing` side is NotUnderstood). `steps[i]` is the statement `members[i] relation
    members[i + 1]`, a `Reading` whose term is a Prop; of `x = 1.234e5` after `\\approx` it is an `Approx`.
    """

    members: tuple[Outcome, ...]
    relations: tuple[str, ...]
    steps: tuple[Outcome, ...]

"""The verdict on a step of a document, as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from symproof.readers.document.judgement.settling import Told
from symproof.statement import Or, Prop, Relation

PROVED, REFUTED, UNKNOWN, NOT_UNDERSTOOD = "proved", "refuted", "unknown", "not understood"

ASSUMED = "assumed: line "
NOT_READ = "a hypothesis is not understood"
CONTRADICTORY = "the hypotheses contradict each other, so that anything follows"


@dataclass(frozen=True)
class Judged:
    """The verdict on a step. `needs` are the earlier lines that it follows from, `sense` says of a row under a row whether the
    two are "equivalent" or the one "implies" the other only; `readings` are those of an ambiguous step."""

    verdict: str
    by: str = ""
    trusts: tuple[str, ...] = ()
    reason: str = ""
    point: dict[str, str] | None = None
    difference: str = ""
    sides: tuple[str, ...] = ()
    """The values of the two sides there."""
    needs: tuple[int, ...] = ()
    sense: str = ""
    readings: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    open: bool = False
    """Whether it is proved of the solutions of an equation only, or after a line that is not proved."""
    fails: bool = False
    """Whether it is known to fail somewhere, or to rest on what does, so that nothing may rest on it."""

    @property
    def gap(self) -> str:
        """By how much the two sides of a refuted line differ; "" where it is not told."""
        return f"{against(self.sides)}left - right = {self.difference}" if self.difference else ""

    @property
    def why(self) -> str:
        """The reason, or the difference where there is no other than how the text gives a function."""
        alone = not self.reason or self.reason.startswith("here ")
        return "; ".join(filter(None, (self.gap if alone else "", self.reason)))

    @property
    def assumes(self) -> tuple[int, ...]:
        """The earlier lines that it follows from and that are not proved."""
        return tuple(int(each.removeprefix(ASSUMED)) for each in self.trusts if each.startswith(ASSUMED))

    @property
    def other_trusts(self) -> tuple[str, ...]:
        """What it rests on beyond the earlier lines."""
        return tuple(each for each in self.trusts if not each.startswith(ASSUMED))


def judged_of(told: Told) -> Judged:
    """What is told of a statement, as a verdict."""
    return Judged(told.status, told.by, told.trusts, told.reason, told.point, told.difference, told.sides)


def against(sides: Sequence[str]) -> str:
    """The values of two sides, in words."""
    return f"{sides[0]} on the left, {sides[1]} on the right: " if sides else ""


def point_of(told: Told) -> str:
    """The point that is told of, in words."""
    return ", ".join(f"{name} = {value}" for name, value in (told.point or {}).items())


def is_soft(why: str) -> bool:
    """Whether what stands against a refutation is only that the line may be an equation."""
    return why.startswith("it may") or "; it may" in why


def is_choice(prop: Prop) -> bool:
    """Whether a hypothesis names the values of a letter, y = 0 or y = 1: no other sign of it is left to good sense."""
    return isinstance(prop, Or) and len(prop.free) == 1


def is_condition(judged: Judged) -> bool:
    """Whether a line is no claim, as far as is known: an equation to be solved, or a condition."""
    return (
        judged.verdict == UNKNOWN
        and not judged.needs
        and (is_soft(judged.reason) or judged.reason.startswith("a condition"))
    )


def says(claim: Prop, told: Told) -> str:
    """What a relation comes to where it fails: "; it says 4 = 2"."""
    return (
        f"; there it says {told.sides[0]} {claim.kind} {told.sides[1]}"
        if told.sides and isinstance(claim, Relation)
        else ""
    )


def said_where(found: Judged, conditions: Sequence[Prop], given: Sequence[Prop]) -> Judged:
    """A proof under conditions, which it names."""
    where = tuple(f"{prop}, where it has a value" for prop in conditions if prop not in given)
    return replace(found, under=(*found.under, *where))

"""Rows after an equation that nothing satisfies."""

from __future__ import annotations

from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.judged import PROVED, Judged, judged_of
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.judgement.solving import arguments_equal, is_moved, with_another_number
from symproof.readers.document.lines.step import Step
from symproof.statement import Prop


def of_none(settler: Settler, step: Step, claim: Prop, given: tuple[Prop, ...], before: Prop) -> Judged | None:
    """A row after an equation that nothing satisfies: it is right if it would follow with another number on the right, or if
    it says of two equal values that their arguments are equal."""
    other = None if step.universal else with_another_number(claim, before)
    if other is not None:
        told = settler(other[0], (*given, *other[1]), 0.5)
        if told.status == PROVED and not settler.contradictory(relevant(other[0], (*given, *other[1]))):
            return judged_of(told)
    inner = arguments_equal(before)
    return Judged(PROVED, "laws") if inner is not None and is_moved(settler, claim, inner) else None

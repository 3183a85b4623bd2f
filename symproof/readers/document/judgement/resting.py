"""What rests on a line that is wrong: a letter that it both brought in and spoke of, "the eigenvalues are x = 2, y = 5"; or a
reason behind it, "for all x we have ... because |x| = x", which is a line of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from symproof.readers.document.judgement.judged import ASSUMED, PROVED, REFUTED, UNKNOWN, Judged
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Prop, parts_of, under_each

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows

OPEN = "may be a condition"
"""Of a line that fails at a point, where words leave it open whether it is claimed."""

MOST_BEHIND = 8
"""How many lines behind a step may be its reasons."""


def resting(judge: Rows, step: Step, claim: Prop, found: Judged) -> Judged:
    """What is found of a step, but for a proof that needs what a line says which is refuted; where it needs a reason that may be
    a condition, it is said to assume it."""
    if found.verdict != PROVED:
        return found
    lines = [(fact, line) for fact in step.given for line in _lines_of(judge, step, fact)]
    told = [(fact, _told(judge, fact, line)) for fact, line in lines]
    wrong = [(fact, why) for fact, why in told if why]
    left = [fact.prop for fact in step.given if fact not in [each for each, _ in wrong]]
    if not wrong or judge.settler(claim, left).status == PROVED:
        return found
    needed, why = next((each for each in wrong if each[0].prop.free & claim.free), wrong[-1])
    if why == OPEN:
        return replace(found, trusts=tuple(sorted({*found.trusts, f"{ASSUMED}{needed.line}"})), open=True)
    return Judged(UNKNOWN, reason=f"follows from line {needed.line}, which {why}", needs=(needed.line,))


def _lines_of(judge: Rows, step: Step, fact: Fact) -> list[Step]:
    """The lines that claim what a step is given: the one that brought it in, or those behind the step, of a chain each link."""
    if (
        fact.claimed is not None or fact.line < step.line or fact.sentence >= 0
    ):  # which is supposed in a sentence before
        return [] if fact.claimed is None else [fact.claimed]
    behind = judge.steps[step.number + 1 : step.number + 1 + MOST_BEHIND]
    said = (fact.prop, *parts_of(under_each(fact.prop)))
    return [each for each in behind if each.line == fact.line and each.statement in said]


def _told(judge: Rows, fact: Fact, line: Step) -> str:
    """What is wrong with a line that claims a fact, as far as is known, or can be told of a line behind; "" if nothing is."""
    if (said := judge.earlier.done.get(line.number)) is not None:
        fails = said.point and said.verdict == UNKNOWN
        return "is refuted" if said.verdict == REFUTED else "fails at a point" if fails else ""
    if judge.settler(fact.prop, [each.prop for each in line.given]).status != REFUTED:
        return ""
    return OPEN if line.refutable else "fails at a point"

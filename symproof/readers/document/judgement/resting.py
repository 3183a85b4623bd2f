"""What rests on a line that is wrong: a letter that it both brought in and spoke of, "the eigenvalues are x = 2, y = 5"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged
from symproof.readers.document.lines.step import Step
from symproof.statement import Prop

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows


def resting(judge: Rows, step: Step, claim: Prop, found: Judged) -> Judged:
    """What is found of a step, but for a proof that needs what a line says which is refuted."""
    told = [(fact, judge.earlier.done.get(fact.claimed.number)) for fact in step.given if fact.claimed is not None]
    wrong = [
        fact
        for fact, said in told
        if said is not None and (said.verdict == REFUTED or (said.point and said.verdict == UNKNOWN))
    ]
    if found.verdict != PROVED or not wrong:
        return found
    if judge.settler(claim, [fact.prop for fact in step.given if fact not in wrong]).status == PROVED:
        return found
    needed = next((fact for fact in wrong if fact.prop.free & claim.free), wrong[-1])
    why = (
        "is refuted"
        if any(said is not None and said.verdict == REFUTED for fact, said in told if fact is needed)
        else "fails at a point"
    )
    return Judged(UNKNOWN, reason=f"follows from line {needed.line}, which {why}", needs=(needed.line,))

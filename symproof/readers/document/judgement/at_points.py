r"""Numbers that a function has at a point which another part names: after "(a) At $(1, 2)$: ..." a part (b) may go on to say
$f \approx 2.73$, and means it there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from symproof.printed import Approx
from symproof.readers.document.judgement.judged import ASSUMED, PROVED, REFUTED, UNKNOWN, Judged, judged_of
from symproof.readers.document.lines.step import Step
from symproof.statement import And, Prop, Relation, is_equation

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows


def at_the_point(rows: Rows, step: Step, claim: Prop, found: Judged) -> Judged:
    """What is found of a step; of a number that an expression has, what it is at that point, where that is known."""
    numeric = isinstance(claim, Approx) or (is_equation(claim) and not claim.right.free) or _encloses(claim)
    if found.verdict != UNKNOWN or not step.taken_at or not numeric or step.universal or step.premise:
        return found
    told = rows.settler(claim, (*(fact.prop for fact in step.given), *(fact.prop for fact in step.taken_at)))
    new, line = judged_of(told), step.taken_at[0].line
    if told.status == PROVED:
        trusts = tuple(sorted({*new.trusts, f"{ASSUMED}{line}"}))
        return replace(new, by=f"{new.by}, at the point of line {line}", needs=(line,), trusts=trusts, open=True)
    if told.status == REFUTED and isinstance(claim, Approx):
        return replace(new, trusts=(), reason=" ".join(filter(None, (new.reason, f"at the point of line {line}"))))
    return found


def _encloses(claim: Prop) -> bool:
    """Whether a claim says between which two numbers a term lies, 7.75 * 10**24 <= exp(s) <= 7.85 * 10**24."""
    match claim:
        case And((Relation("<=", low, first), Relation("<=", second, high))):
            return first == second and not low.free and not high.free
    return False

"""Rows that follow with something from lines before the one above them: values that were found, or that the equation with
which the rows began has a value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from symproof.readers.document.judgement.earlier import has_lapsed
from symproof.readers.document.judgement.inference import Inference
from symproof.readers.document.judgement.judged import PROVED, Judged, judged_of
from symproof.trusted.defined import definedness

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows


def with_values(rows: Rows, link: Inference) -> Judged | None:
    """A row that follows when values that lines before it have found are put in: B = -1 from A = B and A = -1 above."""
    step, claim, given, row = link
    values = rows.earlier.values_of(row.prop.free - claim.free, step)
    props = (row.prop, *(fact.prop for fact in values))
    if not values or (told := rows.follows(claim, (*given, *props))).status != PROVED:
        return None
    found, lines = rows.under_sound_hypotheses(step, claim, judged_of(told), props), (row, *values)
    by, needs = f"{found.by}, from line {row.line} at {props[1]}", tuple(fact.line for fact in lines)
    return replace(found, by=by, needs=needs, trusts=rows.earlier.rests(found, lines), open=True)


def from_the_start(rows: Rows, link: Inference) -> Judged | None:
    """A row that follows where what the rows began with has a value too: x = 2 from x^4 = 16, after log_x 16 = 4."""
    step, claim, _, row = link
    start = row
    while start.step is not None and start.step.previous is not None and not has_lapsed(start, step):
        start = start.step.previous
    conditions = [prop for prop in definedness(start.prop) if prop.free] if start is not row else []
    if not conditions or (told := rows.follows(claim, link.premises(*conditions))).status != PROVED:
        return None
    found = rows.under_sound_hypotheses(step, claim, judged_of(told), (row.prop, *conditions))
    if found.verdict != PROVED:
        return None
    reason = f"where line {start.line} has a value"
    trusts = rows.earlier.rests(found, [row])
    return replace(
        found,
        by=f"{found.by}, from line {row.line}",
        reason=found.reason or reason,
        needs=(row.line,),
        trusts=trusts,
        open=True,
    )

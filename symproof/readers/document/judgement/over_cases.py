"""What is said of all cases, after each of them: it holds where the cases are all that there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from symproof.readers.document.judgement.judged import PROVED, Judged, judged_of
from symproof.readers.document.lines.step import Step
from symproof.statement import Implies, Prop, all_of

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows


def over_cases(rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """The proof of a claim by the steps that prove it in each case."""
    lemmas: list[Prop] = []
    for each in step.cases:
        own = tuple(fact.prop for fact in each.given if fact.prop not in given)
        judged = rows.earlier.done.get(each.number)
        if own and judged is not None and judged.verdict == PROVED and not judged.open and not judged.trusts:
            lemmas.append(Implies(all_of(own), claim))
    if not lemmas:
        return None
    told = rows.settler.proves(claim, (*given, *lemmas))
    if told.status != PROVED:
        return None
    lines = tuple(dict.fromkeys(each.line for each in step.cases))
    found = rows.under_sound_hypotheses(step, claim, judged_of(told), lemmas)
    return replace(found, by=f"{found.by}, by cases", needs=lines)

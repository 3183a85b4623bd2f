"""The proof of a step with lines before it, of which the fewest that do are named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from symproof.readers.document.judgement.judged import PROVED, REFUTED, UNKNOWN, Judged, judged_of
from symproof.readers.document.judgement.settling import Told
from symproof.readers.document.known.ties import shared
from symproof.readers.document.lines.kinds import rest_of
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Prop, Relation

if TYPE_CHECKING:
    from symproof.readers.document.judgement.rows import Rows

MOST_NAMED, MOST_BEFORE = 3, 2
"""How many lines are tried one by one, and how many of those that begin as the claim does."""


def by_lines(rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...], usable: Sequence[Fact]) -> Judged | None:
    """What a step comes to with lines before it; None where it is not seen to follow."""
    whole = rows.settler.proves(claim, (*given, *_props(usable))) if usable else None
    if whole is None or whole.status == REFUTED:
        return None
    named = [fact for fact in usable if fact.step is not None and fact.step in rows.earlier.named(step)]
    tried = [*([named] if named else []), *([fact] for fact in usable[:MOST_NAMED]), usable]
    if whole.status != PROVED:  # what does not follow from all follows from no others, as a rule
        tried = tried[:1]
    for some in tried:
        told = rows.settler.proves(claim, (*given, *_props(some)))
        if told.status != PROVED:
            continue
        found = rows.under_sound_hypotheses(step, claim, judged_of(told), _props(some))
        if found.verdict == PROVED:
            lines = ", ".join(dict.fromkeys(f"line {fact.line}" for fact in some))
            if rows.earlier.is_apart(step) and not all(map(rows.earlier.is_firm, some)):
                return Judged(UNKNOWN, reason=f"follows with {lines}, of which the arrow does not speak")
            return replace(
                found,
                by=f"{found.by}, with {lines}",
                needs=tuple(dict.fromkeys(fact.line for fact in some)),
                trusts=rows.earlier.rests(found, some),
                open=not all(map(rows.earlier.is_firm, some)),
            )
    return None


def for_all_values(rows: Rows, step: Step, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """The proof of a relation with proved lines before it, where it is seen at once and the cheap engines prove nothing without
    them: the slow ones need not be asked. None of a line that is about the one before it."""
    if not isinstance(claim, Relation) or step.premise or step.iff or step.arrow or step.cases:
        return None
    usable = [fact for fact in rows.earlier.usable(step) if shared(fact.prop, claim) and fact.prop != claim]
    firm = [fact for fact in usable if fact.step is not None and _holds(rows, fact)]
    onward = after_a_line(rows, step, claim, given, firm, rows.settler.proves) if firm else None
    if not firm or (onward is None and rows.settler.proves(claim, (*given, *_props(firm))).status != PROVED):
        return None
    alone = rows.settler.proves(claim, given).status
    return None if alone in (PROVED, REFUTED) else onward or by_lines(rows, step, claim, given, firm)


def after_a_line(
    rows: Rows,
    step: Step,
    claim: Prop,
    given: tuple[Prop, ...],
    usable: Sequence[Fact],
    ask: Callable[[Prop, tuple[Prop, ...]], Told],
) -> Judged | None:
    """The proof of a <= c by b <= c, where a line before it says a <= b; the first lines that begin alike are tried."""
    lines = [(fact, rest) for fact in usable if (rest := rest_of(fact.prop, claim)) is not None]
    for fact, rest in lines[:MOST_BEFORE]:
        if (told := ask(rest, given)).status == PROVED:
            found = rows.under_sound_hypotheses(step, claim, judged_of(told), [fact.prop])
            by, trusts = f"{told.by}, after line {fact.line}", rows.earlier.rests(found, [fact])
            return replace(found, by=by, needs=(fact.line,), trusts=trusts, open=not rows.earlier.is_firm(fact))
    return None


def _holds(rows: Rows, fact: Fact) -> bool:
    return rows.earlier.is_firm(fact) and not rows.earlier.is_partial(fact)


def _props(facts: Sequence[Fact]) -> tuple[Prop, ...]:
    return tuple(fact.prop for fact in facts)

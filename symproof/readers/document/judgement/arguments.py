"""Whether the functions that a text gives for some values only, "f(x) = 1/x for x > 0", have values where a line uses them."""

from __future__ import annotations

from symproof.readers.document.judgement.earlier import Earlier
from symproof.readers.document.judgement.judged import NOT_UNDERSTOOD, PROVED, UNKNOWN, Judged
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.known.lasting import defines
from symproof.readers.document.lines.step import Step
from symproof.statement import NEGATED, Not, Prop, Relation
from symproof.trusted.defined import definedness


def in_domains(settler: Settler, earlier: Earlier, step: Step, found: Judged) -> Judged:
    """A verdict under what is asked of arguments, where that follows from what is said before; nothing is proved of arguments at
    which a function is not given, or may not be.

    A point that fails is one at which the function is given, and refutes all the same.
    """
    if not step.asked or found.verdict not in (PROVED, UNKNOWN):
        return found
    given = tuple(fact.prop for fact in step.given if fact.kind != "asked")
    lines = [*earlier.usable(step), *filter(None, [step.previous])]
    props = tuple(fact.prop for fact in lines if earlier.is_firm(fact) or fact is step.previous)
    for asked in step.asked:
        if any(settler(asked, under, 0.5).status == PROVED for under in dict.fromkeys((given, (*given, *props)))):
            continue
        if settler(_denied(asked), given, 0.5).status == PROVED and not settler.contradictory(given):
            return Judged(NOT_UNDERSTOOD, reason=f"{asked} never holds, and only there the text gives the function")
        if found.verdict == PROVED:
            reason = f"needs {asked}, which nothing above gives: only there the text gives the function"
            return Judged(UNKNOWN, reason=reason)
    return found


def everywhere(settler: Settler, step: Step, found: Judged) -> Judged:
    """The verdict on what is said of all values of letters: nothing is proved for all x from y = log(x), which says x > 0."""
    if not step.general or found.verdict != PROVED or step.statement is None:
        return found
    for fact in step.given:
        if not defines(fact.prop) or not fact.prop.free & step.statement.free:
            continue
        for asked in definedness(fact.prop):
            if not asked.free or not {*map(str, asked.free)} <= step.general:
                continue
            others = tuple(each.prop for each in step.given if each is not fact)
            if settler(asked, others, 0.5).status != PROVED:
                return Judged(
                    UNKNOWN, reason=f"needs {asked}, which nothing above gives: only there {fact.prop} says something"
                )
    return found


def in_one_case(step: Step) -> Judged:
    """The verdict on what is concluded after several cases, or after "if", and follows in the last one."""
    where = ", ".join(fact.where for fact in step.concluded)
    return Judged(UNKNOWN, reason=f"follows in the last case only, {where}", fails=True)


def _denied(prop: Prop) -> Prop:
    return Relation(NEGATED[prop.kind], prop.left, prop.right) if isinstance(prop, Relation) else Not(prop)

"""Whether the functions that a text gives for some values only, "f(x) = 1/x for x > 0", have values where a line uses them."""

from __future__ import annotations

from symproof.readers.document.judgement.earlier import Earlier
from symproof.readers.document.judgement.judged import NOT_UNDERSTOOD, PROVED, UNKNOWN, Judged
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.known.lasting import defines
from symproof.readers.document.lines.step import Fact, Step
from symproof.statement import Not, Prop, Relation, negated, parts_of
from symproof.term import ZERO, Variable
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
    supposed = [fact for fact in step.given if fact.where in found.under and _is_of_some(fact, step)]
    if not supposed or settler(step.statement, [x.prop for x in step.given if x not in supposed], 0.5).status == PROVED:
        return found
    where = ", ".join(dict.fromkeys(fact.where for fact in supposed))
    reason = f"said for all {', '.join(sorted(step.general))}, and it follows under {where} only"
    return Judged(UNKNOWN, reason=reason, fails=True)


def _is_of_some(fact: Fact, step: Step) -> bool:
    """Whether something was supposed for lines before a step of numbers for all of which that is said: x + y = 1, and not what
    sign they have."""
    parts = parts_of(fact.prop)
    reals = all(isinstance(each, Variable) and each.domain == "real" for each in fact.prop.free)
    if fact.kind != "hypothesis" or fact.step is not None or not reals or defines(fact.prop):
        return False
    if not {*map(str, fact.prop.free)} <= step.general or all(
        isinstance(each, Relation) and each.right == ZERO and isinstance(each.left, Variable) for each in parts
    ):
        return False
    return any(
        each.step is not None and each.after >= fact.after and each.step.display != step.display
        for each in step.earlier
    )


def in_one_case(step: Step) -> Judged:
    """The verdict on what is concluded after several cases, or after "if", and follows in the last one."""
    where = ", ".join(fact.where for fact in step.concluded)
    return Judged(UNKNOWN, reason=f"follows in the last case only, {where}", fails=True)


def _denied(prop: Prop) -> Prop:
    return negated(prop) if isinstance(prop, Relation) else Not(prop)

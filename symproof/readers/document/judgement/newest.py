"""What follows from some hypotheses where all of them contradict each other: the earlier ones were replaced, or have no value
where a letter is put in, or a case is impossible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from symproof.readers.document.judgement.earlier import Earlier
from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.judged import PROVED, REFUTED, Judged, judged_of, says
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.known.likeness import is_absurd
from symproof.readers.document.lines.kinds import is_bound, is_solution
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.resolve.dependence import is_unknown_rate
from symproof.statement import Prop, Relation, is_equation, parts_of
from symproof.trusted.defined import definedness

MOST = 2
"""How many equations are taken at a value."""


def under_the_newest(
    settler: Settler, earlier: Earlier, step: Step, claim: Prop, given: tuple[Prop, ...]
) -> Judged | None:
    """Where a hypothesis is replaced by a later one ("for x > 1"), what follows from the later ones."""
    facts = [] if is_absurd(claim) else [fact for fact in step.given if fact.prop in given]
    for first in range(1, len(facts)):
        kept = relevant(claim, [fact.prop for fact in facts[first:]])
        if kept and not settler.contradictory(kept):
            if not any(_replaces(new.prop, facts[first - 1].prop) for new in facts[first:]):
                break
            told = settler.proves(claim, kept)
            if told.status == PROVED:
                return replace(judged_of(told), under=tuple(fact.where for fact in facts if fact.prop in kept))
            break
    found = _in_its_part(settler, step, claim, facts) or _by_equations(settler, step, claim, given)
    return found or _at_a_pole(settler, earlier, step, claim, facts)


def _in_its_part(settler: Settler, step: Step, claim: Prop, facts: Sequence[Fact]) -> Judged | None:
    """What follows from what is said under the heading of a step alone: a letter may be another one under each."""
    own = [fact for fact in facts if fact.part == step.part]
    kept = relevant(claim, [fact.prop for fact in own])
    if len(own) == len(facts) or (kept and settler.contradictory(kept)):
        return None
    told = settler.proves(claim, kept)
    under = tuple(fact.where for fact in own if fact.prop in kept)
    return replace(judged_of(told), under=under) if told.status == PROVED else None


def equations_only(settler: Settler, step: Step, claim: Prop, given: Sequence[Prop]) -> tuple[Prop, ...]:
    """The equations among hypotheses, where only inequalities contradict them that hold in all cases: this one is impossible, as
    the text will say, and x = 2 follows all the same. None where they say more: omega^3 = 1 beside omega != 1 speaks of no real
    number, and "for x >= 1, |x - 1| = 2x becomes x - 1 = 2x" needs the inequality of its case."""
    local = [parts_of(fact.prop) for fact in step.given if fact.local]
    if any(isinstance(each, Relation) and each.kind != "=" for parts in local for each in parts):
        return ()
    parts = [each for prop in given for each in parts_of(prop) if each != claim]
    kinds = [each.kind if isinstance(each, Relation) else "" for each in parts]
    if not {"="} < {*kinds} <= {"=", "<", "<=", ">", ">="}:
        return ()
    if any(each.free and all(map(is_unknown_rate, each.free)) for each in parts):  # no case makes a probability 1.4
        return ()
    kept = tuple(each for each, kind in zip(parts, kinds, strict=True) if kind == "=")
    return () if settler.contradictory(kept) else kept


def _by_equations(settler: Settler, step: Step, claim: Prop, given: Sequence[Prop]) -> Judged | None:
    """What follows from the equations alone in an impossible case."""
    kept = () if is_absurd(claim) else equations_only(settler, step, claim, given)
    told = settler.proves(claim, kept) if kept else None
    under = tuple(fact.where for fact in step.given if fact.prop in kept)
    return replace(judged_of(told), under=under) if told is not None and told.status == PROVED else None


def _replaces(new: Prop, old: Prop) -> bool:
    """Whether a hypothesis may stand in the place of an older one: it says of the same letters where they lie, or what they are.
    What a letter is not, or what it solves, is no such place: omega^3 = 1 is said beside omega != 1."""
    if not isinstance(old, Relation) or not isinstance(new, Relation) or "!=" in (old.kind, new.kind):
        return False
    again = old.left == new.left and not (old.right.free or new.right.free)
    return again or (is_bound(old) and is_bound(new) and old.free == new.free)


def _at_a_pole(settler: Settler, earlier: Earlier, step: Step, claim: Prop, facts: Sequence[Fact]) -> Judged | None:
    """What a line says where the value that was put in last is one for which a hypothesis on quotients has none: what was proved
    from that and has values everywhere holds there too, "x + 3 = A (x - 1) + B (x - 2)" at x = 1."""
    last = facts[-1].prop if facts else None
    if not isinstance(last, Relation) or not is_solution(last):
        return None
    poles = [fact for fact in facts if last.left in fact.prop.free and _has_no_value(settler, fact.prop, last)]
    lines = [
        fact
        for fact in step.earlier
        if is_equation(fact.prop)
        and fact.prop.free >= {last.left} | claim.free
        and not definedness(fact.prop)
        and fact.step is not None
        and earlier.is_proved(fact.step)
    ][:MOST]
    if not poles or not lines:
        return None
    props = tuple(fact.prop for fact in lines)
    known = (*props, *(fact.prop for fact in facts if fact not in poles))
    if settler.contradictory(known):
        return None
    told = settler(claim, known)
    needs = tuple(dict.fromkeys(fact.line for fact in lines))
    if told.status == PROVED:
        found = judged_of(told)
        by = f"{told.by}, from line {needs[0]} at {last}"
        return replace(found, by=by, needs=needs, trusts=earlier.rests(found, lines), open=True)
    if told.status == REFUTED and settler.contradictory((*known, claim)):
        reason = f"contradicts line {needs[0]} at {last}{says(claim, told)}"
        return Judged(REFUTED, told.by, told.trusts, reason, told.point, needs=needs)
    return None


def _has_no_value(settler: Settler, prop: Prop, value: Relation) -> bool:
    conditions = definedness(prop)
    return bool(conditions) and settler.contradictory((value, *conditions))

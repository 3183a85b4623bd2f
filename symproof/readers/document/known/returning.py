"""What was supposed in another part and may come back to mind: what functions are like, and how sequences go on; and what holds
again after a condition that took its place, "if n = 6" after "let n = 5"."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from symproof.properties import Property
from symproof.readers.document.known.lasting import is_value
from symproof.readers.document.known.recurrences import recurrence
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import sentence_before
from symproof.statement import Prop, Relation, is_equation, negated
from symproof.term import ScalarAt, VectorAt


def comes_back(prop: Prop) -> bool:
    """Whether a hypothesis that was made for a while may be meant again later."""
    return isinstance(prop, Property) or says_how_it_goes(prop)


def says_how_it_goes(prop: Prop) -> bool:
    """Whether a hypothesis is the rule for a sequence, or says where one begins, w_1 = 0."""
    member = prop.left if is_equation(prop) and not prop.right.free else None
    return recurrence(prop) is not None or (isinstance(member, (ScalarAt, VectorAt)) and not member.index.free)


def hidden_by(new: Fact, retold: Iterable[Fact]) -> tuple[Fact, ...]:
    """What a condition takes the place of for its while, "if n = 6" after "let n = 5"."""
    other = [old for old in retold if old.prop != new.prop and not old.local]
    return tuple(other) if new.brief and is_value(new.prop) else ()


def remaining(facts: Iterable[Fact], gone: Collection[Fact]) -> list[Fact]:
    """The facts without those that end, and with those that these took the place of."""
    kept = [fact for fact in facts if fact not in gone]
    return kept + [old for fact in gone for old in fact.hides if old not in kept]


def at_level(facts: Iterable[Fact], level: int) -> list[Fact]:
    """The facts of the parts at a level and below, which end with what they took the place of."""
    found = [fact for fact in facts if fact.kind != "declared" and fact.level >= level]
    for fact in found:
        fact.hides = tuple(old for old in fact.hides if old.level < level)
    return found


def may_hold_again(facts: Iterable[Fact], display: Display) -> str:
    """The doubt of a line in another sentence than "if n = 6", where n was something else before: it may be said of that."""
    begins = display.number - sentence_before(display.before).count("·")
    hidden = [old for fact in facts if fact.sentence < begins for old in fact.hides]
    return f"the text may come back to {hidden[0].prop}" if hidden and not display.said.connects else ""


def denies_the_contrary(claim: Prop, dormant: Iterable[Fact], part: int) -> str:
    """The doubt of a line that says the opposite of what a proof by contradiction in its part has supposed: it rests on all that
    led to the contradiction, which may be words."""
    ended = [fact for fact in dormant if fact.contrary and fact.part == part and isinstance(fact.prop, Relation)]
    opposite = any(isinstance(fact.prop, Relation) and negated(fact.prop) == claim for fact in ended)
    return "it concludes a proof by contradiction" if opposite else ""

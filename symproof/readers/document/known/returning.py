"""What was supposed in another part and may come back to mind: what functions are like, and how sequences go on; and what holds
again after a condition that took its place, "if n = 6" after "let n = 5"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from symproof.properties import Property
from symproof.readers.document.known.lasting import is_value
from symproof.readers.document.known.recurrences import recurrence
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.qualities import NOT, names_back, names_of
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Prop, Relation, is_equation, negated, parts_of
from symproof.term import ONE, ZERO, MatrixVariable, ScalarAt, Variable, VectorAt, VectorVariable

STARRED = re.compile(r"\*$|\^\{?\\?(?:star|ast|\*)\}?$")
"""How a letter ends that names a solution, a minimizer or a limit."""
CONSTANT = re.compile(
    r"(?:[A-Z]|\\?(?:alpha|beta|gamma|delta|(?:var)?epsilon|eta|kappa|lambda|mu|nu|rho|sigma|tau))(?:_\w+)?"
)
"""How constants are written, and numbers that are counted up to."""


AS_ABOVE = re.compile(
    r"\W*(?:(?:is|are|be)\s+)?(?:still\s+)?as\s+(?:above|before|in\s+the\s+(?:previous|preceding|last)\s+\w+)\b",
    re.IGNORECASE,
)
"""Words behind letters of which the same is supposed again."""


def comes_back(fact: Fact) -> bool:
    """Whether a hypothesis that was made for a while may be meant again later."""
    return isinstance(fact.prop, Property) or says_how_it_goes(fact.prop) or bounds_a_constant(fact) or solves(fact)


def solves(fact: Fact) -> bool:
    """Whether an equation speaks of a letter with a star: "at the minimizer $A x^* = b$" says of it what it is in all items."""
    starred = (each for each in fact.prop.free if isinstance(each, (Variable, VectorVariable, MatrixVariable)))
    return is_equation(fact.prop) and not fact.case and any(STARRED.search(each.name) for each in starred)


def bounds_a_constant(fact: Fact) -> bool:
    """Whether a hypothesis says of constants that they are positive, or of numbers that are counted from which on: $R, L > 0$ and
    $T \\ge 1$ in one item of a list are meant in the others. What is said of a variable x is not, nor of one case."""
    if fact.kind not in ("hypothesis", "listed") or fact.brief or fact.case or fact.contrary or fact.of_some:
        return False
    return all(
        isinstance(each, Relation)
        and each.kind in (">", ">=")
        and isinstance(each.left, Variable)
        and CONSTANT.fullmatch(each.left.name) is not None
        and each.right in (ZERO, ONE)
        for each in parts_of(fact.prop)
    )


def of_other_parts(dormant: Iterable[Fact], given: Collection[Fact], *, spoken: bool) -> tuple[Fact, ...]:
    """The hypotheses of other parts that a claim may be meant under: no rule for a sequence that has one here. Where all
    its letters are `spoken` of here, only with a rule: what an algorithm does in one part it does in the others; or what they say
    of constants."""
    ruled = {recurrence(fact.prop) for fact in given} - {None}
    found = tuple(fact for fact in dormant if recurrence(fact.prop) not in ruled)
    if not spoken or any(recurrence(fact.prop) is not None for fact in found):
        return found
    return tuple(fact for fact in found if bounds_a_constant(fact) or solves(fact))


def at_one_point(dormant: Iterable[Fact], claim: Prop, given: Iterable[Fact]) -> tuple[Fact, ...]:
    """The values of the letters of a claim, and of those that these are given by, at the one point that another part names."""
    found = [fact for fact in dormant if fact.at_point]
    values = {part.left: fact for fact in found for part in parts_of(fact.prop) if isinstance(part, Relation)}
    letters = set(claim.free)
    meant = {fact.prop.left: fact.prop.right.free for fact in given if is_equation(fact.prop)}
    for _ in meant:
        letters = {each for letter in letters for each in meant.get(letter, {letter})}
    alone = len({fact.line for fact in found}) == 1 and bool(letters) and letters <= values.keys()
    return tuple(dict.fromkeys(values.values())) if alone else ()


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
    hidden = [old for fact in facts if fact.sentence < display.sentence for old in fact.hides]
    return f"the text may come back to {hidden[0].prop}" if hidden and not display.said.connects else ""


def brought_back(display: Display, displays: Sequence[Display], dormant: Iterable[Fact]) -> list[Fact]:
    """What was supposed, where it was last, of letters that are said to be as they were: "with $P$ as above"."""
    if not AS_ABOVE.match(display.after) or NOT.search(sentence_before(display.before)):
        return []
    found: dict[Fact, None] = {}
    firm = [
        each
        for each in dormant
        if each.kind == "hypothesis" and not (each.local or each.contrary or each.of_some or each.case)
    ]
    for name in map(canonical_name, (*names_back(display, displays), *names_of(display))):
        of_it = [each for each in firm if any(str(letter) == name for letter in each.prop.free)]
        found |= {each: None for each in of_it if each.part == max(one.part for one in of_it)}
    return list(found)


def denies_the_contrary(claim: Prop, dormant: Iterable[Fact], part: int) -> str:
    """The doubt of a line that says the opposite of what a proof by contradiction in its part has supposed: it rests on all that
    led to the contradiction, which may be words."""
    ended = [fact for fact in dormant if fact.contrary and fact.part == part and isinstance(fact.prop, Relation)]
    opposite = any(isinstance(fact.prop, Relation) and negated(fact.prop) == claim for fact in ended)
    return "it concludes a proof by contradiction" if opposite else ""

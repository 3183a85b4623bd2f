"""The step of an induction: what is claimed of every n is supposed of a k, "assume that it holds for k, that is, ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.asking import text_of
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import MARKUP, SENTENCE
from symproof.readers.resolve import Context
from symproof.readers.resolve.names import canonical_name
from symproof.statement import ORDERS, Prop, Relation
from symproof.substitution import substitute
from symproof.term import Variable, is_integer_letter

SUPPOSED = re.compile(
    r"\b(?:assum|suppos)\w*\b(?:(?!\b(?:show|prove|verify|then|hence|thus|therefore)\b)[^.:;])*"
    r"\b(?:true|holds?|valid|correct|know|results?|statements?|claims?|formulas?|inequality|equality|identity|bound|hypothesis)\b"
    r"(?!.*\b(?:show|prove|verify|then|hence|thus|therefore|must|need\w*|want\w*)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Words that suppose what was claimed, before a formula that says it again: none of them leads on to anything else."""
FOR_ONE = re.compile(
    r"\b(?:assum|suppos)\w*\s+(?:(?:now|that|further)\s+)*(?:it|(?:the|our|this)\s+(?:\w+\s+)?(?:results?|statement|claim|formula|inequality|"
    r"equality|identity|bound|assertion|proposition))\s+(?:(?:is|to be|holds?|true|correct|valid)\s+)*(?:for|at)\s+"
    r"(?:(?:some|an?|any|one|arbitrary|fixed|given|certain|positive|natural|integer|number|general)\s+)*(?:·\s*=\s*)?$",
    re.IGNORECASE,
)
"""Words that suppose it of a letter: "assume now that the claim is true for some integer $k$"."""


def supposes_the_claim(display: Display, fact: Fact | None, steps: Sequence[Step]) -> bool:
    """Whether a formula says of another letter what is claimed of every n, where its sentence, or the one before it, supposes in
    words that it holds: "suppose that the claim is true for some k, so k! > 2^k"."""
    words = " ".join(SENTENCE.split(MARKUP.sub(" ", display.before))[-2:])
    return fact is not None and SUPPOSED.search(words) is not None and _claim_of(fact.prop, steps) is not None


def supposed_of(unit: Unit, context: Context, steps: Sequence[Step], known: Knowledge) -> list[Prop]:
    """What words suppose of a letter alone, "suppose that the claim holds for some $k$": the last claim on an n, said of k, and
    where it lies."""
    letter = context.names.get(canonical_name(text_of(unit.members[0].node, unit.display)))
    if not isinstance(letter, Variable) or not is_integer_letter(letter) or not FOR_ONE.search(unit.display.before):
        return []
    for step in reversed(steps):
        numbers = [] if step.statement is None else [each for each in step.statement.free if is_integer_letter(each)]
        if len(numbers) == 1 and (step.role == "goal" or step.universal or _places(step, numbers[0])):
            told = step.statement, *_places(step, numbers[0])
            new = letter not in numbers and not known.speaks_of(letter, known.facts)
            return [substitute(each, {numbers[0]: letter}) for each in told if each is not None] if new else []
    return []


def places_as_claimed(prop: Prop, steps: Sequence[Step], known: Knowledge) -> list[Prop]:
    """Where the k lies of which a claim is supposed, if nothing else says that: where the n lies of which it is claimed."""
    match _claim_of(prop, steps):
        case (claim, old, new) if not known.speaks_of(new, known.facts):
            return [substitute(each, {old: new}) for each in _places(claim, old)]
    return []


def _places(step: Step, letter: Variable) -> list[Prop]:
    """Where a letter lies of which something is claimed."""
    told = [each.prop for each in step.given if isinstance(each.prop, Relation) and each.prop.kind in ORDERS]
    return [each for each in told if each.free == {letter}]


def _claim_of(prop: Prop, steps: Sequence[Step]) -> tuple[Step, Variable, Variable] | None:
    """The last line that says of an integer n what a statement says of another one, and both letters."""
    for step in reversed(steps):
        if step.statement is None or len(step.statement.free) != len(prop.free):
            continue
        old, new = step.statement.free - prop.free, prop.free - step.statement.free
        match [*old, *new]:
            case [Variable() as n, Variable() as k] if is_integer_letter(n) and is_integer_letter(k):
                if substitute(step.statement, {n: k}) == prop:
                    return step, n, k
    return None

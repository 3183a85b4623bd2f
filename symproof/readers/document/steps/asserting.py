"""What a text claims to exist of letters that it has spoken of, "then there is a $y$ with $x = y^2$": from there on y is one, and
that there is one is a claim about x."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from symproof.readers.document.known.declaring import Declaring
from symproof.readers.document.known.witnesses import existing
from symproof.readers.document.lines.step import Fact, Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.steps.claims import Claims
from symproof.readers.document.words.outline import Display, is_name
from symproof.readers.document.words.prose import Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.resolve import Reading
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Prop
from symproof.term import Variable

CLAIMED = re.compile(
    r"\b(?:there\s+(?:(?:must|will)\s+)?(?:is|be|exists?)|exists)\s+(?:an?|some)?\s*"
    r"(?:(?:real|natural|whole)\s+)?(?:number|integer|real)?\s*$",
    re.IGNORECASE,
)
"""Words before a letter of which no other is said than what numbers it is among."""
SUPPOSED = re.compile(
    r"\b(?:suppos\w*|assum\w*|if|iff|let|given|when\w*|provided|unless|whether|call\w*|say|says|said|mean\w*|defin\w*|not|no|"
    r"want|need|ask\w*|such that|where|by|hypothesis)\b",
    re.IGNORECASE,
)
"""Words before these by which it is no claim, or one that is known by more than is read."""
SUCH = re.compile(r"[\s,]*(?:such that|so that|with|for which|satisfying)\s*(?:we have)?\s*", re.IGNORECASE)
NAMES = re.compile(r"\\?[A-Za-z]+(?:_(?:\w|\{\w+\}))?")
RELATION = re.compile(r"[<>=]|\\(?:geq?|leq?|neq?|lt|gt|in|geqslant|leqslant)(?![A-Za-z])")
KIND = re.compile(
    r"\s*((?:both |each |all )?(?:be|is|are)\b[^.,;:]*?)(?=[.,;:]|$|\b(?:then|so|hence|thus|therefore)\b)",
    re.IGNORECASE,
)
PLACED = re.compile(r"\b(?:let|for|suppose|assume|given|consider|take|fix|where)\b((?:\s+[\w-]+)*)\s*$", re.IGNORECASE)
"""Words around a letter that say what it is."""
WORD = re.compile(r"[A-Za-z-]+")
PLAIN = re.compile(
    r"be|is|are|an?|any|some|all|every|each|both|two|three|four|arbitrary|fixed|given|the|of|that|and|let|positive|negative|"
    r"non-?negative|non-?zero|real|rational|natural|whole|integers?|numbers?|reals?|scalars?|even|odd|primes?|different|distinct",
    re.IGNORECASE,
)
"""Words that say no more of a letter than is read."""
GOES_ON = re.compile(
    r"\s*,?\s*(?:and|or|but|for (?:all|every|each|any|which)|where|whenever|if|unless)\b", re.IGNORECASE
)
"""Words behind a formula that say more of the letter, or leave it open."""


def asserted(fact: Fact, unit: Unit, said: Announcement, heard: Heard, claims: Claims, declaring: Declaring) -> Fact:
    """A hypothesis on a letter that is said to exist, with the step that claims that there is one."""
    prop = _claimed(fact.prop, unit.display, declaring.displays, declaring)
    if prop is None:
        return fact
    known = claims.known
    before = known.previous, [*known.claims]
    step = claims.make_step(unit, 0, Reading(prop), "claim")
    claims.equip(step, unit, 0, "conclusion", said, [])
    known.previous, known.claims = before  # it is known by what it brings in
    step.previous, step.refutable = (
        None,
        claims.equipping.doubts.against(step, False, replace(said, connects=True, universal=True), "conclusion", ()),
    )
    others = {str(each) for each in prop.free}
    doubted = next((x for x in sorted(others) if _is_told_more(x, unit.display, declaring.displays)), "")
    step.refutable = step.refutable or (f"the text says more of {doubted} than is read" if doubted else "")
    return replace(fact, claimed=step)


def _is_told_more(letter: str, display: Display, displays: Sequence[Display]) -> bool:
    """Whether words before a formula say what kind of number a letter is, "let $n$ be a perfect square", and one of them is not
    plain."""
    for each in displays[: display.number]:
        listed = RELATION.split(each.text.text, maxsplit=1)[0]
        if letter not in map(canonical_name, NAMES.findall(listed)) or NAMES.sub("", listed).strip(" ,"):
            continue
        behind = KIND.match(each.after)
        before = PLACED.search(each.prose)
        said = f"{before[1] if before is not None else ''} {behind[1] if behind is not None else ''}"
        if not all(map(PLAIN.fullmatch, WORD.findall(said))):
            return True
    return False


def _claimed(prop: Prop, display: Display, displays: Sequence[Display], declaring: Declaring) -> Prop | None:
    """That there is a value of the letter that the words before a formula say to exist, of which it holds; None where they claim
    no such thing, or where something else in it is not told."""
    words, _, such = sentence_before(display.before).rpartition("·")
    found = CLAIMED.search(words)
    if found is None or SUPPOSED.search(words) or not SUCH.fullmatch(such) or GOES_ON.match(display.after):
        return None
    named = displays[display.number - 1]
    letter = declaring.context.names.get(canonical_name(named.text.text.strip())) if is_name(named) else None
    others = prop.free - {letter}
    if not isinstance(letter, Variable) or letter not in prop.free or not others:
        return None
    known = declaring.known
    if not all(isinstance(each, Variable) and known.speaks_of(each, known.facts) for each in others):
        return None
    return existing(prop, [letter])

"""Whether a sentence speaks of the value that a letter had before it, or of a situation of its own.

"The first car needs $t = 3$ hours. For the second car $80t = 320$": words turn to something else, and what is said of t there
is not so where t is 3. A text that turns may use its letters again; one that goes on, "so $80t = 320$", has a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from symproof.readers.document.known.recurrences import recurrence
from symproof.readers.document.known.rounding import spread, value_of, with_values
from symproof.readers.document.lines.kinds import is_other_number, is_solution
from symproof.readers.document.lines.step import Fact
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.supposing import STILL
from symproof.statement import Prop, Relation, is_equation
from symproof.term import Scalar, Term, Variable

if TYPE_CHECKING:
    from symproof.readers.document.known.knowledge import Knowledge

BEGINS = r"(?:[.;:!?,(\n]|\b(?:and|but|while|whereas|or|so|hence|now|then))[\s*_]*"
STEP = (
    r"(?:equation|row|line|bracket|factor|term|step|condition|inequality|formula|derivative|side|part|sum(?:mand)?|digit|way|"
    r"method|solution|root|zero)s?\b"
)
"""What is not the second of several things, each of which has a value of its own."""
TURNS = re.compile(
    rf"{BEGINS}(?:if|when(?:ever)?|in case|suppose|assum\w+|let(?! us\b)|unless|case)\b|"
    rf"\b(?:an?other|the\s+(?:second|third|fourth|next|other|last|new)|a\s+(?:second|third|new|different|larger|smaller)|instead|"
    rf"alternatively|conversely|different)\b(?!\s+(?:\w+\s+)?{STEP})|"
    rf"{BEGINS}(?:in order )?to\s+(?:get|have|reach|obtain|achieve|make|ensure)\b|"
    r"\b(?:doubl|tripl|halv|increas|decreas|chang|swap|exchang|replac|rais|lower|shift)(?:p?ing|p?ed|e?s|e)?\b|"
    r"\b(?:we|you|it|one)\s+(?:(?:is|are|was|were)\s+)?(?:also\s+)?(?:know|told|given)\b(?:\s+that)?[^·.;:]*$",
    re.IGNORECASE,
)
"""Words that turn to something else, whatever leads on from there."""
PLACES = re.compile(
    rf"{BEGINS}(?:for|at|in|on|after|before|with|from|by)\b(?!\s+(?:this|that|these|which|it)\b)[^·.;:!?]*$", re.I
)
"""Words that do where none lead on: "at night the temperature is", but not "for the area we get"."""
INTRODUCES = re.compile(
    r"\b(?:has|have|had|costs?|weighs?|needs?|takes?|gets?|earns?|pays?|call(?: it| this| them)?|"
    r"width|length|height|side|age|price|number|let|by)\s*$",
    re.IGNORECASE,
)
"""Words before a letter that say for what it stands."""
NEEDED = re.compile(
    r"\b(needs?|requires?|demands?|must (have|take|choose)|(is|are) (needed|required)|takes?|suffices?|enough)\b"
    r"(\W+(that|to|have|take|choose|at|least|most))*\W*$",
    re.IGNORECASE,
)
"""Words before what a number has to be for something: it may be another one than the text had."""


SOLVES = re.compile(r"(?:^|(?<!\band)(?<!\bor)[\s,])(?:at|for|when|if|after|by)\s*$", re.IGNORECASE)
ENDS = re.compile(r"\s*[.;)]|\s*$|\s+(?:and|or)(?:\s+(?:at|for|when))?\s*(?=·|$)", re.IGNORECASE)
"""Words around a value behind an equation that is supposed in its sentence: "it lands when $h = 0$, so at $t = 4$."."""


PART = re.compile(r"(?:^|[\s.;,])\(?[b-h]\)\s*$")
"""The letter of a part, right before its first formula: "(b) $x^2 = 49$, $x < 0$"."""
REPLACED = re.compile(r"\b(?:replac|chang|exchang|swap|increas|decreas|rais|lower)\w*\b[^.;]*·[^.;]*$", re.IGNORECASE)
BY = re.compile(r"\W*(?:by|with|to|into)\W*", re.IGNORECASE)
"""Between a value and the one that takes its place."""


def begins_part(display: Display) -> bool:
    """Whether a part with a letter begins with a relation, to which no words lead: it is an exercise of its own."""
    return PART.search(display.prose) is not None and display.is_relation


def end_parts(known: Knowledge) -> None:
    """End what parts with other letters have supposed of one letter, and found as the value of one."""

    def is_of_another(fact: Fact) -> bool:
        return 0 < fact.lettered < known.lettered[0] and fact.part == known.part and len(fact.prop.free) == 1

    known.drop([each for each in known.facts if each.kind == "hypothesis" and is_of_another(each)])
    known.claims = [each for each in known.claims if not (is_equation(each.prop) and is_of_another(each))]
    known.previous = None
    known.equation = None if known.equation is not None and is_of_another(known.equation) else known.equation


def turns(display: Display) -> bool:
    """Whether the words before a formula turn to something else, or a letter stands there that words bring in."""
    prose, name = display.prose, display.text.text.strip().isalpha()
    if TURNS.search(prose) or NEEDED.search(display.before) or (name and INTRODUCES.search(prose)):
        return True
    if begins_part(display) or (BY.fullmatch(prose) and REPLACED.search(sentence_before(display.before))):
        return True
    return not display.said.connects and PLACES.search(prose) is not None


def let_go_elsewhere(known: Knowledge, claim: Prop, display: Display) -> None:
    """Let go the values of the letters of an equation, or of what a text needs, that were told before it turned to something
    else, where it is not so at them."""
    letters = [each for each in claim.free if isinstance(each, Variable)]
    if not isinstance(claim, Relation) or not letters or len(letters) < len(claim.free):
        return
    if STILL.search(display.prose):
        return
    told = [each for each in (*known.facts, *known.claims) if _gives_a_number(each, letters)]
    last = {each.prop.left: each for each in told if isinstance(each.prop, Relation)}
    values = [each.prop for each in last.values()]
    if last.keys() != {*letters} or not is_not_so(claim, values):
        return
    if not (is_equation(claim) and len(letters) == 1) and not NEEDED.search(display.before):
        return
    since = [each.prop for each in known.claims if each.display >= known.turns[-1] and each.prop.free]
    if any(isinstance(each, Relation) and each.free <= {*letters} and not is_not_so(each, values) for each in since):
        return  # the values are those that were told
    for each in told:
        if 0 <= each.display < known.turns[-1]:
            _end(known, each)


def _end(known: Knowledge, value: Fact) -> None:
    """End the value of a letter, and what was said of it since words turned before that; an equation that stands before these, of
    which the value solves one case, stays."""
    begun = max((turn for turn in known.turns if turn <= value.display), default=0)

    def stays(fact: Fact) -> bool:
        return fact.display < begun or not value.prop.free & fact.prop.free

    kept = [each for each in known.claims if stays(each) and each is not value]
    forget_since(known, value)
    known.claims = kept
    known.seen |= {letter for each in kept for letter in each.prop.free}
    known.previous = known.previous if known.previous is not None and stays(known.previous) else None
    known.equation = known.equation if known.equation is not None and stays(known.equation) else None


def solves_supposed(value: Fact | None, known: Knowledge, display: Display) -> bool:
    """Whether a formula says which value solves the equation that its sentence has just supposed, "it is empty when $40 - t = 0$,
    that is, at $t = 40$": nobody supposes both."""
    if value is None or not is_solution(value.prop) or len(value.prop.free) != 1:
        return False
    if not SOLVES.search(display.prose) or not ENDS.match(display.after):
        return False
    here = [each.prop for each in known.facts if each.kind == "hypothesis" and each.sentence == display.sentence]
    sought = known.equation
    here += [] if sought is None or sought.display < display.sentence else [sought.prop]
    return any(is_equation(each) and each.free == value.prop.free and not is_solution(each) for each in here)


def is_another_value(claim: Prop, given: Iterable[Fact]) -> str:
    """What stands against refuting that a letter is a number where all that is said of it is that it is another one, "the height
    is h = 20, at t = 2 it is h = 0"; "" for nothing."""
    said = [fact for fact in given if fact.prop.free & claim.free and not fact.at_point]
    other = bool(said) and all(fact.display >= 0 and is_other_number(claim, fact.prop) for fact in said)
    return f"another value of {' and '.join(map(str, claim.free))} may be meant" if other else ""


def _gives_a_number(fact: Fact, letters: Iterable[Term]) -> bool:
    prop = fact.prop
    return fact.kind != "declared" and isinstance(prop, Relation) and is_solution(prop) and prop.left in letters


def is_not_so(claim: Relation, values: Iterable[Prop]) -> bool:
    """Whether the two sides of a relation are numbers at some values, and it does not hold there.

    >>> from symproof import eq, real
    >>> t = real("t")
    >>> is_not_so(eq(80*t, 320), [eq(t, 3)]), is_not_so(eq(80*t, 320), [eq(t, 4)])
    (True, False)
    """
    given = list(values)
    left, right = (
        value_of(with_values(side, given)) if isinstance(side, Scalar) else None for side in (claim.left, claim.right)
    )
    if left is None or right is None:
        return False
    rounded = sum(spread(side) or 0 for side in (claim.left, claim.right) if isinstance(side, Scalar) and not side.free)
    equal = abs(left - right) <= abs(left) / 10**12 + rounded
    if claim.kind in ("=", "!="):
        return equal != (claim.kind == "=")
    return (
        left >= right
        if claim.kind == "<"
        else left <= right
        if claim.kind == ">"
        else not equal and (left > right) == (claim.kind == "<=")
    )


def forget_since(known: Knowledge, old: Fact) -> None:
    """Forget what a letter was, and what was found while it was that; numbers that were given beside it stay."""
    assert isinstance(old.prop, Relation)
    told = old in known.facts  # and not only claimed
    after = known.facts[known.facts.index(old) + 1 :] if told else [x for x in known.facts if x.after > old.after]
    after = [each for each in after if each.brought]
    found = [each for each in after if each.brought == "found" and each.item == old.item]
    gone = [each for each in after if each in found or old.brief or old.prop.left in each.prop.free]
    letters = {recurrence(each.prop) or getattr(each.prop, "left", None) for each in (old, *gone)} - {None}
    known.facts = [each for each in known.facts if each not in (old, *gone)]
    known.claims = [each for each in known.claims if not each.prop.free & letters]
    known.seen -= letters

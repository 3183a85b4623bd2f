"""What "setting the gradient to zero" makes an equation: the derivative that a line has worked out, or what the line just before
comes to ("setting this to zero")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from symproof.errors import SymproofError
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.kinds import SLOPES
from symproof.readers.document.lines.step import Fact, Heard, Step
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import SETTING, Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.resolve.dependence import is_rate
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Prop, Relation, all_of, is_equation, relation
from symproof.term import Term

ZEROED = re.compile(
    r"^(?P<first>.*?)\b(?:set|sets|setting|equat(?:e|es|ing))\b(?P<what>[^;:]*?)"
    r"\s*\b(?:equal )?(?<!respect )to (?:zero|0|(?P<zero>·))[^·;:]*:?\s*$",
    re.IGNORECASE | re.DOTALL,
)
LAST = re.compile(r"it|this|that|(?:this|the) (?:expression|result)", re.IGNORECASE)
SLOPE = re.compile(
    r"(?P<all>these|them|both|all)|(?:the |its |this |both |these |all )*(?:first |partial |(?P<second>second ))*"
    r"(?:derivative|gradient|slope|partial)(?P<several>s?)",
    re.IGNORECASE,
)
IN = re.compile(rf"(?:{SLOPE.pattern}) (?:with respect to|w\.?\s?r\.?\s?t\.?|in|for) ·", re.IGNORECASE)
WORKS_OUT = re.compile(r"\b(differentiat\w*|tak(e|es|ing))\b", re.IGNORECASE)
"""Words for a derivative that the same sentence works out, so that none before it is meant."""
GIVES = re.compile(r"(?<![\w\\'])(\\?[A-Za-z]+)\s*(?:\\left\s*)?\([^()=]*\)\s*:?=")
"""A function that a formula gives, by its name."""
OF_ANOTHER = re.compile(
    r"\b(other|second|third|next|another|latter)\s+(function|one|objective|loss|cost|problem)\b", re.I
)


def zeroed(
    display: Display, displays: Sequence[Display], heard: Sequence[Heard], steps: Sequence[Step], known: Knowledge
) -> Fact | None:
    """The equation that the words before a formula make, "setting the gradient to zero, ...", or several at once; None where it
    is not clear which line says what is set to zero."""
    found = ZEROED.match(" ".join(sentence_before(display.before).split()))
    if found is None or WORKS_OUT.search(found["first"]):
        return None
    between, what = list(displays[: display.number]), " ".join(found["what"].split())
    if found["zero"] and between.pop().text.text.strip() != "0":
        return None
    named = between.pop().text.text.strip() if what.count("·") == 1 else ""
    begun = [step for step in steps if step.block == known.block and not step.links]
    several = SLOPE.fullmatch(what)
    slopes = [step for step in begun if _is_slope(step, twice=several is not None and several["second"] is not None)]
    if not what or LAST.fullmatch(what):  # "and equating to zero, ..."
        chosen = [step for step in begun[-1:] if between and step.display == between[-1].number]
    elif several is not None:
        alike = [step for step in slopes if _body(step) == _body(slopes[-1])]
        chosen = alike if several["several"] or several["all"] else slopes[-1:]
    elif IN.fullmatch(what):
        chosen = [step for step in slopes if _letter(step) == canonical_name(named)][-1:]
    else:
        chosen = [step for step in slopes if what == "·" and step.members and step.members[0][0] == named][-1:]
    if not chosen or any(map(_is_another_matter, heard[chosen[-1].display : display.number])):
        return None
    if _speaks_of_another(chosen[-1], display, displays):
        return None
    equations = [_equation(step, steps) for step in chosen]
    props = [each for each in equations if each is not None]
    if len(props) < len(chosen):
        return None
    whole = all_of(props)
    return known.fact(whole, "equation", chosen[-1].line, step=chosen[-1])


def _is_another_matter(heard: Heard) -> bool:
    """Whether a formula gives something else that may be meant, or is not understood."""
    return bool(heard.problem) or (heard.role in ("definition", "hypothesis") and "=" in heard.latex)


def _speaks_of_another(slope: Step, display: Display, displays: Sequence[Display]) -> bool:
    """Whether between a line and the words about it, "setting its derivative to zero", the text speaks of another function:
    one that it gives and that the line does not name."""
    given = {name for each in displays[: display.number] for name in GIVES.findall(each.text.text)}
    between = displays[slope.display + 1 : display.number]
    others = [rf"(?<![A-Za-z\\]){re.escape(each)}(?![A-Za-z])" for each in given if each not in slope.latex]
    named = any(re.search(each, one.text.text) for each in others for one in between)
    return named or any(OF_ANOTHER.search(each.prose) for each in [*between, display])


def worked_out(fact: Fact, steps: Sequence[Step], known: Knowledge) -> Fact:
    """An equation for a derivative, "set f'(x) = 0", as one for what a line of the part has worked it out to be."""
    prop = fact.prop
    assert isinstance(prop, Relation)
    for step in reversed(steps):
        claim = step.statement
        if step.part == known.part and _is_slope(step) and isinstance(claim, Relation) and claim.left == prop.left:
            value = end_of_chain(step, steps)
            return fact if value is None else replace(fact, prop=Relation("=", value, prop.right), step=step)
    return fact


def _is_slope(step: Step, *, twice: bool = False) -> bool:
    """Whether a chain begins with a derivative; `twice`, with a second one."""
    claim = step.statement
    if not isinstance(claim, Relation):
        return False
    left = claim.left
    return (is_rate(left) and not twice) or (isinstance(left, SLOPES) and left.body.mentions(*SLOPES) == twice)


def _body(step: Step) -> object:
    """What a chain differentiates."""
    claim = step.statement
    return claim.left.body if isinstance(claim, Relation) and isinstance(claim.left, SLOPES) else None


def _letter(step: Step) -> str:
    """The name of the letter in which a chain differentiates."""
    claim = step.statement
    return claim.left.variable.name if isinstance(claim, Relation) and isinstance(claim.left, SLOPES) else ""


def _equation(step: Step, steps: Sequence[Step]) -> Prop | None:
    """That what a chain comes to is zero; None where that is no condition on letters, or the chain is none of equations."""
    value = end_of_chain(step, steps)
    with suppress(SymproofError):
        prop = None if value is None else relation("=", value, 0)
        return prop if prop is not None and prop.free else None
    return None


def end_of_chain(step: Step, steps: Sequence[Step]) -> Term | None:
    """What stands last in the chain of equations that begins with a step."""
    chain = [step.statement, *(each.statement for each in steps if step.number in each.links)]
    last = chain[-1]
    equal = all(map(is_equation, chain))
    return last.right if equal and isinstance(last, Relation) else None


def goes_on_from_zero(number: int, display: Display, role: str, said: Announcement) -> bool:
    """Whether a formula goes on in the sentence that sets a derivative to zero before the formula of a number: "setting both to
    zero, u = 1 and v = 2"."""
    set_equal = role == "equation" or SETTING.fullmatch(said.phrase) is not None
    return bool(number) and set_equal and 0 < display.number - number <= sentence_before(display.before).count("·")

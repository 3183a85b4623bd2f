r"""Where a term that was just worked out is zero: "$f'(x) = 2x - 4$, which vanishes at $x = 2$" claims it of the term. Where a
bound is least: "minimizing the right-hand side over $y$ gives $y = x - \frac1\mu \nabla f(x)$" claims it of the last line's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from symproof.errors import SymproofError
from symproof.readers.document.lines.asking import set_role
from symproof.readers.document.lines.kinds import SLOPES, is_best
from symproof.readers.document.lines.stated import props_of
from symproof.readers.document.lines.step import Heard, Step
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.steps.claims import Claims
from symproof.readers.document.steps.zeroed import end_of_chain
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.resolve import Context, Reading
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Prop, Relation, is_equation, minimizer, relation
from symproof.substitution import fresh, substitute
from symproof.term import Variable, VectorVariable, scalar

VANISHES = re.compile(
    r"(?:·\s*,?\s*(?:and |but )?(?:which|that|this|it)(?: (?:expression|derivative|gradient|slope))?|"
    r"^\W*(?:it|this|(?:the|this|its|that) (?:expression|derivative|gradient|slope)))\s+"
    r"(?:vanishes|is (?:equal to )?(?:zero|0)|equals (?:zero|0)|becomes (?:zero|0))\s+"
    r"(?:only |exactly |precisely )*(?:at|for|when|if|iff)\s*$",
    re.IGNORECASE,
)

EXTREME = re.compile(
    r"·\s*,?\s*(?:and |so |hence |thus |therefore )+(?:that )?(?:the|its) (?:only |unique |global )?"
    r"(?:minimi[sz]er|maximi[sz]er|minimum|maximum|(?:critical|stationary) point|vertex)\s+"
    r"(?:is|lies|occurs|is attained|is reached|is assumed)(?: at)?\s*$",
    re.IGNORECASE,
)
"""Words that say the same of a derivative, "$f'(x) = 2x - 4$, so the minimizer is $x = 2$"."""
OPTIMIZES = re.compile(
    r"\b(?P<which>min|max)imi[sz](?:e|es|ing)\s+(?:(?:the|this|that|its)\s+)*"
    r"(?:right(?:[- ]hand)?[- ]side|rhs|(?:upper |lower )?bound|expression|quadratic|it|this)\s+"
    r"(?:over|in|with respect to|w\.?\s?r\.?\s?t\.?)\s+(?:all\s+)?·\s*,?\s*"
    r"(?:(?:we|one)\s+)?(?:gives?|yields?|get|obtain|find|leads to)(?:\s+[a-z]+)*\s*$",
    re.IGNORECASE,
)


def vanishing(display: Display, found: Sequence[Unit], steps: Sequence[Step], context: Context) -> Prop | None:
    """That the last member of the chain just before is zero where a letter of it has the value of a formula; None where the words
    do not say so."""
    last = steps[-1] if steps else None
    if last is None or len(found) != 1 or last.display != display.number - 1:
        return None
    first, words = steps[last.links[0]] if last.links else last, " ".join(sentence_before(display.before).split())
    slope = first.statement.left if isinstance(first.statement, Relation) else None
    if not VANISHES.search(words) and not (EXTREME.search(words) and isinstance(slope, SLOPES)):
        return None
    term, props = end_of_chain(first, steps), props_of(found[0].clause, context)
    where = props[0] if props is not None and len(props) == 1 else None
    if term is None or not is_equation(where) or not isinstance(where.left, (Variable, VectorVariable)):
        return None
    named = [where.left] if where.left in term.free else [each for each in term.free if is_best(where.left, each)]
    if len(named) != 1 or {where.left, *named} & where.right.free:
        return None
    with suppress(SymproofError):
        return relation("=", substitute(term, {named[0]: where.right}), 0)
    return None


def optimal(
    display: Display, found: Sequence[Unit], displays: Sequence[Display], steps: Sequence[Step], context: Context
) -> Prop | None:
    """That the bound of the line before is least, or largest, over a letter at the value of a formula; None where the words do
    not say so."""
    last, words = steps[-1] if steps else None, OPTIMIZES.search(" ".join(sentence_before(display.before).split()))
    if words is None or last is None or len(found) != 1 or last.display != display.number - 2:
        return None
    letter = context.names.get(canonical_name(displays[display.number - 1].text.text.strip()))
    props = props_of(found[0].clause, context)
    where = props[0] if props is not None and len(props) == 1 else None
    if not isinstance(last.statement, Relation) or not is_equation(where):
        return None
    bound, point = last.statement.right, where.right
    if not isinstance(letter, (Variable, VectorVariable)) or letter in point.free or letter not in bound.free:
        return None
    with suppress(SymproofError):
        other = fresh(letter, {str(getattr(each, "name", each)) for each in bound.free | point.free})
        body = scalar(substitute(bound, {letter: other}))
        return minimizer(point, -body if words["which"].lower() == "max" else body, other)
    return None


def claim_vanishing(claims: Claims, unit: Unit, prop: Prop, heard: Heard) -> None:
    """Claim where a term is zero, under what holds where it was worked out."""
    set_role(heard, "claim")
    under = claims.steps[-1].given
    step = claims.make_step(unit, 0, Reading(prop), "claim")
    claims.equip(step, unit, 0, "claim", replace(unit.display.said, universal=True), list(under))

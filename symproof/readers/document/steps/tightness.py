"""When the sides of an inequality are equal: "with equality iff a = b" is a claim about the inequality before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from symproof.readers.document.lines.asking import set_role, text_of
from symproof.readers.document.lines.stated import props_of
from symproof.readers.document.lines.step import Heard, Step
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.steps.claims import Claims
from symproof.readers.document.steps.vanishing import claim_vanishing, optimal, vanishing
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import MARKUP
from symproof.readers.resolve import Context, Reading
from symproof.statement import Iff, Implies, Prop, Relation, all_of

EQUALITY = re.compile(
    r"(?<!no )(?<!not )(?<!without )\bequality(?:\s+(?:sign|case))?(?:\s+(?:holds?|holding|occurs?|occurring|happens|"
    r"is\s+(?:attained|achieved|reached|obtained)))?(?:\s+here)?\s+(?:(?P<both>if,?\s+and\s+only\s+if|iff|(?:exactly|precisely|just)\s+"
    r"(?:when|if|for))|(?P<only>only\s+(?:if|when|for))|if|when|whenever|for|at)\s*,?\s*$",
    re.IGNORECASE,
)
"""How words before a condition say that the sides of an inequality are equal under it."""
HERE = re.compile(
    r"\b(equality\s+(?:holds?|occurs?|is\s+(?:attained|achieved|reached)))\s+(?:in|for)\s*·\s*,?\s*(?=[^·.;]*$)",
    re.IGNORECASE,
)
"""Words around the inequality that a condition behind it is about, "equality holds in · iff"."""
THE_EQUALITY = re.compile(r"\bequality\s*,?\s*$", re.IGNORECASE)
HAPPENS = re.compile(
    r"\W*(?:happens|holds|occurs|arises|is\s+(?:attained|achieved|reached|obtained))\s+(?:(?:exactly|precisely|only|just)\s+)?"
    r"(?:when|whenever|if|iff)\b",
    re.IGNORECASE,
)
"""Words around an equation of which a condition is told: "the equality, ·, happens when"."""
MORE = re.compile(r"[\s~]*(?:,|and\b|or\b|with\b)")
WEAK = ("<=", ">=")


def said_of_last(
    claims: Claims, found: Sequence[Unit], displays: Sequence[Display], context: Context, heard: Heard
) -> bool:
    """Claim what words before a formula say of the last line by it; whether it says no more, as the condition of an equality.
    Where something vanishes, its letter has that value from there on, and so has a new one at which a bound is least."""
    if len(found) != 1:
        return False
    display = found[0].display
    if (when := tight(display, found, claims.steps, context)) is not None:
        claim_tight(claims, found[0], when, heard)
    elif EQUALITY.search(_words_before(display)) or (
        THE_EQUALITY.search(_words_before(display)) and HAPPENS.match(display.after)
    ):
        set_role(heard, "mention")  # of an inequality that is not read, or under more than this
        return True
    elif (there := vanishing(display, found, claims.steps, context)) is not None:
        claim_vanishing(claims, found[0], there, heard)
        return display.said.role in ("", "conclusion")  # "so the minimizer is $x = 2$"
    elif (best := optimal(display, found, displays, claims.steps, context)) is not None:
        claim_vanishing(claims, found[0], best, heard)
        return displays[display.number - 1].text.text.strip() == text_of(found[0].members[0].node, display)
    return when is not None


def tight(display: Display, found: Sequence[Unit], steps: Sequence[Step], context: Context) -> Prop | None:
    """When the last inequality before a formula is claimed to be an equation; None where the formula is no such condition."""
    words = EQUALITY.search(_words_before(display))
    last = steps[-1] if steps else None
    if words is None or MORE.match(display.after) or last is None or last.part != display.part or len(found) != 1:
        return None
    equal = _equal(last, steps)
    props = props_of(found[0].clause, context)
    if equal is None or not props or not {letter for prop in props for letter in prop.free} <= equal.free:
        return None
    condition = all_of(props)
    if words["both"]:
        return Iff(equal, condition)
    return Implies(equal, condition) if words["only"] else Implies(condition, equal)


def _words_before(display: Display) -> str:
    return MARKUP.sub(" ", HERE.sub(r"\1 ", display.before).rpartition("·")[2])


def _equal(last: Step, steps: Sequence[Step]) -> Relation | None:
    """That both ends of the chain of an inequality are equal."""
    chain = [*(steps[number] for number in last.links), last]
    parts = [each.statement for each in chain if isinstance(each.statement, Relation)]
    kinds = {each.kind for each in parts} - {"="}
    if len(parts) < len(chain) or len(kinds) != 1 or not kinds <= {*WEAK} or last.role == "hypothesis":
        return None
    return Relation("=", parts[0].left, parts[-1].right)


def claim_tight(claims: Claims, unit: Unit, prop: Prop, heard: Heard) -> None:
    """Claim when an inequality is an equation, under what it holds under; where it is not proved, it may lack a sign, and so does
    this."""
    set_role(heard, "claim")
    last = claims.steps[-1]
    under, chain = last.given, (*last.links, last.number)
    step = claims.make_step(unit, 0, Reading(prop), "claim")
    step.latex = " ".join(unit.display.text.text.split())
    claims.equip(step, unit, 0, "claim", replace(unit.display.said, universal=True), list(under))
    step.linked, step.reasons = True, chain

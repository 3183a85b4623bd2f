"""Letters that are brought in as some value, "then $n = 2k$ for some integer $k$": what is claimed is that there is one, and from
there on the letter is it, whatever stood under its name before."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from symproof.readers.document.lines.step import Step
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.existing import FOR_SOME, is_said_to_exist
from symproof.readers.document.words.outline import Display, is_name
from symproof.readers.document.words.prose import JOINS
from symproof.readers.resolve.names import canonical_name
from symproof.statement import Prop, Relation, exists
from symproof.term import Term, Variable, is_integer

if TYPE_CHECKING:
    from symproof.readers.document.known.declaring import Declaring

SOME = re.compile(
    r"\s*,?\s*for some (?:other )?(?P<kind>(?:(?:positive|non-?negative) )?(?:integers?|(?:natural|whole) numbers?)|)\s*",
    re.IGNORECASE,
)
WHERE = re.compile(r"\s*,?\s*(?:where|with|for)\b", re.IGNORECASE)
MEMBER = re.compile(r"\s*(\w(?:\s*,\s*\w)*)\s*\\in\b")
WHOLE = re.compile(r"\\math\w+\s*\{?\s*([ZN])\s*\}?[\s.,]*$")
SETS = {"Z": "integer", "N": "natural number"}
LISTED = re.compile(r"\w(?:_\w)?(?:\s*,\s*\w(?:_\w)?)*")
FARTHEST = 3


def bring_witnesses(declaring: Declaring, display: Display) -> None:
    """Bring in the letters for some value of which a formula is said to hold: declare them, and forget what was said of others
    of their name."""
    names, kind, end = _names_behind(declaring.displays, display)
    if not names:
        return
    known, witnesses = declaring.known, declaring.witnesses
    if "integer" in kind or "whole" in kind or "natural" in kind:
        sign = "natural >= 1" if "positive" in kind else "natural" if "integer" not in kind else "integer"
        for name in names:
            declaring.declare(name, sign)
    letters = {declaring.context.names.get(canonical_name(name)) for name in names}
    of_them = frozenset(each for each in letters if isinstance(each, Variable) and is_integer(each))
    if end not in witnesses:
        known.drop([each for each in known.facts if each.kind != "declared" and each.prop.free & of_them])
        known.claims = [each for each in known.claims if not each.prop.free & of_them]
    witnesses[end] = witnesses[display.number] = of_them


def _names_behind(displays: Sequence[Display], display: Display) -> tuple[list[str], str, int]:
    """The letters behind a formula, what kind of numbers they are, and the formula before them."""
    following = displays[display.number : display.number + FARTHEST]
    for at, after in pairwise(following):
        if is_name(at) or after.paragraph != display.paragraph:
            break
        if (some := SOME.fullmatch(at.after)) is not None:
            text = after.text.text.strip()
            member = MEMBER.match(text)
            names = member[1] if member is not None else text if LISTED.fullmatch(text) else ""
            kind = some["kind"].lower()
            if member is not None:
                of_set = WHOLE.search(text)
                names, kind = (names, SETS[of_set[1]]) if of_set is not None else ("", kind)
            found = [each.strip() for each in names.split(",") if each.strip()]
            if found and JOINS.fullmatch(after.after):
                further = [each for each in displays[after.number + 1 : after.number + 2] if is_name(each)]
                found += [each.text.text.strip() for each in further]
            return found, kind, at.number
        if not JOINS.fullmatch(at.after):
            break
    return [], "", -1


def fresh(step: Step, letters: Collection[Term]) -> frozenset[Term]:
    """Those of the letters of which no hypothesis of a step says anything."""
    told = frozenset().union(*(fact.prop.free for fact in step.given))
    return frozenset(letters) & (step.statement.free if step.statement is not None else frozenset()) - told


def is_of_some(unit: Unit, claim: Prop, seen: Collection[Term]) -> bool:
    """Whether a line is said of some value only; also that a number has a form in letters of which nothing was said before it,
    "$\\sqrt{2} = a/b$, where $a$ and $b$ are integers"."""
    after = unit.members[-1].display.after
    if is_said_to_exist(unit.display.before) or FOR_SOME.match(after):
        return True
    sides = claim.children() if isinstance(claim, Relation) and claim.kind == "=" else ()
    formed = len(sides) == 2 and any(not side.free for side in sides) and claim.free.isdisjoint(seen)
    return formed and len(claim.free) > 1 and WHERE.match(after) is not None


def existing(claim: Prop, letters: Collection[Term]) -> Prop:
    """That some values of the letters satisfy a claim."""
    for letter in sorted(claim.free & frozenset(letters), key=str):
        claim = exists(letter, claim)
    return claim

"""Letters that are brought in as some value, "then $n = 2k$ for some integer $k$": what is claimed is that there is one, and from
there on the letter is it, whatever stood under its name before. So is the k of "n = 2k + 1", once n is known to be odd."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from symproof.readers.document.known.lasting import defines
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.existing import FOR_SOME, is_said_to_exist
from symproof.readers.document.words.outline import Display, is_name
from symproof.readers.document.words.prose import JOINS
from symproof.readers.resolve.names import canonical_name
from symproof.readers.resolve.units import is_unit
from symproof.statement import Exists, Prop, Relation, exists, is_equation
from symproof.substitution import substitute
from symproof.term import ONE, Scalar, Term, Variable, is_integer_letter
from symproof.trusted.facts import Facts

if TYPE_CHECKING:
    from symproof.readers.document.known.declaring import Declaring
    from symproof.readers.document.known.knowledge import Knowledge

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
SOME_BEHIND = re.compile(r"[^.;]*\bfor some\b", re.IGNORECASE)
"""Words behind a formula that claims that there is such a letter."""


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
    of_them = frozenset(each for each in letters if is_integer_letter(each))
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
    if all(map(is_unit, claim.free)):  # "there are 3 m + 4 m = 7 m of it"
        return False
    after = unit.members[-1].display.after
    if is_said_to_exist(unit.display.before) or FOR_SOME.match(after):
        return True
    sides = claim.children() if is_equation(claim) else ()
    formed = len(sides) == 2 and any(not side.free for side in sides) and claim.free.isdisjoint(seen)
    return formed and len(claim.free) > 1 and WHERE.match(after) is not None


def existing(claim: Prop, letters: Collection[Term]) -> Prop:
    """That some values of the letters satisfy a claim."""
    for letter in sorted(claim.free & frozenset(letters), key=str):
        claim = exists(letter, claim)
    return claim


def witness_of(
    prop: Prop, facts: Iterable[Fact], seen: Collection[Term], told: Container[str]
) -> tuple[Fact, Variable] | None:
    """The hypothesis that something holds for some integer, and the new letter by which an equation says it; none that was `seen`
    or is `told` of, which may stand for another number."""
    if not is_equation(prop) or not isinstance(prop.right, Scalar):
        return None
    for fact in facts:
        match fact.prop:
            case Exists(Variable(domain="integer") as symbol, Relation("=", left, Scalar() as right), None, None):
                new = prop.free - fact.prop.free
                (letter,) = new if len(new) == 1 else (None,)
                if (
                    prop.left != left
                    or not isinstance(letter, Variable)
                    or letter in seen
                    or letter.name in told
                    or letter.domain == "natural"
                ):
                    continue
                for number in (letter, letter - ONE, letter + ONE):
                    if Facts(()).evident(Relation("=", prop.right, substitute(right, {symbol: number}))):
                        return fact, letter
    return None


def is_of_another_number(prop: Prop, known: Knowledge) -> bool:
    """Whether a second number is written by the letter that stands for another one, "p = 2k + 1 and q = 2k + 1" of two odd
    numbers, "n = 2k and m = 2k + 1": that says more of them than was supposed, and is no hypothesis."""
    if (
        not isinstance(prop, Relation)
        or not defines(prop)
        or len(prop.right.free) != 1
        or prop.right in prop.right.free
    ):
        return False
    supposed = {letter for each in known.facts if isinstance(each.prop, Exists) for letter in each.prop.free}
    return prop.left in supposed and any(
        each.part == known.part
        and each.prop.left != prop.left
        and (each.prop.right == prop.right or (each.prop.left in supposed and each.prop.right.free == prop.right.free))
        for each in (*known.facts, *known.claims)
        if isinstance(each.prop, Relation) and defines(each.prop)
    )

r"""Arrows with a side that is said for all values of a letter, `a x \ge 0 \text{ for all } x \ge 0 \iff a \ge 0`, in a row or in
the words of a sentence: one statement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from symproof.readers.document.finding.worded import BOTH_WAYS, ONE_WAY
from symproof.readers.document.lines.asking import set_role
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.steps.claims import Claims, show_whole
from symproof.readers.document.steps.quantified import WORDS, WORDS_OF_KIND
from symproof.readers.document.steps.ranged import for_each
from symproof.readers.document.steps.stating import Stating
from symproof.readers.document.words.outline import Display
from symproof.readers.resolve import NotUnderstood, Outcome, Reading
from symproof.statement import Iff, Implies, Prop
from symproof.term import Term

ENDS = re.compile(r"\s*(?:[.;:!?)]|[A-Z]|$)|\s*\n\s*\n")
"""What stands behind a statement that is whole."""
FORCES = re.compile(rf"{ONE_WAY.pattern}|\W*forces\W*", re.IGNORECASE)


def claims_two_sides(
    display: Display, found_in: Sequence[Sequence[Unit]], stating: Stating, claims: Claims, heard: Sequence[Heard]
) -> bool:
    """Whether a formula begins what an arrow says with a quantified side, and is claimed with all that belongs to it; or belongs
    to what was claimed so before."""
    if display.number in stating.quantifiers.joined:
        set_role(heard[display.number], "claim")
        return True
    if display.said.role not in ("", "conclusion", "goal"):
        return False
    (left, right), arrow, taken = _sides(display, found_in)
    if not arrow or not (left and right) or not any((left[1:], right[1:])):
        return False
    if any(
        _letters(each, stating) & _letters(other, stating) for each, other in ((left[1:], right), (right[1:], left))
    ):
        return False  # "p < q implies p + r < q + r for all p, q, r": for all that stands on both sides
    stating.quantifiers.joined |= taken
    one, other, end = _side(left, stating), _side(right, stating), (right[-1], *right[-1].also)[-1]
    whole: Outcome = NotUnderstood(
        left[0].clause.start, left[0].clause.end, "", "an arrow whose sides are not all read"
    )
    if one is not None and other is not None and ENDS.match(end.display.after):
        whole = Reading(Iff(one, other) if arrow == "iff" else Implies(one, other))
    step = claims.make_step(left[0], 0, whole, "conclusion")
    if end.display is display:
        show_whole(step, left[0].members[0], end.members[-1])
    claims.equip(step, left[0].first, 0, "conclusion", replace(display.said, universal=True, connects=False), [])
    step.previous, step.iff, step.arrow, step.premise = None, False, False, False
    set_role(heard[display.number], "claim")
    return True


def _sides(display: Display, found_in: Sequence[Sequence[Unit]]) -> tuple[list[list[Unit]], str, set[int]]:
    """What stands on the two sides of an arrow, each with the letters for all of which it is said behind it; which arrow, and in
    which formulas. Without an arrow where there is none, or a second one."""
    sides: list[list[Unit]] = [[], []]
    arrow, taken = "", set[int]()
    for units in found_in[display.number :]:
        words = _role_of(units[0].display.prose) if taken and units else ""
        if taken and (not words or units[0].display.paragraph != display.paragraph):
            break
        for k, unit in enumerate(units):
            role = words if taken and not k else "all" if WORDS.fullmatch(unit.words) else unit.connector
            if bool(role) != bool(sides[0]) or (role != "all" and role and arrow):
                return sides, "", set()
            arrow = role if role and role != "all" else arrow
            sides[bool(arrow)].append(unit)
        taken.add(units[0].display.number if units else display.number)
    return sides, arrow if arrow in ("iff", "implies") else "", taken


def _role_of(words: str) -> str:
    """What words between two formulas say of the second."""
    if WORDS_OF_KIND.fullmatch(words):
        return "all"
    return "iff" if BOTH_WAYS.fullmatch(words) else "implies" if FORCES.fullmatch(words) else ""


def _letters(units: Sequence[Unit], stating: Stating) -> set[Term]:
    """The letters of formulas, those that they name without a relation among them."""
    facts = [fact for unit in units if unit.is_relation and (fact := stating.stated(unit)) is not None]
    named = [letter for unit in units for letter in stating.quantifiers.letters_of(unit.members[0].node)]
    return {*named, *(letter for fact in facts for letter in fact.prop.free)}


def _side(side: Sequence[Unit], stating: Stating) -> Prop | None:
    """A relation for all values of the letters that stand behind it; None where one of them is not read."""
    fact = None if side[0].torn else stating.stated(side[0])
    prop = None if fact is None else fact.prop
    for unit in reversed(side[1:]):
        said = stating.quantifiers.condition(unit)
        letters = list(stating.quantifiers.letters_of(unit.members[0].node))
        if prop is None or said is None or not letters or not all(letter in prop.free for letter in letters):
            return None
        for letter in letters:
            prop = for_each(letter, [each for each in said if letter in each.free], prop)
    return prop

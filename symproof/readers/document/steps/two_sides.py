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
from symproof.readers.notation.tree import items_of
from symproof.readers.resolve import NotUnderstood, Outcome, Reading
from symproof.readers.resolve.names import canonical
from symproof.statement import And, Each, Iff, Implies, Prop
from symproof.term import ResidueVariable, Term

ENDS = re.compile(r"\s*(?:[.;:!?)]|[A-Z]|$)|\s*\n\s*\n|\s*,\s*(?:that is|i\.e\.|in other words)")
"""What stands behind a statement that is whole."""
AND = re.compile(r"\s*,?\s*and\s*", re.IGNORECASE)
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
    (left, right, more), arrow, taken = _sides(display, found_in)
    if not arrow or not (left and right) or not any((left[1:], right[1:])):
        return False
    if _letters(right[1:], stating) & _letters(left, stating):
        return False  # "p < q implies p + r < q + r for all p, q, r": for all that stands on both sides
    of_both = left[1:] if _letters(left[1:], stating) & _letters(right, stating) else []  # "x^2 = y^2 for all ..."
    stating.quantifiers.joined |= taken
    last = (*right, *more)[-1]
    end = (last, *last.also)[-1]
    one = _side(left[:1] if of_both else left, stating)
    others = [_side(each, stating) for each in (right, *([each] for each in more))]
    read = [each for each in others if each is not None]
    whole: Outcome = NotUnderstood(
        left[0].clause.start, left[0].clause.end, "", "an arrow whose sides are not all read"
    )
    if one is not None and len(read) == len(others) and ENDS.match(end.display.after):
        other = And(tuple(read)) if more else read[0]
        said = _over(of_both, stating, Iff(one, other) if arrow == "iff" else Implies(one, other))
        whole = whole if said is None else Reading(said)
    step = claims.make_step(left[0], 0, whole, "conclusion")
    if end.display is display:
        show_whole(step, left[0].members[0], end.members[-1])
    claims.equip(step, left[0].first, 0, "conclusion", replace(display.said, universal=True, connects=False), [])
    step.previous, step.iff, step.arrow, step.premise = None, False, False, False
    set_role(heard[display.number], "claim")
    return True


def _sides(display: Display, found_in: Sequence[Sequence[Unit]]) -> tuple[list[list[Unit]], str, set[int]]:
    """What stands on the two sides of an arrow, each with the letters for all of which it is said behind it, and what "and" adds
    to the second; which arrow, and in which formulas. Without an arrow where there is none, or a second one."""
    sides: list[list[Unit]] = [[], [], []]
    arrow, taken = "", set[int]()
    for units in found_in[display.number :]:
        words = _role_of(units[0].display.prose) if taken and units else ""
        if taken and (not words or units[0].display.paragraph != display.paragraph):
            break
        for k, unit in enumerate(units):
            within = "all" if WORDS.fullmatch(unit.words) else "and" if AND.fullmatch(unit.words) else unit.connector
            role = words if taken and not k else within
            if role in ("and", ",") and len(sides[1]) == 1 and unit.is_relation:
                sides[2].append(unit)
                continue
            if sides[2] or bool(role) != bool(sides[0]) or (role != "all" and role and arrow):
                return sides, "", set()
            arrow = role if role and role != "all" else arrow
            sides[bool(arrow)].append(unit)
        taken.add(units[0].display.number if units else display.number)
    return sides, arrow if arrow in ("iff", "implies") else "", taken


def _role_of(words: str) -> str:
    """What words between two formulas say of the second."""
    if WORDS_OF_KIND.fullmatch(words):
        return "all"
    if AND.fullmatch(words):
        return "and"
    return "iff" if BOTH_WAYS.fullmatch(words) else "implies" if FORCES.fullmatch(words) else ""


def _letters(units: Sequence[Unit], stating: Stating) -> set[Term]:
    """The letters of formulas, those that they name without a relation among them."""
    facts = [fact for unit in units if unit.is_relation and (fact := stating.stated(unit)) is not None]
    named = [letter for unit in units for letter in stating.quantifiers.letters_of(unit.members[0].node)]
    return {*named, *(letter for fact in facts for letter in fact.prop.free)}


def _side(side: Sequence[Unit], stating: Stating) -> Prop | None:
    """A relation for all values of the letters that stand behind it; None where one of them is not read."""
    fact = None if side[0].torn else stating.stated(side[0])
    return None if fact is None else _over(side[1:], stating, fact.prop)


def _over(units: Sequence[Unit], stating: Stating, said_of_all: Prop) -> Prop | None:
    """A statement for all values of the letters of some formulas; None where one of these is not read."""
    prop: Prop | None = said_of_all
    for unit in reversed(units):
        if prop is not None and _is_bound(unit, prop):
            continue  # "for all i, j" of entries, of which it is said anyway
        said = stating.quantifiers.condition(unit)
        letters = list(stating.quantifiers.letters_of(unit.members[0].node)) or _residues(unit, prop)
        if prop is None or said is None or not letters or not all(letter in prop.free for letter in letters):
            return None
        for letter in letters:
            about = [each for each in said if letter in each.free]
            prop = Each(letter, prop) if isinstance(letter, ResidueVariable) else for_each(letter, about, prop)
    return prop


def _names(unit: Unit) -> set[str | None]:
    return set() if unit.is_relation else {canonical(each) for each in items_of(unit.members[0].node)}


def _is_bound(unit: Unit, prop: Prop) -> bool:
    """Whether a formula names indices for all of which a statement is said already."""
    bound = {str(each.symbol) for each in prop.subterms() if isinstance(each, Each)}
    return bool(_names(unit)) and _names(unit) <= bound


def _residues(unit: Unit, prop: Prop | None) -> list[ResidueVariable]:
    """The indices modulo n that a formula names, in a statement on entries."""
    letters = [each for each in prop.free if isinstance(each, ResidueVariable)] if prop is not None else []
    return [each for each in letters if str(each) in _names(unit)]

"""Which formulas say how a sequence goes on, or where it begins."""

from __future__ import annotations

import re

from symproof import term as tm
from symproof.readers.document.known.members import names_a_member, names_members
from symproof.readers.document.known.recurrences import recurrence
from symproof.readers.document.known.ruling import begins_only, goes_on_otherwise, is_ruled, named_rule, next_of_new
from symproof.readers.document.known.spoken import is_given_unread, is_inferred_of_known, is_over_told, text_before
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.steps.led import Led
from symproof.readers.document.steps.listing import rule_behind
from symproof.readers.document.words.phrases import LOOKS_BACK
from symproof.readers.document.words.prose import Announcement
from symproof.statement import Relation

REASON = re.compile(
    rf"\b(since|because|as|using|recall(ing)?)( that)?( we are told( that)?)?\s*$|{LOOKS_BACK.pattern}\s*$",
    re.IGNORECASE,
)
"""Words that say why something holds."""


class Ruled(Led):
    """Says so of formulas."""

    def recurs(self, unit: Unit, role: str) -> bool:
        """Whether a formula says how a sequence goes on, of which nothing of the kind was said: an update rule."""
        fact = self.stated(unit) if role in ("", "conclusion", "definition") and len(unit.signs) == 1 else None
        found = None if fact is None else recurrence(fact.prop) or next_of_new(fact.prop, self.known.seen)
        found = found or (named_rule(fact.prop, unit.display.prose) if fact is not None else None)
        if fact is None or found is None or role == "definition":
            return found is not None and not is_ruled(found, self.known)
        unread = [each.latex for each in self.known.unread if not each.of_one]
        if is_given_unread(found, unread) or is_over_told(fact.prop, self.known.facts):
            return False
        if goes_on_otherwise(fact.prop, self.known):
            return True
        known = role == "conclusion" and is_inferred_of_known(found, text_before(unit.display, self.displays))
        return not known and not is_ruled(found, self.known)

    def begins_with_rule(self, unit: Unit, role: str, said: Announcement) -> bool:
        """Whether a chain begins with how a sequence goes on; said to follow, only where that is another rule than before, or
        where all that is said of the sequence is with which numbers it begins."""
        if len(unit.signs) < 2 or not self.recurs(unit.first, role):
            return False
        fact = self.stated(unit.first) if said.connects else None
        new = fact is not None and recurrence(fact.prop) not in self.known.seen
        return fact is None or new or goes_on_otherwise(fact.prop, self.known) or begins_only(fact.prop, self.known)

    def starts(self, unit: Unit, role: str, said: Announcement) -> bool:
        """Whether a formula says where a sequence begins of which a rule is known and no member, m_0 = 0; or, as a reason, "since
        m_0 = 0", also where nothing else is known of the sequence."""
        listed = not said.connects and (not role or (role == "conclusion" and said.inherited))
        listed |= (reason := role in ("", "conclusion") and REASON.search(unit.display.before) is not None)
        listed |= (behind := rule_behind(unit.display, self.displays)) and said.phrase.lower() in ("is", "are")
        fact = self.stated(unit) if listed and len(unit.signs) == 1 else None
        match None if fact is None else fact.prop:
            case Relation("=", tm.ScalarAt(sequence, tm.Number()) | tm.VectorAt(sequence, tm.Number()), value):
                said_of = [each.prop for each in self.known.facts if sequence in each.prop.free]
                ruled = behind or any(recurrence(each) == sequence for each in said_of)
                ruled |= reason and not is_ruled(sequence, self.known)
                return ruled and not value.free and not any(names_a_member(each, sequence) for each in said_of)
        return False

    def _is_of_ruled(self, unit: Unit) -> bool:
        """Whether an equation gives one member of a sequence of which it is known how it goes on: nothing is left to be tried."""
        match None if (fact := self.stated(unit)) is None else fact.prop:
            case Relation("=", tm.ScalarAt(sequence, tm.Number()) | tm.VectorAt(sequence, tm.Number()), _):
                return is_ruled(sequence, self.known)
        return False

    def gives_rule(self, unit: Unit) -> bool:
        """Whether an equation says how a sequence goes on, or what its members are."""
        return len(unit.signs) == 1 and (self.recurs(unit, "") or self.gives_members(unit))

    def names(self, unit: Unit) -> bool:
        """Whether a formula after "define" gives a new name to a term, or says where a sequence begins or how it goes on."""
        fact = self.stated(unit) if len(unit.signs) == 1 and not unit.also else None
        told = [*self.known.facts, *(each for each in self.known.claims if each.kind == "equation")]
        return fact is not None and names_members(fact.prop, told, self.known.seen)

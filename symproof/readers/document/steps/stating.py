"""What formulas state, as facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from symproof.readers.document.finding.located import Source
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.members import from_first_named, is_of_one_member, may_be_of_one_member, start_of
from symproof.readers.document.known.recurrences import recurrence, running
from symproof.readers.document.known.rounding import prints_a_value
from symproof.readers.document.known.ruling import are_updates, names_next
from symproof.readers.document.known.witnesses import is_of_another_number
from symproof.readers.document.lines.asking import origin, set_role
from symproof.readers.document.lines.following import is_constrained
from symproof.readers.document.lines.kinds import is_rewritten_term, letter_first, opposite, ties_itself
from symproof.readers.document.lines.signs import both_signs
from symproof.readers.document.lines.stated import props_of
from symproof.readers.document.lines.step import Fact, Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.steps.quantified import Quantifiers
from symproof.readers.document.words.letters import is_listed
from symproof.readers.document.words.prose import HALF, Announcement, announced
from symproof.readers.notation.tree import Scripted, Text
from symproof.readers.resolve import Context
from symproof.readers.resolve.units import is_unit
from symproof.statement import And, Minimizer, Or, Prop, all_of, is_equation
from symproof.term import ScalarAt, VectorAt

PARTICULAR = re.compile(r"\b(for some|there (is|exists)|particular)\b", re.IGNORECASE)

UNLESS = re.compile(r"unless|except|apart from|other than", re.IGNORECASE)
"""Phrases whose formula says when something need not hold: its opposite is supposed."""

NAMES = re.compile(r"\b(let|set|put|write|denot\w*|defin\w*)\b", re.IGNORECASE)
"""Phrases that give a name to a term."""


class Stating:
    """Reads what formulas state; `quantifiers` are those of the document."""

    quantifiers: Quantifiers

    def __init__(self, source: Source, context: Context, known: Knowledge) -> None:
        self.source, self.context, self.known = source, context, known

    def tried(self, unit: Unit, heard: Heard, role: str, said: Announcement) -> Fact | None:
        """What a formula says that is looked at without being claimed, or that is denied."""
        fact = self.stated(unit)
        set_role(heard, "denied" if role == "denied" else "mention")
        heard.reading = heard.reading or ("" if fact is None else str(fact.prop))
        if said.phrase == HALF:
            self.known.leave_unread(heard.line, heard.latex)
        else:
            self.known.deny(fact if role == "denied" else None)
        return fact

    def stated(self, unit: Unit) -> Fact | None:
        """What a unit states, as a fact, behind "unless" its opposite; None where it cannot be read."""
        fact, words = self.said(unit), announced(unit.words) if unit.words else unit.display.said
        if fact is None or words.role != "hypothesis" or not UNLESS.match(words.phrase):
            return fact
        denied = opposite(fact.prop)
        return None if denied is None else replace(fact, prop=denied)

    def updates(self, found: Sequence[Unit], roles: Sequence[str]) -> list[Unit]:
        """The formulas of a display that are the steps of an algorithm."""
        if len(found) < 2 or not all(
            len(unit.signs) == 1 and isinstance(unit.members[0].node, Scripted) for unit in found
        ):
            return []
        props = [None if fact is None else fact.prop for fact in map(self.stated, found)]
        if not are_updates(props, self.known, found[0].display.prose):
            return []
        return [unit for unit, role in zip(found, roles, strict=True) if role in ("", "conclusion", "equation")]

    def rest_of_supposed(self, unit: Unit, said: Announcement) -> str:
        """What the rest of a supposed chain is: of `w = 2 - 0.3 = 1.7` a "claim" without letters, as is that of one whose term is
        written anew, "let w = (x + 1)^2 = x^2 + 2x + 1", or has a value by what is known, which it prints; of "let
        y = x_{t+1} = x_t - g_t" another "hypothesis"; "" where the chain is one."""
        equations = all(sign.kind == "=" for sign, _, _ in unit.signs[:-1]) and unit.kinds[-1] in ("=", "approx")
        first, fact = (self.stated(each) if equations else None for each in (unit.first, unit.rest))
        if fact is None or (first is not None and ties_itself(first.prop)):
            return ""
        head, printed = unit.members[0].node, prints_a_value(fact.prop, self.known.facts)
        if not (printed or is_listed(head) or isinstance(head, Text)):
            return ""
        if names_next(first, fact):
            return "hypothesis"
        anew = NAMES.match(said.phrase) is not None and is_rewritten_term(fact.prop)
        return "claim" if printed or anew or all(map(is_unit, fact.prop.free)) else ""

    def hold_back(self, unit: Unit, heard: Heard) -> None:
        """Note that a definition is not read; and that members of a new sequence are told for some places that are not,
        "a_n = n^2 for n odd"."""
        if unit.display.said.role == "definition" and len(unit.signs) == 1 and self.stated(unit) is None:
            self.known.leave_unread(heard.line, heard.latex)
        for prop in props_of(unit.clause, self.context) or ():
            sequence = prop.left.sequence if is_equation(prop) and isinstance(prop.left, (ScalarAt, VectorAt)) else None
            if sequence is not None and sequence not in self.known.seen:
                if self.quantifiers.names_some(unit, running(prop)):
                    self.known.leave_unread(heard.line, heard.latex, unit.display.paragraph)

    def _is_of_some(self, prop: Prop, unit: Unit) -> bool:
        """Whether words say something of some indices alone, or of one member of a sequence that is given."""
        words = f"{unit.display.before} {unit.display.after} {unit.words}"
        some = PARTICULAR.search(words) is not None or self.quantifiers.leaves_out(unit, running(prop))
        return some or is_of_one_member(prop, self.known.facts, self.known.seen, unit.display.before)

    def _may_be_of_one(self, prop: Prop, unit: Unit) -> bool:
        return may_be_of_one_member(prop, unit.display, self.quantifiers.displays)

    def leave_open(self, unit: Unit, fact: Fact) -> None:
        """Note of a hypothesis that it may be said of one index or of each."""
        if self._may_be_of_one(fact.prop, unit) and not self._is_of_some(fact.prop, unit):
            self.known.leave_unread(fact.line, unit.display.text.text, unit.display.paragraph, of_one=True)

    def said(self, unit: Unit) -> Fact | None:
        """What a unit says, as a fact; None where it cannot be read."""
        if not unit.is_relation or any(sign.kind == "in" for sign, _, _ in unit.signs):
            return None
        if unit.signs[0][0].kind == "!=" and (signs := both_signs(unit)):
            both = [fact for each in signs if (fact := self.said(each)) is not None]
            apart = And(tuple(fact.prop for fact in both))
            return self.known.fact(apart, "hypothesis", both[0].line) if len(both) == len(signs) else None
        if unit.also:
            cases = [self.said(replace(each, also=[])) for each in (unit, *unit.also)]
            if not all(cases):
                return None
            either = Or(tuple(fact.prop for fact in cases if fact is not None))
            return self.known.fact(either, "hypothesis", cases[0].line if cases[0] else 0)
        props = props_of(unit.clause, self.context)
        if props is None or any(is_of_another_number(each, self.known) for each in props):
            return None
        stated = letter_first(all_of(props))
        if isinstance(stated, Minimizer) and is_constrained(unit.display, stated, self.source.text):
            return None
        line, _ = self.source.place(origin(unit.members[0].node, unit.members[0].display))
        stated = self.quantifiers.over_ranges(stated, unit)
        if not (self._is_of_some(stated, unit) or self._may_be_of_one(stated, unit)):
            ruled = recurrence(stated) is not None
            start = start_of(stated, self.quantifiers.conditions(unit) or (), self.source.text) if ruled else 0
            if ruled and not self.quantifiers.conditions(unit):
                stated = from_first_named(stated, start, self.source.text)
            stated = self.known.for_all_indices(stated, start)
        return self.known.fact(stated, "hypothesis", line)

r"""Systems between braces, row by row: `\begin{cases} y = 5 - x \\ 7x = 42 \end{cases}` follows as one statement from the system
before it, where an arrow or words lead to it, it keeps an equation of that, or it names the values of the letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.likeness import are_moved
from symproof.readers.document.lines.asking import set_role
from symproof.readers.document.lines.kinds import is_solution
from symproof.readers.document.lines.step import Fact, Heard, Step
from symproof.readers.document.lines.unit import IMPLICATIONS, Unit
from symproof.readers.document.steps.claims import Claims, show_whole
from symproof.readers.document.steps.stating import Stating
from symproof.readers.document.words.prose import Announcement
from symproof.readers.resolve import Reading
from symproof.statement import And, Prop, parts_of


@dataclass
class System:
    """The equations of a system in a formula."""

    units: list[Unit]

    def is_claimed(self, claims: Claims, stating: Stating, said: Announcement, heard: Heard) -> bool:
        """Take in what it says; whether it is a row under the system before it, and claimed."""
        known = claims.known
        system = self._stated(stating, known)
        claimed = system is not None and self._follows(system, said, known)
        if system is not None and claimed:
            known.previous = known.system
            system.step, system.kind = self._claim(claims, system.prop, said, heard), "step"
        known.system = system
        return claimed

    def _stated(self, stating: Stating, known: Knowledge) -> Fact | None:
        facts = [stating.stated(unit) for unit in self.units]
        props = [fact.prop for fact in facts if fact is not None]
        if len(props) < len(facts) or facts[0] is None:
            return None
        return known.fact(And(tuple(props)), "equation", facts[0].line)

    def _follows(self, system: Fact, said: Announcement, known: Knowledge) -> bool:
        before = known.system
        if before is None or not system.prop.free or not system.prop.free <= before.prop.free:
            return False
        if self.units[0].connector in IMPLICATIONS or said.connects:
            return True
        parts, rows = (parts_of(each.prop) for each in (system, before))
        return all(map(is_solution, parts)) or any(are_moved(part, row) for part in parts for row in rows)

    def _claim(self, claims: Claims, prop: Prop, said: Announcement, heard: Heard) -> Step:
        set_role(heard, "claim")
        unit = self.units[0].first
        step = claims.make_step(unit, 0, Reading(prop), "conclusion")
        show_whole(step, unit.members[0], self.units[-1].members[-1])
        claims.equip(step, unit, 0, "conclusion", replace(said, connects=True), [])
        return step


def systems_in(found: Sequence[Unit]) -> dict[int, System]:
    """The systems of several equations in a formula, each under the number of its first unit."""
    groups = groupby(enumerate(found), key=lambda each: (each[1].row, each[1].system))
    systems = [list(group) for (_, system), group in groups if system]
    return {group[0][0]: System([unit for _, unit in group]) for group in systems if len(group) > 1}

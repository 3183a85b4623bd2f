"""Differential equations that are posed, "solve $y' + 3y = 6$, $y(0) = 0$": nothing says yet what y is, so that they are read
where the text has found it, $y(t) = 2 - 2e^{-3t}$. That line claims that they hold for it, with what is said of its beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from symproof.readers.document.known.definitions import Definitions
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.asking import ask, note, set_role, text_of
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.steps.claims import Claims
from symproof.readers.document.words.letters import called
from symproof.readers.document.words.prose import Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.notation.tree import Name, Node, Scripted
from symproof.readers.resolve import Context, Reading, resolve_statement
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.values import Macro
from symproof.statement import And, Prop

POSES = re.compile(
    r"\b(?:solv\w+|consider|solutions? (?:of|to)|equation|initial[- ]value problem|problem|odes?|ivp|satisf\w+)\b",
    re.IGNORECASE,
)
"""Words of a sentence that poses an equation."""
RATE = re.compile(r"(?<![A-Za-z\\])([A-Za-z])\s*'+(?!\s*[('])|\\frac\s*\{\s*d\s*([A-Za-z])\s*\}\s*\{\s*d\s*[a-z]\s*\}")
BEGINS = re.compile(r"\s*([A-Za-z])\s*'*\s*\(\s*-?[\d.]+\s*\)\s*")
FOR = re.compile(r"for|if|when|with|given", re.IGNORECASE)
"""A rate of a letter, and its value or that of a rate at a number; words before the latter."""
NOT_YET = re.compile(
    r"\b(?:homogeneous|particular|complementary|associated|ansatz|tr(?:y|ies|ied|ying)|guess\w*|form|suppose|assum\w*|would|if|"
    r"candidates?|approximat\w*|not|wrong\w*|instead|integrating|set|put|let|substitut\w*|trial|test\w*)\b",
    re.IGNORECASE,
)
"""Words of a sentence that says what may be a solution, or is one of another equation."""
CONSTANTS = frozenset(("e", r"\pi"))


@dataclass
class Posed:
    """The equations that are posed so far: each with the part it stands in, and the letter that is sought."""

    context: Context
    known: Knowledge
    definitions: Definitions
    claims: Claims
    found_in: Sequence[Sequence[Unit]]
    equations: list[tuple[int, str, Unit, Heard]] = field(default_factory=list)
    solved: int = -1
    """With which formula the last solution was found, by its number."""

    def takes(self, unit: Unit, heard: Heard) -> bool:
        """Whether a relation only poses an equation, or says with what rate its solution begins."""
        if unit.kinds != ["="]:
            return False
        left, right = (text_of(each.node, unit.display) for each in unit.members)
        begun = BEGINS.fullmatch(left)
        if begun and any(each[:2] == (self.known.part, begun[1]) for each in self.equations):
            if FOR.fullmatch(unit.display.said.phrase):  # "for $y(0) = 3$ we get", another one
                self.definitions.begin_anew(begun[1])
                set_role(heard, "hypothesis")
                return True
            if any(each[2].display.sentence == unit.display.sentence for each in self.equations):
                set_role(heard, "hypothesis")
                return True
        letters = {first or second for first, second in RATE.findall(f"{left} = {right}")}
        if len(letters) != 1 or not POSES.search(
            sentence_before(unit.display.before) + unit.display.after.split(".")[0]
        ):
            return False
        (letter,) = letters
        outcome = ask(resolve_statement, unit.clause, self.context)
        if isinstance(self.context.names.get(letter), Macro) or isinstance(outcome, Reading):
            return False
        self.equations.append((self.known.part, letter, unit, heard))
        set_role(heard, "equation")
        note(heard, outcome, unit.display, self.definitions.source)
        return True

    def solves(self, unit: Unit, said: Announcement, heard: Heard) -> bool:
        """Whether a relation says what was sought; it claims that what was posed holds for that."""
        call = called(unit.members[0].node)
        if call is None or unit.kinds != ["="] or len(call[1]) != 1:
            return False
        name = canonical_name(text_of(call[0], unit.display))
        posed = [each for each in self.equations if each[:2] == (self.known.part, name)]
        own, body = canonical(call[1][0]), _names(unit.members[1].node)
        told = sentence_before(unit.display.before) + unit.display.after.partition("·")[0].partition(".")[0]
        if len(posed) != 1 or name in body or isinstance(self.context.names.get(name), Macro):
            return False
        if NOT_YET.search(told):
            set_role(heard, "mention")
            return True
        begun = self._beginning(name, equation := posed[0][2], unit)
        for rate in [each for each in self.context.names if each.rstrip("'") == name != each]:
            if rate not in self.definitions.explicit:  # no function of its own: "y'(t) = 6t"
                del self.context.names[rate]
        if not self.definitions.define(unit, heard, said="definition"):
            return False
        self.solved, of_equation, made = unit.display.number, posed[0][3], self.context.names.get(name)
        outcome = ask(resolve_statement, equation.clause, self.context)
        if not isinstance(made, Macro) or not isinstance(outcome, Reading) or not isinstance(outcome.term, Prop):
            return True
        of_equation.problem, of_equation.reading = "", str(outcome.term)
        props = [outcome.term]
        if not body - CONSTANTS - {own} - _names(equation.clause):  # no constants are left to be found
            said_so = [ask(resolve_statement, each.clause, self.context) for each in begun]
            props += [each.term for each in said_so if isinstance(each, Reading) and isinstance(each.term, Prop)]
            if len(props) <= len(begun):  # one of them is not read
                return True
        prop = props[0] if len(props) == 1 else And(tuple(props))
        step = self.claims.make_step(unit, 0, Reading(prop), "conclusion")
        set_role(heard, "claim")
        self.claims.equipping.equip(step, unit, 0, "conclusion", replace(said, universal=True), [])
        step.previous = None
        return True

    def _beginning(self, name: str, equation: Unit, unit: Unit) -> list[Unit]:
        """What is said of how the solution begins, with the equation and since the solution before this one, by numbers and by
        letters that stand in it; what is said last of each number."""
        said, body = equation.display.sentence, _names(unit.members[1].node)
        found: dict[str, Unit] = {}
        for each in (each for units in self.found_in for each in units if each.kinds == ["="]):
            left, number = text_of(each.members[0].node, each.display), each.display.number
            since = max(self.solved, equation.display.number) < number < unit.display.number
            begun = BEGINS.fullmatch(left) if since or each.display.sentence == said else None
            if begun and begun[1] == name and _names(each.members[1].node) <= body | CONSTANTS:
                found[left] = each
        return list(found.values())


def _names(node: Node) -> set[str | None]:
    """The letters in a node, with their indices."""
    parts = list(every_part(node))
    indexed = [each for each in parts if isinstance(each, Scripted) and each.sub is not None]
    bare = {id(part) for each in indexed for part in (each.base, *every_part(each.sub or each.base))}
    plain = {canonical(each) for each in parts if isinstance(each, Name) and id(each) not in bare}
    return plain | {canonical(Scripted(each.start, each.end, each.base, each.sub)) for each in indexed}

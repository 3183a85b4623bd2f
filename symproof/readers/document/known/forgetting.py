"""Which definitions a part lets go: functions that it does not call, and what it speaks of anew."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from symproof.readers.document.known.giving import is_term
from symproof.readers.document.known.retold import sought_anew
from symproof.readers.document.lines.step import Step
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.letters import called
from symproof.readers.document.words.outline import Display
from symproof.readers.notation.tree import Clause, items_of
from symproof.readers.resolve import Context, Macro
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.values import Tuple
from symproof.term import Function, Scalar

ASSIGNED = (":=", "equiv", "=")
CALL = (
    r"(?<![A-Za-z\\])%(name)s\s*(?:\^\s*(?!\{?\s*(?:\\top|T)\b)(?:\{[^{}]*\}|\\?\w+|\*)\s*)?(?:(?:\\left\s*|\\[bB]igg?l?\s*)?\(|')|"
    r"(?<![A-Za-z\\])%(name)s\s*_\s*\{?\s*[%(letters)s]+\s*(?![A-Za-z+-])|\\(?:partial|nabla)\s*%(name)s"
)
"""A function in a formula: before brackets, with primes, with its own letters below, or differentiated."""
CALLED = r"(?<![A-Za-z\\])%s(?![A-Za-z0-9_{])"
"""A name in a formula, and not the beginning of another one."""


class Forgetting:
    """Lets definitions go."""

    context: Context
    explicit: set[str]
    made: dict[str, tuple[int, int, str]]
    tables: set[str]
    often: set[str]

    def forget_unused(self, texts: list[str]) -> None:
        """Let functions go that were defined before a part and are not called in it: L may be a number there."""
        macros = {name: given for name in self.made if isinstance(given := self.context.names.get(name), Macro)}
        for name, given in macros.items():
            letters = "".join(re.escape(str(each)) for each in given.parameters)
            called = re.compile(CALL % {"name": re.escape(name), "letters": letters})
            if not any(called.search(text) for text in texts):
                self._lose(name)

    def forget_anew(self, section: Sequence[Display], supposed: Collection[str], *, apart: bool) -> None:
        """Let go what a section speaks of anew: functions of which it supposes something, matrices whose size it says; and where
        it stands apart, matrices that it sets equal to something. A function that it begins to give by a term of letters is no
        longer that of which words said something, and one that was given in several ways before is any one of them."""
        said, sought, texts = set(supposed), sought_anew(section) if apart else set(), ""
        for display in section:
            for clause in display.clauses:
                if clause.relations and len(clause.members) > 1:
                    said |= self._said_anew(clause, apart or self._supposes(clause, display, texts))
                    self._given_anew(clause, said, texts)
            texts += display.text.text + " "
        several, self.often = self.often, set()
        for name in (said | sought | several) & self.made.keys():
            given = self.context.names.get(name)
            if name in supposed or isinstance(given, Grid | Tuple | Macro | Dyads):
                self._lose(name)
            if name in sought and isinstance(given, Macro) and isinstance(given.parameters[0], Scalar):
                self.context.declare(name, "function of a real")

    def given_unread(self, unit: Unit, steps: Sequence[Step]) -> None:
        r"""Let a function go of which a line says what it is that is not understood: `f_Y(y) = \foo{y}`."""
        call = called(unit.members[0].node)
        if call is not None and steps and steps[0].statement is None and unit.kinds[0] in ASSIGNED:
            self._lose(canonical(call[0]) or "")

    def _supposes(self, clause: Clause, display: Display, before: str) -> bool:
        """Whether "let P = u u^T" sets a letter, of which the section did not speak before, equal to a term without matrices that
        are written out."""
        name = canonical(clause.members[0]) or ""
        if display.said.role not in ("hypothesis", "definition") or re.search(CALLED % re.escape(name), before):
            return False
        return not any(canonical(each) in self.tables for each in every_part(clause.members[1]))

    def _said_anew(self, clause: Clause, apart: bool) -> set[str]:
        kind, first = clause.relations[0].kind, clause.members[0]
        if kind != "in" and not (apart and kind in ASSIGNED):
            return set()
        return {canonical(each) or "" for each in items_of(first)}

    def _given_anew(self, clause: Clause, said: set[str], before: str) -> None:
        call = (
            called(clause.members[0]) if len(clause.relations) == 1 and clause.relations[0].kind in ASSIGNED else None
        )
        name = "" if call is None else canonical(call[0]) or ""
        mentioned = re.search(rf"(?<![A-Za-z\\]){re.escape(name)}(?![A-Za-z])", before)
        if isinstance(self.context.names.get(name), Macro) and mentioned is None and call is not None:
            left, right = ({canonical(each) for each in every_part(member)} - {None} for member in clause.members)
            if name in right and right & left - {name}:  # T(n) = 2 T(n/2) + n, and not h(x) = h(y)
                said.add(name)
        if isinstance(self.context.names.get(name), Function) and name not in said and mentioned is None:
            if is_term(clause.members[1]):
                self._forget(name)

    def _lose(self, name: str) -> None:
        """Let a function go of which nothing says what it is now."""
        if name in self.made:
            self._forget(name)
            del self.made[name]

    def _forget(self, name: str) -> None:
        self.context.names.pop(name, None)
        self.explicit.discard(name)

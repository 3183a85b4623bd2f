"""The steps of a chain: what each claims, at which place; `equipping` says under which hypotheses and after which lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from symproof.readers.document.finding.located import Source
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.lasting import brought_as
from symproof.readers.document.known.numbers_put_in import puts_numbers_in
from symproof.readers.document.lines.anew import CLASH, in_own_letters
from symproof.readers.document.lines.asking import ask, origin, set_role, text_of
from symproof.readers.document.lines.estimates import only_estimates
from symproof.readers.document.lines.following import (
    is_of_a_case,
)
from symproof.readers.document.lines.kinds import LETTERS, letter_first
from symproof.readers.document.lines.signs import both_signs
from symproof.readers.document.lines.step import Fact, Heard, Step
from symproof.readers.document.lines.tending import limit_of
from symproof.readers.document.lines.unit import IMPLICATIONS, Member, Unit
from symproof.readers.document.steps.bringing import Bringing
from symproof.readers.document.steps.equipping import Equipping
from symproof.readers.document.steps.implicit import by_its_differential
from symproof.readers.document.steps.numbered import (
    complex_solution,
    complex_solutions,
    is_one_of_eigenvalues,
    of_eigenvalues,
    rename_solution,
    solution_named,
    solution_numbered,
)
from symproof.readers.document.steps.proportional import read_proportionality
from symproof.readers.document.steps.solution_sets import is_all_or_none, names_values
from symproof.readers.document.words.prose import Announcement
from symproof.readers.notation import NotUnderstood
from symproof.readers.notation.tree import Sign
from symproof.readers.resolve import Ambiguous, Context, Outcome, Reading, resolve_chain, resolve_statement
from symproof.readers.resolve.numbers import percentage
from symproof.statement import Or, Prop
from symproof.term import ScalarAt, Term, VectorAt


def asked_throughout(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The links of a chain, each with what those before it ask of letters: of f''(x) = 1/x > 0, where f is given for x > 0."""
    asked: tuple[Prop, ...] = ()
    found: list[Outcome] = []
    for each in outcomes:
        if isinstance(each, Reading):
            asked = tuple(dict.fromkeys((*asked, *each.asked)))
            found.append(replace(each, asked=asked))
        else:
            found.append(each)
    return found


class Claims:
    """Makes the `steps` of a document."""

    def __init__(
        self, source: Source, context: Context, known: Knowledge, heard: list[Heard], explicit: set[str]
    ) -> None:
        self.source, self.context, self.known, self.heard = source, context, known, heard
        self.bringing = Bringing(source, context, known)
        self.equipping = Equipping(source, context, known, heard, explicit)
        self.steps, self.equip = self.equipping.steps, self.equipping.equip
        self.rows: dict[Term, list[Step]] = {}  # the steps of the table that the walk is in, by their letters
        self.table = 0

    def claim(self, unit: Unit, role: str, said: Announcement, heard: Heard, extra: list[Fact]) -> None:
        """The steps of a chain, each with what it may use; `extra` are conditions that follow in its sentence."""
        if not unit.torn and (either := both_signs(unit)):
            for each in either:
                self.claim(each, role, said, heard, extra)
            return
        clause = unit.clause
        torn = NotUnderstood(clause.start, clause.end, "", unit.torn)
        found = torn if unit.torn else ask(resolve_chain, clause, self.context)
        if any(
            CLASH.search(str(each)) for each in getattr(found, "steps", (found,)) if isinstance(each, NotUnderstood)
        ):
            told = {name for name, part in self.known.told.items() if part in (-1, self.known.part)}
            found = in_own_letters(clause, self.context, unit.display, told) or found
        outcomes: Sequence[Outcome] = getattr(found, "steps", (found,) * len(unit.signs))
        members: Sequence[Outcome] = getattr(found, "members", ())
        set_role(heard, "goal" if role == "goal" else "claim")
        outcomes = [self._in_other_words(unit, k, members) or outcome for k, outcome in enumerate(outcomes)]
        first = members[0].term if members and isinstance(members[0], Reading) else None
        self._say_in_table(unit, first, heard.line)
        kinds = tuple(sign.kind for sign, _, _ in unit.signs)
        if kinds[0] in ("=", ":=") and isinstance(outcomes[0], NotUnderstood) and first is not None:
            self.known.lose(first, heard.line, heard.latex)
        if unit.also:
            self._alternatives(unit, role, said, heard, extra)
            return
        if unit.connector in IMPLICATIONS and len(kinds) > 1:
            together = ask(resolve_statement, clause, self.context)
            if isinstance(together, Reading) and isinstance(together.term, Prop):
                self._together(unit, together, role, said, heard, extra)
                return
        equal = next((k for k, kind in enumerate(kinds) if kind != "="), len(kinds))
        rename_solution(outcomes[0], self.known)
        solved = solution_named(unit, outcomes[0], self.known, self.heard, self.context, self.source.text)
        solved = solved if role != "goal" else None
        listed = solved is not None and is_one_of_eigenvalues(unit)
        brought = {
            k
            for k in range(equal)
            if not listed and self.bringing.introduces(outcomes[k], unit, role, heard, extra, first=not k)
        }
        put_in = {k for k in range(1, equal) if k - 1 in brought and puts_numbers_in(outcomes[k], self.known.facts)}
        named = None if solved is None else getattr(outcomes[0], "term", None)
        if solved is not None and (0 in brought or listed or isinstance(first, (ScalarAt, VectorAt))):
            outcomes, brought = [solved, *outcomes[1:]], brought - {0}
        whole = isinstance(solved, Reading) and bool(solved.term.free)  # in parameters, whatever they are
        said = replace(said, universal=said.universal or whole)
        links: list[int] = []
        outcomes = asked_throughout(outcomes)
        for k, outcome in enumerate(outcomes):
            claimed = by_its_differential(outcome, self.known.facts) if k in brought else outcome
            if claimed is None or k in put_in or only_estimates(claimed, heard, alone=len(outcomes) == 1):
                continue
            step = self.make_step(unit, k, claimed, role)
            step.solves = whole and not k
            step.turned = self._turned(unit, k)
            for fact in self.known.facts if named is not None and not k else ():
                fact.claimed = step if fact.prop == named else fact.claimed
            step.first, step.before, step.links = (first, kinds[: k + 1], tuple(links)) if k else (None, (), ())
            links.append(step.number)
            step.members = tuple(
                (text_of(each.node, each.display), read.term)
                for each, read in zip(unit.members[k : k + 2], members[k : k + 2], strict=False)
                if isinstance(read, Reading) and not each.counted
            )
            self.equip(step, unit, k, role, said, extra)
            for letter in step.statement.free if self.table and step.statement is not None else ():
                self.rows.setdefault(letter, []).append(step)

    def _turned(self, unit: Unit, k: int) -> Prop | None:
        r"""What link k of one half of a chain with double signs says with the other sign behind it: one of the two is meant."""
        if not unit.turned:
            return None
        other = replace(unit, members=[unit.members[k], unit.turned[k + 1]], signs=unit.signs[k : k + 1])
        outcome = ask(resolve_statement, other.clause, self.context)
        return outcome.term if isinstance(outcome, Reading) and isinstance(outcome.term, Prop) else None

    def _say_in_table(self, unit: Unit, letter: Term | None, line: int) -> None:
        """Note what a row of a table says a letter is: the rows above speak of that, and not of any value."""
        if unit.display.table != self.table:
            self.table, self.rows = unit.display.table, {}
        if isinstance(letter, LETTERS) and unit.signs[0][0].kind == "=":
            for step in self.rows.pop(letter, ()):
                told = [fact for fact in step.given if letter in fact.prop.free]
                if all(fact.brought and brought_as(fact, letter) is None for fact in told):  # others may be given by it
                    step.refutable = step.refutable or f"line {line} says what {letter} is"

    def _in_other_words(self, unit: Unit, k: int, members: Sequence[Outcome]) -> Outcome | None:
        """The reading of a relation that stands for a longer statement."""
        kind = unit.signs[k][0].kind
        if not k and (solution := complex_solution(unit, self.known, self.context)) is not None:
            return solution
        if kind == "to" and (said := limit_of(unit, k, self.source.text, self.context)) is not None:
            return cast("Outcome", ask(resolve_statement, said, self.context))
        return read_proportionality(members[k : k + 2], self.known.facts) if kind == "propto" and members else None

    def _alternatives(self, unit: Unit, role: str, said: Announcement, heard: Heard, extra: list[Fact]) -> None:
        """`x = 2 or x = 3`: one statement."""
        solved = complex_solutions(unit, self.known, self.context)
        solved = solved or of_eigenvalues(unit, self.heard, self.context, self.source.text)
        if solved is not None:
            self.equip(self.make_step(unit, 0, solved, role), unit, 0, role, said, extra)
            return
        parts = []
        for each in (unit, *unit.also):
            clause = each.clause
            parts.append(ask(resolve_statement, clause, self.context))
        bad = next((part for part in parts if not isinstance(part, Reading) or not isinstance(part.term, Prop)), None)
        if bad is not None:
            step = self.make_step(unit, 0, bad, role)
        else:
            prop: Prop = Or(tuple(part.term for part in parts))
            if unit.also[-1].display.said.role == "denied" and not prop.free:
                set_role(heard, "denied")  # "$-2 = 0$, or $-1 = 0$, which is impossible"
                return
            meant = solution_numbered(prop, self.known, unit.display.before)
            for part in parts if meant is not None else ():
                self.bringing.introduces(part, unit, role, heard, first=True)
            prop = prop if meant is None else meant
            step = self.make_step(unit, 0, Reading(prop), role)
        self.equip(step, unit, 0, role, said, extra)

    def _together(
        self, unit: Unit, outcome: Reading, role: str, said: Announcement, heard: Heard, extra: list[Fact]
    ) -> None:
        """`... \\iff 3 \\le x \\le 5`: a chain to which an arrow leads is one statement, which the arrow is about."""
        step = self.make_step(unit, 0, outcome, role)
        if unit.members[0].display is unit.members[-1].display:
            show_whole(step, unit.members[0], unit.members[-1])
        self.equip(step, replace(unit, signs=unit.signs[:1], members=unit.members[:2]), 0, role, said, extra)

    def names_eigenvalues(self, unit: Unit, said: Announcement, heard: Heard) -> bool:
        """Whether numbers that stand alone are said to be eigenvalues, which is claimed."""
        values = of_eigenvalues(unit, self.heard, self.context, self.source.text)
        if values is None:
            return False
        set_role(heard, "claim")
        unit = _with_a_sign(unit)
        step = self.make_step(unit, 0, values, "claim")
        step.latex = text_of(unit.members[0].node, unit.members[0].display)
        self.equip(step, unit, 0, "claim", said, [])
        return True

    def state(self, unit: Unit, prop: Prop, said: Announcement, heard: Heard) -> None:
        """A statement about the solutions of the equation that is to be solved: as a row of values it must be equivalent to it;
        that nothing or everything satisfies it is meant for all values."""
        set_role(heard, "claim")
        equation, last = self.known.equation, unit.members[-1]
        assert equation is not None
        unit = _with_a_sign(unit)
        step = self.make_step(unit, 0, Reading(prop), "conclusion")
        step.latex = text_of(last.node, last.display) if unit.members[0] is last else step.latex
        all_or_none = not prop.free or is_all_or_none(prop, equation.prop)
        self.equip(step, unit, 0, "conclusion", replace(said, universal=all_or_none), [])
        step.half = False  # it is the whole of `0 < x < 4`
        if len(unit.signs) > 1 and unit.members[0].display is last.display:
            show_whole(step, unit.members[0], last)
        row = step.previous.step if step.previous is not None else None
        led = unit.connector == "iff" or (unit.connector in IMPLICATIONS and row is not None)
        led &= step.previous is not None and (row is None or row.display == step.display)
        if all_or_none or not (led or (step.previous is not None and names_values(unit, prop))):
            step.previous, step.iff = (None, False) if all_or_none else (equation, True)
        step.refutable = step.refutable if prop.free else ""  # what it says of one value
        step.given = tuple(fact for fact in step.given if fact.prop in equation.under or not is_of_a_case(fact))
        step.earlier = tuple(
            each for each in step.earlier if each.step is None or not any(map(is_of_a_case, each.step.given))
        )

    def begin_case(self, unit: Unit, said: Announcement, heard: Heard, extra: list[Fact]) -> None:
        """Claim that one of two cases holds, where the first begins, or go to numbers that are put in; end the one before."""
        self.known.drop([fact for fact in self.known.facts if fact.brief])
        if unit.beside is not None:
            whole = replace(unit, case=False, beside=None, also=[unit.beside])
            self.claim(whole, "conclusion", replace(said, connects=True), heard, extra)
        elif self.known.equation is not None or not unit.case:
            self.known.previous = self.known.equation

    def make_step(self, unit: Unit, k: int, outcome: Outcome, role: str) -> Step:
        """The relation at sign k of a chain as a step, that is read as an outcome."""
        left, right = unit.members[k], unit.members[min(k + 1, len(unit.members) - 1)]
        sign, display, _ = unit.signs[k]
        own_left = (
            left.display is display and left.row == unit.signs[k][2] and not (k and left.row == unit.signs[k - 1][2])
        )
        node = left.node if own_left else sign
        offset = origin(node, display)
        end = right.display.text.origin(max(right.node.end - 1, 0)) + 1
        line, column = self.source.place(offset)
        latex = f"{text_of(left.node, left.display)} {text_of(sign, display) or sign.text} {text_of(right.node, right.display)}"
        if unit.also:
            latex = " or ".join(dict.fromkeys(each.display.text.text.strip() for each in (unit, *unit.also)))
        step = Step(
            len(self.steps), display.number, offset, max(end, offset), line, column, self.source.cell(offset),
            " ".join(latex.split()), sign.kind, role or "claim", outcome,
        )  # fmt: skip
        if isinstance(outcome, Reading) and isinstance(outcome.term, Prop):
            step.statement = letter_first(outcome.term)
        if isinstance(outcome, Ambiguous):
            readings = [each.term for each in outcome.readings if isinstance(each.term, Prop) and each.term.free]
            if len(readings) == len(outcome.readings):
                step.statement, step.others = readings[0], tuple(readings[1:])
        step.percentage, step.solution = percentage(right.node), unit.solution
        if isinstance(outcome, NotUnderstood):
            near = right if right.node is outcome or isinstance(right.node, NotUnderstood) else left
            at = near.node.start if isinstance(near.node, NotUnderstood) else outcome.start
            where = self.source.place(near.display.text.origin(min(at, len(near.display.text))))
            step.where = f"line {where[0]}, column {where[1]}"
        self.steps.append(step)
        self.heard[display.number].steps.append(step.number)
        return step


def _with_a_sign(unit: Unit) -> Unit:
    """A unit of a member alone as one of a relation that the words before it are."""
    last = unit.members[-1]
    sign = Sign(last.node.start, last.node.start, "in", "")
    return unit if unit.signs else replace(unit, members=[last, last], signs=[(sign, last.display, last.row)])


def show_whole(step: Step, first: Member, last: Member) -> None:
    """Let a step that is one statement show what stands from one member of a formula to another."""
    step.latex = " ".join(first.display.text.text[first.node.start : last.node.end].split())
    step.end = max(step.end, last.display.text.origin(max(last.node.end - 1, 0)) + 1)

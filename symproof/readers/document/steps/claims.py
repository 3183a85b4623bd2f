"""The steps of a chain: what each claims, at which place, under which hypotheses and after which earlier lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from symproof.readers.document.finding.located import Source, paragraph_at
from symproof.readers.document.known.bearing import (
    comes_of_given,
    is_stated,
    leaves_values_out,
    taken_back,
    unread_condition,
)
from symproof.readers.document.known.given import given_to, letters_of_all, of_such, of_the_last_case
from symproof.readers.document.known.introducing import needed_anew
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.lasting import brought_as, of_other_parts
from symproof.readers.document.known.likeness import is_absurd
from symproof.readers.document.known.recurrences import in_ranges
from symproof.readers.document.known.returning import denies_the_contrary, may_hold_again
from symproof.readers.document.known.spoken import claims_a_value
from symproof.readers.document.known.tails import known_of_chance
from symproof.readers.document.known.ties import idle_condition, sizes_of, tied
from symproof.readers.document.known.witnesses import is_of_some
from symproof.readers.document.lines.anew import CLASH, in_own_letters
from symproof.readers.document.lines.asking import ask, note, origin, set_role, text_of
from symproof.readers.document.lines.estimates import only_estimates
from symproof.readers.document.lines.following import (
    BESIDE,
    RESTS,
    alternative_before,
    gives_a_reason,
    goes_on,
    is_led_by_a_reason,
    is_next_step,
    is_of_a_case,
    is_worked_out,
)
from symproof.readers.document.lines.kinds import LETTERS, are_bounds, letter_first
from symproof.readers.document.lines.signs import both_signs
from symproof.readers.document.lines.step import Fact, Heard, Step
from symproof.readers.document.lines.tending import limit_of
from symproof.readers.document.lines.unit import IMPLICATIONS, Member, Unit, is_between, is_said_of_all
from symproof.readers.document.steps.bringing import Bringing
from symproof.readers.document.steps.coefficients import coefficients
from symproof.readers.document.steps.doubts import Doubts
from symproof.readers.document.steps.ends import row_before
from symproof.readers.document.steps.implicit import by_its_differential, differentiated
from symproof.readers.document.steps.numbered import (
    complex_solution,
    complex_solutions,
    solution_named,
    solution_numbered,
)
from symproof.readers.document.steps.proportional import read_proportionality
from symproof.readers.document.steps.solution_sets import is_all_or_none, names_values
from symproof.readers.document.steps.unfolding import is_begun, places_from
from symproof.readers.document.words.existing import given_behind, one_of_several
from symproof.readers.document.words.phrases import DISCARDS, FOLLOWS, INTERVAL
from symproof.readers.document.words.prose import FOUND, MEASURES, Announcement
from symproof.readers.notation import NotUnderstood
from symproof.readers.notation.german import in_english, is_german
from symproof.readers.notation.tree import Sign
from symproof.readers.resolve import Ambiguous, Context, Outcome, Reading, resolve_chain, resolve_statement
from symproof.readers.resolve.integrated import PRIMITIVES
from symproof.readers.resolve.numbers import percentage
from symproof.statement import And, Each, Or, Prop, is_equation
from symproof.term import ScalarAt, Term, VectorAt

POSITIVE = re.compile(r"\b(positive|nonnegative|time|age|variances?)\b", re.IGNORECASE)
MOST_EARLIER = 12
"""How many of the claims before a line are tried as lemmas."""
SAME = re.compile(r"\b(i\.\s?e\.|that is|equivalently|means( that)?)\W*$", re.IGNORECASE)
"""Words after which a line says the same as the one before it."""


class Claims:
    """Makes the steps of a document, and what each equation is called by: `steps` and `labels`."""

    def __init__(
        self, source: Source, context: Context, known: Knowledge, heard: list[Heard], explicit: set[str]
    ) -> None:
        self.source, self.context, self.known, self.heard, self.explicit = source, context, known, heard, explicit
        self.bringing = Bringing(source, context, known)
        self.german = is_german(source.text)
        self.steps: list[Step] = []
        self.labels: dict[str, Step] = {}
        self.doubts = Doubts(source, context, known, explicit, self.steps, heard)
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
        solved = solution_named(unit, outcomes[0], self.known, self.heard, self.context, self.source.text)
        solved = solved if role != "goal" else None
        brought = {k for k in range(equal) if self.bringing.introduces(outcomes[k], unit, role, heard, first=not k)}
        named = None if solved is None else getattr(outcomes[0], "term", None)
        if solved is not None and (0 in brought or isinstance(first, (ScalarAt, VectorAt))):
            outcomes, brought = [solved, *outcomes[1:]], brought - {0}
        whole = isinstance(solved, Reading) and bool(solved.term.free)  # in parameters, whatever they are
        said = replace(said, universal=said.universal or whole)
        links: list[int] = []
        for k, outcome in enumerate(outcomes):
            claimed = by_its_differential(outcome, self.known.facts) if k in brought else outcome
            if claimed is None or only_estimates(claimed, heard, alone=len(outcomes) == 1):
                continue
            step = self.make_step(unit, k, claimed, role, heard)
            step.solves = whole and not k
            for fact in self.known.facts if named is not None and not k else ():
                fact.claimed = step if fact.prop == named else fact.claimed
            step.first, step.before, step.links = (first, kinds[: k + 1], tuple(links)) if k else (None, (), ())
            links.append(step.number)
            step.members = tuple(
                (text_of(each.node, each.display), read.term)
                for each, read in zip(unit.members[k : k + 2], members[k : k + 2], strict=False)
                if isinstance(read, Reading)
            )
            self.equip(step, unit, k, role, said, extra)
            for letter in step.statement.free if self.table and step.statement is not None else ():
                self.rows.setdefault(letter, []).append(step)

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
        if (solved := complex_solutions(unit, self.known, self.context)) is not None:
            self.equip(self.make_step(unit, 0, solved, role, heard), unit, 0, role, said, extra)
            return
        parts = []
        for each in (unit, *unit.also):
            clause = each.clause
            parts.append(ask(resolve_statement, clause, self.context))
        bad = next((part for part in parts if not isinstance(part, Reading) or not isinstance(part.term, Prop)), None)
        if bad is not None:
            step = self.make_step(unit, 0, bad, role, heard)
        else:
            prop: Prop = Or(tuple(part.term for part in parts))
            if unit.also[-1].display.said.role == "denied" and not prop.free:
                set_role(heard, "denied")  # "$-2 = 0$, or $-1 = 0$, which is impossible"
                return
            meant = solution_numbered(prop, self.known, unit.display.before)
            for part in parts if meant is not None else ():
                self.bringing.introduces(part, unit, role, heard, first=True)
            prop = prop if meant is None else meant
            step = self.make_step(unit, 0, Reading(prop), role, heard)
        self.equip(step, unit, 0, role, said, extra)

    def _together(
        self, unit: Unit, outcome: Reading, role: str, said: Announcement, heard: Heard, extra: list[Fact]
    ) -> None:
        """`... \\iff 3 \\le x \\le 5`: a chain to which an arrow leads is one statement, which the arrow is about."""
        step = self.make_step(unit, 0, outcome, role, heard)
        if unit.members[0].display is unit.members[-1].display:
            show_whole(step, unit.members[0], unit.members[-1])
        self.equip(step, replace(unit, signs=unit.signs[:1], members=unit.members[:2]), 0, role, said, extra)

    def state(self, unit: Unit, prop: Prop, said: Announcement, heard: Heard) -> None:
        """A statement about the solutions of the equation that is to be solved: as a row of values it must be equivalent to it;
        that nothing or everything satisfies it is meant for all values."""
        set_role(heard, "claim")
        equation, last = self.known.equation, unit.members[-1]
        assert equation is not None
        if not unit.signs:
            sign = Sign(last.node.start, last.node.start, "in", "")
            unit = replace(unit, members=[last, last], signs=[(sign, last.display, last.row)])
        step = self.make_step(unit, 0, Reading(prop), "conclusion", heard)
        step.latex = text_of(last.node, last.display) if unit.members[0] is last else step.latex
        all_or_none = not prop.free or is_all_or_none(prop, equation.prop)
        self.equip(step, unit, 0, "conclusion", replace(said, universal=all_or_none), [])
        if all_or_none or step.previous is None or not names_values(unit, prop):
            step.previous, step.iff = (None, False) if all_or_none else (equation, True)
        step.refutable = step.refutable if prop.free else ""  # what it says of one value
        step.given = tuple(fact for fact in step.given if fact.prop in equation.under or not is_of_a_case(fact))
        step.earlier = tuple(
            each for each in step.earlier if each.step is None or not any(map(is_of_a_case, each.step.given))
        )

    def make_step(self, unit: Unit, k: int, outcome: Outcome, role: str, heard: Heard) -> Step:
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
        latex = f"{text_of(left.node, left.display)} {text_of(sign, display)} {text_of(right.node, right.display)}"
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

    def equip(self, step: Step, unit: Unit, k: int, role: str, said: Announcement, extra: list[Fact]) -> None:
        """Give a step its hypotheses, what came before it, and whether it may be refuted; then it is a fact itself."""
        note(self.heard[step.display], step.outcome, unit.display, self.source)
        whole = isinstance(step.outcome, Reading) and PRIMITIVES in step.outcome.notes
        said = replace(said, universal=True) if whole or is_said_of_all(unit) else said
        step.references, step.universal = said.references, said.universal
        step.general = letters_of_all(unit.display, self.source.text)
        step.block, step.part = self.known.block, self.known.part
        self.known.claimed.add(self.known.item)
        if step.statement is None:
            self.known.previous = None if len(unit.signs) == 1 else self.known.previous
            return
        step.refutable = "the reading of its line broke off"  # where it does
        letters = step.statement.free
        others = [fact for fact in extra if fact.kind == "declared" or fact.prop != step.statement]
        reasons = [fact for fact in others if fact.kind == "reason"]
        needed_anew(self.known, step.statement, unit.display)
        facts = given_to(step, self.known.facts, unit.display, self.source.text, () if whole else self.steps)
        step.given = (*facts, *(fact for fact in others if fact.kind != "reason"))
        rows = [each for each in (self.known.previous, self.known.equation) if each is not None]
        equations = [*self.known.facts, *(each for each in rows if each is self.known.equation)]
        step.given += tuple(differentiated(equations, step.statement, self.known.seen))
        step.given += tuple(coefficients(rows, step.statement, step.given, self.context.names.values()))
        said_so = [fact.prop for fact in step.given]
        more = known_of_chance(step.statement, said_so, self.source.text, self.context.compared)
        begun = {each.left for each in (fact.prop for fact in others if fact.kind == "declared") if is_begun(each)}
        places = [each for each in places_from(step.statement, said_so) if not (is_begun(each) and each.left in begun)]
        told = tuple(Fact(prop, "declared") for prop in (*more, *places))
        step.given += (*told, *in_ranges(step.statement, step.given))
        such = of_such(step.statement, step.given, unit.display)
        step.given += tuple(self.known.fact(prop, "hypothesis", step.line) for prop in such)
        sizes = sizes_of(letters.union(*(fact.prop.free for fact in step.given)))
        bound = tied(letters - sizes_of(letters), [fact.prop for fact in step.given], sizes)
        bound -= sizes_of(bound)
        chosen = alternative_before(unit.display, self.known.claims)
        if chosen is not None:  # what came of another alternative does not hold here
            self.known.claims = [fact for fact in self.known.claims if fact.after <= chosen.after]
        step.earlier = (*reasons, *reversed(self.known.claims[-MOST_EARLIER:]))[:MOST_EARLIER]
        supposed = FOLLOWS.match(unit.display.prose) is not None
        role = "" if supposed else role
        single, arrow = len(unit.signs) == 1, unit.connector in IMPLICATIONS
        stepwise = is_next_step(unit.display, step.statement, self.known.equation, self.known.previous)
        led_on = arrow or said.connects or stepwise or is_led_by_a_reason(unit.display)
        follows = (
            led_on
            or not unit.display.prose.strip(" \n.,;:")
            or unit.row > 0
            or bool(RESTS.fullmatch(unit.display.prose))
            or (len(letters) == 1 and bool(FOUND.search(unit.display.prose)))
        )
        within = is_between(unit)
        leads = single or within or (not k and is_worked_out(step.statement))
        before = self.steps[step.number - 1].previous if within and k else row_before(step, unit, self.known)
        before = chosen or before
        if leads and follows and before is not None and goes_on(before, step, said, arrow=arrow):
            step.previous = before
            step.iff = unit.connector == "iff" or (
                bool(SAME.search(unit.display.prose)) and are_bounds(step.statement, before.prop)
            )
            if before.step is not None and before.step.role == "claim":
                before.step.role = "row"
        led = comes_of_given(step, unit.display, self.source.text)
        step.of_any = bool(led) or claims_a_value(step.statement, unit.display, self.known.told)
        said = replace(said, universal=said.universal or led == "worked")
        step.premise, step.arrow, step.because = unit.premise and not stepwise, arrow, gives_a_reason(unit.display)
        step.linked = led_on or unit.display.prose.strip() == ":"
        step.linked |= role == "conclusion" and said.phrase.lower() not in ("", "for")
        step.beside = not unit.display.crossed and bool(BESIDE.fullmatch(unit.display.prose)) and not step.arrow
        step.linked |= bool(unit.display.crossed) and self.known.is_solved_in_items(unit.display)
        before_arrow = self.known.previous.prop.free if arrow and self.known.previous is not None else ()
        spoken = all(letter in before_arrow or self.known.speaks_of(letter, step.given) for letter in letters)
        around = (in_english if self.german else str)(paragraph_at(self.source.text, step.offset))
        step.measured, step.inside = bool(MEASURES.search(around)), bool(INTERVAL.search(around))
        step.discards = bool(DISCARDS.search(around))
        step.positive = bool(POSITIVE.search(around)) or {str(each) for each in letters} == {"sigma"}
        step.spoken = spoken and not step.measured
        step.stated = is_stated(step, unit.display, around)
        here = all(self.known.speaks_of(letter, step.given, here=True) for letter in bound)
        dormant = [fact for fact in self.known.dormant if fact.prop.free & bound and not fact.contrary]
        step.dormant = of_other_parts(dormant, step.given, spoken=here)
        some = letters and is_of_some(unit, step.statement, self.known.seen)
        wrong = taken_back(step.statement, self.source.text, step.offset, step.end)
        existing = "the text says of some value that it is so" if some else wrong
        doubt, chain = (
            existing
            or idle_condition(step.statement, step.given)
            or leaves_values_out(step, unit.display, self.source.text),
            not single or unit.members[0].ends_chain or unit.goes_on,
        )
        behind = given_behind(step.latex, self.source.text[step.end :][:60]) or one_of_several(unit.display)
        if other := may_hold_again(step.given, unit.display):
            behind, step.previous = behind or other, None
        if not said.universal:
            behind = behind or denies_the_contrary(step.statement, self.known.dormant, step.part)
        behind = behind or (unread_condition(unit.display, self.heard) if letters else "")
        step.refutable = doubt or behind or self.doubts.against(step, chain, said, role, before_arrow)
        step.premise &= bool(step.refutable) or not is_absurd(step.statement)
        if step.arrow and any(each.problem for each in self.heard[-1 if k or unit.row else -2 :]):
            step.refutable, step.previous = step.refutable or "what stands beside the arrow is not understood", None
        self.labels |= dict.fromkeys(filter(None, (unit.tag.strip("() "), *unit.labels)), step)
        step.asked, step.concluded = self._asked(step), of_the_last_case(step, self.steps, self.source, unit.display)
        if step.others:  # it is no fact until it is known what it states
            self.known.previous = None
            return
        fact = self.known.fact(step.statement, "step", step.line, step=step)
        if role != "goal" and not supposed:
            self.known.claims.append(fact)
            self.known.seen |= letters
            first = self.steps[step.number - 1].statement if within and k else None
            step.half |= within
            if first is not None:
                both = And((first, step.statement))
                self.known.previous = self.known.fact(both, "step", step.line, step=step)
            elif leads and not within and letters and not wrong and not self._says_what_a_part_is(step):
                self.known.previous = fact

    def _says_what_a_part_is(self, step: Step) -> bool:
        """Whether a reason only says what a part of the line before is: "since sin 2x = 2 sin x cos x", of sin 2x = sin x."""
        before, prop = self.known.previous, step.statement
        if not step.because or before is None or not is_equation(prop) or isinstance(prop.left, LETTERS):
            return False
        return prop.left in before.prop.subterms() and bool(prop.right.free)

    def _asked(self, step: Step) -> tuple[Prop, ...]:
        """What a claim, said under that, asks of the arguments of functions, and what of it is to be shown: of told letters."""
        assert step.statement is not None
        asked = [each for each in getattr(step.outcome, "asked", ()) if each.free <= step.statement.free]
        alone = [each for each in step.given if len(each.prop.free) == 1]
        unsaid = {x for x in step.statement.free if not step.universal and not self.known.speaks_of(x, alone)}
        step.given += tuple(Fact(prop, "asked") for prop in asked)
        return tuple(each for each in asked if isinstance(each, Each) or not each.free & unsaid)


def show_whole(step: Step, first: Member, last: Member) -> None:
    """Let a step that is one statement show what stands from one member of a formula to another."""
    step.latex = " ".join(first.display.text.text[first.node.start : last.node.end].split())
    step.end = max(step.end, last.display.text.origin(max(last.node.end - 1, 0)) + 1)

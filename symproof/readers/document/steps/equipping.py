"""What a step is judged by: its hypotheses, the lines before it, what leads to it, and what stands against a refutation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from symproof.readers.document.finding.located import Source, paragraph_at
from symproof.readers.document.known.bearing import (
    comes_of_given,
    is_stated,
    leaves_values_out,
    taken_back,
    unread_condition,
)
from symproof.readers.document.known.carried import is_another_value, let_go_elsewhere
from symproof.readers.document.known.given import given_to, letters_of_all, of_such, of_the_last_case
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.likeness import is_absurd
from symproof.readers.document.known.recurrences import in_ranges
from symproof.readers.document.known.returning import (
    at_one_point,
    denies_the_contrary,
    may_hold_again,
    of_other_parts,
)
from symproof.readers.document.known.scopes import scopes_of
from symproof.readers.document.known.spoken import claims_a_value, is_given_unread
from symproof.readers.document.known.tails import known_of_chance
from symproof.readers.document.known.ties import idle_condition, is_unworked, sizes_of, stands_for_unworked, tied
from symproof.readers.document.known.witnesses import is_of_some
from symproof.readers.document.known.worded_conditions import unread_behind
from symproof.readers.document.lines.asking import note
from symproof.readers.document.lines.following import (
    BESIDE,
    RESTS,
    alternative_before,
    gives_a_reason,
    goes_on,
    is_another,
    is_led_by_a_reason,
    is_next_step,
    is_worked_out,
)
from symproof.readers.document.lines.kinds import LETTERS, are_bounds, is_solution
from symproof.readers.document.lines.meanings import rests_on_a_meaning
from symproof.readers.document.lines.step import Fact, Heard, Step
from symproof.readers.document.lines.unit import IMPLICATIONS, Unit, is_between, is_said_of_all
from symproof.readers.document.steps.coefficients import coefficients
from symproof.readers.document.steps.doubts import Doubts
from symproof.readers.document.steps.ends import row_before
from symproof.readers.document.steps.implicit import differentiated
from symproof.readers.document.steps.unfolding import is_begun, places_from
from symproof.readers.document.words.existing import given_behind, one_of_several
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.phrases import DISCARDS, FOLLOWS, INTERVAL, MEASURES
from symproof.readers.document.words.prose import FOUND, Announcement
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.notation.german import in_english, is_german
from symproof.readers.resolve import Context, Reading
from symproof.readers.resolve.bases import BARE
from symproof.readers.resolve.integrated import PRIMITIVES
from symproof.statement import And, Each, Prop, is_equation
from symproof.term import Term

POSITIVE = re.compile(r"\b(positive|nonnegative|time|age|variances?)\b", re.IGNORECASE)
MOST_EARLIER = 12
"""How many of the claims before a line are tried as lemmas."""
SAME = re.compile(r"\b(i\.\s?e\.|that is|equivalently|means( that)?)\W*$", re.IGNORECASE)
"""Words after which a line says the same as the one before it."""

MEANS = re.compile(r"\s*(?:means|is equivalent to|is the same as|amounts to)(?:\s+that)?\s*:?\s*", re.IGNORECASE)
"""Words between two statements in the same letters, of which the second says what the first does."""

DEVIATION, DEVIATES = re.compile(r"(?:s|sigma)(?:_\w+)?"), re.compile(r"\b(?:deviation|variance)s?\b", re.IGNORECASE)
"""What a standard deviation is called, which is not below 0, and the words of a paragraph that has some."""
HAVE = re.compile(
    r"[\s.:,;]*(?:(?:here|now|first|then),?\s+)?(?:we|you|one)\s+(?:now\s+)?(?:have|has|know|see)(?:\s+that)?[\s:]*",
    re.I,
)
"""Words between an equation that is being solved and another form of it."""

BY_FORMULA = re.compile(r"\bby\s+(?:the\s+|an?\s+)?(?:[\w'’-]+\s+){0,3}formula\W*$", re.IGNORECASE)
"""Words before what solves the equation before them."""


class Equipping:
    """Equips the steps of a document; `labels` is what each equation is called by."""

    def __init__(
        self, source: Source, context: Context, known: Knowledge, heard: list[Heard], explicit: set[str]
    ) -> None:
        self.source, self.context, self.known, self.heard = source, context, known, heard
        self.german, self.bare_logs = is_german(source.text), BARE.search(source.text) is not None
        self.steps: list[Step] = []
        self.labels: dict[str, Step] = {}
        self.doubts = Doubts(source, context, known, explicit, self.steps, heard)

    def equip(self, step: Step, unit: Unit, k: int, role: str, said: Announcement, extra: list[Fact]) -> None:
        """Give a step its hypotheses, what came before it, and whether it may be refuted; then it is a fact itself."""
        note(self.heard[step.display], step.outcome, unit.display, self.source)
        whole = isinstance(step.outcome, Reading) and PRIMITIVES in step.outcome.notes
        said = replace(said, universal=True) if whole or is_said_of_all(unit) else said
        step.references, step.universal = said.references, said.universal
        step.general = letters_of_all(unit.display, self.source.text)
        step.block, step.part = self.known.block, self.known.part
        step.bare_logs = self.bare_logs
        self.known.claimed.add(self.known.item)
        if step.statement is None:
            self.known.previous = None if len(unit.signs) == 1 else self.known.previous
            return
        step.refutable = "the reading of its line broke off"  # where it does
        self._suppose(step, step.statement, unit.display, extra, () if whole else self.steps)
        if not said.universal:
            step.given += scopes_of(self.known.scopes, step.given)
        supposed = FOLLOWS.match(unit.display.prose) is not None
        role = "" if supposed else role
        leads = self._place(step, step.statement, unit, k, role, said)
        led = comes_of_given(step, unit.display, self.source.text)
        step.of_any = bool(led) or claims_a_value(step.statement, unit.display, self.known.told)
        said = replace(said, universal=said.universal or led == "worked")
        before_arrow = self.known.previous.prop.free if step.arrow and self.known.previous is not None else frozenset()
        self._look_around(step, step.statement, unit.display, before_arrow)
        wrong = taken_back(step.statement, self.source.text, step.offset, step.end)
        chain = len(unit.signs) > 1 or unit.members[0].ends_chain or unit.goes_on
        told = self._told_of(step, step.statement, unit, said, wrong)
        step.refutable = told or self.doubts.against(step, chain, said, role, before_arrow)
        if not step.refutable and not (said.connects or step.arrow):
            step.refutable = is_another_value(step.statement, step.given)
        step.premise &= bool(step.refutable) or not is_absurd(step.statement)
        if step.arrow and any(each.problem for each in self.heard[-1 if k or unit.row else -2 :]):
            step.refutable, step.previous = step.refutable or "what stands beside the arrow is not understood", None
        self.labels |= dict.fromkeys(filter(None, (unit.tag.strip("() "), *unit.labels)), step)
        step.asked, step.concluded = self._asked(step), of_the_last_case(step, self.steps, self.source, unit.display)
        if step.others:  # it is no fact until it is known what it states
            self.known.previous = None
        elif role != "goal" and not supposed:
            self._add(step, step.statement, unit, k, leads=leads and not wrong)

    def _suppose(self, step: Step, claim: Prop, display: Display, extra: list[Fact], steps: Sequence[Step]) -> None:
        """The hypotheses of a step: what is known of its letters, and `extra`, what its sentence says; what is a reason
        there comes before the earlier lines."""
        others = [fact for fact in extra if fact.kind == "declared" or fact.prop != claim]
        step.earlier = tuple(fact for fact in others if fact.kind == "reason")
        let_go_elsewhere(self.known, claim, display)
        facts = given_to(step, self.known.facts, display, self.source.text, steps)
        near = {id(fact) for fact in facts if fact.part == self.known.part or fact.kind == "declared"}
        facts = tuple(fact for fact in facts if id(fact) in near or not any(map(is_unworked, fact.prop.free)))
        step.given = (*facts, *(fact for fact in others if fact.kind != "reason"))
        rows = [each for each in (self.known.previous, self.known.equation) if each is not None]
        equations = [*self.known.facts, *(each for each in rows if each is self.known.equation)]
        step.given += tuple(differentiated(equations, claim, self.known.seen))
        if not any(is_given_unread(each, [said.latex for said in self.known.unread]) for each in claim.free):
            step.given += tuple(coefficients(rows, claim, step.given, self.context.names.values()))
        said_so = [fact.prop for fact in step.given]
        laws = [fact.prop for fact in self.known.facts]
        more = known_of_chance(claim, said_so, laws, self.source.text, self.context.compared)
        begun = {each.left for each in (fact.prop for fact in others if fact.kind == "declared") if is_begun(each)}
        places = [each for each in places_from(claim, said_so) if not (is_begun(each) and each.left in begun)]
        told = tuple(Fact(prop, "declared") for prop in (*more, *places))
        step.given += (*told, *in_ranges(claim, step.given))
        such = of_such(claim, step.given, display)
        step.given += tuple(self.known.fact(prop, "hypothesis", step.line) for prop in such)

    def _place(self, step: Step, claim: Prop, unit: Unit, k: int, role: str, said: Announcement) -> bool:
        """The lines before a step, and what leads to it: words, an arrow, the row from which it is to follow. Returns whether a
        row may lead to it at all, which is not so of the later links of a chain."""
        display, single, within = unit.display, len(unit.signs) == 1, is_between(unit)
        chosen, arrow = alternative_before(display, self.known.claims), unit.connector in IMPLICATIONS
        if chosen is not None:  # what came of another alternative does not hold here
            self.known.claims = [fact for fact in self.known.claims if fact.after <= chosen.after]
        step.earlier = (*step.earlier, *reversed(self.known.claims[-MOST_EARLIER:]))[:MOST_EARLIER]
        stepwise = is_next_step(display, claim, self.known.equation, self.known.previous)
        led_on = arrow or said.connects or stepwise or is_led_by_a_reason(display) or chosen is not None
        row = self.known.previous
        if row is not None and row.prop.free == claim.free:
            solved = (
                row is self.known.equation and len(claim.free) == 1 and is_equation(claim) and not is_solution(claim)
            )
            led_on |= bool(MEANS.fullmatch(display.prose) or (solved and HAVE.fullmatch(display.prose)))
        follows = (
            led_on
            or (not display.prose.strip(" \n.,;:") and not is_another(display))
            or unit.row > 0
            or bool(RESTS.fullmatch(display.prose))
            or (len(claim.free) == 1 and bool(FOUND.search(display.prose) or BY_FORMULA.search(display.prose)))
        )
        leads = (single and not unit.halved) or within or (not k and is_worked_out(claim))
        before = self.steps[step.number - 1].previous if within and k else row_before(step, unit, self.known)
        before = chosen or before
        if leads and follows and before is not None and goes_on(before, step, said, arrow=arrow):
            step.previous = before
            step.iff = unit.connector == "iff" or (bool(SAME.search(display.prose)) and are_bounds(claim, before.prop))
            if before.step is not None and before.step.role == "claim":
                before.step.role = "row"
        step.stepwise = stepwise
        step.premise, step.arrow, step.because = unit.premise and not stepwise, arrow, gives_a_reason(display)
        step.linked = led_on or display.prose.strip() == ":"
        step.linked |= role == "conclusion" and said.phrase.lower() not in ("", "for")
        step.beside = not display.crossed and bool(BESIDE.fullmatch(display.prose)) and not step.arrow
        step.joined = unit.words.strip().lower() in ("and", "und") and not k
        step.joined |= step.beside and "and" in display.prose
        step.beside |= step.joined
        step.linked |= bool(display.crossed) and self.known.is_solved_in_items(display)
        return leads

    def _look_around(self, step: Step, claim: Prop, display: Display, before_arrow: frozenset[Term]) -> None:
        """What the paragraph of a step says of its letters, and what other parts have said of them."""
        letters = claim.free
        spoken = all(letter in before_arrow or self.known.speaks_of(letter, step.given) for letter in letters)
        around = (in_english if self.german else str)(paragraph_at(self.source.text, step.offset))
        step.measured, step.inside = bool(MEASURES.search(around)), bool(INTERVAL.search(around))
        step.discards = bool(DISCARDS.search(around))
        deviates = len(letters) == 1 and DEVIATION.fullmatch(str(*letters)) and DEVIATES.search(around)
        step.positive = bool(POSITIVE.search(around) or deviates) or {str(each) for each in letters} == {"sigma"}
        step.spoken = spoken and not step.measured
        step.stated = is_stated(step, display, around)
        sizes = sizes_of(letters.union(*(fact.prop.free for fact in step.given)))
        bound = tied(letters - sizes_of(letters), [fact.prop for fact in step.given], sizes)
        bound -= sizes_of(bound)
        here = all(self.known.speaks_of(letter, step.given, here=True) for letter in bound)
        dormant = [fact for fact in self.known.dormant if fact.prop.free & bound and not fact.contrary]
        step.dormant = of_other_parts(dormant, step.given, spoken=here)
        step.taken_at = at_one_point(self.known.dormant, claim, step.given)

    def _told_of(self, step: Step, claim: Prop, unit: Unit, said: Announcement, wrong: str) -> str:
        """What the words around a step say against a refutation: that it is said of some values only, or taken back."""
        display, text = unit.display, self.source.text
        some = claim.free and is_of_some(unit, claim, self.known.seen)
        doubt = "the text says of some value that it is so" if some else wrong
        doubt = doubt or idle_condition(claim, step.given) or leaves_values_out(step, display, text)
        behind = given_behind(step.latex, text[step.end :][:60]) or one_of_several(display)
        behind = behind or unread_behind(claim, step, text[display.formula.end :][:200], display.text.text)
        if other := may_hold_again(step.given, display):
            behind, step.previous = behind or other, None
        if not said.universal:
            behind = behind or denies_the_contrary(claim, self.known.dormant, step.part)
        if (unworked := stands_for_unworked(claim.free, [fact.prop for fact in step.given])) is not None:
            return doubt or behind or f"nothing says what {unworked} is"
        if claim.free and rests_on_a_meaning(sentence_before(display.before)):
            return doubt or behind or "it may rest on what a word means, which is said before it"
        return doubt or behind or (unread_condition(display) if claim.free else "")

    def _add(self, step: Step, claim: Prop, unit: Unit, k: int, *, leads: bool) -> None:
        """Let a step be a fact for later lines; and the row that the next one follows, where it `leads` on."""
        fact, within = self.known.fact(claim, "step", step.line, step=step), is_between(unit)
        self.known.claims.append(fact)
        self.known.seen |= claim.free
        step.half |= within
        first = self.steps[step.number - 1].statement if within and k else None
        if first is not None:
            both = And((first, claim))
            self.known.previous = self.known.fact(both, "step", step.line, step=step)
        elif leads and not within and claim.free and not self._says_what_a_part_is(step):
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

"""Which earlier lines may serve a step as lemmas, and what a step rests on that uses them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from symproof.kernel import facts_of
from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.judged import (
    ASSUMED,
    CONTRADICTORY,
    PROVED,
    REFUTED,
    UNKNOWN,
    Judged,
    is_condition,
)
from symproof.readers.document.judgement.settling import ESTIMATE
from symproof.readers.document.known.ties import shared
from symproof.readers.document.lines.kinds import are_bounds, is_bound, is_solution
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.resolve.dependence import is_rate
from symproof.statement import Or, Prop, Relation, is_equation
from symproof.term import Derivative, Gradient, ScalarAt, Term, Variable, VectorAt, is_integer_letter
from symproof.trusted.defined import definedness


@dataclass
class Earlier:
    """The lines that are judged so far: `labels` are the steps by what their equations are called, `done` the verdicts."""

    labels: dict[str, Step] = field(default_factory=dict)
    done: dict[int, Judged] = field(default_factory=dict)
    since: int = 0
    """The line of the last condition that does not follow from those before it: another matter begins there."""
    apart: set[int] = field(default_factory=set)
    """The conditions that follow from a line before them and say less, as x**2 > 4 after x > 5: an arrow begins with them."""
    systems: set[int] = field(default_factory=set)
    """The equations that are held for another one beside the line before them."""

    def usable(self, step: Step) -> list[Fact]:
        """The claims before a step that may serve as lemmas: of other matters, those that are named or proved. What is said to be
        equivalent to an equation that has just been written follows from no other one, and what an arrow leads to from what is
        not read, from no line."""
        named = self.named(step)
        alone = step.universal or (step.iff and _begins_here(step)) or (step.arrow and step.previous is None)
        found = [
            fact
            for fact in step.earlier
            if self.stands(fact)
            and not has_lapsed(fact, step)
            and (fact.step is None or fact.step.solution in (None, step.solution))  # one of several solutions
            and (self.is_firm(fact) or self._is_open_to(fact, step, named, alone=alone))
        ]
        if not step.linked and self._speaks_of_more(step, found):
            found = [each for each in found if not self.is_condition(each)]
        told = {x for fact in found if not self.is_firm(fact) for x in _placed_anew(fact, step)}
        return [each for each in found if self.is_firm(each) or told.isdisjoint(each.prop.free)] if told else found

    def _speaks_of_more(self, step: Step, lines: Sequence[Fact]) -> bool:
        """Whether a line is an equation in a letter of which those before it say nothing: it is no row of theirs, but stands
        beside them, as (x + y)^2 = x^2 + y^2 behind sqrt(x^2 + 9) = x + 3."""
        claim = step.statement
        if claim is None or not is_equation(claim) or step.arrow or claim.mentions(Derivative, Gradient):
            return False
        given = [fact for fact in step.given if not is_bound(fact.prop)]
        told = {letter for fact in (*lines, *given) for letter in fact.prop.free}
        return any(isinstance(letter, Variable) for letter in claim.free - told)

    def about(self, claim: Prop, step: Step) -> list[Fact]:
        """Those of them that share letters with a claim, and what is said of the values of their other letters, of which no
        hypothesis says more than where it lies."""
        lines = [fact for fact in self.usable(step) if fact.prop != claim]
        found = [fact for fact in lines if shared(fact.prop, claim)]
        told = {letter for fact in found for letter in fact.prop.free}.difference(
            *(each.prop.free for each in step.given if not is_bound(each.prop) or is_solution(each.prop))
        )
        return found + [
            fact for fact in lines if is_solution(fact.prop) and fact.prop.free <= told and fact not in found
        ]

    def values_of(self, letters: Collection[Term], step: Step) -> list[Fact]:
        """What proved lines before a step, of its own matter and under no hypothesis that holds no more, say that some letters
        are; of several solutions none."""
        return [
            fact
            for fact in step.earlier
            if isinstance(fact.prop, Relation)
            and is_solution(fact.prop)
            and fact.prop.left in letters
            and fact.step is not None
            and self.is_proved(fact.step)
            and fact.step.solution is None
            and (fact.block == step.block or self.is_firm(fact))
            and not has_lapsed(fact, step)
        ]

    def leads(self, row: Fact, step: Step) -> bool:
        """Whether a step may follow from the row before it: not by saying a line again that fails, and not for all values of its
        letters from what is said of some."""
        if _is_about_rates(row) and step.statement is not None and not any(map(is_rate, step.statement.free)):
            return False  # y = 12 of the equation that was differentiated
        if row.step is not None and row.step.arrow and row.step.previous is None and not self.is_proved(row.step):
            if row.step.display != step.display:
                return False  # "$y > 0 \\implies x > 0$. So x > 0"
        if has_lapsed(row, step) or (step.universal and not step.arrow and not self.is_firm(row)):
            return False
        return row.prop != step.statement or self.stands(row)

    def named(self, step: Step) -> list[Step]:
        """The steps that a step refers to."""
        return [self.labels[name] for name in step.references if name in self.labels]

    def stands(self, fact: Fact) -> bool:
        """Whether a claim may be used: not one that is refuted, that fails at a point, or that only follows from one."""
        judged = self.of(fact)
        if fact.step is None:
            return True
        return (
            judged is not None
            and judged.verdict in (PROVED, UNKNOWN)
            and not judged.fails
            and "refuted" not in judged.reason
            and not judged.reason.startswith(CONTRADICTORY)
            and not (
                judged.point and judged.verdict == UNKNOWN and (_is_stated(fact.step) or _is_claimed(fact.step, judged))
            )
        )

    def is_firm(self, fact: Fact) -> bool:
        """Whether a fact holds for all values of its letters that the hypotheses allow, not for those of an equation only."""
        if fact.step is None:
            return fact.kind in ("declared", "hypothesis", "definition")
        judged = self.of(fact)  # of what is set to zero, the line that says what it comes to
        return judged is not None and judged.verdict == PROVED and not judged.open and fact.kind != "equation"

    def is_open(self, fact: Fact) -> bool:
        """Whether a fact is claimed of letters that hypotheses speak of, from no line before, and not proved: it may be wrong."""
        step = fact.step
        return step is not None and step.linked and step.spoken and step.previous is None and not self.is_proved(step)

    def binds(self, fact: Fact) -> bool:
        """Whether a fact may exclude points: it is not meant for all values, or proved of those of an equation only."""
        judged = self.of(fact)
        return not fact.is_meant_for_all or (judged is not None and judged.verdict == PROVED and judged.open)

    def is_partial(self, fact: Fact) -> bool:
        """Whether a line is proved, and has no value at some values of its letters, as far as is seen from what it is proved
        under: it says nothing of these."""
        conditions = [prop for prop in definedness(fact.prop) if prop.free]
        if not conditions or not self.is_firm(fact):
            return False
        under = () if fact.step is None else tuple(each.prop for each in fact.step.given)
        return not all(facts_of(relevant(prop, under)).evident(prop) for prop in conditions)

    def is_open_reason(self, reason: Step, claim: Prop) -> bool:
        """Whether a line that leads to a claim is not proved; one that no words call its reason, whether it is open, of its
        letters."""
        found = self.done.get(reason.number)
        if found is None:
            return False
        if reason.because:
            return found.verdict != PROVED
        about = reason.statement.free & claim.free if reason.statement is not None else ()
        return found.verdict == UNKNOWN and bool(about)

    def is_condition(self, fact: Fact) -> bool:
        """Whether a fact is an equation to be solved, or a condition."""
        return fact.kind == "equation" or (fact.step is not None and self.begins(fact.step))

    def begins(self, step: Step) -> bool:
        """Whether a line follows from none before it: an equation, or a condition, that a text begins with; none is what words
        lead to, "let x be real; then x^3 >= x"."""
        return step.number in self.done and is_condition(self.done[step.number]) and not step.is_concluded

    def is_beside(self, step: Step, claim: Prop, row: Fact) -> bool:
        """Whether an equation under another one has a letter of which that one says nothing, or stands in a system with it. What
        a derivative is, nobody solves for."""
        if step.arrow or claim.mentions(Derivative, Gradient) or not all(map(is_equation, (claim, row.prop))):
            return False
        if row.line == step.line and self._are_given(claim.free, step, row):
            return False
        in_system = row.step is not None and row.step.number in self.systems
        return bool(claim.free - row.prop.free) or (in_system and not (step.linked and row.line == step.line))

    def _are_given(self, letters: Collection[Term], step: Step, row: Fact) -> bool:
        """Whether a row and lines before it, proved and in its block, give each of some letters a value: what is said of them in
        the same line, "then l = 7, and the area is l w = 35", is said of these values."""
        values = [
            fact.prop.left
            for fact in (row, *step.earlier)
            if isinstance(fact.prop, Relation)
            and is_solution(fact.prop)
            and fact.block == row.block
            and fact.step is not None
            and self.is_proved(fact.step)
        ]
        return is_solution(row.prop) and set(letters) <= set(values)

    def is_apart(self, step: Step) -> bool:
        """Whether a step is what an arrow says under a condition of its own."""
        row = step.previous.step if step.previous is not None else None
        return step.arrow and row is not None and row.number in self.apart

    def is_refuted(self, number: int) -> bool:
        """Whether the step of a number is refuted."""
        return number in self.done and self.done[number].verdict == REFUTED

    def is_estimate(self, number: int) -> bool:
        """Whether the step of a number only estimates a derivative."""
        return number in self.done and self.done[number].reason.startswith(ESTIMATE)

    def of(self, fact: Fact) -> Judged | None:
        """The verdict on the step that claims a fact."""
        return None if fact.step is None else self.done.get(fact.step.number)

    def origins(self, row: Fact) -> list[Fact]:
        """A row and those before it to which it is equivalent: they say nothing that it does not say."""
        found = [row]
        while row.step is not None and row.step.previous is not None:
            judged = self.of(row)  # none of a line that was not understood
            if judged is None or judged.sense != "equivalent":
                break
            row = row.step.previous
            found.append(row)
        return found

    def said_again(self, step: Step, claim: Prop, row: Fact) -> Fact | None:
        """The row before, or the premise of its arrow, where a line only says it again and nothing proves it: "A = B implies that
        ..., so A = B"."""
        firm = self.is_condition(row) or self.is_firm(row)
        proved = row.step is not None and self.is_proved(row.step) and not step.premise
        if claim == row.prop and not firm and not proved:
            return row
        for each in self.origins(row)[1:]:
            if each.prop == claim and each.step is not None and each.step.premise and not self.is_proved(each.step):
                return each
        return None

    def after_a_slip(self, fact: Fact) -> Judged | None:
        """What is said of a line that rests on one that fails."""
        judged = self.of(fact)
        if judged is None or self.stands(fact):
            return None
        if judged.verdict == REFUTED:
            return Judged(UNKNOWN, reason=f"follows from line {fact.line}, which is refuted")
        case = "is one of several solutions" if judged.verdict == PROVED else "fails"
        if judged.reason.startswith(CONTRADICTORY):
            return Judged(UNKNOWN, reason=judged.reason)
        why = case if judged.fails else "fails at a point" if judged.point else "rests on a line that is refuted"
        return Judged(UNKNOWN, reason=f"follows from line {fact.line}, which {why}", fails=judged.fails)

    def was_found(self, value: Relation, row: Fact, steps: Sequence[Step]) -> bool:
        """Whether a line of the same part before a row, of another equation, has found a value: an answer tells it again."""
        return self._finding(value, row, steps) is not None

    def gathered(self, claim: Prop, row: Fact, steps: Sequence[Step]) -> Judged | None:
        """An answer that tells again what was found for each of several equations: "x = 1 and x = 4"."""
        lines = [self._finding(each, row, steps) for each in claim.args] if isinstance(claim, Or) else []
        found = [each for each in lines if each is not None]
        if not found or len(found) < len(lines):
            return None
        needs = tuple(sorted({each.line for each in found}))
        by = f"cases, from {' and '.join(f'line {line}' for line in needs)}"
        trusts = {each for step in found for each in self.done[step.number].trusts}
        return Judged(PROVED, by, tuple(sorted(trusts)), needs=needs, open=True)

    def _finding(self, value: Prop, row: Fact, steps: Sequence[Step]) -> Step | None:
        """The line of the part of a row that has found a value."""
        same = (each for each in steps if each.statement == value and each.part == row.part and is_solution(value))
        return next((each for each in same if self.is_proved(each) and each.previous is not None), None)

    def is_proved(self, step: Step) -> bool:
        """Whether a line is proved."""
        return step.number in self.done and self.done[step.number].verdict == PROVED

    def rests(self, found: Judged, facts: Sequence[Fact]) -> tuple[str, ...]:
        """What a step rests on that uses earlier lines: what they rest on, and those that are not proved."""
        trusts = set(found.trusts)
        for fact in facts:
            if fact.step is None:
                if fact.kind == "reason":  # an equation to be solved is none: the step says what follows from it
                    trusts.add(f"{ASSUMED}{fact.line}")
                continue
            if self.is_condition(fact):
                continue
            judged = self.of(fact)
            if judged is not None and judged.verdict == PROVED:
                trusts |= set(judged.trusts)
            else:
                trusts.add(f"{ASSUMED}{fact.line}")
        return tuple(sorted(trusts))

    def _is_open_to(self, fact: Fact, step: Step, named: Sequence[Step], *, alone: bool) -> bool:
        """Whether a claim that is not proved may serve a step: one that it names, or one that is near and no link of its chain,
        which with a slip in a member would prove the link after it."""
        if fact.step is not None and fact.step.number in step.links:
            return False
        of_others = bool(step.general) and step.general.isdisjoint(map(str, fact.prop.free))  # "for any h", of w
        alone &= not of_others and not self._is_of_each_place(fact, step)
        return fact.step in named or (self._is_near(fact, step) and not alone)

    def _is_of_each_place(self, fact: Fact, step: Step) -> bool:
        """Whether a line is an equation to be solved in a member p_i, and a step that words lead to says what p_i is "for each
        i": it is said of the same places."""
        indices = {each for each in fact.prop.free if is_integer_letter(each)}
        named = bool(step.general) and set(step.general) <= {str(each) for each in indices}
        members = fact.prop.mentions(ScalarAt, VectorAt)
        return named and members and step.linked and self.is_condition(fact)

    def _is_near(self, fact: Fact, step: Step) -> bool:
        return fact.block == step.block and fact.line >= self.since


def _is_stated(step: Step) -> bool:
    """Whether a line is stated, and no condition: as a fact, as the reason of a sentence, or as what a letter is, where something
    is said of each of its letters before."""
    return step.stated or (step.because and step.spoken) or step.names_a_value


def _is_claimed(step: Step, judged: Judged) -> bool:
    """Whether words lead to a line of which only what a letter is may be unsaid: it is no condition either."""
    return step.linked and "; nothing " in judged.reason


def _begins_here(step: Step) -> bool:
    """Whether what a step is equivalent to is an equation of its own, or stands in the same formula."""
    row = step.previous
    return row is not None and (row.kind == "equation" if row.step is None else row.step.display == step.display)


def _is_about_rates(row: Fact) -> bool:
    """Whether a row says how letters change, 2x x' + 2y y' = 0."""
    return isinstance(row.prop, Relation) and any(map(is_rate, row.prop.free)) and not is_rate(row.prop.left)


def _placed_anew(fact: Fact, step: Step) -> frozenset[Term]:
    """The letter of a condition on a step that what was found before it tells already: after x = 2, "for x >= 0 we have ..."
    speaks of any such x."""
    before = [] if fact.step is None else [each.prop for each in fact.step.given]
    later = [each.prop for each in step.given if each.kind == "hypothesis" and each.line >= fact.line]
    placed = [each for each in later if each.free == fact.prop.free and each not in before and are_bounds(each)]
    known = facts_of((fact.prop,)) if placed else None
    return fact.prop.free if known is not None and any(map(known.evident, placed)) else frozenset()


def has_lapsed(fact: Fact, step: Step) -> bool:
    """Whether a claim was made under a hypothesis that holds no more: what follows "for x > 0" says nothing of all x. An equation
    to be solved ties the letters of the two: the x = 3 that solves x + t = 3 "if t = 0" ends with that. So does the v that is
    found "for c = 1" where c = 3."""
    if fact.step is None:
        return False
    holds = {each.prop for each in step.given}
    given = [each.prop for each in fact.step.given]
    if any(_is_other_value(old, new) for old in fact.step.given for new in step.given):
        return True
    behind = [each for each in fact.step.given if each.kind == "hypothesis" and each.display >= fact.step.display]
    if any(each.prop not in holds and not each.prop.free & fact.prop.free for each in behind):
        return True  # "x > 0 if y > 0"
    ties = [each.prop for each in fact.step.earlier if each.kind == "equation" and each.prop not in given]
    return any(prop not in holds and prop not in ties for prop in relevant(fact.prop, [*given, *ties]))


def _is_other_value(old: Fact, new: Fact) -> bool:
    """Whether a hypothesis gives another value to a letter than one did under which a claim was made."""
    first, last = old.prop, new.prop
    if not isinstance(first, Relation) or not isinstance(last, Relation) or old.brought or new.brought:
        return False
    return is_solution(first) and is_solution(last) and first.left == last.left and first.right != last.right

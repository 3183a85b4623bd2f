"""What each step of a document comes to: proved, refuted, unknown, or not understood, and why.

A step is asked about under the hypotheses and definitions that hold there; then, as a row after a row, under the
statement before it; then with the claims before it, which are named when they are needed. Nothing that is right may be
refuted: a point that fails refutes a step only where `gate` has nothing against it and no earlier line excludes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from symproof.printed import Approx
from symproof.readers.document.judgement import somewhere
from symproof.readers.document.judgement.arguments import everywhere, in_domains, in_one_case
from symproof.readers.document.judgement.at_points import at_the_point
from symproof.readers.document.judgement.branches import together
from symproof.readers.document.judgement.by_lines import after_a_line, by_lines, for_all_values
from symproof.readers.document.judgement.counting import of_any_number, of_primes
from symproof.readers.document.judgement.figures import as_printed, from_the_start, of_numbers, of_readings
from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.inference import Inference
from symproof.readers.document.judgement.judged import (
    NOT_READ,
    NOT_UNDERSTOOD,
    PROVED,
    REFUTED,
    UNKNOWN,
    Judged,
    is_choice,
    is_soft,
    judged_of,
    point_of,
    said_where,
)
from symproof.readers.document.judgement.known_facts import by_known_facts, by_known_facts_and_means
from symproof.readers.document.judgement.meant import lack_of, lacking, meant_elsewhere, unsaid
from symproof.readers.document.judgement.newest import equations_only
from symproof.readers.document.judgement.numerals import in_other_bases, of_base, otherwise_written
from symproof.readers.document.judgement.over_cases import over_cases
from symproof.readers.document.judgement.pairs import Values, as_case
from symproof.readers.document.judgement.recalling import instanced, reached, recalled
from symproof.readers.document.judgement.resting import resting
from symproof.readers.document.judgement.rows import Rows
from symproof.readers.document.judgement.series import where_it_converges
from symproof.readers.document.judgement.settling import ESTIMATE, Told
from symproof.readers.document.judgement.slips import carried_on, with_either_sign
from symproof.readers.document.judgement.solving import worked_out
from symproof.readers.document.judgement.throughout import by_each_step
from symproof.readers.document.judgement.turning import of_all_turns, supposed
from symproof.readers.document.judgement.tying import EXCLUDED, along, excluded, left_over, naming
from symproof.readers.document.known.gate import CONDITION
from symproof.readers.document.known.lasting import defines
from symproof.readers.document.known.likeness import is_multiple_of_itself, is_slip, of_a_number
from symproof.readers.document.known.members import values_of_members
from symproof.readers.document.known.witnesses import existing
from symproof.readers.document.lines.kinds import is_identity_for_a_sign, is_idle, is_other_number, is_solution
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.document.steps.unfolding import unfolded, written_out
from symproof.readers.document.words.languages import FOREIGN
from symproof.readers.resolve import Ambiguous, NotUnderstood
from symproof.readers.resolve.units import is_unit
from symproof.statement import Iff, Or, Prop, Relation, is_equation, negated, parts_of
from symproof.term import Derivative, Variable
from symproof.trusted.defined import definedness

UNREAD = ("nothing says what P(", NOT_READ, "the text speaks of")
"""What leaves open what else is said: what contradicts what is known is wrong all the same."""
MOST_LEMMAS = 8
"""How many of the lines after a goal are tried as its proof."""


@dataclass
class Judge(Rows):
    """Judges the steps of one document, in order."""

    cases: Mapping[int, Values] = field(default_factory=dict)
    """The steps that are one of several solutions, with the values that their formulas name."""

    def judge(self, step: Step) -> Judged:
        """The verdict on a step; those before it are known."""
        match step.outcome:
            case NotUnderstood():
                return Judged(NOT_UNDERSTOOD, reason=str(step.outcome) + (f"; {step.where}" if step.where else ""))
            case Ambiguous(readings) if (
                found := of_readings(self.settler, step, [each.term for each in readings])
            ) is not None:
                return found
            case Ambiguous() if (found := self._whichever(step)) is not None:
                return found
            case Ambiguous():
                return Judged(
                    NOT_UNDERSTOOD,
                    reason=str(step.outcome),
                    readings=tuple(each.text for each in step.outcome.readings),
                )
        if step.statement is None:
            return Judged(NOT_UNDERSTOOD, reason=f"{step.relation} is no relation that is checked")
        before, doubt = step.behind
        if before and all(self.is_settled(self.steps[number]) for number in before):
            step.refutable = doubt
        case = self.cases.get(step.number)
        if case is None:
            claim, used = along(self, step, existing(step.statement, step.witnesses))
            found = self.heads.get(step.number) or instanced(self, step, claim)
            found = found or naming(self, self._judge(step, claim), used)
            found = resting(self, step, claim, at_the_point(self, step, claim, recalled(self, step, claim, found)))
            found = of_any_number(self.settler, step, claim, otherwise_written(self.settler, step, claim, found))
        else:
            found = as_case(self.settler, step, case)
        if found.verdict == PROVED and step.concluded:
            found = self._beyond_cases(step, step.statement) or in_one_case(step)
        found = of_primes(step, step.statement, found)
        found = everywhere(self.settler, step, in_domains(self.settler, self.earlier, step, found))
        found = with_either_sign(self, step, step.statement, found)
        if found.verdict == REFUTED:
            found = carried_on(self, step, step.statement, found) or found
            found = Judged(UNKNOWN, reason=FOREIGN) if step.refutable == FOREIGN else found
        if step.witnesses and found.verdict == PROVED:  # from there on it is said of one value
            found = replace(found, open=True)
        if step.relation == "propto" and found.verdict == UNKNOWN:
            reason = "nothing above shows that the quotient is the same throughout, as no bound does"
            found = replace(found, reason=reason)
        self.earlier.done[step.number] = found
        return found

    def _whichever(self, step: Step) -> Judged | None:
        """A line in letters that may be read in several ways: right if one is, wrong if each is."""
        readings = (step.statement, *step.others) if step.statement is not None and step.others else ()
        told: list[Judged] = []
        for reading in readings:
            step.statement = reading
            told.append(otherwise_written(self.settler, step, reading, self._judge(step, reading)))
            if told[-1].verdict == PROVED:
                return told[-1]
        wrong = bool(told) and all(each.verdict == REFUTED for each in told)
        step.statement = readings[0] if wrong else None
        return told[0] if wrong else None

    def _judge(self, step: Step, claim: Prop) -> Judged:
        given = tuple(fact.prop for fact in step.given)
        if any(self.earlier.is_refuted(link) or self.earlier.is_estimate(link) for link in step.links):
            step.first = None  # a chain that is broken says nothing of its first member here
        if (moved := self.moved(step, claim)) is not None:
            return moved
        if (found := for_all_values(self, step, claim, given)) is not None:
            return found
        alone = self._wherever_it_has_a_value(claim, given)
        if alone.status == PROVED:
            narrow = somewhere.of_values_only(self.settler, claim, given) or somewhere.one_of_several(
                self.settler, claim, given
            )
            if narrow is not None:
                return self._beyond_cases(step, claim) or narrow
            if step.iff and step.previous is not None and self.earlier.leads(step.previous, step):
                row = self.as_row(Inference(step, claim, given, step.previous), alone)
                if row is not None and row.verdict == REFUTED:
                    return row  # it holds always, and what it is to be equivalent to does not
            carried = from_the_start(self.settler, step, given, claim.digits) if isinstance(claim, Approx) else None
            return carried or self.under_sound_hypotheses(step, claim, judged_of(alone))
        numbers = unfolded(claim, given)
        if numbers is not None and (found := of_numbers(self.settler, numbers, given)) is not None:
            return found
        printed = as_printed(self.settler, step, claim, given, alone) or self._where_defined(step, claim, given, alone)
        if printed is not None:
            return printed
        if (case := supposed(step, claim, given)) and (found := of_all_turns(self, case)) is not None:
            return found
        if step.previous is not None and self.earlier.leads(step.previous, step):
            row = self.as_row(Inference(step, claim, given, step.previous), alone)
            wrong = row is not None and (row.verdict == REFUTED or row.fails or (row.verdict == UNKNOWN and row.point))
            if wrong and (found := together(self, step, given, alone)) is not None:
                return found
            weaker = row is not None and row.verdict == PROVED and not step.linked and row.sense == "implies"
            if row is not None and (
                not step.premise
                or (row.verdict == PROVED and not weaker)
                or (not weaker and self.is_astray(claim, given, step.previous))
            ):
                return row
            if weaker:
                self.earlier.apart.add(step.number)
                return Judged(UNKNOWN, reason=f"a condition, which says less than line {step.previous.line}")
        if step.premise and is_solution(claim):  # x = 3 of a system, which several lines give together
            found = self._with_earlier(step, claim, given, alone)
            if found.verdict == PROVED:
                return found
        if step.premise:
            self.earlier.since = step.line
            where = f"; it does not follow from line {step.previous.line}" if step.previous is not None else ""
            return Judged(UNKNOWN, reason=f"a condition: what it implies is said under it{where}")
        found = self._with_earlier(step, claim, given, alone)
        if found.verdict == REFUTED and step.arrow and step.previous is not None:
            if self.settler(claim, (*given, step.previous.prop), 0.5).status != REFUTED:  # it is said where that holds
                return Judged(UNKNOWN, reason=f"it is not known whether it follows from line {step.previous.line}")
        return found

    def _beyond_cases(self, step: Step, claim: Prop) -> Judged | None:
        """The proof without what was supposed for a while: of "therefore x = 2 or x = 3", after "if x - 3 = 0"."""
        ending = [fact for fact in step.given if fact.local and isinstance(claim, Or)]
        lasting = tuple(fact for fact in step.given if fact not in ending and fact not in step.concluded)
        if len(lasting) == len(step.given):
            return None
        supposed, step.given = step.given, lasting
        found = self._judge(step, claim)
        if found.verdict == PROVED:
            return found
        step.given = supposed
        return None

    def _wherever_it_has_a_value(self, claim: Prop, given: tuple[Prop, ...]) -> Told:
        """What is known of a claim; a point that fails counts where it is not known that there are values everywhere."""
        alone = self.settler(claim, given)
        if alone.status == UNKNOWN and (written := written_out(claim, given)) is not None:
            told = self._wherever_it_has_a_value(*written)
            return told if told.status != UNKNOWN else alone
        if alone.reason == ESTIMATE:
            return alone
        if alone.status == UNKNOWN and claim.mentions(Derivative) and (rates := worked_out(claim)) != claim:
            told = self._wherever_it_has_a_value(rates, given)  # a point of which only some rates are known
            return told if told.status == REFUTED else alone
        if alone.status == UNKNOWN and (plain := of_a_number(claim)) is not None and is_slip(plain):
            told = self._wherever_it_has_a_value(plain, ())
            return told if told.status == REFUTED else alone
        conditions = [prop for prop in definedness(claim) if prop.free] if alone.status == UNKNOWN else []
        if not conditions:
            return alone
        told = self.settler(claim, (*given, *conditions), 0.5)
        return told if told.status == REFUTED else alone

    def _where_defined(self, step: Step, claim: Prop, given: tuple[Prop, ...], alone: Told) -> Judged | None:
        """A relation that holds wherever its terms have values: a text that writes them means these values."""
        conditions = self._meant(step, claim, given) if alone.status == UNKNOWN else values_of_members(claim, given)
        ask = self._wherever_it_has_a_value if alone.status == REFUTED else lambda c, g: self.settler(c, g, 0.5)
        told = ask(claim, (*given, *conditions)) if conditions else alone
        found = self._under(step, claim, given, told, conditions) if told.status == PROVED else None
        return found if found is not None and found.verdict == PROVED else None

    def _meant(self, step: Step, claim: Prop, given: tuple[Prop, ...]) -> list[Prop]:
        """The conditions under which the terms of a relation have values, where a text that writes them means these values."""
        said = [prop for prop in given if isinstance(prop, Relation) and defines(prop) and prop.left in claim.free]
        needed = dict.fromkeys(prop for each in (claim, *said) for prop in definedness(each))
        conditions = [prop for prop in needed if prop.free and prop not in given]
        if not isinstance(claim, Relation) or somewhere.leaves_values_out(self.settler, step, conditions, given):
            return []
        meant = not step.universal or step.solves or somewhere.have_values_alike(self.settler, claim, given)
        return conditions if meant else []

    def _under(self, step: Step, claim: Prop, given: tuple[Prop, ...], told: Told, conditions: list[Prop]) -> Judged:
        """What is proved where its terms have values."""
        return said_where(self.under_sound_hypotheses(step, claim, judged_of(told), conditions), conditions, given)

    def reach(self, goal: Step, later: Sequence[Step]) -> Judged | None:
        """A goal that the lines after it prove, under no more than what is said before it."""
        given = [fact.prop for fact in goal.given]
        assert goal.statement is not None
        lemmas = [
            step
            for step in later
            if step.part == goal.part
            and step.statement is not None
            and self.is_settled(step)
            and set(relevant(step.statement, [fact.prop for fact in step.given])) <= set(given)
        ]
        same = [step for step in lemmas if step.statement == goal.statement]
        for some in filter(None, (same[:1], lemmas[:MOST_LEMMAS])):
            props = [step.statement for step in some if step.statement is not None]
            told = self.settler.proves(goal.statement, (*given, *props))
            if told.status == PROVED:
                found = self.under_sound_hypotheses(goal, goal.statement, judged_of(told))
                lines = tuple(dict.fromkeys(step.line for step in some))
                trusts = {each for step in some for each in self.earlier.done[step.number].trusts}
                by = f"{found.by}, with {', '.join(f'line {line}' for line in lines)}"
                return replace(found, by=by, needs=lines, trusts=tuple(sorted(trusts | set(found.trusts))))
        return reached(self, goal, later, given)

    def _with_earlier(self, step: Step, claim: Prop, given: tuple[Prop, ...], alone: Told) -> Judged:
        """The step with the claims before it as lemmas; the fewest that do are named."""
        if step.cases and (whole := over_cases(self, step, claim, given)) is not None:
            return whole
        usable = self.earlier.about(claim, step)
        usable += self._cited(step, claim, given, usable)
        if alone.status == REFUTED:  # what holds everywhere holds at that point too
            usable = [fact for fact in usable if not self.earlier.is_firm(fact)]
        if (found := by_lines(self, step, claim, given, usable)) is not None:
            return found
        if alone.status != REFUTED:
            other = self._otherwise(step, claim, given) or self._where_it_has_values(step, claim, given, usable)
            other = other or somewhere.nowhere(self.settler, step, given, alone)
            lack = unsaid(claim, (*given, *(fact.prop for fact in usable)))
            return other or Judged(UNKNOWN, reason=lack or self.settler.advised(alone).reason)
        doubted = is_soft(step.refutable) or step.refutable.startswith(UNREAD)
        if doubted and (against := self._against(step, claim, given)) is not None:
            return against
        if (alone := left_over(self, step, claim, given, usable, alone)).status != REFUTED:
            if (found := self._where_it_has_values(step, claim, given, usable)) is not None:
                return found
            why = step.refutable if is_soft(step.refutable) else EXCLUDED
            return self.unsure(self.settler(claim, given), why)
        if step.linked and any(self.earlier.is_open_reason(self.steps[number], claim) for number in step.reasons):
            return self.unsure(alone, "what stands before it as its reason is not proved")
        found = self._refute(step, claim, given, alone)
        return (excluded(self, step, claim, given, alone) or found) if found.verdict == REFUTED else found

    def _where_it_has_values(
        self, step: Step, claim: Prop, given: tuple[Prop, ...], usable: list[Fact]
    ) -> Judged | None:
        """The proof of a relation by lines before it wherever its terms have values, which is what a text means."""
        conditions = self._meant(step, claim, given)
        if not conditions:
            return None
        under = (*given, *conditions)
        found = by_lines(self, step, claim, under, usable) or by_each_step(self, step, claim, under)
        return None if found is None or found.verdict != PROVED else said_where(found, conditions, given)

    def _cited(self, step: Step, claim: Prop, given: tuple[Prop, ...], usable: Sequence[Fact]) -> list[Fact]:
        """The statements of other parts that a step refers to, proved there under nothing that does not hold here."""
        found = []
        for each in self.earlier.named(step):
            if each.statement is None or each.statement == claim or not self.is_settled(each):
                continue
            under = relevant(each.statement, [fact.prop for fact in each.given])
            if each not in [fact.step for fact in usable] and all(
                prop in given or self.settler.proves(prop, given).status == PROVED for prop in under
            ):
                found.append(Fact(each.statement, "step", each.line, step=each))
        return found

    def _otherwise(self, step: Step, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
        """A claim by what is left to try: from the right side of a line before it, by known facts, by induction."""
        if (
            found := after_a_line(self, step, claim, given, self.earlier.usable(step), self._by_what_is_known)
        ) is not None:
            return found
        if (whole := by_each_step(self, step, claim, given)) is not None:
            return whole
        told, conditions = by_known_facts_and_means(self.settler, claim, given)
        return self._under(step, claim, given, told, conditions) if told.status == PROVED else None

    def _by_what_is_known(self, claim: Prop, given: tuple[Prop, ...]) -> Told:
        told = self.settler.proves(claim, given)
        return told if told.status == PROVED else by_known_facts(self.settler, claim, given)

    def _against(self, step: Step, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
        """Whether a line that words lead to, or values side by side, contradict what they are about: the hypotheses and the
        equations before."""
        parts = [each for each in parts_of(claim) if isinstance(each, Relation)]
        equations = [fact for fact in self.earlier.usable(step) if self.earlier.is_condition(fact)]
        equations = [fact for fact in equations if not is_other_number(claim, fact.prop)]
        about = relevant(claim, (*given, *(fact.prop for fact in equations)))
        led = step.linked or (step.beside and is_solution(claim))
        if led and about and parts and self.settler.contradictory(about):
            about = equations_only(self.settler, step, claim, about)
        if not led or not about or not parts:
            return None
        contrary = [negated(each) for each in parts]
        wrong = [each for each in contrary if self.settler(each, about, 0.5).status == PROVED]
        if not wrong or any(self.settler(each, (), 0.5).status == PROVED for each in wrong):
            return None  # what nothing satisfies, whatever is given, contradicts nothing that is: x**2 + 1 = 0
        if based := [
            found for each in equations if (found := self._in_another_base(Inference(step, claim, given, each)))
        ]:
            return based[0]
        told = self.settler(claim, about, 0.5)
        held = [fact for fact in (*step.given, *equations) if fact.prop in about and fact.line]
        lines = ", ".join(dict.fromkeys(f"line {fact.line}" for fact in held))
        at = f": there {point}" if is_solution(parts[0]) and (point := point_of(told)) else ""
        return Judged(REFUTED, told.by, (), f"contradicts {lines}{at}", told.point, told.difference, told.sides)

    def _refute(self, step: Step, claim: Prop, given: tuple[Prop, ...], told: Told) -> Judged:
        """A point that fails: a refutation, if nothing stands against it."""
        if (told := where_it_converges(self.settler, claim, given, told)).status != REFUTED:
            return self.unsure(told, "it may be meant where the series converges")
        unadvised, told = told, self.settler.advised(told)
        idle, soft = is_idle(claim, told.missing), not step.refutable or is_soft(step.refutable)
        if step.measured and soft and (found := self._of_what_is_measured(step, claim, given, told)) is not None:
            return found
        if step.refutable and not (soft and is_identity_for_a_sign(claim, told.missing) and not is_solution(claim)):
            told_of = step.refutable.startswith((CONDITION, "nothing ")) and not is_equation(claim)
            lack = lacking(self.settler, claim, given, unadvised) if told_of and isinstance(claim, Relation) else ""
            return self.unsure(told, f"needs {lack}, which nothing above gives" if lack else step.refutable)
        chosen = any(is_choice(prop) and told.missing.startswith(f"{min(map(str, prop.free))} ") for prop in given)
        sure = chosen or all(map(is_unit, claim.free)) or is_multiple_of_itself(claim) or isinstance(claim, Iff)
        if lack := "" if sure else lack_of(self.settler, step, claim, given, unadvised, idle=idle):
            return Judged(
                UNKNOWN,
                reason=f"needs {lack}, which nothing above gives; without it, it fails at {point_of(told) or 'a point'}",
                point=told.point,
                fails=True,
            )
        if meant := meant_elsewhere(self.settler, step, claim, given):
            return self.unsure(told, meant)
        signs = (
            claim.free
            and told.missing
            and all(each.endswith((" >= 0", " > 0")) for each in told.missing.split(" and "))
        )
        if signs and step.arrow and len(claim.free) > 2:
            return self.unsure(told, f"it follows under {told.missing}")
        for base, each in in_other_bases(claim, step.latex):
            if self.settler(each, given, 0.5).status == PROVED:
                return self.unsure(told, of_base(base))
        return replace(judged_of(told), trusts=(), point=told.point or {})

    def _of_what_is_measured(self, step: Step, claim: Prop, given: tuple[Prop, ...], told: Told) -> Judged | None:
        """A claim that is right where its letter is not negative, as a length is: `c = \\sqrt{39}` after c^2 = 39."""
        letter = claim.left if isinstance(claim, Relation) else None
        if not isinstance(letter, Variable) or told.missing not in (f"{letter} >= 0", f"{letter} > 0"):
            return None
        sign = letter >= 0 if told.missing.endswith(">= 0") else letter > 0
        lines = self.earlier.usable(step)
        props = [*(fact.prop for fact in lines), sign]
        found = self.settler(claim, (*given, *props), 0.5)
        if found.status != PROVED:
            return None
        proved = self.under_sound_hypotheses(step, claim, judged_of(found), props)
        return replace(
            proved,
            under=(*proved.under, f"{sign}, since it is measured"),
            trusts=self.earlier.rests(proved, lines),
            open=not all(map(self.earlier.is_firm, lines)),
        )

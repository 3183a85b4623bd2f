"""A row under a row: whether it follows from the one before it, and whether the one before follows from it.

A row that has terms moved is the same equation, also where nothing satisfies it. Of values that are named, those that are lost
and those that are no solutions are told. What fails only near a number with a point is told as a doubt, not refuted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from symproof.printed import Approx
from symproof.readers.document.judgement.earlier import Earlier, has_lapsed
from symproof.readers.document.judgement.figures import printed_after
from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.inference import Inference, of_all_entries
from symproof.readers.document.judgement.judged import (
    CONTRADICTORY,
    NOT_READ,
    PROVED,
    REFUTED,
    UNKNOWN,
    Judged,
    is_soft,
    judged_of,
    point_of,
    said_where,
    says,
)
from symproof.readers.document.judgement.meant import of_a_row, says_only_what
from symproof.readers.document.judgement.newest import under_the_newest
from symproof.readers.document.judgement.numerals import in_other_bases, of_base
from symproof.readers.document.judgement.periods import with_periods
from symproof.readers.document.judgement.putting_in import from_the_start, with_values
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.readers.document.judgement.signs import of_a_root, other_zeros, where_positive
from symproof.readers.document.judgement.solving import (
    asks_where_equal,
    counterexample,
    follows_where_defined,
    in_one_letter,
    is_moved,
    strays,
    values_of,
    with_letters,
    without_names,
    worked_out,
)
from symproof.readers.document.judgement.somewhere import one_of_several
from symproof.readers.document.judgement.turning import of_all_turns
from symproof.readers.document.judgement.unsatisfied import (
    barred,
    besides_what_is_excluded,
    exclude_each_other,
    negative_roots,
    of_none,
    solves_formally,
    without_bars,
)
from symproof.readers.document.judgement.within import is_algebraic, places_meant
from symproof.readers.document.known.lasting import defines
from symproof.readers.document.known.likeness import has_other_terms, is_absurd
from symproof.readers.document.lines.kinds import (
    is_choice_of,
    is_equated,
    is_of_another,
    is_order,
    is_solution,
)
from symproof.readers.document.lines.step import Fact, Step
from symproof.readers.document.steps.ends import is_being_solved, less_of, says_less
from symproof.readers.resolve.units import is_unit
from symproof.statement import Exists, Or, Prop, Relation, is_equation, negated
from symproof.substitution import substitute
from symproof.symbols import rational
from symproof.term import Variable

PERIODS = "one that lies a whole number of periods away may be meant with it"
INSIDE = "a solution in an interval that the text names may be meant"


@dataclass
class Rows:
    """Judges rows; `earlier` are the lines that are judged so far."""

    settler: Settler
    earlier: Earlier = field(default_factory=Earlier)
    steps: Sequence[Step] = ()
    beside: Mapping[int, Sequence[Step]] = field(default_factory=dict)
    """The steps that are one of several equations in one letter, side by side, with all of these."""
    heads: dict[int, Judged] = field(default_factory=dict)  # on lines that are found to be cases of one before them

    def moved(self, step: Step, claim: Prop) -> Judged | None:
        """The equation of the row before with its terms moved, also one that nothing satisfies: `6 = 7` after 2x + 6 = 2x + 7."""
        if step.universal:
            return None
        places = [fact for fact in step.given if fact.local]
        rows = [fact for fact in (step.previous,) if fact is not None] or barred(step, places)
        row = next((each for each in rows if not (has_lapsed(each, step) or self.earlier.is_firm(each))), None)
        if row is None or row.prop == claim:
            return None
        before, placed = without_bars(self.settler, row.prop, places)
        solved = self.earlier.is_condition(row)
        if (row is not step.previous and not placed) or not (
            before == claim or is_moved(self.settler, claim, before, solved=solved)
        ):
            return None
        if not self.earlier.stands(row):
            return self.earlier.after_a_slip(row)
        none = not claim.free and self.settler.closed(claim) == REFUTED
        words = f"nothing satisfies line {row.line}" if none else self._stray(step, claim, row)
        found = Judged(PROVED, f"ring, from line {row.line}", needs=(row.line,), sense="equivalent", reason=words)
        return replace(found, trusts=self.earlier.rests(found, [row]), under=placed, open=True)

    def is_astray(self, claim: Prop, given: tuple[Prop, ...], row: Fact) -> bool:
        """Whether an arrow begins with an equation that is neither what was to be solved nor a case of it."""
        if row.kind != "equation" or is_solution(claim) or len(claim.free | row.prop.free) > 1:
            return False
        if not all(map(is_equation, (claim, row.prop))):
            return False
        return self.settler(row.prop, (*given, claim), 0.5).status == REFUTED

    def as_row(self, link: Inference, alone: Told) -> Judged | None:
        """A statement under a statement: it must follow; whether the one before follows from it is told."""
        step, claim, given, row = link = of_all_entries(link)
        if row.prop.free and all(map(is_unit, row.prop.free)):
            return None  # a calculation with units is no equation for one of them
        if (gathered := self.earlier.gathered(claim, row, self.steps)) is not None:
            return gathered
        origins = self.earlier.origins(row)
        written = isinstance(row.prop, Approx) and not isinstance(row.prop.term, Variable)
        if isinstance(row.prop, Approx) and (written or not isinstance(claim, Approx)):  # 0.3x = 1.8 is solved as it is
            row = replace(row, prop=Relation("=", row.prop.term, rational(row.prop.digits)))
        if (unnamed := without_names(row.prop, claim, given)) != row.prop:
            row = replace(row, prop=unnamed)
        link, before = link._replace(row=row), row.prop
        if (printed := printed_after(self.settler, claim, before)) is not None and self.earlier.stands(row):
            lines = replace(printed, needs=(row.line,), open=not self.earlier.is_firm(row))
            return replace(lines, by=f"{printed.by}, from line {row.line}", trusts=self.earlier.rests(printed, [row]))
        if (turned := of_all_turns(self, link)) is not None:
            return turned
        sure = not step.refutable or is_soft(step.refutable)
        if step.iff and sure and (invented := self._invented(claim, row, given)) is not None:
            return invented
        told, conditions = follows_where_defined(self.follows, claim, given, before)
        if not claim.free and before.free and self.settler.contradictory(relevant(before, (*given, before))):
            return Judged(UNKNOWN, reason=f"nothing satisfies line {row.line}, so that anything follows")
        if told.status == PROVED:
            return other_zeros(self, link) or self._that_follows(link, alone, told, conditions)
        if (invented := self._invented(claim, row)) is not None:
            return invented
        if told.status == REFUTED:
            return self._that_fails(link, told, origins)
        return (
            self._in_another_base(link)
            or self._contrary(link._replace(given=link.premises()))
            or (None if step.measured else self._near(link))
        )

    def _that_follows(self, link: Inference, alone: Told, told: Told, conditions: Sequence[Prop]) -> Judged | None:
        """A statement that follows from the row before it, where its conditions hold."""
        (step, claim, given, row), before = link, link.before
        found = self.under_sound_hypotheses(step, claim, judged_of(told), (before, *conditions))
        found = said_where(found, conditions, given)
        if found.verdict != PROVED and (other := of_none(self.settler, step, claim, given, before)) is not None:
            found = other
        elif found.verdict != PROVED and (wrong := besides_what_is_excluded(self.settler, link)):
            return wrong
        elif alone.status == REFUTED and (
            self.earlier.is_partial(row) or self.settler.contradictory(relevant(claim, link.premises()))
        ):
            return None  # it holds where the row has no value, or contradicts what is given
        if found.verdict != PROVED or not self.earlier.stands(row):
            return self.earlier.after_a_slip(row) or found
        if (again := self.earlier.said_again(step, claim, row)) is not None:
            return Judged(UNKNOWN, reason=f"says again what line {again.line} says, which is not proved")
        return self._converse(link, found)

    def _that_fails(self, link: Inference, told: Told, origins: Sequence[Fact]) -> Judged | None:
        """A statement that does not follow from the row before it; unsure where it may be meant as something else."""
        (step, claim, given, row), before = link, link.before
        if row.kind == "equation" and (slip := self.earlier.after_a_slip(row)) is not None:
            return slip
        if (put_in := with_values(self, link) or from_the_start(self, link)) is not None:
            return put_in
        earlier = [fact.prop for fact in self.earlier.usable(step) if all(fact is not each for each in origins)]
        if earlier and self.follows(claim, link.premises(*earlier)).status != REFUTED:
            every, earlier = earlier, [each for each in earlier if not self.settler.contradictory((before, each))]
            if earlier == every or self.follows(claim, link.premises(*earlier)).status != REFUTED:
                return None  # by lines that say nothing of another equation, as x^2 = 9 before x^2 = 4
        for_all = row.step is not None and row.step.universal and not step.arrow  # an arrow is about what it leads from
        if self.earlier.is_firm(row) or is_of_another(claim, before) or for_all:
            return None
        if asks_where_equal(self.settler, claim, before):
            return self.unsure(told, f"it may ask where the two sides of line {row.line} are equal")
        of_values = claim.free and claim.free < before.free and not (step.arrow and step.universal)
        told_else = any(prop.free & before.free for prop in earlier)
        chosen = told_else and is_solution(claim) and not self.settler.contradictory((claim, before, *earlier))
        if of_values and (chosen or not told_else):
            return self.unsure(told, f"it may be line {row.line} at values of its letters")
        if (
            isinstance(before, Relation)
            and defines(before)
            and claim.free == before.right.free
            and len(claim.free) == 1
        ):
            return self.unsure(told, f"it may be another equation, into which line {row.line} is put")
        if doubt := says_only_what(step, before, claim, (*given, *earlier)):
            return self.unsure(told, doubt.format(row.line))
        one_unknown = len([each for each in claim.free | before.free if isinstance(each, Variable)]) == 1
        doubt = step.doubt_under(link.premises())
        if row.step is not None and row.step.refutable.startswith(NOT_READ):  # it may say more of the row's letters
            doubt = row.step.refutable
        if doubt and not is_soft(doubt) and not exclude_each_other(self.settler, before, claim):
            return self.unsure(told, doubt)
        begins = row.step is None or self.earlier.begins(row.step) or (row.step.linked and row.line < step.line)
        begins = begins or has_other_terms(claim, [each.prop for each in origins])
        aside = ((step.beside or not step.linked) and begins) or (step.beside and is_order(claim) and is_order(before))
        if step.joined and step.line == row.line and is_order(claim) and is_order(before):
            return self.unsure(told, f"it may be another condition beside line {row.line}")
        if not one_unknown and (aside or self.earlier.is_beside(step, claim, row)):
            self.earlier.systems.add(step.number)
            return self.unsure(told, f"it may be another equation beside line {row.line}")
        if row.step is not None and row.step.number in self.earlier.systems and is_solution(claim) and not step.arrow:
            return self.unsure(told, f"other equations beside line {row.line} may give it")
        if one_unknown and (positive := where_positive(self, link, told)) is not None:
            return positive
        if not one_unknown and (doubt := of_a_row(self.settler, step, claim, link.premises(), told)):
            return self.unsure(told, doubt)
        where = point_of(told)
        meant = (self.follows(claim, link.premises(*each)) for each in places_meant(link))
        if is_solution(claim) and (step.inside or any(each.status != REFUTED for each in meant)):
            return self.unsure(told, INSIDE)
        if (based := self._in_another_base(link)) is not None:
            return based
        if (signs := of_a_root(claim, before)) and self.follows(claim, link.premises(*signs)).status == PROVED:
            return self.unsure(told, f"it follows from line {row.line} where its letters are positive")
        if with_periods(claim, before, given) is not None:
            return self._near(link) or self.unsure(told, PERIODS)
        pair = {claim, before}
        if len(pair) == 2 and any(isinstance(each, Or) and pair <= set(each.args) for each in earlier):
            return self.unsure(told, "it is one of several values that an earlier line names")
        if is_choice_of(claim, before) or self._is_one_of(claim, before):
            return self.unsure(told, f"it may choose among the values of line {row.line}")
        if is_solution(claim) and where:
            reason = f"{where} solves line {row.line} and is lost here"
        else:
            reason = "" if told.difference and not where else f"does not follow from line {row.line}"
            reason += f": at {where} that line holds and this one does not{says(claim, told)}" if where else ""
        return Judged(REFUTED, told.by, (), reason, told.point, told.difference, told.sides, needs=(row.line,))

    def _is_one_of(self, claim: Prop, before: Prop) -> bool:
        """Whether a line names one of the numbers for which a congruence holds, 2 where the letter is 2 modulo 7."""
        named = values_of(claim) if isinstance(before, Exists) and is_solution(claim) else ()
        held = [self.settler.closed(substitute(before, {letter: value})) == PROVED for letter, value in named]
        return bool(held) and all(held)

    def _near(self, link: Inference) -> Judged | None:
        """A number at which the row before holds and this one does not."""
        step, claim, given, row = link
        firm = (step.refutable and not is_soft(step.refutable)) or self.earlier.is_firm(row)
        if firm or not self.earlier.stands(row):
            return None
        known = [fact.prop for fact in self.earlier.usable(step) if fact is not row]
        before, claimed, given = in_one_letter(row.prop, claim, given)
        wide = with_periods(claimed, before, given)
        found = counterexample(self.settler, claimed, (*given, *known), worked_out(before), wide=wide)
        if found is None:
            return None
        told, at = found
        (letter,) = before.free | claimed.free
        why = f"does not follow from line {row.line}: "
        if told is not None and is_solution(claim) and step.inside:
            return self.unsure(told, INSIDE)
        if told is None:
            near = f"near {letter} = {at:.6g} that line holds, and this one does not"
            return Judged(UNKNOWN, reason=why + near, needs=(row.line,), fails=True)
        there = f"at {letter} = {at} that line holds and this one does not{says(claim, told)}"
        reason = f"{letter} = {at} solves line {row.line} and is lost here" if is_solution(claim) else why + there
        return Judged(REFUTED, told.by, (), reason, {str(letter): str(at)}, told.difference, needs=(row.line,))

    def _in_another_base(self, link: Inference) -> Judged | None:
        """A row that may follow with logarithms to another base, which may be meant."""
        step, claim, given, row = link
        named = "log" if "log(" in str(row.prop) and step.bare_logs and r"\ln" not in step.latex else ""
        latex = f"{step.latex} {row.step.latex if row.step is not None else named}"
        for (base, meant), (_, start) in zip(
            in_other_bases(claim, latex), in_other_bases(row.prop, latex), strict=True
        ):
            if self.follows(meant, (*given, start)).status != REFUTED:
                return Judged(UNKNOWN, reason=of_base(base))
        return None

    def _contrary(self, link: Inference) -> Judged | None:
        """Whether a row is the contrary of what follows from the one before, at points that have no name: irrational ones."""
        step, claim, given, row = link
        if self.earlier.is_firm(row) or self.earlier.is_open(row):
            return None
        if not is_equation(claim):
            return None
        if row.part != step.part and is_solution(row.prop) and is_solution(claim):
            return None  # x_2 = 3 under one heading and x_2 = 10 under another are two letters
        about = relevant(claim, given)
        told = self.settler(Relation("!=", claim.left, claim.right), about, 0.5)
        if told.status != PROVED or self.settler.contradictory(about):
            return None
        values = isinstance(row.prop, Or) and is_solution(row.prop) and is_solution(claim)
        if values and not self._stray(step, claim, row):
            return self.unsure(told, f"it may be a solution beside those of line {row.line}")
        if self.settler(Relation("!=", claim.left, claim.right), relevant(claim, given[:-1]), 0.5).status == PROVED:
            return None  # whatever the row says
        return Judged(REFUTED, told.by, told.trusts, f"contradicts line {row.line}", point={}, needs=(row.line,))

    def follows(self, claim: Prop, given: Sequence[Prop]) -> Told:
        """Whether a claim follows; one of several alternatives, when the others are excluded."""
        general = with_letters(claim, given)
        if general is not None and (told := self.settler.proves(*general)).status == PROVED:
            return told
        told = self.settler(claim, given)
        if told.status != "unknown" or not isinstance(claim, Or) or negative_roots(claim):
            return told
        *others, last = claim.args
        if not all(isinstance(each, Relation) for each in others):
            return told
        excluded = [negated(each) for each in others if isinstance(each, Relation)]
        rest = self.settler(last, [*given, *excluded])
        return rest if rest.status == PROVED else told

    def _converse(self, link: Inference, found: Judged) -> Judged:
        step, claim, given, row = link
        solved = is_being_solved(step, row, self.earlier.is_condition)
        whole = less_of(step, claim, row, solved=solved) if step.half else row.prop
        back = self.follows(whole, (*given, claim)) if whole.free else Told("unknown")
        found = replace(
            found,
            by=f"{found.by}, from line {row.line}",
            needs=(row.line,),
            trusts=self.earlier.rests(found, [row]),
            open=not self.earlier.is_firm(row),
            reason=self._stray(step, claim, row),
        )
        if back.status == PROVED:
            return replace(found, sense="equivalent")
        if step.half and whole is row.prop:
            return found
        if back.status == REFUTED and point_of(back):
            words = f"{point_of(back)} holds here and not in line {row.line}: the step goes one way only"
            if isinstance(claim, Or) and (invented := self._invented(claim, row)) is not None:
                return invented
            if step.iff:
                return Judged(REFUTED, back.by, reason=f"not equivalent: {words}", point=back.point, needs=(row.line,))
            if not step.arrow and says_less(claim, whole, led=step.linked or whole is not row.prop, solved=solved):
                return Judged(REFUTED, back.by, reason=words, point=back.point, needs=(row.line,))
            return replace(found, sense="implies", reason=found.reason or words)
        if (
            step.iff
            and (not step.refutable or is_soft(step.refutable))
            and (at := self._more_than(claim, given, row)) is not None
        ):
            words = f"not equivalent: at {at} it holds, and line {row.line} does not"
            return Judged(REFUTED, "falsify", reason=words, point={}, needs=(row.line,))
        return replace(found, sense="" if back.status == UNKNOWN else "implies")

    def _more_than(self, claim: Prop, given: tuple[Prop, ...], row: Fact) -> str | None:
        """A number at which a line holds, and the one before it fails or has no value."""
        found = counterexample(self.settler, row.prop, given, claim, values=True)
        if found is None or found[0] is None:
            return None
        (letter,) = row.prop.free | claim.free
        return f"{letter} = {found[1]}"

    def _invented(self, claim: Prop, row: Fact, given: Sequence[Prop] | None = None) -> Judged | None:
        """A value that a line names for the letter of an equation, and that does not solve it. An equation that is no polynomial
        may have been changed to one with more solutions, unless the line is said to be equivalent, `given` what is known."""
        equation = worked_out(row.prop)
        if given is not None and not isinstance(equation, Relation):
            return None
        named = equation.args if isinstance(equation, Or) else (equation,)
        if (
            (given is None and not all(map(is_algebraic, named)))
            or self.earlier.is_firm(row)
            or not self.earlier.stands(row)
        ):
            return None
        for letter, value in values_of(claim):
            if self.earlier.was_found(Relation("=", letter, value), row, self.steps):
                continue
            there = substitute(equation, {letter: value}) if letter in equation.free else None
            if solves_formally(equation, letter, value):
                return Judged(UNKNOWN, reason=f"{value} is no real number")
            if isinstance(there, Prop) and self.settler.closed(there) == REFUTED:
                reason = f"{letter} = {value} does not solve line {row.line}{says(there, self.settler(there))}"
                return Judged(REFUTED, "falsify", reason=reason, needs=(row.line,))
        return None

    def _stray(self, step: Step, claim: Prop, row: Fact) -> str:
        """Which of the values that a line names do not solve the equation that was to be solved."""
        equations = [fact for fact in step.earlier if fact.kind == "equation" and fact.block == step.block]
        start = next((fact for fact in equations if fact is not row), None)
        wrong = strays(claim, start.prop) if start is not None and is_equated(start.prop) else []
        return f"{' and '.join(wrong)}: no solution of line {start.line}" if start is not None and wrong else ""

    def under_sound_hypotheses(self, step: Step, claim: Prop, found: Judged, extra: Sequence[Prop] = ()) -> Judged:
        """A proof counts only under hypotheses that do not contradict each other, as they do where they prove what is absurd."""
        given = relevant(claim, [*(fact.prop for fact in step.given), *extra])
        if is_absurd(claim) or (given and found.trusts != ("assumed",) and self.settler.contradictory(given)):
            if (newest := under_the_newest(self.settler, self.earlier, step, claim, given)) is not None:
                return newest
            lines = ", ".join(fact.where for fact in step.given if fact.prop in given) or f"line {step.line}"
            return Judged(UNKNOWN, reason=f"{CONTRADICTORY}: {lines}")
        told = found.verdict == PROVED and not is_solution(claim)  # what an unknown may be is tried one by one
        narrow = one_of_several(self.settler, claim, given) if told else None
        return narrow or replace(found, under=tuple(fact.where for fact in step.given if fact.prop in given))

    def is_settled(self, step: Step) -> bool:
        """Whether a line is proved and rests on nothing that is not."""
        judged = self.earlier.done.get(step.number)
        return judged is not None and judged.verdict == PROVED and not judged.open and not judged.assumes

    # Earlier lines --------------------------------------------------------------------------------------

    def unsure(self, told: Told, why: str) -> Judged:
        """A line that fails at a point, and why that does not refute it."""
        where = f"fails at {point_of(told)}; " if point_of(told) else ""
        return Judged(UNKNOWN, reason=f"{where}{why}", point=told.point)

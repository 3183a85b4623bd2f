"""Letters that a line brings in: `S = 1 + 2 + 3`, `a_1 = 3`, `P(A) = 0.5`, of which nothing was said before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeGuard

from symproof.readers.document.finding.located import Source
from symproof.readers.document.known.finite_laws import of_finite_laws
from symproof.readers.document.known.given import letters_of_all
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.lasting import brought_as
from symproof.readers.document.known.likeness import agreement
from symproof.readers.document.known.recurrences import recurrence
from symproof.readers.document.known.spoken import (
    is_given_unread,
    is_inferred_of_known,
    is_known_integral,
    is_named_by_formulas,
    is_of_any_number,
    is_quantified,
    kind_of,
)
from symproof.readers.document.known.witnesses import SOME_BEHIND, is_of_another_number, witness_of
from symproof.readers.document.known.worded_conditions import CONDITION
from symproof.readers.document.lines.asking import note, origin, set_role
from symproof.readers.document.lines.following import ENDS, begins, is_constrained, minimizer_in, names_a_minimizer
from symproof.readers.document.lines.kinds import LETTERS
from symproof.readers.document.lines.step import Fact, Heard
from symproof.readers.document.lines.unit import IMPLICATIONS, Unit
from symproof.readers.document.steps.ranged import for_each, leaves_none_out
from symproof.readers.document.steps.unfolding import leaves_open, members_in
from symproof.readers.document.words.chance import has_a_law
from symproof.readers.document.words.letters import is_letter
from symproof.readers.document.words.phrases import MEASURES
from symproof.readers.document.words.restricted import EXCEPT
from symproof.readers.document.words.sentences import SENTENCE
from symproof.readers.resolve import Context, Outcome, Reading
from symproof.readers.resolve.dependence import hides, is_rate, is_unknown_rate
from symproof.statement import Minimizer, Prop, Relation, is_equation, parts_of
from symproof.substitution import substitute
from symproof.term import (
    Add,
    MatrixVariable,
    Norm,
    Number,
    Pow,
    Scalar,
    ScalarAt,
    Sum,
    Term,
    Variable,
    VectorAt,
    VectorSum,
    VectorVariable,
)

WORD = re.compile(r"[A-Za-z]{2}")
MEAN = re.compile(r"\\(?:bar|overline)\s*\{?.+")
EXCEPTED = re.compile(rf"(?:{EXCEPT}|\bbut)\W*$", re.IGNORECASE)
"""Words before the value that is left out, "for all $u$ but $u = 0$"."""
OTHERWISE = re.compile(r"\b(?:otherwise|else)\W*$", re.IGNORECASE)
CLAIMED = re.compile(
    r"\b(?:have|has|get|obtain|find|see|then|so|hence|thus|therefore|holds?)(?:\s+that)?\W*$", re.IGNORECASE
)
"""Words before what is claimed, under a condition behind it."""


class Bringing:
    """Takes in what lines say that new letters are."""

    def __init__(self, source: Source, context: Context, known: Knowledge) -> None:
        self.source, self.context, self.known = source, context, known
        self.places: dict[Term, int] = {}
        """Which formula said last what a letter is."""

    def introduces(
        self, outcome: Outcome, unit: Unit, role: str, heard: Heard, under: Sequence[Fact] = (), *, first: bool
    ) -> bool:
        """Whether `S = ...` brings in a letter that nothing was said of, or gives a value to one that only stands in what others
        are: then it says what the letter is."""
        if not isinstance(outcome, Reading):
            return False
        if isinstance(outcome.term, Prop) and minimizer_in(outcome.term) is not None:
            return first and self._names_a_minimizer(outcome.term, outcome, unit, heard)
        if not is_equation(outcome.term):
            return False
        if unit.connector in IMPLICATIONS and self.known.previous is None:
            return False  # from what is not read it follows
        if role != "goal" and self._names_a_number(outcome.term, unit, heard):
            return True
        laws = [each.prop for each in self.known.facts]
        if next(of_finite_laws(outcome.term.left.free, laws, self.context.compared), None) is not None:
            return False  # the text lists all probabilities
        if first and role != "goal" and (mean := _mean_named(outcome.term)) is not None:
            if mean.left not in self.known.seen:
                self._bring(mean, outcome, unit, heard).brought = "found"
                return True
        letter, term = outcome.term.left, outcome.term.right
        if role != "goal" and self._is_spoken_of(letter, term, unit):
            return False
        behind = self.source.text[unit.display.formula.end :][:80]
        if first and role in ("", "conclusion") and CLAIMED.search(unit.display.prose) and CONDITION.match(behind):
            return False  # "we have a = b if the sum vanishes"
        if unit.premise and unit.display.said.connects and isinstance(letter, (MatrixVariable, VectorVariable)):
            return False  # "then A = B implies ..." says of no letter what it is
        told = bool(term.free) and term.free <= self.known.seen
        if self._is_square(letter, term) and (told or term.mentions(Sum)) and role in ("", "conclusion"):
            fact = self._bring(outcome.term, outcome, unit, heard)
            fact.kind = "hypothesis"
            self.known.add(replace(fact, prop=letter.base >= 0))
            return True
        if first and role in ("", "conclusion") and not unit.display.said.connects:
            if (variance := self._variance(letter, term)) is not None:
                fact = self._bring(variance, outcome, unit, heard)
                fact.kind, fact.brought = "hypothesis", "found"
                return True
        if first and ENDS.search(unit.display.prose):
            self.known.end_trial(letter, term)
        if isinstance(letter, (ScalarAt, VectorAt)) and (role == "goal" or not first):
            return False
        if isinstance(letter, ScalarAt) and self._gives_members(letter, outcome, unit, heard, under):
            return True
        if isinstance(letter, (ScalarAt, VectorAt)):
            return self._gives_drivers(letter, outcome, unit, heard)
        if not isinstance(letter, LETTERS) or letter in term.free or role == "goal" or is_rate(letter) or unit.solution:
            return False
        if first and role == "conclusion" and unit.display.said.connects and not is_letter(unit.members[0].node):
            return False  # "then E[X] = 0": a mean is no name
        if has_a_law(letter, self.source.text, unit.display.formula.start):
            return False  # "let X be uniform on [0, 2]. The mean is E[X] = 2"
        if is_unknown_rate(letter) and any(map(is_unknown_rate, term.free)):
            return False  # D(p, q) = D(q, p) says what neither is, and P(A, B) = P(A) P(B) is a claim
        if term.free and role != "definition" and any(hides(each, letter) for each in self.known.seen):
            return False  # X = Y, after something was said of E[X | Y]
        again = letter in self.known.seen and first and not unit.display.said.references
        elsewhere = not term.free and self._is_supposed_in_another_part(letter)
        other = self._is_of_another_item(letter)
        if again and (elsewhere or other or begins(unit) or self._is_of_another_sentence(letter, unit)):
            worded = bool(WORD.search(unit.display.prose)) or self._is_another_term(letter, term, unit)
            self.known.begin_again(outcome.term, worded=other or worded)
        valued = role == "" and not unit.connector and not term.free and self.known.has_no_value_yet(letter)
        valued |= str(letter).startswith("E[") and not term.free and not self._said_here(letter)
        if letter in self.known.seen and not valued and not (again and self.known.anew(outcome.term)):
            self.places[letter] = unit.display.number
            return False
        if begins(unit) and WORD.search(unit.display.prose):
            self.known.previous = None  # rows do not go on over another matter
        self.places[letter] = unit.display.number
        given = isinstance(term, Number) and len(unit.signs) == 1 and not unit.display.said.connects
        fact = self._bring(outcome.term, outcome, unit, heard)
        fact.brought = "given" if given else "found"
        if OTHERWISE.search(unit.display.before):  # in the last of several cases
            fact.local = fact.aside = True
        return True

    def _names_a_minimizer(self, prop: Prop, outcome: Reading, unit: Unit, heard: Heard) -> bool:
        r"""Whether `w^* = \argmin_w \{...\}`, to which no words lead, says what a new letter is."""
        said = unit.display.said
        if not names_a_minimizer(prop, self.known.seen) or said.connects or said.universal or unit.connector:
            return False
        if isinstance(prop, Minimizer) and is_constrained(unit.display, prop, self.source.text):
            self.known.leave_unread(heard.line, heard.latex)
            set_role(heard, "definition")
            return True
        self._bring(prop, outcome, unit, heard)
        return True

    def _is_spoken_of(self, letter: Term, term: Term, unit: Unit) -> bool:
        """Whether a letter stands for something of which the text has spoken, so that an equation for it is a claim. Where words
        say of which kind it is, what they say is not read."""
        sequence = letter.sequence if isinstance(letter, ScalarAt) else letter
        start = unit.display.formula.start
        if is_quantified(letter, self.source.text[max(start - 200, 0) : start]):
            return True
        said_of = letters_of_all(unit.display, self.source.text)
        if getattr(letter, "name", "") in said_of and not EXCEPTED.search(unit.display.prose):
            return True  # "we have $x = y$ for all real $x$ and $y$" says no more what x is
        if is_known_integral(letter) or is_given_unread(sequence, [each.latex for each in self.known.unread]):
            return True
        if not unit.display.said.connects or letter in self.known.seen:
            return False
        if isinstance(letter, ScalarAt):
            return is_inferred_of_known(sequence, self.source.text[: unit.display.formula.start])
        behind = SOME_BEHIND.match(self.source.text[unit.display.formula.end :][:120])
        some = behind is not None and getattr(letter, "name", "") in self.known.told
        before = self.source.text[max(start - 400, 0) : start]
        if (
            some
            or is_named_by_formulas(letter, before)
            or is_of_any_number(letter, unit.display.prose, self.known.told)
        ):
            return True
        kind = kind_of(letter, before) if term.free <= letter.free else ""
        if kind:
            self.known.leave_unread(self.source.place(start)[0], kind, unit.display.paragraph)
        return bool(kind)

    def _names_a_number(self, prop: Prop, unit: Unit, heard: Heard) -> bool:
        """Whether an equation names the number of which it is supposed that there is one, n = 2k + 1 of an odd n; or, wrongly,
        writes another one by its letter, which is then not known of any."""
        if is_of_another_number(prop, self.known):
            self.known.leave_unread(heard.line, heard.latex)
            heard.role, heard.problem = "hypothesis", heard.problem or "its letter stands for another number already"
            heard.problem_line = heard.problem_line or heard.line
            return True
        some = SOME_BEHIND.match(self.source.text[unit.display.formula.end :][:120])
        found = None if some else witness_of(prop, self.known.facts, self.known.seen, self.known.told)
        if found is None:
            return False
        fact, letter = found
        self.context.declare(letter.name, "integer")
        prop = substitute(prop, {letter: self.context.names[letter.name]})
        self.known.facts.append(replace(fact, prop=prop, line=heard.line))
        self.known.seen |= prop.free
        heard.role, heard.reading = "definition", heard.reading or str(prop)
        return True

    def _is_square(self, letter: Term, term: Term) -> TypeGuard[Pow]:
        """Whether a term is the square of a letter of which nothing was said, and which says what that is: in a text about
        lengths, `c^2 = a^2 + b^2`, or as a sum, `s^2 = \\frac1n \\sum_i (x_i - m)^2`."""
        base = letter.base if isinstance(letter, Pow) and letter.exponent == Number(Fraction(2)) else None
        if not isinstance(base, Variable) or base in self.known.seen | term.free:
            return False
        return term.mentions(Sum) or bool(MEASURES.search(self.source.text))

    def _variance(self, moment: Term, term: Term) -> Relation | None:
        """What a variance is by a term that is set equal to it, or to the mean square, `E[X^2] = 91/6` after `E[X] = 7/2`; None
        where something was said of the deviations of the random number, or the term has letters of which nothing was."""
        parts = moment.args if isinstance(moment, Add) else (moment,)
        square = parts[0].base if isinstance(parts[0], Pow) and parts[0].exponent == Number(Fraction(2)) else None
        deviation = square.vector if isinstance(square, Norm) else None
        if not isinstance(deviation, VectorVariable) or " - E[" not in deviation.name:
            return None
        here = (self.known.part, self.known.item)
        old = [each for each in self.known.facts if each.brought and (each.part, each.item) != here]
        old = [each for each in old if deviation in each.prop.free]
        if any(each not in old for each in self._said_here(deviation)):
            return None
        self.known.drop(old)  # that of another exercise
        means = [each for each in parts[1:] if isinstance(each, Pow) and isinstance(each.base, Variable)]
        if (
            len(means) < len(parts) - 1
            or not isinstance(term, Scalar)
            or not term.free <= self.known.seen - moment.free
        ):
            return None
        known = [each.prop for each in self.known.facts if isinstance(each.prop, Relation) and each.prop.kind == "="]
        values = {each.left: each.right for each in known if isinstance(each.left, Variable) and not each.right.free}
        return Relation("=", parts[0], substitute(Add((term, *(-each for each in means))) if means else term, values))

    def _said_here(self, letter: Term) -> list[Fact]:
        """What is known of a letter, and what is claimed of it in this item."""
        here = (self.known.part, self.known.item)
        claims = [each for each in self.known.claims if (each.part, each.item) == here]
        return [each for each in (*self.known.facts, *claims) if letter in each.prop.free]

    def _is_of_another_item(self, letter: Term) -> bool:
        """Whether an item of a list before this one has brought a letter in, where the items are no steps of one solution."""
        brought = [each.item for each in self.known.facts if each.brought and each.prop.free == {letter}]
        return not self.known.solving and any(0 < item < self.known.item for item in brought)

    def _is_another_term(self, letter: Term, term: Term, unit: Unit) -> bool:
        """Whether a paragraph begins with what a letter is, by quite another term of the letters by which it was given before."""
        if not any(each.kind in ("paragraph", "item") for each in unit.display.crossed):
            return False
        before = [given for each in self.known.facts if (given := brought_as(each, letter)) is not None]
        same = [given for given in before if term.free and given.free == term.free]
        return any(agreement(Relation("=", given, term)) < 0.5 for given in same)

    def _is_of_another_sentence(self, letter: Term, unit: Unit) -> bool:
        """Whether a letter was brought in before the sentence of a formula, and no word leads on from there."""
        display = unit.display
        start = display.number - SENTENCE.split(display.before)[-1].count("·")
        return (
            not display.said.connects and unit.connector not in IMPLICATIONS and self.places.get(letter, start) < start
        )

    def _is_supposed_in_another_part(self, letter: Term) -> bool:
        """Whether a part before this one, or an item, supposes what a letter is: it may be another one here."""
        supposed = [each for each in self.known.facts if each.kind == "hypothesis"]
        return any(brought_as(each, letter, self.known.part, self.known.item) is not None for each in supposed)

    def _bring(self, prop: Prop, outcome: Reading, unit: Unit, heard: Heard) -> Fact:
        """Take in what a formula says that something is."""
        line, _ = self.source.place(origin(unit.members[0].node, unit.members[0].display))
        fact = self.known.fact(prop, "definition", line)
        fact.brought_in = unit.display.sentence
        self.known.add(fact)
        set_role(heard, "definition")
        note(heard, outcome, unit.display, self.source)
        return fact

    def _is_open(self, sequence: Term) -> bool:
        """Whether of a sequence nothing was said, but what other letters are in terms of it."""
        said = [each.prop for each in self.known.facts if sequence in each.prop.free]
        of_others = [prop for prop in said if is_equation(prop) and isinstance(prop.left, Variable)]
        claimed = any(sequence in each.prop.free for each in self.known.claims)
        return sequence not in self.known.seen or (bool(said) and of_others == said and not claimed)

    def _gives_members(
        self, member: ScalarAt, outcome: Reading, unit: Unit, heard: Heard, under: Sequence[Fact]
    ) -> bool:
        """Whether `a_n = 2n` or `a_1 = 3` brings in a sequence of which nothing was said, or no value; then it says what its
        members are, or some of them `under` conditions on their places."""
        assert isinstance(outcome.term, Relation)
        sequence, index, term = member.sequence, member.index, outcome.term.right
        if isinstance(index, Number):
            said = [each.prop for each in self.known.facts if sequence in each.prop.free]
            if term.free or not all(leaves_open(each, member) for each in said):
                return False
        else:
            again = any(each.sequence == sequence and each.index.free for each in members_in(term))
            if again or not isinstance(index, Variable) or index not in term.free or not self._is_open(sequence):
                return False
        prop: Prop = outcome.term
        if isinstance(index, Variable) and (places := _some_places(index, under)):
            prop = for_each(index, places, prop)
        self._bring(self.known.for_all_indices(prop), outcome, unit, heard)
        return True

    def _gives_drivers(self, member: ScalarAt | VectorAt, outcome: Reading, unit: Unit, heard: Heard) -> bool:
        """Whether `v_t = \\nabla f(w_t)`, to which no words lead, says what the members of a sequence are that so far only moves
        others, w_{t+1} = w_t - v_t: what was found for any of that kind is now said of this one."""
        assert isinstance(outcome.term, Relation)
        sequence, term = member.sequence, outcome.term.right
        said = [each.prop for each in self.known.facts if sequence in each.prop.free]
        moves = bool(said) and all(_is_rule_of_another(each, sequence) for each in said)
        if not moves or unit.display.said.connects or sequence in term.free or not _is_of_one_place(outcome.term):
            return False
        self._bring(self.known.for_all_indices(outcome.term), outcome, unit, heard)
        return True


def _some_places(place: Variable, under: Sequence[Fact]) -> list[Prop]:
    """The conditions on an index that leave out more than the first places, "a_n = n for n <= 3": of no others is it said."""
    said = [part for fact in under for part in parts_of(fact.prop) if place in part.free]
    return [] if all(map(leaves_none_out, said)) else said


def _is_rule_of_another(prop: Prop, sequence: Term) -> bool:
    """Whether an equation says how a sequence goes on in terms of another one."""
    return recurrence(prop) not in (None, sequence)


def _is_of_one_place(prop: Relation) -> bool:
    """Whether the members of sequences in an equation have one index, and that is a letter: none is worked out of the next."""
    places = {each.index for each in prop.subterms() if isinstance(each, (ScalarAt, VectorAt))}
    return len(places) == 1 and all(isinstance(place, Variable) for place in places)


def _mean_named(equation: Relation) -> Relation | None:
    """That a letter with a bar is the sum that stands in its place on the other side of an equation which is the same but for
    these, `f(\\bar w) = f(1/T sum of w_t)`; None of another one."""
    apart = {each for each in _differing(equation.left, equation.right) if each[0] != each[1]}
    ((letter, term),) = apart if len(apart) == 1 else {(equation.left, equation.right)}
    named = letter != equation.left and isinstance(letter, LETTERS) and MEAN.fullmatch(letter.name)
    return Relation("=", letter, term) if named and term.mentions(Sum, VectorSum) and letter not in term.free else None


def _differing(left: Term, right: Term) -> Iterator[tuple[Term, Term]]:
    """Where two terms differ that are of one form: the parts that stand in the same places."""
    parts = (left.children(), right.children())
    if left == right or isinstance(left, LETTERS) or type(left) is not type(right) or len(parts[0]) != len(parts[1]):
        yield left, right
    else:
        for one, other in zip(*parts, strict=True):
            yield from _differing(one, other)

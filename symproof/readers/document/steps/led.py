"""What stands behind a weak word such as "for" or "with" and supposes nothing: "for $x > 0$, ..." leads to what holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from symproof import term as tm
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.lasting import defines, names_part
from symproof.readers.document.known.likeness import is_linear
from symproof.readers.document.known.recurrences import members_named, members_of
from symproof.readers.document.known.ruling import is_of_what_is_given
from symproof.readers.document.known.spoken import is_said_of_a_kind
from symproof.readers.document.known.ties import NAMES
from symproof.readers.document.lines.asking import text_of
from symproof.readers.document.lines.following import alternative_before, is_rewritten, is_started_from
from symproof.readers.document.lines.kinds import LETTERS, are_bounds, cases_of, is_between_indices, is_solution
from symproof.readers.document.lines.placing import is_place
from symproof.readers.document.lines.signs import is_without_bars
from symproof.readers.document.lines.step import Fact, Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.steps.bounding import USES, is_bounded_by
from symproof.readers.document.steps.ends import fails_at
from symproof.readers.document.steps.listing import brings, has_a_rule, is_in_bare_list
from symproof.readers.document.words.conditions import listed_condition
from symproof.readers.document.words.letters import called, is_letter, is_listed, is_plain
from symproof.readers.document.words.outline import Display, is_name
from symproof.readers.document.words.phrases import EACH_SUCH, MAIN_CLAUSE, OF_A_FUNCTION
from symproof.readers.document.words.prose import AFTER_UNIVERSAL, CLAUSE, JOINS, LETS, QUANTIFIED, STRONG, Announcement
from symproof.readers.document.words.sentences import SENTENCE, sentence_before
from symproof.readers.document.words.supposing import FOR_ALL
from symproof.readers.notation.tree import Fence, Juxtaposed, Node, Number
from symproof.readers.resolve.dependence import is_rate
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.units import is_unit
from symproof.statement import And, Exists, Or, Prop, Relation, is_equation, under_each
from symproof.term import Derivative, Function, Gradient

Stated = Callable[[Unit], Fact | None]
WISHED = re.compile(r"(let|assum|suppos|given|such|provided|if|when|satisfy)", re.IGNORECASE)
"""Phrases after which an equation for a derivative is to be fulfilled: it says what a letter in it must be."""
EVERY = re.compile(rf"\b{FOR_ALL}\b", re.IGNORECASE)


WITH_VALUE = re.compile(r"\bwith (?:the|an?|its) (?:\w+ )?value\s*$", re.IGNORECASE)
"""Words before a term that is worked out, "largest at $t = 1$, with the value $t(2 - t) = 1$"."""
SOUGHT = re.compile(
    r"\s*[.;,]\s*(?:find|determine|compute|calculate|evaluate|what is)\b(?: the)?(?: exact)?(?: values? of)?\s*(?P<end>$)?",
    re.IGNORECASE,
)
"""Words behind what is given that ask for something."""
BY_DEFINITION = re.compile(r"\bby (the )?definition\b", re.IGNORECASE)
LISTS = re.compile(r"\s*,?\s*(and)?\s*")
LABEL = re.compile(r"^.*\n|\*\*.*?\*\*|^\W*+(?:given|if)?\W*+\w{1,3}[.):]", re.DOTALL)


def supposed(said: Announcement, **changes: Any) -> tuple[str, Announcement]:
    """The role of a hypothesis, and the words that say so, changed where they do not."""
    return "hypothesis", replace(said, role="hypothesis", **changes)


class Led:
    """Says so of formulas; `stated` reads what one of them says."""

    def __init__(self, known: Knowledge, heard: Sequence[Heard], displays: Sequence[Display], stated: Stated) -> None:
        self.known, self.heard, self.displays, self.stated = known, heard, displays, stated
        self.open: list[Fact] = []  # alternatives with which sentences began

    def _is_one_case(self, unit: Unit) -> bool:
        """Whether a sentence or an item starts from one of several alternatives that were claimed."""
        fact = self.stated(unit) if len(unit.signs) == 1 and is_started_from(unit.display) else None
        if fact is None:
            return False
        prop, told = fact.prop, [each.prop for each in self.known.facts]
        claimed = [each for each in self.known.claims if isinstance(each.prop, Or)]
        self.open += [each for each in claimed if prop in cases_of(each.prop, told)]
        return any(each.part == self.known.part and prop in cases_of(each.prop, told) for each in self.open)

    def _has_a_sign(self, unit: Unit) -> bool:
        """Whether an equation is what is to be solved without its bars, for one sign of what stands in them."""
        fact, equation = self.stated(unit), self.known.equation
        return fact is not None and equation is not None and is_without_bars(fact.prop, equation.prop)

    def _looked_at(self, role: str) -> str:
        """The role of values of the letter of what is to be solved: of an inequality they are its critical points."""
        equation = self.known.equation
        return "trial" if equation is not None and are_bounds(equation.prop) else role

    def around(self, display: Display) -> tuple[str, str]:
        """The words of its sentence before a formula, and those behind it over the next formula."""
        behind = [each.after for each in self.displays[display.number :][:2] if each.paragraph == display.paragraph]
        return SENTENCE.split(display.before)[-1], "·".join(behind)

    def _heads_a_list(self, display: Display) -> bool:
        """Whether a formula alone in an item of a list is a case, of which the list inside says something: "- $d > 0$"."""
        own = next((each for each in reversed(display.crossed) if each.kind == "item"), None)
        if own is None or display.prose.rpartition("\n")[2].strip(" *_.-") or display.after.strip(" *_.\n"):
            return False
        behind = self.displays[display.number + 1].crossed if display.number + 1 < len(self.displays) else ()
        levels = [each.level if each.kind == "item" else 0 for each in behind if each.kind != "paragraph"]
        return levels[:1] > [own.level] and not display.formula.display

    def is_listed(self, unit: Unit) -> bool:
        """Whether a formula brings in something in a sentence that only lists formulas, "now v = A u and |u| <= B"; where the
        letter of an equation to be solved lies is what was found."""
        fact = self.stated(unit) if len(unit.signs) == 1 and is_in_bare_list(unit.display, self.displays) else None
        if fact is not None and self.known.equation is not None and fact.prop.free == self.known.equation.prop.free:
            return False
        if fact is not None and self._solves_the_line_above(fact.prop, unit.display):
            return False
        ruled = fact is not None and has_a_rule(unit.display, self.displays)
        return fact is not None and brings(fact.prop, self.known.facts, self.known.seen, ruled=ruled)

    def _solves_the_line_above(self, prop: Prop, display: Display) -> bool:
        """Whether a line of its own says where the letter lies of the linear inequality in the line above it, `-2x > 6` and then
        `x < -3`: that it is not below 0 may be supposed beside it."""
        before = self.known.previous.prop if self.known.previous is not None else None
        if not isinstance(before, Relation) or not isinstance(prop, Relation) or re.search(r"[^\s.]", display.prose):
            return False
        rows = "\n" in display.prose and are_bounds(before, prop) and before.free == prop.free
        supposed = prop.kind in (">", ">=") and prop.right == tm.ZERO
        return rows and is_linear(before) and not supposed

    def _is_new_place(self, unit: Unit) -> bool:
        """Whether a relation says where letters lie of which no hypothesis speaks, or bounds something by one, |u| <= B."""
        fact = self.stated(unit) if not unit.premise else None
        if fact is not None and is_bounded_by(fact.prop, self.known.seen):
            return True
        fact = fact if is_place(unit) else None
        sides = fact.prop.children() if fact is not None and isinstance(fact.prop, Relation) else ()
        if fact is None or not all(isinstance(each, tm.Variable) or not each.free for each in sides):
            return False
        return not any(fact.prop.free & each.prop.free for each in self.known.facts)

    def _is_known(self, unit: Unit, said: Announcement) -> bool:
        """Whether words call known what says where letters lie of which nothing was said, "we know that x > 0", or use what
        bounds something by a letter, "using the bounds |w| <= B and |v| <= rho", of which nothing is supposed."""
        if said.phrase.lower().endswith("know"):
            return self._is_new_place(unit)
        fact = self.stated(unit) if USES.search(sentence_before(unit.display.before)) else None
        supposed = {letter for each in self.known.facts for letter in each.prop.free}
        return fact is not None and not unit.display.formula.display and is_bounded_by(fact.prop, supposed)

    def keep_supposed(self, units: Sequence[Unit], facts: Sequence[Fact]) -> None:
        """Of the facts that stand behind a formula as reasons, let those be hypotheses that bound something by a letter of which
        nothing else is supposed, "since |u| <= B"."""
        for unit in units:
            fact = self.stated(unit) if self._is_known(unit, unit.display.said) else None
            for each in facts:
                each.kind = "hypothesis" if fact is not None and each.prop == fact.prop else each.kind

    def _is_rewritten(self, display: Display, unit: Unit) -> bool:
        """Whether a line says by the definition of a function what the equation before it says: "By definition, $x = 3^2$"."""
        fact, equation, sentence = self.stated(unit), self.known.equation, sentence_before(display.before)
        return (
            fact is not None
            and equation is not None
            and bool(BY_DEFINITION.search(sentence))
            and not QUANTIFIED.search(sentence)
            and fact.prop.free == equation.prop.free
        )

    def _is_led_to(self, unit: Unit, said: Announcement) -> bool:
        """Whether a formula after a weak word, "for $x > 0$, ...", is what holds: a chain, or more than where a letter lies."""
        if not unit.is_relation or STRONG.match(said.phrase) or listed_condition(unit.display, self.displays):
            return False
        if said.phrase.lower().startswith("constraint") and any(fact.program for fact in self.known.facts):
            return True  # "by the constraint ·" of what is given
        if alternative_before(unit.display, self.known.claims) is not None or self._is_worked_out_there(unit, said):
            return True
        if is_listed(unit.members[0].node) and not (said.inherited and self._is_told_of_all(unit)):
            return False
        if WITH_VALUE.search(unit.display.before) and called(unit.members[0].node) is None:
            return True
        lets = not said.inherited and LETS.search(sentence_before(unit.display.before)) is not None
        if said.phrase.lower() == "with" and (
            lets or unit.display.prose.strip() == "and" or self._clause_comes(unit.display) or self._is_new_place(unit)
        ):
            return False  # "let u and v be vectors with |u| = |v| = 1"
        if said.inherited and AFTER_UNIVERSAL.match(unit.display.after):
            return True  # "· for x > 0, and · for all x"
        fact = self.stated(unit) if said.inherited else None
        if fact is not None and isinstance(fact.prop, Relation) and is_rate(fact.prop.left):
            return False  # "with $u = x$, $dv = \\cos x \\, dx$"
        if len(unit.signs) > 1 and all(is_plain(each.node) for each in unit.members):
            return False  # 0 < a < b says where letters lie
        return said.inherited or (len(unit.signs) > 1 and all(sign.kind == "=" for sign, _, _ in unit.signs))

    def _is_worked_out_there(self, unit: Unit, said: Announcement) -> bool:
        """Whether a formula gives a number to a letter that is given by others: "S = n(n + 1)/2. For n = 10, S = 55"."""
        led = said.inherited and said.phrase.lower() == "for" and len(unit.signs) == 1 and not unit.also
        fact = self.stated(unit) if led else None
        match None if fact is None else fact.prop:
            case Relation("=", tm.Variable() as letter, tm.Scalar() as value) if not value.free:
                given = [each.prop for each in self.known.facts if is_equation(each.prop)]
                return any(each.left == letter and each.right.free - {letter} for each in given)
        return False

    def _clause_comes(self, display: Display) -> bool:
        """Whether a list goes on behind a formula until the main clause begins, "with ·, · and · we get"."""
        for each in self.displays[display.number :]:
            if CLAUSE.match(each.after.lstrip(" ,\n")):
                return not each.after.lstrip().startswith(",") or each is not display
            if each.paragraph != display.paragraph or not LISTS.fullmatch(each.after):
                break
        return False

    def _is_told_of_all(self, unit: Unit) -> bool:
        r"""Whether a formula behind "for all real $x$," says more than where letters lie: of nothing but the letters
        that it names before, or, where its sentence ends, functions and members of which something is supposed."""
        if len(unit.signs) > 1 and all(is_plain(each.node) for each in unit.members):
            return False  # 0 < a < b says where letters lie
        fact = self.stated(unit)
        prop = None if fact is None else under_each(fact.prop)
        if not isinstance(prop, (Exists, Relation, And)) or not prop.free:
            return False
        left = prop.left if isinstance(prop, Relation) else None  # None of a congruence
        sentence = sentence_before(unit.display.before)
        last = unit.display.after.lstrip().startswith(".")
        spoken = {letter for each in self.known.facts for letter in each.prop.free} if last else set()
        number = unit.display.number
        ranging = self.displays[number - sentence.count("·") : number]
        named = {canonical_name(name) for each in ranging for name in NAMES.findall(each.text.text)}
        if (of_kind := is_said_of_a_kind(prop, sentence.split("·")[0], named)) or isinstance(prop, And):
            return of_kind
        if isinstance(left, (tm.ScalarAt, tm.VectorAt)) and not isinstance(left.index, tm.Number):
            sequence = left.sequence
            return sequence in spoken or any(members_of(each.prop) == sequence for each in self.known.facts)
        sizes = {size for each in prop.free if isinstance(each, tm.Matrix) for size in each.free - {each}}
        letters = {each for each in prop.free - sizes if not (isinstance(each, Function) and each in spoken)}
        if not {canonical_name(str(getattr(letter, "name", letter))) for letter in letters} <= named:
            return False
        return (last and EVERY.search(sentence.split("·")[0]) is not None) or not isinstance(left, LETTERS)

    def _is_worked_out(self, unit: Unit, said: Announcement) -> bool:
        """Whether a formula says what the derivative of something that is written out is, "with f'(x) = 2x", or of what was set
        equal to something that it satisfies this."""
        satisfied = said.phrase.lower() in ("satisfies", "satisfy") and not LETS.search(
            SENTENCE.split(unit.display.before)[-1]
        )
        fact = self.stated(unit) if satisfied else None
        such = satisfied and EACH_SUCH.match(sentence_before(unit.display.before))
        if such or (fact is not None and is_of_what_is_given(fact.prop, self.known)):
            return True
        if satisfied and len(self.heard) > 1:
            before, prose = self.heard[-2], unit.display.prose.strip().lower()
            if prose in ("and", ",", ", and"):
                return before.role == "claim"  # as the one before
            return (
                prose == said.phrase.lower()
                and "=" in before.latex
                and before.role in ("definition", "hypothesis", "claim", "mention")
            )
        if WISHED.match(said.phrase) or len(unit.signs) != 1:
            return False
        prop = self._equation_of(unit)
        if prop is None or not isinstance(prop.left, (Derivative, Gradient)):
            return False
        return is_worked_out(prop.left) and bool(prop.left.free & prop.right.free)

    def _finds_slope(self, unit: Unit) -> bool:
        """Whether an equation behind words about what is set to zero says first what a derivative is, by its letter."""
        prop = self._equation_of(unit) if len(unit.signs) == 1 and not unit.also else None
        slope = None if prop is None else prop.left
        if prop is None or not isinstance(slope, (Derivative, Gradient)):
            return False
        return is_worked_out(slope) and slope.variable in prop.right.free

    def _equation_of(self, unit: Unit) -> Relation | None:
        """The equation that a formula states, of each index perhaps; None where it states another thing."""
        fact = self.stated(unit)
        prop = None if fact is None else under_each(fact.prop)
        return prop if is_equation(prop) else None

    def _is_value_there(self, unit: Unit, said: Announcement) -> bool:
        """Whether a formula behind "where" or "with" says which value a given function has at the place that the formula
        before it names, "smallest at x = 1/L, where f(1/L) = -1/(2L)": it is right or wrong, and no condition."""
        before = self.displays[unit.display.number - 1].text.text if unit.display.number else ""
        _, sign, place = before.partition("=")
        call = unit.members[0].node if len(unit.signs) == 1 and unit.signs[0][0].kind == "=" else None
        match call:
            case Juxtaposed(items=(function, Fence(left="(", body=Node() as argument))) if (
                sign and said.phrase.lower() == unit.display.prose.strip(" ,\n").lower() in ("where", "with")
            ):
                fact = self.stated(unit)
                letters = {str(getattr(each, "name", each)) for each in fact.prop.free} if fact is not None else {""}
                given = not letters & {"", canonical(function)}  # what it is stands there
                return given and text_of(argument, unit.display) == place.strip() and not is_letter(argument)
        return False

    def _is_closed(self, unit: Unit, said: Announcement) -> bool:
        """Whether a formula without letters stands after a word such as "with" or "given": it is right or wrong, no condition."""
        strong = STRONG.match(said.phrase) and said.phrase.lower() not in ("given", "satisfies")
        strong = strong and MAIN_CLAUSE.search(sentence_before(unit.display.before)) is None
        if not unit.is_relation or strong or any(sign.kind == "in" for sign, _, _ in unit.signs):
            return False
        if said.phrase.lower() in ("for", "at", "when") and is_letter(unit.members[0].node):
            return False  # "for $A = I$", which was another matrix
        fact = self.stated(unit)
        return fact is not None and all(map(is_unit, fact.prop.free))

    def asks_of(self, unit: Unit, role: str) -> bool:
        """Whether an exercise begins with an equation without words and asks for a term: "$x + y = 3$. Find $x^3 + y^3$."."""
        display = unit.display
        equal = unit.kinds == ["="] and not unit.also
        if role or not equal or display.formula.display or not JOINS.fullmatch(LABEL.sub("", display.prose)):
            return False
        if any(fact.block == self.known.block for fact in self.known.claims):
            return False
        last = display
        for each in self.displays[display.number : display.number + 4]:
            if each.paragraph != display.paragraph or (each is not display and not JOINS.fullmatch(last.after)):
                return False
            if (asked := SOUGHT.match(each.after)) is not None:
                following = self.displays[each.number + 1 : each.number + 2]
                sought = [at for at in following if JOINS.fullmatch(at.prose[asked.end() :]) and not is_name(at)]
                return asked["end"] is not None and bool(sought)
            last = each
        return False

    def _is_place_alone(self, unit: Unit) -> bool:
        """Whether words call a value of a letter of which nothing is said a place of a function, where nothing is to be solved,
        or one that solves the equation before it an extremum: "$x = 1$ is a minimum"."""
        said = OF_A_FUNCTION.match(unit.display.after)
        fact = self.stated(unit) if said is not None and len(unit.signs) == 1 else None
        if said is None or fact is None or not isinstance(fact.prop, Relation) or not is_solution(fact.prop):
            return False
        rows = [
            each for each in (self.known.previous, self.known.equation) if each and each.prop.free == fact.prop.free
        ]
        for each in cases_of(rows[0].prop) if rows and not said["root"] else ():
            solved = each.kind == "=" and not is_solution(each) and not each.mentions(Derivative)
            if each == fact.prop or (solved and not fails_at(each, fact.prop)):
                return True
        return self.known.equation is None and not fact.prop.free & self.known.seen

    def gives_members(self, unit: Unit) -> bool:
        """Whether an equation says what the members of a new sequence are, "find the limit of $a_n = n/(n + 1)$"."""
        prop = self._equation_of(unit)
        match None if prop is None else prop.left:
            case tm.ScalarAt(sequence, tm.Variable() as index) if sequence not in self.known.seen:
                assert prop is not None
                return index in prop.right.free and sequence not in prop.right.free
        return False

    def _is_of_zero(self, unit: Unit) -> bool:
        """Whether an equation has 0 on one side."""
        fact = self.stated(unit) if len(unit.signs) == 1 and not unit.also else None
        zero = any(isinstance(each.node, Number) and each.node.text == "0" for each in unit.members)
        return zero and fact is not None and is_equation(fact.prop)

    def _is_step(self, unit: Unit, said: Announcement) -> bool:
        """Whether an item that is a step of a solution says something of what is solved."""
        fact, equation = self.stated(unit), self.known.equation
        if fact is None or equation is None or not self.known.is_solved_in_items(unit.display):
            return False
        return is_rewritten(fact.prop, equation.prop, said, unit.display.before)

    def _is_aside(self, unit: Unit, found: Sequence[Unit]) -> bool:
        r"""Whether a formula behind another says where a letter lies of which nothing is said but in rows before,
        `x^2 \le x^3, \quad x \ge 1`."""
        before = [
            each for each in found[: found.index(unit)] if not is_place(each) and each.members[-1].row == unit.row
        ]
        if not before or unit.connector not in ("", ",", "quad") or unit.words:
            return False
        first = before[-1]
        if not first.is_relation or not unit.is_relation:
            return False
        fact, held = self.stated(unit), self.stated(first)
        if fact is None or held is None:
            return fact is not None and self._places_unread(unit, first)
        seen = self.known.seen
        if names_part(fact.prop, held.prop, seen) or self._names_in_last(fact.prop, first):
            return True
        if (family := members_named(fact.prop, seen)) is not None and family in held.prop.free:
            return True
        if any(sign.kind in ("=", "!=") for sign, _, _ in unit.signs):  # a claim, or beside an equation to be solved
            return is_between_indices(fact.prop) and fact.prop.free <= set(held.prop.subterms())
        if not is_place(unit) or not fact.prop.free & held.prop.free:
            return False
        between = fact.prop.args[0] if isinstance(fact.prop, And) else None  # of a <= x <= b, x is placed
        placed = {between.right} if isinstance(between, Relation) else fact.prop.free
        apart = unit.display.formula.display and not unit.display.said.connects
        said = [each for each in self.known.facts if placed & each.prop.free and are_bounds(each.prop)]
        return all(apart and each.local for each in said)

    def _names_in_last(self, prop: Prop, first: Unit) -> bool:
        r"""Whether an equation behind a chain says what a new letter is that stands in its last member alone, and so is not
        worked out of it: `1 - \frac{2 m}{m + L} = \frac{L - m}{L + m} = \frac{k - 1}{k + 1}, \quad k = \frac{L}{m}`."""
        last = (
            self.stated(replace(first, members=first.members[-2:], signs=first.signs[-1:])) if first.signs[1:] else None
        )
        if last is None or not isinstance(prop, Relation) or not defines(prop) or prop.left in self.known.seen:
            return False
        sides = last.prop.children()
        before = [self.stated(replace(first, members=first.members[:2], signs=first.signs[:1])), self.stated(first)]
        return (
            prop.left in sides[-1].free - sides[0].free
            and bool(prop.right.free)
            and not any(each is None or prop.left in each.prop.children()[0].free for each in before)
        )

    @staticmethod
    def _places_unread(unit: Unit, first: Unit) -> bool:
        """Whether a formula says where a letter lies that stands in one before it, which is not read."""
        letters = {canonical(each.node) for each in unit.members if is_letter(each.node)}
        named = {canonical(part) for member in first.members for part in every_part(member.node)}
        return is_place(unit) and bool(letters) and letters <= named


def is_worked_out(slope: Derivative | Gradient) -> bool:
    """Whether a derivative is that of a term in its letter, and not of a function of which no term is known."""
    if isinstance(slope, Gradient):
        return not any(isinstance(each, tm.Apply) and slope.variable in each.arg.free for each in slope.body.subterms())
    return not any(isinstance(each, (Function, tm.Sequence)) for each in slope.free)

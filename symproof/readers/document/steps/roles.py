"""What a formula is by the words around it and by what it says: a hypothesis, a definition, a goal, a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from symproof.readers.document.finding.items import SIGNS
from symproof.readers.document.known.carried import solves_supposed
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.lasting import defines, names_part
from symproof.readers.document.known.likeness import agreement
from symproof.readers.document.known.recurrences import is_initial_value, members_named, members_of
from symproof.readers.document.known.ruling import gives_loose
from symproof.readers.document.known.spoken import is_claimed
from symproof.readers.document.lines.following import (
    begins,
    explains_a_letter,
    is_brought_in,
    is_explained,
    is_next_step,
    names_a_minimizer,
)
from symproof.readers.document.lines.kinds import (
    alternatives,
    is_between_indices,
    is_bound,
    is_factor,
    is_polynomial_equation,
    is_solution,
)
from symproof.readers.document.lines.meanings import is_of_no_relation, says_what_a_word_means
from symproof.readers.document.lines.placing import (
    by_what_follows,
    gives_numbers,
    is_chosen_anew,
    is_in_brackets,
    is_place,
    of_unequal,
    puts_in_numbers,
)
from symproof.readers.document.lines.step import Heard, Step
from symproof.readers.document.lines.unit import IMPLICATIONS, Unit
from symproof.readers.document.steps.ends import fails_at, looks_for_ends
from symproof.readers.document.steps.induction import supposes_the_claim
from symproof.readers.document.steps.led import Stated, supposed
from symproof.readers.document.steps.ruled import Ruled
from symproof.readers.document.steps.solution_sets import solves
from symproof.readers.document.words.beginning import STATEMENTS, is_headed
from symproof.readers.document.words.by_cases import is_by_cases
from symproof.readers.document.words.conditions import lies_behind, listed_condition
from symproof.readers.document.words.existing import quantified_behind
from symproof.readers.document.words.letters import called, is_law, is_letter, is_listed
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.phrases import ROLES, THE_EQUATION, ZEROED
from symproof.readers.document.words.prose import CASE, HERE, SETTING, Announcement, announced
from symproof.readers.document.words.qualities import supposed_beside
from symproof.readers.document.words.sentences import SENTENCE, sentence_before
from symproof.readers.document.words.supposing import LEADS, SUPPOSED_NOT, UNSURE, is_apposed
from symproof.readers.notation.tree import Number, Table
from symproof.readers.resolve.shapes import every_part
from symproof.statement import ORDERS, Each, Minimizer, Or, Relation, is_equation, parts_of
from symproof.term import ZERO

SEVERAL = re.compile(r"\b(system|equations|conditions|simultaneous\w*)\b", re.IGNORECASE)
"""Words before equations that stand side by side."""
SOLUTION = re.compile(r"\b(solutions?|answers?)\b[^.·]*$", re.IGNORECASE)
"""Words before values that solve what was to be solved."""
IFF = re.compile(r"\W*(iff|if and only if|exactly when|precisely when)\W*", re.IGNORECASE)

ASIDE = announced("for ")
"""What is said of a condition that stands behind a formula without a word."""
NAMED = replace(announced("with "), phrase="given")
"""What is said of a name that stands so, "..., \\quad k = L/m"."""


def is_aside(said: Announcement) -> bool:
    """Whether that is said of a formula."""
    return said is ASIDE or said is NAMED


SCOPE = re.compile(
    r"\b(?:for|for all|for any|for every|for each|if|when|whenever|with|where)"
    r"(?: (?:an? )?(?:(?:positive|natural|real|whole|even|odd|non-?negative) )*(?:integers?|numbers?))?\s*$",
    re.IGNORECASE,
)
"""Words, in a goal, before what says where its letters lie."""


class Roles(Ruled):
    """Says what formulas are; `stated` reads what one says, `calls_given` whether a given function begins it."""

    def __init__(
        self,
        known: Knowledge,
        heard: Sequence[Heard],
        displays: Sequence[Display],
        stated: Stated,
        calls_given: Callable[[Unit], bool],
        steps: Sequence[Step],
    ) -> None:
        super().__init__(known, heard, displays, stated)
        self.calls_given, self.steps = calls_given, steps

    def goes_on(self, unit: Unit, said: Announcement) -> bool:
        """Whether a line says something of the letters of the one before it."""
        if said.connects or unit.connector in ("implies", "iff"):
            return True
        fact, before = self.stated(unit), self.known.previous
        return (
            fact is not None
            and before is not None
            and bool(fact.prop.free & before.prop.free)
            and not unit.display.prose.strip(" \n.,;:")
        )

    def gives(self, unit: Unit, role: str, said: Announcement, *, alone: bool) -> bool:
        """Whether a formula, `alone` in its place, says without words what is given."""
        if alone and (is_in_brackets(unit) or self.constrains(unit, role, said)):
            return True
        found = self.recurs(unit, role) or self.starts(unit, role, said) or (alone and self.asks_of(unit, role))
        return found or (role in ("", "conclusion") and self.is_listed(unit))

    def constrains(self, unit: Unit, role: str, said: Announcement) -> bool:
        """Whether a formula in a line, such as `r > 0` after "of radius", says of a new letter where it lies."""
        if unit.display.formula.display or role not in ("", "conclusion") or len(unit.signs) > 2:
            return False
        if said.connects or said.universal or is_headed(unit.display):
            return False
        if any(sign.kind not in ("<", "<=", ">", ">=", "!=") for sign, _, _ in unit.signs):
            return False
        if not is_letter(unit.members[len(unit.signs) - 1].node):
            return False
        fact = self.stated(unit)
        bounds = [] if fact is None else parts_of(fact.prop)
        if fact is None or not bounds or not all(map(is_bound, bounds)) or fact.prop.free & self.known.seen:
            return False
        told = any(self.known.speaks_of(letter, ()) for letter in fact.prop.free)
        apposed = is_apposed(sentence_before(unit.display.before).rpartition("·")[2])
        return not told and apposed and UNSURE.search(unit.display.before) is None

    def _supposed_in_words(self, display: Display) -> str:
        """The word that supposes a formula, which says again what words do, or is one more of several conditions."""
        beside = supposed_beside(display, self.displays, *self.around(display))
        return beside or listed_condition(display, self.displays)

    def _names_a_letter(self, unit: Unit) -> bool:
        """Whether what stands behind a formula says what a letter in it is, and not of which indices the formula is said."""
        fact = self.stated(unit)
        if fact is None or is_between_indices(fact.prop):
            return False
        return defines(fact.prop) or members_named(fact.prop, self.known.seen) is not None

    def role(self, display: Display, found: Sequence[Unit], k: int) -> tuple[str, Announcement]:
        """What formula k of a display is, and the words that say so."""
        unit, said = found[k], display.said
        listed = display.formula.environment == SIGNS and ("=" not in unit.kinds or is_letter(unit.members[0].node))
        if listed or (not said.role and self._heads_a_list(display)):
            return "trial", said
        if len(unit.signs) == 1 and is_by_cases(display, self.displays):
            return "meaning", said
        if unit.case or self._is_one_case(unit):
            return supposed(said, phrase="when")
        if ahead := by_what_follows(unit, found, self.displays, self.known.previous, self.known.claims):
            return supposed(said, phrase=ahead) if ahead in ("for", "when") else (ahead, said)
        if said.universal and self._is_rewritten(display, unit):
            return "conclusion", replace(said, universal=False, connects=True)
        if unit.words:
            own = announced(unit.words)
            if own.role in ("hypothesis", "definition", "goal", "denied", "trial"):
                return own.role, own
            if own.role:
                return "conclusion", own
        if self._is_aside(unit, found):
            if self._names_a_letter(unit):
                return "hypothesis", NAMED
            head = self.stated(found[0])
            minimum = head is not None and isinstance(head.prop, Minimizer)
            called_so = found[0].display is display and called(found[0].members[0].node)
            lasts = minimum or called_so or self.recurs(found[0], "")
            return "hypothesis", replace(announced("with "), phrase="given") if lasts else ASIDE
        return self._by_words(display, found, k)

    def _by_words(self, display: Display, found: Sequence[Unit], k: int) -> tuple[str, Announcement]:
        """The role of a formula by the words around it; where they leave it open, by what it says."""
        unit, said, role = found[k], display.said, display.said.role
        if not k and role in ("", "equation") and lies_behind(self.displays[display.number - 1], display):
            return "hypothesis", replace(ASIDE, phrase="given")
        if role in ("", "conclusion") and not k and (phrase := self._supposed_in_words(display)):
            return supposed(said, phrase=phrase, connects=False)
        if role in ("", "conclusion") and not k and explains_a_letter(display, self.displays):
            return supposed(said, phrase="let", connects=False)
        if role in ("", "conclusion") and not k and supposes_the_claim(display, self.stated(unit), self.steps):
            return supposed(said, phrase="suppose", connects=False)
        if role in ("", "conclusion", "goal") and not k and is_brought_in(unit, self.stated(unit), self.known.seen):
            return supposed(said, phrase="let", connects=False)
        if unit.kinds == ["!="]:
            role = of_unequal(unit, role, self.displays[max(display.number - 1, 0)])
        tried = len(unit.signs) == 1 and is_letter(unit.members[0].node) and not self.recurs(unit, "")
        if role == "trial" and self._is_of_ruled(unit):
            role = "conclusion"  # "check: $a_2 = 5$"
        if role == "trial" and not (tried and (unit.signs[0][0].kind == "=" or ROLES["trial"].search(said.phrase))):
            role = "conclusion"  # only values are tried
        if role == "trial" and said.role == "trial" and self._is_new(unit):
            role = "definition"
        if puts_in_numbers(display, self.displays):
            return supposed(said, phrase="at")
        substituted = role == "definition" and said.phrase.lower().startswith("subst")
        if substituted and said.phrase not in display.prose:
            role = "conclusion"  # "substituting $x = 2$: $f(x) = 3$"
        elif substituted and gives_loose(self.stated(unit), self.known):
            return supposed(said, phrase="choosing")
        if role in ("", "equation") and gives_numbers(display, found):
            return supposed(said, phrase="for" if display.crossed else HERE)
        if role in ("", "conclusion") and not k and SUPPOSED_NOT.search(display.prose):
            return supposed(said, phrase="suppose", connects=False)
        if role in ("", "conclusion") and not k and self._is_chosen_anew(unit):
            return supposed(said, phrase="choosing", connects=False)
        if says_what_a_word_means(sentence_before(display.before)) and not unit.words:
            return "meaning", said
        if role in ("", "conclusion") and quantified_behind(display.before) and display.environment not in STATEMENTS:
            return supposed(said, phrase="such that", connects=False)
        if IFF.fullmatch(display.prose) and is_of_no_relation(self.heard[-2], self.displays[display.number - 1]):
            return "meaning", said
        if role == "hypothesis" and (
            self._is_led_to(unit, said)
            or self._is_closed(unit, said)
            or self._is_worked_out(unit, said)
            or self._is_step(unit, said)
            or self._is_value_there(unit, said)
        ):
            return "goal" if display.environment in STATEMENTS else "conclusion", said
        if role == "hypothesis" and solves_supposed(self.stated(unit), self.known, display):
            return "conclusion", replace(said, role="conclusion", connects=True)
        if role == "hypothesis" and SETTING.fullmatch(said.phrase) and self._is_equated(unit, said):
            return "equation", said
        if role == "equation" and (fact := self.stated(unit)) and names_a_minimizer(fact.prop, self.known.seen):
            return "", replace(said, role="")  # "find $w^* = \\argmin_w f(w)$"
        if role == "equation" and said.phrase.lower() == "consider" and self._gives(unit):
            return "", replace(said, role="")
        if role == "equation" and display.after.startswith(" instead") and self.calls_given(unit):
            return "definition", said
        if role == "hypothesis" and said.phrase.lower() == "for" and self._is_to_be_solved(unit):
            return "equation", said
        if role in ("hypothesis", "equation", "definition") and is_claimed(self.stated(unit), said.phrase, self.known):
            role = ""
        known = role in ("conclusion", "definition") and self._is_known(unit, said)
        placed = role == "definition" and is_place(unit) and unit.signs[0][0].kind in ORDERS  # "let us say $x > 2$"
        if known or placed or (role == "equation" and (fact := self.stated(unit)) and is_initial_value(fact.prop)):
            return supposed(said)
        if k and role in ("hypothesis", "definition") and unit.connector in ("implies", "iff", "impliedby"):
            return "conclusion", said
        return self._by_what_it_says(role, display, found, k)

    def _by_what_it_says(self, role: str, display: Display, found: Sequence[Unit], k: int) -> tuple[str, Announcement]:
        """The role of a formula that words give it, unless what it says is of another kind."""
        unit, said = found[k], display.said
        if k and unit.row != found[0].row and role == "definition":
            role = ""
        if role == "goal" and k and unit.connector not in IMPLICATIONS:
            part, whole = self.stated(unit), self.stated(found[0])
            role = "definition" if part and whole and names_part(part.prop, whole.prop, self.known.seen) else role
        if role in ("", "conclusion") and display.environment in STATEMENTS and not self.recurs(unit, ""):
            role = "goal"
        beside = not unit.connector and bool((unit.tag and found[0].tag) or self._is_in_a_system(unit))
        if role == "equation" and k and not beside and (unit.row != found[0].row or unit.connector in IMPLICATIONS):
            role = ""
        if (
            role == "equation"
            and not k
            and (solves(display, self.known) or self._is_next_row(unit) or self._goes_on(unit))
        ):
            role = ""
        role = "conclusion" if role == "equation" and not k and self._finds_slope(unit) else role
        if (
            role == "conclusion"
            and self.known.equation is None
            and THE_EQUATION.search(sentence_before(display.before))
        ):
            role = "trial"  # of one that another item was about
        if (
            role == "conclusion"
            and not k
            and (ZEROED.search(SENTENCE.split(display.before)[-1]) or LEADS.fullmatch(display.after))
            and self._is_of_zero(unit)
        ):
            role = "equation"
        named = display.after.lstrip().startswith(":") and self._is_named(unit)
        role = "trial" if role in ("", "conclusion") and (named or self._is_place_alone(unit)) else role
        if role in ("", "conclusion") and not k and not said.universal and self._looks_for_ends(unit):
            role = "equation"
        if role == "equation" and self._is_solution(unit):
            role = "conclusion" if SOLUTION.search(display.prose) else self._looked_at(role)
        elif role == "equation" and SOLUTION.search(display.prose) and self._is_where_it_holds(unit):
            role = "conclusion"
        if role == "goal" and SCOPE.search(display.before) and not display.formula.display and is_place(unit):
            role = "hypothesis"
            self.known.scopes += filter(None, (self.stated(unit),))
        if (
            role in ("", "conclusion")
            and unit.signs
            and unit.signs[0][0].kind == "sim"
            and (is_listed(unit.members[0].node) or is_law(unit.members[1].node))
        ):
            role = "hypothesis"  # a distribution
        led = role == "conclusion" and "\n" in display.prose and (said.inherited or said.role == "trial")
        opens = (role == "" and not led) or (role == "conclusion" and said.phrase.lower() == "from")
        opens |= role == "conclusion" and said.inherited and not said.connects
        explained = (led or role == "") and is_explained(display)
        if (
            not k
            and not said.universal
            and (explained or (opens and self._begins_anew(unit)))
            and not self._has_a_sign(unit)
        ):
            role = "equation"
        if unit.system and role in ("", "conclusion", "definition"):
            role = "equation"
        return role, said

    def _is_chosen_anew(self, unit: Unit) -> bool:
        """Whether a formula gives a letter another value than it has."""
        fact, known = self.stated(unit.first) if unit.is_relation else None, self.known
        return fact is not None and is_chosen_anew(unit.display, fact.prop, known.facts, known.claims, self.displays)

    def _is_solution(self, unit: Unit) -> bool:
        """Whether a formula names values of letters of which the equation before speaks."""
        fact, equation = self.stated(unit), self.known.equation
        if fact is None or equation is None or fact is equation or not fact.prop.free & equation.prop.free:
            return False
        return all(map(is_solution, parts_of(fact.prop)))

    def _is_where_it_holds(self, unit: Unit) -> bool:
        """Whether a formula says between which numbers the letter lies of an inequality that is to be solved."""
        fact, whole = self.stated(unit), self.known.equation
        if fact is None or whole is None or not isinstance(whole.prop, Relation) or whole.prop.kind not in ORDERS:
            return False
        return fact.prop.free == whole.prop.free and all(map(is_bound, parts_of(fact.prop)))

    def _goes_on(self, unit: Unit) -> bool:
        """Whether words tell which step of a solution an equation is, or what was done to the one before."""
        fact = self.stated(unit)
        return fact is not None and is_next_step(unit.display, fact.prop, self.known.equation, self.known.previous)

    def _is_next_row(self, unit: Unit) -> bool:
        """Whether a line begins with a formula in the letter of the equation before, to which only "Solve:" leads."""
        display, equation = unit.display, self.known.equation
        fact = self.stated(unit) if "\n" in display.prose and not re.search(r"\w", display.prose) else None
        return (
            fact is not None
            and equation is not None
            and len(fact.prop.free) == 1
            and fact.prop.free == equation.prop.free
        )

    def _is_named(self, unit: Unit) -> bool:
        """Whether a sentence begins with a value that a line before named beside others: "$x = 1$: $\\sqrt{1} = 1$"."""
        fact = self.stated(unit) if len(unit.signs) == 1 and begins(unit) else None
        return fact is not None and any(
            isinstance(each.prop, Or) and fact.prop in each.prop.args for each in self.known.claims
        )

    def _looks_for_ends(self, unit: Unit) -> bool:
        """Whether an equation looks for where the inequality to be solved changes."""
        fact = self.stated(unit) if len(unit.signs) == 1 and not unit.also and not unit.connector else None
        return fact is not None and looks_for_ends(fact.prop, self.known)

    def _is_in_a_system(self, unit: Unit) -> bool:
        """Whether a row stands beside the others: an equation for several letters, after words that speak of a system."""
        fact = self.stated(unit) if SEVERAL.search(unit.display.prose) else None
        return fact is not None and len(fact.prop.free) > 1

    def _gives(self, unit: Unit) -> bool:
        """Whether an equation says by other letters what a new letter is, or a member: "consider x, y and S = x + y"."""
        fact = self.stated(unit) if len(unit.signs) == 1 and not unit.also else None
        prop = None if fact is None else fact.prop
        if isinstance(prop, Each):
            return members_of(prop) is not None
        if not isinstance(prop, Relation) or not defines(prop):
            return False
        given = {each.prop.left for each in self.known.facts if isinstance(each.prop, Relation) and defines(each.prop)}
        return (len(prop.right.free) > 1 or prop.right.free <= given) and prop.left not in self.known.seen

    def _is_to_be_solved(self, unit: Unit) -> bool:
        """Whether a formula after "for" is a polynomial equation for one letter, and does not just give it a value."""
        prop = None if (fact := self.stated(unit)) is None else fact.prop
        return is_polynomial_equation(prop) and not defines(prop) if isinstance(prop, Relation) else False

    def _begins_anew(self, unit: Unit) -> bool:
        """Whether a sentence begins with an equation for one letter that is to be solved, though no word says so: a polynomial
        that is 0, or what is taken case by case, where nothing is said of its letter, or what the solution before fails."""
        apart = unit.display.number == 0 or begins(unit) or unit.display.said.phrase.lower() == "from"
        fact = self.stated(unit) if apart and len(unit.signs) == 1 and not unit.also else None
        prop = None if fact is None else fact.prop
        if not is_equation(prop) or len(prop.free) != 1 or is_solution(prop):
            return False
        before = self.known.previous
        shared = before is not None and bool(before.prop.free & prop.free)
        if any(is_factor(prop, each.prop) for each in self.known.claims):  # a case of a product that is zero
            return False
        if before is not None and shared and is_solution(before.prop):
            return all(fails_at(prop, each) for each in alternatives(before.prop))
        shared |= any(prop.free & each.prop.free for each in self.known.facts)
        cased = any(CASE.search(each.prose) for each in self.displays[unit.display.number + 1 :][:1])
        return not shared and (cased or (is_polynomial_equation(prop) and prop.right == ZERO)) and agreement(prop) < 1

    def _is_new(self, unit: Unit) -> bool:
        """Whether a letter of which nothing was said is set equal to a matrix that is written out, or to a term with letters: so
        nothing is tried."""
        if unit.signs[0][0].kind != "=":
            return False
        if any(isinstance(each, Table) for each in every_part(unit.members[1].node)):
            return True
        fact = self.stated(unit)
        if fact is not None and members_of(fact.prop) is not None:
            return members_of(fact.prop) not in self.known.seen
        prop = None if fact is None else fact.prop
        return isinstance(prop, Relation) and bool(prop.right.free) and prop.left not in self.known.seen

    def _is_equated(self, unit: Unit, said: Announcement) -> bool:
        """Whether "setting f(x) = x" speaks of a function that is given, so that it is an equation for x."""
        number = len(unit.members) == 2 and isinstance(unit.members[1].node, Number)
        return self.calls_given(unit) and (number or said.phrase.lower().endswith("ing"))

"""From the formulas of a document to its steps: what each claims, under which hypotheses, and after which earlier lines.

Nothing is proved here. A hypothesis or a definition holds from where it stands on, up to the next heading of its level; a
condition that follows a formula in its sentence holds for it too. A goal is no fact; what is claimed is one for later lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from symproof.readers.document.finding.document import Document
from symproof.readers.document.known.ansatz import take_coefficients
from symproof.readers.document.known.cases import over_with
from symproof.readers.document.known.curvature import said_of_curvature
from symproof.readers.document.known.declaring import Declaring
from symproof.readers.document.known.definitions import Definitions
from symproof.readers.document.known.given import as_reasons, gives_reason
from symproof.readers.document.known.introducing import introduce_behind, introduce_kinds, supposed_anew
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.lasting import SETS, giving_way, limit
from symproof.readers.document.known.ruling import is_found_rule
from symproof.readers.document.known.scopes import remaining_scopes
from symproof.readers.document.known.surveying import Surveying
from symproof.readers.document.known.vieta import take_roots
from symproof.readers.document.known.witnesses import fresh
from symproof.readers.document.lines.alternatives import grouped
from symproof.readers.document.lines.anew import Passing
from symproof.readers.document.lines.asking import ask, hear, note, set_as_definition, set_role, text_of
from symproof.readers.document.lines.following import holding_throughout, is_tried
from symproof.readers.document.lines.kinds import counting, is_set_equal
from symproof.readers.document.lines.meanings import by_reason, reasons_for
from symproof.readers.document.lines.objective import SUBJECT, constraints_in, is_constraint
from symproof.readers.document.lines.placing import gives_numbers
from symproof.readers.document.lines.step import Fact, Heard, Step
from symproof.readers.document.lines.tending import goes_somewhere, is_span
from symproof.readers.document.lines.unit import Unit, is_condition
from symproof.readers.document.steps import solution_sets, zeroed
from symproof.readers.document.steps.asserting import asserted
from symproof.readers.document.steps.at_point import take_point
from symproof.readers.document.steps.claims import Claims
from symproof.readers.document.steps.ends import end_solved, open_ends
from symproof.readers.document.steps.induction import places_as_claimed, supposed_of
from symproof.readers.document.steps.mentioning import Mentioning
from symproof.readers.document.steps.numbered import complex_solution, values_of_one
from symproof.readers.document.steps.over_intervals import solved_on
from symproof.readers.document.steps.posed import Posed
from symproof.readers.document.steps.quantified import Quantifiers
from symproof.readers.document.steps.roles import Roles, is_aside
from symproof.readers.document.steps.stating import NAMES, UNLESS, Stating
from symproof.readers.document.steps.systems import systems_in
from symproof.readers.document.steps.tightness import said_of_last
from symproof.readers.document.steps.two_sides import claims_two_sides
from symproof.readers.document.words.beginning import begins_statement
from symproof.readers.document.words.bold_signs import turn_signs
from symproof.readers.document.words.conditions import conditions, further_conditions
from symproof.readers.document.words.existing import is_said_to_exist
from symproof.readers.document.words.letters import called, is_listed, is_range
from symproof.readers.document.words.outline import Display, outline, since
from symproof.readers.document.words.parametric import respell
from symproof.readers.document.words.prose import CASE, LOCAL, SETTING, STRONG, Announcement, announced
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.document.words.transposes import turn
from symproof.readers.notation.tree import Missing
from symproof.readers.resolve import Context, resolve_statement
from symproof.readers.resolve.customs import take_customs
from symproof.readers.resolve.names import canonical_name
from symproof.readers.resolve.orders import ORDERS
from symproof.readers.resolve.units import is_unit
from symproof.statement import And, Or

DIFFERENTIATES = re.compile(r"\b(differentiat\w*|derivatives?|implicit\w*|slope|tangent)\b", re.IGNORECASE)
WORD, PRIME = re.compile(r"[A-Za-z]{3}"), re.compile(r"\bprimes?\b", re.IGNORECASE)


class Walk:
    """One way through a document; `steps` and `heard` are filled by `run`."""

    def __init__(self, document: Document, declared: Mapping[str, Any]) -> None:
        context = Context.from_table({key: declared[key] for key in ("names", "given", "define") if key in declared})
        take_customs(context, document.source.text)
        self.document, self.source, self.context = document, document.source, context
        self.displays, self.troubles = outline(document)
        if "T" not in context.names:
            turn(self.displays)
        turn_signs(self.displays)
        respell(self.displays, document.source.text)
        self.known = Knowledge(context.given)
        self.known.tell(declared.get("names", {}), everywhere=True)
        context.holding = lambda: [fact.prop for fact in self.known.facts]
        context.tying = lambda: [
            fact.prop for fact in (*self.known.facts, self.known.equation) if self.differentiates and fact is not None
        ]
        context.stated = lambda: [each.prop for each in (*self.known.claims, self.known.equation) if each is not None]
        self.differentiates, self.zeroed = False, 0  # and the formula before which words set something to zero
        self.further: dict[int, list[Unit]] = {}  # the conditions that go on with one behind a formula, by its number
        self.tried: Fact | None = None  # and what was to be solved before this formula, where another matter begins
        self.ended: Fact | None = None
        self.explicit = {*context.names, *context.families}
        self.found_in, self.of_primes = grouped(self.displays), PRIME.search(self.source.text) is not None
        self.heard: list[Heard] = []
        self.stating = Stating(self.source, context, self.known)
        self.claims: Claims = Claims(self.source, context, self.known, self.heard, self.explicit)
        self.definitions = Definitions(self.source, context, self.known, self.explicit, self.displays)
        self.posed = Posed(context, self.known, self.definitions, self.claims, self.found_in)
        self.declaring = Declaring(context, self.known, self.explicit, self.displays, declared.get("under", {}))
        self.roles = Roles(
            self.known, self.heard, self.displays, self.stating.stated, self.definitions.calls_given, self.steps
        )
        self.passing = Passing(context)
        parts = (self.declaring, self.definitions, self.passing)
        self.mentioning = Mentioning(self.source, context, self.displays, *parts)
        self.surveying = Surveying(context, self.declaring, self.definitions, self.displays)

    @property
    def steps(self) -> list[Step]:
        """The steps, in order."""
        return self.claims.steps

    @property
    def inferred(self) -> dict[str, str]:
        """What was inferred of the letters, but for matrices that are written out."""
        found = self.surveying.inferred | self.declaring.cyclic.by_custom
        return {name: said for name, said in found.items() if name not in self.definitions.tables}

    @property
    def labels(self) -> dict[str, Step]:
        """By what equations are called, the step that they end in."""
        return self.claims.equipping.labels

    def run(self) -> None:
        """Read all formulas, in order."""
        found_in = self.found_in
        self.quantifiers = self.stating.quantifiers = Quantifiers(self.context, self.displays, found_in)
        late_in = conditions(self.displays)
        self.further = {
            number: [unit for each in others for unit in found_in[each]]
            for number, others in further_conditions(self.displays).items()
        }
        for display, found in zip(self.displays, found_in, strict=True):
            whole = self.known.equation
            self.known.cross(display)
            self.known.scopes = remaining_scopes(self.known.scopes, map(self.stating.stated, found))
            self.ended = whole if self.known.equation is None else None
            troubles = [ask(self._come_to, display)]
            self.differentiates |= bool(DIFFERENTIATES.search(display.prose))
            self.heard.append(heard := hear(display, self.source))
            values_of_one(found, found_in, self.known, self.context)
            troubles.append(ask(self._said_around, display, heard))
            late = [unit for number in late_in.get(display.number, ()) for unit in found_in[number]]
            troubles.append(ask(self._display, display, found, late, heard))
            troubles.append(ask(self.declaring.qualities, display, heard))
            for trouble in filter(None, troubles):  # it costs this formula, not the document
                note(heard, trouble, display, self.source)

    def _come_to(self, display: Display) -> None:
        self.declaring.declare_under(display)
        self.passing.end(display)
        self.surveying.at(display)
        self.definitions.pass_over(display.prose)

    def _said_around(self, display: Display, heard: Heard) -> None:
        self.mentioning.names_anew(display)
        self.declaring.progressions(display, heard.line)
        self.declaring.properties(display, heard)
        introduce_behind(self.declaring, display)
        introduce_kinds(self.declaring, display)
        take_coefficients(self.known, self.context, display, self.source.text, heard)
        take_roots(self.known, self.context, self.displays, display, heard)

    def _display(self, display: Display, found: Sequence[Unit], late: Sequence[Unit], heard: Heard) -> None:
        if not found and display.parsed is not None and len(self.heard) > 1:  # the second of two alternatives
            heard.role, heard.reading = self.heard[-2].role, self.heard[-2].reading
        if said_of_last(self.claims, found, self.displays, self.context, heard) or claims_two_sides(
            display, self.found_in, self.stating, self.claims, self.heard
        ):
            return
        end_solved(display, found, self.known, self.stating.stated)
        equation = zeroed.zeroed(display, self.stating, self.heard, self.steps) if found else None
        if equation is not None:
            self.zeroed = display.number
            self.known.open_equation(equation)
        constraints = constraints_in(display)
        roles = [
            ("hypothesis", SUBJECT) if is_constraint(unit, constraints) else self.roles.role(display, found, k)
            for k, unit in enumerate(found)
        ]
        if equation is not None or (roles and zeroed.goes_on_from_zero(self.zeroed, display, *roles[0])):
            roles[0] = "conclusion", replace(roles[0][1], role="conclusion", connects=True)
        inside = [  # conditions first: they hold for the whole formula, wherever they stand in it
            unit
            for unit, (role, said) in zip(found, roles, strict=True)
            if role == "hypothesis" and (unit.words or is_aside(said)) and unit.is_relation and not goes_somewhere(unit)
        ]
        first, before = holding_throughout(found, inside), list(self.known.facts)
        supposed = bool(roles) and roles[0][0] == "hypothesis"
        for unit in [each for each in first if not (supposed and self.quantifiers.is_range(each))]:
            self._suppose(unit, announced(unit.words) if unit.words else roles[found.index(unit)][1], heard)
        late = self.mentioning.given_behind(found, late, heard)
        extra = as_reasons(late, [fact for unit in late for fact in self._behind(unit, heard)])
        self.roles.keep_supposed(late, extra)
        extra += self.mentioning.within(found, self.quantifiers.within(display), heard)
        if on := self.mentioning.on_interval(found, self.stating.stated, heard):
            extra += on
            to_solve = solved_on(self.known, on[0], display, self.displays, roles[-1][0])
            roles[-1] = "equation" if to_solve else roles[-1][0], replace(roles[-1][1], universal=not to_solve)
        if self.tried is not None and is_tried(self.tried, display):
            extra.append(self.tried)
            self.known.previous = None
        self.tried = None
        self.definitions.where([*inside, *late] if found and called(found[0].members[0].node) else ())
        ending = () if (late and all(map(gives_reason, late))) or "." not in display.prose else extra
        self.known.drop(giving_way(self.known.facts, ending))
        beside = False  # whether the premise before this one, of the same arrow, is a condition
        systems, passed = systems_in(found), 0
        updates = self.stating.updates(found, [role for role, _ in roles])
        for k, unit in enumerate(found):
            role, said = roles[k]
            unsaid = role in ("", "conclusion", "equation") and not said.universal
            if unsaid and (zero := zeroed.zero_behind(unit, self.stating, self.steps, self.known)):
                if not open_ends(zero, self.known, self.ended):
                    self.known.open_equation(zero)
                role, said = "conclusion", replace(said, role="conclusion", connects=True)
            if k in systems and role == "equation" and systems[k].is_claimed(self.claims, self.stating, said, heard):
                passed = k + len(systems[k].units)
            if unit in first or k < passed or (role == "hypothesis" and self.mentioning.tends(unit, said, heard)):
                continue
            if not k and (self.declaring.maps(display, heard) or self.mentioning.runs(display, heard)):
                break
            if goes_somewhere(unit) or (len(unit.signs) == 1 and is_span(unit, self.context)):
                set_role(heard, "declaration")
                for prop in self.quantifiers.chosen(unit, said) if role == "hypothesis" else ():
                    self.known.add(self.known.fact(prop, "hypothesis", heard.line))
            elif (
                unit is found[-1]
                and (of_set := solution_sets.said_of_solutions(unit, role, said, self.known, self.context)) is not None
            ):
                self.claims.state(unit, of_set, said, heard)
            elif solution_sets.names_a_set(unit, self.context) and self.stating.stated(unit) is None:
                set_as_definition(heard, display)
            elif not unit.kinds and self.claims.names_eigenvalues(unit, said, heard):
                pass
            elif self.mentioning.only_names(unit, role, said):
                self.mentioning.mention(unit, found, k, role, heard)
                self.mentioning.hold(supposed_of(unit, self.context, self.steps, self.known), said, heard)
            elif role == "meaning":
                set_role(heard, "definition")
                self.definitions.piecewise.piece(unit, self.definitions.conditions, heard.line)
                note(heard, ask(resolve_statement, unit.clause, self.context), display, self.source)
            elif role == "hypothesis":
                if unit.case or (not k and gives_numbers(display, found)):
                    self.claims.begin_case(unit, said, heard, extra)
                self._suppose(unit, said, heard)
            elif unsaid and (parts := zeroed.set_to_zero(unit, self.found_in, self.stating, self.known)):
                self._claim(parts[0], "conclusion", said, heard, extra)
                if self._solve(parts[1], heard) and self.known.equation is not None and self.steps:
                    self.known.equation.step = self.steps[-1]  # it stands as long as that does
            elif role in ("definition", "equation") and self.definitions.define(
                unit, heard, said=role if role == "definition" else ""
            ):
                pass
            elif (role == "definition" and self.roles.names(unit)) or (
                role == "equation" and self.roles.gives_rule(unit)
            ):
                self._suppose(unit, said, heard)
            elif role in ("denied", "trial"):
                self.tried = self.stating.tried(unit, heard, role, said)
            elif role == "equation" and not said.universal and is_condition(unit) and self._solve(unit, heard, extra):
                pass
            elif (
                unit.premise
                and (beside or not self.roles.goes_on(unit, said))
                and self._solve(unit, heard, absurd=False)
            ):
                beside = True
            elif unit in updates or self.roles.gives(unit, role, said, alone=len(found) == 1):
                self._suppose(unit, said, heard)
            elif self.roles.begins_with_rule(unit, role, said):
                self._suppose(unit.first, said, heard)
                self._claim(unit.rest, role, said, heard, extra)
            elif (fact := self.stating.stated(unit)) is not None and solution_sets.named_solutions(
                unit, fact.prop, self.known, solution_sets.rest_of_part(self.source.text, display)
            ):
                self.claims.state(unit, fact.prop, said, heard)
            else:
                self._claim(unit, role, said, heard, extra)
        if any(not unit.words or LOCAL.search(unit.words) for unit in inside):
            self.known.facts = [fact for fact in self.known.facts if fact in before or not fact.local]

    def _behind(self, unit: Unit, heard: Heard) -> list[Fact]:
        """What is said behind a formula, in its sentence: under which conditions it holds, and for which letters."""
        self.mentioning.kinds_behind(unit)
        fact = self.stating.stated(unit)
        if fact is None:
            return [self.known.fact(prop, "hypothesis", heard.line) for prop in self.mentioning.said_in_words(unit)]
        fact.kind = "reason" if unit.display.said.because else fact.kind
        others = [self.stating.stated(each) for each in self.further.get(unit.display.number, ())]
        same = [each.prop for each in others if each is not None and each.prop.free == fact.prop.free]
        fact = replace(fact, prop=Or((fact.prop, *same))) if same else fact  # it holds under each of them
        return [fact, *(each for each in others if each is not None and each.prop not in same)]

    def _suppose(self, unit: Unit, said: Announcement, heard: Heard) -> None:
        if unit.kinds == ["in"]:
            return self.mentioning.mention(unit, [unit], 0, "hypothesis", heard)
        if bent := said_of_curvature(unit, self.context, self.known, heard):
            return self.mentioning.hold(bent, said, heard)
        passing = bool(LOCAL.search(said.phrase)) and not STRONG.match(said.phrase)
        passing &= not begins_statement(unit.display)
        if said.universal and not passing:
            self.definitions.supposed_anew(unit)
        if self.definitions.define(unit, heard, said="hypothesis", passing=passing):
            name = canonical_name(text_of(unit.members[0].node, unit.display))
            take_point(self.known, self.definitions, unit.display, self.context.names.get(name), heard.line, name)
            return
        if len(unit.signs) > 1 and not unit.also and self._works_out(unit, said, heard):
            return
        self.declaring.numbers(unit)
        fact = self.stating.stated(unit)
        set_role(heard, "hypothesis")
        if fact is not None and (isinstance(fact.prop, (And, Or)) or UNLESS.match(said.phrase)):
            heard.reading = heard.reading or str(fact.prop)
        else:
            note(heard, ask(resolve_statement, unit.clause, self.context), unit.display, self.source)
        range_alone = len(unit.signs) == 1 and is_range(unit.members[0].node, unit.members[1].node)
        passes = unit.display.number in self.quantifiers.taken or self.quantifiers.goes_on(unit)
        passes |= self.definitions.piecewise.is_place(fact, unit)
        if (fact is None and range_alone) or passes:
            set_role(heard, "declaration")
            return
        if fact is None:
            if not is_said_to_exist(unit.display.before):  # of some value, and nothing of those that are spoken of
                passing &= not (SETS.match(said.phrase) and is_listed(unit.members[0].node))
                self.known.leave_unread(heard.line, heard.latex, unit.display.paragraph if passing else -1)
            return
        if SETTING.fullmatch(said.phrase) and open_ends(fact, self.known, self.ended):
            return
        if SETTING.fullmatch(said.phrase) and is_set_equal(fact.prop):
            fact.kind = "equation"
            self.known.open_equation(zeroed.worked_out(fact, self.steps, self.known))
            return
        self.declaring.scalars(unit, fact.prop)
        self.stating.leave_open(unit, fact)
        supposed_anew(self.known, fact.prop, said, unit.display)
        fact.prop = self.quantifiers.for_all(fact.prop, unit, self.known.facts)
        self.known.drop(self.quantifiers.bound(unit.display, self.known.facts))
        limit(fact, said, self.known.seen, unit.display.before, unit.display.after)
        fact.program = (unit.display.number + 1) * is_constraint(unit, constraints_in(unit.display))
        fact.named = NAMES.match(said.phrase) is not None
        fact.aside, fact.brought = fact.aside or unit.case, "found" if is_found_rule(fact.prop, said) else fact.brought
        anew = fact.local and re.search(r"[.;]", since(unit.display, self.displays)) is not None
        gone = over_with(self.known, fact, unit.display, anew=anew)
        if in_case := CASE.search(said.phrase) is not None:
            gone = self.known.cases.inside(gone)
        self.known.drop(gone)
        if in_case:
            self.known.cases.enter(fact, gone, said, unit.display, self.known)
        for prop in places_as_claimed(fact.prop, self.steps, self.known):
            self.known.add(replace(fact, prop=prop))
        self.known.add(asserted(fact, unit, said, heard, self.claims, self.declaring))
        if unit.signs[0][0].kind in ORDERS:
            self.mentioning.hold(self.declaring.symmetric(fact.prop, lasting=not fact.local), said, heard)

    def _works_out(self, unit: Unit, said: Announcement, heard: Heard) -> bool:
        """Take the first link of a chain for a hypothesis, and the rest for what it is: a claim, or another hypothesis."""
        if not (rest := self.stating.rest_of_supposed(unit, said)):
            return False
        self._suppose(unit.first, said, heard)
        if rest == "claim":
            self._claim(unit.rest, "conclusion", said, heard, [])
        else:
            self._suppose(unit.rest, said, heard)
        return True

    def _solve(self, unit: Unit, heard: Heard, under: Sequence[Fact] = (), *, absurd: bool = True) -> bool:
        """Take a relation for an equation to be solved, no claim; `absurd`, also one that nothing satisfies."""
        fact = self.stating.stated(unit)
        if fact is None or zeroed.is_moot(unit.display, fact.prop, absurd=absurd) or all(map(is_unit, fact.prop.free)):
            return False
        fact.kind, fact.under = "equation", tuple(each.prop for each in under)
        if not open_ends(fact, self.known, self.ended):
            self.known.open_equation(fact)
        set_role(heard, "equation")
        heard.reading = heard.reading or str(fact.prop)
        return True

    def _claim(self, unit: Unit, role: str, said: Announcement, heard: Heard, extra: list[Fact]) -> None:
        if isinstance(unit.members[0].node, Missing) and not unit.display.formula.display:
            told = WORD.search(unit.display.prose) and not any(each.kind == "cell" for each in unit.display.crossed)
            if told and unit.signs[0][0].kind in ("=", "approx"):
                set_role(heard, "mention")  # "the cost $= 3 \\cdot 4 = 12$"
                heard.reading = heard.reading or " ".join(unit.display.text.text.split())
                if len(unit.signs) > 1:  # what goes on from there is a chain
                    again = [replace(unit.rest.members[0], ends_chain=True), *unit.rest.members[1:]]
                    self._claim(replace(unit.rest, members=again), role, said, heard, extra)
                return
            if any(sign.kind != "=" for sign, _, _ in unit.signs):  # "numbers $> 0$"
                self.known.leave_unread(heard.line, heard.latex)
        if self.posed.takes(unit, heard) or self.posed.solves(unit, said, heard):
            return
        self.stating.hold_back(unit, heard)
        if complex_solution(unit, self.known, self.context) is None and self.definitions.define(unit, heard, said=""):
            if len(unit.signs) < 2:
                return
            unit.members, unit.signs = unit.members[1:], unit.signs[1:]
        words = f"{sentence_before(unit.display.before)} {unit.display.text.text} {unit.display.after.split('.')[0]}"
        if ("convexity" in words or "independence" in words) and (stated := self.stating.stated(unit)) is not None:
            self.mentioning.hold(by_reason(words, stated.prop), Announcement(), heard)
        before = len(self.steps)
        self.claims.claim(unit, role, said, heard, extra)
        self.definitions.given_unread(unit, self.steps[before:])
        for step in self.steps[before:]:
            step.functions = self.definitions.behind(step.latex)
            step.reasons = reasons_for(unit.display, self.steps)
            step.of_primes = self.of_primes
            step.counting = counting(step.statement, self.context.customary, self.known.told)
            step.witnesses = fresh(step, self.declaring.witnesses.get(unit.display.number, ()))


def read_steps(document: Document, declared: Mapping[str, Any]) -> Walk:
    """The steps of a document, unchecked, with a table of declarations; a SymproofError says which entry cannot be read."""
    walk = Walk(document, declared)
    walk.run()
    return walk

"""Definitions in a document: `f(x) = ...` and `S := ...`; what looks like one and is none."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from symproof.errors import SymproofError
from symproof.readers.document.finding.located import Source
from symproof.readers.document.known.domains import Surroundings
from symproof.readers.document.known.forgetting import ASSIGNED, CALLED, Forgetting
from symproof.readers.document.known.giving import (
    are_others,
    called_at,
    formulas_of,
    free_letter,
    is_numbered,
    loose,
    names_of_term,
    through_letters,
    with_members_put_in,
    without,
    words_behind,
)
from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.known.made_of import is_made_of, is_of_what_is_known
from symproof.readers.document.known.members import is_of_one_value
from symproof.readers.document.known.piecewise import Piecewise
from symproof.readers.document.known.retold import (
    differs,
    gives_another,
    is_no_definition,
    restore,
    tell_of_values,
    told_again,
)
from symproof.readers.document.known.spoken import is_claimed_of_function, is_new_arrow, is_of_new_letters
from symproof.readers.document.lines.anew import CLASH
from symproof.readers.document.lines.asking import ask, mentions_name, origin, set_as_definition, set_role, text_of
from symproof.readers.document.lines.kinds import own_name
from symproof.readers.document.lines.placing import is_given_at_others
from symproof.readers.document.lines.step import Heard
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.existing import SOME, is_said_to_exist
from symproof.readers.document.words.letters import called, is_letter, is_probability, is_set
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import LETTERED
from symproof.readers.document.words.sentences import SENTENCE
from symproof.readers.notation import Node
from symproof.readers.notation.tree import Clause, Fence, Juxtaposed, Name, Scripted
from symproof.readers.resolve import Context, Macro, Reading, read_statement, resolve, resolve_chain, resolve_statement
from symproof.readers.resolve.context import Symbol
from symproof.readers.resolve.declared import define, define_as
from symproof.readers.resolve.domains import domain_of
from symproof.readers.resolve.evidence import combined
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.matrix_letters import IDENTITIES
from symproof.readers.resolve.names import canonical, canonical_name, script
from symproof.readers.resolve.numbers import modulus_of
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.stated import define_table, point
from symproof.statement import Minimizer, Prop, Relation
from symproof.term import ONE, Function, MatrixVariable, Scalar, VectorVariable

STOP = re.compile(r"[.!?](\s|$)")
POINTS = re.compile(r"\b((mid-?)?points?|vectors?|columns?|vert(ex|ices)|cent(re|er)|intersect\w*)\b", re.IGNORECASE)
"""Words before a letter that is said to be a point, M = (2, 4)."""
HAS = re.compile(r"\s*(has|have)\b", re.IGNORECASE)
"""Words after "g(x) = a^T x" by which it is given: what it has is said next."""
ONLY_THERE = re.compile(r"\s*,?\s*(for|if|when|whenever|where)\s*$", re.IGNORECASE)
"""Words after "f(x) = 0" that say where it is so."""
FOR_ONE = re.compile(
    r"^\W*(?:and |similarly |likewise )?,?\s*(?:for|if|when)\s+[^·]*·(?!.*\b(?:so|hence|thus|therefore)\b)[^·]*$",
    re.IGNORECASE,
)
"""Words before a vector that is given for one of several: "for · we get v = (1, 2)"."""
WHEN = re.compile(r"when|whenever|if|where|until|once|at|setting|set", re.IGNORECASE)
POINT = re.compile(r"[abcdpq]|\\(?:xi|zeta)")
"""How a point is written, and no variable."""
ENDS = re.compile(r"[A-Z]")
"""How the end of an interval is written, at which a function is told that is looked for."""

OBJECTIVE = re.compile(
    r"\s*(?:be|denotes?|stands? for|is|for)\s+(?:the|this|our)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:objective|cost|loss|criterion|(?:expression|quantity|function) (?:to be|being|inside|in|we|that)\b)",
    re.IGNORECASE,
)
NAMED = re.compile(r"\b(?:let|where|write|here)\s*$", re.IGNORECASE)
"""Words before and behind the name of what is minimized."""
OBJECTIVE_CALLED = re.compile(
    r"\b(?:call|denote|name|write)\s+(?:the|this|our)\s+(?:[\w-]+\s+){0,2}?(?:objective|cost|loss)(?:\s+function)?"
    r"(?:\s+(?:by|as))?\s*$",
    re.IGNORECASE,
)


class Definitions(Forgetting):
    """Takes definitions in: functions as macros of the context, letters as facts."""

    def __init__(
        self, source: Source, context: Context, known: Knowledge, explicit: set[str], displays: Sequence[Display]
    ) -> None:
        self.source, self.context, self.known, self.explicit, self.displays = source, context, known, explicit, displays
        self.made: dict[str, tuple[int, int, str]] = {}
        self.placed: dict[str, tuple[int, int, str]] = {}
        """Where each function was defined: the block and the part, and what began the block."""
        self.said: dict[str, str] = {}  # how the text gives each function, and in which line
        self.tables: set[str] = set()  # the matrices that are written out
        self.often: set[str] = set()  # the functions that a part gives in several ways, as its examples do
        self.places: set[int] = set()  # the formulas that say where a function is given
        self.piecewise = Piecewise(context, known)
        self.conditions: tuple[Prop, ...] = ()
        """What is said, beside the formula that is read, of where it holds."""
        self.passing: list[tuple[str, Symbol]] = []
        """Functions that are defined for their sentence, and what they are otherwise."""

    def define(self, unit: Unit, heard: Heard, *, said: str, passing: bool = False) -> bool:
        """Take `f(x) = ...`, `S := ...` or `S = ...` for a definition, if it is one. `passing`, "for f(x) = |x|, ...", it is one
        for its sentence only, where something was said of the function before."""
        call = called(unit.members[0].node)
        name = canonical_name(text_of(call[0], unit.display)) if call is not None else ""
        before = self.context.names.get(name)
        claimed = not said and is_claimed_of_function(name, unit.display, self.known)
        claimed |= self.calls_given(unit) and is_no_definition(before, unit, self.context)
        if claimed or not self._define(unit, heard, said=said):
            return False
        if passing and isinstance(before, Function) and before in self.known.seen:
            self.passing += [(name, before), *told_again(self.context, self.said, name)]
        elif call is not None and not isinstance(before, Macro):  # "p(x) = s(w^T x), s(a) = ..."
            beside = {
                key: text for key, text in self.said.items() if self.made.get(canonical_name(key)) == self.known.here()
            }
            deque(told_again(self.context, beside, name), 0)
        return True

    def calls_given(self, unit: Unit) -> bool:
        """Whether a formula begins with a function at letters that the text has given, where it is not to be given anew."""
        call = called(unit.members[0].node)
        name = "" if call is None else canonical_name(text_of(call[0], unit.display))
        return self.is_given(name)

    def is_given(self, name: str) -> bool:
        """Whether the text has given a function of a name, where it is not to be given anew."""
        return isinstance(self.context.names.get(name), Macro) and not self.known.began_anew(self.made.get(name))

    def supposed_anew(self, unit: Unit) -> None:
        """Let functions go that are given, where something is supposed of them for all values, f(x + y) = f(x) + f(y): they are
        others of the same name."""
        for part in (each for member in unit.members for each in every_part(member.node)):
            if not isinstance(part, Juxtaposed) or called(part) is not None or not isinstance(part.items[-1], Fence):
                continue
            self.begin_anew(canonical(part.items[0]) or "", (Scalar,))

    def calls_objective(self, unit: Unit, heard: Heard) -> bool:
        """Whether words give a name to what a letter minimizes by the lines before, "let $J(w)$ denote the objective"."""
        display, node = unit.display, unit.members[0].node
        behind = OBJECTIVE.match(display.after) is not None and NAMED.search(display.prose) is not None
        if not (behind or OBJECTIVE_CALLED.search(display.prose)):
            return False
        call = called(node)
        least = [each for each in self.known.facts if isinstance(each.prop, Minimizer) and each.part == self.known.part]
        prop = least[-1].prop if least else None
        if not isinstance(prop, Minimizer) or (call is None and not is_letter(node)):
            return False
        if call is not None and [canonical(each) for each in call[1]] != [own_name(prop.variable)]:
            return False
        name = canonical_name(text_of(node if call is None else call[0], display))
        self.context.define(name, (prop.variable,), prop.body)
        self.made[name] = self.known.here()
        self.said[name] = f"{name}({prop.variable}) = {prop.body} (line {least[-1].line})"
        set_as_definition(heard, display)
        return True

    def begin_anew(self, name: str, at: tuple[type, ...] = (Scalar, VectorVariable, MatrixVariable)) -> None:
        """Let go how a function is given, `at` what kinds of letters, that is another one from here on."""
        given = self.context.names.get(name)
        first = given.parameters[0] if name in self.made and isinstance(given, Macro) else None
        if isinstance(given, Macro) and isinstance(first, at):
            self._lose(name)
            if len(given.parameters) == 1:
                self.context.declare(name, f"function of a {'real' if isinstance(first, Scalar) else 'vector'}")

    def place(self, node: Node) -> None:
        """Know where a point lies that is mentioned with its coordinates, `A(1, 2)`, if nothing says that A is a function."""
        name, where = node.items  # type: ignore[attr-defined]
        told = isinstance(name, Name) and name.text in self.context.names.keys() - self.context.inferred.keys()
        if isinstance(name, Name) and not told and (found := point(where, self.context)) is not None:
            self.context.points[name.text] = found
            self.placed[name.text] = self.known.here()

    def pass_over(self, prose: str) -> None:
        """Let go what was defined for a sentence that ends in some words, and points of another exercise."""
        for name in [name for name, made in self.placed.items() if self.known.began_anew(made)]:
            if LETTERED.search(prose):  # an item inside of theirs
                self.placed[name] = self.known.here()
            else:
                self.context.points.pop(name, None)
                del self.placed[name]
        if STOP.search(prose):
            self.context.names.update(self.passing)
            self.passing = []

    def _define(self, unit: Unit, heard: Heard, *, said: str) -> bool:
        sign = unit.signs[0][0].kind
        if sign not in ASSIGNED or unit.also:
            return False
        if is_letter(unit.members[0].node) and is_set(unit.members[-1].node):  # which says nothing of other letters
            set_as_definition(heard, unit.display)
            return True
        made = [self.context.names.get(each) for each in combined(unit.members[1].node)]
        if is_letter(unit.members[0].node) and (known := [each for each in made if isinstance(each, Function)]):
            name = canonical_name(text_of(unit.members[0].node, unit.display))
            self.context.declare(name, f"function of a {known[0].on}")
            return (
                name not in self.made
                and len(unit.signs) == 1
                and self._sum_of_functions(unit, name, known[0].on, heard)
            )
        points = bool(POINTS.search(SENTENCE.split(unit.display.before)[-1])) or is_new_arrow(
            unit, self.context, self.known.seen
        )
        if self._table(unit, heard, sure=said != "" or sign == ":=" or points):
            return True
        call = called(unit.members[0].node)
        named = said == "definition" or sign == ":="
        at_letters = call is not None and (named or not self._is_at_a_point(unit, call))
        if call is not None and at_letters and self._function(unit, call, heard, sure=said != "" or sign == ":="):
            return True
        if sign in (":=", "equiv") and modulus_of(unit.members[1].node) is None:
            outcome = ask(resolve_chain, unit.clause, self.context)
            read = [each.term for each in getattr(outcome, "members", ())[:2] if isinstance(each, Reading)]
            if len(read) == 2 and read[0].free:
                try:
                    prop = Relation("=", read[0], read[1])
                except SymproofError:
                    return False
                line, _ = self.source.place(origin(unit.members[0].node, unit.members[0].display))
                self.known.add(self.known.fact(self.known.for_all_indices(prop), "definition", line))
                set_role(heard, "definition")
                heard.reading = heard.reading or str(prop)
                return True
        return False

    def _sum_of_functions(self, unit: Unit, name: str, on: str, heard: Heard) -> bool:
        """Whether a letter is said to be a sum of multiples of functions, `h = f + 2g`: it is their sum at each place."""
        if (letter := free_letter(self.context, on)) is None:
            return False
        latex = f"{name}({letter}) = {called_at(unit.members[1].node, unit.display, letter)}"
        if ask(define, latex, self.context) is not None or not isinstance(self.context.names.get(name), Macro):
            return False
        self.made[name], self.said[name] = self.known.here(), f"{latex} (line {heard.line})"
        set_as_definition(heard, unit.display)
        return True

    def _table(self, unit: Unit, heard: Heard, *, sure: bool) -> bool:
        """Whether a letter is said to be a matrix that is written out; said anew in another part it is another one."""
        letter = canonical_name(text_of(unit.members[0].node, unit.display))
        made = self.made.get(letter)
        elsewhere = made is not None and (made[1] != self.known.part or self.known.began_anew(made))
        for_one = letter in self.tables and FOR_ONE.search(SENTENCE.split(unit.display.before)[-1]) is not None
        elsewhere |= for_one and len(unit.members) == 2
        new = self.context.names.get(letter) not in self.known.seen and unit.display.said.role != "goal"
        key = ask(lambda: define_table(unit.clause, self.context, sure=sure or elsewhere, new=new))
        old = self.context.names.get(letter) if sure and canonical(unit.members[1].node) in IDENTITIES else None
        if isinstance(old, Grid) and not key:
            key, self.context.names[letter] = letter, Grid.diagonal((ONE,) * old.shape[0])  # of the size that it had
        if not isinstance(key, str) or not key:
            return False
        self.explicit.add(key)
        self.tables.add(key)
        self.made = {each: at for each, at in self.made.items() if each != key} | {key: self.known.here()}  # at the end
        set_as_definition(heard, unit.display)
        return True

    def _function(self, unit: Unit, call: tuple[Node, tuple[Node, ...]], heard: Heard, *, sure: bool) -> bool:
        name = text_of(call[0], unit.display)
        if self._is_derivative(call[0], unit) or is_probability(name, call[1]) or self._is_of_a_part(unit, call):
            return False
        letters = [canonical(each) or "" for each in call[1]]
        around = Surroundings(unit, letters, self.displays, self.context)
        conditions = around.conditions()
        anew = not self.passing and self.known.began_anew(self.made.get(canonical_name(name)))
        sure = sure or anew or bool(HAS.match(unit.display.after))
        sure |= self._is_of_another(canonical_name(name), unit)
        sure |= gives_another(self.context.names.get(canonical_name(name)), unit, self.context)
        sure |= is_of_new_letters(self.context.names.get(canonical_name(name)), unit, call, self.known.seen)
        if self.context.defines(name) and isinstance(self.context.names.get(canonical_name(name)), Macro) and not sure:
            return False
        if conditions is None:
            if not (unit.premise and isinstance(self.context.names.get(canonical_name(name)), Macro)):
                self._lose(canonical_name(name))  # "f(x) = 0 iff x = 2 or x = 3" says nothing of another f
            return False
        if any(mentions_name(member.node, name, unit.display) for member in unit.members[1:]):
            return False  # a recursion defines nothing by itself
        if is_made_of(canonical_name(name), unit, self.context):
            return False  # f(y) = g(1), of g(t) = f(x + t(y - x))
        if not sure and is_of_what_is_known(canonical_name(name), unit, self.context, self.known):
            return False
        if not sure and self.piecewise.gives(canonical_name(name)):
            return False
        if self.piecewise.table(unit, heard.line):
            set_as_definition(heard, unit.display)
            return True
        before = self.context.names.get(canonical_name(name))
        if is_of_one_value(before, self.known.facts, unit.display.before):
            return False
        formulas = [*with_members_put_in(unit, self.displays), *formulas_of(unit, call[1])]
        latex = next((latex for latex, clause in formulas if self._is_given_by(latex, clause, unit, call)), "")
        if not latex:
            if isinstance(before, Macro):
                self._lose(canonical_name(name))
            return False
        made = self.context.names.get(canonical_name(name))
        if isinstance(made, Macro) and (domain := domain_of(made, conditions or self._mapped(made))) is not None:
            self.context.names[canonical_name(name)] = replace(made, domain=domain)
            self.places |= around.intervals if conditions else set()
        for facts in (self.known.facts, self.known.claims):
            tell_of_values(facts, before, made, call[0])
        self.explicit |= {*self.context.names, *self.context.families}
        self.often |= {canonical_name(name)} if differs(before, made, call[0]) else set()
        self.made.pop(canonical_name(name), None)
        self.made[canonical_name(name)] = self.known.here()
        self.said[name] = f"{latex} (line {heard.line})"
        set_as_definition(heard, unit.display)
        return True

    def _is_given_by(self, latex: str, clause: Clause, unit: Unit, call: tuple[Node, tuple[Node, ...]]) -> bool:
        """Whether a formula gives a function: it is read, and the letters of the function stand in it."""
        name = canonical_name(text_of(call[0], unit.display))
        before = self.context.names.get(name)
        refusal = ask(define_as, clause, latex, self.context)
        if CLASH.search(str(refusal)) or are_others(self.context.names.get(name)):  # of the same name
            with without(self.context, [canonical_name(text_of(letter, unit.display)) for letter in call[1]]):
                refusal = ask(define_as, clause, latex, self.context)
        if refusal is not None:
            return False
        made = through_letters(name, unit, self.displays, self.context)
        if made is not None and made.body.free and loose(made):
            restore(self.context, name, before)  # F(u) = a term in w: its author means something else
            return False
        return True

    def where(self, units: Sequence[Unit]) -> None:
        """Take in, before a formula is read, the conditions beside it."""
        outcomes = [ask(resolve_statement, each.clause, self.context) for each in units]
        read = [each.term for each in outcomes if isinstance(each, Reading)]
        self.conditions = tuple(each for each in read if isinstance(each, Prop))

    def _mapped(self, made: Macro) -> tuple[Prop, ...]:
        """What a map before a definition, `f : [0, 1] \\to \\mathbb{R}`, says of its letter."""
        interval = self.context.mapped.get(made.name, "")
        if not interval or len(made.parameters) != 1:
            return ()
        said = ask(read_statement, rf"{made.parameters[0]} \in {interval}", self.context)
        return (said.term,) if isinstance(said, Reading) and isinstance(said.term, Prop) else ()

    def _is_of_another(self, name: str, unit: Unit) -> bool:
        """Whether a function is given by a matrix that was written out since the function was given: p of B is not p of A."""
        later = set(list(self.made)[list(self.made).index(name) :]) & self.tables if name in self.made else set()
        return any(canonical(each) in later for each in every_part(unit.members[1].node))

    def _is_of_a_part(self, unit: Unit, call: tuple[Node, tuple[Node, ...]]) -> bool:
        """Whether "f(x) = 0 for x < 0" says what a function is in a part of its domain, or "when f(x) = 0" asks where one that is
        given has a value: its letters do not stand in the term."""
        asked = WHEN.fullmatch(unit.display.said.phrase) and self.context.defines(text_of(call[0], unit.display))
        parts = names_of_term(unit, self.displays, self.context)
        for _, clause in with_members_put_in(unit, self.displays):
            parts |= {canonical(each) for each in every_part(clause.members[1])}
        return bool(asked or ONLY_THERE.match(unit.display.after)) and not parts.intersection(map(canonical, call[1]))

    def _is_at_a_point(self, unit: Unit, call: tuple[Node, tuple[Node, ...]]) -> bool:
        """Whether "f(c) = 1" says what a function is at one point: the text says that there is one, or its letter is written as
        a point is, and the function is known, or the letter does not stand in the term."""
        words, of_another = words_behind(unit, call[1], self.displays)
        if (SOME.match(words) and not of_another) or is_said_to_exist(unit.display.before):
            return True
        name = canonical_name(text_of(call[0], unit.display))
        function = self.context.names.get(name)
        if isinstance(function, MatrixVariable) or is_given_at_others(unit.display, call, self.displays):
            return True  # T(v) = \\lambda v, of a matrix, or beside T(w) = \\mu w
        declared = name in self.explicit and name not in self.context.inferred
        known = isinstance(function, Function) and (declared or function in self.known.seen)
        parts = names_of_term(unit, self.displays, self.context)
        if known and all(ENDS.fullmatch(canonical(each) or "") and canonical(each) not in parts for each in call[1]):
            return True  # y(L) = -2
        if is_numbered(call[1]) and parts.issuperset(map(canonical, call[1])):
            return False
        points = [each for each in call[1] if isinstance(each, Scripted) or POINT.fullmatch(canonical(each) or "")]
        starred = isinstance(function, Macro) and any((canonical(each) or "").endswith("*") for each in points)
        return bool(points) and (known or starred or not parts.intersection(map(canonical, points)))

    @property
    def functions(self) -> list[object]:
        """What the text has defined, the last first."""
        return [self.context.names.get(name) for name in reversed(self.made)]

    def behind(self, latex: str) -> str:
        """How the text, or a declaration, gives the functions of which a formula speaks."""
        given = {key: value for key, value in self.context.names.items() if isinstance(value, Macro)}
        said = {canonical_name(name): (name, said) for name, said in self.said.items()}
        texts = {key: said.get(key, (key, f"{value} (declared)")) for key, value in given.items()}
        return "; ".join(text for name, text in texts.values() if re.search(CALLED % re.escape(name), latex))

    def _is_derivative(self, node: Node, unit: Unit) -> bool:
        """Whether a name with primes, or with a letter below, is the derivative of a function that is known."""
        of = self.context.names.get(canonical(node.base) or "") if isinstance(node, Scripted) else None
        if isinstance(node, Scripted) and isinstance(of, Macro) and len(of.parameters) > 1 and node.sub is not None:
            return script(node.sub) in [str(each) for each in of.parameters]
        if not isinstance(node, Scripted) or not node.primes:
            return False
        base = canonical_name(text_of(node.base, unit.display))
        known = isinstance(self.context.names.get(base), (Macro, Function))
        return known or isinstance(ask(resolve, unit.members[0].node, self.context), Reading)

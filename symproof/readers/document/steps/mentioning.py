"""Letters that are named, with a set or in words, and terms of which nothing is said."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from symproof.readers.document.finding.located import Source
from symproof.readers.document.known.cyclic_names import names_residues
from symproof.readers.document.known.declaring import Declaring
from symproof.readers.document.known.definitions import Definitions
from symproof.readers.document.known.introducing import introduce, is_let
from symproof.readers.document.known.lasting import SENTENCE_ENDS, giving_way, limit
from symproof.readers.document.lines.anew import Passing
from symproof.readers.document.lines.asking import ask, note, origin, read_as_written, set_role, text_of
from symproof.readers.document.lines.chains import spread
from symproof.readers.document.lines.following import ENDS, is_led_by_a_reason
from symproof.readers.document.lines.kinds import LETTERS
from symproof.readers.document.lines.meanings import is_extreme, least
from symproof.readers.document.lines.objective import constraints_in
from symproof.readers.document.lines.step import Fact, Heard
from symproof.readers.document.lines.tending import tends
from symproof.readers.document.lines.unit import IMPLICATIONS, Unit, is_closed
from symproof.readers.document.steps.at_point import AT, take_point
from symproof.readers.document.steps.led import Stated
from symproof.readers.document.steps.over_intervals import interval_behind, property_on, said_on
from symproof.readers.document.steps.roles import IFF
from symproof.readers.document.steps.solution_sets import is_set
from symproof.readers.document.words.adjectives import FUNCTIONAL
from symproof.readers.document.words.existing import is_said_to_exist
from symproof.readers.document.words.letters import (
    NTH,
    called,
    has_index,
    is_letter,
    is_listed,
    is_point,
    phrase_of_set,
)  # fmt: skip
from symproof.readers.document.words.outline import Display, is_name, is_where_letters_lie
from symproof.readers.document.words.prose import JOINS, Announcement
from symproof.readers.document.words.restricted import OF_SOME
from symproof.readers.document.words.sentences import SENTENCE
from symproof.readers.document.words.signs import claimed_place
from symproof.readers.notation.tree import Ellipsis, NotUnderstood, Number, Scripted, items_of
from symproof.readers.notation.tree import Sequence as Letters
from symproof.readers.resolve import Context, Macro, Reading, resolve, resolve_statement
from symproof.readers.resolve.complex_numbers import Complex
from symproof.readers.resolve.described import know_set
from symproof.readers.resolve.names import canonical, canonical_name
from symproof.readers.resolve.shapes import every_part
from symproof.readers.resolve.stated import point
from symproof.statement import Prop, Relation
from symproof.term import Apply, Entry, Scalar, ScalarAt, Sum, Variable, Vector, VectorAt
from symproof.term import Number as Numeral

ALONE = re.compile(r"alone is no term|not read as a term|stands alone on the right|of nothing$")
"""Why something that is only named is no term: a list, an interval, a matrix, a function without argument, a rate."""

NUMBERS = re.compile(r"(?:integer|natural|rational|real)\b(?! \w)")
"""The phrases for kinds of numbers that a letter may be said to stand for."""
WHEN = re.compile(r"when|whenever|if|once|as soon as|where", re.IGNORECASE)
UNKNOWN = (*LETTERS, ScalarAt, VectorAt, Entry, Apply)
"""What a formula may say of where it lies: letters, members of sequences, entries, values of functions that nothing gives."""
SUPPOSED = re.compile(r"(suppos|assum)\w*( that)?|when|whenever|if|since|because|as", re.IGNORECASE)
"""Words before a condition on a letter that was brought in before."""
EXTREME = re.compile(
    r"\s*(reach|attain|achiev|assum|tak|hit|is (at )?(its |the |a )?(max|min|larg|small|great|least|extrem))\w*\b",
    re.IGNORECASE,
)
"""What is said of a term where it is as large or as small as it may be: a condition that no formula says."""

CALLED = re.compile(
    r"\b(?:call|denote|name|label|write)\s+(?:this|that|it|the)(?:\s+(?!of\b)\w+){0,3}?(?:\s+(?:by|as))?\s*$",
    re.IGNORECASE,
)
"""Words that give a name to what the line before has found, "call this point $y$"."""

IS = re.compile(r"\s*,?\s*(?:is|are|was)\b")
"""Words behind a letter of which something is said."""
THE_FUNCTION = re.compile(r"\b(?:the|this|that|our)\s+(?:[\w-]+\s+){0,3}functions?\s*$", re.IGNORECASE)
"""Words before the name of a function that is spoken of."""


class Mentioning:
    """Takes in what is said of letters where they are named."""

    def __init__(
        self,
        source: Source,
        context: Context,
        displays: Sequence[Display],
        declaring: Declaring,
        definitions: Definitions,
        passing: Passing,
    ) -> None:
        self.source, self.context, self.displays = source, context, displays
        self.declaring, self.definitions, self.passing = declaring, definitions, passing
        self.known = declaring.known
        self.so_on: tuple[str, Prop, int] | None = (
            None  # the function that is something on an interval, and its paragraph
        )
        self.taken: set[int] = set()  # the intervals on which the formula before them is said to hold

    def _count(self, outcome: object, heard: Heard) -> None:
        """Of an integer n up to which a term that is mentioned goes, `1 + 2 + \\dots + n`, it is supposed that it gets there."""
        term = outcome.term if isinstance(outcome, Reading) and isinstance(outcome.term, Scalar) else None
        for each in term.subterms() if term is not None else ():
            match each:
                case Sum(_, _, Numeral(low), Variable(domain="integer") as high):
                    least = Relation(">=", high, Numeral(low - 1))
                    self.known.add(self.known.fact(least, "hypothesis", heard.line))

    def on_interval(self, found: Sequence[Unit], stated: Stated, heard: Heard) -> list[Fact]:
        """Where the letter of the last relation of a formula lies, "$f(x) < 0$ on $(1, 3)$"."""
        interval = interval_behind(found[-1].display, self.displays) if found and found[-1].is_relation else None
        if interval is None or found[-1].display.said.role == "hypothesis":
            return []
        prop = said_on(stated(found[-1]), interval, self.context)
        self.taken |= {interval.number} if prop is not None else set()
        return [] if prop is None else [self.known.fact(prop, "hypothesis", heard.line)]

    def within(self, found: Sequence[Unit], ranges: Sequence[Prop], heard: Heard) -> list[Fact]:
        """Where letters lie by the words around a formula, `ranges`, and that of a function in a paragraph that says what this is
        on an interval."""
        props = [*ranges]
        if self.so_on is not None and found and self.so_on[2] == found[0].display.paragraph:
            parts = [part for unit in found for member in unit.members for part in every_part(member.node)]
            names = {canonical(part.base if isinstance(part, Scripted) else part) for part in parts}
            props += [self.so_on[1]] if self.so_on[0] in names else []
        return [self.known.fact(prop, "declared", heard.line) for prop in props]

    def only_names(self, unit: Unit, role: str, said: Announcement) -> bool:
        r"""Whether a formula names letters, or says of them where they lie, and claims nothing; `x + 1 \in [1, 2]` claims, and
        behind "so" `x \in [0, 2]` does, of a letter, a member or a value of which something is supposed."""
        kinds = unit.kinds
        if kinds[:-1] == ["="] * (len(kinds) - 1) and kinds[-1:] == ["in"] and len(kinds) > 1:
            return role not in ("conclusion", "goal", "") or bool(
                phrase_of_set(text_of(unit.members[-1].node, unit.display))
            )
        if kinds != ["in"]:
            return not kinds or "in" in kinds or kinds == ["mapsto"]
        if role not in ("conclusion", "goal", "") or is_said_to_exist(unit.display.before):
            return True
        if unit.connector in IMPLICATIONS:
            return False
        outcome = ask(resolve_statement, unit.clause, self.context)
        if not isinstance(outcome, Reading) or not isinstance(outcome.term, Prop):
            return True
        first = unit.members[0].node
        listed = items_of(first)
        placed = [ask(resolve, each, self.context) for each in listed]
        if not all(isinstance(getattr(each, "term", each), UNKNOWN) for each in placed):
            return False
        told = [fact for fact in self.known.facts if fact.kind == "hypothesis"]
        if led := said.connects or (role == "conclusion" and (not said.inherited or is_led_by_a_reason(unit.display))):
            told += [*self.known.claims, *filter(None, [self.known.equation])]
        return not led or not outcome.term.free <= {letter for fact in told for letter in fact.prop.free}

    def tends(self, unit: Unit, said: Announcement, heard: Heard) -> bool:
        """Whether a formula supposes a limit; of its letters something is said with that."""
        return tends(unit, said, heard, self.context, self.known.seen)

    def names_anew(self, display: Display) -> None:
        """Know the sets that a formula describes, and let functions go that are given, where words say what those letters are
        from there on, "let $f$ be convex"."""
        self.passing.take_sizes(display, self.displays)
        for clause in display.clauses:
            know_set(clause, self.context.sets)
        for name in display.text.text.split(",") if is_let(display) else ():
            self.definitions.begin_anew(canonical_name(name.strip()))

    def given_behind(self, found: Sequence[Unit], late: Sequence[Unit], heard: Heard) -> list[Unit]:
        """The conditions behind a formula that nothing denies. A function of it that they give anew is known by them before it is
        read, "$g(t) = f(t^2)$ with $f(x) = x + 1$"."""
        kept = [unit for unit in late if unit.display.said.role not in ("denied", "trial")]
        names = {canonical(part) for unit in found for member in unit.members for part in every_part(member.node)}
        given = [canonical(call[0]) for unit in found if (call := called(unit.members[0].node)) is not None]
        for unit in kept:
            if (call := called(unit.members[0].node)) is None or len(unit.members) < 2:
                continue
            if not {*map(canonical, call[1])} <= {*map(canonical, every_part(unit.members[1].node))}:
                continue  # y(L) = -2
            name = canonical(call[0]) or ""
            known = self.context.names.get(name)
            unsaid = known is None or name in self.context.inferred  # a value, "with y(L) = -2", gives none
            unsaid = isinstance(known, Macro) or (unsaid and not is_closed(unit.members[-1]))
            if name in names and name not in given and unsaid:
                self.definitions.define(unit, replace(heard), said="hypothesis")
        return kept

    def runs(self, display: Display, heard: Heard) -> bool:
        """Take the range of indices modulo n, all residues, for what is declared already."""
        if found := names_residues(display, self.context):
            set_role(heard, "declaration")
            read_as_written(heard, display)
        return found

    def mention(self, unit: Unit, found: Sequence[Unit], k: int, role: str, heard: Heard) -> None:
        """Letters that are named, with a set or in words; a term that nothing is said of."""
        display = unit.display
        if heard.role == "declaration" and not unit.is_relation and len(found) == 1:
            return  # a function of which something is said
        if not unit.kinds and self.definitions.calls_objective(unit, heard):
            return
        if is_one_of_some(display, self.displays):
            self.known.leave_unread(heard.line, heard.latex, display.paragraph)
        if unit.kinds == ["mapsto"]:  # a function without a name, of which something is said in words
            return note(heard, ask(resolve, unit.members[1].node, self.context), display, self.source)
        first = unit.members[0].node
        listed = first.items if isinstance(first, Letters) and not unit.is_relation else ()
        letters = list(listed) or [clause.members[0] for clause in spread(unit.clause)]
        phrase = ""
        if unit.is_relation:
            phrase = phrase_of_set(text_of(unit.members[-1].node, display))
            known = [self.context.names.get(canonical_name(text_of(each, display))) for each in letters]
            if phrase == "real" and SUPPOSED.fullmatch(display.said.phrase) and Complex in map(type, known):
                phrase = ""  # what is supposed of a letter that is known
            for before in reversed(found[:k]):  # `x, y \in \mathbb{R}^n`
                if before.is_relation or not is_letter(before.members[0].node):
                    break
                letters.append(before.members[0].node)
        else:
            phrase = self.declaring.phrase_of(display)
            if AT.search(display.prose):
                take_point(self.known, self.definitions, display, point(first, self.context), heard.line)
            names_it = CALLED.search(display.prose) is not None and NTH.match(display.after) is None
            if names_it and len(found) == 1 and not listed:
                self._call(unit, heard)
            elif role in ("hypothesis", "conclusion", "") and is_letter(letters[0]):
                made = least(text_of(letters[0], display), display, self.displays, self.context)
                self.hold(made, display.said, heard)
                if made:
                    word = FUNCTIONAL.search(display.after)
                    self.known.has_read(word[0] if word else "minimizer", ahead=True)
                elif is_extreme(display, self.displays):
                    self.known.leave_unread(heard.line, heard.latex)
        if display.said.universal and SENTENCE_ENDS.search(display.prose):  # without "if $A w = c w$" of the one before
            anew = [self.context.names.get(canonical_name(text_of(letter, display))) for letter in letters]
            self.known.drop([fact for fact in self.known.facts if fact.brief and not fact.prop.free.isdisjoint(anew)])
        names = [text_of(letter, display) for letter in letters]
        said_of = phrase.startswith("function") and IS.match(display.after)  # "g is a convex function"
        if said_of or THE_FUNCTION.search(display.prose):  # which the text has given
            given = any(self.definitions.is_given(canonical_name(each)) for each in names)
            phrase = "" if given else phrase
        introduce(self.declaring, display, names, phrase, member=unit.is_relation)
        members = bool(phrase) and self.declaring.members(first, phrase, display)
        if members or (phrase and all(map(is_letter, letters))):
            for letter in () if members else letters:
                if has_index(letter):  # of a member of a sequence, the sequence is declared
                    key = canonical_name(text_of(letter, display).partition("_")[0])
                    self.declaring.explicit |= {key} & self.context.families.keys()
                else:
                    self.passing.keep(text_of(letter, display), phrase, display)
                    self.declaring.declare(text_of(letter, display), phrase)
            set_role(heard, "declaration")
            return
        if is_where_letters_lie(display) and (so_on := property_on(display, self.displays, self.context)):
            self.so_on = (*so_on, display.paragraph)
        elif is_where_letters_lie(display) and display.number not in self.taken | self.definitions.places:
            self.known.leave_unread(heard.line, heard.latex, display.paragraph)
        if claimed := claimed_place(display, self.displays):
            self.known.leave_unread(heard.line, claimed)
        if WHEN.fullmatch(display.said.phrase) and EXTREME.match(display.after):
            self.known.leave_unread(heard.line, heard.latex, display.paragraph)
        if not unit.is_relation and constraints_in(display):  # what is optimized
            read_as_written(heard, display)
            return
        if listed and all(is_listed(each) or isinstance(each, (Number, Ellipsis)) for each in listed):
            set_role(heard, "mention")
            heard.reading = heard.reading or text_of(first, display)
            return
        if unit.is_relation:
            read: list[Prop] = []
            for clause in spread(unit.clause):
                outcome = ask(resolve_statement, clause, self.context)
                if IFF.fullmatch(display.after):
                    read_as_written(heard, display)
                elif (
                    isinstance(outcome, Reading) and isinstance(outcome.term, Prop) and role not in ("denied", "trial")
                ):
                    read.append(self._add(outcome.term, unit, read).prop)
                elif role not in ("denied", "trial") and (
                    not is_letter(unit.members[-1].node)
                    or display.said.universal
                    or canonical(unit.members[-1].node) in self.context.sets
                    or _is_of_a_subspace(text_of(unit.members[-1].node, display), self.source.text)
                ):
                    self.known.leave_unread(heard.line, heard.latex)
            heard.reading = heard.reading or " and ".join(map(str, read))
        else:
            outcome = ask(resolve, unit.members[0].node, self.context)
            self._count(outcome, heard)
            if is_point(unit.members[0].node):
                self.definitions.place(unit.members[0].node)
            if is_point(unit.members[0].node) and not isinstance(outcome, Reading):
                heard.reading = f"the point {text_of(unit.members[0].node, display)}"
                return
            if is_set(unit.members[0].node) and not isinstance(outcome, Reading):
                read_as_written(heard, display)
                return  # an interval, or several
            named = is_name(display) or phrase_of_set(text_of(unit.members[0].node, display))
            if named and not isinstance(outcome, Reading):
                return  # a set, a word: nothing is said that could fail
            if isinstance(outcome, NotUnderstood) and ALONE.search(outcome.message):
                read_as_written(heard, display)
                return
        note(heard, outcome, display, self.source)

    def _call(self, unit: Unit, heard: Heard) -> None:
        """Take in that a letter is what the line before has found, `x = u - v`, "call this point $y$"; where that line does not
        say so, it is not known what the letter is."""
        outcome = ask(resolve, unit.members[0].node, self.context)
        last = self.known.claims[-1] if self.known.claims else None
        letter = outcome.term if isinstance(outcome, Reading) else None
        if not isinstance(letter, (*LETTERS, ScalarAt, VectorAt)) or letter in self.known.seen:
            return
        match last.prop if last is not None and last.part == self.known.part else None:
            case Relation("=", found, value) if isinstance(found, UNKNOWN) and found not in value.subterms():
                prop = Relation("=", letter, value) if letter not in value.subterms() else None
            case _:
                prop = None
        if prop is None or isinstance(letter, Vector) != isinstance(prop.right, Vector):
            self.known.leave_unread(heard.line, heard.latex)
            return
        self.known.add(self.known.fact(self.known.for_all_indices(prop), "definition", heard.line))
        set_role(heard, "definition")
        heard.reading = str(prop)

    def kinds_behind(self, unit: Unit) -> None:
        """Take in which numbers a letter behind a formula stands for, "2^n >= 1 for all integers $n$": the
        formula is about these, and not about what the letter was taken for."""
        letter, last = unit.members[0].node, unit.display
        phrase = self.declaring.phrase_of(last) if is_letter(letter) else ""
        if not NUMBERS.match(phrase):
            return
        names = [text_of(letter, last)]
        for each in self.displays[last.number + 1 :]:  # "for all integers $a$, $b$ and $c$"
            if unit.is_relation or not (JOINS.fullmatch(last.after) and is_name(each)):
                break
            last = each
            names.append(each.text.text)
        for name in map(str.strip, names):
            known = self.context.names.get(canonical_name(name))
            if not isinstance(known, Variable):
                continue
            other = unit.display.said.universal and known.domain != phrase.partition(" ")[0]
            if other or canonical_name(name) in self.context.inferred:
                self.passing.keep(name, phrase, unit.display)
                self.declaring.declare(name, phrase)

    def said_in_words(self, unit: Unit) -> list[Prop]:
        """What words say of letters that are named behind a formula: in which set they lie, their signs, what adjectives say, or
        what one minimizes."""
        if unit.kinds == ["in"]:
            read = [ask(resolve_statement, clause, self.context) for clause in spread(unit.clause)]
            placed = [each.term for each in read if isinstance(each, Reading) and isinstance(each.term, Prop)]
            if not placed and not phrase_of_set(text_of(unit.members[-1].node, unit.display)):
                line, _ = self.source.place(unit.display.formula.start)
                self.known.leave_unread(line, unit.display.text.text, unit.display.paragraph)
            return placed
        letter = unit.members[0].node
        named = text_of(letter, unit.display) if not unit.is_relation and is_letter(letter) else ""
        minimal = least(named, unit.display, self.displays, self.context) if named else []
        line, _ = self.source.place(origin(letter, unit.display))
        return [*self.declaring.behind(unit.display, line), *minimal]

    def hold(self, props: Sequence[Prop], said: Announcement, heard: Heard) -> None:
        """Take in what words say of a letter."""
        for prop in props:
            fact = self.known.fact(prop, "hypothesis", heard.line)
            limit(fact, said)
            if prop not in [each.prop for each in self.known.facts]:
                self.known.add(fact)

    def _add(self, prop: Prop, unit: Unit, beside: Collection[Prop] = ()) -> Fact:
        """Suppose something, which ends what was supposed before but for what its formula says `beside` it."""
        display = unit.display
        line, _ = self.source.place(origin(unit.members[0].node, unit.members[0].display))
        fact = self.known.fact(prop, "hypothesis", line)
        if display.said.role == "hypothesis":
            limit(fact, display.said, self.known.seen, display.before, display.after)
            others = [each for each in self.known.facts if each.prop not in beside]
            self.known.drop(
                giving_way(others, [fact], all_of_kind=fact.local and ENDS.search(display.prose) is not None)
            )
        self.known.add(fact)
        return fact


def is_one_of_some(display: Display, displays: Sequence[Display]) -> bool:
    """Whether words behind a letter that stands for all of a kind say without a formula that it is one of some: "for every $x$ in
    the kernel, $Ax = 0$"; an interval or a number behind the words says so itself."""
    said = OF_SOME.search(f"{SENTENCE.split(display.before)[-1]}·{display.after}")
    behind = displays[display.number + 1 : display.number + 2]
    relations = any(each.clauses and each.clauses[0].kinds for each in behind)
    return said is not None and (said[0].rstrip().endswith(",") or relations or any(map(is_name, behind)))


def _is_of_a_subspace(latex: str, text: str) -> bool:
    r"""Whether a set is the orthogonal complement of one, or has one: what lies in U or in U^\perp is tied to the others."""
    return r"\perp" in latex or re.search(rf"(?<![A-Za-z\\]){re.escape(latex)}\s*\^\s*\{{?\s*\\perp", text) is not None

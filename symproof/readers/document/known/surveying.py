"""What undeclared letters are in each part of a document: inferred from the part that stands apart, and where a section of it
cannot be read so, because a letter is a number there and a vector elsewhere, from the section alone, perhaps without what was
given before: A was a matrix that is written out. A section in which letters clash is taken piece by piece, where its pieces have
heads of their own, `**The lasso.**`, or are items, and more is read so. Letters are taken for matrices, and vectors beside them
for columns, where more can be read so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from symproof.readers.document.known.declaring import Declaring
from symproof.readers.document.known.definitions import Definitions
from symproof.readers.document.known.forgetting import ASSIGNED
from symproof.readers.document.known.giving import loose
from symproof.readers.document.known.ones import sizes_of_ones
from symproof.readers.document.lines.anew import CLASH
from symproof.readers.document.lines.asking import ask, text_of
from symproof.readers.document.lines.tending import let_go, small_letters
from symproof.readers.document.words.beginning import is_apart
from symproof.readers.document.words.letters import called, function_declared, phrase_of_set
from symproof.readers.document.words.outline import Display, mentions
from symproof.readers.document.words.prose import LETS
from symproof.readers.document.words.qualities import names_of
from symproof.readers.notation.tree import Clause, Name, Node, items_of
from symproof.readers.resolve import ChainReading, Context, Reading, resolve_chain
from symproof.readers.resolve.context import Symbol
from symproof.readers.resolve.declared import define
from symproof.readers.resolve.described import forget_listed
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.extrema import IN_RELATIONS
from symproof.readers.resolve.grids import Grid
from symproof.readers.resolve.names import canonical, canonical_name, is_small_letter
from symproof.readers.resolve.places import placed_in
from symproof.readers.resolve.ranges import ranges_in, tied_places
from symproof.readers.resolve.shapes import every_part, holds_outer
from symproof.readers.resolve.stated import define_table
from symproof.readers.resolve.values import Macro, Tuple
from symproof.term import Function, Matrix, Scalar, Vector

MATRIX = re.compile(
    r"matri|a column|power of a vector|vector times a vector|transposed|T above|two indices|trace|determinant|"
    r"subscript on a number|outer product|where a vector is needed|a vector stands where a number is needed|"
    r"T is not known|is not declared, and its uses|shapes|square matrix|mark is not read"
)
"""How a formula fails whose letters may be matrices: then a section alone would take them for numbers."""


BY_PLACES = re.compile(r"of the entries, of a|only scalars are ordered")
"""How a norm or an order fails that goes place by place."""
MOST_FUNCTIONS = 4
"""How many functions of a section are tried as functions of a number, each alone."""
NEAR = 100
"""How many formulas before and behind a section say what its letters are, so that time grows with the document and not faster."""
ALONE = re.compile("an outer product alone|" + IN_RELATIONS)
"""Members of chains, which are no terms but read."""
HEAD = re.compile(r"^[^\S\n]*(?:\(?\w{1,3}[.)]\s*)?(?:\*\*|__|\\textbf\b|\\bfseries\b)", re.MULTILINE)
"""How a paragraph begins that has a head of its own."""
GIVEN = re.compile(rf"written out|takes \\w+ argument|{CLASH.pattern}")
"""How a formula fails whose letters were given as something else before."""
BESIDE = re.compile(r"beside a (vector|matrix)|T above")


class Surveying:
    """Surveys the parts of a document; `inferred` is what all of them said."""

    def __init__(
        self, context: Context, declaring: Declaring, definitions: Definitions, displays: Sequence[Display]
    ) -> None:
        self.context, self.declaring, self.definitions, self.displays = context, declaring, definitions, displays
        self.inferred: dict[str, str] = {}
        context.before = self.inferred
        self.part: list[Display] = []
        self.anew = set(_declared_anew(displays, declaring))
        """The formulas with which the letters of a section are declared anew."""
        self.aside: dict[str, Symbol] = {}
        """What the section before lays aside of what earlier ones say: its letters are others of the same name."""

    def at(self, display: Display) -> None:
        """Infer the letters of the part, or of the section, that begins with a formula."""
        apart = display.number == 0 or is_apart(display)
        let_go(self.context, display)
        if apart:
            self.part = self._span(display, apart=True)
            self.definitions.forget_unused([each.text.text for each in self.part])
            self.declaring.name_functions(self.part, self.part)
            self.context.small = small_letters(self.part)
            clauses = [clause for each in mentions(self.part) for clause in each.clauses]
            self.context.tending.clear()
            forget_listed(self.context.sets)
            self.context.places = tied_places(clauses)
            self.context.spans = ranges_in(clauses, self.context.places)
            self.context.listed = {
                (listed.entry, listed.indices): listed for each in self.part for listed in each.listed
            }
        if apart or self._is_section(display):
            section = self._span(display, apart=False)
            self.context.sizes = self._sizes(self.part, section)
            self.definitions.forget_anew(section, self.declaring.supposed(section), apart=apart)
            before = set(self.declaring.said)
            near = self._near(section)
            self.declaring.name_functions(section, near)
            self._section(section, near, before)
            self.inferred |= self.context.inferred

    def _is_section(self, display: Display) -> bool:
        return is_section(display) or display.number in self.anew

    def _span(self, start: Display, *, apart: bool) -> list[Display]:
        rest = self.displays[start.number :]
        ends = is_apart if apart else self._is_section
        return list(rest[: next((k for k, display in enumerate(rest) if k and ends(display)), len(rest))])

    def _pieces(self, section: list[Display]) -> list[list[Display]]:
        """The pieces of a section, which begin with a head of their own, with an item or with an environment; none of a whole."""
        starts = [0, *(k for k, display in enumerate(section) if k and _begins_piece(display))]
        return [section[start:end] for start, end in pairwise([*starts, len(section)])] if len(starts) > 1 else []

    @staticmethod
    def _fewest(bare: Context, piece: list[Display], *, with_matrices: bool) -> int:
        """How much of a piece is not read from itself alone."""
        other = bare.copy()
        other.survey(mentions(piece), with_matrices=with_matrices)
        return len(_unread(piece, other))

    def _given_before(self, section: list[Display], bare: Context) -> dict[str, Symbol]:
        """What was written out before a section that speaks of it, and the functions given before that it begins to give anew."""
        heads = {canonical(call[0]) for each in section if (call := _first_call(each)) is not None}
        parts = {canonical(part) for each in section for part in _parts(each)}
        return {
            key: symbol
            for key in self.definitions.made
            if (isinstance(symbol := bare.names.get(key), (Grid, Tuple)) and key in parts)
            or (isinstance(symbol, Macro) and key in heads)
        }

    @staticmethod
    def _without(given: dict[str, Symbol], bare: Context, section: list[Display], fewest: int) -> Context | None:
        """What the letters of a section are without as little as need be of what was given before; None where no more is read."""

        def tried(kept: set[str]) -> tuple[int, Context]:
            found = []
            for way in (False, True):
                other = bare.copy()
                for key in given.keys() - kept:
                    other.names.pop(key)
                other.survey(mentions(section), with_matrices=way)
                numbers = [key for key in (given.keys() - kept) & _numbers(other) if isinstance(given[key], Grid)]
                unread = len(_unread(section, other))  # the column y of an exercise is a number where all is read so
                if not numbers or (not unread and all(map(is_small_letter, numbers))):
                    found.append((unread, other))
            return min(found, key=lambda each: each[0], default=(fewest, bare))

        kept: set[str] = set()
        count, best = tried(kept)
        for key in given if count < fewest else ():
            again, other = tried(kept | {key})
            if again <= count:
                kept, count, best = kept | {key}, again, other
        return best if count < fewest else None

    def _by_places(self, section: list[Display], near: list[Display], unread: list[str]) -> bool:
        """Know of the vectors of a section their entries, where a norm needs them; whether more is read so, and nothing that was
        read is lost."""
        clauses = [clause for formula in mentions(near) for clause in formula.clauses]
        other = self.context.copy()
        other.placed = placed_in(clauses, other)
        still = _unread(section, other)
        if len(still) >= len(unread) or Counter(still) - Counter(unread):
            return False
        self.context.names, self.context.placed = other.names, other.placed
        return not still

    def _near(self, section: list[Display]) -> list[Display]:
        """The formulas of the part around a section."""
        first = self.part[0].number
        return self.part[max(0, section[0].number - first - NEAR) : section[-1].number - first + 1 + NEAR]

    def _sizes(self, *parts: Sequence[Display]) -> dict[str, str]:
        """The matrices of which the words of parts say the size; in a formula behind them more firmly, "is $n \\times n$"."""
        said = [(each, size) for part in parts for each in part if (size := sizes_in(each, self.declaring))]
        said.sort(key=lambda each: any(r"\times" in one.text.text for one in self.displays[each[0].number + 1 :][:1]))
        of_ones = sizes_of_ones([each for part in parts for each in part], self.displays)
        return of_ones | {name: phrase for _, size in said for name, phrase in size.items()}

    def _section(self, section: list[Display], near: list[Display], before: set[str]) -> None:
        """Know of the letters of a section what the formulas of the part `near` it say, or where less can be read so, the section
        alone, perhaps without what words say `before` it."""
        beside = self.context.beside_letters()
        self.declaring.forget([listed for listed in self.context.inferred if listed not in beside])
        self.context.names = self.aside | self.context.names
        self.aside = {}
        for key, phrase in self.context.sizes.items():
            if key not in self.context.names:
                self.context.take_matrix(key, phrase)
        self.context.placed, self.context.lettered = {}, False
        bare = self.context.copy()
        self.context.survey(mentions(near))
        unread, lists = _unread(section, self.context), any(each.listed for each in section)
        if not unread and not lists:
            return
        if any(map(BY_PLACES.search, unread)) and self._by_places(section, near, unread):
            return
        self.context.lettered = bare.lettered = True
        unread = _unread(section, self.context) if any(map(BY_PLACES.search, unread)) else unread
        if not unread and not lists:
            return
        matrices = lists or any(map(MATRIX.search, unread))
        clashes = any(map(CLASH.search, unread))
        ways = [(near, True), (section, True)] if matrices else []
        ways += [(section, False)] if clashes else []
        fewest, kept = len(unread), _vectors(self.context) if any(map(BESIDE.search, unread)) else set()
        for span, with_matrices in ways:
            other = bare.copy()
            for listed in beside if span is section else ():
                other.forget(listed)
            other.survey(mentions(span), with_matrices=with_matrices)
            if kept & _numbers(other):  # a section alone says too little of its vectors
                continue
            if (count := len(_unread(section, other))) < fewest + lists:
                fewest, lists = count, False
                self.context.take_over(other)
        if (pieces := self._pieces(section)) and (clashes or matrices) and fewest:
            alone = [[self._fewest(bare, piece, with_matrices=way) for way in (False, True)] for piece in pieces]
            if sum(map(min, alone)) < fewest:
                self.anew |= {piece[0].number for piece in pieces}
                self.context.take_over(bare)
                self._section(pieces[0], self._near(pieces[0]), before)
                return
        if fewest and (given := self._given_before(section, bare)) and any(map(GIVEN.search, unread)):
            if (without := self._without(given, bare, section, fewest)) is not None:
                self.aside = {key: symbol for key, symbol in given.items() if without.names.get(key) is not symbol}
                self.context.take_over(without)
                return
        said = {key: bare.names[key] for key in before if key in bare.names}
        if not (ways and fewest and said):
            return
        functions = [key for key, symbol in said.items() if isinstance(symbol, Function)]
        mapped = {found[0] for each in self.part if (found := function_declared(each.text.text)) is not None}
        singles = [(near, [key]) for key in functions if 1 < len(functions) <= MOST_FUNCTIONS]
        for span, taken in (*singles, (near, functions), (section, [key for key in functions if key in mapped])):
            other = bare.copy()
            others = [key for key in functions if key not in taken and len(taken) == 1 < len(functions)]
            for key in said.keys() - set(others):  # the others stay what they are
                other.names.pop(key)
            for key in taken:  # "let f be convex", f : D \\to R, of numbers
                other.declare(key, "function of a real")
            other.survey(mentions(span), with_matrices=matrices)
            if (count := len(_unread(section, other))) < fewest:
                self.context.take_over(other)
                self.aside = {key: said[key] for key in said if key not in others}
                fewest = count


def sizes_in(display: Display, declaring: Declaring) -> dict[str, str]:
    """The matrices that a formula names, of which words say the size, `A, B`."""
    names = [] if display.is_relation else names_of(display)
    phrase = declaring.phrase_of(display) if names else ""
    return {canonical_name(name): phrase for name in names} if phrase.startswith("matrix ") else {}


def _only_declares(clause: Clause, display: Display) -> bool:
    r"""Whether a formula only says what its letters are, `w \in \mathbb{R}^n`, `X \sim N(0, 1)`: no reading of them reads it."""
    kinds = [sign.kind for sign in clause.relations]
    if kinds != ["in"]:
        return kinds == ["sim"]
    return phrase_of_set(text_of(clause.members[1], display)).startswith(("vector", "matrix"))


def _is_defined(clause: Clause, display: Display, context: Context) -> bool:
    """Whether a formula says what a function is, of which nothing else is known: the context knows it from there on."""
    call = called(clause.members[0]) if clause.relations and clause.relations[0].kind in ASSIGNED else None
    if call is None or not isinstance(context.names.get(canonical_name(text_of(call[0], display))), Function):
        return False
    latex, key = " = ".join(text_of(member, display) for member in clause.members[:2]), canonical(call[0]) or ""
    before = context.names[key]
    if ask(define, latex, context) is not None:
        return False
    made = context.names.get(key)
    if isinstance(made, Macro) and made.body.free and loose(made):  # f(x) = x^2 - a of a vector: the member x_2
        context.names[key] = before
        return False
    return True


def _is_map(clause: Clause, context: Context) -> bool:
    """Whether a formula sets a letter equal to outer products: the context knows it from there on."""
    if not clause.relations or clause.relations[0].kind not in ASSIGNED or not holds_outer(clause.members[1]):
        return False
    key = ask(lambda: define_table(clause, context, sure=False))
    return isinstance(key, str) and isinstance(context.names.get(key), Dyads)


def _vectors(context: Context) -> set[str]:
    return {name for name, symbol in context.names.items() if isinstance(symbol, (Vector, Matrix))}


def _numbers(context: Context) -> set[str]:
    return {name for name, symbol in context.names.items() if isinstance(symbol, Scalar)}


def is_section(display: Display) -> bool:
    """Whether a heading, or a part that stands apart, begins before a formula."""
    return is_apart(display) or any(each.kind == "heading" for each in display.crossed)


def _parts(display: Display) -> Iterator[Node]:
    for clause in display.clauses:
        for member in clause.members:
            yield from every_part(member)


def _first_call(display: Display) -> tuple[Node, tuple[Node, ...]] | None:
    """The function that a formula begins to give, and its letters."""
    for clause in display.clauses:
        if clause.relations and clause.relations[0].kind in ASSIGNED:
            return called(clause.members[0])
    return None


def _begins_piece(display: Display) -> bool:
    """Whether an item, an environment or a paragraph with a head of its own begins before a formula."""
    kinds = {each.kind for each in display.crossed}
    return bool(kinds & {"item", "environment"}) or ("paragraph" in kinds and HEAD.search(display.prose) is not None)


def _declared_anew(displays: Sequence[Display], declaring: Declaring) -> Iterator[int]:
    r"""The formulas that begin a paragraph or an item, "let $W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$", "let $W$
    be an $m \times n$ matrix", whose letters the section had before: as others, perhaps."""
    seen: set[str] = set()
    for k, display in enumerate(displays):
        seen = set() if is_section(display) else seen
        crossed, last = {each.kind for each in display.crossed}, displays[k - 1]
        begins = ("paragraph" in crossed and display.paragraph != last.paragraph) or (
            "item" in crossed and display.item != last.item
        )
        if begins and display.said.role == "hypothesis" and LETS.search(display.before):
            beside = [each for each in displays[k : k + 4] if each.paragraph == display.paragraph]
            if any(name in seen for each in beside for name in (*_declared(each), *sizes_in(each, declaring))):
                seen = set()
                yield display.number
        for clause in display.clauses:
            for member in clause.members:
                seen |= {canonical(each) or "" for each in every_part(member) if isinstance(each, Name)}


def _declared(display: Display) -> list[str]:
    r"""The letters that a formula declares as vectors or matrices, `x, y \in \mathbb{R}^n`."""
    (clause,) = display.clauses if len(display.clauses) == 1 else (None,)
    if clause is None or clause.kinds != ["in"]:
        return []
    first, last = clause.members
    if not phrase_of_set(text_of(last, display)).startswith(("vector", "matrix")):
        return []
    return [canonical(each) or "" for each in items_of(first)]


def _unread(span: Sequence[Display], context: Context) -> list[str]:
    """Why steps and members of formulas are not read."""
    found, context = [], context.copy()
    for display in span:
        for row in display.parsed.rows if display.parsed is not None else ():
            for clause in row.clauses:
                if _only_declares(clause, display):
                    continue
                if _is_defined(clause, display, context) or _is_map(clause, context):
                    clause = replace(clause, members=clause.members[1:], relations=clause.relations[1:])
                read = ask(resolve_chain, clause, context) if clause.relations else None
                said = (
                    (*read.members, *read.steps) if isinstance(read, ChainReading) else () if read is None else (read,)
                )
                found += [str(each) for each in said if not isinstance(each, Reading) and not ALONE.search(str(each))]
    return found

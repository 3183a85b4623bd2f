"""The formulas of a document with what stands around them: parsed, announced, numbered, and in which part they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from symproof.lemmas import InternalError
from symproof.readers.document.finding.document import Document
from symproof.readers.document.finding.items import Break, Formula, Item, Trouble, Words
from symproof.readers.document.finding.located import Located, join
from symproof.readers.document.finding.macros import EndlessMacro, Macro, expand, find_definitions
from symproof.readers.document.words.congruences import with_moduli
from symproof.readers.document.words.phrases import BELOW, MARK, STEP_ALONE
from symproof.readers.document.words.prose import Announcement, announced
from symproof.readers.document.words.quantities import at_a_letter, with_names, words_of
from symproof.readers.document.words.sentences import sentence_before
from symproof.readers.notation import Clause, parse
from symproof.readers.notation import Formula as Parsed
from symproof.readers.notation.commas import with_commas
from symproof.readers.notation.german import in_english, is_german
from symproof.readers.notation.tree import Add, Fence, Juxtaposed, Name, Node
from symproof.readers.resolve.entries import Listed, entries_by_a_law, listed_entries

ON = re.compile(r"\b(on|over|inside|within)\W*$", re.IGNORECASE)
INTERVAL = re.compile(r"(?:\\left)?[\[\](][^=<>]*,[^=<>]*[\[\])]")
NUMBERED = re.compile(r"^[^\S\n]*(?:\*\*|__|\\textbf\{)([A-Za-z]+) (\d{1,3})\b", re.MULTILINE)
"""A number in bold with its noun, at the beginning of a paragraph: `**Solution 4.**`."""
SOLVING = ("solution", "answer", "proof")
LEADS_TO_ALL = re.compile(
    r"\b(then|thus|hence|therefore|we have|one has|it holds( that)?|the following( \w+)? holds?)\W*$", re.IGNORECASE
)
"""How words end that lead to the items of a list, each of which is claimed."""
NESTED = 200
"""How deep the braces of a formula may go: no page of mathematics comes near, and a reader that recurses must stop."""
LONGEST = 20_000
"""The longest formula that is read, in characters."""
OPENED = re.compile(r"[ ~]\(")
"""A bracket that opens behind a formula and begins with another one."""
SPACES = re.compile(r"(?<=[^\S\n]{8})[^\S\n]+")
"""What goes beyond eight spaces in a row."""
ENDING = re.compile(r"\\text\s*\{([^{}$]*)\}\W*$")


ARROW = re.compile(r"\\(?:Long|long)?(?:[Ll]eft|[Rr]ight)arrow|\\implie(?:s|dby)|[⇒⇐⟹⟸]")
"""An arrow and no more."""


@dataclass(frozen=True)
class Display:
    """A formula of the document, displayed or in a line of text.

    `text` is its LaTeX with the author's macros expanded, `parsed` what the reader of notation makes of it (None where
    `problem` says that it cannot be asked). `before` and `after` are the words around it in its paragraph; `said` is
    what they announce. `part` counts the headings and theorems so far, `paragraph` the paragraphs, `item` the items.
    """

    number: int
    formula: Formula
    text: Located
    parsed: Parsed | None
    problem: str
    problem_at: int
    before: str
    after: str
    said: Announcement
    part: int
    level: int
    paragraph: int
    item: int
    environment: str
    crossed: tuple[Break, ...] = ()
    """The breaks between the formula before and this one."""
    prose: str = ""
    """All words since the formula before, of other paragraphs too."""
    table: int = 0
    """Which table it stands in, counted from 1; 0 is none."""
    anew: bool = False
    """Whether a solution with another number than what is in bold before it begins there."""
    listed: tuple[Listed, ...] = ()
    """The letters whose entries it lists: of `A = (a_{ij})` only A is left in `text`."""
    led: str = ""
    """All words of the paragraph before, where a paragraph begins with the formula."""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """What was parsed, clause by clause; none where it cannot be read."""
        return self.parsed.clauses if self.parsed is not None else ()

    @property
    def sentence(self) -> int:
        """With which formula its sentence begins, by its number."""
        return self.number - sentence_before(self.before).count("·")

    @property
    def is_relation(self) -> bool:
        """Whether anything is related in it."""
        return any(clause.relations for clause in self.clauses)


@dataclass
class _Reading:
    german: bool = False
    numbered: str = ""
    """The number of the last bold noun."""
    quantities: frozenset[str] = frozenset()
    """The words of the text, which may name quantities in its formulas."""
    part: int = 0
    level: int = 0
    paragraph: int = 0
    item: int = 0
    table: int = 0
    tables: int = 0
    environments: list[str] = field(default_factory=list)
    before: str = ""
    prose: str = ""
    crossed: list[Break] = field(default_factory=list)
    words: str = ""
    """All words of the paragraph."""
    ended: str = ""
    """All words of the paragraph before."""
    lead: str = ""
    """What leads into the items: "Expand:"; "" where a relation ends it, of which the items are steps: "Solve $2x = 6$"."""
    related: bool = False
    """Whether a relation is the last formula of the paragraph."""
    leading: bool = True
    """Whether the paragraph may lead into items, being none itself."""
    first: bool = False
    """Whether the next formula is the first of an item."""
    leads: tuple[int, str, str] = (-1, "", "")
    """Of a display with rows that are sentences: where it begins, and the words before it."""

    def begins_anew(self) -> bool:
        """Whether a solution with another number begins in the words before a formula."""
        anew = False
        for found in NUMBERED.finditer(self.prose):
            anew = found[1].lower() in SOLVING and self.numbered not in ("", found[2])
            self.numbered = found[2]
        return anew

    def go_on(self, formula: Formula) -> None:
        """Come to a part of such a display: the words before it lead to each part, over the sentences between."""
        if self.leads[0] != formula.display_at:
            self.leads = (formula.display_at or 0, self.before, self.prose)
        elif formula.display:
            _, self.before, self.prose = self.leads


def outline(document: Document) -> tuple[list[Display], list[Trouble]]:
    """The formulas of a document, in order, and the places that cannot be read."""
    macros: dict[str, Macro] = {}
    definitions = find_definitions(document.source.text) if "\\" in document.source.text else []
    displays: list[Display] = []
    troubles: list[Trouble] = []
    items = _in_english(document.items)
    german = items is not document.items
    items = [_squeezed(item) for item in with_moduli(items)]
    now, defined = _Reading(german=german, quantities=words_of(items)), 0
    for k, item in enumerate(items):
        match item:
            case Words(text):
                if (
                    not now.words.strip()
                    and MARK.match(text.text)
                    and not (now.crossed and now.crossed[-1].kind in ("item", "cell"))
                ):
                    _cross(now, Break("item", text.origin(0)))
                if now.crossed and STEP_ALONE.match(text.text):
                    now.before = ""  # "Solve $x + 1 = 2$", and in the next paragraph "Step 1:"
                now.before += text.text
                now.prose += text.text
                now.words += text.text
            case Break(kind="cell"):
                now.crossed.append(item)
                now.prose += " "
                now.tables += not now.table
                now.table = now.tables
            case Break():
                _cross(now, item)
            case Trouble():
                troubles.append(item)
            case Formula():
                while defined < len(definitions) and definitions[defined].offset < item.end:
                    macros[definitions[defined].name] = definitions[defined]
                    defined += 1
                if item.display_at is not None:
                    now.go_on(item)
                displays.append(_display(len(displays), item, macros, now, _words_after(items, k)))
                now.before, now.prose, now.crossed = _held(now.before, item), "", []
                now.words, now.first = now.words + "·", False
                clauses = displays[-1].clauses
                now.related = any(clause.relations for clause in clauses)
    return displays, troubles


def _in_english(items: Sequence[Item]) -> Sequence[Item]:
    """The items of a document; of one in German, with its words in English."""
    if not is_german(" ".join(item.text.text for item in items if isinstance(item, Words))):
        return items
    return [_turned(item) for item in items]


def _turned(item: Item) -> Item:
    match item:
        case Words(text):
            return Words(Located.whole(in_english(text.text), text.origin(0)))
        case Break(kind="heading"):
            return replace(item, name=in_english(item.name))
    return item


def _squeezed(item: Item) -> Item:
    """An item without long runs of spaces in its words: patterns for words would walk through them from each of their places."""
    if not isinstance(item, Words) or not SPACES.search(item.text.text):
        return item
    kept = [0, *(end for found in SPACES.finditer(item.text.text) for end in found.span()), len(item.text)]
    return Words(join(item.text[start:stop] for start, stop in zip(kept[::2], kept[1::2], strict=True)))


def _held(before: str, formula: Formula) -> str:
    """The words that go on after a formula in a line, or after a display that no full stop ends; `·` stands for it."""
    if not formula.display:
        return before[-400:] + " · "
    return " ·. " if formula.latex.text.rstrip().endswith(".") else " · "


def _cross(now: _Reading, item: Break) -> None:
    now.crossed.append(item)
    if item.kind == "close":
        return
    now.prose += "\n"
    now.table = now.table if item.kind == "item" else 0
    if now.leading and now.words.strip():
        now.lead = "" if now.related and now.words.rstrip(" *_.\n").endswith("·") else now.words
    if now.words.strip():
        now.ended = now.words
    if now.words.strip() or item.kind in ("heading", "item"):
        now.words, now.leading, now.first = "", item.kind != "item", item.kind == "item"
    if item.kind == "heading":
        now.part, now.level, now.environments, now.lead = now.part + 1, item.level, [], ""
    elif item.kind == "item":
        now.item += 1
    elif item.kind == "environment":
        if item.name.startswith("end "):
            if now.environments and now.environments[-1] == item.name[4:]:
                now.environments.pop()
        else:
            now.environments.append(item.name)
    now.paragraph += 1
    said = now.before.rstrip(" *_\n")
    goes_on = item.kind == "paragraph" and not item.name and not said.endswith((".", "!", "?"))
    now.before = f"{now.before}\n" if goes_on else ""


def _words_after(items: Sequence[Item], k: int) -> str:
    """The words up to the next formula, in the same paragraph; with what is said in a bracket that opens there, of a formula in
    it too: "(· is excluded)"."""
    for at, item in enumerate(items[k + 1 : k + 3], k + 1):
        if isinstance(item, Words):
            inside = OPENED.fullmatch(item.text.text) and isinstance(items[min(at + 2, len(items) - 1)], Words)
            rest = items[at + 2] if inside else None
            return item.text.text + (f"·{rest.text.text}" if isinstance(rest, Words) else "")
        if not isinstance(item, Break) or item.kind != "paragraph":
            return ""
    return ""


def _display(number: int, formula: Formula, macros: dict[str, Macro], now: _Reading, after: str) -> Display:
    text, problem, at = formula.latex, formula.problem, formula.start
    if now.german:
        text = join(
            Located.whole("{,}", text.origin(place)) if piece == "," else text[place : place + len(piece)]
            for piece, place in with_commas(text.text)
        )
    try:
        text = with_names(at_a_letter(expand(text, macros)), now.quantities)
    except EndlessMacro as endless:
        problem, at = str(endless), endless.offset
    if not problem and len(text) > LONGEST:
        problem = f"a formula of {len(text)} characters is too long to be read"
    if not problem and (deep := _too_deep(text)) is not None:
        problem, at = f"braces go deeper than {NESTED}", deep
    parsed: Parsed | None = None
    listed: tuple[Listed, ...] = ()
    if not problem:
        try:
            parsed = parse(text.text)
            if not formula.display and (found := listed_entries(parsed)):
                listed = tuple(each for each, _, _ in found)
                text = join(_left(text, [(start, end) for _, start, end in found]))
                parsed = parse(text.text)
            if laws := entries_by_a_law(parsed):
                text = join(_entry_by_entry(text, laws))
                parsed = parse(text.text)
        except RecursionError:
            problem = "it goes too deep"
        except Exception as error:  # a mistake of ours costs one formula, not the document
            problem = str(InternalError(error))
    environment = now.environments[-1].rstrip("*") if now.environments else ""
    try:
        said = _said(now, _own_words(formula) + after, formula)
    except Exception as error:
        said, problem = Announcement(), problem or str(InternalError(error))
    return Display(
        number=number, formula=formula, text=text, parsed=parsed, problem=problem,
        problem_at=at, before=now.before, after=after, said=said, part=now.part,
        level=now.level, paragraph=now.paragraph, item=now.item, environment=environment, crossed=tuple(now.crossed),
        prose=now.prose, table=now.table, listed=listed, anew=now.begins_anew(),
        led="" if now.words.strip() else now.ended,
    )  # fmt: skip


def _entry_by_entry(text: Located, laws: Sequence[tuple[Node, str, Fence, int]]) -> Iterator[Located]:
    """A text with `C_{ij} = a_{i-j}` for `C = [a_{i-j}]`."""
    at = 0
    for matrix, indices, brackets, end in laws:
        simple = isinstance(matrix, Name)
        yield text[at : matrix.start]
        yield Located.whole("" if simple else "(", text.origin(matrix.start))
        yield text[matrix.start : matrix.end]
        yield Located.whole(f"_{{{indices}}}" if simple else f")_{{{indices}}}", text.origin(matrix.start))
        assert brackets.body is not None
        yield text[matrix.end : brackets.start]
        yield text[brackets.body.start : brackets.body.end]
        at = end
    yield text[at:]


def _left(text: Located, gaps: Sequence[tuple[int, int]]) -> Iterator[Located]:
    """What is left of a text without some pieces."""
    start = 0
    for first, end in gaps:
        yield text[start:first]
        start = end
    yield text[start:]


def _own_words(formula: Formula) -> str:
    """The words that a formula ends with, `3 = 5 \\quad \\text{false!}`."""
    found = ENDING.search(formula.latex.text)
    return f"{found[1]} " if found else ""


REASONED = re.compile(r"\W*(?:proof|because|since|indeed|(?:this )?follows)\b", re.IGNORECASE)
WHERE = re.compile(r"\s*,?\s*(?:for|whenever)\s*(?:(?:all|any|every|each)\b[^.]*)?$", re.IGNORECASE)
ORDER = re.compile(r"[<>\u2264\u2265]|\\(?:[lg]eq?(?:slant)?|[lg]t)(?![A-Za-z])")
"""Words behind an item by which it is shown, or an inequality said of certain numbers: nobody solves it, wherever the list is."""


def _said(now: _Reading, after: str, formula: Formula) -> Announcement:
    """What words say of a formula; of an item without words of its own, those that lead into the list."""
    said = announced(now.before, after, display=formula.display)
    apart = not formula.display and not now.prose.strip() and any(each.kind == "paragraph" for each in now.crossed)
    apart &= said.role in ("", "conclusion") and said.phrase != BELOW
    if apart:  # no word of the paragraph before leads to it
        said = replace(said, connects=False, role="")
    if now.leading or not now.lead or said.role:
        return said
    lead = announced(now.lead.rstrip(" .:\n"), after, display=formula.display)
    if lead.role == "equation" and now.first:
        shown = REASONED.match(after) or (WHERE.match(after) and ORDER.search(formula.latex.text))
        return said if shown else replace(said, role="equation")
    role = "conclusion" if LEADS_TO_ALL.search(now.lead) and now.first else ""
    return replace(said, role=role, claims=said.claims or lead.claims, universal=said.universal or lead.universal)


def _too_deep(text: Located) -> int | None:
    """Where the braces, brackets or environments of a formula go too deep."""
    depth = 0
    for at, sign in enumerate(text.text):
        if sign in "{([":
            depth += 1
            if depth > NESTED:
                return text.origin(at)
        elif sign in "})]":
            depth -= 1
    return None


def mentions(displays: Sequence[Display]) -> Iterator[Parsed]:
    """What was parsed, for a survey of the letters; a letter alone in a line, "the function $f$", says nothing of its use."""
    return (display.parsed for display in displays if display.parsed is not None and not is_name(display))


def is_name(display: Display) -> bool:
    """Whether a formula in a line is a letter and no more."""
    if display.formula.display or len(display.clauses) != 1:
        return False
    (clause,) = display.clauses
    return len(clause.members) == 1 and isinstance(clause.members[0], Name)


def is_where_letters_lie(display: Display) -> bool:
    """Whether a formula is an interval in which letters lie that are not named, "on [0, 1]"."""
    return bool(ON.search(display.prose) and INTERVAL.fullmatch(display.text.text.strip()))


def since(display: Display, displays: Sequence[Display]) -> str:
    r"""All words since the formula before, also over one that is an arrow and tells a direction, "($\Leftarrow$) Suppose"."""
    before = displays[display.number - 1] if display.number else display
    over = before.prose if ARROW.fullmatch(before.text.text.strip()) else ""
    return over + display.prose


def defines_letter(display: Display) -> bool:
    """Whether a formula is `R = ...` for a letter R."""
    clauses = display.clauses
    return len(clauses) == 1 and clauses[0].kinds in (["="], [":="]) and isinstance(clauses[0].members[0], Name)


def is_compound(display: Display) -> bool:
    """Whether a formula is a term made of others, and neither a letter nor a relation."""
    clauses = display.clauses
    return len(clauses) == 1 and len(clauses[0].members) == 1 and isinstance(clauses[0].members[0], (Add, Juxtaposed))

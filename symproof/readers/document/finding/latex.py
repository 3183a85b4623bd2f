r"""Formulas in LaTeX, by the tokens of pylatexenc: what is a comment, verbatim or an escaped dollar is none.

The tokens are read one after the other and never as a tree, so that a brace or an environment without an end costs its
own paragraph and not the rest of the document. Only what stands in the `document` environment is read, if there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pylatexenc.latexwalker import LatexWalker, LatexWalkerEndOfStream, LatexWalkerParseError

from symproof.readers.document.finding.delimiters import COUNTED, ENVIRONMENTS
from symproof.readers.document.finding.items import Break, Formula, Item, Trouble, Words
from symproof.readers.document.finding.located import Located, Source, join
from symproof.readers.document.finding.macros import group_end, read_definition
from symproof.readers.document.finding.plain import find_arithmetic, latex_of
from symproof.readers.document.finding.structure import COMMENT, with_structure

SPECIAL = re.compile(r"[\\$%&]")
TABLES = frozenset(("tabular", "tabular*", "tabularx", "tabulary", "longtable", "longtable*"))
COLUMNS = re.compile(r"(?:\s*\[[^\]\n]*\]|\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})+")
"""What stands behind the beginning of a table: its width, its columns."""
LISTS = frozenset(("itemize", "enumerate", "description"))
VERBATIM = frozenset(
    ("verbatim", "verbatim*", "lstlisting", "minted", "comment", "Verbatim", "filecontents", "tikzpicture")
)
SECTIONS = {
    "part": 1,
    "chapter": 1,
    "section": 2,
    "subsection": 3,
    "subsubsection": 4,
    "paragraph": 5,
    "subparagraph": 6,
}
SILENT = frozenset(
    ("label", "ref", "cite", "includegraphics", "input", "include", "bibliography", "usepackage", "url", "href", "caption",
     "todo", "sout", "st", "xout")
)  # fmt: skip
"""Commands whose argument holds no mathematics, or none of the text; `\\ref` and `\\eqref` stay in the prose."""
CONDITIONAL = re.compile(r"\\(?:(if[a-z]*)|(else)|fi)(?![A-Za-z])")
COLOURS = frozenset(("color", "textcolor", "colorbox"))
TEXT = frozenset(
    ("text", "mbox", "textrm", "textit", "textbf", "textsc", "textup", "emph", "intertext", "shortintertext", "hbox", "tag",
     "tag*", "footnote")
)  # fmt: skip
MACRO = re.compile(r"\\([A-Za-z]+\*?)\s*\Z")
"""The command whose argument opens here."""
UNDER = re.compile(r"(?:^\{|[.!?])\s*(?:if|when(?:ever)?|for|suppose|unless|in\s+case|otherwise)\b", re.IGNORECASE)
"""How a sentence of a footnote begins that says something under a condition."""
SUPPOSES = re.compile(
    r"[=<>≤≥∈]|\\(?:leq?|geq?|neq?|in|l[et]|g[et]|leqslant|geqslant)(?![A-Za-z])|"
    r"\b(?:assum|suppos|let|where|with|throughout|denot|call|writ|set|take|defin|given|any|all)",
    re.IGNORECASE,
)
"""Signs and words of a footnote that may suppose something for its sentence, or gives it names."""
BLANK = re.compile(r"\n[ \t]*\n")
NEWTHEOREM = re.compile(r"\\newtheorem\*?\s*\{([A-Za-z]+\*?)\}\s*(?:\[[A-Za-z]*\]\s*)?\{([^{}]*)\}")
INSIDE = re.compile(
    r"\\begin\{([^{}\n]*)\}|\\end\{([^{}\n]*)\}|\\[()\[\]]|\\.|\$\$?|[{}]|%[^\n]*|\n[ \t]*\n", re.DOTALL
)


def read(source: Source, body: int = 0) -> Iterator[Item]:
    """What the document is made of, in order."""
    text = source.text
    begin, end = text.find("\\begin{document}", body), text.find("\\end{document}")
    start = begin + len("\\begin{document}") if begin >= 0 else body
    stop = end if end >= start else len(text)
    theorems = {name: _kind(name, title) for name, title in NEWTHEOREM.findall(text[:start])}
    document = with_structure(Located.copy(text[start:stop], start), text)
    for item in _Reader(document, theorems).items():
        yield from _with_arithmetic(_placed(item, document))


def _placed(item: Item, document: Located) -> Item:
    """An item at its place in the file, and not in the text with its macros expanded."""
    match item:
        case Formula(start=start, end=end):
            return replace(item, start=document.origin(start), end=document.end(end))
        case Break() | Trouble():
            return replace(item, offset=document.origin(item.offset))
    return item


def _with_arithmetic(item: Item) -> Iterator[Item]:
    """Words, and the chains of numbers among them as formulas; any other item as it is."""
    if not isinstance(item, Words):
        yield item
        return
    text, at = item.text, 0
    for start, end, pieces in find_arithmetic(text.text):
        yield Words(text[at:start])
        yield Formula(latex_of(text, pieces), text.origin(start), text.origin(end - 1) + 1)
        at = end
    if at < len(text):
        yield Words(text[at:])


def _kind(name: str, title: str) -> str:
    """What an environment of the author is: what it is called in print, if that is a word of ours."""
    return title.lower() if title.lower() in THEOREMS else name


class _Reader:
    def __init__(self, body: Located, theorems: dict[str, str]) -> None:
        self.body, self.text, self.at, self.stop = body, body.text, 0, len(body)
        self.theorems = {name: name for name in THEOREMS} | theorems
        self.walker = LatexWalker(body.text, tolerant_parsing=True)
        self.words: list[Located] = []
        self.columns: list[int] = []
        """The columns in which the tables that are open go on."""
        self.lists = 0
        """How many lists are open."""
        self.notes: list[tuple[int, int]] = []
        """Where the footnotes of the paragraph stand that are read behind it."""

    def items(self) -> Iterator[Item]:
        yield from self._read()
        yield from self._notes(self.stop)

    def _read(self) -> Iterator[Item]:
        while self.at < self.stop:
            found = SPECIAL.search(self.text, self.at, self.stop)
            place = found.start() if found else self.stop
            yield from self._prose(self.at, place)
            self.at = place
            if found:
                yield from self._special()
        yield from self._said()

    def _notes(self, place: int) -> Iterator[Item]:
        """The footnotes of the paragraph that ends at a place: its sentences are not said under what these say."""
        at, stop, notes, self.notes = self.at, self.stop, self.notes, []
        for start, end in notes:
            yield from self._said()
            yield Break("paragraph", start)
            self.at, self.stop = start, end
            yield from self._read()
            yield Break("paragraph", min(place, len(self.text) - 1))
        self.at, self.stop = at, stop

    def _prose(self, start: int, stop: int) -> Iterator[Item]:
        """Words, and the ends of the paragraphs among them."""
        for blank in BLANK.finditer(self.text, start, stop):
            if blank.start() > start:
                self.words.append(self.body[start : blank.start()])
            yield from self._said()
            yield from self._notes(blank.start())
            yield Break("paragraph", blank.start())
            start = blank.end()
        if stop > start:
            self.words.append(self.body[start:stop])

    def _said(self) -> Iterator[Item]:
        words = join(self.words)
        self.words = []
        if words.text.strip():
            yield Words(words)

    def _special(self) -> Iterator[Item]:
        """The token at a backslash, a dollar, a percent sign or an ampersand."""
        if self.text[self.at] == "&":
            self.at += 1
            yield from self._cell(self.at - 1)
            return
        try:
            token = self.walker.get_token(self.at, include_brace_chars=[], environments=True)
        except (LatexWalkerEndOfStream, LatexWalkerParseError):
            self.at += 1
            return
        place, after = token.pos, token.pos + token.len
        self.at = min(max(after, self.at + 1), self.stop)
        match token.tok:
            case "comment":
                if BLANK.search(self.text, place, after):
                    yield from self._said()
                    yield Break("paragraph", place)
                else:
                    self.words.append(Located.whole(" ", self.body.origin(place)))
            case "mathmode_inline" | "mathmode_display" if token.arg in ("\\)", "\\]"):
                yield Trouble(place, f"{token.arg} closes nothing")
            case "mathmode_inline" | "mathmode_display":
                yield from self._formula(place, place + len(token.arg), token.arg)
            case "begin_environment":
                yield from self._begin(place, after, token.arg)
            case "end_environment":
                if token.arg in TABLES and self.columns:
                    self.columns.pop()
                    yield from self._said()
                    yield Break("paragraph", place)
                if token.arg in LISTS:
                    self.lists -= 1
                    yield from self._said()
                    yield from [Break("close", place)] * (self.lists == 0)
                if token.arg in self.theorems:
                    yield from self._said()
                    yield from self._notes(place)
                    yield Break("environment", place, name=f"end {self.theorems[token.arg]}")
            case "macro":
                yield from self._macro(place, token.arg)
            case _:
                self.words.append(self.body[place : self.at])

    def _formula(self, start: int, inner: int, opened: str) -> Iterator[Item]:
        close = {"$": "$", "$$": "$$", "\\(": "\\)", "\\[": "\\]"}[opened]
        outer, problem = self._end_of_math(inner, close, "")
        yield from self._said()
        end = outer + (0 if problem else len(close))
        yield Formula(self._without_comments(inner, outer), start, end, opened in ("$$", "\\["), "", problem)
        self.at = max(end, inner)

    def _begin(self, start: int, inner: int, name: str) -> Iterator[Item]:
        if name in VERBATIM:
            close = self.text.find(f"\\end{{{name}}}", inner)
            if close < 0:
                yield Trouble(start, rf"\begin{{{name}}} is never closed")
            self.at = min(close + len(name) + 6 if close >= 0 else self.stop, self.stop)
            return
        yield from self._said()
        if name in ENVIRONMENTS:
            told = COUNTED.match(self.text, inner) if name.startswith("alignat") else None
            inner = told.end() if told else inner
            outer, problem = self._end_of_math(inner, f"\\end{{{name}}}", name)
            end = outer + (0 if problem else len(name) + 6)
            display = name.rstrip("*") != "math"
            yield Formula(self._without_comments(inner, outer), start, end, display, name, problem)
            self.at = max(end, inner)
        elif name in TABLES:
            described = COLUMNS.match(self.text, inner)
            self.at = min(described.end(), self.stop) if described else self.at
            self.columns.append(0)
            yield from self._row(start)
        elif name in LISTS:
            self.lists += 1
        elif name in self.theorems:
            yield Break("environment", start, name=self.theorems[name])

    def _row(self, place: int) -> Iterator[Item]:
        """A row of a table begins, and its first cell."""
        yield from self._said()
        yield Break("item", place)
        self.columns[-1] = 1
        yield Break("cell", place, 1)

    def _cell(self, place: int) -> Iterator[Item]:
        """A cell of a table begins; elsewhere an ampersand is a sign like others."""
        if not self.columns:
            self.words.append(self.body[place : place + 1])
            return
        yield from self._said()
        self.columns[-1] += 1
        yield Break("cell", place, self.columns[-1])

    def _macro(self, start: int, name: str) -> Iterator[Item]:
        after = start + 1 + len(name)
        if name == "\\" and self.columns:
            yield from self._row(start)
        elif name in SECTIONS:
            yield from self._said()
            yield from self._notes(start)
            title = re.compile(r"\*?\s*\{([^{}\n]*)").match(self.text, after)
            yield Break("heading", start, SECTIONS[name], title[1] if title else "")
            if title and not SPECIAL.search(title[1]) and self.text[title.end() : title.end() + 1] == "}":
                self.at = min(title.end() + 1, self.stop)
        elif name == "item":
            yield from self._said()
            yield Break("item", start, self.lists)
        elif name == "par":
            yield from self._said()
            yield from self._notes(start)
            yield Break("paragraph", start)
        elif name == "footnote" and (end := self._end_of_note(after)) > after:
            self.notes.append((after + 1, end - 1))
            self.at = end
        elif name == "verb":
            sign = self.text[after : after + 1]
            close = self.text.find(sign, after + 1) if sign and not sign.isalnum() else -1
            self.at = min(close + 1, self.stop) if close >= 0 else self.at
        elif name == "iffalse":
            self.at = self._end_of_false(after)
        elif (defined := read_definition(self.text, start)) is not None:
            self.at = min(max(defined[1], self.at), self.stop)
        elif name in COLOURS and (colour := re.compile(r"\s*\{[^{}\n]*\}").match(self.text, after)):
            self.at = min(colour.end(), self.stop)
        elif name in SILENT:
            brace = re.compile(r"\*?\s*(?:\[[^\]\n]*\])?\s*(?=\{)").match(self.text, after)
            argument = self.text[brace.end() : brace.end() + 2000] if brace else ""
            end = after + len(brace[0]) + group_end(argument, 0) if brace and group_end(argument, 0) >= 0 else -1
            if end >= 0:
                if name == "ref":
                    self.words.append(self.body[start:end])
                self.at = min(end, self.stop)
        else:
            self.words.append(self.body[start : self.at])

    def _end_of_note(self, after: int) -> int:
        """Where the braces end that open `after` a command, if a condition begins in them or nothing is supposed; else there."""
        argument = self.text[after : min(after + 2000, self.stop)]
        length = group_end(argument, 0) if argument.startswith("{") else -1
        if SUPPOSES.search(argument[:length]) and not UNDER.search(argument[:length]):
            return after  # "we assume $x > 0$ throughout"
        return after + max(length, 0)

    def _end_of_false(self, at: int) -> int:
        r"""Where the text goes on behind `\iffalse`: at its `\else` or its `\fi`."""
        depth = 0
        for found in CONDITIONAL.finditer(self.text, at, self.stop):
            if found[1]:
                depth += 1
            elif not depth:
                return found.end()
            elif not found[2]:
                depth -= 1
        return self.stop

    def _end_of_math(self, at: int, close: str, name: str) -> tuple[int, str]:
        """Where the formula that opens before `at` is closed, or its paragraph ends; and what is wrong with it."""
        opened: list[str] = []
        texts: list[int] = []
        depth = 0
        for found in INSIDE.finditer(self.text, at, self.stop):
            sign = found[0]
            if sign == close and not opened and not texts:
                return found.start(), ""
            if sign[0] == "\n":
                return found.start(), f"{_opening(close, name)} is never closed"
            if sign == "{":
                depth += 1
                macro = MACRO.search(self.text, max(at, found.start() - 20), found.start())
                if macro and macro[1] in TEXT:
                    texts.append(depth)
            elif sign == "}":
                if texts and texts[-1] == depth:
                    texts.pop()
                depth -= 1
            elif found[1] is not None:
                opened.append(found[1])
                if found[1] in ENVIRONMENTS or found[1] in THEOREMS:
                    return found.start(), f"{_opening(close, name)} is never closed"
            elif found[2] is not None:
                if found[2] in opened:
                    while opened and opened.pop() != found[2]:
                        pass
                elif found[2] == "document" or not opened:
                    return found.start(), f"{_opening(close, name)} is never closed"
            elif sign in ("$", "$$", "\\[", "\\]", "\\)") and not texts:
                if sign == close:
                    return found.start(), ""  # environments inside of it are left open; the reader of formulas says so
                return found.start(), f"{_opening(close, name)} is never closed"
        return self.stop, f"{_opening(close, name)} is never closed"

    def _without_comments(self, start: int, stop: int) -> Located:
        text = self.body[start:stop]
        if "%" not in text.text:
            return text
        parts, at = [], 0
        for found in COMMENT.finditer(text.text):
            parts.append(text[at : found.end(1)])
            at = found.end()
        parts.append(text[at:])
        return join(parts)


THEOREMS = frozenset(
    name + star
    for name in (
        "theorem", "lemma", "proposition", "corollary", "claim", "definition", "example", "remark", "exercise", "problem",
        "question", "solution", "answer", "proof", "conjecture", "fact", "observation", "assumption", "thm", "lem", "prop",
        "cor", "defn", "ex",
    )
    for star in ("", "*")
)  # fmt: skip
"""Environments that set a statement or a proof apart."""


def _opening(close: str, name: str) -> str:
    return rf"\begin{{{name}}}" if name else {"\\)": "\\(", "\\]": "\\["}.get(close, close)

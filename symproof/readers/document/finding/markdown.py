r"""Formulas in Markdown, through markdown-it-py: what is code, a comment or an escaped dollar is none.

The parser has rules for formulas put in, which note where each stands. Prose keeps its place in the same way. Fenced
blocks that are called `math` are formulas too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from operator import itemgetter
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from symproof.readers.document.finding.algebra import Above
from symproof.readers.document.finding.conversions import find_conversions
from symproof.readers.document.finding.delimiters import BEGIN, ENVIRONMENTS, Finder, Span, quotes_formulas
from symproof.readers.document.finding.directives import DEEPEST, directive, indented
from symproof.readers.document.finding.items import SIGNS, Break, Formula, Item, Words
from symproof.readers.document.finding.located import Located, Source, join
from symproof.readers.document.finding.plain import Found, find_arithmetic, latex_of
from symproof.readers.document.finding.tables import places_of_signs, results

TAIL = re.compile(r"[ \t]*(?:[.,;:]|\(\s*\w[\w.:-]*\s*\)|\{#[^}\n]*\})*[ \t]*$")
"""What may stand on a line after a display: a sign, a number, a label."""
DOLLAR = re.compile(r"\\.|\$")
DOUBLE = re.compile(r"\\.|\$\$?", re.DOTALL)
BLANK = re.compile(r"[ \t]*(?:\n|$)")
MATH_FENCES = frozenset(("math", "{math}", "katex"))
OPTIONS = re.compile(r"(?:\s*:[a-z-]+:[^\n]*\n)*")
"""The options of a directive, `:label: eq:first`."""
LONGEST = 100_000
"""A paragraph longer than this is read for its formulas alone; nobody's prose is that long."""


def parse(source: Source, body: int = 0, parser: MarkdownIt | None = None) -> list[Token]:
    """The tokens of the document from the offset `body` on; formulas are tokens `formula`, whose `meta` is one."""
    text = re.sub(r"[^\n]", " ", source.text[:body]) + source.text[body:]
    return (parser or make_parser()).parse(text, {"source": source})


def make_parser() -> MarkdownIt:
    """A parser of CommonMark with tables and formulas; HTML is text to it, and remarks are dropped."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 60}).enable("table").enable("strikethrough")
    parser.block.ruler.before("fence", "formula", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.block.ruler.before("fence", "remark", _remark_block)
    parser.block.ruler.before(
        "fence", "directive", directive, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    parser.block.ruler.before("fence", "indented", indented, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.inline.ruler.before("text", "arithmetic", _arithmetic)
    parser.inline.ruler.before("escape", "formula", _inline)
    parser.inline.ruler.before("escape", "remark", _remark_inline)
    parser.core.ruler.after("block", "places", _place)
    return parser


def read(source: Source, body: int = 0) -> Iterator[Item]:
    """What the document is made of, in order."""
    tokens = parse(source, body)
    column = depth = 0
    compared, signs = results(tokens), places_of_signs(tokens)
    for k, token in enumerate(tokens):
        where = _line_start(source, token)
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if signs.get(k):
            column = 0
        elif token.type == "heading_open":
            yield Break("heading", where, int(token.tag[1]), tokens[k + 1].meta["text"].text)
        elif token.type in ("list_item_open", "blockquote_open", "blockquote_close", "tr_open"):
            yield Break("item", where, depth if token.type == "list_item_open" else 0, token.info)
            column = 0
        elif token.type in ("bullet_list_close", "ordered_list_close") and not token.level:
            yield Break("close", where)
        elif token.type in ("td_open", "th_open"):
            column += 1
            yield Break("cell", where, column)
        elif token.type == "directive" and token.info:
            yield Break("heading", where, DEEPEST, token.info)
            yield Break("paragraph", where, name="title")
        elif token.type in ("paragraph_close", "hr", "code_block", "directive"):
            yield Break("paragraph", where)
        elif token.type == "heading_close":
            yield Break("paragraph", where, name="title")
        elif token.type == "fence":
            yield from _fenced(source, token)
        elif token.type == "formula":
            yield token.meta["formula"]
            if _is_last(source, token):
                yield Break("paragraph", where)
        elif k in compared:
            yield compared[k]
        elif token.type == "inline":
            yield from _where_signs_are(token) if k in signs else _inside(token)


def _where_signs_are(token: Token) -> Iterator[Item]:
    """The formulas of a cell that says where the signs of a table are found."""
    return (replace(each, environment=SIGNS) for each in _inside(token) if isinstance(each, Formula))


def _is_last(source: Source, token: Token) -> bool:
    """Whether an empty line follows a display."""
    if not token.block or token.map is None or token.map[1] >= len(source.lines):
        return False
    return BLANK.match(source.text, source.lines[token.map[1]]) is not None


def _inside(token: Token) -> Iterator[Item]:
    """The words and formulas of a paragraph, but for those that are struck out."""
    text: Located = token.meta["text"]
    at, struck = 0, False
    for child in token.children or []:
        if child.type in ("s_open", "s_close"):
            mark = text.text.find("~~", at)
            if child.type == "s_open" and mark > at:
                yield Words(text[at:mark])
            at, struck = (mark + 2 if mark >= 0 else at), child.type == "s_open"
        elif child.type == "formula":
            span: Span = child.meta["span"]
            if span.start > at and not struck:
                yield Words(text[at : span.start])
            if not struck:
                yield child.meta["formula"]
            at = span.end
    if at < len(text):
        yield Words(text[at:])


def _fenced(source: Source, token: Token) -> Iterator[Item]:
    yield Break("paragraph", _line_start(source, token))
    formula = fenced_formula(source, token)
    if formula is not None:
        yield formula


def fenced_formula(source: Source, token: Token) -> Formula | None:
    """The formula of a fence that is called `math`."""
    if token.info.strip().lower() not in MATH_FENCES or token.map is None:
        return None
    start = source.lines[token.map[0]]
    end = source.lines[token.map[1]] - 1 if token.map[1] < len(source.lines) else len(source.text)
    text = _located(source, token.content, token.map[0] + 1)
    if token.info.strip().startswith("{") and (options := OPTIONS.match(text.text)) is not None:
        text = text[options.end() :]
    closed = source.text[start:end].rstrip().endswith(token.markup)
    return Formula(text, start, end, display=True, problem="" if closed else "the fence is never closed")


def _line_start(source: Source, token: Token) -> int:
    return source.lines[min(token.map[0], len(source.lines) - 1)] if token.map else 0


# Rules for the parser -----------------------------------------------------------------------------


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A display that begins a line and ends one."""
    at = state.bMarks[start] + state.tShift[start]
    text = state.src
    if text[at : at + 1] not in ("$", "\\") or state.is_code_block(start):
        return False
    if silent and text.startswith("$$", at) and _is_open(text[state.bMarks[state.line] : at]):
        return False  # it closes what the paragraph opened
    begin = BEGIN.match(text, at)
    if not text.startswith(("$$", "\\["), at) and (begin is None or begin[1] not in ENVIRONMENTS):
        return False
    finder = _finder(state.env, text)
    span = finder.find(at, state.eMarks[end - 1])
    problem = ""
    if span is None or not span.display:
        stop = state.eMarks[_paragraph_end(state, start, end)]
        span = finder.unfinished(at, stop)
        if span is None:
            return False
        problem = span.problem
    last = next(line for line in range(start, end) if state.eMarks[line] >= span.end or line == end - 1)
    if not problem:
        if not TAIL.fullmatch(text, span.end, state.eMarks[last]):
            return False
        if any(state.sCount[line] < state.blkIndent and not state.isEmpty(line) for line in range(start + 1, last + 1)):
            return False
    if silent:
        return True
    pieces = []
    for line in range(start, last + 1):
        left, right = max(span.inner, state.bMarks[line]), min(span.outer, state.eMarks[line])
        if left <= right:
            newline = "\n" if line < last else ""
            pieces.append(Located.copy(text[left:right] + newline, left))
    tail = text[span.end : state.eMarks[last]]
    latex = join(pieces)
    token = state.push("formula", "math", 0)
    token.block, token.map = True, [start, last + 1]
    token.meta = {
        "formula": Formula(latex, span.start, span.end, True, span.environment, problem),
        "tail": tail,
    }
    state.line = last + 1
    return True


def _is_open(text: str) -> bool:
    """Whether a `$$` of a text has no other that closes it."""
    return sum(each[0] == "$$" for each in DOUBLE.finditer(text)) % 2 == 1


def _paragraph_end(state: StateBlock, start: int, end: int) -> int:
    line = start
    while line + 1 < end and not state.isEmpty(line + 1) and state.sCount[line + 1] >= state.blkIndent:
        line += 1
    return line


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "$\\`":
        return False
    finder = _finder(state.env, state.src)
    span = finder.find(state.pos, state.posMax) or finder.unfinished(state.pos, state.posMax)
    if span is None:
        if state.src[state.pos] == "$":  # `$$` that opens nothing must not open `$` at its second sign
            run = 2 if state.src.startswith("$$", state.pos) else 1
            if not silent:
                state.append_pending(state.src[state.pos : state.pos + run])
            state.pos += run
            return True
        return False
    if not silent:
        text: Located = state.env["text"]
        token = state.push("formula", "math", 0)
        inner = text[span.inner : span.outer]
        start, end = text.origin(span.start), text.origin(max(span.start, span.end - 1)) + 1
        token.meta = {
            "span": span,
            "formula": Formula(inner, start, end, span.display, span.environment, span.problem),
        }
    state.pos = span.end
    return True


def _typed(env: MutableMapping[str, Any], text: Located) -> list[Found]:
    """The equations and the chains of numbers that are typed in a paragraph, in order."""
    source: Source = env["source"]
    above = env["above"] = env.get("above") or Above(source.text)
    found = list(above.find(text.text, source.place(text.origin(0))[0] - 1)) if above.strong or above.led else []
    for each in (*find_arithmetic(text.text), *find_conversions(text.text, source.text)):
        found += [each] if all(each[1] <= one[0] or each[0] >= one[1] for one in found) else []
    return sorted(found, key=itemgetter(0))


def _arithmetic(state: StateInline, silent: bool) -> bool:
    """A chain of numbers or an equation in the words, or the words up to the next one."""
    text: Located = state.env["text"]
    if state.env.get("arithmetic_of") is not text:
        state.env["arithmetic_of"], state.env["arithmetic"] = text, _typed(state.env, text)
    found = next((each for each in state.env["arithmetic"] if each[0] >= state.pos), None)
    if found is None or found[1] > state.posMax:
        return False
    start, end, pieces = found
    if start > state.pos:
        if state.md.inline.terminator_re.search(state.src, state.pos, start):
            return False
        if not silent:
            state.append_pending(state.src[state.pos : start])
        state.pos = start
        return True
    finder = _finder(state.env, state.src)
    if any(
        sign[0] == "$" and finder.find(sign.start(), state.posMax) for sign in DOLLAR.finditer(state.src, start, end)
    ):
        return False
    if not silent:
        token = state.push("formula", "math", 0)
        place, last = text.origin(start), text.origin(end - 1) + 1
        token.meta = {
            "span": Span(start, start, end, end, False),
            "formula": Formula(latex_of(text, pieces), place, last),
        }
    state.pos = end
    return True


def _remark_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<!--", at) or state.is_code_block(start):
        return False
    close = _finder(state.env, state.src)._index("-->", at, state.eMarks[end - 1])
    if close < 0:
        return False
    last = next(line for line in range(start, end) if state.eMarks[line] >= close + 3 or line == end - 1)
    if state.src[close + 3 : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
    return True


def _remark_inline(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("<!--", state.pos):
        return False
    close = _finder(state.env, state.src)._index("-->", state.pos, state.posMax)
    if close < 0:
        return False
    state.pos = close + 3
    return True


def _finder(env: MutableMapping[str, Any], text: str) -> Finder:
    finder = env.get("finder")
    if not isinstance(finder, Finder) or finder.text is not text:
        if "quoted" not in env:
            env["quoted"] = quotes_formulas(env["source"].text)
        finder = env["finder"] = Finder(text, quoted=env["quoted"])
    return finder


# Places -------------------------------------------------------------------------------------------


def _place(state: StateCore) -> None:
    """Give each piece of prose its place, and read it: in the place of the parser's own rule, which knows no places."""
    cells: dict[int, int] = {}
    for token in state.tokens:
        if token.type != "inline" or token.map is None:
            continue
        source: Source = state.env["source"]
        text = _located(source, token.content, token.map[0], cells)
        token.meta["text"] = text
        state.env["text"] = text
        state.env["finder"] = None
        token.children = []
        if len(token.content) > LONGEST:
            _read_formulas(state, token)
        else:
            state.md.inline.parse(text.text, state.md, state.env, token.children)
        token.content = ""
    for token in state.tokens:
        if token.type == "inline":
            token.content = ""


def _read_formulas(state: StateCore, token: Token) -> None:
    """The formulas of a very long paragraph, and its text as it is."""
    text: Located = token.meta["text"]
    finder = Finder(text.text)
    at = shown = 0
    children = token.children = []

    def show(stop: int) -> None:
        if stop > shown:
            plain = Token("text", "", 0)
            plain.content = text.text[shown:stop]
            children.append(plain)

    for found in re.finditer(r"\\.|\$+", text.text, re.DOTALL):
        if found.start() < at:
            continue
        span = finder.find(found.start(), len(text))
        if span is None:
            continue
        show(span.start)
        start, end = text.origin(span.start), text.origin(span.end - 1) + 1
        formula = Token("formula", "math", 0)
        formula.meta = {
            "span": span,
            "formula": Formula(text[span.inner : span.outer], start, end, span.display, span.environment),
        }
        children.append(formula)
        at = shown = span.end
    show(len(text))


def _located(source: Source, content: str, first: int, cells: dict[int, int] | None = None) -> Located:
    """The lines of `content` where they stand in the source, from the line `first` on, counted from 0."""
    pieces = []
    lines = content.split("\n")
    for number, line in enumerate(lines, start=first):
        end = "\n" if number < first + len(lines) - 1 else ""
        if number >= len(source.lines):
            pieces.append(Located.whole(line + end, len(source.text)))
            continue
        base, raw = source.lines[number], source.line(number + 1)
        after = cells.get(number, 0) if cells is not None else 0
        if len(lines) > 1 and raw.rstrip().endswith(line.rstrip()) and line.strip():
            place = len(raw.rstrip()) - len(line.rstrip())
        else:
            place = raw.find(line, after)
        if place < 0:
            found = re.compile("".join(r"\\?\|" if sign == "|" else re.escape(sign) for sign in line)).search(
                raw, after
            )
            if found is not None:  # a cell of a table, whose bars the parser has unescaped
                line, place = found[0], found.start()
            else:
                place = min(after, len(raw))
                pieces.append(Located.whole(line + end, base + place))
                continue
        if cells is not None and line:
            cells[number] = place + len(line)
        pieces.append(Located.copy(line + end, base + place))
    return join(pieces)

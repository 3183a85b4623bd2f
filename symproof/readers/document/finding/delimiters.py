r"""Where a formula in Markdown begins and ends: `$..$`, `` $`..`$ ``, `$$..$$`, `\(..\)`, `\[..\]` and
`\begin{align}..\end{align}`; and in two back quotes, in a document that writes its formulas so, as those of Julia do.

Prices are no formulas: a `$` opens one only before something that is no space, closes one only after something that is
no space and before something that is no digit, as pandoc has it; with spaces inside on both sides it must look like one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

ENVIRONMENTS = frozenset(
    name + star
    for name in (
        "equation",
        "align",
        "gather",
        "multline",
        "eqnarray",
        "alignat",
        "flalign",
        "displaymath",
        "math",
        "dmath",
    )
    for star in ("", "*")
)
"""The environments that are formulas by themselves."""
BEGIN = re.compile(r"\\begin\{([A-Za-z]+\*?)\}")
SIGNS = re.compile(r"\\.|[{}$]", re.DOTALL)
COUNTED = re.compile(r"\s*\{\s*\d+\s*\}")
"""How many columns an environment has."""
MATHEMATICAL = re.compile(r"[\\=<>^_+*/|≤≥≠∈·√]|^\s*\(?\w\w?\d*\)?\s*$|\d\s*[-−]\s*\d|^\s*[\d.]+\s*$")
PROSE = re.compile(r"(?<![a-z])[a-z]{2,}[,;.]?\s+[a-z]{2,}|^\d[\d.,]*\s+[a-z]{2,}(\s|$)", re.IGNORECASE)
COMMAND = re.compile(r"\\[A-Za-z]+")
WORDS_BEFORE, WORDS_BEHIND = re.compile(r"[A-Za-z]{2,}[^$]*$"), re.compile(r"[^$]*?[A-Za-z]{2,}")
PRICED = re.compile(r"\$\s?\d[\d.,]*\s*(?:[×*·+−/=x-]\s*\d[\d.,]*\s*)*[×*·+−/=x-]\s*$")
"""A calculation that began with a price, before the next one."""
QUOTED = re.compile(r"(?<!`)``(?!`)([^`\n]*)``(?!`)")
TEXT = re.compile(r"\\(?:text|mbox|textrm|textit|textbf|mathrm|hbox)\s*$")


@dataclass(frozen=True, slots=True)
class Span:
    """A formula from `start` to `end` of a text; what is between its delimiters goes from `inner` to `outer`."""

    start: int
    inner: int
    outer: int
    end: int
    display: bool
    environment: str = ""
    problem: str = ""


@dataclass
class Finder:
    """Finds the formula that opens at a place; remembers what has no end, so that each text is read once."""

    text: str
    absent: dict[str, int] = field(default_factory=dict)
    """For a closing delimiter, a place from which on there is none."""
    quoted: bool = False
    """Whether what stands in two back quotes is a formula."""

    def find(self, at: int, stop: int) -> Span | None:
        """The formula that opens at `at` and ends before `stop`, if one does."""
        text = self.text
        if text.startswith("$$", at):
            found = self._until("$$", at, stop, display=True)
            return found and replace(found, display=not self._is_in_a_line(found))
        if text.startswith("$`", at) and (span := self._quoted(at, stop)) is not None:
            return span
        if text.startswith("$", at):
            return self._dollar(at, stop)
        if self.quoted and text.startswith("``", at):
            quote = QUOTED.match(text, at, stop)
            return Span(at, quote.start(1), quote.end(1), quote.end(), False) if quote and quote[1].strip() else None
        if text.startswith("\\(", at):
            return self._until("\\)", at, stop, display=False)
        if text.startswith("\\[", at):
            return self._until("\\]", at, stop, display=True)
        begin = BEGIN.match(text, at)
        if begin is not None and begin[1] in ENVIRONMENTS:
            end = f"\\end{{{begin[1]}}}"
            close = self._index(end, begin.end(), stop)
            if close >= 0:
                inside = COUNTED.match(text, begin.end(), close) if begin[1].startswith("alignat") else None
                return Span(
                    at,
                    inside.end() if inside else begin.end(),
                    close,
                    close + len(end),
                    begin[1].rstrip("*") != "math",
                    begin[1],
                )
        return None

    def unfinished(self, at: int, stop: int) -> Span | None:
        """A formula that opens at `at` and has no end before `stop`: what is clearly one, up to the end of its paragraph."""
        opened = next((each for each in ("$$", "\\[", "\\(", "$") if self.text.startswith(each, at)), "")
        begin = BEGIN.match(self.text, at)
        environment = begin[1] if begin is not None and begin[1] in ENVIRONMENTS else ""
        if not opened and not environment:
            return None
        inner = begin.end() if environment and begin is not None else at + len(opened)
        rest = self.text[inner : min(stop, inner + 2000)]
        if opened == "$" and not (rest.startswith("\\") or re.match(r"[A-Za-z]\w?\s*[\^_=<>+]", rest)):
            return None
        if opened in ("\\(", "\\[") and not COMMAND.search(rest) and "=" not in rest:
            return None  # brackets that are escaped
        what = f"\\begin{{{environment}}}" if environment else opened
        reason = f"{what} is never closed"
        return Span(at, inner, stop, stop, opened not in ("$", "\\("), environment, reason)

    def _until(self, close: str, at: int, stop: int, *, display: bool) -> Span | None:
        found = self._index(close, at + 2, stop)
        if found < 0 or not self.text[at + 2 : found].strip():
            return None
        if close == "\\)" and "\n\n" in self.text[at:found]:
            return None
        if close != "$$" and not _is_formula(self.text[at + 2 : found]):
            return None
        return Span(at, at + 2, found, found + 2, display)

    def _is_in_a_line(self, span: Span) -> bool:
        """Whether words stand before and behind a formula in two dollars, on its line: some sites write all formulas with two."""
        if "\n" in self.text[span.start : span.end]:
            return False
        before, behind = self.text[: span.start].rpartition("\n")[2], self.text[span.end :].partition("\n")[0]
        return bool(WORDS_BEFORE.search(before) and WORDS_BEHIND.match(behind))

    def _quoted(self, at: int, stop: int) -> Span | None:
        """A formula in dollars and back quotes, as some sites have it; on lines of its own it is a display."""
        close = self._index("`$", at + 2, stop)
        inside = self.text[at + 2 : max(close, at)]
        if not inside.strip() or "\n\n" in inside:
            return None
        return Span(at, at + 2, close, close + 2, inside.lstrip(" ").startswith("\n"))

    def _dollar(self, at: int, stop: int) -> Span | None:
        text = self.text
        if at + 1 >= stop or (at and text[at - 1] == "\\" and not text[:at].endswith("\\\\")):
            return None
        close = self._closing(at + 1, stop)
        if close <= at + 1 or text.startswith(("$$", "$<<"), close) or text[close + 1 : close + 2].isdigit():
            return None  # "$6=$<<5+1=6>>6": a price
        if text[at + 1].isdigit() and PRICED.search(text, max(0, at - 40), at):
            return None  # "$3 × $2.40 = $7.20"
        inside = text[at + 1 : close]
        spaced = inside[0].isspace(), inside[-1].isspace()
        if spaced[0] != spaced[1] and not COMMAND.search(inside):
            return None
        if not inside.strip() or (any(spaced) and not MATHEMATICAL.search(inside)):
            return None
        if PROSE.search(inside) and not re.search(r"[\\^_=<>]", inside):
            return None
        return Span(at, at + 1, close, close + 1, False)

    def _closing(self, at: int, stop: int) -> int:
        """The next `$` that is not inside of a `\\text{..}`; where its braces do not match, the next `$` at all."""
        if self.absent.get("$", stop) <= at:
            return -1
        depth, texts = 0, 0
        first = -1
        for found in SIGNS.finditer(self.text, at, stop):
            sign = found[0]
            if sign == "{":
                depth += 1
                if not texts and TEXT.search(self.text, max(at, found.start() - 12), found.start()):
                    texts = depth
            elif sign == "}":
                if depth == texts:
                    texts = 0
                depth -= 1
            elif sign == "$":
                if not texts:
                    return found.start()
                first = found.start() if first < 0 else first
        if first < 0:
            self.absent["$"] = at
        return first

    def _index(self, close: str, at: int, stop: int) -> int:
        if self.absent.get(close, stop) <= at:
            return -1
        found = at
        while (found := self.text.find(close, found, stop)) >= 0:
            backslashes = 0
            while found - backslashes > at and self.text[found - backslashes - 1] == "\\":
                backslashes += 1
            if backslashes % 2 == 0:
                return found
            found += 1
        self.absent[close] = at
        return -1


def quotes_formulas(text: str) -> bool:
    r"""Whether a document has its formulas in two back quotes: several of them have commands of LaTeX in them, and no dollars
    stand around any formula.

    >>> quotes_formulas(r"Let ``x \in \mathbb{R}`` and ``\alpha > 0``."), quotes_formulas(r"Write ``$\alpha$`` or ``\beta``.")
    (True, False)
    """
    inside = [found[1] for found in QUOTED.finditer(text)]
    return "$" not in text and sum(COMMAND.search(each) is not None for each in inside) > 1


def _is_formula(inside: str) -> bool:
    r"""Whether what stands in `\(..\)` or `\[..\]` is a formula: in Markdown these are brackets, escaped."""
    return bool(MATHEMATICAL.search(inside) or COMMAND.search(inside)) or not PROSE.search(inside)

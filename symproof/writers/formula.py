r"""LaTeX mathematics as a row of pieces: how wide it is, where it may be broken, and whether it surely compiles.

`read` accepts a subset of LaTeX that pdflatex (with amsmath) and a MathML converter both know, and refuses the
rest, so that what an author writes in a name or between dollar signs can never break a sheet. Widths are in em
of the surrounding text, estimated from above from the Computer Modern metrics; a test holds them against TeX.

Limits: no environments but pmatrix, no macros of the author's, no primes beside a superscript.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from itertools import zip_longest

from symproof.writers.commands import ALPHABETS, COMMANDS, FENCES, LETTERS

TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.)|.", re.DOTALL)
SCRIPT = 0.72
"""What TeX shrinks a script to."""

TEXT = re.compile(r"[A-Za-z0-9 ,.;:!?()\-'/+=*\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]*\Z")
PLAIN = re.compile(r"[A-Za-z0-9+\-*/=<>.,:;!?()\[\]|]\Z")
BARE = re.compile(r"[A-Za-z0-9+\-*]\Z")
"""What may be an argument without braces, symbols apart."""
PARTNERS = {
    "(": ")]", "[": "])", r"\langle": r"\rangle", r"\lVert": r"\rVert", r"\lvert": r"\rvert", r"\lfloor": r"\rfloor",
    r"\lceil": r"\rceil", r"\{": r"\}",
}  # fmt: skip
SIGNS = frozenset(("+", "-", r"\pm", r"\times", r"\cdot"))
LEADING = frozenset(("=", "<", ">", r"\le", r"\ge", r"\ne", r"\iff", r"\implies", r"\text{ and }"))
SIZES = {"(": r"\Bigl(", ")": r"\Bigr)", "[": r"\Bigl[", "]": r"\Bigr]"}


class FormulaError(ValueError):
    """LaTeX that this module does not read: the text, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Piece:
    r"""An atom of a row with its scripts: `source` as written, its `width` in em, and what it is: "ord", "op"
    (an operator), "bin" (a sign between two things), "rel", "open", "close", "punct" or "space". `base`, `sub` and
    `sup` are its parts; `inside` is the row between `\left` and `\right`.
    """

    source: str
    width: float
    kind: str = "ord"
    base: str = ""
    sub: str = ""
    sup: str = ""
    inside: tuple[Piece, ...] = ()


def read(latex: str) -> tuple[Piece, ...]:
    r"""The pieces of a formula.

    Raises:
        FormulaError: a command that is not known to compile, an unbalanced brace, two superscripts on one base.

    >>> [piece.source for piece in read(r"\frac{a}{2} + b_{1}^2")]
    ['\\frac{a}{2}', '+', 'b_{1}^2']
    """
    pieces = _Reader(latex).row(None)
    if not pieces:
        raise FormulaError(f"{latex!r} is no formula")
    return pieces


def is_safe(latex: str) -> bool:
    """Whether the formula is one that both the PDF and the page can show."""
    try:
        read(latex)
    except FormulaError:
        return False
    return True


def width(latex: str) -> float:
    """The width of a formula, or of a line of one, in em of the text around it, estimated from above."""
    return _width(_Reader(latex, whole=False).row(None))


def _width(pieces: tuple[Piece, ...]) -> float:
    return sum(piece.width for piece in pieces)


def _script(pieces: tuple[Piece, ...]) -> float:
    """The width of a row in a script, where signs stand without spaces, before it is shrunk."""
    return sum(piece.width - {"bin": 0.44, "rel": 0.55}.get(piece.kind, 0) for piece in pieces)


class _Reader:
    """A descent over the tokens of one formula."""

    def __init__(self, latex: str, *, whole: bool = True) -> None:
        self.latex = latex
        self.whole = whole
        self.tokens = TOKEN.findall(latex)
        self.place = 0

    def fail(self, what: str) -> FormulaError:
        return FormulaError(f"{self.latex}: {what}")

    def peek(self) -> str | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self) -> str:
        token = self.peek()
        if token is None:
            raise self.fail("ends too early")
        self.place += 1
        return token

    def skip_spaces(self) -> None:
        while self.peek() is not None and str(self.peek()).isspace():
            self.place += 1

    def row(self, *ends: str | None) -> tuple[Piece, ...]:
        """The pieces up to one of the tokens `ends`, which is taken."""
        pieces: list[Piece] = []
        while True:
            self.skip_spaces()
            if (end := self.peek()) in ends:
                if end is not None:
                    self.place += 1
                if end is not None or self.whole:
                    self.match_brackets(pieces)
                return tuple(pieces)
            if end in ("}", "&", r"\right", None):
                raise self.fail(f"{end or 'the end'} where {ends[0] or 'more'} is needed")
            before = next((p.kind for p in reversed(pieces) if p.kind != "space"), "open")
            pieces.append(self.scripted(before))

    def match_brackets(self, pieces: list[Piece]) -> None:
        r"""Refuse a bracket without its partner; an interval may be half open, a `\langle` not."""
        opened: list[str] = []
        for piece in pieces:
            if piece.kind == "open":
                opened.append(PARTNERS[piece.base.removeprefix(r"\Bigl").strip()])
            elif piece.kind == "close" and (
                not opened or piece.base.removeprefix(r"\Bigr").strip() not in opened.pop()
            ):
                raise self.fail(f"{piece.source} closes nothing")
        if opened:
            raise self.fail("a bracket is not closed")

    def scripted(self, before: str) -> Piece:
        start = self.place
        piece = self.atom(before)
        sub = sup = ""
        low = high = 0.0
        self.skip_spaces()
        while self.peek() in ("_", "^", "'"):
            mark = self.take()
            if mark == "'":
                if sup.strip("'"):
                    raise self.fail("a prime after a superscript")
                sup, high = sup + "'", high + 0.3
                continue
            text, wide = self.argument(_script)
            if mark == "_" and not sub:
                sub, low = text, wide
            elif mark == "^" and not sup:
                sup, high = text, wide
            else:
                raise self.fail(f"two {mark} on one base")
            self.skip_spaces()
        if not sub and not sup:
            return piece
        if piece.kind in ("space", "bin", "rel", "punct"):
            raise self.fail(f"a script on {piece.source}")
        scripts = SCRIPT * max(low, high)
        stacked = piece.base in (r"\sum", r"\prod") or piece.base.startswith(r"\operatorname*")
        wide = max(piece.width, scripts + 0.2) if stacked else piece.width + scripts + 0.08
        source = "".join(self.tokens[start : self.place]).rstrip()
        return replace(piece, source=source, width=wide, sub=sub, sup=sup)

    def argument(self, measure: Callable[[tuple[Piece, ...]], float] = _width) -> tuple[str, float]:
        """The text and the width of a group in braces, or of a single token."""
        self.skip_spaces()
        start = self.place
        if self.peek() == "{":
            self.place += 1
            inner = self.row("}")
            text = "".join(self.tokens[start + 1 : self.place - 1]).strip()
            if not text:
                raise self.fail("an empty group")
            return text, measure(inner)
        token = self.peek() or ""
        if not BARE.match(token) and COMMANDS.get(token[1:], ("",))[0] != "ord":
            raise self.fail(f"{token or 'the end'} where an argument is needed")
        piece = self.atom("open")
        return piece.source, measure((piece,))

    def atom(self, before: str) -> Piece:
        start = self.place
        token = self.take()
        if token == "{":
            inner = self.row("}")
            source = "".join(self.tokens[start : self.place])
            return Piece(source, _width(inner), "ord", source)
        if token.startswith("\\"):
            kind, wide, inside = self.command(token)
            source = "".join(self.tokens[start : self.place])
            return Piece(source, wide, kind, source, inside=inside)
        if not PLAIN.match(token):
            raise self.fail(f"{token!r} is not read")
        if token in "+-" and before in ("open", "rel", "bin", "punct", "op"):
            return Piece(token, 0.79, "ord", token)
        if token in "+-*":
            return Piece(token, 1.23, "bin", token)
        if token in "=<>:":
            return Piece(token, 1.34, "rel", token)
        if token in ",;":
            return Piece(token, 0.46, "punct", token)
        kind = "open" if token in "([" else "close" if token in ")]" else "ord"
        return Piece(token, LETTERS.get(token, 0.56), kind, token)

    def command(self, token: str) -> tuple[str, float, tuple[Piece, ...]]:
        name = token[1:]
        if name in COMMANDS:
            kind, wide = COMMANDS[name]
            return kind, wide, ()
        if name in ALPHABETS:
            return "ord", ALPHABETS[name] * self.argument()[1], ()
        if name == "sqrt":
            return "ord", 1.0 + self.argument()[1], ()
        if name == "frac":
            # TeX sets a fraction in a display at full size, in a line of text smaller.
            return "ord", max(self.argument()[1], self.argument()[1]) + 0.25, ()
        if name == "binom":
            return "ord", max(self.argument()[1], self.argument()[1]) + 0.9, ()
        if name == "text":
            return "ord", self.text(), ()
        if name == "left":
            return self.fence()
        if name == "begin":
            return self.grid()
        if name in ("Bigl", "Bigr"):
            self.delimiter("([" if name == "Bigl" else ")]")
            return ("open" if name == "Bigl" else "close"), 0.7, ()
        raise self.fail(f"{token} is not known to compile")

    def delimiter(self, allowed: Collection[str] = FENCES) -> None:
        self.skip_spaces()
        token = self.take()
        if token not in allowed:
            raise self.fail(f"{token} is no bracket")

    def fence(self) -> tuple[str, float, tuple[Piece, ...]]:
        self.delimiter()
        inside = self.row(r"\right")
        self.delimiter()
        return "ord", _width(inside) + 1.5, inside

    def grid(self) -> tuple[str, float, tuple[Piece, ...]]:
        """Rows of cells between round brackets."""
        self.environment()
        rows: list[list[float]] = [[]]
        while True:
            rows[-1].append(_width(self.row("&", r"\\", r"\end")))
            match self.tokens[self.place - 1]:
                case r"\\":
                    rows.append([])
                case r"\end":
                    break
        self.environment()
        columns = zip_longest(*rows, fillvalue=0.0)
        return "ord", sum(map(max, columns)) + len(rows[0]) + 1.2, ()

    def environment(self) -> None:
        name = "".join(self.take() for _ in range(len("{pmatrix}")))
        if name != "{pmatrix}":
            raise self.fail(f"{name} is no environment that is known to compile")

    def text(self) -> float:
        if self.take() != "{":
            raise self.fail(r"\text needs braces")
        start = self.place
        while self.peek() not in ("}", None):
            self.place += 1
        words = "".join(self.tokens[start : self.place])
        if self.take() != "}" or not TEXT.match(words):
            raise self.fail(f"{words!r} is no plain text")
        return 0.46 * len(words)


# Breaking -----------------------------------------------------------------------------------------


def broken(latex: str, limit: float) -> tuple[str, ...]:
    r"""The formula in lines of at most `limit` em each, broken before a sign as a hand would.

    Outside of brackets first, then inside; brackets that a break falls into get a fixed size. A line that cannot
    be broken stays long.

    >>> broken("a + b + c", 4)
    ('a + b', '+ c')
    """
    pieces = read(latex)
    if _width(pieces) <= limit:
        return (latex,)
    lines = _fill(list(pieces), limit, -1)
    for opened in range(4):
        if all(_width(tuple(line)) <= limit for line in lines):
            break
        lines = _fill(_flat(pieces, opened), limit, opened)
    return tuple(_join(line) for line in lines)


def _flat(pieces: tuple[Piece, ...], opened: int) -> list[Piece]:
    r"""The pieces, with `\left(` and `\right)` opened up to a depth so that a line may end inside."""
    flat: list[Piece] = []
    for piece in pieces:
        fence = re.match(r"\\left\s*([(\[])", piece.source)
        if not opened or not piece.inside or fence is None:
            flat.append(piece)
            continue
        tail = re.search(r"\\right\s*([)\]])(.*)\Z", piece.source, re.DOTALL)
        if tail is None or _nested_tail(piece.source):
            flat.append(piece)
            continue
        scripts = tail.group(2)
        flat.append(Piece(SIZES[fence.group(1)], 0.7, "open"))
        flat += _flat(piece.inside, opened - 1)
        flat.append(Piece(SIZES[tail.group(1)] + scripts, piece.width - _width(piece.inside) - 0.9, "close"))
    return flat


def _nested_tail(source: str) -> bool:
    r"""Whether the scripts of a fence hold a fence themselves, so that the last `\right` is not its own."""
    depth = 0
    for token in re.finditer(r"\\(left|right)(?![A-Za-z])", source):
        depth += 1 if token.group(1) == "left" else -1
        if depth == 0:
            return r"\right" in source[token.end() :]
    return False


def _fill(pieces: list[Piece], limit: float, opened: int) -> list[list[Piece]]:
    """Lines filled greedily, each begun by a relation or, with `opened` brackets around it at most, by a sign.

    Once signs begin lines, a relation of the whole formula always does.
    """
    chunks: list[list[Piece]] = [[]]
    depth = 0
    for piece in pieces:
        # A norm or an inner product is read as one thing, and so is not opened.
        weight = 1 if piece.source.startswith(("(", ")", "[", "]", r"\Big")) else 100
        depth += weight * ((piece.kind == "open") - (piece.kind == "close"))
        relation = (piece.kind == "rel" and piece.source != ":") or piece.source in (
            r"\quad",
            r"\qquad",
            r"\text{ and }",
        )
        if (depth <= 0 and relation) or (piece.kind == "bin" and piece.source in SIGNS and depth <= opened):
            chunks.append([])
        chunks[-1].append(piece)
    lines: list[list[Piece]] = [[]]
    for chunk in chunks:
        leads = opened >= 0 and bool(chunk) and chunk[0].source in LEADING
        if lines[-1] and (leads or _width(tuple(lines[-1])) + _width(tuple(chunk)) > limit):
            lines.append([])
        lines[-1] += chunk
    return [line for line in lines if line]


def _join(pieces: list[Piece]) -> str:
    text = " ".join(piece.source for piece in pieces)
    return re.sub(r"(?<=[\d.]) (?=[\d.])", "", text)  # the digits of a number stay together

r"""Words for a reader, in which mathematics stands between dollar signs and code between backticks.

What an author writes comes out as written: text is escaped, and a formula that might not compile is shown as text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import escape

from symproof.writers.formula import is_safe, width

SEGMENT = re.compile(r"\$(?!\s)([^$\n]+)(?<!\s)\$(?![0-9])|`([^`\n]+)`")
"""As in Markdown: a dollar sign before a space opens nothing, and one before a digit is money."""
SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": "$<$", ">": "$>$", "|": "$|$", '"': "''", "`": "`",
}  # fmt: skip
SYMBOLS = {
    "\u2264": r"\le", "\u2265": r"\ge", "\u2260": r"\ne", "\u2208": r"\in", "\u2192": r"\to", "\u21d2": r"\Rightarrow",
    "\u27f9": r"\implies", "\u21d4": r"\iff", "\u221e": r"\infty", "\u00b7": r"\cdot", "\u00d7": r"\times",
    "\u2202": r"\partial", "\u2207": r"\nabla", "\u2211": r"\sum", "\u221a": r"\surd", "\u2016": r"\|",
    "\u27e8": r"\langle", "\u27e9": r"\rangle", "\u2212": "-", "\u2200": r"\forall", "\u2203": r"\exists",
    "\u2248": r"\approx", "\u00b1": r"\pm", "\u22c6": r"\star", "\u00b2": "^2", "\u00b3": "^3", "\u00b9": "^1",
    "\u2115": r"\mathbb{N}", "\u2124": r"\mathbb{Z}", "\u211d": r"\mathbb{R}", "\u211a": r"\mathbb{Q}",
}  # fmt: skip
PUNCTUATION = {
    "\u2013": "--", "\u2014": "---", "\u2018": "`", "\u2019": "'", "\u201c": "``", "\u201d": "''", "\u2026": r"\ldots{}",
    "\u00a0": "~", "\u2032": "'",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of prose: `kind` is "text", "math" or "code"."""

    kind: str
    text: str


def segments(prose: str) -> tuple[Segment, ...]:
    r"""The stretches of a text; a formula that might not compile stays text, dollar signs and all.

    >>> [segment.kind for segment in segments(r"since $\eta > 0$, costs $5")]
    ['text', 'math', 'text']
    """
    found: list[Segment] = []
    end = 0
    for match in SEGMENT.finditer(prose):
        formula, code = match.groups()
        if formula is not None and not is_safe(formula):
            continue
        found.append(Segment("text", prose[end : match.start()]))
        found.append(Segment("math", formula) if formula is not None else Segment("code", code))
        end = match.end()
    found.append(Segment("text", prose[end:]))
    return tuple(segment for segment in found if segment.text)


def prose_width(prose: str) -> float:
    """The width of a text in em, estimated from above."""
    return sum(width(each.text) if each.kind == "math" else 0.43 * len(each.text) for each in segments(prose))


def plain_prose(prose: str) -> str:
    """A text with its marks taken off: for a PDF's title."""
    return "".join(segment.text for segment in segments(prose))


def prose_latex(prose: str) -> str:
    r"""A text as LaTeX that compiles whatever it holds.

    >>> prose_latex(r"50% of $\eta$ & `x1`")
    '50\\% of $\\eta$ \\& \\texttt{x1}'
    """
    out = ""
    for segment in segments(prose):
        if segment.kind == "math":
            out += f"${segment.text}$"
        elif segment.kind == "code":
            out += rf"\texttt{{{escape_latex(segment.text, code=True)}}}"
        else:
            out += escape_latex(segment.text)
    return out


def escape_latex(text: str, *, code: bool = False) -> str:
    """A text of any characters as LaTeX; one that no font of the sheet has is shown by its number."""
    return "".join(_character(char, code) for char in unicodedata.normalize("NFC", text))


def _character(char: str, code: bool) -> str:
    if code and char in '"<>|':  # the typewriter font has them, unlike the text font
        return r"\char34{}" if char == '"' else char
    if char in SPECIAL:
        return SPECIAL[char] + (r"\allowbreak{}" if code and char == "_" else "")
    if code and char in "/.:,(":
        return rf"{char}\allowbreak{{}}"
    if char.isascii():
        return char if char.isprintable() or char in "\n\t" else ""
    if char in PUNCTUATION:
        return PUNCTUATION[char]
    if char in SYMBOLS:
        return f"${SYMBOLS[char]}$"
    if "\u00c0" <= char <= "\u00ff":
        return char
    greek = _greek(char)
    return f"$\\{greek}$" if greek else f"[U+{ord(char):04X}]"


def _greek(char: str) -> str:
    from symproof.writers.letters import read_letter  # names know the Greek letters

    core = read_letter(char).core
    return core[1:] if core[1:].isalpha() and not core.startswith(r"\text") else ""


def prose_html(prose: str) -> str:
    """A text as HTML, its formulas as MathML."""
    from symproof.writers.mathml import mathml  # the door to latex2mathml

    out = ""
    for segment in segments(prose):
        if segment.kind == "math":
            out += mathml(segment.text)
        elif segment.kind == "code":
            out += f"<code>{escape(segment.text)}</code>"
        else:
            out += escape(segment.text, quote=False)
    return out

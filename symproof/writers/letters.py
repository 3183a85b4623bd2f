r"""Names as LaTeX: what an author calls a letter, made into one that compiles and can carry an index.

A name is LaTeX (`\mathbf{w}^\star`) or a word as Python has it (`alpha`, `w_star`, `x1`). Whatever else it holds is
written out or escaped, so that no name can break a sheet.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from symproof.writers.commands import GREEK
from symproof.writers.formula import TEXT, FormulaError, is_safe, read

WORDS = frozenset((*GREEK, "ell", "hbar", "infty", "nabla"))
TOKEN = re.compile(r"[A-Za-z]+|[0-9]+|\s+|.", re.DOTALL)
HARMLESS = frozenset("+-*/=,.()[]|:;!?<>")
SIGNS = {sign: "\\" + sign for sign in "#$%&"}
NAMED = {"\u22c6": r"\star", "\u2217": r"\ast", "\u2020": r"\dagger", "\u221e": r"\infty", "\u2113": r"\ell"}


@dataclass(frozen=True, slots=True)
class Letter:
    """A name taken apart: what stands on the line, and its own subscript and superscript (or "")."""

    core: str
    sub: str = ""
    sup: str = ""

    @property
    def latex(self) -> str:
        """The name alone."""
        return self.core + (f"_{{{self.sub}}}" if self.sub else "") + _raised(self.sup)

    @property
    def whole(self) -> bool:
        """Whether an exponent may be put on the name as it is: one atom, with no superscript of its own."""
        return not self.sup and self.single

    @property
    def single(self) -> bool:
        r"""Whether the core is one atom, unlike that of `\Delta x`."""
        try:
            return len(read(self.core)) == 1
        except FormulaError:
            return False

    @property
    def runs_on(self) -> bool:
        """Whether the name needs a space beside another letter: a word, or more than one atom."""
        return "mathrm" in self.core or "text" in self.core or not self.single

    def at(self, index: str) -> str:
        r"""The name with an index: `\mathbf{w}^{\star}_{t}`; `(w_{1})_{t}` where it has a subscript already."""
        if self.sub or not self.single:
            return f"({self.latex})_{{{index}}}"
        return f"{self.core}{_raised(self.sup)}_{{{index}}}"


def read_letter(name: str) -> Letter:
    r"""A name as LaTeX, in parts.

    >>> read_letter(r"\mathbf{w}^\star").at("t + 1"), read_letter("w_star").latex, read_letter("alpha1").latex
    ('\\mathbf{w}^{\\star}_{t + 1}', 'w_{\\mathrm{star}}', '\\alpha_{1}')
    """
    (_, base), *marks = _split(name.strip())
    subs = [_word(text) for mark, text in marks if mark == "_" and text]
    sups = [_word(text) for mark, text in marks if mark != "_" and text]
    primes = "'" * sum(mark == "'" for mark, _ in marks)
    if not base and subs:
        base = subs.pop(0)
    numbered = re.fullmatch(r"([^\W\d_]+)([0-9]+)", base)
    if numbered:
        base, subs = numbered.group(1), [numbered.group(2), *subs]
    if base.endswith("*"):  # w* is a star on the letter
        base, sups = base.rstrip("*"), ["*", *sups]
    raised = ", ".join(filter(None, sups))
    letter = Letter(_word(base) or r"\text{?}", ", ".join(filter(None, subs)), primes + raised)
    return (
        letter if is_safe(letter.latex) and is_safe(letter.at("i")) else Letter(rf"\text{{{_words_only(name) or '?'}}}")
    )


def latex_name(name: str) -> str:
    """A name as LaTeX."""
    return read_letter(name).latex


def _raised(sup: str) -> str:
    stem = sup.lstrip("'")
    primes = len(sup) - len(stem)
    if not stem:
        return "'" * primes
    row = " ".join([r"\prime"] * primes + [stem])
    return f"^{{{row}}}"


def _split(name: str) -> list[tuple[str, str]]:
    """The base of a name (its mark is "") and its scripts; braces are respected, and a backslash keeps its letter."""
    parts = [("", "")]
    depth = 0
    for token in re.findall(r"\\.|.", name, re.DOTALL):
        depth += (token == "{") - (token == "}")
        if depth == 0 and token in ("_", "^", "'"):
            parts.append((token, ""))
        else:
            mark, text = parts[-1]
            parts[-1] = (mark, text + token)
    return [(mark, text.strip()) for mark, text in parts]


def _word(text: str) -> str:
    """A part of a name: LaTeX that compiles as it is, anything else word by word."""
    if text.startswith("{") and text.endswith("}"):
        text = text[1:-1]
    if ("\\" in text or "{" in text) and is_safe(text):
        return text
    if " " in text and TEXT.match(text):
        return rf"\text{{{' '.join(text.split())}}}"
    out = []
    for token in TOKEN.findall(unicodedata.normalize("NFC", text)):
        if token.isascii() and token.isalpha():
            out.append(token if len(token) == 1 else rf"\{token}" if token in WORDS else rf"\mathrm{{{token}}}")
        elif (token.isascii() and token.isdigit()) or token in HARMLESS:
            out.append(token)
        elif token.isspace():
            out.append(r"\ ")
        elif token in SIGNS:
            out.append(SIGNS[token])
        elif token not in "\\{}~_^\"'`@":
            out.append(_foreign(token))
    word = _spaced(out)
    # A name made of signs is a letter, not a relation.
    return f"{{{word}}}" if word and all(token in "=<>:,;+-*" for token in word) else word


def _spaced(parts: list[str]) -> str:
    r"""The parts in one row; `\alpha` and a letter after it are kept apart."""
    out = ""
    for part in parts:
        if out and part[0].isalpha() and re.search(r"\\[A-Za-z]+\Z", out):
            out += " "
        out += part
    return out


def _foreign(char: str) -> str:
    """A character beyond ASCII: a Greek letter by its command, a Latin one as text, another by its number."""
    if char in NAMED:
        return NAMED[char]
    words = unicodedata.name(char, "").replace("LAMDA", "LAMBDA").split()
    if words[:1] == ["GREEK"] and words[2:3] == ["LETTER"] and len(words) == 4:
        name = words[3].lower() if words[1] == "SMALL" else words[3].capitalize()
        if name in GREEK:
            return rf"\{name}"
    return rf"\text{{{char}}}" if TEXT.match(char) else rf"\text{{U+{ord(char):04X}}}"


def _words_only(name: str) -> str:
    return "".join(char for char in name if TEXT.match(char))

"""Declarations as text: `n: natural`, `x, y: positive`, `w: vector sequence`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import symbols
from symproof import term as tm
from symproof.errors import ClaimSyntaxError, NameClash

if TYPE_CHECKING:
    from collections.abc import Callable

Letter = tm.Variable | tm.VectorVariable | tm.Sequence | tm.Function
Declarations = str | Iterable[str] | Mapping[str, str | Letter] | None

KINDS: dict[str, Callable[[str], tm.Variable]] = {
    "real": symbols.real,
    "rational": lambda name: tm.Variable(name, "rational"),
    "integer": symbols.integer,
    "natural": symbols.natural,
    "index": symbols.natural,
    "positive": symbols.positive,
    "nonnegative": symbols.nonnegative,
    "negative": symbols.negative,
    "nonzero": symbols.nonzero,
    "positive integer": lambda name: symbols.natural(name, at_least=1),
    "nonnegative integer": symbols.natural,
}
DECLARATION = re.compile(r"\s*([^\W\d]\w*(?:\s*,\s*[^\W\d]\w*)*)\s*:\s*([^:]*?)\s*")
AT_LEAST = re.compile(r"(?:natural|integer)\s*>=\s*(\d{1,9})")


def is_declaration(text: str) -> bool:
    """Whether a text has the form of a declaration: `n: natural`, `x, y: positive`."""
    return DECLARATION.fullmatch(text) is not None


def read_declarations(declarations: Declarations) -> dict[str, Letter]:
    """Names and the letters that they stand for, from `"x, y: positive"`, several of these, or a dict.

    Kinds: real, rational, integer, natural, natural >= 3, positive, nonnegative, negative, nonzero, positive integer,
    index, vector, sequence, sequence of vectors (of positive numbers: `positive sequence`), function, function on
    vectors.

    Raises:
        ClaimSyntaxError: no declaration, or an unknown kind.
        NameClash: one name declared in two ways.
    """
    if declarations is None:
        return {}
    if isinstance(declarations, Mapping):
        pairs = [(name, kind) for name, kind in declarations.items()]
    else:
        texts = [declarations] if isinstance(declarations, str) else declarations
        pairs = [pair for text in texts for pair in _split(text)]
    letters: dict[str, Letter] = {}
    for name, kind in pairs:
        letter = _declared(name, kind) if isinstance(kind, str) else kind
        if letters.setdefault(name, letter) != letter:
            raise NameClash(f"{name} is declared as {st.describe(letters[name])} and as {st.describe(letter)}")
    return letters


def _split(text: str) -> list[tuple[str, str | Letter]]:
    found = DECLARATION.fullmatch(text)
    if found is None:
        raise ClaimSyntaxError("a declaration is written `n: natural` or `x, y: positive`", text, fragment=text)
    return [(name.strip(), found[2]) for name in found[1].split(",")]


def _declared(name: str, kind: str) -> Letter:
    words = " ".join(kind.split())
    if words in KINDS:
        return KINDS[words](name)
    if least := AT_LEAST.fullmatch(words):
        return symbols.natural(name, at_least=int(least[1]))
    if words == "vector":
        return symbols.vector(name)
    if words in ("function", "function on reals"):
        return tm.Function(name, "real")
    if words in ("function on vectors", "function of vectors"):
        return tm.Function(name)
    if words in ("sequence", "sequence of reals"):
        return tm.Sequence(name, symbols.real(name))
    if words in ("vector sequence", "sequence of vectors"):
        return tm.Sequence(name, symbols.vector(name))
    if words.endswith(" sequence") and words[:-9] in KINDS:
        return tm.Sequence(name, KINDS[words[:-9]](name))
    known = ", ".join([*KINDS, "natural >= 3", "vector", "sequence", "vector sequence", "function"])
    text = f"{name}: {kind}"
    raise ClaimSyntaxError(f"{kind!r} is no kind of letter; one of: {known}", text, 1, len(name) + 3, kind)

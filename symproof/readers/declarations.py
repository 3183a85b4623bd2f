"""Declarations as text: `n: natural`, `x, y: positive`, `A: matrix n x m`, `f: convex function of a vector`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from symproof import statement as st
from symproof import symbols
from symproof import term as tm
from symproof.errors import ClaimSyntaxError, NameClash
from symproof.readers.phrases import DeclarationError, Undefined, read_phrase

Letter = tm.Variable | tm.VectorVariable | tm.MatrixVariable | tm.ResidueVariable | tm.Sequence | tm.Function
Declarations = str | Iterable[str] | Mapping[str, str | Letter] | None

NAME = r"[^\W\d]\w*"
DECLARATION = re.compile(rf"\s*({NAME}(?:\s*,\s*{NAME})*)\s*:\s*([^:]*?)\s*")
SIZE = re.compile(rf"\s*(?:(\d{{1,9}})|({NAME}))\s*")


class Declared(NamedTuple):
    """The letters by their names, and what declarations say of them beyond their sort: that a function is convex."""

    letters: dict[str, Letter]
    said: tuple[st.Prop, ...] = ()


NOTHING = Declared({})


def is_declaration(text: str) -> bool:
    """Whether a text has the form of a declaration: `n: natural`, `x, y: positive`."""
    return DECLARATION.fullmatch(text) is not None


def read_declarations(declarations: Declarations, known: Declared = NOTHING) -> Declared:
    """What is `known`, and the names and the letters that they stand for from `"x, y: positive"`, several of these, or a dict.

    The words are those of the declarations of a document (`readers.phrases`): real, rational, integer, natural >= 3,
    positive, nonnegative, negative, nonzero, positive integer, index, vector, matrix n x m, column n, sequence of vectors,
    function of a vector, convex function of a vector. Sizes that are not declared themselves are natural numbers.

    Raises:
        ClaimSyntaxError: no declaration, or an unknown kind.
        NameClash: one name declared in two ways.
    """
    if declarations is None:
        return known
    if isinstance(declarations, Mapping):
        pairs = [
            (name.strip(), kind)
            for names, kind in declarations.items()
            for name in (names.split(",") if isinstance(kind, str) else [names])
        ]
    else:
        texts = [declarations] if isinstance(declarations, str) else declarations
        pairs = [pair for text in texts for pair in _split(text)]
    letters, said = dict(known.letters), list(known.said)
    for name, kind in sorted(pairs, key=_has_size):  # a size is a letter that may be declared further on
        letter, also = _declared(name, kind, letters) if isinstance(kind, str) else (kind, ())
        if letters.setdefault(name, letter) != letter:
            raise NameClash(f"{name} is declared as {st.describe(letters[name])} and as {st.describe(letter)}")
        said += also
    return Declared(letters, tuple(said))


def _split(text: str) -> list[tuple[str, str | Letter]]:
    found = DECLARATION.fullmatch(text)
    if found is None:
        raise ClaimSyntaxError("a declaration is written `n: natural` or `x, y: positive`", text, fragment=text)
    return [(name.strip(), found[2]) for name in found[1].split(",")]


def _has_size(pair: tuple[str, str | Letter]) -> bool:
    return (
        isinstance(pair[1], str)
        and re.search(r"matri|column|Z/|modulo|-(smooth|lipschitz|strongly)", pair[1], re.I) is not None
    )


def _declared(name: str, kind: str, letters: dict[str, Letter]) -> tuple[Letter, tuple[st.Prop, ...]]:
    words = " ".join(kind.split())
    if words == "sequence" or words.endswith(" sequence"):  # a positive sequence is one of positive numbers
        words = f"sequence of {words[:-9].strip() or 'real'}"
    text = f"{name}: {kind}"

    def size(of: str) -> tm.Scalar:
        found = SIZE.fullmatch(of)
        if found is None:
            raise ClaimSyntaxError(f"{of!r} is no size; write a number or a letter", text, 1, len(name) + 3, kind)
        if found[1]:
            return tm.scalar(int(found[1]))
        known = letters.setdefault(found[2], symbols.natural(found[2]))
        if not isinstance(known, tm.Variable):
            raise ClaimSyntaxError(f"{of} is {st.describe(known)}, and no size", text, 1, len(name) + 3, kind)
        return known

    try:
        letter, said = read_phrase(name, words, size)
    except DeclarationError as error:
        raise ClaimSyntaxError(str(error), text, 1, len(name) + 3, kind) from None
    if isinstance(letter, Undefined):
        return tm.Function(name, "real"), said
    assert isinstance(letter, Letter)  # as the phrases make it
    return letter, said

r"""Letters that one sentence uses for something else: "since $1 - x \le e^{-x}$ for all real $x$" beside a vector x.

Where a formula is not read, since a letter in it is a number and is known as a vector (or the other way about), it is read by
its own letters; what else is known of them is then no hypothesis. And what a quantifier says of such a letter ends with the
paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from symproof.readers.document.lines.asking import ask
from symproof.readers.document.words.beginning import begins_statement, is_apart
from symproof.readers.document.words.letters import phrase_of_size
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.sentences import SENTENCE
from symproof.readers.notation import Clause
from symproof.readers.notation import tree as t
from symproof.readers.resolve import ChainReading, Context, Reading, resolve_chain
from symproof.readers.resolve.context import Symbol
from symproof.readers.resolve.names import canonical, canonical_name, is_latin, is_small_letter
from symproof.readers.resolve.shapes import every_part
from symproof.term import SINGLE, MatrixVariable, Variable, VectorVariable

CLASH = re.compile(
    r"vector (stands where a number|cannot divide|times a vector|and a number|to the power)|a number and a vector|"
    r"a power of a vector|a subscript on a vector|a (?:scalar|number stands) where a vector|only scalars are ordered|"
    r"used before it is defined|not of the sort of|a power of a function\b(?!, or)|a subscript on a function"
)
"""How a formula fails in which a number is taken for a vector."""
FOR_ALL = re.compile(r"\b(?:for|with)\s+(?:all|any|every|each)\b[^.;:]*$", re.IGNORECASE)


OF_NUMBERS = re.compile(
    r"\b(?:for|with|where)\b[^.;:]*\b(?:all|any|every|each|reals?|numbers?|scalars?)\b", re.IGNORECASE
)
"""Words of a sentence that says of letters of its own what they are."""


def in_own_letters(clause: Clause, context: Context, display: Display, told: Container[str]) -> ChainReading | None:
    """A chain by its own letters alone, where all of it is read so and some of them are numbers instead of vectors; none that the
    text has told of, where its sentence says nothing of them."""
    names = [key for each in every_part(clause) if isinstance(each, t.Name) and (key := canonical(each))]
    letters = dict.fromkeys(key for key in names if is_latin(key) and is_small_letter(key))
    known = {key: symbol for key in letters if isinstance(symbol := context.names.get(key), (Variable, VectorVariable))}
    said = SENTENCE.split(display.before)[-1] + SENTENCE.split(display.after)[0]
    if not known or (any(key in told for key in known) and OF_NUMBERS.search(said) is None):
        return None
    own = context.copy()
    for key in known:
        own.forget(key)
    own.survey([t.Formula(clause.start, clause.end, (t.Row(clause.start, clause.end, (clause,)),))])
    found = ask(resolve_chain, clause, own)
    if not isinstance(found, ChainReading) or not all(
        isinstance(each, Reading) for each in (*found.members, *found.steps)
    ):
        return None
    return found if any(type(own.names.get(key)) is not type(symbol) for key, symbol in known.items()) else None


OF_A_SIZE = (
    re.compile(
        r"\b(?:for|of|among)\s+(?:(?:all|any|every|real|general|arbitrary|invertible|symmetric|square|two)\s+)*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\s*(?:(?:real|symmetric|square|invertible)\s+)*matri(?:x|ces)\s*(?:[,:]|(?:we|one|it|there|the)\b|$)",
        re.IGNORECASE,
    ),
)
"""Words around a size that is the one of all matrices in a paragraph, "for · matrices, we have"."""

ENDS = ("heading", "item", "environment", "close")


class Passing:
    """What letters were inferred to be that a quantifier calls something else: a number for its paragraph, and "every integer n"
    for its exercise or statement, since the n of the next one may count."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.kept: dict[str, tuple[int, Symbol, str]] = {}
        self.whole: dict[str, tuple[Symbol, str]] = {}
        self.sized: dict[str, tuple[Symbol, str, Symbol]] = {}

    def keep(self, name: str, phrase: str, display: Display) -> None:
        """Note what a letter was, before it is declared by a phrase."""
        key = canonical_name(name)
        was, said = self.context.names.get(key), self.context.inferred.get(key)
        if isinstance(was, VectorVariable) and said and phrase in ("real", "number") and FOR_ALL.search(display.before):
            self.kept[key] = (display.paragraph, was, said)
        if isinstance(was, Variable) and said and phrase == "integer":
            self.whole.setdefault(key, (was, said))

    def take_sizes(self, display: Display, displays: Sequence[Display]) -> None:
        """Know the matrices of a paragraph that speaks "for $2 \\times 2$ matrices" as such to the end of its item or exercise,
        whatever their size is elsewhere."""
        size = phrase_of_size(display.text.text, " be ", " matrices")
        if not size or not (OF_A_SIZE[0].search(display.before) and OF_A_SIZE[1].match(display.after)):
            return
        beside = [each for each in displays[display.number + 1 :] if each.paragraph == display.paragraph]
        parts = (part for each in beside for clause in each.clauses for part in every_part(clause))
        for key in dict.fromkeys(canonical(part) for part in parts if isinstance(part, t.Name)):
            was = self.context.names.get(key or "")
            if key and isinstance(was, MatrixVariable) and was.columns != SINGLE:
                said = self.context.inferred.get(key, "")
                self.context.declare(key, size)
                self.sized[key] = (was, said, self.context.names[key])

    def end(self, display: Display) -> None:
        """Let what is over go."""
        if is_apart(display) or begins_statement(display):
            for key, (was, said) in self.whole.items():
                self._restore(key, was, said)
            self.whole.clear()
        if is_apart(display) or begins_statement(display) or any(each.kind in ENDS for each in display.crossed):
            for key, (was, said, now) in self.sized.items():
                if self.context.names.get(key) == now:
                    self._restore(key, was, said)
            self.sized.clear()
        for key in [key for key, (paragraph, _, _) in self.kept.items() if paragraph != display.paragraph]:
            _, was, said = self.kept.pop(key)
            self._restore(key, was, said)

    def _restore(self, key: str, was: Symbol, said: str) -> None:
        """Let a letter be again what it was, of which nothing else is inferred now."""
        if key not in self.context.inferred:
            self.context.names[key] = was
            self.context.inferred |= {key: said} if said else {}

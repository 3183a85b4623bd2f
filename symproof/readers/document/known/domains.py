r"""Where the text gives a function: "f(x) = x^2 for x > 0", "on $[0, 1]$", `f(x) = x^2, \quad x > 0`, "for rational x let ...".

What is read is a condition on the letters of the function; where something is said that is not read, the formula does not define
the function, as it may be so for some values only (`words.restricted`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from symproof.readers.document.lines.asking import ask
from symproof.readers.document.lines.chains import spread
from symproof.readers.document.lines.stated import props_of
from symproof.readers.document.lines.unit import Unit
from symproof.readers.document.words.letters import called, definition_of, interval_declared, is_letter
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.restricted import LETTER, UNREAD, WHOLE_SPACE, says_where
from symproof.readers.document.words.sentences import SENTENCE
from symproof.readers.document.words.supposing import SUPPOSE
from symproof.readers.notation.arrays import TEXT
from symproof.readers.notation.tree import Chain, Clause, Fence, Juxtaposed, Nabla, Node, Scripted
from symproof.readers.resolve import Context, Macro, Reading, read_statement
from symproof.readers.resolve.declared import define
from symproof.readers.resolve.names import canonical
from symproof.readers.resolve.probabilities import MEASURES
from symproof.readers.resolve.shapes import every_part, side_by_side
from symproof.statement import Prop, is_equation

STOP = re.compile(r"[.;!?](\s|$)")
SPACE = re.compile(r"\\(?:quad|qquad|,|;|:|!| )|[{}&$]")
LEADS = re.compile(r"\b(?:for|if|when|whenever|on|in|near|at|almost|except|outside|inside)\b", re.IGNORECASE)
INTERVAL = re.compile(r"[(\[\]][^;()\[\]]*[,;][^;()\[\]]*[)\]\[]")
SUPPOSED = re.compile(rf"\b(?:{SUPPOSE})\b", re.IGNORECASE)
SOLVED = re.compile(r"\s*(?:has|have|having)\s+(?:[\w-]+\s+){0,3}?(?:roots?|solutions?)\b", re.IGNORECASE)
"""Words behind an equation by which it is one that is to be solved."""
Told = tuple[str, list[list[Prop]]]
"""Words, with what each letter among them is said to fulfil."""
FOLLOWING = 3
"""How many formulas behind a definition are looked at."""


class Surroundings:
    """What stands around the definition of a function at `letters`."""

    def __init__(self, unit: Unit, letters: Sequence[str], displays: Sequence[Display], context: Context) -> None:
        self.unit, self.letters, self.displays, self.context = unit, letters, displays, context
        self.intervals: set[int] = set()
        """The formulas that say in which interval a letter lies."""

    def conditions(self) -> list[Prop] | None:
        """What is said of the letters; None where something is said of where the function is so that is not read."""
        found: list[Prop] = []
        behind = self._behind()
        supposed = SUPPOSED.search(self.unit.display.said.phrase) is not None
        if supposed and SOLVED.match(behind[0]):
            return None  # "let f(x) = x^2 have two solutions"
        for words, said in (behind, *self._before()):
            where = says_where(words)
            if where == UNREAD:
                return None
            if where == LETTER and said:
                if supposed and words is behind[0] and any(map(is_equation, said[0])):
                    return None  # "let f(x) = g(x) for x = 0"
                found += said[0]
        return found

    def _behind(self) -> Told:
        """The words behind a formula in its row and in its sentence."""
        display, end = self.unit.display, self.unit.members[-1].node.end
        told: Told = "", []
        for clause in self._row():
            if clause.start >= end:
                told = _joined(told, (f" {clause.words} ", []), self._mark((clause,), display))
                end = clause.end
        text = display.text.text[end:].partition("\\\\")[0]
        names = "|".join(rf"(?<![A-Za-z\\]){re.escape(letter)}(?![A-Za-z])" for letter in self.letters)
        left = re.sub(names, lambda _: LETTER, SPACE.sub(" ", TEXT.sub(r"\1", text)))
        told = _joined(told, (left, [[]] * left.count(LETTER)))
        if text.rstrip(" }$").endswith((".", ";")):
            return told
        told = _joined(told, (display.after.partition("·")[0], []))
        for each in self.displays[display.number + 1 :][:FOLLOWING]:
            if STOP.search(told[0]) or each.paragraph != display.paragraph or each.formula.display:
                break
            told = _joined(told, self._marked(each), (each.after.partition("·")[0], []))
        return told

    def _row(self) -> tuple[Clause, ...]:
        parsed, start = self.unit.display.parsed, self.unit.members[0].node.start
        rows = [row.clauses for row in (parsed.rows if parsed is not None else ()) if row.start <= start < row.end]
        return rows[0] if rows else ()

    def _before(self) -> Iterator[Told]:
        """The words before a formula in its sentence, from each "for" on."""
        display = self.unit.display
        segments = SENTENCE.split(display.before)[-1].split("·")
        shown = self.displays[display.number - len(segments) + 1 : display.number]
        told: Told = "", []
        for words, each in zip(segments, shown, strict=False):
            told = _joined(told, (words, []), self._marked(each))
        words, said = _joined(told, (segments[-1], []))
        for found in LEADS.finditer(words):
            yield words[found.start() :], said[words[: found.start()].count(LETTER) :]

    def _marked(self, display: Display) -> Told:
        return self._mark(display.clauses, display)

    def _mark(self, clauses: Sequence[Clause], display: Display) -> Told:
        """How a formula stands among words, and what it says of the letters."""
        text, parts = display.text.text, [part for clause in clauses for part in every_part(clause)]
        if any(called(part) is not None or isinstance(part, Nabla) or self._is_rate(part) for part in parts):
            return "·", []  # of values of functions, of gradients and of derivatives
        if len(clauses) == 1 and self._is_chance(clauses[0]):
            return "·", []
        if clauses and all(self._names_another(each) for each in clauses):
            return "·", []  # "where u = x + y"
        if not any(canonical(part) in self.letters for part in parts):
            inner = text[clauses[0].start : clauses[0].end].strip() if len(clauses) == 1 else ""
            if len(self.letters) == 1 and INTERVAL.fullmatch(inner):
                said = ask(read_statement, rf"{self.letters[0]} \in {inner}", self.context)
                if isinstance(said, Reading) and isinstance(said.term, Prop):
                    self.intervals.add(display.number)
                    return LETTER, [[said.term]]
            return "ℝ" if WHOLE_SPACE.fullmatch(inner) else "·", []
        said_here: list[Prop] = []
        for clause in clauses:
            read = self._read(clause, text)
            if read is None:
                return f"{LETTER} {UNREAD} ", [[]]
            said_here += read
        return LETTER, [said_here]

    def _is_rate(self, part: Node) -> bool:
        """Whether a part is a derivative of the function itself, `f_{xy}`, `f'`."""
        call = called(self.unit.members[0].node)
        if call is None or not isinstance(part, Scripted) or canonical(part.base) != canonical(call[0]):
            return False
        below = () if part.sub is None else side_by_side(part.sub)
        return part.primes > 0 or (bool(below) and {canonical(each) or "" for each in below} <= set(self.letters))

    def _is_chance(self, clause: Clause) -> bool:
        """Whether a formula says that a letter is a probability, `P(X = 1) = p`: it leaves none of its values out."""
        match clause.members:
            case (Juxtaposed(items=(measure, Fence())), letter) if clause.kinds == ["="]:
                return canonical(measure) in MEASURES and canonical(letter) in self.letters
        return False

    def _names_another(self, clause: Clause) -> bool:
        """Whether a formula says what another letter than those of the function stands for."""
        letter = clause.members[0]
        return clause.kinds == ["="] and is_letter(letter) and canonical(letter) not in self.letters

    def _read(self, clause: Clause, text: str) -> list[Prop] | None:
        """What a formula states; nothing where it names letters or all of a space, None where it is not read."""
        match clause.members:
            case (Fence(left="(", body=Chain(members=members, relations=signs) as inside),):  # "(x >= 0)"
                clause = Clause(inside.start, inside.end, members, signs)
        last = text[clause.members[-1].start : clause.members[-1].end]
        kinds = clause.kinds
        if not kinds or (kinds == ["in"] and WHOLE_SPACE.fullmatch(last)):
            return []
        props = props_of(clause, self.context)
        if props is None:
            return None
        # `b, c, x > 0` says something of each, and here what it says of x matters
        about = [any(canonical(part) in self.letters for part in every_part(each)) for each in spread(clause)]
        return [prop for prop, own in zip(props, about, strict=True) if own]


def _joined(*told: Told) -> Told:
    return "".join(words for words, _ in told), [each for _, said in told for each in said]


def given_by_map(latex: str, key: str, context: Context) -> None:
    r"""Know from where a map goes, and what it is: `f : [0, 1] \to \mathbb{R}, x \mapsto x^2` gives f on that interval only."""
    interval = context.mapped[key] = interval_declared(latex)
    if not (given := definition_of(latex)):
        return
    ask(define, given, context)
    made = context.names.get(key)
    if not interval or not isinstance(made, Macro) or len(made.parameters) != 1:
        return
    said = ask(read_statement, rf"{made.parameters[0]} \in {interval}", context)
    if isinstance(said, Reading) and isinstance(said.term, Prop):
        context.names[key] = replace(made, domain=said.term)

r"""What is to be minimized, `\min_x f(x) := x^2 + 1`: the text gives a function there, and speaks of no smallest value; and
subject to what, `\min_x f(x) \quad \text{s.t.} \quad g(x) \le 0`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from types import NoneType

from symproof.readers.document.lines.unit import IMPLICATIONS, Unit
from symproof.readers.document.words.letters import called
from symproof.readers.document.words.outline import Display
from symproof.readers.document.words.prose import announced
from symproof.readers.notation import Clause
from symproof.readers.notation.tree import Big, Chain, Fence, Node, Number, Scripted
from symproof.readers.resolve.names import canonical
from symproof.term import Term

EXTREMA = ("min", "max", "argmin", "argmax", "inf", "sup")

SUBJECT = announced("subject to ")
NAME = re.compile(r"\\?[A-Za-z]+")
OPTIMIZES = re.compile(r"\\(min|max|inf|sup)(?![a-z])|\b(arg\s*)?(min|max)\s*\}|\b(min|max)imi[sz]e", re.IGNORECASE)
CONSTRAINED = re.compile(
    r"\W*(?:(?P<always>subject to|s\.\s?t\.?)|under|such that|so that|with)( the)?( constraints?)?( that)?\W*",
    re.IGNORECASE,
)
"""Words between what is optimized and its constraints."""


def is_constraint(unit: Unit, places: range) -> bool:
    """Whether a formula is a constraint of a mathematical program, whose constraints stand at some places of its display."""
    return unit.is_relation and unit.clause.start in places


def speaks_of(display: Display, letters: Iterable[Term]) -> bool:
    """Whether a display names all of some letters."""
    words = NAME.findall(display.text.text)
    names = {name for word in words for name in ([word[1:]] if word[0] == "\\" else word)}
    return all(str(each).lstrip("\\").partition("_")[0] in names for each in letters)


def constraints_in(display: Display) -> range:
    """The places where the constraints of a mathematical program stand in a display: behind "subject to", up to what follows from
    them; none of another display."""
    start: int | None = None
    for clause in display.clauses:
        if start is not None and (clause.connector in IMPLICATIONS or announced(clause.words).connects):
            return range(start, clause.start)
        said = CONSTRAINED.fullmatch(clause.words) if clause.words and start is None else None
        if said is not None and (said["always"] or OPTIMIZES.search(display.text.text[: clause.start])):
            start = clause.start
    return range(0) if start is None else range(start, len(display.text.text) + 1)


def objective(clause: Clause) -> Clause:
    r"""A clause; of `\min_x f(x) := x^2 + 1`, what is minimized. With `=` it is so where the right side has an x that nothing
    binds.

    >>> from symproof.readers.notation import parse
    >>> [len(objective(parse(text).rows[0].clauses[0]).members) for text in (r"\min_x \{f(x) := x^2 + 1\}", r"\min_x f(x) = 1")]
    [2, 2]
    """
    first = clause.members[0] if clause.members else None
    if not isinstance(first, Big) or first.operator not in EXTREMA or first.body is None or first.lower is None:
        return clause
    inner = first.body.body if isinstance(first.body, Fence) else first.body
    if isinstance(inner, Chain) and not clause.relations:
        found = Clause(inner.start, inner.end, inner.members, inner.relations, clause.connector, clause.words)
    elif clause.relations and called(first.body) is not None:
        found = Clause(
            first.body.start,
            clause.end,
            (first.body, *clause.members[1:]),
            clause.relations,
            clause.connector,
            clause.words,
        )
    else:
        return clause
    letter, kind = canonical(first.lower), found.relations[0].kind
    free = letter is not None and _stands_in(letter, found.members[1])
    return found if kind == ":=" or (kind == "=" and free and called(found.members[0]) is not None) else clause


def _stands_in(letter: str, node: Node) -> bool:
    r"""Whether a letter stands in a formula for itself, and not only for its members or for another one, `x_t`, `x^*`."""
    if isinstance(node, Scripted) and canonical(node.base) == letter:
        below = node.sub is None and isinstance(node.sup, (Number, NoneType))
        return below or any(_stands_in(letter, each) for each in (node.sub, node.sup) if each is not None)
    return canonical(node) == letter or any(_stands_in(letter, each) for each in node.children())

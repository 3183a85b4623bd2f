"""Solutions with numbers: after an equation for x, `x_1 = 3` says that 3 solves it, and x_1 is 3 from there on."""

from __future__ import annotations

import re

from symproof.readers.document.known.knowledge import Knowledge
from symproof.readers.document.lines.kinds import is_numbered, is_polynomial_equation, is_solution
from symproof.statement import Or, Prop, Relation
from symproof.substitution import substitute
from symproof.term import Variable

TURNS = re.compile(
    r"\b(newton|iterat|start|initial|approximat|estimate|guess|sequence|recursion|points?)", re.IGNORECASE
)
"""Words by which a numbered letter is no solution but a step on a way to one, or a coordinate."""


def solution_numbered(prop: Prop, known: Knowledge, words: str) -> Prop | None:
    """What a line that sets a numbered letter equal to a value, or one such letter or another, says of the equation for the
    letter without its number: that the value solves the row before, or which are its solutions."""
    equation, row = known.equation, known.previous
    if row is None or len(row.prop.free) != 1 or TURNS.search(words):
        return None
    if not _sets_equal(row.prop) if equation is None else row.prop.free != equation.prop.free:
        return None
    (letter,) = row.prop.free
    if (
        not isinstance(letter, Variable)
        or not is_solution(prop)
        or prop.free & known.seen
        or not all(is_numbered(each, letter) for each in prop.free)
    ):
        return None
    if isinstance(prop, Or):
        return substitute(prop, dict.fromkeys(prop.free, letter))
    if not isinstance(prop, Relation) or not (is_polynomial_equation(row.prop) or is_solution(row.prop)):
        return None
    return substitute(row.prop, {letter: prop.right})


def _sets_equal(prop: Prop) -> bool:
    """Whether a row sets a polynomial equal to a number, `3x(x - 2) = 0`."""
    return is_polynomial_equation(prop) and isinstance(prop, Relation) and not prop.right.free

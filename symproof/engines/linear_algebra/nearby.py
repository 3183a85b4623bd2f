"""An equation of determinants and adjugates where a matrix is invertible, for all of them by continuity (`ct.Nearby`).

Tried of the letters in blocks, in sums under a determinant (alone, or at the beginning of an addend) and in adjugates, which
have laws of their own where there is an inverse. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.invertible import is_continuous, kept

MOST, SECONDS = 4, 1.0


def nearby(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, where one of the letters has an inverse."""
    if goal.kind != "=":
        return None
    letters = [x for x in dict.fromkeys(_cornered(goal)) if all(is_continuous(y, x) for y in (goal.left, goal.right))]
    for letter in letters[:MOST]:
        invertible = st.Relation("!=", tm.Determinant(letter), ZERO)
        if facts.evident(invertible):
            continue
        inner = search.without(nearby, SECONDS)
        proof = inner.prove(kept(facts, letter).extended([invertible]), goal)
        if proof is not None:
            search.words += inner.words
            return ct.Nearby(letter, proof)
    return None


def _cornered(term: tm.Term) -> Iterator[tm.MatrixVariable]:
    """The square letters that stand alone in blocks or sums under a determinant, or begin an addend, or in an adjugate."""
    match term:
        case tm.Determinant(tm.Above() | tm.MatrixAdd() as matrix):
            yield from filter(_is_square_letter, _parts(matrix))
        case tm.Adjugate(matrix):
            yield from filter(_is_square_letter, matrix.free)
    for child in term.children():
        yield from _cornered(child)


def _parts(matrix: tm.Term) -> Iterator[tm.Term]:
    if isinstance(matrix, (tm.Above, tm.Beside, tm.MatrixAdd)):
        for child in matrix.children():
            yield from _parts(child)
    elif isinstance(matrix, tm.MatrixMul):
        yield from _parts(matrix.left)
    else:
        yield matrix


def _is_square_letter(term: tm.Term) -> bool:
    return isinstance(term, tm.MatrixVariable) and term.is_square

"""Traces beside entries: |x|**2 = x[1]**2 + ... + x[n]**2, tr(A @ B) = the sum of A[i, j] * B[j, i].

Where a claim speaks of entries, each trace in it and in the facts is written as the sum of the entries on the diagonal, of
a product turned so that it is as small as can be. Untrusted: each equation is a rule of the kernel.
"""

from __future__ import annotations

from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.determinants import atoms
from symproof.engines.linear_algebra.matrices import Wrap, closed
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.matrix_laws import sum_of_diagonal
from symproof.trusted.normal import Normalizer
from symproof.trusted.normal.words import Word

MOST = 6


def diagonals(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation of numbers, with its traces and those of the facts written in entries."""
    spoken = [
        prop for prop in (goal, *facts.props) if isinstance(prop, st.Relation) and isinstance(prop.left, tm.Scalar)
    ]
    if not any(map(_has_trace, spoken)) or not any(prop.mentions(tm.Entry) for prop in (goal, *facts.props)):
        return None
    try:
        wraps, opened, numbers = _opened(facts, spoken)
        if not numbers:
            return None
        read = rewriting(opened, numbers)
        back = Readback(read)
        for number, fact in enumerate(facts.props):
            if isinstance(fact, st.Relation) and fact in spoken and _has_trace(fact):
                weight = ct.Combination((ct.Piece(tm.ONE, (number,)),), numbers)
                said = _written(read, back, fact)
                wraps.append(partial(ct.Have, said, weight))
                opened = opened.extended([said])
        short = _written(read, back, goal)
    except (*NOT_NORMAL, LookupError):
        return None
    proof = search.among([row for row in search.engines if row[1] is not diagonals]).prove(opened, short)
    if proof is None:
        return None
    last = ct.Combination((ct.Piece(tm.ONE, (len(opened.props),)),), numbers)
    return closed(wraps, ct.Have(short, proof, last))


def _has_trace(prop: st.Prop) -> bool:
    return prop.mentions(tm.MatrixTrace)


def _opened(facts: Facts, spoken: list[st.Relation]) -> tuple[list[Wrap], Facts, tuple[int, ...]]:
    """The facts with the traces that are spoken of as sums, how these are stated, and their numbers."""
    normalizer, back = facts.normalizer, Readback(facts.normalizer)
    wraps: list[Wrap] = []
    known = facts
    for _, key in atoms(normalizer, spoken, "trace")[:MOST]:
        word: Word = _turned(normalizer, key[1])  # type: ignore[arg-type]
        matrix = back.word(word, normalizer.place_of(word))
        fact = st.Relation("=", tm.MatrixTrace(matrix), sum_of_diagonal(matrix))
        if all(map(facts.evident, definedness(fact))):
            wraps.append(partial(ct.Diagonal, matrix))
            known = known.extended([fact])
    return wraps, known, tuple(range(len(facts.props), len(known.props)))


def _turned(normalizer: Normalizer, word: Word) -> Word:
    """A word turned to begin where it is a single row, if it ever is."""
    rotations = [word[k:] + word[:k] for k in range(len(word))]
    return next((turned for turned in rotations if normalizer.place_of(turned) == tm.SINGLE), word)


def _written(read: Normalizer, back: Readback, relation: st.Relation) -> st.Relation:
    """A relation whose sides are written by a normalizer that knows equations."""
    left, right = (back.scalar(read.scalar(tm.scalar(side))) for side in (relation.left, relation.right))
    return st.Relation(relation.kind, left, right)

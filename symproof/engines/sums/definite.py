"""Closed forms of definite sums by how they grow: sum_{j = 0..k} binomial(k, j) doubles with k, so it is 2**k.

What a recurrence of order one suggests, c**k p(k) times the first sum, is a proposal, proved as any other claim.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.engines.sums.zeilberger import letters, zeilberger
from symproof.substitution import substitute
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts


def definite(search: Search, facts: Facts, total: tm.Sum) -> tuple[Certificate, tm.Scalar] | None:
    """A closed form of a sum, and a proof that the sum is equal to it."""
    from symproof.doors.sympy import growth  # the door is opened when it is needed

    for letter in letters(total):
        low = facts.range(letter).low
        grown = None if low is None else growth(total.body, letter, total.index, total.high)
        if low is None or grown is None:
            continue
        start = tm.scalar(max(int(low), 1))  # where p(k) does not vanish
        base, shape = grown
        try:
            first = facts.normalizer.scalar(substitute(total, {letter: start}) / substitute(shape, {letter: start}))
            closed = Readback(facts.normalizer).scalar(first) * base ** (letter - start) * shape
        except (*NOT_NORMAL, LookupError, ZeroDivisionError):
            continue
        claim = st.Relation("=", total, closed)
        if not facts.evident(substitute(claim, {letter: start + 1})):  # something stood at the ends
            continue
        proof = zeilberger(search, facts, claim)
        if proof is not None:
            return proof, closed
    return None

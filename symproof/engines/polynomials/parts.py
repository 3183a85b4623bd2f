"""Orders between sums of terms as they are written: what both sides have is left out, and the rest has signs at sight.

`a + (x - y)**2 >= a` holds for any a: the square is taken as one thing, where a normal form would expand it. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


def parts(_: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order in which each term that only one side has is >= 0 on the larger side, or <= 0 on the smaller."""
    ends = oriented(goal)
    if ends is None:
        return None
    small, large, strict = ends
    left, right = _terms(small), _terms(large)
    for term in list(left):
        if term in right:
            left.remove(term)
            right.remove(term)
    signed = [st.Relation("<=", ZERO, term) for term in right] + [st.Relation("<=", term, ZERO) for term in left]
    if strict or len(signed) > 8 or not all(map(facts.evident, signed)):
        return None
    count = len(facts.props)
    found: Certificate = ct.Combination(tuple(ct.Piece(ONE, (count + k,)) for k in range(len(signed))))
    for fact in reversed(signed):
        found = ct.Have(fact, ct.Evident(), found)
    return found


def _terms(side: tm.Scalar) -> list[tm.Scalar]:
    return list(side.args) if isinstance(side, tm.Add) else [side]

"""Orders through what is known: where a hypothesis says that f(x) <= M, f(x) <= L is that M <= L.

What goal and hypothesis both speak of, and what is left does not, must be a value of a function, a norm or a sum: of letters
alone, the engines that multiply and add find more. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST, DEEPEST = 3, 4
SPOKEN = ("apply", "at", "function", "inner", "root", "sum")
"""The atoms that goal and hypothesis may have in common."""


BETWEEN = (tm.Apply, tm.Sum, tm.Norm, tm.Inner, tm.MatrixTrace)


def through(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order by a hypothesis that bounds what it speaks of: what is left to show, beside it, speaks of less."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST or not goal.mentions(*BETWEEN):
        return None
    small, large, strict = ends
    ring = facts.normalizer.ring
    whole = facts.normalizer.difference(large, small)
    inner = search.without(through)
    tried = 0
    for number, fact in enumerate(facts.props):
        bound = oriented(fact) if isinstance(fact, st.Relation) else None
        if bound is None or tried == MOST:
            continue
        try:
            gap = facts.normalizer.difference(bound[1], bound[0])
        except NOT_NORMAL:
            continue
        left = ring.subtract(whole, gap)
        gone = set(ring.generators(whole)) & set(ring.generators(gap)) - set(ring.generators(left))
        if not any(facts.normalizer.atoms[atom][0] in SPOKEN for atom in gone) or ring.is_zero(left):
            continue
        tried += 1
        kind = "<" if strict and not bound[2] else "<="
        rest = st.Relation(kind, ZERO, Readback(facts.normalizer).scalar(left))
        found = inner.prove(facts, rest)
        if found is not None:
            search.words += inner.words
            pieces = ct.Piece(ONE, (number,)), ct.Piece(ONE, (len(facts.props),))
            return ct.Have(rest, found, ct.Combination(pieces))
    return None

"""Sums that begin where a letter says: the sum over n + 1..2 n is the one over 1..2 n less the one over 1..n.

Both of these grow at one end alone, as an induction wants it. Untrusted: the kernel splits the longer sum.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search
from symproof.substitution import replaced
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts

MOST = 2


def moving(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, where sums with both ends in motion are written as differences of sums from 1 on."""
    sums = [x for x in dict.fromkeys(goal.outer(tm.Sum)) if x.low.free and x.low.free & x.high.free]
    if not 0 < len(sums) <= MOST:
        return None
    values: dict[tm.Term, tm.Term] = {}
    splits: list[tuple[tm.Sum, tm.Scalar]] = []
    for x in sums:
        place = _before(x.low)
        whole, before = tm.Sum(x.body, x.index, ONE, x.high), tm.Sum(x.body, x.index, ONE, place)
        ends = (st.Relation(">=", x.low, ONE), st.Relation("<=", place, x.high))
        if not all(map(facts.evident, (*ends, *definedness(whole), *definedness(before)))):
            return None
        values[x] = whole - before
        splits.append((whole, place))
    short = replaced(goal, values)
    assert isinstance(short, st.Relation)  # as the goal is
    proof = search.among([row for row in search.engines if row[1] is not moving]).prove(facts, short)
    if proof is None:
        return None
    known = facts.extended([short])
    for whole, place in splits:
        after = tm.Sum(whole.body, whole.index, place + ONE, whole.high)
        before = tm.Sum(whole.body, whole.index, ONE, place)
        known = known.extended([st.Relation("=", whole, before + after)])
    rest = linear(search, known, goal)
    if rest is None:
        return None
    for whole, place in reversed(splits):
        rest = ct.SplitAt(whole, place, rest)
    return ct.Have(short, proof, rest)


def _before(low: tm.Scalar) -> tm.Scalar:
    """low - 1, with n for n + 1 - 1."""
    match low:
        case tm.Add((one, other)) if ONE in (one, other):
            return other if one == ONE else one
    return low - ONE

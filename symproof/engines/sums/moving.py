"""Sums that begin where a letter says: the sum over n + 1..2 n is the one over 1..2 n less the one over 1..n.

Both of these grow at one end alone, as an induction wants it. A sum of f(n + k) over k is one of f(k) over other places.
Untrusted: the kernel splits the longer sum.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search, in_turn, state
from symproof.substitution import replaced
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts

MOST = 2


def moving(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, where sums with both ends in motion are written as differences of sums from 1 on."""
    shifted: dict[tm.Term, tm.Sum] = {x: _shifted(x) for x in dict.fromkeys(goal.outer(tm.Sum))}
    sums = {was: x for was, x in shifted.items() if x.low.free and x.low.free & x.high.free}
    if not 0 < len(sums) <= MOST:
        return None
    values: dict[tm.Term, tm.Term] = {}
    splits: list[tuple[tm.Sum, tm.Scalar]] = []
    for was, x in sums.items():
        place = _before(x.low)
        whole, before = tm.Sum(x.body, x.index, ONE, x.high), tm.Sum(x.body, x.index, ONE, place)
        ends = (st.Relation(">=", x.low, ONE), st.Relation("<=", place, x.high))
        if not all(map(facts.evident, (*ends, *definedness(whole), *definedness(before)))):
            return None
        values[was] = whole - before
        splits.append((whole, place))
    tails = [tm.Sum(whole.body, whole.index, place + ONE, whole.high) for whole, place in splits]
    needs = [each for tail in tails for each in definedness(tail) if not facts.evident(each)]
    short = replaced(goal, values)
    assert isinstance(short, st.Relation)  # as the goal is
    valued, known = in_turn(search, facts, needs), facts.extended(needs)
    inner = search.without(moving)
    proof = None if valued is None else inner.prove(known, short)
    if proof is None or valued is None:
        return None
    known = known.extended([short])
    for (whole, place), tail in zip(splits, tails, strict=True):
        before = tm.Sum(whole.body, whole.index, ONE, place)
        known = known.extended([st.Relation("=", whole, before + tail)])
    rest = linear(search, known, goal)
    if rest is None:
        return None
    for whole, place in reversed(splits):
        rest = ct.SplitAt(whole, place, rest)
    return state(valued, ct.Have(short, proof, rest))


def _shifted(total: tm.Sum) -> tm.Sum:
    """The sum over what stands beside its index, where the letters there stand nowhere else."""
    k = total.index
    for part in total.body.subterms():
        match part:
            case tm.Add((one, other)) if k in (one, other) and k not in (beside := other if one == k else one).free:
                body = replaced(total.body, {part: k})
                if beside.free and not beside.free & body.free:
                    return tm.Sum(body, k, _sum(beside, total.low), _sum(beside, total.high))
    return total


def _sum(one: tm.Scalar, other: tm.Scalar) -> tm.Scalar:
    return tm.Number(Fraction(2)) * one if one == other else one + other


def _before(low: tm.Scalar) -> tm.Scalar:
    """low - 1, with n for n + 1 - 1."""
    match low:
        case tm.Add((one, other)) if ONE in (one, other):
            return other if one == ONE else one
    return low - ONE

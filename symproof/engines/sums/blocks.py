"""Sums whose end moves by more than a step, as that over 1..2**n: an induction in which the block that comes to it is bounded.

Of sum to 2**n of 1/k >= 1 + n/2 the step is 1/2 <= sum over 2**n + 1..2**(n + 1), whose terms are bounded by the last of them.
Untrusted: the kernel splits the longer sum.

Limits: one sum of a goal that is an order.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import growing
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, in_turn, state
from symproof.substitution import replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.integer_rules import without


def blocks(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal by induction over a letter in the exponent of the end of its sum."""
    sums = list(dict.fromkeys(goal.outer(tm.Sum)))
    if search.inductions or len(sums) != 1 or oriented(goal) is None:
        return None
    (total,) = sums
    for n in growing(goal):
        moved = any(isinstance(part, tm.Pow) and n in part.exponent.free for part in total.high.subterms())
        start = facts.range(n).low
        if moved and start is not None and n not in total.low.free | total.body.free:
            found = _by_blocks(search, facts, goal, n, int(start), total)
            if found is not None:
                return found
    return None


def _by_blocks(
    search: Search, facts: Facts, goal: st.Relation, n: tm.Variable, start: int, before: tm.Sum
) -> Certificate | None:
    others, first = without(facts, n), {n: tm.scalar(start)}
    search.inductions += 1
    try:
        base = search.prove(others, substitute(goal, first))
        known, then = others.extended([st.Relation(">=", n, first[n]), goal]), substitute(goal, {n: n + 1})
        follows = None if base is None else _step(search, known, goal, then, before, substitute(before, {n: n + 1}))
    finally:
        search.inductions -= 1
    return None if base is None or follows is None else ct.Induction(n, start, base, follows)


def _step(
    search: Search, facts: Facts, goal: st.Relation, then: st.Relation, before: tm.Sum, after: tm.Sum
) -> Certificate | None:
    """The next claim from the one before it, by what one side gains with the block."""
    ends = (st.Relation("<=", before.low, before.high + ONE), st.Relation("<=", before.high, after.high))
    if not all(map(facts.evident, ends)):
        return None
    block = tm.Sum(after.body, after.index, before.high + ONE, after.high)
    valued = in_turn(search, facts, [each for each in definedness(block) if not facts.evident(each)])
    if valued is None:
        return None
    facts = facts.extended([*(each for each, _ in valued), st.Relation("=", after, before + block)])
    whole = replaced(then, {after: before + block})
    large, small, normalizer = *_sides(whole), facts.normalizer
    large_before, small_before = _sides(goal)
    try:
        gain = normalizer.difference(large - large_before, small - small_before)
        increase = Readback(normalizer).scalar(gain)
    except (*NOT_NORMAL, LookupError):
        return None
    if before in increase.outer(tm.Sum):
        return None
    grows = st.Relation("<=", ZERO, increase)
    proof = search.prove(facts, grows)
    rest = None if proof is None else linear(search, facts.extended([grows]), then)
    if proof is None or rest is None:
        return None
    return state(valued, ct.SplitAt(after, before.high, ct.Have(grows, proof, rest)))


def _sides(order: st.Prop) -> tuple[tm.Scalar, tm.Scalar]:
    """The larger side and the smaller one."""
    assert isinstance(order, st.Relation)  # as the goal is
    small, large, _ = oriented(order)  # type: ignore[misc]  # an order, as was asked
    return large, small

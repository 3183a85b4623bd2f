"""Equations between binomial coefficients that are a few places apart: all of them from the one with the largest top.

(x + 1 - k) binomial(x + 1, k) = (x + 1) binomial(x, k) gives each coefficient by the one above it, with no divisor that could
vanish but x + 1; where that may vanish, Pascal's rule gives the upper one. The normal form knows how those with one top and
neighbouring bottoms hang together. Untrusted.
"""

from __future__ import annotations

from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.gaps import whole_gap
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search, Wrap, closed
from symproof.substitution import body_at
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import instance_of

LAW, PASCAL = "binomial_of_more", "pascal"
MOST_STEPS, MOST = 4, 12


def grown(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The step of an induction, by its coefficients, those of the claim before, and of the last terms of sums."""
    if not search.inductions or goal.kind != "=":
        return None
    last = (body_at(total, total.high) for total in dict.fromkeys(goal.outer(tm.Sum)))
    return neighbours(search, facts, goal, beside=(*facts.props[-1:], *last))


def neighbours(search: Search, facts: Facts, goal: st.Relation, beside: tuple[tm.Term, ...] = ()) -> Certificate | None:
    """An equation, by what the tops of its binomial coefficients, and of those in other terms, have to do with each other."""
    if goal.kind != "=" or not isinstance(goal.left, tm.Scalar):
        return None
    found = list(dict.fromkeys(part for prop in (goal, *beside) for part in prop.outer(tm.Binomial)))
    uses: dict[tuple[tm.Scalar, tm.Scalar], None] = {}
    for term in found:
        above = max((_steps(facts, term, other) for other in found), default=0)
        for step in reversed(range(above)):
            uses[term.top + step if step else term.top, term.bottom] = None
    if not uses or len(uses) > MOST:
        return None
    wraps: list[Wrap] = []
    try:
        for top, bottom in uses:
            if not facts.evident(st.Relation("!=", top + 1, ZERO)):
                for upper in (term for term in found if facts.evident(st.Relation("=", term.top, top + 1))):
                    use = (top, upper.bottom - 1)
                    wraps.append(partial(ct.Law, PASCAL, use))
                    facts = facts.extended([instance_of(facts, PASCAL, use)])
                continue
            law = instance_of(facts, LAW, (top, bottom))
            upper = tm.Binomial(top + 1, bottom)
            solved = st.Relation("=", tm.Binomial(top, bottom), (top + 1 - bottom) * upper / (top + 1))
            wraps.append(partial(_solved, (top, bottom), solved, len(facts.props)))
            facts = facts.extended([law, solved])
    except Rejected:
        return None
    proof = ring(search, facts, goal)
    return closed(wraps, proof)


def _solved(use: tuple[tm.Scalar, ...], solved: st.Relation, number: int, rest: Certificate) -> Certificate:
    """The law, and the lower coefficient by the one above it."""
    divided = ct.Combination((ct.Piece(-ONE / (use[0] + 1), (number,)),))
    return ct.Law(LAW, use, ct.Have(solved, divided, rest))


def _steps(facts: Facts, term: tm.Binomial, other: tm.Binomial) -> int:
    """By how much the top of another one lies above, where the bottoms are a number apart; 0 where it does not."""
    rise, shift = whole_gap(facts, other.top, term.top), whole_gap(facts, other.bottom, term.bottom)
    return rise if rise is not None and shift is not None and 0 < rise <= MOST_STEPS else 0

"""An order from one whose difference is a multiple of its own: x <= y from x**3 <= y**3, as y - x divides y**3 - x**3.

Were it not so, the quotient would be positive (or not negative, for a strict order), and the fact would not hold. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, in_turn, state
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient

QUICK = ("ring", "positivity", "linear", "orderings", "squares")


def cancelled(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order, by an order among the facts whose difference it divides."""
    ends = oriented(goal)
    if ends is None:
        return None
    small, large, strict = ends
    normalizer = facts.normalizer
    gap = normalizer.difference(large, small)
    if gap.den is not None or not normalizer.ring.generators(gap):
        return None
    opposite = st.negated(goal)
    for number, fact in enumerate(facts.props):
        known = oriented(fact) if isinstance(fact, st.Relation) else None
        quotient = None if known is None or (strict and not known[2]) else _quotient(facts, known, gap)
        if known is None or quotient is None:
            continue
        inside = facts.extended([opposite])
        signs = [st.Relation(">=" if known[2] else ">", quotient, ZERO)]
        if not strict:
            signs.insert(0, st.Relation("!=", large - small, ZERO))
        stated = in_turn(search.aside(search.named(*QUICK)), inside, signs)
        if stated is not None:
            pieces = ct.Piece(ONE, (number,)), ct.Piece(ONE, (len(facts.props), len(facts.props) + len(signs)))
            absurd = state(stated, ct.Combination(pieces))
            return ct.Cases(goal, ct.Evident(), ct.Absurd(absurd))
    return None


def _quotient(facts: Facts, known: tuple[tm.Scalar, tm.Scalar, bool], gap: Quotient) -> tm.Scalar | None:
    """The difference of an order over that of another, where it is a polynomial and no number."""
    ring = facts.normalizer.ring
    try:
        whole = facts.normalizer.difference(known[1], known[0])
        if whole.den is not None or whole.num.total_degree() <= gap.num.total_degree():
            return None
        found = ring.quotient(whole, gap)
        return Readback(facts.normalizer).scalar(found) if found.den is None else None
    except (*NOT_NORMAL, LookupError):
        return None

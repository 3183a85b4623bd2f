"""Equations between binomial coefficients of letters: that their bottoms lie between 0 and their tops is proved and stated, and
then the normal form writes them by factorials. From i <= m and m <= n it is seen that i <= n. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search
from symproof.engines.stated import Stated
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST = 6


def within(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation, by the places of its binomial coefficients."""
    terms = list(dict.fromkeys(goal.outer(tm.Binomial))) if goal.kind == "=" else []
    stated = Stated(facts)
    for term in terms if 1 < len(terms) <= MOST else ():
        for order in (st.Relation(">=", term.bottom, tm.ZERO), st.Relation("<=", term.bottom, term.top)):
            known = stated.facts
            if not stated.add(order, ct.Evident() if known.evident(order) else linear(search, known, order)):
                break
    return stated.then(ring(search, stated.facts, goal) if stated else None)

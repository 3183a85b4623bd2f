"""There is an integer x with c = a*x, where c is a combination of a and of equations among the facts: a | n and a | n + 1 give
a | 1, and a*u + b*v = 1 and a | b*c give a | c.

The cofactor of a in it, from a Gröbner basis, is the value. That it is an integer, and fits, is checked by the kernel.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.divided import at_value
from symproof.engines.polynomials.groebner import Basis
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.errors import SortError
from symproof.substitution import substitute
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient
from symproof.trusted.rejected import Rejected

MOST = 6
"""How many equations are combined."""


def combined(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """The goal c = a*x where a is no number, by polynomial equations among the facts."""
    body, x = goal.body, goal.symbol
    if not isinstance(body, st.Relation) or body.kind != "=" or not isinstance(body.left, tm.Scalar):
        return None
    gap, normalizer = body.left - tm.scalar(body.right), facts.normalizer
    ring = normalizer.ring
    try:
        at_zero, at_one = (normalizer.scalar(substitute(gap, {x: tm.scalar(k)})) for k in (0, 1))
        slope = ring.subtract(at_zero, at_one)
        gaps = _gaps(facts)
        if not gaps or not ring.generators(slope) or at_zero.den is not None or slope.den is not None:
            return None
        cofactors = Basis(ring, [slope, *gaps], [at_zero]).cofactors_of(at_zero)
        if cofactors is None:
            return None
        term = Readback(normalizer).scalar(cofactors.get(0, ring.constant(0)))
    except (*NOT_NORMAL, Rejected, SortError, LookupError, ZeroDivisionError):
        return None
    found = at_value(search, facts, goal, term)
    search.words += [] if found is None else ["witness"]
    return found


def _gaps(facts: Facts) -> list[Quotient]:
    """The differences of the two sides of the polynomial equations among the facts, of the last ones where they are many."""
    found = []
    for fact in facts.props:
        if isinstance(fact, st.Relation) and fact.kind == "=" and isinstance(fact.left, tm.Scalar):
            gap = facts.normalizer.difference(fact.left, tm.scalar(fact.right))
            if gap.den is None and not facts.normalizer.ring.is_zero(gap):
                found.append(gap)
    return found[-MOST:]

"""There is an integer x with c = a*x, where c is a combination of a and of equations among the facts: a | n and a | n + 1 give
a | 1, and a*u + b*v = 1 and a | b*c give a | c.

The cofactor of a in it, from a Gröbner basis, is the value. That it is an integer, and fits, is checked by the kernel.
"""

from __future__ import annotations

from symproof import statement as st
from symproof.engines.integers.divided import at_value, gaps_of_equations, sides_of
from symproof.engines.polynomials.groebner import Basis
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.errors import SortError
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.rejected import Rejected

MOST = 6
"""How many equations are combined."""


def combined(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """The goal c = a*x where a is no number, by polynomial equations among the facts."""
    ring = facts.normalizer.ring
    try:
        if (sides := sides_of(facts, goal)) is None:
            return None
        at_zero, slope = sides
        gaps = [gap for gap in gaps_of_equations(facts) if gap.den is None and not ring.is_zero(gap)][-MOST:]
        if not gaps or not ring.generators(slope) or at_zero.den is not None or slope.den is not None:
            return None
        cofactors = Basis(ring, [slope, *gaps], [at_zero]).cofactors_of(at_zero)
        if cofactors is None:
            return None
        term = Readback(facts.normalizer).scalar(cofactors.get(0, ring.constant(0)))
    except (*NOT_NORMAL, Rejected, SortError, LookupError, ZeroDivisionError):
        return None
    found = at_value(search, facts, goal, term)
    search.words += [] if found is None else ["witness"]
    return found

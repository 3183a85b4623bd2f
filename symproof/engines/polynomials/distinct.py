"""A strict order where two terms are known to differ: what leaves room for a multiple of a power of their difference is > 0.

From x != 0 it is seen that x**2 + x*y + y**2 > 0, as x**2 + x*y + y**2 >= x**2/4. Untrusted.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.clearing import positive_power
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search, state
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

DEEPEST, MOST, SECONDS = 2, 3, 1.0
SHARES = (Fraction(1, 4), Fraction(1, 20))
QUICK = ("positivity", "orderings", "squares")


def distinct(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A strict order between polynomials, by a fact that says != of polynomials in its letters."""
    ends = oriented(goal)
    if ends is None or not ends[2] or search.depth > DEEPEST:
        return None
    small, large, _ = ends
    apart = [
        tm.scalar(fact.left) - tm.scalar(fact.right)
        for fact in facts.props
        if isinstance(fact, st.Relation) and fact.kind == "!=" and isinstance(fact.left, tm.Scalar)
    ]
    quick = search.aside([row for row in search.engines if row[0] in QUICK and row[1] is not distinct], SECONDS)
    for gap in [gap for gap in apart if gap.free and gap.free <= goal.free][:MOST]:
        try:
            power = _power(facts, large - small, gap)
        except NOT_NORMAL:
            continue
        raised = gap ** tm.Number(Fraction(power))
        for share in map(tm.Number, SHARES if power else ()):
            weak = st.Relation("<=", small + share * raised, large)
            proof = None if probe.fails(facts, weak) else quick.prove(facts, weak)
            if proof is not None:
                known, proofs = positive_power(facts.extended([weak]), gap, power)
                number = len(known.props)
                pieces = ct.Piece(share, (number - 1,)), ct.Piece(ONE, (len(facts.props),))
                return state([(weak, proof), *proofs], ct.Combination(pieces))
    return None


def _power(facts: Facts, value: tm.Scalar, gap: tm.Scalar) -> int:
    """The even power of a difference that is of the degree of a polynomial, else 2; 0 of what is no polynomial."""
    whole, part = facts.normalizer.scalar(value), facts.normalizer.scalar(gap)
    if whole.den is not None or part.den is not None:
        return 0
    times, rest = divmod(int(whole.num.total_degree()), int(part.num.total_degree()))
    return 2 if rest or times % 2 or not times else times

"""Orders of integers that real numbers between them would break.

a <= b of integers is a < b + 1, which leaves more room: of a**2 + b**2 = 884 that a + b < 43, as 43**2 > 2*884. And a
polynomial in one integer n is looked at between its roots: n**2 >= 3*n - 2, as n <= 1 or n >= 2. Untrusted.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.functions.zeros import roots_of
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import FALSE, Search
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST_CUTS = 4
QUICK = ("positivity", "linear", "inequality", "orderings", "roots", "degrees", "squares")


def rounded(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """small <= large of integers by small < large + 1, or as the facts contradict small >= large + 1."""
    ends = oriented(goal)
    if ends is None or ends[2] or not all(map(tm.is_integer, ends[:2])):
        return None
    small, large, _ = ends
    wider = st.Relation("<", small, large + ONE)
    if not facts.extended([wider]).evident(goal) or facts.evident(wider) or wider in facts.props:
        return None
    inner = search.aside(search.named(*QUICK))
    if (proof := inner.prove(facts, wider)) is not None:
        return ct.Have(wider, proof, ct.Evident())
    beyond = st.Relation(">=", small, large + ONE)
    opposite = st.negated(goal)
    inside = facts.extended([opposite, beyond])
    absurd = inner.prove(inside, FALSE)
    if absurd is None or not facts.extended([opposite]).evident(beyond):
        return None
    return ct.Cases(goal, ct.Evident(), ct.Have(beyond, ct.Evident(), ct.Absurd(absurd)))


def between_roots(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order of polynomials in one integer, where a real number between two integers may break it."""
    ends = oriented(goal)
    if ends is None or len(goal.free) != 1:
        return None
    (n,) = goal.free
    if not tm.is_integer_letter(n):
        return None
    gap = ends[1] - ends[0]
    try:
        cuts = sorted({floor(probe.value(root, {})) for root in roots_of(gap, n)})
    except (*NOT_NORMAL, probe.NoFloat):
        return None
    known = facts.range(n)
    cuts = [cut for cut in cuts if (known.low is None or cut >= known.low) and (known.high is None or cut < known.high)]
    if not 0 < len(cuts) <= MOST_CUTS:
        return None
    inner = search.aside(search.others(between_roots))
    found = _pieces(inner, facts, goal, n, cuts)
    search.words += inner.words if found is not None else []
    return found


def _pieces(search: Search, facts: Facts, goal: st.Relation, n: tm.Variable, cuts: list[int]) -> Certificate | None:
    """Up to the first cut, and beyond it."""
    if not cuts:
        return search.prove(facts, goal)
    up_to = st.Relation("<=", n, tm.Number(Fraction(cuts[0])))
    beyond = st.Relation(">=", n, tm.Number(Fraction(cuts[0] + 1)))
    first = search.prove(facts.extended([up_to]), goal)
    if first is None:
        return None
    above = facts.extended([st.Relation(">", n, up_to.right), beyond])
    rest = _pieces(search, above, goal, n, cuts[1:])
    return None if rest is None else ct.Cases(up_to, first, ct.Have(beyond, ct.Evident(), rest))

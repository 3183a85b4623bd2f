"""Orders between sums of as many addends, each of which is at most one of the other side that no other one takes.

sqrt(x**4 + y**2*z**2) + ... >= x*sqrt(2*y*z) + ..., whatever the sums are. Which goes with which is seen at points. Untrusted.

Limits: up to `MOST` addends on a side, two of which hold a root or a quotient.
"""

from __future__ import annotations

from collections.abc import Sequence

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.touching import addends_of, each_alone
from symproof.engines.search import Search, state, sum_of_facts
from symproof.term import ZERO
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

DEEPEST, MOST, SECONDS = 1, 4, 1.5
QUICK = ("ring", "positivity", "linear", "inequality", "orderings", "roots", "squares")


def matched(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between sums, addend by addend; what is left over on the larger side is >= 0."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST:
        return None
    small, large, strict = ends
    low, high = list[tm.Scalar](), list[tm.Scalar]()
    for own, other, side in ((low, high, small), (high, low, large)):
        for term in addends_of(side):
            if isinstance(term, tm.Neg):
                other.append(term.arg)
            else:
                own.append(term)
    if not 2 <= len(low) <= MOST or not len(low) <= len(high) <= MOST or sum(map(_is_bent, (*low, *high))) < 2:
        return None
    kind = "<" if strict else "<="
    pairs = _matching(facts, low, [*high], kind)
    if pairs is None:
        return None
    taken = {pair.right for pair in pairs}
    orders = [*pairs, *(st.Relation("<=", ZERO, term) for term in high if term not in taken)]
    proofs = each_alone(search.aside(search.named(*QUICK), SECONDS), facts, orders)
    if proofs is None:
        return None
    numbers = range(len(facts.props), len(facts.props) + len(proofs))
    return state(proofs, sum_of_facts(*numbers))


def _matching(facts: Facts, low: Sequence[tm.Scalar], high: Sequence[tm.Scalar], kind: str) -> list[st.Relation] | None:
    """An order for each of the small addends, with different large ones, that fail nowhere."""
    if not low:
        return []
    for k, term in enumerate(high):
        order = st.Relation(kind, low[0], term)
        if facts.evident(order) if not order.free else not probe.fails(facts, order):
            rest = _matching(facts, low[1:], [*high[:k], *high[k + 1 :]], kind)
            if rest is not None:
                return [order, *rest]
    return None


def _is_bent(term: tm.Scalar) -> bool:
    return any(
        (isinstance(part, tm.Div) and part.denominator.free) or (tm.is_elementary(part, "sqrt") and part.free)
        for part in term.subterms()
    )

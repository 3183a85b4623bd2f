"""Longer sums taken apart where a shorter one over the same terms occurs: sum to T + 1 is sum to T and the last term.
Products likewise.

The equations rewrite wherever the longer sum stands, also inside the argument of a function: that is what an induction
over the number of terms of f(sum) needs. For sums that stand alone in a relation, `telescoping` does it.
"""

from __future__ import annotations

from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.gaps import whole_gap
from symproof.engines.search import Search, closed
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

LONGEST = 4
Ranged = tm.Sum | tm.VectorSum | tm.Product


def peel(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with each sum written as a shorter one and its last terms."""
    parts = (part for prop in (goal, *facts.props) for part in prop.outer(tm.Term))
    sums = list(dict.fromkeys(part for part in parts if isinstance(part, Ranged)))
    splits: list[tuple[Ranged, tm.Scalar, st.Relation]] = []
    for longer in sums:
        for shorter in sums:
            if _by_how_many(facts, longer, shorter) is None:
                continue
            place = shorter.high
            ends = st.Relation("<=", longer.low, place + 1), st.Relation("<=", place, longer.high)
            if all(map(facts.evident, ends)):
                before, after = (
                    type(longer)(longer.body, longer.index, low, high)  # type: ignore[arg-type]  # of its own sort
                    for low, high in ((longer.low, place), (place + 1, longer.high))
                )
                both = before * after if isinstance(longer, tm.Product) else before + after  # type: ignore[operator]
                stated = st.Relation("=", longer, both)
                if stated not in facts.props:
                    splits.append((longer, place, stated))
                    break
    if not splits:
        return None
    proof = search.go_on(peel, facts.extended(stated for *_, stated in splits), goal)
    return closed([partial(ct.SplitAt, longer, place) for longer, place, _ in splits], proof)


def _by_how_many(facts: Facts, longer: Ranged, shorter: Ranged) -> int | None:
    """By how many terms one sum is longer than another over the same terms; None where it is not, or by many."""
    if type(longer) is not type(shorter) or (longer.body, longer.index, longer.low) != (
        shorter.body,
        shorter.index,
        shorter.low,
    ):
        return None
    gap = whole_gap(facts, longer.high, shorter.high)
    return gap if gap is not None and 0 < gap <= LONGEST else None

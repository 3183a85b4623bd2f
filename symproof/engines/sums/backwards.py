"""Sums run through backwards: sum of a[n - k] is sum of a[k], for k from 0 to n."""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search
from symproof.engines.sums.summation import sums_in
from symproof.substitution import substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST = 6


def backwards(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation in which one sum, run through backwards, is another."""
    if goal.kind != "=" or not isinstance(goal.left, tm.Scalar):
        return None
    sums = list(dict.fromkeys(sums_in(goal)))
    for total in sums[:MOST]:
        place = total.low + total.high - total.index
        turned = tm.Sum(substitute(total.body, {total.index: place}), total.index, total.low, total.high)
        proof = ring(search, facts.extended([st.Relation("=", total, turned)]), goal)
        if proof is not None:
            return ct.Reindexed(total, None, True, proof)
    return None

"""Sums run through backwards: sum of a[n - k] is sum of a[k], for k from 0 to n."""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import in_normal_form
from symproof.engines.polynomials.ring import carried, ring
from symproof.engines.search import Search
from symproof.substitution import body_at, replaced
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST = 6


def backwards(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation in which one sum, run through backwards, is another, or is simpler: where its terms speak of its end."""
    if goal.kind != "=" or not isinstance(goal.left, tm.Scalar):
        return None
    for total in list(dict.fromkeys(goal.outer(tm.Sum)))[:MOST]:
        place = total.low + total.high - total.index
        turned = tm.Sum(body_at(total, place), total.index, total.low, total.high)
        known = facts.extended([st.Relation("=", total, turned)])
        proof = ring(search, known, goal) or _instead(search, known, goal, total, turned)
        if proof is not None:
            return ct.Reindexed(total, None, True, proof)
    return None


def _instead(search: Search, known: Facts, goal: st.Relation, total: tm.Sum, turned: tm.Sum) -> Certificate | None:
    """The goal from what it says of the sum backwards."""
    if search.inductions or not _speaks_less(known, turned, total):
        return None
    short = replaced(goal, {total: turned})
    assert isinstance(short, st.Relation)  # as the goal is
    proof = search.without(backwards).prove(known, short)
    rest = None if proof is None else carried(known.extended([short]), goal, short, len(known.props))
    return None if proof is None or rest is None else ct.Have(short, proof, rest)


def _speaks_less(facts: Facts, turned: tm.Sum, total: tm.Sum) -> bool:
    """Whether the terms of a sum that is turned speak of its end in fewer places: 1/(n + 1 - k) becomes 1/k."""
    normalizer = facts.normalizer
    try:
        plain = in_normal_form(normalizer, turned.body)
    except (*NOT_NORMAL, LookupError):
        return False
    ends = total.high.free
    before, after = (sum(part in ends for part in body.subterms()) for body in (total.body, plain))
    return after < before

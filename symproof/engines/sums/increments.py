"""How far two members of a sequence are apart, from what is said of neighbours: of |a[k + 1] - a[k]| <= g(k) for each k that
|a[n] - a[m]| <= g(m) + ... + g(n - 1), by induction; and that sum is bounded by itself. Vectors likewise, with norms. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import growing, induct
from symproof.engines.logic.instances import members
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search, sum_of_facts
from symproof.substitution import fresh, names_in, substitute
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

Place = tm.ScalarAt | tm.VectorAt


def increments(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A bound of a distance by a bound of the sum of the distances of neighbours."""
    ends = oriented(goal)
    if ends is None or search.inductions or not any(isinstance(fact, st.Each) for fact in facts.props):
        return None
    small, large, strict = ends
    pair = _apart(facts, small)
    if pair is None:
        return None
    from symproof.engines.stages import STAGES  # whose engines search in their turn

    inner = search.aside([row for row in STAGES[1] if row[1] is not increments])
    for total in _sums(facts, *pair):
        if total == large:
            continue  # which an induction is about
        lemma, bound = small <= total, st.Relation("<" if strict else "<=", total, large)
        proof = inner.prove(facts.extended([lemma]), bound)
        letters = [n for n in growing(lemma) if n not in total.low.free] if proof is not None else []
        found = next((found for n in letters if (found := induct(search, facts, lemma, n)) is not None), None)
        if proof is not None and found is not None:
            number = len(facts.props)
            both = sum_of_facts(number, number + 1)
            return ct.Have(lemma, found, ct.Have(bound, proof, both))
    return None


def _apart(facts: Facts, term: tm.Scalar) -> tuple[Place, Place] | None:
    """The two members of which a term is the distance."""
    match term:
        case tm.Elementary("abs", (inside,)) | tm.Norm(inside):
            found = list(dict.fromkeys(members(inside)))
        case _:
            return None
    for one, other in (found, found[::-1]) if len(found) == 2 else ():
        if type(one) is not type(other) or not isinstance(one, Place) or not isinstance(other, Place):
            continue
        if one.sequence == other.sequence and facts.evident(st.Relation(">=", one.index, other.index)):
            if _differs(facts, inside, one - other):  # type: ignore[operator]
                return one, other
    return None


def _differs(facts: Facts, inside: tm.Term, gap: tm.Term) -> bool:
    """Whether a term is a difference or its opposite."""
    try:
        return any(facts.evident(st.Relation("=", inside, side)) for side in (gap, -gap))  # type: ignore[operator]
    except NOT_NORMAL:
        return False


def _sums(facts: Facts, one: Place, other: Place) -> Iterator[tm.Sum]:
    """What the hypotheses bound the way from a member to a later one by."""
    for fact in facts.props:
        match fact:
            case st.Each(tm.Variable() as k, st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right)) if (
                tm.is_integer(k) and kind not in ("=", "!=")
            ):
                small, large = (right, left) if kind in (">", ">=") else (left, right)
            case _:
                continue
        inside = list(dict.fromkeys(members(small)))
        if len(inside) == 2 and all(getattr(place, "sequence", None) == one.sequence for place in inside):
            letter = fresh(k, names_in(one, other, *facts.props))
            yield tm.Sum(substitute(large, {k: letter}), letter, tm.scalar(other.index), tm.scalar(one.index) - ONE)

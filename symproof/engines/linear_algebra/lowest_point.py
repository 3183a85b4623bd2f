"""Where a quadratic function of a vector is least: of q |v|**2 + <l, v> + c, at v = -l/(2 q), for q > 0.

What is said of all v, F(p) <= F(v), at that point says q |p + l/(2 q)|**2 <= 0, so that p = -l/(2 q) is stated. Untrusted.

Limits: one letter, a multiple of its square that does not depend on it.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, state
from symproof.substitution import body_at, fresh, name_of, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

SECONDS = 1.0


def lowest_point(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with where a function is least of which a fact says that it is least at a letter."""
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Each(tm.VectorVariable(), st.Relation("<=", tm.Scalar() as least, tm.Scalar() as body), None, None):
                letters = [x for x in sorted(least.free & goal.free, key=str) if isinstance(x, tm.VectorVariable)]
                points = [x for x in letters if body_at(fact, x) == st.Relation("<=", least, least)]
                where = _lowest(facts, fact, body - least) if points else None
                if where is None or points[0] in where.free:
                    continue
                found = st.Relation("=", points[0], where)
                proof = None if found in facts.props else _proof(search, facts, number, found)
                if proof is not None:
                    return state([(found, proof)], search.go_on(lowest_point, facts.extended([found]), goal))
    return None


def _proof(search: Search, facts: Facts, number: int, found: st.Relation) -> Certificate | None:
    """That a function is least at a place alone, by what fact `number` says of it there: a length is at most 0."""
    fact, where = facts.props[number], found.right
    assert isinstance(fact, st.Each) and isinstance(found.left, tm.Vector) and isinstance(where, tm.Vector)
    at, gap = facts.extended([body_at(fact, where)]), tm.Norm(found.left - where) ** 2 <= ZERO
    inner = search.without(lowest_point, SECONDS)
    close = inner.prove(at, gap)
    same = inner.prove(at.extended([gap]), found) if close is not None else None
    return ct.Instance(number, where, ct.Have(gap, close, same)) if close and same else None


def _lowest(facts: Facts, fact: st.Each, gap: tm.Scalar) -> tm.Vector | None:
    """-l/(2 q) of a gap q |v|**2 + <l, v> + c, where q is known to be positive."""
    v = fresh(fact.symbol, {name_of(each) for prop in (fact, *facts.props) for each in prop.free})
    normalizer, written = facts.normalizer, Readback(facts.normalizer)
    try:
        slope = dict(normalizer.vector(tm.Gradient(substitute(gap, {fact.symbol: v}), v)))
        (own,) = normalizer.vector(v)
        if own not in slope:
            return None
        twice, rest = written.scalar(slope.pop(own)), written.vector(slope)
    except (*NOT_NORMAL, LookupError):
        return None
    if v in twice.free | rest.free or not facts.evident(twice > ZERO):
        return None
    return -rest / twice

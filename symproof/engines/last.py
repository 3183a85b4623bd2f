"""A range that is longer by its last index: what is known up to k, and at k + 1, is known up to k + 1."""

from __future__ import annotations

from symproof import certificate as ct
from symproof import statement as st
from symproof import term as tm
from symproof.certificate import Certificate
from symproof.engines.instances import candidates, members
from symproof.engines.search import Search
from symproof.facts import Facts
from symproof.substitution import substitute


def last_index(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """By cases: an index lies in the range of a fact, or it is the one after its end."""
    for fact in facts.props:
        if not isinstance(fact, st.Each) or fact.high is None:
            continue
        unbounded = st.Each(fact.symbol, fact.body, fact.low)
        for value in candidates(facts, unbounded, list(members(goal))):
            if not isinstance(value, tm.Scalar) or not isinstance(value, tm.Variable):
                continue
            inside, after = st.Relation("<=", value, fact.high), fact.high + 1
            if facts.evident(inside) or not facts.evident(st.Relation("<=", value, after)):
                continue
            others = [row for row in search.engines if row[1] is not last_index]
            inner = Search(search.deadline, others, search.depth, search.inductions, search.opposed, search.light)
            yes = inner.prove(facts.extended([inside]), goal)
            if yes is None:
                continue
            beyond = facts.extended([st.Relation(">", value, fact.high)])
            equal = st.Relation("=", value, after)
            there = substitute(goal, {value: after})
            proof = inner.prove(beyond.extended([equal]), there)
            no = None if proof is None else inner.prove(beyond.extended([equal, there]), goal)
            if proof is not None and no is not None:
                ends = ct.Between(ct.Evident(), ct.Evident())
                return ct.Cases(inside, yes, ct.Have(equal, ends, ct.Have(there, proof, no)))
    return None

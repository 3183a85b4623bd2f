"""Sums of the entries of a column, by induction over how many of them are taken.

In a claim about the x[i] for i = 1..n, a step from n to n + 1 would be one to another column. So the claim is shown of the
sums to k for all k <= n, by induction over k, and used at k = n. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import growing, step
from symproof.engines.search import Search
from symproof.errors import SymproofError
from symproof.substitution import fresh, names_in, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.integer_rules import without

SECONDS = 0.4


def bare_entries(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same in a moment, where nothing is known of each entry."""
    if any(isinstance(fact, st.Each) for fact in facts.props):
        return None
    return first_entries(search.without(bare_entries, SECONDS), facts, goal)


def first_entries(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal by induction over the number of entries, where it speaks of entries of as many as a letter says."""
    if search.inductions or not goal.mentions(tm.Entry) or not goal.mentions(tm.Sum):
        return None
    for n in growing(goal):
        low = facts.range(n).low
        sized = [x for x in goal.free if isinstance(x, tm.MatrixVariable) and n in x.rows.free | x.columns.free]
        if sized and low is not None:
            try:
                found = _by_length(search, facts, goal, n, int(low), sized)
            except SymproofError:  # what is left of the goal is no matrix without the size
                found = None
            if found is not None:
                return found
    return None


def _by_length(
    search: Search, facts: Facts, goal: st.Relation, n: tm.Variable, low: int, sized: list[tm.MatrixVariable]
) -> Certificate | None:
    taken = names_in(n, goal, *facts.props)
    size, k = fresh(n, taken), fresh(tm.Variable("k", "natural", least=low), taken)
    kept = {x: substitute(x, {n: size}) for x in sized}
    shorter = substitute(substitute(substitute(goal, kept), {n: k}), {size: n})
    assert isinstance(shorter, st.Relation)  # as the goal is
    claim = st.Implies(st.Relation("<=", k, n), shorter)
    proof = _by_induction(search, facts, claim, k, low)
    if proof is None:
        return None
    number = len(facts.props)
    used = ct.Instance(number, n, ct.Detach(number + 1, ct.Evident(), ct.Evident()))
    return ct.Have(st.Each(k, claim), ct.Suppose(proof), used)


def _by_induction(search: Search, facts: Facts, claim: st.Implies, k: tm.Variable, low: int) -> Certificate | None:
    """`k <= n implies shorter` for each k >= low."""
    search.inductions += 1
    try:
        others = without(facts, k)
        base = search.prove(others, substitute(claim, {k: tm.scalar(low)}))
        if base is None:
            return None
        then = substitute(claim, {k: k + 1})
        assert isinstance(then, st.Implies)  # as the claim is
        known = others.extended([st.Relation(">=", k, tm.scalar(low)), claim, then.left])
        if not known.evident(claim.left):
            return None
        rest = step(search, known.extended([claim.right]), then.right)
        number = len(others.props) + 1
        return None if rest is None else ct.Induction(k, low, base, ct.Suppose(ct.Detach(number, ct.Evident(), rest)))
    finally:
        search.inductions -= 1

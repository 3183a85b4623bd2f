"""Cases of a sum that may be empty: as its terms are divided by what has a value only if it has members, or as it starts at a
letter that may be beyond its end.

The shares a[j]/(a[1] + ... + a[n]) add up to 1 for n >= 1; what is said of them for every natural n is shown at n = 0 and from
n = 1 on. That binomial(k, m) for k = m..n add up to binomial(n + 1, m + 1) holds for n < m too, where both are 0. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.ring import carried
from symproof.engines.search import Search
from symproof.substitution import replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


def empty(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal where a sum has members, and where it has none."""
    return _by_letter(search, facts, goal) or _by_range(search, facts, goal)


def _by_letter(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same where the sum ends at a letter whose divisors are 0 without members."""
    for letter in dict.fromkeys(_ends(goal)):
        if letter not in goal.free or facts.range(letter).low != 0 or any(letter in fact.free for fact in facts.props):
            continue
        inner = search.without(empty)
        nothing = inner.prove(facts, substitute(goal, {letter: ZERO}))
        if nothing is None:
            continue
        general = st.Each(letter, goal, ONE, None)
        proof = inner.prove(facts, general)
        if proof is not None:
            step = ct.Instance(len(facts.props), letter + 1, ct.Evident())
            return ct.Have(general, proof, ct.Induction(letter, 0, nothing, step))
    return None


def _by_range(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation with a sum that starts at a letter: in order, and where it ends before it starts."""
    if goal.kind != "=" or not isinstance(goal.left, tm.Scalar) or search.inductions:
        return None
    inner = search.without(empty)
    for total in dict.fromkeys(goal.outer(tm.Sum)):
        starts, never = st.Relation("<=", total.low, total.high), st.Relation(">", total.low, total.high)
        if not total.low.free or any(map(facts.evident, (st.Relation("<=", total.low, total.high + 1), never))):
            continue
        known, zero = facts.extended([never]), st.Relation("=", total, ZERO)
        short = replaced(goal, {total: ZERO})
        nothing = inner.prove(known, zero)
        rest = None if nothing is None else inner.prove(known.extended([zero]), short)
        whole = known.extended([zero, short])
        used = None if rest is None else carried(whole, goal, short, len(whole.props) - 1)
        found = None if used is None else inner.prove(facts.extended([starts]), goal)
        if nothing is not None and rest is not None and used is not None and found is not None:
            return ct.Cases(starts, found, ct.Have(zero, nothing, ct.Have(short, rest, used)))
    return None


def _ends(term: tm.Term) -> Iterator[tm.Variable]:
    """The letters that are where sums end whose terms are divided by what is no number and does not speak of their index."""
    for each in term.subterms():
        match each:
            case tm.Sum(body, index, low, tm.Variable() as high) if low == ONE:
                divisors = (part.denominator for part in body.subterms() if isinstance(part, tm.Div))
                if any(d.free and index not in d.free for d in divisors):
                    yield high

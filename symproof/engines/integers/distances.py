"""Orders of what grows with n, for m <= n, by how much n is larger: m! <= n! is m! <= (m + d)! for each d, by induction over d.

What is proved for every d is used at n - m. Untrusted, as every engine.

Limits: what is known of n beside its size is not used.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import by_ratios, growing, induct
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search, sum_of_facts
from symproof.substitution import fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST = 2
"""Of the letters that n is compared with."""


def distances(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation of n and of a smaller whole number, for every distance between the two."""
    if search.inductions or not isinstance(goal.left, tm.Scalar):
        return None
    counted = (part.top for part in goal.subterms() if isinstance(part, tm.Binomial))
    letters = dict.fromkeys((*growing(goal), *(part for part in counted if isinstance(part, tm.Variable))))
    for n in (letter for letter in letters if letter in goal.free):
        for least in list(dict.fromkeys(_smaller(facts, goal, n)))[:MOST]:
            away = st.Relation(">=", n - least, ZERO)
            if (fits := ct.Evident() if facts.evident(away) else linear(search, facts, away)) is None:
                continue
            d = fresh(tm.Variable("d", "natural", least=0), names_in(goal, *facts.props))
            further = st.Each(d, substitute(goal, {n: least + d}))
            proof = _of_all(search, facts.extended([away]), further)
            if proof is not None:
                search.words.append("induction")
                number = len(facts.props) + 1
                last = ct.Instance(number, n - least, sum_of_facts(number + 1))
                return ct.Have(away, fits, ct.Have(further, proof, last))
    return None


def _of_all(search: Search, facts: Facts, claim: st.Each) -> Certificate | None:
    """A claim about each natural number, by one induction over it or over another letter that it grows with."""
    letter, inside = facts.opened(claim.symbol, claim.low, claim.high, claim.body)
    goal = substitute(claim.body, {claim.symbol: letter})
    assert isinstance(letter, tm.Variable) and isinstance(goal, st.Relation)  # as symbol and body are
    proof = induct(search.among(search.others("induction")), inside, goal, letter)
    proof = by_ratios(search, inside, goal) if proof is None else proof
    return None if proof is None else ct.Suppose(proof)


def _smaller(facts: Facts, goal: st.Relation, n: tm.Variable) -> Iterator[tm.Scalar]:
    """What a fact says to be at most n, with letters of the goal: m for m <= n, and m + 1 for m < n."""
    for fact in facts.props:
        ends = oriented(fact) if isinstance(fact, st.Relation) else None
        if ends is None or ends[1] != n:
            continue
        small, _, strict = ends
        if tm.is_integer(small) and small.free and n not in small.free and small.free <= goal.free:
            yield small + ONE if strict else small

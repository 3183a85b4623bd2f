"""Cases of a sum that may be empty: where its terms are divided by what has a value only if it has members.

The shares a[j]/(a[1] + ... + a[n]) add up to 1 for n >= 1; what is said of them for every natural n is shown at n = 0 and from
n = 1 on. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.substitution import substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


def empty(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal where a sum has members, and where it has none."""
    for letter in dict.fromkeys(_ends(goal)):
        if facts.range(letter).low != 0 or any(letter in fact.free for fact in facts.props):
            continue
        inner = search.among([row for row in search.engines if row[1] is not empty])
        nothing = inner.prove(facts, substitute(goal, {letter: ZERO}))
        if nothing is None:
            continue
        general = st.Each(letter, goal, ONE, None)
        proof = inner.prove(facts, general)
        if proof is not None:
            step = ct.Instance(len(facts.props), letter + 1, ct.Evident())
            return ct.Have(general, proof, ct.Induction(letter, 0, nothing, step))
    return None


def _ends(term: tm.Term) -> Iterator[tm.Variable]:
    """The letters that are where sums end whose terms are divided by what is no number and does not speak of their index."""
    match term:
        case tm.Sum(body, index, low, tm.Variable() as high) if low == ONE:
            divisors = (part.denominator for part in body.subterms() if isinstance(part, tm.Div))
            if any(d.free and index not in d.free for d in divisors):
                yield high
    for child in term.children():
        yield from _ends(child)

"""Signs of letters that follow from two facts at once, stated for the engines: y > 0 from x > 0 and x <= y."""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

KINDS = (">", "<", ">=", "<=")


def letters(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, once the signs of the letters are stated that hold at sight and that no range shows."""
    stated: list[st.Relation] = []
    unsigned = (letter for letter in goal.free if isinstance(letter, tm.Variable) and facts.sign(letter) in (-1, 0, 1))
    for letter in sorted(unsigned, key=str):
        for kind in KINDS:
            known = st.Relation(kind, letter, ZERO)
            if not facts.range(letter).satisfies(kind) and facts.evident(known):
                stated.append(known)
                break
    if not stated:
        return None
    rest = search.prove(facts.extended(stated), goal)
    if rest is None:
        return None
    for known in reversed(stated):
        rest = ct.Have(known, ct.Evident(), rest)
    return rest

"""Induction over Z/n from 0: what holds at 0, and at j + 1 where it holds at j, holds at every residue.

The other residues in the goal are generalised first, as the step needs them at other places: the claim that is carried
is `each(i, P(i, j))`. Facts about j are of no use in the step, and are dropped by the rule.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.substitution import substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.integer_rules import without


def around(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal by induction over one of its residues, where a fact about all residues may carry the step."""
    if search.inductions or not any(
        isinstance(fact, st.Each) or (isinstance(fact, st.Relation) and isinstance(fact.left, tm.Matrix))
        for fact in facts.props
    ):
        return None
    for letter in residues(goal):
        found = induct_around(search, facts, goal, letter)
        if found is not None:
            return found
    return None


def residues(goal: st.Prop) -> list[tm.ResidueVariable]:
    """The letters of the goal that stand for residues, by name."""
    return sorted((x for x in goal.free if isinstance(x, tm.ResidueVariable)), key=lambda letter: letter.name)


def induct_around(search: Search, facts: Facts, goal: st.Prop, j: tm.ResidueVariable) -> Certificate | None:
    """The goal by induction over j, the other residues in it generalised."""
    others = [letter for letter in residues(goal) if letter != j and letter.over == j.over]
    general = goal
    for letter in others:
        general = st.Each(letter, general)
    known = without(facts, j)
    search.inductions += 1
    try:
        base = search.try_out(known, substitute(general, {j: tm.ResidueNumber(0, j.over)}))
        if base is None:
            return None
        step = search.try_out(known.extended([general]), substitute(general, {j: j + 1}))
    finally:
        search.inductions -= 1
    if step is None:
        return None
    proof: Certificate = ct.CyclicInduction(j, base, step)
    if not others:
        return proof
    rest: Certificate = ct.Evident()
    for k in range(len(others) - 1, -1, -1):
        rest = ct.Instance(len(facts.props) + k, others[len(others) - 1 - k], rest)
    return ct.Have(general, proof, rest)

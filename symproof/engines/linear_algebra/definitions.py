"""Matrices that the facts define: of A = M.T @ M, a claim about numbers made of A is one about M.

What is proved of the defining term is carried back by congruence. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.ring import carried
from symproof.engines.search import Search
from symproof.substitution import substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.matrix_laws import INTENSIONAL


def definitions(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation of numbers, with a letter for a matrix replaced by what a fact says that it is."""
    if not isinstance(goal.left, tm.Scalar) or goal.mentions(*INTENSIONAL):
        return None
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Relation("=", tm.MatrixVariable() as letter, term) | st.Relation(
                "=", term, tm.MatrixVariable() as letter
            ) if letter in goal.free and letter not in term.free:
                pass
            case _:
                continue
        short = substitute(goal, {letter: term})
        assert isinstance(short, st.Relation)  # as the goal is
        proof = search.prove(facts, short)
        if proof is None:
            continue
        hole = tm.MatrixVariable(r"\square", *letter.shape)
        known = facts.extended([short])
        wraps = []
        for side in (goal.left, tm.scalar(goal.right)):
            open_side = tm.scalar(substitute(side, {letter: hole}))
            if hole in open_side.free:
                sides = (substitute(open_side, {hole: part}) for part in (fact.left, fact.right))
                wraps.append((hole, open_side))
                known = known.extended([st.Relation("=", *sides)])
        rest = carried(known, goal, short, len(facts.props))
        if rest is None:
            continue
        for hole, open_side in reversed(wraps):
            rest = ct.Congruence(number, hole, open_side, rest)
        return ct.Have(short, proof, rest)
    return None

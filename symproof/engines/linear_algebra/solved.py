"""Equations of vectors solved for one of them: a u = b v with a > 0 says u = (b/a) v, and then norms and products follow.

Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations, is_atom, occurs
from symproof.engines.search import Search, Step, state
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST = 3


def solved(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal, with the equations of vectors that are not solved for one yet."""
    stated: list[Step] = []
    for number, equation in equations(facts, vectors=True):
        if len(stated) == MOST or any(is_atom(a) and not occurs(a, b) for a, b in st.both_ways(equation)):
            continue
        try:
            found = _for_one(facts, number, equation)
        except (*NOT_NORMAL, LookupError):
            continue
        if found is not None and found[0] not in facts.props:
            stated.append(found)
    if not stated:
        return None
    rest = search.prove(facts.extended(prop for prop, _ in stated), goal)
    return state(stated, rest)


def _for_one(facts: Facts, number: int, equation: st.Relation) -> tuple[st.Prop, Certificate] | None:
    """The equation solved for a letter whose coefficient is seen not to be 0, the plainest first."""
    assert isinstance(equation.left, tm.Vector) and isinstance(equation.right, tm.Vector)  # by the filter
    normalizer, back = facts.normalizer, Readback(facts.normalizer)
    gap = normalizer.vector_difference(equation.left, equation.right)
    for atom in sorted(gap, key=lambda atom: (normalizer.ring.as_constant(gap[atom]) is None, -atom)):
        coefficient = back.scalar(gap[atom])
        if not facts.evident(st.Relation("!=", coefficient, ZERO)):
            continue
        others = {
            k: normalizer.ring.quotient(normalizer.ring.negative(c), gap[atom]) for k, c in gap.items() if k != atom
        }
        prop = st.Relation("=", back.vector_atom(atom), back.vector(others))
        return prop, ct.Combination((ct.Piece(ONE / coefficient, (number,)),))
    return None

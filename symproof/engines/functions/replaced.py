"""A letter under a function, where an equation says what it is: with x + y + z = pi, sin(z) is sin(pi - x - y).

The equation is solved for the letter, the goal is proved with its value in the place of it, and the normal form puts it in again.
Untrusted.

Limits: equations that are linear in the letter, with a number before it.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.laws import root_of
from symproof.engines.search import Search, state, sum_of_facts
from symproof.evaluation.truth import slope
from symproof.substitution import substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

CURVED = ("sin", "cos", "exp", "log")


def replaced(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal without the letters that equations give."""
    if goal.kind == "!=" or not isinstance(goal.left, tm.Scalar):
        return None
    without, solutions = goal, list[tuple[st.Relation, Certificate]]()
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Relation) and (found := _solved(fact, without)) is not None:
            solved, lead = found
            solutions.append((solved, ct.Combination((ct.Piece(tm.Number(1 / lead), (number,)),))))
            without = substitute(without, {solved.left: solved.right})
    if not solutions:
        return None
    known = facts.extended([solved for solved, _ in solutions])
    proof = search.without(replaced).prove(known, without)
    if proof is None:
        return None
    number = len(known.props)
    put_in = sum_of_facts(number, rewrites=tuple(range(len(facts.props), number))[::-1])
    return state([*solutions], ct.Have(without, proof, put_in))


def _solved(fact: st.Relation, goal: st.Relation) -> tuple[st.Relation, Fraction] | None:
    """An equation solved for a letter under a function of the goal, and the number before that letter."""
    if fact.kind != "=" or not isinstance(fact.left, tm.Scalar):
        return None
    gap = fact.left - tm.scalar(fact.right)
    curved = [part for part in goal.subterms() if tm.is_elementary(part, *CURVED)]
    for letter in sorted({x for part in curved for x in part.free} & fact.free, key=str, reverse=True):
        value = root_of(gap, letter) if isinstance(letter, tm.Variable) else None
        if value is not None and letter not in value.free and (lead := slope(gap, letter)):
            return st.Relation("=", letter, value), lead
    return None

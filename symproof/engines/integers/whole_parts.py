"""Whole parts of integers over a number, floor((n + 1)/3): for each remainder of n by 3 they are polynomials."""

from __future__ import annotations

from math import lcm

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.remainders import in_integers, letters_of, told_apart
from symproof.engines.search import Search
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST_CASES = 36


def whole_parts(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation that speaks of whole parts, for each remainder of the integers in them by the common denominator."""
    inside = [term.arg for term in goal.subterms() if isinstance(term, tm.Floor)]
    if not inside:
        return None
    try:
        read = [in_integers(facts, facts.normalizer.scalar(arg)) for arg in inside]
    except NOT_NORMAL:
        return None
    modulus = lcm(*(c.denominator for each in read for c in each.values()))
    scaled = [{monomial: c * modulus for monomial, c in each.items()} for each in read]
    letters = [letter for letter in letters_of(scaled, modulus) if letter in goal.free]
    if not letters or modulus ** len(letters) > MOST_CASES:
        return None
    return told_apart(facts, goal, modulus, letters, search.prove)

"""Facts that contradict each other at sight: an order, where its opposite is evident, too.

What is known of a number then lies between ends that have crossed, so |x| is read as x and as -x, and no engine that reads it in
one way need see the contradiction: x < y and |x - y| < (y - x)/2. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search, sum_of_facts
from symproof.substitution import body_at, open_symbol
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts, range_of


def at_odds(_: Search, facts: Facts, __: st.Relation) -> Certificate | None:
    """Any goal, where a strict order among the facts is one of them whose opposite is evident."""
    both = sum_of_facts(len(facts.props), len(facts.props) + 1)
    for fact in facts.props:
        if isinstance(fact, st.Relation) and fact.kind in ("<", ">") and isinstance(fact.left, tm.Scalar):
            opposite = st.negated(fact)
            if facts.evident(opposite):
                return ct.Absurd(ct.Have(fact, ct.Evident(), ct.Have(opposite, ct.Evident(), both)))
    return None


def excluded(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal a != b, or any goal, where a fact "c != d for each integer k" is at odds with the others and a = b."""
    if goal.kind != "!=":
        return _exists(search, facts, goal)
    if all(_excludes(fact) is None for fact in facts.props):
        return None
    same = st.Relation("=", goal.left, goal.right)
    proof = _exists(search, facts.extended([same]), goal)
    return None if proof is None else ct.Cases(same, proof, ct.Evident())


def _excludes(fact: st.Prop) -> st.Exists | None:
    """What a fact says that there is not, of integers."""
    match fact:
        case st.Each(tm.Variable() as k, st.Relation("!=", tm.Scalar() as left, right), low, high) if tm.is_integer(k):
            return st.Exists(k, st.Relation("=", left, right), low, high)
    return None


def _exists(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """Any goal, as there is what a fact excludes."""
    others = search.without(excluded)
    for number, fact in enumerate(facts.props):
        there_is = _excludes(fact)
        if there_is is None or there_is in facts.props or (proof := others.prove(facts, there_is)) is None:
            continue
        letter = open_symbol(
            there_is.symbol, there_is.low, there_is.high, (*facts.props, there_is, goal), (there_is.body,)
        )
        same = [*range_of(letter, there_is.low, there_is.high), body_at(there_is, letter)]
        known = len(facts.props) + 1 + len(same)
        odds = ct.Contrary(known, sum_of_facts(known - 1))
        return ct.Have(there_is, proof, ct.Obtain(len(facts.props), letter, ct.Instance(number, letter, odds)))
    return None

"""A claim for every place of a range, where a fact says it of all places but the last, or the first.

`P(j) for each j in 1..k + 1` from `P(j) for each j in 1..k` and P(k + 1): the step of an induction over the length of a
range. Untrusted: the cases are followed by the kernel.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.substitution import body_at
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts


def ends(search: Search, facts: Facts, goal: st.Each) -> Certificate | None:
    """A claim for each place of a range that is by one longer than the range of a fact: the last place, or the first,
    is proved apart."""
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Each) and (place := _beyond(facts, fact, goal)) is not None:
            last = search.prove(facts, body_at(goal, place))
            return None if last is None else _together(search, facts, goal, number, place, last)
    return None


def _beyond(facts: Facts, fact: st.Each, goal: st.Each) -> tm.Scalar | None:
    """The one place of the goal's range that is not in the fact's, which says the same."""
    if fact.low is None or fact.high is None or goal.low is None or goal.high is None:
        return None
    if body_at(fact, goal.symbol) != goal.body:
        return None
    try:
        gaps = [facts.normalizer.difference(*ends) for ends in ((fact.low, goal.low), (goal.high, fact.high))]
    except NOT_NORMAL:
        return None
    before, after = map(facts.normalizer.ring.as_constant, gaps)
    return {(0, 1): goal.high, (1, 0): goal.low}.get((before, after))  # type: ignore[arg-type]  # None is not in it


def _together(
    search: Search, facts: Facts, goal: st.Each, number: int, place: tm.Scalar, last: Certificate
) -> Certificate | None:
    fact = facts.props[number]
    assert isinstance(fact, st.Each)  # as its number is that of one
    at_place = body_at(goal, place)
    letter, inside = facts.extended([at_place]).opened(goal.symbol, goal.low, goal.high, goal.body)
    assert isinstance(letter, tm.Scalar)  # as the range is one of integers
    own = body_at(goal, letter)
    equal = st.Relation("=", letter, place)
    elsewhere = st.Relation("<" if place is goal.high else ">", letter, place)
    there = search.prove(inside.extended([elsewhere, body_at(fact, letter)]), own)
    opposite = st.Relation(st.NEGATED[elsewhere.kind], letter, place)
    here = _at_the_end(search, inside.extended([opposite, equal]), own, at_place)
    if there is None or here is None:
        return None
    cases = ct.Cases(elsewhere, ct.Instance(number, letter, there), ct.Have(equal, ct.Evident(), here))
    return ct.Have(at_place, last, ct.Suppose(cases))


def _at_the_end(search: Search, facts: Facts, own: st.Prop, at_place: st.Prop) -> Certificate | None:
    """What is said of a letter from what is said at the place that it is; a premise there from the premise here."""
    if isinstance(own, st.Implies) and isinstance(at_place, st.Implies):
        inside = facts.extended([own.left])
        premise = search.prove(inside, at_place.left)
        rest = None if premise is None else search.prove(inside.extended([at_place.right]), own.right)
        if premise is not None and rest is not None:
            return ct.Suppose(ct.Detach(facts.props.index(at_place), premise, rest))
    return search.prove(facts, own)

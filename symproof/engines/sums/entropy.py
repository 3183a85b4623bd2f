"""Sums of weighted logarithms, by tangents: entropies, cross entropies and divergences.

For weights w >= 0 of the terms, log u <= log m + u/m - 1 and log u >= log m + 1 - m/u at any place m > 0 are added up.
The places are 1 and those of the logarithms beside the sums; two logarithms of one weight are that of a quotient.
Source: Cover, Thomas, "Elements of Information Theory", 2006, section 2.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.instances import stated
from symproof.engines.logic.schemas import Instances
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.multiplier import multiplier
from symproof.engines.polynomials.readback import in_normal_form
from symproof.engines.search import Search, Wrap, closed, sum_of_facts
from symproof.engines.sums.termwise import NOT_INSIDE
from symproof.functions import log
from symproof.substitution import fresh, names_in, replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts

DEEPEST, MOST_TERMS, MOST_PLACES = 2, 4, 4
LAW = "log_below_tangent_at"
Weighted = tuple[tm.Sum, tm.Scalar, tm.Scalar]
"""A sum, what stands in a logarithm in its terms, and the weight of that."""


def entropy(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between sums of weighted logarithms and what stands beside them."""
    if oriented(goal) is None or search.depth > DEEPEST:
        return None
    sums = list(dict.fromkeys(goal.outer(tm.Sum)))
    if sums:  # sum(log a) = 0 says something of sum(a)
        said = (fact for fact in facts.props if isinstance(fact, st.Relation) and isinstance(fact.left, tm.Scalar))
        sums += [total for fact in said for total in fact.outer(tm.Sum) if total not in sums]
    weighted = list(_weighted(facts, sums))[:MOST_TERMS]
    if not weighted:
        return None
    places = [place for place in _places(goal) if facts.evident(st.Relation(">", place, ZERO))][:MOST_PLACES]
    letter = fresh(tm.Variable("m", sign="positive"), names_in(goal, *facts.props))
    wraps: list[Wrap] = []
    others = search.others(entropy, *NOT_INSIDE)
    valued = dict.fromkeys(prop for total, inside, _ in weighted for prop in _values(total, inside))
    for prop in valued:  # where logarithms and quotients have values
        if not facts.evident(prop) and (proof := search.among(others).prove(facts, prop)) is not None:
            wraps.append(partial(ct.Have, prop, proof))
            facts = facts.extended([prop])
    for total, inside, weight in weighted:
        for low, high in ((inside, letter), (letter, inside)):  # log(low) <= log(high) + low/high - 1
            body = weight * (log(high) + low / high - ONE - log(low))
            claim = st.Each(letter, st.Relation("<=", ZERO, tm.Sum(body, total.index, total.low, total.high)))
            number = len(facts.props)
            wraps.append(partial(ct.Have, claim, ct.Suppose(_added(facts, total, body, (low, high), weight))))
            wraps += [partial(ct.Instance, number, place) for place in places]
            facts = facts.extended([claim, *(substitute(claim.body, {letter: place}) for place in places)])
    rest = search.among(others).prove(facts, goal)
    if rest is None:
        return None
    search.words.append("entropy")
    return closed(wraps, rest)


def _added(
    facts: Facts, total: tm.Sum, body: tm.Scalar, values: tuple[tm.Scalar, tm.Scalar], weight: tm.Scalar
) -> Certificate:
    """A proof that the terms of a sum are not negative, so that the sum is not either."""
    ends = (total.index, total.low, total.high)
    letter, inside = _opened(facts, total, body)
    low, high, times = (substitute(term, {total.index: letter}) for term in (*values, weight))
    law = ct.Law(LAW, (low, high), ct.Combination((ct.Piece(times, (len(inside.facts.props),)),)))
    term = closed(inside.wraps, law)
    rest = sum_of_facts(len(facts.props))
    return ct.Termwise("<=", tm.Sum(ZERO, *ends), tm.Sum(body, *ends), term, rest)


def _values(total: tm.Sum, inside: tm.Scalar) -> tuple[st.Prop, ...]:
    """The conditions under which the tangents of what stands in a logarithm have values, for each index of a sum."""
    body = tm.Sum(log(inside) + ONE / inside, total.index, total.low, total.high)
    return definedness(st.Relation("=", body, ZERO))


def _opened(facts: Facts, total: tm.Sum, body: tm.Scalar) -> tuple[tm.Term, Instances]:
    """A letter for the index of a sum, and the facts with its range and with what those on all indices say of it."""
    letter, inside = facts.opened(total.index, total.low, total.high, body)
    return letter, stated(inside, st.Relation("<=", ZERO, tm.scalar(substitute(body, {total.index: letter}))))


def _weighted(facts: Facts, sums: list[tm.Sum]) -> Iterator[Weighted]:
    """What stands in the logarithms of sums, quotients first."""
    found: list[Weighted] = []
    for total in sums:
        letter, opened = _opened(facts, total, total.body)
        inside = opened.facts
        for part in dict.fromkeys(total.body.outer(tm.Elementary)):
            weight = _weight(inside, total, part, letter) if part.function == "log" else None
            if weight is not None:
                found.append((total, part.args[0], weight))
    for (total, one, weight), (other, two, same) in combinations(found, 2):
        there = {other.index: total.index}
        ends = ((total.low, other.low), (total.high, other.high), (weight, substitute(same, there)))
        if all(first == second for first, second in ends):
            yield total, one / substitute(two, there), weight
    yield from found


def _weight(inside: Facts, total: tm.Sum, part: tm.Scalar, letter: tm.Term) -> tm.Scalar | None:
    """What a part of the terms of a sum is multiplied by, without its sign, where that is known."""
    mark = fresh(tm.Variable("y"), names_in(total, *inside.props))
    body = tm.scalar(substitute(replaced(total.body, {part: mark}), {total.index: letter}))
    weight, normalizer = multiplier(inside, body - substitute(body, {mark: ZERO}), mark), inside.normalizer
    if weight is None:
        return None
    try:
        either = [in_normal_form(normalizer, times) for times in (weight, -weight)]
    except (*NOT_NORMAL, LookupError):
        return None
    known = (substitute(times, {letter: total.index}) for times in either if inside.evident(times >= 0))
    return None if any(part.function == "log" for part in either[0].outer(tm.Elementary)) else next(known, None)


def _places(goal: st.Relation) -> Iterator[tm.Scalar]:
    """Where tangents are drawn."""
    args = [part.args[0] for part in goal.outer(tm.Elementary) if part.function == "log"]
    yield from dict.fromkeys(place for arg in args for place in (arg, ONE / arg))
    yield ONE

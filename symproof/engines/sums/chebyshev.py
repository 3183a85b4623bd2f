"""Chebyshev's inequality for sums: n sum(a b) >= sum(a) sum(b), where a and b grow together, and <= where one grows as the other
falls.

Each product (a[j] - a[k])*(b[j] - b[k]) has one sign, so the sum of all of them does, and that is twice the difference. That
a[j] <= a[k] for j <= k is proved on its own, by induction where only neighbours are compared. Untrusted.

Source: Hardy, Littlewood, Polya, Inequalities, 1934, section 2.17.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search, sum_of_facts
from symproof.engines.sums.lengths import lengths
from symproof.substitution import body_at, fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

ORDERS = ("<=", ">=")
QUICK = ("ring", "positivity", "linear")


def chebyshev(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between the sum of products and the product of the sums."""
    if goal.kind not in ORDERS or search.inductions:
        return None
    for one, other in _factors(facts, goal):
        first = _kind(search, facts, one)
        second = None if first is None else _kind(search, facts, other)
        if first is not None and second is not None:
            found = _by_pairs(search, facts, goal, (one, first), (other, second))
            if found is not None:
                search.words.append("chebyshev")
                return found
    return None


def _factors(facts: Facts, goal: st.Relation) -> Iterator[tuple[tm.Sum, tm.Sum]]:
    """Two sums over one range, beside the sum of the products of their terms."""
    sums = [total for total in dict.fromkeys(goal.outer(tm.Sum)) if total.index not in total.low.free | total.high.free]
    for one, other in combinations(sums, 2):
        if (one.low, one.high) != (other.low, other.high):
            continue
        letter, inside = facts.opened(one.index, one.low, one.high, one.body)
        both = _at(one, letter) * _at(other, letter)
        for total in sums:
            try:
                gap = inside.normalizer.difference(_at(total, letter), both)
            except NOT_NORMAL:
                continue
            if (total.low, total.high) == (one.low, one.high) and inside.normalizer.ring.is_zero(gap):
                yield one, other


def _at(total: tm.Sum, place: tm.Term) -> tm.Scalar:
    return tm.scalar(body_at(total, place))


def _kind(search: Search, facts: Facts, total: tm.Sum) -> str | None:
    """Whether the terms of a sum grow (<=) or fall (>=) from each to the next."""
    from symproof.engines.stages import LIGHT  # whose engines search in their turn

    quick = search.among([("linear", linear), *LIGHT])
    letter, inside = facts.opened(total.index, total.low, total.high, total.body)
    assert isinstance(letter, tm.Scalar)  # as the index of a sum of numbers is
    steps = ((kind, st.Relation(kind, _at(total, letter), _at(total, letter + ONE))) for kind in ORDERS)
    return next((kind for kind, step in steps if quick.prove(inside, step) is not None), None)


def _by_pairs(
    search: Search, facts: Facts, goal: st.Relation, one: tuple[tm.Sum, str], other: tuple[tm.Sum, str]
) -> Certificate | None:
    """The goal from the sum of (a[j] - a[k])*(b[j] - b[k]) over all pairs."""
    (a, up), (b, along) = one, other
    names = names_in(goal, *facts.props)
    j = fresh(a.index, names)
    k = fresh(a.index, {*names, j.name})
    both = st.And((st.Relation(up, _at(a, j), _at(a, k)), st.Relation(along, _at(b, j), _at(b, k))))
    lemma = st.Each(j, st.Each(k, st.Implies(st.Relation("<=", j, k), both), a.low, a.high), a.low, a.high)
    apart = (_at(a, j) - _at(a, k)) * (_at(b, j) - _at(b, k))
    outer = tm.Sum(tm.Sum(-apart if up == along else apart, k, a.low, a.high), j, a.low, a.high)
    below = facts.extended([lemma, st.Relation("<=", outer, _nothing(outer))])
    rest = search.aside(search.named(*QUICK)).prove(below, goal)
    proof = None if rest is None else _ordered(search, facts, lemma)
    if rest is None or proof is None:
        return None
    known = facts.extended([lemma])
    first, inside = known.opened(j, a.low, a.high, outer.body, ZERO)
    row = substitute(outer.body, {j: first})
    assert isinstance(row, tm.Sum)  # as the terms of the double sum are
    second, within = inside.opened(k, a.low, a.high, row.body, ZERO)
    cases = (_of_two(len(facts.props), len(within.props) + 1, *places) for places in ((first, second), (second, first)))
    pair = ct.Cases(st.Relation("<=", first, second), *cases)
    by_row = ct.Termwise("<=", row, _nothing(row), pair, sum_of_facts(len(inside.props)))
    return ct.Have(lemma, proof, ct.Termwise("<=", outer, _nothing(outer), by_row, rest))


def _nothing(total: tm.Sum) -> tm.Sum:
    return tm.Sum(ZERO, total.index, total.low, total.high)


def _ordered(search: Search, facts: Facts, lemma: st.Each) -> Certificate | None:
    """What is said of any two places, by induction over the steps between them."""
    from symproof.engines.stages import LIGHT  # whose engines search in their turn

    return search.among([("linear", linear), *LIGHT, ("induction", lengths)]).prove(facts, lemma)


def _of_two(lemma: int, number: int, first: tm.Term, second: tm.Term) -> Certificate:
    """The sign of the product at two places, the first not after the second; facts of `number` and on are still to come."""
    product = ct.Combination((ct.Piece(ONE, (number + 2, number + 3)),))
    detached = ct.Detach(number + 1, ct.Evident(), product)
    return ct.Instance(lemma, first, ct.Instance(number, second, detached))

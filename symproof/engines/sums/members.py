"""A sum of what is not negative is at least each of its members, and each sum over a part of its range.

sum(p(t), 1..n) = sum(1..a - 1) + sum(a..b) + sum(b + 1..n), and the first and the last are >= 0. The parts that are tried are
those that the goal speaks of: the ranges of its other sums, and the places of members that look like the sum's. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search, closed, in_turn, state, sum_of_facts
from symproof.engines.sums.termwise import termwise
from symproof.substitution import body_at, fresh, name_of, names_in, replaced
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST, DEEPEST = 4, 2
Part = tuple[tm.Scalar, tm.Scalar]


def members(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, knowing that sums are at least parts of themselves."""
    if oriented(goal) is None or search.depth > DEEPEST:
        return None
    places = [goal, *(fact for fact in facts.props if isinstance(fact, st.Relation))]
    sums = list(dict.fromkeys(total for place in places for total in place.outer(tm.Sum)))
    tried = [(total, part) for total in sums for part in _parts(goal, total, sums)]
    if not tried:
        return None
    inner = search.among([*search.others(members, termwise), ("termwise", termwise)])
    for total, part in tried[:MOST]:
        found = _with_part(inner, facts, goal, total, part)
        if found is not None:
            search.words += inner.words
            return found
    return None


def _with_part(search: Search, facts: Facts, goal: st.Relation, total: tm.Sum, part: Part) -> Certificate | None:
    low, high = part
    written = total
    taken = names_in(low, high)
    if name_of(total.index) in taken:  # a split speaks of the place outside of the sum
        index = fresh(total.index, taken | names_in(total))
        total = tm.Sum(body_at(total, index), index, total.low, total.high)
    orders = (st.Relation("<=", total.low, low), st.Relation("<=", low, high + 1), st.Relation("<=", high, total.high))
    if not all(map(facts.evident, orders)):
        return None

    def over(first: tm.Scalar, last: tm.Scalar) -> tm.Sum:
        return tm.Sum(total.body, total.index, first, last)

    middle = over(low, high)
    inside: tm.Scalar = body_at(total, low) if low == high else middle
    ends = over(total.low, low - 1), over(high + 1, total.high)
    strict = [facts.evident(st.Relation(">", end, ZERO)) for end in ends]
    bound = st.Relation(">" if any(strict) else ">=", total, inside)
    # total = first + (middle + last), the one fact at a time that each split states.
    after = over(low, total.high)
    splits = [(total, low - 1), (after, high)]
    known = facts.extended([st.Relation("=", total, ends[0] + after), st.Relation("=", after, middle + ends[1])])
    signs = [st.Relation(">" if above else ">=", end, ZERO) for end, above in zip(ends, strict, strict=True)]
    if (shown := in_turn(search, known, signs)) is None:
        return None
    rest = _instead(search, facts, goal, written, bound) or search.prove(facts.extended([bound]), goal)
    if rest is None:
        return None
    number = len(facts.props)
    added = sum_of_facts(*range(number, number + 4))
    proof = closed([partial(ct.SplitAt, *split) for split in splits], state(shown, added))
    return ct.Have(bound, proof, rest)


def _instead(search: Search, facts: Facts, goal: st.Relation, total: tm.Sum, bound: st.Relation) -> Certificate | None:
    """The goal from what it says of the smaller thing, once the bound is a fact."""
    facts = facts.extended([bound])
    said = replaced(goal, {total: bound.right})
    assert isinstance(said, st.Prop)  # as the goal is
    proof = search.prove(facts, said)
    if proof is None:
        return None
    quick = search.aside(search.named("positivity", "linear"))
    rest = quick.prove(facts.extended([said]), goal)
    return None if rest is None else ct.Have(said, proof, rest)


def _parts(goal: st.Relation, total: tm.Sum, sums: list[tm.Sum]) -> Iterator[Part]:
    """Parts of the range of a sum that the goal speaks of."""
    for other in sums:
        if (other.low, other.high) != (total.low, total.high):
            yield other.low, other.high
    held = {whole for whole, _ in _members(total.body)}
    for whole, index in dict.fromkeys(_members(goal)):
        if whole in held and isinstance(index, tm.Scalar):
            yield index, index


def _members(term: tm.Term) -> Iterator[tuple[tm.Term, tm.Term]]:
    """Members of sequences and entries of matrices outside of what binds: what they are of, and their indices."""
    match term:
        case tm.ScalarAt(sequence, index):
            yield sequence, index
        case tm.Entry(matrix, row, column):
            yield matrix, row
            if not matrix.is_column:
                yield matrix, column
    if not term.binders:
        for child in term.children():
            yield from _members(child)

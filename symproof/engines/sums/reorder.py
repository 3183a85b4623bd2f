"""Sums run through in another order: double sums exchanged, sums over Z/n shifted or reflected, compared term by term.

The sums in left - right are brought together: one is rewritten until it is another, by the change of index that makes
something indexed in it (an entry, a member) something indexed in the other. Sums that stay apart are aligned in the
same way, put under one sign, and shown to be zero term by term. So A (B C) = (A B) C, the trace of A B is that of B A,
and two circulants commute.

Limits: the two outermost sums of a nest are exchanged, no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.entries import inside
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search, Wrap
from symproof.substitution import body_at, fresh, names_in
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Frozen, Quotient

MOST_SUMS, MOST_ALIGNMENTS = 6, 8
KINDS = ("cyclic", "sum")


@dataclass(frozen=True, slots=True)
class Move:
    """A fact about sums, how to state it, and the normal form of its right side."""

    wrap: Wrap
    fact: st.Relation
    value: Quotient


def reorder(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation between scalars that holds sums, by changing the order of summation."""
    if goal.kind != "=" or not isinstance(goal.left, tm.Scalar) or not isinstance(goal.right, tm.Scalar):
        return None
    normalizer = facts.normalizer
    try:
        value = normalizer.difference(goal.left, goal.right)
        sums = _sums(normalizer, value)
        if not sums or len(sums) > MOST_SUMS:
            return None
        merged, apart = _merged(normalizer, sums)
        found = _closed(search, facts, goal, merged) if merged else None
        if found is None and apart:
            found = _termwise(search, facts, goal, value, merged, apart)
        return found
    except (*NOT_NORMAL, LookupError):
        return None


def _sums(normalizer: Normalizer, value: Quotient) -> list[int]:
    return [number for number in normalizer.ring.generators(value) if normalizer.atoms[number][0] in KINDS]


def _closed(search: Search, facts: Facts, goal: st.Relation, moves: list[Move]) -> Certificate | None:
    """The goal by algebra from the facts that the moves state."""
    rest = ring(search, facts.extended(move.fact for move in moves), goal)
    if rest is None:
        return None
    for move in reversed(moves):
        rest = move.wrap(rest)
    return rest


def _merged(normalizer: Normalizer, sums: list[int]) -> tuple[list[Move], list[int]]:
    """Moves that make sums out of other sums, and the sums that are left apart."""
    found: list[Move] = []
    apart: list[int] = []
    waiting = list(sums)
    while waiting:
        number = waiting.pop()
        others = {*waiting, *apart}
        way = _way(normalizer, number, others)
        if way is None:
            apart.append(number)
        found += way or []
    return found, apart


def _way(normalizer: Normalizer, number: int, others: set[int]) -> list[Move] | None:
    """Moves from one sum to sums among the others: one move, or an exchange and then one."""
    exchanges = list(_exchanged(normalizer, number))
    shifts = [move for other in others for move in _shifted(normalizer, number, other)]
    for move in (*shifts, *exchanges):
        if set(_sums(normalizer, move.value)) <= others:
            return [move]
    for move in exchanges:
        for between in _sums(normalizer, move.value):
            for other in others:
                for second in _shifted(normalizer, between, other):
                    if set(_sums(normalizer, second.value)) <= others:
                        return [move, second]
    return None


# Moves ------------------------------------------------------------------------------------------------


def _exchanged(normalizer: Normalizer, number: int) -> Iterator[Move]:
    """A sum of sums in the other order."""
    outer = Readback(normalizer).atom(number)
    assert isinstance(outer, (tm.Sum, tm.CyclicSum))  # as such an atom reads
    factors = outer.body.args if isinstance(outer.body, tm.Mul) else (outer.body,)
    for k, inner in enumerate(factors):
        if not isinstance(inner, (tm.Sum, tm.CyclicSum)) or _speaks(inner, outer.index) or _speaks(outer, inner.index):
            continue
        rest = (*factors[:k], *factors[k + 1 :], inner.body)
        body = tm.product_of(rest)
        double = _over(outer, _over(inner, body))
        swapped = _over(inner, _over(outer, body))
        assert isinstance(double, (tm.Sum, tm.CyclicSum))  # as it was made
        yield Move(partial(ct.Exchanged, double), st.Relation("=", double, swapped), normalizer.scalar(swapped))


def _speaks(total: tm.Sum | tm.CyclicSum, letter: tm.Term) -> bool:
    """Whether the range of a sum speaks of a letter."""
    bounds: tuple[tm.Term, ...] = (total.low, total.high) if isinstance(total, tm.Sum) else (total.index.over,)
    return any(letter in bound.free for bound in bounds)


def _over(total: tm.Sum | tm.CyclicSum, body: tm.Scalar) -> tm.Scalar:
    if isinstance(total, tm.Sum):
        return tm.Sum(body, total.index, total.low, total.high)
    return tm.CyclicSum(body, total.index)


def _shifted(normalizer: Normalizer, number: int, other: int) -> Iterator[Move]:
    """A sum over Z/n with its index changed, so that something in it stands at its place in another sum."""
    if normalizer.atoms[number][0] != "cyclic" or normalizer.atoms[other][0] != "cyclic" or number == other:
        return
    total = Readback(normalizer).atom(number)
    assert isinstance(total, tm.CyclicSum)  # as such an atom reads
    for sign, shift in _changes(normalizer, number, other):
        place = Readback(normalizer).index(normalizer.ring.thaw(shift), total.index.over)
        new = place - total.index if sign < 0 else place + total.index
        changed = tm.CyclicSum(body_at(total, new), total.index)
        move = partial(ct.Reindexed, total, place, sign < 0)
        yield Move(move, st.Relation("=", total, changed), normalizer.scalar(changed))


def _changes(normalizer: Normalizer, number: int, other: int) -> list[tuple[int, Frozen]]:
    """(sign, c) such that with k = sign * k' + c something indexed by k in one sum is something by k' in the other."""
    found: list[tuple[int, Frozen]] = []
    for ours, theirs in product(_lines(normalizer, number), _lines(normalizer, other)):
        (what, slope, rest), (its_what, its_slope, its_rest) = ours, theirs
        if what == its_what:
            ring = normalizer.ring
            gap = ring.multiply(ring.constant(slope), ring.subtract(its_rest, rest))
            found.append((slope * its_slope, ring.freeze(gap)))
    return list(dict.fromkeys(found))


def _lines(normalizer: Normalizer, number: int) -> Iterator[tuple[Any, int, Quotient]]:
    """What is indexed in a sum by its own letter, as (what, +-1, the rest of the index)."""
    ring = normalizer.ring
    _, depth, unit, _ = normalizer.atoms[number]
    letter, own = normalizer.bound_letter(depth, natural=False)
    for place in inside(normalizer, ring.thaw(unit)):
        for k, frozen in enumerate(place.indices):
            index = ring.thaw(frozen)
            slope = dict(ring.numerator_terms(index)).get(((letter, 1),))
            if slope is None or abs(slope) != 1:
                continue
            rest = ring.subtract(index, ring.scale(own, slope))
            if not any(normalizer.open_letters(atom) for atom in ring.generators(rest)):
                yield (place.what, k), int(slope.p), rest


# Term by term -----------------------------------------------------------------------------------------


def _termwise(
    search: Search, facts: Facts, goal: st.Relation, value: Quotient, merged: list[Move], apart: list[int]
) -> Certificate | None:
    """Sums over one Z/n under one sign, aligned, and zero at each index."""
    normalizer = facts.normalizer
    first = apart[0]
    if any(normalizer.atoms[number][0] != "cyclic" or normalizer.atoms[number][3] != normalizer.atoms[first][3]
           for number in apart):  # fmt: skip
        return None
    ways: list[list[Move | None]] = [[None, *_shifted(normalizer, number, first)] for number in apart[1:]]
    reduced = _after(normalizer, value, merged)
    taken = names_in(goal, *facts.props)
    for chosen in list(product(*ways))[:MOST_ALIGNMENTS]:
        moves = [*merged, *(move for move in chosen if move is not None)]
        body = _one_body(normalizer, _after(normalizer, reduced, [move for move in chosen if move is not None]), taken)
        if body is None:
            continue
        total, zero = body, tm.CyclicSum(ZERO, body.index)
        letter, opened = facts.opened(total.index, None, None, total.body, ZERO)
        proof = search.try_out(opened, st.Relation("=", body_at(total, letter), ZERO))
        if proof is None:
            continue
        fact = st.Relation("=", total, zero)
        last = Move(partial(ct.Termwise, "=", total, zero, proof), fact, normalizer.ring.constant(0))
        found = _closed(search, facts, goal, [last, *moves])
        if found is not None:
            return found
    return None


def _after(normalizer: Normalizer, value: Quotient, moves: Iterable[Move]) -> Quotient:
    """A value with the sums that moves rewrite replaced."""
    for move in moves:
        assert isinstance(move.fact.left, tm.Scalar)  # a sum
        number = normalizer.single(normalizer.scalar(move.fact.left))
        if number is not None:
            value = normalizer.reduce(normalizer.ring.compose(value, {number: move.value}))
    return value


def _one_body(normalizer: Normalizer, value: Quotient, taken: set[str]) -> tm.CyclicSum | None:
    """The sums in a value under one sign; None where one does not stand alone in its term."""
    ring = normalizer.ring
    if value.den is not None:
        return None
    number, place = normalizer.placeholder(natural=False)
    body, extent = ring.constant(0), None
    for monomial, coefficient in ring.numerator_terms(value):
        sums = [(k, power) for k, power in monomial if normalizer.atoms[k][0] in KINDS]
        if not sums:
            continue
        key = normalizer.atoms[sums[0][0]]
        if len(sums) > 1 or sums[0][1] > 1 or key[0] != "cyclic" or extent not in (None, key[3]):
            return None
        extent = key[3]
        bound, _ = normalizer.bound_letter(key[1], natural=False)
        unit = normalizer.replace(ring.thaw(key[2]), {bound: place})
        factor = ring.from_terms([(tuple(part for part in monomial if part[0] != sums[0][0]), coefficient)])
        body = ring.add(body, ring.multiply(factor, unit))
    if extent is None:
        return None
    letter: tm.ResidueVariable = fresh(
        tm.ResidueVariable("k", tm.Cyclic(Readback(normalizer).scalar(ring.thaw(extent)))), taken
    )
    return tm.CyclicSum(Readback(normalizer, {number: letter}).scalar(normalizer.reduce(body)), letter)

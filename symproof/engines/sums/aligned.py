"""Sums, and products factor by factor, over the same terms up to a shift, cut to the range that they share: the product of
x - (4*k + 2) over 0..n is x - 2 times that of x - (4*k + 6) over 0..n - 1.

Each is split where the other begins and ends, at most `LONGEST` terms from an end; normal forms see that what is left is the
same. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search, closed
from symproof.substitution import body_at
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

LONGEST, MOST = 4, 8
Ranged = tm.Sum | tm.Product
Split = tuple[Ranged, tm.Scalar, st.Relation]


def aligned(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with sums and products cut to what others have of them."""
    whole = list(dict.fromkeys(part for total in _ranged(goal) for part in _factors(total)))
    if not 2 <= len(whole) <= MOST:
        return None
    splits: list[Split] = []
    for first, second in combinations(whole, 2):
        try:
            gaps = _gaps(facts, first, second)
        except NOT_NORMAL:
            continue
        if gaps is None:
            continue
        below, above = gaps
        splits += [*_cut(facts, first, below, above), *_cut(facts, second, -below, -above)] if below or above else []
    if not splits or any(stated in facts.props for *_, stated in splits):
        return None
    proof = search.go_on(aligned, facts.extended(stated for *_, stated in splits), goal)
    return closed([partial(ct.SplitAt, total, place) for total, place, _ in splits], proof)


def _ranged(term: tm.Term) -> Iterator[Ranged]:
    """The sums and products over ranges in a term, outside of binders."""
    if isinstance(term, Ranged):
        yield term
    if not term.binders:
        for child in term.children():
            yield from _ranged(child)


def _factors(total: Ranged) -> Iterator[Ranged]:
    """A product for each factor of its terms that speaks of the index; a sum as it is."""
    if isinstance(total, tm.Product) and isinstance(total.body, tm.Mul):
        for factor in total.body.args:
            if total.index in factor.free:
                yield tm.Product(factor, total.index, total.low, total.high)
    else:
        yield total


def _gaps(facts: Facts, first: Ranged, second: Ranged) -> tuple[int, int] | None:
    """How many terms more the first has below and above, where a shift makes its terms those of the second."""
    if type(first) is not type(second):
        return None
    algebra = facts.normalizer.ring
    own = body_at(second, first.index)
    for shift in sorted(range(-LONGEST, LONGEST + 1), key=abs):
        moved = body_at(first, first.index + shift) if shift else first.body
        if algebra.is_zero(facts.normalizer.difference(moved, own)):
            break
    else:
        return None
    ends = [
        algebra.as_constant(facts.normalizer.difference(high, low))
        for high, low in ((second.low + shift, first.low), (first.high, second.high + shift))
    ]
    whole = [int(end) for end in ends if end is not None and end.denominator == 1 and abs(end) <= LONGEST]
    return (whole[0], whole[1]) if len(whole) == 2 else None


def _cut(facts: Facts, total: Ranged, below: int, above: int) -> Iterator[Split]:
    """A sum without its first and its last terms, where it is to be cut there."""
    if below > 0:
        place = total.low + tm.Number(Fraction(below - 1))
        split = _split(facts, total, place)
        if split is None:
            return
        yield split
        total = type(total)(total.body, total.index, place + 1, total.high)
    if above > 0 and (split := _split(facts, total, total.high - tm.Number(Fraction(above)))) is not None:
        yield split


def _split(facts: Facts, total: Ranged, place: tm.Scalar) -> Split | None:
    ends = st.Relation("<=", total.low, place + 1), st.Relation("<=", place, total.high)
    if not all(map(facts.evident, ends)):
        return None
    before, after = (
        type(total)(total.body, total.index, low, high) for low, high in ((total.low, place), (place + 1, total.high))
    )
    both = before * after if isinstance(total, tm.Product) else before + after
    return total, place, st.Relation("=", total, both)

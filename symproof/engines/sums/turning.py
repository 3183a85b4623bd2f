"""Sums of |k - n|, max(k, n) and min(k, n): split where the sign turns, and without them on either side.

The difference that is compared is linear in the index with slope 1 or -1; it is 0 at an integer place p, not above 0 before
it and not below 0 after it, or the other way round. Whether p lies in the range must be known.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Wrap
from symproof.substitution import replaced, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts


def turned(search: Search, facts: Facts, total: tm.Sum) -> tuple[Wrap, tuple[tm.Sum, tm.Sum]] | None:
    """Two sums without a comparison that are `total` together, and how to state that as the last fact."""
    for compared in _compared(total.body, total.index):
        place = _turn(facts, _difference(compared), total.index)
        if place is None:
            continue
        before = tm.Sum(total.body, total.index, total.low, place)
        after = tm.Sum(total.body, total.index, place + 1, total.high)
        parts = [_without(search, facts, part, compared) for part in (before, after)]
        ends = st.Relation("<=", total.low, place + 1), st.Relation("<=", place, total.high)
        if not all(map(facts.evident, ends)) or None in parts:
            continue
        (first, one), (second, other) = (part for part in parts if part is not None)
        number = len(facts.props)
        pieces = tuple(ct.Piece(tm.ONE, (number + k,)) for k in range(3))
        fact = st.Relation("=", total, first + second)

        def wrap(
            rest: Certificate,
            split: tuple[Certificate, Certificate] = (one, other),
            sums: tuple[tm.Sum, tm.Sum] = (first, second),
            whole: tuple[tm.Sum, tm.Sum] = (before, after),
            place: tm.Scalar = place,
            fact: st.Prop = fact,
            pieces: tuple[ct.Piece, ...] = pieces,
        ) -> Certificate:
            last = ct.Termwise("=", whole[1], sums[1], split[1], ct.Combination(pieces))
            proof = ct.SplitAt(total, place, ct.Termwise("=", whole[0], sums[0], split[0], last))
            return ct.Have(fact, proof, rest)

        return wrap, (first, second)
    return None


def _compared(term: tm.Term, index: tm.Variable) -> Iterator[tm.Elementary]:
    """The comparisons of a summand, outside of other binders."""
    parts = (part for part in term.outer(tm.Elementary) if index in part.free)
    return (part for part in parts if tm.is_elementary(part, "abs", "max", "min"))


def _difference(compared: tm.Elementary) -> tm.Scalar:
    return compared.args[0] if compared.function == "abs" else compared.args[0] - compared.args[1]


def _turn(facts: Facts, form: tm.Scalar, index: tm.Variable) -> tm.Scalar | None:
    """The integer place where a form with slope 1 or -1 is 0."""
    normalizer, ring = facts.normalizer, facts.normalizer.ring
    try:
        start = normalizer.scalar(substitute(form, {index: ZERO}))
        change = normalizer.scalar(form - substitute(form, {index: ZERO}) - index)
        back = normalizer.scalar(form - substitute(form, {index: ZERO}) + index)
        if ring.is_zero(change):
            place = Readback(normalizer).scalar(ring.negative(start))
        elif ring.is_zero(back):
            place = Readback(normalizer).scalar(start)
        else:
            return None
    except (*NOT_NORMAL, LookupError):
        return None
    return place if tm.is_integer(place) and index not in place.free else None


def _without(search: Search, facts: Facts, part: tm.Sum, compared: tm.Elementary) -> tuple[tm.Sum, Certificate] | None:
    """A part of the sum without the comparison, and a proof for each of its terms."""
    first, last = (compared.args[0], -compared.args[0]) if compared.function == "abs" else compared.args
    for value in (first, last):
        body = replaced(part.body, {compared: value})
        assert isinstance(body, tm.Scalar)  # as its sort is kept
        other = tm.Sum(body, part.index, part.low, part.high)
        letter, inside = facts.opened(part.index, part.low, part.high, part.body, body)
        names = {part.index: letter}
        proof = search.try_out(inside, st.Relation("=", substitute(part.body, names), substitute(body, names)))
        if proof is not None:
            return other, proof
    return None

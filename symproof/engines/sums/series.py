"""Infinite sums: partial sums in closed form whose rest vanishes, or a known power series.

The closed form of the partial sums is that of `summation`; the rest is what it lies beyond the stated value. Of a power
series, the place is one of the bases of powers in the terms, and the factor what the terms are beyond those of the series.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import product

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback, in_normal_form
from symproof.engines.search import Search, Step, state
from symproof.engines.sums.summation import close
from symproof.engines.valued import has_value
from symproof.functions import exp, sqrt
from symproof.substitution import body_at, fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.null import vanishes
from symproof.trusted.polynomial import Quotient
from symproof.trusted.series_rules import KNOWN, KnownSeries, a, k, x

QUICK, SECONDS = ("linear", "positivity", "inequality", "laws"), 0.3
SHIFTS, MOST_MOMENT = 4, 6
"""How many terms of a power series may be missing."""


def series(search: Search, facts: Facts, goal: st.SumsTo) -> Certificate | None:
    """A proof of an infinite sum."""
    known = _inside(search, facts, goal)
    facts = facts.extended(bound for bound, _ in known)
    conditions = (*definedness(goal.low), *definedness(goal.value))
    found = search.with_value(
        facts,
        conditions,
        lambda facts: (
            _by_partial_sums(search, facts, goal) or _by_known(search, facts, goal) or _by_moments(search, facts, goal)
        ),
    )
    if found is None:
        return None
    search.words.append("series")
    return state(known, found)


def _inside(search: Search, facts: Facts, goal: st.SumsTo) -> list[Step]:
    """That the bases of powers lie between -1 and 1, where that follows from the facts and is not seen at sight."""
    found: list[Step] = []
    quick = search.among(search.named(*QUICK), SECONDS)
    for base in dict.fromkeys(_bases(goal.body, goal.index)):
        if not base.free:
            continue
        for bound in (st.Relation("<", base, ONE), st.Relation("<", -ONE, base), st.Relation("<", base**2, ONE)):
            if not has_value(facts, bound) or facts.evident(bound):
                continue
            if (proof := quick.prove(facts, bound)) is None:
                break
            found.append((bound, proof))
            facts = facts.extended([bound])
    return found


def _by_partial_sums(search: Search, facts: Facts, goal: st.SumsTo) -> Certificate | None:
    taken = names_in(goal, *facts.props) | {goal.index.name}
    n = tm.Variable("n", "natural", least=0)
    n = fresh(n, taken) if "n" in taken else n
    start = goal.low
    inside = facts.extended([st.Relation(">=", n, start)])
    partial = tm.Sum(goal.body, goal.index, goal.low, n)
    closed = close(search, inside, partial)
    try:
        value = inside.normalizer.difference(partial if closed is None else closed[1], goal.value)
        rest = Readback(inside.normalizer).scalar(value)
    except (*NOT_NORMAL, LookupError):
        return None
    if not vanishes(facts, rest, n):
        return None
    proof = search.prove(facts, st.Each(n, st.Relation("=", partial, goal.value + rest), start))
    return None if proof is None else ct.Limit(n, start, rest, proof)


def _by_known(search: Search, facts: Facts, goal: st.SumsTo) -> Certificate | None:
    if not isinstance(goal.low, tm.Number):
        return None
    low = int(goal.low.value)
    for name, at, order, shift, factor in _matches(facts, goal, low):
        row = KNOWN[name]
        if search.expired() or not all(facts.evident(substitute(condition, {x: at})) for condition in row.where):
            continue

        def member(place: tm.Scalar, row: KnownSeries = row, at: tm.Scalar = at, order: tm.Scalar = order) -> tm.Scalar:
            return substitute(row.body, {x: at, a: order, k: place})

        same = st.Relation("=", goal.body, factor * member(goal.index + shift))
        proof = search.prove(facts, st.Each(goal.index, same, goal.low))
        first = [member(tm.scalar(place)) for place in range(low + shift)]
        whole = factor * (substitute(row.value, {x: at, a: order}) - tm.Add((tm.ZERO, *first)))
        equal = None if proof is None else search.prove(facts, st.Relation("=", goal.value, whole))
        if proof is not None and equal is not None:
            return ct.PowerSeries(name, at, factor, shift, proof, equal, order)
    return None


def _matches(facts: Facts, goal: st.SumsTo, low: int) -> Iterator[tuple[str, tm.Scalar, tm.Scalar, int, tm.Scalar]]:
    """Known series whose terms are those of the sum up to a factor that is free of the index."""
    letter, inside = facts.opened(goal.index, goal.low, None, goal.body)
    assert isinstance(letter, tm.Variable)  # as an index is
    body = body_at(goal, letter)
    normalizer = inside.normalizer
    orders = dict.fromkeys(_orders(normalizer, body, letter)) or dict.fromkeys((ZERO, ONE))
    for name, row in KNOWN.items():
        places = dict.fromkeys(_places(goal.body, goal.index)) if x in row.body.free else {ONE: None}
        for at, order in product(places, orders if a in row.body.free else (ZERO,)):
            for shift in range(-low, SHIFTS - low):
                term = substitute(row.body, {x: at, a: order, k: letter + shift})
                try:
                    factor: Quotient = normalizer.scalar(body / term)
                    read = Readback(normalizer).scalar(factor)
                except (*NOT_NORMAL, LookupError):
                    continue
                if letter not in read.free:
                    yield name, at, order, shift, read


def _by_moments(search: Search, facts: Facts, goal: st.SumsTo) -> Certificate | None:
    """Terms p(k) x**k/k! for a polynomial p, as those x**j x**(k - j)/(k - j)! of the exponential series."""
    if not isinstance(goal.low, tm.Number) or not goal.body.mentions(tm.Factorial):
        return None
    for at in dict.fromkeys(_places(goal.body, goal.index)):
        weights = _falling(facts, goal, at)
        start = max(len(weights) - 1, int(goal.low.value))
        if len(weights) < 2 or search.expired():
            continue
        series, start_at = [], tm.scalar(start)
        for j in range(len(weights)):
            first = [at**i / tm.Factorial(tm.scalar(i)) for i in range(start - j)]
            body = at ** (goal.index - j) / tm.Factorial(goal.index - j)
            series.append(st.SumsTo(body, goal.index, start_at, exp(at) - tm.Add((tm.ZERO, *first))))
        powers = [weight * at**j for j, weight in enumerate(weights)]
        body = tm.Add((tm.ZERO, *(weight * part.body for weight, part in zip(powers, series, strict=True))))
        first = [body_at(goal, tm.scalar(k)) for k in range(int(goal.low.value), start)]
        value = tm.Add((tm.ZERO, *first, *(weight * part.value for weight, part in zip(powers, series, strict=True))))
        same = st.Each(goal.index, st.Relation("=", goal.body, body), start_at)
        proofs = [search.prove(facts, claim) for claim in (*series, same, st.Relation("=", goal.value, value))]
        known = [proof for proof in proofs if proof is not None]
        if len(known) == len(proofs):
            return ct.AddedSeries(tuple(powers), tuple(series), tuple(known[:-2]), start, *known[-2:])
    return None


def _falling(facts: Facts, goal: st.SumsTo, at: tm.Scalar) -> list[tm.Scalar]:
    """The c_j with terms sum_j c_j k (k - 1) ... (k - j + 1) at**k/k!; none where the terms are no such."""
    letter, inside = facts.opened(goal.index, goal.low, None, goal.body)
    assert isinstance(letter, tm.Variable)  # as an index is
    ring, back = inside.normalizer.ring, Readback(inside.normalizer)
    try:
        body = body_at(goal, letter)
        rest = inside.normalizer.scalar(body * tm.Factorial(letter) / at**letter)
        unit = inside.normalizer.scalar(letter)
        found: list[tm.Scalar] = []
        while not ring.is_zero(rest) and len(found) <= MOST_MOMENT:
            j = ring.constant(len(found))  # p(k) = p(j) + (k - j) q(k)
            (number,) = ring.generators(unit)
            here = ring.compose(rest, {number: j})
            found.append(back.scalar(here))
            rest = ring.quotient(ring.subtract(rest, here), ring.subtract(unit, j))
        if not ring.is_zero(rest) or any(letter in weight.free for weight in found):
            return []
    except (*NOT_NORMAL, LookupError, ZeroDivisionError, ValueError):
        return []
    return found


def _places(term: tm.Term, index: tm.Variable) -> Iterator[tm.Scalar]:
    """Where a power series may be taken: at 1, at the bases of powers, their squares, opposites, inverses and roots."""
    yield ONE
    yield tm.Neg(ONE)
    for base in _bases(term, index):
        yield from (base, -base, 1 / base, -1 / base, base**2, -(base**2))
        if isinstance(base, tm.Number) and base.value > 0:
            yield from (sqrt(base), 1 / sqrt(base))


def _orders(normalizer: Normalizer, term: tm.Term, letter: tm.Variable) -> Iterator[tm.Scalar]:
    """What binomial coefficients are taken of, and what it is beyond the letter."""
    for part in term.subterms():
        for order in (part.top, part.top - letter) if isinstance(part, tm.Binomial) else ():
            read = in_normal_form(normalizer, order)
            if letter not in read.free:
                yield read


def _bases(term: tm.Term, index: tm.Variable) -> Iterator[tm.Scalar]:
    for part in term.subterms():
        match part:
            case tm.Pow(base, exponent) if index in exponent.free and index not in base.free:
                yield base
            case tm.Elementary("exp", (exponent,)) if index in exponent.free:  # of a linear exponent, exp(slope)**k
                with suppress(*NOT_NORMAL, LookupError):
                    normalizer = Facts(()).normalizer
                    slope = normalizer.difference(*(substitute(exponent, {index: place}) for place in (ONE, ZERO)))
                    yield exp(Readback(normalizer).scalar(slope))

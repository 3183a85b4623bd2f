"""Bounds of sums that do not grow: sum <= C by sum + rest <= C, where the rest is what is still to come at most.

sum of 1/k**2 <= 2 is proved as sum to n of 1/k**2 + 1/(n + 1/2) <= 2, by induction: each term is at most what the rest gives
up, 1/(n + 1)**2 <= 1/(n + 1/2) - 1/(n + 3/2). The stronger claim may hold from some place on; the places before are cases.

Limits: a sum of a rational function of its index without other letters, or of terms that are halved at each step.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import growing, induct
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search
from symproof.substitution import substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient, as_fraction

MOST_STARTS, PLACES = 2, 6
LATER = (2, 4, 7)
"""How much later an induction may start."""
HALF = Fraction(1, 2)


def bounds(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between a sum and something that does not grow with it."""
    ends = oriented(goal)
    found = None if ends is None or search.inductions else _one_sum(ends[0])
    if ends is None or found is None or found[0] <= 0:
        return None
    (small, large, _), (factor, total) = ends, found
    for n in growing(goal):
        known = facts.range(n)
        if known.low is None or n in large.free | total.body.free | total.low.free:
            continue
        for rest in _rests(facts, total):
            claim = small + tm.Number(factor) * rest <= large
            for first in _starts(claim, n, int(known.low)):
                proof = _from(search, facts, goal, claim, n, first)
                if proof is not None:
                    return proof
    return None


def later(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A claim about one number that grows, by induction from a later place: 2**n >= n**2 has a step from 3 on only."""
    if search.inductions or oriented(goal) is None or len(goal.free) != 1:
        return None
    for n in growing(goal):
        low = facts.range(n).low
        for first in LATER if low is not None else ():
            proof = _from(search, facts, goal, goal, n, int(low or 0) + first)
            if proof is not None:
                return proof
    return None


def _one_sum(term: tm.Scalar) -> tuple[Fraction, tm.Sum] | None:
    """The one sum in a term and the number before it, where it is an addend."""
    match term:
        case tm.Sum():
            return Fraction(1), term
        case tm.Neg(arg):
            inside = _one_sum(arg)
            return None if inside is None else (-inside[0], inside[1])
        case tm.Mul((tm.Number(value), arg)) | tm.Mul((arg, tm.Number(value))):
            inside = _one_sum(arg)
            return None if inside is None else (value * inside[0], inside[1])
        case tm.Add(args):
            found = [inside for arg in args if (inside := _one_sum(arg)) is not None]
            return found[0] if len(found) == 1 else None
    return None


def _rests(facts: Facts, total: tm.Sum) -> Iterator[tm.Scalar]:
    """What the terms after the last may add up to at most. Of c/(k + s)**p it is c/((p - 1)*(k + s + 1/2)**(p - 1)): such a
    term is at most its integral over an interval of which it is the middle. Of terms that are halved it is the last one."""
    normalizer = facts.normalizer
    try:
        value = normalizer.scalar(total.body)
        (letter,) = normalizer.ring.generators(normalizer.scalar(total.index))
        top, bottom = (_coefficients(facts, part, letter) for part in (value, normalizer.ring.denominator(value)))
    except (*NOT_NORMAL, ValueError):
        top = bottom = {}
    degree = max(bottom, default=0) - max(top, default=0)
    if degree >= 2:
        (lead, after), (below, under) = (
            (found[max(found)], found.get(max(found) - 1, Fraction(0))) for found in (top, bottom)
        )
        shift = (under / below - after / lead) / degree
        base = total.high + tm.Number(shift + HALF) if shift + HALF else total.high
        raised = base if degree == 2 else base ** (degree - 1)
        yield tm.Number(lead / below / (degree - 1)) / raised
    elif not top:
        yield substitute(total.body, {total.index: total.high})


def _coefficients(facts: Facts, value: Quotient, letter: int) -> dict[int, Fraction]:
    """A polynomial in one letter by its exponents.

    Raises:
        ValueError: it holds others.
    """
    found: dict[int, Fraction] = {}
    for monomial, c in facts.normalizer.ring.numerator_terms(value):
        if any(number != letter for number, _ in monomial):
            raise ValueError(monomial)
        found[sum(power for _, power in monomial)] = as_fraction(c)
    return found


def _starts(claim: st.Relation, n: tm.Variable, low: int) -> list[int]:
    """The first places, of a few, where the stronger claim holds; where it speaks of other letters, the first of all."""
    from symproof.evaluation.evaluate import NoValue, Undecided, holds  # only where there is such a sum
    from symproof.point import Point

    if claim.free != {n}:
        return [low]
    found: list[int] = []
    for place in range(low, low + PLACES):
        try:
            if holds(claim, Point({n: Fraction(place)})):
                found.append(place)
        except (NoValue, Undecided):
            continue
    return found[:MOST_STARTS]


def _from(
    search: Search, facts: Facts, goal: st.Relation, claim: st.Relation, n: tm.Variable, first: int
) -> Certificate | None:
    """The goal by induction from `first` on, and place by place before it."""
    late = st.Relation(">=", n, tm.scalar(first))
    inside = facts if facts.evident(late) else facts.extended([late])
    proof = induct(search, inside, claim, n)
    rest = None if proof is None else search.prove(inside.extended([claim]), goal)
    if proof is None or rest is None:
        return None
    found: Certificate = ct.Have(claim, proof, rest)
    if inside is facts:
        return found
    return _before(search, facts, goal, n, late, found)


def _before(
    search: Search, facts: Facts, goal: st.Relation, n: tm.Variable, late: st.Relation, then: Certificate
) -> Certificate | None:
    """Cases: n >= first, n = first - 1, ..."""
    opposite = st.Relation("<", late.left, late.right)
    inside = facts.extended([opposite])
    last = facts.range(n).low
    assert isinstance(late.right, tm.Number) and last is not None
    place = late.right.value - 1
    here, before = st.Relation("=", n, tm.Number(place)), st.Relation(">=", n, tm.Number(place))
    if place < last:
        return None
    known = inside if inside.evident(before) else inside.extended([before])
    proof = search.prove(known.extended([here]), goal)
    if proof is None:
        return None
    at_place: Certificate = ct.Have(here, ct.Evident(), proof)
    if known is not inside:
        earlier = _before(search, inside, goal, n, before, at_place)
        if earlier is None:
            return None
        at_place = earlier
    return ct.Cases(late, then, at_place)

"""Bounds of sums and products that do not grow: sum <= C by sum + rest <= C, where the rest is what is still to come at most, and
product <= C by product <= C*(1 - rest).

sum of 1/k**2 <= 2 is proved as sum to n of 1/k**2 + 1/(n + 1/2) <= 2, by induction: each term is at most what the rest gives
up, 1/(n + 1)**2 <= 1/(n + 1/2) - 1/(n + 3/2). The stronger claim may hold from some place on; the places before are cases.
A claim whose step holds from some place on only, as that of sum of 1/k! <= 3 - 1/2**n, is proved from there.

Limits: what comes to both sides at each step is a rational function of n without other letters, or terms that shrink like q**n.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.probe import NoFloat, value
from symproof.engines.integers.induct import by_ratios, growing, induct
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.substitution import body_at, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Polynomials, Quotient, as_fraction

MOST_STARTS, PLACES = 2, 6
LATER = (2, 4, 7)
"""How much later an induction may start."""
HALF = Fraction(1, 2)
FAR, MOST_RATIO, MOST_FACTOR, NEAR = (30, 31), 12, 60, 1e-6
"""Where it is seen how a term shrinks, the largest denominators of its ratio and its factor, and how close to them it must be."""


def bounds(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between a sum or a product and something that does not grow with it."""
    ends = oriented(goal)
    if ends is None or search.inductions or not goal.mentions(tm.Sum, tm.Product):
        return None
    small, large, _ = ends
    for n in growing(goal):
        known = facts.range(n)
        if known.low is None or known.high is not None:
            continue
        normalizer = facts.peeled().normalizer
        step = _step(normalizer, small - large, n)
        claims = [small + rest <= large for rest in _rests(normalizer, step, small, large, n)]
        for claim in (*claims, *_of_product(normalizer, small, large, n)):
            for first in _starts(claim, n, int(known.low)):
                proof = _from(search, facts, goal, claim, n, first)
                if proof is not None:
                    return proof
        late = None if step is None else _first_step(normalizer, step, n, int(known.low))
        if late is not None and (proof := _from(search, facts, goal, goal, n, late)) is not None:
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


def _step(normalizer: Normalizer, gap: tm.Scalar, n: tm.Variable) -> Quotient | None:
    """By how much a difference grows from n to n + 1."""
    try:
        return normalizer.difference(substitute(gap, {n: n + 1}), gap)
    except NOT_NORMAL:
        return None


def _rests(
    normalizer: Normalizer, step: Quotient | None, small: tm.Scalar, large: tm.Scalar, n: tm.Variable
) -> Iterator[tm.Scalar]:
    """What small - large may still grow by. Where the step after n brings c/(n + s)**p, c/((p - 1)*(n + s - 1/2)**(p - 1)):
    such a term is at most its integral over an interval of which it is the middle. Of terms that are about
    c*q**k, their sum from there on, twice that where they are larger; of others that are halved, the last one."""
    top: dict[int, Fraction] = {}
    bottom = top
    with suppress(*NOT_NORMAL, ValueError):
        if step is not None:
            ring, (letter,) = normalizer.ring, normalizer.ring.generators(normalizer.scalar(n))
            top, bottom = (_coefficients(ring, x, letter) for x in (step, ring.denominator(step)))
    if (tail := _tail(top, bottom)) is not None:
        c, shift, degree = tail
        base = n + tm.Number(shift - HALF) if shift != HALF else n
        yield tm.Number(c / (degree - 1)) / (base if degree == 2 else base ** (degree - 1))
    found = None if top else _one_sum(small)
    if found is not None and found[0] > 0 and n not in large.free | found[1].body.free | found[1].low.free:
        factor, total = found
        if (shrinking := _geometric(total.body, total.index)) is not None:
            c, q = shrinking
            times = 1 if value(total.body, {total.index: float(PLACES)}) <= c * q**PLACES else 2
            yield tm.Number(times * factor * c * q / (1 - q)) / tm.Number(1 / q) ** total.high
        else:
            yield tm.Number(factor) * body_at(total, total.high)


def _of_product(normalizer: Normalizer, small: tm.Scalar, large: tm.Scalar, n: tm.Variable) -> Iterator[st.Relation]:
    """A product of 1 + u_k, where u_k is about c/(k + s)**p or c*q**k, is at most C*(1 - what the u_k still
    add up to), of squares C*(1 - c/(n + s + (1 + c)/2)); one that is at least C, likewise, with as much again of what shrinks."""
    for whole, other, sign in ((small, large, 1), (large, small, -1)):
        if not isinstance(whole, tm.Product) or n in other.free | whole.low.free or n not in whole.high.free:
            continue
        gap = sign * (whole.body - 1)
        if (shrinking := _geometric(gap, whole.index)) is not None:
            c, q = shrinking
            rest: tm.Scalar = tm.Number((c if sign > 0 else 2 * c) * q / (1 - q)) / tm.Number(1 / q) ** whole.high
        elif (power := _inverse_power(normalizer, substitute(gap, {whole.index: n}), n)) is not None:
            c, s, p = power
            near = whole.high + tm.Number(s + ((1 + sign * c) / 2 if p == 2 else HALF))
            rest = tm.Number(c if p == 2 or sign > 0 else 2 * c) / ((p - 1) * near ** (p - 1))
        else:
            continue
        yield whole <= other * (1 - rest) if sign > 0 else other * (1 + rest) <= whole


def _geometric(term: tm.Scalar, index: tm.Variable) -> tuple[Fraction, Fraction] | None:
    """The c > 0 and q < 1 of a term that is about c*q**k for large k, as floating point tells."""
    if term.free != {index}:
        return None
    try:
        here, then = (value(term, {index: float(place)}) for place in FAR)
    except (NoFloat, ArithmeticError):
        return None
    if here <= 0 or not 0 < then / here < 1:
        return None
    q = Fraction(then / here).limit_denominator(MOST_RATIO)
    c = Fraction(here / float(q) ** FAR[0]).limit_denominator(MOST_FACTOR) if 0 < q < 1 else Fraction(0)
    close = c and abs(float(c) * float(q) ** FAR[1] / then - 1) < NEAR
    return (c, q) if close else None


def _inverse_power(normalizer: Normalizer, gap: tm.Scalar, n: tm.Variable) -> tuple[Fraction, Fraction, int] | None:
    """The c > 0, s and p > 1 of a term that is about c/(n + s)**p for large n."""
    with suppress(*NOT_NORMAL, ValueError):
        ring, (letter,) = normalizer.ring, normalizer.ring.generators(normalizer.scalar(n))
        whole = normalizer.scalar(gap)
        return _tail(_coefficients(ring, whole, letter), _coefficients(ring, ring.denominator(whole), letter))
    return None


def _tail(top: dict[int, Fraction], bottom: dict[int, Fraction]) -> tuple[Fraction, Fraction, int] | None:
    """The same of a quotient of polynomials."""
    degree = max(bottom, default=0) - max(top, default=0)
    if degree < 2 or not top:
        return None
    (lead, after), (below, under) = (
        (found[max(found)], found.get(max(found) - 1, Fraction(0))) for found in (top, bottom)
    )
    return (lead / below, (under / below - after / lead) / degree, degree) if lead * below > 0 else None


def _first_step(normalizer: Normalizer, step: Quotient, n: tm.Variable, low: int) -> int | None:
    """From where a difference does not grow any more, at the places looked at, where at first it does."""
    from symproof.evaluation.evaluate import NoValue, Undecided, holds  # only where there is such a sum
    from symproof.point import Point

    try:
        grows = Readback(normalizer).scalar(step)
        if grows.free != {n} or grows.mentions(tm.Sum, tm.Product):
            return None
        falls = [holds(grows <= ZERO, Point({n: Fraction(place)})) for place in range(low, low + PLACES)]
    except (*NOT_NORMAL, LookupError, NoValue, Undecided):
        return None
    return low + max(k for k, fell in enumerate(falls) if not fell) + 1 if falls[-1] and not all(falls) else None


def _coefficients(ring: Polynomials, value: Quotient, letter: int) -> dict[int, Fraction]:
    """A polynomial in one letter by its exponents.

    Raises:
        ValueError: it holds others.
    """
    found: dict[int, Fraction] = {}
    for monomial, c in ring.numerator_terms(value):
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
    proof = by_ratios(search, inside, claim) if claim.mentions(tm.Product) else None
    proof = proof or induct(search.among([*search.engines, ("orderings", orderings)]), inside, claim, n)
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

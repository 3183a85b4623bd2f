"""Orders between sums with square roots: each root replaced by a quotient of polynomials that touches it.

With m > 0, sqrt(p) lies between 2*m*p/(p + m**2) and (p + m**2)/(2*m), which meet where p = m**2. Of a form p of degree 2, m is a
multiple of the sum of the letters, and else a number, so that they meet where all letters are equal: a/sqrt(a**2 + 8*b*c) is at
least 2*a*(a + b + c)/((a + b + c)**2 + a**2 + 8*b*c). A convex root lies above m itself. Untrusted.

Limits: one root in an addend.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import isqrt

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search, in_turn, state
from symproof.functions import sqrt
from symproof.substitution import replaced
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient, as_fraction

DEEPEST, MOST, SECONDS = 2, 6, 3.0
PLACES = tuple(map(Fraction, ("1", "1/3", "1/2", "1/4", "2", "3")))
QUICK = ("ring", "positivity", "linear", "inequality", "orderings", "roots")


def rooted(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between sums, of whose addends two or more hold a root."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST:
        return None
    addends = [*_addends(ends[1]), *(tm.Neg(term) for term in _addends(ends[0]))]
    if not 2 <= sum(bool(_roots(term)) for term in addends) <= MOST or any(len(_roots(term)) > 1 for term in addends):
        return None
    letters = sorted((x for x in goal.free if isinstance(x, tm.Variable)), key=str)
    quick = search.aside([row for row in search.engines if row[0] in QUICK and row[1] is not rooted], SECONDS)
    places = [place for place in PLACES if _fulfilled(facts, dict.fromkeys(letters, float(place)))]
    for place, plain in product(places, (False, True)):
        try:
            below = [_below(facts, term, letters, place, plain) for term in addends]
        except (*NOT_NORMAL, LookupError):
            return None
        lower = [low for low in below if low is not None]
        rest = st.Relation("<" if ends[2] else "<=", ZERO, tm.Add((ZERO, *lower)))
        if len(lower) < len(addends) or probe.fails(facts, rest):
            continue
        orders = [st.Relation("<=", low, term) for low, term in zip(lower, addends, strict=True) if low != term]
        proofs = in_turn(quick, facts, [rest, *orders])
        if proofs is not None:
            numbers = range(len(facts.props), len(facts.props) + len(proofs))
            return state(proofs, ct.Combination(tuple(ct.Piece(ONE, (number,)) for number in numbers)))
    return None


def _fulfilled(facts: Facts, at: probe.Values) -> bool:
    return all(probe.fulfils(fact, at) for fact in facts.props)


def _below(facts: Facts, term: tm.Scalar, letters: list[tm.Variable], place: Fraction, plain: bool) -> tm.Scalar | None:
    """What is below an addend, and equal to it where all letters are `place`; the addend itself where it holds no root. A `plain`
    one puts m itself in the place of the root."""
    orders = Facts([fact for fact in facts.props if isinstance(fact, st.Relation) and fact.kind != "="])
    for root in _roots(term):
        square = root.args[0]
        own = [letter for letter in letters if letter in square.free]
        mean = _mean(facts, square, own if plain else letters, place)
        if mean is None:
            return None
        quotients = (2 * mean * square / (square + mean**2), (square + mean**2) / (2 * mean))
        for touching in (mean,) if plain else quotients:
            low = replaced(term, {root: touching}, inside=True)
            if not probe.fails(orders, st.Relation("<=", low, term)):
                return low
        return None
    return term


def _mean(facts: Facts, square: tm.Scalar, letters: list[tm.Variable], place: Fraction) -> tm.Scalar | None:
    """A number, or a multiple of the sum of the letters, whose square is `square` where all letters are `place`."""
    normalizer = facts.normalizer
    value = normalizer.scalar(square)
    tops, bottoms = (
        [] if part is None else normalizer.ring.numerator_terms(Quotient(part)) for part in (value.num, value.den)
    )
    there, degrees = list[Fraction](), list[set[int]]()
    for terms in (tops, bottoms):
        sizes = [sum(power for _, power in monomial) for monomial, _ in terms] or [0]
        numbers = [as_fraction(c) for _, c in terms] or [Fraction(1)]
        there.append(sum((c * place**size for c, size in zip(numbers, sizes, strict=True)), Fraction(0)))
        degrees.append(set(sizes))
    ratio = there[0] / there[1] if there[1] else Fraction(0)
    if ratio <= 0:
        return None
    root = Fraction(isqrt(ratio.numerator), isqrt(ratio.denominator))
    mean = tm.Number(root) if root**2 == ratio else sqrt(tm.Number(ratio))
    if max(degrees[0]) - 2 == min(degrees[0]) - 2 == max(degrees[1]) == min(degrees[1]):
        return mean / tm.Number(place * len(letters)) * tm.Add(tuple(letters))
    return mean


def _roots(term: tm.Term) -> list[tm.Elementary]:
    """The roots in a term that hold letters."""
    found = (p for p in term.subterms() if isinstance(p, tm.Elementary) and p.function == "sqrt" and p.free)
    return list(dict.fromkeys(found))


def _addends(term: tm.Scalar) -> Iterator[tm.Scalar]:
    match term:
        case tm.Add(args):
            for arg in args:
                yield from _addends(arg)
        case tm.Neg(arg):
            yield from (tm.Neg(part) for part in _addends(arg))
        case _:
            yield term

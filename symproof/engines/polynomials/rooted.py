"""Orders between sums with square roots: each root replaced by a quotient of polynomials that touches it.

With m > 0, sqrt(p) lies between 2*m*p/(p + m**2) and (p + m**2)/(2*m), which meet where p = m**2. Of a form p of degree 2, m is a
multiple of the sum of the letters, or of one of them, and else a number, so that they meet where all letters are equal:
a/sqrt(a**2 + 8*b*c) is at least 2*a*(a + b + c)/((a + b + c)**2 + a**2 + 8*b*c). Of degree 1, m is a multiple of the root of the
sum. A convex root lies above m itself and above its tangent plane, one of u*v lies below (r*u + v)/(2*sqrt(r)), and by Cauchy one
of c*x + d*y above (c*sqrt(x) + d*sqrt(y))/sqrt(c + d), one of two linear forms above the sum of the roots of their products.
What lies below which is kept in `touches`. Where the addend is sqrt(p)/q, m is also a multiple of q. Letters that
add up to a number are at most that. Untrusted.

Limits: one root in an addend, beside roots of letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.problem import denominators, short_product
from symproof.engines.polynomials.touches import (
    LINEAR,
    WAYS,
    Root,
    Touch,
    apart,
    by_corners,
    by_denominator,
    by_factors,
    by_letter,
    by_linear,
    by_mean,
    by_number,
    by_one,
    by_pairs,
    by_root,
    by_terms,
    plain,
    tangent,
)
from symproof.engines.polynomials.touching import (
    Unit,
    addends_of,
    at_most,
    forms,
    from_below,
    of_one_degree,
    places_of,
    roots_in,
    squares_of,
)
from symproof.engines.search import Search, state
from symproof.functions import sqrt
from symproof.substitution import replaced
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

DEEPEST, MOST, SECONDS = 2, 6, 3.0
QUICK = ("ring", "positivity", "linear", "inequality", "orderings", "roots", "squares")


def rooted(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between sums, of whose addends two or more hold a root."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST:
        return None
    addends = [*addends_of(ends[1]), *(tm.Neg(term) for term in addends_of(ends[0]))]
    if not 2 <= sum(bool(_roots(term)) for term in addends) <= MOST or any(len(_roots(term)) > 1 for term in addends):
        return None
    letters = sorted((x for x in goal.free if isinstance(x, tm.Variable)), key=str)
    quick = search.aside([row for row in search.engines if row[0] in QUICK and row[1] is not rooted], SECONDS)
    stated = at_most(quick, facts, letters)
    facts = facts.extended(prop for prop, _ in stated)
    known = Facts([fact for fact in facts.props if isinstance(fact, st.Relation) and fact.kind != "="])
    places = places_of(facts, letters)
    seen = set[tuple[tm.Scalar, ...]]()
    units = forms(facts, "=")
    squares = () if places else squares_of(facts, letters)
    ways: list[tuple[Touch, Fraction, Unit | None, bool]] = [
        *((*way, None, False) for way in _in_order(places)),
        *((touch, square, None, True) for square in squares for touch in (by_mean, plain, by_number)),
        *((partial(by_factors, k), ONE.value, u, False) for u in units for k in range(WAYS)),
        *((touch, ONE.value, u, False) for u in units for touch in (by_corners, by_pairs)),
    ]
    for touch, place, unit, squared in ways:
        try:
            below = [_below(known, term, touch, letters, (place, squared), unit) for term in addends]
        except (*NOT_NORMAL, LookupError):
            continue
        lower = tuple(low for low in below if low is not None)
        if len(lower) < len(addends) or lower in seen or lower == tuple(addends):
            continue
        seen.add(lower)
        found = from_below(quick, facts, addends, lower, strict=ends[2])
        if found is None and touch is by_one and ends[2]:
            found = _strictly(quick, facts, addends, lower)
        if found is not None:
            return state(stated, found)
    return None


def _strictly(
    search: Search, facts: Facts, addends: list[tm.Scalar], lower: tuple[tm.Scalar, ...]
) -> Certificate | None:
    """That a sum is > 0 where it is >= 0: not both of two roots can be 1, where they touch."""
    first, second, *_ = (number for number, term in enumerate(addends) if _roots(term))
    one, other = (_roots(addends[number])[0].args[0] for number in (first, second))
    touches, apart = st.Relation("=", one, ONE), st.Relation("!=", other, ONE)
    touching = facts.extended([touches])
    proof = search.prove(touching, apart)
    if proof is None:
        return None
    below = from_below(search, touching.extended([apart]), addends, lower, strict=True, apart=second)
    opposite = facts.extended([st.Relation("!=", one, ONE)])
    above = below and from_below(search, opposite, addends, lower, strict=True, apart=first)
    return None if below is None or above is None else ct.Cases(touches, ct.Have(apart, proof, below), above)


def _in_order(places: list[Fraction]) -> Iterator[tuple[Touch, Fraction]]:
    """What touches a root, and where all letters are equal there; the last are the same for all places."""
    yield from ((by_denominator, place) for place in places[:1])
    yield from ((touch, place) for place in places for touch in (by_mean, plain, tangent))
    for place in places[:1]:
        yield from ((partial(by_letter, k), place) for k in range(3))
        yield by_root, place
    yield from ((touch, Fraction(1)) for touch in (by_corners, by_pairs))
    yield from ((by_number, place) for place in places[:1])
    yield by_one, Fraction(1)
    yield from ((partial(by_factors, k), place) for k in range(WAYS) for place in (places or [Fraction(1)])[:1])
    yield by_terms, Fraction(1)
    yield from ((partial(apart, touch), place) for touch in (partial(by_factors, 0), by_mean) for place in places[:1])
    yield from ((partial(by_linear, weights), place) for weights in LINEAR for place in places[:1])


def _below(
    known: Facts,
    term: tm.Scalar,
    touch: Touch,
    letters: list[tm.Variable],
    place: tuple[Fraction, bool],
    unit: Unit | None,
) -> tm.Scalar | None:
    """What is below an addend, its root replaced by what touches it; the addend itself where it holds none, or roots of
    letters that nothing touches."""
    for root in _roots(term):
        under = [each for each in denominators(replaced(term, {root: ONE}, inside=True)) if each.free]
        below = short_product(under) if under else None
        own = [part for part in dict.fromkeys(term.subterms()) if isinstance(part, tm.Variable)]
        square = root.args[0] if unit is None else of_one_degree(unit, known, root.args[0])
        there = term if unit is None else replaced(term, {root: sqrt(square)}, inside=True)
        for touching in touch(Root(known, square, letters, own, place[0], below, place[1])):
            low = replaced(term, {root: touching}, inside=True)
            if not probe.fails(known, st.Relation("<=", low, there)):
                return low
        return term if _is_monomial(root.args[0]) else None
    return term


def _roots(term: tm.Term) -> list[tm.Elementary]:
    """The roots in a term that hold letters, each once; those of letters stand for letters where there are others."""
    found = list(dict.fromkeys(roots_in(term)))
    return [root for root in found if not _is_monomial(root.args[0])] or found


def _is_monomial(term: tm.Term) -> bool:
    """Whether it is a letter, or a product of letters."""
    factors = term.args if isinstance(term, tm.Mul) else (term,)
    return all(isinstance(factor, tm.Variable) for factor in factors)

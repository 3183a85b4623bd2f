"""Orders between sums of quotients under a constraint: each addend replaced by something simpler that is below it.

Where all letters are equal, an addend touches its tangent plane (in the letters, or in their squares), and n/d touches
n*(2*m - d)/m**2, m the value of d there, and n times the tangent plane of 1/d: a/(1 + b**2) >= a*(3 - b**2)/4. Of a constraint
u >= 1 with a form u, the terms of numerator and denominator that lack degrees are multiplied by powers of u. Whether it is below
is seen at points first. Untrusted.

Limits: quotients of polynomials.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.touching import (
    addends_of,
    at_equal,
    forms,
    from_below,
    of_one_degree,
    places_of,
    plane,
)
from symproof.engines.search import Search
from symproof.term import ONE
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient

DEEPEST, MOST, SECONDS = 2, 8, 1.5
QUICK = ("ring", "positivity", "linear", "inequality", "orderings", "squares")
Below = Callable[[Facts, tm.Scalar], tm.Scalar]


def lowered(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between sums, of whose addends two or more are quotients."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST or not any(isinstance(fact, st.Relation) for fact in facts.props):
        return None
    addends = [*addends_of(ends[1]), *(tm.Neg(term) for term in addends_of(ends[0]))]
    bent = [any(isinstance(part, tm.Div) and part.denominator.free for part in term.subterms()) for term in addends]
    if not 2 <= sum(bent) <= MOST or any(isinstance(part, tm.Elementary) and part.free for part in goal.subterms()):
        return None
    letters = sorted((x for x in goal.free if isinstance(x, tm.Variable)), key=str)
    quick = search.aside(search.named(*QUICK), SECONDS)
    known = Facts([fact for fact in facts.props if isinstance(fact, st.Relation) and fact.kind != "="])
    seen = set[tuple[tm.Scalar, ...]]()
    for way in _ways(facts, letters):
        try:
            lower = tuple(way(facts, term) if own else term for term, own in zip(addends, bent, strict=True))
        except (*NOT_NORMAL, LookupError, ZeroDivisionError):
            continue
        orders = (st.Relation("<=", low, term) for low, term in zip(lower, addends, strict=True) if low is not term)
        if lower in seen or any(probe.fails(known, order) for order in orders):
            continue
        seen.add(lower)
        found = from_below(quick, facts, addends, lower, strict=ends[2])
        if found is not None:
            return found
    return None


def _ways(facts: Facts, letters: list[tm.Variable]) -> Iterator[Below]:
    for place in places_of(facts, letters):
        yield partial(plane, place, 1)
        yield partial(plane, place, 2)
        yield partial(_inverted, place)
        yield partial(_with_tangent, place)
    yield from (partial(of_one_degree, unit) for unit in forms(facts, "<"))


def _inverted(place: Fraction, facts: Facts, term: tm.Scalar) -> tm.Scalar:
    """n*(2*m - d)/m**2 for n/d."""
    back, ring, value = Readback(facts.normalizer), facts.normalizer.ring, facts.normalizer.scalar(term)
    if value.den is None:
        return term
    bottom = Quotient(value.den)
    middle = at_equal(place, ring.numerator_terms(bottom))[0]
    return back.scalar(Quotient(value.num)) * (tm.Number(2 * middle) - back.scalar(bottom)) / tm.Number(middle**2)


def _with_tangent(place: Fraction, facts: Facts, term: tm.Scalar) -> tm.Scalar:
    """n times the tangent plane of 1/d for n/d."""
    back, value = Readback(facts.normalizer), facts.normalizer.scalar(term)
    if value.den is None:
        return term
    return back.scalar(Quotient(value.num)) * plane(place, 1, facts, ONE / back.scalar(Quotient(value.den)))

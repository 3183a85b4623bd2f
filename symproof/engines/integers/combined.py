"""There is an integer x with c = a*x, where c is a sum of multiples of what a divides: a | n and a | n + 1 give a | 1.

Whole numbers are looked for such that c and the multiples of the equations n = a*k among the facts leave only terms in a; what is
left over a is the value. That it is an integer, and fits, is checked by the kernel.
"""

from __future__ import annotations

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.divided import at_value
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.errors import SortError
from symproof.substitution import substitute
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Monomial, Quotient
from symproof.trusted.rejected import Rejected

MOST = 8
"""How many equations are combined."""


def combined(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """The goal c = a*x with a letter a, or a multiple of one, by equations among the facts that have terms in a."""
    body, x = goal.body, goal.symbol
    if not isinstance(body, st.Relation) or body.kind != "=" or not isinstance(body.left, tm.Scalar):
        return None
    gap, normalizer = body.left - tm.scalar(body.right), facts.normalizer
    ring = normalizer.ring
    try:
        at_zero, at_one = (normalizer.scalar(substitute(gap, {x: tm.scalar(k)})) for k in (0, 1))
        slope = ring.subtract(at_zero, at_one)
        divisor = ring.generators(slope)
        if len(divisor) != 1 or at_zero.den is not None or len(ring.numerator_terms(slope)) != 1:
            return None
        gaps = _gaps(facts, divisor[0])
        value = _left(facts, at_zero, gaps, divisor[0])
        term = None if value is None else Readback(normalizer).scalar(ring.quotient(value, slope))
    except (*NOT_NORMAL, Rejected, SortError, LookupError, ZeroDivisionError):
        return None
    found = None if term is None else at_value(search, facts, goal, term)
    search.words += [] if found is None else ["witness"]
    return found


def _gaps(facts: Facts, divisor: int) -> list[Quotient]:
    """The equations among the facts that have terms with the divisor and others."""
    ring, found = facts.normalizer.ring, []
    for fact in facts.props:
        if isinstance(fact, st.Relation) and fact.kind == "=" and isinstance(fact.left, tm.Scalar):
            gap = facts.normalizer.difference(fact.left, tm.scalar(fact.right))
            within = [divisor in dict(monomial) for monomial, _ in ring.numerator_terms(gap)]
            if gap.den is None and any(within) and not all(within):
                found.append(gap)
    return found[:MOST]


def _left(facts: Facts, whole: Quotient, gaps: list[Quotient], divisor: int) -> Quotient | None:
    """What is left of a term when multiples of some gaps are taken off, with the divisor in each term; None where nothing is."""
    ring = facts.normalizer.ring

    def outside(value: Quotient) -> dict[Monomial, fmpq]:
        return {monomial: c for monomial, c in ring.numerator_terms(value) if divisor not in dict(monomial)}

    rest, basis = whole, list(gaps)
    while (terms := outside(rest)) and basis:
        key = next((key for key in terms if any(key in outside(each) for each in basis)), None)
        if key is None:
            return None
        pivot = next(each for each in basis if key in outside(each))
        basis.remove(pivot)

        def without(value: Quotient, pivot: Quotient = pivot, key: Monomial = key) -> Quotient:
            factor = outside(value).get(key, fmpq(0)) / outside(pivot)[key]
            return ring.subtract(value, ring.scale(pivot, factor)) if factor else value

        rest, basis = without(rest), [without(each) for each in basis]
    return rest if not outside(rest) and gaps else None

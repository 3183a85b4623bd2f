"""Orders that are cyclic in three letters, by which of them lies between the others.

Of three numbers one lies between the two others, so one of (a - b)(b - c), (b - c)(c - a), (c - a)(a - b) is >= 0: that is what
a**2*c + b**2*a + c**2*b - a*b*c <= b*(a**2 + c**2) needs, where no order of all three letters is asked for. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.clearing import cleared
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, every
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Quotient

DEEPEST, MOST_TERMS, SECONDS = 2, 120, 1.5
QUICK = ("positivity", "inequality", "squares")


def between(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between polynomials, or their quotients, that is the same when its three letters change places in turn."""
    if search.depth > DEEPEST:
        return None
    try:
        left = cleared(search, facts, goal)
        if left is None or not 0 < len(left.rest.num) <= MOST_TERMS or left.rest.den is not None:
            return None
        normalizer = left.facts.normalizer
        numbers = normalizer.ring.generators(left.rest)
        if len(numbers) != 3 or not _is_cyclic(normalizer, left.rest, numbers) or probe.fails(facts, goal):
            return None
        a, b, c = (Readback(normalizer).atom(number) for number in numbers)
    except (*NOT_NORMAL, LookupError):
        return None
    inner = search.aside(search.named(*QUICK), SECONDS)
    gaps = (a - b) * (b - c), (b - c) * (c - a), (c - a) * (a - b)
    cases = ([*(st.Relation("<", each, ZERO) for each in gaps[:k]), _at_least(gap)] for k, gap in enumerate(gaps))
    proofs = every(inner.prove(facts.extended(case), goal) for case in cases)
    if proofs is None:
        return None
    number = len(facts.props)
    squared = ct.Piece(((a - b) * (b - c) * (c - a)) ** 2)
    found: Certificate = ct.Absurd(ct.Combination((ct.Piece(ONE, (number, number + 1, number + 2)), squared)))
    for gap, proof in reversed([*zip(gaps, proofs, strict=True)]):
        found = ct.Cases(_at_least(gap), proof, found)
    return found


def _at_least(gap: tm.Scalar) -> st.Relation:
    return st.Relation(">=", gap, ZERO)


def _is_cyclic(normalizer: Normalizer, value: Quotient, numbers: list[int]) -> bool:
    """Whether a polynomial is the same after a rotation of its letters, and not after an exchange of two."""
    terms = normalizer.ring.numerator_terms(value)
    a, b, c = numbers
    same = [
        {tuple(sorted((places[number], power) for number, power in monomial)): k for monomial, k in terms}
        for places in ({a: a, b: b, c: c}, {a: b, b: c, c: a}, {a: b, b: a, c: c})
    ]
    return same[0] == same[1] != same[2]

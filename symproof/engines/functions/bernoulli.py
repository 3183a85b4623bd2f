"""Two powers with one exponent beside each other, P*a**m <= Q*b**m with a <= b: by the first terms of (b/a)**m.

With d = b - a, 2*b**k*a**2 >= a**k*(2*a**2 + 2*k*a*d + k*(k - 1)*d**2) for each natural k, by induction over it: the step leaves
k*(k - 1)*d**3, which is >= 0. So P <= Q*(1 + m*d/a + m*(m - 1)/2*(d/a)**2) is enough. Untrusted.

Limits: orders that are linear in the two powers; bases that are positive at sight.
"""

from __future__ import annotations

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import inequality, oriented, positivity
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Step, state
from symproof.substitution import body_at, fresh, names_in
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Monomial, Quotient

OF_NUMBERS = (("linear", linear), ("positivity", positivity), ("inequality", inequality))


def beside(
    search: Search, facts: Facts, goal: st.Relation, low: tm.Scalar, high: tm.Scalar, exponent: tm.Scalar
) -> Certificate | None:
    """An order between multiples of low**exponent, which may be 1, and high**exponent."""
    ends, normalizer, ring = oriented(goal), facts.normalizer, facts.normalizer.ring
    if ends is None:
        return None
    small, large, strict = ends
    smaller, larger = tm.Pow(low, exponent), tm.Pow(high, exponent)
    try:
        value = normalizer.difference(large, small)
        numbers = [normalizer.single(normalizer.scalar(power)) for power in (smaller, larger)]
        shares: dict[int | None, list[tuple[Monomial, fmpq]]] = {number: [] for number in numbers}
        for monomial, c in ring.numerator_terms(value):
            number = next((k for k, power in monomial if k in shares and power == 1), None)
            if number not in shares or (low == ONE and numbers[0]) or sum(k in shares for k, _ in monomial) > 1:
                return None
            shares[number].append((tuple(pair for pair in monomial if pair[0] != number), c))
        back = Readback(normalizer)
        below = ONE if value.den is None else back.scalar(Quotient(value.den))
        of_small, of_large = (back.scalar(ring.from_terms(shares[number])) / below for number in numbers)
        more = back.scalar(normalizer.difference(high, low))
    except (*NOT_NORMAL, LookupError):
        return None
    signs = [st.Relation(">=", more, ZERO), st.Relation(">", low, ZERO), st.Relation(">=", of_large, ZERO)]
    if not all(map(facts.evident, signs)):
        return None
    ratio = ONE + exponent * more / low + exponent * (exponent - 1) * more**2 / (2 * low**2)
    enough = st.Relation(">" if strict else ">=", of_large * ratio + of_small, ZERO)
    proof = None if probe.fails(facts, enough) else search.aside(OF_NUMBERS).prove(facts, enough)
    if proof is None:
        return None
    law, shown = _first_terms(facts.extended([enough]), low, high, more, exponent)
    last = len(facts.props) + 1
    pieces = ct.Piece(of_large / (2 * low**2), (last,)), ct.Piece(smaller, (last - 1,))
    return state([(enough, proof), (law, shown)], ct.Combination(pieces))


def _first_terms(facts: Facts, low: tm.Scalar, high: tm.Scalar, more: tm.Scalar, exponent: tm.Scalar) -> Step:
    """2*b**m*a**2 >= a**m*(2*a**2 + 2*m*a*d + m*(m - 1)*d**2), by induction over m."""
    k = fresh(tm.Variable("k", "natural", least=0), names_in(low, high, exponent, *facts.props))
    assert isinstance(k, tm.Variable)  # as `fresh` renames
    terms = 2 * low**2 + 2 * k * low * more + k * (k - 1) * more**2
    law = st.Each(k, st.Relation(">=", 2 * high**k * low**2, low**k * terms))
    letter, inside = facts.opened(k, None, None, law.body)
    assert isinstance(letter, tm.Variable)  # as k is
    pairs, some = st.Relation(">=", letter * (letter - 1), ZERO), st.Relation(">=", letter, ONE)
    before = len(inside.props) + 1
    none = ct.Combination((ct.Piece(letter**2), ct.Piece(ONE, (before + 2,))))
    of_pairs = ct.Cases(some, ct.Evident(), ct.Have(st.Relation("<=", letter, ZERO), ct.Evident(), none))
    step = ct.Combination((ct.Piece(high, (before,)), ct.Piece(low**letter * more**3, (before + 1,))))
    grown = ct.Suppose(ct.Induction(letter, 0, ct.Evident(), ct.Have(pairs, of_pairs, step)))
    here = body_at(law, exponent)
    return here, ct.Have(law, grown, ct.Instance(len(facts.props), exponent, ct.Evident()))

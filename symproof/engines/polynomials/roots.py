"""Orders with a square root: both sides squared, where their signs allow it.

A value u + v r with r = sqrt(p) is (u**2 - v**2 p) / (u - v r), so its sign is that of u**2 - v**2 p where u - v r > 0.
With v < 0 that asks for u >= 0; with v > 0 it is only asked where u < 0. Untrusted.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.problem import short_product
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.engines.valued import has_value
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient

DEEPEST = 7
MOST_TERMS = 60
Prove = Callable[[Facts], "Certificate | None"]


def roots(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order whose sides, subtracted, are linear in a square root that stands nowhere inside of another."""
    if search.depth > DEEPEST or probe.fails(facts, goal):
        return None
    try:
        left = cleared(search, facts, goal)
        if left is None or len(left.rest.num) > MOST_TERMS:
            return None
        ring = left.facts.normalizer.ring
        negative = {number for monomial, c in ring.numerator_terms(left.rest) if c < 0 for number, _ in monomial}
        numbers = ring.generators(left.rest)
        for number in sorted(numbers, key=lambda each: each not in negative):  # what is on the smaller side, first
            found = _squared(search, left, number)
            if found is not None:
                return found
    except (*NOT_NORMAL, LookupError):
        return None
    return None


def _squared(search: Search, left: Cleared, number: int) -> Certificate | None:
    normalizer = left.facts.normalizer
    ring = normalizer.ring
    key = normalizer.atoms[number]
    if key[0] != "root" or int(left.rest.num.degrees()[number]) != 1:
        return None
    square: Quotient = ring.thaw(key[1])
    factors = ring.factors(square)[1]
    if square.den is None and factors and all(power % 2 == 0 for _, power in factors):
        return None
    terms = ring.numerator_terms(left.rest)
    u = ring.from_terms([(monomial, c) for monomial, c in terms if number not in dict(monomial)])
    v = ring.from_terms(
        [(tuple(m for m in monomial if m[0] != number), c) for monomial, c in terms if number in dict(monomial)]
    )
    back = Readback(normalizer)
    factor = back.scalar(v)
    known = left.facts.range(factor)
    if not known.is_nonnegative and not known.is_nonpositive:
        return None
    rest, root = back.scalar(u), back.atom(number)
    if not has_value(left.facts, rest, root):
        return None
    gap = normalizer.reduce(ring.subtract(ring.multiply(u, u), ring.multiply(ring.multiply(v, v), square)))
    if known.is_nonnegative:
        gap = ring.negative(gap)
    relation = "<" if left.strict else "<="
    if left.strict and normalizer.ring.is_zero(u) and known.is_positive:
        positive = st.Relation("<", ZERO, back.scalar(square))
        proof = search.prove(left.facts, positive)
        fact = st.Relation("<", ZERO, back.scalar(left.rest))
        return None if proof is None else left.whole(fact, ct.Have(positive, proof, ct.Evident()), left.from_rest())
    squares = st.Relation(relation, ZERO, back.scalar(gap))
    value = st.Relation(relation, ZERO, back.scalar(left.rest))
    scaled = short_product([factor if known.is_nonnegative else tm.Neg(factor), root])  # >= 0

    def prove(facts: Facts) -> Certificate | None:
        return search.prove(facts, squares)

    proof = (above if known.is_nonnegative else below)(search, left.facts, value, rest, scaled, squares, prove)
    return None if proof is None else left.whole(value, proof, left.from_rest())


def above(
    search: Search,
    facts: Facts,
    value: st.Relation,
    u: tm.Scalar,
    scaled: tm.Scalar,
    squares: st.Relation,
    prove: Prove,
) -> Certificate | None:
    """0 <= u + s with s >= 0: where u < 0, from u**2 <= s**2, which is proved by `prove`."""
    negative = st.Relation("<", u, ZERO)
    inside = facts.extended([negative])
    proof = prove(inside)
    if proof is None:
        return None
    number = len(facts.props)
    by_squares = ct.Have(squares, proof, ct.Combination((ct.Piece(ONE / (scaled + tm.Neg(u)), (number + 1,)),)))
    # Not u < 0: u >= 0, which is fact `number`. A strict goal needs more than that.
    if value.kind == "<":
        weak = search.prove(facts.extended([st.Relation(">=", u, ZERO)]), value)
    else:
        weak = ct.Combination((ct.Piece(ONE, (number,)), ct.Piece(scaled)))
    return None if weak is None else ct.Cases(negative, by_squares, weak)


def below(
    search: Search,
    facts: Facts,
    value: st.Relation,
    u: tm.Scalar,
    scaled: tm.Scalar,
    squares: st.Relation,
    prove: Prove,
) -> Certificate | None:
    """0 <= u - s with s >= 0: from 0 <= u and s**2 <= u**2, which is proved by `prove`."""
    sign = st.Relation("<=", ZERO, u)
    first = search.prove(facts, sign)
    if first is None:
        return None
    inside = facts.extended([sign])
    number = len(facts.props)
    second = prove(inside)
    if second is None:
        return None
    total = u + scaled
    positive = st.Relation("<", ZERO, total)
    by_squares = ct.Combination((ct.Piece(ONE / total, (number + 1,)),))
    # Where u + s <= 0, u - s = 2 u - (u + s) >= 0. A strict goal has s**2 < u**2 <= u (u + s), so u + s is not <= 0.
    at_zero: Certificate = ct.Combination((ct.Piece(tm.Number(Fraction(2)), (number,)), ct.Piece(ONE, (number + 2,))))
    if value.kind == "<":
        own = ct.Piece(scaled**2), ct.Piece(scaled, (number,))
        at_zero = ct.Absurd(ct.Combination((ct.Piece(ONE, (number + 1,)), *own, ct.Piece(ONE, (number, number + 2)))))
    return ct.Have(sign, first, ct.Have(squares, second, ct.Cases(positive, by_squares, at_zero)))

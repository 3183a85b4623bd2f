"""Orders that are linear in an inner product <a, b>: it lies between -|a| |b| and |a| |b|, so they hold if they do at both ends.

With p = |a| |b| > 0, 2 p (u + v <a, b>) = (p - <a, b>) (u - v p) + (p + <a, b>) (u + v p); with p = 0, <a, b> is 0, too. What is
left at the ends speaks of lengths alone. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.vectors import of_cauchy_schwarz
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, in_turn, state, sum_of_facts
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

DEEPEST, SECONDS = 8, 0.4


def between_lengths(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that is linear in the one inner product that it holds, from what it says where the vectors are parallel."""
    if search.depth > DEEPEST or goal.kind in ("=", "!=") or not goal.mentions(tm.Inner, tm.Norm):
        return None
    try:
        left = cleared(search, facts, goal)
        if left is None or left.strict:
            return None
        normalizer = left.facts.normalizer
        letters = normalizer.ring.generators(left.rest)
        products = [k for k in letters if normalizer.atoms[k][0] == "inner" and len(set(normalizer.atoms[k][1:])) == 2]
        if len(products) != 1 or int(left.rest.num.degrees()[products[0]]) != 1:
            return None
        return _from_ends(search, left, products[0])
    except (*NOT_NORMAL, LookupError):
        return None


def _from_ends(search: Search, left: Cleared, number: int) -> Certificate | None:
    """0 <= u + v <a, b> from 0 <= u + v |a| |b| and 0 <= u - v |a| |b|."""
    normalizer = left.facts.normalizer
    ring, back = normalizer.ring, Readback(normalizer)
    terms = ring.numerator_terms(left.rest)
    u = ring.from_terms([(monomial, c) for monomial, c in terms if number not in dict(monomial)])
    v = ring.from_terms(
        [(tuple(m for m in monomial if m[0] != number), c) for monomial, c in terms if number in dict(monomial)]
    )
    if any(normalizer.atoms[k][0] == "root" and number in ring.generators(ring.thaw(normalizer.atoms[k][1]))
           for k in ring.generators(left.rest)):  # fmt: skip
        return None
    _, i, j = normalizer.atoms[number]
    first, second = back.vector_atom(i), back.vector_atom(j)
    inner, bound = tm.Inner(first, second), tm.Norm(first) * tm.Norm(second)
    value, rest, slope = (back.scalar(part) for part in (left.rest, u, v))
    ends = (st.Relation("<=", ZERO, rest + slope * bound), st.Relation("<=", ZERO, rest - slope * bound))
    stated = in_turn(search.without(between_lengths, SECONDS), left.facts, ends)
    if stated is None:
        return None
    above = len(left.facts.props)  # the number of the fact at the upper end; then the one at the lower end
    known = left.facts.extended([*ends, *of_cauchy_schwarz(first, second)])
    whole = st.Relation("<=", ZERO, value)
    apart = st.Relation(">", bound, ZERO)
    half = ONE / (2 * bound)
    mixed = ct.Combination((ct.Piece(half, (above + 3, above + 1)), ct.Piece(half, (above + 4, above))))
    none = _of_nothing(search, known.extended([st.Relation("<=", bound, ZERO)]), whole, inner, bound)
    if none is None:
        return None
    proof = state(stated, ct.CauchySchwarz(first, second, ct.Cases(apart, mixed, none)))
    return left.whole(whole, proof, left.from_rest())


def _of_nothing(
    search: Search, facts: Facts, goal: st.Relation, inner: tm.Scalar, bound: tm.Scalar
) -> Certificate | None:
    """The goal where |a| |b| <= 0: it and <a, b> are 0."""
    number = len(facts.props)
    at_most, at_least = number - 3, number - 2  # <a, b> <= |a| |b| and its opposite, of what was stated last
    length = ct.Between(sum_of_facts(number - 1), ct.Evident())
    nothing = st.Relation("=", bound, ZERO)
    same = st.Relation("=", inner, ZERO)
    both = ct.Between(
        sum_of_facts(at_most, number - 1),
        sum_of_facts(at_least, number - 1),
    )
    rest = search.aside((("ideal", ideal), *search.named("linear", "positivity"))).prove(
        facts.extended([nothing, same]), goal
    )
    return None if rest is None else ct.Have(nothing, length, ct.Have(same, both, rest))

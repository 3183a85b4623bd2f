"""Arithmetic and geometric means: a sum of products of powers of letters > 0 is at least one such product, by what is known of
another.

Let sum c_i m_i = c m where all letters are t. With x_i the quotient m_i/m over its value there, the difference of the sides is m
times a sum of w_i*(x_i - 1), which is at least that of w_i*log(x_i): and this is 0, or a multiple of log(M) - log(N) for a fact
M >= N or M = N between products. So a + b + c + d + e >= 5 from a*b*c*d*e = 1. Untrusted.

Limits: one product on the side of the mean; one fact.
"""

from __future__ import annotations

from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.problem import raised, short_product
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, state
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Polynomials, Quotient, as_fraction

DEEPEST, MOST, HIGHEST = 5, 24, 24
PLACES = tuple(map(Fraction, ("1", "2", "1/2", "3", "1/3", "1/4", "1/5")))
Product = tuple[Fraction, dict[int, int]]
"""A coefficient, and the exponents of letters."""
Letters = dict[int, tm.Scalar]


def geometric(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between a sum and a product, by the logarithms of what is added."""
    ends = oriented(goal)
    if ends is None or ends[2] or search.depth > DEEPEST:
        return None
    try:
        left = cleared(search, facts, goal)
        if left is None or left.rest.den is not None or left.rest.num.total_degree() > HIGHEST:
            return None
        back, products = Readback(left.facts.normalizer), _products(left.facts.normalizer.ring, left.rest)
        if not 2 < len(products) <= MOST or sum(c < 0 for c, _ in products) != 1:
            return None
        letters: Letters = {letter: back.atom(letter) for _, powers in products for letter in powers}
        if not all(left.facts.range(letter).is_positive for letter in letters.values()):
            return None
        for place in PLACES:
            found = _at(left, products, letters, place)
            if found is not None:
                return found
    except (*NOT_NORMAL, LookupError):
        return None
    return None


def _at(left: Cleared, products: list[Product], letters: Letters, place: Fraction) -> Certificate | None:
    """A certificate by the tangents of the logarithm at a place where the sides are equal."""
    _, mean = next(product for product in products if product[0] < 0)
    ratios = [place ** (sum(powers.values()) - sum(mean.values())) for _, powers in products]
    weights = [c * ratio for (c, _), ratio in zip(products, ratios, strict=True)]
    if sum(weights) != 0:
        return None
    slopes = {x: sum(w * powers.get(x, 0) for w, (_, powers) in zip(weights, products, strict=True)) for x in letters}
    known = _known(left.facts, letters, {x: slope for x, slope in slopes.items() if slope}, place)
    if known is None:
        return None
    order, number, factor = known
    whole, first = _written(mean, letters), left.number + (order is not None)
    stated, pieces, laws = [*left.stated], list[ct.Piece](), list[tuple[str, tuple[tm.Scalar, ...]]]()
    if order is not None:
        stated.append((order, ct.Combination((ct.Piece(tm.Number(factor / abs(factor)), (number,)),))))
        laws.append(("log_increasing", (tm.scalar(order.left), tm.scalar(order.right))))
        pieces.append(ct.Piece(short_product([left.weight, whole, tm.Number(abs(factor))]), (first,)))
    for weight, ratio, (_, powers) in zip(weights, ratios, products, strict=True):
        if powers != mean:
            at = _written(powers, letters) / (tm.Number(ratio) * whole)
            pieces.append(ct.Piece(short_product([left.weight, whole, tm.Number(weight)]), (first + len(laws),)))
            laws.append(("log_below_tangent", (at,)))
    found: Certificate = ct.Combination(tuple(pieces))
    for law, values in reversed(laws):
        found = ct.Law(law, values, found)
    return state(stated, found)


def _known(
    facts: Facts, letters: Letters, slopes: dict[int, Fraction], place: Fraction
) -> tuple[st.Relation | None, int, Fraction] | None:
    """An order N <= M between products, equal at the place, the slopes of whose logarithms are in proportion to some; the number
    of the fact that says so, and the proportion; < 0 where an equation is read from right to left."""
    if not slopes:
        return None, 0, Fraction(0)
    normalizer = facts.normalizer
    for number, fact in enumerate(facts.props):
        if not isinstance(fact, st.Relation) or fact.kind == "!=" or not isinstance(fact.left, tm.Scalar):
            continue
        small, large, _ = oriented(fact) or (tm.scalar(fact.right), fact.left, False)
        gap = normalizer.difference(large, small)
        two = [] if gap.den is not None else _products(normalizer.ring, gap)
        if len(two) != 2 or sum(c * place ** sum(powers.values()) for c, powers in two) != 0:
            continue
        (c, more), (d, less) = sorted(two, key=lambda product: product[0], reverse=True)
        steps = {x: more.get(x, 0) - less.get(x, 0) for x in {**more, **less}}
        x = next(iter(slopes))
        factor = slopes[x] / steps[x] if steps.get(x) else Fraction(0)
        if {x: factor * step for x, step in steps.items() if step} != slopes or (factor < 0 and fact.kind != "="):
            continue
        sides = [tm.Number(abs(each)) * _written(powers, letters) for each, powers in ((d, less), (c, more))]
        return st.Relation("<=", *(sides if factor > 0 else sides[::-1])), number, factor
    return None


def _products(ring: Polynomials, value: Quotient) -> list[Product]:
    return [(as_fraction(c), dict(powers)) for powers, c in ring.numerator_terms(value)]


def _written(powers: dict[int, int], letters: Letters) -> tm.Scalar:
    return short_product([raised(letters[x], power) for x, power in powers.items()])

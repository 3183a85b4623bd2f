"""Orders between lengths, inner products and values of functions: facts times monomials in letters that are positive.

A step of gradient descent is a sum of facts with weights such as eta/L, and of bounds on the step length times a squared
length: 1/L - eta >= 0 times |g|**2; bounds of a length are taken times the lengths of the goal. The weights are monomials, the
lengths those that are spoken of; an exact simplex finds the multipliers, and the kernel adds again. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations_with_replacement

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import Candidate, cleared, gaps, sums_to, with_equations
from symproof.engines.polynomials.problem import short_product
from symproof.engines.polynomials.ring import equations
from symproof.engines.search import Search
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Quotient

MOST_LETTERS, MOST_LENGTHS, MOST_FACTS = 3, 6, 32
TWO = tm.scalar(2)


def multiples(_: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order by multiples of facts."""
    spoken = [goal, *(fact for fact in facts.props if isinstance(fact, st.Relation))]
    lengths = list(dict.fromkeys(v for prop in spoken for v in _lengths(prop)))[:MOST_LENGTHS]
    if not lengths or not isinstance(goal.left, tm.Scalar) or goal.kind in ("=", "!="):
        return None
    norms = list[tm.Scalar](dict.fromkeys(goal.outer(tm.Norm)))[:MOST_LENGTHS]
    free = sorted(goal.free.union(*(p.free for p in spoken)), key=str)
    letters = [x for x in free if isinstance(x, tm.Variable) and _is_weight(facts, x)]
    if len(letters) > MOST_LETTERS:
        return None
    weights = [short_product(row) for size in range(3) for row in combinations_with_replacement(letters, size)]
    for some in (weights[: 1 + len(letters)], weights):
        found = with_equations(facts, goal, partial(_pieces, lengths, norms, some))
        if found is not None:
            return found
    return None


def _pieces(
    lengths: list[tm.Scalar],
    norms: list[tm.Scalar],
    weights: list[tm.Scalar],
    facts: Facts,
    normalizer: Normalizer,
    value: Quotient,
    strict: bool,
    rewrites: tuple[int, ...],
) -> tuple[ct.Piece, ...] | None:
    """Pieces that add up to the value."""
    ring = normalizer.ring

    def times(base: Candidate, *factors: tm.Scalar) -> Candidate:
        term = short_product(factors)
        product = normalizer.reduce(ring.multiply(base.value, normalizer.scalar(term)))
        weight = short_product((base.weight, *factors))
        return Candidate(weight, base.facts, product, base.strict and term in weights, base.free)

    cleared_goal = (ONE, value) if value.den is None else cleared(facts, normalizer, value)
    if cleared_goal is None:
        return None
    scale, value = cleared_goal
    one = Candidate(ONE, (), ring.constant(1))
    numbers, others, bounds = [one], list(_equations(facts, normalizer, rewrites)), list[Candidate]()
    for number, fact, gap in gaps(facts, normalizer):
        weighed = (ONE, gap) if gap.den is None else cleared(facts, normalizer, gap)
        if weighed is not None and not isinstance(fact.left, tm.Elementary):  # of |x| <= y there is x <= y beside it
            kind = others if fact.mentions(tm.Inner, tm.Norm, tm.Apply) else numbers
            kind.append(Candidate(weighed[0], (number,), weighed[1], fact.kind in ("<", ">")))
            if isinstance(fact.left, tm.Norm) and fact.kind == "<=" and weighed[0] == ONE:
                bounds.append(kind[-1])
                kind.append(times(kind[-1], fact.left + tm.scalar(fact.right)))  # the squares
    found = [times(base, weight) for base in (*numbers, *others)[:MOST_FACTS] for weight in weights]
    found += [times(base, weight, length) for base in numbers for weight in weights for length in lengths]
    found += [times(base, norm) for base in bounds for norm in norms]
    return sums_to(normalizer, value, [c for c in found if c.value.den is None], strict, scale)


def _equations(facts: Facts, normalizer: Normalizer, rewrites: tuple[int, ...]) -> Iterator[Candidate]:
    for number, equation in equations(facts, vectors=False):
        if number not in rewrites and isinstance(equation.left, tm.Scalar) and isinstance(equation.right, tm.Scalar):
            gap = normalizer.difference(equation.left, equation.right)
            if gap.den is None and not normalizer.ring.is_zero(gap):
                yield Candidate(ONE, (number,), gap, free=True)


def _lengths(term: tm.Term) -> Iterator[tm.Scalar]:
    """The squared lengths that are spoken of, and those of gradients."""
    match term:
        case st.Each() | st.Exists():
            return
        case tm.Norm():
            yield tm.Pow(term, TWO)
        case tm.GradientAt():
            yield tm.Pow(tm.Norm(term), TWO)
    for child in term.children():
        yield from _lengths(child)


def _is_weight(facts: Facts, letter: tm.Variable) -> bool:
    return not tm.is_integer(letter) and facts.range(letter).is_nonnegative

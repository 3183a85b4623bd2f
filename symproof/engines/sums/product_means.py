"""The geometric mean of many numbers: a product over a range, against the sum over it.

For f(1), ..., f(n) that are not negative and any m > 0, f(k) <= m exp(f(k)/m - 1) for each k; multiplied up, product(f) <=
m**n exp(sum(f)/m - n). At m = sum(f)/n that is AM-GM; at m = 1 it bounds a sum by a product that is known. By a known product
of f, one of g is bounded where c**p f <= g**p, factor by factor: product(1 + f) >= 2**n where product(f) = 1. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.laws import laws
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search, state
from symproof.engines.sums.factorwise import by_factors, factorwise
from symproof.functions import exp
from symproof.substitution import body_at, fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

DEEPEST, POWERS = 3, (1, 2, 3)


def product_means(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that holds a product over a range, or follows from what is known of one."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST or search.inductions:
        return None
    others = search.without(product_means)
    try:
        for whole in dict.fromkeys(ends[0].outer(tm.Product)):
            if (found := _at_the_mean(others, facts, goal, whole)) is not None:
                return found
        for whole in dict.fromkeys(_known(facts)):
            found = _of_a_sum(others, facts, goal, whole) or _of_a_product(others, facts, goal, whole)
            if found is not None:
                return found
    except (*NOT_NORMAL, LookupError):
        pass
    return None


def _known(facts: Facts) -> Iterator[tm.Product]:
    """The products that are a side of an equation."""
    for fact in facts.props:
        if st.is_equation(fact):
            yield from (side for side in (fact.left, fact.right) if isinstance(side, tm.Product))


def _count(whole: tm.Product) -> tm.Scalar:
    return whole.high - whole.low + 1


def _sum(whole: tm.Product, body: tm.Scalar) -> tm.Sum:
    return tm.Sum(body, whole.index, whole.low, whole.high)


def _bound(search: Search, facts: Facts, whole: tm.Product, m: tm.Scalar) -> tuple[st.Relation, Certificate] | None:
    """product(f) <= m**n exp(sum(f)/m - n), and its proof."""
    count = _count(whole)
    k = fresh(tm.Variable("k", "natural", least=1), names_in(whole, m, *facts.props))

    def factor(at: tm.Scalar) -> tm.Scalar:
        return tm.scalar(body_at(whole, at + whole.low - 1))

    def multiplied(index: tm.Variable, last: tm.Variable) -> tm.Scalar:
        return m**last * exp(tm.Sum(factor(index), index, ONE, last) / m - last)

    bound = st.Relation("<=", whole, m**count * exp(_sum(whole, whole.body) / m - count))
    proof = by_factors(search, facts, bound, factor(k), m * exp(factor(k) / m - 1), k, count, multiplied)
    return None if proof is None else (bound, proof)


def _at_the_mean(search: Search, facts: Facts, goal: st.Relation, whole: tm.Product) -> Certificate | None:
    """The goal, with product(f) <= (sum(f)/n)**n."""
    count, added = _count(whole), _sum(whole, whole.body)
    if not any(part == added for part in goal.outer(tm.Sum)) or not facts.evident(st.Relation(">=", count, ONE)):
        return None
    positive = st.Relation(">", added, ZERO)
    letter = fresh(tm.Variable("m", sign="positive"), names_in(goal, *facts.props))
    known = facts.extended([positive])
    found = None if (sign := search.prove(facts, positive)) is None else _bound(search, known, whole, letter)
    if sign is None or found is None:
        return None
    bound, proof = found
    number, mean = len(known.props), added / count
    rest = search.prove(known.extended([st.Each(letter, bound), substitute(bound, {letter: mean})]), goal)
    if rest is None:
        return None
    return state([(positive, sign), (st.Each(letter, bound), ct.Suppose(proof))], ct.Instance(number, mean, rest))


def _of_a_sum(search: Search, facts: Facts, goal: st.Relation, whole: tm.Product) -> Certificate | None:
    """The goal, with sum(g) >= n, where product(g) >= 1 by what is known of product(f)."""
    for added in dict.fromkeys(goal.outer(tm.Sum)):
        if (added.index, added.low, added.high) != (whole.index, whole.low, whole.high):
            continue
        if (found := _bound(search, facts, tm.Product(added.body, whole.index, whole.low, whole.high), ONE)) is None:
            continue
        bound, proof = found
        least = st.Relation(">=", added, _count(whole))
        then = laws(search, facts.extended([bound]), least)
        rest = None if then is None else search.prove(facts.extended([bound, least]), goal)
        if then is not None and rest is not None:
            return state([(bound, proof), (least, then)], rest)
    return None


def _of_a_product(search: Search, facts: Facts, goal: st.Relation, whole: tm.Product) -> Certificate | None:
    """The goal c**n <= product(g), from c**(p n) product(f) <= product(g)**p."""
    ends = oriented(goal)
    match ends:
        case (tm.Pow(base, _) as small, tm.Product() as large, False) if not any(True for _ in base.outer(tm.Product)):
            pass
        case _:
            return None
    for power in POWERS:
        times = small.exponent if power == 1 else power * small.exponent
        least = st.Relation("<=", base**times * whole, large if power == 1 else large**power)
        if (proof := factorwise(search, facts, least)) is not None:
            rest = search.prove(facts.extended([least]), goal)
            return None if rest is None else ct.Have(least, proof, rest)
    return None

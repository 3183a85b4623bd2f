"""Jensen's inequality for sums: a function at a mean is at most the mean of the function, where it is convex.

At the mean m, which the order speaks of or a fact about a sum says, the tangent lies on one side:
w f(x) - w (f(m) + f'(m) (x - m)) has one sign for each term, where w is its weight. Added up, that is a fact; what the weights
add up to, and that m is the mean, are for the engines that multiply and add.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.multiplier import multiplier
from symproof.engines.search import Search
from symproof.engines.sums.termwise import termwise
from symproof.engines.valued import has_value
from symproof.substitution import body_at, fresh, names_in, replaced, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.calculus import differentiate
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST, DEEPEST = 3, 2
CONCAVE = ("log", "sqrt")
FUNCTIONS = ("exp", *CONCAVE)
SIGNS = {"positive": ">", "nonnegative": ">="}


def jensen(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between a function of a mean and sums of the function."""
    if oriented(goal) is None or search.depth > DEEPEST:
        return None
    inner = search.without(jensen)
    for mean, bound in [*islice(_bounds(facts, goal), MOST), *islice(_at_known_means(facts, goal), MOST)]:
        letter, inside = facts.opened(bound.symbol, None, None, bound.body)
        opened = body_at(bound, letter)
        assert isinstance(opened, st.Relation)  # as the bound is
        proof = termwise(inner, inside, opened)
        known = facts.extended([bound, body_at(bound, mean)])
        rest = None if proof is None else inner.prove(known, goal)
        if proof is not None and rest is not None:
            search.words += inner.words
            return ct.Have(bound, ct.Suppose(proof), ct.Instance(len(facts.props), mean, rest))
    return None


def _bounds(facts: Facts, goal: st.Relation) -> Iterator[tuple[tm.Scalar, st.Each]]:
    """Means, and that the tangent at any place lies on one side of a sum: of a letter, as a product of sums has no terms."""
    taken = names_in(goal, *facts.props)
    sums = list(dict.fromkeys(goal.outer(tm.Sum)))
    for whole in dict.fromkeys(_of_means(goal)):
        concave, mean = tm.is_elementary(whole, *CONCAVE), _place(whole)
        signs = [sign for sign, kind in SIGNS.items() if facts.evident(st.Relation(kind, mean, ZERO))]
        if concave and signs[:1] != ["positive"]:
            continue
        x = fresh(tm.Variable("m", sign=signs[0] if signs else ""), taken)
        value = tm.scalar(replaced(whole, {mean: x}))
        for total in sums:
            for part in dict.fromkeys(_alike(total.body, whole)):
                weight = _weight(facts, total, part)
                if weight is not None:
                    tangent = value + differentiate(value, x) * (_place(part) - x)
                    gap = tm.Sum(weight * (tangent - part), total.index, total.low, total.high)
                    yield mean, st.Each(x, st.Relation(">=" if concave else "<=", gap, ZERO))
                    if tm.is_elementary(whole, "log"):  # -log y is convex in 1/y as well
                        inverse = tm.Sum(
                            weight * (part - value - 1 + x / _place(part)), total.index, total.low, total.high
                        )
                        yield mean, st.Each(x, st.Relation(">=", inverse, ZERO))


def _at_known_means(facts: Facts, goal: st.Relation) -> Iterator[tuple[tm.Scalar, st.Each]]:
    """The same for functions of what a fact adds up over the range of a sum in the goal: sum(a) = n says that 1 is the mean."""
    taken = names_in(goal, *facts.props)
    for fact in facts.props:
        match fact:
            case st.Relation("=", tm.Sum() as added, tm.Scalar() as value) if not value.mentions(tm.Sum):
                mean = value / (added.high - added.low + 1)
            case _:
                continue
        if not has_value(facts, mean):
            continue
        for total in dict.fromkeys(goal.outer(tm.Sum)):
            inside = body_at(added, total.index)
            if (total.low, total.high) != (added.low, added.high):
                continue
            for part in dict.fromkeys(total.body.subterms()):
                square = isinstance(part, tm.Pow) and isinstance(part.exponent, tm.Number)
                if not (square or tm.is_elementary(part, *FUNCTIONS)) or part.children()[0] != inside:
                    continue
                sign = next((sign for sign, kind in SIGNS.items() if facts.evident(st.Relation(kind, mean, ZERO))), "")
                concave = tm.is_elementary(part, *CONCAVE)
                weight = _weight(facts, total, tm.scalar(part)) if sign == "positive" or not concave else None
                if weight is not None:
                    x = fresh(tm.Variable("m", sign=sign), taken)
                    value = tm.scalar(replaced(part, {inside: x}))
                    gap = weight * (value + differentiate(value, x) * (inside - x) - part)
                    order = st.Relation(
                        ">=" if concave else "<=", tm.Sum(gap, total.index, total.low, total.high), ZERO
                    )
                    yield mean, st.Each(x, order)


def _place(whole: tm.Scalar) -> tm.Scalar:
    """Where a function or a power is taken."""
    place = whole.children()[0]
    assert isinstance(place, tm.Scalar)  # as both are of numbers
    return place


def _of_means(term: tm.Term) -> Iterator[tm.Scalar]:
    """Functions of what holds sums."""
    for part in term.outer(tm.Scalar):
        match part:
            case tm.Elementary(name, _) if name in FUNCTIONS and any(True for _ in part.outer(tm.Sum)):
                yield part
            case tm.Pow(place, tm.Number()) if any(True for _ in place.outer(tm.Sum)):
                yield part


def _alike(term: tm.Term, whole: tm.Scalar) -> Iterator[tm.Scalar]:
    """The same function in a term."""
    for part in term.subterms():
        match part, whole:
            case (tm.Elementary(name, _), tm.Elementary(other, _)) if name == other:
                yield part
            case (tm.Pow(_, exponent), tm.Pow(_, other)) if exponent == other:
                yield part


def _weight(facts: Facts, total: tm.Sum, part: tm.Scalar) -> tm.Scalar | None:
    """What a part of the terms of a sum is multiplied by, where it is a factor."""
    letter, inside = facts.opened(total.index, total.low, total.high, total.body)
    mark = fresh(tm.Variable("y"), names_in(total, letter, *facts.props))
    body = replaced(total.body, {part: mark})
    weight = multiplier(inside, tm.scalar(substitute(body, {total.index: letter})), mark)
    return None if weight is None else substitute(weight, {letter: total.index})

"""Jensen's inequality for functions that are known by hypotheses only: f(sum w x) <= sum w f(x), where w >= 0 and sum w = 1.

An average that has a name is put in. Where gradients stand at the points, the tangents there are added.
By induction over the number of terms: with the first l weights, and all that is left given to any point y,
f(sum w x + (1 - sum w) y) <= sum w f(x) + (1 - sum w) f(y). One more weight is convexity between its point and y.
Source: Boyd, Vandenberghe, "Convex Optimization", 2004, section 3.1.8.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.points import state_at
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.multiplier import multiplier
from symproof.engines.polynomials.readback import Readback, in_normal_form
from symproof.engines.search import Search, Step, Wrap, closed, in_turn, state, sum_of_facts
from symproof.properties import Property, unfold
from symproof.substitution import fresh, names_in, replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST = 2
LETTERS = (tm.Variable, tm.VectorVariable)
SUMS = (tm.Sum, tm.VectorSum)


@dataclass(frozen=True)
class Mixture:
    """Weights, points and the place of a function that is said to be convex, for the terms low..high of a sum."""

    convex: int
    function: tm.Function
    index: tm.Variable
    low: tm.Scalar
    high: tm.Scalar
    weight: tm.Scalar
    point: Any

    def there(self, place: tm.Scalar) -> tuple[Any, Any]:
        """A weight and its point."""
        return tuple(substitute(term, {self.index: place}) for term in (self.weight, self.point))  # type: ignore[return-value]

    def sums(self, count: tm.Scalar) -> tuple[tm.Scalar, Any, tm.Scalar]:
        """The sums of the first so many weights, weighted points and weighted values."""
        ends = (self.index, self.low, self.low + count - ONE)
        of_points = tm.VectorSum if isinstance(self.point, tm.Vector) else tm.Sum
        value = self.function(self.point)
        return (
            tm.Sum(self.weight, *ends),
            of_points(self.weight * self.point, *ends),
            tm.Sum(self.weight * value, *ends),
        )

    def bound(self, count: tm.Scalar, y: Any) -> st.Implies:
        """What holds with so many terms, and the rest of the weight at y."""
        weights, points, values = self.sums(count)
        rest = ONE - weights
        premise = st.And((st.Relation("<=", weights, ONE), st.Relation("<=", self.low + count - ONE, self.high)))
        below = st.Relation("<=", self.function(points + rest * y), values + rest * self.function(y))
        return st.Implies(premise, below)


def mixtures(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order in which a convex function is taken at a weighted sum, and at the terms."""
    if oriented(goal) is None or search.inductions:
        return None
    if (found := _of_points(search, facts, goal) or _named(search, facts, goal)) is not None:
        return found
    for number, mixture in enumerate(_mixtures(facts, goal)):
        if number == MOST:
            break
        if (found := _with(search, facts, goal, mixture)) is not None:
            return found
    return None


def _named(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal where a function is taken at a letter that is given by a sum, which is put in for it."""
    for number, fact in enumerate(facts.props):
        if not st.is_equation(fact) or not isinstance(fact.left, LETTERS):
            continue
        taken = [place for place in goal.outer(tm.Apply) if place.arg == fact.left]
        summed = fact.right.mentions(*SUMS)
        if not summed or fact.left in fact.right.free or all(_convex(facts, x.function) is None for x in taken):
            continue
        whole = substitute(goal, {fact.left: fact.right})
        proof = search.prove(facts, whole) if isinstance(whole, st.Relation) else None
        if proof is not None:
            last = sum_of_facts(len(facts.props), rewrites=(number,))
            return ct.Have(whole, proof, last)
    return None


def _of_points(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal where a function is taken between three points or more: two of them at a time."""
    places = list(dict.fromkeys(goal.outer(tm.Apply)))
    wraps: list[Wrap] = []
    known = facts
    for place in places:
        others = [x.arg for x in places if x.function == place.function and x != place]
        weights = _weights(facts, place.arg, others) if len(others) > 2 else None
        if weights is None or (convex := _convex(facts, place.function)) is None:
            continue
        (rest, middle), *pairs = reversed(weights)
        for weight, point in pairs:  # from the last point on, the mean of it and of those behind it
            share = weight / (weight + rest)
            stated = state_at(search, known, goal, convex, (point, middle, share))
            if stated is None:
                return None
            wraps.append(stated[0])
            known = stated[1]
            rest, middle = weight + rest, share * point + (ONE - share) * middle
    proof = search.go_on(mixtures, known, goal) if wraps else None
    search.words += ["jensen"] if proof is not None else []
    return closed(wraps, proof)


def _weights(facts: Facts, mean: Any, points: list[Any]) -> list[tuple[tm.Scalar, Any]] | None:
    """Points with positive weights, of which a term is written as the sum; that the weights add up to 1, the goal asks for."""
    zero: Any = tm.ZeroVector() if isinstance(mean, tm.Vector) else ZERO
    mark: Any = fresh(
        tm.VectorVariable("u") if isinstance(mean, tm.Vector) else tm.Variable("u"), names_in(mean, *points)
    )
    weights: list[tuple[tm.Scalar, Any]] = []
    for point in points:
        alone = replaced(mean, {other: mark if other == point else zero for other in points})
        weight = _factor(facts, alone, mark) if mark in alone.free else None
        if weight is not None and facts.evident(st.Relation("<", ZERO, weight)):
            weights.append((weight, point))
    if len(weights) < 3:
        return None
    whole = sum((weight * point for weight, point in weights[1:]), weights[0][0] * weights[0][1])
    total = sum((weight for weight, _ in weights[1:]), weights[0][0])
    return weights if facts.evident(st.Relation("=", whole, mean)) and facts.evident(total > 0) else None


def _with(search: Search, facts: Facts, goal: st.Relation, mixture: Mixture) -> Certificate | None:
    slopes = _tangents(search.without(mixtures), facts, goal, mixture)
    if slopes is None:
        return None
    facts = facts.extended([prop for prop, _ in slopes])
    taken = names_in(goal, *facts.props)
    count: tm.Variable = fresh(tm.Variable("l", "natural", least=0), taken)
    letter = tm.VectorVariable("y") if isinstance(mixture.point, tm.Vector) else tm.Variable("y")
    y: Any = fresh(letter, taken)
    lemma = st.Each(y, mixture.bound(count, y))
    proof = _by_induction(search, facts, mixture, lemma, count)
    if proof is None:
        return None
    terms = mixture.high - mixture.low + ONE
    _, here = mixture.there(mixture.low)
    whole = mixture.bound(terms, here)
    weights = whole.left.args[0].left  # type: ignore[attr-defined]  # as `bound` says
    all_of_it = st.Relation("=", weights, ONE)
    inner = search.aside(search.others(mixtures))
    whole_weight = inner.prove(facts, all_of_it) if facts.evident(st.Relation("<=", ZERO, terms)) else None
    if whole_weight is None:
        return None
    number = len(facts.props)
    known = facts.extended([st.Each(count, lemma), all_of_it, substitute(lemma, {count: terms}), whole])
    premise = inner.prove(known, whole.left)
    rest = None if premise is None else inner.prove(known.extended([whole.right]), goal)
    if premise is None or rest is None:
        return None
    search.words.append("jensen")
    used = ct.Instance(number, terms, ct.Instance(number + 2, here, ct.Detach(number + 3, premise, rest)))
    return state(slopes, ct.Have(st.Each(count, lemma), ct.Suppose(proof), ct.Have(all_of_it, whole_weight, used)))


def _tangents(search: Search, facts: Facts, goal: st.Relation, mixture: Mixture) -> list[Step] | None:
    """Where a goal has gradients at the points, that the function lies above its tangents at the other places, in the mean."""
    gradients = [each for total in goal.outer(tm.Sum) for each in total.body.outer(tm.GradientAt)]
    if all(each.function != mixture.function for each in gradients):
        return []
    point, ends = mixture.point, (mixture.index, mixture.low, mixture.high)
    slope = tm.GradientAt(mixture.function, point)
    weight = mixture.weight if mixture.index in mixture.weight.free else ONE
    others = [x.arg for x in goal.outer(tm.Apply) if x.function == mixture.function and not x.arg.mentions(*SUMS)]
    above = [
        st.Relation(
            "<=",
            tm.Sum(weight * (mixture.function(point) - mixture.function(other)), *ends),
            tm.Sum(weight * tm.Inner(point - other, slope), *ends),
        )
        for other in dict.fromkeys(others)
    ]
    return in_turn(search, facts, above[:MOST])


def _by_induction(
    search: Search, facts: Facts, mixture: Mixture, lemma: st.Each, count: tm.Variable
) -> Certificate | None:
    inner = search.aside(search.others(mixtures))
    inner.inductions = search.inductions + 1
    base = inner.prove(facts, substitute(lemma, {count: ZERO}))
    if base is None:
        return None
    facts = facts.extended([st.Relation(">=", count, ZERO), lemma])
    hypothesis = len(facts.props) - 1
    more = substitute(lemma, {count: count + ONE})
    y, inside = facts.opened(more.symbol, None, None, more.body)
    bound = mixture.bound(count + ONE, y)
    inside = inside.extended([bound.left]).peeled()
    step = _step(inner, inside, mixture, count, y, hypothesis)
    return None if step is None else ct.Induction(count, 0, base, ct.Suppose(ct.Suppose(ct.Peeled(step))))


def _step(
    search: Search, facts: Facts, mixture: Mixture, count: tm.Variable, y: Any, hypothesis: int
) -> Certificate | None:
    """One weight more: as it is positive, what is left without it is too, and is given to a point between its own and y."""
    weight, _ = mixture.there(mixture.low + count)
    left = ONE - mixture.sums(count)[0]
    positive, enough = st.Relation("<", ZERO, weight), st.Relation("<=", weight, left)
    shown = search.prove(facts, enough)
    if shown is None:
        return None
    lemma, facts = facts.props[hypothesis], facts.extended([enough])
    always = search.prove(facts, positive)
    yes = _between(search, facts.extended([positive]), mixture, count, y, hypothesis)
    if yes is None:
        return None
    if always is not None:
        return ct.Have(enough, shown, ct.Have(positive, always, yes))
    no = facts.extended([st.Relation(">=", ZERO, weight)])
    for factor in (x for x in weight.outer(tm.ScalarAt) if count in x.free):
        nothing = st.Relation("=", factor, ZERO)
        none = search.prove(no, nothing)
        known = no.extended([nothing])
        used = None if none is None else state_at(search, known, lemma, hypothesis, (y,), search.engines)
        if none is not None and used is not None:
            wrap, last = used
            rest = sum_of_facts(len(last.props) - 1, rewrites=(len(no.props),))
            return ct.Have(enough, shown, ct.Cases(positive, yes, ct.Have(nothing, none, wrap(rest))))
    return None


def _between(
    search: Search, facts: Facts, mixture: Mixture, count: tm.Variable, y: Any, hypothesis: int
) -> Certificate | None:
    """The step from two last facts: that the weight is at most what is left, and positive."""
    weight, point = mixture.there(mixture.low + count)
    left = ONE - mixture.sums(count)[0]
    known, lemma = len(facts.props), facts.props[hypothesis]
    share = weight / left
    middle = share * point + (ONE - share) * y
    pieces = {
        st.Relation("<", ZERO, left): (ct.Piece(ONE, (known - 2,)), ct.Piece(ONE, (known - 1,))),
        st.Relation("<=", ZERO, share): (ct.Piece(ONE / left, (known - 1,)),),
        st.Relation("<=", share, ONE): (ct.Piece(ONE / left, (known - 2,)),),
    }
    facts = facts.extended(pieces)
    at_middle = state_at(search, facts, lemma, hypothesis, (middle,), search.engines)
    if at_middle is None:
        return None
    between = state_at(search, at_middle[1], lemma, mixture.convex, (point, y, share), search.engines)
    if between is None:
        return None
    first, second = (len(stated[1].props) - 1 for stated in (at_middle, between))
    both = ct.Combination((ct.Piece(ONE, (first,)), ct.Piece(left, (second,))))
    found = closed((at_middle[0], between[0]), both)
    return state([(prop, ct.Combination(each)) for prop, each in pieces.items()], found)


# Where there are weights ----------------------------------------------------------------------------


def _mixtures(facts: Facts, goal: st.Relation) -> Iterator[Mixture]:
    """The weighted sums of a goal at which a convex function is taken, where a sum holds the function at the terms."""
    relations = (goal, *(fact for fact in facts.props if isinstance(fact, st.Relation)))
    sums = list(dict.fromkeys(total for relation in relations for total in relation.outer(tm.Sum)))
    for place in dict.fromkeys(goal.outer(tm.Apply)):
        inner: list[Any] = [*place.arg.outer(tm.VectorSum if isinstance(place.arg, tm.Vector) else tm.Sum)]
        if len(inner) != 1 or not sums or (convex := _convex(facts, place.function)) is None:
            continue
        (total,) = inner
        for values in sums:
            places: list[Any] = [*values.body.outer(tm.Apply), *values.body.outer(tm.GradientAt)]
            for at in dict.fromkeys(places):
                if at.function == place.function and values.index in at.arg.free and _alike(facts, total, values):
                    point = substitute(at.arg, {values.index: total.index})
                    weight = _weight(facts, place.arg, total, point)
                    if weight is not None:
                        yield Mixture(convex, place.function, total.index, total.low, total.high, weight, point)


def _convex(facts: Facts, function: tm.Function) -> int | None:
    """The number of the fact that a function is convex."""
    convex = unfold(Property("convex", function))
    return facts.props.index(convex) if convex in facts.props else None


def _alike(facts: Facts, total: Any, other: tm.Sum) -> bool:
    """Whether two sums run over the same places."""
    ends = ((total.low, other.low), (total.high, other.high))
    return all(one == same or facts.evident(st.Relation("=", one, same)) for one, same in ends)


def _weight(facts: Facts, arg: Any, total: Any, point: Any) -> tm.Scalar | None:
    """w, where an argument is written as the sum of w times a point."""
    taken = names_in(arg, *facts.props)
    mark: Any = fresh(tm.VectorVariable("u") if isinstance(arg, tm.Vector) else tm.Variable("u"), taken)
    factor = _factor(facts, replaced(arg, {total: mark}), mark)
    x: Any = fresh(mark, {*taken, mark.name})
    each = None if factor is None else _factor(facts, replaced(total.body, {point: x}), x)
    if factor is None or each is None:
        return None
    return each if factor == ONE else factor if each == ONE else factor * each


def _factor(facts: Facts, term: Any, mark: Any) -> tm.Scalar | None:
    """c, where a term is c times a letter."""
    normalizer = facts.normalizer
    try:
        if isinstance(mark, tm.VectorVariable):
            whole, one = normalizer.vector(term), normalizer.vector(mark)
            return Readback(normalizer).scalar(next(iter(whole.values()))) if whole.keys() == one.keys() else None
        slope = multiplier(facts, term, mark)
        return None if slope is None else in_normal_form(normalizer, slope)
    except (*NOT_NORMAL, LookupError):
        return None

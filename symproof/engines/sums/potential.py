"""Sums along a recurrence, by a potential: from w(t + 1) = E(t) for each t, the sum of |E(t) - p|^2 - |w(t) - p|^2 is what it is
at its ends, and what is left over at the last one is not negative.

This is how regrets and rates of descent are bounded. The weight of the potential is read off the sums of the goal; the sum
is proved by the engines for sums, so nothing here is trusted.

Source: Zinkevich, "Online convex programming and generalized infinitesimal gradient ascent", 2003.
Limits: recurrences of one step; potentials that are squares of distances.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, state, sum_of_facts
from symproof.engines.sums.telescoping import telescope
from symproof.substitution import fresh, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient

MOST_CENTRES, MOST_RANGES = 4, 2
DEEPEST, LONGEST = 4, 0.8
"""How deep goals may lie, and the seconds for a sum."""
Place = tm.ScalarAt | tm.VectorAt


def potential(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between sums: what it says without the squares of distances that add up along a recurrence."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST:
        return None
    small, large, strict = ends
    inner = search.without(potential)
    number = len(facts.props)
    for bound, bounded in _bounds(search, facts, goal, large - small):
        left = facts.normalizer.difference(large - small, bound.left - bound.right)  # type: ignore[operator]
        without = st.Relation("<" if strict else "<=", ZERO, Readback(facts.normalizer).scalar(left))
        found = inner.prove(facts.extended([bound]), without)
        if found is not None:
            search.words += inner.words
            both = sum_of_facts(number, number + 1)
            return state([(bound, bounded), (without, found)], both)
    return None


def _bounds(
    search: Search, facts: Facts, goal: st.Relation, gap: tm.Scalar
) -> Iterator[tuple[st.Relation, Certificate]]:
    """What is at least what the square of a distance begins with, with minus and a weight: the sum of its changes; and proofs."""
    from symproof.engines.stages import LIGHT  # whose engines search in their turn

    number = len(facts.props)
    for low, high in list(dict.fromkeys((total.low, total.high) for total in goal.outer(tm.Sum)))[:MOST_RANGES]:
        for total, last, first, step in _sums(facts, goal, low, high):
            weights = _weights(facts, gap, total) or ([ONE / (2 * step)] if step in goal.free else [])
            weights = [each for each in weights if facts.evident(st.Relation(">=", each, ZERO))]
            law = st.Relation("=", total, last - first)
            quick = search.among([("telescope", telescope), *LIGHT], LONGEST)
            proof = quick.prove(facts, law) if weights else None
            if proof is None:
                continue
            for weight in weights:
                rest = st.Relation(">=", weight * last, ZERO)
                if facts.evident(rest):
                    adds = ct.Combination((ct.Piece(weight, (number,)), ct.Piece(ONE, (number + 1,))))
                    bounded = ct.Have(law, proof, ct.Have(rest, ct.Evident(), adds))
                    yield st.Relation(">=", weight * total, -(weight * first)), bounded


def _sums(
    facts: Facts, goal: st.Relation, low: tm.Scalar, high: tm.Scalar
) -> Iterator[tuple[tm.Scalar, tm.Scalar, tm.Scalar, tm.Scalar | None]]:
    """The sum of what the square of a distance changes by, that square behind the range, where it begins, and the size of a step,
    if the recurrence names one."""
    for fact in facts.props:
        match fact:
            case st.Each(tm.Variable() as t, st.Relation("=", tm.ScalarAt() | tm.VectorAt() as place, after)) if (
                tm.is_integer(t) and place.index in (t, t + ONE)
            ):
                after = substitute(after, {t: t + ONE}) if place.index == t else after
            case _:
                continue
        if t in low.free | high.free:  # a sum up to t goes over another letter
            t, other = fresh(t, {str(each) for each in goal.free}), t
            place, after = substitute(place, {other: t}), substitute(after, {other: t})
        here, behind, start = _at(place, t), _at(place, high + ONE), _known(facts, _at(place, low))
        for centre in _centres(goal, place):
            change = _distance(after, centre) - _distance(here, centre)
            yield tm.Sum(change, t, low, high), _distance(behind, centre), _distance(start, centre), _step(after)


def _step(after: tm.Term) -> tm.Scalar | None:
    """The number by which what drives a recurrence is multiplied, eta of w - eta v: 1/(2 eta) of a square changes by what drives,
    also where a goal has something else in its sums, as values of a convex function that slopes bound."""
    for part in after.subterms():
        match part:
            case tm.Scale(tm.Variable() as factor, _) if not tm.is_integer_letter(factor):
                return factor
    return None


def _at(place: Place, index: tm.Scalar) -> Place:
    """The member of the same sequence at another index."""
    return tm.ScalarAt(place.sequence, index) if isinstance(place, tm.ScalarAt) else tm.VectorAt(place.sequence, index)


def _known(facts: Facts, member: tm.Term) -> tm.Term:
    """The value of a member that a fact gives, or the member."""
    equations = [fact for fact in facts.props if st.is_equation(fact)]
    return next((fact.right for fact in equations if fact.left == member), member)


def _centres(goal: st.Relation, place: Place) -> list[tm.Term]:
    """The letters of a goal that a member may be compared with; the origin, where there is none."""
    vectors = isinstance(place, tm.VectorAt)
    kind = tm.VectorVariable if vectors else tm.Variable
    found = [each for each in sorted(goal.free, key=str) if isinstance(each, kind) and not tm.is_integer_letter(each)]
    origin: tm.Term = tm.ZeroVector() if vectors else ZERO
    return [*found[: MOST_CENTRES - 1], origin]


def _distance(here: tm.Term, centre: tm.Term) -> tm.Scalar:
    """The square of a distance."""
    if isinstance(here, tm.Vector) and isinstance(centre, tm.Vector):
        return tm.Norm(here - centre) ** 2
    return (here - centre) ** 2  # type: ignore[operator, no-any-return]


def _weights(facts: Facts, gap: tm.Scalar, total: tm.Scalar) -> list[tm.Scalar]:
    """The factors with which a sum stands in a goal, by the sums that both are made of."""
    try:
        whole, part = _factors(facts, gap), _factors(facts, total)
    except NOT_NORMAL:
        return []
    ring = facts.normalizer.ring
    back = Readback(facts.normalizer)
    ratios = {
        ring.freeze(ratio): back.scalar(ratio)
        for number, value in whole.items()
        if number in part and not ring.is_zero(part[number])
        for ratio in (ring.quotient(value, part[number]),)
    }
    return list(ratios.values())


def _factors(facts: Facts, term: tm.Scalar) -> dict[int, Quotient]:
    """The factors of the sums in a term, by their numbers."""
    normalizer = facts.normalizer
    ring = normalizer.ring
    value = normalizer.scalar(term)
    found: dict[int, Quotient] = {}
    for monomial, coefficient in ring.numerator_terms(value):
        sums = [(k, e) for k, e in monomial if normalizer.atoms[k][0] == "sum"]
        if len(sums) == 1 and sums[0][1] == 1:
            rest = ring.from_terms([(tuple(m for m in monomial if m[0] != sums[0][0]), coefficient)])
            share = rest if value.den is None else ring.quotient(rest, Quotient(value.den))
            found[sums[0][0]] = ring.add(found[sums[0][0]], share) if sums[0][0] in found else share
    return found

"""Orders whose terms lack degrees that no power of what is 1 has: filled by means, that are at least or at most 1.

Where a form u is 1 (a b c = 1), a symmetric form m with m = 1 where all letters are equal is compared with it: m >= 1 or m <= 1,
as (a + b + c)/3 >= 1. Terms of the target that are negative are multiplied by the former, those that are positive by the
latter, and both by powers of u, until all have one degree: a**5/(b + c) + ... >= 3/2 follows from what has degree 7 on both
sides. What is left is a form, shown to be >= 0. Untrusted.

Limits: letters that are not negative; terms of one degree that are filled have one sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import comb, prod

from flint import fmpq, fmpq_mpoly

from symproof import statement as st
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.problem import (
    Constraint,
    Problem,
    active,
    degree_of,
    problem,
    short_product,
    terms_of,
)
from symproof.engines.polynomials.scaled import by_degree, sign_of
from symproof.engines.search import Search, in_turn, state
from symproof.evaluation.exact import exact_root
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

DEEPEST, MOST_TERMS, MOST_LETTERS, HIGHEST, SECONDS = 2, 120, 4, 18, 2.5
QUICK = ("positivity", "inequality", "orderings", "squares")
"""The engines that are asked for what is left."""
PLACES = ((1, 2, 3, 5), (7, 1, 1, 2), (1, 9, 4, 4), (2, 2, 11, 1), (5, 6, 1, 30))


@dataclass(frozen=True, slots=True, eq=False)
class Mean:
    """A symmetric form that is 1 where all letters are equal and the unit is 1; `sign` 1 where it is at least 1, else -1."""

    poly: fmpq_mpoly
    degree: int
    sign: int


def filled(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between polynomials of several degrees, under one equation of a form of degree two or more with a number."""
    if search.depth > DEEPEST or not any(map(st.is_equation, facts.props)):
        return None
    inner = search.aside(search.named(*QUICK), SECONDS)
    try:
        left = cleared(search, facts, goal)
        whole = None if left is None else problem(left.facts, left.rest, left.strict)
        if left is None or whole is None or len(whole.target) > MOST_TERMS or len(whole.equations) != 1:
            return None
        equation, used = whole.equations[0], active(whole)
        unit = _unit(whole, equation)
        if unit is None or not all(whole.coordinates[k].nonnegative for k in used) or len(used) > MOST_LETTERS:
            return None
        step = degree_of(unit)
        gaps = {degree_of(whole.target) - degree for degree in by_degree(whole, whole.target)}
        if not any(gap % step for gap in gaps):
            return None
        means = list(_means(whole, unit, used))
        for fills in _ways(whole, step, means):
            if (found := _filled(inner, left, whole, equation, unit, fills)) is not None:
                return found
            if inner.expired():
                return None
    except (*NOT_NORMAL, LookupError):
        return None
    return None


def _unit(found: Problem, equation: Constraint) -> fmpq_mpoly | None:
    """The form that an equation says to be 1."""
    constant = equation.poly.to_dict().get((0,) * len(found.coordinates), 0)
    form = equation.poly - constant
    if constant == 0 or equation.before is not None or degree_of(form) < 2:
        return None
    return form / -constant if len({sum(powers) for powers in form.monoms()}) == 1 else None


def _means(found: Problem, unit: fmpq_mpoly, used: list[int]) -> Iterator[Mean]:
    """Elementary symmetric forms and sums of powers, compared with the unit."""
    gens = [found.context.gens()[k] for k in used]
    size, step = len(used), degree_of(unit)
    equal = _at(unit, used, (1,) * size)
    place = exact_root(1 / equal, step) if equal > 0 else None
    if place is None:
        return
    one, zero = found.context.constant(1), found.context.constant(0)
    for degree in range(1, min(4, HIGHEST)):
        forms = [(sum((gen**degree for gen in gens), zero), size)]
        if 1 < degree <= size:
            forms.insert(
                0, (sum((prod(some, start=one) for some in combinations(gens, degree)), zero), comb(size, degree))
            )
        for form, count in forms:
            mean = form / (fmpq(place.numerator, place.denominator) ** degree * count)
            gaps = [_at(mean, used, at) ** step - _at(unit, used, at) ** degree for at in PLACES]
            for sign in (1, -1):
                if any(gaps) and all(sign * gap >= 0 for gap in gaps):
                    yield Mean(mean, degree, sign)


def _at(poly: fmpq_mpoly, used: list[int], values: tuple[int, ...]) -> Fraction:
    """Its value where the letters that occur have some values."""
    at = dict(zip(used, values, strict=False))
    return sum(
        (c * prod(at[k] ** power for k, power in enumerate(powers) if power) for powers, c in terms_of(poly)),
        Fraction(0),
    )


def _ways(found: Problem, step: int, means: list[Mean]) -> Iterator[dict[int, Mean]]:
    """For each degree of which terms are filled, by which mean; so that powers of the unit fill the rest."""
    parts = by_degree(found, found.target)
    top = max(parts)
    for most in range(top, top + 4):
        lacking = {degree: (most - degree) % step for degree in parts if (most - degree) % step}
        choices: list[list[Mean]] = []
        for degree, gap in lacking.items():
            sign = -sign_of(found, parts[degree])
            choices.append(
                [
                    m
                    for m in means
                    if sign and m.sign == sign and (gap - m.degree) % step == 0 and m.degree <= most - degree
                ]
            )
        if lacking and all(choices):
            yield dict(zip(lacking, (some[0] for some in choices), strict=True))


def _filled(
    search: Search,
    left: Cleared,
    found: Problem,
    equation: Constraint,
    unit: fmpq_mpoly,
    fills: dict[int, Mean],
) -> Certificate | None:
    """target = F + sum of part * (1 - mean), but for a multiple of the equation."""
    parts, step = by_degree(found, found.target), degree_of(unit)
    full = {d: part * fills[d].poly if d in fills else part for d, part in parts.items()}
    degrees = {d: d + fills[d].degree if d in fills else d for d in parts}
    most = max(degrees.values())
    if most > HIGHEST or any((most - degree) % step for degree in degrees.values()):
        return None
    zero = found.context.constant(0)
    form = sum((full[d] * unit ** ((most - degrees[d]) // step) for d in parts), zero)
    multiple, rest = divmod(sum(full.values(), zero) - form, equation.poly)
    if rest or not form:
        return None
    relation = "<" if left.strict else "<="
    means = list(dict.fromkeys(fills.values()))
    order = [
        st.Relation("<=", *((ONE, value) if mean.sign > 0 else (value, ONE)))
        for mean in means
        for value in (found.written(terms_of(mean.poly)),)
    ]
    last = st.Relation(relation, ZERO, found.written(terms_of(form)))
    stated = in_turn(search, left.facts, (last, *order))
    if stated is None:
        return None
    number = len(left.facts.props)
    pieces = [ct.Piece(ONE, (number,))]
    for d, mean in fills.items():
        weight = found.written(terms_of(-mean.sign * parts[d]))
        pieces.append(ct.Piece(weight, (number + 1 + means.index(mean),)))
    if multiple:
        pieces.append(ct.Piece(short_product([equation.weight, found.written(terms_of(multiple))]), equation.facts))
    value = st.Relation(relation, ZERO, found.written(terms_of(found.target)))
    return left.whole(value, state(stated, ct.Combination(tuple(pieces))), left.from_rest())

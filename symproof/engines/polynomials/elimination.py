"""Equations used up: a letter eliminated, or the target made homogeneous, where an equation says how.

What this changes is a multiple of the equation; it is found again by division when the certificate is written.
Untrusted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flint import fmpq, fmpq_mpoly

from symproof.engines.polynomials.problem import (
    Constraint,
    Coordinate,
    Powers,
    Problem,
    degree_of,
    in_letter,
    is_plain,
    raised,
    short_product,
    terms_of,
)
from symproof.trusted.facts import Facts


def variants(found: Problem, facts: Facts) -> list[Problem]:
    """The problem with an equation used up, in the ways there are, and as it is."""
    ways = []
    for equation in found.equations:
        if equation.facts:
            ways += [way for way in (homogeneous(found, equation), _eliminated(found, facts, equation)) if way]
    return [*ways, found]


def homogeneous(found: Problem, equation: Constraint) -> Problem | None:
    """The problem where a form that equals a number, or another form of known sign, makes the target a form."""
    degrees = sorted({sum(map(int, powers)) for powers in equation.poly.monoms()})
    if len(degrees) != 2 or found.is_form:
        return None
    low = _of_degree(found, -equation.poly, degrees[0])
    sign = _sign(low, found.coordinates) if degrees[0] else 1
    if not sign:
        return None
    if degrees[0]:
        low, high = sign * low, sign * (equation.poly + low)
        return _with_quotient(found, equation, low, high)
    unit, step = (equation.poly + low) / low.leading_coefficient(), degrees[1]

    def raised_to(poly: fmpq_mpoly, degree: int) -> fmpq_mpoly | None:
        parts: dict[int, dict[Powers, fmpq]] = {}
        for powers, c in poly.terms():
            parts.setdefault(degree - sum(map(int, powers)), {})[tuple(powers)] = c
        if any(gap % step for gap in parts):
            return None
        return sum(
            (found.context.from_dict(part) * unit ** (gap // step) for gap, part in parts.items()),
            found.context.constant(0),
        )

    target = raised_to(found.target, degree_of(found.target))
    others = [(c, raised_to(c.poly, degree_of(c.poly))) for c in found.constraints]
    rest = [c for c in found.equations if c is not equation]
    if target is None or any(poly is None for _, poly in others) or rest:
        return None
    return replace(
        found,
        original=found.target,
        target=target,
        constraints=tuple(
            replace(c, poly=poly, before=c.poly)
            for c, poly in others
            if poly is not None and not is_plain(poly, found.coordinates)
        ),
        equations=(),
        used=equation,
    )


def _of_degree(found: Problem, poly: fmpq_mpoly, degree: int) -> fmpq_mpoly:
    """The terms of a degree."""
    return found.context.from_dict({p: c for p, c in poly.to_dict().items() if sum(map(int, p)) == degree})


def _with_quotient(found: Problem, equation: Constraint, low: fmpq_mpoly, high: fmpq_mpoly) -> Problem | None:
    """The target as a form, where high = low are forms, low > 0: times a power of low, a term of a degree that lacks some is
    multiplied by high instead."""
    step, top = degree_of(high) - degree_of(low), degree_of(found.target)
    lacking = {top - sum(map(int, powers)) for powers in found.target.monoms()}
    if any(gap % step for gap in lacking) or len(found.equations) > 1:
        return None
    most = max(lacking) // step
    target = sum(
        (
            _of_degree(found, found.target, top - gap) * high ** (gap // step) * low ** (most - gap // step)
            for gap in lacking
        ),
        found.context.constant(0),
    )
    return replace(
        found,
        original=found.target,
        target=target,
        factor=raised(found.written(terms_of(low)), most),
        factor_poly=low**most,
        constraints=tuple(c for c in found.constraints if len({sum(powers) for powers in c.poly.monoms()}) == 1),
        equations=(),
        used=equation,
    )


def _eliminated(found: Problem, facts: Facts, equation: Constraint) -> Problem | None:
    """A letter in which the equation is linear, with a coefficient of known sign, replaced by its value."""
    size = len(found.coordinates)
    if len(found.equations) > 1 or size < 2:
        return None
    for k in reversed(range(size)):
        if equation.poly.degrees()[k] != 1:
            continue
        lead, rest = in_letter(found, equation.poly, k)
        weight = found.written(terms_of(lead))
        known = facts.range(weight)
        sign = _sign(lead, found.coordinates) or known.is_positive - known.is_negative
        if not sign and not known.excludes_zero:
            continue
        if sign < 0:
            lead, rest, weight = -lead, -rest, found.written(terms_of(-lead))
        even = 0 if sign else 1  # a power of what is not 0 is positive where it is even

        def times(poly: fmpq_mpoly, k: int = k, even: int = even) -> int:
            degree = int(poly.degrees()[k])
            return degree + degree % 2 * even

        top = times(found.target)
        target = _replaced(found, found.target, k, lead, rest, top)
        coordinate = found.coordinates[k]
        constraints = []
        for c in found.constraints:
            own = raised(weight, times(c.poly))
            poly = _replaced(found, c.poly, k, lead, rest, times(c.poly))
            exact = c.poly * lead ** times(c.poly)
            constraints.append(replace(c, poly=poly, weight=short_product((c.weight, own)), before=exact))
        if coordinate.nonnegative:
            facts_of_it = () if coordinate.fact is None else (coordinate.fact,)
            own = raised(weight, 1 + even)
            factor = own if facts_of_it else short_product((coordinate.term, own))
            exact = found.context.gens()[k] * lead ** (1 + even)
            constraints.append(Constraint(-rest * lead**even, factor, facts_of_it, coordinate.strict, exact))
        left = tuple(replace(c, nonnegative=False) if j == k else c for j, c in enumerate(found.coordinates))
        return replace(
            found,
            coordinates=left,
            original=found.target,
            target=target,
            factor=raised(weight, top),
            factor_poly=lead**top,
            constraints=tuple(c for c in constraints if not is_plain(c.poly, left)),
            equations=(),
            used=equation,
        )
    return None


def _replaced(found: Problem, poly: fmpq_mpoly, k: int, lead: fmpq_mpoly, rest: fmpq_mpoly, top: int) -> fmpq_mpoly:
    """lead**top times the polynomial with -rest/lead for a letter."""
    total = found.context.constant(0)
    for powers, c in poly.terms():
        others = found.context.from_dict({tuple(0 if j == k else power for j, power in enumerate(powers)): c})
        total += others * (-rest) ** int(powers[k]) * lead ** (top - int(powers[k]))
    return total


def _sign(poly: fmpq_mpoly, coordinates: Sequence[Coordinate]) -> int:
    """1 or -1 where a polynomial is seen to be positive or negative, else 0."""
    signs = {1 if c > 0 else -1 for c in poly.coeffs()}
    if len(signs) != 1:
        return 0
    has_strict = False
    for powers, _ in poly.terms():
        if any(power and not coordinates[k].nonnegative for k, power in enumerate(powers)):
            return 0
        has_strict = has_strict or all(coordinates[k].strict for k, power in enumerate(powers) if power)
    return signs.pop() if has_strict else 0

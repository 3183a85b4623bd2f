"""Equations used up: a letter eliminated, or the target made homogeneous, where an equation says how.

What this changes is a multiple of the equation; it is found again by division when the certificate is written.
Untrusted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flint import fmpq, fmpq_mpoly

from symproof.engines.problem import (
    Constraint,
    Coordinate,
    Powers,
    Problem,
    degree_of,
    in_letter,
    is_plain,
    product_of,
    raised,
    terms_of,
)
from symproof.facts import Facts


def variants(found: Problem, facts: Facts) -> list[Problem]:
    """The problem with an equation used up, in the ways there are, and as it is."""
    ways = []
    for equation in found.equations:
        if equation.facts:
            ways += [way for way in (_homogeneous(found, equation), _eliminated(found, facts, equation)) if way]
    return [*ways, found]


def _homogeneous(found: Problem, equation: Constraint) -> Problem | None:
    """A form that is a number makes the target a form."""
    constant = equation.poly.to_dict().get((0,) * len(found.coordinates), 0)
    form = equation.poly - constant
    if constant == 0 or len({sum(powers) for powers in form.monoms()}) != 1 or found.is_form:
        return None
    unit, step = form / -constant, degree_of(form)

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
            replace(c, poly=poly) for c, poly in others if poly is not None and not is_plain(poly, found.coordinates)
        ),
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
        sign = _sign(lead, found.coordinates)
        if not sign:
            continue
        if sign < 0:
            lead, rest = -lead, -rest
        top = int(found.target.degrees()[k])
        target = _replaced(found, found.target, k, lead, rest, top)
        weight = found.written(terms_of(lead))
        coordinate = found.coordinates[k]
        constraints = []
        for c in found.constraints:
            times = int(c.poly.degrees()[k])
            poly = _replaced(found, c.poly, k, lead, rest, times)
            constraints.append(replace(c, poly=poly, weight=product_of((c.weight, raised(weight, times)))))
        if coordinate.nonnegative:
            own = () if coordinate.fact is None else (coordinate.fact,)
            factor = weight if own else product_of((coordinate.term, weight))
            constraints.append(Constraint(-rest, factor, own, coordinate.strict))
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

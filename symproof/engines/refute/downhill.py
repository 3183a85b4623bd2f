"""Where an order is closest to failing, in floating point: downhill from a few places, along the surface of the equations that
are supposed, inside of the other conditions. Untrusted.

Limits: two to five letters for real numbers, two equations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from math import inf
from time import process_time

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.probe import NoFloat, Values, fulfils, samples, value
from symproof.trusted.facts import Facts

STARTS, ROUNDS, LETTERS, EQUATIONS = 6, 60, 5, 2
STEP, NEAR, HALVINGS = 1e-6, 1e-10, 12
Vector = list[float]


def lowest_points(
    supposed: Sequence[st.Prop],
    gap: tm.Scalar,
    letters: Sequence[tm.Variable],
    starts: int = STARTS,
    until: float = inf,
) -> Iterator[Vector]:
    """Places where `gap` is small and what is supposed holds, the lowest first, of the starts that there is time for."""
    equations = [prop for prop in supposed if st.is_equation(prop)]
    others = [prop for prop in supposed if prop not in equations]
    if not 2 <= len(letters) <= LETTERS or len(equations) > EQUATIONS:
        return
    surface = [_function(tm.scalar(prop.left) - tm.scalar(prop.right), letters) for prop in equations]
    height = _function(gap, letters)

    def inside(place: Vector) -> bool:
        at: Values = dict(zip(letters, place, strict=True))
        return all(fulfils(prop, at) for prop in others)

    found: list[tuple[float, Vector]] = []
    for at in islice(samples(Facts(others), st.And(tuple(st.Relation("<=", x, x) for x in letters))), starts):
        if process_time() > until:
            break
        with suppress(NoFloat, ZeroDivisionError, OverflowError):
            place = _onto(surface, [at[x] for x in letters])
            if inside(place):
                found.append(_descended(height, surface, inside, place))
    yield from (place for _, place in sorted(found))


def _function(term: tm.Scalar, letters: Sequence[tm.Variable]) -> Callable[[Vector], float]:
    return lambda place: value(term, dict(zip(letters, place, strict=True)))


def _slope(function: Callable[[Vector], float], place: Vector) -> Vector:
    """The gradient, by differences."""
    found = []
    for k, x in enumerate(place):
        step = STEP * max(1.0, abs(x))
        sides = [function([*place[:k], x + way, *place[k + 1 :]]) for way in (step, -step)]
        found.append((sides[0] - sides[1]) / (2 * step))
    return found


def _dot(u: Vector, v: Vector) -> float:
    return sum(a * b for a, b in zip(u, v, strict=True))


def _orthogonal(vectors: list[Vector]) -> list[Vector]:
    """Unit vectors with the same span."""
    found: list[Vector] = []
    for v in vectors:
        v = _without(v, found)
        size = _dot(v, v) ** 0.5
        if size > NEAR:
            found.append([a / size for a in v])
    return found


def _without(v: Vector, units: list[Vector]) -> Vector:
    for u in units:
        c = _dot(u, v)
        v = [a - c * b for a, b in zip(v, u, strict=True)]
    return v


def _onto(surface: list[Callable[[Vector], float]], place: Vector) -> Vector:
    """A place where all are zero, by Newton's steps along their gradients.

    Raises:
        NoFloat: there is none near.
    """
    for _ in range(30):
        values = [function(place) for function in surface]
        if all(abs(each) < NEAR for each in values):
            return place
        for function in surface:
            slope = _slope(function, place)
            rate = function(place) / max(_dot(slope, slope), NEAR)
            place = [x - rate * s for x, s in zip(place, slope, strict=True)]
    if any(abs(function(place)) > 1e-8 for function in surface):
        raise NoFloat("no place on the surface is near")
    return place


def _descended(
    height: Callable[[Vector], float],
    surface: list[Callable[[Vector], float]],
    inside: Callable[[Vector], bool],
    place: Vector,
) -> tuple[float, Vector]:
    now, length = height(place), 0.5
    for _ in range(ROUNDS):
        slope = _without(_slope(height, place), _orthogonal([_slope(function, place) for function in surface]))
        size = _dot(slope, slope) ** 0.5
        if size < NEAR:
            break
        for _ in range(HALVINGS):
            moved = [x - length * s / size for x, s in zip(place, slope, strict=True)]
            with suppress(NoFloat):
                moved = _onto(surface, moved)
                reached = height(moved)
                if reached < now and inside(moved):
                    place, now, length = moved, reached, 2 * length
                    break
            length /= 2
        else:
            break
    return now, place

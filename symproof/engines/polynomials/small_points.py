"""Small points at which polynomials are looked at: where one is negative, or zero, and everything that is known holds.

Exact, by integers: the points times a number that makes them whole. Untrusted. Limits: `MOST_POINTS` of a grid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import gcd, lcm, prod

MOST_POINTS = 1500
Frozen = tuple[tuple[tuple[int, ...], Fraction], ...]
SMALL = tuple(map(Fraction, ["0", "1", "2", "3", "1/2", "1/3", "2/3", "1/4", "4"]))
SIGNED = tuple(map(Fraction, ["0", "1", "-1", "2", "-2", "1/2", "3", "-3", "-1/2"]))
WHOLE = tuple(map(Fraction, (0, 1, 2, 3, 4)))
WHOLE_SIGNED = tuple(map(Fraction, (0, 1, -1, 2, -2, 3, -3)))


@lru_cache(maxsize=512)
def small_zeros(known: Known, target: Frozen) -> tuple[tuple[Fraction, ...], ...]:
    """Small points at which the target is 0 and everything that is known holds; of a form, one of those in a line."""
    pools, scale = known.grid()
    zeros: list[tuple[Fraction, ...]] = []
    for point, value in _values(_whole(target, scale), pools):
        if value or (known.of_forms and (next((x for x in point if x), 0) <= 0 or gcd(*point) != 1)):
            continue
        if known.allows(point, scale):
            zeros.append(tuple(Fraction(x, scale) for x in point))
            if len(zeros) > 40:
                break
    return tuple(zeros)


@lru_cache(maxsize=512)
def fails_somewhere(known: Known, target: Frozen) -> bool:
    """Whether the target is negative at a small point at which everything that is known holds: then no squares add up to it."""
    pools, scale = known.grid()
    return any(value < 0 and known.allows(point, scale) for point, value in _values(_whole(target, scale), pools))


@dataclass(frozen=True, slots=True)
class Known:
    """What a point must satisfy: which coordinates are >= 0, what is >= 0, what is 0; and whether all of it is about forms."""

    nonnegative: tuple[bool, ...]
    constraints: tuple[Frozen, ...]
    equations: tuple[Frozen, ...]
    of_forms: bool

    def grid(self) -> tuple[list[list[int]], int]:
        """Small values of each coordinate, times a number that makes them whole; and that number."""
        small, signed = (WHOLE, WHOLE_SIGNED) if self.of_forms else (SMALL, SIGNED)
        pools = [self._within(k, small if sign else signed) for k, sign in enumerate(self.nonnegative)]
        size = 9
        while size > 2 and prod(len(pool[:size]) for pool in pools) > MOST_POINTS:
            size -= 1
        pools = [pool[:size] for pool in pools]
        scale = lcm(*(x.denominator for pool in pools for x in pool))
        return [[int(x * scale) for x in pool] for pool in pools], scale

    def _within(self, k: int, pool: Sequence[Fraction]) -> Sequence[Fraction]:
        """Values of a coordinate between the bounds that are stated of it alone; one of them, where the pool has none."""
        lows = [Fraction(0)] if self.nonnegative[k] else []
        highs: list[Fraction] = []
        alone = tuple(int(j == k) for j in range(len(self.nonnegative)))
        for constraint in self.constraints:
            table = dict(constraint)
            slope = table.pop(alone, None)
            if slope is not None and not any(map(any, table)):
                (lows if slope > 0 else highs).append(-sum(table.values(), Fraction(0)) / slope)
        inside = [x for x in pool if all(low <= x for low in lows) and all(x <= high for high in highs)]
        if inside:
            return inside
        low, high = (
            max(lows, default=min(highs, default=Fraction(0)) - 2),
            min(highs, default=max(lows, default=Fraction(0)) + 2),
        )
        return [(low + high) / 2]

    def allows(self, point: tuple[int, ...], scale: int) -> bool:
        """Whether a point satisfies it."""
        return all(_value(_whole(c, scale), point) >= 0 for c in self.constraints) and not any(
            _value(_whole(c, scale), point) for c in self.equations
        )


Whole = dict[tuple[int, ...], int]
"""A polynomial with integer coefficients."""


@lru_cache(maxsize=512)
def _whole(poly: Frozen, scale: int) -> Whole:
    """A positive multiple of a polynomial in x / scale."""
    below, degree = lcm(*(c.denominator for _, c in poly)), max((sum(powers) for powers, _ in poly), default=0)
    return {powers: int(c * below) * scale ** (degree - sum(powers)) for powers, c in poly}


def _values(poly: Whole, pools: Sequence[Sequence[int]]) -> Iterator[tuple[tuple[int, ...], int]]:
    """The values of a polynomial; one coordinate after the other is put in."""
    if not pools:
        yield (), poly.get((), 0)
        return
    for x in pools[0]:
        rest: Whole = {}
        for (power, *powers), c in poly.items():
            key = tuple(powers)
            rest[key] = rest.get(key, 0) + c * x**power
        for others, value in _values(rest, pools[1:]):
            yield (x, *others), value


def _value(poly: Whole, point: Sequence[int]) -> int:
    total = 0
    for powers, c in poly.items():
        for x, power in zip(point, powers, strict=True):
            c *= x**power
        total += c
    return total

"""Where a function of one letter is least, as a term: ln 2 for exp(x) - 2*x. A guess, from floating point. Untrusted."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.functions import exp, log, pi, sqrt
from symproof.trusted.facts import Facts

LARGEST = 40
ROUNDS = 60
GOLDEN = (math.sqrt(5) - 1) / 2


def least_at(facts: Facts, gap: tm.Scalar, x: tm.Variable) -> Iterator[tm.Scalar]:
    """Terms for the place of the least value of `gap`, of which x is the only letter."""
    number = lowest(facts, gap, x)
    if number is not None:
        yield from terms_near(number)


def lowest(facts: Facts, gap: tm.Scalar, x: tm.Variable) -> float | None:
    """About where `gap`, of which x is the only letter, is least; nothing where it has hardly a value."""
    if gap.free != {x}:
        return None
    values: dict[float, float] = {}
    for at in probe.samples(facts, st.Relation("<=", x, x)):
        with suppress(probe.NoFloat):
            values[at[x]] = probe.value(gap, at)
    if len(values) < 3:
        return None
    places = sorted(values)
    k = places.index(min(places, key=values.__getitem__))
    return _least(gap, x, places[max(0, k - 1)], places[min(len(places) - 1, k + 1)])


def _least(gap: tm.Scalar, x: tm.Variable, low: float, high: float) -> float:
    """Between two numbers, by the golden section."""
    for _ in range(ROUNDS):
        a, b = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
        try:
            left, right = probe.value(gap, {x: a}), probe.value(gap, {x: b})
        except probe.NoFloat:
            break
        low, high = (low, b) if left < right else (a, high)
    return (low + high) / 2


def terms_near(number: float) -> Iterator[tm.Scalar]:
    """Numbers of small size that lie within 1e-6 of one."""
    for value, made in (
        (number, _itself),
        (_safe(math.exp, number), log),
        (number / math.pi, _turns),
        (number * number, sqrt if number > 0 else _opposite_root),
        (_safe(math.log, number), exp),
    ):
        if value is None or abs(value) > LARGEST:
            continue
        near = Fraction(value).limit_denominator(LARGEST)
        if abs(float(near) - value) < 2e-6 and (near or made is _itself):
            yield made(tm.Number(near))


def _itself(number: tm.Scalar) -> tm.Scalar:
    return number


def _turns(number: tm.Scalar) -> tm.Scalar:
    return number * pi


def _opposite_root(number: tm.Scalar) -> tm.Scalar:
    return -sqrt(number)


def _safe(function: Callable[[float], float], number: float) -> float | None:
    try:
        return function(number)
    except (ValueError, OverflowError):
        return None

"""What grows: a chain of steps, the degree of an identity, the number of vectors.

Each series makes a piece of work for a size and a tag, which makes its letters new.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb

from symproof import calc, check, derivation, eq, inner, norm, prove, real, vector

REPEATS = 3
Work = Callable[[], str]


def chain(steps: int, tag: str) -> Work:
    """A derivation of that many steps, no two of them alike."""
    x, y = real(f"x{tag}"), real(f"y{tag}")

    @derivation
    def long():  # type: ignore[no-untyped-def]
        link = calc(x * y)
        for k in range(1, steps + 1):
            link = link.eq(x * (y + k) - k * x)
        return link

    return lambda: check(long).verdict


def degree(d: int, tag: str) -> Work:
    """The binomial formula for one exponent: d + 1 terms."""
    x, y = real(f"x{tag}"), real(f"y{tag}")
    expanded = sum((comb(d, k) * x**k * y ** (d - k) for k in range(1, d + 1)), y**d)
    return lambda: prove(eq((x + y) ** d, expanded)).status


def many_vectors(k: int, tag: str) -> Work:
    """The square of the norm of a sum of k vectors: k squares and k(k - 1)/2 inner products."""
    us = [vector(f"u{tag}_{i}") for i in range(k)]
    squares = sum((norm(u) ** 2 for u in us[1:]), norm(us[0]) ** 2)
    expanded = sum((2 * inner(us[i], us[j]) for i in range(k) for j in range(i + 1, k)), squares)
    return lambda: prove(eq(norm(sum(us[1:], us[0])) ** 2, expanded)).status


@dataclass(frozen=True)
class Series:
    """Sizes, the work for each, and how many terms the input then has."""

    name: str
    sizes: Sequence[int]
    work: Callable[[int, str], Work]
    terms: Callable[[int], int]


SERIES = (
    Series("steps of a chain", (10, 100, 1000), chain, lambda steps: steps + 1),
    Series("degree of a polynomial identity", (2, 5, 10, 20, 40), degree, lambda d: d + 2),
    Series("vectors in a norm", (2, 5, 10, 20, 40), many_vectors, lambda k: k + k * (k + 1) // 2),
)


def measure() -> list[str]:
    """The table of growth. The exponent is that of the number of terms of the input, fitted to the sizes from 10 on."""
    lines = ["| what grows | values | terms of the input | processor seconds | exponent |", "|---|---|---|---|---|"]
    for series in SERIES:
        seconds = [median_time(series, size) for size in series.sizes]
        terms = list(map(series.terms, series.sizes))
        large = [
            point for point, size in zip(zip(terms, seconds, strict=True), series.sizes, strict=True) if size >= 10
        ]
        columns = [", ".join(map(str, series.sizes)), ", ".join(map(str, terms))]
        columns += [", ".join(f"{value:.3f}" for value in seconds), f"{exponent(large):.2f}"]
        lines.append(f"| {series.name} | {' | '.join(columns)} |")
    return lines


def median_time(series: Series, size: int) -> float:
    """The median time of the processor of some runs, each with letters of its own."""
    times = []
    for repeat in range(REPEATS):
        run = series.work(size, f"_{size}_{repeat}")
        started = time.process_time()
        status = run()
        times.append(time.process_time() - started)
        if status != "proved":
            raise AssertionError(f"{series.name}, {size}: {status}")
    return statistics.median(times)


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """The slope of the least-squares line through the logarithms."""
    slope, _ = statistics.linear_regression([math.log(size) for size, _ in points], [math.log(s) for _, s in points])
    return slope

"""The search for a point at which a claim fails.

Small exact candidates first: sizes 0..4, numbers like 0, 1, -1, 1/2, vectors of dimension 1 to 3. Hypotheses that are
equations give the letters that they determine (`repair`), recurrences define their sequences, bounds are met with some
slack or with equality. Where a claim is an inequality, the candidates that come closest to failing are walked downhill.

`find_failure` is deterministic: it draws with a fixed seed, so the same statement gives the same point (unless time
runs out first). Untrusted: what it returns has passed `evaluate.failure`, and the kernel asks that again.

Limits: no point where a hypothesis speaks of all vectors or all reals, which exact evaluation does not decide.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import chain, product
from time import process_time

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import growing
from symproof.engines.refute.circles import on_circles, with_angles
from symproof.engines.refute.corners import corners
from symproof.engines.refute.determined import determined
from symproof.engines.refute.extremal import extremal
from symproof.engines.refute.hunt import Hunt
from symproof.engines.refute.irrational import irrational
from symproof.engines.refute.shrink import shrink
from symproof.evaluation import ties
from symproof.evaluation.ties import NotAFailure
from symproof.point import Point, Value

__all__ = ["find_admissible", "find_failure", "shrink"]

PER_SECOND, AT_LEAST, FOR_AN_IDENTITY = 800, 60, 80
"""Candidates for a second of search; after the first `AT_LEAST` only while less than `SHARE` of the time has gone."""
SHARE = 0.35
AT_ONCE, GLANCE, MOMENT, MOST_DRAWN = 8, 40, 0.3, 400
"""Candidates that come at once, and those of a glance; the seconds of search that it may take, and its draws, where few of these
became candidates."""
SIZES = (*range(5, 25), 32, 50, 100, 200, 400)
FOR_AN_EQUATION, AT_A_GLANCE = 20, (6, 12, 24)
"""The larger values of a letter with which a claim grows, tried where it holds for small ones; of an equation so many, and at a
glance these."""


def find_failure(
    statement: st.Statement, seconds: float, *, glance: bool = False, hunt: Hunt | None = None
) -> Point | None:
    """A point at which all hypotheses hold and the claim has a value and is false; None where none was found.

    At a glance, the first candidates alone are tried: most of what is false fails there, and what is true costs little.
    With the `hunt` of an earlier look it goes on with the candidates that come after those.

    >>> from symproof import real
    >>> x = real("x")
    >>> print(find_failure(st.Statement((), x**2 >= x), 1.0))
    x = 1/2
    """
    start = process_time()
    hunt = Hunt(statement) if hunt is None else hunt
    if hunt.is_hopeless():
        return None
    if not hunt.letters:
        point = Point({})
        return point if hunt.confirmed(point) else None
    if hunt.is_new:
        hunt.is_new = False
        for point in chain(determined(statement), corners(statement)):
            if hunt.confirmed(point):
                return point
        for point in extremal(hunt):
            if hunt.margin(point) < 0 and hunt.confirmed(point):
                return point
    most = max(AT_LEAST, int(PER_SECOND * seconds))
    most = GLANCE if glance else min(most, FOR_AN_IDENTITY) if hunt.is_identity() else most
    if (found := _drawn(hunt, most, start, seconds, glance=glance)) is not None:
        return found
    if (tied := hunt.tied()) is not None:
        return tied
    for point in irrational(statement, glance=glance, until=start + seconds):
        with suppress(NotAFailure):
            ties.failure(statement, point)
            return point
    if (circled := on_circles(statement)) is not None:
        turned, parts = circled
        near = find_failure(turned, max(0.0, seconds - (process_time() - start)), glance=glance)
        if near is not None:
            return with_angles(shrink(turned, near), parts)
    nearest = [near for _, _, near in sorted(hunt.closest, reverse=True)]
    sizes = AT_A_GLANCE if glance else SIZES[:FOR_AN_EQUATION] if hunt.is_identity() else SIZES
    further = _further(statement.claim, nearest[:1] if glance else nearest, sizes)
    for point in further if glance else chain(further, _nearer(nearest)):
        if process_time() - start > 2 * SHARE * seconds:
            break
        if hunt.margin(point) < 0 and hunt.confirmed(point):
            return point
    if glance:  # a moment more, where few points came of the draws
        return _drawn(hunt, MOST_DRAWN, start, min(MOMENT, seconds)) if hunt.seen < GLANCE else None
    for margin, _, near in sorted(hunt.closest, key=lambda item: (-item[0], -item[1])):
        found = hunt.descend(near, -margin, start + 2 * SHARE * seconds)
        if found is not None:
            return found
    return None


def first_failure(hunt: Hunt) -> Point | None:
    """A failing point among the candidates that come at once."""
    return None if hunt.is_hopeless() else _drawn(hunt, AT_ONCE, process_time(), MOMENT, glance=True)


def _drawn(hunt: Hunt, most: int, start: float, seconds: float, *, glance: bool = False) -> Point | None:
    """A failing point among the next candidates."""
    for point in hunt.candidates(most, start + 2 * SHARE * seconds, glance=glance):
        elapsed = process_time() - start
        late = elapsed > 2 * SHARE * seconds or (hunt.seen > AT_LEAST and elapsed > SHARE * seconds)
        if late or hunt.is_undecided(hunt.seen - 1):
            return None
        margin = hunt.margin(point)
        if margin < 0 and hunt.confirmed(point):
            return point
        if margin < math.inf:
            hunt.note(margin, point)
    return None


def _further(claim: st.Prop, points: Iterable[Point], sizes: Iterable[int]) -> Iterator[Point]:
    """The points again where sums are longer and exponents larger than what was drawn."""
    for point in points:
        for letter in growing(claim):
            if letter in point.values:
                yield from (replace(point, values={**point.values, letter: Fraction(size)}) for size in sizes)


def _nearer(points: Iterable[Point]) -> Iterator[Point]:
    """The points again with their numbers nearer to 0 and to 1, where false bounds of functions are closest to them."""
    for point, centre, part in product(points, (0, 1), (16, 256)):
        near: dict[tm.Term, Value] = {
            x: centre + ((v - centre) or 1) / Fraction(part)
            for x, v in point.values.items()
            if isinstance(x, tm.Variable) and isinstance(v, Fraction) and not tm.is_integer(x)
        }
        if near:
            yield replace(point, values={**point.values, **near})


def find_admissible(given: Iterable[st.Prop], seconds: float | None = None) -> Point | None:
    """A point at which all hypotheses hold; without `seconds` among the candidates that come at once. None where none was found,
    which is all that it shows."""
    statement = st.Statement(tuple(given), st.Relation("!=", tm.ZERO, tm.ZERO))
    return first_failure(Hunt(statement)) if seconds is None else find_failure(statement, seconds)

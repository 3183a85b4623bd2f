"""Points at which vectors are the corners of a regular triangle or tetrahedron around 0, or orthogonal, each with rational
coordinates and of rational length; a triangle of that kind takes four dimensions. Untrusted.

Hypotheses like |a| = |b| = |c| and a + b + c = 0 leave little else, and draws meet none of it. Two vectors whose lengths and
inner product are told as numbers have rational coordinates in five dimensions, as every number is a sum of four squares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import isqrt

from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.spheres import radius
from symproof.point import Point, Value

FIGURES: dict[int, tuple[tuple[tuple[int, ...], ...], ...]] = {
    2: (
        ((2, 0, 0, 0), (1, 1, 1, 1)),
        ((2, 0, 0, 0), (-1, 1, 1, 1)),
    ),
    3: (
        ((2, 0, 0, 0), (-1, 1, 1, 1), (-1, -1, -1, -1)),
        ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ),
    4: (
        ((3, 0, 0, 0), (-1, 2, -2, 0), (-1, 0, 2, -2), (-1, -2, 0, 2)),
        ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)),
    ),
}
"""By the number of vectors."""
LARGEST = 2000


def corners(statement: st.Statement) -> Iterator[Point]:
    """The points, where equations speak of lengths of two to four vectors: at their own length, and at length 1."""
    free = statement.claim.free.union(*(prop.free for prop in statement.given))
    letters = sorted((x for x in free if isinstance(x, tm.VectorVariable)), key=str)
    numbers = [x for x in free if isinstance(x, tm.Variable)]
    if len(letters) not in FIGURES or len(letters) + len(numbers) < len(free):
        return
    if not any(st.is_equation(prop) and prop.mentions(tm.Norm) for prop in statement.given):
        return
    if len(letters) == 2 and (two := _with_angle(statement.given, letters)) is not None:
        yield Point(two | dict.fromkeys(numbers, Fraction(1)), dimension=5)
    for figure in FIGURES[len(letters)]:
        for size in dict.fromkeys((1, max(figure[0]))):
            rows: dict[tm.Term, Value] = {
                letter: tuple(Fraction(x, size) for x in row) for letter, row in zip(letters, figure, strict=True)
            }
            yield Point(rows | dict.fromkeys(numbers, Fraction(1)), dimension=len(figure[0]))


def _with_angle(given: Sequence[st.Prop], letters: list[tm.VectorVariable]) -> dict[tm.Term, Value] | None:
    """Two vectors of the lengths and with the inner product that equations tell."""
    first, second = letters
    lengths = [next((r for prop in given if (r := radius(prop, x)) is not None), None) for x in letters]
    product = next((c for prop in given if (c := _inner_value(prop, first, second)) is not None), None)
    (p, q) = lengths
    if p is None or q is None or product is None or p == 0:
        return None
    rest = _four_squares(q * q - product * product / (p * p))
    if rest is None:
        return None
    return {first: (p, *(Fraction(0),) * 4), second: (product / p, *rest)}


def _inner_value(prop: st.Prop, first: tm.Vector, second: tm.Vector) -> Fraction | None:
    """The number that an equation says an inner product to be."""
    match prop:
        case st.Relation("=", tm.Inner(u, v), tm.Number(c)) | st.Relation("=", tm.Number(c), tm.Inner(u, v)) if {
            u,
            v,
        } == {first, second}:
            return c
    return None


def _four_squares(number: Fraction) -> tuple[Fraction, ...] | None:
    """Four numbers whose squares add up to one that is not negative and not too large."""
    whole = number.numerator * number.denominator
    if not 0 <= whole <= LARGEST:
        return None
    for a in range(isqrt(whole), -1, -1):
        for b in range(min(a, isqrt(whole - a * a)), -1, -1):
            for c in range(min(b, isqrt(whole - a * a - b * b)), -1, -1):
                left = whole - a * a - b * b - c * c
                if (d := isqrt(left)) ** 2 == left:
                    return tuple(Fraction(x, number.denominator) for x in (a, b, c, d))
    return None

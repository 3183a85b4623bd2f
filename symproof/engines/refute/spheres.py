"""Vectors of a given rational length: those that a hypothesis like |u| = 1 asks for. Untrusted.

A vector of rational length is scaled; any other is taken as a point of a hyperplane, and seen from the pole of the sphere
(stereographic projection), which makes its coordinates rational.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.candidates import with_value
from symproof.evaluation.exact import exact_root
from symproof.point import Point


def on_sphere(prop: st.Prop, point: Point, letter: tm.Term) -> Iterator[Point]:
    """The point with a vector of the length that an equation gives to a letter."""
    size = radius(prop, letter)
    row = point.values.get(letter)
    if size is None or not isinstance(row, tuple) or not row:
        return
    coordinates = [Fraction(x) for x in row if isinstance(x, Fraction)]
    length = exact_root(sum((x * x for x in coordinates), Fraction(0)), 2)
    if length:
        yield with_value(point, letter, tuple(size * x / length for x in coordinates))
    below = coordinates[:-1]
    square = sum((x * x for x in below), Fraction(0))
    seen = (*(2 * x / (square + 1) for x in below), (square - 1) / (square + 1))
    yield with_value(point, letter, tuple(size * x for x in seen))


def radius(prop: st.Prop, letter: tm.Term) -> Fraction | None:
    """The length that an equation gives to a vector letter, where that is a number."""
    if not st.is_equation(prop) or not isinstance(letter, tm.VectorVariable):
        return None
    for side, other in st.both_ways(prop):
        if not isinstance(other, tm.Number):
            continue
        match side:
            case tm.Norm(vector) if vector == letter:
                return other.value if other.value >= 0 else None
            case tm.Inner(first, second) if first == second == letter:
                return exact_root(other.value, 2) if other.value >= 0 else None
            case tm.Pow(tm.Norm(vector), tm.Number(two)) if vector == letter and two == 2:
                return exact_root(other.value, 2) if other.value >= 0 else None
    return None

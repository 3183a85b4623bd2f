"""Points at which vectors are the corners of a regular triangle or tetrahedron around 0, or orthogonal, each with rational
coordinates and of rational length; a triangle of that kind takes four dimensions. Untrusted.

Hypotheses like |a| = |b| = |c| and a + b + c = 0 leave little else, and draws meet none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.point import Point, Value

FIGURES: dict[int, tuple[tuple[tuple[int, ...], ...], ...]] = {
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


def corners(statement: st.Statement) -> Iterator[Point]:
    """The points, where equations speak of lengths of three or four vectors: at their own length, and at length 1."""
    free = statement.claim.free.union(*(prop.free for prop in statement.given))
    letters = sorted((x for x in free if isinstance(x, tm.VectorVariable)), key=str)
    numbers = [x for x in free if isinstance(x, tm.Variable)]
    if len(letters) not in FIGURES or len(letters) + len(numbers) < len(free):
        return
    if not any(
        isinstance(prop, st.Relation) and prop.kind == "=" and prop.mentions(tm.Norm) for prop in statement.given
    ):
        return
    for figure in FIGURES[len(letters)]:
        for size in dict.fromkeys((1, max(figure[0]))):
            rows: dict[tm.Term, Value] = {
                letter: tuple(Fraction(x, size) for x in row) for letter, row in zip(letters, figure, strict=True)
            }
            yield Point(rows | dict.fromkeys(numbers, Fraction(1)), dimension=len(figure[0]))

"""Claims about angles that stand nowhere but in their sines and cosines: points on circles. Untrusted.

3*sin(x) + 4*cos(x) < 5 fails where s**2 + c**2 = 1 and 3*s + 4*c < 5 does not hold, at s = 3/5 and c = 4/5; an angle with such
a sine has no name in the language.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.functions import cos, sin
from symproof.point import Point
from symproof.substitution import replaced
from symproof.term import ONE

Parts = dict[tm.Term, tm.Term]


def on_circles(statement: st.Statement) -> tuple[st.Statement, Parts] | None:
    """A statement about points of circles in the place of one about angles, and which letter stands for which sine or cosine;
    None where there is no such angle."""
    elsewhere = {letter for prop in (*statement.given, statement.claim) for letter in _outside(prop)}
    angles = [
        x
        for x in sorted(statement.free - elsewhere, key=str)
        if isinstance(x, tm.Variable) and x.domain == "real" and st.domain_of(x) is None
    ]
    if not angles:
        return None
    letters: dict[tm.Term, tm.Variable] = {of(x): tm.Variable(str(of(x))) for x in angles for of in (sin, cos)}
    circles = (st.Relation("=", letters[sin(x)] ** 2 + letters[cos(x)] ** 2, ONE) for x in angles)
    *given, claim = (replaced(prop, letters, inside=True) for prop in (*statement.given, statement.claim))
    return st.Statement((*given, *circles), claim), {letter: part for part, letter in letters.items()}


def with_angles(point: Point, parts: Parts) -> Point:
    """A point of such a statement, its letters named as the sines and cosines that they stand for."""
    return Point({parts.get(letter, letter): value for letter, value in point.values.items()}, point.dimension)


def _outside(part: tm.Term) -> Iterator[tm.Term]:
    """The letters that stand elsewhere than as the argument of a sine or a cosine."""
    if isinstance(part, tm.Variable):
        yield part
    elif not (tm.is_elementary(part, "sin", "cos") and isinstance(part.args[0], tm.Variable)):
        for child in part.children():
            yield from _outside(child)

r"""What lies between two points whose coordinates a text gives: a length, `|AB|` or `\overline{AB}`, or a vector, `\vec{AB}`."""

from __future__ import annotations

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.context import Context
from symproof.readers.resolve.grids import length as size
from symproof.readers.resolve.values import Tuple

SAID = "capital letters side by side name what lies between two points"


def segment(node: t.Node, context: Context) -> tm.Scalar | Tuple | None:
    """The length, or the vector, between two points that a node names; None of any other node."""
    match node:
        case t.Name(text=text, style="", accents=("vec",)) if len(text) == 2:
            steps = _steps(text[0], text[1], context)
            return None if steps is None else Tuple(steps)
        case t.Juxtaposed(items=(t.Name() as one, t.Name() as other)):
            return _length(one, other, context)
        case t.Function(
            name="bar", argument=t.Juxtaposed(items=(t.Name() as one, t.Name() as other)), sub=None, sup=None
        ):
            return _length(one, other, context)
        case t.Juxtaposed(
            items=(t.Name() as one, t.Scripted(base=t.Name() as other, sub=None, sup=t.Number(text="2")))
        ):
            length = _length(one, other, context)
            return None if length is None else length**2
    return None


def _length(one: t.Name, other: t.Name, context: Context) -> tm.Scalar | None:
    steps = None if one.style or one.accents or other.style or other.accents else _steps(one.text, other.text, context)
    return None if steps is None else size(steps)


def _steps(one: str, other: str, context: Context) -> tuple[tm.Scalar, ...] | None:
    """The differences of the coordinates of two points of one space."""
    places = [_place(each, context) for each in (one, other)]
    if one == other or not all(places) or len(places[0]) != len(places[1]):
        return None
    return tuple(end - start for start, end in zip(*places, strict=True))


def _place(letter: str, context: Context) -> tuple[tm.Scalar, ...]:
    """The coordinates of a point; none of a letter that is no point."""
    found = context.points.get(letter)
    known = context.names.get(letter)
    place = known if isinstance(known, Tuple) else found if letter.isupper() else None
    items = place.items if place is not None else ()
    return items if len(items) in (2, 3) and all(isinstance(each, tm.Scalar) for each in items) else ()

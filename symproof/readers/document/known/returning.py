"""What was supposed in another part and may come back to mind: what functions are like, and how sequences go on."""

from __future__ import annotations

from symproof.properties import Property
from symproof.readers.document.known.recurrences import recurrence
from symproof.statement import Prop, is_equation
from symproof.term import ScalarAt, VectorAt


def comes_back(prop: Prop) -> bool:
    """Whether a hypothesis that was made for a while may be meant again later."""
    return isinstance(prop, Property) or says_how_it_goes(prop)


def says_how_it_goes(prop: Prop) -> bool:
    """Whether a hypothesis is the rule for a sequence, or says where one begins, w_1 = 0."""
    member = prop.left if is_equation(prop) and not prop.right.free else None
    return recurrence(prop) is not None or (isinstance(member, (ScalarAt, VectorAt)) and not member.index.free)

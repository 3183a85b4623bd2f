"""Bounds by letters of which nothing else is said, `|w| <= B`: who writes them supposes them."""

from __future__ import annotations

import re
from collections.abc import Collection

from symproof.statement import ORDERS, Prop, Relation, under_each
from symproof.term import Term, Variable

USES = re.compile(
    r"\b(?:using|by|with|under|from)\b[^.;:]*\b(?:bounds?|assumptions?|hypothes[ie]s)\b[^.;:]*$|"
    r"\b(?:since|because|as)\s+(?:·\s*(?:,\s*)?(?:and\s+)?)?$",
    re.IGNORECASE,
)
"""Words before what a text uses of its letters."""


def is_bounded_by(prop: Prop, spoken: Collection[Term]) -> bool:
    """Whether an inequality bounds a term by a number that is not `spoken` of."""
    prop = under_each(prop)
    if not isinstance(prop, Relation) or prop.kind not in ORDERS:
        return False
    for bound, other in ((prop.right, prop.left), (prop.left, prop.right)):
        if isinstance(bound, Variable) and other.free and not isinstance(other, Variable):
            return bound not in other.free and bound not in spoken
    return False

"""Bounds by letters of which nothing else is said, `|w| <= B`: who writes them supposes them."""

from __future__ import annotations

import re
from collections.abc import Collection

from symproof.statement import ORDERS, Prop, Relation, under_each
from symproof.term import Term, Variable

PUTS_IN = r"us(?:e|es|ed|ing)|recall(?:ing)?|insert(?:ing)?|substitut(?:e|ing)|plug(?:ging)?(?:\s+in)?|apply(?:ing)?"
USES = re.compile(
    rf"\b(?:by|with|under|from|{PUTS_IN})\b[^.;:]*\b(?:bounds?|assumptions?|hypothes[ie]s)\b[^.;:]*$|"
    rf"\b(?:since|because|as|{PUTS_IN})\s+(?:(?:the\s+fact\s+)?that\s+)?(?:·\s*(?:,\s*)?(?:and\s+)?)*$",
    re.IGNORECASE,
)
"""Words before what a text uses of its letters."""


def is_bounded_by(prop: Prop, spoken: Collection[Term]) -> bool:
    """Whether an inequality bounds a term by a number that is not `spoken` of, or by a power of it."""
    prop = under_each(prop)
    if not isinstance(prop, Relation) or prop.kind not in ORDERS:
        return False
    for bound, other in ((prop.right, prop.left), (prop.left, prop.right)):
        letters = [*bound.free]
        if len(letters) == 1 and isinstance(letters[0], Variable) and other.free and not isinstance(other, Variable):
            return letters[0] not in other.free and letters[0] not in spoken
    return False

"""Where a value that a row names is meant to lie, though no hypothesis says so: an angle in degrees between 0 and 180, a place
of a function where that is given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from symproof.readers.document.judgement.inference import Inference
from symproof.statement import Implies, Prop, Relation, is_equation
from symproof.term import ZERO, Elementary, Variable
from symproof.trusted.defined import definedness

DEGREES = re.compile(r"\\circ|°|\\degree")
PI = Elementary("pi", ())


def places_meant(link: Inference) -> Iterator[tuple[Prop, ...]]:
    """The conditions under which the letter of a row may be meant, each for itself."""
    claim = link.claim
    letter = claim.left if isinstance(claim, Relation) else None
    if isinstance(letter, Variable) and DEGREES.search(link.step.latex):
        yield Relation("<=", ZERO, letter), Relation("<=", letter, PI)
    for prop in link.given:
        for each in prop.subterms():
            if isinstance(each, Implies) and isinstance(each.left, Prop) and each.left.free == claim.free:
                yield (each.left,)


def is_algebraic(prop: Prop) -> bool:
    """Whether a relation is an equation between polynomials in one letter, whose coefficients may be roots."""
    if not is_equation(prop) or len(prop.free) != 1 or any(each.free for each in definedness(prop)):
        return False
    return not any(each.free for each in prop.subterms() if isinstance(each, Elementary))

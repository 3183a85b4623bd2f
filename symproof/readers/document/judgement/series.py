"""Series in a text: each is meant where it converges."""

from __future__ import annotations

from dataclasses import replace

from symproof.readers.document.judgement.judged import REFUTED, UNKNOWN
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.statement import Prop, SumsTo, is_equation
from symproof.term import Variable, is_integer

NO_VALUE = "the sum has no value"
"""What is told of a series that does not converge."""


def where_it_converges(settler: Settler, claim: Prop, given: tuple[Prop, ...], told: Told) -> Told:
    """What is told of a series: one that has no value at the point that fails is meant where it has one, if nothing says where
    its letters lie. What is told for letters between 0 and 1, if it fails there as well."""
    if not isinstance(claim, SumsTo) or NO_VALUE not in told.reason:
        return told
    letters = sorted((each for each in claim.body.free if isinstance(each, Variable) and not is_integer(each)), key=str)
    bounds = [prop for prop in given if not (is_equation(prop) and len(prop.free) > 1)]
    if not letters or any(each in prop.free for prop in bounds for each in letters):
        return told
    near = tuple(prop for each in letters for prop in (each > 0, each < 1))
    other = settler(claim, (*given, *near), 0.5)
    fails = other.status == REFUTED and NO_VALUE not in other.reason
    return other if fails else replace(told, status=UNKNOWN)

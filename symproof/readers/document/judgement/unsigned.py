"""Claims that fail only where a number of whose sign nothing is said is not positive: what a reader takes for granted of it."""

from __future__ import annotations

from collections.abc import Sequence

from symproof.readers.document.judgement.hypotheses import relevant
from symproof.readers.document.judgement.settling import Settler, Told
from symproof.statement import Prop
from symproof.term import Variable
from symproof.text import letter as plain_name


def lacking(settler: Settler, claim: Prop, given: Sequence[Prop], told: Told) -> str:
    """The condition that a refuted claim lacks: what advice says, or that numbers are positive that are not at the point that
    fails, where no point is found under that; "" where nothing is lacking.

    A proof may need the lines before, so that only points are looked for.
    """
    if missing := settler.advised(told).missing:
        return missing
    point = told.point or {}
    letters = {letter for prop in (claim, *relevant(claim, given)) for letter in prop.free}
    letters -= {letter for prop in given if len(prop.free) == 1 for letter in prop.free}
    numbers = [each for each in sorted(letters, key=str) if isinstance(each, Variable) and each.domain == "real"]
    positive = [each > 0 for each in numbers if point.get(plain_name(each.name), "1").startswith(("-", "0"))]
    if not positive or settler(claim, (*given, *positive), 0.5).status == "refuted":
        return ""
    contrary = settler.contradictory(relevant(claim, (*given, *positive)))
    return "" if contrary else " and ".join(map(str, positive))

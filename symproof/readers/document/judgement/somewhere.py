"""What is said for all values and holds for some: a derivative in letters, where these have values that are given."""

from __future__ import annotations

from symproof.readers.document.judgement.judged import REFUTED, UNKNOWN, Judged
from symproof.readers.document.judgement.settling import Settler
from symproof.readers.document.known.rounding import decimals_in
from symproof.statement import Prop, Relation
from symproof.term import Derivative


def of_values_only(settler: Settler, claim: Prop, given: tuple[Prop, ...]) -> Judged | None:
    """The doubt of an equation between a derivative and a term in its letters that holds for the values only that are given."""
    if not isinstance(claim, Relation) or claim.kind != "=":
        return None
    rates = [each for each in (claim.left, claim.right) if isinstance(each, Derivative)]
    letters = claim.left.free & claim.right.free if len(rates) == 1 else frozenset()
    if any(decimals_in(side, least=1) for side in (claim.left, claim.right)):
        return None  # some values are put in already
    values = [each for each in given if isinstance(each, Relation) and each.left in letters and not each.right.free]
    told = settler(claim, [each for each in given if each not in values], 0.5) if values else None
    if told is None or told.status != REFUTED:
        return None
    where = ", ".join(map(str, values))
    return Judged(UNKNOWN, reason=f"right at {where}, and not for all values", point=told.point, fails=True)

"""By how much one term is larger than another, where that is a number."""

from __future__ import annotations

from symproof import term as tm
from symproof.trusted.facts import NOT_NORMAL, Facts


def whole_gap(facts: Facts, one: tm.Scalar, other: tm.Scalar) -> int | None:
    """By which whole number one term is larger than another; None where the normal form does not say that it is one."""
    try:
        gap = facts.normalizer.ring.as_constant(facts.normalizer.difference(one, other))
    except NOT_NORMAL:
        return None
    return int(gap) if gap is not None and gap.denominator == 1 else None

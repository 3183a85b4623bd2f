"""What a letter is multiplied by in a term, where the term is a multiple of the letter."""

from __future__ import annotations

from symproof import term as tm
from symproof.substitution import substitute
from symproof.term import ONE
from symproof.trusted.facts import NOT_NORMAL, Facts


def multiplier(facts: Facts, term: tm.Scalar, letter: tm.Variable) -> tm.Scalar | None:
    """c, as it is written, where a term is c times a letter: 2 - x for 2*y - x*y."""
    slope = tm.scalar(substitute(term, {letter: ONE}))
    try:
        rest = facts.normalizer.difference(term, slope * letter)
    except NOT_NORMAL:
        return None
    return slope if facts.normalizer.ring.is_zero(rest) else None

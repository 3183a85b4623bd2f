"""The statement that a claim's text stands for, read with symproof's letters."""

from __future__ import annotations

import symproof
from symproof.errors import SymproofError
from symproof.statement import Statement, prop
from tests.yardstick.claims import Claim

LETTERS = {
    "real": symproof.real,
    "positive": symproof.positive,
    "nonnegative": symproof.nonnegative,
    "natural": symproof.natural,
    "integer": symproof.integer,
    "index": symproof.index,
    "vector": symproof.vector,
    "sequence": symproof.sequence,
    "fibonacci": symproof.sequence,
}


def statement(claim: Claim) -> Statement | None:
    """The statement, or None where symproof refuses to build it (a mutant may add a number to a vector)."""
    names = {**vars(symproof), **{name: LETTERS[kind](name) for name, kind in claim.letters}}
    try:
        given = tuple(prop(eval(text, names)) for text in claim.given)
        return Statement(given, prop(eval(claim.text, names)))
    except (SymproofError, TypeError):
        return None

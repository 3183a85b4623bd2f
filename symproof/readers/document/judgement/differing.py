"""Checks that fail as they should: "2 + 4 = 2, 6 ≠ 2" says itself that its two sides differ."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from symproof.readers.document.known.rounding import value_of
from symproof.readers.document.lines.step import Step
from symproof.statement import Relation
from symproof.term import Scalar

REACH = 6
"""How many lines of a check may stand before the one that says so."""


def doubt_failed_checks(steps: Sequence[Step]) -> None:
    """Say of equations between numbers, one under the other, that the last line says their two sides differ."""
    for step in steps:
        values = _values(step, "!=")
        if values is None:
            continue
        for before in reversed(steps[max(0, step.number - REACH) : step.number]):
            sides = _values(before, "=")
            if sides is None or before.part != step.part:
                break
            if set(sides) == set(values) and sides[0] != sides[1]:
                before.refutable = before.refutable or f"line {step.line} says that its two sides differ"


def _values(step: Step, kind: str) -> tuple[Fraction, Fraction] | None:
    """The values of the two sides of a relation between numbers; None of any other statement."""
    claim = step.statement
    if not isinstance(claim, Relation) or claim.kind != kind or claim.free:
        return None
    if not isinstance(claim.left, Scalar) or not isinstance(claim.right, Scalar):
        return None
    left, right = value_of(claim.left), value_of(claim.right)
    return None if left is None or right is None else (left, right)

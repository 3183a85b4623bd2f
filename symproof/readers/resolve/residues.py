"""Whole numbers as elements of Z/n, where the page writes `a_{i + n}` or `x_{n - 1}`: n itself is 0 there."""

from __future__ import annotations

from typing import Any

from symproof import term as tm


def as_residue(value: Any, over: tm.Cyclic) -> Any:
    """A whole number as an element of `over`; anything else as it is, which its sort may refuse."""
    match value:
        case tm.Scalar() if value == over.modulus:
            return tm.ResidueNumber(0, over)
        case tm.Number(number) if number.denominator == 1:
            return tm.ResidueNumber(number.numerator, over)
        case tm.Neg(arg):
            inner = as_residue(arg, over)
            return -inner if isinstance(inner, tm.Residue) else value
        case tm.Add(args):
            parts = [as_residue(arg, over) for arg in args]
            if all(isinstance(part, tm.Residue) for part in parts):
                return tm.ResidueAdd(tuple(part for part in parts if isinstance(part, tm.Residue)))
            return value
        case _:
            return value

"""How large a number written with + - * / ** is, told without computing it: `10**10**10` has no room in any memory."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import prod

from symproof import term as tm

FEW_BITS = 64
UNTOLD = 10**9
"""Stands for the size of a power whose exponent is itself too large to compute."""


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A bound on the binary digits of numerator and denominator together, and the value where they are FEW_BITS."""

    bits: int
    value: Fraction | None


def magnitude(term: tm.Scalar) -> Magnitude | None:
    """The magnitude of a number; None where a letter or a function is in it.

    >>> from symproof import rational
    >>> magnitude(rational(10) ** 100).bits, magnitude(rational(2) ** 3).value
    (501, Fraction(8, 1))
    """
    match term:
        case tm.Number(value):
            return Magnitude(value.numerator.bit_length() + value.denominator.bit_length(), value)
        case tm.Neg(arg):
            found = magnitude(arg)
            return found and Magnitude(found.bits, None if found.value is None else -found.value)
        case tm.Add(args) | tm.Mul(args):
            parts = [part for part in map(magnitude, args) if part is not None]
            if len(parts) < len(args):
                return None
            bits = sum(part.bits + 1 for part in parts)
            values = [part.value for part in parts if part.value is not None]
            if bits >= FEW_BITS or len(values) < len(args):
                return Magnitude(bits, None)
            return Magnitude(
                bits, sum(values, Fraction(0)) if isinstance(term, tm.Add) else prod(values, start=Fraction(1))
            )
        case tm.Div(top, bottom):
            over, under = magnitude(top), magnitude(bottom)
            if over is None or under is None:
                return None
            few = over.bits + under.bits < FEW_BITS and over.value is not None and under.value
            return Magnitude(over.bits + under.bits, over.value / under.value if few else None)  # type: ignore[operator]  # few
        case tm.Pow(base, exponent):
            return _power(magnitude(base), magnitude(exponent))
    return None


def _power(base: Magnitude | None, exponent: Magnitude | None) -> Magnitude | None:
    if base is None or exponent is None:
        return None
    if exponent.value is None:
        return Magnitude(UNTOLD, None)
    times = exponent.value
    bits = int(base.bits * abs(times)) + 1
    if base.value is None or bits >= FEW_BITS or times.denominator != 1 or base.value == 0 > times:
        return Magnitude(bits, None)
    return Magnitude(bits, Fraction(base.value**times.numerator))

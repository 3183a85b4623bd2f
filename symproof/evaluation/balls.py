"""The door to FLINT's balls: real numbers that are no fractions, enclosed rigorously.

A `Ball` is an interval that certainly contains the number meant. Its sign is told only where the ball lies on
one side of zero; where it does not, `Unseparated` asks for more bits. A ball is never said to be zero or
equal to anything unless its radius is zero.

Source: Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval arithmetic", 2017.
Limits: precision up to the last of `PRECISIONS`; two equal irrational numbers never separate.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

import flint

from symproof.evaluation.novalue import Undecided, Unseparated
from symproof.functions import FUNCTIONS

T = TypeVar("T")
PRECISIONS = (128, 512, 2048, 4096)


class Ball:
    """An enclosure of one real number."""

    __slots__ = ("arb",)

    def __init__(self, arb: Any) -> None:
        if not arb.is_finite():
            raise Unseparated("an enclosure is unbounded at this precision")
        self.arb = arb

    def __add__(self, other: Fraction | Ball) -> Ball:
        return Ball(self.arb + enclose(other)) if isinstance(other, (Fraction, Ball)) else NotImplemented

    __radd__ = __add__

    def __neg__(self) -> Ball:
        return Ball(-self.arb)

    def __sub__(self, other: Fraction | Ball) -> Ball:
        return self + -other if isinstance(other, (Fraction, Ball)) else NotImplemented

    def __rsub__(self, other: Fraction | Ball) -> Ball:
        return -self + other if isinstance(other, (Fraction, Ball)) else NotImplemented

    def __mul__(self, other: Fraction | Ball) -> Fraction | Ball:
        if isinstance(other, Fraction) and not other:
            return other  # the number in the ball is finite, so the product is exactly zero
        return Ball(self.arb * enclose(other)) if isinstance(other, (Fraction, Ball)) else NotImplemented

    __rmul__ = __mul__

    def __repr__(self) -> str:
        return str(self.arb.str(6, radius=False))

    def sign(self) -> int:
        """-1, 0 or 1.

        Raises:
            Unseparated: zero lies in the ball and the ball is no point.
        """
        if self.arb > 0:
            return 1
        if self.arb < 0:
            return -1
        if self.arb.is_zero():
            return 0
        raise Unseparated("an enclosure cannot be told from zero at this precision")

    def ends(self) -> tuple[Fraction, Fraction]:
        """Two fractions between which the number lies."""
        middle, radius = (_exact(part) for part in (self.arb.mid(), self.arb.rad()))
        return middle - radius, middle + radius

    def reciprocal(self) -> Ball:
        """One over the number, which the caller has shown not to be zero."""
        return Ball(1 / self.arb)

    def power(self, exponent: int) -> Ball:
        """An integer power; the number is not zero where the exponent is negative."""
        return Ball(self.arb ** flint.fmpz(exponent))

    def surely_no_integer(self) -> bool:
        """Whether the ball contains no integer."""
        return not self.arb.contains_integer()


def _exact(point: Any) -> Fraction:
    mantissa, exponent = point.man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def enclose(number: Fraction | Ball) -> Any:
    """FLINT's ball around a number."""
    if isinstance(number, Ball):
        return number.arb
    return flint.arb(flint.fmpq(number.numerator, number.denominator))


def elementary(name: str, number: Fraction | Ball) -> Ball:
    """An elementary function of a number in its domain; raises `Undecided` where the table has no enclosure."""
    row = FUNCTIONS.get(name)
    enclosure = None if row is None else row.enclosure
    if enclosure is None:
        raise Undecided(f"no enclosure of {name}; add it to the table of functions")
    return Ball(enclosure(enclose(number)))


def constant(name: str) -> Ball:
    """A constant of the table, a row of arity 0."""
    enclosure = FUNCTIONS[name].enclosure
    if enclosure is None:
        raise Undecided(f"no enclosure of {name}; add it to the table of functions")
    return Ball(enclosure(flint.arb))


def larger(one: Fraction | Ball, other: Fraction | Ball) -> Ball:
    """An enclosure of the larger of two numbers that cannot be told apart."""
    return Ball(enclose(one).max(enclose(other)))


def with_more_bits(question: Callable[[], T]) -> T:
    """The answer to `question` at the first precision that decides it.

    Raises:
        Unseparated: no precision of `PRECISIONS` does.
    """
    for bits in PRECISIONS[:-1]:
        try:
            with flint.ctx.workprec(bits):
                return question()
        except Unseparated:
            continue
    with flint.ctx.workprec(PRECISIONS[-1]):
        return question()

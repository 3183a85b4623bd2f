"""Factorials, binomial coefficients, whole parts and products of symbolic length, on values.

(n + 2)! = (n + 2) (n + 1) n! for n >= 0; (n - 1)! = n!/n; binomial(n, k) = n!/(k! (n - k)!) for 0 <= k <= n,
and 0 for k > n >= 0; floor(x + n) = floor(x) + n for an integer n;
binomial(x, k + 1) = binomial(x, k) (x - k)/(k + 1) for k >= 0; prod (f g) = prod f prod g.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, factorial, floor

from .atoms import ONE
from .functions import FunctionLaws
from .polynomial import UNIT
from .rational import Quotient, add, as_constant, constant, generator, inverse, multiply, negative, scale, subtract

MOST, LARGEST = 32, 200
"""The longest run of factors that is written out, and the largest number whose factorial is."""


def lifted(lower: Quotient, rest: Quotient, start: Quotient, shift: int) -> Quotient:
    """binomial(top, start + shift), which leaves `rest`, from binomial(top, start)."""
    return multiply(multiply(lower, _run(add(rest, ONE), shift)), inverse(_run(add(start, ONE), shift)))


class Counting(FunctionLaws):
    """Products of many factors."""

    def factorial(self, value: Quotient, beyond: bool = False) -> Quotient:
        """value! for an integer >= 0; `beyond`: it is known to be at least its constant term."""
        number = as_constant(value)
        if number is not None:
            return constant(factorial(int(number))) if 0 <= number <= LARGEST else self._atom_of("factorial", value)
        rest, shift = self.without_constant(value)
        if shift.denominator != 1 or abs(shift) > MOST or (shift > 0 and not (beyond or self.is_natural(rest))):
            return self._atom_of("factorial", value)
        if shift >= 0:
            return multiply(self._atom_of("factorial", rest), _run(add(rest, ONE), int(shift)))
        return multiply(self._atom_of("factorial", rest), inverse(_run(add(value, ONE), -int(shift))))

    def floor(self, value: Quotient) -> Quotient:
        """The whole part of a value, with the integers in its form before it."""
        if value.den != UNIT:
            return self._atom_of("floor", value)
        whole, left = constant(0), constant(0)
        for monomial, c in value.num.items():
            unit = Quotient({monomial: 1})
            integer = floor(c) if self.is_integral(unit) else 0
            whole, left = add(whole, scale(unit, Fraction(integer))), add(left, scale(unit, Fraction(c) - integer))
        return whole if as_constant(left) is not None else add(whole, self._atom_of("floor", left))

    def _atom_of(self, kind: str, *parts: Quotient) -> Quotient:
        return self.atom((kind, *(part.key() for part in parts)), parts)

    def binomial(self, top: Quotient, bottom: Quotient) -> Quotient:
        """The coefficient of x**bottom in (1 + x)**top."""
        number = as_constant(bottom)
        if number is not None and number <= MOST:
            return _few(top, int(number))
        rest = subtract(top, bottom)
        if self.is_natural(top) and self.is_natural(subtract(subtract(bottom, top), constant(1))):
            return constant(0)
        if self.is_natural(bottom) and self.is_natural(rest):
            gap = as_constant(rest)
            if gap is not None and gap <= MOST:
                return _few(top, int(gap))
            return multiply(self.factorial(top), inverse(multiply(self.factorial(bottom), self.factorial(rest))))
        start, shift = self.without_constant(bottom)
        if 0 < shift <= MOST and shift.denominator == 1 and self.is_natural(start):
            return lifted(self.binomial(top, start), rest, start, int(shift))
        return self._atom_of("binomial", top, bottom)

    def linear_product(self, factor: Quotient, letter: int, count: Quotient) -> Quotient | None:
        """The product of a factor a*k + b for the letter k = 0 .. count - 1, where b/a is no integer below 1."""
        slope, alone = Fraction(factor.num.get(((letter, 1),), 0)), Fraction(factor.num.get((), 0))
        if factor.den != UNIT or not slope:
            return None
        if len(factor.num) > 1 + bool(alone):
            return self._run(scale(factor, 1 / slope), slope, letter, count)
        offset = alone / slope
        if abs(offset) > MOST or (offset.denominator == 1 and offset < 1):
            return None
        shift = ceil(offset) - 1  # offset = start + shift with 0 < start <= 1
        start = constant(offset - shift)
        far = add(start, count)
        result = self.factorial(count) if offset.denominator == 1 else self.rising(start, count)
        if shift >= 0:
            more, less = _run(far, shift), _run(start, shift)
        else:
            more, less = _run(add(start, constant(shift)), -shift), _run(add(far, constant(shift)), -shift)
        slopes = self.integer_exponent(constant(slope), count)
        return multiply(multiply(slopes, multiply(result, more)), inverse(less))

    def _run(self, place: Quotient, slope: Fraction, letter: int, count: Quotient) -> Quotient | None:
        """The product of slope * (k + m) for k = 0 .. count - 1, by factorials where m - 1 or -m - count is natural."""
        start = subtract(place, generator(letter))
        if letter in self.inside((start,))[0]:
            return None
        upward, downward = subtract(start, ONE), negative(add(start, count))
        if self.is_natural(upward):
            ends = add(upward, count), upward
        elif self.is_natural(downward):
            ends, slope = (negative(start), downward), -slope
        else:
            return None
        result = multiply(self.factorial(ends[0]), inverse(self.factorial(ends[1])))
        return multiply(self.integer_exponent(constant(slope), count), result)

    def rising(self, start: Quotient, count: Quotient) -> Quotient:
        """start (start + 1) ... (start + count - 1) for a number 0 < start < 1 and a natural count."""
        rest, shift = self.without_constant(count)
        number = as_constant(count)
        if number is not None and 0 <= number <= MOST:
            return _run(start, int(number))
        far = shift.denominator != 1 or abs(shift) > MOST
        if number is not None or far or (shift > 0 and not self.is_natural(rest)):
            return self._rising_atom(start, count)
        if shift >= 0:
            return multiply(self._rising_atom(start, rest), _run(add(start, rest), int(shift)))
        return multiply(self._rising_atom(start, rest), inverse(_run(add(start, count), -int(shift))))

    def _rising_atom(self, start: Quotient, count: Quotient) -> Quotient:
        return self.atom(("rising", start.key(), count.key()), (count,))


def _run(start: Quotient, count: int) -> Quotient:
    """start (start + 1) ... : that many factors."""
    result = ONE
    for k in range(count):
        result = multiply(result, add(start, constant(k)))
    return result


def _few(top: Quotient, count: int) -> Quotient:
    """binomial(top, count) for a number."""
    if count < 0:
        return constant(0)
    return scale(_run(subtract(top, constant(count - 1)), count), Fraction(1, factorial(count)))

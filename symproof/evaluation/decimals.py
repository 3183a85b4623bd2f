"""The value of a term at a point in decimal digits, each of them certain.

A rational value with few digits is exact; any other is rounded, and only where both ends of its enclosure round alike,
with as many bits as that takes. So no digit is printed that could be wrong.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from symproof.evaluation.exact import Number, settled
from symproof.evaluation.interpretation import Interpretation
from symproof.evaluation.novalue import NoValue, Undecided, Unseparated
from symproof.point import Point
from symproof.term import Scalar

EXPONENTS = range(-3, 6)
"""The powers of ten of a first digit that are written without a power of ten."""


class Digits(NamedTuple):
    """A number in digits: `text` times ten to the `power`; `exact` where that is the number itself."""

    text: str
    power: int = 0
    exact: bool = False


def digits_of(term: Scalar, point: Point, count: int) -> Digits | None:
    """The value of `term` at a point, rounded to `count` digits; None where it has none, or is not told from a neighbour.

    >>> from symproof import exp, real
    >>> x = real("x")
    >>> digits_of(exp(exp(4 * x)), Point({x: Fraction(1)}), 4)
    Digits(text='5.148', power=23, exact=False)
    >>> digits_of(x / 4, Point({x: Fraction(1)}), 4)
    Digits(text='0.25', power=0, exact=True)
    """
    try:
        return settled(lambda: _rounded((meaning := Interpretation(point)).scalar(term, meaning.env), count))
    except (NoValue, Undecided, RecursionError, OverflowError):
        return None


def _rounded(number: Number, count: int) -> Digits:
    if isinstance(number, Fraction):
        return exactly(number, count) or rounded(number, count)
    ends = getattr(number, "ends", None)  # a ball, whose module opens FLINT
    if ends is None:
        raise Undecided("a number with slopes has no digits")
    one, other = (rounded(end, count) for end in ends())
    if one != other:
        raise Unseparated("the two ends of an enclosure round differently")
    return one


def exactly(number: Fraction, count: int) -> Digits | None:
    """The number in at most `count` digits, if it has no more."""
    found = rounded(number, count)
    mantissa, _, fraction = found.text.partition(".")
    if Fraction(found.text) * Fraction(10) ** found.power != number:
        return None
    short = f"{mantissa}.{fraction}".rstrip("0").rstrip(".") if fraction else mantissa
    return Digits(short, found.power, exact=True)


def rounded(number: Fraction, count: int) -> Digits:
    """The number in `count` digits, a half rounded to even."""
    if number == 0:
        return Digits("0")
    size = abs(number)
    power = len(str(size.numerator)) - len(str(size.denominator))
    power -= size < Fraction(10) ** power
    units = round(size / Fraction(10) ** (power - count + 1))
    if units == 10**count:
        units, power = units // 10, power + 1
    sign = "-" if number < 0 else ""
    if power not in EXPONENTS or power >= count:
        return Digits(sign + _pointed(str(units), 1), power)
    shown = str(units)
    return Digits(sign + (_pointed(shown, power + 1) if power >= 0 else "0." + "0" * (-power - 1) + shown))


def _pointed(digits: str, place: int) -> str:
    return digits if len(digits) == place else f"{digits[:place]}.{digits[place:]}"

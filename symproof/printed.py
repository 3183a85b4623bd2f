"""Numbers as printed: `approx(term, "7.802e24")` says that the true value of a term rounds to the digits shown.

The digits stand for the interval of half a unit of the last one to either side, both ends included, so that a value
in the middle between two printed numbers may be printed as either. What is claimed is of the true value: arithmetic on
printed numbers is another claim, an equation between rationals.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import floor

from symproof.errors import SortError
from symproof.statement import And, Prop, Relation
from symproof.term import Number, Scalar, node, scalar

DIGITS = re.compile(r"([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?")
LARGEST = 4000
"""The largest power of ten; beyond it a number has more digits than Python prints."""


@node
class Approx(Prop):
    """`term` rounds to `digits`: it differs from the number printed by at most half a unit of the last digit shown."""

    term: Scalar
    digits: str

    def __post_init__(self) -> None:
        read_digits(self.digits)

    def meaning(self) -> And:
        """The two inequalities that the digits stand for.

        >>> approx(scalar(1) / 3, "0.33").meaning()
        13/40 <= 1/3 and 1/3 <= 67/200
        """
        printed, unit = read_digits(self.digits)
        low, high = Number(printed - unit / 2), Number(printed + unit / 2)
        return And((Relation("<=", low, self.term), Relation("<=", self.term, high)))

    def correction(self, low: Fraction, high: Fraction) -> str:
        """What the digits should have been, for a value known to lie from `low` to `high`; "" where that is not known."""
        right = rounded_like(self.digits, low, high)
        return f"{self.digits} should read {right}" if right is not None else ""


def approx(term: object, digits: str) -> Approx:
    """The statement that a term's true value rounds to the digits shown, half a unit of the last one to either side.

    The digits are text, since trailing zeros count: "2.10" says more than "2.1", and "100" has the unit 1.

    Raises:
        SortError: digits that are no text, or no number in decimal digits.

    >>> from symproof import exp
    >>> approx(exp(4), "54.598")
    exp(4) ~ 54.598
    """
    return Approx(scalar(term), digits)


def read_digits(digits: str) -> tuple[Fraction, Fraction]:
    """The number printed, and the unit of its last digit.

    >>> read_digits("-3.10")
    (Fraction(-31, 10), Fraction(1, 100))
    """
    if not isinstance(digits, str):
        raise SortError(f'{digits!r} is no text: the digits shown are what is claimed; write approx(x, "{digits}")')
    found = DIGITS.fullmatch(digits)
    if found is None:
        raise SortError(f'{digits!r} is no number as printed; write "54.598", "7.802e24", "-3.10" or "100"')
    sign, whole, decimals, power = found.groups()
    exponent = int(power or 0)
    if abs(exponent) > LARGEST:
        raise SortError(f"{digits!r}: powers of ten go to {LARGEST}")
    unit = Fraction(10) ** (exponent - len(decimals or ""))
    return (-1 if sign == "-" else 1) * int(whole + (decimals or "")) * unit, unit


def rounded_like(digits: str, low: Fraction, high: Fraction) -> str | None:
    """A number from `low` to `high` in the form of `digits`: as many decimals, or, with a power of ten, as many digits.

    None where the two ends round differently.

    >>> rounded_like("7.8e2", Fraction(1234), Fraction(1234)), rounded_like("54.599", *[Fraction("54.59815")] * 2)
    ('1.2e3', '54.598')
    """
    found = DIGITS.fullmatch(digits)
    assert found is not None  # the digits of an `Approx` were read
    _, whole, decimals, power = found.groups()
    one, other = (_rounded(number, whole, decimals or "", power) for number in (low, high))
    return one if one == other else None


def _rounded(number: Fraction, whole: str, decimals: str, power: str | None) -> str:
    places = len(decimals)
    if power is None:
        return _written(_nearest(number / Fraction(10) ** -places), places)
    exponent = int(power)
    count = _nearest(number / Fraction(10) ** (exponent - places))
    if (
        len(str(abs(count))) != len(whole.lstrip("0") + decimals) and number
    ):  # of another size: one digit before the point
        places = len(whole) + places - 1
        exponent = _size(number)
        count = _nearest(number / Fraction(10) ** (exponent - places))
        if len(str(abs(count))) > places + 1:
            exponent, count = exponent + 1, count // 10
    return f"{_written(count, places)}e{exponent}"


def _nearest(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))


def _size(number: Fraction) -> int:
    """The power of ten of the first digit of a number that is not 0."""
    guess = len(str(abs(number.numerator))) - len(str(number.denominator))
    return guess if abs(number) >= Fraction(10) ** guess else guess - 1


def _written(count: int, places: int) -> str:
    text = str(abs(count)).rjust(places + 1, "0")
    body = f"{text[:-places]}.{text[-places:]}" if places else text
    return f"-{body}" if count < 0 else body

"""Exact real arithmetic: fractions, enclosures of irrational numbers, and dual numbers over both.

A number is a `Fraction` wherever it can be one. Elsewhere it is a `Ball`, which decides a comparison or says that it
cannot. A `Dual` carries derivatives along, to any depth: it is how a gradient is evaluated at a point, with no
symbolic differentiation.

Everything here is total: an operation returns a number, or raises `OutOfDomain` (there is no value), `Unseparated`
(more bits may decide) or `Undecided` (too large).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar, Union

from symproof.evaluation.novalue import OutOfDomain, Undecided, Unseparated

if TYPE_CHECKING:
    from symproof.evaluation.balls import Ball

Number = Union[Fraction, "Ball", "Dual"]
Row = tuple[Number, ...]
T = TypeVar("T")

BITS = 14_000
"""The most bits of a numerator or denominator: as many as Python will print (4300 digits)."""
MOST_FACTORS = 2_000
ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True, eq=False)
class Dual:
    """A number with its partial derivatives. `level` tells apart the differentiations that enclose one another:
    of two levels, the lower is constant for the higher."""

    value: Number
    slopes: tuple[Number, ...]
    level: int

    def __add__(self, other: Number) -> Dual:
        x, y, dx, dy, level = _aligned(self, other)
        return Dual(x + y, tuple(p + q for p, q in zip(dx, dy, strict=True)), level)

    __radd__ = __add__

    def __mul__(self, other: Number) -> Dual:
        x, y, dx, dy, level = _aligned(self, other)
        return Dual(x * y, tuple(p * y + x * q for p, q in zip(dx, dy, strict=True)), level)

    __rmul__ = __mul__

    def __neg__(self) -> Dual:
        return Dual(-self.value, tuple(-p for p in self.slopes), self.level)

    def __sub__(self, other: Number) -> Dual:
        return self + -other

    def __rsub__(self, other: Number) -> Dual:
        return -self + other

    def chain(self, value: Number, factor: Number) -> Dual:
        """`value`, a function of this number with derivative `factor` there."""
        return Dual(value, tuple(p * factor for p in self.slopes), self.level)


def _aligned(one: Number, other: Number) -> tuple[Number, Number, tuple[Number, ...], tuple[Number, ...], int]:
    """Values and slopes of two numbers at the higher of their levels."""
    level = max(x.level for x in (one, other) if isinstance(x, Dual))
    size = max(len(x.slopes) for x in (one, other) if isinstance(x, Dual) and x.level == level)
    parts = [
        (x.value, x.slopes) if isinstance(x, Dual) and x.level == level else (x, (ZERO,) * size) for x in (one, other)
    ]
    return parts[0][0], parts[1][0], parts[0][1], parts[1][1], level


def checked(number: Number) -> Number:
    """`number`, unless it is a fraction too large to go on with.

    Raises:
        Undecided: the numerator or the denominator has more than `BITS` bits.
    """
    if type(number) is Fraction and (number.numerator.bit_length() > BITS or number.denominator.bit_length() > BITS):
        raise Undecided(f"a number has more than {BITS} bits")
    return number


def sign(number: Number) -> int:
    """-1, 0 or 1; raises `Unseparated` where an enclosure contains zero."""
    if isinstance(number, Fraction):
        return (number > 0) - (number < 0)
    return sign(number.value) if isinstance(number, Dual) else number.sign()


def compare(left: Number, right: Number) -> int:
    """The sign of `left - right`."""
    return sign(left - right)


def same(left: tuple[Number, ...], right: tuple[Number, ...]) -> bool:
    """Whether two rows of numbers agree; one pair that differs decides, whatever the others are."""
    if len(left) != len(right):
        raise Undecided(f"rows of {len(left)} and {len(right)} numbers are not comparable")
    open_pairs: Unseparated | None = None
    for x, y in zip(left, right, strict=True):
        try:
            if compare(x, y) != 0:
                return False
        except Unseparated as problem:
            open_pairs = problem
    if open_pairs is not None:
        raise open_pairs
    return True


def divide(top: Number, bottom: Number) -> Number:
    """A quotient."""
    if sign(bottom) == 0:
        raise OutOfDomain("it divides by zero")
    if isinstance(top, Fraction) and isinstance(bottom, Fraction):
        return top / bottom
    return top * _reciprocal(bottom)


def _reciprocal(number: Number) -> Number:
    if isinstance(number, Fraction):
        return ONE / number
    if isinstance(number, Dual):
        value = _reciprocal(number.value)
        return number.chain(value, -(value * value))
    return number.reciprocal()


def power(base: Number, exponent: Number) -> Number:
    """A power: for an integer exponent of any base (of zero, only to 0 and above; 0**0 is 1), for any other
    exponent of a positive base."""
    if isinstance(exponent, Fraction) and exponent.denominator == 1:
        return _integer_power(base, exponent.numerator)
    if sign(base) <= 0:
        if isinstance(exponent, Dual):
            raise OutOfDomain("the base is not positive and the exponent varies")
        if not isinstance(exponent, Fraction) and not exponent.surely_no_integer():
            raise Unseparated("an exponent cannot be told from an integer at this precision")
        raise OutOfDomain("the base is not positive and the exponent is no integer")
    if isinstance(exponent, Fraction) and isinstance(base, Dual):
        return base.chain(power(base.value, exponent), exponent * power(base.value, exponent - 1))
    if isinstance(exponent, Fraction) and isinstance(base, Fraction):
        root = exact_root(base, exponent.denominator)
        if root is not None:
            return _integer_power(root, exponent.numerator)
    return elementary("exp", (exponent * elementary("log", (base,)),))


def _integer_power(base: Number, exponent: int) -> Number:
    if exponent == 0:
        return ONE
    if exponent < 0:
        if sign(base) == 0:
            raise OutOfDomain("it raises zero to a negative power")
        return _reciprocal(_integer_power(base, -exponent))
    if isinstance(base, Dual):
        return base.chain(
            _integer_power(base.value, exponent), Fraction(exponent) * _integer_power(base.value, exponent - 1)
        )
    if not isinstance(base, Fraction):
        return base.power(exponent)
    if exponent * max(abs(base.numerator).bit_length() - 1, base.denominator.bit_length() - 1) > BITS:
        raise Undecided(f"a power has more than {BITS} bits")
    return Fraction(base.numerator**exponent, base.denominator**exponent)


def factorial(number: int) -> Number:
    """n!."""
    if number < 0:
        raise OutOfDomain("the factorial is of a negative number")
    if number > MOST_FACTORS:
        raise Undecided(f"a factorial has more than {MOST_FACTORS} factors")
    return checked(Fraction(math.factorial(number)))


def binomial(top: Number, bottom: int) -> Number:
    """top (top - 1) ... (top - bottom + 1)/bottom!; 0 for bottom < 0."""
    if bottom > MOST_FACTORS:
        raise Undecided(f"a binomial coefficient has more than {MOST_FACTORS} factors")
    result: Number = ONE if bottom >= 0 else ZERO
    for k in range(bottom):
        result = checked(result * ((top - Fraction(k)) * Fraction(1, k + 1)))
    return result


def floor(number: Number) -> Fraction:
    """The largest integer that is not above a number."""
    if isinstance(number, Dual):
        raise Undecided("a whole part is not differentiated")
    if isinstance(number, Fraction):
        return Fraction(math.floor(number))
    low, high = (math.floor(end) for end in number.ends())
    if low != high:
        raise Unseparated("an enclosure cannot be told from an integer at this precision")
    return Fraction(low)


def exact_root(number: Fraction, degree: int) -> Fraction | None:
    """The root of a number >= 0, where it is a fraction.

    >>> exact_root(Fraction(9, 4), 2)
    Fraction(3, 2)
    """
    top, bottom = _integer_root(number.numerator, degree), _integer_root(number.denominator, degree)
    return None if top is None or bottom is None else Fraction(top, bottom)


def _integer_root(number: int, degree: int) -> int | None:
    if number < 2:
        return number
    if degree >= number.bit_length():
        return None  # 2**degree is already larger
    low, high = 1, 1 << (number.bit_length() // degree + 1)
    if degree == 2:
        low = math.isqrt(number)
        return low if low * low == number else None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= number else (low, middle)
    return low if low**degree == number else None


def elementary(name: str, args: tuple[Number, ...]) -> Number:
    """An elementary function of the table in `functions`."""
    if name == "pi" and not args:
        from symproof.evaluation.balls import constant  # as below

        return constant(name)
    if len(args) != (2 if name in ("max", "min") else 1):
        raise Undecided(f"{name} of {len(args)} arguments has no rule")
    if name in ("max", "min"):
        return _extreme(name, *args)
    x = args[0]
    if name == "log" and sign(x) <= 0:
        raise OutOfDomain("the logarithm is of a number that is not positive")
    if name == "sqrt" and sign(x) < 0:
        raise OutOfDomain("the root is of a negative number")
    if isinstance(x, Dual):
        value = elementary(name, (x.value,))
        return x.chain(value, _slope(name, x.value, value))
    if isinstance(x, Fraction) and (rational := _rational(name, x)) is not None:
        return rational
    from symproof.evaluation.balls import (
        elementary as enclosure,  # the door is opened when an irrational number turns up
    )

    return enclosure(name, x)


RATIONAL_AT = {
    ("exp", 0): ONE,
    ("log", 1): ZERO,
    ("sin", 0): ZERO,
    ("cos", 0): ONE,
    ("sigma", 0): Fraction(1, 2),
    ("arctan", 0): ZERO,
}
"""The only rational arguments with rational values (Lindemann and Weierstrass)."""


def _rational(name: str, x: Fraction) -> Fraction | None:
    """The value at a fraction, where it is a fraction."""
    if name == "abs":
        return abs(x)
    if name == "sqrt":
        return exact_root(x, 2)
    return RATIONAL_AT.get((name, x.numerator)) if x.denominator == 1 else None


def _slope(name: str, x: Number, value: Number) -> Number:
    """The derivative of a function at `x`, where it has the value `value`."""
    match name:
        case "exp":
            return value
        case "log":
            return _reciprocal(x)
        case "sin":
            return elementary("cos", (x,))
        case "cos":
            return -elementary("sin", (x,))
        case "sqrt":
            if sign(x) == 0:
                raise OutOfDomain("the root is not differentiable at zero")
            return _reciprocal(value + value)
        case "arctan":
            return _reciprocal(ONE + x * x)
        case "sigma":
            return value * (ONE - value)
        case "abs":
            if sign(x) == 0:
                raise OutOfDomain("the absolute value is not differentiable at zero")
            return Fraction(sign(x))
        case _:
            raise Undecided(f"no derivative for {name}; add one to exact.py")


def _extreme(name: str, x: Number, y: Number) -> Number:
    """The larger or the smaller of two numbers."""
    if name == "min":
        return -_extreme("max", -x, -y)
    try:
        order = compare(x, y)
    except Unseparated:
        if isinstance(x, Dual) or isinstance(y, Dual):
            raise
        from symproof.evaluation.balls import larger

        return larger(x, y)
    if order == 0 and (isinstance(x, Dual) or isinstance(y, Dual)):
        raise OutOfDomain("a maximum or minimum of equal numbers is not differentiable")
    return x if order >= 0 else y


def settled(question: Callable[[], T]) -> T:
    """The answer to `question`, asked again with more bits while enclosures overlap.

    Raises:
        Undecided: they still do at the highest precision, or `question` raised it.
    """
    try:
        return question()
    except Unseparated:
        from symproof.evaluation.balls import with_more_bits

        return with_more_bits(question)

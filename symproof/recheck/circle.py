"""Half of the circumference of the unit circle, and arctangents, enclosed between fractions.

pi = 16 arctan(1/5) - 4 arctan(1/239) (Machin), by series whose terms alternate and fall: a partial sum and the next enclose
the limit.
"""

from __future__ import annotations

from fractions import Fraction


def pi(bits: int) -> tuple[Fraction, Fraction]:
    """Two fractions with pi between them, less than 2**-bits apart."""
    (a, b), (c, d) = _arctan(5, bits + 16), _arctan(239, bits + 16)
    return 16 * a - 4 * d, 16 * b - 4 * c


def _arctan(bottom: int, bits: int) -> tuple[Fraction, Fraction]:
    """An enclosure of arctan(1/bottom)."""
    k, total, term = 1, Fraction(0), Fraction(1, bottom)
    while term > Fraction(1, 1 << bits):
        total += term if k % 4 == 1 else -term
        k += 2
        term = Fraction(1, k * bottom**k)
    return total - term, total + term


def arctan(x: Fraction, bits: int) -> tuple[Fraction, Fraction]:
    """An enclosure: arctan(x) = pi/2 - arctan(1/x) for x > 1, and arctan(1/2) + arctan((2x - 1)/(2 + x)) above 1/2, where what is
    left is at most 1/3."""
    if x < 0:
        low, high = arctan(-x, bits)
        return -high, -low
    if x > 1:
        low, high = arctan(1 / x, bits)
        below, above = pi(bits + 8)
        return below / 2 - high, above / 2 - low
    if x > Fraction(1, 2):
        one, other = _series(Fraction(1, 2), bits + 16), _series((2 * x - 1) / (2 + x), bits + 16)
        return one[0] + other[0], one[1] + other[1]
    return _series(x, bits + 16)


def _series(x: Fraction, bits: int) -> tuple[Fraction, Fraction]:
    """arctan(x) = x - x**3/3 + ... for x between 0 and 1/2. Each power is rounded down, which makes it smaller by less than
    2 * 2**(-2 * bits) together with the roundings before it."""
    unit = 1 << (2 * bits)
    power = Fraction(x.numerator * unit // x.denominator, unit)
    total, k, roundings = power, 1, 1
    while power > Fraction(1, 1 << bits):
        power = Fraction(int(power * x * x * unit), unit)
        k, roundings = k + 2, roundings + 1
        total += power / k if k % 4 == 1 else -power / k
    slack = power + Fraction(2 * roundings + 2, unit)
    return total - slack, total + slack

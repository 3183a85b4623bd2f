"""Half of the circumference of the unit circle, enclosed between fractions.

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

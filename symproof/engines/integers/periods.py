"""By which remainders a polynomial in integers is known modulo m: a cube modulo 9 by three of them, a fourth power modulo 16
by four. What is looked at is the form that the letters give, n = d*q + r: each coefficient of a power of q is 0 modulo m."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb

from symproof import term as tm

Powers = dict[int, int]
"""What stands at each power of one letter, beside one monomial in the others."""


def period(system: Sequence[dict[tuple[tuple[tm.Variable, int], ...], Fraction]], modulus: int) -> int:
    """The least divisor d of the modulus with p(d*q + r) = p(r) modulo `modulus` in each letter of each polynomial p."""
    parts: dict[tuple[int, tm.Variable, object], Powers] = {}
    for number, polynomial in enumerate(system):
        for monomial, c in polynomial.items():
            for x, power in monomial:
                rest = frozenset(pair for pair in monomial if pair[0] != x)
                parts.setdefault((number, x, rest), {})[power] = c.numerator % modulus
    divisors = (d for d in range(1, modulus) if modulus % d == 0)
    return next((d for d in divisors if all(_repeats(part, d, modulus) for part in parts.values())), modulus)


def _repeats(powers: Powers, d: int, modulus: int) -> bool:
    """Whether sum c (d*q + r)**k keeps no power of q modulo `modulus`, whatever r is."""
    return all(
        sum(c * comb(k, j) * r ** (k - j) for k, c in powers.items() if k >= j) * d**j % modulus == 0
        for r in range(d)
        for j in range(1, max(powers) + 1)
    )

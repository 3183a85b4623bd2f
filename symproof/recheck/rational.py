"""Quotients of polynomials in lowest terms.

The denominator has leading coefficient 1 and shares no factor with the numerator, so equal quotients are equal as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from math import comb
from typing import Any, NamedTuple

from .polynomial import (
    MOST_TERMS,
    UNIT,
    NotNormal,
    Poly,
    exactly,
    lead,
    letters_of,
    padd,
    pgcd,
    plain,
    pmul,
    ppower,
    pscale,
)

MOST_BITS = 100_000


class Quotient(NamedTuple):
    """num / den."""

    num: Poly
    den: Poly = UNIT

    def key(self) -> Any:
        """The quotient as data that can be a key."""
        return tuple(sorted(self.num.items())), tuple(sorted(self.den.items()))


def constant(value: Fraction | int) -> Quotient:
    """A rational number."""
    return Quotient({(): plain(value)} if value else {})


def generator(number: int) -> Quotient:
    """A generator."""
    return Quotient({((number, 1),): 1})


def thawed(key: Any) -> Quotient:
    """The quotient of a key."""
    return Quotient(dict(key[0]), dict(key[1]))


def as_constant(value: Quotient) -> Fraction | None:
    """The number that a quotient is, or None."""
    if value.den != UNIT or any(value.num):
        return None
    return Fraction(value.num.get((), 0))


def single(value: Quotient) -> int | None:
    """The generator that a quotient is, or None."""
    if value.den == UNIT and len(value.num) == 1:
        ((monomial, c),) = value.num.items()
        if c == 1 and len(monomial) == 1 and monomial[0][1] == 1:
            return monomial[0][0]
    return None


def generators(value: Quotient) -> list[int]:
    """The generators that occur."""
    return sorted(letters_of(value.num) | letters_of(value.den))


# Quotients ----------------------------------------------------------------------------------------


def quotient(num: Poly, den: Poly) -> Quotient:
    """num / den in lowest terms."""
    if not den:
        raise NotNormal("a denominator is zero")
    if not num:
        return Quotient({})
    if any(den):
        common = pgcd(num, den)
        if common != UNIT:
            num, den = exactly(num, common), exactly(den, common)
    first = lead(den)
    if first != 1:
        num, den = pscale(num, 1 / first), pscale(den, 1 / first)
    return Quotient(num, den if any(den) else UNIT)


def add(a: Quotient, b: Quotient) -> Quotient:
    """a + b."""
    if a.den == b.den:
        num = padd(a.num, b.num)
        return Quotient(num) if a.den == UNIT else quotient(num, a.den)
    common = pgcd(a.den, b.den) if a.den != UNIT and b.den != UNIT else UNIT
    a_rest, b_rest = exactly(a.den, common), exactly(b.den, common)
    return quotient(padd(pmul(a.num, b_rest), pmul(b.num, a_rest)), pmul(a.den, b_rest))


def total(values: Iterable[Quotient]) -> Quotient:
    """The sum; those with one denominator are added first."""
    groups: dict[Any, tuple[Poly, Poly]] = {}
    for value in values:
        key = tuple(sorted(value.den.items()))
        before = groups[key][0] if key in groups else {}
        groups[key] = padd(before, value.num), value.den
    return reduce(add, (quotient(num, den) for num, den in groups.values()), constant(0))


def negative(a: Quotient) -> Quotient:
    """-a."""
    return Quotient(pscale(a.num, -1), a.den)


def subtract(a: Quotient, b: Quotient) -> Quotient:
    """a - b."""
    return add(a, negative(b))


def multiply(a: Quotient, b: Quotient) -> Quotient:
    """a b."""
    if a.den == UNIT and b.den == UNIT:
        return Quotient(pmul(a.num, b.num))
    return quotient(pmul(a.num, b.num), pmul(a.den, b.den))


def scale(a: Quotient, factor: Any) -> Quotient:
    """A rational multiple."""
    return Quotient(pscale(a.num, factor), a.den) if factor else Quotient({})


def inverse(a: Quotient) -> Quotient:
    """1 / a."""
    return quotient(a.den, a.num)


def power(a: Quotient, exponent: int) -> Quotient:
    """a ** exponent."""
    size = abs(exponent)
    for p in (a.num, a.den):
        terms = len(p)
        bits = max(
            (max(Fraction(c).numerator.bit_length(), Fraction(c).denominator.bit_length()) for c in p.values()),
            default=0,
        )
        large = terms > 1 and comb(size + terms - 1, min(terms - 1, size)) > MOST_TERMS
        if large or (bits > 1 and bits * size > MOST_BITS) or size > MOST_BITS:
            raise NotNormal(f"the power {size} of {terms} terms")
    result = Quotient(ppower(a.num, size), ppower(a.den, size)) if a.num or not size else Quotient({})
    return result if exponent >= 0 else inverse(result)


def composed(value: Quotient, replaced: Mapping[int, Quotient]) -> Quotient:
    """A quotient with generators replaced."""
    parts = []
    for p in value:
        addends = []
        for monomial, c in p.items():
            kept: Poly = {tuple(item for item in monomial if item[0] not in replaced): c}
            addend = Quotient(kept)
            for number, exponent in monomial:
                if number in replaced:
                    addend = multiply(addend, power(replaced[number], exponent))
            addends.append(addend)
        parts.append(total(addends))
    return parts[0] if value.den == UNIT else multiply(parts[0], inverse(parts[1]))

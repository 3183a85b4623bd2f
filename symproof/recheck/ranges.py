"""Ranges of reals: intervals with exact ends, open or closed, and whether zero is left out. A wider range is always right."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple

from .calculus import FUNCTIONS
from .meaning import declared
from .terms import Node

INFINITY = float("inf")
End = Any
"""A fraction, or an infinity: Python compares and adds the two exactly."""


class Range(NamedTuple):
    """The reals from `low` to `high`, an end left out where it is open; without zero if `nonzero`."""

    low: End = -INFINITY
    high: End = INFINITY
    low_open: bool = False
    high_open: bool = False
    nonzero: bool = False

    def satisfies(self, kind: str) -> bool:
        """Whether every value stands in the relation `kind` to 0."""
        match kind:
            case ">=":
                return bool(self.low >= 0)
            case "<=":
                return bool(self.high <= 0)
            case ">":
                return bool(self.low > 0 or (self.low == 0 and (self.low_open or self.nonzero)))
            case "<":
                return bool(self.high < 0 or (self.high == 0 and (self.high_open or self.nonzero)))
            case "=":
                return bool(self.low == 0 == self.high)
            case _:
                return self.nonzero or self.satisfies(">") or self.satisfies("<")


F0, F1 = Fraction(0), Fraction(1)
ANY = Range()
KINDS = {
    "=": Range(F0, F0), "!=": Range(nonzero=True), "<": Range(high=F0, high_open=True), "<=": Range(high=F0),
    ">": Range(low=F0, low_open=True), ">=": Range(low=F0),
}  # fmt: skip


def exactly(value: Any) -> Range:
    """One value."""
    return Range(Fraction(value), Fraction(value), nonzero=value != 0)


def meet(a: Range, b: Range) -> Range:
    """The values in both."""
    low = max((a.low, a.low_open), (b.low, b.low_open))
    high = min((a.high, not a.high_open), (b.high, not b.high_open))
    return Range(low[0], high[0], low[1], not high[1], a.nonzero or b.nonzero)


def integral(a: Range) -> Range:
    """The range of the integers in a range."""
    low, high = a.low, a.high
    if low != -INFINITY:
        low = Fraction(floor(low) + 1 if a.low_open else ceil(low))
        low += low == 0 and a.nonzero
    if high != INFINITY:
        high = Fraction(ceil(high) - 1 if a.high_open else floor(high))
        high -= high == 0 and a.nonzero
    return Range(low, high, nonzero=a.nonzero)


def floor_of(a: Range) -> Range:
    """The whole parts of the numbers in a range."""
    low = a.low if a.low == -INFINITY else Fraction(floor(a.low))
    high = a.high if a.high == INFINITY else Fraction(ceil(a.high) - 1 if a.high_open else floor(a.high))
    return Range(low, high)


def opposite(a: Range) -> Range:
    """-a."""
    return Range(-a.high, -a.low, a.high_open, a.low_open, a.nonzero)


def plus(a: Range, b: Range) -> Range:
    """a + b."""
    low_open = any(r.low_open or (r.nonzero and r.low == 0) for r in (a, b))
    high_open = any(r.high_open or (r.nonzero and r.high == 0) for r in (a, b))
    return Range(a.low + b.low, a.high + b.high, low_open, high_open)


def times(a: Range, b: Range) -> Range:
    """a * b."""
    if a.satisfies("=") or b.satisfies("="):
        return exactly(0)
    if a.satisfies("<=") and not a.satisfies(">="):
        return opposite(times(opposite(a), b))
    if b.satisfies("<=") and not b.satisfies(">="):
        return opposite(times(a, opposite(b)))
    nonzero = a.satisfies("!=") and b.satisfies("!=")
    for one, other in ((a, b), (b, a)):
        if one.low == one.high:  # a positive constant
            return Range(_corner(other.low, one.low), _corner(other.high, one.low), *other[2:])
    if a.satisfies(">=") and b.satisfies(">="):
        low = a.low * b.low
        high = _corner(a.high, b.high)
        if INFINITY in (a.high, b.high):
            high = INFINITY
        high_open = bool(high) and high != INFINITY and (a.high_open or b.high_open)
        return Range(low, high, (a.low_open or b.low_open) if low > 0 else nonzero, high_open, nonzero)
    corners = [_corner(p, q) for p in a[:2] for q in b[:2]]
    return Range(min(corners), max(corners), nonzero=nonzero)


def _corner(p: End, q: End) -> End:
    """A product of ends, where 0 times infinity is 0."""
    return F0 if p == 0 or q == 0 else p * q if isinstance(p, Fraction) and isinstance(q, Fraction) else _infinite(p, q)


def _infinite(p: End, q: End) -> End:
    return INFINITY if (p > 0) == (q > 0) else -INFINITY


def inverse(a: Range) -> Range:
    """1 / a."""
    if a.satisfies("<") and not a.satisfies(">"):
        return opposite(inverse(opposite(a)))
    if not a.satisfies(">"):
        return Range(nonzero=True)
    if a.high <= 0:  # of nothing: the facts contradict each other
        return Range(nonzero=True)
    high = 1 / a.low if a.low > 0 else INFINITY
    if a.high == INFINITY:
        return Range(F0, high, True, a.low_open, True)
    return Range(1 / a.high, high, a.high_open, a.low_open, True)


def raised(a: Range, exponent: int) -> Range:
    """a ** exponent."""
    if exponent < 0:
        return inverse(raised(a, -exponent))
    if exponent == 0:
        return exactly(1)
    if exponent % 2 == 0:
        if a.satisfies("<="):
            a = opposite(a)
        if not a.satisfies(">="):
            most = max(-a.low, a.high)
            return Range(F0, most if most == INFINITY else most**exponent, a.nonzero, False, a.nonzero)
    low, high = (end if end in (INFINITY, -INFINITY) else end**exponent for end in a[:2])
    return Range(low, high, a.low_open, a.high_open, a.satisfies("!="))


def of_function(name: str, args: list[Range]) -> Range:
    """The range of an elementary function."""
    if name in ("max", "min"):
        one, other = args if name == "max" else map(opposite, args)
        low = max((one.low, one.low_open), (other.low, other.low_open))
        high = max((one.high, not one.high_open), (other.high, not other.high_open))
        larger = Range(low[0], high[0], low[1], not high[1])
        return larger if name == "max" else opposite(larger)
    row, a = FUNCTIONS[name], args[0] if args else ANY
    low_end, high_end = -INFINITY if row.low is None else row.low, INFINITY if row.high is None else row.high
    open_low, open_high = row.open and row.low is not None, row.open and row.high is not None
    known = Range(low_end, high_end, open_low, open_high, row.root and a.satisfies("!="))
    for at, value in row.landmarks:
        if a.low >= at:
            known = meet(known, Range(low=value, low_open=a.low > at or a.low_open))
        if a.high <= at:
            known = meet(known, Range(high=value, high_open=a.high < at or a.high_open))
    return known


def of_letter(letter: Node) -> Range:
    """What a declaration says."""
    prop = declared(letter)
    if prop is None:
        return ANY
    bound = prop[3][1]
    known = plus(KINDS[prop[1]], exactly(bound)) if bound else KINDS[prop[1]]
    kinds = {"positive": ">", "nonnegative": ">=", "negative": "<", "nonzero": "!="}
    return meet(known, KINDS[kinds[letter[3]]]) if letter[3] else known


def summed(inside: Range, nonempty: bool) -> Range:
    """The range of a sum whose members lie in `inside`."""
    if inside.satisfies(">="):
        return Range(low=F0, low_open=nonempty and inside.satisfies(">"))
    if inside.satisfies("<="):
        return Range(high=F0, high_open=nonempty and inside.satisfies("<"))
    return ANY

"""Intervals of reals with exact ends, open or closed, and whether zero is left out. Trusted.

Each operation returns a range that holds every value of the operation on values of its operands; a wider range is
always sound, so what is hard to bound is left unbounded. Facts that contradict each other make empty ranges, of
which anything may be said.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from symproof.functions import ElementaryFunction


class Range(NamedTuple):
    """The reals from `low` to `high` (None: no bound), an end left out where it is open; without zero if `nonzero`."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    nonzero: bool = False

    @property
    def is_positive(self) -> bool:
        """> 0 throughout."""
        return self.low is not None and (self.low > 0 or (self.low == 0 and (self.low_open or self.nonzero)))

    @property
    def is_nonnegative(self) -> bool:
        """>= 0 throughout."""
        return self.low is not None and self.low >= 0

    @property
    def is_negative(self) -> bool:
        """< 0 throughout."""
        return self.high is not None and (self.high < 0 or (self.high == 0 and (self.high_open or self.nonzero)))

    @property
    def is_nonpositive(self) -> bool:
        """<= 0 throughout."""
        return self.high is not None and self.high <= 0

    @property
    def excludes_zero(self) -> bool:
        """Never 0."""
        return self.nonzero or self.is_positive or self.is_negative

    @property
    def is_zero(self) -> bool:
        """Nothing but 0."""
        return self.low == 0 == self.high

    @property
    def is_unbounded(self) -> bool:
        """Without an end."""
        return self.low is None and self.high is None

    def satisfies(self, kind: str) -> bool:
        """Whether every value stands in the relation `kind` to 0."""
        match kind:
            case "=":
                return self.is_zero
            case "!=":
                return self.excludes_zero
            case "<":
                return self.is_negative
            case "<=":
                return self.is_nonpositive
            case ">":
                return self.is_positive
            case _:
                return self.is_nonnegative


ANY = Range()
KINDS = {
    "=": Range(Fraction(0), Fraction(0)),
    "!=": Range(nonzero=True),
    "<": Range(high=Fraction(0), high_open=True),
    "<=": Range(high=Fraction(0)),
    ">": Range(low=Fraction(0), low_open=True),
    ">=": Range(low=Fraction(0)),
}
"""What `x kind 0` says of x."""


def exactly(value: Fraction | int) -> Range:
    """One value."""
    exact = value if isinstance(value, Fraction) else Fraction(value)
    return Range(exact, exact, nonzero=exact != 0)


def at_least(value: int, *, open_: bool = False) -> Range:
    """From a value on."""
    return Range(low=Fraction(value), low_open=open_)


def meet(a: Range, b: Range) -> Range:
    """The values in both."""
    low, low_open = _tighter(a.low, a.low_open, b.low, b.low_open, 1)
    high, high_open = _tighter(a.high, a.high_open, b.high, b.high_open, -1)
    return Range(low, high, low_open, high_open, a.nonzero or b.nonzero)


def _tighter(
    p: Fraction | None, p_open: bool, q: Fraction | None, q_open: bool, side: int
) -> tuple[Fraction | None, bool]:
    if p is None or q is None:
        return (q, q_open) if p is None else (p, p_open)
    if p == q:
        return p, p_open or q_open
    return (p, p_open) if (p - q) * side > 0 else (q, q_open)


def integral(a: Range) -> Range:
    """The range of the integers in `a`: its finite ends are the first integers that it holds."""
    low, high = a.low, a.high
    if low is not None:
        low = Fraction(floor(low) + 1 if a.low_open else ceil(low))
        low = low + 1 if low == 0 and a.nonzero else low
    if high is not None:
        high = Fraction(ceil(high) - 1 if a.high_open else floor(high))
        high = high - 1 if high == 0 and a.nonzero else high
    return Range(low, high, nonzero=a.nonzero)


def floor_of(a: Range) -> Range:
    """The whole parts of numbers in a range."""
    low = None if a.low is None else Fraction(floor(a.low))
    high = None if a.high is None else Fraction(ceil(a.high) - 1 if a.high_open else floor(a.high))
    return Range(low, high)


def negate(a: Range) -> Range:
    """-a."""
    return Range(
        None if a.high is None else -a.high, None if a.low is None else -a.low, a.high_open, a.low_open, a.nonzero
    )


def add(a: Range, b: Range) -> Range:
    """a + b."""
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    low_open = _leaves_out(a, a.low, a.low_open) or _leaves_out(b, b.low, b.low_open)
    high_open = _leaves_out(a, a.high, a.high_open) or _leaves_out(b, b.high, b.high_open)
    return Range(low, high, low_open, high_open)


def _leaves_out(a: Range, end: Fraction | None, open_: bool) -> bool:
    """Whether an end is no value: it is open, or it is 0 and 0 is left out."""
    return open_ or (a.nonzero and end == 0)


def multiply(a: Range, b: Range) -> Range:
    """a * b."""
    if a.is_unbounded or b.is_unbounded:
        return exactly(0) if a.is_zero or b.is_zero else Range(nonzero=a.excludes_zero and b.excludes_zero)
    if a.is_nonpositive and not a.is_nonnegative:
        return negate(multiply(negate(a), b))
    if b.is_nonpositive and not b.is_nonnegative:
        return negate(multiply(a, negate(b)))
    nonzero = a.excludes_zero and b.excludes_zero
    if a.is_zero or b.is_zero:
        return exactly(0)
    for one, other in ((a, b), (b, a)):
        if one.low is not None and one.low == one.high:  # a constant, and not a negative one
            return _scaled(other, one.low)
    if a.is_nonnegative and b.is_nonnegative and a.low is not None and b.low is not None:
        low = a.low * b.low
        low_open = (a.low_open or b.low_open) if low > 0 else nonzero
        high = None if a.high is None or b.high is None else a.high * b.high
        return Range(low, high, low_open, a.high_open or b.high_open if high else False, nonzero)
    corners = [_corner(p, q) for p in _ends(a) for q in _ends(b)]
    least, most = min(corners), max(corners)
    return Range(_finite(least), _finite(most), nonzero=nonzero)


def _finite(end: Fraction | float) -> Fraction | None:
    return end if isinstance(end, Fraction) else None


def _ends(a: Range) -> tuple[Fraction | float, Fraction | float]:
    return -inf if a.low is None else a.low, inf if a.high is None else a.high


def _corner(p: Fraction | float, q: Fraction | float) -> Fraction | float:
    """A product of ends. An end that is 0 gives 0: the products near it are bounded by the other corners. (A fraction
    times an infinity is not left to floats: 10**-400 is 0.0 there.)"""
    if p == 0 or q == 0:
        return Fraction(0)
    if isinstance(p, Fraction) and isinstance(q, Fraction):
        return p * q
    return inf if (p > 0) == (q > 0) else -inf


def _scaled(a: Range, factor: Fraction) -> Range:
    """A positive number times a."""
    low, high = (None if end is None else end * factor for end in (a.low, a.high))
    return Range(low, high, a.low_open, a.high_open, a.nonzero)


def of_function(row: ElementaryFunction, args: Sequence[Range]) -> Range:
    """f(a), of a row of the table of functions."""
    if row.name in ("max", "min"):
        one, other = args if row.name == "max" else map(negate, args)
        lows = [r for r in (one, other) if r.low is not None]
        best = max(lows, key=lambda r: (r.low, r.low_open), default=ANY)
        top = None if None in (one.high, other.high) else max((one, other), key=lambda r: (r.high, not r.high_open))
        larger = (
            Range(best.low, None, best.low_open)
            if top is None
            else Range(best.low, top.high, best.low_open, top.high_open)
        )
        return larger if row.name == "max" else negate(larger)
    low, high = (None if end is None else Fraction(end) for end in (row.low, row.high))
    if not args:
        return Range(low, high, row.low_open, row.high_open)
    (a,) = args
    known = Range(low, high, row.low_open, row.high_open, row.root and a.excludes_zero)
    for at, value in row.landmarks if row.increasing else ():
        if a.low is not None and a.low >= at:
            known = meet(known, Range(low=value, low_open=a.low > at or a.low_open))
        if a.high is not None and a.high <= at:
            known = meet(known, Range(high=value, high_open=a.high < at or a.high_open))
    return known


def invert(a: Range) -> Range:
    """1 / a."""
    if a.is_negative and not a.is_positive:
        return negate(invert(negate(a)))
    if not a.is_positive or a.low is None or a.high == 0:  # the last where the facts contradict each other
        return Range(nonzero=True)
    high = 1 / a.low if a.low > 0 else None
    if a.high is None or a.high <= 0:  # the latter is a range of nothing, of contradicting facts
        return Range(Fraction(0), high, True, a.low_open, True)
    return Range(1 / a.high, high, a.high_open, a.low_open, True)


def power(a: Range, exponent: int) -> Range:
    """a ** exponent."""
    if exponent < 0:
        return invert(power(a, -exponent))
    if exponent == 0:
        return exactly(1)
    if exponent % 2 == 0:
        if a.is_nonpositive:
            a = negate(a)
        if not a.is_nonnegative or a.low is None:
            high = None
            if a.low is not None and a.high is not None:
                high = max(-a.low, a.high) ** exponent
            return Range(Fraction(0), high, a.nonzero, False, a.nonzero)
    low = None if a.low is None else a.low**exponent
    high = None if a.high is None else a.high**exponent
    return Range(low, high, a.low_open, a.high_open, a.excludes_zero)


def summed(inside: Range, nonempty: bool) -> Range:
    """The range of a sum whose members all lie in `inside`."""
    if inside.is_nonnegative:
        return Range(low=Fraction(0), low_open=nonempty and inside.is_positive)
    if inside.is_nonpositive:
        return Range(high=Fraction(0), high_open=nonempty and inside.is_negative)
    return ANY

"""What an infinite sum is not, at a point: partial sums, and bounds of all that can come after them. Trusted.

The terms are taken apart into parts R(k) g**k F(k): a rational function, a power, factorials of linear forms. The quotient of
neighbours, g P(k)/Q(k), is bounded for all k >= m by the signs of polynomials, each read off its coefficients in k - m. So

* |quotient| <= r < 1: what comes from the term at m on is at most |a(m)|/(1 - r);
* quotient < 0, |quotient| <= 1: it lies between 0 and a(m);
* quotient > 0 and k/quotient - (k + 1) >= d > 0: it is at most |a(m)| (1 + m/d) (Kummer's test);
* quotient > 0: it has the sign of a(m).

These hold of every partial sum, so of a limit where there is one. Where a(m) is not 0 and the quotient is at least 1 in size, or
at least (k - m + 1)/(k - m + 2), there is none. Either way the sum is not the value that is claimed.

Limits: terms of the form above, at rational points; `ENDS` terms at the most.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.exact import ONE, ZERO, Dual, Number, compare, divide, elementary, power, sign
from symproof.evaluation.exact import factorial as factorial_of
from symproof.evaluation.interpretation import Env, Interpretation
from symproof.evaluation.novalue import Undecided

Poly = tuple[Fraction, ...]
"""The coefficients of 1, k, k**2, ...; the last is not 0."""
ENDS = (2, 4, 16, 64, 256)
"""After how many terms the rest is bounded."""
MOST_PARTS, MOST_DEGREE = 16, 40
NEAR = Fraction(1, 10**9)


def missed(meaning: Interpretation, prop: st.SumsTo, env: Env) -> str:
    """In which way a sum is not the value that is claimed; "" where that is not seen.

    Raises:
        NoValue, Undecided: a term, or what is claimed, has no value, or it cannot be told.
    """
    claimed, low = meaning.scalar(prop.value, env), meaning.integer(prop.low, env)
    parts = _Reader(meaning, prop.index, env).parts(prop.body)
    total: Number = ZERO
    place = low
    for count in ENDS:
        while place < low + count:
            total = total + meaning.scalar(prop.body, {**env, prop.index: Fraction(place)})
            place += 1
        rests = [part.rest(place) for part in parts]
        if len(parts) == 1 and (why := parts[0].diverges(place)):
            return why
        least, most = _sum([rest.least for rest in rests]), _sum([rest.most for rest in rests])
        for bound, side, word, order in ((least, -1, "least", "more"), (most, 1, "most", "less")):
            if bound is not None and compare(claimed, total + bound) == side:
                return (
                    f"the first {count} terms add up to {_shown(total)}, and all others to at {word} {_shown(bound)}: "
                    f"{order} than {_shown(claimed)}"
                )
        if least is not None and most is not None and compare(most - least, NEAR) < 0:
            break
    return ""


class Rest(NamedTuple):
    """Bounds of all partial sums from a place on; None where there is none."""

    least: Number | None
    most: Number | None


class Part(NamedTuple):
    """scale * top(k)/bottom(k) * ratio**k * products of (slope k + start)!**exponent."""

    scale: Number = ONE
    top: Poly = (ONE,)
    bottom: Poly = (ONE,)
    ratio: Number = ONE
    factorials: tuple[tuple[int, int, int], ...] = ()

    def times(self, other: Part) -> Part:
        """The product of two parts."""
        powers: dict[tuple[int, int], int] = {}
        for slope, start, exponent in (*self.factorials, *other.factorials):
            powers[slope, start] = powers.get((slope, start), 0) + exponent
        return Part(
            self.scale * other.scale,
            _multiply(self.top, other.top),
            _multiply(self.bottom, other.bottom),
            self.ratio * other.ratio,
            tuple(sorted((*key, exponent) for key, exponent in powers.items())),
        )

    def inverse(self) -> Part:
        """One over it; nothing is cancelled, so that its denominator shows where it has no value."""
        if not self.top:
            raise Undecided("a denominator is 0")
        negative = tuple((slope, start, -exponent) for slope, start, exponent in self.factorials)
        return Part(divide(ONE, self.scale), self.bottom, self.top, divide(ONE, self.ratio), negative)

    def at(self, k: int) -> Number:
        """Its value."""
        result = self.scale * divide(_at(self.top, k), _at(self.bottom, k)) * power(self.ratio, Fraction(k))
        for slope, start, exponent in self.factorials:
            result = result * power(factorial_of(slope * k + start), Fraction(exponent))
        return result

    def _quotient(self, m: int) -> tuple[int, Poly, Poly, Fraction, Fraction] | None:
        """The sign of the quotient of neighbours for all k >= m, its |P| and |Q| as polynomials in k - m without negative
        coefficients, and bounds of |ratio|; None where the signs are not seen, or where it has no value."""
        if not all(slope * m + start >= 0 for slope, start, _ in self.factorials):
            return None
        p, q = _multiply(_shifted(self.top, 1), self.bottom), _multiply(self.top, _shifted(self.bottom, 1))
        for slope, start, exponent in self.factorials:
            for step in range(1, slope + 1):
                factor = (Fraction(start + step), Fraction(slope))
                for _ in range(abs(exponent)):
                    p, q = (_multiply(p, factor), q) if exponent > 0 else (p, _multiply(q, factor))
        if max(len(p), len(q)) > MOST_DEGREE:
            raise Undecided(f"the quotient of neighbouring terms is of a degree beyond {MOST_DEGREE}")
        p, q = _shifted(p, m), _shifted(q, m)
        signs = [_sign(each) for each in (p, q, _shifted(self.top, m), _shifted(self.bottom, m))]
        if not all(signs):
            return None
        low, high = _ends(self.ratio)
        if low <= 0 <= high:
            return None
        direction = signs[0] * signs[1] * (1 if low > 0 else -1)
        near, far = sorted((abs(low), abs(high)))
        return direction, _scaled(p, signs[0]), _scaled(q, signs[1]), near, far

    def rest(self, m: int) -> Rest:
        """Bounds of the sums of the terms from m to n, for all n >= m - 1."""
        if not self.top and all(slope * m + start >= 0 for slope, start, _ in self.factorials):
            return Rest(ZERO, ZERO) if _sign(_shifted(self.bottom, m)) else Rest(None, None)
        found = self._quotient(m)
        if found is None:
            return Rest(None, None)
        direction, p, q, _, far = found
        first, p = self.at(m), _scaled(p, far)
        size = first if sign(first) > 0 else -first
        if direction < 0:
            bound = first if _never_negative(_minus(q, p)) else None
        elif len(p) <= len(q):
            limit = p[-1] / q[-1] if len(p) == len(q) else ZERO
            r = (limit + 1) / 2
            if r < 1 and _never_negative(_minus(_scaled(q, r), p)):
                bound = first * (1 / (1 - r))
            else:
                bound = self._by_kummer(m, first, p, q)
        else:
            bound = None
        if bound is None and direction < 0:
            return Rest(None, None)
        return Rest(ZERO, bound) if size is first else Rest(bound, ZERO)

    def _by_kummer(self, m: int, first: Number, p: Poly, q: Poly) -> Number | None:
        if m < 1:
            return None
        k = (Fraction(m), ONE)
        gap = _minus(_multiply(k, q), _multiply((Fraction(m + 1), ONE), p))
        if len(gap) < len(p):
            return None
        d = gap[-1] / p[-1] / 2 if len(gap) == len(p) else ONE
        if d <= 0 or not _never_negative(_minus(gap, _scaled(p, d))):
            return None
        return first * (1 + m / d)

    def diverges(self, m: int) -> str:
        """Why the sum of such terms has no limit; "" where that is not seen."""
        found = self._quotient(m) if self.top else None
        if found is None or sign(self.at(m)) == 0:
            return ""
        direction, p, q, near, _ = found
        p = _scaled(p, near)
        if _never_negative(_minus(p, q)):
            return "the sum has no value: its terms do not tend to 0"
        place, after = (ONE, ONE), (Fraction(2), ONE)  # k - m + 1 and k - m + 2
        if direction > 0 and _never_negative(_minus(_multiply(after, p), _multiply(place, q))):
            return "the sum has no value: it grows beyond all bounds, as that of 1/k does"
        return ""


class _Reader:
    """Takes terms apart that have an index in them."""

    def __init__(self, meaning: Interpretation, index: tm.Variable, env: Env) -> None:
        self.meaning, self.index, self.env = meaning, index, env

    def parts(self, term: tm.Scalar) -> list[Part]:
        """Parts that add up to the term wherever it has a value; those that differ by a rational factor are put together."""
        merged: dict[object, Part] = {}
        for part in self._read(term):
            part = part._replace(top=()) if part.scale == ZERO else part  # its denominators are still asked for
            key = (part.ratio, part.factorials) if isinstance(part.scale, Fraction) else id(part)
            merged[key] = _joined(merged[key], part) if key in merged else part
        return list(merged.values())

    def _read(self, term: tm.Scalar) -> list[Part]:
        if self.index not in term.free:
            return [Part(scale=self.meaning.scalar(term, self.env))]
        match term:
            case tm.Variable():
                return [Part(top=(ZERO, ONE))]
            case tm.Neg(arg):
                return [part._replace(scale=-part.scale) for part in self._read(arg)]
            case tm.Add(args):
                return _few([part for arg in args for part in self._read(arg)])
            case tm.Mul(args):
                return self._product([self._read(arg) for arg in args])
            case tm.Div(top, bottom):
                return self._product([self._read(top), [self._one(bottom).inverse()]])
            case tm.Pow(base, tm.Number(Fraction(numerator=n, denominator=1))) if 0 < abs(n) <= MOST_DEGREE:
                factors = [self._read(base)] if n > 0 else [[self._one(base).inverse()]]
                return self._product(factors * abs(n))
            case tm.Pow(base, exponent) if self.index not in base.free:
                slope, start = self._whole(exponent)
                number = self.meaning.scalar(base, self.env)
                if sign(number) == 0:
                    raise Undecided(f"{term} is a power of 0")
                return [Part(scale=power(number, Fraction(start)), ratio=power(number, Fraction(slope)))]
            case tm.Elementary("exp", (arg,)):
                rate, shift = self._linear(arg)
                return [Part(scale=elementary("exp", (shift,)), ratio=elementary("exp", (rate,)))]
            case tm.Factorial(arg):
                return [Part(factorials=(self._place(arg, 1),))]
            case tm.Binomial(top, bottom):
                places = [self._place(top, 1), self._place(bottom, -1), self._place(top - bottom, -1)]
                return self._product([[Part(factorials=(place,))] for place in places])
        raise Undecided(f"{term} is no term of a known kind in {self.index}")

    def _product(self, factors: list[list[Part]]) -> list[Part]:
        found = [Part()]
        for parts in factors:
            found = _few([one.times(other) for one in found for other in parts])
        return found

    def _one(self, term: tm.Scalar) -> Part:
        parts = self.parts(term)
        if len(parts) != 1:
            raise Undecided(f"{term} is a denominator of several parts")
        return parts[0]

    def _linear(self, form: tm.Scalar) -> tuple[Fraction, Fraction]:
        """slope and start of a linear form."""
        (part,) = parts if len(parts := self.parts(form)) == 1 else (Part(top=()),)
        scale, size = part.scale, len(part.top)
        plain = part.bottom == (ONE,) and part.ratio == ONE and not part.factorials
        if not plain or not isinstance(scale, Fraction) or not 1 <= size <= 2:
            raise Undecided(f"{form} is not linear in {self.index}")
        start, slope = (scale * x for x in (*part.top, ZERO)[:2])
        return slope, start

    def _whole(self, form: tm.Scalar) -> tuple[int, int]:
        """slope and start of an integer linear form."""
        slope, start = self._linear(form)
        if start.denominator != 1 or slope.denominator != 1 or abs(slope) > MOST_DEGREE:
            raise Undecided(f"{form} is not of integers")
        return int(slope), int(start)

    def _place(self, form: tm.Scalar, exponent: int) -> tuple[int, int, int]:
        slope, start = self._whole(form)
        if slope < 0:
            raise Undecided(f"{form} falls below 0")
        return slope, start, exponent


def _joined(one: Part, other: Part) -> Part:
    """The sum of two parts with one power and the same factorials."""
    assert isinstance(one.scale, Fraction) and isinstance(other.scale, Fraction)  # as those that are put together are
    left = _scaled(_multiply(one.top, other.bottom), one.scale)
    right = _scaled(_multiply(other.top, one.bottom), -other.scale)
    return Part(ONE, _minus(left, right), _multiply(one.bottom, other.bottom), one.ratio, one.factorials)


def _few(parts: list[Part]) -> list[Part]:
    if len(parts) > MOST_PARTS:
        raise Undecided(f"the terms of the sum have more than {MOST_PARTS} parts")
    return parts


def _sum(bounds: list[Number | None]) -> Number | None:
    total: Number = ZERO
    for bound in bounds:
        if bound is None:
            return None
        total = total + bound
    return total


def _ends(number: Number) -> tuple[Fraction, Fraction]:
    if isinstance(number, Fraction):
        return number, number
    if isinstance(number, Dual):
        raise Undecided("a power with a slope is not bounded here")
    return number.ends()


def _shown(number: Number) -> str:
    text = str(number)
    if not isinstance(number, Fraction) or len(text) <= 12:
        return text
    try:
        return f"about {float(number):.6g}"
    except OverflowError:
        return f"a number of {len(text)} digits"


# Polynomials ----------------------------------------------------------------------------------------


def _trimmed(coefficients: list[Fraction]) -> Poly:
    while coefficients and not coefficients[-1]:
        coefficients.pop()
    return tuple(coefficients)


def _multiply(one: Poly, other: Poly) -> Poly:
    result = [ZERO] * max(0, len(one) + len(other) - 1)
    for i, x in enumerate(one):
        for j, y in enumerate(other):
            result[i + j] += x * y
    return _trimmed(result)


def _minus(one: Poly, other: Poly) -> Poly:
    size = max(len(one), len(other))
    ours, theirs = (list(poly) + [ZERO] * (size - len(poly)) for poly in (one, other))
    return _trimmed([x - y for x, y in zip(ours, theirs, strict=True)])


def _scaled(poly: Poly, factor: Fraction | int) -> Poly:
    return _trimmed([x * factor for x in poly])


def _at(poly: Poly, k: int) -> Fraction:
    result = ZERO
    for x in reversed(poly):
        result = result * k + x
    return result


def _shifted(poly: Poly, by: int) -> Poly:
    """p(k + by)."""
    result: Poly = ()
    for x in reversed(poly):
        result = _minus(_multiply(result, (Fraction(by), ONE)), (-x,) if x else ())
    return result


def _never_negative(poly: Poly) -> bool:
    """Whether no coefficient is negative, so that no value at k >= 0 is."""
    return all(x >= 0 for x in poly)


def _sign(poly: Poly) -> int:
    """The sign of all values at k >= 0, where the coefficients show one; else 0."""
    if not poly or not poly[0]:
        return 0
    side = 1 if poly[0] > 0 else -1
    return side if all(x * side >= 0 for x in poly) else 0

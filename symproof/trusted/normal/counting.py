"""Factorials, binomial coefficients, whole parts and products of symbolic length, on values. Trusted.

Each method states a law that holds wherever its left side has a value; its right side has one there too.

    (n + 2)! = (n + 2) (n + 1) n!  for n >= 0           (n - 1)! = n!/n  (it has a value for n >= 1 alone)
    binomial(n, k) = n!/(k! (n - k)!)  for 0 <= k <= n, 0 for k > n >= 0      binomial(x, 2) = x (x - 1)/2
    binomial(x, k + 1) = binomial(x, k) (x - k)/(k + 1)  for k >= 0
    floor(x + n) = floor(x) + n  for an integer n
    prod (f g) = prod f prod g       prod_{k = 0..n - 1} (k + 3/2) = prod (k + 1/2) (n + 1/2)/(1/2)
    prod_{k = 0..n - 1} (k + 1) = n!      prod_{k = 0..n - 1} (k + m + 1) = (m + n)!/m!  for m >= 0
"""

from __future__ import annotations

from math import ceil, comb, factorial

from flint import fmpq, fmpz

from symproof.trusted.normal.circle import CircleLaws
from symproof.trusted.polynomial import Monomial, Quotient, as_fraction

MOST_FACTORS, LARGEST = 32, 200
"""The longest run of factors that is written out, and the largest number whose factorial is."""


class Counting(CircleLaws):
    """Products of many factors."""

    def factorial(self, value: Quotient, *, beyond: bool = False) -> Quotient:
        """value! for an integer value >= 0. `beyond`: it is known to be at least its constant term."""
        ring = self.ring
        constant = ring.as_constant(value)
        if constant is not None:
            return ring.constant(factorial(int(constant))) if 0 <= constant <= LARGEST else self._factorial_atom(value)
        rest, shift = self.without_constant(value)
        if shift.denominator != 1 or abs(shift) > MOST_FACTORS or (shift > 0 and not (beyond or self.is_natural(rest))):
            return self._factorial_atom(value)
        if shift >= 0:
            return ring.multiply(self._factorial_atom(rest), self._rising(ring.add(rest, ring.constant(1)), int(shift)))
        return ring.quotient(self._factorial_atom(rest), self._rising(ring.add(value, ring.constant(1)), -int(shift)))

    def _factorial_atom(self, value: Quotient) -> Quotient:
        return self.atom(("factorial", self.ring.freeze(value)), (value,))

    def _rising(self, start: Quotient, count: int) -> Quotient:
        """start (start + 1) ... : that many factors."""
        result = self.ring.constant(1)
        for k in range(count):
            result = self.ring.multiply(result, self.ring.add(start, self.ring.constant(k)))
        return result

    def floor(self, value: Quotient) -> Quotient:
        """The whole part of a value; integers in its form stand before it: floor(x + 3 n/2) = n + floor(x + n/2)."""
        ring = self.ring
        if value.den is not None:
            return self.atom(("floor", ring.freeze(value)), (value,))
        before, rest = list[tuple[Monomial, fmpq]](), list[tuple[Monomial, fmpq]]()
        for monomial, coefficient in ring.numerator_terms(value):
            whole = coefficient.floor() if self.is_integral(ring.from_terms([(monomial, fmpq(1))])) else fmpz(0)
            before.append((monomial, fmpq(whole)))
            rest.append((monomial, coefficient - whole))
        left = ring.from_terms(rest)
        number = ring.as_constant(left)  # below 1, since no whole number is left of it
        return ring.add(
            ring.from_terms(before),
            ring.constant(0) if number is not None else self.atom(("floor", ring.freeze(left)), (left,)),
        )

    def binomial(self, top: Quotient, bottom: Quotient) -> Quotient:
        """The coefficient of x**bottom in (1 + x)**top, for an integer bottom."""
        ring = self.ring
        number = ring.as_constant(bottom)
        if number is not None and number <= MOST_FACTORS:
            return self._few(top, int(number))
        rest = ring.subtract(top, bottom)
        if self.is_natural(top) and self.is_natural(
            ring.subtract(ring.negative(rest), ring.constant(1))
        ):  # bottom > top
            return ring.constant(0)
        if self.is_natural(bottom) and self.is_natural(rest):  # 0 <= bottom <= top, which is an integer
            gap = ring.as_constant(rest)
            if gap is not None and gap <= MOST_FACTORS:
                return self._few(top, int(gap))
            return ring.quotient(self.factorial(top), ring.multiply(self.factorial(bottom), self.factorial(rest)))
        start, shift = self.without_constant(bottom)
        if 0 < shift <= MOST_FACTORS and shift.denominator == 1 and self.is_natural(start):
            return self.lifted(self.binomial(top, start), rest, start, int(shift))
        return self._binomial_atom(top, bottom)

    def lifted(self, lower: Quotient, rest: Quotient, start: Quotient, shift: int) -> Quotient:
        """binomial(top, start + shift), which leaves `rest` = top - start - shift, from binomial(top, start)."""
        ring = self.ring
        falling = self._rising(ring.add(rest, ring.constant(1)), shift)  # (top - bottom + 1) ... (top - start)
        return ring.quotient(ring.multiply(lower, falling), self._rising(ring.add(start, ring.constant(1)), shift))

    def _few(self, top: Quotient, count: int) -> Quotient:
        """binomial(top, count) for a number, written out; 0 for a negative one."""
        if count < 0:
            return self.ring.constant(0)
        start = self.ring.subtract(top, self.ring.constant(count - 1))
        return self.ring.quotient(self._rising(start, count), self._rising(self.ring.constant(1), count))

    def _binomial_atom(self, top: Quotient, bottom: Quotient) -> Quotient:
        return self.atom(("binomial", self.ring.freeze(top), self.ring.freeze(bottom)), (top, bottom))

    # Fractions ------------------------------------------------------------------------------------

    def partial_fractions(
        self, inside: Monomial, within: list[tuple[Quotient, int]], number: int
    ) -> list[tuple[Quotient, Quotient]] | None:
        """A monomial over a product of factors as a sum of coefficient * unit, so that under a sum 1/(k*(k + 1)) is
        1/k - 1/(k + 1), and k/(n - k) is n/(n - k) - 1; the coefficients are free of the open letter. None where the
        letter stands in factors that are neither over the rationals nor linear and rational numbers apart: whether
        x and y differ is not known, so 1/((k + x)*(k + y)) stays."""
        ring = self.ring
        powers = dict(inside)
        degree = powers.pop(number, 0)
        outside = ring.from_terms([(tuple(sorted(powers.items())), 1)])
        places: list[tuple[Quotient, int]] = []
        for factor, multiplicity in within:
            if number in ring.generators(factor):
                places.append((factor, multiplicity))
            else:  # an atom that holds the letter
                outside = ring.quotient(outside, ring.power(factor, multiplicity))
        origin, scale = ring.constant(0), ring.constant(1)
        if any(ring.generators(factor) != [number] for factor, _ in places):
            moved = self._moved_to_origin(places, number)
            if moved is None:
                return None
            origin, scale, places = moved
        letter = ring.subtract(ring.generator(number), origin)
        found: dict[tuple[int, int, int], Quotient] = {}
        for low in range(degree + 1):  # k**degree = (letter + origin)**degree
            weight = ring.scale(ring.multiply(scale, ring.power(origin, degree - low)), fmpq(comb(degree, low)))
            terms = None if ring.is_zero(weight) else ring.partial_fractions(low, places, number)
            for number_of, power, place, below in terms or []:
                key = (power, -1 if place is None else place, below)
                found[key] = ring.add(found.get(key, ring.constant(0)), ring.scale(weight, number_of))
        units: list[tuple[Quotient, Quotient]] = []
        for (power, place, below), coefficient in found.items():
            bottom = ring.constant(1) if place < 0 else ring.compose(places[place][0], {number: letter})
            base = ring.quotient(outside, ring.power(bottom, below))
            for low in range(power + 1):  # letter**power, in powers of the open letter itself
                share = ring.scale(ring.power(ring.negative(origin), power - low), fmpq(comb(power, low)))
                if not ring.is_zero(share):
                    unit = ring.multiply(base, ring.power(ring.generator(number), low))
                    units.append((ring.multiply(coefficient, share), unit))
        return units

    def _moved_to_origin(
        self, places: list[tuple[Quotient, int]], number: int
    ) -> tuple[Quotient, Quotient, list[tuple[Quotient, int]]] | None:
        """Linear factors that are rational numbers apart, as factors of letter - origin: the origin, what the product of
        the leading coefficients leaves, and the factors."""
        ring = self.ring
        letter, scale = ring.generator(number), fmpq(1)
        origin: Quotient | None = None
        moved: list[tuple[Quotient, int]] = []
        for factor, multiplicity in places:
            terms = dict(ring.numerator_terms(factor))
            slope = terms.get(((number, 1),))
            if slope is None:
                return None
            zero = ring.subtract(letter, ring.scale(factor, 1 / slope))  # where the factor vanishes
            if number in self.look_inside((zero,))[0]:
                return None
            origin = zero if origin is None else origin
            apart = ring.as_constant(ring.subtract(zero, origin))
            if apart is None:
                return None
            scale /= slope**multiplicity
            moved.append((ring.subtract(letter, ring.constant(apart)), multiplicity))
        if origin is None:
            return None
        return origin, ring.scale(ring.constant(1), scale), moved

    # Products -------------------------------------------------------------------------------------

    def linear_product(self, factor: Quotient, number: int, count: Quotient) -> Quotient | None:
        """The product of a factor a*k + b for the open letter k = 0 .. count - 1, a natural count; None where it is not
        of that form with a rational a, or where b is rational and b/a an integer below 1, or `_run` says nothing."""
        ring = self.ring
        terms = dict(ring.numerator_terms(factor))
        slope, constant = terms.pop(((number, 1),), fmpq(0)), terms.pop((), fmpq(0))
        if slope == 0 or factor.den is not None:
            return None
        if terms:
            return self._run(ring.scale(factor, 1 / slope), slope, number, count)
        offset = as_fraction(constant) / as_fraction(slope)
        if abs(offset) > MOST_FACTORS or (offset.denominator == 1 and offset < 1):
            return None
        shift = ceil(offset) - 1  # offset = start + shift with 0 < start <= 1
        start = ring.constant(offset - shift)
        far = ring.add(start, count)
        result = self.factorial(count) if offset.denominator == 1 else self.rising(start, count)
        if shift >= 0:  # the last factors lie beyond, the first ones before
            more, less = self._rising(far, shift), self._rising(start, shift)
        else:
            down = ring.constant(shift)
            more, less = self._rising(ring.add(start, down), -shift), self._rising(ring.add(far, down), -shift)
        scale = self.power(ring.scale(ring.constant(1), slope), count)
        return ring.quotient(ring.multiply(scale, ring.multiply(result, more)), less)

    def _run(self, place: Quotient, slope: fmpq, number: int, count: Quotient) -> Quotient | None:
        """The product of slope * (k + m) for the open letter k = 0 .. count - 1: slope**count (m - 1 + count)!/(m - 1)! where
        m - 1 is natural, and (-slope)**count (-m)!/(-m - count)! where -m - count is."""
        ring = self.ring
        start = ring.subtract(place, ring.generator(number))
        if number in self.look_inside((start,))[0]:
            return None
        one = ring.constant(1)
        above, below = ring.subtract(ring.add(start, count), one), ring.subtract(start, one)
        if not self.is_natural(below):
            above, below, slope = ring.negative(start), ring.negative(ring.add(start, count)), -slope
            if not self.is_natural(below):
                return None
        scale = self.power(ring.scale(one, slope), count)
        return ring.multiply(scale, ring.quotient(self.factorial(above), self.factorial(below)))

    def rising(self, start: Quotient, count: Quotient) -> Quotient:
        """start (start + 1) ... (start + count - 1) for a number 0 < start < 1 and a natural count."""
        ring = self.ring
        rest, shift = self.without_constant(count)
        constant = ring.as_constant(count)
        if constant is not None and 0 <= constant <= MOST_FACTORS:
            return self._rising(start, int(constant))
        far = shift.denominator != 1 or abs(shift) > MOST_FACTORS
        if constant is not None or far or (shift > 0 and not self.is_natural(rest)):
            return self._rising_atom(start, count)
        if shift >= 0:
            return ring.multiply(self._rising_atom(start, rest), self._rising(ring.add(start, rest), int(shift)))
        return ring.quotient(self._rising_atom(start, rest), self._rising(ring.add(start, count), -int(shift)))

    def _rising_atom(self, start: Quotient, count: Quotient) -> Quotient:
        return self.atom(("rising", self.ring.freeze(start), self.ring.freeze(count)), (count,))

"""The laws of roots, powers, exponentials and logarithms.

Each method states a law that holds for all real values wherever both sides have one. Where a law needs a sign, the
sign is read off the form: a polynomial with positive coefficients in atoms that are declared >= 0. Trusted.
"""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from flint import fmpq, fmpz

from symproof import term as tm
from symproof.normal.atoms import AtomTable
from symproof.polynomial import Quotient, TooLarge

MOST_FACTORED = 10**12
"""A number up to which a logarithm is taken apart into those of primes."""


class Powers(AtomTable):
    """Powers, roots, exp and log of normal forms."""

    def root(self, square: Quotient) -> Quotient:
        """The root of a value that is >= 0."""
        constant = self.ring.as_constant(square)
        if constant is not None and constant >= 0:
            top, bottom = isqrt(constant.numerator), isqrt(constant.denominator)
            if top * top == constant.numerator and bottom * bottom == constant.denominator:
                return self.ring.constant(Fraction(top, bottom))
        return self.with_square(self.atom(("root", self.ring.freeze(square)), (square,)), square)

    # Powers ---------------------------------------------------------------------------------------

    def power(self, base: Quotient, exponent: Quotient) -> Quotient:
        """base ** exponent; a sum of naturals in the exponent is a product: x**(2*n + m + 3) = (x**n)**2 * x**m * x**3.
        So is a sum of integers, where the base is known by its form not to be 0: p**(n - k) = p**n / p**k."""
        ring = self.ring
        constant = ring.as_constant(exponent)
        try:
            if constant is not None and constant.denominator == 1:
                size = ring.power(base, abs(constant.numerator))
                return size if constant >= 0 else self.inverse(size)
            if constant is not None and constant.denominator == 2 and constant > 0:
                return ring.power(self.root(base), constant.numerator)
        except TooLarge:
            return self.atom(("power", ring.freeze(base), ring.freeze(exponent)), (base, exponent))
        if self.is_natural(exponent) or (self._is_whole(exponent) and self.nonzero_by_form(base)):
            result = ring.constant(1)
            for monomial, coefficient in ring.numerator_terms(exponent):
                unit = ring.from_terms([(monomial, 1)])
                size = ring.power(self._symbolic_power(base, unit) if monomial else base, abs(int(coefficient.p)))
                result = ring.multiply(result, size if coefficient > 0 else self.inverse(size))
            return result
        return self.atom(("power", ring.freeze(base), ring.freeze(exponent)), (base, exponent))

    def _symbolic_power(self, base: Quotient, unit: Quotient) -> Quotient:
        """base ** unit for one monomial with coefficient 1: (-x*y/2)**n = (-1)**n * x**n * y**n / 2**n, and
        (x**n)**m = x**(n*m), where n and m are naturals."""
        ring = self.ring
        if not self.is_natural(unit) or len(base.num) != 1 or (base.den is not None and len(base.den) != 1):
            return self.atom(("power", ring.freeze(base), ring.freeze(unit)), (base, unit))
        result = ring.constant(1)
        for part, above in ((base.num, True), (base.den, False)):
            if part is None:
                continue
            ((monomial, coefficient),) = ring.numerator_terms(Quotient(part))
            size = self._power_of_number(coefficient, unit)
            for number, times in monomial:
                size = ring.multiply(size, ring.power(self._power_of_atom(number, unit), times))
            result = ring.multiply(result, size if above else self.inverse(size))
        return result

    def _power_of_number(self, number: fmpq, unit: Quotient) -> Quotient:
        ring = self.ring
        one = ring.constant(1)
        result = one
        if number < 0:  # (-1)**n, whose square is 1
            sign = self.atom(("power", ring.freeze(ring.constant(-1)), ring.freeze(unit)), (unit,))
            result = self.with_square(sign, one)
        for size, above in ((abs(int(number.p)), True), (int(number.q), False)):
            if size != 1:
                base = ring.constant(size)
                power = self.atom(("power", ring.freeze(base), ring.freeze(unit)), (unit,))
                result = ring.multiply(result, power if above else self.inverse(power))
        return result

    def _power_of_atom(self, number: int, unit: Quotient) -> Quotient:
        ring = self.ring
        match self.atoms[number]:
            case ("power", base, exponent) if self.is_natural(ring.thaw(exponent)):
                return self.power(ring.thaw(base), ring.multiply(ring.thaw(exponent), unit))
            case _:
                value = ring.generator(number)
                return self.atom(("power", ring.freeze(value), ring.freeze(unit)), (value, unit))

    # What the form shows --------------------------------------------------------------------------

    def is_natural(self, value: Quotient) -> bool:
        """Whether the form shows a natural number: naturals added and multiplied."""
        return value.den is None and all(
            coefficient > 0 and coefficient.q == 1 and all(self._natural_atom(number) for number, _ in monomial)
            for monomial, coefficient in self.ring.numerator_terms(value)
        )

    def _natural_atom(self, number: int) -> bool:
        match self.atoms[number]:
            case ("letter", tm.Variable(domain="natural", least=least)):
                return least is not None and least >= 0
            case ("placeholder" | "bound", _, natural):
                return bool(natural)
            case ("power", base, exponent):
                return self.is_natural(self.ring.thaw(base)) and self.is_natural(self.ring.thaw(exponent))
            case _:
                return False

    def _is_whole(self, value: Quotient) -> bool:
        """Whether the form shows an integer."""
        return value.den is None and all(
            coefficient.q == 1 and all(self._whole_atom(number) for number, _ in monomial)
            for monomial, coefficient in self.ring.numerator_terms(value)
        )

    def _whole_atom(self, number: int) -> bool:
        match self.atoms[number]:
            case ("letter", tm.Variable(domain="integer")):
                return True
            case _:
                return self._natural_atom(number)

    def nonzero_by_form(self, value: Quotient) -> bool:
        """Whether the form shows that the value is not 0: a number, a letter declared so, or a positive form."""
        constant = self.ring.as_constant(value)
        if constant is not None:
            return constant != 0
        number = self.single(value)
        if number is not None:
            match self.atoms[number]:
                case ("letter", tm.Variable(sign="nonzero" | "negative")):
                    return True
        return self.positive_by_form(value)

    def positive_by_form(self, value: Quotient) -> bool:
        """Whether the form shows a value > 0: positive coefficients, atoms >= 0, in one term all of them > 0."""
        for poly in filter(None, value):
            terms = self.ring.numerator_terms(Quotient(poly))
            signs = [[self._sign_of_atom(number) for number, _ in monomial] for monomial, _ in terms]
            if any(c <= 0 for _, c in terms) or any(None in term for term in signs) or not any(map(all, signs)):
                return False
        return True

    def _sign_of_atom(self, number: int) -> bool | None:
        """True: > 0; False: >= 0; None: not known by its form."""
        match self.atoms[number]:
            case ("letter", tm.Variable() as letter) | ("at", tm.Sequence(item=tm.Variable() as letter), _):
                if letter.sign == "positive" or (letter.least is not None and letter.least > 0):
                    return True
                return False if letter.sign == "nonnegative" or letter.least == 0 else None
            case ("placeholder" | "bound", _, natural):
                return False if natural else None
            case ("function", "exp", _):
                return True
            case ("root", square):
                return self.positive_by_form(self.ring.thaw(square))
            case ("power", base, _):
                return True if self.positive_by_form(self.ring.thaw(base)) else None
            case ("inner", i, j):
                return False if i == j else None
            case _:
                return None

    # Exponentials and logarithms ------------------------------------------------------------------

    def exponential(self, value: Quotient) -> Quotient:
        """exp(2*x - y/3) = exp(x)**2 / exp(y/3): one atom for each monomial, to an integer power; exp(log(x)) = x."""
        ring = self.ring
        if value.den is not None:
            return self.atom(("function", "exp", ring.freeze(value)), (value,))
        result = ring.constant(1)
        for monomial, coefficient in ring.numerator_terms(value):
            unit = ring.from_terms([(monomial, fmpq(1, coefficient.q))])
            growth = self._inside_log(unit) or self.atom(("function", "exp", ring.freeze(unit)), (unit,))
            size = ring.power(growth, abs(int(coefficient.p)))
            result = ring.multiply(result, size if coefficient > 0 else self.inverse(size))
        return result

    def _inside_log(self, value: Quotient) -> Quotient | None:
        """x, of log(x)."""
        number = self.single(value)
        match None if number is None else self.atoms[number]:
            case ("function", "log", inside):
                return self.ring.thaw(inside)
            case _:
                return None

    def logarithm(self, value: Quotient) -> Quotient:
        """log(6*x**2*exp(y)/(x + 1)) = log(2) + log(3) + 2*log(x) + y - log(x + 1), for factors that are positive by
        their form; what is left is positive too where the whole is, and stays under one logarithm."""
        ring = self.ring
        if ring.is_zero(value):  # no value, and no factors
            return self._log_atom(value)
        result, left = ring.constant(0), ring.constant(1)
        for poly, way in ((value.num, 1), (value.den, -1)):
            if poly is None:
                continue
            constant, factors = ring.factors(Quotient(poly))
            if constant < 0:
                constant, left = -constant, ring.negative(left)
            result = ring.add(result, ring.scale(self._log_of_number(constant), fmpq(way)))
            for factor, times in factors:
                if self.positive_by_form(factor):
                    result = ring.add(result, ring.scale(self._log_of_factor(factor), fmpq(way * times)))
                else:
                    size = ring.power(factor, times)
                    left = ring.multiply(left, size if way > 0 else self.inverse(size))
        return result if ring.as_constant(left) == 1 else ring.add(result, self._log_atom(left))

    def _log_atom(self, value: Quotient) -> Quotient:
        return self.atom(("function", "log", self.ring.freeze(value)), (value,))

    def _log_of_number(self, number: fmpq) -> Quotient:
        """The logarithm of a positive rational, by its primes."""
        ring = self.ring
        result = ring.constant(0)
        for size, way in ((int(number.p), 1), (int(number.q), -1)):
            primes = [(size, 1)] if size > MOST_FACTORED else fmpz(size).factor()
            for prime, times in primes:
                if prime != 1:
                    result = ring.add(result, ring.scale(self._log_atom(ring.constant(int(prime))), fmpq(way * times)))
        return result

    def _log_of_factor(self, factor: Quotient) -> Quotient:
        """The logarithm of an irreducible factor that is positive."""
        ring = self.ring
        number = self.single(factor)
        match None if number is None else self.atoms[number]:
            case ("function", "exp", inside):
                return ring.thaw(inside)
            case ("root", square):
                return ring.scale(self.logarithm(ring.thaw(square)), fmpq(1, 2))
            case ("power", base, exponent):
                return ring.multiply(ring.thaw(exponent), self.logarithm(ring.thaw(base)))
            case _:
                return self._log_atom(factor)

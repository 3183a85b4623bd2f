"""The laws of roots, powers and elementary functions, on values. Trusted.

Each method states a law that holds wherever its left side has a value; its right side has one there too. A law that
needs a sign asks `sign_of`, or reads it off the form: exp(x) > 0, sqrt(x) >= 0.

    exp(2*x + y) = exp(x)**2 exp(y)    exp(n*log(x)) = x**n    sqrt(exp(x)) = exp(x/2)    sqrt(8) = 2 sqrt(2)
    log(p*q) = log(p) + log(q)         log(p**n) = n log(p)    log(exp(x)) = x            for p, q > 0
    p**x = exp(x*log(p))               p**(n - m) = p**n/p**m  (x*y)**n = x**n * y**n
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import isqrt

from flint import fmpq

from symproof import term as tm
from symproof.trusted.normal.integers import Integers
from symproof.trusted.polynomial import Monomial, Quotient, TooLarge, as_fraction

LARGEST_PRIME = 1000
"""Numbers under roots and logarithms are taken apart into primes up to this one."""
BITS = 512


Term = tuple[Monomial, fmpq]


class FunctionLaws(Integers):
    """Functions of normal forms."""

    # Signs ----------------------------------------------------------------------------------------

    def is_positive(self, value: Quotient) -> bool:
        """Whether the form shows a value > 0: a sum of products of atoms of known sign, one of them > 0."""
        if value.den is not None and not self.is_positive(Quotient(value.den)):
            return False
        signs = [self._product_sign(*term) for term in self.ring.numerator_terms(value)]
        return bool(signs) and all(sign > 0 for sign in signs) and any(sign == 2 for sign in signs)

    def _is_nonzero(self, value: Quotient) -> bool:
        """Whether the form shows a value that is not 0: a number, a letter declared so, or a positive form."""
        constant = self.ring.as_constant(value)
        number = self.single(value)
        match None if number is None else self.atoms[number]:
            case ("letter", tm.Variable(sign="nonzero" | "negative")):
                return True
        return self.is_positive(value) if constant is None else constant != 0

    def is_never_zero(self, value: Quotient) -> bool:
        """Whether a value is known not to be 0, by its form or by the facts."""
        return self._is_nonzero(value) or self.stands("!=", value)

    def _product_sign(self, monomial: Monomial, coefficient: fmpq) -> int:
        """2, 1 or 0 as for `sign_of`; a negative product is not told from an unknown one."""
        signs = [1 if power % 2 == 0 and sign < 2 else sign for sign, power in self._signed(monomial)]
        return min([2 if coefficient > 0 else 0, *signs])

    def _signed(self, monomial: Monomial) -> Iterator[tuple[int, int]]:
        for number, power in monomial:
            yield max(self.atom_sign(number), 0), power

    def atom_sign(self, number: int) -> int:
        """The sign of an atom, as in `sign_of`."""
        match self.atoms[number]:
            case ("letter", letter):
                return self.sign_of(letter)
            case ("at", tm.Sequence(item=tm.Variable() as item), _):
                return _declared_sign(item)
            case ("function", "exp", _) | ("constant", _):
                return 2
            case ("root", square):
                return 2 if self.is_positive(self.ring.thaw(square)) else 1
            case ("power", base, _):
                return 2 if self.is_positive(self.ring.thaw(base)) else 0
            case ("inner", i, j) if i == j:
                return 1
            case ("factorial" | "rising", *_):
                return 2
            case ("placeholder" | "bound", _, natural):
                return int(natural)
            case ("binomial", top, _):
                return int(self.is_natural(self.ring.thaw(top)))
            case ("product", _, unit, _):
                return 2 if self.is_positive(self.ring.thaw(unit)) else 0
            case _:
                return 0

    # Roots and absolute values --------------------------------------------------------------------

    def root(self, square: Quotient) -> Quotient:
        """The root of a value that is >= 0; of a product of factors >= 0, the product of their roots."""
        constant = self.ring.as_constant(square)
        if constant is not None and constant >= 0:
            return self._root_of_number(constant)
        if len(square.num) != 1 or (square.den is not None and len(square.den) > 1):
            return self._root_atom(square)
        ((_, lead),) = self.ring.numerator_terms(square)
        powers = self._powers(square)
        if lead > 0 and all(self.atom_sign(number) > 0 for number in powers):
            outside = powers  # every factor is >= 0
        else:
            outside = {number: power for number, power in powers.items() if self.atom_sign(number) == 2}
        result = self.ring.constant(1)
        if lead > 0:
            result, lead = self._root_of_number(as_fraction(lead)), fmpq(1)
        for number, power in outside.items():
            result = self.ring.multiply(result, self._root_of_atom(number, power))
        inside = self.ring.scale(self.ring.constant(1), lead)
        for number, power in powers.items():
            if number not in outside:
                inside = self.ring.multiply(inside, self._integer_power(self.ring.generator(number), power))
        return result if self.ring.as_constant(inside) == 1 else self.ring.multiply(result, self._root_atom(inside))

    def _root_atom(self, square: Quotient) -> Quotient:
        return self.with_square(self.atom(("root", self.ring.freeze(square)), (square,)), square)

    def _root_of_atom(self, number: int, power: int) -> Quotient:
        """The root of a power of an atom >= 0."""
        if self.atoms[number][:2] == ("function", "exp"):
            half = self.ring.scale(self.ring.thaw(self.atoms[number][2]), fmpq(1, 2))
            return self._integer_power(self.exponential(half), power)
        whole, odd = divmod(power, 2)
        result = self._integer_power(self.ring.generator(number), whole)
        return self.ring.multiply(result, self._root_atom(self.ring.generator(number))) if odd else result

    def _root_of_number(self, number: Fraction) -> Quotient:
        result = self.ring.constant(1)
        for prime, power in _primes(number):
            whole, odd = divmod(power, 2)
            result = self.ring.multiply(result, self.ring.constant(Fraction(prime) ** whole))
            if odd:
                factor, root = self.ring.constant(prime), isqrt(prime)
                exact = root * root == prime
                result = self.ring.multiply(result, self.ring.constant(root) if exact else self._root_atom(factor))
        return result if number else self.ring.constant(0)

    def absolute(self, value: Quotient) -> Quotient:
        """|value|: the root of its square, a rational factor taken out."""
        constant = self.ring.as_constant(value)
        if constant is not None:
            return self.ring.constant(abs(constant))
        lead = fmpq(value.num.leading_coefficient())
        monic = self.ring.scale(value, 1 / lead)
        return self.ring.scale(self.root(self.reduce(self.ring.multiply(monic, monic))), abs(lead))

    # Powers ---------------------------------------------------------------------------------------

    def power(self, base: Quotient, exponent: Quotient, *, beyond: bool = False) -> Quotient:
        """base ** exponent for an integer exponent: x**(2*n + 3) = (x**n)**2 * x**3 for naturals n, and for any
        integer n where x is known not to be 0. `beyond`: the exponent is known to be at least its constant term."""
        ring = self.ring
        constant = ring.as_constant(exponent)
        try:
            if constant is not None and constant.denominator == 1:
                return self._integer_power(base, constant.numerator)
            if constant is not None and constant.denominator == 2:
                return self._integer_power(self.root(base), constant.numerator)
        except TooLarge:
            return self._power_atom(base, exponent)
        if self._only_adds(exponent) or (self.is_integral(exponent) and self.is_never_zero(base)):
            result = ring.constant(1)
            for monomial, coefficient in ring.numerator_terms(exponent):
                unit = ring.from_terms([(monomial, 1)])
                factor = self._power_of_product(base, unit) if monomial else base
                result = ring.multiply(result, self._integer_power(factor, int(coefficient.p)))
            return result
        rest, shift = self.without_constant(exponent)
        if (
            shift >= 0 and shift.denominator == 1 and (beyond or self.is_natural(rest))
        ):  # x**(n - k + 2) = x**2 * x**(n - k) for k <= n
            return ring.multiply(self._integer_power(base, int(shift)), self._power_of_product(base, rest))
        return self._power_atom(base, exponent)

    def without_constant(self, value: Quotient) -> tuple[Quotient, Fraction]:
        """A value as another one without a constant term, and a number."""
        if value.den is not None:
            return value, Fraction(0)
        shift = self.ring.constant_term(value)
        return (self.ring.subtract(value, self.ring.constant(shift)) if shift else value), shift

    def real_power(self, base: Quotient, exponent: Quotient, *, above: bool = False) -> Quotient:
        """base ** exponent for an exponent that is not known to be an integer. Where it is none, the base is > 0; where it
        may be one, as y may be 2, that must be known of the base (`above`), or its form must show it."""
        constant = self.ring.as_constant(exponent)
        whole = constant is None or constant.denominator == 1
        if (whole and not above and not self.is_positive(base)) or (constant is not None and constant.denominator <= 2):
            return self.power(base, exponent)
        return self.exponential(self.ring.multiply(exponent, self.logarithm(base)))

    def _power_atom(self, base: Quotient, exponent: Quotient) -> Quotient:
        atom = self.atom(("power", self.ring.freeze(base), self.ring.freeze(exponent)), (base, exponent))
        number = self.single(atom)
        if number is not None and self.ring.as_constant(base) == -1 and self.is_integral(exponent):
            self.signs.add(number)
            return self.with_square(atom, self.ring.constant(1))
        return atom

    def _power_of_product(self, base: Quotient, unit: Quotient) -> Quotient:
        """(x*y)**n = x**n * y**n, (x**m)**n = x**(m*n) and exp(x)**n = exp(n*x), for an integer n >= 0 (any, for a base
        that is not 0)."""
        if len(base.num) != 1 or (base.den is not None and len(base.den) > 1):
            return self._power_atom(base, unit)  # a sum of several products, or 0, whose power is 1 for n = 0
        ((_, lead),) = self.ring.numerator_terms(base)
        result = self.ring.constant(1)
        if lead < 0:
            result, lead = self._power_atom(self.ring.constant(-1), unit), -lead
        for prime, power in _primes(as_fraction(lead)):
            factor = self._power_atom(self.ring.constant(prime), unit)
            result = self.ring.multiply(result, self._integer_power(factor, power))
        for number, power in self._powers(base).items():
            result = self.ring.multiply(result, self._integer_power(self._power_of_atom(number, unit), power))
        return result

    def _power_of_atom(self, number: int, unit: Quotient) -> Quotient:
        match self.atoms[number]:
            case ("function", "exp", value):
                return self.exponential(self.ring.multiply(self.ring.thaw(value), unit))
            case ("power", base, exponent):
                return self.power(self.ring.thaw(base), self.ring.multiply(self.ring.thaw(exponent), unit))
            case _:
                return self._power_atom(self.ring.generator(number), unit)

    def _powers(self, value: Quotient) -> dict[int, int]:
        """The atoms of a quotient of monomials, with their powers."""
        powers: dict[int, int] = {}
        for part, sign in ((value.num, 1), (value.den, -1)):
            for monomial, _ in [] if part is None else self.ring.numerator_terms(Quotient(part)):
                powers |= {number: sign * power for number, power in monomial}
        return powers

    def _integer_power(self, base: Quotient, exponent: int) -> Quotient:
        size = self.ring.power(base, abs(exponent))
        return size if exponent >= 0 else self.inverse(size)

    # Elementary functions -------------------------------------------------------------------------

    def function(self, name: str, value: Quotient) -> Quotient:
        """An elementary function of one value."""
        ring = self.ring
        match name:
            case "exp":
                return self.exponential(value)
            case "sigma":
                growth = self.exponential(value)
                return ring.multiply(growth, self.inverse(ring.add(growth, ring.constant(1))))
            case "log":
                return self.logarithm(value)
            case _:
                return self.atom(("function", name, ring.freeze(value)), (value,))

    def exponential(self, value: Quotient) -> Quotient:
        """exp(2*x - y/3) = exp(x)**2 / exp(y/3): one atom for each monomial, to an integer power."""
        ring = self.ring
        result = ring.constant(1)
        for monomial, coefficient in ring.numerator_terms(value):
            piece = ring.from_terms([(monomial, coefficient)])
            if value.den is not None:
                piece = ring.multiply(piece, self.inverse(Quotient(value.den)))
            lead = fmpq(piece.num.leading_coefficient())
            unit = ring.scale(piece, fmpq(1, lead.q) / lead)
            result = ring.multiply(result, self._integer_power(self._exponential_of_unit(unit), int(lead.p)))
        return result

    def _exponential_of_unit(self, unit: Quotient) -> Quotient:
        """exp(log(x)) = x, exp(log(x)/2) = sqrt(x), exp(n*log(x)) = x**n; else an atom, of which a power may be one too."""
        ((monomial, coefficient),) = self.ring.numerator_terms(unit)
        logs = [number for number, power in monomial if power == 1 and self.atoms[number][:2] == ("function", "log")]
        if unit.den is None and len(logs) == 1 and coefficient.q <= 2:
            inside = self.ring.thaw(self.atoms[logs[0]][2])
            rest = self.ring.from_terms([(tuple(item for item in monomial if item[0] != logs[0]), 1)])
            if self.ring.as_constant(rest) == 1:
                return inside if coefficient.q == 1 else self.root(inside)
            if coefficient.q == 1 and self.is_integral(rest):
                return self._power_of_product(inside, rest)
        atom = self.atom(("function", "exp", self.ring.freeze(unit)), (unit,))
        if coefficient.q == 1:
            return atom
        ((exponent, _), *_) = _primes(Fraction(int(coefficient.q)))
        return self.with_power(atom, exponent, self._exponential_of_unit(self.ring.scale(unit, fmpq(exponent))))

    def logarithm(self, value: Quotient) -> Quotient:
        """log of a value > 0: factors known to be >= 0 are > 0 then, and so is what is left; log(x*y) = log(x) + log(y)."""
        ring = self.ring
        if ring.is_zero(value):
            return self._log_atom(value)  # without a value
        addends, open_parts = [], []
        for part, side in ((value.num, 1), (value.den, -1)):
            if part is None:
                continue
            lead, common, rest = self._content(Quotient(part))
            addends.append(ring.scale(self._log_of_number(abs(lead)), fmpq(side)))
            for number, power in common:
                addends.append(ring.scale(self._log_of_atom(number), fmpq(side * power)))
            rest = rest if lead > 0 else ring.negative(rest)
            if self.is_positive(rest):
                addends.append(ring.scale(self._log_atom(rest), fmpq(side)))
            else:
                open_parts.append((rest, side))
        if len(open_parts) == 2:  # only their quotient is known to be > 0
            addends.append(self._log_atom(ring.quotient(open_parts[0][0], open_parts[1][0])))
        else:  # one that is left alone is > 0
            addends += [ring.scale(self._log_atom(rest), fmpq(side)) for rest, side in open_parts]
        return ring.total(addends)

    def _content(self, value: Quotient) -> tuple[Fraction, Monomial, Quotient]:
        """A polynomial as lead * (atoms known to be >= 0) * rest, the rest with leading coefficient 1."""
        ring = self.ring
        terms = ring.numerator_terms(value)
        lead = fmpq(value.num.leading_coefficient())
        shared = dict(terms[0][0])
        for monomial, _ in terms[1:]:
            powers = dict(monomial)
            shared = {number: min(power, powers.get(number, 0)) for number, power in shared.items()}
        common = tuple((number, power) for number, power in shared.items() if power and self.atom_sign(number) > 0)
        out = dict(common)
        rest = ring.from_terms(
            (tuple((n, p - out.get(n, 0)) for n, p in monomial if p > out.get(n, 0)), coefficient / lead)
            for monomial, coefficient in terms
        )
        return as_fraction(lead), common, rest

    def _log_of_atom(self, number: int) -> Quotient:
        """The logarithm of an atom > 0."""
        match self.atoms[number]:
            case ("function", "exp", value):
                return self.ring.thaw(value)
            case ("root", square):
                return self.ring.scale(self.logarithm(self.ring.thaw(square)), fmpq(1, 2))
            case ("power", base, exponent):  # of known sign, so that its base is > 0
                return self.ring.multiply(self.ring.thaw(exponent), self.logarithm(self.ring.thaw(base)))
            case _:
                return self._log_atom(self.ring.generator(number))

    def _log_of_number(self, number: Fraction) -> Quotient:
        return self.ring.total(
            self.ring.scale(self._log_atom(self.ring.constant(prime)), fmpq(power)) for prime, power in _primes(number)
        )

    def _log_atom(self, value: Quotient) -> Quotient:
        if self.ring.as_constant(value) == 1:
            return self.ring.constant(0)
        return self.atom(("function", "log", self.ring.freeze(value)), (value,))


def _declared_sign(letter: tm.Variable) -> int:
    """What a declaration says of a value, as in `FunctionLaws.sign_of`."""
    if letter.least is not None:
        return 2 if letter.least > 0 else 1 if letter.least == 0 else 0
    return {"positive": 2, "nonnegative": 1}.get(letter.sign, 0)


def _primes(number: Fraction) -> Iterable[tuple[int, int]]:
    """A rational > 0 as a product of powers; what is left when the small primes are out counts as a prime."""
    for part, side in ((number.numerator, 1), (number.denominator, -1)):
        prime = 2
        while part > 1 and prime <= LARGEST_PRIME and part.bit_length() <= BITS:
            power = 0
            while part % prime == 0:
                part, power = part // prime, power + 1
            if power:
                yield prime, side * power
            prime += 1 if prime == 2 else 2
        if part > 1:
            yield part, side

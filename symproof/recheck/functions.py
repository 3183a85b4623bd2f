"""The laws of roots, powers and elementary functions, on values.

A law holds wherever its left side has a value. One that needs a sign asks what the hypotheses say of a letter (`sign`),
or reads it off the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import isqrt
from typing import Any

from .atoms import ONE
from .integers import Integers
from .polynomial import UNIT, Monomial, NotNormal, lead, leading
from .rational import (
    Quotient,
    add,
    as_constant,
    constant,
    generator,
    multiply,
    negative,
    power,
    quotient,
    scale,
    single,
    subtract,
    thawed,
    total,
)  # fmt: skip


class FunctionLaws(Integers):
    """Functions of values."""

    # Signs: 2 for > 0, 1 for >= 0, -1, -2, and 0 for nothing known --------------------------------

    def is_positive(self, value: Quotient) -> bool:
        """Whether the form shows a value > 0."""
        if value.den != UNIT and not self.is_positive(Quotient(value.den)):
            return False
        signs = []
        for monomial, c in value.num.items():
            powers = [(max(self.atom_sign(k), 0), exponent) for k, exponent in monomial]
            signs.append(min([2 if c > 0 else 0, *(1 if e % 2 == 0 and s < 2 else s for s, e in powers)]))
        return bool(signs) and min(signs) > 0 and max(signs) == 2

    def is_never_zero(self, value: Quotient) -> bool:
        """Whether a value is known not to be 0, by its form or by the facts."""
        return self._is_nonzero(value) or self.stands("!=", value)

    def _is_nonzero(self, value: Quotient) -> bool:
        c, k = as_constant(value), single(value)
        if c is not None:
            return c != 0
        match None if k is None else self.atoms[k]:
            case ("letter", ("Variable", _, _, "nonzero" | "negative", _)):
                return True
        return self.is_positive(value)

    def atom_sign(self, k: int) -> int:
        """The sign of an atom."""
        match self.atoms[k]:
            case ("letter", letter):
                return self.sign(letter) if letter[0] == "Variable" else 0
            case ("at", ("Sequence", _, ("Variable", _, _, sign, least), _, _), _):
                if least is not None:
                    return 2 if least > 0 else 1 if least == 0 else 0
                return {"positive": 2, "nonnegative": 1}.get(sign, 0)
            case ("function", "exp", _):
                return 2
            case ("pi",):
                return 2
            case ("root", square):
                return 2 if self.is_positive(thawed(square)) else 1
            case ("power", base, _):
                return 2 if self.is_positive(thawed(base)) else 0
            case ("inner", i, j) if i == j:
                return 1
            case ("factorial" | "rising", *_):
                return 2
            case ("placeholder" | "bound", _, natural):
                return int(natural)
            case ("binomial", top, _):
                return int(self.is_natural(thawed(top)))
            case ("product", _, unit, _):
                return 2 if self.is_positive(thawed(unit)) else 0
        return 0

    # Roots ----------------------------------------------------------------------------------------

    def root(self, square: Quotient) -> Quotient:
        """The root of a value >= 0; of a product of factors >= 0, the product of the roots."""
        c = as_constant(square)
        if c is not None and c >= 0:
            return self._root_of_number(c)
        if len(square.num) > 1 or len(square.den) > 1:
            return self._root_atom(square)
        first, powers = lead(square.num), self._powers(square)
        if first > 0 and all(self.atom_sign(k) > 0 for k in powers):
            outside = powers
        else:
            outside = {k: exponent for k, exponent in powers.items() if self.atom_sign(k) == 2}
        result = ONE
        if first > 0:
            result, first = self._root_of_number(first), Fraction(1)
        for k, exponent in outside.items():
            result = multiply(result, self._root_of_atom(k, exponent))
        inside = constant(first)
        for k, exponent in powers.items():
            if k not in outside:
                inside = multiply(inside, self._power(generator(k), exponent))
        return result if as_constant(inside) == 1 else multiply(result, self._root_atom(inside))

    def _root_atom(self, square: Quotient) -> Quotient:
        return self.with_square(self.atom(("root", square.key()), (square,)), square)

    def _root_of_atom(self, k: int, exponent: int) -> Quotient:
        if self.atoms[k][:2] == ("function", "exp"):
            return self._power(self.exponential(scale(thawed(self.atoms[k][2]), Fraction(1, 2))), exponent)
        whole, odd = divmod(exponent, 2)
        result = self._power(generator(k), whole)
        return multiply(result, self._root_atom(generator(k))) if odd else result

    def _root_of_number(self, number: Fraction) -> Quotient:
        result = ONE if number else constant(0)
        for prime, exponent in _primes(number) if number else ():
            whole, odd = divmod(exponent, 2)
            result = multiply(result, constant(Fraction(prime) ** whole))
            if odd:
                root = isqrt(prime)
                exact = root * root == prime
                result = multiply(result, constant(root) if exact else self._root_atom(constant(prime)))
        return result

    def absolute(self, value: Quotient) -> Quotient:
        """|value|: the root of its square."""
        c = as_constant(value)
        if c is not None:
            return constant(abs(c))
        first = lead(value.num)
        unit = scale(value, 1 / first)
        return scale(self.root(self.reduce(multiply(unit, unit))), abs(first))

    # Powers ---------------------------------------------------------------------------------------

    def integer_exponent(self, base: Quotient, exponent: Quotient, beyond: bool = False) -> Quotient:
        """base ** exponent for an exponent that is an integer, or half of one: x**(2*n + 3) = (x**n)**2 * x**3. `beyond`: the
        exponent is known to be at least its constant term."""
        c = as_constant(exponent)
        try:
            if c is not None and c.denominator == 1:
                return self._power(base, c.numerator)
            if c is not None and c.denominator == 2:
                return self._power(self.root(base), c.numerator)
        except NotNormal:
            if not base.num:
                raise
            return self._power_atom(base, exponent)
        if self.only_adds(exponent) or (self.is_integral(exponent) and self.is_never_zero(base)):
            result = ONE
            for monomial, k in exponent.num.items():
                factor = self._power_of_product(base, Quotient({monomial: 1})) if monomial else base
                result = multiply(result, self._power(factor, int(k)))
            return result
        rest, shift = self.without_constant(exponent)
        if shift >= 0 and shift.denominator == 1 and (beyond or self.is_natural(rest)):
            return multiply(power(base, int(shift)), self._power_of_product(base, rest))
        return self._power_atom(base, exponent)

    def _power(self, base: Quotient, exponent: int) -> Quotient:
        result = power(base, abs(exponent))
        return result if exponent >= 0 else self.inverse(result)

    def real_exponent(self, base: Quotient, exponent: Quotient, above: bool = False) -> Quotient:
        """base ** exponent for any exponent: exp(exponent * log(base)) where the base is > 0, as it is if the exponent is no
        integer; where that may be one, the base must be known to be (`above`)."""
        c = as_constant(exponent)
        whole = c is None or c.denominator == 1
        if (whole and not above and not self.is_positive(base)) or (c is not None and c.denominator <= 2):
            return self.integer_exponent(base, exponent)
        return self.exponential(multiply(exponent, self.logarithm(base)))

    def _power_atom(self, base: Quotient, exponent: Quotient) -> Quotient:
        atom = self.atom(("power", base.key(), exponent.key()), (base, exponent))
        k = single(atom)
        if k is not None and as_constant(base) == -1 and self.is_integral(exponent):
            self.signs.add(k)
            return self.with_square(atom, ONE)
        return atom

    def _power_of_product(self, base: Quotient, unit: Quotient) -> Quotient:
        """(x*y)**n = x**n * y**n, (x**m)**n = x**(m*n), exp(x)**n = exp(n*x)."""
        if len(base.num) != 1 or len(base.den) > 1:
            return self._power_atom(base, unit)
        first = lead(base.num)
        result = self._power_atom(constant(-1), unit) if first < 0 else ONE
        for prime, exponent in _primes(abs(first)):
            result = multiply(result, self._power(self._power_atom(constant(prime), unit), exponent))
        for k, exponent in self._powers(base).items():
            match self.atoms[k]:
                case ("function", "exp", value):
                    raised = self.exponential(multiply(thawed(value), unit))
                case ("power", inner, outer):
                    raised = self.integer_exponent(thawed(inner), multiply(thawed(outer), unit))
                case _:
                    raised = self._power_atom(generator(k), unit)
            result = multiply(result, self._power(raised, exponent))
        return result

    def _powers(self, value: Quotient) -> dict[int, int]:
        """The atoms of a quotient of monomials, with their powers."""
        ((top, _),), ((bottom, _),) = value.num.items(), value.den.items()
        return dict(top) | {k: -exponent for k, exponent in bottom}

    # Elementary functions -------------------------------------------------------------------------

    def function(self, name: str, value: Quotient) -> Quotient:
        """An elementary function of one value."""
        match name:
            case "exp":
                return self.exponential(value)
            case "sigma":
                growth = self.exponential(value)
                return multiply(growth, self.inverse(add(growth, ONE)))
            case "log":
                return self.logarithm(value)
            case "sin" | "cos":
                return self.circular(name, value)
            case "arctan":
                return self.arctangent(value)
        return self.atom(("function", name, value.key()), (value,))

    def exponential(self, value: Quotient) -> Quotient:
        """exp(2*x - y/3) = exp(x)**2 / exp(y/3): one atom for each monomial."""
        result = ONE
        for monomial, c in value.num.items():
            piece = quotient({monomial: c}, value.den)
            first = lead(piece.num)
            unit = scale(piece, Fraction(1, first.denominator) / first)
            result = multiply(result, self._power(self._exponential_of_unit(unit), first.numerator))
        return result

    def _exponential_of_unit(self, unit: Quotient) -> Quotient:
        """exp(log(x)) = x, exp(log(x)/2) = sqrt(x), exp(n*log(x)) = x**n; else an atom."""
        ((monomial, c),) = unit.num.items()
        bottom = Fraction(c).denominator
        logs = [k for k, exponent in monomial if exponent == 1 and self.atoms[k][:2] == ("function", "log")]
        if unit.den == UNIT and len(logs) == 1 and bottom <= 2:
            inside = thawed(self.atoms[logs[0]][2])
            rest = Quotient({tuple(item for item in monomial if item[0] != logs[0]): 1})
            if as_constant(rest) == 1:
                return inside if bottom == 1 else self.root(inside)
            if bottom == 1 and self.is_integral(rest):
                return self._power_of_product(inside, rest)
        atom = self.atom(("function", "exp", unit.key()), (unit,))
        if bottom == 1:
            return atom
        exponent = next(k for k in range(2, bottom + 1) if bottom % k == 0)
        return self.with_power(atom, exponent, self._exponential_of_unit(scale(unit, exponent)))

    def logarithm(self, value: Quotient) -> Quotient:
        """log of a value > 0: of its factors that are >= 0, and of what is left."""
        if not value.num:
            return self._log_atom(value)
        addends, left = [], []
        for part, side in ((value.num, 1), (value.den, -1)):
            first, common, rest = self._content(part)
            addends += [scale(self._log_atom(constant(p)), side * e) for p, e in _primes(abs(first))]
            addends += [scale(self._log_of_atom(k), side * exponent) for k, exponent in common]
            rest = rest if first > 0 else negative(rest)
            if self.is_positive(rest):
                addends.append(scale(self._log_atom(rest), side))
            else:
                left.append((rest, side))
        if len(left) == 2:  # only their quotient is known to be > 0
            addends.append(self._log_atom(multiply(left[0][0], self.inverse(left[1][0]))))
        else:
            addends += [scale(self._log_atom(rest), side) for rest, side in left]
        return total(addends)

    def _content(self, p: Any) -> tuple[Fraction, Monomial, Quotient]:
        """A polynomial as leading coefficient * (atoms known to be >= 0) * rest."""
        first = lead(p)
        shared = dict(leading(p))
        for monomial in p:
            powers = dict(monomial)
            shared = {k: min(exponent, powers.get(k, 0)) for k, exponent in shared.items()}
        common = tuple((k, exponent) for k, exponent in shared.items() if exponent and self.atom_sign(k) > 0)
        out = dict(common)
        rest = {
            tuple((k, e - out.get(k, 0)) for k, e in monomial if e > out.get(k, 0)): Fraction(c) / first
            for monomial, c in p.items()
        }
        return first, common, Quotient(rest)

    def _log_of_atom(self, k: int) -> Quotient:
        match self.atoms[k]:
            case ("function", "exp", value):
                return thawed(value)
            case ("root", square):
                return scale(self.logarithm(thawed(square)), Fraction(1, 2))
            case ("power", base, exponent):
                return multiply(thawed(exponent), self.logarithm(thawed(base)))
        return self._log_atom(generator(k))

    def _log_atom(self, value: Quotient) -> Quotient:
        return constant(0) if as_constant(value) == 1 else self.atom(("function", "log", value.key()), (value,))

    def circular(self, name: str, value: Quotient) -> Quotient:
        """Sine and cosine: odd and even, half and quarter turns, cos(x)**2 = 1 - sin(x)**2, and values at pi/6 and pi/4."""
        rest, turns, halves = self._turns(value)
        factor = self.integer_exponent(constant(-1), halves) if halves.num else ONE
        if rest.num and lead(rest.num) < 0:
            rest, turns = negative(rest), -turns
            factor = negative(factor) if name == "sin" else factor
        while (
            not 0 <= turns < Fraction(1, 2)
        ):  # sin(x) = cos(x - pi/2), cos(x) = sin(pi/2 - x) = -sin(x - pi/2), and back
            down = turns > 0
            turns += Fraction(-1, 2) if down else Fraction(1, 2)
            factor = negative(factor) if (name == "cos") == down else factor
            name = "cos" if name == "sin" else "sin"
        if not rest.num and turns > Fraction(1, 4):
            name, turns = "cos" if name == "sin" else "sin", Fraction(1, 2) - turns
        known = {Fraction(0): Fraction(0), Fraction(1, 6): Fraction(1, 4), Fraction(1, 4): Fraction(1, 2)}.get(turns)
        if not rest.num and known is not None:
            return multiply(factor, self._root_of_number(known if name == "sin" else 1 - known))
        if not turns and (found := self._of_arctangent(name, rest)) is not None:
            return multiply(factor, found)
        if turns:
            rest = add(rest, scale(self.atom(("pi",)), turns))
        sine = self.atom(("function", "sin", rest.key()), (rest,))
        if name == "sin":
            return multiply(factor, sine)
        cosine = self.atom(("function", "cos", rest.key()), (rest,))
        return multiply(factor, self.with_square(cosine, subtract(ONE, multiply(sine, sine))))

    def arctangent(self, value: Quotient) -> Quotient:
        """arctan(-x) = -arctan(x), arctan(0) = 0, arctan(1) = pi/4."""
        if not value.num:
            return value
        if lead(value.num) < 0:
            return negative(self.arctangent(negative(value)))
        if as_constant(value) == 1:
            return scale(self.atom(("pi",)), Fraction(1, 4))
        return self.atom(("function", "arctan", value.key()), (value,))

    def _of_arctangent(self, name: str, value: Quotient) -> Quotient | None:
        """sin and cos of arctan(u) and of its double, by u."""
        if value.den != UNIT or len(value.num) != 1:
            return None
        ((monomial, times),) = value.num.items()
        if len(monomial) != 1 or monomial[0][1] != 1 or times not in (1, 2):
            return None
        atom = self.atoms[monomial[0][0]]
        if atom[:2] != ("function", "arctan"):
            return None
        u = thawed(atom[2])
        square = multiply(u, u)
        if times == 1:
            return multiply(u if name == "sin" else ONE, self.inverse(self.root(add(ONE, square))))
        return multiply(scale(u, 2) if name == "sin" else subtract(ONE, square), self.inverse(add(ONE, square)))

    def _turns(self, value: Quotient) -> tuple[Quotient, Fraction, Quotient]:
        """A value as rest + (a number + an integer) * pi."""
        turns, halves, rest = Fraction(0), constant(0), constant(0)
        for monomial, c in value.num.items() if value.den == UNIT else ():
            others = tuple((k, exponent) for k, exponent in monomial if self.atoms[k] != ("pi",) or exponent != 1)
            beside = Quotient({others: c})
            if len(others) == len(monomial) or (others and not self.is_integral(beside)):
                rest = add(rest, Quotient({monomial: c}))
            elif others:
                halves = add(halves, beside)
            else:
                turns = Fraction(c)
        return (rest, turns, halves) if value.den == UNIT else (value, turns, halves)


def _primes(number: Fraction) -> Iterator[tuple[int, int]]:
    """A rational > 0 as a product of powers; what is left beyond the small primes counts as one."""
    for part, side in ((number.numerator, 1), (number.denominator, -1)):
        prime = 2
        while part > 1 and prime <= 1000 and part.bit_length() <= 512:
            exponent = 0
            while part % prime == 0:
                part, exponent = part // prime, exponent + 1
            if exponent:
                yield prime, side * exponent
            prime += 1 if prime == 2 else 2
        if part > 1:
            yield part, side

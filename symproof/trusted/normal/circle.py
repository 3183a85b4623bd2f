"""The laws of sine, cosine and arctangent, on values. Trusted.

sin(x + pi/2) = cos(x)    cos(x + n*pi) = (-1)**n * cos(x)    sin(pi/6) = 1/2    cos(x)**2 = 1 - sin(x)**2
arctan(-x) = -arctan(x)   cos(arctan(x)) = 1/sqrt(1 + x**2)   arctan(1) = pi/4
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from flint import fmpq

from symproof.trusted.normal.functions import FunctionLaws, Term
from symproof.trusted.polynomial import Quotient, as_fraction

SQUARES = {Fraction(0): Fraction(0), Fraction(1, 6): Fraction(1, 4), Fraction(1, 4): Fraction(1, 2)}
"""The squares of the sines of some multiples of pi."""


class CircleLaws(FunctionLaws):
    """Functions of angles, beside the others."""

    def function(self, name: str, value: Quotient) -> Quotient:
        """An elementary function of one value."""
        match name:
            case "sin" | "cos":
                return self.circular(name, value)
            case "arctan":
                return self.arctangent(value)
            case _:
                return super().function(name, value)

    def circular(self, name: str, value: Quotient) -> Quotient:
        """Sine and cosine: odd and even, turns by halves and quarters taken out, cos(x)**2 = 1 - sin(x)**2, and what they are
        at pi/6 and pi/4, and of an arctangent."""
        ring = self.ring
        found: Quotient | None
        rest, turns, halves = self._turns(value)
        sign = 1
        if not ring.is_zero(rest) and rest.num.leading_coefficient() < 0:
            rest, turns, sign = ring.negative(rest), -turns, -1 if name == "sin" else 1
        quarters = floor(2 * turns)
        turns -= Fraction(quarters, 2)
        for _ in range(quarters % 4):  # sin(x + pi/2) = cos(x), cos(x + pi/2) = -sin(x)
            name, sign = ("cos", sign) if name == "sin" else ("sin", -sign)
        if ring.is_zero(rest) and turns > Fraction(1, 4):  # sin(pi/3) = cos(pi/6)
            name, turns = "cos" if name == "sin" else "sin", Fraction(1, 2) - turns
        if ring.is_zero(rest) and turns in SQUARES:
            found = self._root_of_number(SQUARES[turns] if name == "sin" else 1 - SQUARES[turns])
        elif turns or (found := self._of_arctangent(name, rest)) is None:
            at = ring.scale(self.atom(("constant", "pi")), fmpq(turns.numerator, turns.denominator)) if turns else None
            found = self._circular_atom(name, rest if at is None else ring.add(rest, at))
        found = ring.scale(found, fmpq(sign))
        return found if ring.is_zero(halves) else ring.multiply(found, self.power(ring.constant(-1), halves))

    def arctangent(self, value: Quotient) -> Quotient:
        """arctan(-x) = -arctan(x), arctan(0) = 0, arctan(1) = pi/4."""
        ring = self.ring
        if ring.is_zero(value):
            return value
        if value.num.leading_coefficient() < 0:
            return ring.negative(self.arctangent(ring.negative(value)))
        if ring.as_constant(value) == 1:
            return ring.scale(self.atom(("constant", "pi")), fmpq(1, 4))
        return self.atom(("function", "arctan", ring.freeze(value)), (value,))

    def _of_arctangent(self, name: str, value: Quotient) -> Quotient | None:
        """sin and cos of arctan(u), u/sqrt(1 + u**2) and 1/sqrt(1 + u**2), and of its double; None of another value."""
        ring = self.ring
        if value.den is not None or len(terms := ring.numerator_terms(value)) != 1:
            return None
        ((monomial, times),) = terms
        if len(monomial) != 1 or monomial[0][1] != 1 or times not in (1, 2):
            return None
        atom = self.atoms[monomial[0][0]]
        if atom[:2] != ("function", "arctan"):
            return None
        u, one = ring.thaw(atom[2]), ring.constant(1)
        square = ring.multiply(u, u)
        bottom = ring.add(one, square)
        if times == 1:
            return ring.multiply(u if name == "sin" else one, self.inverse(self.root(bottom)))
        top = ring.scale(u, fmpq(2)) if name == "sin" else ring.subtract(one, square)
        return ring.multiply(top, self.inverse(bottom))

    def _circular_atom(self, name: str, value: Quotient) -> Quotient:
        sine = self.atom(("function", "sin", self.ring.freeze(value)), (value,))
        if name == "sin":
            return sine
        cosine = self.atom(("function", "cos", self.ring.freeze(value)), (value,))
        return self.with_square(cosine, self.ring.subtract(self.ring.constant(1), self.ring.multiply(sine, sine)))

    def _turns(self, value: Quotient) -> tuple[Quotient, Fraction, Quotient]:
        """value = rest + (turns + halves) * pi, with a number of turns and integers that are no numbers as halves."""
        ring, none = self.ring, self.ring.constant(0)
        pi = next((number for number in ring.generators(value) if self.atoms[number] == ("constant", "pi")), None)
        if pi is None or value.den is not None:
            return value, Fraction(0), none
        turns, halves, rest = Fraction(0), list[Term](), list[Term]()
        for monomial, c in ring.numerator_terms(value):
            others = tuple(power for power in monomial if power != (pi, 1))
            if len(others) == len(monomial):
                rest.append((monomial, c))
            elif not others:
                turns = as_fraction(c)
            elif self.is_integral(ring.from_terms([(others, c)])):
                halves.append((others, c))
            else:
                rest.append((monomial, c))
        return ring.from_terms(rest), turns, ring.from_terms(halves)

"""What the form of a value shows of it as an integer: that it is one, how small it may be, that it is not 0. Trusted.

An open letter stands for 0, 1, 2, ... and, where its sum ends at a known place, for nothing beyond (`tops`): a value
under a sum is spoken of only at the places of its range.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, gcd, prod

from flint import fmpq

from symproof import term as tm
from symproof.trusted.normal.atoms import AtomTable
from symproof.trusted.polynomial import UNIT, Frozen, Monomial, Quotient, as_fraction

Stands = Callable[[str, Quotient], bool]
"""Whether the hypotheses say of a value that it is != 0, or >= 0."""


class Integers(AtomTable):
    """Questions about values as integers."""

    stands: Stands

    def sign_of(self, letter: tm.Scalar) -> int:
        """What is known of a letter: 2 (> 0), 1 (>= 0), -1, -2, or 0 (nothing)."""
        return 0

    def least_of(self, letter: tm.Scalar) -> int | None:
        """A number that an integer letter is known never to be below."""
        return None

    def is_whole(self, key: Frozen) -> bool:
        """Whether the form of a key shows an integer: integer letters added and multiplied, with integer coefficients."""
        top, bottom = key
        return bottom == UNIT and all(
            q == 1 and all(self.is_integer_letter(number) for number, _ in monomial) for monomial, _, q in top
        )

    def is_integer_letter(self, number: int) -> bool:
        """Whether an atom is a letter for integers, or a whole part."""
        key = self.atoms[number]
        return key[0] == "floor" or (key[0] == "letter" and isinstance(key[1], tm.Variable) and tm.is_integer(key[1]))

    def is_integral(self, value: Quotient) -> bool:
        """Whether the form shows an integer: integers added and multiplied, with integer coefficients."""
        return value.den is None and all(
            coefficient.q == 1 and all(self._integer_atom(number) for number, _ in monomial)
            for monomial, coefficient in self.ring.numerator_terms(value)
        )

    def is_natural(self, value: Quotient) -> bool:
        """Whether the form shows a natural number: an integer that is not below 0 even where it is least."""
        if value.den is not None or not self.is_integral(value):
            return False
        least = self._least(value)
        return least is not None and least >= 0

    def _only_adds(self, value: Quotient) -> bool:
        """Whether the form is one of naturals, added and multiplied."""
        return value.den is None and all(
            coefficient > 0 and coefficient.q == 1 and all(self._least_of(number) is not None for number, _ in monomial)
            for monomial, coefficient in self.ring.numerator_terms(value)
        )

    def least(self, value: Quotient) -> int | None:
        """A natural number that an integer value is never below; None where the form shows none."""
        low = self._least(value)
        return None if low is None or low < 0 else ceil(as_fraction(low))

    def _least(self, value: Quotient) -> fmpq | None:
        """A number that the value is never below; None where the form shows none."""
        if value.den is not None:
            return None
        total = fmpq(0)
        for monomial, coefficient in self.ring.numerator_terms(value):
            if monomial and coefficient < 0:
                return self._least_at_top(value, monomial)
            lows = [self._least_of(number) for number, _ in monomial]
            if None in lows:
                return None
            powers = zip(lows, monomial, strict=True)
            total += coefficient * prod(low**power for low, (_, power) in powers if low is not None)
        return total

    def _least_at_top(self, value: Quotient, monomial: Monomial) -> fmpq | None:
        """The same of a value that falls with an open letter: it is least where the letter is at its top."""
        if len(monomial) != 1 or monomial[0][1] != 1 or (number := monomial[0][0]) not in self.tops:
            return None
        others = [m for m, _ in self.ring.numerator_terms(value) if m != monomial]
        top = self.tops[number]
        if top.den is not None or any(number in self._inside(k) for m in others for k, _ in m):
            return None
        return self._least(self.ring.compose(value, {number: top}))

    def _inside(self, number: int) -> frozenset[int]:
        return self.open_letters(number) | {number}

    def _least_of(self, number: int) -> int | None:
        """A natural number that an atom is never below; None where it is not known to be a natural number."""
        match self.atoms[number]:
            case ("letter", tm.Variable(domain="natural" | "integer", least=stated) as letter):
                bounds = [bound for bound in (self.least_of(letter), stated) if bound is not None and bound >= 0]
                return max(bounds, default=None)
            case ("placeholder" | "bound", _, True):
                return 0
            case ("at", tm.Sequence(item=tm.Variable(domain="natural", least=first)), _):
                return first if first is not None and first >= 0 else None
            case ("power", base, exponent):
                if not self.is_natural(self.ring.thaw(base)) or not self.is_natural(self.ring.thaw(exponent)):
                    return None
                least = self._least(self.ring.thaw(base))
                return 1 if least is not None and least >= 1 else 0
            case ("factorial", _):
                return 1
            case ("binomial", top, _) if self.is_natural(self.ring.thaw(top)):
                return 0
            case ("sum", _, unit, _) if self.ring.as_constant(self.ring.thaw(unit)) == 1:
                return 0
            case _:
                return None

    def _integer_atom(self, number: int) -> bool:
        match self.atoms[number]:
            case ("letter", tm.Variable(domain="integer" | "natural")):
                return True
            case ("at", tm.Sequence(item=tm.Variable(domain="integer" | "natural")), _):
                return True
            case ("floor", _):
                return True
            case ("power", base, exponent):
                return self.is_integral(self.ring.thaw(base)) and self.is_natural(self.ring.thaw(exponent))
            case ("binomial", top, _):
                return self.is_integral(self.ring.thaw(top))
            case _:
                return self._least_of(number) is not None

    def is_no_multiple(self, value: Quotient) -> bool:
        """Whether the form shows a value that is not 0 as a number is no multiple of another: 6*n - 3*k + 1."""
        if value.den is not None:
            return False
        terms = dict(self.ring.numerator_terms(value))
        constant = terms.pop((), fmpq(0))
        if not terms or not all(self._integer_atom(number) for monomial in terms for number, _ in monomial):
            return False
        scale = 1
        for coefficient in (constant, *terms.values()):
            scale = scale * int(coefficient.q) // gcd(scale, int(coefficient.q))
        step = gcd(*(int((coefficient * scale).p) for coefficient in terms.values()))
        return int((constant * scale).p) % step != 0

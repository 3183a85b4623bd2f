"""What the form of a value shows of it as an integer: that it is one, how small it may be, that it is not 0.

An open letter stands for 0, 1, 2, ... and, where its sum ends at a known place, for nothing beyond it (`tops`).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, gcd, lcm, prod
from typing import Any

from .atoms import AtomTable
from .polynomial import UNIT, Monomial
from .rational import Quotient, add, as_constant, composed, constant, subtract, thawed
from .terms import Node

PEEL = 8
"""The most last terms that a sum gives up."""


class Integers(AtomTable):
    """Questions about values as integers."""

    sign: Callable[[Node], int]
    lowest: Callable[[Node], int | None]
    stands: Callable[[str, Quotient], bool]
    peels: bool

    def is_integral(self, value: Quotient) -> bool:
        """Whether the form shows an integer: integers added and multiplied."""
        whole = value.den == UNIT and all(Fraction(c).denominator == 1 for c in value.num.values())
        return whole and all(self._integer_atom(k) for monomial in value.num for k, _ in monomial)

    def is_natural(self, value: Quotient) -> bool:
        """Whether the form shows an integer that is not below 0 even where it is least."""
        least = self._least(value) if self.is_integral(value) else None
        return least is not None and least >= 0

    def only_adds(self, value: Quotient) -> bool:
        """Whether the form is one of naturals, added and multiplied."""
        whole = value.den == UNIT and all(c > 0 and Fraction(c).denominator == 1 for c in value.num.values())
        return whole and all(self._least_of(k) is not None for monomial in value.num for k, _ in monomial)

    def last_places(self, length: Quotient) -> tuple[Quotient, list[Quotient]]:
        """Where sums give up their last terms: a length that may be -1, and the places that are left."""
        rest, shift = self.without_constant(add(length, constant(1)))
        low = self._least(rest) if self.peels and self.is_integral(rest) and shift.denominator == 1 else None
        if low is None or low < 0 or not 0 < ceil(low) + shift <= PEEL:
            return length, []
        kept = subtract(rest, constant(ceil(low)))
        return subtract(kept, constant(1)), [add(kept, constant(k)) for k in range(int(ceil(low) + shift))]

    def _least(self, value: Quotient) -> Any:
        """A number that a value is never below; None where the form shows none."""
        if value.den != UNIT:
            return None
        result: Any = 0
        for monomial, c in value.num.items():
            if monomial and c < 0:
                return self._least_at_top(value, monomial)
            lows = [(self._least_of(k), exponent) for k, exponent in monomial]
            if any(low is None for low, _ in lows):
                return None
            result += c * prod(low**exponent for low, exponent in lows if low is not None)
        return result

    def _least_at_top(self, value: Quotient, monomial: Monomial) -> Any:
        """The same of a value that falls with an open letter: it is least where the letter is at its top."""
        if len(monomial) != 1 or monomial[0][1] != 1 or monomial[0][0] not in self.tops:
            return None
        letter = monomial[0][0]
        others = {k for other in value.num if other != monomial for k, _ in other}
        top = self.tops[letter]
        if top.den != UNIT or any(letter == k or letter in self.open[k] for k in others):
            return None
        return self._least(composed(value, {letter: top}))

    def _least_of(self, k: int) -> int | None:
        """A natural number that an atom is never below; None where it is not known to be a natural number."""
        match self.atoms[k]:
            case ("letter", ("Variable", _, "natural" | "integer", _, stated) as letter):
                bounds = [bound for bound in (self.lowest(letter), stated) if bound is not None and bound >= 0]
                return max(bounds, default=None)
            case ("placeholder" | "bound", _, True):
                return 0
            case ("at", ("Sequence", _, ("Variable", _, "natural", _, first), _, _), _):
                return first if first is not None and first >= 0 else None
            case ("power", base, exponent):
                if not self.is_natural(thawed(base)) or not self.is_natural(thawed(exponent)):
                    return None
                least = self._least(thawed(base))
                return int(least is not None and least >= 1)
            case ("factorial", _):
                return 1
            case ("binomial", top, _) if self.is_natural(thawed(top)):
                return 0
            case ("sum", _, unit, _) if as_constant(thawed(unit)) == 1:
                return 0
        return None

    def _integer_atom(self, k: int) -> bool:
        match self.atoms[k]:
            case ("letter", ("Variable", _, "integer" | "natural", _, _)):
                return True
            case ("at", ("Sequence", _, ("Variable", _, "integer" | "natural", _, _), _, _), _):
                return True
            case ("floor", _):
                return True
            case ("power", base, exponent):
                return self.is_integral(thawed(base)) and self.is_natural(thawed(exponent))
            case ("binomial", top, _):
                return self.is_integral(thawed(top))
        return self._least_of(k) is not None

    def is_no_multiple(self, value: Quotient) -> bool:
        """Whether the form shows a value that is not 0 as a number is no multiple of another: 6*n - 3*k + 1."""
        terms = {monomial: Fraction(c) for monomial, c in value.num.items() if monomial}
        if value.den != UNIT or not terms or not all(self._integer_atom(k) for m in terms for k, _ in m):
            return False
        alone = Fraction(value.num.get((), 0))
        scale = lcm(alone.denominator, *(c.denominator for c in terms.values()))
        return int(alone * scale) % gcd(*(int(c * scale) for c in terms.values())) != 0

    def without_constant(self, value: Quotient) -> tuple[Quotient, Fraction]:
        """A value as another one without a constant term, and a number."""
        shift = Fraction(value.num.get((), 0)) if value.den == UNIT else Fraction(0)
        return subtract(value, constant(shift)), shift

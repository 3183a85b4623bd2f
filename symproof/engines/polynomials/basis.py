"""The polynomial equations among some facts, and their Gröbner basis: what `ideal` combines. Untrusted.

Limits: MOST_EQUATIONS.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.groebner import Basis
from symproof.engines.polynomials.problem import identities, underneath
from symproof.engines.polynomials.readback import Readback
from symproof.trusted import certificate as ct
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient

MOST_EQUATIONS = 12
Combined = tuple[Quotient, dict[int, Quotient]]
"""A combination of equations: its value, and the cofactors by their places."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact as a polynomial: what it says is zero, positive or not zero, times `weight`; without a number, what is zero
    in normal form (sqrt(p)**2 - p), so that a certificate does not speak of it."""

    number: int | None
    kind: str
    value: Quotient
    weight: tm.Scalar | None

    def piece(self, factor: tm.Scalar) -> ct.Piece:
        """The fact times a factor."""
        assert self.number is not None  # what is zero in normal form has no piece
        return ct.Piece(factor if self.weight is None else factor * self.weight, (self.number,))


class Ideal:
    """The equations among some facts, and what is asked of them."""

    def __init__(self, facts: Facts, *asked: Quotient) -> None:
        self.facts = facts
        self.ring = facts.normalizer.ring
        self.back = Readback(facts.normalizer)
        gaps = list(self._gaps())
        self.equations = [gap for gap in gaps if gap.kind == "="][:MOST_EQUATIONS]
        self.others = [gap for gap in gaps if gap.kind != "="]
        if self.equations:
            spoken = self._spoken((*asked, *(gap.value for gap in gaps)))
            self.equations += [Gap(None, "=", value, None) for value in identities(facts.normalizer, spoken)]
        others = [*asked, *(gap.value for gap in self.others)]
        self.basis = Basis(self.ring, [gap.value for gap in self.equations], others)

    def _spoken(self, values: tuple[Quotient, ...]) -> list[int]:
        """The atoms of some polynomials, and of what stands under their roots."""
        found: dict[int, None] = {}
        waiting = [number for value in values for number in self.ring.generators(value)]
        while waiting:
            number = waiting.pop()
            if number not in found:
                waiting += underneath(self.facts.normalizer, number)
            found[number] = None
        return sorted(found)

    def _gaps(self) -> Iterator[Gap]:
        """The facts that are polynomials, times the denominators where those have a sign."""
        for number, fact in enumerate(self.facts.props):
            match fact:
                case st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right):
                    if kind in ("<", "<="):
                        left, right = right, left
                    try:
                        value = self.facts.normalizer.difference(left, right)
                        weight = None if value.den is None else self.back.scalar(Quotient(value.den))
                    except (*NOT_NORMAL, LookupError):
                        continue
                    if weight is not None and kind not in ("=", "!=") and not self.facts.range(weight).is_positive:
                        continue
                    if not self.ring.is_zero(value):
                        yield Gap(number, kind, Quotient(value.num), weight)

    def combination(self, number: int) -> Combined:
        """An equation, or after them a member of the basis; and its cofactors."""
        if number < len(self.equations):
            return self.equations[number].value, {number: self.ring.constant(1)}
        k = number - len(self.equations)
        return self.basis.value(k), self.basis.cofactors(k)

    def pieces(
        self, cofactors: dict[int, Quotient], sign: int = 1, over: Sequence[tm.Scalar] = ()
    ) -> tuple[ct.Piece, ...]:
        """A combination of the equations, its cofactors by their places, written over denominators."""
        written = []
        for place, cofactor in cofactors.items():
            if self.equations[place].number is None:
                continue
            value = cofactor if sign > 0 else self.ring.negative(cofactor)
            written.append(self.equations[place].piece(self.back.over(value, over)))
        return tuple(written)

"""Gröbner bases that remember how they were made: each member is a combination of the given polynomials, cofactors at hand.

Polynomials come as `Quotient` without a denominator, in the generators of one ring; inside they are FLINT's, in the
degree-reverse-lexicographic order of the generators that occur. Untrusted: the kernel multiplies the cofactors again.

Source: Buchberger's algorithm, with the product and the chain of smallest degree first (the normal strategy).
Limits: MOST_MEMBERS, MOST_STEPS, HIGHEST; a basis that was given up is still a set of true combinations.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flint import fmpq_mpoly, fmpq_mpoly_ctx

from symproof.polynomial import Polynomials, Quotient

MOST_MEMBERS, MOST_STEPS, HIGHEST, MOST_TERMS = 40, 1500, 14, 400
Powers = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A polynomial and its cofactors: it is the sum of cofactor times given polynomial."""

    poly: fmpq_mpoly
    cofactors: dict[int, fmpq_mpoly]


class Basis:
    """The ideal of some polynomials; `others` are polynomials that will be asked about."""

    def __init__(
        self,
        ring: Polynomials,
        given: Sequence[Quotient],
        others: Sequence[Quotient] = (),
        expired: Callable[[], bool] = lambda: False,
    ) -> None:
        self._ring = ring
        self._expired = expired
        self._generators = sorted({number for value in (*given, *others) for number in ring.generators(value)})
        self._context = fmpq_mpoly_ctx.get([f"x{k}" for k in self._generators] or ["x"], "degrevlex")
        self._steps = 0
        self.members: list[Member] = []
        self._leads: list[Powers] = []
        self._pairs: list[tuple[int, int, int]] = []
        one = self._context.constant(1)
        for number, value in enumerate(given):
            self._include(Member(self._inside(value), {number: one}))
        self._complete()

    @property
    def is_all(self) -> bool:
        """Whether 1 is in the ideal, as far as was looked."""
        return any(member.poly.is_constant() for member in self.members)

    def combinations(self) -> list[tuple[Quotient, dict[int, Quotient]]]:
        """The members, with their cofactors."""
        return [(self._outside(member.poly), self._cofactors(member)) for member in self.members]

    def reduce(self, value: Quotient) -> tuple[Quotient, dict[int, Quotient]]:
        """What is left of a polynomial modulo the ideal, and cofactors c with value = rest + sum c_k given_k."""
        rest, used = self._reduced(Member(self._inside(value), {}))
        return self._outside(rest), self._cofactors(Member(rest, {number: -c for number, c in used.items()}))

    # Inside ---------------------------------------------------------------------------------------

    def _inside(self, value: Quotient) -> fmpq_mpoly:
        table = {}
        for monomial, coefficient in self._ring.numerator_terms(value):
            powers = dict(monomial)
            table[tuple(powers.get(number, 0) for number in self._generators) or (0,)] = coefficient
        return self._context.from_dict(table)

    def _outside(self, poly: fmpq_mpoly) -> Quotient:
        return self._ring.from_terms(
            (tuple((number, int(e)) for number, e in zip(self._generators, powers, strict=False) if e), coefficient)
            for powers, coefficient in poly.terms()
        )

    def _cofactors(self, member: Member) -> dict[int, Quotient]:
        return {number: self._outside(c) for number, c in member.cofactors.items() if not c.is_zero()}

    def _include(self, member: Member) -> None:
        rest, cofactors = self._reduced(member)
        if rest.is_zero():
            return
        lead = rest.leading_coefficient()
        rest, cofactors = rest / lead, {number: c / lead for number, c in cofactors.items()}
        new, powers = len(self.members), rest.monomial(0)
        for old, other in enumerate(self._leads):
            if any(p and q for p, q in zip(powers, other, strict=True)):  # else the pair reduces to zero
                heapq.heappush(self._pairs, (sum(map(max, powers, other)), old, new))
        self.members.append(Member(rest, cofactors))
        self._leads.append(powers)

    def _complete(self) -> None:
        while self._pairs and len(self.members) < MOST_MEMBERS and not self.is_all:
            degree, i, j = heapq.heappop(self._pairs)
            if degree > HIGHEST or self._steps > MOST_STEPS or self._expired():
                return
            common = tuple(map(max, self._leads[i], self._leads[j]))
            left, right = (self._shifted(k, common) for k in (i, j))
            self._include(_minus(left, right))

    def _shifted(self, k: int, powers: Powers) -> Member:
        """A member times the monomial that gives it the leading powers."""
        factor = self._context.from_dict({tuple(p - q for p, q in zip(powers, self._leads[k], strict=True)): 1})
        member = self.members[k]
        return Member(member.poly * factor, {number: c * factor for number, c in member.cofactors.items()})

    def _reduced(self, member: Member) -> tuple[fmpq_mpoly, dict[int, fmpq_mpoly]]:
        """The remainder, and its cofactors."""
        rest, cofactors = member.poly, dict(member.cofactors)
        done = self._context.constant(0)
        while not rest.is_zero() and self._steps <= MOST_STEPS and len(rest) <= MOST_TERMS:
            powers, coefficient = rest.monomial(0), rest.coefficient(0)
            divisor = next((k for k, lead in enumerate(self._leads) if _divides(lead, powers)), None)
            if divisor is None:
                term = self._context.from_dict({tuple(map(int, powers)): coefficient})
                done, rest = done + term, rest - term
                continue
            self._steps += 1
            shifted = self._shifted(divisor, powers)
            rest = rest - coefficient * shifted.poly
            for number, c in shifted.cofactors.items():
                cofactors[number] = cofactors.get(number, 0) - coefficient * c
        return done + rest, cofactors


def _minus(left: Member, right: Member) -> Member:
    cofactors = dict(left.cofactors)
    for number, c in right.cofactors.items():
        cofactors[number] = cofactors[number] - c if number in cofactors else -c
    return Member(left.poly - right.poly, cofactors)


def _divides(lead: Powers, powers: Powers) -> bool:
    return all(p <= q for p, q in zip(lead, powers, strict=True))

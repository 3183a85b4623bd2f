"""Gröbner bases that remember how they were made: each member is a combination of the given polynomials, cofactors at hand.

Polynomials come as `Quotient` without a denominator, in the generators of one ring; inside they are FLINT's, in the
degree-reverse-lexicographic order of the generators that occur. Untrusted: the kernel multiplies the cofactors again.

Source: Buchberger's algorithm, with the product and the chain of smallest degree first (the normal strategy).
Limits: MOST_MEMBERS, MOST_STEPS, MOST_WRITTEN, HIGHEST; a basis that was given up is still a set of true combinations.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import le

from flint import fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from symproof.trusted.polynomial import MAX_DEGREE, Polynomials, Quotient

MOST_MEMBERS, MOST_STEPS, HIGHEST, MOST_TERMS = 40, 1500, 14, 400
MOST_WRITTEN = 20_000
"""Terms of all members and their cofactors together."""
MOST_FACTORED = 120
"""Terms of a member that is factored: a longer one is seldom a product, and takes its time to say so."""
Powers = tuple[int, ...]
Table = tuple[tuple[Powers, int, int], ...]
"""A polynomial: of each term the powers, the numerator and the denominator."""


@dataclass(frozen=True, slots=True)
class Member:
    """A polynomial and its cofactors: it is the sum of cofactor times given polynomial."""

    poly: fmpq_mpoly
    cofactors: dict[int, fmpq_mpoly]


class Basis:
    """The ideal of some polynomials; `others` are polynomials that will be asked about."""

    def __init__(self, ring: Polynomials, given: Sequence[Quotient], others: Sequence[Quotient] = ()) -> None:
        self._ring = ring
        self._generators = sorted({number for value in (*given, *others) for number in ring.generators(value)})
        self._completion = _completed(tuple(map(self._inside, given)), len(self._generators))

    @property
    def is_all(self) -> bool:
        """Whether 1 is in the ideal, as far as was looked."""
        return self._completion.is_all

    def __len__(self) -> int:
        """How many members there are; they are asked for by their number."""
        return len(self._completion.members)

    def degree(self, k: int) -> int:
        """The degree of a member."""
        return int(self._completion.members[k].poly.total_degree())

    def value(self, k: int) -> Quotient:
        """A member."""
        return self._outside(self._completion.members[k].poly)

    def cofactors(self, k: int) -> dict[int, Quotient]:
        """The cofactors of a member."""
        return self._written(self._completion.members[k].cofactors)

    def factors(self, k: int) -> list[Quotient]:
        """The irreducible factors of a member that is not irreducible, each once."""
        return list(map(self._outside, self._completion.factors(k)))

    def cofactors_of(self, value: Quotient) -> dict[int, Quotient] | None:
        """Cofactors c with value = sum c_k given_k; None where the polynomial is not seen to be in the ideal."""
        rest, used = self._completion.divide(self._inside(value))
        return self._written(used) if rest.is_zero() else None

    def reduce(self, value: Quotient) -> tuple[Quotient, dict[int, Quotient]]:
        """What is left of a polynomial modulo the ideal, and cofactors c with value = rest + sum c_k given_k."""
        rest, used = self._completion.divide(self._inside(value))
        return self._outside(rest), self._written(used)

    def _inside(self, value: Quotient) -> Table:
        table = []
        for monomial, c in self._ring.numerator_terms(value):
            powers = dict(monomial)
            table.append((tuple([powers.get(number, 0) for number in self._generators]), int(c.p), int(c.q)))
        return tuple(table)

    def _outside(self, poly: fmpq_mpoly) -> Quotient:
        return self._ring.from_terms(
            (tuple([(number, int(e)) for number, e in zip(self._generators, powers, strict=True) if e]), coefficient)
            for powers, coefficient in poly.terms()
        )

    def _written(self, cofactors: dict[int, fmpq_mpoly]) -> dict[int, Quotient]:
        return {number: self._outside(c) for number, c in cofactors.items() if not c.is_zero()}


class Completion:
    """Polynomials in numbered generators, and more of their combinations by Buchberger's algorithm."""

    def __init__(self, given: tuple[Table, ...], size: int) -> None:
        self._context = fmpq_mpoly_ctx.get([f"x{k}" for k in range(size)], "degrevlex")
        self._steps = self._written = 0
        self.members: list[Member] = []
        self._leads: list[Powers] = []
        self._pairs: list[tuple[int, int, int]] = []
        self._factored: dict[int, list[fmpq_mpoly]] = {}
        one = self._context.constant(1)
        for number, table in enumerate(given):
            self._include(Member(self._read(table), {number: one}))
        self._complete()

    @property
    def is_all(self) -> bool:
        """Whether 1 is a member."""
        return any(member.poly.is_constant() for member in self.members)

    def factors(self, k: int) -> list[fmpq_mpoly]:
        """The irreducible factors of a member; none where it is irreducible, or long."""
        if k not in self._factored:
            poly = self.members[k].poly
            long = len(poly) > MOST_FACTORED or poly.total_degree() > MAX_DEGREE
            found = [] if long else poly.factor()[1]
            self._factored[k] = [] if len(found) == 1 and found[0][1] == 1 else [factor for factor, _ in found]
        return self._factored[k]

    def divide(self, table: Table) -> tuple[fmpq_mpoly, dict[int, fmpq_mpoly]]:
        """The remainder of a polynomial, and the cofactors of what was taken from it."""
        rest, used, _ = self._reduced(Member(self._read(table), {}))
        return rest, {number: -c for number, c in used.items()}

    def _read(self, table: Table) -> fmpq_mpoly:
        return self._context.from_dict({powers: fmpq(p, q) for powers, p, q in table})

    def _include(self, member: Member) -> None:
        rest, cofactors, steps = self._reduced(member)
        self._steps += steps
        if rest.is_zero():
            return
        lead = rest.leading_coefficient()
        rest, cofactors = rest / lead, {number: c / lead for number, c in cofactors.items()}
        new, powers = len(self.members), tuple(map(int, rest.monomial(0)))
        for old, other in enumerate(self._leads):
            if any(p and q for p, q in zip(powers, other, strict=True)):  # else the pair reduces to zero
                heapq.heappush(self._pairs, (sum(map(max, powers, other)), old, new))
        self.members.append(Member(rest, cofactors))
        self._leads.append(powers)
        self._written += len(rest) + sum(map(len, cofactors.values()))

    def _complete(self) -> None:
        while self._pairs and len(self.members) < MOST_MEMBERS and not self.is_all:
            degree, i, j = heapq.heappop(self._pairs)
            if degree > HIGHEST or self._steps > MOST_STEPS or self._written > MOST_WRITTEN:
                return
            common = tuple(map(max, self._leads[i], self._leads[j]))
            left, right = (self._shifted(k, common) for k in (i, j))
            self._include(_minus(left, right))

    def _shifted(self, k: int, powers: Powers) -> Member:
        """A member times the monomial that gives it the leading powers."""
        factor = self._context.from_dict({tuple(p - q for p, q in zip(powers, self._leads[k], strict=True)): 1})
        member = self.members[k]
        return Member(member.poly * factor, {number: c * factor for number, c in member.cofactors.items()})

    def _reduced(self, member: Member) -> tuple[fmpq_mpoly, dict[int, fmpq_mpoly], int]:
        """The remainder, its cofactors, and in how many steps."""
        rest, cofactors, steps = member.poly, dict(member.cofactors), 0
        done = self._context.constant(0)
        while not rest.is_zero() and steps <= MOST_STEPS and len(rest) <= MOST_TERMS:
            powers, coefficient = tuple(map(int, rest.monomial(0))), rest.coefficient(0)
            divisor = next((k for k, lead in enumerate(self._leads) if all(map(le, lead, powers))), None)
            if divisor is None:
                term = self._context.from_dict({powers: coefficient})
                done, rest = done + term, rest - term
                continue
            steps += 1
            shifted = self._shifted(divisor, powers)
            rest = rest - coefficient * shifted.poly
            for number, c in shifted.cofactors.items():
                cofactors[number] = cofactors.get(number, 0) - coefficient * c
        return done + rest, cofactors, steps


@lru_cache(maxsize=64)
def _completed(given: tuple[Table, ...], size: int) -> Completion:
    """The completion of polynomials in so many generators; remembered, as the cases of a search ask for the same."""
    return Completion(given, size)


def _minus(left: Member, right: Member) -> Member:
    cofactors = dict(left.cofactors)
    for number, c in right.cofactors.items():
        cofactors[number] = cofactors[number] - c if number in cofactors else -c
    return Member(left.poly - right.poly, cofactors)

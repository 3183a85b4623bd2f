"""An order with its denominators and its factors of known sign taken away, and back: the polynomial that is left is
what the search of certificates is about.

Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.cofactors import cofactors
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.problem import raised, short_product
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations
from symproof.engines.search import Search, Step, state
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts
from symproof.trusted.polynomial import Quotient, as_fraction

DEEPEST = 5
"""Signs of factors are proved where the goal is not deeper than this in a search."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """large - small = weight * rest, the weight of known sign under `facts`: those before and what was stated."""

    facts: Facts
    stated: tuple[Step, ...]
    weight: tm.Scalar
    rest: Quotient
    strict: bool
    given: int
    """How many of the facts speak of no denominator."""

    def whole(self, fact: st.Relation, proof: Certificate, rest: Certificate) -> Certificate:
        """A certificate of the goal from a proof of a fact, whose number is `number`, and from how it follows."""
        return state((*self.stated, (fact, proof)), rest)

    @property
    def number(self) -> int:
        """The number of the next fact that is stated."""
        return len(self.facts.props)

    def from_rest(self, over: tm.Scalar = ONE) -> Certificate:
        """How the goal follows from the next fact, that over * rest is >= 0 (> 0), with `over` > 0."""
        weight = self.weight if over == ONE else tm.Div(self.weight, over)
        return ct.Combination((ct.Piece(weight, (self.number,)),))

    def at_sight(self) -> Certificate | None:
        """A certificate where nothing is left but the weight."""
        left = self.facts.normalizer.ring.as_constant(self.rest)
        if left is None or left < 0 or (left == 0 and self.strict):
            return None
        return state(self.stated, ct.Combination((ct.Piece(self.weight),)))

    def at_zeros(self, over: tm.Scalar, zeros: Sequence[tuple[tm.Scalar, tm.Scalar]]) -> Certificate:
        """Likewise where `over` is 0 if all of some terms are: rest = sum of term * cofactor."""
        pieces = tuple(
            ct.Piece(short_product([self.weight, cofactor]), (self.number + 1 + k,))
            for k, (_, cofactor) in enumerate(zeros)
        )
        found: Certificate = ct.Combination(pieces)
        for term, _ in reversed(zeros):
            found = ct.Cases(st.Relation("!=", term, ZERO), self.from_rest(over), found)
        return found


def cleared(search: Search, facts: Facts, goal: st.Relation) -> Cleared | None:
    """What is left of an order to be proved; None where its denominator is of unknown sign."""
    ends = oriented(goal)
    if ends is None:
        return None
    small, large, strict = ends
    facts, stated = cofactors(facts)
    given = len(facts.props)
    value = facts.normalizer.difference(large, small)
    ring = facts.normalizer.ring
    if ring.is_zero(value):
        return None
    back = Readback(facts.normalizer)
    constant, factors = ring.factors(value)
    positive = constant > 0
    number = abs(as_fraction(constant))
    below: list[tm.Scalar] = []
    for prop, proof in _radicands(search, facts, back, value):
        stated.append((prop, proof))
        facts = facts.extended([prop])
    if value.den is not None:
        lead, parts = ring.factors(Quotient(value.den))
        positive = positive == (lead > 0)
        number /= abs(as_fraction(lead))
        for part, power in parts:
            term = back.scalar(part)
            sign = _sign(facts, term, strict=True)
            if not sign and power % 2 == 0 and facts.evident(st.Relation("!=", term, ZERO)):
                facts, proofs = positive_power(facts, term, power)
                stated += proofs
                sign = 1  # of this power
            if not sign:
                found = _proved_sign(search, facts, term)
                if found is None:
                    return None
                sign, proof = found
                prop = st.Relation("<" if sign > 0 else ">", ZERO, term)
                stated.append((prop, proof))
                facts = facts.extended([prop])
            below.append(raised(term if sign > 0 else tm.Neg(term), power))
            positive = positive == (sign > 0 or power % 2 == 0)
    opposed = positive != (constant > 0)
    above: list[tm.Scalar] = []
    rest = ring.constant(1)
    for part, power in factors:
        term = back.scalar(part)
        sign = _sign(facts, term, strict=strict)
        if sign:
            above.append(raised(term if sign > 0 else tm.Neg(term), power))
            positive = positive == (sign > 0 or power % 2 == 0)
            continue
        if strict and power > 1:
            if not facts.evident(st.Relation("!=", term, ZERO)):
                return None
            facts, proofs = positive_power(facts, term, power - power % 2)
            stated += proofs
        if power > 1:
            above.append(raised(term, power - power % 2))
        if power % 2:
            rest = ring.multiply(rest, part)
    weight = short_product([*([] if number == 1 else [tm.Number(number)]), *above])
    weight = tm.Div(weight, short_product(below)) if below else weight
    rest = rest if positive else ring.negative(rest)
    if (ring.as_constant(rest) or 0) < 0:  # -(x - y)**2 may still be >= 0: where an equation says that x = y
        if not any(True for _ in equations(facts, vectors=False)):
            return None
        scale = abs(as_fraction(constant)) / number
        weight = tm.Div(ONE, short_product([tm.Number(scale), *below]))
        rest = ring.negative(Quotient(value.num)) if opposed else Quotient(value.num)
    if stated:  # what is read under other facts has a table of atoms of its own
        rest = facts.normalizer.scalar(back.scalar(rest))
    return Cleared(facts, tuple(stated), weight, rest, strict, given)


def _radicands(search: Search, facts: Facts, back: Readback, value: Quotient) -> Iterator[tuple[st.Prop, Certificate]]:
    """That what stands under a root is >= 0, where its normal form does not show it: (x - y)**2 is x**2 - 2*x*y + y**2 there."""
    normalizer = facts.normalizer
    for number in normalizer.ring.generators(value):
        if normalizer.atoms[number][0] == "root" and search.depth <= DEEPEST:
            for prop in definedness(back.atom(number)):
                proof = None if facts.evident(prop) else search.prove(facts, prop)
                if proof is not None:
                    yield prop, proof


def positive_power(facts: Facts, term: tm.Scalar, power: int) -> tuple[Facts, list[Step]]:
    """The facts with 0 < term**power, for an even power of what is seen not to be 0."""
    nonzero = st.Relation("!=", term, ZERO)
    number = len(facts.props)
    side = ct.Combination((ct.Piece(ONE, (number + 1,) * power),))  # of what is > 0: -term, then term
    positive = st.Relation("<", ZERO, raised(term, power))
    proofs: list[Step] = [
        (nonzero, ct.Evident()),
        (positive, ct.Alternatives(number, (side, side))),
    ]
    return facts.extended([nonzero, positive]), proofs


def _sign(facts: Facts, term: tm.Scalar, *, strict: bool) -> int:
    known = facts.range(term)
    if known.is_positive if strict else known.is_nonnegative:
        return 1
    return -1 if (known.is_negative if strict else known.is_nonpositive) else 0


def _proved_sign(search: Search, facts: Facts, term: tm.Scalar) -> tuple[int, Certificate] | None:
    if search.depth > DEEPEST:
        return None
    for sign in (1, -1):
        proof = search.prove(facts, st.Relation("<" if sign > 0 else ">", ZERO, term))
        if proof is not None:
            return sign, proof
    return None

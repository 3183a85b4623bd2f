"""Squares of integers: n**2 >= n and n**2 >= -n, which does not hold of all real numbers, stated for the letters whose square an
order speaks of, and times what stands beside it where that is not negative. So n*(n - 1)*x**3 >= 0 for x >= 0. And for factors of
the difference that are neighbours: (a - b)*(a - b - 1) >= 0.

Untrusted.
"""

from __future__ import annotations

from itertools import permutations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.engines.stated import Stated
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST, MOST_PARTS = 3, 6


def consecutive(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order, once it is known that products of neighbouring integers are not negative."""
    if goal.kind in ("=", "!=") or not isinstance(goal.left, tm.Scalar):
        return None
    stated = Stated(facts)
    for n, rest in (_neighbours(facts, goal) + _squared(facts, goal))[:MOST]:
        for sign in (1, -1):
            law = st.Relation(">=", n**2, n if sign > 0 else -n)
            if not stated.facts.evident(law):
                stated.add(law, _proof(n, sign, len(stated.facts.props)))
            if rest != ONE and facts.range(rest).is_nonnegative and law in stated.facts.props:
                times = st.Relation(">=", n**2 * rest, (n if sign > 0 else -n) * rest)
                stated.add(times, ct.Combination((ct.Piece(rest, (stated.facts.props.index(law),)),)))
    return stated.then(search.without(consecutive).prove(stated.facts, goal) if stated else None)


def _neighbours(facts: Facts, goal: st.Relation) -> list[tuple[tm.Scalar, tm.Scalar]]:
    """Factors n of the difference beside which n - 1 stands, and what else does, where it is no number."""
    normalizer, back = facts.normalizer, Readback(facts.normalizer)
    ring = normalizer.ring
    try:
        gap = normalizer.difference(tm.scalar(goal.left), tm.scalar(goal.right))
        parts = [part for part, power in ring.factors(gap)[1] if power % 2] if gap.den is None else []
        found = []
        for part, other in permutations(parts[:MOST_PARTS], 2):
            if ring.as_constant(ring.subtract(part, other)) == 1 and tm.is_integer(n := back.scalar(part)):
                rest = ring.quotient(gap, ring.multiply(part, other))
                positive = facts.range(back.scalar(rest)).is_nonnegative
                found.append((n, back.scalar(rest if positive else ring.negative(rest))))
    except (*NOT_NORMAL, LookupError):
        return []
    return found


def _squared(facts: Facts, goal: st.Relation) -> list[tuple[tm.Scalar, tm.Scalar]]:
    """The integer letters whose square stands in a monomial of the goal, and what else does."""
    normalizer = facts.normalizer
    try:
        gap = normalizer.difference(tm.scalar(goal.left), tm.scalar(goal.right))
        found: list[tuple[tm.Scalar, tm.Scalar]] = []
        for monomial, _ in normalizer.ring.numerator_terms(gap):
            for number, power in monomial:
                match normalizer.atoms[number]:
                    case ("letter", tm.Variable() as letter) if power == 2 and tm.is_integer(letter):
                        rest = [((tuple(each for each in monomial if each[0] != number)), 1)]
                        found.append((letter, Readback(normalizer).scalar(normalizer.ring.from_terms(rest))))
    except (*NOT_NORMAL, LookupError):
        return []
    return found


def _proof(n: tm.Scalar, sign: int, number: int) -> Certificate:
    """n**2 >= n, or n**2 >= -n: where n has the other sign a square is added, and elsewhere |n| >= 1."""
    kind, one = ("<=", st.Relation(">=", n, ONE)) if sign > 0 else (">=", st.Relation("<=", n, -ONE))
    square = ct.Combination((ct.Piece(n**2, ()), ct.Piece(ONE, (number,))))
    apart = ct.Have(one, ct.Evident(), ct.Combination((ct.Piece(ONE, (number, number + 1)),)))
    return ct.Cases(st.Relation(kind, n, ZERO), square, apart)

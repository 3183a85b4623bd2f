"""Orders by what hypotheses leave room for: where c <= b, b is c + s with s >= 0, and a polynomial that has no negative term in
such letters is one of what is >= 0.

From |u| <= B and |v| <= R: |u|^2 + k |v|^2 <= B^2 + k R^2, for any k >= 0 and any number of other letters. Each hypothesis puts
one letter in other words, so no cases are told apart; `orderings` does that, with few letters. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Monomial, Polynomials, Quotient, as_fraction
from symproof.trusted.rejected import Rejected

MOST_ROOMS, MOST_FACTS, MOST_EQUATIONS, MOST_TERMS = 6, 16, 4, 120


@dataclass(frozen=True, slots=True)
class Room:
    """What a hypothesis leaves: the letter that stands for it, and the number of the hypothesis."""

    letter: int
    fact: int
    strict: bool


def slack(_: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that has no negative term, once hypotheses put the larger of two letters in words of the smaller one; as it
    stands, or with what equations say that its letters are."""
    ends = oriented(goal)
    if ends is None:
        return None
    equal = [
        number
        for number, fact in enumerate(facts.props)
        if st.is_equation(fact) and isinstance(fact.left, tm.Variable)
        if fact.left in goal.free and fact.left not in fact.right.free
    ]
    return _from_rooms(facts, ends, ()) or (_from_rooms(facts, ends, tuple(equal[:MOST_EQUATIONS])) if equal else None)


def _from_rooms(facts: Facts, ends: tuple[tm.Scalar, tm.Scalar, bool], rewrites: tuple[int, ...]) -> Certificate | None:
    """The larger side less the smaller one as weights times hypotheses."""
    small, large, strict = ends
    rooms: list[Room] = []
    try:
        normalizer = rewriting(facts, rewrites)
        value = normalizer.difference(large, small)
        bottom = ONE if value.den is None else Readback(normalizer).scalar(Quotient(value.den))
        if bottom != ONE and not facts.evident(st.Relation(">", bottom, ZERO)):
            return None
        value = _in_rooms(facts, normalizer, Quotient(value.num), rooms)
        pieces = _pieces(facts, normalizer, value, rooms, bottom, strict=strict)
        return None if pieces is None else ct.Combination(pieces, rewrites)
    except (*NOT_NORMAL, LookupError, Rejected):
        return None
    finally:
        for room in rooms:
            normalizer.release(room.letter)


def _in_rooms(facts: Facts, normalizer: Normalizer, value: Quotient, rooms: list[Room]) -> Quotient:
    """A polynomial with letters replaced by what hypotheses say that they are at least, and room: each time by the hypothesis
    that leaves the fewest negative terms. `rooms` are filled."""
    ring = normalizer.ring
    gaps: dict[int, tuple[Quotient, bool]] = {}
    for number, fact in enumerate(facts.props):
        ends = oriented(fact) if isinstance(fact, st.Relation) else None
        with suppress(*NOT_NORMAL, LookupError):  # what has no normal form leaves no room
            if ends is not None and len(gaps) < MOST_FACTS:
                gap = normalizer.difference(ends[1], ends[0])
                gaps |= {number: (gap, ends[2])} if gap.den is None else {}
    while (negative := _negative(ring, value)) and len(rooms) < MOST_ROOMS:
        letter, rest = normalizer.placeholder(natural=True)
        best: tuple[int, int, dict[int, Quotient], Quotient] | None = None
        for number, (gap, _) in gaps.items():
            for atom, factor in _lowest(ring, gap, value, rooms):
                larger = ring.add(ring.multiply(ring.inverse(factor), ring.subtract(rest, gap)), ring.generator(atom))
                after = normalizer.reduce(ring.compose(value, {atom: larger}))
                count = _negative(ring, after)
                if count <= 2 * negative and (best is None or count < best[0]):
                    best = count, number, {atom: larger}, after
        if best is None:
            normalizer.release(letter)
            break
        _, number, replaced, value = best
        rooms.append(Room(letter, number, gaps.pop(number)[1]))
        gaps = {k: (ring.compose(gap, replaced), strict) for k, (gap, strict) in gaps.items()}
    return value


def _negative(ring: Polynomials, value: Quotient) -> int:
    """How many terms of a polynomial have a negative factor."""
    return sum(factor < 0 for _, factor in ring.numerator_terms(value))


def _lowest(ring: Polynomials, gap: Quotient, value: Quotient, rooms: list[Room]) -> Iterator[tuple[int, Quotient]]:
    """The letters of a polynomial of which a hypothesis, gap >= 0, says that they are at least something without them; and their
    factors in it."""
    terms = ring.numerator_terms(gap)
    inside = set(ring.generators(value)) - {room.letter for room in rooms}
    for monomial, factor in terms:
        if len(monomial) == 1 and monomial[0][1] == 1 and factor > 0 and monomial[0][0] in inside:
            atom = monomial[0][0]
            if sum(atom == k for other, _ in terms for k, _ in other) == 1:
                yield atom, ring.constant(as_fraction(factor))


def _pieces(
    facts: Facts, normalizer: Normalizer, value: Quotient, rooms: list[Room], bottom: tm.Scalar, *, strict: bool
) -> tuple[ct.Piece, ...] | None:
    """The terms of a polynomial as weights times hypotheses; None where a term may be negative."""
    ring = normalizer.ring
    terms = ring.numerator_terms(value)
    if not rooms or value.den is not None or len(terms) > MOST_TERMS:
        return None
    numbers = {room.letter: room for room in rooms}
    back = Readback(normalizer)
    pieces: list[ct.Piece] = []
    positive = False
    for monomial, factor in terms:
        others: Monomial = tuple(each for each in monomial if each[0] not in numbers)
        used = [numbers[k] for k, power in monomial if k in numbers for _ in range(power)]
        weight = back.scalar(ring.from_terms([(others, factor)]))
        weight = weight if bottom == ONE else weight / bottom
        if factor < 0 or not facts.evident(st.Relation(">=", weight, ZERO)):
            return None
        pieces.append(ct.Piece(weight, tuple(room.fact for room in used)))
        above = all(room.strict for room in used) and facts.evident(st.Relation(">", weight, ZERO))
        positive = positive or above
    return tuple(pieces) if positive or not strict else None

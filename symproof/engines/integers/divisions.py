"""Whole parts of quotients whose denominators are no numbers, floor(n/m), and of whole parts: the remainder of n by m.

q = floor(a/b) is the integer with b*q <= a < b*q + b, where b > 0. Two of them whose arguments differ by an integer do so too;
and k <= floor(x) is k <= x for an integer k, as floor(x) < k is x < k, which takes a whole part out of another. Untrusted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback, in_normal_form
from symproof.engines.search import Search, Step, state, sum_of_facts
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST_PARTS, DEEPEST = 5, 5
QUICK = ("positivity", "linear", "inequality")


def divisions(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation that speaks of whole parts, from what they are between and how far they are apart."""
    if not isinstance(goal.left, tm.Scalar) or not goal.mentions(tm.Floor):
        return None
    said = [goal, *(fact for fact in facts.props if isinstance(fact, st.Relation))]
    parts = list(dict.fromkeys(part for prop in said for part in prop.subterms() if isinstance(part, tm.Floor)))
    quick = search.aside(search.named(*QUICK))
    table = Table(quick, facts)
    try:
        if len(parts) > MOST_PARTS or not all(map(table.take, reversed(parts))):
            return None
        if not table.is_called_for and not any(isinstance(side, tm.Floor) for side in (goal.left, goal.right)):
            return None
        table.compare()
        found = _relation(table, goal)
        if found is None and table.is_called_for:
            found = search.go_on(divisions, table.known, goal)
    except (*NOT_NORMAL, LookupError):
        return None
    return state(table.stated, found)


@dataclass
class Table:
    """What is stated of whole parts, each with its proof, and by what the numerator of each is divided."""

    search: Search
    known: Facts
    stated: list[Step] = field(default_factory=list)
    below: dict[tm.Floor, int] = field(default_factory=dict)
    """The number of the fact floor(x) <= x; the one after it is x < floor(x) + 1."""
    is_called_for: bool = False
    """Whether a denominator is no number, or a whole part stands in another."""

    def say(self, prop: st.Relation, proof: Certificate | None) -> bool:
        """State what was proved."""
        if proof is not None:
            self.stated.append((prop, proof))
            self.known = self.known.extended([prop])
        return proof is not None

    def over(self, term: tm.Scalar) -> tuple[tm.Scalar, tm.Scalar] | None:
        """Numerator and denominator, where that is a positive number or is seen to be positive."""
        normalizer = self.known.normalizer
        value, back = normalizer.scalar(term), Readback(normalizer)
        bottom = normalizer.ring.denominator(value)
        written = back.scalar(bottom)
        if not self.known.evident(st.Relation(">", written, ZERO)):
            return None
        return back.scalar(normalizer.ring.multiply(value, bottom)), written

    def take(self, part: tm.Floor) -> bool:
        """State what a whole part lies between, and the same times its denominator."""
        if (found := self.over(part.arg)) is None:
            return False
        top, bottom = found
        self.is_called_for |= bool(bottom.free) or part.arg.mentions(tm.Floor)
        self.below[part] = number = len(self.known.props)
        self.say(part <= part.arg, ct.Law("floor_below", (part.arg,), ct.Evident()))
        self.say(part.arg < part + ONE, ct.Law("floor_above", (part.arg,), ct.Evident()))
        if bottom.free:
            self.say(bottom * part <= top, ct.Combination((ct.Piece(bottom, (number,)),)))
            self.say(top < bottom * part + bottom, ct.Combination((ct.Piece(bottom, (number + 1,)),)))
        return True

    def compare(self) -> None:
        """State how far those are apart whose arguments differ by an integer."""
        normalizer = self.known.normalizer
        for one, other in combinations(self.below, 2):
            gap = normalizer.difference(one.arg, other.arg)
            if normalizer.is_whole(normalizer.ring.freeze(gap)):
                moved = other + Readback(normalizer).scalar(gap)
                first = self.less(one, moved, self.below[one], self.below[other] + 1)
                second = self.less(moved, one, self.below[one] + 1, self.below[other])
                self.say(st.Relation("=", one, moved), ct.Between(first, second))

    def less(self, small: tm.Scalar, large: tm.Scalar, *numbers: int) -> Certificate:
        """small <= large of integers, as facts that are added give small < large + 1."""
        beyond = small < large + ONE
        return ct.Have(beyond, sum_of_facts(*numbers), ct.Evident())


def _relation(table: Table, goal: st.Relation) -> Certificate | None:
    """An order, or an equation by two, in which a side is a whole part."""
    if not any(isinstance(side, tm.Floor) for side in (goal.left, goal.right)):
        return None
    small, large = tm.scalar(goal.left), tm.scalar(goal.right)
    if goal.kind == "=":
        first = _at_most(table, small, large, DEEPEST)
        second = None if first is None else _at_most(table, large, small, DEEPEST)
        return None if first is None or second is None else ct.Between(first, second)
    ends = oriented(goal)
    return None if ends is None or ends[2] else _at_most(table, ends[0], ends[1], DEEPEST)


def _at_most(table: Table, small: tm.Scalar, large: tm.Scalar, depth: int) -> Certificate | None:
    """small <= large: at sight, times the denominators, or without the whole part that a side is."""
    claim = small <= large
    if (found := table.search.prove(table.known, claim)) is not None or depth == 0:
        return found
    number = len(table.known.props)
    if isinstance(large, tm.Floor) and tm.is_integer(small):
        if (proof := _at_most(table, small, large.arg, depth - 1)) is not None:
            return ct.Have(small <= large.arg, proof, table.less(small, large, number, table.below[large] + 1))
    gap = table.over(large - small)
    if gap is not None and gap[1].free:
        bottom = gap[1]
        fewer, more = (_times(table, side, bottom) for side in (small, large))
        if (proof := _at_most(table, fewer, more, depth - 1)) is not None:
            divided = ct.Combination((ct.Piece(ONE / bottom, (number,)),))
            return ct.Have(fewer <= more, proof, divided)
    if isinstance(small, tm.Floor):
        if (proof := _at_most(table, small.arg, large, depth - 1)) is not None:
            pieces = ct.Piece(ONE, (number,)), ct.Piece(ONE, (table.below[small],))
            return ct.Have(small.arg <= large, proof, ct.Combination(pieces))
    return None


def _times(table: Table, term: tm.Scalar, factor: tm.Scalar) -> tm.Scalar:
    """A product as its normal form is written."""
    normalizer = table.known.normalizer
    return in_normal_form(normalizer, term * factor)

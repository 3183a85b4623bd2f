"""Claims that an induction reaches only together with others.

A claim about a recurrence over several steps goes with the same claim at the places between; a sum over a sequence that is
arithmetic or geometric, with its next term; a claim that holds products and sums of terms >= 0, with the signs of these
sums; one of a**n and b**n, with which of them is larger. All of it is proved by one induction.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import growing, induct
from symproof.engines.search import Search
from symproof.substitution import substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST_STEPS, MOST_POWERS = 4, 4


def strengthened(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal by an induction that shows more."""
    if search.inductions:
        return None
    for n in growing(goal):
        for more in _beside(goal, facts, n):
            both = st.And((*more, goal))
            proof = induct(search, facts, both, n)
            if proof is not None:
                return ct.Have(both, proof, ct.Evident())
    return None


def _beside(goal: st.Relation, facts: Facts, n: tm.Variable) -> Iterator[tuple[st.Prop, ...]]:
    """What may stand beside the goal."""
    order = max((_order(fact, goal) for fact in facts.props if isinstance(fact, st.Each)), default=1)
    if 1 < order <= MOST_STEPS:
        yield tuple(substitute(goal, {n: n + step}) for step in range(1, order))
    sums = [total for total in dict.fromkeys(goal.outer(tm.Sum)) if n in total.high.free]
    laws = [law for total in sums for fact in facts.props if (law := _next_term(fact, total)) is not None]
    if laws:
        yield tuple(dict.fromkeys(laws))
    multiplied = goal.mentions(tm.Product) or any(map(_multiplies_sums, goal.subterms()))
    if sums and goal.kind in st.ORDERS and multiplied:
        yield tuple(st.Relation(">=", total, ZERO) for total in sums)
    if goal.kind in ("<", "<=", ">", ">=") and (orders := tuple(_orders_of_powers(goal, facts, n))):
        yield orders


def _orders_of_powers(goal: st.Relation, facts: Facts, n: tm.Variable) -> Iterator[st.Prop]:
    """b**n <= a**n for powers in the goal, where 0 <= b <= a is evident."""
    found = dict.fromkeys(part for part in goal.subterms() if isinstance(part, tm.Pow) and n in part.exponent.free)
    for large, small in permutations(list(found)[:MOST_POWERS], 2):
        ordered = st.Relation("<=", small.base, large.base)
        if small.exponent == large.exponent and n not in small.base.free | large.base.free and facts.evident(ordered):
            if facts.evident(st.Relation(">=", small.base, ZERO)):
                yield st.Relation("<=", small, large)


def _multiplies_sums(term: tm.Term) -> bool:
    """Whether a term is a product or a power of sums."""
    match term:
        case tm.Mul(args):
            return sum(arg.mentions(tm.Sum) for arg in args) > 1
        case tm.Pow(base, _):
            return base.mentions(tm.Sum)
    return False


def _order(fact: st.Each, goal: st.Prop) -> int:
    """How many steps a recurrence for a sequence of the goal goes back."""
    if not st.is_equation(fact.body):
        return 1
    places = [
        each.index
        for each in fact.body.subterms()
        if isinstance(each, (tm.ScalarAt, tm.VectorAt)) and each.sequence in goal.free
    ]
    steps = [step for place in places if (step := _step(place, fact.symbol)) is not None]
    return max(steps) - min(steps) if steps else 1


def _step(place: tm.Term, letter: tm.Term) -> int | None:
    """The m of a place letter + m."""
    match place:
        case tm.Add((first, tm.Number(value))) if first == letter:
            return int(value)
        case tm.Add((first, tm.Neg(tm.Number(value)))) if first == letter:
            return -int(value)
        case _:
            return 0 if place == letter else None


def _next_term(fact: st.Prop, total: tm.Sum) -> st.Prop | None:
    """The term after the last of a sum over a sequence that is arithmetic or geometric, from where its law starts."""
    match fact:
        case st.Each(tm.Variable() as k, st.Relation("=", tm.ScalarAt(sequence, after), right), low, None) if (
            sequence in total.body.free and _step(after, k) == 1
        ):
            here, place = tm.ScalarAt(sequence, k), total.high + 1
            start = low if low is not None else tm.scalar(sequence.start)
            first, next_one = tm.ScalarAt(sequence, start), tm.ScalarAt(sequence, place)
            match right:
                case tm.Add((one, step)) if one == here and not {k, sequence} & step.free:
                    return st.Relation("=", next_one, first + (place - start) * step)
                case tm.Mul((ratio, one)) if one == here and not {k, sequence} & ratio.free:
                    return st.Relation("=", next_one, first * ratio ** (place - start))
    return None

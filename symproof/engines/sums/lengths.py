"""What stands between two letters: by induction over how far it is from one to the other.

A claim about sum_{k = m..n} under m <= n + 1 is one for every number of terms: with n = m - 1 + l it is shown for all
naturals l, and used at l = n - m + 1; or from one term on, where m <= n. One about a[m] and a[n] under m <= n goes the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import induct
from symproof.engines.logic.instances import members
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search, sum_of_facts
from symproof.engines.sums.zeilberger import zeilberger
from symproof.substitution import fresh, names_in, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST, SECONDS = 4, 1.0


def lengths(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal by induction over the number of terms of one of its sums, or of the steps between two members."""
    if search.inductions:
        return None
    taken = names_in(goal, *facts.props)
    length: tm.Variable = fresh(tm.Variable("l", "natural", least=0), taken)
    for number, (letter, low) in enumerate(dict.fromkeys((*_ends(facts, goal), *_apart(facts, goal)))):
        if number == MOST:
            break
        found = _by_length(search, facts, goal, letter, low, length)
        if found is not None:
            return found
    for letter, low in dict.fromkeys(_powers(facts, goal)):
        found = _by_gap(search, facts, goal, letter, low, length)
        if found is not None:
            return found
    return None


def _by_gap(
    search: Search, facts: Facts, goal: st.Relation, letter: tm.Variable, last: tm.Scalar, length: tm.Variable
) -> Certificate | None:
    """The goal with letter = last + length, which may have a common factor then: for every length, by any engines."""
    from symproof.engines.stages import STEPS  # whose engines search in their turn

    count = letter - last
    body: st.Prop = substitute(goal, {letter: last + length})
    if not facts.evident(st.Relation(">=", count, tm.ZERO)):
        return None
    rows = [row for row in STEPS if row[1] is not lengths]
    proof = search.aside(rows, SECONDS).prove(facts, body)
    if proof is None:
        return None
    number = len(facts.props)
    used = sum_of_facts(number + 1)
    return ct.Have(st.Each(length, body), ct.Suppose(proof), ct.Instance(number, count, used))


def _by_length(
    search: Search, facts: Facts, goal: st.Relation, letter: tm.Variable, last: tm.Scalar, length: tm.Variable
) -> Certificate | None:
    """The goal with letter = last + length, for every length; what is known of the letter is supposed, if need be."""
    count = letter - last
    if not facts.evident(st.Relation(">=", count, tm.ZERO)):
        return None
    search = search.among(search.others("induction"))  # one is enough
    there = {letter: last + length}
    body: st.Prop = substitute(goal, there)
    proof = (zeilberger(search, facts, body) if isinstance(body, st.Relation) else None) or induct(
        search, facts, body, length
    )
    premise: Certificate | None = None
    if proof is None:
        known = (fact for fact in facts.props if isinstance(fact, st.Relation) and letter in fact.free)
        bounds = [said for fact in known if not facts.evident(said := substitute(fact, there))]
        if not bounds:
            return None
        supposed = st.And(tuple(bounds))
        body = st.Implies(supposed, body)
        proof = induct(search, facts, body, length)
        here: st.Prop = substitute(supposed, {length: count})
        premise = search.aside((("linear", linear),)).prove(facts, here) if proof is not None else None
        if proof is None or premise is None:
            return None
    number = len(facts.props)
    last_fact = number + 1 if premise is None else number + 2
    instance = substitute(goal, {letter: last + count})
    used: Certificate = ct.Evident() if instance == goal else sum_of_facts(last_fact)
    if premise is not None:
        used = ct.Detach(number + 1, premise, used)
    return ct.Have(st.Each(length, body), ct.Suppose(proof), ct.Instance(number, count, used))


def _ends(facts: Facts, term: tm.Term) -> Iterator[tuple[tm.Variable, tm.Scalar]]:
    """Letters in the upper ends of sums that start at letters, and what they are where the sum has one term, and none."""
    if isinstance(term, (tm.Sum, tm.Product, tm.VectorSum)):
        yield from _between(facts, term.low, term.high, (0, -1))
    if not term.binders:
        for child in term.children():
            yield from _ends(facts, child)


def _apart(facts: Facts, goal: st.Relation) -> Iterator[tuple[tm.Variable, tm.Scalar]]:
    """The same for two members of one sequence."""
    places: dict[tm.Sequence, list[tm.Scalar]] = {}
    for x in members(goal):
        if isinstance(x, (tm.ScalarAt, tm.VectorAt)) and isinstance(x.index, tm.Scalar):
            places.setdefault(x.sequence, []).append(x.index)
    for found in places.values():
        for low, high in permutations(dict.fromkeys(found), 2):
            yield from _between(facts, low, high, (0, 1))


def _powers(facts: Facts, goal: st.Relation) -> Iterator[tuple[tm.Variable, tm.Scalar]]:
    """The same for two letters in exponents, or whose difference has a factorial, where one is known to be below the other:
    b**n * a**i < a**n * b**i for i < n, and i! * (n - i)! <= n!."""
    found = dict.fromkeys(part.exponent for part in goal.outer(tm.Pow) if isinstance(part.exponent, tm.Variable))
    for part in goal.outer(tm.Factorial):
        match part.arg:
            case tm.Add((tm.Variable() as high, tm.Neg(tm.Variable() as low))):
                found |= {low: None, high: None}
    for low, high in permutations(found, 2):
        if facts.evident(st.Relation("<=", low, high)):
            yield from _between(facts, low, high, (1, 0))


def _between(
    facts: Facts, low: tm.Scalar, high: tm.Scalar, steps: tuple[int, ...]
) -> Iterator[tuple[tm.Variable, tm.Scalar]]:
    """A letter in the upper end of a range, and what it is where that end is so many steps above the lower one."""
    for letter in high.free if low.free else ():
        if isinstance(letter, tm.Variable) and letter not in low.free:
            try:
                value = facts.normalizer.scalar(high - letter)
            except NOT_NORMAL:
                continue
            constant = facts.normalizer.ring.as_constant(value)
            if constant is not None:
                for step in steps:
                    shift = step - constant
                    yield letter, low + tm.Number(shift) if shift else low

"""Sums and products that start at a letter: by induction over how many terms they have.

A claim about sum_{k = m..n} under m <= n + 1 is one for every number of terms: with n = m - 1 + l it is shown for all
naturals l, and used at l = n - m + 1; or from one term on, where m <= n.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import induct
from symproof.engines.search import Search
from symproof.engines.sums.zeilberger import zeilberger
from symproof.substitution import fresh, names_in, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST = 4


def lengths(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal by induction over the number of terms of one of its sums."""
    if search.inductions:
        return None
    taken = names_in(goal, *facts.props)
    length: tm.Variable = fresh(tm.Variable("l", "natural", least=0), taken)
    for number, (letter, low) in enumerate(dict.fromkeys(_ends(facts, goal))):
        if number == MOST:
            break
        found = _by_length(search, facts, goal, letter, low, length)
        if found is not None:
            return found
    return None


def _by_length(
    search: Search, facts: Facts, goal: st.Relation, letter: tm.Variable, last: tm.Scalar, length: tm.Variable
) -> Certificate | None:
    """The goal with letter = last + length, for every length."""
    count = letter - last
    if not facts.evident(st.Relation(">=", count, tm.ZERO)):
        return None
    body = substitute(goal, {letter: last + length})
    claim = st.Each(length, body)
    proof = zeilberger(search, facts, body) if isinstance(body, st.Relation) else None
    proof = proof or induct(search, facts, body, length)
    if proof is None:
        return None
    instance = substitute(body, {length: count})
    number = len(facts.props)
    used = ct.Combination((ct.Piece(tm.ONE, (number + 1,)),))
    if instance == goal:
        used = ct.Evident()  # type: ignore[assignment]  # either settles it
    return ct.Have(claim, ct.Suppose(proof), ct.Instance(number, count, used))


def _ends(facts: Facts, term: tm.Term) -> Iterator[tuple[tm.Variable, tm.Scalar]]:
    """Letters in the upper ends of sums that start at letters, and what they are where the sum has one term, and none."""
    if isinstance(term, (tm.Sum, tm.Product, tm.VectorSum)) and term.low.free:
        for letter in term.high.free:
            if isinstance(letter, tm.Variable) and letter not in term.low.free:
                rest = term.high - letter
                try:
                    value = facts.normalizer.scalar(rest)
                except NOT_NORMAL:
                    continue
                constant = facts.normalizer.ring.as_constant(value)
                if constant is not None:
                    yield letter, term.low if constant == 0 else term.low - tm.Number(constant)
                    yield letter, term.low - tm.Number(constant + 1)
    if not term.binders:
        for child in term.children():
            yield from _ends(facts, child)

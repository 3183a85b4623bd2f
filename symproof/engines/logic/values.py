"""Cases of an integer that has few values, where a delta or the place of an entry asks for its value: matrices that are
written out."""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import FALSE, Search
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST = 6


def values(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal at each value of an integer letter that a delta or a place asks for."""
    for letter in dict.fromkeys(_asked(goal)):
        known = facts.range(letter)
        if known.low is None or known.high is None or not 1 < known.high - known.low + 1 <= MOST:
            continue
        low, high = int(known.low), int(known.high)
        found = at_each(search, facts, goal, letter, range(low, high + 1))
        if found is not None:
            return found
    return None


def at_each(search: Search, facts: Facts, goal: st.Relation, letter: tm.Variable, left: range) -> Certificate | None:
    """The goal at each value of a letter that is none but these."""
    if not left:
        proof = search.prove(facts, FALSE)  # it is none of its values
        return None if proof is None else ct.Absurd(proof)
    case = st.Relation("=", letter, tm.scalar(left[0]))
    yes = search.prove(facts.extended([case]), goal)
    if yes is None:
        return None
    apart = facts.extended([st.Relation("!=", letter, case.right)])
    no = at_each(search, apart, goal, letter, left[1:])
    return None if no is None else ct.Cases(case, yes, no)


def _asked(term: tm.Term) -> Iterator[tm.Variable]:
    """The integer letters in deltas and places outside of binders."""
    for part in term.outer(tm.Scalar):
        match part:
            case tm.Delta(index):
                places: tuple[tm.Term, ...] = (index,)
            case tm.Entry(_, row, column):
                places = (row, column)
            case _:
                continue
        yield from (x for place in places for x in place.free if tm.is_integer_letter(x))

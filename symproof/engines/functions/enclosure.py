"""Relations without letters, by their value; see the rule in `symproof.trusted.enclosure`, which evaluates again."""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.enclosure import enclosed, value_given
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected


def enclosure(_: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The value of a relation whose letters, if any, are equal to rationals by hypothesis."""
    values: dict[tm.Term, int] = {}
    if goal.free:
        for number, fact in enumerate(facts.props):
            known = value_given(fact)
            if known is not None and known[0] in goal.free:
                values.setdefault(known[0], number)
        if goal.free - values.keys():
            return None
    numbers = tuple(values.values())
    try:
        enclosed(facts, goal, numbers)
    except Rejected:
        return None
    return ct.Enclosed(numbers)

"""Sums over members of a sequence that a hypothesis gives by another sum, p(k) = e(k)/sum of all e(j): each is the sum of what
its members are, which the normal form then works out. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.substitution import body_at, replaced, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


def unfolded(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, knowing what a sum of such members is."""
    laws = [law for fact in facts.props if (law := _law(fact)) is not None]
    for total in goal.outer(tm.Sum) if laws else ():
        for member, right in laws:
            parts = [part for part in total.body.outer(tm.ScalarAt) if part.sequence == member.sequence]
            if not parts:
                continue
            values: dict[tm.Term, tm.Term] = {part: substitute(right, {member.index: part.index}) for part in parts}
            written = tm.Sum(replaced(total.body, values), total.index, total.low, total.high)
            inner = search.without(unfolded)
            letter, inside = facts.opened(total.index, total.low, total.high, total.body)
            each = inner.prove(inside, st.Relation("=", body_at(total, letter), body_at(written, letter)))
            known = facts.extended([st.Relation("=", total, written)])
            rest = None if each is None else inner.prove(known, goal)
            if each is not None and rest is not None:
                search.words += inner.words
                return ct.Termwise("=", total, written, each, rest)
    return None


def _law(fact: st.Prop) -> tuple[tm.ScalarAt, tm.Scalar] | None:
    """What a fact says that each member of a sequence is, where it is made of sums of others: the member at a place, and that."""
    match fact:
        case st.Each(
            tm.Variable() as place, st.Relation("=", tm.ScalarAt(sequence, index) as member, tm.Scalar() as right)
        ):
            return (member, right) if index == place and right.mentions(tm.Sum) and sequence not in right.free else None
    return None

"""Sums over members of a sequence that a hypothesis gives by another sum, p(k) = e(k)/sum of all e(j): each is the sum of what
its members are, which the normal form then works out. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.substitution import body_at, rebuild, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


def unfolded(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, knowing what a sum of such members is."""
    laws = [law for fact in facts.props if (law := _law(fact)) is not None]
    for total in goal.outer(tm.Sum) if laws else ():
        for member, right in laws:
            written = tm.Sum(_put_in(total.body, member, right), total.index, total.low, total.high)
            if written == total:
                continue
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


def _put_in(term: tm.Scalar, member: tm.ScalarAt, right: tm.Scalar) -> tm.Scalar:
    """A term with what the members that stand in it are."""
    if isinstance(term, tm.ScalarAt) and term.sequence == member.sequence:
        return substitute(right, {member.index: term.index})
    return term if term.binders else rebuild(term, lambda part: _put_in(part, member, right))  # type: ignore[arg-type]

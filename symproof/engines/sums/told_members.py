"""Members that a hypothesis gives by the values of a function at others, v(t) = grad f(w(t)), where a rule says how those go on:
sums are stated with the one of the two names that the rule has, so that all speak of the same. Untrusted.
"""

from __future__ import annotations

from dataclasses import dataclass

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.engines.stated import Stated
from symproof.substitution import rebuild
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


def told_members(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with one name for the members and the values, and nothing that has the other."""
    if not goal.mentions(tm.Sum):
        return None
    rules = [fact for fact in facts.props if _goes_on(fact)]
    for law in [law for fact in facts.props if (law := _law(fact)) is not None] if rules else ():
        if law.value is tm.GradientAt and any(
            isinstance(each, tm.Apply) and each.function == law.function for each in goal.subterms()
        ):
            continue  # of values and gradients, which convexity ties
        turn = law.by_members if any(law.family in rule.free for rule in rules) else law.by_values
        found, inner = Stated(facts), search.without(told_members)
        said: list[st.Prop] = [
            st.Relation("=", total, other) for total in goal.outer(tm.Sum) if (other := turn(total)) != total
        ]
        others = {fact: turn(fact) for fact in facts.props if fact not in rules}
        said += [
            other
            for fact, other in others.items()
            if _law(fact) is None and other != fact and isinstance(other, st.Prop)
        ]
        if not all(found.add(prop, inner.prove(found.facts, prop)) for prop in said):
            continue
        new = turn(goal)
        assert isinstance(new, st.Relation)  # as the goal is
        kept = [TRUE if others.get(fact, fact) != fact else fact for fact in found.facts.props]
        if found.add(new, inner.prove(Facts(kept), new)):
            search.words += inner.words
            return found.then(inner.prove(found.facts, goal))
    return None


TRUE = st.Relation("=", tm.ZERO, tm.ZERO)
"""What stands in the place of a fact that is left out, so that the others keep their numbers."""


@dataclass(frozen=True, slots=True)
class Law:
    """That each member of a family is the value of a function at the same member of another: v(t) = grad f(w(t))."""

    family: tm.Sequence
    value: type[tm.GradientAt | tm.Apply]
    function: tm.Function
    other: tm.Sequence

    def by_members(self, term: tm.Term) -> tm.Term:
        """A term with the members in the place of the values."""
        if (
            isinstance(term, (tm.GradientAt, tm.Apply))
            and isinstance(term, self.value)
            and term.function == self.function
        ):
            at = term.arg
            if isinstance(at, (tm.VectorAt, tm.ScalarAt)) and at.sequence == self.other:
                member: tm.Term = self.family[at.index]
                return member
        return rebuild(term, self.by_members)

    def by_values(self, term: tm.Term) -> tm.Term:
        """A term with the values in the place of the members."""
        if isinstance(term, (tm.VectorAt, tm.ScalarAt)) and term.sequence == self.family:
            return self.value(self.function, self.other[term.index])
        return rebuild(term, self.by_values)


def _law(fact: st.Prop) -> Law | None:
    match fact:
        case st.Each(
            tm.Variable() as place,
            st.Relation(
                "=",
                tm.VectorAt(family, index) | tm.ScalarAt(family, index),
                (tm.GradientAt(function, arg) | tm.Apply(function, arg)) as value,
            ),
        ) if index == place and isinstance(arg, (tm.VectorAt, tm.ScalarAt)):
            return (
                Law(family, type(value), function, arg.sequence)
                if arg.index == place and family != arg.sequence
                else None
            )
    return None


def _goes_on(fact: st.Prop) -> bool:
    """Whether a fact is the rule for the next member of a family."""
    match fact:
        case st.Each(tm.Variable(), st.Relation("=", tm.VectorAt(family) | tm.ScalarAt(family), right)):
            return family in right.free
    return False

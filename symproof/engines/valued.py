"""Whether terms and statements have values, as far as the facts show."""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.printed import Approx
from symproof.properties import Property
from symproof.trusted.defined import definedness, needed
from symproof.trusted.facts import Facts


def has_value(facts: Facts, *terms: tm.Term) -> bool:
    """Whether terms or statements are seen to have values: a certificate may hold no others."""
    return all(facts.evident(condition) for term in terms for condition in definedness(term))


def with_values(facts: Facts) -> tuple[Facts, tuple[int, ...]]:
    """The facts, with what those among them that are relations need for their values and that is not seen otherwise;
    and the numbers of these."""
    numbers: list[int] = []
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Relation) and not all(map(facts.evident, own := needed(fact))):
            numbers.append(number)
            facts = facts.extended(own)
    return facts, tuple(numbers)


def own_definedness(goal: st.Prop) -> tuple[st.Prop, ...]:
    """What the rule for a goal asks itself; what its parts need is asked when they are proved."""
    match goal:
        case st.Relation() | st.Minimizer() | st.Not() | st.Or() | st.Exists() | Property() | Approx():
            return definedness(goal)
        case st.Each(low=low, high=high):
            return tuple(prop for bound in (low, high) if bound is not None for prop in definedness(bound))
        case _:
            return ()

"""The mean value theorem as a rule: an order between two terms from one at a place and the sign of a derivative. Trusted.

For a <= x: where h = large - small is continuous on [a, x] and differentiable in between with h' >= 0, h(x) >= h(a); and where
h' > 0 in between and a < x, h(x) > h(a). The same to the left of a, with the sign of h' turned. Source: any calculus text.

Continuous are the terms of `CONTINUOUS`, wherever they have values: rational operations, elementary functions, powers whose
exponent is a whole number, or whose base is positive, and finite sums of these over a range that does not move.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.errors import SymproofError
from symproof.substitution import names_in, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.defined import definedness
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected

CONTINUOUS = (tm.Number, tm.Variable, tm.Add, tm.Mul, tm.Neg, tm.Div, tm.Pow, tm.Elementary, tm.Sum, tm.CyclicSum)


def mean_value(
    facts: Facts, goal: st.Prop, certificate: ct.MeanValue
) -> Iterator[tuple[Facts, st.Prop, ct.Certificate]]:
    """What proves the goal: the facts, the subgoal and its certificate, of each part."""
    x, place, t = certificate.variable, certificate.place, certificate.letter
    if not isinstance(goal, st.Relation) or goal.kind not in ("<", "<=", ">", ">="):
        raise Rejected(f"{goal} is no order")
    small, large = (goal.left, goal.right) if goal.kind in ("<", "<=") else (goal.right, goal.left)
    if not isinstance(small, tm.Scalar) or not isinstance(large, tm.Scalar) or not isinstance(x, tm.Variable):
        raise Rejected(f"{goal} is no order between functions of a number {x}")
    if not isinstance(place, tm.Scalar) or x in place.free:
        raise Rejected(f"{place} is no place that {x} could start from")
    if not t.name or t != tm.Variable(t.name) or t.name in names_in(goal, place, *facts.props):
        raise Rejected(f"{t} is {st.describe(t)}, and what is between is any real number that is not spoken of yet")
    gap = large - small
    if (part := not_continuous(gap, x)) is not None:
        raise Rejected(f"{part} is not known to be continuous in {x}")
    for condition in definedness(place):
        if not facts.evident(condition):
            raise Rejected(f"{place} is not known to have a value: it needs {condition}", needs=condition)
    rises = facts.evident(st.Relation("<=", place, x))
    if not rises and not facts.evident(st.Relation("<=", x, place)):
        raise Rejected(f"{place} is not known to be on one side of {x}", needs=st.Relation("<=", place, x))
    low, high = (place, x) if rises else (x, place)
    strict, steep = goal.kind in ("<", ">"), certificate.steep
    if steep and not facts.evident(st.Relation("<", low, high)):
        raise Rejected(f"{low} < {high} is not known", needs=st.Relation("<", low, high))
    at_t = substitute(gap, {x: t})
    rate = tm.Derivative(at_t, t)
    try:
        closed, inner = definedness(at_t), definedness(rate)
    except SymproofError as error:  # a function without a derivative, or an exponent that is no integer any more
        raise Rejected(f"{gap} has no derivative in {x}: {error}") from None
    sign = st.Relation((">" if steep else ">=") if rises else ("<" if steep else "<="), rate, ZERO)
    kind = "<" if strict and not steep else "<="
    within = facts.extended([st.Relation("<=", low, t), st.Relation("<=", t, high)])
    between = facts.extended([st.Relation("<", low, t), st.Relation("<", t, high)])
    yield within, st.And(closed), certificate.value
    yield facts, st.Relation(kind, substitute(small, {x: place}), substitute(large, {x: place})), certificate.base
    yield between, st.And(inner), certificate.smooth
    yield between.extended(inner), sign, certificate.slope


def not_continuous(term: tm.Term, x: tm.Variable) -> tm.Term | None:
    """The first part of a term that speaks of x and is no continuous operation."""
    if x not in term.free:
        return None
    if not isinstance(term, CONTINUOUS) or (isinstance(term, tm.Variable) and term != x):
        return term
    if isinstance(term, tm.Sum) and x in term.low.free | term.high.free:
        return term
    if isinstance(term, tm.CyclicSum) and x in term.index.free:
        return term
    children = (term.body,) if isinstance(term, (tm.Sum, tm.CyclicSum)) else term.children()
    return next((part for child in children if (part := not_continuous(child, x)) is not None), None)

"""What statements abbreviate: a conjunction its parts, a minimizer and a property of functions their inequalities. Trusted."""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.printed import Approx
from symproof.properties import Property, unfold
from symproof.substitution import fresh, name_of, substitute


def flatten(prop: st.Prop) -> list[st.Prop]:
    """A hypothesis as the simpler ones that it is made of."""
    match prop:
        case st.And(args):
            return [part for arg in args for part in flatten(arg)]
        case st.Iff(left, right):
            return [st.Implies(left, right), st.Implies(right, left)]
        case st.Not(st.Relation(kind, left, right)) if isinstance(left, tm.Scalar) or kind in ("=", "!="):
            return [st.Relation(st.NEGATED[kind], left, right)]
        case st.Minimizer():
            return flatten(minimality(prop))
        case Property():
            return [unfold(prop)]
        case Approx():
            return flatten(prop.meaning())
        case _:
            return [prop]


def minimality(prop: st.Minimizer) -> st.Prop:
    """What `minimizer` means: no value is below the one at the point; with `unique`, only the point attains it."""
    variable = prop.variable
    if variable in prop.point.free:
        variable = fresh(variable, {name_of(symbol) for symbol in prop.point.free | prop.body.free})
    body = substitute(prop.body, {prop.variable: variable})
    best = substitute(prop.body, {prop.variable: prop.point})
    least: st.Prop = st.Each(variable, st.Relation("<=", best, body))
    if not prop.unique:
        return least
    only = st.Implies(st.Relation("<=", body, best), st.Relation("=", variable, prop.point))
    return st.And((least, st.Each(variable, only)))

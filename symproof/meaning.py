"""What statements abbreviate: a conjunction its parts, a minimizer and a property of functions their inequalities. Trusted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.printed import Approx
from symproof.properties import Property, unfold
from symproof.rejected import Rejected
from symproof.substitution import fresh, name_of, open_symbol, substitute


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


def meaning(goal: st.Prop, near: Sequence[tm.Term]) -> st.Prop:
    """The statement that a goal abbreviates; the letters that it brings in are free neither in it nor `near` it.

    Raises:
        Rejected: it abbreviates nothing.
    """
    match goal:
        case st.Minimizer():
            return minimality(goal)
        case Property():
            return unfold(goal)
        case Approx():
            return goal.meaning()
        case st.Not(st.Relation()):
            return flatten(goal)[0]
        case st.Relation("=", tm.Matrix() as left, tm.Matrix() as right):
            rows, columns = left.shape
            row = _place(rows, "i", *near, left, right)
            column = _place(columns, "j", *near, left, right, row)
            entries = st.Relation("=", tm.Entry(left, row, column), tm.Entry(right, row, column))
            return _throughout(row, rows, _throughout(column, columns, entries))
        case _:
            raise Rejected(f"{goal} abbreviates nothing")


def _place(where: tm.Cyclic | tm.Interval, name: str, *near: tm.Term) -> Any:
    if where == tm.SINGLE:
        return tm.ONE
    letter = tm.ResidueVariable(name, where) if isinstance(where, tm.Cyclic) else tm.Variable(name, "integer")
    return open_symbol(letter, None, None, near, ())


def _throughout(symbol: Any, where: tm.Cyclic | tm.Interval, body: st.Prop) -> st.Prop:
    if where == tm.SINGLE:
        return body
    if isinstance(where, tm.Cyclic):
        return st.Each(symbol, body)
    return st.Each(symbol, body, where.low, where.high)

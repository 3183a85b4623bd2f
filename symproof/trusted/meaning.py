"""What statements abbreviate: a conjunction its parts, a minimizer and a property of functions their inequalities. Trusted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.printed import Approx
from symproof.properties import Property, unfold
from symproof.substitution import fresh, name_of, open_symbol, substitute
from symproof.trusted.rejected import Rejected


def flatten(prop: st.Prop) -> list[st.Prop]:
    """A hypothesis as the simpler ones that it is made of."""
    match prop:
        case st.And(args):
            return [part for arg in args for part in flatten(arg)]
        case st.Iff(left, right):
            return [st.Implies(left, right), st.Implies(right, left)]
        case st.Not(arg) if (turned := opposite(arg)) is not None:
            return flatten(turned)
        case st.Minimizer():
            return flatten(minimality(prop))
        case Property():
            return [unfold(prop)]
        case Approx():
            return flatten(prop.meaning())
        case _:
            return [prop]


def opposite(prop: st.Prop) -> st.Prop | None:
    """What it means that a statement is false, its opposites at the leaves; None where that is no simpler.

    A conjunction that stops at a false part may have parts without a value behind it, which are not spoken of then.
    """
    match prop:
        case st.Relation(kind, left, right) if isinstance(left, tm.Scalar) or kind in ("=", "!="):
            return st.Relation(st.NEGATED[kind], left, right)
        case st.Not(arg):
            return arg
        case st.Or(args):
            turned = tuple(turn for arg in args if (turn := opposite(arg)) is not None)
            return st.And(turned) if len(turned) == len(args) else None
        case st.And((only,)):
            return opposite(only)
        case st.And((first, *others)):
            rest: st.Prop = st.And(tuple(others)) if len(others) > 1 else others[0]
            one, other = opposite(first), opposite(rest)
            if one is None or other is None:
                return None
            return st.Or((one, other if _has_value(rest) else st.Implies(first, other)))
        case st.Implies(left, right):
            other = opposite(right)
            return None if other is None else st.And((left, other))
        case st.Iff(left, right):
            one, other = opposite(left), opposite(right)
            return None if one is None or other is None else st.Or((st.And((left, other)), st.And((one, right))))
        case st.Exists(symbol, body, low, high):
            other = opposite(body)
            return None if other is None else st.Each(symbol, other, low, high)
        case _:
            return None


_TOTAL = (tm.Variable, tm.Number, tm.Add, tm.Mul, tm.Neg, tm.VectorVariable, tm.VectorAdd, tm.VectorNeg, tm.Scale,
          tm.ZeroVector, tm.Inner, tm.Norm, st.Relation, st.And, st.Or, st.Not, st.Implies, st.Iff)  # fmt: skip


def _has_value(term: tm.Term) -> bool:
    """Whether the form shows that a statement has a value whatever its letters are."""
    match term:
        case tm.Elementary("abs" | "max" | "min"):
            pass
        case tm.Pow(_, tm.Number(value)) if value.denominator == 1 and value >= 0:
            pass
        case _ if not isinstance(term, _TOTAL):
            return False
    return all(map(_has_value, term.children()))


def minimality(prop: st.Minimizer) -> st.Prop:
    """What `minimizer` means: the point is a value that the variable may take, and no value of the term is below the one
    there; with `unique`, only the point attains it."""
    variable = prop.variable
    if variable in prop.point.free:
        variable = fresh(variable, {name_of(symbol) for symbol in prop.point.free | prop.body.free})
    body = substitute(prop.body, {prop.variable: variable})
    best = substitute(prop.body, {prop.variable: prop.point})
    parts: list[st.Prop] = [st.Each(variable, st.Relation("<=", best, body))]
    if (declared := st.domain_of(prop.variable)) is not None:
        parts.insert(0, substitute(declared, {prop.variable: prop.point}))
    if prop.unique:
        only = st.Implies(st.Relation("<=", body, best), st.Relation("=", variable, prop.point))
        parts.append(st.Each(variable, only))
    return st.And(tuple(parts)) if len(parts) > 1 else parts[0]


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
        case st.Not(arg) if (turned := opposite(arg)) is not None:
            return turned
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

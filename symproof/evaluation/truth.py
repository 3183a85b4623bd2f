"""Whether a statement is true under an interpretation: true, false, `NoValue` or `Undecided`.

A relation has a truth value where both of its sides have values. A conjunction stops at its first part that is false,
an implication at a left side that is false or has no value, and an equivalence is two implications; everything else is
strict. `defined` says the same in statements.

Limits: quantifiers over finite ranges, of all reals and vectors where what is said is quadratic in them (`universal`), as that a
point is a minimizer, and "there is" where a linear equation names the value.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.exact import Row, compare, same
from symproof.evaluation.exact_matrices import has_no_negative_pivot
from symproof.evaluation.interpretation import TERMS, Env, Interpretation
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.evaluation.universal import holds_for_all, is_universal
from symproof.forms import Form, form_of
from symproof.printed import Approx
from symproof.properties import Property
from symproof.rates import BigO


def holds_in(meaning: Interpretation, prop: st.Prop, env: Env) -> bool:
    """Whether `prop` is true where the letters mean what `env` says."""
    match prop:
        case st.Relation(kind, left, right):
            return _stands(meaning, kind, left, right, env)
        case st.And(args):
            return all(holds_in(meaning, arg, env) for arg in args)
        case st.Or(args):
            # All parts are evaluated, and all instances below, so that one without a value is not passed over.
            return any([holds_in(meaning, arg, env) for arg in args])  # noqa: C419
        case st.Not(arg):
            return not holds_in(meaning, arg, env)
        case st.Implies(left, right):
            return not premise_holds(meaning, left, env) or holds_in(meaning, right, env)
        case st.Iff(left, right):
            return holds_in(meaning, st.And((st.Implies(left, right), st.Implies(right, left))), env)
        case st.Exists(symbol=tm.Variable()) if prop.high is None and is_linear(prop):
            return _named_value_fits(meaning, prop, env)
        case st.Each() if (form := form_of(prop)) is not None:
            return _is_definite(meaning, form, env)
        case st.Each() | st.Minimizer() if is_universal(prop):
            return holds_for_all(meaning, prop, env)
        case st.Each(symbol, body) | st.Exists(symbol, body):
            truths = [holds_in(meaning, body, {**env, symbol: value}) for value in values_of(meaning, prop, env)]
            return all(truths) if isinstance(prop, st.Each) else any(truths)
        case Property():
            return _has_property(meaning, prop, env)
        case Approx():
            return holds_in(meaning, prop.meaning(), env)
        case st.Minimizer() | BigO() | st.SumsTo():
            raise Undecided(f"whether {prop} is not decided at a point")
        case _:
            raise Undecided(f"no rule decides {type(prop).__name__}; add its case to truth.py")


def _is_definite(meaning: Interpretation, form: Form, env: Env) -> bool:
    """Whether x.T M x stands in a relation to 0 for all columns x: by the pivots of M + M.T, which are those of squares."""
    matrix, kind, punctured = form
    entries = meaning.entries(matrix, env)
    table = [[x for x in line if isinstance(x, Fraction)] for line in entries]
    sign = 1 if kind in (">", ">=") else -1
    if any(len(ours) != len(line) for ours, line in zip(table, entries, strict=True)):
        raise Undecided(f"whether {matrix} is definite is decided for rational entries alone")
    strict = kind in ("<", ">")
    if strict and not punctured:
        return False  # at x = 0
    rows = [[sign * (x + table[j][i]) for j, x in enumerate(line)] for i, line in enumerate(table)]
    return has_no_negative_pivot(rows, strict=strict)


def premise_holds(meaning: Interpretation, prop: st.Prop, env: Env) -> bool:
    """Whether a premise holds: where it has no value it does not, and nothing is claimed."""
    try:
        return holds_in(meaning, prop, env)
    except NoValue:
        return False


def is_linear(prop: st.Exists) -> bool:
    """Whether the body is an equation that is linear in the letter: it holds at one value, at none, or at all of them."""
    body, x = prop.body, prop.symbol
    if not isinstance(body, st.Relation) or body.kind != "=" or not isinstance(body.left, (tm.Scalar, tm.Vector)):
        return False
    return x in body.free and all(_is_affine(side, x) for side in (body.left, body.right))


def _is_affine(term: tm.Term, x: tm.Term) -> bool:
    """Whether `term` is written as one that is linear in x, with a value at every x or at none."""
    if x not in term.free:
        return True
    match term:
        case tm.Variable():
            return True
        case tm.Neg() | tm.Add() | tm.VectorNeg() | tm.VectorAdd():
            return all(_is_affine(part, x) for part in term.children())
        case tm.Mul() | tm.Scale() | tm.Inner():
            (first, *others) = [part for part in term.children() if x in part.free]
            return not others and _is_affine(first, x)
        case tm.Div(top, bottom) | tm.VectorDiv(top, bottom):
            return x not in bottom.free and _is_affine(top, x)
        case _:
            return False


def slope(term: tm.Term, x: tm.Term) -> Fraction | None:
    """a, where `term` is written as a*x + b with a number a and with b free of x; None where it is not."""
    if x not in term.free:
        return Fraction(0)
    match term:
        case tm.Variable():
            return Fraction(1)
        case tm.Neg(arg):
            return _scaled(slope(arg, x), Fraction(-1))
        case tm.Add(args):
            slopes = [slope(arg, x) for arg in args]
            return None if None in slopes else sum(filter(None, slopes), Fraction(0))
        case tm.Mul((tm.Number(c), other)) | tm.Mul((other, tm.Number(c))):
            return _scaled(slope(other, x), c)
        case tm.Div(top, tm.Number(c)) if c:
            return _scaled(slope(top, x), 1 / c)
        case _:
            return None


def _scaled(slope: Fraction | None, factor: Fraction) -> Fraction | None:
    return None if slope is None else slope * factor


def _named_value_fits(meaning: Interpretation, prop: st.Exists, env: Env) -> bool:
    """Whether an equation holds at a value that its letter may take: p + q x = 0 for each coordinate."""
    body, x = prop.body, prop.symbol
    assert isinstance(body, st.Relation)  # as `is_linear` says
    at_zero, at_one = (_gaps(meaning, body, {**env, x: Fraction(number)}) for number in (0, 1))
    rows = [
        (p, q - p) for p, q in zip(at_zero, at_one, strict=True) if isinstance(p, Fraction) and isinstance(q, Fraction)
    ]
    if len(rows) < len(at_zero):
        raise Undecided(f"whether there is {x} with {body} is not decided at a point")
    low = None if prop.low is None else lower_end(meaning, prop, env)
    values = {-p / q for p, q in rows if q}
    if len(values) > 1 or any(p for p, q in rows if not q):
        return False
    return all((low is None or value >= low) and in_domain(meaning, x, value) for value in values)


def _gaps(meaning: Interpretation, relation: st.Relation, env: Env) -> Row:
    """left - right, coordinate by coordinate."""
    left, right = relation.left, relation.right
    if isinstance(left, tm.Vector) and isinstance(right, tm.Vector):
        return tuple(x - y for x, y in zip(meaning.vector(left, env), meaning.vector(right, env), strict=True))
    return (meaning.scalar(tm.scalar(left), env) - meaning.scalar(tm.scalar(right), env),)


def _stands(meaning: Interpretation, kind: str, left: tm.Term, right: tm.Term, env: Env) -> bool:
    if isinstance(left, tm.Scalar) and isinstance(right, tm.Scalar):
        return _ordered(kind, compare(meaning.scalar(left, env), meaning.scalar(right, env)))
    if isinstance(left, tm.Vector) and isinstance(right, tm.Vector):
        agree = same(meaning.vector(left, env), meaning.vector(right, env))
    elif isinstance(left, tm.Residue) and isinstance(right, tm.Residue):
        agree = meaning.residue(tm.ResidueAdd((left, tm.ResidueNeg(right))), env) == 0
    elif isinstance(left, tm.Matrix) and isinstance(right, tm.Matrix):
        ours, theirs = meaning.entries(left, env), meaning.entries(right, env)
        agree = len(ours) == len(theirs) and same(sum(ours, ()), sum(theirs, ()))
    else:
        raise Undecided(f"{left} {kind} {right} is no relation that can be evaluated")
    if kind not in ("=", "!="):
        raise Undecided(f"{left} {kind} {right}: only scalars are ordered")
    return agree == (kind == "=")


def _has_property(meaning: Interpretation, prop: Property, env: Env) -> bool:
    """Whether a function has a property; that of a point is c + <b, x> + (a/2) <x, x>, on a space that is not {0}."""
    f = meaning.look_up(prop.function, meaning.env)
    if prop.constant is None:
        match prop.kind:
            case "differentiable":
                return True  # its gradient is b + a x, which is what grad(f) means there
            case "convex":
                return bool(f.curvature >= 0)
    else:
        number = meaning.scalar(prop.constant, env)
        match prop.kind:
            case "strongly_convex":  # f - (mu/2) |x|**2 is convex
                return compare(f.curvature, number) >= 0
            case "smooth":  # |a x - a y| <= L |x - y|
                return compare(abs(f.curvature), number) <= 0
            case "lipschitz":  # where a != 0 the slopes grow without bound; else |b| is the largest slope
                slope = sum((x * x for x in f.linear), Fraction(0))
                return f.curvature == 0 and compare(number, Fraction(0)) >= 0 and compare(slope, number * number) <= 0
    raise Undecided(f"no rule decides {prop}; add its case to truth.py")


def _ordered(kind: str, order: int) -> bool:
    """Whether numbers stand in a relation, from the sign of their difference."""
    match kind:
        case "=":
            return order == 0
        case "!=":
            return order != 0
        case "<":
            return order < 0
        case "<=":
            return order <= 0
        case ">":
            return order > 0
        case ">=":
            return order >= 0
        case _:
            raise Undecided(f"{kind!r} is no relation")


def values_of(meaning: Interpretation, prop: st.Each | st.Exists, env: Env) -> list[Any]:
    """The values of a quantified letter.

    Raises:
        Undecided: they are not finitely many, or the range leaves the letter's declared domain.
    """
    if isinstance(prop.symbol, tm.ResidueVariable):
        return list(meaning.indices(prop.symbol.over, env))
    low = lower_end(meaning, prop, env)
    if low is None or prop.high is None:
        raise Undecided(f"{prop.symbol} in ({prop}) has infinitely many values")
    high = meaning.integer(prop.high, env)
    if high - low >= TERMS:
        raise Undecided(f"{prop.symbol} in ({prop}) has more than {TERMS} values")
    return [Fraction(k) for k in range(low, high + 1)]


def lower_end(meaning: Interpretation, prop: st.Each | st.Exists, env: Env) -> int | None:
    """The least value of a quantified integer; None where there is none, or the letter is no integer.

    Raises:
        Undecided: the range starts below the letter's declared domain, so that it is not clear what is meant.
    """
    symbol = prop.symbol
    if not isinstance(symbol, tm.Variable) or not tm.is_integer(symbol):
        return None
    if symbol.sign:
        raise Undecided(f"{symbol} is declared {st.describe(symbol)}; say natural(at_least=...) for an index")
    least = symbol.least if symbol.least is not None or symbol.domain != "natural" else 0
    if prop.low is None:
        return least
    low = meaning.integer(prop.low, env)
    if least is not None and low < least:
        raise Undecided(f"the range of {symbol} in ({prop}) starts at {low}, below its declared {least}")
    return low


def in_domain(meaning: Interpretation, symbol: tm.Term, value: Any) -> bool:
    """Whether a value, read by an interpretation, lies in the declared domain of its symbol."""
    match symbol:
        case tm.Variable(domain=domain, sign=sign, least=least):
            return (
                (domain not in ("integer", "natural") or value.denominator == 1)
                and (domain != "natural" or least is not None or value >= 0)
                and (least is None or value >= least)
                and (sign != "positive" or value > 0)
                and (sign != "nonnegative" or value >= 0)
                and (sign != "negative" or value < 0)
                and (sign != "nonzero" or value != 0)
            )
        case tm.ResidueVariable(over=over):
            return meaning.modulus(over, meaning.env) >= 1
        case tm.Sequence(item=item, over=over, start=start):
            if over is not None and any(k not in meaning.indices(over, meaning.env) for k in value.table):
                return False
            if over is None and any(k < start for k in value.table):
                return False
            return all(in_domain(meaning, item, member) for member in (*value.table.values(), value.tail))
        case tm.MatrixVariable(rows=rows, columns=columns):
            height, width = len(meaning.indices(rows, meaning.env)), len(meaning.indices(columns, meaning.env))
            return len(value.rows) == height and all(len(line) == width for line in value.rows)
        case tm.VectorVariable() | tm.Function():
            return True
        case _:
            raise NoValue(symbol, "it is no letter")

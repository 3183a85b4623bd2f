"""How far a claim is from failing at a point, so that a hunt goes where it is least."""

from __future__ import annotations

import math
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.evaluate import NotAFailure, failing
from symproof.evaluation.exact import Number, sign
from symproof.evaluation.interpretation import Env, Interpretation
from symproof.evaluation.truth import premise_holds


def margin_of(meaning: Interpretation, prop: st.Prop, env: Env) -> float:
    """How far a claim or a part of it is from failing: below 0 where it fails, infinite where that is not known."""
    match prop:
        case st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right):
            return _gap(kind, meaning.scalar(left, env) - meaning.scalar(right, env))
        case st.And(args):
            return min((margin_of(meaning, arg, env) for arg in args), default=math.inf)
        case st.Or(args):
            return max((margin_of(meaning, arg, env) for arg in args), default=-1.0)
        case st.Implies(left, right):
            return margin_of(meaning, right, env) if premise_holds(meaning, left, env) else math.inf
        case st.Each(symbol, body, low, high) if symbol in meaning.env and low is None and high is None:
            return margin_of(meaning, body, {**env, symbol: meaning.env[symbol]})
        case _:
            try:
                failing(meaning, prop, env)
            except NotAFailure:
                return math.inf
            return -1.0


def _gap(kind: str, difference: Number) -> float:
    """How far a relation is from failing, from left - right; an equation that holds is at 0."""
    order = sign(difference)
    try:
        size = abs(float(difference)) if isinstance(difference, Fraction) else 1.0
    except OverflowError:
        size = math.inf
    match kind:
        case "=":
            return -1.0 if order else 0.0
        case "!=":
            return size if order else -1.0
        case "<=" | "<":
            return size if order < 0 else -1.0 if order > 0 or kind == "<" else 0.0
        case _:
            return size if order > 0 else -1.0 if order < 0 or kind == ">" else 0.0

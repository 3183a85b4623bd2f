"""Signs of terms by their form, and terms of numbers worked out, for what the reader works out itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.evaluation.evaluate import holds
from symproof.evaluation.novalue import NoValue
from symproof.evaluation.recurrence import conjuncts
from symproof.point import Point
from symproof.readers.resolve.numbers import constant
from symproof.statement import ORDERS, Prop, Relation
from symproof.substitution import rebuild

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context

NOWHERE = Point({})
Signs = Mapping[tm.Term, int]


def known_signs(context: Context) -> dict[tm.Term, int]:
    """The letters that hypotheses in force hold to one side of 0; of those between -1 and 1, the logarithms of their sizes."""
    props = [part for each in context.holding() for part in conjuncts(each)]
    found: dict[tm.Term, int] = {log_of_size(q): -1 for q in _below_one(props) if isinstance(q, tm.Scalar)}
    for prop in props:
        if isinstance(prop, Relation) and isinstance(prop.left, tm.Number) and prop.kind in ("<", "<="):  # 0 < a
            prop = Relation(">" if prop.kind == "<" else ">=", prop.right, prop.left)
        if isinstance(prop, Relation) and isinstance(prop.left, tm.Variable) and isinstance(prop.right, tm.Number):
            if prop.kind in (">", ">=") and prop.right.value >= (prop.kind == ">="):
                found[prop.left] = 1
            elif prop.kind == "<" and prop.right.value <= 0:
                found[prop.left] = -1
    return found


def log_of_size(letter: tm.Scalar) -> tm.Scalar:
    """What is below 0 for |q| < 1, where q itself may have either sign."""
    return tm.Elementary("log", (tm.Elementary("abs", (letter,)),))


def _below_one(props: Sequence[Prop]) -> set[tm.Term]:
    """What is between -1 and 1, by |q| < 1, or by two bounds."""
    found: set[tm.Term] = set()
    ends: dict[tm.Term, set[str]] = {}
    for prop in props:
        if not isinstance(prop, Relation) or prop.kind not in ORDERS:
            continue
        small, large = (prop.left, prop.right) if prop.kind in ("<", "<=") else (prop.right, prop.left)
        strict = prop.kind in ("<", ">")
        low, high = constant(small), constant(large)
        if high is not None and (high < 1 or (high == 1 and strict)):
            if tm.is_elementary(small, "abs"):
                found.add(small.args[0])
            ends.setdefault(small, set()).add("above")
        if low is not None and (low > -1 or (low == -1 and strict)):
            ends.setdefault(large, set()).add("below")
    return found | {q for q, sides in ends.items() if len(sides) == 2}


def sign(term: tm.Scalar, signs: Signs) -> int:
    """The sign of a term without letters, or of letters whose sign is known; 0 where it is not known, or 0."""
    if term in signs:
        return signs[term]
    if not term.free:
        try:
            return holds(Relation(">", term, tm.ZERO), NOWHERE) - holds(Relation("<", term, tm.ZERO), NOWHERE)
        except (SymproofError, NoValue, ArithmeticError, ValueError):
            return 0
    match term:
        case tm.Variable(sign=said):
            return {"positive": 1, "negative": -1}.get(said, int(bool(term.least and term.least > 0)))
        case tm.Elementary(function="exp"):
            return 1
        case tm.Neg(arg):
            return -sign(arg, signs)
        case tm.Mul(args):
            total = 1
            for arg in args:
                total *= sign(arg, signs)
            return total
        case tm.Div(top, bottom):
            return sign(top, signs) * sign(bottom, signs)
        case tm.Add(args):
            found = {sign(arg, signs) for arg in args}
            return found.pop() if len(found) == 1 else 0
    return 0


def folded(term: tm.Scalar) -> tm.Scalar:
    """A term that has a value, with numbers worked out, and without what is 0 or 1."""
    again = rebuild(term, lambda inner: folded(inner) if isinstance(inner, tm.Scalar) else inner)
    value = constant(again)
    if value is not None:
        return tm.Number(value)
    match again:
        case tm.Add(args):
            kept = [arg for arg in args if arg != tm.ZERO]
            return tm.sum_of(kept)
        case tm.Mul(args):
            kept = [arg for arg in args if arg != tm.ONE]
            return tm.ZERO if tm.ZERO in kept else tm.product_of(kept)
        case tm.Div(top, bottom) if bottom == tm.ONE or top == tm.ZERO:
            return top
        case tm.Pow(base, exponent) if exponent == tm.ONE:
            return base
    return again


def summands(term: tm.Term) -> list[tm.Scalar]:
    """What a sum of sums adds."""
    match term:
        case tm.Add(args):
            return [each for arg in args for each in summands(arg)]
        case tm.Neg(tm.Add(args)):
            return [-each for arg in args for each in summands(arg)]
    return [term]  # type: ignore[list-item]  # a place, or a factor


def apart(place: tm.Term, other: tm.Term) -> tm.Scalar | None:
    """How far two places are from each other, where that is a number."""
    if place == other:
        return tm.ZERO
    parts = summands(place)
    rest = [each for each in parts if each != other]
    away = folded(tm.sum_of(rest)) if len(rest) == len(parts) - 1 else None
    return away if away is not None and not away.free else None

"""Derivatives worked out by rules, so that a value can be put in for their letter: `f'(2)` is no derivative in 2."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.dependence import (
    is_unknown_rate,
)
from symproof.readers.resolve.sizes import folded, sign
from symproof.readers.resolve.values import Refused, Value, guarded
from symproof.statement import Prop, Relation
from symproof.substitution import rebuild, substitute
from symproof.trusted.calculus import differentiate, smooth
from symproof.trusted.defined import definedness

if TYPE_CHECKING:
    pass


T = TypeVar("T", bound=tm.Term)
MOST_PRIMES = 5
"""The highest order of a derivative that is worked out."""


def worked_out(
    body: tm.Term, variable: tm.Variable, node: t.Node, order: int = 1, at: tm.Scalar | None = None
) -> tm.Scalar:
    """A derivative, worked out, so that a value can be put in for its letter: `at`, where it is known.

    Raises:
        Refused: a body that is no number, or of which no derivative is known.
    """
    if not isinstance(body, tm.Scalar):
        raise Refused(node, "a derivative of what is no number")
    rate = body
    if not 1 <= order <= MOST_PRIMES:
        raise Refused(node, "a derivative of that order")
    for _ in range(order):
        rate = _slope(rate, variable, node, at)
    return rate


def unknown_at(body: tm.Term, x: tm.Variable) -> list[tm.Apply]:
    """The values in `body` of functions of a number of which no term is known, where they change with `x`, outermost first."""
    if isinstance(body, tm.Apply) and body.function.on == "real" and x in body.free:
        return [body]
    return list(dict.fromkeys(each for part in body.children() for each in unknown_at(part, x)))


def _slope(body: tm.Scalar, x: tm.Variable, node: t.Node, at: tm.Scalar | None) -> tm.Scalar:
    """A derivative, worked out, by the chain rule through functions of which no term is known."""
    values = unknown_at(body, x)
    for part in body.subterms() if values else ():
        if any(not each.free <= part.free for each in part.children()) and unknown_at(part, x):
            raise Refused(node, "a derivative of a sum over values of a function of which nothing is known")
    letters = {each: tm.Variable(f"{each.function.name}\u00b7{k}") for k, each in enumerate(values)}

    def named(term: tm.Term) -> tm.Term:
        return letters[term] if isinstance(term, tm.Apply) and term in letters else rebuild(term, named)

    outer = cast("tm.Scalar", named(body))

    def along(letter: tm.Variable) -> tm.Scalar:
        rate: tm.Scalar = guarded(node, lambda: differentiate(outer, letter))
        _check_kinks(outer, rate, letter, node, at)
        return rate

    parts = [along(x)] if x in outer.free or not values else []
    for each, letter in letters.items():
        inner = cast("tm.Scalar", each.arg)
        own = tm.Function(each.function.name + "'", "real")(inner)
        parts.append(along(letter) * own if inner == x else along(letter) * own * _slope(inner, x, node, at))
    rate = tm.sum_of(parts)
    made: tm.Scalar = guarded(node, lambda: substitute(rate, {letter: each for each, letter in letters.items()}))
    return made


def _check_kinks(body: tm.Scalar, rate: tm.Scalar, variable: tm.Variable, node: t.Node, at: tm.Scalar | None) -> None:
    needed = set(smooth(body, variable)) - set(definedness(rate))
    if at is not None and not at.free:
        needed = {prop for prop in needed if not _surely_holds(substitute(prop, {variable: at}))}
    if needed:
        raise Refused(node, "a derivative at a point where there may be none")


def _surely_holds(prop: Prop) -> bool:
    """Whether a relation without letters is strict and holds."""
    if not isinstance(prop, Relation) or not isinstance(prop.left, tm.Scalar) or not isinstance(prop.right, tm.Scalar):
        return False
    found = sign(folded(prop.left - prop.right), {})
    return found in {">": (1,), "<": (-1,), "!=": (1, -1)}.get(prop.kind, ())


def evaluated(value: Value, places: list[tuple[tm.Variable, tm.Scalar]], node: t.Node) -> Value:
    r"""`\left. value \right|_{x = 2}`: derivatives in `value` are worked out before the places are put in."""
    if not isinstance(value, tm.Scalar):
        raise Refused(node, "the value at a point of what is no number")
    if any(map(is_unknown_rate, value.free)):
        raise Refused(node, "the value at a point of a derivative of which nothing is known")

    for each in value.subterms():
        if isinstance(each, tm.Derivative):
            guarded(node, lambda each=each: worked_out(each.body, each.variable, node))
    return guarded(node, lambda: substitute(without_derivatives(value), dict(places)))


def without_derivatives(term: T) -> T:
    """A term with its derivatives worked out.

    Raises:
        SymproofError: a derivative of what has no rule.
    """
    inside: tm.Term = rebuild(term, without_derivatives)
    if isinstance(inside, tm.Derivative):
        inside = differentiate(inside.body, inside.variable)
    return cast("T", inside)  # of the sort that it was of

"""Infinite sums: what a statement `sums_to` is proved by. Trusted.

By its partial sums, where they differ from the limit by what vanishes, by the power series of a table, and as a
combination of others. So convergence
is never supposed: it is what is proved.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, NamedTuple

from symproof import statement as st
from symproof import term as tm
from symproof.functions import cos, exp, log, pi, sin
from symproof.substitution import substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.facts import Facts
from symproof.trusted.integer_rules import Subgoals
from symproof.trusted.null import vanishes
from symproof.trusted.rejected import Rejected

MOST_TERMS = 16
x, a, k = tm.Variable("x"), tm.Variable("a"), tm.Variable("k", "natural", least=0)
_INSIDE = (-1 < x, x < 1)
_sign, _odd, _even = tm.scalar(-1) ** k, 2 * k + 1, 2 * k


class KnownSeries(NamedTuple):
    """The terms for k = 0, 1, ... at x, the value, and where it has that value. An order a may be any number."""

    body: tm.Scalar
    value: tm.Scalar
    where: tuple[st.Prop, ...] = ()


KNOWN: dict[str, KnownSeries] = {
    "exp": KnownSeries(x**k / tm.Factorial(k), exp(x)),
    "cos": KnownSeries(_sign * x**_even / tm.Factorial(_even), cos(x)),
    "sin": KnownSeries(_sign * x**_odd / tm.Factorial(_odd), sin(x)),
    "cosh": KnownSeries(x**_even / tm.Factorial(_even), (exp(x) + exp(-x)) / 2),
    "sinh": KnownSeries(x**_odd / tm.Factorial(_odd), (exp(x) - exp(-x)) / 2),
    "log": KnownSeries(_sign * x ** (k + 1) / (k + 1), log(1 + x), (-1 < x, x <= 1)),
    "atanh": KnownSeries(x**_odd / _odd, (log(1 + x) - log(1 - x)) / 2, _INSIDE),
    "binomial": KnownSeries(tm.Binomial(a, k) * x**k, (1 + x) ** a, _INSIDE),
    "negative_binomial": KnownSeries(tm.Binomial(a + k, k) * x**k, (1 - x) ** (-a - 1), _INSIDE),
    "zeta2": KnownSeries(1 / (k + 1) ** 2, pi**2 / 6),
    "zeta4": KnownSeries(1 / (k + 1) ** 4, pi**4 / 90),
    "leibniz": KnownSeries(_sign / _odd, pi / 4),
}


def _of_limit(facts: Facts, goal: st.Prop, certificate: ct.Limit) -> Subgoals:
    series, n = _stated(goal), certificate.letter
    if n != tm.Variable(n.name, "natural", least=0) or not n.name:
        raise Rejected(f"{n} is {st.describe(n)}, and partial sums are numbered by a natural number")
    if n == series.index or n in goal.free | certificate.start.free:
        raise Rejected(f"{n} is spoken of already, so it cannot number the partial sums")
    if not vanishes(facts, certificate.rest, n):
        raise Rejected(f"{certificate.rest} is not seen to vanish as {n} grows")
    partial = tm.Sum(series.body, series.index, series.low, n)
    stated = st.Relation("=", partial, series.value + certificate.rest)
    yield facts, st.Each(n, stated, certificate.start), certificate.proof


def _of_known(facts: Facts, goal: st.Prop, certificate: ct.PowerSeries) -> Subgoals:
    series, row = _stated(goal), KNOWN.get(certificate.name)
    at, factor, order, shift = certificate.at, certificate.factor, certificate.order, certificate.shift
    if row is None or series.index in at.free | factor.free | order.free:
        raise Rejected(f"no series is called {certificate.name}, or {at}, {factor} and {order} speak of {series.index}")
    if (
        not isinstance(series.low, tm.Number)
        or type(shift) is not int
        or not 0 <= series.low.value + shift <= MOST_TERMS
    ):
        raise Rejected(f"from {series.low} on, {shift} places along, is no end of a power series")
    for condition in row.where:
        if not facts.evident(needed := substitute(condition, {x: at})):
            raise Rejected(f"the series {certificate.name} needs {needed}", needs=needed)

    def member(place: tm.Scalar) -> tm.Scalar:
        return substitute(row.body, {x: at, a: order, k: place})

    same = st.Relation("=", series.body, factor * member(series.index + shift))
    yield facts, st.Each(series.index, same, series.low), certificate.proof
    first = [member(tm.Number(Fraction(place))) for place in range(int(series.low.value) + shift)]
    whole = factor * (substitute(row.value, {x: at, a: order}) - tm.Add((ZERO, *first)))
    yield facts, st.Relation("=", series.value, whole), certificate.value


def _of_added(facts: Facts, goal: st.Prop, certificate: ct.AddedSeries) -> Subgoals:
    series, start = _stated(goal), certificate.start
    parts = list(zip(certificate.weights, certificate.series, strict=False))
    if not len(certificate.weights) == len(certificate.series) == len(certificate.proofs):
        raise Rejected("each of the series has one weight and one proof")
    if (
        not isinstance(series.low, tm.Number)
        or type(start) is not int
        or not 0 <= start - series.low.value <= MOST_TERMS
    ):
        raise Rejected(f"{start} is no place where the terms from {series.low} on may be cut")
    low, from_start = int(series.low.value), tm.Number(Fraction(start))
    added: list[tm.Scalar] = []
    for weight, part in parts:
        if not isinstance(part, st.SumsTo) or (part.index, part.low) != (series.index, from_start):
            raise Rejected(f"{part} is no infinite sum for {series.index} from {start} on")
        if series.index in weight.free:
            raise Rejected(f"{weight} speaks of {series.index}")
        added.append(weight * part.body)
    for part, proof in zip(certificate.series, certificate.proofs, strict=True):
        yield facts, part, proof
    same = st.Relation("=", series.body, tm.Add((ZERO, *added)))
    yield facts, st.Each(series.index, same, from_start), certificate.terms
    first = [substitute(series.body, {series.index: tm.Number(Fraction(place))}) for place in range(low, start)]
    values = [weight * part.value for weight, part in parts if isinstance(part, st.SumsTo)]
    yield facts, st.Relation("=", series.value, tm.Add((ZERO, *first, *values))), certificate.value


def _stated(goal: st.Prop) -> st.SumsTo:
    if not isinstance(goal, st.SumsTo):
        raise Rejected(f"{goal} states no infinite sum")
    return goal


SERIES: dict[type, Callable[[Facts, st.Prop, Any], Subgoals]] = {
    ct.Limit: _of_limit,
    ct.PowerSeries: _of_known,
    ct.AddedSeries: _of_added,
}

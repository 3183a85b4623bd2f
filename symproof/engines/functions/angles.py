"""Sine and cosine of sums of angles, taken apart into those of the angles that all of them are made of.

sin(2*k*x + x) and sin(k*x + x) are made of k*x and x: the laws of sums are stated for each angle less one of its units, and
what is left is an equation between polynomials in the sines and cosines of the units.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from math import gcd, lcm

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.ideal import ideal
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Monomial
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import instance_of

MOST_UNITS = 8
Angle = dict[Monomial, Fraction]


def angles(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation with sines and cosines, or the opposite of one, from those of sums of angles; angles of the facts count too."""
    if goal.kind not in ("=", "!="):
        return None
    here = dict.fromkeys(_arguments(goal))
    known = (arg for fact in facts.props if isinstance(fact, st.Relation) for arg in _arguments(fact)) if here else ()
    try:
        uses = list(dict.fromkeys(_uses(facts, list(here | dict.fromkeys(known)))))
    except (*NOT_NORMAL, LookupError):
        return None
    extended, stated = facts, []
    for pair in uses:
        for name in ("sin_of_sum", "cos_of_sum"):
            try:
                claim = instance_of(extended, name, pair)
            except Rejected:
                return None
            extended = extended.extended([claim])
            stated.append((name, pair))
    if not stated:
        return None
    found = search.try_out(extended, goal) if goal.kind == "=" else None
    found = found or ideal(search, extended, goal)
    for name, pair in reversed(stated):
        found = None if found is None else ct.Law(name, pair, found)
    return found


def _uses(facts: Facts, arguments: list[tm.Scalar]) -> Iterator[tuple[tm.Scalar, tm.Scalar]]:
    """Pairs of angles, of which the second is a unit, that the arguments are sums of."""
    normalizer, ring = facts.normalizer, facts.normalizer.ring
    back = Readback(normalizer)
    read: list[Angle] = []
    for argument in arguments:
        value = normalizer.scalar(argument)
        if value.den is None:
            read.append({m: Fraction(int(c.p), int(c.q)) for m, c in ring.numerator_terms(value)})
    units = {m: _unit([angle[m] for angle in read if m in angle]) for angle in read for m in angle}

    def term(angle: Angle) -> tm.Scalar:
        return back.scalar(ring.from_terms([(m, fmpq(c.numerator, c.denominator)) for m, c in angle.items()]))

    for angle in read:
        left = dict(angle)
        if sum(abs(c / units[m]) for m, c in angle.items()) > MOST_UNITS:
            continue
        while len(left) > 1 or any(abs(c) > units[m] for m, c in left.items()):
            m = next(iter(left))
            step = units[m] if left[m] > 0 else -units[m]
            left[m] -= step
            left = {other: c for other, c in left.items() if c}
            yield term(left), term({m: step})


def _unit(coefficients: list[Fraction]) -> Fraction:
    """The largest number that all are multiples of."""
    scale = lcm(*(c.denominator for c in coefficients))
    return Fraction(reduce(gcd, (int(c * scale) for c in coefficients)), scale)


def _arguments(term: tm.Term) -> Iterator[tm.Scalar]:
    if term.binders:
        return
    match term:
        case tm.Elementary("sin" | "cos", (arg,)):
            yield arg
    for child in term.children():
        yield from _arguments(child)

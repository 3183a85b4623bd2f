"""Sine and cosine of sums of angles, taken apart into those of the angles that all of them are made of.

sin(2*k*x + x) and sin(k*x + x) are made of k*x and x: the laws of sums are stated for each angle less one of its units, and
what is left is an equation between polynomials in the sines and cosines of the units.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import Any

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.functions.turns import by_parts_of_a_turn
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.ideal import ideal, member
from symproof.engines.polynomials.inequality import oriented, positivity
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, sum_of_facts
from symproof.engines.stated import Stated
from symproof.engines.valued import has_value
from symproof.functions import cos, sin
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Frozen, Quotient, as_fraction
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import instance_of

MOST_UNITS, MOST_SIZES = 8, 3
Use = tuple[str, tuple[tm.Scalar, tm.Scalar]]
Angle = dict[Frozen, Fraction]


def angles(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation with sines and cosines that is no order, from those of sums of angles; angles of the facts count too."""
    if not isinstance(goal.left, tm.Scalar) or goal.kind not in ("=", "!="):
        return None
    if goal.kind == "=" and (cleared := _cleared(search, facts, goal)) is not None:
        return cleared
    stated = _laws(facts, goal)
    extended = _with_laws(facts, stated) if stated else None
    if extended is None:
        return None
    if goal.kind == "=" and (written := _written_out(facts, goal, stated)) is not None:
        return written
    found = member(extended, goal) or search.try_out(extended, goal) if goal.kind == "=" else None
    found = found or ideal(search, extended, goal)
    return None if found is None else _after(stated, found)


def _cleared(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation between quotients by sines and cosines that are not 0, multiplied out: of tangents of angles that add up."""
    try:
        value = facts.normalizer.difference(tm.scalar(goal.left), tm.scalar(goal.right))
        if value.den is None or not any(tm.is_elementary(part, "sin", "cos") for part in goal.subterms()):
            return None
        top, bottom = map(Readback(facts.normalizer).scalar, (Quotient(value.num), Quotient(value.den)))
    except (*NOT_NORMAL, LookupError):
        return None
    weight, short = ONE / bottom, st.Relation("=", top, ZERO)
    if not has_value(facts, weight) or probe.fails(facts, short):
        return None
    proof = search.prove(facts, short)
    return None if proof is None else ct.Have(short, proof, ct.Combination((ct.Piece(weight, (len(facts.props),)),)))


def _laws(facts: Facts, goal: st.Relation) -> list[Use]:
    """The laws of the sums that the angles of a goal are."""
    known = [arg for fact in facts.props if isinstance(fact, st.Relation) for arg in _arguments(fact)]
    if not known and next(_arguments(goal), None) is None:
        return []
    try:
        gap = Readback(facts.normalizer).scalar(
            facts.normalizer.difference(tm.scalar(goal.left), tm.scalar(goal.right))
        )
        here = dict.fromkeys(_arguments(gap))  # cos(pi - x) is -cos(x) there
        uses = list(dict.fromkeys(_uses(facts, list(here | dict.fromkeys(known)))))
    except (*NOT_NORMAL, LookupError):
        return []
    return [(name, pair) for pair in uses for name in ("sin_of_sum", "cos_of_sum")]


def _written_out(facts: Facts, goal: st.Relation, stated: list[Use]) -> Certificate | None:
    """An equation whose sides are equal once the laws are put in, or differ by what is zero for parts of a turn:
    cos(x) + cos(x + 2*pi/5) + ... + cos(x + 8*pi/5) = 0."""
    uses = [_of_atom(facts, *use) for use in _ordered(facts, stated) if use[1][0].free | use[1][1].free]
    extended = _with_laws(facts, uses)
    if extended is None:
        return None
    rules = tuple(range(len(facts.props), len(extended.props)))
    try:
        gap = rewriting(extended, rules).difference(tm.scalar(goal.left), tm.scalar(goal.right))
        equal = facts.normalizer.ring.is_zero(gap)
        found = ct.Combination((), rules) if equal else by_parts_of_a_turn(extended, goal, rules)
    except (*NOT_NORMAL, LookupError, Rejected):
        return None
    return None if found is None else _after(uses, found)


def _ordered(facts: Facts, stated: list[Use]) -> list[Use]:
    """The laws, each after those of the two angles that it adds."""
    normalizer = facts.normalizer
    waiting: dict[Any, list[Use]] = {}
    for use in stated:
        waiting.setdefault(normalizer.ring.freeze(normalizer.scalar(use[1][0] + use[1][1])), []).append(use)
    ordered: list[Use] = []

    def visit(angle: tm.Scalar) -> None:
        uses = waiting.pop(normalizer.ring.freeze(normalizer.scalar(angle)), [])
        for part in uses[0][1] if uses else ():
            visit(part)
        ordered.extend(uses[:2])  # of its sine and its cosine, at one pair

    for _, (first, second) in stated:
        visit(first + second)
    return ordered


def _with_laws(facts: Facts, stated: list[Use]) -> Facts | None:
    for name, pair in stated:
        try:
            facts = facts.extended([instance_of(facts, name, pair)])
        except Rejected:
            return None
    return facts


def _after(stated: list[Use], found: Certificate) -> Certificate:
    for name, pair in reversed(stated):
        found = ct.Law(name, pair, found)
    return found


def orders_of_angles(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order, once its sines and cosines are those of the units: a polynomial in them."""
    ends = oriented(goal)
    if ends is None or next(_arguments(goal), None) is None:
        return None
    stated = [_of_atom(facts, *use) for use in _ordered(facts, _laws(facts, goal))]
    extended = _with_laws(facts, stated) if stated else None
    if extended is None:
        return None
    small, large, strict = ends
    numbers = tuple(range(len(facts.props), len(facts.props) + len(stated)))
    try:
        normalizer = rewriting(extended, numbers)
    except Rejected:
        return None
    written = Readback(normalizer).scalar(normalizer.difference(large, small))
    order = st.Relation(">" if strict else ">=", written, ZERO)
    if facts.evident(st.Relation("=", large - small, written)):
        return None
    proof = search.without(orders_of_angles).prove(facts, order)
    if proof is None:
        return None
    sum_of_it = sum_of_facts(len(facts.props), rewrites=tuple(number + 1 for number in numbers))
    return ct.Have(order, proof, _after(stated, sum_of_it))


def sizes_of_angles(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order with |sin(u + v)| <= |sin(u)| + |sin(v)| or |cos(u + v)| <= |cos(u)| + |sin(v)|: for these sums, linearly."""
    sizes = [part.args[0] for part in goal.outer(tm.Elementary) if tm.is_elementary(part, "abs")]
    sizes = [size for size in sizes if tm.is_elementary(size, "sin", "cos")]
    if not sizes or oriented(goal) is None or probe.fails(facts, goal):
        return None
    stated = Stated(facts)
    quick = search.aside((("positivity", positivity), ("linear", linear)))
    for name, pair in _laws(facts, goal)[: 2 * MOST_SIZES]:
        value = sin if name == "sin_of_sum" else cos
        if any(facts.evident(st.Relation("=", abs(size), abs(value(pair[0] + pair[1])))) for size in sizes):
            for u, v in (pair,) if value == sin else (pair, pair[::-1]):
                sizes += _state_size(quick, stated, name, u, v)
    proof = linear(search, stated.facts, goal) if stated else None
    search.words += [] if proof is None else ["laws"]
    return stated.then(proof)


def _state_size(quick: Search, stated: Stated, name: str, u: tm.Scalar, v: tm.Scalar) -> list[tm.Scalar]:
    """State a bound of |sin(u + v)| or |cos(u + v)|, and what stands in it."""
    _, (u, v) = _of_atom(stated.facts, name, (u, v))
    value, one, other = (sin, sin(u), cos(u)) if name == "sin_of_sum" else (cos, cos(u), sin(u))
    law, bound = instance_of(stated.facts, name, (u, v)), abs(one) + abs(sin(v))
    assert isinstance(law, st.Relation)  # an equation
    written = st.Relation("<=", abs(tm.scalar(law.right)), bound)
    small = (abs(other) <= 1, abs(one * cos(v)) <= abs(one), abs(other * sin(v)) <= abs(sin(v)))
    if not all(stated.add(below, quick.prove(stated.facts, below)) for below in (*small, written)):
        return []
    rest = sum_of_facts(len(stated.facts.props) - 1, rewrites=(len(stated.facts.props),))
    stated.add(st.Relation("<=", abs(value(u + v)), bound), ct.Law(name, (u, v), rest))
    return [one, sin(v)]


def _of_atom(facts: Facts, name: str, pair: tuple[tm.Scalar, tm.Scalar]) -> Use:
    """The law at a sum whose sine or cosine is an atom as it stands: of sin(x - y) and sin(y - x) one is the other's opposite."""
    value = (sin if name == "sin_of_sum" else cos)(pair[0] + pair[1])
    is_atom = facts.normalizer.single(facts.normalizer.scalar(value)) is not None
    return name, pair if is_atom else (-pair[0], -pair[1])


def _uses(facts: Facts, arguments: list[tm.Scalar]) -> Iterator[tuple[tm.Scalar, tm.Scalar]]:
    """Pairs of angles, of which the second is a unit, that the arguments are sums of."""
    normalizer, ring = facts.normalizer, facts.normalizer.ring
    back = Readback(normalizer)
    read = [_parts(facts, normalizer.scalar(argument)) for argument in arguments]
    units = {m: _unit([angle[m] for angle in read if m in angle]) for angle in read for m in angle}

    def term(angle: Angle) -> tm.Scalar:
        parts = [ring.scale(ring.thaw(m), fmpq(c.numerator, c.denominator)) for m, c in angle.items()]
        return back.scalar(normalizer.reduce(reduce(ring.add, parts)))

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


def _parts(facts: Facts, angle: Quotient) -> Angle:
    """The terms of an angle, each over its denominator, with their numbers."""
    ring = facts.normalizer.ring
    below = ring.constant(1) if angle.den is None else facts.normalizer.inverse(Quotient(angle.den))
    monomials = [(m, as_fraction(c)) for m, c in ring.numerator_terms(angle)]
    over = [(facts.normalizer.reduce(ring.multiply(ring.from_terms([(m, fmpq(1))]), below)), c) for m, c in monomials]
    return {ring.freeze(part): number for part, number in over}


def _unit(coefficients: list[Fraction]) -> Fraction:
    """The largest number that all are multiples of."""
    scale = lcm(*(c.denominator for c in coefficients))
    return Fraction(reduce(gcd, (int(c * scale) for c in coefficients)), scale)


def _arguments(term: tm.Term) -> Iterator[tm.Scalar]:
    return (part.args[0] for part in term.outer(tm.Elementary) if part.function in ("sin", "cos"))

"""Two more ways to an order about a letter, where its slope alone changes its sign.

Of h >= 0 on [a, b] with h(a) = 0, h/(x - a) >= 0 is asked instead: sin(x) >= 2*x/pi on [0, pi/2], since sin(x)/x falls towards
2/pi. An order with |...| around a function is told apart by what stands inside, one with a denominator by its sign. Untrusted.

Limits: a is a rational bound of the letter; three absolute values.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search, sum_of_facts
from symproof.substitution import replaced
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST_ABSOLUTE = 4
NEAR = 1e-4
SECONDS = 0.3


def zero_ends(facts: Facts, gap: tm.Scalar, x: tm.Variable) -> Iterator[tuple[tm.Number, int, int]]:
    """Rational bounds of x at which a difference is zero; 1 or -1 for a lower or an upper one, and how often it is zero."""
    known = facts.range(x)
    for end, side in ((known.low, 1), (known.high, -1)):
        if end is None:
            continue
        for at in probe.samples(facts, st.Relation("<=", x, x)):
            try:
                here, near = (probe.value(gap, {**at, x: float(end) + step * side}) for step in (0.0, NEAR))
            except probe.NoFloat:
                break
            if abs(here) < 1e-12:
                yield tm.Number(end), side, 1 if abs(near) > NEAR**1.5 else 2
            break


def divided(gap: tm.Scalar, x: tm.Variable, end: tm.Number, side: int, times: int) -> tuple[tm.Scalar, tm.Scalar]:
    """h/|x - a|**k, and |x - a|**k."""
    distance: tm.Scalar = x if not end.value else x - end
    if side < 0:
        distance = end - x
    power = distance if times == 1 else distance ** tm.Number(Fraction(times))
    return gap / power, power


def absolute(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that holds |...|, by the signs of what stands inside."""
    found = list(dict.fromkeys(_absolute_in(goal)))
    if not found or len(found) > MOST_ABSOLUTE or not _is_bent(goal) or goal.kind in ("=", "!="):
        return None
    inner = search.without(absolute)
    proof = by_signs(inner, facts, goal, MOST_ABSOLUTE)
    search.words += inner.words if proof is not None else ()
    return proof


def by_signs(search: Search, facts: Facts, goal: st.Relation, left: int) -> Certificate | None:
    """Cases of the sign of what stands in an absolute value, those without functions first."""
    parts = sorted(dict.fromkeys(_absolute_in(goal)), key=_is_bent)
    if not parts or not left:
        return None if probe.fails(facts, goal) else search.prove(facts, goal)
    (inside,) = parts[0].args
    cases: list[Certificate] = []
    positive = st.Relation(">=", inside, ZERO)
    for sign, value in ((positive, inside), (st.Relation("<", inside, ZERO), tm.Neg(inside))):
        known = facts.extended([sign])
        simpler = replaced(goal, {parts[0]: value})
        assert isinstance(simpler, st.Relation)
        proof = by_signs(search, known, simpler, left - 1)
        if proof is None:
            return None
        cases.append(ct.Have(simpler, proof, sum_of_facts(len(known.props))))
    return ct.Cases(positive, *cases)


def denominators(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between quotients, by the sign of a denominator under functions: what it is known to be, or both."""
    if goal.kind in ("=", "!=") or not _is_bent(goal):
        return None
    unknown = [bottom for bottom in dict.fromkeys(_bottoms(goal)) if not _is_signed(facts, bottom)]
    if not unknown or len(unknown) > MOST_ABSOLUTE:
        return None
    bottom = unknown[0]
    over, under = st.Relation(">", bottom, ZERO), st.Relation("<", bottom, ZERO)
    for sign in (over, under):
        proof = None if probe.fails(facts, sign) else search.among(search.engines, SECONDS).prove(facts, sign)
        if proof is not None:
            rest = search.prove(facts.extended([sign]), goal)
            return None if rest is None else ct.Have(sign, proof, rest)
    if not facts.evident(st.Relation("!=", bottom, ZERO)):
        return None
    first = search.prove(facts.extended([over]), goal)
    if first is None:
        return None
    at_most = st.Relation("<=", bottom, ZERO)
    known = facts.extended([at_most])
    proof = ct.Evident() if known.evident(under) else linear(search, known, under)
    second = None if proof is None else search.prove(known.extended([under]), goal)
    return None if proof is None or second is None else ct.Cases(over, first, ct.Have(under, proof, second))


def _bottoms(term: tm.Term) -> Iterator[tm.Scalar]:
    """Denominators, outside of binders."""
    if isinstance(term, tm.Div) and term.denominator.free:
        yield term.denominator
    if not term.binders:
        for child in term.children():
            yield from _bottoms(child)


def _is_signed(facts: Facts, term: tm.Scalar) -> bool:
    known = facts.range(term)
    return known.is_positive or known.is_negative


def _absolute_in(term: tm.Term) -> Iterator[tm.Elementary]:
    """Absolute values outside of binders, the inner ones first."""
    if term.binders:
        return
    for child in term.children():
        yield from _absolute_in(child)
    if tm.is_elementary(term, "abs"):
        yield term


def _is_bent(term: tm.Term) -> bool:
    """Whether a function that is no root stands in a term."""
    return tm.is_elementary(term, "exp", "log", "sin", "cos", "sigma", "arctan") or any(map(_is_bent, term.children()))

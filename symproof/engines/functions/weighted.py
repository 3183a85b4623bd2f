"""Means with weights: what is bent lies above its tangent at the mean, so a sum of it with weights lies above its value there.

a**t * b**(1 - t) <= t*a + (1 - t)*b for 0 <= t <= 1: with y = t*log(a) + (1 - t)*log(b), a = exp(log(a)) is at least
exp(y)*(1 + log(a) - y), and so is b; add these with the weights. So with exp(x) for terms that are powers, and with log the other
way round. The kernel adds again. Untrusted.

Limits: one term on the side of the mean; on the other at most `MOST`, with weights that are seen not to be negative.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import in_normal_form
from symproof.engines.search import Search, Step, state
from symproof.functions import exp, log
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST = 6
QUICK = ("ring", "positivity", "linear", "ideal")
Addend = tuple[tm.Scalar, tm.Scalar]
"""A weight, and the argument of the function that it stands before."""


def weighted(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between a mean inside of exp or log, and the mean of the values."""
    ends = oriented(goal)
    if ends is None or ends[2] or not _is_bent(goal):
        return None
    small, large, _ = ends
    bases = _bases(goal)
    for law, mean, values, read in (
        ("exp_above_tangent_at", small, large, _as_exponential),
        ("log_below_tangent_at", large, small, _as_logarithm),
    ):
        at = list(_addends(mean, ONE))
        parts = [read(facts, bases, term) for term in _addends(values, ONE)]
        place = read(facts, bases, at[0]) if len(at) == 1 and len(parts) <= MOST else None
        known = [part for part in parts if part is not None]
        if place is None or len(known) < len(parts):
            continue
        if read is _as_logarithm and len(known) < MOST:  # what the weights lack is that of log(1)
            gap = place[0] - sum((weight for weight, _ in known), start=ZERO)
            lacking = in_normal_form(facts.normalizer, gap)
            known += [(lacking, ONE)] if facts.evident(st.Relation(">", lacking, ZERO)) else []
        if len(known) >= 2:
            found = _added(search, facts, large - small, law, place[1], known)
            if found is not None:
                return found
    return None


def weights_in(facts: Facts, term: tm.Scalar) -> list[Addend] | None:
    """The addends of a sum as weights times exp of something."""
    bases = _bases(term)
    parts = [_as_exponential(facts, bases, each) for each in _addends(term, ONE)]
    return None if None in parts else [part for part in parts if part is not None]


def _bases(whole: tm.Term) -> set[tm.Scalar]:
    """What has powers that are no integers, or a logarithm."""
    powers = {part.base for part in whole.subterms() if isinstance(part, tm.Pow) and not tm.is_integer(part.exponent)}
    return powers | {p.args[0] for p in whole.subterms() if tm.is_elementary(p, "log")}


def _is_bent(goal: st.Relation) -> bool:
    return any(
        (isinstance(part, tm.Pow) and bool(part.exponent.free) and not tm.is_integer(part.exponent))
        or (tm.is_elementary(part, "exp", "log") and bool(part.free))
        for part in goal.subterms()
    )


def _added(
    search: Search, facts: Facts, gap: tm.Scalar, law: str, place: tm.Scalar, parts: list[Addend]
) -> Certificate | None:
    """The tangents at a place with their weights, and that nothing of the gap is left."""
    for weight, argument in parts:
        if law.startswith("exp"):
            above = exp(argument) - exp(place) * (ONE + argument - place)
        else:
            above = log(place) + argument / place - ONE - log(argument)
        gap = gap - weight * above
    inner = search.aside(search.named(*QUICK))
    stated: list[Step] = []
    try:
        rest = in_normal_form(facts.normalizer, gap)
        needs = [st.Relation(">=", weight, ZERO) for weight, _ in parts]
        for prop in (*needs, st.Relation("=", rest, ZERO)):
            proof = ct.Evident() if facts.evident(prop) else inner.prove(facts, prop)
            if proof is None:
                return None
            stated.append((prop, proof))
    except (*NOT_NORMAL, LookupError):
        return None
    first = len(facts.props) + len(stated)
    pieces = [ct.Piece(weight, (first + k,)) for k, (weight, _) in enumerate(parts)]
    done: Certificate = ct.Combination((*pieces, ct.Piece(ONE, (first - 1,))))
    for _, argument in reversed(parts):
        done = ct.Law(law, (argument, place), done)
    return state(stated, done)


def _addends(term: tm.Scalar, factor: tm.Scalar) -> Iterator[tm.Scalar]:
    """What a term adds up; a factor, and a number below, go to each."""
    match term:
        case tm.Add(args):
            for arg in args:
                yield from _addends(arg, factor)
        case tm.Neg(arg):
            yield from _addends(arg, -factor)
        case tm.Div(tm.Add() as top, bottom):
            yield from _addends(top, factor / bottom)
        case _:
            yield term if factor == ONE else factor * term


def _as_exponential(facts: Facts, bases: set[tm.Scalar], term: tm.Scalar) -> Addend | None:
    """A term as a weight times exp of the logarithms of what stands in it with powers."""
    weight: tm.Scalar = ONE
    argument: tm.Scalar = ZERO
    for base, exponent in _factors(term, ONE):
        if tm.is_elementary(base, "exp"):
            argument = argument + exponent * base.args[0]
        elif base in bases:
            if not facts.evident(st.Relation(">", base, ZERO)):
                return None
            argument = argument + exponent * log(base)
        else:
            weight = weight * base**exponent if exponent != ONE else weight * base
    return weight, argument


def _as_logarithm(_: Facts, __: set[tm.Scalar], term: tm.Scalar) -> Addend | None:
    """A term as a weight times log of something."""
    found: tm.Scalar | None = None
    weight: tm.Scalar = ONE
    for base, exponent in _factors(term, ONE):
        if found is None and exponent == ONE and tm.is_elementary(base, "log"):
            found = base.args[0]
        else:
            weight = weight * base**exponent if exponent != ONE else weight * base
    return None if found is None else (weight, found)


def _factors(term: tm.Scalar, exponent: tm.Scalar) -> Iterator[tuple[tm.Scalar, tm.Scalar]]:
    """What a term is the product of, with exponents."""
    match term:
        case tm.Mul(args):
            for arg in args:
                yield from _factors(arg, exponent)
        case tm.Div(top, bottom):
            yield from _factors(top, exponent)
            yield from _factors(bottom, -exponent)
        case tm.Neg(arg):
            yield -ONE, ONE
            yield from _factors(arg, exponent)
        case tm.Pow(base, power):
            yield base, power if exponent == ONE else exponent * power
        case _:
            yield term, exponent

"""Means with weights: what is bent lies above its tangent at the mean, so a sum of it with weights lies above its value there.

a**t * b**(1 - t) <= t*a + (1 - t)*b for 0 <= t <= 1: with y = t*log(a) + (1 - t)*log(b), a = exp(log(a)) is at least
exp(y)*(1 + log(a) - y), and so is b; add these with the weights. So with exp(x) for terms that are powers, and with log the other
way round. The kernel adds again. Untrusted.

Limits: one term on the side of the mean; on the other at most `MOST`, with weights that are seen not to be negative.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback, in_normal_form
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
Share = tuple[tm.Scalar, tm.Scalar, tm.Scalar]
"""The same, and the place at which the tangent touches."""
LARGEST_POWER, SECONDS = 4, 1.0


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
            found = _added(search, facts, large - small, law, [(*part, place[1]) for part in known])
            if found is not None:
                return found
    return None


def gathered(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order of weighted logarithms, those of one weight in one: a*log(a/x) - (a + b)*log((a + b)/(x + y)) + b*log(b/y) is
    a*log(u) + b*log(v) with u = a*(x + y)/(x*(a + b)), and log(u) is at least 1 - 1/u. Where an exponential stands beside, it is
    above its tangent at the logarithms: exp(b) >= a*(1 + b - log(a))."""
    ends = oriented(goal)
    if ends is None or ends[2] or not any(tm.is_elementary(part, "log") for part in goal.subterms()):
        return None
    gap = ends[1] - ends[0]
    addends = list(_addends(gap, ONE))
    logs = [part for each in addends if (part := _as_logarithm(facts, set(), each)) is not None]
    if not 0 < len(logs) <= MOST or any(
        part.free and tm.is_elementary(part, "log") for w, _ in logs for part in w.subterms()
    ):
        return None
    for exponential in dict.fromkeys(part for part in goal.outer(tm.Elementary) if tm.is_elementary(part, "exp")):
        for _, place in logs:
            parts = [(ONE, exponential.args[0], log(place))]
            if (found := _added(search, facts, gap, "exp_above_tangent_at", parts, ">=")) is not None:
                return found
    for one in (ONE, *_ones(facts)) if len(logs) > 1 else ():  # log(2) is (p + q)*log(2) where p + q = 1
        shares = _by_weight(facts, [(weight if weight.free else weight * one, u) for weight, u in logs])
        if (
            shares is not None
            and (found := _added(search, facts, gap, "log_below_tangent_at", shares, ">=")) is not None
        ):
            return found
    return None


def _ones(facts: Facts) -> Iterator[tm.Scalar]:
    """What equations say to be 1."""
    for fact in facts.props:
        match fact:
            case st.Relation("=", tm.Scalar() as total, tm.Number(number)) if number and total.free:
                yield total / tm.Number(number)


def _by_weight(facts: Facts, logs: list[Addend]) -> list[Share] | None:
    """Weighted logarithms, for each product of letters in the weights: it, and the two products whose quotient stands in the
    logarithm behind it, what is below first. None where a power in one is no integer."""
    ring, back = facts.normalizer.ring, Readback(facts.normalizer)
    found: dict[tuple[tuple[int, int], ...], list[tuple[tm.Scalar, int]]] = {}
    try:
        for weight, argument in logs:
            value = facts.normalizer.scalar(weight)
            if value.den is not None or not facts.evident(st.Relation(">", argument, ZERO)):
                return None
            for monomial, c in ring.numerator_terms(value):
                if c.q != 1 or abs(c) > LARGEST_POWER:
                    return None
                found.setdefault(monomial, []).append((argument, int(c.p)))
        weights = {monomial: back.scalar(ring.from_terms([(monomial, fmpq(1))])) for monomial in found}
    except (*NOT_NORMAL, LookupError):
        return None
    return [
        (
            weights[monomial],
            _power_of([(u, -n) for u, n in powers if n < 0]),
            _power_of([(u, n) for u, n in powers if n > 0]),
        )
        for monomial, powers in found.items()
    ]


def _power_of(powers: list[tuple[tm.Scalar, int]]) -> tm.Scalar:
    result: tm.Scalar = ONE
    for base, exponent in powers:
        each = base if exponent == 1 else base ** tm.scalar(exponent)
        result = each if result == ONE else result * each
    return result


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
    search: Search, facts: Facts, gap: tm.Scalar, law: str, parts: Sequence[Share], left: str = "="
) -> Certificate | None:
    """The tangents at places with their weights, and that nothing, or nothing negative, is left of the gap."""
    for weight, argument, place in parts:
        if law.startswith("exp"):
            above = exp(argument) - exp(place) * (ONE + argument - place)
        else:
            above = log(place) + argument / place - ONE - log(argument)
        gap = gap - weight * above
    inner = search.aside(search.named(*QUICK), SECONDS)
    stated: list[Step] = []
    try:
        rest = in_normal_form(facts.normalizer, gap)
        needs = [st.Relation(">=", weight, ZERO) for weight, _, _ in parts]
        for prop in (*needs, st.Relation(left, rest, ZERO)):
            proof = ct.Evident() if facts.evident(prop) else inner.prove(facts, prop)
            if proof is None:
                return None
            stated.append((prop, proof))
    except (*NOT_NORMAL, LookupError):
        return None
    first = len(facts.props) + len(stated)
    pieces = [ct.Piece(weight, (first + k,)) for k, (weight, _, _) in enumerate(parts)]
    done: Certificate = ct.Combination((*pieces, ct.Piece(ONE, (first - 1,))))
    for _, argument, place in reversed(parts):
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

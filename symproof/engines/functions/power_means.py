"""A power of a mean, and the mean of the powers: what is bent lies above its tangent at the mean, for an exponent that is a term.

((a + b)/2)**p <= (a**p + b**p)/2 for p >= 1: with m = (a + b)/2, p*a*m**(p - 1) <= a**p + (p - 1)*m**p is a mean with weights
(`weighted`), and so for b; they add up to the claim. With 0 <= p <= 1 it is the other way round. Untrusted.

Limits: one power of a sum on one side; on the other at most `MOST` powers, with weights that are numbers or seen to be >= 0.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.weighted import MOST, weights_in
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, in_turn, state
from symproof.functions import exp
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

QUICK = ("ring", "positivity", "linear", "ideal", "tangents")


def power_means(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between a power of a sum and a sum of powers, whose exponent is no number."""
    ends = oriented(goal)
    if ends is None or ends[2]:
        return None
    small, large, _ = ends
    for power, values, is_below in ((small, large, True), (large, small, False)):
        match power:
            case tm.Pow(base, exponent) if exponent.free and isinstance(base, (tm.Add, tm.Div)):
                found = _added(search, facts, large - small, (base, exponent), values, is_below)
                if found is not None:
                    return found
    return None


def _added(
    search: Search, facts: Facts, gap: tm.Scalar, power: tuple[tm.Scalar, tm.Scalar], values: tm.Scalar, is_below: bool
) -> Certificate | None:
    base, exponent = power
    parts = weights_in(facts, values)
    if parts is None or not 2 <= len(parts) <= MOST:
        return None
    back = Readback(facts.normalizer)
    quick = search.aside(search.named(*QUICK))
    orders: list[st.Prop] = []
    try:
        for weight, argument in parts:
            value, letter = (
                back.scalar(facts.normalizer.scalar(exp(each))) for each in (argument, argument / exponent)
            )
            line = exponent * letter * base ** (exponent - 1)
            order = (
                st.Relation("<=", line, value + (exponent - 1) * base**exponent)
                if is_below
                else st.Relation("<=", value, line + (1 - exponent) * base**exponent)
            )
            orders.append(order)
            gap = gap - weight * (tm.scalar(order.right) - tm.scalar(order.left))
        rest = st.Relation("=", back.scalar(facts.normalizer.scalar(gap)), ZERO)
        stated = in_turn(quick, facts, [*(st.Relation(">=", weight, ZERO) for weight, _ in parts), rest, *orders])
    except (*NOT_NORMAL, LookupError):
        return None
    if stated is None:
        return None
    first = len(facts.props) + len(parts)
    pieces = [ct.Piece(weight, (first + 1 + k,)) for k, (weight, _) in enumerate(parts)]
    return state(stated, ct.Combination((*pieces, ct.Piece(ONE, (first,)))))

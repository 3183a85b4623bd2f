"""Logarithms of products by those of the factors, where these are seen to be positive: log(k**2 - 4) = log(k - 2) + log(k + 2).

A normal form takes out of a logarithm what is an atom of it, as in log((n + 2)!), but does not factor what is left. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.logarithms import logarithms
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search
from symproof.engines.stated import Stated
from symproof.functions import log
from symproof.substitution import body_at
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient, as_fraction

MOST, SECONDS = 6, 0.2


def log_factors(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the logarithms of products as sums of those of their factors."""
    stated = Stated(facts)
    quick = search.aside((("ring", ring), ("logarithms", logarithms)), SECONDS)
    for part in list(dict.fromkeys(_logs(facts, goal)))[:MOST]:
        apart = of_factors(facts, part.args[0])
        if apart is None or apart == part:
            continue
        same = st.Relation("=", part, apart)
        if same not in stated.facts.props:
            stated.add(same, quick.prove(stated.facts, same))
    return stated.then(search.go_on(log_factors, stated.facts, goal) if stated else None)


def _logs(facts: Facts, goal: st.Relation) -> Iterator[tm.Elementary]:
    """The logarithms in a goal and in equations that are known; those in last terms where sums give these up."""
    for prop in (goal, *facts.props):
        if not isinstance(prop, st.Relation) or (prop is not goal and prop.kind != "="):
            continue
        parts = list(prop.outer(tm.Elementary))
        for total in prop.outer(tm.Sum) if facts.normalizer.peels else ():
            parts += body_at(total, total.high).outer(tm.Elementary)
        yield from (part for part in parts if tm.is_elementary(part, "log") and part.free <= prop.free)


def of_factors(facts: Facts, argument: tm.Scalar) -> tm.Scalar | None:
    """The logarithm of a product of factors that are seen to be positive, as a sum; None where it is none of two or more."""
    normalizer = facts.normalizer
    back, found = Readback(normalizer), list[tm.Scalar]()
    try:
        value = normalizer.scalar(argument)
        scale = Fraction(1)
        for side, sign in ((value.num, 1), (value.den, -1)):
            if side is None:
                continue
            constant, factors = normalizer.ring.factors(Quotient(side))
            scale *= as_fraction(constant) ** sign
            for factor, times in factors:
                term = back.scalar(factor)
                if not facts.evident(st.Relation(">", term, tm.ZERO)):
                    return None
                found.append(tm.Number(Fraction(sign * times)) * log(term))
    except (*NOT_NORMAL, LookupError):
        return None
    if len(found) < 2 or scale <= 0:
        return None
    return sum(found, start=log(tm.Number(scale)) if scale != 1 else tm.ZERO)

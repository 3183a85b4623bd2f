"""Numbers like log(3) and exp(-1), between two fractions: the engines again, once that is stated. Untrusted."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.search import Search, state
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.enclosure import enclosed
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected

MOST = 4
DIGITS = 10**5


def constants(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order in which such numbers stand beside letters."""
    if goal.kind in ("=", "!=") or not goal.free:
        return None
    found = list(dict.fromkeys(number for prop in (goal, *facts.props) for number in _numbers(prop)))[:MOST]
    stated = [bound for number in found for bound in _bounds(number)]
    known = [bound for bound in stated if not facts.evident(bound)]
    proof = search.go_on(constants, facts.extended(known), goal) if known else None
    return state([(bound, ct.Enclosed()) for bound in known], proof)


def _numbers(term: tm.Term) -> Iterator[tm.Elementary]:
    """Values of transcendental functions without letters, the outermost."""
    if tm.is_elementary(term, "exp", "log", "sin", "cos") and not term.free:
        yield term
    elif not term.binders:
        for child in term.children():
            yield from _numbers(child)


def _bounds(number: tm.Elementary) -> Iterator[st.Relation]:
    """Two fractions between which it lies, as the kernel says too."""
    try:
        near = Fraction(round(probe.value(number, {}) * DIGITS), DIGITS)
    except probe.NoFloat:
        return
    for kind, end in ((">", near - Fraction(2, DIGITS)), ("<", near + Fraction(2, DIGITS))):
        bound = st.Relation(kind, number, tm.Number(end))
        try:
            enclosed(Facts(()), bound, ())
        except Rejected:
            continue
        yield bound

"""Strict orders between means: t a + (1 - t) b < c from a < c and b < c, for 0 <= t <= 1.

A letter t >= 0 that something is multiplied with is 0 or is not; where it is not, its multiple of a strict order is strict.
Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.search import Search
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST, SECONDS = 2, 0.4
QUICK = ("ring", "positivity", "linear", "inequality", "triangle")


def shares(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A strict order, by cases of a letter that is >= 0 and a factor in it."""
    if goal.kind not in ("<", ">") or search.opposed:
        return None
    strict = any(isinstance(fact, st.Relation) and fact.kind in ("<", ">") for fact in facts.props)
    for share in list(_shares(facts, goal))[:MOST] if strict else ():
        inner = search.aside(search.named(*QUICK), SECONDS)
        positive, nothing = st.Relation(">", share, ZERO), st.Relation("=", share, ZERO)
        first = inner.prove(facts.extended([positive]), goal)
        if first is None:
            continue
        known = facts.extended([st.Relation("<=", share, ZERO)])
        rest = inner.prove(known.extended([nothing]), goal)
        if rest is not None:
            search.words += inner.words
            none = ct.Have(nothing, ct.Between(ct.Evident(), ct.Evident()), rest)
            return ct.Cases(positive, first, none)
    return None


def _shares(facts: Facts, goal: st.Relation) -> Iterator[tm.Variable]:
    """The real letters that are factors in a goal, and are known to be >= 0 and not to be > 0."""
    factors = dict.fromkeys(
        part
        for whole in goal.subterms()
        if isinstance(whole, (tm.Mul, tm.Scale)) and len(whole.free) > 1
        for part in whole.children()
        if isinstance(part, tm.Variable)
    )
    for letter in factors:
        known = facts.range(letter)
        if not tm.is_integer(letter) and known.is_nonnegative and not known.is_positive:
            yield letter

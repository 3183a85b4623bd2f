"""Vector inequalities: Cauchy-Schwarz for the pairs of vectors that the goal multiplies."""

from __future__ import annotations

from itertools import islice

from symproof import certificate as ct
from symproof import statement as st
from symproof import term as tm
from symproof.certificate import Certificate
from symproof.engines.inequality import oriented
from symproof.engines.readback import Readback
from symproof.engines.search import Search
from symproof.facts import NOT_NORMAL, Facts

MOST_PAIRS = 3


def cauchy_schwarz(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order, where it or a fact holds inner products of different vectors."""
    if oriented(goal) is None:
        return None
    normalizer = facts.normalizer
    pending: list[int] = []
    for relation in (goal, *facts.props):
        if isinstance(relation, st.Relation) and (ends := oriented(relation)) is not None:
            try:
                pending += normalizer.ring.generators(normalizer.difference(*ends[:2]))
            except NOT_NORMAL:
                continue
    pairs: dict[tuple[int, int], None] = {}
    while pending:
        key = normalizer.atoms[pending.pop()]
        if key[0] == "inner" and key[1] != key[2]:
            pairs[key[1], key[2]] = None
        elif key[0] == "root":
            pending += normalizer.ring.generators(normalizer.ring.thaw(key[1]))
    back = Readback(normalizer)
    stated: list[tuple[tm.Vector, tm.Vector]] = []
    inside = facts
    for i, j in islice(pairs, MOST_PAIRS):
        try:
            u, v = back.vector_atom(i), back.vector_atom(j)
        except LookupError:
            continue
        inner, bound = tm.Inner(u, v), tm.Norm(u) * tm.Norm(v)
        known = st.Relation("<=", inner, bound)
        if known in facts.props:
            continue
        square = st.Relation("<=", inner**2, tm.Inner(u, u) * tm.Inner(v, v))
        inside = inside.extended([square, known, st.Relation("<=", -bound, inner)])
        stated.append((u, v))
    if not stated:
        return None
    rest = search.prove(inside, goal)
    if rest is None:
        return None
    for u, v in reversed(stated):
        rest = ct.CauchySchwarz(u, v, rest)
    return rest

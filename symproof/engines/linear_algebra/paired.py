"""Equations of vectors, multiplied with vectors: of s e + t f = 0 that s <e, e> + t <f, e> = 0.

No letter stands alone in such an equation, so it does not rewrite. The difference of its sides is called v, which is 0, and
<v, x> is read in both ways. Where <u, v> is at least |u| |v|, as a fact says, |v| u = |u| v is such an equation. Untrusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.points import called
from symproof.engines.polynomials.ring import equations
from symproof.engines.search import Search, Wrap, closed, sum_of_facts
from symproof.substitution import fresh, names_in
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST_EQUATIONS, MOST_VECTORS, SECONDS = 2, 4, 0.2
QUICK = ("ring", "positivity", "ideal", "orderings")


def paired(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with vector equations multiplied with the vectors that they speak of."""
    wraps: list[Wrap] = []
    known = facts
    for aligned in _aligned(facts, goal):
        gap = tm.vector_term(aligned.left) - tm.vector_term(aligned.right)
        none = st.Relation("<=", tm.Inner(gap, gap), ZERO)
        proof = None if aligned in known.props else search.aside(search.named(*QUICK), SECONDS).prove(known, none)
        if proof is not None:
            wraps.append(partial(ct.Have, aligned, ct.Definite(proof)))
            known = known.extended([aligned])
    given = [row for row in equations(known, vectors=True) if _is_linked(row[1])]
    for number, equation in given[:MOST_EQUATIONS]:
        letters = [x for x in equation.free | goal.free if isinstance(x, tm.VectorVariable)]
        known = _multiplied(known, number, equation, sorted(letters, key=str)[:MOST_VECTORS], goal, wraps)
    return closed(wraps, search.go_on(paired, known, goal) if wraps else None)


def _aligned(facts: Facts, goal: st.Relation) -> Iterator[st.Relation]:
    """|v| u = |u| v for the u and v of a relation between <u, v> and their lengths, where the goal multiplies others."""
    for fact in facts.props:
        if (
            not isinstance(fact, st.Relation)
            or not isinstance(fact.left, tm.Scalar)
            or fact.kind not in ("=", "<=", ">=")
        ):
            continue
        vectors = [x for x in fact.free if isinstance(x, tm.VectorVariable)]
        spoken = any(isinstance(x, tm.VectorVariable) and x not in vectors for x in goal.free)
        if len(vectors) == 2 and spoken and fact.mentions(tm.Norm) and goal.mentions(tm.Inner):
            u, v = sorted(vectors, key=str)
            yield st.Relation("=", tm.Norm(v) * u, tm.Norm(u) * v)


def _is_linked(equation: st.Relation) -> bool:
    """Whether two or more vectors have letters as factors in an equation."""
    scaled = [
        part for side in (equation.left, equation.right) for part in side.subterms() if isinstance(part, tm.Scale)
    ]
    return sum(bool(part.factor.free) for part in scaled) > 1


def _multiplied(
    facts: Facts, number: int, equation: st.Relation, letters: list[tm.VectorVariable], goal: st.Prop, wraps: list[Wrap]
) -> Facts:
    """The facts with what an equation says of inner products."""
    gap = tm.vector_term(equation.left) - tm.vector_term(equation.right)
    v = fresh(tm.VectorVariable("v"), names_in(goal, *facts.props))
    name, facts = called(facts, v, gap)
    named, nothing = len(facts.props) - 1, st.Relation("=", v, tm.ZeroVector())
    both = sum_of_facts(named, number)
    wraps += [name, partial(ct.Have, nothing, both)]
    facts = facts.extended([nothing])
    for x in letters:
        props = (st.Relation("=", tm.Inner(v, x), ZERO), st.Relation("=", tm.Inner(gap, x), tm.Inner(v, x)))
        product = st.Relation("=", tm.Inner(gap, x), ZERO)
        place = len(facts.props)
        proofs = (
            ct.Combination((), (named + 1,)),
            ct.Combination((), (named,)),
            sum_of_facts(place, place + 1),
        )
        wraps += [partial(ct.Have, *row) for row in zip((*props, product), proofs, strict=True)]
        facts = facts.extended([*props, product])
    return facts

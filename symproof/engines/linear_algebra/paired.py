"""Equations of vectors, multiplied with vectors: of s e + t f = 0 that s <e, e> + t <f, e> = 0.

No letter stands alone in such an equation, so it does not rewrite. The difference of its sides is called v, which is 0, and
<v, x> is read in both ways. Untrusted.
"""

from __future__ import annotations

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

MOST_EQUATIONS, MOST_VECTORS = 2, 4


def paired(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with vector equations multiplied with the vectors that they speak of."""
    wraps: list[Wrap] = []
    known = facts
    given = [row for row in equations(facts, vectors=True) if _is_linked(row[1])]
    for number, equation in given[:MOST_EQUATIONS]:
        letters = [x for x in equation.free if isinstance(x, tm.VectorVariable)]
        known = _multiplied(known, number, equation, sorted(letters, key=str)[:MOST_VECTORS], goal, wraps)
    return closed(wraps, search.go_on(paired, known, goal) if wraps else None)


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

"""Norms of matrices by Pythagoras: |U| <= |V| where |V|**2 = |U|**2 + |V - U|**2.

So a projection is no longer than what is projected, and no other point of the subspace is nearer. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.search import Search, sum_of_facts
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

NAMES, SECONDS = ("ring", "determinants"), 1.0


def pythagoras(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order of two norms, or of their squares."""
    ends = oriented(goal)
    if ends is None or ends[2]:
        return None
    small, large = map(_normed, ends[:2])
    if small is None or large is None or small[1] != large[1] or small[0].shape != large[0].shape:
        return None
    (u, plain), v = small, large[0]
    w = v - u
    squares = [_square(x) for x in (u, v, w)]
    equation = st.Relation("=", squares[1], squares[0] + squares[2])
    inner = search.among(search.named(*NAMES), SECONDS)
    proof = inner.prove(facts, equation)
    if proof is None:
        return None
    number = len(facts.props)
    below = st.Relation("<=", squares[0], squares[1])
    ordered = sum_of_facts(number + 1, number)
    rest: Certificate = sum_of_facts(number + 3)
    if not plain:
        rest = ct.Law("sqrt_increasing", (squares[0], squares[1]), sum_of_facts(number + 4))
    return ct.Have(equation, proof, ct.Frobenius(w, w, ct.Have(below, ordered, rest)))


def _square(x: tm.Matrix) -> tm.Scalar:
    return tm.MatrixTrace(tm.Transpose(x) @ x)


def _normed(side: tm.Scalar) -> tuple[tm.Matrix, bool] | None:
    """The X of which a side is the norm, and whether it is its square."""
    match side:
        case tm.Elementary("sqrt", (tm.MatrixTrace(tm.MatrixMul(tm.Transpose(x), y)),)) if x == y:
            return x, False
        case tm.Pow(base, tm.Number(value)) if value == 2 and (found := _normed(base)) is not None and not found[1]:
            return found[0], True
        case tm.MatrixTrace(tm.MatrixMul(tm.Transpose(x), y)) if x == y:
            return x, True
    return None

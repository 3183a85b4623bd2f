"""A determinant is 0: if it were not, the matrix had an inverse, the facts would make it zero, and 1 has a trace that is not.

So det(A) = 0 where A**k = 0, of a matrix that has a row. Untrusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.matrices import matrices
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search
from symproof.substitution import substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts


def singular(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal det(A) = 0, where facts are equations of matrices."""
    match goal:
        case st.Relation("=", tm.Determinant(matrix), end) if end == ZERO:
            said = any(
                isinstance(f, st.Relation) and f.kind == "=" and isinstance(f.left, tm.Matrix) for f in facts.props
            )
        case _:
            return None
    zero = tm.MatrixScale(ZERO, matrix)
    vanishes = st.Relation("=", matrix, zero)
    invertible = facts.extended([st.Relation("!=", goal.left, ZERO)])
    proof = matrices(search, invertible, vanishes) if said else None
    if proof is None:
        return None
    hole = tm.MatrixVariable(r"\square", *matrix.shape)
    trace = tm.MatrixTrace(matrix**-1 @ hole)
    sides = (substitute(trace, {hole: side}) for side in (matrix, zero))
    known = invertible.extended([vanishes, st.Relation("=", *sides)])
    empty = linear(search, known, st.Relation("<", ZERO, ZERO))
    if empty is None:
        return None
    absurd = ct.Have(vanishes, proof, ct.Congruence(len(invertible.props), hole, trace, empty))
    return ct.Cases(goal, ct.Evident(), ct.Absurd(absurd))

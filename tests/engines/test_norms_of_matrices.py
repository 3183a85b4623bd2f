"""Norms of matrices, letters that cancel, and what is written as equations say: each with a neighbour that is false."""

from __future__ import annotations

import pytest

from symproof import (
    column,
    det,
    eq,
    gradient,
    identity,
    inner,
    kron,
    matrix,
    natural,
    ne,
    norm,
    real,
    tr,
    vec,
    zeros,
)
from symproof import inverse as inv
from symproof import statement as st
from symproof import term as tm
from symproof.trusted.certificate import MatrixCombination
from tests.kernel_says import both_reject, settled

n = natural("n", at_least=1)
A, B, C, P, Q, R, X = (matrix(name, n) for name in "ABCPQRX")
x, y = column("x", n), column("y", n)
a, b = real("a"), real("b")
unit, zero = identity(n), zeros(n)
PROJECTION = (eq(P @ P, P), eq(P.T, P))
MIRROR = (eq(norm(x), 1), eq(R, unit - 2 * (x @ x.T)))
EIGEN = (eq(A.T, A), eq(A @ x, a * x), eq(A @ y, b * y))

PAIRS: list[tuple[tuple[st.Prop, ...], st.Prop, st.Prop]] = [
    ((ne(det(A), 0), eq(A @ B, A @ C)), eq(B, C), eq(A, C)),
    ((ne(det(A), 0), eq(A @ A, A)), eq(A, unit), eq(A, 2 * unit)),
    ((eq(A.T @ A, zero),), eq(A, zero), eq(A, unit)),
    ((eq(A.T, A), eq(A @ A, zero)), eq(A, zero), eq(A, unit)),
    ((eq(Q.T @ Q, unit),), eq(norm(Q @ x), norm(x)), eq(norm(Q @ x), 2 * norm(x))),
    ((), inner(A, B) <= norm(A) * norm(B), inner(A, B) <= norm(A)),
    ((), norm(A + B) <= norm(A) + norm(B), norm(A + B) <= norm(A)),
    ((), norm(A @ x) <= norm(A) * norm(x), norm(A @ x) <= norm(x)),
    ((), tr(A) ** 2 <= n * tr(A.T @ A), tr(A) ** 2 <= tr(A.T @ A)),
    (PROJECTION, norm(P @ x) <= norm(x), norm(P @ x) < norm(x)),
    (PROJECTION, inner(x, P @ x) >= 0, inner(x, P @ x) > 0),
    (MIRROR, eq(R @ R, unit), eq(R @ R, R)),
    (MIRROR, eq(R @ x, -x), eq(R @ x, x)),
    (
        (eq(P @ P, P), ne(det(unit + a * P), 0), ne(a, -1)),
        eq(inv(unit + a * P), unit - a / (1 + a) * P),
        eq(inv(unit + a * P), unit - a * P),
    ),
    ((*EIGEN, ne(a, b)), eq(inner(x, y), 0), eq(inner(x, y), 1)),
    ((*EIGEN, ne(a, b), eq(norm(x), 1)), eq(inner(x, A @ x), a), eq(inner(x, A @ x), 1)),
    ((EIGEN[1], eq(norm(x), 2)), eq(a * inner(x, x), 4 * a), eq(a * inner(x, x), 2 * a)),
    ((), eq(gradient(tr(kron(X, X)), X), 2 * tr(X) * unit), eq(gradient(tr(kron(X, X)), X), tr(X) * unit)),
    ((), eq(gradient(inner(vec(A), vec(X)), X), A), eq(gradient(inner(vec(A), vec(X)), X), A.T)),
]


@pytest.mark.parametrize(("given", "right", "wrong"), PAIRS, ids=str)
def test_the_right_one_is_proved_and_its_neighbour_refuted(
    given: tuple[st.Prop, ...], right: st.Prop, wrong: st.Prop
) -> None:
    verdict = settled(right, given=given, budget=20)

    assert (verdict.status, verdict.trusts) == ("proved", frozenset())
    assert settled(wrong, given=given, budget=5).status == "refuted"


def test_equations_between_numbers_and_letters_rewrite_in_matrices() -> None:
    square = inner(x, x)
    given = (eq(square, 1), eq(R, unit - 2 * (x @ x.T)), ne(a, 1))

    assert not both_reject(eq(R @ R, unit), MatrixCombination((), (1, 0)), given)
    assert both_reject(eq(R @ R, unit), MatrixCombination((), (1,)), given)
    assert both_reject(eq(R @ R, unit), MatrixCombination((), (0,)), given)
    assert both_reject(eq(R @ R, unit), MatrixCombination((), (1, 0, 2)), given)
    assert both_reject(eq(R @ R, unit), MatrixCombination((), (1, 0, 3)), given)
    assert both_reject(eq(inv(R), R), MatrixCombination((), (1, 0)), given)  # R is not known to have an inverse
    assert both_reject(eq(A @ x, x), MatrixCombination((), (0,)), (eq(A @ x, x @ tm.Identity(tm.SINGLE) * 2),))

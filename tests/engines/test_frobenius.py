"""Orders between traces, by the inner product tr(X.T @ Y), and what is zero because its square is."""

from __future__ import annotations

import pytest

from symproof import column, eq, identity, inner, inverse, matrix, natural, norm, prove, real, tr, vectors, zeros
from symproof import statement as st
from symproof import term as tm
from symproof.trusted.certificate import Definite, Evident, Frobenius
from tests.kernel_says import rejected, settled

n, m = natural("n"), natural("m")
A, B, X = matrix("A", n), matrix("B", n), matrix("X", (n, m))
u, c = column("u", n), column("c", m)
x, y = real("x"), real("y")
v, w = vectors("v w")

RIGHT: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (tr(A.T @ A) >= 0, ()),
    (tr(X @ X.T) >= 0, ()),
    (inner(X @ c, X @ c) >= 0, ()),
    (inner(A, B) ** 2 <= inner(A, A) * inner(B, B), ()),
    (tr((A + B).T @ (A + B)) <= 2 * tr(A.T @ A) + 2 * tr(B.T @ B), ()),
    (inner(u, (A.T @ A + x * identity(n)) @ u) >= 0, (x >= 0,)),
    (tr(A @ A) >= 0, (eq(A.T, A),)),
    (tr(A @ A) <= tr(A.T @ A), ()),
    (eq(A, zeros(n)), (eq(tr(A.T @ A), 0),)),
    (eq(B, inverse(A)), (eq(A @ B, identity(n)),)),
    (eq(x, 0), (eq(x**2 + y**2, 0),)),
    (eq(x, 1), (eq(x**2 + y**2, 2 * x - 1),)),
    (eq(v, w), (eq(norm(v - w), 0),)),
    (eq(v, w), (eq(norm(v) ** 2 + norm(w) ** 2, 2 * inner(v, w)),)),
    (eq(inner(v, w), 0), (eq(norm(v + w), norm(v - w)),)),
]
WRONG: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (tr(A.T @ A) > 0, ()),
    (tr(A @ A) >= 0, ()),
    (inner(A, B) ** 2 < inner(A, A) * inner(B, B), ()),
    (tr((A + B).T @ (A + B)) <= tr(A.T @ A) + tr(B.T @ B), ()),
    (inner(u, (A.T @ A + x * identity(n)) @ u) >= 0, (x >= -1,)),
    (tr(A @ A) >= 0, (eq(A.T, -A),)),
    (tr(A @ A) >= tr(A.T @ A), ()),
    (eq(A, zeros(n)), (eq(tr(A @ A), 0),)),
    (eq(x, 0), (eq(x**2 - y**2, 0),)),
    (eq(v, w), (eq(norm(v), norm(w)),)),
    (eq(inner(v, w), 0), (eq(norm(v), norm(w)),)),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_the_right_one_is_proved_by_the_kernel_alone(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    verdict = prove(claim, given=given, budget=20)

    assert verdict.status == "proved"
    assert not verdict.trusts


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=str)
def test_its_neighbour_is_refuted(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given=given).status == "refuted"


def test_the_rule_is_about_one_matrix_and_its_transpose() -> None:
    assert not rejected(tr(A.T @ A) >= 0, Frobenius(A, A, Evident()))
    assert rejected(tr(A @ A) >= 0, Frobenius(A, A, Evident()))
    assert rejected(tr(A @ B) >= 0, Frobenius(A.T, B, Evident()))
    assert rejected(tr(X.T @ X) >= 0, Frobenius(X, X.T, Evident()))  # of different shapes
    assert rejected(tr(A.T @ A) >= 0, Frobenius(inverse(A), A, Evident()))  # an inverse that may not exist


def test_a_matrix_is_zero_where_its_square_is() -> None:
    square = tm.MatrixTrace(tm.Transpose(A - B) @ (A - B))

    assert not rejected(eq(A, B), Definite(Evident()), (square <= 0,))
    assert rejected(eq(A, B), Definite(Evident()), (tr((A - B) @ (A - B)) <= 0,))
    assert rejected(eq(A, B), Definite(Evident()), (square <= 1,))

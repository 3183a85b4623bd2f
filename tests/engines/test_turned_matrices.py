"""Determinants under U V = 1 and under A**k = 0, matrices that differ by their traces, and a power that is 0."""

from __future__ import annotations

import pytest

from symproof import Prop, det, eq, identity, matrix, natural, ne, prove, real, zeros
from symproof.term import scalar
from tests.kernel_says import accepts, settled

n, k = natural("n", at_least=1), natural("k")
size = natural("s")
A, B, P, Q = (matrix(name, n) for name in "ABPQ")
one, zero = identity(n), zeros(n)
E = matrix("E", size)
x = real("x")
minus = scalar(-1)
orthogonal = (eq(Q.T @ Q, one),)
both = (*orthogonal, eq(P.T @ P, one))

PROVED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(det(Q - one), minus**n * det(Q) * det(Q - one)), orthogonal),
    (eq(det(Q - one), 0), (*orthogonal, eq(det(Q), 1), eq(minus**n, -1))),
    (eq(det(Q + one), 0), (*orthogonal, eq(det(Q), -1))),
    (eq(det(P + Q), 0), (*both, eq(det(P) + det(Q), 0))),
    (eq(det(A - one), 0), (eq(A @ A, one), eq(det(A), 1), eq(minus**n, -1))),
    (eq(det(A), 0), (eq(A**k, zero),)),
    (eq(det(Q.T @ A @ Q - x * one), det(A - x * one)), orthogonal),
    (eq(det(Q @ A @ Q.T - x * one), det(A - x * one)), orthogonal),
    (eq(det(P @ A @ B + x * one), det(A + x * one)), (eq(B @ P, one),)),
    (eq(det(A + B) * det(A - B), det(A @ A - B @ B)), (eq(A @ B, B @ A),)),
    (eq(det(A + one) * det(A + 2 * one), det(A @ A + 3 * A + 2 * one)), ()),
    (ne(A @ B - B @ A, one), ()),
    (eq(x, 2), (eq((x - 2) ** k, 0),)),
]
REFUTED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(det(Q - one), det(Q) * det(Q - one)), orthogonal),
    (eq(det(Q - one), 0), (*orthogonal, eq(det(Q), 1))),
    (eq(det(Q - one), 0), (*orthogonal, eq(det(Q), -1))),
    (eq(det(P - Q), 0), (*both, eq(det(P) + det(Q), 0))),
    (eq(det(Q.T @ A @ Q - x * one), det(A + x * one)), orthogonal),
    (eq(det(Q @ A @ Q - x * one), det(A - x * one)), orthogonal),
    (eq(det(P @ A @ B + x * one), det(A + x * one)), (eq(B @ P, -one),)),
    (eq(det(A + B) * det(A - B), det(A @ A - B @ B)), ()),
    (eq(det(A + one) * det(A + 2 * one), det(A @ A + 3 * A + 3 * one)), ()),
    (ne(A @ B - B @ A, zero), ()),
    (eq(x, 2), (eq((x - 1) ** k, 0),)),
]


@pytest.mark.parametrize(("claim", "given"), PROVED, ids=str)
def test_a_claim_is_proved(claim: Prop, given: tuple[Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), REFUTED, ids=str)
def test_its_false_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert prove(claim, given).status == "refuted"


@pytest.mark.parametrize(
    ("claim", "given"),
    [(eq(det(E), 0), (eq(E**k, zeros(size)),)), (ne(E - E, identity(size)), ())],
    ids=str,
)
def test_a_matrix_without_rows_is_0_and_1(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert prove(claim, given).status == "refuted"

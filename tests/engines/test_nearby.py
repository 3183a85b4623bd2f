"""What holds of invertible matrices and, by continuity, of all: commuting blocks, adjugates; what does not stay true is not proved."""

from __future__ import annotations

import pytest

from symproof import (
    Matrix,
    Refuted,
    adj,
    block,
    column,
    det,
    each,
    eq,
    identity,
    inner,
    inverse,
    matrix,
    natural,
    ne,
    real,
    tr,
    zeros,
)
from symproof import statement as st
from symproof.trusted import certificate as ct
from tests import kernel_says

n = natural("n", at_least=1)
A, B, C, D = (matrix(name, n) for name in "ABCD")
u, v = column("u", n), column("v", n)
t = real("t")
ONE = identity(n)
BLOCKS = det(block([[A, B], [C, D]]))

PAIRS: list[tuple[tuple[st.Prop, ...], st.Prop, st.Prop]] = [
    ((eq(C @ D, D @ C),), eq(BLOCKS, det(A @ D - B @ C)), eq(BLOCKS, det(A @ D - C @ B))),
    ((eq(A @ C, C @ A),), eq(BLOCKS, det(A @ D - C @ B)), eq(BLOCKS, det(A @ D - B @ C))),
    ((eq(A @ B, B @ A),), eq(BLOCKS, det(D @ A - C @ B)), eq(BLOCKS, det(A @ D - C @ B))),
    ((eq(B @ D, D @ B),), eq(BLOCKS, det(D @ A - B @ C)), eq(BLOCKS, det(A @ D - B @ C))),
    ((), eq(det(block([[A, A], [B, C]])), det(A) * det(C - B)), eq(det(block([[A, A], [B, C]])), det(A) * det(C + B))),
    ((), eq(det(A + u @ v.T), det(A) + inner(v, adj(A) @ u)), eq(det(A + u @ v.T), det(A) + inner(u, adj(A) @ v))),
    (
        (),
        eq(det(block([[A, u], [v.T, zeros((1, 1))]])), -inner(v, adj(A) @ u)),
        eq(det(block([[A, u], [v.T, zeros((1, 1))]])), inner(v, adj(A) @ u)),
    ),
    ((eq(A @ B, B @ A),), eq(adj(A) @ B, B @ adj(A)), eq(adj(A) @ B, A @ B)),
]


@pytest.mark.parametrize(("given", "right", "wrong"), PAIRS, ids=str)
def test_the_right_one_is_proved_and_its_neighbour_refuted(
    given: tuple[st.Prop, ...], right: st.Prop, wrong: st.Prop
) -> None:
    kernel_says.accepts(kernel_says.settled(right, given=given, budget=20))
    assert isinstance(kernel_says.settled(wrong, given=given, budget=20), Refuted)


def test_a_claim_that_holds_where_there_is_an_inverse() -> None:
    """det(D) D = D det(D) is evident; the neighbours say something of invertible matrices alone."""
    shown = ct.Nearby(D, ct.Evident())
    assert not kernel_says.both_reject(eq(det(D) * D, D * det(D)), shown)
    assert not kernel_says.both_reject(det(D) ** 2 >= 0, shown)
    for claim in (ne(det(D), 0), det(D) ** 2 > 0, eq(inverse(D) @ D, ONE), eq(D**0, ONE), eq(det(D) / det(D), 1)):
        assert kernel_says.both_reject(claim, shown)
    assert kernel_says.both_reject(eq(det(C) * C, C * det(C)), ct.Nearby(matrix("D", (n, n + 1)), ct.Evident()))


@pytest.mark.parametrize(
    ("fact", "is_kept"),
    [
        (eq(C @ D, D @ C), True),
        (eq(D.T, D), True),
        (eq(A @ D @ B - D @ A @ B, B - A), True),
        (eq(A @ D - D @ A, B), True),
        (eq(A @ (D - D.T), zeros(n)), True),
        (eq(tr(D) * ONE - n * D, zeros(n)), True),
        (eq(D @ D, D), False),
        (eq(D @ D, zeros(n)), False),
        (eq(D @ C, zeros(n)), False),
        (eq(D @ u, t * u), False),
        (eq(tr(D), 0), False),
        (eq(det(D), 0), False),
        (eq(D.T, -D), False),
        (eq(inverse(D) @ C, C @ inverse(D)), False),
        (eq((t * ONE - D) @ C, C @ (t * ONE + D)), False),
        (each(u, eq(inner(u, D @ u), 0)), False),
        (ne(D, C), False),
    ],
    ids=str,
)
def test_only_what_stays_true_beside_a_matrix_is_kept(fact: st.Prop, is_kept: bool) -> None:
    """Where a fact is not kept, the conclusion from it and from det(D) != 0 is refused."""
    if isinstance(fact, st.Relation) and fact.kind == "=" and isinstance(fact.left, Matrix):
        piece = ct.MatrixPiece(tr(ONE) / tr(ONE), identity(fact.left.shape[0]), 0, identity(fact.left.shape[1]))
        proof: ct.Certificate = ct.Nearby(D, ct.MatrixCombination((piece,)))
    else:
        proof = ct.Nearby(D, ct.Evident())
    claim = fact if isinstance(fact, st.Relation) else eq(D.T, -D)

    assert kernel_says.both_reject(claim, proof, (fact,)) == (not is_kept)


def test_an_idempotent_matrix_need_not_be_the_identity() -> None:
    """It is, where it has an inverse."""
    given = (eq(D @ D, D),)
    piece = ct.MatrixPiece(tr(ONE) / tr(ONE), inverse(D), 0, ONE)

    assert kernel_says.both_reject(eq(D, ONE), ct.Nearby(D, ct.MatrixCombination((piece,))), given)
    assert isinstance(kernel_says.settled(eq(D, ONE), given=given, budget=5), Refuted)

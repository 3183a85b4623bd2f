"""Projections, least squares, and matrices that the facts define; each claim with a false neighbour."""

from __future__ import annotations

import pytest

from symproof import Prop, column, det, eq, identity, inner, inverse, matrix, natural, ne, norm, real, tr, zeros
from symproof.verdict import Refuted
from tests.kernel_says import accepts, settled

m, n = natural("m", at_least=1), natural("n", at_least=1)
A, P = matrix("A", (m, n)), matrix("P", m)
G, M = matrix("G", n), matrix("M", (m, n))
b, y, z = column("b", m), column("y", m), column("z", m)
u, v = column("u", n), column("v", n)
t = real("t")

PROJECTION = [eq(P @ P, P), eq(P.T, P)]
ONTO_RANGE = [ne(det(A.T @ A), 0), eq(P, A @ inverse(A.T @ A) @ A.T)]
LEAST = [eq(A.T @ A @ u, A.T @ b)]
ONTO_LINE = [ne(y, zeros((m, 1))), eq(z, inner(b, y) / inner(y, y) * y)]
ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    (norm(P @ b) <= norm(b), norm(b) <= norm(P @ b), PROJECTION),
    (norm(b - P @ b) <= norm(b - P @ y), norm(b - P @ b) <= 0, PROJECTION),
    (eq(inner(P @ b, y - P @ y), 0), eq(inner(P @ b, y), 0), PROJECTION),
    (inner(b, P @ b) >= 0, inner(b, P @ b) >= 1, PROJECTION),
    (norm(P @ b) <= norm(b), norm(P @ b) <= 0, ONTO_RANGE),
    (norm(A @ u - b) <= norm(A @ v - b), norm(A @ u - b) <= 0, LEAST),
    (norm(b - z) <= norm(b - t * y), norm(b - z) <= 0, ONTO_LINE),
    (tr(G) >= 0, tr(G) >= 1, [eq(G, M.T @ M)]),
    (inner(u, G @ u) >= 0, inner(u, G @ u) >= 1, [eq(M.T @ M, G)]),
]


@pytest.mark.parametrize(("claim", "false", "given"), ROWS, ids=lambda part: str(part)[:40])
def test_a_claim_and_its_neighbour(claim: Prop, false: Prop, given: list[Prop]) -> None:
    accepts(settled(claim, given=given))

    assert isinstance(settled(false, given=given), Refuted)


def test_a_projection_that_is_not_orthogonal_may_lengthen() -> None:
    assert isinstance(settled(norm(P @ b) <= norm(b), given=PROJECTION[:1]), Refuted)


def test_the_verdict_does_not_hang_on_what_was_asked_before() -> None:
    """Traces are those of any rotation; which one stands for them hangs on the order in which letters were met."""
    settled(eq(norm(P @ b) ** 2, inner(b, P @ b)), given=PROJECTION)

    accepts(settled(inner(b, P @ b) <= norm(b) ** 2, given=PROJECTION))
    accepts(settled(inner(b, (identity(m) - P) @ b) >= 0, given=PROJECTION))

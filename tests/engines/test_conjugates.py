"""Determinants of conjugates, orders between forms, and traces of projections; each claim with a false neighbour."""

from __future__ import annotations

import pytest

from symproof import Prop, column, det, each, eq, identity, inner, inverse, matrix, natural, ne, real, tr, zeros
from symproof.verdict import Refuted
from tests.kernel_says import accepts, settled

n = natural("n", at_least=1)
A, B, C, P, Q = (matrix(name, n) for name in "ABCPQ")
u, x = column("u", n), column("x", n)
s = real("s")
ONE = identity(n)
REGULAR = [ne(det(C), 0)]
PROJECTIONS = [eq(P @ P, P), eq(P.T, P), eq(Q @ Q, Q), eq(Q.T, Q)]
BELOW = [each(x, inner(x, A @ x) <= inner(x, B @ x))]
BOUNDED = [each(x, inner(x, A @ x) <= s * inner(x, x))]
ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    (
        eq(det(C @ A @ inverse(C) - s * ONE), det(A - s * ONE)),
        eq(det(C @ A @ inverse(C) - s * ONE), det(A + s * ONE)),
        REGULAR,
    ),
    (
        eq(det(C @ A @ inverse(C) + C @ B @ inverse(C)), det(A + B)),
        eq(det(C @ A @ inverse(C) + C @ B @ inverse(C)), det(A - B)),
        REGULAR,
    ),
    (eq(det(A @ B - s * ONE), det(B @ A - s * ONE)), eq(det(A @ B - s * ONE), det(B @ A + s * ONE)), []),
    (eq(det(A - s * ONE), 0), eq(det(A + s * ONE), 0), [eq(A @ u, s * u), ne(u, zeros((n, 1)))]),
    (tr(P @ Q) >= 0, tr(P @ Q) >= 1, PROJECTIONS),
    (tr(P @ Q) <= tr(P), tr(P @ Q) >= tr(P), PROJECTIONS),
    (tr(A) <= tr(B), tr(A) >= tr(B), BELOW),
    (tr(A) <= s * n, tr(A) >= s * n, BOUNDED),
]


@pytest.mark.parametrize(("claim", "false", "given"), ROWS, ids=lambda part: str(part)[:40])
def test_a_claim_and_its_neighbour(claim: Prop, false: Prop, given: list[Prop]) -> None:
    accepts(settled(claim, given=given))

    assert isinstance(settled(false, given=given), Refuted)


def test_the_trace_of_a_product_may_be_negative_where_one_is_not_its_own_transpose() -> None:
    assert isinstance(settled(tr(P @ Q) >= 0, given=PROJECTIONS[:2] + PROJECTIONS[3:]), Refuted)

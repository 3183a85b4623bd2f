"""What contradicts the facts about matrices: determinants that are 0, matrices that differ, and their neighbours."""

from __future__ import annotations

import pytest

from symproof import Prop, column, det, each, eq, identity, inner, matrix, natural, ne, real, zeros
from symproof.trusted.certificate import Cases, Contrary, Evident, MatrixCombination
from symproof.verdict import Refuted
from tests.kernel_says import accepts, both_reject, rejected, settled

k = natural("k")
n = natural("n", at_least=1)
A, B = matrix("A", n), matrix("B", n)
x, y = column("x", n), column("y", n)
t = real("t")
nothing, none = zeros((n, 1)), zeros(n)

ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    (eq(det(A), 0), eq(det(A), 1), [eq(A @ x, nothing), ne(x, nothing)]),
    (eq(det(A), 0), eq(det(B), 0), [eq(A @ B, none), ne(B, none)]),
    (eq(det(A), 0), eq(det(A), 1), [eq(A @ A, A), ne(A, identity(n))]),
    (eq(det(A - t * identity(n)), 0), eq(det(A + t * identity(n)), 0), [eq(A @ x, t * x), ne(x, nothing)]),
    (eq(det(A + identity(n)), 0), eq(det(A - identity(n)), 1), [eq(A @ x, y), eq(A @ y, x), ne(x, y)]),
    (ne(A @ x, nothing), eq(A @ x, x), [ne(det(A), 0), ne(x, nothing)]),
    (ne(x, y), eq(A, identity(n)), [ne(A @ x, A @ y)]),
    (ne(det(identity(n) - A), 0), ne(det(t * identity(n) - A), 0), [eq(A**k, none)]),
    (ne(det(A + identity(n)), 0), ne(det(A - identity(n)), 0), [eq((A - identity(n)) ** k, none)]),
    (eq(det(B @ A), 0), eq(det(A + B), 0), [eq(A**k, none)]),
    (ne(t, 0), t > 0, [eq(A @ x, t * x), ne(det(A), 0), ne(x, nothing)]),
    (eq(A, none), eq(A, identity(n)), [eq(A @ A, A), ne(det(A - identity(n)), 0)]),
    (
        eq(A @ A + A, -identity(n)),
        eq(A @ A - A, -identity(n)),
        [eq(A**3, identity(n)), ne(det(A - identity(n)), 0)],
    ),
    (inner(x, A**-1 @ x) >= 0, inner(x, A @ A @ x) >= 0, [each(y, inner(y, A @ y) >= 0), ne(det(A), 0)]),
]


@pytest.mark.parametrize(("claim", "false", "given"), ROWS, ids=lambda part: str(part)[:40])
def test_a_claim_and_its_neighbour(claim: Prop, false: Prop, given: list[Prop]) -> None:
    accepts(settled(claim, given=given))

    assert isinstance(settled(false, given=given), Refuted)


def test_a_matrix_of_no_row_has_the_determinant_one() -> None:
    m = natural("m")
    N, M = matrix("N", m), matrix("M", m)

    assert settled(eq(det(N @ M), 0), given=[eq(N ** (k + 1), zeros(m))], budget=2).status == "refuted"


def test_no_commutator_is_the_identity() -> None:
    """tr(A B - B A) = 0, and tr(I) = n: a matrix of a row at least is none of both."""
    absurd = t < t

    accepts(settled(absurd, given=[eq(A @ B - B @ A, identity(n))]))
    assert isinstance(settled(absurd, given=[eq(A @ B - B @ A, A)]), Refuted)


@pytest.mark.parametrize("given", [[eq(A @ x, nothing)], [ne(x, nothing)], [eq(A @ x, x), ne(x, nothing)]])
def test_no_determinant_is_0_where_a_hypothesis_is_missing(given: list[Prop]) -> None:
    assert isinstance(settled(eq(det(A), 0), given=given), Refuted)


def test_only_what_is_said_to_differ_contradicts_an_equation() -> None:
    absurd = eq(t, t + 1)

    assert not rejected(absurd, Contrary(0, Evident()), (ne(t, t),))
    assert both_reject(absurd, Contrary(0, Evident()), (eq(t, t),))  # an equation contradicts none
    assert both_reject(absurd, Contrary(0, Evident()), (ne(A, B),))  # that they are equal is to be proved
    assert both_reject(absurd, Contrary(0, MatrixCombination(())), (ne(A, B),))
    assert both_reject(absurd, Contrary(1, Evident()), (ne(t, t),))
    assert both_reject(ne(A, B), Cases(eq(A, B), Evident(), Evident()))

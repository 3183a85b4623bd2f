"""Entries of semidefinite matrices, and matrices that equations determine, where a claim fails."""

from __future__ import annotations

import pytest

from symproof import Prop, and_, column, each, eq, identity, index, inner, matrix, natural, ne, prove
from symproof.engines.refute.falsify import find_failure
from symproof.statement import Statement
from tests.kernel_says import accepts, settled

n = natural("n")
i, j = index("i"), index("j")
A, B, C = matrix("A", n), matrix("B", n), matrix("C", n)
c = column("c", n)
semidefinite = each(c, inner(c, A @ c) >= 0)
within = and_(i >= 1, i <= n, j >= 1, j <= n)
one = identity(n)


def test_the_minors_of_a_symmetric_one_are_not_negative() -> None:
    accepts(settled(A[i, j] ** 2 <= A[i, i] * A[j, j], (semidefinite, eq(A.T, A), within), budget=20))


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (A[i, j] ** 2 <= A[i, i] * A[j, j], (semidefinite, within)),
        (A[i, j] ** 2 < A[i, i] * A[j, j], (semidefinite, eq(A.T, A), within)),
        (A[i, j] ** 2 <= A[i, i] ** 2, (semidefinite, eq(A.T, A), within)),
    ],
    ids=str,
)
def test_its_false_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert prove(claim, given=given).status == "refuted"


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (eq(A, B), (eq(A @ B, one),)),
        (eq(A, B), (eq(A @ C, B @ C),)),
        (eq(A @ B, B @ A), (eq(A @ B, A),)),
        (eq(A @ B, B), (eq(A @ B, B @ A), ne(A, one))),
        (eq(A @ A, one), (eq(A @ B @ A, one),)),
        (eq(A, B), (eq(A @ B - B @ A, A),)),
    ],
    ids=str,
)
def test_equations_of_matrices_are_solved_for_one_of_them(claim: Prop, given: tuple[Prop, ...]) -> None:
    """No drawing of entries meets them, or seldom."""
    assert find_failure(Statement(given, claim), 3.0, glance=True) is not None


def test_what_follows_from_the_equation_has_no_such_point() -> None:
    assert find_failure(Statement((eq(A @ B, one),), eq(B @ A, one)), 0.2, glance=True) is None

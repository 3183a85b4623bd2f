"""What is said of all columns, or of all matrices, as equations of matrices: with false neighbours, which have a point."""

from __future__ import annotations

import pytest

from symproof import (
    Refuted,
    column,
    det,
    each,
    eq,
    identity,
    implies,
    inner,
    inverse,
    matrix,
    natural,
    ne,
    norm,
    real,
    tr,
    zeros,
)
from symproof import statement as st
from symproof.trusted import certificate as ct
from tests import kernel_says

n, m = natural("n", at_least=1), natural("m", at_least=1)
A, B, C, Q, X = (matrix(name, n) for name in "ABCQX")
W, V = matrix("W", (m, n)), matrix("V", (m, n))
u, v, w = (column(name, n) for name in "uvw")
s, t = real("s"), real("t")
ONE = identity(n)

PAIRS: list[tuple[tuple[st.Prop, ...], st.Prop, st.Prop]] = [
    ((each(u, eq(A @ u, B @ u)),), eq(A, B), eq(A, B.T)),
    ((each(u, eq(W @ u, V @ u)),), eq(W, V), eq(W, -V)),
    ((each(u, eq(A @ (B @ u), u)),), eq(B @ A, ONE), eq(A @ A, ONE)),
    ((each(u, eq(A @ u, s * u)),), eq(tr(A), s * tr(ONE)), eq(tr(A), s)),
    ((each(u, eq(A @ u + B @ u, C @ u - u)),), eq(A + B + ONE, C), eq(A + B, C)),
    ((each(u, each(v, eq(inner(u, A @ v), inner(u, B @ v)))),), eq(A, B), eq(A, -B)),
    ((each(u, each(v, eq(inner(A @ u, v), inner(u, B @ v)))),), eq(A.T, B), eq(A, B)),
    ((each(u, each(v, eq(inner(A @ u, A @ v), inner(u, v)))),), eq(A @ A.T, ONE), eq(A, ONE)),
    ((each(u, eq(inner(u, A @ u), 0)),), eq(A.T, -A), eq(A.T, A)),
    ((each(u, eq(inner(u, A @ u), 0)), eq(A.T, A)), eq(A, 0 * A), eq(A, ONE)),
    ((each(u, eq(norm(Q @ u), norm(u))),), eq(Q.T @ Q, ONE), eq(Q, ONE)),
    ((each(X, eq(A @ X, X @ A)),), eq(A @ B, B @ A), eq(C @ B, B @ C)),
    ((each(X, eq(X @ A, X @ B)),), eq(A, B), eq(A, B.T)),
    ((each(X, eq(tr(A @ X), tr(B @ X))),), eq(A, B), eq(A, B.T)),
    ((each(X, eq(tr(A @ X), s * tr(X))),), eq(A, s * ONE), eq(A, ONE)),
]


@pytest.mark.parametrize(("given", "right", "wrong"), PAIRS, ids=str)
def test_the_right_one_is_proved_and_its_neighbour_refuted(
    given: tuple[st.Prop, ...], right: st.Prop, wrong: st.Prop
) -> None:
    kernel_says.accepts(kernel_says.settled(right, given=given, budget=20))
    assert isinstance(kernel_says.settled(wrong, given=given, budget=20), Refuted)


@pytest.mark.parametrize(
    "fact",
    [
        each(u, eq(A @ u, B @ v)),
        each(u, eq(A @ u, v)),
        each(u, eq(A @ (u @ u.T) @ u, B @ u)),
        each(u, implies(eq(u, v), eq(A @ u, B @ u))),
        each(X, eq(A @ X, B @ X)),
        each(u, eq(inner(u, A @ u), inner(u, B @ u))),
        eq(A @ u, B @ u),
        each(u, ne(A @ u, B @ u)),
        each(u, eq(A @ u, B.T @ u)),
    ],
    ids=str,
)
def test_what_is_not_said_of_each_column_is_no_equation_of_matrices(fact: st.Prop) -> None:
    """The fifth says A = B, and so by another rule."""
    claim = eq(A - B, zeros(n))

    assert kernel_says.both_reject(claim, ct.Columns(0, A - B, ct.Evident()), (fact,))


def test_the_matrix_is_the_one_that_the_columns_are_taken_times() -> None:
    fact = each(u, eq(A @ u, B @ u))
    for taken in (A - B, 2 * A - B, B, u @ u.T, W, inverse(A) @ A):
        zero = eq(taken, zeros(taken.shape))
        assert kernel_says.both_reject(zero, ct.Columns(0, taken, ct.Evident()), (fact,)) == (taken != A - B)
    assert kernel_says.both_reject(eq(A, B), ct.Columns(1, A - B, ct.Evident()), (fact,))


def test_a_matrix_must_have_a_value() -> None:
    """A u = B u for each u where A has an inverse says nothing of one that has none."""
    given = (each(u, eq(inverse(A) @ u, B @ u)), each(u, implies(ne(det(A), 0), eq(inverse(A) @ u, B @ u))))
    claim = eq(inverse(A) - B, zeros(n))

    assert kernel_says.both_reject(claim, ct.Columns(1, inverse(A) - B, ct.Evident()), given[1:])


def test_a_column_that_is_bound_is_not_the_one_that_is_free() -> None:
    """Of the free u it is known that s = 0; of the bound one it is not."""
    given = (eq(u, 0 * u), each(u, eq(A @ u + tr(u @ u.T) * (B @ v), B @ u)))
    claim = eq(A - B, zeros(n))

    assert kernel_says.both_reject(claim, ct.Columns(1, A - B, ct.Evident()), given)

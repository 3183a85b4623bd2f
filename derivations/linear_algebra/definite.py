"""Positive definite matrices: what is said of all columns, at the columns that matter."""

from symproof import (
    Matrix,
    Prop,
    column,
    derivation,
    det,
    each,
    eq,
    identity,
    implies,
    inner,
    matrix,
    natural,
    ne,
    positive,
)

n, m = natural("n"), natural("m")
A, B, K, X = matrix("A", n), matrix("B", n), matrix("K", n), matrix("X", (m, n))
u, w, x = column("u", n), column("w", m), column("x", n)
lam = positive(r"\lambda")


def semidefinite(form: Matrix) -> Prop:
    return each(u, inner(u, form @ u) >= 0)


def definite(form: Matrix) -> Prop:
    return each(u, implies(ne(u, 0), inner(u, form @ u) > 0))


@derivation
def a_gram_matrix() -> Prop:
    return semidefinite(X.T @ X)


@derivation(given=[semidefinite(A), semidefinite(B)])
def a_sum() -> Prop:
    return semidefinite(A + B)


@derivation(given=[semidefinite(A)])
def a_congruent_matrix() -> Prop:
    return each(w, inner(w, X @ A @ X.T @ w) >= 0)


@derivation(given=[definite(A)])
def a_definite_matrix_is_invertible() -> Prop:
    return ne(det(A), 0)


@derivation
def ridge_makes_invertible() -> Prop:
    r"""X.T X + \lambda I takes nothing but zero to zero."""
    return ne(det(X.T @ X + lam * identity(n)), 0)


@derivation(given=[eq(K.T, -K)])
def cayley() -> Prop:
    """Of a skew K, I + K is invertible, and (I - K) (I + K)**-1 is orthogonal."""
    turn = (identity(n) - K) @ (identity(n) + K) ** -1
    return eq(turn.T @ turn, identity(n))


@derivation(expect="refuted")
def a_square_need_not_be_semidefinite() -> Prop:
    return inner(x, A @ A @ x) >= 0

"""Gradients in a matrix: d/dX[i, j] at (i, j), for the losses and likelihoods that are met most."""

from symproof import (
    Chain,
    adj,
    calc,
    column,
    derivation,
    det,
    gradient,
    inner,
    inverse,
    log,
    matrix,
    natural,
    ne,
    norm,
    positive,
    tr,
)

n, m, k = natural("n"), natural("m"), natural("k")
A, S, P = matrix("A", n), matrix("S", n), matrix("P", n)
X, Y, W = matrix("X", (n, m)), matrix("Y", (n, k)), matrix("W", (m, k))
x, y, w = column("x", n), column("y", n), column("w", m)
lam = positive(r"\lambda")


@derivation
def quadratic_form() -> Chain:
    return calc(gradient(inner(x, A @ x), x)).eq(A @ x + A.T @ x).eq((A + A.T) @ x)


@derivation
def bilinear_form() -> Chain:
    """The gradient of y.T X w is an outer product."""
    return calc(gradient(inner(y, X @ w), X)).eq(y @ w.T)


@derivation
def least_squares_with_many_targets() -> Chain:
    """Frobenius's norm of what is left of Y, and a price for the size of W."""
    loss = norm(X @ W - Y) ** 2 + lam * norm(W) ** 2
    return calc(gradient(loss, W)).eq(2 * (X.T @ (X @ W - Y)) + 2 * lam * W)


@derivation
def determinant() -> Chain:
    """Jacobi's formula: no inverse is needed."""
    return calc(gradient(det(P), P)).eq(adj(P).T)


@derivation(given=[det(P) > 0])
def gaussian_likelihood() -> Chain:
    """log det P - tr(S P), for a precision matrix P and the scatter S of the data: zero where the inverse of P is S."""
    return calc(gradient(log(det(P)) - tr(S @ P), P)).eq(inverse(P).T - S.T)


@derivation(given=[ne(det(P), 0)])
def trace_of_an_inverse() -> Chain:
    return calc(gradient(tr(inverse(P) @ A), P)).eq(-(inverse(P) @ A @ inverse(P)).T)


@derivation(expect="refuted")
def a_square_without_its_transpose() -> Chain:
    """The gradient of tr(P P) is 2 P.T: P stands on both sides of itself."""
    return calc(gradient(tr(P @ P), P)).eq(2 * P)

r"""The normal equations, in products of matrices.

A and its column t are known, w is looked for. Sizes are symbolic, and no entry is written.
"""

from symproof import Chain, Prop, calc, column, derivation, eq, matrix, natural

n = natural("n", at_least=1)
A = matrix("A", n)
w, v, t = column("w", n), column("v", n), column("t", n)


@derivation
def gram_matrix_is_symmetric() -> Prop:
    """The matrix of the normal equations is symmetric."""
    return eq((A.T @ A).T, A.T @ A)


@derivation
def adjoint() -> Prop:
    """What A does on one side of an inner product, its transpose does on the other."""
    return eq((A @ v).T @ t, v.T @ (A.T @ t))


@derivation(expect="refuted")
def adjoint_without_transpose() -> Prop:
    """The transpose matters: A itself does not."""
    return eq((A @ v).T @ t, v.T @ (A @ t))


@derivation
def residual() -> Chain:
    """The normal equations A^T A w = A^T t say that the residual is orthogonal to the columns of A."""
    return calc(A.T @ (A @ w - t)).eq(A.T @ (A @ w) - A.T @ t)

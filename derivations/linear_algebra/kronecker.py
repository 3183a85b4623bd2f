"""Kronecker's product, Hadamard's, and the columns of a matrix in one column."""

from symproof import (
    Chain,
    calc,
    derivation,
    det,
    eq,
    hadamard,
    identity,
    inner,
    inverse,
    kron,
    matrix,
    natural,
    ne,
    tr,
    vec,
)

n, m = natural("n"), natural("m")
A, B, C, D = matrix("A", n), matrix("B", m), matrix("C", n), matrix("D", m)
X, Y = matrix("X", (n, m)), matrix("Y", (n, m))
one, small = identity(n), identity(m)


@derivation
def mixed_product() -> Chain:
    return calc(kron(A, B) @ kron(C, D)).eq(kron(A @ C, B @ D))


@derivation(given=[ne(det(A), 0), ne(det(B), 0)])
def inverse_of_a_product() -> Chain:
    return calc(inverse(kron(A, B))).eq(kron(inverse(A), inverse(B)))


@derivation
def numbers_of_a_product() -> Chain:
    """Each entry of A is there m times on the diagonal of a block."""
    return calc(det(kron(A, B))).eq(det(A) ** m * det(B) ** n)


@derivation
def columns_of_a_product() -> Chain:
    return calc(vec(A @ X @ B)).eq(kron(B.T, A) @ vec(X))


@derivation(given=[eq(A @ X + X @ B, Y)])
def sylvester_equation() -> Chain:
    """A linear equation for a matrix, as one for a column."""
    return calc((kron(small, A) + kron(B.T, one)) @ vec(X)).eq(vec(Y))


@derivation
def sum_of_products_of_entries() -> Chain:
    """Three matrices of one shape, in any order."""
    return calc(inner(hadamard(A, C), A)).eq(inner(hadamard(A, A), C)).eq(tr(hadamard(A, A).T @ C))


@derivation(expect="refuted")
def the_order_of_a_product() -> Chain:
    return calc(kron(A, C)).eq(kron(C, A))

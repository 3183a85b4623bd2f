"""Matrices of any size, as letters: products that do not commute, inverses, traces, determinants."""

from symproof import Chain, calc, column, derivation, det, eq, identity, inner, inverse, matrix, natural, ne, tr

n, m = natural("n"), natural("m")
A, B = matrix("A", n), matrix("B", n)
U, V, X = matrix("U", (n, m)), matrix("V", (m, n)), matrix("X", (n, m))
u, v, y = column("u", n), column("v", n), column("y", n)
one, small = identity(n), identity(m)
hat = X @ inverse(X.T @ X) @ X.T
full_rank = ne(det(X.T @ X), 0)
capacitance = small + V @ inverse(A) @ U


@derivation
def a_trace_is_cyclic() -> Chain:
    """A product of two letters that are not square, either way round."""
    return calc(tr(U @ V)).eq(tr(V @ U)).eq(tr(U.T @ V.T))


@derivation(given=[full_rank])
def the_hat_matrix_is_a_projection() -> Chain:
    return calc(hat @ hat).eq(X @ inverse(X.T @ X) @ (X.T @ X) @ inverse(X.T @ X) @ X.T).eq(hat)


@derivation(given=[full_rank])
def residuals_are_orthogonal_to_the_columns() -> Chain:
    """The normal equations: X.T times what is left of y is zero."""
    return calc(X.T @ (y - hat @ y)).eq(X.T @ y - X.T @ X @ inverse(X.T @ X) @ X.T @ y).eq(X.T @ y - X.T @ y)


@derivation(given=[ne(det(A), 0), ne(det(capacitance), 0)])
def woodbury() -> Chain:
    """The inverse after a change of low rank; that there is one follows."""
    return calc(inverse(A + U @ V)).eq(
        inverse(A) - inverse(A) @ U @ inverse(capacitance) @ V @ inverse(A), note="multiply both by A + U V"
    )


@derivation(given=[ne(det(one + U @ V), 0)])
def push_through() -> Chain:
    return calc(inverse(one + U @ V) @ U).eq(U @ inverse(small + V @ U))


@derivation(given=[ne(det(A), 0)])
def determinant_lemma() -> Chain:
    """A change of rank one, under the determinant."""
    return calc(det(A + u @ v.T)).eq(det(A) * (1 + inner(v, inverse(A) @ u)))


@derivation(given=[eq(A.T @ A, one)])
def an_orthogonal_matrix_keeps_inner_products() -> Chain:
    return calc(inner(A @ u, A @ v)).eq(inner(u, A.T @ A @ v)).eq(inner(u, v))


@derivation(given=[eq(A.T, -A), eq(B.T, B)])
def skew_and_symmetric_are_orthogonal() -> Chain:
    """tr(A B) is its own opposite."""
    return calc(inner(A, B)).eq(-tr(A @ B)).eq(0)


@derivation(expect="refuted")
def the_square_of_a_sum_of_numbers() -> Chain:
    """The binomial formula needs A and B to commute."""
    return calc((A + B) ** 2).eq(A @ A + 2 * (A @ B) + B @ B)


@derivation(given=[ne(det(A), 0), ne(det(B), 0)], expect="refuted")
def inverses_in_the_wrong_order() -> Chain:
    return calc(inverse(A @ B)).eq(inverse(A) @ inverse(B))


@derivation(expect="refuted")
def a_determinant_is_not_additive() -> Chain:
    return calc(det(A + B)).eq(det(A) + det(B))

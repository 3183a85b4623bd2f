"""Matrices of blocks: elimination, Schur's complement, the inverse."""

from symproof import Chain, block, calc, derivation, det, identity, inverse, matrix, natural, ne, tr, zeros

n, m = natural("n"), natural("m")
A, B, C, D = matrix("A", n), matrix("B", (n, m)), matrix("C", (m, n)), matrix("D", m)
one, small, right, below = identity(n), identity(m), zeros((n, m)), zeros((m, n))
whole = block([[A, B], [C, D]])
schur = D - C @ inverse(A) @ B
a_invertible, schur_invertible = ne(det(A), 0), ne(det(schur), 0)
lower, upper = block([[one, right], [C @ inverse(A), small]]), block([[one, inverse(A) @ B], [below, small]])


@derivation(given=[a_invertible])
def elimination() -> Chain:
    """Two triangular matrices, and Schur's complement between them."""
    return calc(whole).eq(lower @ block([[A, right], [below, schur]]) @ upper)


@derivation(given=[a_invertible])
def determinant() -> Chain:
    return calc(det(whole)).eq(det(A) * det(schur))


@derivation(given=[a_invertible, schur_invertible])
def inverse_of_blocks() -> Chain:
    """Its last block is the inverse of Schur's complement."""
    into, out = inverse(A) @ B, C @ inverse(A)
    middle = inverse(schur)
    return calc(inverse(whole)).eq(
        block([[inverse(A) + into @ middle @ out, -into @ middle], [-middle @ out, middle]]), note="multiply both"
    )


@derivation
def trace() -> Chain:
    return calc(tr(whole @ whole)).eq(tr(A @ A) + 2 * tr(B @ C) + tr(D @ D))


@derivation
def shear() -> Chain:
    """What is added below is taken away again."""
    return calc(inverse(block([[one, right], [C, small]]))).eq(block([[one, right], [-C, small]]))


@derivation(expect="refuted")
def a_determinant_is_not_taken_block_by_block() -> Chain:
    P, Q, R, S = (matrix(name, n) for name in "PQRS")
    return calc(det(block([[P, Q], [R, S]]))).eq(det(P @ S - Q @ R))

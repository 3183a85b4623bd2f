r"""The convolution theorem, for every n.

A character of $\mathbb{Z}/n$ turns sums of indices into products, $\chi_{r+s} = \chi_r \chi_s$. The Fourier transform of a
sequence at $\chi$ is the sum of $a_s \chi_s$. No root of unity is written: the two lines above are all that is needed.
"""

from symproof import (
    Chain,
    calc,
    column,
    cyclic,
    derivation,
    each,
    eq,
    index,
    matrix,
    natural,
    real,
    sequence,
    total,
)

n = natural("n", at_least=1)
Z = cyclic(n)
a, b, chi = sequence("a", over=Z), sequence("b", over=Z), sequence(r"\chi", over=Z)
k, r, s = index("k", over=Z), index("r", over=Z), index("s", over=Z)
character = each(r, each(s, eq(chi[r + s], chi[r] * chi[s])))

A = matrix("A", Z, lambda i, j: a[i - j])
B = matrix("B", Z, lambda i, j: b[i - j])
e, alpha, beta = column("e", Z), real(r"\alpha"), real(r"\beta")


@derivation
def convolution_commutes() -> Chain:
    """It does not matter which of two sequences is turned around."""
    return calc(total(a[s] * b[r - s], s)).eq(total(b[s] * a[r - s], s))


@derivation(given=[character])
def transform_of_a_shift() -> Chain:
    r"""To shift a sequence by k is to multiply its transform by $\chi_k$."""
    return (
        calc(total(b[r - k] * chi[r], r))
        .eq(total(b[r] * chi[r + k], r), note="an index modulo n may be shifted")
        .eq(chi[k] * total(b[r] * chi[r], r))
    )


@derivation
def convolution_first() -> Chain:
    """The transform of a convolution is a sum of transforms of shifts ..."""
    return calc(total(total(a[s] * b[r - s], s) * chi[r], r)).eq(total(a[s] * total(b[r - s] * chi[r], r), s))


@derivation
def product_of_transforms() -> Chain:
    """... each of which is a factor times the same transform: together, a product."""
    return calc(total(a[s] * (chi[s] * total(b[r] * chi[r], r)), s)).eq(
        total(a[s] * chi[s], s) * total(b[r] * chi[r], r)
    )


@derivation(given=[character])
def eigenvalue() -> Chain:
    """A circulant matrix has every character as an eigenvector, and the transform is the eigenvalue."""
    return calc(total(a[k - s] * chi[s], s)).eq(total(a[s] * chi[k - s], s)).eq(chi[k] * total(a[s] * chi[-s], s))


@derivation(given=[eq(A @ e, alpha * e), eq(B @ e, beta * e)])
def eigenvalues_multiply() -> Chain:
    """So eigenvalues of a product of circulants are products."""
    return calc((A @ B) @ e).eq(A @ (B @ e)).eq(A @ (beta * e)).eq(beta * (A @ e)).eq(beta * (alpha * e))


@derivation
def transpose_is_a_circulant() -> Chain:
    """The transpose of a circulant is the circulant of the sequence read backwards."""
    return calc(A.T[r, s]).eq(a[-(r - s)])

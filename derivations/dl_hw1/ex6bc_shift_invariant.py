r"""Exercise 6b and 6c: convolutions are the linear maps that commute with the shift.

A linear map of R^n, n symbolic, commutes with the cyclic shift exactly when its matrix is circulant;
so circulants, that is convolutions, are the only ones, and two of them commute.
"""

from symproof import (
    Chain,
    Matrix,
    Prop,
    and_,
    calc,
    column,
    cyclic,
    delta,
    derivation,
    each,
    eq,
    iff,
    index,
    interval,
    matrix,
    natural,
    real,
    sequence,
    total,
)

n = natural("n", at_least=1)
Z = cyclic(n)
a, b = sequence("a", over=Z), sequence("b", over=Z)
i, j, k = index("i", over=Z), index("j", over=Z), index("k", over=Z)
x, y, c = column("x", Z), column("y", Z), real("c")

A = matrix("A", Z)
S = matrix("S", Z, lambda i, j: delta(i - j - 1))
C = matrix("C", Z, lambda i, j: a[i - j])
D = matrix("D", Z, lambda i, j: b[i - j])

plain = interval(0, n - 1)
r, s = index("r"), index("s")
P = matrix("P", plain, lambda i, j: delta(i - j - 1))

circulant = each(i, each(j, eq(A[i, j], A[i - j, 0])))


def commutes_with_the_shift(matrix: Matrix) -> Prop:
    """To shift the argument is to shift the value."""
    return each(x, eq(matrix @ (S @ x), S @ (matrix @ x)))


@derivation(given=[n >= 2], expect="refuted")
def corner_with_plain_integers() -> Prop:
    """With plain integers as indices the first row of the shift is zero: the corner is lost."""
    return eq(P[0, n - 1], 1)


@derivation
def corner_modulo_n() -> Prop:
    """Modulo n the corner is there."""
    return eq(S[0, -1], 1)


@derivation
def is_linear() -> Prop:
    """A product with a circulant matrix is linear in the vector."""
    return each(x, each(y, and_(eq(C @ (x + y), C @ x + C @ y), each(c, eq(C @ (c * x), c * (C @ x))))))


@derivation
def circulants_commute_with_the_shift() -> Prop:
    """It commutes with the shift of the vector."""
    return commutes_with_the_shift(C)


@derivation(given=[eq(A @ S, S @ A)])
def one_step_down_the_diagonal() -> Prop:
    """What commutes with the shift has equal entries along each diagonal."""
    return each(i, each(j, eq(A[i, j + 1], A[i - 1, j])))


@derivation(given=[eq(A @ S, S @ A)])
def only_circulants() -> Prop:
    """So it is circulant: by induction over the columns, an entry is that of column 0 in its diagonal."""
    return each(j, each(i, eq(A[i, j], A[i - j, 0])))


@derivation
def as_maps_and_as_matrices() -> Prop:
    """The maps commute on all vectors exactly when the matrices do: take the unit vectors."""
    return iff(commutes_with_the_shift(A), eq(A @ S, S @ A))


@derivation(given=[circulant])
def circulant_matrices_commute() -> Prop:
    """A circulant matrix commutes with the shift."""
    return eq(A @ S, S @ A)


@derivation
def exactly_the_circulants() -> Prop:
    """A linear map commutes with the shift exactly when its matrix is circulant."""
    return iff(commutes_with_the_shift(A), circulant)


@derivation
def convolutions_commute() -> Prop:
    """Two circulants commute."""
    return eq(C @ D, D @ C)


@derivation
def product_is_a_convolution() -> Chain:
    """Their product is the circulant of the convolution of the two sequences."""
    return calc((C @ D)[i, j]).eq(total(a[k] * b[i - j - k], k))

r"""The paper: a two-layer ReLU network fits any n values.

With thresholds b_1 < x_1 < b_2 < x_2 < ... the matrix of the hidden units, max(x_i - b_j, 0), is lower triangular with a
positive diagonal. So it maps nothing but zero to zero, and is invertible: there is one choice of weights that gives any
values y; for every n.
"""

from symproof import (
    Chain,
    Prop,
    and_,
    at,
    calc,
    cite,
    column,
    derivation,
    det,
    each,
    eq,
    iff,
    implies,
    induction,
    inverse,
    matrix,
    maximum,
    natural,
    ne,
    sequence,
)
from symproof.by import ring

n = natural("n", at_least=1)
x, b = sequence("x"), sequence("b")
i, j, k = natural("i", at_least=1), natural("j", at_least=1), natural("k")
c, y = column("c", n), column("y", n)

M = matrix("M", n, lambda row, col: maximum(x[row] - b[col], 0))

below = each(i, b[i] < x[i], 1, n)
above = each(i, x[i] < b[i + 1], 1, n - 1)
in_the_kernel = eq(M @ c, 0)
zero_so_far = each(j, implies(j <= n, eq(c[j], 0)), 1, k)


@derivation(given=[below, above], by=induction(k))
def thresholds_rise() -> Prop:
    """A point lies below the k-th threshold after the next: by induction over k."""
    return implies(i + k + 1 <= n, x[i] < b[i + k + 1])


@derivation(given=[below, above], by=cite(thresholds_rise))
def below_later_thresholds() -> Prop:
    """So it lies below every later threshold."""
    return implies(and_(i < j, j <= n), x[i] <= b[j])


@derivation(given=[below])
def positive_diagonal() -> Prop:
    """On its diagonal the matrix is positive."""
    return each(i, M[i, i] > 0, 1, n)


@derivation(given=[below, above], by=cite(below_later_thresholds))
def lower_triangular() -> Prop:
    """Above the diagonal it is zero."""
    return each(i, each(j, implies(i < j, eq(M[i, j], 0)), 1, n), 1, n)


@derivation(given=[below, above, zero_so_far, k + 1 <= n])
def one_term_left() -> Chain:
    """Where the first k numbers of a column are zero, row k + 1 has one term that is left."""
    return calc(M[k + 1, k + 1] * c[k + 1]).eq((M @ c)[k + 1], by=cite(lower_triangular))


@derivation(given=[below, above, in_the_kernel, zero_so_far, k + 1 <= n])
def next_row() -> Chain:
    """So that term is zero, where the matrix maps the column to zero."""
    return calc(M[k + 1, k + 1] * c[k + 1]).eq((M @ c)[k + 1], by=cite(one_term_left)).eq(0, by=ring)


@derivation(given=[below, above, in_the_kernel, zero_so_far, k + 1 <= n])
def next_number() -> Chain:
    """So the next number is zero, as the diagonal is not."""
    return (
        calc(c[k + 1])
        .eq(M[k + 1, k + 1] * c[k + 1] / M[k + 1, k + 1], by=cite(positive_diagonal))
        .eq(0, by=cite(next_row, positive_diagonal))
    )


@derivation(given=[below, above, in_the_kernel], by=cite(next_number))
def one_more() -> Prop:
    """From k zeros to k + 1, for every k: so all n are zero, and the matrix is invertible."""
    return implies(and_(k + 1 <= n, zero_so_far), eq(c[k + 1], 0))


@derivation(given=[below, above, in_the_kernel], by=(induction(k), cite(one_more)))
def zeros() -> Prop:
    """So the first k numbers are zero for every k up to n."""
    return zero_so_far


@derivation(given=[below, above, in_the_kernel], by=at(zeros, {k: n}))
def only_zero_goes_to_zero() -> Prop:
    """At k = n: what the matrix maps to zero is zero."""
    return eq(c, 0)


@derivation(given=[below, above], by=cite(only_zero_goes_to_zero))
def one_to_one() -> Prop:
    """For every column, that is."""
    return each(c, implies(in_the_kernel, eq(c, 0)))


@derivation(given=[below, above], by=cite(one_to_one))
def invertible() -> Prop:
    """A square matrix that maps nothing but zero to zero is invertible."""
    return ne(det(M), 0)


@derivation(given=[below, above], by=cite(invertible))
def fits_any_values() -> Prop:
    """So there are weights with which the network takes the values y, and no others do."""
    return iff(eq(M @ c, y), eq(c, inverse(M) @ y))

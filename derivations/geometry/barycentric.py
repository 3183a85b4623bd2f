r"""Weighted means of points: barycentric coordinates, in any dimension.

The weights $\lambda_i$ add up to 1 and may be negative: the point p is on the line through two points, in the plane through
three, on either side of them.
"""

from symproof import (
    Chain,
    calc,
    cite,
    derivation,
    eq,
    index,
    natural,
    norm,
    sequence,
    total,
    vector,
    vectors,
)

i, j, n = index("i"), index("j"), natural("n", at_least=1)
w, lam = sequence("w", of=vector), sequence(r"\lambda")
x, s = vectors("x s")
p = total(lam[i] * w[i], i, 1, n)
weights = eq(total(lam[i], i, 1, n), 1)


@derivation(given=[weights])
def offsets_balance() -> Chain:
    """Seen from p the weighted points add up to nothing."""
    return calc(total(lam[i] * (w[i] - p), i, 1, n)).eq(0)


@derivation(given=[weights])
def moves_along() -> Chain:
    """When all points move by s, so does p."""
    return calc(total(lam[i] * (w[i] + s), i, 1, n)).eq(p + s)


@derivation(given=[weights])
def leibniz() -> Chain:
    """Leibniz: squared distances from x are those from p, and the square of the way from x to p."""
    return calc(total(lam[i] * norm(w[i] - x) ** 2, i, 1, n)).eq(
        total(lam[i] * norm(w[i] - p) ** 2, i, 1, n) + norm(x - p) ** 2
    )


@derivation(given=[weights])
def nearest_on_average() -> Chain:
    """So from no other point is the weighted squared distance smaller than from p."""
    return (
        calc(total(lam[i] * norm(w[i] - x) ** 2, i, 1, n))
        .eq(total(lam[i] * norm(w[i] - p) ** 2, i, 1, n) + norm(x - p) ** 2, by=cite(leibniz))
        .ge(total(lam[i] * norm(w[i] - p) ** 2, i, 1, n))
    )


@derivation(given=[weights])
def spread_from_pairs() -> Chain:
    """The spread is known from the distances between the points alone."""
    return calc(total(lam[i] * norm(w[i] - p) ** 2, i, 1, n)).eq(
        total(total(lam[i] * lam[j] * norm(w[i] - w[j]) ** 2, j, 1, n), i, 1, n) / 2
    )

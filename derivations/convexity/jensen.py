r"""Jensen's inequality for averages of any length.

From the two-point definition of convexity by induction over the number of terms: the average of T + 1 points lies between
the average of the first T and the last point. Where weights may be 0, what is left of them is given to any point.
"""

from symproof import (
    Chain,
    calc,
    convex,
    derivation,
    eq,
    function,
    index,
    induction,
    natural,
    nonnegative,
    positive,
    real,
    sequence,
    total,
    vector,
)

f = function("f")
w, p = sequence("w", of=vector), sequence("p", of=positive)
t, T = index("t"), natural("T", at_least=1)
weight = total(p[t], t, 1, T)

share = sequence("a", of=nonnegative)
g, x, y, z = function("g", on=real), real("x"), real("y"), real("z")


@derivation(given=[convex(f)])
def weighted() -> Chain:
    """For weights that are positive."""
    return calc(weight * f(total(p[t] * w[t], t, 1, T) / weight)).le(total(p[t] * f(w[t]), t, 1, T), by=induction(T))


@derivation(given=[convex(f)])
def plain() -> Chain:
    """For equal weights."""
    return calc(f(total(w[t], t, 1, T) / T)).le(total(f(w[t]), t, 1, T) / T, by=induction(T))


@derivation(given=[convex(f), eq(total(share[t], t, 1, T), 1)])
def with_shares() -> Chain:
    """For weights that are not negative and add up to 1."""
    return calc(f(total(share[t] * w[t], t, 1, T))).le(total(share[t] * f(w[t]), t, 1, T))


@derivation(given=[convex(f), eq(total(share[t], t, 1, T), 1)], expect="refuted")
def strictly() -> Chain:
    """Not strictly: all of the weight may be at one point."""
    return calc(f(total(share[t] * w[t], t, 1, T))).lt(total(share[t] * f(w[t]), t, 1, T))


@derivation(given=[convex(f)], expect="refuted")
def the_wrong_way_round() -> Chain:
    """The average of the values is not below the value at the average."""
    return calc(total(f(w[t]), t, 1, T) / T).le(f(total(w[t], t, 1, T) / T))


@derivation(given=[convex(g)])
def midpoint() -> Chain:
    """The midpoint, on the real line."""
    return calc(g((x + y) / 2)).le((g(x) + g(y)) / 2)


@derivation(given=[convex(g)])
def three_points() -> Chain:
    """Three points, on the real line: two of them first."""
    return calc(3 * g((x + y + z) / 3)).le(g(x) + g(y) + g(z))

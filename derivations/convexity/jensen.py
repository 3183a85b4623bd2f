r"""Jensen's inequality for averages of any length.

From the two-point definition of convexity by induction over the number of terms: the average of T + 1 points lies between
the average of the first T and the last point.
"""

from symproof import (
    Chain,
    calc,
    convex,
    derivation,
    function,
    index,
    induction,
    natural,
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

g, x, y = function("g", on=real), real("x"), real("y")


@derivation(given=[convex(f)])
def weighted() -> Chain:
    """For weights that are positive."""
    return calc(weight * f(total(p[t] * w[t], t, 1, T) / weight)).le(total(p[t] * f(w[t]), t, 1, T), by=induction(T))


@derivation(given=[convex(f)])
def plain() -> Chain:
    """For equal weights."""
    return calc(f(total(w[t], t, 1, T) / T)).le(total(f(w[t]), t, 1, T) / T, by=induction(T))


@derivation(given=[convex(f)], expect="refuted")
def the_wrong_way_round() -> Chain:
    """The average of the values is not below the value at the average."""
    return calc(total(f(w[t]), t, 1, T) / T).le(f(total(w[t], t, 1, T) / T))


@derivation(given=[convex(g)])
def midpoint() -> Chain:
    """The midpoint, on the real line."""
    return calc(g((x + y) / 2)).le((g(x) + g(y)) / 2)

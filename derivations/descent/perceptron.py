r"""The perceptron makes few mistakes (Novikoff).

w grows towards u by $\gamma$ with every mistake, but its square by no more than $R^2$; so there are at most
$R^2/\gamma^2$ of them. Only the mistakes are counted by t: examples $x_t$ with labels $y_t$, 1 or -1.
"""

from symproof import (
    Chain,
    calc,
    derivation,
    each,
    eq,
    index,
    induction,
    inner,
    natural,
    norm,
    positive,
    sequence,
    vector,
    vectors,
)

t, T = index("t"), natural("T")
w, x, y = sequence("w", of=vector), sequence("x", of=vector), sequence("y")
u, v = vectors("u v")
R, gamma = positive("R"), positive(r"\gamma")

update = each(t, eq(w[t + 1], w[t] + y[t] * x[t]))
mistakes = each(t, y[t] * inner(w[t], x[t]) <= 0)
labels = each(t, eq(y[t] ** 2, 1))
inside = each(t, norm(x[t]) <= R)
margin = each(t, y[t] * inner(u, x[t]) >= gamma)


@derivation(given=[eq(w[0], 0), update, margin])
def progress() -> Chain:
    """Every update turns w towards u."""
    return calc(inner(u, w[T])).ge(T * gamma, by=induction(T))


@derivation(given=[eq(w[0], 0), update, mistakes, labels, inside])
def size() -> Chain:
    """It is longer after a mistake, but not by much."""
    return calc(norm(w[T]) ** 2).le(T * R**2, by=induction(T))


@derivation(given=[inner(u, v) >= T * gamma, norm(v) ** 2 <= T * R**2, eq(norm(u), 1)])
def between_the_two() -> Chain:
    """Between the two stands Cauchy-Schwarz."""
    return (
        calc((T * gamma) ** 2)
        .le(inner(u, v) ** 2)
        .le(norm(u) ** 2 * norm(v) ** 2, note="Cauchy-Schwarz")
        .eq(norm(v) ** 2, note="u is a unit vector")
        .le(T * R**2)
    )

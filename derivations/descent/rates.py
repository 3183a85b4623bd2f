r"""Rates by induction."""

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
    nonnegative,
    norm,
    positive,
    sequence,
    vector,
)

q = nonnegative("q")
c = positive("c")
R = positive("R")
a = sequence("a")
d = sequence("d", nonnegative)
t, T = index("t"), natural("T")
w, x = sequence("w", of=vector), sequence("x", of=vector)
y = sequence("y")
u = vector("u")


@derivation(given=[each(t, a[t + 1] <= q * a[t])])
def geometric() -> Chain:
    """A geometric"""
    return calc(a[T]).le(q**T * a[0], by=induction(T))


@derivation(given=[each(t, a[t + 1] <= q * a[t] + c), q < 1])
def with_noise() -> Chain:
    """A geometric"""
    return calc(a[T]).le(q**T * a[0] + c / (1 - q), by=induction(T))


mistake = each(t, y[t] * inner(w[t], x[t]) <= 0)


@derivation(
    given=[
        eq(w[0], 0),
        each(t, eq(w[t + 1], w[t] + y[t] * x[t])),
        mistake,
        each(t, norm(x[t]) <= R),
        each(t, eq(y[t] ** 2, 1)),
    ]
)
def perceptron_norm() -> Chain:
    return calc(norm(w[T]) ** 2).le(T * R**2, by=induction(T))


gamma = positive(r"\gamma")


@derivation(given=[eq(w[0], 0), each(t, eq(w[t + 1], w[t] + y[t] * x[t])), each(t, y[t] * inner(u, x[t]) >= gamma)])
def perceptron_progress() -> Chain:
    return calc(inner(u, w[T])).ge(T * gamma, by=induction(T))


v = vector("v")


@derivation(given=[norm(v) ** 2 <= T * R**2, inner(u, v) >= T * gamma, eq(norm(u), 1), T >= 1])
def perceptron_bound() -> Chain:
    return calc(T).le(R**2 / gamma**2)


@derivation(given=[d[0] > 0, each(t, d[t + 1] > 0), each(t, d[t + 1] <= d[t] - c * d[t] ** 2)])
def sublinear_step() -> Chain:
    return calc(1 / d[t + 1]).ge(1 / d[t] + c)

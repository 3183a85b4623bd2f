r"""A line through T points."""

from symproof import (
    Chain,
    Prop,
    calc,
    derivation,
    derivative,
    eq,
    iff,
    index,
    minimizer,
    natural,
    real,
    sequence,
    total,
)

t, T = index("t"), natural("T", at_least=1)
x, y = sequence("x"), sequence("y")
m, b = real("m"), real("b")
loss = total((y[t] - m * x[t] - b) ** 2, t, 1, T)


@derivation
def normal_slope() -> Chain:
    return calc(derivative(loss, m)).eq(-2 * total(x[t] * (y[t] - m * x[t] - b), t, 1, T))


@derivation
def normal_intercept() -> Prop:
    """The best intercept: the line goes through the mean"""
    return iff(eq(derivative(loss, b), 0), eq(b, total(y[t], t, 1, T) / T - m * total(x[t], t, 1, T) / T))


@derivation
def best_intercept() -> Prop:
    return minimizer(total(y[t] - m * x[t], t, 1, T) / T, loss, b, unique=True)


@derivation(given=[total(x[t] ** 2, t, 1, T) > 0])
def best_slope() -> Prop:
    return minimizer(
        total(x[t] * y[t], t, 1, T) / total(x[t] ** 2, t, 1, T), total((y[t] - m * x[t]) ** 2, t, 1, T), m, unique=True
    )

r"""A line through T points $(x_t, y_t)$: slope m, intercept b."""

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
def first_normal_equation() -> Chain:
    """The derivative of the loss in the slope."""
    return calc(derivative(loss, m)).eq(-2 * total(x[t] * (y[t] - m * x[t] - b), t, 1, T))


@derivation
def through_the_means() -> Prop:
    """The derivative in the intercept vanishes exactly when the line goes through the point of the means."""
    return iff(eq(derivative(loss, b), 0), eq(b, total(y[t], t, 1, T) / T - m * total(x[t], t, 1, T) / T))


@derivation(given=[total(x[t] ** 2, t, 1, T) > 0])
def best_slope_through_the_origin() -> Prop:
    """Without an intercept the best slope is a quotient of two sums."""
    slope = total(x[t] * y[t], t, 1, T) / total(x[t] ** 2, t, 1, T)
    return minimizer(slope, total((y[t] - m * x[t]) ** 2, t, 1, T), m, unique=True)

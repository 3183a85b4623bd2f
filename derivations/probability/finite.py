r"""A finite random variable: values x_i with probabilities p_i."""

from symproof import (
    Chain,
    Prop,
    calc,
    derivation,
    each,
    eq,
    index,
    minimizer,
    natural,
    nonnegative,
    positive,
    real,
    sequence,
    total,
)

i, n = index("i"), natural("n", at_least=1)
j = index("j")
p = sequence("p", nonnegative)
x, y, z = sequence("x"), sequence("y"), sequence("z")
c, b = real("c"), real("b")
a = positive("a")
certain = eq(total(p[i], i, 1, n), 1)


def mean(term):
    return total(p[i] * term, i, 1, n)


@derivation(given=[certain])
def constant() -> Chain:
    return calc(mean(c)).eq(c)


@derivation(given=[certain])
def linear() -> Chain:
    return calc(mean(b * x[i] + c)).eq(b * mean(x[i]) + c)


@derivation(given=[certain])
def variance() -> Chain:
    m = mean(x[j]) if False else total(p[j] * x[j], j, 1, n)
    return calc(mean((x[i] - m) ** 2)).eq(mean(x[i] ** 2) - m**2)


@derivation(given=[certain])
def scaled() -> Chain:
    m = total(p[j] * x[j], j, 1, n)
    return calc(mean((b * x[i] + c - (b * m + c)) ** 2)).eq(b**2 * mean((x[i] - m) ** 2))


@derivation(given=[certain])
def best_constant() -> Prop:
    return minimizer(mean(x[i]), mean((x[i] - c) ** 2), c, unique=True)


@derivation
def covariance() -> Chain:
    def cov(x, y):
        return mean(x * y) - mean(x) * mean(y)

    return calc(cov(b * x[i] + c * y[i], z[i])).eq(b * cov(x[i], z[i]) + c * cov(y[i], z[i]))


@derivation(given=[certain])
def pairs() -> Chain:
    return calc(total(total(p[i] * p[j] * (x[i] - x[j]) ** 2, j, 1, n), i, 1, n)).eq(
        2 * (mean(x[i] ** 2) - mean(x[i]) ** 2)
    )


s = sequence("s", nonnegative)


@derivation(given=[each(i, x[i] >= a * s[i], 1, n)])
def markov() -> Chain:
    return calc(mean(s[i])).le(mean(x[i]) / a)


@derivation(given=[each(i, (x[i] - c) ** 2 >= a**2 * s[i], 1, n)])
def cheby() -> Chain:
    return calc(mean(s[i])).le(mean((x[i] - c) ** 2) / a**2)

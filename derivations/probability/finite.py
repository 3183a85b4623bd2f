r"""A finite random variable: values $x_i$ with probabilities $p_i$, $i = 1, \dots, n$."""

from symproof import (
    Chain,
    Prop,
    Scalar,
    calc,
    cite,
    derivation,
    each,
    eq,
    index,
    log,
    minimizer,
    natural,
    nonnegative,
    positive,
    real,
    sequence,
    total,
)

i, j, n = index("i"), index("j"), natural("n", at_least=1)
p, hit = sequence("p", nonnegative), sequence("h", nonnegative)
x, z = sequence("x"), sequence("z")
c, b, a = real("c"), real("b"), positive("a")
P, Q = sequence("p", positive), sequence("q", positive)
certain = eq(total(p[i], i, 1, n), 1)
m = total(p[j] * x[j], j, 1, n)


def mean(term: Scalar) -> Scalar:
    """The expectation of a term in i."""
    return total(p[i] * term, i, 1, n)


@derivation(given=[certain])
def expectation_is_linear() -> Chain:
    """Factors and constants come out of an expectation."""
    return calc(mean(b * x[i] + c)).eq(b * mean(x[i]) + c)


@derivation(given=[certain])
def variance() -> Chain:
    """The mean of the squares minus the square of the mean."""
    return calc(mean((x[i] - m) ** 2)).eq(mean(x[i] ** 2) - m**2)


@derivation(given=[certain], expect="refuted")
def variance_is_not_linear() -> Chain:
    """A factor comes out of a variance squared, not as it is."""
    return calc(mean((b * x[i] - b * m) ** 2)).eq(b * mean((x[i] - m) ** 2))


@derivation(given=[certain])
def factor_comes_out_squared() -> Chain:
    """As here, and a constant changes nothing."""
    return calc(mean((b * x[i] + c - (b * m + c)) ** 2)).eq(b**2 * mean((x[i] - m) ** 2))


@derivation(given=[certain])
def best_constant() -> Prop:
    """The mean is the constant with the smallest mean squared error."""
    return minimizer(m, mean((x[i] - c) ** 2), c, unique=True)


@derivation(given=[each(i, a * hit[i] <= x[i], 1, n)])
def markov() -> Chain:
    r"""Markov's inequality: $h_i$ is 1 where $x_i \geq a$, and 0 elsewhere; all that is used is $a h_i \leq x_i$."""
    return calc(mean(hit[i])).le(mean(x[i]) / a)


@derivation(given=[each(i, a**2 * hit[i] <= (x[i] - c) ** 2, 1, n)])
def chebyshev() -> Chain:
    """Chebyshev's inequality is Markov's, for the squared distance from c."""
    return calc(mean(hit[i])).le(mean((x[i] - c) ** 2) / a**2)


@derivation
def one_term_of_the_divergence() -> Chain:
    """The logarithm lies below its tangent at 1."""
    return calc(P[i] * log(Q[i] / P[i])).le(Q[i] - P[i])


@derivation(given=[eq(total(P[i], i, 1, n), 1), eq(total(Q[i], i, 1, n), 1)])
def gibbs() -> Chain:
    """Gibbs' inequality: no other distribution codes p more cheaply than p itself."""
    return (
        calc(total(P[i] * log(Q[i] / P[i]), i, 1, n))
        .le(total(Q[i] - P[i], i, 1, n), by=cite(one_term_of_the_divergence))
        .eq(0, note="both add up to 1")
    )

r"""Divergence, cross entropy and entropy of distributions on n outcomes.

The logarithm lies below its tangents: term by term at 1, at the number of outcomes, or at the quotient of two sums.
"""

from symproof import Chain, calc, derivation, eq, index, log, natural, positive, sequence, total

n, i = natural("n", at_least=1), index("i")
p, q = sequence("p", of=positive), sequence("q", of=positive)
a, b = sequence("a", of=positive), sequence("b", of=positive)

of_p, of_q = eq(total(p[i], i, 1, n), 1), eq(total(q[i], i, 1, n), 1)
entropy = -total(p[i] * log(p[i]), i, 1, n)
cross_entropy = -total(p[i] * log(q[i]), i, 1, n)
divergence = total(p[i] * log(p[i] / q[i]), i, 1, n)


@derivation(given=[of_p, of_q])
def gibbs() -> Chain:
    """Gibbs' inequality: the divergence of two distributions is not negative."""
    return calc(divergence).ge(0)


@derivation(given=[of_p, of_q])
def coding_for_another_distribution() -> Chain:
    """The cross entropy is the entropy and the divergence, so it is no smaller than the entropy."""
    return calc(cross_entropy).eq(entropy + divergence).ge(entropy)


@derivation(given=[of_p])
def largest_entropy() -> Chain:
    """No distribution has more entropy than the one of equal shares."""
    return calc(entropy).le(log(n))


@derivation(given=[of_p], expect="refuted")
def always_less() -> Chain:
    """Not strictly less: equal shares have that much."""
    return calc(entropy).lt(log(n))


@derivation
def log_sum() -> Chain:
    """The log sum inequality, for positive numbers of any sums."""
    return calc(total(a[i] * log(a[i] / b[i]), i, 1, n)).ge(
        total(a[i], i, 1, n) * log(total(a[i], i, 1, n) / total(b[i], i, 1, n))
    )

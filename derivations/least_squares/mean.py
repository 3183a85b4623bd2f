r"""The mean of T points minimizes the sum of their squared distances."""

from symproof import Chain, calc, derivation, gradient, index, natural, norm, sequence, total, vector

t, T = index("t"), natural("T", at_least=1)
w = sequence("w", of=vector)
c = vector("c")
mean = total(w[t], t, 1, T) / T


@derivation
def residuals() -> Chain:
    """The differences from the mean add up to zero."""
    return calc(total(w[t] - mean, t, 1, T)).eq(0)


@derivation
def bias_and_variance() -> Chain:
    """The squared distances from any point: those from the mean, and T times the distance of the mean."""
    return calc(total(norm(w[t] - c) ** 2, t, 1, T)).eq(
        total(norm(w[t] - mean) ** 2, t, 1, T) + T * norm(mean - c) ** 2
    )


@derivation
def grad_of_distances() -> Chain:
    """Nor as good."""
    return calc(gradient(total(norm(w[t] - c) ** 2, t, 1, T), c)).eq(2 * T * (c - mean))


@derivation
def pairs() -> Chain:
    s = index("s")
    return calc(total(total(norm(w[s] - w[t]) ** 2, s, 1, T), t, 1, T)).eq(
        2 * T * total(norm(w[t] - mean) ** 2, t, 1, T)
    )

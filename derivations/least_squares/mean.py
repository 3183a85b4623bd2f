r"""The mean of T points minimizes the sum of their squared distances."""

from symproof import Chain, calc, derivation, gradient, index, natural, norm, sequence, total, vector

s, t, T = index("s"), index("t"), natural("T", at_least=1)
w, c = sequence("w", of=vector), vector("c")
mean = total(w[t], t, 1, T) / T


@derivation
def residuals() -> Chain:
    """The differences from the mean add up to zero."""
    return calc(total(w[t] - mean, t, 1, T)).eq(0)


@derivation
def spread_and_offset() -> Chain:
    """The squared distances from any point: those from the mean, and T times the distance of the mean.

    The second part vanishes at the mean only; so it is the one minimizer.
    """
    return calc(total(norm(w[t] - c) ** 2, t, 1, T)).eq(
        total(norm(w[t] - mean) ** 2, t, 1, T) + T * norm(mean - c) ** 2
    )


@derivation
def gradient_of_the_distances() -> Chain:
    """The gradient says the same: it points from the mean to c."""
    return calc(gradient(total(norm(w[t] - c) ** 2, t, 1, T), c)).eq(2 * T * (c - mean))


@derivation
def spread_from_pairs() -> Chain:
    """The spread can be read off the pairs, without the mean."""
    return calc(total(total(norm(w[s] - w[t]) ** 2, s, 1, T), t, 1, T)).eq(
        2 * T * total(norm(w[t] - mean) ** 2, t, 1, T)
    )

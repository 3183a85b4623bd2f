r"""Sums and products that telescope."""

from symproof import Chain, calc, derivation, index, log, natural, sequence, total

k, n = index("k"), natural("n")
a, b = sequence("a"), sequence("b")


@derivation
def partial_fractions() -> Chain:
    """Partial fractions, and what is left of them."""
    return (
        calc(total(1 / (k * (k + 1)), k, 1, n))
        .eq(total(1 / k - 1 / (k + 1), k, 1, n))
        .eq(1 - 1 / (n + 1))
        .eq(n / (n + 1))
    )


@derivation(expect="refuted")
def last_index() -> Chain:
    """The last term that is left is at n + 1, not at n."""
    return calc(total(a[k] - a[k + 1], k, 1, n)).eq(a[1] - a[n])


@derivation
def differences() -> Chain:
    """A sum of differences."""
    return calc(total(a[k] - a[k + 1], k, 1, n)).eq(a[1] - a[n + 1])


@derivation
def second_differences() -> Chain:
    """Second differences leave the difference of the first ones."""
    return calc(total(a[k + 2] - 2 * a[k + 1] + a[k], k, 0, n)).eq((a[n + 2] - a[n + 1]) - (a[1] - a[0]))


@derivation
def by_parts() -> Chain:
    """Summation by parts (Abel)."""
    return calc(total(a[k] * (b[k + 1] - b[k]), k, 0, n)).eq(
        a[n + 1] * b[n + 1] - a[0] * b[0] - total(b[k + 1] * (a[k + 1] - a[k]), k, 0, n)
    )


@derivation
def logs() -> Chain:
    return calc(total(log(1 + 1 / k), k, 1, n)).eq(log(n + 1))

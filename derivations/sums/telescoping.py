r"""Sums that telescope.

A difference of neighbours leaves the two ends; the art is to see the difference.
"""

from symproof import Chain, calc, derivation, index, log, natural, sequence, telescope, total

k, n = index("k"), natural("n")
a, b = sequence("a"), sequence("b")


@derivation
def differences() -> Chain:
    """The first term and the one after the last are left."""
    return calc(total(a[k] - a[k + 1], k, 1, n)).eq(a[1] - a[n + 1])


@derivation(expect="refuted")
def last_index() -> Chain:
    """Not the last one itself."""
    return calc(total(a[k] - a[k + 1], k, 1, n)).eq(a[1] - a[n])


@derivation
def partial_fractions() -> Chain:
    """Partial fractions, and what is left of them."""
    return (
        calc(total(1 / (k * (k + 1)), k, 1, n))
        .eq(total(1 / k - 1 / (k + 1), k, 1, n), note="partial fractions")
        .eq(1 - 1 / (n + 1), by=telescope)
        .eq(n / (n + 1))
    )


@derivation
def logarithms() -> Chain:
    """A product of quotients, written as a sum of logarithms."""
    return calc(total(log(1 + 1 / k), k, 1, n)).eq(log(n + 1))


@derivation
def second_differences() -> Chain:
    """Second differences leave two first ones."""
    return calc(total(a[k + 2] - 2 * a[k + 1] + a[k], k, 0, n)).eq((a[n + 2] - a[n + 1]) - (a[1] - a[0]))


@derivation
def by_parts() -> Chain:
    """Summation by parts (Abel): the difference moves from one factor to the other."""
    return calc(total(a[k] * (b[k + 1] - b[k]), k, 0, n)).eq(
        a[n + 1] * b[n + 1] - a[0] * b[0] - total(b[k + 1] * (a[k + 1] - a[k]), k, 0, n)
    )

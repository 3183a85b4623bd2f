r"""Sequences that are defined by a recurrence.

A recurrence is a hypothesis, stated for each index; what follows from it for every n is proved by induction.
"""

from symproof import (
    Chain,
    calc,
    derivation,
    each,
    eq,
    index,
    induction,
    natural,
    nonnegative,
    positive,
    sequence,
    total,
)

k, n = index("k"), natural("n")
F, a = sequence("F"), sequence("a")
q, c = nonnegative("q"), positive("c")
fibonacci = [eq(F[0], 0), eq(F[1], 1), each(k, eq(F[k + 2], F[k + 1] + F[k]))]


@derivation(given=fibonacci)
def fibonacci_sum() -> Chain:
    """The first Fibonacci numbers add up to one less than the next but one."""
    return calc(total(F[k], k, 0, n)).eq(F[n + 2] - 1)


@derivation(given=fibonacci)
def fibonacci_squares() -> Chain:
    """Their squares add up to a product of neighbours."""
    return calc(total(F[k] ** 2, k, 0, n)).eq(F[n] * F[n + 1])


@derivation(given=fibonacci)
def cassini() -> Chain:
    """Cassini's identity: the sign alternates."""
    return calc(F[n + 2] * F[n] - F[n + 1] ** 2).eq(-((-1) ** n))


@derivation(given=fibonacci, expect="refuted")
def cassini_without_the_sign() -> Chain:
    """It is not 1 all the time."""
    return calc(F[n + 2] * F[n] - F[n + 1] ** 2).eq(1)


@derivation(given=[eq(a[0], 0), each(k, eq(a[k + 1], 2 * a[k] + 1))])
def towers_of_hanoi() -> Chain:
    """The towers of Hanoi: n discs take 2^n - 1 moves."""
    return calc(a[n]).eq(2**n - 1, by=induction(n))


@derivation(given=[eq(a[0], 1), each(k, eq(a[k + 1], (k + 1) * a[k]))])
def factorials() -> Chain:
    """Factorials, each times its number, telescope."""
    return calc(total(k * a[k], k, 0, n)).eq(a[n + 1] - 1)


@derivation(given=[each(k, a[k + 1] <= q * a[k])])
def geometric_decay() -> Chain:
    """A factor in each step is its power after n steps."""
    return calc(a[n]).le(q**n * a[0], by=induction(n))


@derivation(given=[each(k, a[k + 1] <= q * a[k] + c), q < 1])
def decay_with_noise() -> Chain:
    """With noise in each step it comes down to the noise over 1 - q."""
    return calc(a[n]).le(q**n * a[0] + c / (1 - q), by=induction(n))

r"""Sequences that are defined by a recurrence.

A recurrence is a hypothesis, stated for each index; what follows from it for every n is proved by induction.
"""

from symproof import Chain, calc, derivation, each, eq, index, induction, natural, real, sequence, total

k, n = index("k"), natural("n")
F = sequence("F")
a = sequence("a")
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
    """Cassini's identity."""
    return calc(F[n + 2] * F[n] - F[n + 1] ** 2).eq(-((-1) ** n))


@derivation(given=[eq(a[0], 1), each(k, eq(a[k + 1], 2 * a[k] + 1))])
def towers() -> Chain:
    """The moves of the towers of Hanoi."""
    return calc(a[n]).eq(2 ** (n + 1) - 1, by=induction(n))


q, c = real("q"), real("c")


@derivation(given=[each(k, eq(a[k + 1], q * a[k]))])
def geometric() -> Chain:
    """"""
    return calc(a[n]).eq(q**n * a[0])


@derivation(given=[each(k, a[k + 1] >= a[k])])
def increasing() -> Chain:
    """"""
    return calc(a[0]).le(a[n])


@derivation(given=[eq(a[0], 1), each(k, eq(a[k + 1], (k + 1) * a[k]))])
def factorials() -> Chain:
    return calc(total(k * a[k], k, 0, n)).eq(a[n + 1] - 1)


@derivation(given=[eq(a[0], 0), each(k, eq(a[k + 1], a[k] + 2 * k + 1))])
def sq() -> Chain:
    return calc(a[n]).eq(n**2)

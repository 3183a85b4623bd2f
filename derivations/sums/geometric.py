r"""Geometric sums.

A sum with a power in it telescopes once it is multiplied by the right factor; the formulas hold for every n, 0 included.
"""

from symproof import Chain, calc, derivation, index, induction, natural, ne, product, real, total

k, n = index("k"), natural("n")
q = real("q")


@derivation(given=[ne(q, 1)])
def geometric() -> Chain:
    """The geometric sum."""
    return calc(total(q**k, k, 0, n)).eq((q ** (n + 1) - 1) / (q - 1))


@derivation
def factor() -> Chain:
    """A difference of powers."""
    return calc((q - 1) * total(q**k, k, 0, n)).eq(q ** (n + 1) - 1)


@derivation
def doubling() -> Chain:
    """Powers of two add up to one less than the next."""
    return calc(total(2**k, k, 0, n)).eq(2 ** (n + 1) - 1)


@derivation
def weighted_doubling() -> Chain:
    """Powers of two, weighted by their exponents."""
    return calc(total(k * 2**k, k, 1, n)).eq((n - 1) * 2 ** (n + 1) + 2)


@derivation
def growth() -> Chain:
    """A power of two is larger than its exponent."""
    return calc(n).lt(2**n, by=induction(n))


@derivation(given=[q >= 0, q < 1])
def bounded() -> Chain:
    """Below 1."""
    return calc(total(q**k, k, 0, n)).eq((1 - q ** (n + 1)) / (1 - q)).le(1 / (1 - q))


x, y = real("x"), real("y")


@derivation
def squared_factors() -> Chain:
    return calc((1 - q) * product(1 + q ** (2**k), k, 0, n)).eq(1 - q ** (2 ** (n + 1)))

r"""Double sums."""

from symproof import Chain, calc, derivation, index, natural, sequence, total

i, j, m, n = index("i"), index("j"), natural("m"), natural("n")
a, b = sequence("a"), sequence("b")


@derivation
def product_of_sums() -> Chain:
    """A product of two sums is a double sum."""
    return calc(total(a[i], i, 1, m) * total(b[j], j, 1, n)).eq(total(total(a[i] * b[j], j, 1, n), i, 1, m))


c = sequence("c")


@derivation
def exchange() -> Chain:
    """Two sums change places."""
    return calc(total(total(a[i + j] * b[j], j, 1, n), i, 1, m)).eq(total(total(a[i + j] * b[j], i, 1, m), j, 1, n))


@derivation
def exchange_within() -> Chain:
    """Two sums change places."""
    return calc(total(total(a[i] / (i + j), j, 1, n) + b[i], i, 1, m)).eq(
        total(total(a[i] / (i + j), i, 1, m), j, 1, n) + total(b[i], i, 1, m)
    )


@derivation
def gauss() -> Chain:
    """Twice a sum: forwards and backwards."""
    return (
        calc(2 * total(i, i, 1, n))
        .eq(total(i, i, 1, n) + total(n + 1 - i, i, 1, n))
        .eq(total(n + 1, i, 1, n))
        .eq(n * (n + 1))
    )


@derivation
def lagrange() -> Chain:
    """The identity of Lagrange, which is why Cauchy-Schwarz holds."""
    return calc(total(total((a[i] * b[j] - a[j] * b[i]) ** 2, j, 1, n), i, 1, n)).eq(
        2 * total(a[i] ** 2, i, 1, n) * total(b[i] ** 2, i, 1, n) - 2 * total(a[i] * b[i], i, 1, n) ** 2
    )


@derivation
def antisymmetric() -> Chain:
    return calc(total(total(a[i] - a[j], j, 1, n), i, 1, n)).eq(0)

r"""Double sums."""

from symproof import Chain, calc, derivation, index, natural, sequence, total

i, j, m, n = index("i"), index("j"), natural("m"), natural("n")
a, b = sequence("a"), sequence("b")


@derivation
def product_of_sums() -> Chain:
    """A product of two sums is a double sum."""
    return calc(total(a[i], i, 1, m) * total(b[j], j, 1, n)).eq(total(total(a[i] * b[j], j, 1, n), i, 1, m))


@derivation(expect="refuted")
def sum_of_products() -> Chain:
    """It is not the sum of the products."""
    return calc(total(a[i], i, 1, n) * total(b[j], j, 1, n)).eq(total(a[i] * b[i], i, 1, n))


@derivation
def exchange() -> Chain:
    """Two sums change places where neither range depends on the other."""
    return calc(total(total(a[i + j] * b[j], j, 1, n), i, 1, m)).eq(total(total(a[i + j] * b[j], i, 1, m), j, 1, n))


@derivation
def gauss() -> Chain:
    """A sum forwards and backwards: the trick of the young Gauss."""
    return (
        calc(2 * total(i, i, 1, n))
        .eq(total(i, i, 1, n) + total(n + 1 - i, i, 1, n), note="once forwards, once backwards")
        .eq(total(n + 1, i, 1, n))
        .eq(n * (n + 1))
    )


@derivation
def lagrange() -> Chain:
    """Lagrange's identity: what Cauchy-Schwarz leaves out is a sum of squares."""
    return calc(total(total((a[i] * b[j] - a[j] * b[i]) ** 2, j, 1, n), i, 1, n)).eq(
        2 * total(a[i] ** 2, i, 1, n) * total(b[i] ** 2, i, 1, n) - 2 * total(a[i] * b[i], i, 1, n) ** 2
    )

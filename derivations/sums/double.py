r"""Double sums, in SymPy's own objects: the last of the ranges is the outermost."""

import sympy
from sympy import Eq, IndexedBase, Sum

from symproof import Chain, calc, derivation

i, j, m, n = sympy.symbols("i j m n", integer=True, nonnegative=True)
a, b = IndexedBase("a"), IndexedBase("b")


@derivation
def product_of_sums() -> Eq:
    """A product of two sums is a double sum."""
    return Eq(Sum(a[i], (i, 1, m)) * Sum(b[j], (j, 1, n)), Sum(a[i] * b[j], (j, 1, n), (i, 1, m)))


@derivation(expect="refuted")
def sum_of_products() -> Eq:
    """It is not the sum of the products."""
    return Eq(Sum(a[i], (i, 1, n)) * Sum(b[j], (j, 1, n)), Sum(a[i] * b[i], (i, 1, n)))


@derivation
def exchange() -> Eq:
    """Two sums change places where neither range depends on the other."""
    return Eq(Sum(a[i + j] * b[j], (j, 1, n), (i, 1, m)), Sum(a[i + j] * b[j], (i, 1, m), (j, 1, n)))


@derivation
def gauss() -> Chain:
    """A sum forwards and backwards: the trick of the young Gauss."""
    return (
        calc(2 * Sum(i, (i, 1, n)))
        .eq(Sum(i, (i, 1, n)) + Sum(n + 1 - i, (i, 1, n)), note="once forwards, once backwards")
        .eq(Sum(n + 1, (i, 1, n)))
        .eq(n * (n + 1))
    )


@derivation
def lagrange() -> Eq:
    """Lagrange's identity: what Cauchy-Schwarz leaves out is a sum of squares."""
    left_out = Sum(a[i] ** 2, (i, 1, n)) * Sum(b[i] ** 2, (i, 1, n)) - Sum(a[i] * b[i], (i, 1, n)) ** 2
    return Eq(Sum((a[i] * b[j] - a[j] * b[i]) ** 2, (j, 1, n), (i, 1, n)), 2 * left_out)

"""The four tasks in symproof, for all T, n and dimensions."""

from symproof import (
    cyclic,
    delta,
    eq,
    index,
    inner,
    matrix,
    natural,
    norm,
    positive,
    prove,
    real,
    sequence,
    total,
    vectors,
)


def telescoping():
    t, T, b = index("t"), natural("T"), sequence("b")
    return prove(eq(total(b[t] - b[t + 1], t, 1, T), b[1] - b[T + 1])).status


def expansion():
    (w, u, v), eta = vectors("w u v"), positive("eta")
    right = norm(w - u) ** 2 - 2 * eta * inner(w - u, v) + eta**2 * norm(v) ** 2
    return prove(eq(norm(w - u - eta * v) ** 2, right)).status


def inequalities():
    x, y = real("x"), real("y")
    first = prove(x**2 + y**2 >= 2 * x * y).status
    return first if first != "proved" else prove(x**4 - 2 * x**3 + 3 * x**2 - 2 * x + 1 >= 0).status


def circulant():
    n = natural("n", at_least=1)
    Z = cyclic(n)
    a = sequence("a", over=Z)
    S, C = matrix("S", Z, lambda i, j: delta(i - j - 1)), matrix("C", Z, lambda i, j: a[i - j])
    return prove(eq(S @ C, C @ S)).status

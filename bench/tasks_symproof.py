"""The four tasks in symproof, for all T, n and dimensions.

In every `tasks_*` module a task takes a `tag`, which makes its letters new so that a repeated call finds nothing
remembered, and `wrong`, which asks for a neighbouring claim that is false. It answers "proved" or something else.
"""

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


def telescoping(tag, wrong=False):
    t, T, b = index(f"t{tag}"), natural(f"T{tag}"), sequence(f"b{tag}")
    return prove(eq(total(b[t] - b[t + 1], t, 1, T), b[1] - b[T + (0 if wrong else 1)])).status


def expansion(tag, wrong=False):
    (w, u, v), eta = vectors(f"w{tag} u{tag} v{tag}"), positive(f"eta{tag}")
    right = norm(w - u) ** 2 - (1 if wrong else 2) * eta * inner(w - u, v) + eta**2 * norm(v) ** 2
    return prove(eq(norm(w - u - eta * v) ** 2, right)).status


def inequalities(tag, wrong=False):
    x, y = real(f"x{tag}"), real(f"y{tag}")
    means = prove(x**2 + y**2 >= 2 * x * y).status
    quartic = x**4 - 2 * x**3 + 3 * x**2 - 2 * x + (0 if wrong else 1)
    return means if means != "proved" else prove(quartic >= 0).status


def circulant(tag, wrong=False):
    n = natural(f"n{tag}", at_least=1)
    Z = cyclic(n)
    a = sequence(f"a{tag}", over=Z)
    S, C = matrix("S", Z, lambda i, j: delta(i - j - 1)), matrix("C", Z, lambda i, j: a[i - j])
    return prove(eq(S @ C, C if wrong else C @ S)).status

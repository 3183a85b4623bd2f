"""The four tasks in raw z3, each in the best form that we know; see `tasks_symproof` for `tag` and `wrong`.

z3 has no sums of symbolic length, no induction and no vectors: the user writes the induction and the axioms.
"""

import z3


def proved(*queries):
    """Whether none of the queries, each a list of assertions, can be satisfied."""
    for assertions in queries:
        solver = z3.Solver()
        solver.set("timeout", 2000)
        solver.add(*assertions)
        if solver.check() != z3.unsat:
            return "left open"
    return "proved"


def telescoping(tag, wrong=False):
    """The base and the step of the induction over T, with the sum as a function S."""
    b, S = (z3.Function(f"{name}{tag}", z3.IntSort(), z3.RealSort()) for name in "bS")
    T = z3.Int(f"T{tag}")

    def claim(T):
        return S(T) == b(1) - b(T + (0 if wrong else 1))

    return proved(
        [S(0) == 0, z3.Not(claim(0))],
        [T >= 0, claim(T), S(T + 1) == S(T) + b(T + 1) - b(T + 2), z3.Not(claim(T + 1))],
    )


def expansion(tag, wrong=False):
    """The axioms of an inner product, with the triggers that make z3 use them from left to right."""
    V, R = z3.DeclareSort(f"V{tag}"), z3.RealSort()
    add, scale = z3.Function(f"add{tag}", V, V, V), z3.Function(f"scale{tag}", R, V, V)
    dot = z3.Function(f"dot{tag}", V, V, R)
    p, q, r, w, u, v = z3.Consts(f"p q r w{tag} u{tag} v{tag}", V)
    k, eta = z3.Reals(f"k eta{tag}")
    axioms = [
        z3.ForAll([p, q, r], dot(add(p, q), r) == dot(p, r) + dot(q, r), patterns=[dot(add(p, q), r)]),
        z3.ForAll([k, p, r], dot(scale(k, p), r) == k * dot(p, r), patterns=[dot(scale(k, p), r)]),
        z3.ForAll([p, q], dot(p, q) == dot(q, p), patterns=[dot(p, q)]),
    ]
    d = add(w, scale(-1, u))
    e = add(d, scale(-1, scale(eta, v)))
    right = dot(d, d) - (1 if wrong else 2) * eta * dot(d, v) + eta**2 * dot(v, v)
    return proved([*axioms, dot(e, e) != right])


def expansion_in_coordinates(tag, wrong=False):
    w, u, v = ([z3.Real(f"{name}{tag}_{k}") for k in range(3)] for name in "wuv")
    eta = z3.Real(f"eta{tag}")

    def dot(p, q):
        return z3.Sum([a * b for a, b in zip(p, q, strict=True)])

    d = [a - b for a, b in zip(w, u, strict=True)]
    e = [a - eta * b for a, b in zip(d, v, strict=True)]
    return proved([dot(e, e) != dot(d, d) - (1 if wrong else 2) * eta * dot(d, v) + eta**2 * dot(v, v)])


def inequalities(tag, wrong=False):
    x, y = z3.Reals(f"x{tag} y{tag}")
    quartic = x**4 - 2 * x**3 + 3 * x**2 - 2 * x + (0 if wrong else 1)
    return proved([x * x + y * y < 2 * x * y], [quartic < 0])


def circulant(tag, wrong=False):
    """One entry (i, j). P(m) and Q(m) are the first m terms of the sums of S C and C S; the user has found what they
    are and writes both inductions. Reduction modulo n is a case distinction, since z3 is lost with a symbolic mod."""
    P, Q, a = (z3.Function(f"{name}{tag}", z3.IntSort(), z3.RealSort()) for name in "PQa")
    n, i, j, m = z3.Ints(f"n{tag} i{tag} j{tag} m{tag}")

    def mod(k):
        return z3.If(k < 0, k + n, z3.If(k >= n, k - n, k))

    def shift(i, j):
        return z3.If(mod(i - j - 1) == 0, z3.RealVal(1), z3.RealVal(0))

    def first(m):
        return P(m) == z3.If(mod(i - 1) < m, a(mod(mod(i - 1) - j)), 0)

    def second(m):
        return Q(m) == z3.If(mod(j + 1) < m, a(mod(i - mod(j + 1))), 0)

    inside = [n >= 1, i >= 0, i < n, j >= 0, j < n]
    step = [*inside, m >= 0, m < n]
    return proved(
        [*inside, P(0) == 0, z3.Not(first(0))],
        [*step, first(m), P(m + 1) == P(m) + shift(i, m) * a(mod(m - j)), z3.Not(first(m + 1))],
        [*inside, Q(0) == 0, z3.Not(second(0))],
        [*step, second(m), Q(m + 1) == Q(m) + a(mod(i - m)) * shift(m, j), z3.Not(second(m + 1))],
        [*inside, first(n), second(n), P(n) != (a(mod(i - j)) if wrong else Q(n))],
    )

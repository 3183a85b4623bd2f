"""The four tasks in raw z3, each in the best form that we know. A string that is not "proved" says what is lacking."""

import z3


def unsat(*assertions):
    solver = z3.Solver()
    solver.set("timeout", 20_000)
    solver.add(*assertions)
    return solver.check() == z3.unsat


def telescoping():
    """Induction by hand: the base and the step are two queries."""
    b, S = z3.Function("b", z3.IntSort(), z3.RealSort()), z3.Function("S", z3.IntSort(), z3.RealSort())
    T = z3.Int("T")
    base = unsat(S(0) == 0, S(0) != b(1) - b(1))
    step = unsat(T >= 0, S(T) == b(1) - b(T + 1), S(T + 1) == S(T) + b(T + 1) - b(T + 2), S(T + 1) != b(1) - b(T + 2))
    return "proved" if base and step else "left open"


def expansion():
    w, u, v = ([z3.Real(f"{name}{k}") for k in range(3)] for name in "wuv")
    eta = z3.Real("eta")
    d = [a - b for a, b in zip(w, u, strict=True)]

    def dot(p, q):
        return z3.Sum([a * b for a, b in zip(p, q, strict=True)])

    e = [a - eta * b for a, b in zip(d, v, strict=True)]
    proved = unsat(dot(e, e) != dot(d, d) - 2 * eta * dot(d, v) + eta**2 * dot(v, v))
    return "dimension 3 only" if proved else "left open in dimension 3"


def inequalities():
    x, y = z3.Reals("x y")
    first = unsat(x * x + y * y < 2 * x * y)
    return "proved" if first and unsat(x**4 - 2 * x**3 + 3 * x**2 - 2 * x + 1 < 0) else "left open"


def circulant():
    return "cannot state it: no sums of symbolic length"

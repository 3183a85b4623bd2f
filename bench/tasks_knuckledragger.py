"""The four tasks in knuckledragger, a proof assistant on z3, each in the best form that we know."""

import kdrag as kd
from kdrag import smt


def telescoping():
    """Induction by hand, as in raw z3."""
    b, S = smt.Function("b", smt.IntSort(), smt.RealSort()), smt.Function("S", smt.IntSort(), smt.RealSort())
    T = smt.Int("T")
    kd.prove(smt.Implies(S(0) == 0, S(0) == b(1) - b(1)))
    hypotheses = smt.And(T >= 0, S(T) == b(1) - b(T + 1), S(T + 1) == S(T) + b(T + 1) - b(T + 2))
    kd.prove(smt.ForAll([T], smt.Implies(hypotheses, S(T + 1) == b(1) - b(T + 2))))
    return "proved"


def expansion():
    """Abstract vectors by axioms time out (quantified, nonlinear); coordinates prove a fixed dimension."""
    w, u, v = ([smt.Real(f"{name}{k}") for k in range(3)] for name in "wuv")
    eta = smt.Real("eta")
    d = [a - b for a, b in zip(w, u, strict=True)]

    def dot(p, q):
        return smt.Sum([a * b for a, b in zip(p, q, strict=True)])

    e = [a - eta * b for a, b in zip(d, v, strict=True)]
    kd.prove(smt.ForAll([*w, *u, *v, eta], dot(e, e) == dot(d, d) - 2 * eta * dot(d, v) + eta * eta * dot(v, v)))
    return "dimension 3 only"


def inequalities():
    x, y = smt.Reals("x y")
    kd.prove(smt.ForAll([x, y], x * x + y * y >= 2 * x * y))
    kd.prove(smt.ForAll([x], x * x * x * x - 2 * x * x * x + 3 * x * x - 2 * x + 1 >= 0))
    return "proved"


def circulant():
    return "cannot state it: no sums of symbolic length"

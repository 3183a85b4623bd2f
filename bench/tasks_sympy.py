"""The four tasks in plain SymPy, each in the best form that we know. A string that is not "proved" says what is lacking."""

import sympy as sp


def telescoping():
    t, T = sp.symbols("t T", integer=True, nonnegative=True)
    b = sp.Function("b")
    closed = sp.Sum(b(t) - b(t + 1), (t, 1, T)).doit()
    return "proved" if sp.simplify(closed - (b(1) - b(T + 1))) == 0 else f"left open: {closed}"


def expansion():
    n = sp.Symbol("n", integer=True, positive=True)
    eta = sp.Symbol("eta", positive=True)
    w, u, v = (sp.MatrixSymbol(name, n, 1) for name in "wuv")
    d = w - u
    gap = (d - eta * v).T * (d - eta * v) - (d.T * d - 2 * eta * d.T * v + eta**2 * v.T * v)
    return "proved" if sp.expand(gap).doit() == sp.ZeroMatrix(1, 1) else "does not know <u, v> = <v, u>"


def inequalities():
    x, y = sp.symbols("x y", real=True)
    first = sp.factor(x**2 + y**2 - 2 * x * y).is_nonnegative
    second = sp.factor(x**4 - 2 * x**3 + 3 * x**2 - 2 * x + 1).is_nonnegative
    return "proved" if first and second else "left open"


def circulant():
    return "cannot state it: no index set Z/n"

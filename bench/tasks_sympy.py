"""The four tasks in plain SymPy, each in the best form that we know; see `tasks_symproof` for `tag` and `wrong`."""

import sympy as sp


def answer(difference):
    """A difference that simplifies to zero is SymPy's proof; definedness and empty sums are on the user's word."""
    return "proved" if difference == 0 else "left open"


def telescoping(tag, wrong=False):
    t, T = sp.symbols(f"t{tag} T{tag}", integer=True, nonnegative=True)
    b = sp.Function(f"b{tag}")
    closed = sp.Sum(b(t) - b(t + 1), (t, 1, T)).doit()
    return answer(sp.simplify(closed - (b(1) - b(T + (0 if wrong else 1)))))


def expansion(tag, wrong=False):
    """Columns of symbolic length; `inner_products` adds that <u, v> = <v, u>, which SymPy does not use."""
    n = sp.Symbol("n", integer=True, positive=True)
    eta = sp.Symbol(f"eta{tag}", positive=True)
    w, u, v = (sp.MatrixSymbol(f"{name}{tag}", n, 1) for name in "wuv")
    d = w - u
    e = d - eta * v
    right = d.T * d - (1 if wrong else 2) * eta * d.T * v + eta**2 * v.T * v
    return answer(inner_products(e.T * e - right))


def inner_products(matrix):
    """A 1 x 1 matrix as a polynomial in symbols for inner products."""
    found = 0
    for part in sp.Add.make_args(sp.expand(matrix).doit()):
        factor, product = part.as_coeff_mmul()
        left, right = product.args
        found += factor * sp.Symbol("<{}, {}>".format(*sorted((str(left.T), str(right)))))
    return sp.expand(found)


def expansion_as_products(tag, wrong=False):
    """A bilinear form in three letters multiplies out as their products do; the user has to know that."""
    w, u, v, eta = sp.symbols(f"w{tag} u{tag} v{tag} eta{tag}")
    right = (w - u) ** 2 - (1 if wrong else 2) * eta * (w - u) * v + eta**2 * v**2
    return answer(sp.expand((w - u - eta * v) ** 2 - right))


def inequalities(tag, wrong=False):
    x, y = sp.symbols(f"x{tag} y{tag}", real=True)
    means = sp.factor(x**2 + y**2 - 2 * x * y).is_nonnegative
    quartic = sp.factor(x**4 - 2 * x**3 + 3 * x**2 - 2 * x + (0 if wrong else 1)).is_nonnegative
    return "proved" if means and quartic else "left open"


def circulant(tag, wrong=False):
    """The entries as sums. S_ik is written delta(k, (i - 1) mod n), since delta((i - k - 1) mod n, 0) stays as it is,
    and S_kj likewise; the user takes the branch of the answer in which a residue is below n."""
    n = sp.Symbol(f"n{tag}", integer=True, positive=True)
    i, j = sp.symbols("i j", integer=True, nonnegative=True)
    k = sp.Symbol("k", integer=True)
    a, delta, mod = sp.Function(f"a{tag}"), sp.KroneckerDelta, sp.Mod
    left = sp.Sum(delta(k, mod(i - 1, n)) * a(mod(k - j, n)), (k, 0, n - 1)).doit()
    right = sp.Sum(a(mod(i - k, n)) * delta(k, mod(j + 1, n)), (k, 0, n - 1)).doit()
    return answer(left.args[0][0] - (a(mod(i - j, n)) if wrong else right.args[0][0]))

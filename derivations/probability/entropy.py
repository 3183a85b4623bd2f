r"""The entropy of a distribution $p_1, \dots, p_n$ with positive entries, in SymPy's own objects."""

import sympy
from sympy import Eq, IndexedBase, Le, Sum, log

from symproof import Chain, calc, cite, derivation

i, n = sympy.symbols("i n", integer=True, positive=True)
x = sympy.Symbol("x", positive=True)
p = IndexedBase(sympy.Symbol("p", positive=True))
certain = Eq(Sum(p[i], (i, 1, n)), 1)


@derivation
def logarithm_below_its_tangent() -> Le:
    """The one inequality that is needed: a logarithm lies below its tangent at 1."""
    return Le(log(x), x - 1)


@derivation
def one_term() -> Chain:
    """For one entry: with 1/(n p) for x, and times p."""
    return calc(-p[i] * log(p[i])).eq(p[i] * log(n) + p[i] * log(1 / (n * p[i]))).le(p[i] * log(n) + 1 / n - p[i])


@derivation(given=[certain])
def at_most_the_logarithm() -> Chain:
    """No distribution on n places has a larger entropy than log n."""
    return (
        calc(-Sum(p[i] * log(p[i]), (i, 1, n)))
        .le(Sum(p[i] * log(n) + 1 / n - p[i], (i, 1, n)), by=cite(one_term))
        .eq(log(n), note="the p add up to 1, and so do n times 1/n")
    )


@derivation
def reached_by_equal_chances() -> Eq:
    """And equal chances have it."""
    return Eq(-Sum(1 / n * log(1 / n), (i, 1, n)), log(n))


@derivation(given=[certain], expect="refuted")
def at_most_one() -> Le:
    """There is no bound that holds for every n."""
    return Le(-Sum(p[i] * log(p[i]), (i, 1, n)), 1)

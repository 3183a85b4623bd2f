r"""Newton's iteration for a square root: $x \mapsto (x + a/x)/2$, in SymPy's own objects.

One step squares the error, and from the first step on the iterates come down to the root from above.
"""

import sympy
from sympy import Eq, Expr, Ge, Gt, Le, sqrt

from symproof import Chain, calc, derivation

a, x = sympy.symbols("a x", positive=True)


def step(x: Expr) -> Expr:
    """The next iterate."""
    return (x + a / x) / 2


@derivation
def fixed_point() -> Eq:
    """The root stays where it is."""
    return Eq(step(sqrt(a)), sqrt(a), evaluate=False)


@derivation
def error_is_squared() -> Eq:
    """The error after a step is the square of the error before it, over twice the iterate."""
    return Eq(step(x) - sqrt(a), (x - sqrt(a)) ** 2 / (2 * x))


@derivation
def never_below_the_root() -> Ge:
    """So no iterate but the first lies below the root."""
    return Ge(step(x), sqrt(a))


@derivation(given=[x >= sqrt(a)])
def comes_down() -> Le:
    """From above the root the iterates do not grow ..."""
    return Le(step(x), x)


@derivation(given=[x >= sqrt(a)])
def error_is_halved() -> Chain:
    """... and the error is at least halved."""
    return (
        calc(step(x) - sqrt(a))
        .eq((x - sqrt(a)) ** 2 / (2 * x))
        .le((x - sqrt(a)) / 2, note="the part of x above the root is no more than x")
    )


@derivation(expect="refuted")
def error_is_halved_from_anywhere() -> Le:
    """From a small x the first step goes far beyond."""
    return Le(step(x) - sqrt(a), abs(x - sqrt(a)) / 2)


@derivation(given=[Gt(x**2, a)])
def square_comes_closer() -> Eq:
    """The square of the next iterate, without a root: how far it is above a."""
    return Eq(step(x) ** 2 - a, ((x**2 - a) / (2 * x)) ** 2)

r"""Norms and inner products, in any dimension."""

from symproof import (
    Chain,
    Prop,
    calc,
    derivation,
    eq,
    iff,
    index,
    inner,
    natural,
    norm,
    positive,
    sequence,
    vector,
    vectors,
)

x, y, z = vectors("x y z")
lam = positive(r"\lambda")


@derivation
def cauchy_schwarz() -> Chain:
    """Cauchy-Schwarz."""
    return calc(inner(x, y)).le(norm(x) * norm(y))


@derivation
def triangle() -> Chain:
    """The triangle inequality, squared."""
    return (
        calc(norm(x + y) ** 2)
        .eq(norm(x) ** 2 + 2 * inner(x, y) + norm(y) ** 2)
        .le(norm(x) ** 2 + 2 * norm(x) * norm(y) + norm(y) ** 2, note="Cauchy-Schwarz")
        .eq((norm(x) + norm(y)) ** 2)
    )


@derivation
def triangle_inequality() -> Chain:
    """The triangle inequality."""
    return calc(norm(x + y)).le(norm(x) + norm(y))


@derivation
def reverse_triangle() -> Chain:
    """The distance of two norms is at most the norm of the difference."""
    return calc(abs(norm(x) - norm(y))).le(norm(x - y))


@derivation
def parallelogram() -> Chain:
    """The parallelogram law."""
    return calc(norm(x + y) ** 2 + norm(x - y) ** 2).eq(2 * norm(x) ** 2 + 2 * norm(y) ** 2)


@derivation
def polarization() -> Chain:
    """The inner product from norms alone."""
    return calc((norm(x + y) ** 2 - norm(x - y) ** 2) / 4).eq(inner(x, y))


@derivation
def young() -> Chain:
    """Young's inequality with a weight."""
    return calc(norm(x + y) ** 2).le((1 + lam) * norm(x) ** 2 + (1 + 1 / lam) * norm(y) ** 2)


@derivation
def pythagoras() -> Prop:
    """Pythagoras: a right angle is the same as squares that add up."""
    return iff(eq(inner(x, y), 0), eq(norm(x + y) ** 2, norm(x) ** 2 + norm(y) ** 2))


@derivation
def medians() -> Chain:
    """The squared distance to a midpoint (Apollonius)."""
    return calc(norm(z - (x + y) / 2) ** 2).eq(norm(z - x) ** 2 / 2 + norm(z - y) ** 2 / 2 - norm(x - y) ** 2 / 4)


t, T = index("t"), natural("T")
v = sequence("v", of=vector)


@derivation(expect="refuted")
def no_strictness() -> Chain:
    return calc(norm(x + y)).lt(norm(x) + norm(y))

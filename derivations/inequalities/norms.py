r"""Norms and inner products, in any dimension."""

from symproof import Chain, Prop, calc, derivation, eq, iff, inner, norm, positive, vectors

x, y, z = vectors("x y z")
lam = positive(r"\lambda")


@derivation
def cauchy_schwarz() -> Chain:
    """The inequality of Cauchy and Schwarz."""
    return calc(inner(x, y)).le(norm(x) * norm(y))


@derivation
def triangle_squared() -> Chain:
    """The triangle inequality, squared: where it comes from."""
    return (
        calc(norm(x + y) ** 2)
        .eq(norm(x) ** 2 + 2 * inner(x, y) + norm(y) ** 2)
        .le(norm(x) ** 2 + 2 * norm(x) * norm(y) + norm(y) ** 2, note="Cauchy-Schwarz")
        .eq((norm(x) + norm(y)) ** 2)
    )


@derivation
def triangle() -> Chain:
    """The triangle inequality."""
    return calc(norm(x + y)).le(norm(x) + norm(y))


@derivation(expect="refuted")
def strict_triangle() -> Chain:
    """It is not strict: the two may point the same way."""
    return calc(norm(x + y)).lt(norm(x) + norm(y))


@derivation
def reverse_triangle() -> Chain:
    """Two norms differ by no more than the norm of the difference."""
    return calc(abs(norm(x) - norm(y))).le(norm(x - y))


@derivation
def parallelogram() -> Chain:
    """The parallelogram law: the diagonals and the sides."""
    return calc(norm(x + y) ** 2 + norm(x - y) ** 2).eq(2 * norm(x) ** 2 + 2 * norm(y) ** 2)


@derivation
def polarization() -> Chain:
    """The inner product is known from norms alone."""
    return calc((norm(x + y) ** 2 - norm(x - y) ** 2) / 4).eq(inner(x, y))


@derivation
def pythagoras() -> Prop:
    """A right angle is the same as squares that add up."""
    return iff(eq(inner(x, y), 0), eq(norm(x + y) ** 2, norm(x) ** 2 + norm(y) ** 2))


@derivation
def median() -> Chain:
    """The squared distance to a midpoint (Apollonius)."""
    return calc(norm(z - (x + y) / 2) ** 2).eq(norm(z - x) ** 2 / 2 + norm(z - y) ** 2 / 2 - norm(x - y) ** 2 / 4)


@derivation
def young() -> Chain:
    """The square of a sum, when one part may cost more so that the other costs less (Young)."""
    return calc(norm(x + y) ** 2).le((1 + lam) * norm(x) ** 2 + (1 + 1 / lam) * norm(y) ** 2)

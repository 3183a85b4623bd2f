r"""The projection onto a line."""

from symproof import Chain, Prop, calc, derivation, derivative, inner, minimizer, ne, norm, real, vectors

x, y = vectors("x y")
s = real("s")
best = inner(x, y) / norm(x) ** 2
given = [ne(x, 0)]


@derivation(given=given)
def slope() -> Chain:
    return calc(derivative(norm(y - s * x) ** 2, s)).eq(2 * s * norm(x) ** 2 - 2 * inner(x, y))


@derivation(given=given)
def orthogonal() -> Chain:
    """The residual is orthogonal to the line."""
    return calc(inner(y - best * x, x)).eq(0)


@derivation(given=given)
def projection() -> Prop:
    """The projection is the nearest point."""
    return minimizer(best, norm(y - s * x) ** 2, s, unique=True)


@derivation(given=given)
def pythagoras() -> Chain:
    """The residual"""
    return calc(norm(y) ** 2).eq(norm(best * x) ** 2 + norm(y - best * x) ** 2)


@derivation(given=given)
def residual() -> Chain:
    return calc(norm(y - best * x) ** 2).eq(norm(y) ** 2 - inner(x, y) ** 2 / norm(x) ** 2)


@derivation(given=given)
def cs_again() -> Chain:
    """Cauchy-Schwarz again: a square"""
    return (
        calc(inner(x, y) ** 2)
        .le(inner(x, y) ** 2 + norm(x) ** 2 * norm(y - best * x) ** 2)
        .eq(norm(x) ** 2 * norm(y) ** 2)
    )


@derivation(given=given)
def nearer() -> Chain:
    return calc(norm(y - best * x)).le(norm(y - s * x))

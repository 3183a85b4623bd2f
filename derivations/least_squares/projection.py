r"""The projection onto a line, in any dimension."""

from symproof import Chain, Prop, calc, derivation, derivative, inner, minimizer, ne, norm, real, vectors

x, y = vectors("x y")
s = real("s")
best = inner(x, y) / norm(x) ** 2
line = [ne(x, 0)]


@derivation(given=line)
def slope() -> Chain:
    """The derivative of the squared distance along the line through x."""
    return calc(derivative(norm(y - s * x) ** 2, s)).eq(2 * s * norm(x) ** 2 - 2 * inner(x, y))


@derivation(given=line)
def nearest_point() -> Prop:
    """Its zero is the nearest point, and the only one."""
    return minimizer(best, norm(y - s * x) ** 2, s, unique=True)


@derivation(given=line)
def residual_is_orthogonal() -> Chain:
    """What is left over is orthogonal to the line."""
    return calc(inner(y - best * x, x)).eq(0)


@derivation(given=line)
def pythagoras() -> Chain:
    """So the squares add up."""
    return calc(norm(best * x) ** 2 + norm(y - best * x) ** 2).eq(norm(y) ** 2)


@derivation(given=line)
def cauchy_schwarz_once_more() -> Chain:
    """That no square is negative is the inequality of Cauchy and Schwarz."""
    return (
        calc(inner(x, y) ** 2)
        .le(inner(x, y) ** 2 + norm(x) ** 2 * norm(y - best * x) ** 2, note="a product of squares is not negative")
        .eq(norm(x) ** 2 * norm(y) ** 2)
    )

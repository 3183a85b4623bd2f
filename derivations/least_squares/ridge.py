r"""Ridge regression towards a point, and what its parts say."""

from symproof import Chain, Prop, calc, derivation, eq, gradient, iff, minimizer, norm, positive, vectors

w, x, y = vectors("w x y")
lam = positive(r"\lambda")


@derivation
def gradient_of_ridge() -> Chain:
    """The gradient of the squared distance and the penalty."""
    return calc(gradient(norm(w - y) ** 2 + lam * norm(w) ** 2, w)).eq(2 * (w - y) + 2 * lam * w)


@derivation
def stationary() -> Prop:
    return iff(eq(2 * (w - y) + 2 * lam * w, 0), eq(w, y / (1 + lam)))


@derivation
def shrinkage() -> Prop:
    """The minimizer shrinks y."""
    return minimizer(y / (1 + lam), norm(w - y) ** 2 + lam * norm(w) ** 2, w, unique=True)


@derivation
def value() -> Chain:
    return calc(norm(y / (1 + lam) - y) ** 2 + lam * norm(y / (1 + lam)) ** 2).eq(lam / (1 + lam) * norm(y) ** 2)


@derivation
def norm_shrinks() -> Chain:
    return calc(norm(y / (1 + lam))).eq(norm(y) / (1 + lam)).le(norm(y))


@derivation
def prox() -> Prop:
    """towards x"""
    return minimizer((y + lam * x) / (1 + lam), norm(w - y) ** 2 + lam * norm(w - x) ** 2, w, unique=True)

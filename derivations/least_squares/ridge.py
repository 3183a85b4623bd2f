r"""Ridge regression: the squared distance from y, and a price for length."""

from symproof import Chain, Prop, Scalar, calc, derivation, eq, gradient, iff, minimizer, norm, positive, vectors

w, x, y = vectors("w x y")
lam = positive(r"\lambda")
loss = norm(w - y) ** 2 + lam * norm(w) ** 2


@derivation
def gradient_of_the_loss() -> Chain:
    """The gradient of both parts."""
    return calc(gradient(loss, w)).eq(2 * (w - y) + 2 * lam * w)


@derivation
def stationary_point() -> Prop:
    """It vanishes at one point."""
    return iff(eq(2 * (w - y) + 2 * lam * w, 0), eq(w, y / (1 + lam)))


@derivation
def shrinkage() -> Prop:
    """There the loss is smallest: the price shrinks y towards 0."""
    return minimizer(y / (1 + lam), loss, w, unique=True)


@derivation(expect="refuted")
def without_shrinkage() -> Prop:
    """y itself is the minimizer only when length is free."""
    return minimizer(y, loss, w)


@derivation
def smallest_loss() -> Chain:
    """The smallest loss."""
    at_best: Scalar = norm(y / (1 + lam) - y) ** 2 + lam * norm(y / (1 + lam)) ** 2
    return calc(at_best).eq(lam / (1 + lam) * norm(y) ** 2)


@derivation
def towards_a_point() -> Prop:
    """With a price on the distance from x the minimizer is a weighted mean of the two."""
    return minimizer((y + lam * x) / (1 + lam), norm(w - y) ** 2 + lam * norm(w - x) ** 2, w, unique=True)

r"""Gradients of functions of a vector, in any dimension.

No coordinates are written: the gradient is read off the structure of the term.
"""

from symproof import (
    Chain,
    calc,
    derivation,
    derivative,
    exp,
    gradient,
    index,
    inner,
    log,
    natural,
    ne,
    norm,
    positive,
    real,
    sequence,
    sigma,
    sqrt,
    total,
    vectors,
)

w, x = vectors("w x")
eps, s = positive(r"\varepsilon"), positive("s")
r, mu = real("r"), real(r"\mu")
k, n = index("k"), natural("n")
a = sequence("a")


@derivation(given=[ne(w, 0)])
def gradient_of_the_norm() -> Chain:
    """The gradient of the norm is the unit vector that points outwards.

    At 0 there is none; without the hypothesis the step is not proved, and the report asks for it.
    """
    return calc(gradient(norm(w), w)).eq(w / norm(w))


@derivation
def gradient_of_a_smoothed_norm() -> Chain:
    """With a little under the root it has a gradient everywhere."""
    return calc(gradient(sqrt(norm(w) ** 2 + eps**2), w)).eq(w / sqrt(norm(w) ** 2 + eps**2))


@derivation
def gradient_of_the_squared_norm() -> Chain:
    """The square has the gradient 2 w ..."""
    return calc(gradient(norm(w) ** 2, w)).eq(2 * w)


@derivation(expect="refuted")
def forgotten_factor() -> Chain:
    """... and the 2 is easily forgotten."""
    return calc(gradient(norm(w) ** 2, w)).eq(w)


@derivation
def gradient_of_the_logistic_loss() -> Chain:
    """Logistic regression: each example pulls by the probability of the mistake on it."""
    return calc(gradient(log(1 + exp(-inner(w, x))), w)).eq(-sigma(-inner(w, x)) * x)


@derivation
def score_of_the_normal_density() -> Chain:
    """The derivative of the logarithm of a normal density in its mean."""
    return calc(derivative(-((r - mu) ** 2) / (2 * s**2) - log(s), mu)).eq((r - mu) / s**2)


@derivation
def polynomial() -> Chain:
    """A polynomial of any degree, term by term."""
    return calc(derivative(total(a[k] * r ** (k + 1), k, 0, n), r)).eq(total((k + 1) * a[k] * r**k, k, 0, n))

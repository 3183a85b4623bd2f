r"""Rules."""

from symproof import (
    Chain,
    calc,
    cos,
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
    sin,
    sqrt,
    total,
    vectors,
)

x = real("x")
p = positive("p")
mu = real(r"\mu")
s = positive(r"s")
w, u, v = vectors("w u v")
eps = positive("e")


@derivation
def product() -> Chain:
    return calc(derivative(x**2 * sin(x), x)).eq(2 * x * sin(x) + x**2 * cos(x))


@derivation
def quotient() -> Chain:
    return calc(derivative(sin(x) / (1 + x**2), x)).eq((cos(x) * (1 + x**2) - 2 * x * sin(x)) / (1 + x**2) ** 2)


@derivation
def chain_rule() -> Chain:
    return calc(derivative(exp(-(x**2) / 2), x)).eq(-x * exp(-(x**2) / 2))


@derivation
def root() -> Chain:
    return calc(derivative(sqrt(1 + x**2), x)).eq(x / sqrt(1 + x**2))


@derivation
def gaussian() -> Chain:
    g = exp(-((x - mu) ** 2) / (2 * s**2))
    return calc(derivative(g, x)).eq(-(x - mu) / s**2 * g)


@derivation
def second() -> Chain:
    g = exp(-((x - mu) ** 2) / (2 * s**2))
    return calc(derivative(derivative(g, x), x)).eq(((x - mu) ** 2 / s**4 - 1 / s**2) * g)


@derivation
def power_rule() -> Chain:
    return calc(derivative(p * log(p) - p, p)).eq(log(p))


@derivation
def xx() -> Chain:
    return calc(derivative(exp(p * log(p)), p)).eq((log(p) + 1) * exp(p * log(p)))


@derivation(given=[ne(w, 0)])
def norm_gradient() -> Chain:
    return calc(gradient(norm(w), w)).eq(w / norm(w))


@derivation
def smooth_norm() -> Chain:
    return calc(gradient(sqrt(norm(w) ** 2 + eps**2), w)).eq(w / sqrt(norm(w) ** 2 + eps**2))


@derivation
def quartic() -> Chain:
    return calc(gradient(norm(w) ** 4, w)).eq(4 * norm(w) ** 2 * w)


@derivation
def logistic() -> Chain:
    return calc(gradient(log(1 + exp(-inner(w, u))), w)).eq(-sigma(-inner(w, u)) * u)


@derivation
def rayleigh() -> Chain:
    return calc(gradient(inner(w, u) ** 2, w)).eq(2 * inner(w, u) * u)


n = natural("n")
a = sequence("a")
k = index("k")


@derivation
def poly() -> Chain:
    return calc(derivative(x ** (n + 1), x)).eq((n + 1) * x**n)


@derivation
def poly2() -> Chain:
    return calc(derivative(total(a[k] * x ** (k + 1), k, 0, n), x)).eq(total((k + 1) * a[k] * x**k, k, 0, n))

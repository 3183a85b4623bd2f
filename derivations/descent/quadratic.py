r"""Gradient descent on a quadratic."""

from symproof import Chain, calc, cite, derivation, each, eq, gradient, index, natural, norm, positive, sequence, vector

L, eta = positive("L"), positive(r"\eta")
w = vector("w")
x = sequence("x", of=vector)
t, T = index("t"), natural("T")


def f(w):
    return L / 2 * norm(w) ** 2


@derivation
def slope() -> Chain:
    return calc(gradient(f(w), w)).eq(L * w)


@derivation
def contraction() -> Chain:
    return calc(norm(w - eta * L * w)).eq(abs(1 - eta * L) * norm(w))


@derivation(given=[eta * L <= 1])
def descends() -> Chain:
    return calc(f(w - eta * (L * w))).le(f(w))


@derivation(given=[eta * L < 2])
def descends2() -> Chain:
    return calc(f(w - eta * (L * w))).le(f(w))


@derivation(given=[eta * L > 2], expect="refuted")
def too_long() -> Chain:
    return calc(f(w - eta * (L * w))).le(f(w))


step = each(t, eq(x[t + 1], x[t] - eta * L * x[t]))


@derivation(given=[step])
def closed() -> Chain:
    return calc(x[T]).eq((1 - eta * L) ** T * x[0])


@derivation(given=[step])
def values() -> Chain:
    return calc(f(x[T])).eq(f((1 - eta * L) ** T * x[0]), by=cite(closed)).eq((1 - eta * L) ** (2 * T) * f(x[0]))


@derivation
def onestep() -> Chain:
    return calc(w - 1 / L * gradient(f(w), w)).eq(0)

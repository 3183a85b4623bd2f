r"""Softmax."""

from symproof import Chain, calc, derivation, derivative, exp, log, real

a, b, c = map(real, "abc")
parts = exp(a) + exp(b) + exp(c)
lse = log(parts)


def share(x):
    return exp(x) / parts


@derivation
def gradient_of_lse() -> Chain:
    return calc(derivative(lse, a)).eq(share(a))


@derivation
def sums_to_one() -> Chain:
    return calc(share(a) + share(b) + share(c)).eq(1)


@derivation
def own_slope() -> Chain:
    return calc(derivative(share(a), a)).eq(share(a) * (1 - share(a)))


@derivation
def other_slope() -> Chain:
    return calc(derivative(share(a), b)).eq(-share(a) * share(b))


@derivation
def zero() -> Chain:
    """The slopes of one share add up to zero"""
    return calc(derivative(share(a), a) + derivative(share(a), b) + derivative(share(a), c)).eq(0)


@derivation
def cross_entropy() -> Chain:
    return calc(derivative(-log(share(a)), a)).eq(share(a) - 1)


@derivation
def cross_entropy2() -> Chain:
    return calc(-log(share(a))).eq(lse - a)


h = real("h")


@derivation
def shift() -> Chain:
    return calc(exp(a + h) / (exp(a + h) + exp(b + h) + exp(c + h))).eq(share(a))


@derivation
def shift_lse() -> Chain:
    return calc(log(exp(a + h) + exp(b + h) + exp(c + h))).eq(lse + h)

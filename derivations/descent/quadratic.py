r"""Gradient descent on a quadratic, where everything can be said exactly.

For f(w) = (L/2) norm(w)^2 a step of size eta multiplies w by 1 - eta L.
"""

from symproof import (
    Chain,
    Scalar,
    Vector,
    calc,
    cite,
    derivation,
    each,
    eq,
    gradient,
    index,
    natural,
    norm,
    positive,
    sequence,
    vector,
)

L, eta = positive("L"), positive(r"\eta")
w, x = vector("w"), sequence("x", of=vector)
t, T = index("t"), natural("T")
steps = each(t, eq(x[t + 1], x[t] - eta * L * x[t]))


def f(w: Vector) -> Scalar:
    """The function."""
    return L / 2 * norm(w) ** 2


@derivation
def slope() -> Chain:
    """Its gradient."""
    return calc(gradient(f(w), w)).eq(L * w)


@derivation
def contraction() -> Chain:
    """One step multiplies the distance to the minimum by one number."""
    return calc(norm(w - eta * L * w)).eq(abs(1 - eta * L) * norm(w))


@derivation(given=[steps])
def closed_form() -> Chain:
    """After T steps, its power: by induction, which the tool finds by itself."""
    return calc(x[T]).eq((1 - eta * L) ** T * x[0])


@derivation(given=[steps])
def values() -> Chain:
    """So the values fall twice as fast as the distances."""
    return calc(f(x[T])).eq(f((1 - eta * L) ** T * x[0]), by=cite(closed_form)).eq((1 - eta * L) ** (2 * T) * f(x[0]))


@derivation(given=[eta * L <= 2])
def short_enough() -> Chain:
    """Steps of length up to 2/L never climb ..."""
    return calc(f(w - eta * L * w)).le(f(w))


@derivation(given=[eta * L > 2], expect="refuted")
def too_long() -> Chain:
    """... and longer ones do."""
    return calc(f(w - eta * L * w)).le(f(w))


@derivation
def best_step() -> Chain:
    """The step of length 1/L is at the minimum at once."""
    return calc(w - gradient(f(w), w) / L).eq(0)

"""What grows: a chain of steps, the degree of an identity, the number of vectors."""

from __future__ import annotations

from collections.abc import Callable
from math import comb

from symproof import calc, check, derivation, eq, inner, norm, prove, real, vector


def chain(steps: int) -> Callable[[], None]:
    """A derivation of that many steps, each of which moves one letter."""
    x, y = real("x"), real("y")

    @derivation
    def long():  # type: ignore[no-untyped-def]
        link = calc(x * y + 1)
        for k in range(steps):
            link = link.eq(y * x + 1 if k % 2 == 0 else x * y + 1)
        return link

    def run() -> None:
        assert check(long).verdict == "proved"

    return run


def degree(d: int) -> Callable[[], None]:
    """The binomial formula for one exponent."""
    x, y = real("x"), real("y")
    expanded = sum((comb(d, k) * x**k * y ** (d - k) for k in range(1, d + 1)), y**d)

    def run() -> None:
        assert prove(eq((x + y) ** d, expanded)).status == "proved"

    return run


def many_vectors(k: int) -> Callable[[], None]:
    """The square of the norm of a sum of k vectors: k squares and k(k - 1)/2 inner products."""
    us = [vector(f"u_{i}") for i in range(k)]
    whole = us[0]
    for u in us[1:]:
        whole = whole + u
    squares = sum((norm(u) ** 2 for u in us[1:]), norm(us[0]) ** 2)
    expanded = sum((2 * inner(us[i], us[j]) for i in range(k) for j in range(i + 1, k)), squares)

    def run() -> None:
        assert prove(eq(norm(whole) ** 2, expanded)).status == "proved"

    return run


SERIES = (
    ("a chain, by its steps", (10, 100, 1000), chain),
    ("a polynomial identity, by its degree", (2, 5, 10, 20, 40), degree),
    ("the norm of a sum of vectors, by their number", (2, 5, 10, 20, 40), many_vectors),
)

"""Powers with one symbolic exponent, and the order of their bases."""

from __future__ import annotations

import pytest

from symproof import Prop, Refuted, natural, nonnegative, reals
from symproof.statement import eq
from tests.kernel_says import accepts, settled

a, b, n = natural("a"), natural("b"), natural("n")
c, d = nonnegative("c"), nonnegative("d")
x, y = reals("x y")
ROWS: list[tuple[tuple[Prop, ...], Prop, tuple[Prop, ...], Prop]] = [
    ((a**n < b**n,), a + 1 <= b, (a**n <= b**n, n >= 1), a + 1 <= b),
    ((c**n < d**n,), c < d, (c**n <= d**n,), c <= d),
    ((c**n <= d**n, n >= 1), c <= d, (c**n <= d**n, n >= 0), c <= d),
    ((eq(c**n, d**n), n >= 1), eq(c, d), (eq(x**n, y**n), n >= 1), eq(x, y)),
    ((x**3 <= y**3,), x <= y, (x**2 <= y**2,), x <= y),
    ((x**5 < y**5,), x < y, (x**4 < y**4,), x < y),
    ((x ** (n + 1) < y ** (n + 1), x >= 0, y >= 0), x < y, (x ** (n + 1) < y ** (n + 1), x >= 0), x < y + x),
]


@pytest.mark.parametrize(("given", "claim", "less", "wrong"), ROWS, ids=str)
def test_bases_are_ordered_as_their_powers(
    given: tuple[Prop, ...], claim: Prop, less: tuple[Prop, ...], wrong: Prop
) -> None:
    accepts(settled(claim, given))

    assert isinstance(settled(wrong, less), Refuted)

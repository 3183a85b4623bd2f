"""What remainders of integers leave, `n % m` as whole parts: a claim for each remainder, and a neighbour that fails."""

from __future__ import annotations

import pytest

from symproof import Refuted, eq, integer, natural, ne, or_
from symproof.statement import Prop
from tests import kernel_says
from tests.kernel_says import settled

a, b, c, n, m = integer("a"), integer("b"), integer("c"), integer("n"), natural("m")

ROWS: list[tuple[tuple[Prop, ...], Prop, Prop]] = [
    ((eq((a * b) % 3, 0),), or_(eq(a % 3, 0), eq(b % 3, 0)), eq(a % 3, 0)),
    ((ne(a % 5, 0),), eq(a**4 % 5, 1), eq(a**2 % 5, 1)),
    ((eq((a**2 + b**2) % 7, 0),), eq((a * b) % 49, 0), eq((a * b) % 343, 0)),  # by 7 first, and by 49 what that leaves
    ((n % 5 >= 3,), or_(eq(n**2 % 5, 4), eq(n**2 % 5, 1)), eq(n**2 % 5, 4)),
    ((a % 3 < 2, b % 3 < 2), (a * b) % 3 < 2, (a + b) % 3 < 2),
    ((eq(a % 6, b % 6),), eq(a % 3, b % 3), eq(a % 4, b % 4)),
    ((eq(a % 7, 2), eq(b % 7, 3)), eq((a**2 + b**3) % 7, 3), eq((a**2 + b**3) % 7, 2)),
    ((), eq((n**7 - n) % 42, 0), eq((n**7 - n) % 84, 0)),
    ((), ne((a**3 + b**3 + c**3) % 9, 4), ne((a**3 + b**3 + c**3) % 9, 3)),
    ((eq(a**2 + b**2, c**2),), eq((a * b) % 3, 0), eq((a * b) % 5, 0)),
    ((eq(m % 2, 1),), eq((-1) ** m, -1), eq((-1) ** m, 1)),
    ((eq(n % 2, 1), ne(n % 3, 0)), eq((n**2 - 1) % 24, 0), eq((n**2 - 1) % 48, 0)),
]

NAMES = (
    "a prime",
    "a power",
    "a prime twice",
    "an order",
    "products",
    "divisors",
    "two moduli",
    "many",
    "cubes",
    "an equation",
    "a sign",
    "two facts",
)


@pytest.mark.parametrize(("given", "claim", "false"), ROWS, ids=NAMES)
def test_what_remainders_leave(given: tuple[Prop, ...], claim: Prop, false: Prop) -> None:
    kernel_says.accepts(settled(claim, given))

    assert isinstance(settled(false, given), Refuted)


def test_a_remainder_that_nothing_leaves_out_is_asked_for() -> None:
    """The fact speaks of one letter, the claim of the other."""
    assert isinstance(settled(eq(b % 3, 0), (eq(a % 3, 0),)), Refuted)

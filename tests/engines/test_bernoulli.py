"""Two powers with one exponent, by the first terms of their quotient: what is proved, and the neighbour that is refuted.

The re-checker follows each proof, too.
"""

from __future__ import annotations

import pytest

from symproof import factorial, natural, positive, rational, real
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

m, n, p = natural("m", at_least=1), natural("n", at_least=6), natural("p", at_least=2)
a, h, x = positive("a"), positive("h"), real("x")

ROWS: list[tuple[Prop, Prop]] = [
    (2 * (2 * m + 1) * m**m <= (m + 2) ** (m + 1), 2 * (4 * m + 1) * m**m <= (m + 2) ** (m + 1)),
    (2 * m**m <= (m + 1) ** m, 2 * m**m < (m + 1) ** m),
    (4 * (1 + 1 / p) ** p >= 9, 5 * (1 + 1 / p) ** p >= 12),
    (factorial(n) < (n / 2) ** n, factorial(n) < (n / 3) ** n),
    (factorial(2 * m) <= (m * (m + 1)) ** m, factorial(2 * m) <= (m * m) ** m),
    (
        (a + h) ** m * a**2 >= a**m * (a**2 + m * h * a + m * (m - 1) * h**2 / 2),
        (a + h) ** m * a**2 >= a**m * (a**2 + m * h * a + m * (m - 1) * h**2),
    ),
    ((1 + h) ** m >= 1 + m * h + m * (m - 1) / 2 * h**2, (1 + h) ** m >= 1 + m * h + m * m / 2 * h**2),
    (rational("3/2") ** m >= 1 + m / 2, rational("3/2") ** m > 1 + m / 2),
]


@pytest.mark.parametrize(("right", "wrong"), ROWS, ids=str)
def test_powers_are_compared_by_the_first_terms_of_their_quotient(right: Prop, wrong: Prop) -> None:
    accepts(settled(right))
    assert settled(wrong).status == "refuted"


def test_the_second_term_needs_bases_in_order() -> None:
    """At x = -1 the power is 0, and its first three terms come to 1 for m = 3."""
    claim = (1 + x) ** m >= 1 + m * x + m * (m - 1) / 2 * x**2
    assert settled(claim, [x >= -1]).status == "refuted"

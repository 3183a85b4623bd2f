"""Buzano's inequality and its kin: Cauchy-Schwarz for the mirror image of a vector."""

from __future__ import annotations

import pytest

from symproof import Prop, Refuted, inner, norm, vectors
from symproof.statement import eq
from tests.kernel_says import accepts, settled

a, b, x = vectors("a b x")
UNIT = (eq(norm(x), 1),)
ROWS: list[tuple[tuple[Prop, ...], Prop, Prop]] = [
    (
        (),
        inner(a, x) * inner(x, b) <= (norm(a) * norm(b) + inner(a, b)) / 2 * norm(x) ** 2,
        inner(a, x) * inner(x, b) <= (norm(a) * norm(b) - inner(a, b)) / 2 * norm(x) ** 2,
    ),
    (
        (),
        abs(inner(a, x) * inner(x, b)) <= (norm(a) * norm(b) + abs(inner(a, b))) / 2 * norm(x) ** 2,
        abs(inner(a, x) * inner(x, b)) <= abs(inner(a, b)) * norm(x) ** 2,
    ),
    (
        UNIT,
        abs(inner(a, x) * inner(x, b) - inner(a, b) / 2) <= norm(a) * norm(b) / 2,
        abs(inner(a, x) * inner(x, b) - inner(a, b) / 2) <= norm(a) * norm(b) / 3,
    ),
]


@pytest.mark.parametrize(("given", "right", "wrong"), ROWS, ids=str)
def test_products_of_inner_products_with_one_vector(given: tuple[Prop, ...], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given))

    assert isinstance(settled(wrong, given), Refuted)


def test_three_orthonormal_vectors_and_a_unit_vector() -> None:
    """Bessel's inequality, where the vector that is taken apart is one of length 1 too."""
    c, d = vectors("c d")
    units = tuple(eq(norm(v), 1) for v in (a, b, c, d))
    given = (*units, eq(inner(a, b), 0), eq(inner(a, c), 0))
    claim = inner(a, d) ** 2 + inner(b, d) ** 2 + inner(c, d) ** 2 <= 1

    accepts(settled(claim, (*given, eq(inner(b, c), 0))))
    assert isinstance(settled(claim, given), Refuted)

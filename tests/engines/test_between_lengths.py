"""Orders linear in an inner product, from what they say where the vectors are parallel."""

from __future__ import annotations

import pytest

from symproof import Prop, Refuted, norm, vectors
from symproof.statement import ne
from tests.kernel_says import accepts, settled

a, b = vectors("a b")
APART = (ne(a, 0 * a), ne(b, 0 * b))
LONG = (norm(a) >= 1, norm(b) >= 1)
DIRECTIONS = norm(a / norm(a) - b / norm(b))
ROWS: list[tuple[tuple[Prop, ...], Prop, tuple[Prop, ...], Prop]] = [
    (
        (),
        norm(norm(a) * b - norm(b) * a) <= 2 * norm(a) * norm(a - b),
        (),
        norm(norm(a) * b - norm(b) * a) <= norm(a) * norm(a - b),
    ),
    (
        (),
        norm(norm(a) * b - norm(b) * a) ** 2 <= 4 * norm(a) ** 2 * norm(a - b) ** 2,
        (),
        norm(norm(a) * b - norm(b) * a) ** 2 <= 2 * norm(a) ** 2 * norm(a - b) ** 2,
    ),
    (LONG, norm(a - b) >= DIRECTIONS, APART, norm(a - b) >= DIRECTIONS),
    (APART, DIRECTIONS <= 2 * norm(a - b) / norm(a), APART, DIRECTIONS <= norm(a - b) / norm(a)),
]


@pytest.mark.parametrize(("given", "right", "less", "wrong"), ROWS, ids=str)
def test_it_holds_where_it_does_at_both_ends(
    given: tuple[Prop, ...], right: Prop, less: tuple[Prop, ...], wrong: Prop
) -> None:
    accepts(settled(right, given))

    assert isinstance(settled(wrong, less), Refuted)

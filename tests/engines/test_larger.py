"""The larger and the smaller of two norms, by cases."""

from __future__ import annotations

import pytest

from symproof import Prop, Refuted, inner, maximum, minimum, norm, real, sqrt, vectors
from symproof.statement import eq
from tests.kernel_says import accepts, settled

a, b, c = vectors("a b c")
t = real("t")
ROWS: list[tuple[tuple[Prop, ...], Prop, Prop]] = [
    (
        (eq(inner(a, b), 0),),
        norm(a + b) <= sqrt(2) * maximum(norm(a), norm(b)),
        norm(a + b) <= maximum(norm(a), norm(b)),
    ),
    (
        (t >= 0, t <= 1),
        norm((1 - t) * a + t * b) <= maximum(norm(a), norm(b)),
        norm((1 - t) * a + t * b) <= minimum(norm(a), norm(b)),
    ),
    ((), maximum(norm(a - c), norm(b - c)) >= norm(a - b) / 2, minimum(norm(a - c), norm(b - c)) >= norm(a - b) / 2),
    (
        (),
        maximum(norm(a), norm(b)) - minimum(norm(a), norm(b)) <= norm(a - b),
        maximum(norm(a), norm(b)) <= norm(a - b),
    ),
]


@pytest.mark.parametrize(("given", "right", "wrong"), ROWS, ids=str)
def test_either_norm_is_the_larger_one(given: tuple[Prop, ...], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given))

    assert isinstance(settled(wrong, given), Refuted)

"""Equations of vectors with unknown factors, multiplied with the vectors that they speak of."""

from __future__ import annotations

import pytest

from symproof import Prop, Refuted, inner, norm, reals, vectors
from symproof.statement import and_, eq, ne
from tests.kernel_says import accepts, settled

a, b, e, f = vectors("a b e f")
s, t, x, y = reals("s t x y")
NOTHING = eq(s * e + t * f, 0 * e)
UNITS = (eq(norm(e), 1), eq(norm(f), 1))
ORTHONORMAL = (*UNITS, eq(inner(e, f), 0))
ROWS: list[tuple[tuple[Prop, ...], Prop, tuple[Prop, ...], Prop]] = [
    ((NOTHING, *ORTHONORMAL), and_(eq(s, 0), eq(t, 0)), (NOTHING, *UNITS), eq(s, 0)),
    ((eq(s * e + t * f, x * e + y * f), *ORTHONORMAL), eq(s, x), (eq(s * e + t * f, x * e + y * f), *UNITS), eq(s, x)),
    (
        (eq(s * a + t * b, 0 * a), eq(inner(a, b), 0), ne(a, 0 * a)),
        eq(s, 0),
        (eq(s * a + t * b, 0 * a), eq(inner(a, b), 0)),
        eq(s, 0),
    ),
    (
        (eq(s * a, t * b), eq(norm(a), 1), eq(norm(b), 1)),
        eq(s**2, t**2),
        (eq(s * a, t * b), eq(norm(a), 1), eq(norm(b), 1)),
        eq(s, t),
    ),
    # With a vector that only the goal speaks of; one that Cauchy-Schwarz makes an equation.
    (
        (eq(norm(b) ** 2 * a, inner(a, b) * b),),
        eq(norm(b) ** 2 * inner(a, e), inner(a, b) * inner(b, e)),
        (eq(norm(b) ** 2 * a, inner(a, b) * b),),
        eq(norm(b) * inner(a, e), norm(a) * inner(b, e)),
    ),
    (
        (inner(a, b) >= norm(a) * norm(b),),
        eq(norm(b) * inner(a, e), norm(a) * inner(b, e)),
        (inner(a, b) >= -norm(a) * norm(b),),
        eq(norm(b) * inner(a, e), norm(a) * inner(b, e)),
    ),
]


@pytest.mark.parametrize(("given", "right", "less", "wrong"), ROWS, ids=str)
def test_factors_are_read_off(given: tuple[Prop, ...], right: Prop, less: tuple[Prop, ...], wrong: Prop) -> None:
    accepts(settled(right, given))

    assert isinstance(settled(wrong, less), Refuted)

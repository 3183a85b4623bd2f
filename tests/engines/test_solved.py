"""Equations of vectors solved for one, norms compared by their squares, alternatives by the opposite of a part, cases of equality."""

from __future__ import annotations

import pytest

from symproof import Proved, and_, eq, iff, inner, ne, norm, or_, prove, real, sin, vectors
from symproof.statement import Prop
from tests import kernel_says
from tests.kernel_says import settled

u, v = vectors("u v")
a, b, x, y, z = map(real, "abxyz")

HOLDS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(norm(v) * u, norm(u) * v), (eq(a * u, b * v), a > 0, b > 0)),
    (eq(norm(u), b / a * norm(v)), (eq(a * u, b * v), a > 0, b > 0)),
    (eq(norm(u - v), 0), (eq(u, 2 * v - u),)),
    (ne(u + v, 0 * u), (norm(u - v) < norm(u),)),
    (ne(u, v), (ne(norm(u - v), 0),)),
    (iff(eq(v, 2 * u - v), eq(norm(u - v), 0)), ()),
    (norm(u) < norm(v), (inner(u, u) < inner(v, v),)),
    (norm(u) < norm(v), (inner(u, v - u) > 0,)),
    (or_(eq(u, v), norm(u - v) > 0), ()),
    (or_(x <= 0, x >= 1), (x * (x - 1) >= 0,)),
    (eq(x, y), (eq(x**2 + y**2 + z**2, x * y + y * z + z * x),)),
    (eq(x, y), (x > 0, y > 0, z > 0, eq(x * (x - y) * (x - z) + y * (y - x) * (y - z) + z * (z - x) * (z - y), 0))),
    (eq(x, y), (x > 0, y > 0, z > 0, eq(x**3 + y**3 + z**3, 3 * x * y * z))),
]
FAILS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(norm(v) * u, norm(u) * v), (eq(a * u, b * v), a > 0)),  # b may be negative
    (eq(norm(v) * u, norm(u) * v), (eq(a * u, b * v),)),
    (norm(u) < norm(v), (inner(u, u) <= inner(v, v),)),
    (norm(u) < norm(v), (inner(u, v) > 0,)),
    (or_(x < 0, x > 1), (x * (x - 1) >= 0,)),
    (eq(x, y), (eq(x**2 + y**2 + z**2, 2 * (x * y + y * z)),)),
    (
        eq(x, y),
        (
            x > 0,
            y > 0,
            z >= 0,
            eq(x * (x - y) * (x - z) + y * (y - x) * (y - z) + z * (z - x) * (z - y), x * y * z / 9),
        ),
    ),
    (eq(x, y), (eq(x**3 + y**3 + z**3, 3 * x * y * z),)),
    (eq(x, y), (eq(abs(x), abs(y)),)),
    (and_(eq(x, y), eq(y, z)), (eq(x * y + y * z, 2 * x * z),)),
]


@pytest.mark.parametrize(("claim", "given"), HOLDS, ids=str)
def test_it_holds_by_the_kernel_alone(claim: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(prove(claim, given=given))


@pytest.mark.parametrize(("claim", "given"), FAILS, ids=str)
def test_its_neighbour_is_not_proved(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert not isinstance(settled(claim, given=given, budget=0.3), Proved)


def test_an_order_that_an_equation_makes_zero_is_no_problem_for_squares() -> None:
    """Under sin(x) = sin(y), 0 < sin(x) - sin(y) was put as a sum of squares of nothing."""
    assert not isinstance(settled(sin(x) > sin(y), given=[eq(sin(x), sin(y)), x < y], budget=0.3), Proved)

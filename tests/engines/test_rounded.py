"""What holds of integers and not of the numbers between them, orders that a factor brings down to others, and recurrences that are
followed to a member that is spoken of; each with the nearest claim that fails."""

from __future__ import annotations

import pytest

from symproof import Prop, Proved, each, eq, index, integer, natural, ne, or_, real, sequence
from tests.kernel_says import accepts, settled

a, b, k, m = integer("a"), integer("b"), index("k"), natural("m")
x, y, w = real("x"), real("y"), sequence("w")
FOURTHS = eq(x**4, y**4)
THIRDS = each(k, eq(3 * w[k + 1], w[k]))
FALLING = each(k, w[k + 1] <= w[k])

ROWS: list[tuple[tuple[Prop, ...], Prop, Prop]] = [
    ((), (a - b) ** 2 >= a - b, (x - y) ** 2 >= x - y),
    ((), a**6 >= a**5, a**6 >= a**5 + 1),
    ((), (a - b) * (a - b + 1) * x**2 >= 0, (a - b) * (a - b + 1) * x >= 0),
    ((), 2 * m**2 + 3 >= 5 * m, 2 * m**2 + 2 >= 5 * m),
    ((eq(a**2 + b**2, 128),), a + b <= 16, a + b <= 15),
    ((a > 0, b > 0, a * b >= 3), a + b >= 4, x + y >= 4),
    ((ne(a, 0),), a**2 + a * b + b**2 >= 1, a**2 + a * b + b**2 >= 2),
    ((x**3 <= y**3,), x <= y, x < y),
    ((x**5 < y**5,), x < y, x + 1 < y),
    ((x**4 <= y**4,), abs(x) <= abs(y), x <= y),
    ((FOURTHS,), or_(eq(x, y), eq(x, -y)), eq(x, y)),
    ((THIRDS,), eq(w[m + 4], w[m] / 81), eq(w[m + 4], w[m] / 27)),
    ((FALLING,), w[6] <= w[1], w[6] < w[1]),
]


@pytest.mark.parametrize(("given", "right", "wrong"), ROWS, ids=str)
def test_a_claim_and_its_neighbour(given: tuple[Prop, ...], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given=given))
    assert not isinstance(settled(wrong, given=given, budget=0.3), Proved)

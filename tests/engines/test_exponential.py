"""Naturals in exponents that an equation bounds, and remainders of what has powers; beside neighbours that leave a value out."""

from __future__ import annotations

import pytest

from symproof import Proved, eq, factorial, natural, ne, or_, prove, real
from symproof.statement import Prop
from symproof.term import scalar
from tests import kernel_says
from tests.kernel_says import settled

m, n = natural("m"), natural("n")
x, y = real("x"), real("y")
two, three = scalar(2), scalar(3)

HOLDS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(m + n, 8), (eq(two**m * three**n, 1296),)),
    (eq(n, 5), (eq(two**n - 1, 31),)),
    (eq(m, n), (eq(two**m + two**n, two ** (n + 1)),)),
    (or_(eq(n, 1), eq(n, 2)), (eq(two**n + three**m, 5),)),
    (eq(n, 5), (eq(two**n + n, 37),)),
    (or_(eq(n, 1), eq(n, 2)), (eq(factorial(n), n),)),
    (or_(eq(n, 2), eq(n, 4)), (eq(two**n, n**2),)),
    (eq(n, 0), (eq(three**n, 5 * n + 1),)),
    (x**m * y**n < x**n * y**m, (x > y, y > 0, m < n)),
    (x**m * y**n <= x**n * y**m, (x > y, y > 0, m <= n)),
    (eq((scalar(4) ** n + 6 * n - 1) % 9, 0), ()),
    (eq((scalar(9) ** n + 3) % 8, 4), ()),
    (eq((two**n + 1) % 3, 0), (eq(n % 2, 1),)),
    (ne(two**n % 3, 0), ()),
    (two**n % 7 <= 4, ()),
    (1 + m * n + m**n <= (1 + m) ** n, (m >= 1, m < n)),
    (eq((three ** (2 * n + 1) + two ** (n + 2)) % 7, 0), ()),
]
FAILS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(m + n, 9), (eq(two**m * three**n, 1296),)),
    (eq(m, 2), (eq(two**m * two**n, 16),)),
    (eq(n, 1), (eq(two**n + three**m, 5),)),
    (eq(m, 2), (eq(two**m + three**x, 5),)),
    (eq(m, n), (eq(two**m - two**n, two**n),)),
    (eq(n, 1), (eq(factorial(n), n),)),
    (eq(n, 2), (eq(two**n, n**2),)),
    (eq(x, 2), (eq(two**x, x**2),)),
    (x**m * y**n < x**n * y**m, (x > y, y > 0, m <= n)),
    (x**m * y**n <= x**n * y**m, (x > y, m <= n)),
    (eq((scalar(4) ** n + 6 * n - 1) % 27, 0), ()),
    (eq((scalar(9) ** n + 3) % 16, 4), ()),
    (eq((two**n + 1) % 3, 0), (eq(n % 2, 0),)),
    (ne(two**n % 3, 2), ()),
    (two**n % 7 <= 3, ()),
    (1 + m * n + m**n <= (1 + m) ** n, (m >= 1, m <= n)),
    (eq((three ** (2 * n + 1) + two ** (n + 2)) % 7, 1), ()),
]


@pytest.mark.parametrize(("claim", "given"), HOLDS, ids=str)
def test_it_holds_by_the_kernel_alone(claim: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(prove(claim, given=given))


@pytest.mark.parametrize(("claim", "given"), FAILS, ids=str)
def test_its_neighbour_is_not_proved(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert not isinstance(settled(claim, given=given, budget=0.3), Proved)

"""Orders of factorials, powers and products by induction: what either side is multiplied with in a step."""

from __future__ import annotations

import pytest

from symproof import Prop, Refuted, binomial, exp, factorial, index, natural, product
from tests.kernel_says import accepts, settled

n, k = natural("n"), index("k")
ROWS: list[tuple[tuple[Prop, ...], Prop, tuple[Prop, ...], Prop]] = [
    ((n >= 6,), factorial(n) <= (n / 2) ** n, (n >= 5,), factorial(n) <= (n / 2) ** n),
    ((n >= 3,), factorial(n) ** 2 > n**n, (n >= 2,), factorial(n) ** 2 > n**n),
    ((n >= 1,), factorial(n) >= (n / 3) ** n, (n >= 1,), factorial(n) >= (n / 2) ** n),
    ((n >= 1,), factorial(n) >= (n / exp(1)) ** n, (n >= 1,), factorial(n) >= 3 * (n / exp(1)) ** n),
    ((n >= 1,), factorial(n) ** 2 <= (n + 1) ** n * n**n, (n >= 1,), factorial(n) ** 2 <= n**n),
    ((), product(2 * k - 1, k, 1, n) <= (n + 1) ** n, (), product(2 * k, k, 1, n) <= n**n),
    ((n >= 1,), binomial(2 * n, n) < 4**n, (), binomial(2 * n, n) < 4**n),
]


@pytest.mark.parametrize(("given", "right", "less", "wrong"), ROWS, ids=str)
def test_a_step_by_what_the_sides_are_multiplied_with(
    given: tuple[Prop, ...], right: Prop, less: tuple[Prop, ...], wrong: Prop
) -> None:
    accepts(settled(right, given))

    assert isinstance(settled(wrong, less), Refuted)

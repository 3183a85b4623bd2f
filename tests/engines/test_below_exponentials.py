"""Powers below exponentials, a**n <= exp(n*(a - 1)), and how many steps make a power small: what is proved, and the neighbour."""

from __future__ import annotations

import pytest

from symproof import exp, log, natural, positive, real
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

n, m = natural("n"), natural("m", at_least=1)
r, s, d, e = positive("r"), positive("s"), positive("d"), positive("e")
x = real("x")

ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    ((1 - r / s) ** n <= exp(-n * r / s), (1 - r / s) ** n <= exp(-2 * n * r / s), [s >= r]),
    ((1 - 1 / m) ** m <= exp(-1), (1 - 1 / m) ** m <= exp(-2), []),
    ((1 - r / s) ** n <= e, (1 - r / s) ** n <= e / 3, [s >= r, n >= s / r * log(1 / e)]),
    (d * (1 - r) ** n <= e, d * (1 - r) ** n <= e / 3, [r <= 1, n >= log(d / e) / r]),
]


@pytest.mark.parametrize(("right", "wrong", "given"), ROWS, ids=str)
def test_powers_are_below_exponentials(right: Prop, wrong: Prop, given: list[Prop]) -> None:
    accepts(settled(right, given))
    assert settled(wrong, given).status == "refuted"


def test_a_power_of_a_negative_number_is_not() -> None:
    verdict = settled((1 + x) ** n <= exp(n * x), [x >= -3])
    assert verdict.status == "refuted"

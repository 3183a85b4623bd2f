"""Sums of sines and cosines of angles that are linear in the index; each with a neighbour that is false.

The re-checker follows each proof, too.
"""

from __future__ import annotations

import pytest

from symproof import cos, eq, natural, ne, pi, product, real, sin, total
from symproof.engines.sums.waves import wave
from symproof.statement import Prop
from symproof.verdict import Refuted
from tests import kernel_says
from tests.kernel_says import settled

k, n, x, y = natural("k"), natural("n"), real("x"), real("y")
half = (ne(sin(x / 2), 0),)

RIGHT: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(total(cos(k * x), k, 1, n), sin(n * x / 2) * cos((n + 1) * x / 2) / sin(x / 2)), half),
    (eq(1 + 2 * total(cos(k * x), k, 1, n), sin((2 * n + 1) * x / 2) / sin(x / 2)), (x > 0, x < 2 * pi)),
    (eq(total(sin((2 * k - 1) * x), k, 1, n), sin(n * x) ** 2 / sin(x)), (ne(sin(x), 0),)),
    (eq(total(cos(y + 2 * pi * k / n), k, 0, n - 1), 0), (n >= 2,)),
    (eq(total(k * cos(2 * pi * k / n), k, 0, n - 1), -n / 2), (n >= 2,)),
    (eq(total(cos(2 * pi * k / n) ** 2, k, 0, n - 1), n / 2), (n >= 3,)),
    (eq(total(sin(2 * pi * k / n) * cos(2 * pi * k / n), k, 0, n - 1), 0), (n >= 3,)),
]

WRONG: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(total(cos(k * x), k, 1, n), sin(n * x / 2) * sin((n + 1) * x / 2) / sin(x / 2)), half),
    (eq(total(sin((2 * k - 1) * x), k, 1, n), sin(n * x) ** 2 / cos(x)), (ne(sin(x), 0), ne(cos(x), 0))),
    (eq(total(cos(2 * pi * k / n), k, 0, n - 1), 0), (n >= 1,)),
    (eq(total(k * cos(2 * pi * k / n), k, 0, n - 1), n / 2), (n >= 2,)),
    (eq(total(cos(2 * pi * k / n) ** 2, k, 0, n - 1), n / 2), (n >= 2,)),
    (eq(total(cos(2 * pi * k / n) ** 2, k, 0, n), n / 2), (n >= 3,)),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_waves_add_up(claim: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=str)
def test_waves_that_do_not(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert isinstance(settled(claim, given), Refuted)


def test_what_a_closed_form_divides_by_is_asked_for() -> None:
    """Where sin(x/2) is 0 all cosines are 1, and no law says so."""
    found = settled(eq(total(cos(k * x), k, 1, n), sin(n * x / 2) * cos((n + 1) * x / 2) / sin(x / 2)), ())
    assert "sin(x/2) != 0" in str(found)


PRODUCTS: list[tuple[Prop, Prop]] = [
    (
        eq(2**n * sin(x) * product(cos(2**k * x), k, 0, n - 1), sin(2**n * x)),
        eq(2**n * sin(x) * product(cos(2**k * x), k, 0, n), sin(2**n * x)),
    ),
    (
        eq(2**n * sin(x / 2**n) * product(cos(x / 2**k), k, 1, n), sin(x)),
        eq(2**n * sin(x / 2**n) * product(cos(x / 2**k), k, 0, n), sin(x)),
    ),
    (
        eq((2 * cos(x) + 1) * product(2 * cos(2**k * x) - 1, k, 0, n - 1), 2 * cos(2**n * x) + 1),
        eq((2 * cos(x) + 1) * product(2 * cos(2**k * x) + 1, k, 0, n - 1), 2 * cos(2**n * x) + 1),
    ),
]


@pytest.mark.parametrize(("claim", "false"), PRODUCTS, ids=("doubled", "halved", "less one"))
def test_a_product_of_cosines_and_its_neighbour(claim: Prop, false: Prop) -> None:
    kernel_says.accepts(settled(claim))

    assert isinstance(settled(false), Refuted)


def test_other_terms_are_no_waves() -> None:
    assert [wave(each, k) for each in (cos(k**2), sin(x) * k, 2**k * cos(k), cos(k) ** k)] == [None] * 4


def test_a_sine_of_a_part_of_a_half_turn_is_positive() -> None:
    kernel_says.accepts(settled(sin(pi * y) > 0, (y > 0, y < 1)))
    assert isinstance(settled(sin(pi * y) > 0, (y > 0, y < 2)), Refuted)

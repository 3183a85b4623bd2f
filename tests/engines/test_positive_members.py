"""Members of a sequence that stay positive, so that what divides by them has a value."""

from __future__ import annotations

import pytest

from symproof import each, eq, index, natural, product, sequence, total
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

n, k, f = natural("n"), index("k"), sequence("f")
FIBONACCI: list[Prop] = [each(k, eq(f[k + 2], f[k + 1] + f[k])), eq(f[0], 0), eq(f[1], 1)]
ROWS: list[tuple[Prop, Prop]] = [
    (
        eq(total(1 / (f[k + 1] * f[k + 3]), k, 0, n), 1 - 1 / (f[n + 2] * f[n + 3])),
        eq(total(1 / (f[k + 1] * f[k + 3]), k, 0, n), 1 - 1 / (f[n + 1] * f[n + 3])),
    ),
    (
        eq(total((-1) ** k / (f[k + 1] * f[k + 2]), k, 0, n), f[n + 1] / f[n + 2]),
        eq(total((-1) ** k / (f[k + 1] * f[k + 2]), k, 0, n), f[n] / f[n + 2]),
    ),
    (
        eq(product(1 + (-1) ** (k + 1) / f[k + 1] ** 2, k, 1, n), f[n + 2] / f[n + 1]),
        eq(product(1 + (-1) ** (k + 1) / f[k + 1] ** 2, k, 1, n), f[n + 1] / f[n + 2]),
    ),
]


@pytest.mark.parametrize(("right", "wrong"), ROWS, ids=str)
def test_reciprocals_of_members_have_a_value(right: Prop, wrong: Prop) -> None:
    accepts(settled(right, FIBONACCI))
    assert settled(wrong, FIBONACCI).status == "refuted"


def test_a_member_that_may_be_0_has_no_reciprocal() -> None:
    """f[0] = 0; and where a recurrence subtracts, members change their sign: 0, 1, 1, 0."""
    assert settled(eq(total(1 / f[k] - 1 / f[k], k, 0, n), 0), FIBONACCI, 0.5).status != "proved"
    turning: list[Prop] = [each(k, eq(f[k + 2], f[k + 1] - f[k])), eq(f[0], 1), eq(f[1], 1)]
    assert settled(eq(total(1 / f[k] - 1 / f[k], k, 0, n), 0), turning, 0.5).status != "proved"


def test_a_recurrence_of_some_places_says_nothing_of_the_others() -> None:
    """f may be anything from f[7] on; what divides by no more than f[1] and f[2] is proved all the same."""
    some: list[Prop] = [each(k, eq(f[k + 2], f[k + 1] + f[k]), 0, 4), eq(f[0], 1), eq(f[1], 1)]
    assert settled(eq(total(f[k] / f[k], k, 0, n), n + 1), some, 0.5).status != "proved"
    accepts(settled(eq(1 / f[2] + 1 / f[1], 3 * f[1] / 2), some))

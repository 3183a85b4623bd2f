"""Sums and products of n numbers that are given to be positive, or to lie between 0 and 1; each with a false neighbour."""

from __future__ import annotations

import pytest

from symproof import and_, each, eq, index, natural, norm, product, real, sequence, sqrt, total, vector
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

k, n = index("k"), natural("n", at_least=1)
a, b = sequence("a"), sequence("b")
of_a, of_b = each(k, a[k] > 0), each(k, b[k] > 0, 1, n)
both, squares = total(a[k], k, 1, n), total(a[k] ** 2, k, 1, n)
below = total(a[k] ** 2 / b[k], k, 1, n)

ROWS: list[tuple[list[Prop], Prop, Prop]] = [
    ([of_b], below >= both**2 / total(b[k], k, 1, n), below >= 2 * both**2 / total(b[k], k, 1, n)),
    ([of_b], below * total(b[k], k, 1, n) >= both**2, below * total(b[k], k, 1, n) >= 2 * both**2),
    ([of_a], n / total(1 / a[k], k, 1, n) <= both / n, n / total(1 / a[k], k, 1, n) <= both / n - 1),
    ([of_a, eq(product(a[k], k, 1, n), 1)], product(1 + a[k], k, 1, n) >= 2**n, product(1 + a[k], k, 1, n) >= 3**n),
    (
        [each(k, and_(0 <= a[k], a[k] <= 1))],
        product(1 - a[k], k, 1, n) >= 1 - both,
        product(1 - a[k], k, 1, n) >= 1 - both / 2,
    ),
    ([each(k, a[k] >= 0)], sqrt(both) <= total(sqrt(a[k]), k, 1, n), sqrt(both) <= total(sqrt(a[k]), k, 1, n) / 2),
    ([each(k, a[k] >= 0)], squares <= both**2, squares <= both**2 / 2),
]


@pytest.mark.parametrize(("given", "right", "wrong"), ROWS, ids=str)
def test_what_is_given_of_each_member_is_used(given: list[Prop], right: Prop, wrong: Prop) -> None:
    accepts(settled(right, given))
    assert settled(wrong, given).status == "refuted"


def test_a_member_outside_of_the_range_has_no_sign() -> None:
    """Of b[n + 1] nothing is given."""
    more = total(a[k] ** 2 / b[k], k, 1, n + 1) >= total(a[k], k, 1, n + 1) ** 2 / total(b[k], k, 1, n + 1)
    assert settled(more, [of_b], 1).status != "proved"


def test_what_bounds_the_size_of_each_member_is_not_negative() -> None:
    """Where there is a member: none of a_1, ..., a_m need be there."""
    rho, m = real("rho"), natural("m")
    v = sequence("v", vector)
    for size in (abs(a[k]), norm(v[k])):
        accepts(settled(eq(sqrt(rho**2), rho), [each(k, size <= rho)]))
        accepts(settled(rho >= 0, [each(k, size <= rho, 1, n)]))
        assert settled(rho > 0, [each(k, size <= rho)]).status != "proved"
        assert settled(rho >= 0, [each(k, size <= rho, 1, m)]).status != "proved"

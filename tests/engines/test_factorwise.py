"""Orders between products factor by factor, and sums and products cut to what others have of them; beside false neighbours."""

from __future__ import annotations

import pytest

from symproof import (
    Refuted,
    each,
    eq,
    factorial,
    index,
    log,
    natural,
    nonnegative,
    positive,
    product,
    prove,
    real,
    sequence,
    total,
)
from symproof.statement import Prop
from symproof.term import Scalar, Sum, scalar
from tests import kernel_says

k, n, x = index("k"), natural("n"), real("x")
m = natural("m", at_least=1)
a, b, c = sequence("a", positive), sequence("b", nonnegative), sequence("c")
all_a, all_b = product(a[k], k, 1, m), product(b[k], k, 0, n - 1)


def added(term: Scalar, last: int) -> Scalar:
    """The sum of a term over k = 1..last."""
    return Sum(term, k, scalar(1), scalar(last))


HOLDS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (factorial(n) ** 2 >= n**n, ()),
    (factorial(n) <= ((n + 1) / scalar(2)) ** n, ()),
    (product(k * (n + 1 - k), k, 1, n) >= n**n, ()),
    (product(2 * k, k, 1, n) >= product(2 * k - 1, k, 1, n), ()),
    (product(x + k, k, 1, n) >= x**n, (x >= 0,)),
    (eq(product(x - k, k, 0, n), x * product(x - k - 1, k, 0, n - 1)), ()),
    (
        eq(
            product((x - 4 * k - 3) * (x - 4 * k - 1), k, 1, n),
            product(x - 4 * k - 3, k, 1, n) * product(x - 4 * k - 1, k, 1, n),
        ),
        (),
    ),
    (
        eq(
            product((x - (4 * k + 1)) * (x - (4 * k + 4)), k, 0, 503),
            (x - 1) * (x - 2016) * product((x - (4 * k + 4)) * (x - (4 * k + 5)), k, 0, 502),
        ),
        (),
    ),
    (eq(added(1 / (x**2 + k), 90), 1 / (x**2 + 1) + added(1 / (x**2 + k + 1), 89)), ()),
    (all_a <= (total(a[k], k, 1, m) / m) ** m, ()),
    (product(c[k], k, 1, m) <= (total(c[k], k, 1, m) / m) ** m, (each(k, c[k] > 0),)),
    (total(b[k], k, 0, n - 1) >= n, (eq(all_b, 1),)),
    (total(a[k] ** 2, k, 1, m) >= m, (eq(all_a, 1),)),
    (total(a[k], k, 1, m) >= m, (eq(total(log(a[k]), k, 1, m), 0),)),
    (product(1 + a[k], k, 1, m) >= scalar(2) ** m, (eq(all_a, 1),)),
    (product(2 + a[k], k, 1, m) >= scalar(3) ** m, (eq(all_a, 1),)),
]
FAILS: list[tuple[Prop, tuple[Prop, ...]]] = [
    (all_a >= (total(a[k], k, 1, m) / m) ** m, ()),
    (product(c[k], k, 1, m) <= (total(c[k], k, 1, m) / m) ** m, ()),  # (-1) (-1) 2 > 0
    (total(b[k], k, 0, n - 1) >= n, (eq(all_b, 0), n >= 1)),
    (total(c[k], k, 1, m) >= m, (eq(product(c[k], k, 1, m), 1),)),
    (total(a[k], k, 1, m) > m, (eq(total(log(a[k]), k, 1, m), 0),)),
    (product(1 + a[k], k, 1, m) >= scalar(3) ** m, (eq(all_a, 1),)),
    (factorial(n) ** 2 >= (n + 1) ** n, ()),
    (factorial(n) ** 2 > n**n, ()),
    (factorial(n) <= (n / scalar(2)) ** n, ()),
    (product(2 * k, k, 1, n) <= product(2 * k - 1, k, 1, n), ()),
    (product(x + k, k, 1, n) >= x**n, (x >= -3,)),
    (scalar(2) ** n * factorial(n) <= n**n, (n >= 5,)),
    (eq(product(x - k, k, 0, n), x * product(x - k - 1, k, 0, n)), ()),
    (eq(added(1 / (x**2 + k), 90), 1 / (x**2 + 1) + added(1 / (x**2 + k + 1), 90)), ()),
]


@pytest.mark.parametrize(("claim", "given"), HOLDS, ids=str)
def test_it_holds_by_the_kernel_alone(claim: Prop, given: tuple[Prop, ...]) -> None:
    kernel_says.accepts(prove(claim, given=given))


@pytest.mark.parametrize(("claim", "given"), FAILS, ids=str)
def test_its_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert isinstance(prove(claim, given=given), Refuted)

"""A sum over an empty range is 0, whatever its body would be there: sum(1/n, k, 1, n) is 0 for n = 0, and not n * (1/n).

The normal form took 1/n out of the sum, where it has no value, and the sum passed for 1. Found by sabotage: the shares of a softmax
"add up to one" for no classes at all.
"""

from __future__ import annotations

import pytest

from symproof import (
    eq,
    exp,
    factorial,
    index,
    inner,
    integer,
    matrix,
    natural,
    ne,
    norm,
    real,
    sequence,
    sqrt,
    total,
    tr,
    vector,
)
from symproof.statement import Prop
from symproof.trusted import certificate as ct
from tests.kernel_says import accepts, both_reject, settled

n, p, k, j = natural("n"), natural("p", at_least=1), index("k"), index("j")
m, c, x, v = integer("m"), real("c"), real("x"), vector("v")
a, w = sequence("a"), sequence("w", vector)


def weight(size: object) -> object:
    """The sum of all exponentials."""
    return total(exp(a[k]), k, 1, size)  # type: ignore[call-overload]


FALSE = [
    eq(total(1 / n, k, 1, n), 1),
    eq(total(n**-1, k, 1, n), 1),
    eq(total(2 / (2 * n), k, 1, n), 1),
    eq(total(k / (k * n), k, 1, n), 1),
    eq(total(1 / (n * (n + 1)), k, 1, n) * (n + 1), 1),
    eq(total(total(1 / n**2, k, 1, n), j, 1, n), 1),
    eq(total(exp(a[j]) / weight(n), j, 1, n), 1),  # type: ignore[operator]
    total(exp(a[j]) / weight(n), j, 1, n) > 0,  # type: ignore[operator]
    eq(total(v / n, k, 1, n), v),
    eq(inner(total(v / n, k, 1, n), v), inner(v, v)),
    eq(total(factorial(n - 1), k, 1, n), factorial(n)),
    eq(total(1 / (m - 4), k, 5, m), 1),
    eq(tr(matrix("M", n, lambda i, j: 1 / n)), 1),
]


@pytest.mark.parametrize("claim", FALSE, ids=str)
def test_what_fails_for_no_members_is_refuted(claim: Prop) -> None:
    assert both_reject(claim, ct.Evident())
    assert settled(claim, budget=2).status == "refuted"


def test_a_hypothesis_says_no_more_of_an_empty_sum() -> None:
    """At n = 0 it says that x = 1."""
    assert both_reject(eq(x, 0), ct.Combination((ct.Piece(real("x") ** 0, (0,)),)), (eq(total(1 / n, k, 1, n), 1 - x),))
    assert settled(eq(x, 0), given=[eq(total(1 / n, k, 1, n), 1 - x)], budget=2).status == "refuted"


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        (eq(total(1 / p, k, 1, p), 1), ()),
        (eq(total(1 / n, k, 1, n), 1), (n >= 1,)),
        (eq(total(1 / n, k, 1, n), 1), (ne(n, 0),)),
        (eq(total(exp(a[j]) / weight(p), j, 1, p), 1), ()),  # type: ignore[operator]
        (eq(total(a[k] / c, k, 1, n), total(a[k], k, 1, n) / c), (ne(c, 0),)),
        (eq(total(a[k] / (x - c), k, 1, n) * (x - c), total(a[k], k, 1, n)), (ne(x, c),)),
        (eq(total(a[k] / (1 + x**2), k, 1, n) * (1 + x**2), total(a[k], k, 1, n)), ()),
        (eq(total(1 / sqrt(p), k, 1, n) * sqrt(p), n), ()),
        (eq(total((a[k] + 1) / n, k, 1, n), total(a[k] / n, k, 1, n) + total(1 / n, k, 1, n)), ()),
        (eq(norm(total(w[k] / p, k, 1, p)), norm(total(w[k], k, 1, p)) / p), ()),
        (eq(total(1 / (m - 4), k, 5, m), 1), (m >= 5,)),
        (eq(total(factorial(p - 1), k, 1, p), factorial(p)), ()),
    ],
    ids=str,
)
def test_what_is_known_to_have_members_is_proved(claim: Prop, given: tuple[Prop, ...]) -> None:
    accepts(settled(claim, given=given, budget=4))

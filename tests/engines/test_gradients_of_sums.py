"""Gradients of sums over the entries of a matrix letter: the sum of the gradients, of which deltas leave one term."""

from __future__ import annotations

import pytest

from symproof import (
    Prop,
    column,
    cyclic,
    each,
    eq,
    exp,
    gradient,
    identity,
    index,
    log,
    matrix,
    natural,
    ne,
    positive,
    prove,
    total,
)
from tests.kernel_says import accepts, settled

n, m = natural("n", at_least=1), natural("m", at_least=1)
i, j, k = index("i"), index("j"), index("k")
c = index("c", over=cyclic(n))
x, b = column("x", n), column("b", n)
A, R, C = matrix("A", n), matrix("R", (n, m)), matrix("C", cyclic(n))
s = positive("s")
inside = (k >= 1, k <= n)

PROVED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(gradient(total(x[i] ** 2, i, 1, n), x), 2 * x), ()),
    (eq(gradient(total(b[i] * x[i], i, 1, n) + s / 2 * total(x[i] ** 2, i, 1, n), x), b + s * x), ()),
    (eq(gradient(total(total(R[i, j] ** 2, j, 1, m), i, 1, n), R), 2 * R), ()),
    (eq(gradient(total(total(A[i, j] * x[i] * x[j], j, 1, n), i, 1, n), x), (A + A.T) @ x), ()),
    (eq(gradient(total(C[c, c], c), C), identity(cyclic(n))), ()),
    (eq(gradient(total(x[i] ** 3, i, 1, n), x)[k], 3 * x[k] ** 2), inside),
    (eq(gradient(log(total(exp(x[i]), i, 1, n)), x)[k], exp(x[k]) / total(exp(x[i]), i, 1, n)), inside),
    (
        eq(gradient(total(x[i] * log(x[i]), i, 1, n), x)[k], log(x[k]) + 1),
        (*inside, each(i, x[i] > 0, 1, n)),
    ),
    (eq(gradient(total(x[i] ** 2, i, 2, n), x)[1], 0), ()),
    (eq(gradient(total(x[i] ** 2, i, 2, 1), x), 0 * x), ()),
    (eq(gradient(total(b[1] * x[1], i, 1, m), x)[1], m * b[1]), ()),
]
REFUTED: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(gradient(total(x[i] ** 2, i, 1, n), x), x), ()),
    (eq(gradient(total(total(A[i, j] * x[i] * x[j], j, 1, n), i, 1, n), x), 2 * A @ x), ()),
    (eq(gradient(total(x[i] ** 2, i, 2, n), x), 2 * x), ()),
    (eq(gradient(total(abs(x[i]), i, 1, n), x)[k], 1), (*inside, ne(x[k], 0))),
    (eq(gradient(total(x[i] * x[1], i, 1, n), x)[1], x[1]), ()),
]


@pytest.mark.parametrize(("claim", "given"), PROVED, ids=str)
def test_a_gradient_is_that_of_each_term(claim: Prop, given: tuple[Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), REFUTED, ids=str)
def test_its_false_neighbour_is_refuted(claim: Prop, given: tuple[Prop, ...]) -> None:
    assert prove(claim, given).status == "refuted"


@pytest.mark.parametrize(
    "claim",
    [
        eq(gradient(total(x[i] ** 2, i, 0, n), x), 2 * x),
        eq(gradient(total(abs(x[i]), i, 1, n), x), gradient(total(abs(x[i]), i, 1, n), x)),
    ],
    ids=str,
)
def test_what_has_no_gradient_everywhere_is_not_proved(claim: Prop) -> None:
    """x[0] is no entry, and |x[i]| has no slope at 0."""
    assert prove(claim, budget=1).status != "proved"

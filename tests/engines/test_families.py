"""Families of columns: what is said of each member is an equation of matrices, and sums over the members are words in it."""

from __future__ import annotations

import pytest

from symproof import Proved, column, delta, each, eq, index, inner, matrix, natural, prove, sequence, total
from symproof.matrix_symbols import column_of
from tests.kernel_says import accepts, settled

n, m = natural("n", at_least=1), natural("m", at_least=1)
i, j, k = index("i"), index("j"), index("k")
A, V = matrix("A", n), matrix("v", (n, m))
a, c = sequence("a"), sequence("c")
IN_RANGE = [k >= 1, k <= m]


def v(place):  # type: ignore[no-untyped-def]  # an index or a number
    return column_of(V, place)


EIGEN = each(i, eq(A @ v(i), a[i] * v(i)), 1, m)
ORTHONORMAL = each(i, each(j, eq(inner(v(i), v(j)), delta(i - j)), 1, m), 1, m)
P = total(v(i) @ v(i).T, i, 1, m)

RIGHT = [
    (eq(A @ A @ v(k), a[k] ** 2 * v(k)), [EIGEN, *IN_RANGE]),
    (eq(A @ total(c[i] * v(i), i, 1, m), total(c[i] * a[i] * v(i), i, 1, m)), [EIGEN]),
    (eq(P @ P, P), [ORTHONORMAL]),
    (eq(V @ V.T, P), []),
]
WRONG = [
    (eq(A @ A @ v(k), a[k] * v(k)), [EIGEN, *IN_RANGE]),
    (eq(A @ total(c[i] * v(i), i, 1, m), total(c[i] * v(i), i, 1, m)), [EIGEN]),
    (eq(P @ P, P), []),
    (eq(2 * P, P), [ORTHONORMAL]),
]


@pytest.mark.parametrize("row", range(len(RIGHT)))
def test_what_holds_of_all_members_is_proved(row: int) -> None:
    claim, given = RIGHT[row]

    assert isinstance(prove(claim, given=given, budget=10), Proved)


@pytest.mark.parametrize("row", range(len(WRONG)))
def test_its_neighbour_is_not(row: int) -> None:
    """A lost power of the eigenvalue, a lost eigenvalue, a projection on vectors that need not be orthonormal."""
    claim, given = WRONG[row]

    assert not isinstance(prove(claim, given=given, budget=1), Proved)


def test_a_product_of_columns_under_a_sum_is_its_entry() -> None:
    """In kernel and re-checker; with another column it is another number."""
    x, y = column("x", n), column("y", n)
    squares = total(inner(v(i), x) ** 2, i, 1, m)

    accepts(settled(eq(squares, total(inner(x, v(i)) * inner(v(i), x), i, 1, m))))
    assert not isinstance(settled(eq(squares, total(inner(v(i), y) ** 2, i, 1, m))), Proved)

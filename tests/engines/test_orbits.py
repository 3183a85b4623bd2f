"""Equations between members of sequences with linear recurrences; each with a neighbour that is false.

The re-checker follows each proof, too.
"""

from __future__ import annotations

import pytest

from symproof import each, eq, index, natural, real, sequence, sqrt, total
from symproof.statement import Prop
from symproof.term import scalar
from tests import kernel_says
from tests.kernel_says import settled

k, n, x = index("k"), natural("n"), real("x")
F, L, a, b = sequence("F"), sequence("L"), sequence("a"), sequence("b")
fibonacci = (each(k, eq(F[k + 2], F[k + 1] + F[k])), eq(F[0], 0), eq(F[1], 1))
both = (*fibonacci, each(k, eq(L[k + 2], L[k + 1] + L[k])), eq(L[0], 2), eq(L[1], 1))
turned = (eq(a[0], 1), eq(b[0], 0), each(k, eq(a[k + 1], a[k] - b[k])), each(k, eq(b[k + 1], a[k] + b[k])))

RIGHT: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(F[2 * n], F[n] * L[n]), both),
    (eq(L[n] ** 2 - 5 * F[n] ** 2, 4 * (-1) ** n), both),
    (eq(F[n + 2] ** 2 - F[n] ** 2, F[2 * n + 2]), fibonacci),
    (eq(F[3 * n], 5 * F[n] ** 3 + 3 * (-1) ** n * F[n]), fibonacci),
    (eq(F[n] * F[n + 4] - F[n + 2] ** 2, (-1) ** (n + 1)), fibonacci),
    (eq(total(F[k] * F[k + 1], k, 0, 2 * n - 1), F[2 * n] ** 2), fibonacci),
    (eq(a[n] ** 2 + b[n] ** 2, 2**n), turned),
    (eq(a[n + 4], -4 * a[n]), turned),
    (eq(F[100], 354224848179261915075), fibonacci),
    (F[30] > 832000, fibonacci),
    (eq(a[20], -(2**10)), turned),
    (eq(L[70], 2 ** scalar(71) - 1), (eq(L[0], 1), each(k, eq(L[k + 1], 2 * L[k] + 1)))),
]

WRONG: list[tuple[Prop, tuple[Prop, ...]]] = [
    (eq(F[2 * n], F[n] * L[n + 1]), both),
    (eq(L[n] ** 2 - 5 * F[n] ** 2, 4), both),
    (eq(F[n + 2] ** 2 - F[n] ** 2, F[2 * n + 1]), fibonacci),
    (eq(F[2 * n], F[n] * L[n]), (*both[:-1], eq(L[1], 2))),  # the first place only
    (eq(F[n] * F[n - 1], 0), fibonacci[:2]),
    (eq(total(F[k] * F[k + 1], k, 0, 2 * n), F[2 * n] ** 2), fibonacci),
    (eq(a[n] ** 2 + b[n] ** 2, 2**n), (*turned[:3], each(k, eq(b[k + 1], a[k] + b[k] + x)))),
    (eq(a[n + 4], -4 * a[n]), (*turned[:3], each(k, eq(b[k + 1], a[k] + b[k] / 2)))),
    (eq(F[100], 354224848179261915076), fibonacci),
    (eq(F[64], 10610209857723), fibonacci[:2]),
    (eq(a[20], 2**10), turned),
    (eq(L[70], 2 ** scalar(71) - 1), (eq(L[1], 1), each(k, eq(L[k + 1], 2 * L[k] + 1)))),
    (eq(F[n], F[1] * n), (each(k, eq(F[k + 2], 2 * F[k + 1] - F[k])),)),
    (eq(F[n + 1], sqrt(F[n] ** 2)), (each(k, eq(F[k + 2], F[k])),)),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_what_obeys_a_recurrence_is_proved_at_several_places_at_once(claim: Prop, given: tuple[Prop, ...]) -> None:
    """The kernel follows it alone, and so does the re-checker."""
    kernel_says.accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=str)
def test_a_neighbour_of_it_is_not(claim: Prop, given: tuple[Prop, ...]) -> None:
    """Another start, another rule."""
    assert settled(claim, given).status != "proved"

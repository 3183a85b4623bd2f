"""What is said of all columns, c.T A c >= 0: Cauchy-Schwarz and what follows from it, and false neighbours."""

from __future__ import annotations

from typing import Any

import pytest

from symproof import Prop, Refuted, column, det, each, eq, implies, inner, matrix, natural, ne, zeros
from symproof.engines.deadline import Deadline
from symproof.engines.linear_algebra.determinants import determinants
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search
from symproof.trusted.facts import Facts
from tests.kernel_says import accepts, settled

n = natural("n")
A, B = matrix("A", n), matrix("B", n)
x, y, c = column("x", n), column("y", n), column("c", n)


def q(left: Any, right: Any) -> Any:
    return inner(left, A @ right)


SEMIDEFINITE, SYMMETRIC = each(c, q(c, c) >= 0), eq(A.T, A)
DEFINITE = each(c, implies(ne(c, zeros((n, 1))), q(c, c) > 0))
ROWS: list[tuple[Prop, Prop, tuple[Prop, ...]]] = [
    ((q(x, y) + q(y, x)) ** 2 <= 4 * q(x, x) * q(y, y), q(x, y) ** 2 <= q(x, x) * q(y, y), ()),
    (q(x, y) ** 2 <= q(x, x) * q(y, y), 2 * q(x, y) ** 2 <= q(x, x) * q(y, y), (SYMMETRIC,)),
    (2 * q(x, y) <= q(x, x) + q(y, y), 2 * q(x, y) <= q(x, x) + q(y, y) - 1, (SYMMETRIC,)),
    (q(x + y, x + y) <= 2 * q(x, x) + 2 * q(y, y), q(x + y, x + y) <= q(x, x) + q(y, y), ()),
]


@pytest.mark.parametrize(("claim", "false", "given"), ROWS, ids=lambda part: str(part)[:40])
def test_a_claim_and_its_neighbour(claim: Prop, false: Prop, given: tuple[Prop, ...]) -> None:
    accepts(settled(claim, given=(SEMIDEFINITE, *given)))

    assert isinstance(settled(false, given=(SEMIDEFINITE, *given)), Refuted)
    assert isinstance(settled(claim, given=given), Refuted)


@pytest.mark.parametrize(("first", "follows"), [(DEFINITE, True), (SEMIDEFINITE, False)])
def test_a_definite_matrix_and_a_semidefinite_one_add_up_to_one_with_an_inverse(first: Prop, follows: bool) -> None:
    search = Search(Deadline.now().after(10), (("determinants", determinants), ("linear", linear)))
    proof = search.prove(Facts([first, each(c, inner(c, B @ c) >= 0)]), ne(det(A + B), 0))

    assert (proof is not None) == follows

"""Powers of matrices that commute, for every exponent."""

from __future__ import annotations

import pytest

from symproof import Prop, Proved, Refuted, matrix, natural
from symproof.statement import eq
from tests.kernel_says import accepts, settled

n, m, k = natural("n", at_least=1), natural("m"), natural("k")
A, B = matrix("A", n), matrix("B", n)
COMMUTE = eq(A @ B, B @ A)
ROWS: list[tuple[Prop, Prop]] = [
    (eq((A @ B) ** m, A**m @ B**m), eq((A @ B) ** m, A**m @ B)),
    (eq((B @ A) ** m, A**m @ B**m), eq((B @ A) ** m, A**m)),
    (eq(A**m @ B**k, B**k @ A**m), eq(A**m @ B**k, B**m @ A**k)),
]


@pytest.mark.parametrize(("right", "wrong"), ROWS, ids=str)
def test_powers_of_matrices_that_commute(right: Prop, wrong: Prop) -> None:
    accepts(settled(right, (COMMUTE,)))

    assert isinstance(settled(wrong, (COMMUTE,)), Refuted)


def test_other_matrices_do_not() -> None:
    """With A @ A = B @ B alone, A and B need not commute."""
    assert isinstance(settled(ROWS[0][0], ()), Refuted)
    assert not isinstance(settled(ROWS[0][0], (eq(A @ A, B @ B),), budget=0.1), Proved)

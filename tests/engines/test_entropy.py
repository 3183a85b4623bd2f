"""Entropies and divergences over n terms, for any n: what is proved, and the neighbour that fails."""

from __future__ import annotations

from typing import Any

import pytest

from symproof import eq, index, log, natural, positive, sequence, total
from symproof.statement import Prop, each
from tests.kernel_says import accepts, settled

n, i = natural("n", at_least=1), index("i")
p, q = sequence("p", of=positive), sequence("q", of=positive)
c = sequence("c")
a, b = sequence("a", of=positive), sequence("b", of=positive)


def over(body: Any) -> Any:
    """The sum over i."""
    return total(body, i, 1, n)


of_p, of_q = eq(over(p[i]), 1), eq(over(q[i]), 1)
ROWS: list[tuple[Prop, Prop, list[Prop]]] = [
    (over(p[i] * log(p[i] / q[i])) >= 0, over(p[i] * log(p[i] / q[i])) > 0, [of_p, of_q]),
    (over(p[i] * (log(p[i]) - log(q[i]))) >= 0, over(q[i] * (log(p[i]) - log(q[i]))) >= 0, [of_p, of_q]),
    (-over(p[i] * log(q[i])) >= -over(p[i] * log(p[i])), -over(q[i] * log(q[i])) >= -over(p[i] * log(p[i])), [of_p, of_q]),
    (-over(p[i] * log(p[i])) <= log(n), -over(p[i] * log(p[i])) <= log(n) / 2, [of_p]),
    (-over(c[i] * log(c[i])) <= log(n), -over(c[i] * log(c[i])) < log(n), [each(i, c[i] > 0), eq(over(c[i]), 1)]),
    (over(a[i] * log(a[i] / b[i])) >= over(a[i]) * log(over(a[i]) / over(b[i])), over(a[i] * log(a[i] / b[i])) >= 0, []),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "given"), ROWS, ids=str)
def test_divergences_are_not_negative_and_entropies_at_most_that_of_equal_shares(
    right: Prop, wrong: Prop, given: list[Prop]
) -> None:
    accepts(settled(right, given))
    assert settled(wrong, given).status == "refuted"

"""False claims about vectors of one length: refuted at the corners of regular figures."""

from __future__ import annotations

import pytest

from symproof import Prop, Refuted, inner, norm, rational, sqrt, vectors
from symproof.statement import eq
from tests.kernel_says import settled

a, b, c, d = vectors("a b c d")
AROUND = (eq(norm(a), norm(b)), eq(norm(b), norm(c)))
ROWS: list[tuple[tuple[Prop, ...], Prop]] = [
    ((*AROUND, eq(a + b + c, 0 * a)), eq(norm(a - b), norm(a))),
    ((*AROUND, eq(a + b + c, 0 * a)), norm(a - b) <= norm(c)),
    ((*AROUND, eq(inner(a, b), 0)), norm(a - b) <= norm(c)),
    ((*AROUND, eq(norm(c), norm(d)), eq(a + b + c + d, 0 * a)), inner(a, b) >= inner(c, d) / 2),
    ((eq(norm(a), 1), eq(norm(b), 1), eq(norm(c), 1), eq(a + b + c, 0 * a)), eq(inner(a, b), -1)),
    ((eq(norm(a - b), norm(a)), eq(norm(b), norm(a))), eq(inner(a, b), norm(a) ** 2)),
    ((eq(norm(a), 2), eq(norm(b), 3), eq(inner(a, b), 3)), eq(norm(a - b), sqrt(5))),
    ((eq(norm(a), 1), eq(norm(b), rational("1/2")), eq(inner(b, a), rational("1/3"))), norm(a + b) >= 2),
]


@pytest.mark.parametrize(("given", "wrong"), ROWS, ids=str)
def test_a_regular_figure_refutes_it(given: tuple[Prop, ...], wrong: Prop) -> None:
    said = settled(wrong, given)

    assert isinstance(said, Refuted)


def test_the_lengths_of_a_regular_triangle_are_no_counterexample() -> None:
    """|a - b|**2 = 3 |a|**2 holds there."""
    assert not isinstance(settled(eq(norm(a - b) ** 2, 3 * norm(a) ** 2), ROWS[0][0]), Refuted)

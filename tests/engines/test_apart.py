"""Integers told apart by where they stand."""

from __future__ import annotations

import pytest

from symproof import exp, integer, log, natural, ne, real
from symproof import statement as st
from tests.kernel_says import accepts, settled

n, N, P, x = integer("n"), natural("N"), natural("P", at_least=1), real("x")

RIGHT: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (ne(2**N, 3), ()),
    (ne(2**n, 3), ()),
    (ne(exp(n), 2), ()),
    (ne(log(P), 1), ()),
    (ne(2**N, 5 * N), ()),
    (ne(3**N - 2**N, 2), ()),
    (2**N < 3, (N <= 1,)),
    (2**n < 3, (n <= 1,)),
    (2**P < 5 * P, (P <= 4,)),
    (2**n < 5 * n, (n >= 3, n <= 3)),
]
WRONG: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (ne(2**N, 4), ()),
    (ne(2**x, 3), ()),
    (ne(exp(x), 2), ()),
    (ne(log(P), 0), ()),
    (ne(2**N, 4 * N), ()),
    (ne(3**N - 2**N, 5), ()),
    (2**N < 3, (N <= 2,)),
    (2**x < 3, (x <= 2,)),
    (2**P < 5 * P, (P <= 5,)),
    (2**n < 5 * n, (n >= 0, n <= 3)),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT)
def test_the_order_of_each_piece_is_proved(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), WRONG)
def test_a_neighbour_that_one_integer_breaks_is_refuted(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given).status == "refuted"

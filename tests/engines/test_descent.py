"""Infinite descent: equations that only zero solves in integers."""

from __future__ import annotations

import pytest

from symproof import and_, eq, integer, natural, ne
from symproof import statement as st
from symproof import term as tm
from tests.kernel_says import accepts, settled

p, q, z = integer("p"), integer("q"), integer("z")
m, n = natural("m", at_least=1), natural("n", at_least=1)

RIGHT: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (ne(m**2, 2 * n**2), ()),
    (ne(m**2, 3 * n**2), ()),
    (ne(4 * p**2, 8 * q**2), (ne(q, 0),)),
    (ne(p**2, 6 * q**2), (ne(q, 0),)),
    (and_(eq(p, 0), eq(q, 0)), (eq(p**4, 2 * q**4),)),
    (eq(p, 0), (eq(p**2 + q**2, 3 * z**2),)),
    (eq(z, 0), (eq(p**3 + 2 * q**3 + 4 * z**3, 0),)),
    (st.Relation("<", tm.ZERO, tm.ZERO), (eq(m**2, 5 * q**2),)),
]
WRONG: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (ne(m**2, 4 * n**2), ()),
    (ne(p**2, 2 * q**2), ()),
    (ne(m**2, 2 * n**2 + 1), ()),
    (eq(p, 0), (eq(p**2 + q**2, 2 * z**2),)),
    (eq(p, 0), (eq(p**3, 8 * q**3),)),
    (eq(q, 0), (eq(p**2 * q, 2 * p * q**2),)),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT)
def test_only_zero_is_left(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), WRONG)
def test_a_neighbour_that_has_solutions_is_refuted(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given).status == "refuted"

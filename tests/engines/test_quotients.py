"""Rational numbers as quotients of integers: equations that none of them solves, and what the rule must not be given."""

from __future__ import annotations

import pytest

from symproof import eq, integer, ne, real, sqrt
from symproof import statement as st
from symproof.term import Variable
from symproof.trusted.certificate import AsQuotient, Evident, Parts
from tests.kernel_says import accepts, both_reject, settled

x, y, p = Variable("x", "rational"), Variable("y", "rational"), Variable("p", "rational", "positive")
n, z = integer("n"), real("z")

RIGHT: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (ne(x**2, 2), ()),
    (ne(p**3, 2), ()),
    (ne(x**2 + x, 1), ()),
    (ne(x**3 - x, 1), ()),
    (ne(x, sqrt(2)), ()),
    (ne(x, 1 + sqrt(3)), ()),
    (ne(x + sqrt(2), sqrt(3)), ()),
    (x > 100, (eq(x**2, 5),)),
]
WRONG: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (ne(x**2, 4), ()),
    (ne(4 * x**2, 9), ()),
    (ne(x**2 + x, 2), ()),
    (ne(x, sqrt(4)), ()),
    (ne(x**2, 2 * y**2), ()),
    (ne(z**2, 2), ()),
    (ne(z, sqrt(2)), ()),
]


@pytest.mark.parametrize(("claim", "given"), RIGHT)
def test_no_rational_number_solves_it(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    accepts(settled(claim, given))


@pytest.mark.parametrize(("claim", "given"), WRONG)
def test_a_neighbour_that_has_a_solution_is_refuted(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given).status == "refuted"


TOP, BOTTOM = Variable("t", "integer"), Variable("b", "natural", least=1)
LETTERS: list[tuple[Variable, Variable, Variable, bool]] = [
    (x, TOP, BOTTOM, True),
    (z, TOP, BOTTOM, False),  # not said to be rational
    (n, TOP, BOTTOM, False),
    (x, Variable("t", "natural", least=0), BOTTOM, False),  # x may be negative
    (x, Variable("t", "integer", "positive"), BOTTOM, False),
    (x, Variable("t"), BOTTOM, False),
    (x, TOP, Variable("b", "integer"), False),  # may be zero
    (x, TOP, Variable("b", "natural", least=0), False),
    (x, TOP, Variable("b", "natural", least=2), False),
    (x, TOP, Variable("t", "natural", least=1), False),  # one name for both
    (x, Variable("", "integer"), BOTTOM, False),
    (x, Variable("y", "integer"), BOTTOM, False),  # spoken of already
    (x, TOP, Variable("x", "natural", least=1), False),
]


@pytest.mark.parametrize(("letter", "top", "bottom", "right"), LETTERS)
def test_the_rule_takes_any_integer_over_any_positive_one(
    letter: Variable, top: Variable, bottom: Variable, right: bool
) -> None:
    claim = st.And((st.Relation("=", letter, letter), st.Relation("=", y, y)))

    assert both_reject(claim, AsQuotient(letter, top, bottom, Parts((Evident(), Evident())))) is not right


def test_what_is_declared_and_supposed_is_known_of_the_quotient() -> None:
    at = AsQuotient(p, TOP, BOTTOM, Evident())

    assert not both_reject(p > 0, at)
    assert both_reject(p > 1, at)
    assert not both_reject(p > 1, at, (p > 1,))

"""Integers modulo a number: equations without a solution, and divisibility as "there is"."""

from __future__ import annotations

import pytest

from symproof import (
    and_,
    cyclic,
    eq,
    exists,
    iff,
    implies,
    index,
    integer,
    natural,
    ne,
    not_,
    or_,
    prove,
    real,
    sequence,
    total,
)
from symproof import statement as st
from symproof import term as tm
from symproof.term import Variable
from symproof.trusted.certificate import Absurd, Evident, Remainders
from tests.kernel_says import rejected, settled

g, h, k, m = integer("g"), integer("h"), integer("k"), integer("m")
p, r, s = index("p"), natural("r"), natural("s")
n, N, x = natural("n"), natural("N", at_least=3), real("x")

RIGHT: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (ne(g**2, 3 * h + 2), ()),
    (ne(g**2 + h**2, 4 * k + 3), ()),
    (ne(g**3 + k**3 - m**3, 9 * h + 4), ()),  # a cube modulo 9 is known by three remainders
    (ne(g**2, 2), ()),
    (ne(N**2, 5 * h + 2), ()),
    (eq(g, 7), (eq(g**2, 3 * h + 2),)),
    (exists(m, eq(6 * m, g**3 - g)), ()),
    (exists(m, eq(2 * m, n * (n + 1))), ()),
    (exists(m, eq(30 * m, N**5 - N)), ()),
    (exists(m, eq(30 * m, g * h * (g**4 - h**4))), ()),
    (exists(m, eq(8 * m, g**2 - 1)), (exists(k, eq(g, 2 * k + 1)),)),
    (iff(exists(k, eq(g**2, 2 * k)), exists(k, eq(g, 2 * k))), ()),
    (implies(and_(exists(k, eq(g, 2 * k + 1)), exists(k, eq(h, 2 * k + 1))), exists(k, eq(g + h, 2 * k))), ()),
    (exists(m, eq(3 * m, 4**n - 1)), ()),
    (exists(n, eq(n, g**2)), ()),
    (exists(x, eq(2 * x, 3)), ()),
    (not_(exists(k, eq(g**2, 3 * k + 2))), ()),
    (or_(exists(k, eq(g**2, 4 * k)), exists(k, eq(g**2, 4 * k + 1))), ()),
    (or_(exists(k, eq(g**2, 5 * k)), or_(exists(k, eq(g**2, 5 * k + 1)), exists(k, eq(g**2, 5 * k + 4)))), ()),
    (exists(k, eq(g, 3 * k)), (exists(m, eq(g**2 + h**2, 3 * m)),)),
    (exists(k, eq(g**2, 3 * k + 1)), (not_(exists(k, eq(g, 3 * k))),)),
    (exists(k, eq(9 * k, 10**n + 3 * 4 ** (n + 2) + 5)), ()),
    (ne(g**2 + h**2 + k**2, 8 * g * h * k + 7), ()),
    (not_(and_(exists(k, eq(g, 2 * k)), exists(k, eq(g, 2 * k + 1)))), ()),
    (or_(exists(k, eq(g, 3 * k)), exists(k, eq(h, 3 * k))), (exists(m, eq(g * h, 3 * m)),)),
    (exists(m, eq(g * h, 3 * m)), (or_(exists(k, eq(g, 3 * k)), exists(k, eq(h, 3 * k))),)),
    (or_(exists(k, eq(g, 3 * k)), exists(k, eq(h, 3 * k))), (eq(m**2, g**2 + h**2),)),
    (exists(m, eq(m**2, g * (g + 1) * (g + 2) * (g + 3) + 1)), ()),
    (exists(m, eq(m**2, total(p**3, p, 1, n))), ()),  # whose root n*(n + 1)/2 is an integer by remainders
    (exists(r, exists(s, eq(n + 8, 3 * r + 5 * s))), ()),
    (exists(r, exists(s, eq(n, 4 * r + 5 * s))), (n >= 12,)),
    (exists(m, eq(total(2**p, p, 0, 100), 7 * m + 3)), ()),
    (eq(n, 20), (eq(total(2 * p - 1, p, 1, n), 400),)),
]
WRONG: list[tuple[st.Prop, tuple[st.Prop, ...]]] = [
    (ne(g**2, 3 * h + 1), ()),
    (ne(g**2 + h**2, 4 * k + 2), ()),
    (ne(g**3 + k**3 - m**3, 9 * h + 3), ()),
    (ne(g**2, 4), ()),
    (ne(N**2, 5 * h + 4), ()),
    (eq(g, 7), (eq(g**2, 3 * h + 1),)),
    (exists(m, eq(12 * m, g**3 - g)), ()),
    (exists(m, eq(2 * m, n * (n + 2))), ()),
    (exists(m, eq(60 * m, N**5 - N)), ()),
    (exists(m, eq(42 * m, g * h * (g**4 - h**4))), ()),
    (exists(m, eq(16 * m, g**2 - 1)), (exists(k, eq(g, 2 * k + 1)),)),
    (iff(exists(k, eq(g**2, 4 * k)), exists(k, eq(g, 4 * k))), ()),
    (implies(and_(exists(k, eq(g, 2 * k + 1)), exists(k, eq(h, 2 * k + 1))), exists(k, eq(g + h, 4 * k))), ()),
    (exists(m, eq(5 * m, 4**n - 1)), ()),
    (exists(n, eq(n, g)), ()),
    (exists(m, eq(2 * m, 3)), ()),
    (not_(exists(k, eq(g**2, 3 * k + 1))), ()),
    (or_(exists(k, eq(g**2, 8 * k)), exists(k, eq(g**2, 8 * k + 1))), ()),
    (or_(exists(k, eq(g**2, 5 * k)), or_(exists(k, eq(g**2, 5 * k + 1)), exists(k, eq(g**2, 5 * k + 3)))), ()),
    (exists(k, eq(g, 3 * k)), (exists(m, eq(g**2 - h**2, 3 * m)),)),
    (exists(k, eq(g**2, 3 * k + 1)), (not_(exists(k, eq(g, 2 * k))),)),
    (exists(k, eq(27 * k, 10**n + 3 * 4 ** (n + 2) + 5)), ()),
    (ne(g**2 + h**2 + k**2, 8 * g * h * k + 5), ()),
    (not_(and_(exists(k, eq(g, 2 * k)), exists(k, eq(g, 3 * k + 1)))), ()),
    (or_(exists(k, eq(g, 4 * k)), exists(k, eq(h, 4 * k))), (exists(m, eq(g * h, 4 * m)),)),
    (exists(m, eq(g * h, 3 * m)), (or_(exists(k, eq(g, 3 * k)), exists(k, eq(h, 2 * k))),)),
    (or_(exists(k, eq(g, 5 * k)), exists(k, eq(h, 5 * k))), (eq(m**2, g**2 + h**2),)),
    (exists(m, eq(m**2, g * (g + 1) * (g + 2) * (g + 3) + 2)), ()),
    (exists(m, eq(m**2, total(p**2, p, 1, n))), ()),
    (exists(r, exists(s, eq(n + 7, 3 * r + 5 * s))), ()),
    (exists(r, exists(s, eq(n, 4 * r + 6 * s))), (n >= 3,)),
    (exists(m, eq(total(2**p, p, 0, 100), 7 * m + 4)), ()),
    (eq(n, 21), (eq(total(2 * p, p, 1, n), 420),)),
]


@pytest.mark.filterwarnings("ignore::symproof.errors.ContradictionWarning")  # no square is 3h + 2
@pytest.mark.parametrize(("claim", "given"), RIGHT, ids=str)
def test_what_holds_modulo_a_number_is_proved_by_the_kernel_alone(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    verdict = prove(claim, given=given)

    assert verdict.status == "proved"
    assert not verdict.trusts


@pytest.mark.parametrize(("claim", "given"), WRONG, ids=str)
def test_its_neighbour_is_refuted(claim: st.Prop, given: tuple[st.Prop, ...]) -> None:
    assert settled(claim, given=given).status == "refuted"


q = Variable("q", "integer")
THREE = (Evident(),) * 3
APART = ne(g**2, 3 * h + 2)


def test_the_rule_takes_every_remainder_and_a_quotient_of_the_same_kind() -> None:
    assert not rejected(APART, Remainders(g, q, THREE))
    assert rejected(APART, Remainders(g, q, THREE[:2]))  # modulo 2 the form does not show it
    assert rejected(APART, Remainders(g, q, ()))
    assert rejected(APART, Remainders(x, q, THREE))
    assert rejected(APART, Remainders(g, Variable("q", "natural", least=0), THREE))  # g may be negative
    assert rejected(APART, Remainders(g, Variable("q", "integer", "positive"), THREE))
    assert rejected(APART, Remainders(g, h, THREE))  # spoken of already
    assert rejected(ne(g**2, 3 * q + 2), Remainders(g, q, THREE))
    assert rejected(APART, Remainders(g, Variable("", "integer"), THREE))


def test_a_letter_keeps_what_its_declaration_says() -> None:
    """n >= 3 is a fact at 2*q and at 2*q + 1, and n = 2*q + 5 is no way to write it."""
    assert not rejected(N >= 3, Remainders(N, Variable("q", "natural", least=0), (Evident(), Evident())))
    assert rejected(N >= 4, Remainders(N, Variable("q", "natural", least=0), (Evident(), Evident())))
    assert rejected(N >= 3, Remainders(N, Variable("q", "natural", least=1), (Evident(), Evident())))


def test_the_size_of_an_index_set_has_no_remainder_in_its_place() -> None:
    size = natural("n", at_least=1)
    i = index("i", over=cyclic(size))
    a = sequence("a", over=cyclic(size))
    quotient = Variable("q", "natural", least=0)

    assert rejected(eq(a[i], a[i]), Remainders(size, quotient, (Evident(), Evident())))


def test_a_fact_is_read_at_the_remainder() -> None:
    """g = 2*h is a fact about every case, and contradicts none."""
    assert rejected(tm.ZERO < 0, Remainders(g, q, (Absurd(Evident()), Absurd(Evident()))), (eq(g, 2 * h),))


i, j = integer("i"), integer("j")
EUCLID: list[tuple[st.Prop, bool]] = [
    (exists(i, exists(j, eq(6 * i + 10 * j, 2))), True),
    (exists(i, exists(j, eq(6 * i + 10 * j, 1))), False),
    (exists(i, exists(j, eq(m, 3 * i + 5 * j))), True),
    (exists(i, exists(j, eq(m, 3 * i + 6 * j))), False),
    (exists(i, exists(j, eq(i * (2 * m + 1) + j * m, 1))), True),
    (exists(i, exists(j, eq(i * (2 * m + 2) + j * 2 * m, 1))), False),
    (exists(i, or_(eq(m**2, 4 * i), eq(m**2, 4 * i + 1))), True),
    (exists(i, or_(eq(m**2, 4 * i), eq(m**2, 4 * i + 2))), False),
]


@pytest.mark.parametrize(("claim", "holds"), EUCLID, ids=str)
def test_integers_that_an_equation_in_two_letters_asks_for(claim: st.Prop, holds: bool) -> None:
    verdict = settled(claim, budget=10 if holds else 0.5)

    assert (verdict.status == "proved") is holds

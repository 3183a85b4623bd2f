"""Holes that were found by reading the kernel as an adversary would: each statement was once proved and is false."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import derivative, each, eq, exists, index, integer, minimizer, natural, positive, prove, real, total
from symproof import statement as st
from symproof import term as tm
from symproof.errors import BoundIndexError, SortError
from symproof.kernel import check
from symproof.term import ZERO
from symproof.trusted.certificate import (
    Certificate,
    Cited,
    Evident,
    Have,
    Induction,
    Instance,
    Meaning,
    Parts,
    Suppose,
    Valued,
    Witness,
    from_data,
)
from symproof.trusted.rejected import Rejected
from symproof.verdict import Proved
from tests.kernel_says import both_reject, settled

x, y, k = real("x"), real("y"), index("k")
FALSE = st.Relation("<", ZERO, ZERO)


def rejected(claim: st.Prop, certificate: Certificate, *given: st.Prop) -> bool:
    """Whether the kernel and the re-checker both reject a proof."""
    return both_reject(claim, certificate, given)


@pytest.mark.parametrize(
    ("letter", "put", "false"),
    [
        (x, y, eq(derivative(y * y, y), y)),
        (y, x, eq(derivative(x * x, x), x)),
        (y, x + 1, eq(derivative(x * (x + 1), x), x + 1)),
    ],
    ids=str,
)
def test_a_derivative_is_of_the_function_that_is_written(letter: tm.Variable, put: tm.Scalar, false: st.Prop) -> None:
    """d/dx (x*y) = y, and with y put for x, or x for y, another function was differentiated: d/dy (y*y) = y."""
    slope = each(letter, eq(derivative(x * y, x), y))

    assert rejected(false, Have(slope, Suppose(Evident()), Instance(0, put, Evident())))


def test_a_letter_that_stands_nowhere_else_is_put_for_another() -> None:
    z = real("z")
    slope = each(x, eq(derivative(x * y, x), y))

    assert not rejected(eq(derivative(z * y, z), y), Have(slope, Suppose(Evident()), Instance(0, z, Evident())))


def test_the_kind_of_the_members_of_a_sequence_is_no_place_of_a_letter() -> None:
    """The members were n's, naturals from 1 on; with m put for n they were m's: integers, of which a[0] >= 1 is false."""
    n, m = natural("n", at_least=1), integer("m")
    ours, theirs = tm.Sequence("a", n, tm.Cyclic(n)), tm.Sequence("a", m, tm.Cyclic(m))
    lemma = check(st.Statement((), ours[0] >= 1), Evident())

    with pytest.raises(Rejected):
        check(st.Statement((m >= 1,), theirs[0] >= 1), Cited(0, ((n, m),), (), Evident()), lemmas=[lemma])


def test_a_modulus_is_an_integer() -> None:
    """x >= 2 was had from x > 1: the sum of 1 over Z/x is x, and a sum of integers is an integer."""
    for bound in (tm.Number(Fraction(3, 2)), x):
        with pytest.raises(SortError):
            tm.Cyclic(bound)
        with pytest.raises(SortError):
            tm.Interval(tm.ONE, bound)


def test_a_minimizer_is_a_value_that_the_letter_may_take() -> None:
    """0 was a minimizer of p**2 over the positive p."""
    p = positive("p")
    claim = minimizer(0, p**2, p)

    assert rejected(claim, Meaning(Suppose(Evident())))
    assert rejected(claim, Meaning(Parts((Evident(), Suppose(Evident())))))
    assert settled(claim, budget=0.5).status != "proved"
    assert prove(minimizer(1, (p - 1) ** 2, p)).status == "proved"


def test_a_tiny_number_times_infinity_is_infinite() -> None:
    """x*y >= 0 for x >= -10**-400 and y >= 0: as a float the bound is -0.0, and -0.0 times infinity is no number."""
    tiny = tm.Number(Fraction(-1, 10**400))

    assert rejected(x * y >= 0, Evident(), x >= tiny, x <= 1, y >= 0)


def test_a_sum_whose_range_moves_is_not_differentiated_in_its_body_alone() -> None:
    """The sum of k from 0 to delta(x) is 1 at x = 0 and 0 elsewhere, and its derivative was 0 everywhere."""
    assert rejected(eq(derivative(total(k, k, 0, tm.Delta(x)), x), 0), Evident())


def test_an_exponent_of_another_form_says_nothing_of_its_base() -> None:
    """x**y = 4 gave x > 0, and then, with 2 put for y, x**2 = 4 gave x > 0; a sum of (-1)**(2**k) was >= 0."""
    j, T = tm.Variable("j", "natural"), natural("T")

    assert rejected(x > 0, Valued(0, Evident()), eq(x**y, 4))
    assert rejected(FALSE, Evident(), eq(x**x, -1))
    assert rejected(total((-1) ** (2**j), j, T, T) >= 0, Evident())


def test_a_class_made_from_proved_is_no_proof() -> None:
    """Its `status` was its own, and so it needed no seal: 0 < 0 was cited."""
    with pytest.raises(TypeError, match="only the kernel"):
        type("Forged", (Proved,), {"status": "unknown"})(st.Statement((), FALSE))
    forged = object.__new__(type("Forged", (Proved,), {"__repr__": lambda self: "a forgery"}))
    with pytest.raises(Rejected, match="is not proved"):
        check(st.Statement((), FALSE), Cited(0, (), (), Evident()), lemmas=[forged])


def test_what_is_there_in_a_stated_range_is_not_refuted_by_a_declaration() -> None:
    """-1 is in the range, and the letter's declaration says nothing there; the kernel had proved what was refuted."""
    j = tm.Variable("j", "natural")
    claim = exists(j, eq(j, -1), -3)

    assert not rejected(claim, Witness(tm.Number(Fraction(-1)), Evident()))
    assert prove(claim).status != "refuted"


def test_a_letter_is_not_free_where_its_index_set_is_bound() -> None:
    """A is over 1..k, and in a sum over k it was one matrix for all k: sum(A[1, 1], k, 1, 1) = A[1, 1], of which, with
    matrices put for the A on the right alone, came 1 = 0."""
    n = natural("n", at_least=1)
    where = tm.Interval(tm.ONE, n)
    corner = tm.Entry(tm.MatrixVariable("A", where, where), tm.ONE, tm.ONE)
    members = tm.Sequence("a", x, tm.Cyclic(n))[0]
    for part in (corner, members, tm.Delta(tm.ResidueVariable("i", tm.Cyclic(n)))):
        claim = st.Relation("=", tm.Sum(part, n, tm.ONE, tm.ONE), part)
        with pytest.raises(BoundIndexError):
            st.Statement((), claim)
        assert rejected(eq(1, 1), Have(claim, Evident(), Evident()))


def test_the_power_0_of_a_quotient_has_no_denominator() -> None:
    """It had the denominator 1, which made 1 - 1 a quotient that is no number: the kernel divided by its leading coefficient."""
    q = x * y / k

    assert rejected(st.Relation("!=", q**0, 1 / q ** -tm.Number(Fraction(0)) + 0), Evident(), y > 0, x > 0, k > 0)


def test_an_induction_starts_at_an_integer() -> None:
    """From 1/2 on, n + 1/2 is an integer at each step."""
    n, j = integer("n"), integer("j")
    half = tm.Number(Fraction(1, 2))

    with pytest.raises(Rejected, match="no induction"):
        check(
            st.Statement((n >= 1,), exists(j, eq(n + half, j))),
            Induction(n, Fraction(1, 2), Witness(tm.ONE, Evident()), Evident()),  # type: ignore[arg-type]
        )


def test_a_sort_is_no_term_of_its_own() -> None:
    """Scalar() was read from a file, a number of which nothing is said."""
    for name in ("Term", "Scalar", "Vector", "Matrix", "Residue", "Prop"):
        with pytest.raises(ValueError, match="is no constructor"):
            from_data([name])


def test_a_delta_of_what_is_no_integer_has_no_value() -> None:
    """delta(1/2) = 0 was proved, and has no value where it is evaluated."""
    assert rejected(eq(tm.Delta(tm.Number(Fraction(1, 2))), 0), Evident())
    assert rejected(tm.Delta(x) <= 1, Evident())

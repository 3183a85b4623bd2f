"""What a declaration says of a letter, where the letter is bound or inducted over: each was once proved and is false."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import cyclic, delta, each, eq, exp, gradient, index, induction, integer, natural, prove, sequence, total
from symproof import statement as st
from symproof import term as tm
from symproof.errors import SortError
from symproof.kernel import check
from symproof.matrix_symbols import column
from symproof.term import ONE
from symproof.trusted.certificate import (
    Absurd,
    Cited,
    Combination,
    Evident,
    Have,
    Induction,
    Instance,
    Piece,
    Sifted,
    Termwise,
    from_data,
)
from symproof.trusted.rejected import Rejected
from tests.kernel_says import both_reject, rejected, settled

k, j, T = index("k"), index("j"), natural("T", at_least=1)


def test_a_power_of_an_index_that_may_be_negative_is_no_integer() -> None:
    """2**k was an integer for any index k, so that 2**(-3) > 0 gave 2**(-3) >= 1."""
    claim = total(2**k, k, -3, -3) >= 1

    assert rejected(claim, Evident())
    assert settled(claim).status == "refuted"


def test_it_is_one_where_the_range_is_of_naturals() -> None:
    assert not rejected(total(2**k, k, T, T + 1) >= 1, Evident())
    assert not tm.is_integer(total(total(2**k, j, 1, 2), k, -T, 0))
    assert tm.is_integer(total(total(2**k, k, 1, 2), j, -T, 0))


def test_a_sum_whose_inner_range_has_no_value_has_none() -> None:
    """The inner bound 2**k is an integer for naturals k, and the outer sum starts at -3."""
    double = total(total(1, j, 1, 2**k), k, -3, 0)

    assert rejected(eq(double, double), Evident())


def test_an_exponent_that_may_be_no_integer_needs_a_positive_base() -> None:
    """(-1)**(2**k) has no value at k = -1."""
    whole = total((-1) ** (2**k), k, -1, 0)

    assert rejected(eq(whole, whole), Evident())
    assert not rejected(eq(total((-1) ** (2**k), k, 0, 1), total((-1) ** (2**k), k, 0, 1)), Evident())


@pytest.mark.parametrize(("sign", "start"), [("positive", 0), ("nonzero", -3), ("nonzero", 0), ("nonnegative", -1)])
def test_an_induction_takes_every_step(sign: str, start: int) -> None:
    """The step was shown for letters of the declared sign only: not from 0 to 1 where n is declared positive."""
    n = tm.Variable("n", "integer", sign)
    step = Have(n > 0, Evident(), Absurd(Combination((Piece(ONE, (1,)), Piece(ONE, (2,))))))

    for proof in (Evident(), step):
        assert rejected(n <= 0, Induction(n, start, Evident(), proof), (n >= start,))
    assert prove(n <= 0, given=[n >= start], by=induction(n)).status != "proved"


def test_an_induction_from_the_first_value_that_is_declared() -> None:
    n = tm.Variable("n", "integer", "positive")

    assert not rejected(2 * n >= n + 1, Induction(n, 1, Evident(), Evident()))


def test_a_natural_letter_is_not_negative_though_it_names_no_least_value() -> None:
    m = tm.Variable("m", "natural")

    assert rejected(tm.Number(Fraction(-1)) >= 0, Instance(0, tm.Number(Fraction(-1)), Evident()), (each(m, m >= 0),))
    assert not rejected(m >= 0, Evident())


def test_a_free_letter_is_not_taken_for_the_index_of_another_sum() -> None:
    """2 k = k + k was shown at a fresh index k, which was the letter k that is free in the other sum."""
    free, n = natural("k", at_least=1), natural("n")
    left, right = total(2 * free, free, 1, n), total(j + free, j, 1, n)

    assert rejected(eq(left, right), Termwise("=", left, right, Evident(), Evident()))
    assert not rejected(
        eq(left, total(j + j, j, 1, n)), Termwise("=", left, total(j + j, j, 1, n), Evident(), Evident())
    )


def test_the_place_of_a_sift_does_not_speak_of_the_index() -> None:
    """1 - delta(k) is not k for k in 0..1, and no place at all for the sum over k."""
    whole = total(0 * k + 1, k, 0, 1)

    with pytest.raises(Rejected, match="speaks of the index"):
        check(st.Statement((), eq(whole, 1)), Sifted(whole, 1 - delta(k), Evident(), Evident()))


def test_an_exponent_is_not_split_at_a_fraction() -> None:
    """binomial((-1)**n, 2) is (1 - (-1)**n)/2 in normal form; of its constant term 1/2 the whole part, 0, was split off,
    so that exp(y) to that power was exp(y/2) too small."""
    n, y = natural("n"), tm.Variable("y")
    power = tm.Binomial(tm.Pow(tm.Number(Fraction(-1)), n), tm.Number(Fraction(2)))

    assert rejected(eq(exp(y) ** power, exp(y * power - y / 2)), Evident(), (power >= 1,))


def test_data_of_another_sort_is_no_term() -> None:
    """What is read from a file was made into terms unlooked at: letters of no domain, vectors where scalars belong."""
    for data in (
        ["Variable", "x", "imaginary", "", None],
        ["Add", {"t": [["VectorVariable", "u"], ["Number", {"q": "1"}]]}],
        ["Elementary", "max", {"t": [["Number", {"q": "1"}]]}],
        ["Combination", {"t": [["Piece", ["VectorVariable", "u"], {"t": [0]}]]}, {"t": []}],
        ["Choose", True, ["Evident"]],
    ):
        with pytest.raises(ValueError, match="is not made of"):
            from_data(data)


def test_a_member_is_asked_for_at_an_index_of_its_sequence() -> None:
    a, b, i = sequence("a"), sequence("b", over=cyclic(T)), index("i", over=cyclic(T))
    for claim in (eq(tm.ScalarAt(a, i), tm.ScalarAt(a, i)), eq(tm.ScalarAt(b, T), tm.ScalarAt(b, T))):
        assert rejected(claim, Evident())
    assert not rejected(eq(b[i], b[i]), Evident())


def test_a_lemma_on_residues_takes_those_of_the_modulus_that_is_put_in() -> None:
    """With n at 1, an element of Z/n is one of Z/1, and not one of the Z/n that the letter was declared with."""
    n, i = natural("n", at_least=1), index("i", over=cyclic(natural("n", at_least=1)))
    lemma = check(st.Statement((), eq(delta(i), delta(i))), Evident())
    letters = ((n, tm.Number(Fraction(1))), (i, i))

    with pytest.raises(Rejected, match="is no element of"):
        check(st.Statement((), eq(1, 1)), Cited(0, letters, (), Evident()), lemmas=[lemma])


@pytest.mark.parametrize(
    "declaration",
    [
        ("natural", "negative", None), ("integer", "negative", 0), ("natural", "nonzero", 0), ("natural", "positive", None),
        ("real", "", 1), ("natural", "", -3), ("integer", "positive", -3),
    ],
)  # fmt: skip
def test_a_letter_is_declared_once_and_has_a_value(declaration: tuple[str, str, int | None]) -> None:
    """A letter that is natural and negative is no number, and 0 < 0 follows from it; that one is natural and positive was
    known as k > 0, and asked of a value as k >= 0."""
    with pytest.raises(SortError):
        tm.Variable("k", *declaration)
    with pytest.raises((SortError, ValueError)):
        from_data(["Variable", "k", *declaration])


@pytest.mark.parametrize("declaration", [("integer", "negative", None), ("integer", "", -3), ("natural", "", 2)])
def test_a_letter_that_has_values_is_declared(declaration: tuple[str, str, int | None]) -> None:
    assert from_data(["Variable", "k", *declaration]) == tm.Variable("k", *declaration)


@pytest.mark.parametrize("name", ["i", "i'", "i''", "j'"])
def test_the_end_of_a_sum_is_no_row_of_its_gradient(name: str) -> None:
    """The gradient of x[1] + ... + x[i'] is 0 at n > i', and not 1, as where its rows are called i' too."""
    m, n = integer(name), natural("n")
    x = column("x", n)
    slope = gradient(total(x[k], k, 1, m), x)[n]
    given = (m >= 1, m < n)

    assert both_reject(eq(slope, total(delta(n - k), k, 1, n)), Combination(()), given)
    assert not both_reject(eq(slope, total(delta(n - k), k, 1, m)), Combination(()), given)
    assert settled(eq(slope, 1), given).status == "refuted"

"""A quantifier has a value only if its index set is one, and its body has one at each integer of its range."""

from __future__ import annotations

from fractions import Fraction

import pytest

from symproof import det, each, eq, exists, index, integer, natural, real
from symproof import statement as st
from symproof import term as tm
from symproof.trusted.certificate import Certificate, Evident, Have, Instance, Suppose, Witness
from tests.kernel_says import rejected

k, n, N, x = index("k"), natural("n"), integer("N"), real("x")
MINUS_ONE, ZERO = tm.Number(Fraction(-1)), tm.Number(Fraction(0))


def test_an_index_under_a_quantifier_may_be_negative_whatever_it_is_declared() -> None:
    """The condition for x**2**k was read with the natural k that is declared, so that for k in -1..0 nothing was asked;
    the instance at k = -1 proved x**2**(-1) = x**2**(-1), which has no value at x = -1."""
    power = x ** (2**k)
    same = eq(power, power)
    root = x ** tm.Pow(tm.Number(Fraction(2)), MINUS_ONE)

    assert rejected(each(k, same, -1, 0), Evident())
    assert rejected(exists(k, same, -1, 0), Witness(ZERO, Evident()))
    assert rejected(eq(root, root), Have(each(k, same, -1, 0), Evident(), Instance(0, MINUS_ONE, Evident())))
    assert not rejected(each(k, same, 0, 1), Evident())
    assert not rejected(each(k, same, n, n + 1), Evident())
    assert not rejected(exists(k, same, 0, 1), Witness(ZERO, Evident()))


@pytest.mark.parametrize("low", [-1, 0])
def test_the_index_of_an_entry_law_may_be_negative(low: int) -> None:
    """The same in a matrix: its determinant was equal to itself, with no value in the row -1."""
    rows = tm.Interval(tm.Number(Fraction(low)), n)
    square = tm.EntryLaw("A", rows, rows, k, index("j"), MINUS_ONE ** (2**k))

    assert rejected(eq(det(square), det(square)), Evident()) == (low < 0)


@pytest.mark.parametrize("certificate", [Evident(), Suppose(Evident())])
def test_for_each_residue_needs_a_modulus(certificate: Certificate) -> None:
    """1 = 1 was proved for each j in Z/N with an integer N that may be 0, where there is no Z/N."""
    assert rejected(st.Each(tm.ResidueVariable("j", tm.Cyclic(N)), eq(1, 1)), certificate)
    assert not rejected(st.Each(tm.ResidueVariable("j", tm.Cyclic(n + 1)), eq(1, 1)), certificate)

"""Sums and products: what must be proved on the kernel's word alone, and its false neighbours, which must not be.

Here the quick part of the table is tried.
"""

from __future__ import annotations

import pytest

from symproof import binomial, eq
from symproof import statement as st
from symproof import term as tm
from symproof.kernel import check
from symproof.term import scalar
from symproof.trusted.certificate import Combination, Evident, Induction, Peeled, Piece, Reindexed, Telescoped
from symproof.trusted.rejected import Rejected
from symproof.verdict import Proved, Refuted
from tests.engines.closed_forms import (
    ANGLES,
    BOUNDS,
    FACTORIAL,
    FALSE,
    NESTED,
    POLYNOMIAL,
    RATIONAL,
    SEQUENCES,
    TURNING,
    Row,
    a,
    k,
    n,
    total,
)
from tests.kernel_says import rejected, settled

two, three = scalar(2), scalar(3)
QUICK = (
    *POLYNOMIAL[::6],
    *RATIONAL[9:10],
    *FACTORIAL[3:11:3],
    *SEQUENCES[:6:2],
    *BOUNDS[1:4],
    BOUNDS[17],
    *NESTED,
    TURNING[1],
    *ANGLES,
)


@pytest.mark.parametrize("row", QUICK, ids=lambda row: row[0])
def test_what_is_proved(row: Row) -> None:
    _, claim, given = row

    verdict = settled(claim, given=given, budget=60)

    assert isinstance(verdict, Proved)
    assert not verdict.trusts


@pytest.mark.parametrize("row", FALSE[1::4], ids=lambda row: row[0])
def test_its_neighbours_are_refuted(row: Row) -> None:
    _, claim, given = row

    assert isinstance(settled(claim, given=given, budget=5), Refuted)


def test_a_peeled_proof_is_one_of_the_same_goal() -> None:
    """The last term of a sum to n + 1 is taken out; that of a sum to n is not there at n = -1."""
    m = tm.Variable("m", "integer")
    for letter, holds in ((n, True), (m, False)):
        goal = st.Relation("=", total(k**2, k, 1, letter + 1), total(k**2, k, 1, letter) + (letter + 1) ** 2)
        with pytest.raises(Rejected):
            check(st.Statement((), goal), Combination())
        if holds:
            assert isinstance(check(st.Statement((), goal), Peeled(Combination())), Proved)
        else:
            with pytest.raises(Rejected):
                check(st.Statement((), goal), Peeled(Combination()))


def test_a_sum_is_run_backwards_over_its_own_range() -> None:
    total_of_a = total(a[k], k, 0, n)
    turned = st.Relation("=", total_of_a, total(a[n - k], k, 0, n))
    shifted = st.Relation("=", total_of_a, total(a[n + 1 - k], k, 0, n))
    assert isinstance(total_of_a, tm.Sum)
    proof = Reindexed(total_of_a, None, True, Combination((Piece(tm.ONE, (0,)),)))

    assert isinstance(check(st.Statement((), turned), proof), Proved)
    with pytest.raises(Rejected):
        check(st.Statement((), shifted), proof)


def test_sums_over_one_range_telescope_together() -> None:
    """2*(sum of k) + 3*(sum of 1) over 0..n, by k**2 + 2*k; not where the ranges or the factors differ."""
    ones, places = total(1, k, 0, n), total(k, k, 0, n)
    assert isinstance(ones, tm.Sum) and isinstance(places, tm.Sum)
    joined = tm.Add((tm.Mul((two, places)), tm.Mul((three, ones))))
    longer = tm.Add((tm.Mul((two, places)), tm.Mul((three, tm.Sum(tm.ONE, k, tm.ZERO, n + 1)))))
    weighted = tm.Add((tm.Mul((k, ones)), tm.Mul((three, ones))))
    law, used = k**2 + 2 * k, Combination((Piece(tm.ONE, (0,)),))

    for whole, holds in ((joined, True), (longer, False), (weighted, False)):
        claim = st.Relation("=", whole, (n + 1) ** 2 + 2 * (n + 1))
        assert rejected(claim, Telescoped(whole, law, Combination(), used)) is not holds


def test_an_induction_from_peeled_sums_needs_its_base() -> None:
    goal = st.Relation("=", total(1, k, 1, n), n + 1)
    step = Peeled(Combination((Piece(tm.ONE, (1,)),)))

    with pytest.raises(Rejected):
        check(st.Statement((), goal), Induction(n, 0, Evident(), step))


@pytest.mark.parametrize("ahead", [1, 2])
def test_a_sum_that_ends_beyond_n(ahead: int) -> None:
    """It is the sum to m, at m = n + 1."""
    rows = total(binomial(n + ahead, k), k, 0, n + ahead)

    assert settled(eq(rows, scalar(2) ** (n + ahead)), budget=60).trusts == frozenset()
    assert settled(eq(rows, scalar(2) ** n), budget=5).status == "refuted"

"""The table of sums, products and integers: its own truth, and a part of it proved and refuted."""

from __future__ import annotations

import pytest

from tests.kernel_says import settled
from tests.yardstick.claims import Claim
from tests.yardstick.finite_products import BOUNDS, PRODUCTS
from tests.yardstick.finite_sums import SUMS, pairs
from tests.yardstick.statements import statement
from tests.yardstick.truth import witness

ROWS = [pair for table in (SUMS, PRODUCTS, BOUNDS) for pair in pairs(table)]
QUICK = [pair for pair in ROWS if pair[0].kind in ("polynomials", "roots", "products", "sequences")][2::9]
"""The part that the suite asks; `bench/sums.py` asks all."""


def test_the_table_is_large_and_its_sample_true() -> None:
    """Every row of it once in `./check --all-mutants`, as far as points can tell."""
    assert len(ROWS) >= 250
    for right, wrong in ROWS[::9]:
        assert witness(right, tries=20) is None
        assert witness(wrong) is not None


@pytest.mark.parametrize("pair", QUICK, ids=lambda pair: pair[0].text)
def test_rows_are_proved_and_their_neighbours_refuted(pair: tuple[Claim, Claim]) -> None:
    for claim, status in zip(pair, ("proved", "refuted"), strict=True):
        read = statement(claim)
        assert read is not None

        verdict = settled(read.claim, given=read.given, budget=30)

        assert (verdict.status, verdict.trusts if status == "proved" else frozenset()) == (status, frozenset())

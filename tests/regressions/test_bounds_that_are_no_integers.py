"""Sums whose bound would be a letter's value that is no integer by its form."""

from __future__ import annotations

from symproof import eq, index, integer, product
from symproof import term as tm
from symproof.engines.functions.laws import _with_images
from symproof.statement import Relation


def test_an_image_that_is_no_sum_is_left_out() -> None:
    """`prove` ended with a SortError: n = -1/2*(2*0 - 2) was put in for the bound of a product."""
    n, j = integer("n"), index("j")
    place = eq(2 * n, tm.Number(3))
    assert isinstance(place, Relation)
    assert list(_with_images({product(n, j, 0, n): None}, [place])) == [product(n, j, 0, n)]

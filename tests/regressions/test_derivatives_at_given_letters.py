"""A derivative in a letter that a hypothesis gives: engines that put the value in raised an error, which ended the search."""

from __future__ import annotations

import pytest

from symproof import cos, derivative, eq, exp, prove, reals, sin
from symproof.statement import Prop

r, w, x, y = reals("r w x y")


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        (eq(derivative(sin(x + w), w), cos(x + w)), "proved"),
        (eq(r * derivative(sin(x + w), w), r * cos(x + exp(y))), "proved"),
        (eq(r * derivative(sin(x + w), w), 1), "refuted"),
        (eq(r, r * derivative(sin(x + w), w)), "refuted"),
    ],
    ids=str,
)
def test_the_search_goes_on(claim: Prop, status: str) -> None:
    assert prove(claim, given=[eq(w, exp(y))]).status == status

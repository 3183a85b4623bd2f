"""Strict orders between polynomials whose letters are known to differ; beside neighbours that may be equal."""

from __future__ import annotations

import pytest

from symproof import Proved
from tests.kernel_says import accepts, settled

ROWS = (
    ("x**2 + x*y + y**2 > 0", "x != 0", "x + y != 3"),
    ("x**4 + 4*y**4 > 0", "x != y", "x + y != 1"),
    ("a**2 + b**2 + c**2 > a*b + b*c + c*a", "a != b", "a != b + c"),
    ("a**4 + b**4 > a*b*(a**2 + b**2)", "a != b", "a != 0"),
)


@pytest.mark.parametrize(("claim", "apart", "other"), ROWS)
def test_a_claim_and_its_neighbour(claim: str, apart: str, other: str) -> None:
    accepts(settled(claim, given=[apart]))
    assert not isinstance(settled(claim, given=[other], budget=0.1), Proved)

"""Angles that are too large for floating point: whether they are a part of a turn was asked with an error that ended the search."""

from __future__ import annotations

import pytest

from tests.kernel_says import accepts, settled

LARGE = "sin(exp(exp(10)))"
ROWS = (
    ("cos(pi/5) - cos(2*pi/5)", "1/2", "1/3"),
    ("sin(x + pi/5)", "cos(pi/5)*sin(x) + sin(pi/5)*cos(x)", "cos(pi/5)*sin(x) + sin(pi/5)*sin(x)"),
)


@pytest.mark.parametrize(("left", "right", "wrong"), ROWS)
def test_they_are_no_part_of_a_turn(left: str, right: str, wrong: str) -> None:
    accepts(settled(f"{left} + {LARGE} == {right} + {LARGE}"))
    assert settled(f"{left} + {LARGE} == {wrong} + 2*{LARGE}", budget=0.2).status != "proved"

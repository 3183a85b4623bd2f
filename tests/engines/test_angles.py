"""Equations between quotients of sines and cosines of an angle and its half; beside neighbours that fail."""

from __future__ import annotations

import pytest

from symproof import Proved, prove
from tests import kernel_says
from tests.kernel_says import settled

HALF = ("cos(x/2) != 0",)
ROWS = (
    ("tan(x/2) == sin(x)/(1 {} cos(x))", ("sin(x) != 0",), "+", "-"),
    ("(1 - cos(x))/(1 + cos(x)) == {}*tan(x/2)**2", HALF, "1", "2"),
    ("tan(x) == 2*t/(1 - {}*t**2)", ("t == tan(x/2)", *HALF, "cos(x) != 0", "t**2 + 1 != 0"), "1", "2"),
    ("(sin(x) + sin(3*x))/(cos(x) + cos(3*x)) == tan({}*x)", ("cos(x) != 0", "cos(2*x) != 0"), "2", "1"),
)


@pytest.mark.parametrize(("claim", "given", "right", "wrong"), ROWS)
def test_a_claim_and_its_neighbour(claim: str, given: tuple[str, ...], right: str, wrong: str) -> None:
    kernel_says.accepts(prove(claim.format(right), given=given))
    assert not isinstance(settled(claim.format(wrong), given=given, budget=0.1), Proved)


def test_a_denominator_that_may_be_zero_is_asked_for() -> None:
    assert not isinstance(settled("tan(x/2) == (1 - cos(x))/sin(x)", budget=0.1), Proved)

"""Sines and cosines of parts of a turn: what they come to, alone, under square roots and beside letters; and neighbours."""

from __future__ import annotations

import pytest

from tests import kernel_says
from tests.kernel_says import settled

NUMBERS = (
    ("cos(pi/5) - cos(2*pi/5)", "1/2", "1/3"),
    ("cos(pi/7) - cos(2*pi/7) + cos(3*pi/7)", "1/2", "-1/2"),
    ("cos(2*pi/7) + cos(4*pi/7) + cos(6*pi/7)", "-1/2", "1/2"),
    ("8*cos(pi/9)**3 - 6*cos(pi/9)", "1", "2"),
    ("sin(pi/18)*sin(5*pi/18)*sin(7*pi/18)", "1/8", "1/9"),
    ("sin(pi/9)**2 + sin(2*pi/9)**2 + sin(4*pi/9)**2", "3/2", "5/2"),
    ("16*cos(pi/15)*cos(2*pi/15)*cos(4*pi/15)*cos(7*pi/15)", "1", "2"),
    ("cos(pi/5) - 1/(4*cos(pi/5))", "1/2", "1/4"),
    ("1/sin(pi/18) - sqrt(3)/cos(pi/18)", "4", "3"),
)
ROOTS = (
    ("cos(pi/5)", "(1 + sqrt(5))/4", "(sqrt(5) - 1)/4"),
    ("sin(pi/12)", "(sqrt(6) - sqrt(2))/4", "(sqrt(6) + sqrt(2))/4"),
    ("sin(pi/5)", "sqrt(10 - 2*sqrt(5))/4", "sqrt(10 + 2*sqrt(5))/4"),
    ("cos(pi/16)", "sqrt(2 + sqrt(2 + sqrt(2)))/2", "sqrt(2 + sqrt(2 - sqrt(2)))/2"),
    ("tan(3*pi/11) + 4*sin(2*pi/11)", "sqrt(11)", "-sqrt(11)"),
)
LETTERS = (
    ("cos(x) + cos(x + 2*pi/5) + cos(x + 4*pi/5) + cos(x + 6*pi/5) + cos(x + 8*pi/5)", "0", "cos(5*x)"),
    ("16*sin(x)*sin(x + pi/5)*sin(x + 2*pi/5)*sin(x + 3*pi/5)*sin(x + 4*pi/5)", "sin(5*x)", "cos(5*x)"),
    ("4*sin(x)*sin(pi/3 - x)*sin(pi/3 + x)", "sin(3*x)", "sin(2*x)"),
)


@pytest.mark.parametrize(("left", "right", "wrong"), NUMBERS + ROOTS + LETTERS)
def test_a_value_and_its_neighbour(left: str, right: str, wrong: str) -> None:
    kernel_says.accepts(settled(f"{left} == {right}"))
    assert settled(f"{left} == {wrong}").status == "refuted"


def test_it_does_not_matter_what_was_asked_before() -> None:
    """With other atoms first, the laws of sums come in another order."""
    settled("cos(pi/7) == cos(pi/9)")
    settled("sin(pi/6 + y) == sin(x)")
    kernel_says.accepts(settled("4*sin(x)*sin(pi/3 - x)*sin(pi/3 + x) == sin(3*x)"))

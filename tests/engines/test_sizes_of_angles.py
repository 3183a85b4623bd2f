"""Absolute values of sines and cosines of sums of angles: what is proved, and the neighbour that is refuted.

The re-checker follows each proof, too.
"""

from __future__ import annotations

import pytest

from symproof import cos, natural, real, sin
from symproof.statement import Prop
from tests.kernel_says import accepts, settled

n, x, y, z = natural("n"), real("x"), real("y"), real("z")

ROWS: list[tuple[Prop, Prop]] = [
    (abs(sin(x + y)) <= abs(sin(x)) + abs(sin(y)), abs(sin(x + y)) <= abs(sin(x))),
    (abs(cos(x + y)) <= abs(cos(x)) + abs(sin(y)), abs(cos(x + y)) <= abs(sin(x)) + abs(sin(y))),
    (abs(sin(x + y + z)) <= abs(sin(x)) + abs(sin(y)) + abs(sin(z)), abs(sin(x + y + z)) <= abs(sin(x)) + abs(sin(y))),
    (abs(sin(n * x)) <= n * abs(sin(x)), abs(sin(n * x)) <= n * abs(cos(x))),
    (abs(sin(3 * x)) <= 3 * abs(sin(x)), abs(sin(3 * x)) <= 2 * abs(sin(x))),
    (abs(sin(n * x)) <= n * abs(sin(x)), abs(sin(n * x)) <= abs(sin(x))),
]


@pytest.mark.parametrize(("right", "wrong"), ROWS, ids=str)
def test_the_sine_of_a_sum_is_at_most_those_of_its_parts(right: Prop, wrong: Prop) -> None:
    accepts(settled(right))
    assert settled(wrong).status == "refuted"

"""How long a contradiction among hypotheses is looked for depends on which engine proved something, and on no clock."""

from __future__ import annotations

import pytest

from symproof import eq, real
from symproof.readers.document.judgement.settling import Settler
from symproof.statement import Prop

x, y = real("x"), real("y")


@pytest.mark.parametrize(
    ("claim", "far"),
    [(eq((x + y) ** 2, x**2 + 2 * x * y + y**2), False), (x**4 + y**4 + 2 >= 4 * x * y, True)],
    ids=["at sight", "squares"],
)
def test_what_is_proved_by_a_search_lets_more_be_asked(claim: Prop, far: bool) -> None:
    settler = Settler(4.0)
    assert settler(claim).status == "proved"
    assert settler.far == far

    assert not settler.contradictory((x > 0, y > x))
    assert not settler.far

    assert settler(claim).status == "proved"  # it is known by now, and says the same
    assert settler.far == far

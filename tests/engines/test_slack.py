"""Orders by the room that hypotheses leave."""

from __future__ import annotations

from symproof import Refuted, nonnegative, reals
from symproof.engines.deadline import Deadline
from symproof.engines.polynomials.slack import slack
from symproof.engines.search import Search
from symproof.trusted.facts import Facts
from tests.kernel_says import accepts, settled

u, v, k, B, R = (nonnegative(name) for name in ("u", "v", "k", "B", "R"))
x, y, z, b = reals("x y z b")
WITHOUT_NORMAL_FORM = (x + y + z + b + 1) ** 60 <= b
GOAL = u**2 + k * v**2 <= B**2 + k * R**2


def test_a_hypothesis_without_a_normal_form_leaves_the_others() -> None:
    """It takes too long to expand, and it is not asked for."""
    given = (WITHOUT_NORMAL_FORM, u <= B, v <= R)
    search = Search(Deadline.now().after(5), ())

    assert slack(search, Facts(given), GOAL) is not None
    accepts(settled(GOAL, given))


def test_what_leaves_no_room_is_refuted() -> None:
    """Without v <= R nothing bounds v."""
    assert isinstance(settled(GOAL, (u <= B,)), Refuted)

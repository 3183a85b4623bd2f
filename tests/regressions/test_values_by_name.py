"""Facts at values that the author names (`at`): a value must be one that the letter may take where it is put."""

from __future__ import annotations

from symproof import at, each, positive, prove, reals
from tests import kernel_says

e, (x, y) = positive("e"), reals("x y")
nearly = each(e, x <= y + e)


def test_a_value_that_is_allowed_only_where_the_goal_fails_is_put_there() -> None:
    """(x - y)/2 > 0 holds where x <= y does not. Where the goal could be had otherwise too, the value was put where it is
    not known to be positive, and the kernel rejected what was found."""
    gap = at(nearly, (x - y) / 2)

    kernel_says.accepts(prove(x <= y, given=[nearly], by=gap))
    kernel_says.accepts(prove(x <= y, given=[nearly, x + 1 <= y], by=gap))


def test_a_value_that_is_allowed_nowhere_proves_nothing() -> None:
    verdict = prove(x <= y, given=[nearly], by=at(nearly, y - x), budget=0.3)

    assert verdict.status == "unknown"
    assert "y - x > 0" in verdict.reason

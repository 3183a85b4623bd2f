"""What follows from hypotheses that contradict each other is proved, and said to say nothing."""

from __future__ import annotations

import warnings

import pytest

from symproof import eq, prove, real, sequence
from symproof.errors import ContradictionWarning
from symproof.lemmas import contradictory

x, y = real("x"), real("y")


def test_proving_from_a_contradiction_warns() -> None:
    with pytest.warns(ContradictionWarning, match=r"contradict each other.*x > 1, x < 0"):
        assert prove(y >= 5, given=[x > 1, x < 0]).status == "proved"


@pytest.mark.parametrize(("claim", "given"), [(x >= 0, [x > 1, x < 2]), (eq(0, 1), [x > 1, x < 0]), (x**2 >= 0, [])])
def test_nothing_is_said_of_hypotheses_that_some_point_meets_nor_where_a_contradiction_is_the_claim(
    claim: object, given: list[object]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", ContradictionWarning)
        assert prove(claim, given=given).status == "proved"


def test_hypotheses_that_no_point_is_seen_to_meet_are_not_called_contradictory() -> None:
    a = sequence("a")
    assert not contradictory([eq(a[0] ** 2 + a[1] ** 2 + a[2] ** 2, 7), eq(a[0] * a[1] * a[2], 1)])

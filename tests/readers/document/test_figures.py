"""A number as printed, where the time is over before it is known whether it is right to its digits."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from symproof import rational
from symproof.readers.document.judgement.figures import as_printed
from symproof.readers.document.judgement.settling import Told
from symproof.statement import Relation
from symproof.term import scalar
from tests.document_says import tells


def unsettled(*_: Any) -> Told:
    """What is said of a rounded number when the time is over."""
    return Told("unknown", reason="the budget is used up")


@pytest.mark.parametrize(("printed", "verdict"), [("2.33", "unknown"), ("2.34", None)])
def test_a_number_that_is_right_to_its_digits_is_not_refuted_for_lack_of_time(
    printed: str, verdict: str | None
) -> None:
    claim = Relation("=", scalar(7) / 3, rational(printed))
    step = cast("Any", SimpleNamespace(percentage="", first=None))
    judged = as_printed(cast("Any", unsettled), step, claim, (), Told("refuted"))
    assert (None if judged is None else judged.verdict) == verdict


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("57.3164", "ppp"),
        ("57.3165", "ppu"),  # 2.7183 + 54.5982
        ("57.3166", "ppr"),
        ("57.3166$ and $d = a + b = 57.3164", "pprp"),
        ("57.3166$ and $d = c = 57.3166", "pprr"),  # a number said again is no calculation
    ],
)
def test_a_sum_of_the_numbers_that_lines_before_print_is_not_refuted(shown: str, expected: str) -> None:
    """It is right by these, and not by what they round."""
    tells(rf"Let $a = e^1 = 2.7183$ and $b = e^4 = 54.5982$. Then $c = a + b = {shown}$.", expected)

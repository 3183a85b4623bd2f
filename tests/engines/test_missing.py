"""The hypothesis that a claim lacks: the weakest of a small lattice under which it is proved."""

import pytest

from symproof import prove
from symproof.engines.missing import missing_hypothesis
from symproof.prove import read
from symproof.statement import Statement


@pytest.mark.parametrize(
    ("claim", "given", "advice"),
    [
        ("1/x * x == 1", [], "x != 0"),
        ("sqrt(x**2) == x", [], "x >= 0"),
        ("sqrt(x*y) == sqrt(x)*sqrt(y)", [], "x >= 0 and y >= 0"),  # no condition on one letter is enough
        ("log(x*y) == log(x) + log(y)", [], "x > 0 and y > 0"),
        ("sqrt(x*y) == sqrt(x)*sqrt(y)", ["x >= 0", "z > 1"], "y >= 0"),
        ("a/b + c/d == (a*d + b*c)/(b*d)", [], "b != 0 and d != 0"),
        ("b/a == 0", ["b == 0"], "a != 0"),
    ],
)
def test_what_is_missing(claim: str, given: list[str], advice: str) -> None:
    reason = prove(claim, given, budget=8).reason or ""
    assert reason.endswith(f"It is proved under: {advice}")


@pytest.mark.parametrize(
    ("claim", "given"),
    [
        ("x == 1", []),
        ("x*y == 2", ["x < 0"]),
        ("x == y or x < y", ["x > y"]),
        ("u**2 - 5*u + 4 == 0", ["u == x**2"]),  # u < 0 never holds there, and all follows from it
    ],
)
def test_no_condition_silences_a_false_claim(claim: str, given: list[str]) -> None:
    assert "It is proved under" not in (prove(claim, given, budget=4).reason or "")


def test_no_proof_is_looked_for_under_what_a_failing_point_meets() -> None:
    asked: list[str] = []

    def proves(stronger: Statement) -> bool:
        asked.append(str(stronger.given[0]))
        return False

    assert missing_hypothesis(read("x**2 >= x"), [], proves, 10.0) is None
    assert asked == ["x <= 0", "x < 0"]

"""Sums of square roots by their tangents where all letters are equal; beside neighbours that fail."""

from __future__ import annotations

import pytest

from symproof import Proved, prove
from tests import kernel_says
from tests.kernel_says import settled

POSITIVE = ("a > 0", "b > 0", "c > 0")
ROWS = (
    ("sqrt(a**2 + b**2) + sqrt(b**2 + c**2) + sqrt(c**2 + a**2) >= {}*(a + b + c)", POSITIVE, "sqrt(2)", "(3/2)"),
    ("sqrt(4*a + 1) + sqrt(4*b + 1) + sqrt(4*c + 1) <= {}", (*POSITIVE, "a + b + c == 1"), "sqrt(21)", "(9/2)"),
    ("sqrt(a) + sqrt(b) + sqrt(c) <= {}", (*POSITIVE, "a + b + c <= 3"), "3", "(29/10)"),
    ("sqrt(a/(b + c)) + sqrt(b/(c + a)) + sqrt(c/(a + b)) > {}", POSITIVE, "2", "(21/10)"),
    # By what the addends are divided by.
    (
        "sqrt(a**2 + b**2 - c**2)/(a + b - c) + sqrt(b**2 + c**2 - a**2)/(b + c - a) + sqrt(c**2 + a**2 - b**2)/(c + a - b) <= {}",
        (
            *POSITIVE,
            "a**2 < b**2 + c**2",
            "b**2 < c**2 + a**2",
            "c**2 < a**2 + b**2",
            "a < b + c",
            "b < c + a",
            "c < a + b",
        ),
        "3",
        "(29/10)",
    ),
    # By Cauchy, from the roots of the terms of a square; the roots of letters stay.
    ("sqrt(a + b) + sqrt(b + c) + sqrt(c + a) >= {}*sqrt(2)", (*POSITIVE, "a*b*c == 1"), "3", "(31/10)"),
    (
        "sqrt(a*(a + b)) + sqrt(b*(b + c)) + sqrt(c*(c + a)) >= {}*(sqrt(a*b) + sqrt(b*c) + sqrt(c*a))",
        POSITIVE,
        "sqrt(2)",
        "(3/2)",
    ),
    # By a mean of factors that are not equal where all letters are.
    (
        "sqrt(a*(b + c)) + sqrt(b*(c + a)) + sqrt(c*(a + b)) <= {}*sqrt(2)",
        (*POSITIVE, "a + b + c == 3"),
        "3",
        "(29/10)",
    ),
    # A root of a quotient; letters that add up to a number are at most that.
    ("sqrt(a + 1/a) + sqrt(b + 1/b) + sqrt(c + 1/c) >= sqrt({})", (*POSITIVE, "a + b + c == 1"), "30", "31"),
    (
        "sqrt(a**2 + 1/a**2) + sqrt(b**2 + 1/b**2) + sqrt(c**2 + 1/c**2) >= sqrt({})",
        (*POSITIVE, "a + b + c == 1"),
        "82",
        "83",
    ),
    ("2*sqrt(3)*(a + 1/a)/(a + 1/a + {}) <= sqrt(a + 1/a)", ("a > 0",), "3", "2"),
    ("2*sqrt(a) + sqrt(b) <= {}", ("a > 0", "b > 0", "2*a + b == 3"), "3", "(29/10)"),
    # Where all letters are equal they are no rational numbers, but their squares are.
    (
        "1/sqrt(1 + a**2) + 1/sqrt(1 + b**2) + 1/sqrt(1 + c**2) <= {}*sqrt(3)",
        (*POSITIVE, "a*b + b*c + c*a == 1"),
        "(3/2)",
        "(5/4)",
    ),
    ("sqrt(1 - a**2) + sqrt(1 - b**2) + sqrt(1 - c**2) <= sqrt({})", (*POSITIVE, "a**2 + b**2 + c**2 == 1"), "6", "5"),
    (
        "sqrt(a**2 + b**2) + sqrt(b**2 + c**2) + sqrt(c**2 + a**2) <= {}*sqrt(2)",
        (*POSITIVE, "a**2 + b**2 + c**2 == 3"),
        "3",
        "(17/6)",
    ),
    # By Cauchy, from two linear forms; also where an equation makes the square a product of them.
    (
        "sqrt((a + b)*(a + c)) + sqrt((b + c)*(b + a)) + sqrt((c + a)*(c + b)) >= {}*(sqrt(a*b) + sqrt(b*c) + sqrt(c*a))",
        POSITIVE,
        "2",
        "(21/10)",
    ),
    (
        "sqrt(a*b + c) + sqrt(b*c + a) + sqrt(c*a + b) >= {} + sqrt(a*b) + sqrt(b*c) + sqrt(c*a)",
        (*POSITIVE, "a + b + c == 1"),
        "1",
        "(11/10)",
    ),
    # By linear forms in the letters of the addend; by what a root is where all letters but one are 0.
    ("sqrt(a/(a + b)) + sqrt(b/(b + c)) + sqrt(c/(c + a)) <= {}/sqrt(2)", POSITIVE, "3", "(29/10)"),
    (
        "sqrt(a + (b - c)**2/4) + sqrt(b + (c - a)**2/4) + sqrt(c + (a - b)**2/4) <= {}",
        (*POSITIVE, "a + b + c == 1"),
        "2",
        "(19/10)",
    ),
    # By two factors of numerator times denominator; by those of each factor that has its own letter.
    (
        "sqrt(a**3/(a**3 + (b + c)**3)) + sqrt(b**3/(b**3 + (c + a)**3)) + sqrt(c**3/(c**3 + (a + b)**3)) >= {}",
        POSITIVE,
        "1",
        "(11/10)",
    ),
    (
        "1/sqrt(1 + a**2) + 1/sqrt(1 + b**2) + 1/sqrt(1 + c**2) <= {}",
        (*POSITIVE, "a + b + c == a*b*c"),
        "(3/2)",
        "(7/5)",
    ),
    (
        "a**2/sqrt((1 + a**3)*(1 + b**3)) + b**2/sqrt((1 + b**3)*(1 + c**3)) + c**2/sqrt((1 + c**3)*(1 + a**3)) >= {}",
        (*POSITIVE, "a*b*c == 8"),
        "(4/3)",
        "(7/5)",
    ),
    ("a*sqrt(b**3 + 1) + b*sqrt(c**3 + 1) + c*sqrt(a**3 + 1) <= {}", (*POSITIVE, "a + b + c == 3"), "5", "(49/10)"),
    # Addend by addend.
    (
        "sqrt(a**4 + b**2*c**2) + sqrt(b**4 + c**2*a**2) >= {}*(a*sqrt(2*b*c) + b*sqrt(2*c*a))",
        POSITIVE,
        "1",
        "(11/10)",
    ),
    # A number behind the sum.
    ("(sqrt(a/(b + c)) + sqrt(b/(c + a)) + sqrt(c/(a + b)))*sqrt(2) >= {}", POSITIVE, "2", "3"),
)


@pytest.mark.parametrize(("claim", "given", "right", "wrong"), ROWS)
def test_a_claim_and_its_neighbour(claim: str, given: tuple[str, ...], right: str, wrong: str) -> None:
    kernel_says.accepts(prove(claim.format(right), given=given))
    assert not isinstance(settled(claim.format(wrong), given=given, budget=0.1), Proved)


def test_a_claim_that_is_not_tight_there_is_not_for_tangents() -> None:
    assert not isinstance(settled("sqrt(a) + sqrt(b) > 2", given=["a > 0", "b > 0", "a + b == 2"], budget=0.1), Proved)

"""The letters of proofs: the k of an induction is a whole number, what is supposed "for some x >= 0" is supposed of that x, and
one letter writes no two odd and even numbers.

Right lines of inductions were refuted at k = -1, and of suppositions at an x of which they say nothing; "n = 2k, m = 2k + 1"
of any two numbers proved m - n = 1.
"""

from __future__ import annotations

import pytest

from tests.document_says import tells


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We show by induction that $2^n \\ge n + 1$. Suppose that $2^k \\ge k + 1$. Then $2^{k+1} \\ge 2k + 2 \\ge k + 2$.",
            "ppp",
        ),
        (
            "By induction, $3^n \\ge 2n + 1$. Suppose that $3^k \\ge 2k + 1$. Then $3^{k+1} \\ge 6k + 3 \\ge 7k + 3$.",
            "ppr",
        ),
        ("Let $k > 0$ be the spring constant. Assume $F = kx$. Then $k^2 \\ge k$.", "r"),
    ],
)
def test_the_letter_of_an_induction_counts(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Suppose $x^2 \\ge 3$ for some $x \\ge 0$. Then $x^2 \\ge 2$.", "p"),
        ("Let $x = 3$; for all $x > 0$, $x^2 = 9$.", "r"),
        ("If $x > 2$ for some $x \\ge 1$, then $x > 1$. For all $x \\ge 1$, $x > 1$.", "pr"),
    ],
)
def test_what_is_supposed_for_some_value_is_supposed(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Let $n$ be an even integer, $n = 2k$. Let $m$ be an odd integer, $m = 2k + 1$. Then $m - n = 1$.", "u"),
        (
            "Let $n$ be an even integer, say $n = 2k$. Let $m$ be an odd integer, say $m = 2l + 1$. Then $n + m = 2(k + l) + 1$.",
            "p",
        ),
        ("Suppose $a = 3k$ and $b = 3k + 1$ for some integer $k$. Then $b - a = 1$.", "p"),
    ],
)
def test_one_letter_writes_no_two_numbers(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Let $x$ be such that $x^3 = 8$. Then $x = 2$.\n\nLet $x$ be such that $x^2 = 4$. Then $x = 2$.", "pu"),
        ("Let $x > 0$. Let $x$ be such that $x^2 = 4$. Then $x = 2$.", "p"),
        ("Let $x$ be such that $x > 1$. Then $x^2 > 1$.\n\nHence $x^2 + 1 > 2$.", "pp"),
    ],
)
def test_let_x_be_such_that_brings_in_another_x(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("condition", "told"), [("iff $a = b$", "pp"), ("if and only if $a = 0$", "pr"), ("when $a = 2b$", "pr")]
)
def test_equality_holds_in_what_stands_before_the_condition(condition: str, told: str) -> None:
    tells(f"Equality holds in $(a+b)^2 \\ge 4ab$ {condition}.", told)

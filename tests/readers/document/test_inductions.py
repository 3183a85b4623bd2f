"""The step of an induction in a student's words: what it supposes of a k is given, and no claim on every k."""

from __future__ import annotations

import pytest

from tests.document_says import tells

CLAIM = "Prove that $n! > 2^n$ for all $n \\ge 4$.\n\nFor $n = 4$, $4! = 24 > 16$. "
STEP = " Then $$(k+1)! = (k+1) k! > (k+1) 2^k \\ge 2 \\cdot 2^k = 2^{k+1}.$$"


@pytest.mark.parametrize(
    "words",
    [
        "Suppose the statement holds for some $k$, that is $k! > 2^k$.",
        "Assume the claim is true for $n = k$, i.e. $k! > 2^k$.",
        "Let $P(n)$ be the statement in question. Suppose $P(k)$ is true, so $k! > 2^k$.",
        "Now assume $k! > 2^k$ for some $k$.",
        "Assume the result for $k$. So $k! > 2^k$.",
        "Assume it is true for $k$:\n$$k! > 2^k.$$\n",
        "Suppose we know that $k! > 2^k$.",
    ],
)
def test_what_the_step_supposes_lies_where_the_claim_does(words: str) -> None:
    tells(CLAIM + words + STEP, "ppppppp")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Let $k$ be a positive integer. Then $k! > 2^k$.", "r"),
        ("Suppose the claim holds for $k$, so $k! > 3^k$.", "r"),
        ("Suppose the claim holds for $k$, so $k! > 2^k$. Then $k \\ge 5$.", "u"),
        ("Suppose that the claim holds for some $k$. Then $(k+1)! > 2^{k+1}$.", "p"),
        ("Suppose that the claim holds for some $k$. Then $(k+1)! > 3^{k+1}$.", "r"),
        ("Suppose the claim holds for some $k$. Now let $k \\ge 1$ be any integer. Then $k! > 2^k$.", "r"),
        ("Suppose that the claim is wrong for some $k$. Then $(k+1)! > 2^{k+1}$.", "r"),
        ("Suppose that the claim holds for some $k \\ge 1$. Then $(k+1) 2^k \\ge 4 \\cdot 2^k$.", "r"),
        ("Suppose the claim holds for $k$, so $k! > 2^k$. Then $k \\ge 4$.", "p"),
    ],
)
def test_what_follows_from_the_words_is_claimed(words: str, expected: str) -> None:
    tells(CLAIM + words, "ppp" + expected)

"""Notations that documents use: what is read beside its nearest neighbour, which is refuted or not read."""

from __future__ import annotations

import pytest

from tests.document_says import tells

REAL = "Let $x$ be a real number.\n\n"
CASES = r"Let $$f(x) = \left\{ \begin{array}{cc} x^2 & x \ge 0 \\ -x & x < 0 \end{array} \right.$$ Then "
MAP = "Let $f \\colon \\mathbb{R} \\to \\mathbb{R}, \\; x \\mapsto x^3 - x$. Then "
PAIR = "Consider the map $$g \\colon \\mathbb{R}^2 \\to \\mathbb{R}, \\quad (x, y) \\mapsto x^2 - y.$$ Then "
NUMBERS = "Let $a_1, \\dots, a_n$ be real numbers. Then "


@pytest.mark.parametrize(
    ("before", "right", "wrong", "expected"),
    [
        (REAL, r"\max_{0 \le x \le 1} x(1 - x) = \frac14", r"\max_{0 \le x \le 1} x(1 - x) = \frac15", "r"),
        (REAL, r"\operatorname*{arg\,max}_{x \in \mathbb{R}} (2x - x^2) = 1", r"\arg\max_x (2x - x^2) = 2", "r"),
        (REAL, r"\operatorname{argmin}_{x \ge 3} (x - 1)^2 = 3", r"\operatorname{argmin}_{x \ge 3} (x - 1)^2 = 1", "r"),
        (REAL, r"(x)_+ - (-x)_+ = x", r"(x)_- = x", "n"),
        (CASES, "f(-2) = 2", "f(-1) = -1", "r"),
        (MAP, "f(2) = 6", "f(1) = 1", "r"),
        (MAP, "f'(x) = 3x^2 - 1", "f'(1) = 1", "r"),
        (PAIR, "g(1, 2) = -1", "g(2, 1) = -1", "r"),
        (REAL, r"\int_0^1 \frac{dx}{1 + x^2} = \frac{\pi}{4}", r"\int_0^1 \frac{dx}{1 + x^2} = \frac{\pi}{2}", "r"),
        (REAL, r"\sin(\arctan x) = \frac{x}{\sqrt{1 + x^2}}", r"\arctan 1 = \frac{\pi}{3}", "r"),
        (
            NUMBERS,
            r"\sum_{i=1}^n \sum_{j=i+1}^n a_i a_j = \tfrac12 \sum_{i \neq j} a_i a_j",
            r"\sum_{i=1}^n \sum_{j=i+1}^n a_i a_j = \sum_{i \neq j} a_i a_j",
            "r",
        ),
        (
            NUMBERS,
            r"\sum_{i=1}^n \sum_{j \ge i} a_i a_j = \sum_{i=1}^n a_i^2 + \sum_{i=1}^n \sum_{j > i} a_i a_j",
            r"\sum_{i=1}^n \sum_{j \ge i} a_i a_j = \sum_{i=1}^n \sum_{j > i} a_i a_j",
            "r",
        ),
    ],
)
def test_a_notation_and_its_neighbour(before: str, right: str, wrong: str, expected: str) -> None:
    tells(f"{before}$${right}$$", ["p"], budget=2.0)
    tells(f"{before}$${wrong}$$", [expected], budget=2.0)


def test_an_equivalence_is_about_what_stands_before_its_arrow() -> None:
    """Once the second was refuted: x in [-1, 3] was held to follow from the first."""
    first = r"$$x^2 < 4 \iff x \in (-2, 2)$$"
    tells(f"{REAL}{first}\n\n$$|x - 1| \\le 2 \\iff x \\in [-1, 3]$$", "pp")
    tells(f"{REAL}$$x^2 < 9 \\iff x \\in (-4, 4)$$", "r")
    tells(f"{REAL}$$x^2 < 9 \\implies x \\in (-2, 2)$$", "r")


def test_a_function_on_an_interval_is_given_there_only() -> None:
    """Once f(x) <= x was refuted at x = -1, and f(2) = 4 proved."""
    text = "Let $f : [0, 1] \\to \\mathbb{R}, x \\mapsto x^2$. Then "
    tells(f"{text}$f(x) \\le x$.", "p")
    tells(f"{text}$f(2) = 4$.", "n")
    tells("Let $f : \\mathbb{R} \\to \\mathbb{R}, x \\mapsto x^2$. Then $f(x) \\le x$.", "r")


def test_the_mean_of_what_is_made_of_columns_is_not_what_it_is_made_of() -> None:
    """Once E[x^T A x] = x^T A x was proved of a random vector x that stands beside a matrix."""
    text = "Let $A \\in \\mathbb{R}^{n \\times n}$ and let $x \\in \\mathbb{R}^n$ be a random vector. Then "
    tells(text + r"$\mathbb{E}[x^\top A x] = x^\top A x$.", "u")


def test_that_all_numbers_are_meant_says_nothing_and_less_than_infinity_is_a_claim() -> None:
    tells(f"{REAL}$$1 + x \\le e^x, \\qquad -\\infty < x < \\infty$$", "p")
    tells("$$\\sum_{k=1}^\\infty \\frac1k < \\infty$$", "n")

"""Notation of lectures and problem sets: what each must come to, beside what looks like it and must not."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.document import document_of


def verdicts(text: str) -> list[str]:
    steps = answer_document(document_of(text.encode(), "markdown"), {}, budget=0.5).steps
    return [each.judged.verdict for each in steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For matrices $A$ and $B$ we compute $(AB)^T = A^T B^T$.", ["refuted"]),
        ("For matrices $A$ and $B$ we compute $(AB)^T = B^T A^T$.", ["proved"]),
        ("We compute $(AB)^T = A^T B^T$.", ["unknown"]),  # they may commute
        ("For a matrix $A$ and its inverse $B$ we compute $(AB)^T = A^T B^T$.", ["unknown"]),
    ],
)
def test_matrices_that_words_name_side_by_side(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $A \\succeq 0$. Then $x^T A x \\ge 0$ for all $x$.", ["proved"]),
        ("Let $A \\succeq 0$. Then $x^T A x > 0$ for all $x$.", ["refuted"]),
        ("Let $A, B \\succ 0$. Then $A + B \\succ 0$.", ["proved"]),
        ("Let $A, B \\succ 0$. Then $A - B \\succ 0$.", ["refuted"]),
        ("Let $m I \\preceq A \\preceq L I$. Then $m \\|x\\|^2 \\le x^T A x$.", ["proved"]),
        ("Let $x \\succeq 0$ be a vector in $\\mathbb{R}^n$. Then $a^T x \\ge 0$.", ["unknown"]),
        ("$$\\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix} \\succeq 0$$", ["proved"]),
        ("$$\\begin{pmatrix} 1 & 2 \\\\ 2 & 1 \\end{pmatrix} \\succeq 0$$", ["refuted"]),
    ],
)
def test_the_order_of_matrices(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $X \\sim N(\\mu, \\sigma^2)$. Then $\\operatorname{Var}(2X + 1) = 4\\sigma^2$.", ["proved"]),
        ("Let $X \\sim N(\\mu, \\sigma^2)$. Then $\\operatorname{Var}(2X + 1) = 2\\sigma^2$.", ["refuted"]),
        ("Let $X \\sim N(0, \\sigma^2 I)$. Then $\\operatorname{Var}(X) = \\sigma^2$.", ["unknown"]),  # a vector
        ("Let $X \\sim N(0, 1)$ and $Y \\sim N(0, 1)$. Then $\\operatorname{Var}(X + Y) = 3$.", ["unknown"]),
        ("Let $X \\sim \\mathrm{Weird}(p)$. Then $\\mathbb{E}[X^2] = p$.", ["unknown"]),
    ],
)
def test_the_mean_and_the_variance_of_a_distribution(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$$\\sup_{x \\in [0, 1]} x(1 - x) = \\frac14$$", ["proved"]),
        ("$$\\inf_{x > 0} \\left(x + \\frac1x\\right) = 2$$", ["proved"]),
        ("$$\\sup_{x \\in [0, 1]} x^2 \\le 1$$", ["proved"]),
        ("$$\\sup_{x \\in [0, 1]} x^2 \\ge 1$$", ["not understood"]),  # more than a bound on each value
        ("$$\\sup_{x \\in [0, 1]} x^2 < 1$$", ["not understood"]),
    ],
)
def test_least_bounds(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$$\\int_1^e \\frac1x dx = \\ln x \\bigg|_1^e = 1$$", ["proved", "proved"]),
        ("$$\\int_1^\\infty \\frac{1}{x^2} dx = -\\frac1x \\Big|_1^\\infty = 1$$", ["proved", "proved"]),
        ("$$\\int_0^1 (1 + x) dx = x + \\frac{x^2}{2} \\Big|_0^1$$", ["not understood"]),  # of the sum, or of its end
        ("$$\\int_0^1 (1 + x) dx = \\left. x + \\frac{x^2}{2} \\right|_0^1$$", ["proved"]),
        ("$$P(D|+) = \\frac{P(+|D) P(D)}{P(+)}, \\quad P(-|D) = 1 - P(+|D)$$", ["proved", "proved"]),
        (
            "$$\\begin{array}{rcl} (a+b)^2 &=& a^2 + 2ab + b^2 \\\\ (a-b)^2 &=& a^2 - b^2 \\end{array}$$",
            ["proved", "refuted"],
        ),
    ],
)
def test_bars_marks_and_columns(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected

"""Exercises as they are done at school: cases of a substitution, numbers rounded to tens, decimals that go on, lists of sums."""

from __future__ import annotations

import pytest

from tests.document_says import tells

SINES = (
    "Solve $2\\sin^2 x - 3 \\sin x + 1 = 0$. Let $t = \\sin x$: $2t^2 - 3t + 1 = 0$, so $t = 1$ or $t = \\frac12$.\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a case supposes of t is said beside what t stands for, and is what its values solve
        (SINES + r"Case $t = 1$: $x = \frac{\pi}{2} + 2k\pi$.", "ppp"),
        (SINES + r"Case $t = 1$: $x = \frac{\pi}{6} + 2k\pi$.", "ppr"),
        (SINES + r"Case $t = \frac12$: $x = \frac{\pi}{6} + 2k\pi$ or $x = \frac{5\pi}{6} + 2k\pi$.", "ppp"),
        (SINES + r"Case $t = \frac12$: $x = \frac{\pi}{6} + 2k\pi$ or $x = \frac{2\pi}{6} + 2k\pi$.", "ppr"),
        (r"Let $t = \cos x$. If $t = 0$, then $x = \frac{\pi}{2} + k\pi$.", "p"),
        (r"Let $t = \cos x$. If $t = 0$, then $x = \frac{\pi}{2} + 2k\pi$.", "r"),
        ("$\\sin 2x = \\sin x$ means $\\sin x (2 \\cos x - 1) = 0$.\n\n* Case $\\sin x = 0$: $x = k\\pi$.\n"
         "* Case $\\cos x = \\frac12$: $x = \\pm\\frac{\\pi}{3} + 2k\\pi$.", "ppp"),
        ("$\\sin 2x = \\sin x$ means $\\sin x (2 \\cos x - 1) = 0$.\n\n* Case $\\sin x = 0$: $x = 2k\\pi$.\n"
         "* Case $\\cos x = \\frac12$: $x = \\pm\\frac{\\pi}{6} + 2k\\pi$.", "prr"),
        ("Let $u = 2^x$ with $u^2 - 3u + 2 = 0$.\n\nCase $u = 1$: $x = 0$.\n\nCase $u = 2$: $x = 1$.", "pp"),
        ("Let $u = 2^x$ with $u^2 - 3u + 2 = 0$.\n\nCase $u = 1$: $x = 0$.\n\nCase $u = 2$: $x = 2$.", "pr"),
        # a whole number that ends in zeros may be rounded to tens, hundreds ...
        (r"Rounded, $347 \approx 350$ and $347 \approx 300$.", "pp"),
        (r"Rounded, $347 \approx 360$ and $347 \approx 400$, $347 \approx 346$.", "rrr"),
        (r"It is $347\,\text{m} \approx 350\,\text{m}$, or 86 * 43 = 3698 ≈ 3,700.", "ppp"),
        (r"It is $347\,\text{m} \approx 360\,\text{m}$, or 86 * 43 = 3698 ≈ 3,800.", "rpr"),
        (r"So $23 \cdot 47 \approx 20 \cdot 50 = 1000$.", "p"),
        (r"So $23 \cdot 47 \approx 20 \cdot 50 = 1100$.", "r"),
        # a decimal that goes on
        (r"Let $x = 0.272727\ldots$; then $100x = 27.2727\ldots$ and $99x = 27$.", "pp"),
        (r"Let $x = 0.272727\ldots$; then $100x = 27.2727\ldots$ and $99x = 28$.", "pr"),
        (r"Let $x = 1.4142\ldots$. Then $x > 1$ and $x = 1.5$.", "pr"),
        # sums in a list, a colon between fractions, words that give no hypothesis
        ("a) 3/4 + 1/8 = 7/8\nb) 5/6 - 1/4 = 7/12\nc) 4/5 : 2/3 = 6/5", "ppp"),
        ("a) 3/4 + 1/8 = 7/9\nb) 5/6 - 1/4 = 8/12\nc) 4/5 : 2/3 = 8/15", "rrr"),
        ("Given away: 60 ÷ 3 = 30 pencils\nGiven to Tom: 20 / 2 = 12", "rr"),
        ("Start: 125. Minus 38 → 125 - 38 = 97.", "r"),
    ],
)  # fmt: skip
def test_exercises(text: str, expected: str) -> None:
    tells(text, expected)

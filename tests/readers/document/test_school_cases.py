"""Exercises as they are done at school: cases of a substitution, numbers rounded to tens, decimals that go on, lists of sums."""

from __future__ import annotations

import pytest

from tests.document_says import tells

TABLES = [
    ("$f(x)$ | $f'(x)$", r"$x^3 \ln x$ | $3x^2 \ln x + x^2$", "p"), ("$f(x)$ | $f'(x)$", r"$x^3 \ln x$ | $3x^2 \ln x + x^3$", "r"),
    ("Function | Derivative", r"$\sin 3t$ | $3\cos 3t$", "p"), ("Function | Derivative", r"$\sin 3t$ | $\cos 3t$", "r"),
    ("$f(x)$ | $F(x)$", r"$\cos x$ | $\sin x + C$", "p"), ("$f(x)$ | $F(x)$", r"$\cos x$ | $-\sin x + C$", "r"),
    ("$f(x)$ | $f'(x)$", "$1$ | $2$", ""), ("$y$ | $x$", "$x^2$ | $2x$", ""),
    ("$x$ | $-2$", "$2x^2 - 3$ | $5$", "p"), ("$x$ | $-2$", "$2x^2 - 3$ | $-11$", "r"),
    ("$x$ | $x^2 - 2x$", "$-1$ | 3", "p"), ("$x$ | $x^2 - 2x$", "$-1$ | -1", "r"),
    ("$x$ | $y$", "1 | 3", ""), ("$x$ | $ax^2$", "2 | 8", ""), ("$x$ | $-2$", "$y$ | $5$", ""),
]  # fmt: skip
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
        (r"With $\cos^2 x = 1 - \sin^2 x$, $\cos^2 x = 1$ becomes $\sin x = 0$. If $\sin x = 0$, then $x = k\pi$.", "pp"),
        (r"With $\cos^2 x = 1 - \sin^2 x$, $\cos^2 x = 1$ becomes $\sin x = 0$. If $\sin x = 0$, then $x = 2k\pi$.", "pr"),
        (r"Let $t = \cos x$. If $t = 0$, then $x = \frac{\pi}{2} + 2k\pi$.", "r"),
        ("$\\sin 2x = \\sin x$ means $\\sin x (2 \\cos x - 1) = 0$.\n\n* Case $\\sin x = 0$: $x = k\\pi$.\n"
         "* Case $\\cos x = \\frac12$: $x = \\pm\\frac{\\pi}{3} + 2k\\pi$.", "ppp"),
        ("$\\sin 2x = \\sin x$ means $\\sin x (2 \\cos x - 1) = 0$.\n\n* Case $\\sin x = 0$: $x = 2k\\pi$.\n"
         "* Case $\\cos x = \\frac12$: $x = \\pm\\frac{\\pi}{6} + 2k\\pi$.", "prr"),
        ("Let $u = 2^x$ with $u^2 - 3u + 2 = 0$.\n\nCase $u = 1$: $x = 0$.\n\nCase $u = 2$: $x = 1$.", "pp"),
        ("Let $u = 2^x$ with $u^2 - 3u + 2 = 0$.\n\nCase $u = 1$: $x = 0$.\n\nCase $u = 2$: $x = 2$.", "pr"),
        # an item begins with one of several values, and with what holds under it
        ("Let $y = 2^x$; then $y^2 - 5y + 4 = 0$, so $y = 1$ or $y = 4$.\n\n- $y = 1$: $2^x = 1$, so $x = 0$.\n"
         "- $y = 4$: $2^x = 4$, so $x = 2$.", "ppppp"),
        ("Let $y = 2^x$; then $y^2 - 5y + 4 = 0$, so $y = 1$ or $y = 4$.\n\n- $y = 1$: $2^x = 2$, so $x = 1$.\n"
         "- $y = 4$: $2^x = 4$, so $x = 4$.", "prupr"),
        (r"Let $t = x^2$. For $t = 9$ we have $x = \pm 3$.", "p"),
        (r"Let $t = x^2$. For $t = 9$ we have $x = \pm 9$.", "r"),
        ("**Case distinction** for $|x - 2| + x = 5$.\n\nCase 1: $x \\ge 2$. Then $x - 2 + x = 5$, so $x = \\frac72$.\n\n"
         "Case 2: $x < 2$. Then $2 - x + x = 5$, i.e. $2 = 5$, a contradiction.", "ppp"),
        ("**Case distinction** for $|x - 2| + x = 5$.\n\nCase 1: $x \\ge 2$. Then $x - 2 + x = 5$, so $x = \\frac52$.", "pr"),
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
        # a remainder may be that of the whole sum
        (r"So $-5 \bmod 3 = 1$ and $3 + 5 \bmod 7 = 1$.", "pp"),
        (r"So $-5 \bmod 3 = 2$ and $3 + 5 \bmod 7 = 2$.", "rr"),
        # inverses modulo a number, and which number words name
        (r"So $17^{-1} \equiv 5 \pmod{12}$ and $2 \cdot 3^{-2} \equiv \frac{2}{9} \equiv 1 \pmod 7$.", "ppp"),
        (r"So $17^{-1} \equiv 7 \pmod{12}$ and $\frac13 \equiv 4 \pmod 7$.", "rr"),
        (r"So $6^{-1} \equiv 3 \pmod 9$.", "n"),
        (r"Modulo $4$: if $n \equiv 1$ then $n^2 + 2n \equiv 3$.", "p"),
        (r"Modulo $4$: if $n \equiv 1$ then $n^2 + 2n \equiv 2$.", "r"),
        # the halves of a double sign, which are no rows of each other, and of which each may be meant with the other sign
        (r"$x^2 - 2ax - 3a^2 = 0$ gives $x = \frac{2a \pm \sqrt{16a^2}}{2} = \frac{2a \pm 4a}{2}$.", "ppp"),
        (r"Let $a > 0$. $x^2 - 2ax - 3a^2 = 0$ gives $x = \frac{2a \pm \sqrt{16a^2}}{2} = \frac{2a \pm 8a}{2}$.", "prr"),
        (r"$x^2 = 4a^2$, so $x = \pm\sqrt{4a^2} = \pm 2a$.", "ppp"),
        (r"$x^2 - 6x + 4 = 0$, so $x_{1,2} = 3 \pm\sqrt{9 - 4} = 3 \pm 5$.", "prr"),
        # values with a whole number of turns after others
        (r"$\cos 2x = 0$, so $2x = \frac{\pi}{2} + k\pi$, so $x = \frac{\pi}{4} + \frac{k\pi}{2}$.", "pp"),
        (r"$\cos 2x = 0$, so $2x = \frac{\pi}{2} + k\pi$, so $x = \frac{\pi}{4} + k\pi$.", "pr"),
        (r"$\cos 2x = 0$, so $2x = \frac{\pi}{2} + k\pi$, so $x = -\frac{\pi}{3} + \frac{k\pi}{2}$.", "pr"),
        (r"$\cos 2x = 0$, so $2x = \frac{\pi}{2} + k\pi$, so $x = \frac{\pi}{4} + m\pi$ or $x = \frac{3\pi}{4} + m\pi$.", "pu"),
        (r"We have $x^2 - x - 6 = 0$, $x_{1,2} = \frac{1 \pm\sqrt{1 + 24}}{2} = \frac{1\pm 5}{2}$, so $x_1 = 3$ and $x_2 = -2$.", "ppppp"),
        (r"We have $x^2 - x - 6 = 0$, $x_{1,2} = \frac{1 \pm\sqrt{1 + 24}}{2} = \frac{1\pm 5}{2}$, so $x_1 = 3$ and $x_2 = 2$.", "ppppr"),
        # of an angle of which nothing is known no sign is supposed
        (r"We have $1 + 2\sin x\cos x = 1$, so $\sin 2x = 0$.", "p"),
        (r"We have $1 + 2\sin x\cos x = 1$, so $\sin 2x = 1$.", "r"),
        ("Of them 23 of 50 = 46% went, 1/2 of 50 = 25.", "pp"),
        ("Of them 23 of 50 = 48% went, 1/2 of 50 = 20.", "rr"),
        # a division of polynomials
        (r"Polynomial division: $x^3 - 2x^2 - 5x + 6 = (x - 1)(x^2 - x - 6)$.", "p"),
        (r"Polynomial division: $x^3 - 2x^2 - 5x + 6 = (x - 1)(x^2 - x - 5)$.", "r"),
    ],
)  # fmt: skip
def test_exercises(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(("head", "row", "expected"), TABLES)
def test_tables_of_derivatives_and_of_values(head: str, row: str, expected: str) -> None:
    tells(f"| {head} |\n|---|---|\n| {row} |\n", expected)

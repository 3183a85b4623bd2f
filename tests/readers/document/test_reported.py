"""What a text only reports, denies or chooses otherwise, beside the nearest that it claims; and what its words make of solutions."""

from __future__ import annotations

import pytest

from tests.document_says import tells, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ben thinks that $0.3 \\cdot 0.2 = 0.6$. It is $0.3 \\cdot 0.2 = 0.06$.", "p"),
        ("We find that $0.3 \\cdot 0.2 = 0.6$.", "r"),
        ("A classmate wrote $(x + 3)^2 = x^2 + 9$. Correct is $(x + 3)^2 = x^2 + 6x + 9$.", "up"),
        ("A classmate wrote $(x + 3)^2 = x^2 + 9$.", "r"),
        ("We wrote $(x + 3)^2 = x^2 + 9$.", "r"),
        ("Do not write $\\sqrt{9 + 16} = 3 + 4 = 7$; it is $\\sqrt{25} = 5$.", "p"),
        ("Do not forget that $\\sqrt{9 + 16} = 7$.", "r"),
        ("Take $x = 3$, not $x = -3$. The area is $x(x + 2) = 15$.", "p"),
        ("Take $x = 3$. The area is $x(x + 2) = 3$.", "r"),
        ("I got $x = 4$, but the book says $x = 3$. Solve $5x - 7 = 2x + 2$. Then $x = 3$.", "p"),
        ("Anna said $x = 5$, Ben said $x = 6$. Solve $2x - 1 = 11$. So $x = 6$.", "p"),
        ("We might try to write $10 = 3 \\cdot 3$, but $3 \\cdot 3 = 9$.", "p"),
        ("We may also write $10 = 3 \\cdot 3$.", "r"),
        ("Your answer $x = 7$ is nearly right. You have $2x = 16$, so it should be $x = 8$.", "p"),
        ("Without the bound we would choose $x = 10$. With it, the profit is $6 \\cdot 6 - 4 = 32$.", "p"),
        ("The equation leads to $3 = 5$, so there is no solution.", "u"),
        ("Then $4 - 20 = -14 < 0$, so there is no solution.", "rp"),
        ("If all were chickens, there would be 35 * 2 = 60 legs.", "r"),
        ("If $3$ were a root, this would give $9 - 6 = 0$, which is wrong.", ""),
        ("He got 25 * 4 = 90 points.", "r"),
    ],
)  # fmt: skip
def test_what_is_only_reported(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $f(x) = x^2 - 4$. Then $f(x) = 0$ has the solutions $x = 2$ and $x = -2$. $f(3) = 5$.", "pp"),
        ("Let $f(x) = x^2 - 4$. Then $f(x) = 0$ has the solutions $x = 2$ and $x = -2$. $f(3) = 0$.", "pr"),
        ("Let $f(x) = x^2 - cx$. Then $f(x) = 0$ has the solutions $x = 0$ and $x = c$. $f(2c) = 2c^2$.", "pp"),
        ("Let $f(x) = x^2 - cx$. Then $f(x) = 0$ has the solutions $x = 0$ and $x = c$. $f(2c) = 3c^2$.", "pu"),
        ("Let $h(x) = bx^2 - cx$, $b \\neq 0$. $h(x) = 0$ has the solutions $x = 0$ and $x = c/b$. $h(b/c) = 2bc$.", "pr"),
        ("The solution set of $x^2 > 9$ is $x < -3$ or $x > 3$.", "p"),
        ("The solution set of $x^2 > 9$ is $x < -3$ or $x > -3$.", "r"),
        ("The solutions of $x^2 = 9$ are $x = -3$, $x = 3$ and $x = 4$.", "r"),
        ("Solve $x^2 - 5x + 6 = 0$. We have $(x-2)(x-3) = 0$, so $x = 2$ or $x = 3$.", "pp"),
        ("Solve $x^2 - 5x + 6 = 0$. We have $(x-2)(x-4) = 0$, so $x = 2$ or $x = 4$.", "ru"),
        ("Let $h(t) = 20t - 5t^2$. We solve $h(t) = 0$: $5t(4 - t) = 0$, so $t = 4$ (or $t = 0$).", "pp"),
        ("$|x - 3| = 2x$. Case 1: $x \\ge 3$. Then $x - 3 = 2x$, so $x = -3$, contradiction.", "p"),
        ("$|x - 3| = 2x$. Case 1: $x \\ge 3$. Then $x - 3 = 3x$, so $x = -3$, contradiction.", "u"),
        ("From $\\log x = 2$ one gets $x = 100$ (base 10), whereas $\\ln x = 2$ gives $x = e^2$.", "p"),
        ("From $\\log x = 2$ one gets $x = 100$ (base 10), whereas $\\ln x = 2$ gives $x = 100$.", "r"),
        ("$|x| = 4$ means $x = 4$ or $x = -4$. In the first case $2x + 1 = 9$, in the second $2x + 1 = -7$.", "ppp"),
        ("$|x| = 4$ means $x = 4$ or $x = -4$. In the first case $2x + 1 = 9$, in the second $2x + 1 = 9$.", "ppr"),
        ("The zero of $3x - 6$ is $x = 2$, the pole of $1/(x + 4)$ is $x = -4$.", ""),
        ("Let $x = 2$. So $x = -4$.", "r"),
        ("Let $a = 3$, $b = 4$. $a = 5$.", "u"),
        ("Let $a = 3$, $b = 4$. So $a = 5$.", "r"),
        ("Let $g(x) = x^2 + 6x + 5$. Its zeros are $x = -1$ and $x = -5$.", "p"),
        ("Let $g(x) = x^2 + 6x + 5$. Its zeros are $x = -1$ and $x = 5$.", "r"),
        ("Let $f(x) = x^2 - 2x$. It satisfies $f(2) = 0$ and $f(3) = 4$.", "pr"),
        ("Let $x$ satisfy $2x = 6$. Then $x = 3$.", "p"),
        ("With base 10 for log, $\\log 100 = 2$ and $\\ln 100 = 2$.", "pr"),
    ],
)  # fmt: skip
def test_what_words_make_of_solutions(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He runs $7 \\cdot 1200 = 8400$ m $= 8.4$ km.", "pp"),
        ("He runs $7 \\cdot 1200 = 8400$ m $= 84$ km.", "pr"),
        ("The speed is $2 \\cdot 36 = 72$ km/h $= 20$ m/s.", "pp"), ("The speed is $2 \\cdot 36 = 72$ km/h $= 25$ m/s.", "pr"),
        ("The speed is $2 \\cdot 36 = 72$ km/h $= 70 + 3$ km/h.", "pr"),
        ("On the map it is $2 + 2 = 4$ cm $= 5$ km.", "pn"),
        ("The pens cost $3 × $2.40 = 7.20$, the cards 2 × 1.75 = 3.50.", "pp"),
        ("5 · 18,50 € = 92,50 €", "p"),
        ("5 · 18,50 € = 90,50 €", "r"),
        ("There were 3 layers of 12 × 14 = 168 beans.", ""),
        ("There were 3 boxes of 12 + 2 boxes of 5 = 48 pens.", "r"),
    ],
)  # fmt: skip
def test_measures_and_prices(text: str, expected: str) -> None:
    tells(text, expected)


def test_a_factorisation_that_is_wrong_proves_no_solution() -> None:
    """The second line followed from the first, which was taken for what is solved: both counted as right."""
    told = verdicts("Solve $x^2 - 5x + 6 = 0$.\n\nWe have $(x - 2)(x - 4) = 0$. Hence $x = 2$ or $x = 4$.")

    assert told == ["refuted", "unknown"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $f(x) = 2x + 6$. The inverse is $f^{-1}(x) = \\frac{x - 6}{2}$, so $f^{-1}(10) = 2$.", "pp"),
        ("Let $f(x) = 2x + 6$. Its inverse gives $f^{-1}(10) = 3$.", "r"),
        ("Let $f(x) = 2x + 6$. $f^{-1}(10) = 2$.", "n"),
        ("Let $f(x) = \\frac{2x + 1}{x - 3}$. The inverse is $f^{-1}(x) = \\frac{3x + 1}{x - 2}$.", "p"),
        ("Let $f(x) = x^2$. The inverse is $f^{-1}(4) = -2$.", "n"),
        ("The inverse of $f(x) = 5 - 3x$: $f(f^{-1}(y)) = 5 - (5 - y)$.", "p"),
    ],
)  # fmt: skip
def test_inverses_of_functions(text: str, expected: str) -> None:
    """Without a word that speaks of inverses f^{-1} may be a quotient; what is not one to one has none."""
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Solve $(x - 3)(x + 1) > 0$. Case 1: both are positive, so $x > 3$. Case 2: both are negative, so $x < -1$.", "uu"),
        ("Solve $\\sqrt{x} = 3$. As both sides are positive, we square: $x = 8$.", "r"),
        ("Let $x > 0$. Solve $2x^2 + x - 21 = 0$: $(x - 3)(2x + 7) = 0$, so $x = 3$.", "pp"),
        ("Let $x > 0$. Solve $2x^2 + x - 21 = 0$: $(x - 3)(2x + 3) = 0$, so $x = 3$.", "ru"),
        ("Let $x > 0$. Solve $x^3 - x^2 - 6x = 0$: $x(x - 3)(x + 2) = 0$, so $(x - 3)(x + 2) = 0$.", "pp"),
        ("The width is $x$: $x(2x + 1) = 21$, $2x^2 + x - 21 = 0$, $(x - 3)(2x + 3) = 0$.", "pr"),
    ],
)  # fmt: skip
def test_conditions_in_words_and_what_is_positive(text: str, expected: str) -> None:
    """A product with other zeros than the equation before it was proved where its letter is positive."""
    tells(text, expected)

"""Differential equations that are posed: what a text finds as their solution claims that they hold for it."""

from __future__ import annotations

import pytest

from tests.document_says import tells

FIRST = "Solve $y' + 3y = 6$ with $y(0) = 0$. "
SECOND = "Solve the equation $y'' + 4y = 0$, $y(0) = 1$, $y'(0) = 2$. We find $y(x) = \\cos 2x + %s\\sin 2x$."
TWO = "Consider $y' = 2y$ and its solutions. For $y(0) = 1$ we get $y(t) = e^{2t}$, and for $y(0) = 3$ we get $y(t) = %se^{2t}$."
LOGISTIC = "Let $P(t) = \\frac{1}{1 + e^{-t}}$. Then $P'' = P'(1 - P) - PP'$ and $P'(0) = %s$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FIRST + "The solution is $y(t) = 2 - 2e^{-3t}$, so $y'(0) = 6$.", "pp"),
        (FIRST + "The solution is $y(t) = 2 - 2e^{-2t}$.", "r"),
        (FIRST + "The solution is $y(t) = 2 - e^{-3t}$.", "r"),
        (FIRST + "The general solution is $y(t) = 2 + Ce^{-3t}$.", "p"),
        (FIRST + "The general solution is $y(t) = 2 + Ce^{3t}$.", "r"),
        (FIRST + "The homogeneous solution is $y(t) = Ce^{-3t}$. Hence $y(t) = 2 - 2e^{-3t}$.", "p"),
        (FIRST + "The homogeneous solution is $y(t) = Ce^{-3t}$. Hence $y(t) = 2 - e^{-3t}$.", "r"),
        (SECOND % "", "p"),
        (SECOND % "2", "r"),
        (TWO % "3", "pp"),
        (TWO % "4", "pr"),
        ("Solve the equation $\\frac{dy}{dx} = xy$ with $y(0) = 2$. We find $y(x) = 2e^{x^2/2}$.", "p"),
        ("Solve the equation $\\frac{dy}{dx} = xy$ with $y(0) = 2$. We find $y(x) = 2e^{x^2}$.", "r"),
        ("Solve $y' = -ky$, $y(0) = y_0$. The solution is $y(t) = y_0 e^{-kt}$.", "p"),
        ("Solve $y' = -ky$, $y(0) = y_0$. The solution is $y(t) = y_0 e^{kt}$.", "r"),
        # a capital letter with primes that has values at numbers is no matrix
        (LOGISTIC % "\\frac14", "pp"),
        (LOGISTIC % "\\frac12", "pr"),
        ("Let $A$ be a matrix. Then $(AA')' = AA'$ and $(A'A)' = AA'$.", "pr"),
        # Greek letters with two indices are entries
        ("Then $\\sum_{i=1}^N 2 \\ell_{t,i} = 2 \\sum_{i=1}^N \\ell_{t,i}$.", "p"),
        ("Then $\\sum_{i=1}^N 2 \\ell_{t,i} = 3 \\sum_{i=1}^N \\ell_{t,i}$.", "u"),
    ],
)  # fmt: skip
def test_what_is_posed_holds_for_its_solution(text: str, expected: str) -> None:
    tells(text, expected)

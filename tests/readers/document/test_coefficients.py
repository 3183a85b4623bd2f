"""Unknown coefficients: partial fractions with A and B, and what compares them."""

from __future__ import annotations

import pytest

from tests.document_says import tells

PARTS = r"$\frac{5x - 1}{(x-1)(x+1)} = \frac{A}{x-1} + \frac{B}{x+1}$"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PARTS + "\n\n$5x - 1 = A(x+1) + B(x-1)$. Setting $x = 1$: $4 = 2A$, so $A = 2$. Setting $x = -1$: $B = 3$.", "ppppp"),
        (PARTS + "\n\n$5x - 1 = A(x+1) + B(x-1)$. Comparing coefficients: $A + B = 5$ and $A - B = 1$, so $A = 3$.", "pp" "pru"),
        (PARTS + "\n\n$5x - 1 = A(x-1) + B(x+1)$.", "pu"),
        (r"Write $\frac{3x+5}{(x+1)^2} = \frac{A}{x+1} + \frac{B}{(x+1)^2}$. Then $A = 3$ and $A + B = 5$, $B = 2$.", "pppp"),
        (r"Write $\frac{3x+5}{(x+1)^2} = \frac{A}{x+1} + \frac{B}{(x+1)^2}$. Then $A = 3$ and $B = 5$.", "ppr"),
        (r"Let $\frac{1}{n(n+1)} = \frac{A}{n} + \frac{B}{n+1}$. With $n = 0$ we get $A = 1$, with $n = -1$ we get $B = -1$.", "pp"),
        # one after the other, in the same letters
        (PARTS + r". So $A = 2$." "\n\n" r"$\frac{1}{x(x+2)} = \frac{A}{x} + \frac{B}{x+2}$. So $A = \frac12$.", "pppp"),
        # polynomials, where words compare coefficients
        ("$5x - 1 = ax + b + 2$. Comparing coefficients, $a = 5$ and $b = -3$.", "ppp"),
        ("$5x - 1 = ax + b + 2$. Comparing coefficients, $a = 5$ and $b = 3$.", "ppr"),
        # parameters, and no numbers that make it so for all x
        (r"Solve $\frac{a}{x-1} + \frac{b}{x+1} = \frac{2x}{x^2-1}$ for $x$. So $a = 1$.", "u"),
        (r"$\frac{1}{x^2+1} = \frac{A}{x} + \frac{B}{x-1}$. So $A = 1$.", "uu"),
        (r"Let $x = 3$ and $\frac{5x - 1}{x^2-1} = \frac{A}{x-1} + \frac{B}{x+1}$. Then $A = 2$.", "u"),
    ],
)  # fmt: skip
def test_unknown_coefficients_are_what_makes_an_identity(text: str, expected: str) -> None:
    tells(text, expected)

"""How other people write answers to one homework, each beside a neighbour that must come out otherwise."""

from __future__ import annotations

import pytest

from tests.document_says import tells

DUALS = "Let $a = e^x$, $c = a + 1$, $f = c^2$ and $p(x, y) = x y$.\n\n$$\\frac{\\partial p}{\\partial y} = x = 1$$\n\n"
RATE = r"Let $p(x, y) = x y + x^2$. $$\frac{\partial p}{\partial x} \approx \frac{p(1.01, 2) - p(1, 2)}{0.01} = "
PUT_IN = r"Let $p(x, y) = x y + x^2$ and $z = x + y$. Substituting $x = 1, y = 2$: "
LISTED = r"Let $x_{t+1} = x_t - \gamma h_t$. With $h_t = \nabla F(x_t)$, $\|u\| \le R$ and $\|h_t\| \le L$ we get "
SLOPE = r"Put $q(y) = y^2 - 6 y$. Then $q'(y) = 2 y - 6$, which vanishes at "
BEST = r"Let $R, L > 0$, $T \ge 1$ and $q(s) = \frac{R^2}{s} + s T L^2$. We have $q'(s) = -\frac{R^2}{s^2} + T L^2$, which is zero for "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a value that ends a chain solves nothing, and an exercise ends with all that rests on what ends with it
        ("### (a) Forward\n\n" + DUALS + "### (b) Backward\n\n$$\\frac{\\partial f}{\\partial x} = 2 a c$$", "pup"),
        ("### (a) Forward\n\n" + DUALS + "### (b) Backward\n\n$$\\frac{\\partial f}{\\partial x} = 2 a$$", "pur"),
        # a quotient of differences is about a derivative, and no more is claimed of the two
        (RATE + r"\frac{3.0401 - 3}{0.01} = 4.01$$", "pp"),
        (RATE + r"\frac{3.0401 - 3}{0.1} = 4.01$$", "rr"),
        # numbers that are put in for several letters are values of these
        (PUT_IN + "$z = 3$, $p(x, y) = 3$.", "pp"),
        (PUT_IN + "$z = 3$, $p(x, y) = 4$.", "pr"),
        (
            r"Solve $x + y = 3$, $x - y = 1$. Adding gives $2 x = 4$, so $x = 2$. Substituting $x = 2$ gives $y = 1$.",
            "ppup",
        ),
        # a list goes on until its main clause begins
        (LISTED + r"$\langle h_t, u\rangle \le R L$.", "p"),
        (r"With $x > 0$, $x^2 > 0$ holds, and $-x < 0$, $-x^3 < 0$ too.", "ppp"),
        # where a term that was worked out vanishes
        (SLOPE + "$y = 3$.", "pp"),
        (SLOPE + "$y = 2$.", "pr"),
        (BEST + r"$s = \frac{R}{L \sqrt T}$.", "pp"),
        (BEST + r"$s = \frac{R}{L T}$.", "pr"),
    ],
)
def test_answers(text: str, expected: str) -> None:
    """What an answer says is read as its author means it."""
    tells(text, expected)

"""Lengths and vectors between points whose coordinates a text gives; each beside what they must not be taken for."""

from __future__ import annotations

import pytest

from tests.document_says import tells

POINTS = "The points $A(-2, 1)$ and $B(4, 9)$ are given.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (POINTS + r"$|AB| = \sqrt{6^2 + 8^2} = 10$", "pp"),
        (POINTS + r"$|AB| = \sqrt{6^2 + 8^2} = 12$", "pr"),
        (POINTS + r"So $\overline{AB} = 10$, $AB^2 = 100$ and $AB = 11$.", "ppr"),
        (POINTS + r"So $\overrightarrow{AB} = (6, 8)$ and $\vec{BA} = (6, 8)$.", "pr"),
        ("Let $A = (1, 2)$ and $B = (4, 6)$. Then $|AB| = 5$, $|BA| = 6$.", "pr"),
        ("Points $A(1, 2, 3)$, $B(1, 2, 4)$. So $|AB| = 1$ and $|AC| = 1$.", "pn"),
        # the midpoint, worked out
        (POINTS + r"$M = \left(\frac{-2 + 4}{2}, \frac{1 + 9}{2}\right) = (1, 5)$, so $|AM| = 5$ and $|BM| = 6$.", "ppr"),
        (POINTS + r"$M = \left(\frac{-2 + 4}{2}, \frac{1 + 9}{2}\right) = (1, 4)$", "r"),
        # vectors with an arrow
        (r"$\vec a = (1, 2, 2)$, $\vec b = (2, -1, 2)$: $\vec a \cdot \vec b = 4$, $|\vec a| = 3$, $\vec a + \vec b = (3, 1, 5)$", "ppr"),
        (r"$\vec a = (1, 2, 2)$, $\vec b = (2, -1, 2)$: $\vec a \times \vec b = (6, 2, -5)$, $\vec a \times \vec b = (6, 2, 5)$", "pr"),
        (r"Here $\vec b = (1, 2)$, $\vec c = (1, 1)$. So $\vec a = \vec b + \vec c = (2, 3)$.", "up"),
        ("Let $A(x, y) = x + y$. The value $A(1, 2)$ and $B(3, 4)$ are given. So $|AB| = 2$.", "n"),
        # points of another exercise, and of the items inside of their own
        ("1. Points $P(1, 1)$ and $Q(4, 5)$.\n\n   a) $|PQ| = 5$\n\n   b) $|PQ| = 6$\n\n2. In it $|PQ| = 8$.", "prn"),
        ("# One\n\n" + POINTS + "# Two\n\nIn triangle $ABC$ we have $|AB| = 7$.", "n"),
        # matrices and products
        (r"Let $A = \begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix}$, $B = \begin{pmatrix} 1 & 1 \\ 0 & 1 \end{pmatrix}$. Then $|AB| = 2$.", "p"),
    ],
)  # fmt: skip
def test_between_points(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # values of one exercise say nothing of the next; what "let" gives does
        (r"1. It is $h = \sqrt{5^2 - 1.4^2} = 4.8$." "\n\n" r"2. Similar: $\frac{h}{12} = \frac{1.5}{2}$, so $h = 9$.", "pp"),
        (r"1. For $x = -1$: $-6 = -3B$, so $B = 2$." "\n\n" r"2. Then $x(30 - x) = 216$, so $x^2 - 30x + 216 = 0$.", "pp"),
        ("1. Let $h = 3$. So $2h = 6$.\n\n2. So $h^2 = 9$. Also $h^3 = 28$.", "ppr"),
        # what is said to be a solution supposes nothing of the next item
        ("(1) $x^2 - 4 = 0$, so $x = 2$ is a solution, and $x < 3$.\n\n"
         r"(2) $\frac{1}{x} < \frac12 \iff x > 2$.", "pr"),
        # one solution of several
        ("Solve $x^2 = 4$. One solution is $x = 2$.\n\nSolve $u^2 = 9$. So $u = 3$ is a solution.", "up"),
        ("Solve $x^2 = 4$. One solution is $x = 3$.\n\nSolve $u^2 = 9$. So $u = 3$ is the solution.", "rr"),
        ("Solve $x^2 = 4$. One solution is $x = 2$, the other one is $x = -2$.", "pp"),
        # exercises with a letter before their number, in bold
        ("**A8.** For $x = 3$, $x^2 = 9$.\n\n**A9.** We have $x^2 = 9$.", "pu"),
        # units without braces
        (r"$\frac{540\,\mathrm g}{200\,\mathrm{cm}^3} = 2.7\,\mathrm{g/cm}^3$, $3\,\mathrm m + 4\,\mathrm m = 8\,\mathrm m$", "pr"),
        (r"Let $\mathrm m = 2$. Then $3 \mathrm m = 6$.", "p"),
    ],
)  # fmt: skip
def test_exercises_side_by_side(text: str, expected: str) -> None:
    tells(text, expected)

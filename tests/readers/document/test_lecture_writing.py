"""How lecture notes and problem sets write things: sums of data without an index, rows that begin a case, dots between columns,
the whole numbers from one on, symbols of Legendre, columns that are left empty."""

from __future__ import annotations

import pytest

from tests.document_says import tells

CASES = r"$$\begin{aligned} &BEGIN t = 2 END \\ & t^2 = 4, \\ &BEGIN t = 3 END \\ & t^2 = LAST. \end{aligned}$$"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # sums of data have no index
        (r"So $\sum (p + qx) y = p \sum y + q \sum xy$.", "p"),
        (r"So $\sum (x - m)^2 x = \sum x^3 - 2m \sum x^2 + m^2 \sum x$.", "p"),
        (r"So $\sum (x - m)^2 x = \sum x^3 - 2m \sum x^2 + m \sum x$.", "?"),
        (r"So $\sum x y = \sum x \sum y$.", "?"),
        (r"The table gives $\sum x = 12$ and $\sum x^2 = 40$.", "??"),
        # or go over values
        (r"So $\sum_x (2x + 1) P(X = x) = 2 \sum x P(X = x) + \sum P(X = x)$.", "p"),
        (r"So $\sum_x (2x + 1) P(X = x) = 2 \sum x P(X = x) + 2 \sum P(X = x)$.", "?"),
        # a row that begins a case
        (CASES.replace("BEGIN", "").replace("END", ":").replace("LAST", "9"), "pp"),
        (CASES.replace("BEGIN", "").replace("END", ":").replace("LAST", "8"), "pr"),
        (CASES.replace("BEGIN", r"\text{If }").replace("END", ",").replace("LAST", "9"), "pp"),
        (CASES.replace("BEGIN", r"\text{If }").replace("END", ",").replace("LAST", "8"), "pr"),
        # dots between columns
        (r"Let $A$ be a matrix with $A v = 3 v$. Then $v^T A v = 3 (v \cdot v)$ and $v \cdot v \ge 0$.", "pp"),
        (r"Let $A$ be a matrix with $A v = 3 v$. Then $v^T A v = 2 (v \cdot v)$.", "r"),
        (r"Let $B$ be a square matrix. Then $(B u) \cdot w = u \cdot (B^T w)$.", "p"),
        (r"Let $B$ be a square matrix. Then $(B u) \cdot w = u \cdot (B w)$.", "r"),
        # numbers from one on are no residues
        (r"Let $m \in \mathbb{Z}_{\ge 0}$ and $r \ne 1$. Then $\sum_{j=0}^m r^j = \frac{1 - r^{m+1}}{1 - r}$.", "p"),
        (r"Let $m \in \mathbb{Z}_{\ge 0}$ and $r \ne 1$. Then $\sum_{j=0}^m r^j = \frac{1 - r^{m}}{1 - r}$.", "r"),
        (r"Let $a, b \in \mathbb{Z}_6$. Then $(a + b)^2 = a^2 + 2ab + b^2$.", "n"),
        # a fraction in brackets where quadratic residues are spoken of
        (r"Quadratic residues: $\left(\frac{a}{p}\right) \left(\frac{b}{p}\right) = \left(\frac{ab}{p}\right)$.", "n"),
        (r"Quadratic residues: we get $2 \left(\frac{p - 1}{2}\right) = p - 1$.", "p"),
        (r"So $\left(\frac{a}{4}\right) \left(\frac{b}{4}\right) = \left(\frac{ab}{4}\right)$.", "?"),
        # the quotient of a division with a remainder
        (r"We see that $9/4 = 2$ and its remainder is $1$.", "n"),
        (r"We see that $9/4 = 2$.", "r"),
        # exponents that are worked out, in a congruence
        (r"By Fermat, $3^{-1} \equiv 3^{11 - 2} \pmod{11}$.", "p"),
        (r"By Fermat, $3^{-1} \equiv 3^{11 - 3} \pmod{11}$.", "r"),
        # the inverse modulo a number, and one of the numbers that a congruence names
        (r"Find $5^{-1} \pmod{7}$: $5 \times 3 = 15 \equiv 1 \pmod{7}$, so $5^{-1} = 3$.", "pp?"),
        (r"Find the inverse: $5 \times 3 = 15$, so $5^{-1} = 3$.", "pr"),
        (r"Now $y = 11^{-1} \pmod{7}$, so $y = 3$.", "r"),
        (r"We have $x = 66 + 280 = 346 \pmod{77}$, so $x = 38$.", "?p?"),
        (r"We have $x = 66 + 280 = 346 \pmod{77}$, so $x = 39$.", "?pr"),
        # an equation of which it is told when it holds
        (r"Let $u, v$ be vectors. The equality, $|\langle u, v \rangle| = \|u\| \|v\|$, happens when they are parallel.", ""),
        (r"Let $u, v$ be vectors. We get the equality $|\langle u, v \rangle| = \|u\| \|v\|$.", "r"),
        # a column that is left empty
        (r"So $\begin{pmatrix} 1 && 2 \\ 0 && 1 \end{pmatrix} \begin{pmatrix} 3 \\ 1 \end{pmatrix} = \begin{pmatrix} 5 \\ 1 \end{pmatrix}$.", "p"),
        (r"So $\begin{pmatrix} 1 && 2 \\ 0 && 1 \end{pmatrix} \begin{pmatrix} 3 \\ 1 \end{pmatrix} = \begin{pmatrix} 4 \\ 1 \end{pmatrix}$.", "r"),
    ],
)  # fmt: skip
def test_what_lecture_notes_write(text: str, expected: str) -> None:
    tells(text, expected.replace("?", "u"))

"""Lecture notes and problem sets of university courses: what each must come to, beside what looks like it and must not."""

from __future__ import annotations

import pytest

from tests.document_says import tells

MIRROR = (
    r"Let $\psi$ be differentiable and convex, $D(x, y) = \psi(x) - \psi(y) - \langle\nabla\psi(y), x - y\rangle$."
    "\n\n%s $D(x, y) = \\frac12\\|x - y\\|^2$.\n\n**Theorem 2.** "
    r"Let $\nabla\psi(z) = \nabla\psi(y) - g$. Then $\langle g, y - u\rangle = D(u, y) - D(u, z) + D(y, z)$."
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (r"For $\psi(x) = \frac12\|x\|^2$ we get $\nabla\psi(x) = x$ and", ["proved"] * 3),
        (r"For $\psi(x) = \|x\|^2$ we get $\nabla\psi(x) = 2x$ and", ["proved", "refuted", "proved"]),
    ],
)
def test_a_function_that_is_given_for_a_sentence_is_put_into_those_that_are_given_by_it(
    words: str, expected: list[str]
) -> None:
    tells(MIRROR % words, expected, budget=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an entry before a sum is no function, and what "degree matrix" says is not read
        (r"Let $A = A^\top$ be a matrix and $x \in \mathbb{R}^n$. Then "
         r"$\sum_{i=1}^n\sum_{j=1}^n A_{ij}(x_i + x_j) = 2\sum_{i=1}^n\sum_{j=1}^n A_{ij}x_i$.", ["unknown"]),
        (r"Let $G$ be a graph with degree matrix $D$. Then $D = D^\top$.", ["unknown"]),
        (r"Let $D$ be a real matrix. Then $D = D^\top$.", ["refuted"]),
        (r"Let $D$ be a square matrix. Then $D = D^\top$.", ["refuted"]),
        # the letter beside an adjective, and not the one of which a formula says where it lies
        (r"If $A^\top = -A$ with $A \in \mathbb{R}^{n\times n}$ and $n$ odd, then $(-1)^n\det A = -\det A$.", ["proved"]),
        (r"If $A^\top = -A$ with $A \in \mathbb{R}^{n\times n}$ and $n$ even, then $(-1)^n\det A = -\det A$.", ["refuted"]),
        # one vector for each eigenvalue
        (r"Let $A = \begin{pmatrix}4&1\\2&3\end{pmatrix}$. For $c$, $v = (1, 1)^\top$. For $d$ we get $v = (1, -2)^\top$. Then $Av = 2v$.",
         ["proved"]),
        (r"Let $u = (1, 2)^\top$. So $u = (1, 3)^\top$.", ["refuted"]),
        (r"Let $u = (1, 2)^\top$. For $d = 2$, thus $u = (1, 3)^\top$.", ["refuted"]),
        # a series is meant where it converges
        (r"$\sum_{k=1}^\infty k(1-p)^{k-1}p = \frac{p}{p^2}$", ["unknown"]),
        (r"$\sum_{n=0}^\infty x^n = \frac{2}{1-x}$", ["refuted"]),
        (r"Let $x > 2$. Then $\sum_{n=0}^\infty x^n = \frac{1}{1-x}$.", ["refuted"]),
        (r"$\sum_{n=0}^\infty 2^n = -1$", ["refuted"]),
        (r"Let $A \in \mathbb{R}^{n\times n}$. Then $A\mathbf{1} = A\mathbf{1}$ and $\mathbf{1}^\top\mathbf{1} = n$.", ["proved", "unknown"]),
    ],
)  # fmt: skip
def test_what_stood_against_right_lines_of_notes(text: str, expected: list[str]) -> None:
    tells(text, expected)

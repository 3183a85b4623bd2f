"""What three more answers to one homework brought up, each beside a neighbour that must come out otherwise."""

from __future__ import annotations

import pytest

from tests.document_says import tells

POINT = r"Let $f(u, v) = u v + \sigma(u)$ where $\sigma(x) = \frac{1}{1+e^{-x}}$. At $(u, v) = (1, 2)$: $f = 2 + "
STEP = r"Let $B, \rho, T > 0$ and $\eta = \frac{B}{\rho\sqrt T}$. "
DUALS = r"Let $c = a + b$. Differentiating in the direction $x$: $\dot a = e^x$, $\dot b = 0$. "
MODEL = (
    r"Let $\lambda > 0$ and $\phi(w) = \langle w - w_t, g\rangle + \frac\lambda2 \|w - w_t\|^2$ for vectors $w$. "
    r"Hence $\operatorname*{arg\,min}_{w} \phi(w) = w_t - "
)
LAWS = r"Let $C_a$ have entries $(C_a)_{i,j} = a_{(i-j) \bmod n}$ and $S_{i,j} = \delta_{(i-j-1) \bmod n,\,0}$ for "
SHIFT = r"Indices are taken modulo $n$. Let $(C_{\mathbf a})_{ij} = a_{i-j}$ and let $S$ be the shift, $(S\mathbf x)_i = x_{i"
PERMUTATION = r"Let $P$ be the $n \times n$ permutation matrix with $P_{i,j} = 1$ iff $i \equiv j+1 \pmod n$. Then "
THERE = "Let $f(x, y) = e^x + y$, evaluated at $x = 1$, $y = 2$. Put $u = e^x$, $s = u + y$.\n\n- $u = e$, $s \\approx "
MATRIX = r"Let $A$ be an $n \times n$ matrix. Then "
PAIR = r"Let $A, B$ be $m \times n$ matrices. Then $A = B$"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"If $f$ is convex and $g_t = \nabla f(x_t)$, $$f(y) - f(x_t) \ge \langle g_t, y - x_t\rangle.$$", "p"),
        (r"If $f$ is convex and $g_t = \nabla f(x_t)$, $$f(y) - f(x_t) \ge \langle g_t, x_t - y\rangle.$$", "u"),
        (
            r"Let $m$ be the average of $x_1, \dots, x_n$. Then $\sum_{i=1}^n (x_i - m) = 0$ and "
            r"$\sum_{i=1}^n (x_i - m) = 1$.",
            "pr",
        ),
        (r"Let $x_1, \dots, x_n$ be real. Then $x_1$ is the mean of $x_1, \dots, x_n$. So $\sum_{i=1}^n x_i = n x_1$.", "u"),
        (POINT + "0.7311$.", "p"),
        (POINT + "0.7321$.", "r"),
        (STEP + r"If instead we use $\eta = \frac{2B}{\rho\sqrt T}$, then $\frac{\eta\rho}{B} = \frac{2}{\sqrt T}$.", "p"),
        (STEP + r"Thus $\eta = \frac{2B}{\rho\sqrt T}$.", "r"),
        (DUALS + r"In the direction $y$: $\dot a = 0$, $\dot b = 2e^{2y}$.", ""),
        (DUALS + r"Hence $\dot a = 0$.", "r"),
        (MODEL + r"\frac1\lambda g$.", "p"),
        (LAWS + r"$0 \le i, j \le n-1$. Then $S C_a = C_a S$.", "p"),
        (LAWS + r"$i, j = 1, \dots, n$. So $S^T S = I$.", "p"),
        (LAWS + r"$1 \le i, j \le n-1$. Then $S C_a = C_a S$.", "u"),
        (SHIFT + r"-1}$. Then $C_{\mathbf a} S = S C_{\mathbf a}$.", "p"),
        (SHIFT + r"-1}$. Then $S^T = S$.", "r"),
        ("Let $x = 2$. Let $a = e^x \\approx 7.4891$. Then $a > 7$.", "rp"),
        ("Suppose $x = 2$ and $y = x^2 = 5$. Hence $y = 4$.", "rp"),
        ("Let $a = 3$ and $b = 4$. Suppose $c^2 = a^2 + b^2 = 25$ with $c > 0$. Then $c = 5$.", "pp"),
        ("Let $x$ be real. Given $y = 3x = 6$ we get $x = 2$.", "p"),
        (r"Let $u$ and $v$ be parallel. Then $\langle u, v\rangle^2 = \|u\|^2 \|v\|^2$.", "u"),
        ("For natural numbers $n$ beyond four, $2^n > n^2$.", "u"),
        ("Let $b, c > 0$. Let $a = b/c \\approx 0.3$. Then $b = a c$.", "p"),
        (THERE + "4.718$", "pp"),
        (THERE + "4.818$", "pr"),
        (PERMUTATION + "$P^T P = I$.", "p"),
        (PERMUTATION + "$P = I$.", "r"),
        (PERMUTATION + "$P C = C P$ iff $C_{i,j} = C_{i+1,j+1}$.", "p"),
        (PERMUTATION + "$P C = C P$ iff $C_{i,j} = C_{i+1,j}$.", "r"),
        (PERMUTATION + "$P C = C P$ iff $C_{i,j} = C_{i+1,j+1}$ for all $i, j$, that is iff $C$ is circulant.", "p"),
        (r"Let $P$ be the $n \times n$ matrix with $P_{i,j} = 1$ if $i \equiv j+1 \pmod n$ and $0$ otherwise. Then $P^T P = I$.", "p"),
        (PAIR + " iff $A_{ij} = B_{ij}$.", "p"),
        (PAIR + " iff $A_{11} = B_{11}$.", "r"),
        (PAIR + " implies $A^T = B^T$. So $A = B$.", "pu"),
        (PAIR + ". So $A^T = B^T$.", "uu"),
        (MATRIX + "$A = A^T$ if $A$ is symmetric.", "p"),
        (MATRIX + "$A = A^T$ iff $A$ is symmetric.", "u"),
        (MATRIX + "$A^2 = A$ whenever $A$ is a projection.", "u"),
        (MATRIX + "$A^2 = A$ holds exactly when the matrix is idempotent.", "u"),
        (MATRIX + "$A^2 = A$.", "r"),
        ("Let $x$ be real. Then $x^2 > x$ when $x$ is greater than one.", "u"),
        ("Let $x$ be real. Then $x^2 > x$ if $x$ is positive.", "r"),
        ("Let $x$ be real. Then $x^2 > x$ if $x > 0$.", "r"),
    ],
)  # fmt: skip
def test_further_answers(text: str, expected: str) -> None:
    tells(text, [*expected])

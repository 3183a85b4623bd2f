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
        (r"Let $P(X = k) = (1-p)^{k-1}p$ for $k \ge 1$. Then $\sum_{k=1}^\infty k(1-p)^{k-1}p = \frac{p}{p^2}$.", ["unknown"]),
        (r"$\sum_{n=0}^\infty x^n = \frac{2}{1-x}$", ["refuted"]),
        (r"Let $x > 2$. Then $\sum_{n=0}^\infty x^n = \frac{1}{1-x}$.", ["refuted"]),
        (r"$\sum_{n=0}^\infty 2^n = -1$", ["refuted"]),
        (r"Let $A \in \mathbb{R}^{n\times n}$. Then $A\mathbf{1} = A\mathbf{1}$ and $\mathbf{1}^\top\mathbf{1} = n$.", ["proved", "proved"]),
    ],
)  # fmt: skip
def test_what_stood_against_right_lines_of_notes(text: str, expected: list[str]) -> None:
    tells(text, expected)


POSITIVE = (
    r"Let $p_1, \dots, p_n > 0$ and $q_1, \dots, q_n > 0$. Define $D(p, q) = \sum_{i=1}^n p_i \log\frac{p_i}{q_i}$. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (POSITIVE + "Then $D(p, p) = 0$.", ["proved"]),
        (POSITIVE + "Then $D(p, q) = D(q, p)$.", ["refuted"]),
        (POSITIVE + r"Then $D(p, q) + D(q, p) = \sum_{i=1}^n (p_i - q_i)\log\frac{p_i}{q_i}$.", ["proved"]),
        (POSITIVE + "Then $D(p) = 0$.", ["not understood"]),
        (r"Let $F(p) = \sum_{i=1}^n p_i^2$. Then $\frac{\partial F}{\partial p_i} = 2p_i$ and $F(q) = \sum_{k=1}^n q_k^2$.",
         ["proved", "proved"]),
        (r"Let $F(p) = \sum_{i=1}^n p_i^2$. Then $\frac{\partial F}{\partial p_i} = p_i$.", ["refuted"]),
        # a function of one number beside members of the same letter
        (r"Let $f(x) = x^2$. Then $\sum_{i=1}^n f(x_i) = \sum_{i=1}^n x_i^2$ and $f(3) = 9$.", ["proved", "proved"]),
        # there are members for some places only, and lines that are to be solved are no claims
        (r"Let $p_1, \dots, p_n > 0$ with $\sum_{i=1}^n p_i = 1$. Let $F(p) = \sum_{i=1}^n p_i^2$. Then "
         r"$$\frac{\partial}{\partial p_i}\Big(F(p) - c\sum_{j=1}^n p_j\Big) = 2p_i - c = 0.$$ So $p_i = c/2$ for each $i$, and $p_i = \frac1n$.",
         ["proved", "proved", "unknown"]),
        (r"Let $p_1, \dots, p_n > 0$. So $p_i = 1$ for each $i$.", ["refuted"]),
        # a recurrence is meant for all n
        (r"For the recurrence $T(n) = 2T(n/2) + n$ with $n = 2^k$ and $T(1) = 0$ we put $S(k) = T(2^k)/2^k$. So $S(k) = k$.", ["unknown"]),
    ],
)  # fmt: skip
def test_functions_of_all_members_and_what_is_said_of_each(text: str, expected: list[str]) -> None:
    tells(text, expected, budget=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$\frac{n(n+1)}{2} = \Theta(n^2)$ and $3n + 5 = \Omega(n)$.", ["proved", "proved"]),
        (r"$3n = \Theta(n^2)$", ["unknown"]),
        (r"$n^2 = \Omega(n^3)$", ["unknown"]),
        (r"$2^{n+1} - 1 = O(2^n)$", ["proved"]),
        (r"$2^{2n} = O(2^n)$", ["unknown"]),
        (r"Let $\Theta = 3$ and $n = 2$. Then $12 = \Theta(n^2)$.", ["proved"]),
        (r"Let $\Omega > 0$. Then $\Omega(a + b) = \Omega a + \Omega b$.", ["proved"]),
    ],
)
def test_orders_of_growth(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Let $S_n = n^2$. Show that $M_n = S_n - n$ is a martingale. Then $M_2 = 2$ and $M_3 = 7$.",
            ["proved", "refuted"],
        ),
        (r"Show that $a_n = \frac{2n+1}{n+3}$ converges to $2$. We have $a_1 = \frac34$.", ["proved"]),
        (r"The sequence $b_n = \frac1n$ is decreasing. So $b_{n+1} < b_n$.", ["proved"]),
        # of what is told already, and of what is to be found, it is claimed
        ("Let $y_n = 2n$. Show that $y_n = n + 1$ is increasing.", ["refuted"]),
        ("Let $a > 0$. Show that $c = a + 1$ is a solution of $t - 1 = a$.", ["unknown"]),
    ],
)
def test_what_a_sentence_names_and_goes_on_about(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Define $a_0 = 1$ and $a_n = 2a_{n-1}$. Then $a_n = 2^n$.", ["proved"]),
        ("Define $b_n = b_n + 1$. Then $b_n = 7$.", ["unknown", "unknown"]),  # which gives nothing
        (r"Define $c_0 = 0$ and $c_t = \frac{1 + \sqrt{1 + 4c_{t-1}^2}}{2}$ for $t \ge 1$. Then $c_t^2 - c_t = c_{t-1}^2$ for $t \ge 1$.",
         ["proved"]),
        # the limit of an iteration is no random number
        (r"Let $g(x) = \frac12\cos x$ and $x_{k+1} = g(x_k)$. Then $|x_k - x^*| \le 2^{-k}|x_0 - x^*|$.", ["unknown"]),
        ("Let $x^* = 2$. Then $x^* + a = a$.", ["refuted"]),
        # letters with words below
        (r"Let $\kappa = \frac{\lambda_{\max}}{\lambda_{\min}}$ and $\alpha = \frac{2}{\lambda_{\max} + \lambda_{\min}}$. "
         r"Then $1 - \alpha\lambda_{\min} = \frac{\kappa - 1}{\kappa + 1}$ and $1 - \alpha\lambda_{\max} = \frac{\kappa - 1}{\kappa + 1}$.",
         ["proved", "refuted"]),
    ],
)  # fmt: skip
def test_what_is_defined_step_by_step(text: str, expected: list[str]) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            r"Let $T$ be exponential with rate $\mu$. Then $E[T] = \frac1\mu$ and $E[T^2] = \frac{2}{\mu^2}$.",
            ["proved", "proved"],
        ),
        (r"Let $T$ be exponential with rate $\mu$. Then $E[T^2] = \frac{1}{\mu^2}$.", ["refuted"]),
        (r"Let $X$ be exponentially distributed with mean $m$. Then $\operatorname{Var}(X) = m^2$.", ["proved"]),
        (r"Let $X$ be a Poisson random variable with parameter $c$. Then $E[X^2] = c^2 + c$.", ["proved"]),
        # a parameter may be a rate or a mean, and a sum of such variables is another one
        (r"Let $X$ be exponential with parameter $\theta$. Then $E[X] = \theta$.", ["unknown"]),
        (r"Let $Y$ be the sum of exponential variables with rate $\mu$. Then $E[Y] = \frac1\mu$.", ["unknown"]),
    ],
)
def test_distributions_in_words(text: str, expected: list[str]) -> None:
    tells(text, expected)

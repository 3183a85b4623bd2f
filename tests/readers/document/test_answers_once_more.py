"""What yet three answers to one homework brought up, each beside a neighbour that must come out otherwise."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import BUDGET, tells

RULE = (
    r"Since $w_{t+1} = w_t - v_t$, \[\|w_{t+1}\|^2 = \|w_t\|^2 - 2\langle w_t, v_t\rangle + \|v_t\|^2.\] "
    r"Summing from $t = 1$ to $T$: \[\sum_{t=1}^T \langle w_t, v_t\rangle = \frac12(\|w_1\|^2 - \|w_{T+1}\|^2) + "
)
GOAL = (
    r"First we prove that \[ 2\langle w_t, v_t\rangle = \|w_t\|^2 - \|w_{t+1}\|^2 + \|v_t\|^2. \tag{$\dagger$} \] "
    r"Indeed, since $w_{t+1} = w_t SIGN v_t$, \[\|w_{t+1}\|^2 = \|w_t\|^2 SIGN 2\langle w_t, v_t\rangle + \|v_t\|^2.\] "
)
LEAST = r"$$w^* = \operatorname{argmin}_w \left\{ \langle w - u, v\rangle + \frac\lambda2\|w - u\|^2 \right\}, \quad \lambda > 0$$ "
MODEL = r"Define $g(w) = \langle w - u, v\rangle + \frac\lambda2\|w - u\|^2$ with $\lambda > 0$. "
SOLVED = r" v + \lambda(w - u) = 0\\ \implies w &= u - \frac1\lambda v. \end{align}"
SHIFT = r"Let $S$ be the shift with $(Sx)_i = x_{i-1}$, where all indices are taken mod $n$. Let $a = A e_0$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RULE + r"\frac12 \sum_{t=1}^T \|v_t\|^2.\]", "pp"),
        (RULE + r"\frac14 \sum_{t=1}^T \|v_t\|^2.\]", "pr"),
        (GOAL.replace("SIGN", "-"), "pp"),
        (GOAL.replace("SIGN", "+"), "up"),
        (MODEL + r"So \begin{align} \nabla g(w) &=" + SOLVED, "pp"),
        (MODEL + r"So \begin{align} \nabla g(w) &= 2" + SOLVED, "ru"),
        (MODEL + r"The function $g$ is convex, so \begin{align} \nabla g(w) &=" + SOLVED, "pp"),
    ],
)
def test_answers_in_latex(text: str, expected: str) -> None:
    tells(text, expected, kind="latex")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Using $\|w\| \le B$ and $\|v\| \le \rho$, we get $\|w\| + \|v\| \le B + \rho$.", "p"),
        (r"Using $\|w\|^2 \le B^2$ and $\|v\|^2 \le \rho^2$, we get $\|w\|^2 + \|v\|^2 \le B^2 + \frac{\rho^2}{2}$.", "r"),
        (r"Plugging $\|w\| \le B$, $\|v\| \le \rho$, and $c = 2$ into this gives $\|w\| + c\|v\| \le B + 2\rho$.", "p"),
        (r"Substituting $\|w\| \le B$ and $\|v\| \le \rho$, $$\|w\| + \|v\| \le B + 2\rho - 1.$$", "r"),
        ("Using $a^2 \\ge 2a$, we get $a^2 - 2a \\ge 0$.", "uu"),
        (LEAST + r"We have $\lambda(w^* - u) = -v$.", "p"),
        (LEAST + r"We have $\lambda(w^* - u) = v$.", "u"),
        (LEAST + r"Then $w^* = u + \frac1\lambda v$.", "r"),
        ("We want to find " + LEAST + r"Then $w^* = u - \frac1\lambda v$.", "p"),
        (LEAST + r"Let $J(w)$ denote the objective. Then $\nabla J(w) = v + \lambda(w - u)$.", "p"),
        (LEAST + r"Let $J(w)$ denote the objective. Then $\nabla J(w) = v + 2\lambda(w - u)$.", "r"),
        (r"$$w^* = \arg\min_w \|w - u\|^2$$ Setting the gradient to zero, $w^* = u$.", "p"),
        (r"$$w^* = \arg\min_w \|w - u\|^2$$ Setting the gradient to zero, $w^* = 2u$.", "r"),
        (r"Let $w^* = \arg\min_w \|w - u\|^2$ subject to $\|w\| \le 1$. Then $w^* = 2u$.", "u"),
        (r"Let $w^* = \arg\min_w \|w - u\|^2$ where $\|w\| \le 1$. Then $\|w^*\| \le 1$ and $w^* = u$.", "pu"),
        (r"Let $w^* = \arg\min_{\|w\| \le 1} \langle v, w\rangle$. Then $\|w^*\| \le 1$ and $w^* = -v$.", "pu"),
        (r"$$\arg\min_{\|w\| \le 1} \langle v, w\rangle = -\frac{v}{\|v\|}$$ where $v \ne 0$.", "p"),
        (r"$$w^* = \arg\min_w \|w - u\|^2 \quad \text{s.t.} \quad \|w\| \le 1$$ Then $\|w^*\| \le 1$ and $w^* = u$.", "pu"),
        (r"Let $w^* = \arg\min_{w \in C} \|w - u\|^2$. Then $w^* = u$.", "u"),
        (r"$$w^* = \arg\min_w \|w - u\|^2$$ with $\|w\| = 1$. Then $\|w^*\|^2 = \|u\|^2$.", "u"),
        ("Let $f(x) = (x-3)^2$. Setting the derivative to zero, $x = 3$.", "p"),
        ("Let $f(x) = (x-3)^2$. Setting the derivative to zero, $x = 4$.", "r"),
        (
            "Let $f(x) = (x-3)^2$ and $g(x) = x^2 - 2x$. Setting the derivative of $f$ to zero gives $x = 3$. "
            "Setting the derivative of $g$ to zero gives $x = 1$.",
            "pp",
        ),
        ("Let $h(p) = p^2 - 2ap$. Setting the derivative to zero gives $\\hat p = a$.", "p"),
        ("Let $h(p) = p^2 - 2ap$. Setting the derivative to zero gives $\\hat p = 2a$.", "r"),
        (r"We have $f_1(1, 2) = e^3$. Define $z = e^2$, $f_1 = z + 1$. Then $f_1 = e^2 + 1$.", "p"),
        (r"We have $f_1(1, 2) = e^3$. Define $z = e^2$, $f_1 = z + 1$. Then $f_1 = e^2 + 2$.", "r"),
        (SHIFT + r"Then $A_{ij} = (A e_j)_i$.", "p"),
        (SHIFT + r"Then $A_{ij} = (A e_i)_j$.", "u"),
        (
            r"Take $a = w_t - u$ and $b = c v_t$. Then $a - b = w_{t+1} - u$ and "
            r"$$2c\langle w_t - u, v_t\rangle = \|w_t - u\|^2 + c^2\|v_t\|^2 - \|w_{t+1} - u\|^2.$$ So "
            r"$$2c\sum_{t=1}^T\langle w_t - u, v_t\rangle = \sum_{t=1}^T(\|w_t - u\|^2 - \|w_{t+1} - u\|^2 + c^2\|v_t\|^2).$$",
            "uuu",
        ),
        ("## Problem 1\nLet $f(x) = x^2$. The function $f$ is convex and $f(2) = 4$.\n\n## Problem 2\n"
         "The function $f$ is even. Then $f(x) = x^2$.", "p"),
    ],
)  # fmt: skip
def test_answers_in_markdown(text: str, expected: str) -> None:
    tells(text, expected)


CYCLIC = r"Let $(P x)_i = x_{i-1}$ with indices modulo $n$. "
FILTER = CYCLIC + r"For $\bm a \in \mathbb{R}^n$ let $(T_{\bm a} x)_i = \sum_{k=0}^{n-1} a_k x_{i-k}$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $S_{ij} = [i = j + 1]$ with indices modulo $n$. Then $S^T S = I$.", "p"),
        (r"Let $S_{ij} = [i = j + 1]$ with indices modulo $n$. Then $S^T = S$.", "r"),
        (r"Let $C_{ij} = c_{i - j \bmod n}$ and $S_{ij} = \mathbb{1}[i \equiv j + 1 \pmod n]$. Then $S C = C S$.", "p"),
        (r"Let $C_{ij} = c_{i - j \bmod n}$ and $S_{ij} = [i \equiv j + 1 \pmod n]$. Then $S C = C$.", "r"),
        (r"Let $A$ be an $n \times n$ matrix with $A_{ij} = [i = j]$ for $1 \le i, j \le n$. Then $\operatorname{tr} A = n$.", "p"),
        (r"Let $P$ denote the shift on $\mathbb{R}^n$, that is, $(P x)_i = x_{i-1}$ (indices modulo $n$). Then $(P^2 x)_i = x_{i-2}$.",
         "p"),
        (r"Let $P$ denote the shift on $\mathbb{R}^n$, that is, $(P x)_i = x_{i-1}$ (indices modulo $n$). Then $(P^2 x)_i = x_{i-3}$.",
         "r"),
        ("Let $x = 2$, i.e. $2x = 5$.", "r"),
        (FILTER + r"Then $(P T_{\bm a} x)_i = \sum_{k=0}^{n-1} a_k x_{i-1-k}$.", "p"),
        (FILTER + r"Then $(P T_{\bm a} x)_i = \sum_{k=0}^{n-1} a_{k-1} x_{i-1-k}$.", "r"),
        (FILTER + r"For $n = 3$, $\bm a = (1, 2, 0)$ and $x = (1, 0, 4)$ we have $a_0 x_0 + a_1 x_2 = 9$.", "p"),
        (FILTER + r"For $n = 3$, $\bm a = (1, 2, 0)$ and $x = (1, 0, 4)$ we have $a_1 x_1 + a_2 x_3 = 9$.", "u"),
    ],
)  # fmt: skip
def test_answers_on_cyclic_matrices(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $a_k = 2k$ for $1 \\le k \\le n$. Then $\\sum_{k=1}^n a_k = n(n+1)$.", "p"),
        ("Let $a_k = 2k$ for $1 \\le k \\le n$. Then $\\sum_{k=1}^n a_k = n^2$.", "r"),
        ("Let $a_k = 2k$ for $0 \\le k < n$. Then $\\sum_{k=0}^{n-1} a_k = n(n-1)$.", "p"),
        ("Let $a_k = 2k$ for $0 < k < n$. Then $a_n = 2n$.", "u"),
        ("Suppose $|x_i - y_i| \\le c$ for $1 \\le i \\le n$. Then $\\sum_{i=1}^n |x_i - y_i| \\le n c$.", "p"),
        ("Let $x_i = 1$ for some $1 \\le i \\le n$. Then $\\sum_{i=1}^n x_i = n$.", "r"),
        ("Let $a_k = 2k$ and $b_j = j$ for $1 \\le j, k \\le n$. Then $\\sum_{k=1}^n a_k = n(n+1)$.", "p"),
        ("Let $A$ be an $n \\times n$ matrix with $A_{ij} = i + j$ for $1 \\le i, j \\le n$. "
         "Then $\\operatorname{tr} A = n(n+1)$.", "p"),
        ("Let $A$ be an $n \\times n$ matrix with $A_{ij} = i + j$ for $1 \\le i, j \\le n$. "
         "Then $\\operatorname{tr} A = n(n+2)$.", "r"),
        ("Let $a_k = 1$ for $1 \\le k \\le n$ except $k = 2$. Then $\\sum_{k=1}^n a_k = n$.", "r"),
        ("Let $0 < a, b < 1$. Then $a b < 1$.", "p"),
        ("Let $0 < a, b < 1$. Then $a + b < 1$.", "r"),
        ("Let $-\\frac12 \\le a, b \\le 1$. Then $a + b \\ge -1$.", "p"),
        ("Let $a < b, c < d$. Then $a + c < b + d$.", "p"),
        ("Let $x > 0, y < 1$. Then $y > 0$.", "u"),
    ],
)  # fmt: skip
def test_ranges_behind_hypotheses(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"By the triangle inequality, $\|x+y\| \le \|x\| + \|y\|$.", "p"),
        (r"By the triangle inequality, $\|x+y\| \le \|x\| + \frac12\|y\|$.", "r"),
        (r"By Young's inequality, $ab \le \frac{a^2}{2} + \frac{b^2}{4}$.", "r"),
        (r"By the AM-GM inequality $$\sqrt{ab} \le \frac{a+b}{3}$$ for $a, b \ge 0$.", "r"),
        ("Solve the inequality $2x \\le 4$. So $x \\le 2$.", "p"),
        ("Solve $-3x \\ge 12$. Dividing by $-3$ reverses the inequality: $x \\le -4$.", "p"),
        ("Solve $-3x \\ge 12$. Dividing by $-3$ reverses the inequality: $x \\ge -4$.", "r"),
        ("Solve $x^2 - 5x + 6 = 0$. By the quadratic formula, $x = 3$ or $x = 2$.", "p"),
        ("Solve $x^2 - 5x + 6 = 0$. By the quadratic formula, $x = 3$ or $x = 1$.", "r"),
        ("Let $a_0 = 1$ and $a_{n+1} = 2a_n$. By the recurrence, $a_1 = 2$ and $a_2 = 5$.", "pr"),
        ("The sequence is given by the recurrence $a_{n+1} = 2a_n$, $a_0 = 1$. So $a_3 = 8$.", "p"),
        ("Because $|a_n| \\le M$ for all $n$, $|a_n + a_{n+1}| \\le 2M$.", "p"),
        ("Because $|a_n| \\le M$ for all $n$, $|a_n + a_{n+1}| \\le M$.", "u"),
        ("Let $a_n = 2n$ for all $n$, $n \\ge 5$. Then $a_7 = 14$.", "p"),
        ("Given $a + b = 5$ and $ab = 6$, $(a + b)^2 = 24$.", "r"),
        ("Given $a + b = 5$, $ab = 6$ and $c = 2$, we get $a b c = 12$.", "p"),
    ],
)
def test_words_that_lead_to_a_claim(text: str, expected: str) -> None:
    tells(text, expected)


def test_a_reason_behind_a_line_is_assumed_of_each_index() -> None:
    text = "Let $(C_a)_{ij} = a_{(i-j) \\bmod n}$. Then $C_a x = b x$, since $(C_a x)_i = x_i = (b x)_i$."
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=BUDGET)
    assert answer.steps[0].judged.assumes == (1,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            r"Let $A$ and $B$ be $n \times n$ matrices that commute. Then $(A + B)^2 = A^2 + 2AB + B^2$ and $A = B$.",
            "pu",
        ),
        (r"Let $A$ and $B$ be square matrices. Suppose that $A$ commutes with $B$. Then $A^\top B = B A^\top$.", "u"),
        (r"Let $A$ and $B$ be square matrices. Suppose that $A$ commutes with $B$. Then $A^2 B = B A^2$.", "p"),
        (r"Let $A$ and $B$ be square matrices. Then $A$ does not commute with $B$. Also $A B = B A$.", "u"),
    ],
)
def test_matrices_that_commute(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("bound", "expected"),
    [("L_f L_g |x - y|", "p"), ("L_g |x - y|", "r"), (r"L_f |g(x) - g(y)|", "p")],
)
def test_functions_may_have_constants_of_their_own(bound: str, expected: str) -> None:
    """f(g(x)) was a product of three numbers, and L_f the member of a sequence."""
    tells(
        rf"Let $f$ and $g$ be Lipschitz with constants $L_f$ and $L_g$. Then $|f(g(x)) - f(g(y))| \le {bound}$.",
        expected,
    )


@pytest.mark.parametrize(("rate", "expected"), [("x_t - u", "p"), ("u - x_t", "u")])
def test_each_function_of_a_list_may_be_convex(rate: str, expected: str) -> None:
    text = r"Let $f_1, \dots, f_T$ be convex and differentiable. Then $f_t(x_t) - f_t(u) \le \langle \nabla f_t(x_t), "
    tells(rf"{text}{rate}\rangle$.", expected)

r"""Each of the last lines was once proved, as what was said of another letter, case, member or function was held on to."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of

TWO_CASES = "Let $a$ and $b$ be real numbers.\n\n**Case 1.** $a = b$. Then $a^2 + b^2 = 2ab$.\n\n**Case 2.** "
ONE_RULE = "Let $a_1 = 1$ and $a_{n+1} = 2 a_n$. "
SLOPES = "Let $f(x) = x^2 - 2x$ and $g(x) = x^2 + 6x$. Then $f'(x) = 2x - 2$. "
TANGENT = "$f(y) \\ge f(x) + \\langle \\nabla f(x), y - x\\rangle$"
SQUARE = "Let $x$ be real with $x^2 = 4$. "
FALSE = [
    TWO_CASES + "$a \\ne b$. Then $a^2 + b^2 = 2ab$.",
    TWO_CASES + "$a < b$. Then $a^2 + b^2 = 2ab$.",
    "Let $a, b, c$ be integers. There is an integer $k$ with $b = ka$. There is an integer $k$ with $c = ka$. So $b = c$.",
    "Since $a \\mid b$, there is an integer $k$ with $b = ka$. Since $a \\mid c$, there is $k$ with $c = ka$. So $b = c$.",
    "Choose integers $p, q$ with $q \\ne 0$ and $x = p/q$. Choose integers $p, q$ with $q \\ne 0$ and $y = p/q$. Then $x = y$.",
    "There is $t \\in [0, 1]$ with $x = 1 - t$. There is $t \\in [0, 1]$ with $y = 1 - t$. Hence $x = y$.",
    "There is $c$ in $(0, 1)$ with $f(1) - f(0) = f'(c)$. There is $c$ in $(0, 1)$ with $g(1) - g(0) = g'(c)$. "
    "Hence $\\frac{f(1) - f(0)}{g(1) - g(0)} = \\frac{f'(c)}{g'(c)}$.",
    "Let $x \\ge 1$. For all $x \\ge 0$ we have $x^2 \\ge x$.",
    "Let $n \\ge 1$. Then $2^n \\ge 2$. For all $n \\ge 0$ we have $2^n \\ge 2$.",
    "Let $n \\ge 1$. Then $2^n \\ge 2$. For all $n \\ge 0$ we have $2^n \\ge 1$. Moreover $2^n \\ge 2$.",
    "Let $0 < x < 1$. For all $x \\ge \\frac12$ we have $x^2 \\le x$.",
    ONE_RULE + "Assume $a_n = 2^n$. Then $a_{n+1} = 2^{n+1}$. Therefore $a_n = 2^n$ for all $n \\ge 1$.",
    ONE_RULE + "Inductive hypothesis: $a_n = 2^n$. This proves that $a_n = 2^n$ for every $n \\ge 1$.",
    ONE_RULE + "Assume $a_k = 2^k$. Then $a_{k+1} = 2^{k+1}$. So $a_n = 2^n$ for every $n \\ge 1$.",
    "Let $S_n = \\sum_{k=1}^n k$. Assume $S_n = \\frac{n(n+1)}{2} + 1$. By induction, for all $n \\ge 1$, "
    "$S_n = \\frac{n(n+1)}{2} + 1$.",
    "Let $a_1 = 5$ and $a_{n+1} = \\frac{a_n}{2} + 1$. Suppose $a_n \\le 3$. So $a_n \\le 3$ for every $n \\ge 1$.",
    "# One\n\nLet $c_n \\le 7$ for $n = 1, \\dots, 5$.\n\n# Two\n\nLet $c_n \\le 7$ for $n = 2, 3, \\dots$. Then $c_1 \\le 7$.",
    SLOPES + "For the other function, $g(x) \\ge -9$. Setting its derivative to zero gives $x = 1$.",
    SLOPES + "Now for $g$. Setting its derivative to zero gives $x = 1$.",
    SLOPES + "We turn to the second function. Setting its derivative to zero gives $x = 1$.",
    f"Let $f$ be convex and differentiable. Now let $f$ be any differentiable function. Then {TANGENT}.",
    f"Let $f$ be convex and differentiable. For a general differentiable function $f$ we have {TANGENT}.",
    SQUARE + "Without loss of generality $x > 0$, so $x = 2$. Hence $x = 2$ in every case.",
    SQUARE + "Case 1: $x > 0$. Then $x = 2$. Case 2: $x \\le 0$. Then $x = -2$. So $x = -2$ in both cases.",
    "Let $A, A' \\in \\mathbb{R}^{n \\times n}$. Then $\\operatorname{tr}(A' A) \\ge 0$.",
    "Let $x, x' \\in \\mathbb{R}^d$. Then $\\|x - x'\\| \\ge 0$ and $x' x \\ge 0$.",
    "Let $P$ be a matrix and $P' = P^2$. Then $(P' P)' = P' P$.",
    "Fix $x > 0$. Then $x + \\frac1x \\ge 2$. Fix $x \\ne 0$. Then $x + \\frac1x \\ge 2$.",
    "Let $0 < x < 1$. Then $x^2 < x$. Let $x > 0$. Then $x^2 < x$.",
    "Take $a = 2$. Then $a^2 = 4$. Take any $a$. Then $a^2 = 4$.",
    "If $p > 2$ is prime, then $p$ is odd. If $p = 2$, then $p$ is even. Hence $p = 2$.",
    "Let $x_0 = 1$ and $x_{k+1} = 2x_k$. Then $x_1 = 2$. Let now $x_0 = 3$. Then $x_1 = 2$.",
    f"Let $f$ be convex and differentiable. Then {TANGENT}. We drop convexity. Then still {TANGENT}.",
    f"Let $f$ be convex and differentiable. Without convexity we have {TANGENT}.",
    f"Under convexity of $f$, {TANGENT}. In the nonconvex case, {TANGENT}.",
    "# One\n\nLet $\\eta = 1/L$ with $L > 0$.\n\n# Two\n\nLet $\\eta > 0$ be arbitrary. Then $\\eta L = 1$.",
    "Let $z = x - y$ with vectors $x$, $y$. For a vector $z$, $\\|z\\|^2 = \\|x\\|^2 - 2 \\langle x, y\\rangle + \\|y\\|^2$.",
    "Let $f(0) = 1$ and $f(n+1) = 2 f(n)$ for all natural $n$. Suppose that $f(n) = 3^n$. By induction $f(n) = 3^n$ for all $n$.",
    "All indices of $a_1, \\dots, a_n$ are taken modulo $n$, so $a_{i+n} = a_i$. Let $x_1, x_2, \\dots$ be any sequence. "
    "Then $\\sum_{i=1}^n (x_{i+1} - x_i) = 0$.",
    "Indices are modulo $n$, so $\\sum_{i=1}^n (a_{i+1} - a_i) = 0$. For a sequence $(x_i)$ of reals we have "
    "$\\sum_{i=1}^n (x_{i+1} - x_i) = 0$.",
]
RIGHT = [
    TWO_CASES + "$a \\ne b$. Then $(a - b)^2 > 0$.",
    "Let $m$ and $n$ be integers. Suppose there is an integer $k$ with $n = 2k$ and there is an integer $l$ with $m = 2l + 1$. "
    "So $m + n = 2(k + l) + 1$.",
    "Let $n \\ge 1$. For all $n \\ge 0$ we have $2^n \\ge 1$.",
    "Let $x \\ge 1$. For all $y \\ge 0$ we have $xy \\ge y$.",
    ONE_RULE + "Assume $a_n = 2^{n-1}$. Then $a_{n+1} = 2^n$. Therefore $a_n = 2^{n-1}$ for all $n \\ge 1$.",
    ONE_RULE + "Assume $a_k = 2^{k-1}$. Then $a_{k+1} = 2 a_k = 2^k$.",
    "Let $S_n = \\sum_{k=1}^n k$. Assume $S_n = \\frac{n(n+1)}{2}$. By induction, for all $n \\ge 1$, "
    "$S_n = \\frac{n(n+1)}{2}$.",
    "Let $x_{t+1} = x_t - \\eta g_t$. Assume $\\|g_t\\| \\le G$. Then $\\|x_{t+1} - x_t\\| \\le |\\eta| G$.",
    "# One\n\nLet $c_n \\le 7$ for $n = 1, \\dots, 5$.\n\n# Two\n\nLet $c_n \\le 7$ for $n = 2, 3, \\dots$. Then $c_9 \\le 7$.",
    SLOPES + "Note that $f(0) = 0$. Setting its derivative to zero gives $x = 1$.",
    f"Let $f$ be any convex differentiable function. Then {TANGENT}.",
    SQUARE + "Case 1: $x > 0$. Then $x = 2$. Case 2: $x \\le 0$. Then $x = -2$. So $|x| = 2$ in both cases.",
    "Let $x \\ge 0$. Then $x^3 \\ge 0$. Let $x \\ge 1$. Then $x^2 \\ge x$.",
    "Let $x \\ge 1$. Since $x \\ge 0$, we have $x^2 \\ge x$.",
    "Let $x \\ge 1$ and $y \\ge 0$. Suppose $x > y$. Then $x^2 \\ge y^2$.",
    "Let $x_0 = 1$ and $x_{k+1} = 2x_k$. Then $x_1 = 2$. Let now $x_0 = 3$. Then $x_1 = 6$.",
    "For integers $k$ put $h(k) = k^2$. Then $h(k) \\ge 0$ for all integers $k$.",
    "For integers $k$ let $h(k) = k^2$. Then $h(k) \\ge 0$ for all integers $k$.",
    "If $x > 2$, then $x^2 > 4$, hence $x^2 > 2x$.",
    f"Let $f$ be differentiable. By convexity we have {TANGENT}.",
    "# One\n\nLet $\\eta = 1/L$ with $L > 0$.\n\n# Two\n\nThen $\\eta L = 1$.",
    "Let $A$ be a matrix with $A' = A$ and $A' A = I$. Then $A^2 = I$.",
    "All indices are taken modulo $n$. Let $x_1, \\dots, x_n$ be real. Then $\\sum_{i=1}^n (x_{i+1} - x_i) = 0$.",
]


def last_verdict(text: str) -> str:
    document = document_of(text.encode(), "markdown")
    return answer_document(document, {}, budget=1.0, second_reader=False).steps[-1].judged.verdict


@pytest.mark.parametrize("text", FALSE)
def test_the_last_line_does_not_follow(text: str) -> None:
    assert last_verdict(text) != "proved"


@pytest.mark.parametrize("text", RIGHT)
def test_the_last_line_follows(text: str) -> None:
    assert last_verdict(text) == "proved"


def test_the_condition_of_a_formula_is_said_after_a_row_too() -> None:
    """x = -b/(2a) from 2ax + b = 0 was proved without a word on a."""
    text = "Let $h(x) = a x^2 + b x + c$. Then $h'(x) = 2ax + b$. Setting this to zero we obtain $x = -\\frac{b}{2a}$."
    steps = answer_document(document_of(text.encode(), "markdown"), {}, budget=1.0, second_reader=False).steps
    assert "2*a != 0, where it has a value" in steps[-1].judged.under


def test_a_mean_is_no_name() -> None:
    """The mean of |X| was said to be 0, and nothing was claimed."""
    assert last_verdict("Let $X$ be a random variable with mean $0$. Then $E[|X|] = 0$.") == "unknown"


@pytest.mark.parametrize(("second", "verdict"), [("a_3 = 9", "refuted"), ("a_2 = 4", "proved")])
def test_a_value_that_differs_is_no_other_case(second: str, verdict: str) -> None:
    """Of a sequence that is told step by step, "a_3 = 8 and a_3 = 9" was proved, as two cases of which one holds."""
    text = f"Let $a_0 = 1$ and $a_n = 2a_{{n-1}}$ for $n \\ge 1$. Then $a_3 = 8$ and ${second}$."
    assert last_verdict(text) == verdict

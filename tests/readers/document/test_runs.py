r"""Chains that leave out members, `x_1 \le \dots \le x_n`, as hypotheses and as claims; each with a neighbour that fails."""

from __future__ import annotations

import pytest

from symproof.readers.notation import parse
from symproof.readers.resolve import Context, resolve_statement
from tests.document_says import tells


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"x_1 \le x_2 \le \dots \le x_n", "x[1] <= x[2] and (x[k] <= x[k + 1] for each k in 1..n - 1)"),
        (r"0 \le x_1 \le \cdots \le x_n", "0 <= x[1] and (x[k] <= x[k + 1] for each k in 1..n - 1)"),
        (r"x_1 \le \cdots \le x_n", "x[k] <= x[k + 1] for each k in 1..n - 1"),
        (r"x_n < x_{n-1} < \dots < x_1", "x[n] < x[n - 1] and (x[k + 1] < x[k] for each k in 1..n - 1)"),
        (
            r"f(x_0) \ge f(x_1) \ge \dots \ge f(x_T)",
            "f(x[0]) >= f(x[1]) and (f(x[k]) >= f(x[k + 1]) for each k in 0..T - 1)",
        ),
        (r"2 x_1 \le \dots \le 3 x_n", "2*x[1] <= 3*x[n]"),
        (r"1/x_1 \ge \dots \ge 1/x_n", "1/x[k] >= 1/x[k + 1] for each k in 1..n - 1"),
        (r"f(x_1) \le \dots \le f(2 x_n)", "f(x[1]) <= f(2*x[n])"),
        (r"x_1 = x_2 = \dots = x_5", "x[1] = x[2] and (x[k] = x[k + 1] for each k in 1..5 - 1)"),
    ],
)
def test_what_a_chain_with_an_ellipsis_says(latex: str, expected: str) -> None:
    names = {"names": {"x": "sequence of reals", "n": "natural >= 1", "T": "natural", "f": "function of a real"}}
    read = resolve_statement(parse(latex).clauses[0], Context.from_table(names))

    assert read.text == expected


@pytest.mark.parametrize(
    "latex",
    [
        r"x_1 \le x_3 \le \dots \le x_n",
        r"x_1 \le x_3 \le \dots \le x_{2n+1}",
        r"x_1 < \dots \le x_n",
        r"x_m \le \dots \le x_n",
    ],
)
def test_a_law_that_is_not_certain_is_not_read(latex: str) -> None:
    names = {"x": "sequence of reals", "y": "sequence of reals", "n": "natural", "m": "natural"}
    read = resolve_statement(parse(latex).clauses[0], Context.from_table({"names": names}))

    assert not hasattr(read, "term")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $x_1 \le x_2 \le \dots \le x_n$. Then $\sum_{i=1}^n x_i \le n x_n$.", "p"),
        (r"Let $x_1 \le x_2 \le \dots \le x_n$. Then $\sum_{i=1}^n x_i \le n x_1$.", "r"),
        (r"Let $\lambda_1 \ge \dots \ge \lambda_n \ge 0$. Then $\lambda_1 \ge \lambda_n$ and $\lambda_1 \ge 0$.", "pp"),
        (r"Let $\lambda_1 \ge \dots \ge \lambda_n \ge 0$. Then $\sum_{i=1}^n \lambda_i \ge n \lambda_1$.", "r"),
        (r"Let $x_k = k^2$. Then $x_1 \le x_2 \le \dots \le x_n$.", "pp"),
        (r"Let $x_k = k^2 - 9k$. Then $x_1 \le x_2 \le \dots \le x_n$.", "rr"),
    ],
)
def test_members_in_order(text: str, expected: str) -> None:
    tells(text, expected)


def test_a_matrix_times_zero_is_zero() -> None:
    tells(r"Let $A$ be an $m \times n$ matrix. If $A x = 0$ then $A^\top A x = A^\top 0 = 0$.", "pp")
    tells(r"Let $A$ be an $m \times n$ matrix. If $A x = b$ then $A^\top A x = A^\top 0 = 0$.", "rp")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            r"Let $\lambda > 0$. Then $\lambda e^{-\lambda} \sum_{k=1}^\infty \frac{\lambda^{k-1}}{(k-1)!} = \lambda$.",
            "p",
        ),
        (
            r"Let $\lambda > 0$. Then $\lambda e^{-\lambda} \sum_{k=1}^\infty \frac{\lambda^{k-1}}{(k-1)!} = \lambda^2$.",
            "r",
        ),
        (r"Let $0 < p \le 1$. Then $p \cdot \sum_{k=1}^\infty k (1-p)^{k-1} = \frac{1}{p}$.", "p"),
        (r"Let $0 < p \le 1$. Then $p \cdot \sum_{k=1}^\infty k (1-p)^{k-1} = \frac{1}{p^2}$.", "r"),
    ],
)
def test_factors_before_a_series(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If $a_n < 2$, then $a_{n+1} < 2$.", "u"),  # once proved: a_n < 2 for each n
        ("Suppose that $w_t = 1/2$. Then $w_{t+1} = 1/2$.", "u"),
        ("When $w^{(t)} = 1/2$, we have $w^{(t+1)} = 1/2$. Also $w^2 \\ge 0$.", "up"),
        ("If $e_t = 1/(t+1)$, then $1/e_{t+1} - 1/e_t = 1$ for $t \\ge 1$.", "p"),
        ("Let $a_n = 1$. Then $a_{n+1} = 1$.", "p"),
        ("Suppose $p_i = 1/n$. Then $\\sum_{i=1}^n p_i = 1$.", "p"),
        ("Suppose $a_n < 2$ for all $n$. Then $a_{n+1} < 2$.", "p"),
        ("Let $a_{n+1} = \\sqrt{2 + a_n}$. If $a_n < 2$, then $a_{n+1} < 2$.", "p"),
        ("Let $a_{n+1} = \\sqrt{2 + a_n}$. If $a_n < 3/2$, then $a_{n+1} < 3/2$.", "u"),  # once proved
    ],
)
def test_what_is_supposed_of_a_member_may_be_said_of_one(text: str, expected: str) -> None:
    tells(text, expected)

"""All eigenvalues of a matrix, diagonal matrices whose entries are listed, and what is supposed in a list behind "where"."""

from __future__ import annotations

import pytest

from tests.document_says import tells, verdicts

SYMMETRIC = r"Let $A$ be a real symmetric $n \times n$ matrix, and let $\lambda_1,\dots,\lambda_n$ be the eigenvalues of $A$. Then "
ANY = r"Let $A$ be an $n \times n$ matrix with eigenvalues $\lambda_1, \dots, \lambda_n$. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SYMMETRIC + r"$\operatorname{tr}A = \sum_{i=1}^n\lambda_i$.", "p"),
        (SYMMETRIC + r"$\det A = \prod_{i=1}^n \lambda_i$ and $\operatorname{tr}(A^2) = \sum_{i=1}^n \lambda_i^2$.", "pp"),
        (SYMMETRIC + r"$\operatorname{tr}(A^2) = (\sum_{i=1}^n \lambda_i)^2$ and $\det A = \sum_{i=1}^n \lambda_i$.", "rr"),
        (ANY + r"$\operatorname{tr}(A^k) = \sum_{i=1}^n \lambda_i^k$.", "p"),
    ],
)  # fmt: skip
def test_trace_and_determinant_are_made_of_all_eigenvalues(text: str, expected: str) -> None:
    tells(text, expected, budget=2.0)


def test_eigenvalues_that_may_be_complex_bound_nothing() -> None:
    """The square of a rotation has the trace -2; that of a symmetric matrix has none below 0."""
    assert verdicts(ANY + r"$\operatorname{tr}(A^2) \ge 0$.") != ["proved"]


@pytest.mark.parametrize(
    "text",
    [
        SYMMETRIC + r"$\|A\|_F^2 = \sum_{i=1}^n \lambda_i^2$.",  # of which trace and determinant say nothing
        SYMMETRIC + r"$\operatorname{tr}(A) \le n \lambda_1$ where $\lambda_1$ is the largest.",
        r"Let $\lambda_1,\dots,\lambda_n$ be the eigenvalues of $A$ and let $\lambda_1,\dots,\lambda_n$ be the eigenvalues of $B$. "
        r"Then $\operatorname{tr}(A) = \operatorname{tr}(B)$.",
    ],
)
def test_what_is_known_of_eigenvalues_refutes_nothing_else(text: str) -> None:
    assert "refuted" not in verdicts(text)


DIAGONAL = r"Let $D = \operatorname{diag}(d_1, \dots, d_n)$. Then "
FORM = r"Let $D = \operatorname{diag}(d_1, \dots, d_n)$ and $y \in \mathbb{R}^n$. Then $y^T D y = "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DIAGONAL + r"$\operatorname{tr} D = \sum_{i=1}^n d_i$ and $D^T = D$.", "pp"),
        (DIAGONAL + r"$D^2 = \operatorname{diag}(d_1^2, \dots, d_n^2)$ and $\det D = \prod_{i=1}^n d_i$.", "pp"),
        (DIAGONAL + r"$D^T = D$ and $D^2 = \operatorname{diag}(d_1^3, \dots, d_n^3)$.", "pu"),
        (FORM + r"\sum_{i=1}^n d_i y_i^2$.", "p"),
        (FORM + r"\sum_{i=1}^n d_i^2 y_i^2$.", "r"),
    ],
)  # fmt: skip
def test_a_diagonal_whose_entries_are_listed_is_read(text: str, expected: str) -> None:
    tells(text, expected, budget=2.0)


def test_a_list_behind_where_supposes_on() -> None:
    """ "E[e] = 0" and the covariance were claims behind "has full rank"."""
    model = r"Suppose $y = X\beta + \varepsilon$, where $X \in \mathbb{R}^{n\times p}$ has full rank, $E[\varepsilon] = 0$ and "
    assert verdicts(model + r"$\operatorname{Cov}(\varepsilon) = \sigma^2 I$.") == []


def test_a_list_behind_where_claims_in_a_sentence_that_claims() -> None:
    """Only a sentence that supposes something goes on to suppose."""
    assert verdicts(r"We have $f(x) = a x^2 + c$, where $a$ has a positive value, $a > 1$ and $c = 3$.") == ["unknown"]


SPREAD = "Let $X$ and $Y$ be random variables with means $\\mu$ and $\\nu$. We have\n\n$$\\operatorname{{Var}}(X-Y) = {}{}$$\n\n{}"


@pytest.mark.parametrize(
    ("value", "end", "behind", "verdict"),
    [
        (
            r"\operatorname{Var}(X) - \operatorname{Var}(Y)",
            ".",
            "If they are even independent, we say more.",
            "refuted",
        ),
        (r"\operatorname{Var}(X) + \operatorname{Var}(Y)", "", "if they are uncorrelated.", "unknown"),
    ],
)
def test_if_behind_the_end_of_a_sentence_is_no_condition(value: str, end: str, behind: str, verdict: str) -> None:
    assert verdicts(SPREAD.format(value, end, behind), 2.0)[0] == verdict

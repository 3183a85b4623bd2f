"""Means and covariances of columns: linear models, quadratic forms, normal vectors."""

from __future__ import annotations

import pytest

from tests.document_says import tells

VECTOR = r"Let $x$ be a random vector in $\mathbb{R}^n$ with mean $\mu$ and covariance matrix $\Sigma$, and let $A$ be an $n \times n$ matrix. "
MODEL = r"Consider the linear model $y = X b + \epsilon$ with $\epsilon \sim N(0, \sigma^2 I)$ and $X \in \mathbb{R}^{n \times p}$ of full column rank. Let $\hat b = (X^T X)^{-1} X^T y$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (VECTOR + r"Then $E[A x + c] = A \mu + c$.", "p"),
        (VECTOR + r"Then $E[A x + c] = \mu A + c$.", "n"),
        (VECTOR + r"Then $E[A x + c] = A \mu$.", "?"),
        (VECTOR + r"Then $\operatorname{Cov}(A x + c) = A \Sigma A^T$.", "p"),
        (VECTOR + r"Then $\operatorname{Cov}(A x + c) = A^T \Sigma A$.", "?"),
        (VECTOR + r"Then $\operatorname{Cov}(2 A x) = 4 A \Sigma A^T$.", "p"),
        (VECTOR + r"Then $\operatorname{Cov}(2 A x) = 2 A \Sigma A^T$.", "?"),
        (VECTOR + r"Then $E[A x x^T] = A \Sigma + A \mu \mu^T$.", "p"),
        (VECTOR + r"Then $E[A x x^T] = A \Sigma - A \mu \mu^T$.", "?"),
        (VECTOR + r"Then $E[x^T A x] = \operatorname{tr}(A \Sigma) + \mu^T A \mu$.", "p"),
        (VECTOR + r"Then $E[x^T A x] = \operatorname{tr}(A \Sigma) - \mu^T A \mu$.", "?"),
        (VECTOR + r"Then $\operatorname{Var}(a^T x) = a^T \Sigma a$ and $a^T \Sigma a \ge 0$ and $\Sigma^T = \Sigma$.", "ppp"),
        (VECTOR + r"Then $\operatorname{Var}(a^T x) = a^T \Sigma^2 a$.", "?"),
        (VECTOR + r"Then $E[A x] = A x$.", "?"),
        (VECTOR + r"Then $\operatorname{Cov}(A x, x) = A \Sigma$ and $\operatorname{Cov}(x, A x) = \Sigma A^T$.", "pp"),
        (VECTOR + r"Then $\operatorname{Cov}(x, A x) = A \Sigma$.", "?"),
        (MODEL + r"Then $E[\hat b] = b$ and $\operatorname{Var}(\hat b) = \sigma^2 (X^T X)^{-1}$.", "pp"),
        (MODEL + r"Then $\operatorname{Var}(\hat b) = \sigma^2 X^T X$.", "?"),
        (MODEL + r"Then $E[\hat b] = 2 b$.", "r"),
        (r"Let $A$ be a random matrix and $x$ a random vector. Then $E[A^T x] = A^T E[x]$.", "n"),
        (r"Let $A$ be an $n \times n$ matrix. Then $E[A x x^T x] = A E[x] E[x^T x]$.", "n"),
        (r"If $\vec{x}$ is a random vector with $E[\vec{x}] = \vec\mu$ and $\operatorname{Var}[\vec x] = \Sigma$, then $\operatorname{Var}[A \vec x] = A \Sigma A^T$.", "p"),
        (r"If $\vec{x}$ is a random vector with $E[\vec{x}] = \vec\mu$ and $\operatorname{Var}[\vec x] = \Sigma$, then $\operatorname{Var}[A \vec x] = A^T \Sigma A$.", "?"),
    ],
)  # fmt: skip
def test_random_columns(text: str, expected: str) -> None:
    tells(text, expected.replace("?", "u"))

"""Distributions, by name and in words, and random families in sentences that go on after their moments."""

from __future__ import annotations

from functools import partial

import pytest

from tests import document_says

verdicts = partial(document_says.verdicts, budget=3.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If $X \\sim \\mathrm{Exp}(\\lambda)$ with $\\lambda > 0$, then $E[X] = \\frac{1}{\\lambda}$ and $\\mathrm{Var}(X) = \\frac{1}{\\lambda^2}$.",
         ["proved", "proved"]),
        ("If $X \\sim \\mathrm{Exp}(\\lambda)$ with $\\lambda > 0$, then $\\mathrm{Var}(X) = \\frac{1}{\\lambda}$.", ["refuted"]),
        ("If $X \\sim \\mathrm{Exp}(\\theta)$, then $\\mathrm{Var}(X) = \\theta^2$.", ["unknown"]),  # theta may be its mean
        ("Let $X \\sim \\mathrm{Beta}(\\alpha, \\beta)$. Then $E[X] = \\frac{\\alpha}{\\alpha + \\beta}$.", ["proved"]),
        ("Let $X$ be binomial with parameters $n$ and $p$. Then $E[X] = np$ and $E[X^2] = n^2 p^2$.", ["proved", "refuted"]),
        ("Let $X$ be binomial with parameters $n = 10$ and $p = 0.3$. Then $E[X] = 3$.", ["proved"]),
        ("Let $X$ be Bernoulli with parameter $p$. Then $E[X] = p$, $\\mathrm{Var}(X) = p$.", ["proved", "refuted"]),
        ("Let $X$ be geometric with parameter $p$. Then $E[X] = 1/p$.", ["unknown"]),  # it may count the failures
        ("If $N$ is Poisson with parameter $\\lambda$, then $E[N(N - 1)] = \\lambda^2$ and $\\mathrm{Var}(2N) = 2\\lambda$.", ["proved", "refuted"]),
        ("The error $E[X]$ is $0$. For $N \\ge 1$ we have $\\sum_{k=1}^N k = \\frac{N(N+1)}{2}$.", ["proved"]),
    ],
)  # fmt: skip
def test_what_a_distribution_says_of_mean_and_variance(text: str, expected: list[str]) -> None:
    assert verdicts(text, budget=0.5 if "unknown" in expected else 3.0) == expected


FAMILY = (
    "Let $X_1, \\dots, X_n$ be i.i.d. with mean $\\mu$ and variance $\\sigma^2$, and $S_n = X_1 + \\dots + X_n$. Then "
)


@pytest.mark.parametrize(("value", "expected"), [("n \\sigma^2", "proved"), ("n^2 \\sigma^2", "refuted")])
def test_a_variance_is_said_before_a_relation_that_goes_on_with_the_sentence(value: str, expected: str) -> None:
    assert verdicts(FAMILY + f"$\\operatorname{{Var}}(S_n) = {value}$.")[-1] == expected

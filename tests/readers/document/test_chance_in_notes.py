"""Random numbers as lecture notes and students write of them: signs in bold letters, laws in words and under conditions."""

from __future__ import annotations

import pytest

from tests.document_says import tells, verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $X$ and $Y$ be random variables. Then $\mathbf{E}[X + Y] = \mathbf{E}[X] + \mathbf{E}[Y]$ and $\mathbf{Var}(2X) = 2 \mathbf{Var}(X)$.", "pr"),
        (r"Let $X$ be a random variable. Then $\mathbf{P}(X > 2) = 1 - \mathbf{P}(X \le 2)$ and $\mathbf{P}(X > 2) = 1 + \mathbf{P}(X \le 2)$.", "pu"),
        (r"Let $\mathbf{E}$ and $\mathbf{P}$ be invertible $n \times n$ matrices. Then $(\mathbf{E}\mathbf{P})^{-1} = \mathbf{P}^{-1}\mathbf{E}^{-1}$ and $\mathbf{E}(\mathbf{P} + \mathbf{E}) = \mathbf{P}\mathbf{E} + \mathbf{E}^2$.", "pr"),
    ],
)  # fmt: skip
def test_bold_letters_before_brackets_are_signs(text: str, expected: str) -> None:
    """A product of matrices in bold letters stays one."""
    tells(text, expected, budget=2.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $U$ be uniform on $[a,b]$ with $a<b$. Then $E[U^2] = \frac{a^2+ab+b^2}{3}$ and $\mathrm{Var}(U) = \frac{(b-a)^2}{6}$.", "pr"),
        (r"Let $N$ be geometric with parameter $p$. Then $\mathrm{Var}(N) = \frac{1-p}{p^2}$ and $\mathrm{Var}(2N) = \frac{2(1-p)}{p^2}$.", "pr"),
        (r"Let $Z$ be standard normal. Then $E[Z^2] = 1$, and $\mathrm{Var}(3Z) = 3$.", "pr"),
        (r"Let $X$ and $Y$ be independent random variables that both have variance $2$. Then $\mathrm{Var}(X+Y) = 4$ and $\mathrm{Var}(X-Y) = 0$.", "pr"),
    ],
)  # fmt: skip
def test_laws_in_words_say_mean_and_variance(text: str, expected: str) -> None:
    tells(text, expected, budget=2.0)


UNDER = r"Let $N$ be Poisson with mean $\lambda$ and given $N$ let $X\sim\mathrm{Bin}(N,p)$. Then "
WRITTEN = r"Let $Y$ have mean $m$ and variance $v$, and $X \mid Y \sim N(Y, 1)$. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (UNDER + r"$\mathbb{E}[X\mid N] = Np$, $\mathbb{E}[X] = p\lambda$ and $\operatorname{Var}(X) = p\lambda$.", "ppp"),
        (UNDER + r"$\mathbb{E}[X\mid N] = Np$ and $\operatorname{Var}(X) = p(1-p)\lambda$.", "pr"),
        (WRITTEN + r"$E[X] = m$ and $\operatorname{Var}(X) = v + 1$.", "pp"),
        (WRITTEN + r"$E[X] = m$ and $\operatorname{Var}(X) = v$.", "pr"),
    ],
)  # fmt: skip
def test_a_law_with_a_random_parameter_is_one_under_a_condition(text: str, expected: str) -> None:
    tells(text, expected, budget=2.0)


def test_the_mean_is_not_that_under_the_condition() -> None:
    """E[X] = N p was a hypothesis, and so proved, where only E[X | N] is N p."""
    assert verdicts(UNDER + r"$\mathbb{E}[X\mid N] = Np$ and $\mathbb{E}[X] = Np$.")[1] != "proved"


MEAN = (
    "## Exercise 1: a biased die\n\n"
    "A die shows $k$ with probability $p_k = ck$ for $k = 1, \\dots, 6$. As the probabilities add up to one, "
    "$c(1 + 2 + \\dots + 6) = 21c = 1$, so $c = 1/21$.\n\nThe mean is\n$$E(X) = \\sum_{k=1}^6 k p_k = "
    "\\frac{1}{21}\\sum_{k=1}^6 k^2 = \\frac{91}{21} = \\frac{13}{3}.$$\nThe second moment is\n"
    "$$E(X^2) = \\frac{1}{21}\\sum_{k=1}^6 k^3 = \\frac{441}{21} = 21,$$\nhence "
)


@pytest.mark.parametrize(
    ("value", "wrong"), [(r"21 - \frac{169}{9} = \frac{20}{9}", False), (r"21 - \frac{13}{3} = \frac{50}{3}", True)]
)
def test_what_a_chain_comes_to_excludes_points(value: str, wrong: bool) -> None:
    """A right variance was refuted at a mean that an open chain before it excludes."""
    assert (verdicts(MEAN + rf"$\mathrm{{Var}}(X) = {value}$.", 2.0)[-2] == "refuted") == wrong


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"P(R_1^c) = 1 - P(R_1)", "p"),
        (r"P(R_1^c) = 1 + P(R_1)", "r"),
    ],
)
def test_a_complement_may_have_an_index(claim: str, expected: str) -> None:
    tells(rf"For any events $R_1$ and $R_2$ we have ${claim}$.", expected, budget=2.0)

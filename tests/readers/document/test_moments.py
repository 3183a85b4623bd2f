r"""What words say of random letters, and what is known of the probabilities of their sizes."""

from __future__ import annotations

import pytest

from symproof.readers.document.finding.document import document_of
from symproof.readers.document.steps.walk import read_steps
from tests.document_says import tells

SAMPLE = r"Let $Z_1, \dots, Z_k$ be i.i.d. with mean $m$ and variance $s^2$. "
WORTH = r"Let $W$ have mean $m$ and variance $s^2$, and let $t > 0$. "


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (r"Let $W$ be a random number with mean $m$ and standard deviation $s$.", ["E[W] = m", "norm((W - E[W]))**2 = s**2"]),
        (r"Let $W$ have mean zero and unit variance.", ["E[W] = 0", "norm((W - E[W]))**2 = 1"]),
        (r"Let $V$ and $W$ be random numbers with mean $m$.", ["E[V] = m", "E[W] = m"]),
        (r"Let $V$ and $W$ have mean $m$ and variance $s$, respectively.", []),
        (r"Let $V$ and $W$ be random numbers with mean $m$ and $r$.", []),
        (r"Let $W$ be the sum of $k$ random numbers with mean $m$.", []),
        (r"Let $W$ be such that $\log W$ has mean $m$.", []),
        (r"Let $W$ be random with error terms with mean $0$.", []),
        (r"Let $W$ be a waiting time with mean $m$.", ["E[W] = m"]),
        (r"Let $W$ be a random number whose square has mean $m$.", []),
        (r"Let $V$ and $W$ be random numbers with difference of mean $0$.", []),
        (r"Let $W$ be a random number with mean $m$ under $Q$.", []),
        (r"Let $V_1, \dots, V_n$ be random numbers and let $W_1, \dots, W_n$ be with mean $m$.", ["E[W][i'] = m for each i' in 1.."]),
        (r"Suppose $W$ is a bounded random number from a distribution with mean $m$.", ["E[W] = m"]),
        (r"Let $W$ have sample mean $m$ and variance $s$ times that of $V$.", []),
        (r"Let $W$ have mean $-1$.", ["E[W] = -1"]),
        (r"Let $W$ have mean at most $m$.", []),
        (r"Show that $W$ has mean $m$.", []),
        (r"Hence $W$ has mean $m$ and variance $s^2$.", []),
        (r"Let $W$ be a random number that does not have mean $m$.", []),
        (r"Let $Z_1, \dots, Z_k$ be independent of $W$, and $\bar Z = m$ on average.", []),
        (
            r"Let $Z_1, \dots, Z_k$ be independent with mean $m_i$.",
            [
                "E[Z][i'] = m[i'] for each i' in 1..",
                "(inner((Z - E[Z])[i'], (Z - E[Z])[j']) = delta(i' - j')*norm((Z - E[Z])[i'])**2 for each j' in 1..k) for each i' in 1..k",
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_supposed_of_moments_is_given(text: str, given: list[str]) -> None:
    found = read_steps(document_of(text.encode(), "markdown"), {})
    assert [str(fact.prop) for fact in found.known.facts if fact.kind == "hypothesis"] == given


def test_independence_gives_the_variance_of_a_sum() -> None:
    text = SAMPLE + (
        r"Then $\operatorname{Var}(\sum_{j=1}^k Z_j) = k s^2$ and $\operatorname{Var}(\frac1k \sum_{j=1}^k Z_j) = s^2/k$. "
        r"But $\operatorname{Var}(\frac1k \sum_{j=1}^k Z_j) = s^2$."
    )
    tells(text, "ppr", budget=10)


def test_members_that_are_named_are_there() -> None:
    tells(SAMPLE + r"Then $E[Z_1 Z_2] = m^2$ and $\operatorname{Var}(Z_1 + 2 Z_2) = 3 s^2$.", "pr", budget=10)


def test_alike_is_not_independent_and_another_part_has_other_letters() -> None:
    alike = SAMPLE.replace("i.i.d.", "identically distributed")
    total = r"$\operatorname{Var}(\sum_{j=1}^k Z_j) = k s^2$."
    tells(f"{SAMPLE}So {total}\n\n## B\n\n{alike}So {total}", "pu")


def test_an_average_is_known_by_its_bar() -> None:
    tells(SAMPLE + r"Let $\bar Z$ be their average. Then $E[\bar Z] = m$.", "p", budget=10)


def test_a_random_sample_is_independent_and_alike() -> None:
    sample = SAMPLE.replace("i.i.d.", "a random sample from a distribution")
    tells(
        sample + r"Let $\bar Z = \frac1k \sum_{j=1}^k Z_j$. Then $E[\sum_{j=1}^k (Z_j - \bar Z)^2] = (k-1) s^2$.",
        "p",
        budget=20,
    )


def test_a_deviation_is_unlikely_to_be_large() -> None:
    tells(
        WORTH
        + r"Then $P(|W - m| \ge t) \le s^2/t^2$ and $P(W - m > t) \le s^2/t^2$ and $P(|W| \ge t) \le E[|W|]/t$ "
        + r"and $P(|W - m| < 2) \ge 1 - s^2/4$.",
        "pppp",
        budget=10,
    )
    tells(WORTH + r"Then $P(|W - m| \ge t) \le s^2/t$ and $P(|W| \ge t) \le s^2/t^2$ and $P(W \ge t) \le m/t$.", "uuu")
    tells(WORTH.replace("$t > 0$", "$t < 0$") + r"Then $P(|W - m| \ge t) \le s^2/t^2$.", "u")
    tells(r"Let $W \ge 0$ be a random number and $t > 0$. Then $P(W \ge t) \le E[W]/t$.", "p", budget=10)


def test_the_mean_of_a_named_law_is_claimed() -> None:
    """What words call the mean is no name where the law of the random number is told; else it is given."""
    tells(r"Let $X$ be uniform on $[0, 2]$. The mean is $E[X] = 2$.", "r")
    tells(r"Let $X$ be uniform on $[0, 2]$. The mean is $E[X] = 1$.", "p")
    tells(r"Let $X$ be a random variable. The mean is $E[X] = 2$. Hence $E[3X] = 6$.", "p")


@pytest.mark.parametrize(
    ("law", "claims", "expected"),
    [
        ("$P(X = 1) = p$ and $P(X = 0) = 1 - p$", "$E[X] = p$ and $\\operatorname{Var}(X) = p(1 - p)$", "pp"),
        ("$P(X = 1) = p$ and $P(X = 0) = 1 - p$", "$E[X] = 2p$", "r"),
        ("$P(X = 1) = P(X = -1) = \\frac12$", "$E[X] = 0$ and $E[X^2] = 1$", "pp"),
        ("$P(X = -1) = \\frac14$, $P(X = 0) = \\frac12$ and $P(X = 2) = \\frac14$", "$E[X^3] = \\frac74$", "p"),
        ("$P(X = -1) = \\frac14$, $P(X = 0) = \\frac12$ and $P(X = 2) = \\frac14$", "$E[X] = \\frac12$", "r"),
        ("$P(X = 0) = \\frac13$ and $P(X = 3) = \\frac23$", "$E[X] = 0 \\cdot \\frac13 + 3 \\cdot \\frac13 = 1$", "rp"),
        ("$X \\in \\{0, 2\\}$ and $P(X = 2) = q$", "$E[X] = 2q$", "p"),
        # nothing says how the rest is shared out
        ("$P(X = 1) = \\frac12$ and $P(X = 3) = \\frac13$", "$E[X] = \\frac32$", "u"),
        ("$P(X = 1) = p$ and $P(X = 0) = q$", "$E[X] = p$", "u"),
    ],
)
def test_all_probabilities_give_the_moments(law: str, claims: str, expected: str) -> None:
    tells(f"Let $X$ be a random variable with {law}. Then {claims}.", expected)

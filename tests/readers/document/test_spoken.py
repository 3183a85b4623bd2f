"""What a text has spoken of is claimed of it, and does not become a hypothesis without a word that says so."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import BUDGET, tells


def steps_of(text: str) -> list[tuple[str, bool]]:
    """The verdict of each step, and whether it names lines that it assumes."""
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=BUDGET)
    return [(step.judged.verdict[0], bool(step.judged.assumes)) for step in answer.steps]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $S = \int_0^1 x^x \, dx$. Then $S = 5$.",
        r"Let $S = \int_0^1 x^x \, dx$. We have $S = 5$.",
        r"Let $I_n = \int_0^1 x^n e^x dx$. We have $I_{n+1} = e - n I_n$.",
        "Let $I_n = \\int_0^1 x^n e^x dx$.\n$$I_{n+1} = e - n I_n$$",
        r"Let $I_n = \int_0^1 x^n e^x dx$. We have $I_n = n$.",
        r"Let $p_n$ denote the $n$-th prime. Then $p_{n+1} = p_n + 2$.",
        r"Let $a_n$ be a convergent sequence. Then $a_n = 5n$.",
        r"Let $n$ be an integer. Then $n = 2k$ for some integer $k$.",
        r"Let $x \in \mathbb{R}$. Then $x = y^2$ for some real $y$.",
        r"We have $\int_0^\infty e^{x} dx = -1$.",
        r"Let $f(x) = \begin{cases} x & x \in \mathbb{Q} \\ 0 & \text{otherwise} \end{cases}$. Then $f(x) = x$.",
        "# Part A\nLet $w_{t+1} = w_t - g_t$ with $w_1 = 0$.\n# Part B\nLet $w_t$ be any sequence. Then $w_2 = -g_1$.",
    ],
)
def test_a_claim_without_reason_is_open(text: str) -> None:
    """Each was taken for a definition or a hypothesis, and shown without a verdict."""
    assert steps_of(text) == [("u", False)]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $n$ be an integer. So $n = 2k$, where $k \in \mathbb{Z}$. Hence $2 \mid n$.",
        r"Let $X$ be the number of heads. Then $E[X] = 5$. Hence $E[X]^2 = 25$.",
        r"$$\int_0^1 e^{-x^2} dx = 3$$ Hence $2\int_0^1 e^{-x^2} dx = 6$.",
        r"Let $n$ be an integer. Then $n = 2k$ for some integer $k$. Hence $2 \mid n$.",
        r"Let $x > 1$. We have $y > 3$. So $y > 2$.",
        r"Let $x > 1$. Hence $r \ge 2$. So $r > 1$.",
        r"Since $x > 1$, $y > 3$. So $y > 2$.",
    ],
)
def test_what_follows_from_an_open_claim_assumes_it(text: str) -> None:
    """The first was no step, and the second proved of what was given."""
    first, second = steps_of(text)

    assert first == ("u", False)
    assert second[1] or second[0] == "u"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $a_1 = 1$, $a_2 = 3$, $a_3 = 9$. Then $a_{n+1} = 2 a_n$.", "u"),
        (r"Let $n$ be a number. Then $n$ is prime. Hence $n \ge 2$.", "u"),
        (r"Let $n$ be a prime. Hence $n \ge 2$.", "p"),
        (r"If $x > 1$, then $y > 1$.", "u"),
        (r"A circle of radius $r > 0$ has the area $A = \pi r^2$. So $A > 0$.", "p"),
        (r"Let $a_1 = 1$. We have $a_{n+1} = 2 a_n$. Hence $a_2 = 2$.", "p"),
        (r"Start with $w_1 = 0$. Then $w_{t+1} = w_t + 1$. So $w_2 = 1$.", "p"),
        (r"Let $n = 2m$ with an integer $m$. Then $k = 2n$. So $k = 4m$.", "p"),
        (r"Let $n$ be an even integer. Then $n = 2k$ for some integer $k$. So $n^2 = 4k^2$.", "pp"),
        # what is not read is given by no claim about it
        (r"We define $$f(x) := \int_0^x t^t e^{t^3} dt.$$ We have $f(x) = x$. Hence $f(2) = 2$.", "nuu"),
        (r"Consider $f(x) = \int_0^x t^t e^{t^3} dt$. Then $f(x) = x$.", "nu"),
        (r"Let $T(n) = T(n-1) + n$ and $T(0) = 0$. Then $T(n) = n^2$.", "u"),
        (r"Let $f(x + y) = f(x) + f(y)$. Then $f(x) = 3x$. Hence $f(2) = 6$.", "uu"),
        (r"Let $f'(x) = 2x$. Then $f(x) = x^2$.", "u"),
        (r"Let $f(x) = x^2$. Then $g(x) = f(x) + 1$. So $g(2) = 5$.", "p"),
        # all sizes that words say
        (r"Let $A$ and $B$ be invertible $3\times 3$ matrices. Then $\det(2A) = 8\det(A)$.", "p"),
        (r"Let $A$ and $B$ be invertible $3\times 3$ matrices. Then $\det(2A) = 4\det(A)$.", "r"),
        (r"Let $A$ and $B$ be symmetric real $2\times 2$ matrices. Then $\det(2A) = 4\det(A)$.", "p"),
        # what contradicts itself in one breath is not put right by leaving out the first half
        (r"Let $\omega \neq 1$ with $\omega^3 = 1$. Then $1 + \omega + \omega^2 = 3$.", "u"),
        (r"For $x > 1$ we have $x^2 > x$. For $0 < x < 1$ we have $x^2 < x$.", "pp"),
    ],
)
def test_what_brings_something_in(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $x = 3y$. Then $x = 3$.", "u"),
        (r"Let $x = 3y$ and $z = 5y$. Hence $x + z = 8$.", "u"),
        (r"Let $x = 3\,\text{m}$ and $z = 5\,\text{m}$. Hence $x + z = 8$.", "p"),
        (r"Let $x = 3\,\text{m}$ and $z = 5\,\text{m}$. Hence $x + z = 9$.", "r"),
        (r"If $n$ is even, then $n = 2k$. If $n$ is odd, then $n = 2k+1$. Hence $n = 7$.", "u"),
    ],
)
def test_a_letter_is_no_unit(text: str, expected: str) -> None:
    """x = 3 was proved of x = 3 y, "by the numbers alone", and n = 7 refuted."""
    tells(text, expected)


def test_the_number_of_an_even_one_is_not_that_of_an_odd_one() -> None:
    """The k of the first sentence was that of the second one, which contradicted it."""
    even = "If $n$ is even, then $n = 2k$ and $n^2 = 4k^2$."

    tells(even + " If $n$ is odd, then $n = 2k+1$ and $n^2 = 4k^2+4k+1$.", "pp")
    tells(even + " If $n$ is odd, then $n = 2k+1$ and $n^2 = 4k^2$.", "pr")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("$\\lambda_1 = 3$ and $\\lambda_2 = 1$", "pp"),
        ("$\\lambda_1 = 3$ and $\\lambda_2 = 2$", "pr"),
        ("$\\lambda = 1$ and $\\lambda = 3$", "pp"),  # the second contradicted the first
        ("$\\lambda = 1$ and $\\lambda = 4$", "pr"),
        ("$1$ and $3$", "pp"),
        ("$1$ and $4$", "pr"),
        ("$1, 3$", "p"),
        ("$\\lambda = 1, 4$", "r"),
    ],
)
def test_eigenvalues_are_checked(values: str, expected: str) -> None:
    """They were taken for given."""
    tells(rf"Let $A = \begin{{pmatrix}}2&1\\1&2\end{{pmatrix}}$. Its eigenvalues are {values}.", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Then $A^2 = \begin{pmatrix}5&4\\4&5\end{pmatrix}$, whose eigenvalues are $9$ and $1$.", "ppp"),
        (r"The inverse of $A$ exists. Its eigenvalues are $1$ and $\frac13$.", ""),
        (r"Let $B$ be the matrix whose eigenvalues are $5$ and $7$.", ""),
        (r"Let $B = A + I$. Its eigenvalues are $2$ and $4$.", ""),
    ],
)
def test_eigenvalues_may_be_those_of_another_matrix(text: str, expected: str) -> None:
    tells(rf"Let $A = \begin{{pmatrix}}2&1\\1&2\end{{pmatrix}}$. {text}", expected)


def test_no_commutator_is_the_identity() -> None:
    """Its trace is 0: all was proved of it."""
    tells(r"Let $AB - BA = I$ for $2\times 2$ matrices. Then $\operatorname{tr}(A) = 5$.", "u")
    tells(r"Let $AB - BA = A$ for $2\times 2$ matrices. Then $\operatorname{tr}(A) = 0$.", "p")


def test_what_is_supposed_goes_on_behind_the_places_that_it_is_said_of() -> None:
    """And what a text infers from is not claimed."""
    tells(r"Suppose $\|v_t\| \le r$ for $t = 1,\dots,T$ and $\|u\| \le B$, $B > 0$. Then $\|u\|^2 \le B^2$.", "p")
    tells(
        r"Suppose $\|v_t\| \le r$ for $t = 1,\dots,T$ and $\|u\| \le B$, $B > 0$. Then $\|u\|^2 \le \frac{B^2}{2}$.",
        "r",
    )
    tells("From $2x > 6$ it follows that $x > 3$.", "p")
    tells("From $2x > 6$ it follows that $x > 4$.", "r")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $x$ be real. There is a $y$ with $x = y^2$. Hence $x \ge 0$.", "ru"),
        (r"Let $x \ge 0$. There is a $y$ with $x = y^2$. Hence $x + 1 > 0$.", "pp"),
        (r"Let $n$ be an integer. Then there is an integer $k$ such that $n = 2k$. Hence $4 \mid n^2$.", "ru"),
        (r"Let $n$ be even. Then there is an integer $k$ such that $n = 2k$. Hence $4 \mid n^2$.", "pp"),
        (r"Let $t > 0$. There exists a real $s$ such that $s^2 = -t$. Hence $t \le 0$.", "ru"),
        # what is supposed, and what words say that are not read
        (r"Let $x$ be real. Suppose there is a $y$ with $x = y^2$. Hence $x \ge 0$.", "p"),
        (r"Let $n \ge 1$ be a perfect square. There is an integer $k$ such that $n = k^2$.", "u"),
        (
            r"Let $m, n$ be odd. Suppose the integer $n$ is a perfect square. There is an integer $k$ with $n = k^2$.",
            "u",
        ),
        (r"Let $n$ be a sum of two squares and an integer. There is an integer $k$ such that $n = k + 1$.", "p"),
    ],
)
def test_that_something_exists_is_claimed_of_what_is_told(text: str, expected: str) -> None:
    """It was brought in as a hypothesis, and what follows from it was proved."""
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"The eigenvalues of $A$ are $\lambda_1 = 2$ and $\lambda_2 = 4$. Hence $\lambda_1 + \lambda_2 = 6$.", "pru"),
        (r"The eigenvalues of $A$ are $\lambda_1 = 2$ and $\lambda_2 = 3$. Hence $\lambda_1 + \lambda_2 = 5$.", "ppp"),
        (r"The eigenvalues of $A$ are $\lambda_1 = 2$ and $\lambda_2 = 4$. Hence $\lambda_1 + 1 = 3$.", "prp"),
        (r"Then $\lambda = 5$ is an eigenvalue of $A$. Hence $\lambda^2 = 25$.", "ru"),
        (r"Then $\lambda = 3$ is an eigenvalue of $A$. Hence $\lambda^2 = 9$.", "pp"),
    ],
)
def test_what_needs_a_value_that_is_refuted_is_open(text: str, expected: str) -> None:
    """The value was refuted, and given all the same to what stands under it."""
    tells(rf"Let $A = \begin{{pmatrix}}2&0\\0&3\end{{pmatrix}}$. {text}", expected)

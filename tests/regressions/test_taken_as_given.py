"""What documents were once read to suppose, though they claim it, or say it of less, so that a false line was proved from it; each
with the neighbour that is supposed."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import BUDGET, tells


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"For $i = 1, \dots, n$, $x_i \ge 0$." "\n\n" r"Hence $x_{n+1} \ge 0$. And $\sum_{i=1}^n x_i \ge 0$.", "up"),
        (r"For each $i \in \{1, \dots, n\}$, $x_i \ge 0$." "\n\n" r"Hence $\sum_{i=1}^{n+1} x_i \ge 0$.", "u"),
        (r"Suppose that for $i = 1, \dots, n - 1$, $x_{i+1} \ge x_i$." "\n\n" r"Then $x_{n+1} \ge x_n$.", "r"),
        (r"For all $n = 2, 3, \dots$, $a_n > 0$." "\n\n" r"Then $a_1 > 0$. Also $a_2 > 0$.", "up"),
        (r"Suppose that for every $\varepsilon > 0$, $a < \varepsilon$." "\n\n" r"Then $a < 1$. And $a < -1$.", "pu"),
        (r"Suppose that for every $k > 0$, $a_k \le k$." "\n\n" r"Then $a_1 \le 1$.", "p"),
    ],
)
def test_what_is_said_for_a_list_is_said_of_no_others(text: str, told: str) -> None:
    """x_i >= 0 for i = 1, ..., n was read for each i."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"Let $a_n = n^2$. The sequence satisfies $a_{n+1} = a_n + 2n$.", "r"),
        (r"Let $a_n = n^2$. The sequence satisfies $a_{n+1} = a_n + 2n + 1$.", "p"),
        (r"Let $a_{n+1} = 2a_n$. The sequence satisfies $a_{n+2} = 3 a_n$." "\n\n" r"Then $a_2 = 3 a_0$.", "ru"),
        (r"Let $a_{n+1} = 2a_n$. It satisfies $a_0 = 3$." "\n\n" r"Then $a_2 = 12$.", "p"),
        (r"Let $p = 2/3$ and $q = 1 - p$. They satisfy $p q = 1/4$.", "r"),
        (r"The solution of $x^2 = 2$ satisfies $x > 2$." "\n\n" r"Thus $x > 2$.", "ru"),
        (r"The number $c = 3 + 4$ satisfies $c \le 6$.", "r"),
        (r"The sequence $e_n = 2^{-n}$ satisfies $e_{n+1} = e_n / 4$.", "r"),
        (r"The number $\varphi = \frac{1 + \sqrt 5}{2}$ satisfies $\varphi^2 = \varphi + 1$.", "p"),
        (
            r"The update is $w_{t+1} = w_t - \eta g_t$. The step size satisfies $\eta \le 1$."
            "\n\n"
            r"Then $\eta \le 2$.",
            "p",
        ),
        (r"Suppose that $a$ satisfies $a > 1$. Then $a^2 > 1$.", "p"),
        (
            r"Let $F_{n+2} = F_{n+1} + F_n$. The sequences satisfy"
            "\n"
            r"$$\begin{aligned} F_{n+3} &= F_{n+2} + F_n \\ L_{n+1} &= F_n + F_{n+2} \end{aligned}$$",
            "r",
        ),
    ],
)
def test_what_given_things_satisfy_is_claimed(text: str, told: str) -> None:
    """ "The solution satisfies x > 2" was supposed."""
    tells(text, told)


def test_so_does_another_value() -> None:
    """The value that is tried next was read as what follows, with the first one lost."""
    tells(r"The value $x = 3$ satisfies the equation $x^2 = 9$, and so does $x = -3$.", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"Let $\rho(A)$ be the spectral radius of $A$. Then $\rho(A + B) = \rho(A) + \rho(B)$.", "u"),
        (r"The utility is $u(c)$. Then $u(c_1 + c_2) = u(c_1) + u(c_2)$.", "u"),
        (r"Let $d(n)$ be the number of divisors of $n$. Then $d(4) = 2 d(2)$.", "u"),
        (r"The step size at time $t$ is $\eta(t)$. Then $\eta(t + 1) = \eta t + \eta$.", "n"),
        (r"Let $\mu$ be the Möbius function. Then $\mu(6) = 6\mu$.", "n"),
        (r"Let $\mu$ be the mean of the distribution. Then $\mu(6) = 6\mu$.", "p"),
        (r"Let $k$ be a constant. Then $k(x + 1) = kx + k$.", "p"),
        (r"Let $\lambda(t) = t^2$. The rate $\lambda(t)$ grows, and $\lambda(2) = 4$.", "p"),
        (
            r"Let $A$ be a linear map with $A \in \mathbb{R}^{n \times n}$ and $x, y \in \mathbb{R}^n$. Then $A(x + y) = Ax + Ay$.",
            "p",
        ),
    ],
)
def test_a_function_is_no_factor(text: str, told: str) -> None:
    r"""\rho(A) was \rho times A."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"Let $e$ be an edge of the graph. Then $e > 2$.", "u"),
        (r"Let $e$ be Euler's number. Then $e > 2$.", "p"),
        (r"Let $\pi(a)$ be a policy. Then $\pi(2) = 2\pi$.", "n"),
        (r"Let $\pi$ be the stationary distribution. Then $\pi > 3$.", "u"),
        (r"The ring has the area $\pi(R^2 - r^2) = \pi R^2 - \pi r^2$.", "p"),
        (r"Let $i$ be the current. Then $i^2 = -1$.", "u"),
    ],
)
def test_a_constant_is_what_the_text_says(text: str, told: str) -> None:
    tells(text, told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (r"Suppose $y > 0$ forces $x \ge 3$.", "u"),
        (r"Suppose $x \ge 3$ follows from $y > 0$.", "u"),
        (r"Suppose $x \ge 3$ is equivalent to $y > 0$.", "u"),
        (r"Suppose $x \ge 3$ under the condition $y > 0$.", "u"),
        (r"Suppose $x \ge 3$ even though $y > 0$.", "p"),
        (r"Suppose $x \ge 3$ and $y > 0$.", "p"),
    ],
)
def test_half_of_what_is_supposed_is_not_supposed(words: str, told: str) -> None:
    tells(words + "\n\nThen $x > 2$.", told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (r"By the theorem, $q > 2$ holds if $y > 0$.", "u"),
        (r"According to the table, $q > 2$.", "u"),
        (r"We proved $q > 2$ above.", "u"),
        (r"We use the bound $q > 2$.", "u"),
        (r"They conjecture $q > 2$.", "u"),
        (r"The result $q > 2$ is known.", "u"),
        (r"A ball has weight $q > 2$.", ""),
        (r"Take a ball of weight $q > 2$.", ""),
        (r"By assumption, $q > 2$.", ""),
    ],
)
def test_only_a_noun_is_followed_by_where_its_letter_lies(words: str, told: str) -> None:
    """The line itself is open: what rests on it is not proved without it."""
    tells(words, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"Let $x^*$ be the minimizer of $f(x) = x^2 + 1$. Then $x^* = 3$." "\n\n" r"Hence $x^* > 2$.", "up"),
        (r"Let $M$ be the maximum of $f(x) = 1 - x^2$. Then $M = 2$.", "u"),
        (r"Let $m$ be the number of edges. Then $m = 7$." "\n\n" r"Hence $m > 6$.", "p"),
    ],
)
def test_what_is_named_by_formulas_is_not_given_by_what_follows(text: str, told: str) -> None:
    """The minimizer was given its wrong value."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"Let $a_{n+1} = 2a_n + 1$ and $a_n \to a$. Then $a = 1$." "\n\n" r"So $a > 0$.", "p"),
        (r"Suppose $x_n \to x$ where $x = 3$. Then $x_n^2 \to 9$.", "p"),
    ],
)
def test_a_limit_that_is_supposed_has_no_value_by_what_follows(text: str, told: str) -> None:
    """The last line rests on the one before, and says so."""
    answer = answer_document(document_of(text.encode(), "markdown"), {}, budget=BUDGET)
    tells(text, told)
    assert answer.steps[-1].judged.open == ("So" in text)


def test_an_example_is_not_the_general_case() -> None:
    tells(r"Say $x = 5$, for example. Then $x^2 = 25$." "\n\n" r"In the general case, $x^2 = 25$.", "pu")

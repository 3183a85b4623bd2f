"""What is said of all numbers, matrices or vectors of a kind was supposed, or read of others than those that words name; each with
the neighbour that is read as before."""

from __future__ import annotations

import pytest

from tests.document_says import tells


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"For every matrix $A$, $A^2 = A$." "\n\n" r"Then $A^3 = A$.", "ru"),
        (r"For every matrix $A$, $A = A^\top$.", "r"),
        (r"For every matrix $A$, $(A^\top)^\top = A$.", "p"),
        (r"For every real number $x$, $x = 0$.", "r"),
        (r"For every vector $x$ we have $x = 0$.", "r"),
        (r"All real numbers satisfy $x^2 > x$.", "r"),
        (r"Every real number satisfies $x^2 \ge 0$.", "p"),
        (r"Every vector satisfies $\|x + y\| \le \|x\| + \|y\|$.", "p"),
        (r"Every minimizer satisfies $x = 3$." "\n\n" r"Hence $x > 2$.", "p"),
        (r"Suppose $x > 1$. Then $x^2 > x$." "\n\n" r"Without this assumption, $x^2 > x$.", "pu"),
        (r"Suppose $x > 1$." "\n\n" r"Under this assumption, $x > 3$." "\n\n" r"Hence $x > 2$.", "up"),
        (r"Suppose $x > 1$. Then $x^2 > x$." "\n\n" r"Under this assumption, $x > 1/2$.", "pp"),
        (r"Under the assumption $x > 3$, we have $x > 2$.", "p"),
        (r"We work under the following assumption: $x > 3$." "\n\n" r"Then $x > 2$.", "p"),
    ],
)
def test_what_is_said_of_all_is_claimed(text: str, told: str) -> None:
    """ "For every matrix $A$, $A^2 = A$" was a hypothesis, since A speaks of its size too."""
    tells(text, told)


@pytest.mark.parametrize(
    "words",
    [
        r"For every $x$ in the kernel, $Ax = 0$.",
        r"For every vector $x$ of unit length, $\|x\| = 1$.",
        r"For every matrix $A$ of rank one, $A^2 = \operatorname{tr}(A) A$.",
        r"For every matrix $A$ whose square vanishes, $A^2 = 0$.",
        r"For every matrix $A \in \mathcal{S}$, $A^2 = A$.",
        r"For every $x$ from the feasible set, $x \ge 1$.",
        r"For every real $x$ above the threshold we have $x \ge 1$.",
        r"For every vector $x$ on the sphere $\|x\| = 1$, $\|2x\| = 2$.",
    ],
)
def test_one_of_some_is_not_any(words: str) -> None:
    """Words between a letter and what holds of it say that it is one of some: the lines were refuted."""
    tells(words, "uu" if "sphere" in words else "u")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"For every real number $x$, in general, $x^2 \ge x$.", "r"),
        (r"For all $x$ and $y$ with $x \le y$, $x^2 \le y^2$.", "r"),
        (r"For any $x$ between $0$ and $1$, $x^2 > x$.", "r"),
        (r"$m^2 \ge m$ for all integers $m$.", "p"),
        (r"$m^2 \ge m$ for all real numbers $m$.", "r"),
        (r"$m^2 \ge m$ for all integers $m$." "\n\n" r"$m^2 \ge m$ for all real $m$.", "pr"),
        (r"$m^2 \ge m$ whenever $m$ is an integer.", "p"),
        (r"$m^2 \ge m$ for all integers $m \ge -3$.", "p"),
        (r"$a^2 + b^2 \ge ab + a$ for all integers $a$ and $b$.", "p"),
        (r"$2^n \ge 1$ for all integers $n$.", "r"),
        (r"$2^n \ge 1$ for all natural numbers $n$.", "p"),
        (r"$n^2 \ge n$ for all real numbers $n$.", "r"),
        (r"$\frac{1}{n+1} > 0$ for all integers $n$.", "r"),
        (r"$\frac{1}{n+1} > 0$ for all positive integers $n$.", "p"),
        (r"$\int x^n \, dx = \frac{x^{n+1}}{n+1} + C$ for all integers $n$.", "u"),
        (r"$\int x^n \, dx = \frac{x^{n+1}}{n+1} + C$ for all natural numbers $n$.", "p"),
    ],
)
def test_a_formula_is_about_the_numbers_that_words_behind_it_name(text: str, told: str) -> None:
    """n counted, by custom, whatever the words behind a formula said: 2^n >= 1 was proved for all integers n; and m was any real
    number, so that m^2 >= m was refuted for all integers m."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("**Example.** Take $n = 2$. Then $n^2 = 4$.\n\n**Theorem.** $n^2 = 4$.", "pu"),
        ("*Example.* Take $n = 2$. Then $n^2 = 4$.\n\n*Proposition.* $n^2 = 4$.", "pu"),
        ("Example: Take $n = 2$. Then $n^2 = 4$.\n\nTheorem: $n^2 = 4$.", "pu"),
        ("Let $n = 2$. Then $n^2 = 4$.\n\n**Theorem.** $n^3 = 8$.", "pp"),
        ("**Example.** Let $f(x) = x^2$.\n\n**Solution.** $f(3) = 9$.", "p"),
        ("Let $x > 1$.\n\n**Example.** Take $y = 2$. Then $y^2 = 4$.\n\n**Theorem.** $x^2 > 1$.", "pp"),
    ],
)
def test_an_example_ends_where_a_theorem_begins(text: str, told: str) -> None:
    """The n = 2 of an example was supposed in the theorem behind it."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"Let $A$ be nilpotent. Then $A = 0$.", "u"),
        (r"Let $x$ be a solution of the equation. Then $x = 0$.", "u"),
        (r"Let $x$ be a real number. Then $x = 2$.", "u"),
        (r"Let $m$ be the number of edges. Then $m = 7$." "\n\n" r"Hence $m > 6$.", "p"),
    ],
)
def test_anything_of_a_kind_is_not_given_its_value(text: str, told: str) -> None:
    """ "Then A = 0" said what A was."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"Let $w^t$ be the $t$-th iterate. Then $w^2 = w^1 w^1$.", "u"),
        (r"Here $x^k$ is the iterate at step $k$. Then $x^{2} x^{3} = x^5$.", "u"),
        (r"where $\theta^t$ are the parameters after $t$ steps. Then $\theta^{2} = \theta^1 \theta^1$.", "u"),
        (r"Let $x^k$ be the iterate at step $k$, $x^{k+1} = x^k - 1$. Then $x^3 = x^1 - 2$.", "p"),
        (r"Let $x^k$ be the $k$-th power of $x$. Then $x^2 x^3 = x^5$.", "p"),
    ],
)
def test_iterates_are_no_powers(text: str, told: str) -> None:
    """The second iterate was the square of the first."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"We have $a_n = n$ for $n \le 3$. So $a_4 = 4$. So $a_3 = 3$.", "up"),
        (r"We have $a_n = 2n$ for $n = 1, 2, 3$. So $a_5 = 10$. So $a_2 = 4$.", "up"),
        (r"We have $a_n = 2n$ for $0 \le n \le N$. So $a_N = 2N$. So $a_{N+1} = 2N + 2$.", "pu"),
        (r"We have $a_n = n$ for $n \ge 1$. So $a_4 = 4$.", "p"),
        (r"We have $a_n = n^2$ for $n \ge 3$. So $a_2 = 4$. So $a_4 = 16$.", "up"),
        (r"For $n \ge 2$, $a_n = 1$. So $a_1 = 1$. So $a_3 = 1$.", "up"),
        (r"For $n < 5$, $a_n = 1$, so $a_7 = 1$. So $a_3 = 1$.", "up"),
        (r"For $n \ge 1$, $a_n = a_{n-1} + 1$. Then $a_2 = a_0 + 2$.", "p"),
        (r"For even $n$, $a_n = 1$. So $a_3 = 1$.", "u"),
        (r"For all $n$, $a_n = 1$. So $a_3 = 1$.", "p"),
        (r"We have $a_n = n^2$ for $n$ odd. So $a_2 = 4$.", "uu"),
        (r"We have $a_n = n^2$ except for $n = 2$. So $a_2 = 4$.", "uu"),
        (r"We have $a_n = n^2$ for all $n$. So $a_2 = 4$.", "p"),
    ],
)
def test_some_members_are_not_all(text: str, told: str) -> None:
    """a_n = n for n <= 3 was what all members are."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            r"($\Rightarrow$) Assume $x = 1$. Then $x^2 = 1$." "\n\n" r"($\Leftarrow$) Assume $x^2 = 1$. Then $x = 1$.",
            "pu",
        ),
        (r"Suppose $x > 1$. Then $x^2 > 1$." "\n\n" r"($\Leftarrow$) Suppose $x^2 > 1$. Then $x > 1$.", "pu"),
        (
            r'"$\Rightarrow$": Let $x > 1$. Then $x^2 > 1$.' "\n\n" r'"$\Leftarrow$": Let $x^2 > 1$. Then $x > 1$.',
            "pu",
        ),
        (
            r"Let $x > 0$."
            "\n\n"
            r"($\Rightarrow$) Suppose $x > 1$. Then $x^2 > 1$."
            "\n\n"
            r"($\Leftarrow$) Suppose $x^2 > 1$. Then $x > 1$.",
            "pp",
        ),
        (
            r"$\Rightarrow$: Let $x = 1$. Then $x^2 = 1$." "\n\n" r"$\Leftarrow$: $x^2 = 1$ gives $x = 1$.",
            "pu",
        ),
    ],
)
def test_one_direction_is_not_supposed_in_the_other(text: str, told: str) -> None:
    """An arrow in a formula stood between the two, so that x = 1 was still supposed."""
    tells(text, told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r"**Theorem.** $x > 3$." "\n\n" r"Hence $x^2 > 9$.", "p"),
        (r"**Claim.** $x < 7$.", "u"),
        (r"$r > 0$." "\n\n" r"Hence $r^2 > 0$.", "p"),
        ("For simplicity assume $n = 1$. Then $n^2 = n$.\n\nThe general case is analogous: $n^2 = n$.", "pu"),
        (
            r"$$a = b + 1 \tag{1}$$"
            "\n"
            r"$$b = 2 \tag{2}$$"
            "\n"
            r"From (1) and (2), $a = 4$."
            "\n\n"
            r"Hence $a > 3$.",
            "uru",
        ),
    ],
)
def test_what_is_stated_is_not_supposed(text: str, told: str) -> None:
    """Behind the head of a theorem a bound stood for where its letter lies, and what follows from two equations was brought in."""
    tells(text, told)

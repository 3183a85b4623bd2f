"""Collections of exercises with their solutions: what one says is no matter of the next, and right lines are not refuted."""

from __future__ import annotations

import pytest

from tests.document_says import tells


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # solutions with other numbers, and problems without, stand apart
        ("**Solution 1.** With $a + b = 11$ and $b - a = 3$, $b = 7$, $a = 4$.\n\n"
         "**Solution 2.** From $a + b = 4$ and $ab = 3$: $(a - b)^2 = 16 - 12 = 4$.", "pp"),
        ("**Problem 1.** Let $x = 3$.\n\n**Solution 1.** $2x = 6$.\n\n**Problem 2.** Let $x = 4$.\n\n**Solution 2.** $2x = 6$.", "pr"),
        ("Q: Let $x = 2$.\n\nA: $x^2 = 4$.\n\nQ: Let $x = 3$.\n\nA: $x^2 = 4$.", "pr"),
        # where something is zero, as words say, is no condition on what follows
        (r"Solve $\frac{7 - 2x}{x - 2} \ge 0$. The numerator is zero for $x = \frac72$, the denominator for $x = 2$. "
         r"Therefore $2 < x \le \frac72$.", "pp"),
        # another equation beside one: it has other products of letters
        ("The sides fulfil $2(a + b) = 34$, $a + b = 17$, $ab = 60$. Hence $a(17 - a) = 60$, $a^2 - 17a + 60 = 0$.", "ppp"),
        ("$x + 2y = 5$\n\n$2y = 5 - x$\n\n$y = \\frac{5 + x}{2}$", "pr"),
        # a letter that only names a term
        (r"$D = k^2 - 36 = 0 \iff k = 6 \text{ or } k = -6$.", "p"),
        (r"$D = k^2 - 36 = 0 \iff k = 6$.", "r"),
        # what the first line asks of its letters
        (r"$\log_x 16 = 4 \iff x^4 = 16 \iff x = 2$.", "p"),
        (r"$\log_x 16 = 4 \iff x^4 = 16 \iff x = -2$.", "r"),
        # the letters of a polynomial are not those of the formula for quadratic equations
        ("Solve $x^2 - 5x + 3 = 0$.\n\nLet $p(x) = x^3 + ax^2 + bx - 6$. From $p(1) = 1 + a + b - 6 = 0$ we get $a + b = 5$.", "pp"),
        # what is not read may say which solution is meant
        (r"$x = \sqrt{2 + \sqrt{2 + \cdots}}$, so $x^2 = 2 + x$, $x^2 - x - 2 = 0$, and $x = 2$.", "nupu"),
        # numbers of a kind that fulfil something
        ("Find all positive integers such that $x^2 = 16$. So $x = 4$.", "p"),
        ("Find all integers such that $x^2 = 16$. So $x = 4$.", "u"),
        ("Which primes satisfy $p^2 = 2q^2 + 1$? Since $p = 2k + 1$, $q^2 = 2k(k + 1)$, so $q = 2$ and $p = 3$.", "puu"),
    ],
)  # fmt: skip
def test_of_several_exercises(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $d = \gcd(n, n+1)$. Then $d \mid n$ and $d \mid n + 1$, so $d \mid (n+1) - n = 1$.", "pppp"),
        (r"Let $d = \gcd(n, n+2)$. Then $d \mid n$ and $d \mid n + 2$, so $d \mid 2$ and $d \mid 1$.", "pppu"),
        (r"Show that $\gcd(21n + 4, 14n + 3) = 1$.", "p"),
        (r"For all integers $n$, $\gcd(n, n + 2) = 1$.", "r"),
        (r"$\gcd(21n + 4, 14n + 3) = \gcd(14n + 3, 7n + 1) = \gcd(7n + 1, 1) = 1$", "ppp"),
        (r"For all integers $a$, $b$: $\gcd(a, b) = \gcd(b, a - b)$.", "p"),
        (r"For all integers $a$, $b$: $\gcd(a, b) = \gcd(a + b, a - b)$.", "r"),
        (r"Suppose $\gcd(a, b) = 1$ and $a \mid bc$. Then $a \mid c$.", "p"),
        (r"Suppose $a \mid bc$. Then $a \mid c$.", "r"),
        # what stands in an exponent of a congruence is a natural number
        (r"$10^k \equiv 1 \pmod 9$ for each $k$.", "p"),
        (r"$9^n \equiv 3 \pmod 8$ for all $n$.", "r"),
        (r"Let $n$ be odd. Then $2^n \equiv 2 \pmod 3$ and $2^n \equiv 1 \pmod 3$.", "pr"),
    ],
)
def test_of_common_divisors_and_congruences(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"For $x > 0$: $x + \frac1x \ge 3$.", "r"),
        (r"For $x > 0$: $x + \frac1x \ge 2$.", "p"),
        (r"Let $a, b > 0$. Prove that $\frac{a}{b} + \frac{b}{a} \ge 3$.", "r"),
        # a case of what is to be solved, a condition, and a number of which words say more
        ("$|x - 1| < 2$\n\nFor $x \\ge 1$: $x - 1 < 2$, so $x < 3$. For $x < 1$: $1 - x < 2$, so $x > -1$.", "ppup"),
        ("For $x > 0$: $x \\ge 1$.", "u"),
        ("Let $a$ be the age of Ann, $a > 0$. Show that $2a + 3 \\ge 20$.", "u"),
        # items with numbers stand beside each other, behind what was solved in the one before
        (r"2) $\cos^2 x = 1$" "\n\nLet $t = \\cos x$.\n\n$t^2 = 1$\n\n" r"$\cos x = -1 \iff x = \pi + 2k\pi$" "\n\n"
         r"3) $\tan x = 1$" "\n\n" r"$x = \frac{\pi}{4} + k\pi$", "ppp"),
    ],
)  # fmt: skip
def test_what_is_meant_for_all_and_what_is_to_be_solved(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a question is asked under is given for the answer, and for no other exercise
        ("If $a + b = 7$ and $ab = 10$, what is $a^2 + b^2$?\n\n$a^2 + b^2 = (a+b)^2 - 2ab = 49 - 20$", "pp"),
        ("If $x > 0$, then $x + 1 > 1$.\n\n$x + 1 > 1$ for all $x$.", "pr"),
        ("If $x = 2$, what is $x^2$?\n\n$x^2 = 4$.\n\nIf $x = 3$, what is $x^2$?\n\n$x^2 = 9$.", "pp"),
        # a letter for a sum without end; a sum with two letters is claimed
        (r"$S = \sum_{n=1}^{\infty} \frac{n}{2^n}$ and $2S = \sum_{n=1}^\infty \frac{n}{2^{n-1}}$.", "uu"),
        (r"Let $|x| < 1$. Then $\sum_{n=0}^\infty x^n = \frac{1}{1+x}$.", "r"),
        # powers of numbers in arithmetic progression
        (r"$1^3 + 2^3 + \dots + 10^3 = 3025$, $1^2 + 3^2 + \dots + 9^2 = 165$, $1^2 + 2^2 + \dots + 9^2 = 265$", "ppr"),
        (r"$1^2 + 3^2 + \dots + 8^2 = 165$, $2^1 + 2^2 + \dots + 2^5 = 62$", "np"),
        # an integer up to which a sum goes
        (
            "**Problem.** Find the integers $n$ with $n^2 < 9$.\n\n**Problem.** The sum $1 + 2 + \\dots + n$ is $210$. Find $n$.\n\n"
            "We have $n(n+1) = 420$, so $n = 20$.",
            "p",
        ),
        ("Let $n$ be an integer with $n(n+1) = 420$. So $n = 20$.", "u"),
        # a modulus that a formula before names
        (r"$5^{20} \equiv 25^{10} \equiv 1 \pmod{13}$ because $25 \equiv -1$, and $5^{21} \equiv 8 \pmod{13}$", "pppr"),
    ],
)
def test_of_competitions(text: str, expected: str) -> None:
    tells(text, expected)

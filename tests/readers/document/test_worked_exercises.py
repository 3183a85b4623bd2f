"""Exercises as students and language models work them, each beside a neighbour that must come out otherwise."""

from __future__ import annotations

import pytest

from tests.document_says import tells

ROOTS = [
    # the roots of a polynomial by name
    (
        r"Let $a$ and $b$ be the roots of $x^2 - 5x + 3 = 0$. By Vieta, $a + b = 5$ and $ab = 3$, so $a^2 + b^2 = 25 - 6$.",
        "ppp",
    ),
    (
        r"Let $a$ and $b$ be the roots of $x^2 - 5x + 3 = 0$. By Vieta, $a + b = -5$ and $ab = 3$, so $a^2 + b^2 = 25 - 3$.",
        "rpr",
    ),
    ("The equation $2x^2 - 5x + 3 = 0$ has two real roots $r$ and $s$. Then $rs = 3$.", "r"),
    ("The roots of $x^2 - 4x + 1 = 0$ are $p$ and $q$. Then $p + q = 4$. Then $pq = 4$.", "pr"),
    ("Let $r, s, t$ be the zeros of $f(x) = x^3 - 6x^2 + 9x - 2$. Then $r + s + t = 6$ and $rst = -2$.", "pr"),
    ("Let $a$ be a root of $x^2 - x - 1 = 0$. Then $a^2 = a + 1$, so $a^3 = 2a + 1$ and $a^4 = 3a + 1$.", "ppr"),
    # not all of them are real, or told; which one is meant is not said
    ("If $a$ and $b$ are the roots of $x^2 + x + 1 = 0$, then $a + b = -1$ and $a^2 + b^2 = 5$.", "uu"),
    ("Let $a$ be the larger root of $x^2 - 5x + 6 = 0$. Then $a = 3$.", "u"),
    ("Let $a$ and $b$ be roots of $x^2 - 5x + 6 = 0$. Then $a + b = 5$.", "u"),
    # what is claimed to be a root is not taken for one
    ("Let $a = 3$. Then $a$ is a root of $x^2 - 5x + 7 = 0$. So $a^2 = 5a - 7$.", "r"),
]


@pytest.mark.parametrize(("text", "expected"), ROOTS)
def test_roots_that_are_given_names(text: str, expected: str) -> None:
    tells(text, expected)


SIGNS = (
    "Solve $\\frac{x - 1}{x + 2} \\ge 0$.\n\n| | $x < -2$ | $-2 < x < 1$ | $x > 1$ |\n|---|---|---|---|\n| $x - 1$ | $-$ | − | $+$ |\n"
    "| quotient | + | $-$ | + |\n\nSo $x < -2$ or $x %s 1$."
)


def test_a_table_of_signs_claims_nothing_of_where_they_are_found() -> None:
    tells(SIGNS % r"\ge", "p")
    tells(SIGNS % r"\le", "r")
    tells("| change | price |\n|---|---|\n| $+$ | $3 \\cdot 4 = 12$ |\n| $-$ | $3 \\cdot 4 = 13$ |", "pr")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(c) 5/8 ÷ 15/16 = 5/8 × 16/15 = 80/120 = 2/3", "ppp"),
        ("(c) 5/8 ÷ 15/16 = 5/8 × 15/16 = 75/128", "rp"),
        (r"$5/8 \div 15/16 = 2/3$, $a/b \div c/d = ad/(bc)$ and $a/b \div c/d = ac/(bd)$", "ppr"),
        (r"48 ÷ 4 / 2 = 6 and $48 \div 4 / 2 = 6$ and 3 ÷ 3/4 = 4 and 12 ÷ 2 × 3/4 = 4.5", "pppp"),
    ],
)
def test_a_fraction_that_is_typed_closely_divides_as_a_whole(text: str, expected: str) -> None:
    tells(text, expected)


def test_a_term_that_is_typed_above_lines_that_go_on_with_it() -> None:
    begun = "Expand and simplify:\n\n(x + 4)^2 - (x - 1)^2\n= x^2 + 8x + 16 - (x^2 - 2x + 1)\n"
    tells(begun + "= x^2 + 8x + 16 - x^2 + 2x - 1\n= 10x + 15", "ppp")
    tells(begun + "= x^2 + 8x + 16 - x^2 - 2x - 1\n= 6x + 15", "prp")
    tells("a) 2(x + 3) + 4(x - 1)\n\n= 2x + 6 + 4x - 4\n\n= 6x + 3\n\nb) Simplify 3(y + 2) - y\n\n= 2y + 6", "prp")
    tells("The cost is 2x + 3 dollars\n= 2x + 4", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.5 km = 2500 m\n\n45 min = 0.75 h\n\n1.5 m² = 15000 cm²\n\n72 km/h = 20 m/s\n\n500 ml = 0.5 L", "ppppp"),
        ("2.5 km = 250 m\n\n45 min = 0.45 h\n\n1.5 m² = 150 cm²\n\n72 km/h = 25 m/s\n\n500 ml = 5 L", "rrrrr"),
        ("- 3 h 20 min = 200 min\n- 2 hours 15 minutes = 2.15 hours", "pr"),
        ("On the map 1 cm = 5 km. Then 3 cm are 15 km.", ""),
        ("We work 2 days = 16 hours, 60 km = 1 h, 3m = 2km, and 1 mile = 1.6 km.", ""),
    ],
)
def test_a_quantity_in_two_measures(text: str, expected: str) -> None:
    tells(text, expected)


VARIANCES = r"Let $X$ and $Y$ be independent with $\operatorname{Var}(X) = 4$ and $\operatorname{Var}(Y) = 9$." "\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # variances of random numbers whose variances are known
        (VARIANCES + r"$\operatorname{Var}(X - Y) = 4 + 9$" "\n\n" r"$\operatorname{Var}(2X + 5) = 16$", "pp"),
        (VARIANCES + r"$\operatorname{Var}(X - Y) = 4 - 9$" "\n\n" r"$\operatorname{Var}(2X + 5) = 21$", "rr"),
        (VARIANCES.replace("independent", "random") + r"$\operatorname{Var}(X + Y) = 13$", "u"),
        # a polynomial that is taken apart, or divided
        ("Now $x^2 - 5x + 6 = (x - 2)(x - 3)$.", "p"),
        ("Now $x^2 - 5x + 6 = (x - 2)(x - 4)$.", "r"),
        ("Solve $x^2 - 5x + 6 = (x - 2)(x - 4)$.", ""),
        ("Division gives $x^2 - 5x + 6 = (x - 2)(x - 4)$. The roots are $x = 2$ and $x = 4$.", "ru"),
        (r"$\frac{x^2 + 1}{x - 2} = x + 2 + \frac{5}{x - 2}$", "p"),
        (r"$\frac{x^2 + 1}{x - 2} = x + 2 + \frac{3}{x - 2}$", "r"),
        (r"$\frac{x^2}{x - 2} = x + \frac{4}{x - 2}$", "u"),
        # the last link of a chain gives no letter a new value
        (r"$\sum_{k=1}^n (2k - 1) = n(n + 1) - n = n^2 + n - n = n^2$", "ppp"),
        (r"$\sum_{k=1}^n (2k - 1) = n(n + 1) - n = n^2 + n - n = n$", "ppr"),
        ("$n = n + 1$", "u"),
        # logarithms whose bases are all said
        (r"Solve $\log_3 x + \log_3(x - 6) = 3$. Combine: $\log_3(x^2 - 6x) = 3$.", "p"),
        (r"Solve $\log_3 x + \log_3(x - 6) = 3$. Combine: $\log_3(2x - 6) = 3$.", "r"),
        (r"Solve $\log x + \log(x - 6) = 3$. Combine: $\log(2x - 6) = 3$.", "u"),
    ],
)
def test_slips_that_might_have_been_equations(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # primes, degrees, absolute values, powers as they are typed
        ("f(x) = 3x^2 - 4x\nf'(x) = 6x - 4\nf'(2) = 6(2) - 4 = 8\nf(2) = 12 - 8 = 4", "ppppp"),
        ("f(x) = 3x^2 - 4x\nf'(x) = 6x\nf'(2) = 6(2) - 4 = 9", "rpr"),
        ("y = (x^2 + 1)/(x - 3)\ny' = (2x(x - 3) - (x^2 + 1))/(x - 3)^2\ny' = (x^2 - 6x - 2)/(x - 3)^2", "pr"),
        ("- sin(30°) = 1/2\n- cos(60°) = √3/2\n- log(100) = 2", "pru"),
        ("abs(x - 1/2) + abs(x + 1/2) = 2\nabs(x) = 1\nx = 1 or x = -1", "pp"),
        ("abs(x - 1/2) + abs(x + 1/2) = 2\nabs(x) = 1\nx = 1 or x = -2", "pr"),
        ("10^-2 = 0.01 and 2^(-3) = 1/8 and 8^(2/3) = 4 and x^-2 * x^3 = x", "pppp"),
        ("10^-2 = -100 and 2^(-3) = -8 and 8^(2/3) = 16/3 and x^-2 * x^3 = x^-6", "rrru"),
        (
            r"$10^-2 = 0.01$, $x^-1 = \frac1x$, $\int_0^1 e^-x\,dx = 1 - e^-1$, $\lim_{x \to 0^-} \frac{|x|}{x} = -1$",
            "pppp",
        ),
        (r"$10^-2 = 0.1$, $\lim_{x \to 0^-} \frac{|x|}{x} = 1$", "rr"),
    ],
)
def test_what_is_typed_with_signs_of_its_own(text: str, expected: str) -> None:
    tells(text, expected)


HEADED = (
    "### Problem\n\nSolve \\(\\sqrt{3x + 4} = x\\).\n\n### Solution\n\n**Step 1.** Square:\n\\[ 3x + 4 = x^2 \\]\n\n"
)
HEADED += "**Step 2.** So \\(x = 4\\) or \\(x = -1\\).\n\n### Final Answer\n\\[ \\boxed{x = %d} \\]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the end of a solution under a heading of its own
        (HEADED % 4, "ppp"),
        (HEADED % -1, "ppr"),
        (
            "## 1\n\nSolve \\(3x + 4 = 10\\).\n\n### Answer\n\n\\(x = 2\\)\n\n## 2\n\nSolve \\(5x = 20\\).\n\n### Answer\n\n\\(x = 4\\)",
            "pp",
        ),
        # what a statement means; a factor of a denominator
        ("$x^2 > 16$ means $x > 4$ or $x < -4$. $x^2 = 9$ is equivalent to $x = \\pm 3$.", "pp"),
        ("$x^2 > 16$ means $x > 4$. $x^2 = 9$ is equivalent to $x = 3$.", "rr"),
        ("I notice that the denominator factors as $x^2 - 9 = (x - 3)(x + 3)$.", "p"),
        ("I notice that the denominator factors as $x^2 - 9 = (x - 3)(x + 9)$.", "r"),
        # a remainder behind lower powers
        (r"$\sin x = x - \frac{x^3}{6} + O(x^5)$ and $e^{2x} = 1 + 2x + 2x^2 + O(x^3)$", "pp"),
        (r"$\sin x = x - \frac{x^3}{3} + O(x^5)$ and $e^{2x} = 1 + 2x + x^2 + O(x^3)$", "rr"),
        ("$(x + 1)^2 = x^2 + O(x)$", "n"),
    ],
)
def test_what_models_write_around_a_solution(text: str, expected: str) -> None:
    tells(text, expected)


def test_an_equation_on_an_interval_that_heads_rows_is_to_be_solved() -> None:
    rows = "$\\sin 2x = \\sin x$ on $[0, 2\\pi)$:\n\n$2\\sin x\\cos x - \\sin x = 0$\n\n"
    tells(rows + "$\\sin x(2\\cos x - 1) = 0$", "pp")
    tells(rows + "$\\sin x(2\\cos x - 2) = 0$", "pr")
    tells("We have $\\sin 2x = \\sin x$ on $[0, 2\\pi)$.", "r")
    tells("$\\sin 2x = 2\\sin x\\cos x$ on $[0, 2\\pi)$. $x^2 < x$ on $(0, 2)$: it is so.", "pr")

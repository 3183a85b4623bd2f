"""Answers at school: values worked out side by side, zeros that words name, domains, induction with its beginning in a line of its
own; each right one with a neighbour that has a slip."""

from __future__ import annotations

import pytest

from tests.document_says import tells

SINE = "Solve $\\sin x = -\\frac12$ on $[0, 2\\pi)$.\n\n$$x = \\pi + \\frac{\\pi}{6} = %s \\quad\\text{or}\\quad x = 2\\pi - \\frac{\\pi}{6} = \\frac{11\\pi}{6}$$"
VIETA = "The roots $x_1, x_2$ of $x^2 - 7x + 10 = 0$ satisfy $x_1 + x_2 = %s$. So $x_1^2 + x_2^2 = 49 - 20 = 29$."
ABS = "Solve |x - 3| = 2x.\n\nIf x < 3: 3 - x = 2x, 3x = 3, x = %s."
SYSTEM = "Solve\n\n(I) 3x + 2y = 12\n(II) 5x - 2y = 4\n\n(I)+(II): 8x = 16, so x = %s."
TANGENT = "**Solve** $\\tan x = 1$, $x \\in [0, 2\\pi]$.\n\n$x = \\frac{\\pi}{4}$ or $x = \\frac{%s\\pi}{4}$"
ZEROS = (
    "Solve $x^2 - x - 6 < 0$.\n\nZeros: $x^2 - x - 6 = (x-3)(x+2)$, so $x = 3$ and $x = %s$.\n\nSolution: $(-2, %s)$"
)
NUMBERED = "$x^2 - 5x + 6 = (x-2)(x-3)$.\n\nThe roots are $x_1 = 2$ and $x_2 = %s$."
CHAIN = "$x^2 - 5x + 6 = (x-2)(x-3) = 0$. So $x = 2$ or $x = %s$."
OF_BOUND = "Find the solution set of $(x-1)(x+4) \\leq 0$.\n\nThe zeros are $x = 1$ and $x = %s$."
ANGLE = "$\\cos\\varphi = \\frac12$, so $\\varphi = %s^\\circ$."
POINTS = "The angle between $u = (1, 0, 1)$ and $v = (0, 1, 1)$: $u \\cdot v = %s$"
BOUNDS = "Solve $|2x + 1| \\le 5$.\n\n$-5 \\le 2x + 1 \\le 5$\n\n$-6 \\le 2x \\le %s$"
OUTSIDE = "Solve $|x - 2| > 3$.\n\n$x - 2 > 3$ or $x - 2 < -3$\n\n$x > 5$ or $x < %s$"
WITHIN = "Solve $3(2x - 1) \\leq 4x + 5$ over the natural numbers.\n\n$2x \\le 8$\n\n$L = \\{0, 1, 2, 3, %s\\}$"
COMPLEX = "Solve $x^2 + 1 = 0$ over $\\mathbb{C}$: $x = i$ or $x = %s$."
SURD = "Solve $(x+3)^2 = 5$.\n\n$x + 3 = \\pm\\sqrt5$\n\n$x = -3 \\pm \\sqrt{%s}$"
TWO = "$$2x - 3 < 5 \\quad\\text{and}\\quad 3x + 1 \\geq -8$$\n$$2x < 8 \\quad\\text{and}\\quad 3x \\geq -9$$\n$$x < %s \\quad\\text{and}\\quad x \\geq -3$$"
CUBIC = "Let $p(x) = x^3 - 3x + 2$. Then $p(1) = 0$, so $p(x) = (x-1)^2(x+%s)$."
VALUE = (
    "Solve the differential equation $y' = 2y$, $y(0) = 3$.\n\nThe function $y(x) = 3e^{2x}$ has $y'(x) = %se^{2x}$."
)


@pytest.mark.parametrize(
    ("text", "right", "wrong", "expected"),
    [
        (SINE, "\\frac{7\\pi}{6}", "\\frac{5\\pi}{6}", ("ppp", "prp")),
        (VIETA, "7", "-7", ("uppp", "urpp")),
        (ABS, "1", "2", ("ppp", "ppr")),
        (SYSTEM, "2", "3", ("pp", "pr")),
        (TANGENT, "5", "3", ("p", "r")),
        (NUMBERED, "3", "4", ("ppp", "ppr")),
        (CHAIN, "3", "4", ("pp", "pr")),
        (OF_BOUND, "-4", "4", ("p", "r")),
        (POINTS, "1", "2", ("p", "r")),
        (BOUNDS, "4", "6", ("pppp", "pppr")),
        (OUTSIDE, "-1", "1", ("pp", "pr")),
        (WITHIN, "4", "5", ("pp", "pr")),
        (COMPLEX, "-i", "-1", ("p", "r")),
        (SURD, "5", "4", ("pp", "pr")),
        (TWO, "4", "2", ("pppp", "pprp")),
        (CUBIC, "2", "1", ("pp", "pr")),
        (VALUE, "6", "3", ("p", "r")),
    ],
)
def test_an_answer_and_its_slip(text: str, right: str, wrong: str, expected: tuple[str, str]) -> None:
    tells(text % right, expected[0])
    tells(text % wrong, expected[1])


def test_zeros_that_words_name_are_no_solutions_of_the_inequality() -> None:
    """They were refuted, "x = 0 is lost", and so was the interval behind them."""
    tells(ZEROS % ("-2", "3"), "ppp")
    tells(ZEROS % ("2", "4"), "prr")


def test_zeros_may_be_those_of_another_polynomial() -> None:
    """The last line factors a part of it only: x = 1 was refuted."""
    part = "Solve $x^3 - 6x^2 + 11x - 6 = 0$.\n\n$x^3 - 6x^2 + 11x - 6 = (x-1)(x^2-5x+6)$\n\n$x^2 - 5x + 6 = (x-2)(x-3)$\n\n"
    tells(f"{part}Roots: $x = 1, 2, 3$.", "ppp")
    tells("Let $f(x) = (x-1)(x^2-5x+6)$. $x^2 - 5x + 6 = (x-2)(x-3)$.\n\nRoots: $x = 1, 2, 3$.", "pu")


def test_an_angle_in_degrees_lies_between_0_and_180() -> None:
    """That -60 degrees have the same cosine does not refute 60; 30 and -60 are wrong."""
    tells(ANGLE % "60", "uu")
    tells(ANGLE % "30", "r")
    tells(ANGLE % "-60", "r")


@pytest.mark.parametrize(
    "lead",
    [
        "$n = 0$: $0^3 - 0 = 0$.\n\nLet $n^3 - n = 3k$. Then ",
        "$n = 0$: $0^3 - 0 = 0$.\n\n$n \\to n+1$: Let $n^3 - n = 3k$. Then ",
        "IA: $n = 0$: $0^3 - 0 = 0$.\n\nIS: Let $n^3 - n = 3k$. Then ",
    ],
)
def test_what_n_is_at_the_beginning_of_an_induction_ends_there(lead: str) -> None:
    """Under n = 0 the slip was proved."""
    tells(f"Show by induction that $n^3 - n$ is divisible by $3$.\n\n{lead}$(n+1)^3 - (n+1) = n^3 + 3n^2 + 2n$.", "pp")
    tells(f"Show by induction that $n^3 - n$ is divisible by $3$.\n\n{lead}$(n+1)^3 - (n+1) = n^3 + 3n^2 + 3n$.", "pr")


def test_an_equation_in_a_new_paragraph_stands_beside_the_one_before() -> None:
    """ "so" in the paragraph before led to it."""
    tells("$a + b + 1 = 2$, so $a + b = 1$\n\n$4a + 2b + 1 = 5$, so $2a + b = 2$", "pp")
    tells("$a + b + 1 = 2$, so $a + b = 1$\n\n$4a + 2b + 1 = 5$, so $2a + b = 3$", "pr")


def test_what_is_lost_outside_of_a_domain_is_not_lost() -> None:
    """x = -2 lies where the function is not given."""
    given = "The function $f(x) = x + \\frac{4}{x}$ for $x > 0$: $f'(x) = 1 - \\frac{4}{x^2}$, $f'(x) = 0 \\iff x^2 = 4 \\iff x = "
    tells(f"{given}2$, and $f(2) = 4$.", "uuu")
    tells(f"{given}3$, and $f(2) = 4$.", "ur")


def test_decimal_commas_in_a_division() -> None:
    """3,6 : 0,9 = 4 was read as 9 = 4."""
    tells("3,6 : 0,9 = 4", "p")
    tells("3,6 : 0,9 = 5", "r")
    tells("Nach zwei Jahren: 2000 · 1,03² = 2121,80 €", "p")


def test_each_exercise_has_its_own_letters() -> None:
    text = "**Ex 1.** Let $a = 3$ and $b = 4$. Then $\\sqrt{a^2 + b^2} = 5$.\n\n**Ex 3.** Solve $a^2 = 2a$: $a = 0$ or $a = "
    tells(f"{text}2$.", "pp")
    tells(f"{text}-2$.", "pr")

"""Lists of solutions, equations that nothing satisfies, sides by name, units at the end: each beside what must come out otherwise."""

from __future__ import annotations

import pytest

from tests.document_says import tells

QUADRATIC = "Solve $x^2 - 5x + 6 = 0$.\n\n"
PARTS = r"Integrate by parts with $u = x$, $dv = \cos x\,dx$; then $du = dx$, $v = "


@pytest.mark.parametrize(
    "values",
    [
        "$x = 2, %d$",
        r"$x = 2 \text{ or } %d$",
        "$x = 2;\\ x = %d$",
        r"$x = 2 \quad x = %d$",
        "$x = 2$ or $%d$",
        "$x = 2$ and $%d$.",
        r"$\boxed{x = 2,\ x = %d}$",
        "The equation has two solutions: $x = 2$ and $x = %d$.",
    ],
)
def test_a_letter_has_one_value_so_that_more_are_alternatives(values: str) -> None:
    tells(QUADRATIC + values % 3, "p", budget=1.0)
    tells(QUADRATIC + values % 4, "r", budget=1.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $a_0 = 1$ and $a_{n+1} = 3 a_n$. Then $a_2 = 9$ and $a_2 = 5$.", "pr"),
        ("Let $b_n = n^2 + 1$. Then $b_2 = 5$, $b_2 = 6$.", "pr"),
        ("Let $f(x) = x^2$. Then $f(2) = 4$ and $f(2) = 5$.", "pr"),
        ("Let $w = 1 - i$. Then $w^4 = 4$, $w^4 = -4$.", "rp"),
        ("Let $f(x) = x^2 - 4$. Then $f(x) = 0$ gives $x = 2$ and $x = -2$.", "p"),
    ],
)
def test_what_has_a_value_has_no_alternatives(text: str, expected: str) -> None:
    """Two claims, of which one is wrong: as alternatives they were proved."""
    tells(text, expected, budget=1.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (QUADRATIC + r"$x = \frac{5 \pm 1}{2} = 3, 2$", "pp"),
        (QUADRATIC + r"$x = \frac{5 \pm 1}{2} = 3, 1$", "pr"),
        (QUADRATIC + "$x = 2$ and $3$ is odd.", "r"),  # 3 is no value of x here
        ("Solve for $x$: $|x| = 2$\n\n$x = 2, -2$", "p"),
        ("Solve for $x$: $|x| = 2$\n\n$x = 2$", "r"),
        ("Solve: $2x + 3 = 7$\n$2x = 4$\n$x = 2$", "pp"),
        ("Solve: $2x + 3 = 7$\n\n$2x = 4$\n\n$x = 3$", "pr"),
        ("Solve $2x + 3 > 7$. We get $2x > 4$, so the solution set is $x > 2$.", "pp"),
        ("Solve $2x + 3 > 7$. We get $2x > 4$, so the solution set is $x > 1$.", "pr"),
        ("Solve: $x + y = 3$\n\n$x - y = 1$", ""),
        (r"Solve $\sqrt{x} = x - 2$. So $x = 1$ or $x = 4$. $x = 4$: $\sqrt{4} = 2$. $x = 1$: $\sqrt{1} = 1$. So $x = 4$.", "pppp"),
        (r"Solve $2^x = -4$. $L = \{\}$", "p"),
        # what is looked at only
        (r"Solve $\frac{x - 1}{x + 2} \ge 0$. Critical points: $x = 1$ and $x = -2$. So $x \in (-\infty, -2) \cup [1, \infty)$.", "p"),
        (r"Solve $\frac{x - 1}{x + 2} \ge 0$. Critical points: $x = 1$ and $x = -2$. So $x \in (-\infty, -2] \cup [1, \infty)$.", "r"),
        ("Solve $x^2 > 25$.\n\n$x < -5$, $x > 5$", "p"),
        ("Solve $x^2 > 25$.\n\n$x < -5, x > 4$", "p"),  # which says less
        ("Solve $x^2 > 25$.\n\n$x < -6$ and $x > 5$", "r"),
        (r"Solve $\sqrt{x + 2} = 3$." "\n\n" r"$x \in [-2, \infty)$, $x + 2 = 9 \Leftrightarrow x = 7$", "pp"),
        (r"Solve $2x + 3 = 7$. $2x = 4 \to x = 2$", "pp"),
        (r"Solve $2x + 3 = 7$. $2x = 4 \to x = 3$", "pr"),
        # the general formula
        (QUADRATIC + r"$D = b^2 - 4ac = 25 - 24 = 1$", "pp"),
        (QUADRATIC + r"$D = b^2 - 4ac = 25 - 23 = 2$", "rp"),
        (QUADRATIC + r"Let $b = 1$. Then $b^2 - 4 a c = 1 - 24$.", "u"),  # here they are other letters
        (QUADRATIC + r"$x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a} = \frac{5 \pm 1}{2}$", "ppp"),
        # the sides by their names
        (r"Solve $2x = 8$. So $x = 4$. Check: LHS $= 2 \cdot 4 = 8 =$ RHS.", "pp"),
        (r"Solve $2x = 8$. So $x = 4$. Check: $\text{LHS} = 2 \cdot 4 = 6$.", "pr"),
        # one of two conditions in a row
        ("Let $u = x^2$. When $x = 1$, $u = 1$; when $x = 2$, $u = 4$.", "pp"),
        ("Let $u = x^2$. When $x = 1$, $u = 1$, and when $x = 2$, $u = 2$.", "pr"),
        (PARTS + r"\sin x$.", "pp"),
        (PARTS + r"-\sin x$.", "pr"),
    ],
)  # fmt: skip
def test_what_pupils_write_beside_its_neighbours(text: str, expected: str) -> None:
    tells(text, expected, budget=1.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Solve $\\frac{x^2 - 4}{x - 2} = 4$.\n\n$x + 2 = 4$\n\n$x = 2$", "pp"),
        ("Solve $\\frac{x^2 - 4}{x - 2} = 4$.\n\n$x + 2 = 5$", "u"),
        ("Solve $\\sqrt{x + 1} = -3$.\n\n$x + 1 = 9$", "p"),
        ("Solve $5^{2x - 1} = 5^{2x + 4}$.\n\n$2x - 1 = 2x + 4$", "p"),
        ("Solve $5^{2x - 1} = 5^{2x + 4}$.\n\n$2x + 1 = 2x + 4$", "u"),
        ("Solve $|x| + |x - 3| = 5$. Case 1: $0 \\le x \\le 3$. Then $x - (x - 3) = 5$.", "p"),
        (
            "Solve $|x| + |x - 3| = 5$. Case 1: $0 \\le x \\le 3$. Then $x + (x - 3) = 5$.",
            "u",
        ),  # nothing satisfies it in this case
    ],
)
def test_rows_after_an_equation_that_nothing_satisfies(text: str, expected: str) -> None:
    """What follows with another number follows; what does not is not proved by the contradiction."""
    tells(text, expected, budget=1.0)


SYSTEM = "Solve the system $x + y = 7$, $2x - y = 2$.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SYSTEM + r"$x = 3 \implies y = 4$", "pp"),
        (SYSTEM + r"$x = 3 \implies y = 5$", "pr"),
        (SYSTEM + "$x = 3$, $y = 5$", "pr"),
        (SYSTEM + "Solution: $(x, y) = (3, 4)$", "p"),
        (SYSTEM + "Solution: $(x, y) = (4, 3)$", "r"),
        ("Solve $x^2 = 9$, $y = x + 1$. Here $x = 3$ gives $y = 4$ and $x = -3$ gives $y = -2$.", "pp"),
        ("Solve $x^2 = 9$, $y = x + 1$. Here $x = 3$ gives $y = 4$ and $x = -3$ gives $y = 4$.", "pr"),
        ("A triangle with a right angle has legs $a = 3$ and $b = 4$.\n\n$c^2 = a^2 + b^2 = 25$, so $c = 5$.", "pp"),
        ("A triangle with a right angle has legs $a = 3$ and $b = 4$.\n\n$c^2 = a^2 + b^2 = 25$, so $c = 6$.", "pr"),
    ],
)
def test_several_letters(text: str, expected: str) -> None:
    tells(text, expected, budget=1.0)


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"25\pi \approx 78.5\text{ cm}^2", "p"),
        (r"25\pi \approx 78.6\text{ cm}^2", "r"),
        (r"25\pi\text{ cm}^2 \approx 78.5\text{ cm}^2", "p"),
        (r"25\pi\text{ cm} \approx 78.5\text{ m}", "r"),
        (r"100\pi \approx 3.14\text{ m}", "u"),  # it may be in cm on the left
        (r"2 \cdot 4 = 9\text{ m}", "r"),
    ],
)
def test_a_unit_where_the_calculation_ends(latex: str, expected: str) -> None:
    tells(f"We have ${latex}$.", expected, budget=1.0)


def test_a_sign_alone_is_no_list() -> None:
    """A formula without a member cost the whole document."""
    tells(r"Solve $2x = 4$. $\therefore$ $x = 2$.", "p", budget=1.0)

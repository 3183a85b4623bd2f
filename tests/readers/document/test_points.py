"""What is said of a function at one point, of a letter in one place, and of which letters: each with its neighbour."""

from __future__ import annotations

from functools import partial

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests import document_says

verdicts = partial(document_says.verdicts, budget=2.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $g$ be continuous with $g(a) = 1$ and $g(b) = 4$. Then $g(b) - g(a) = 3$.", ["proved"]),
        ("Let $g$ be continuous. Suppose $g(c) = c$ for some $c$. Then $g(u) - g(v) = u - v$.", ["unknown"]),
        ("There is $c$ with $g(c) = c^3$. So $g(c) - c^3 = 0$ and $g(1) = 1$.", ["proved", "unknown"]),
        ("Let $g(p) = p^3$. Then $g'(p) = 3 p^2$ and $g(2) = 6$.", ["proved", "refuted"]),
        (
            "Let $g : \\mathbb{R} \\to \\mathbb{R}$ be given by $g(x) = 7$. Then $g(2) = 7$ and $g(3) = 8$.",
            ["proved", "refuted"],
        ),
    ],
)
def test_a_value_at_a_point_says_nothing_of_the_others(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_a_function_of_an_item_is_another_one_in_the_next() -> None:
    text = "## Some of them grow\n1. $g(x) = 4x + 1$ grows, because\n2. $g(x) = x^3$ grows. Its derivative is $g'(x) = 3x^2$."
    assert verdicts(text) == ["proved"]
    assert verdicts(text.replace("3x^2", "3x")) == ["refuted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fix $T = 12$. For all $t$ with $t \\le T$ we have $t \\le 12$.", ["proved"]),
        ("Fix $T = 12$. For all $t$ with $t \\le T$ we have $t \\le 11$.", ["refuted"]),
        ("Suppose that for all $x$ we have $g(x) \\le 2$. Then $g(3) \\le 2$.", ["proved"]),
        ("1. Let $a = b$. Then $a^3 = b^3$.\n2. We have $a^3 - b^3 = 0$.", ["proved", "unknown"]),
        ("1. Let $a = 2$. Then $a^3 = 8$.\n2. We have $a^2 = 4$.", ["proved", "proved"]),
        (
            "Prove that $\\frac{x}{2 + x} < 1$ if $x > -2$.\n\n*Proof.* Clearly, $\\frac{2}{2 + x} > 0$.",
            ["proved", "proved"],
        ),
        ("If $x > -2$, then $\\frac{x}{2 + x} < 1$.\n\nOf course, $\\frac{2}{2 + x} > 0$.", ["proved", "unknown"]),
        ("Fix $a > 0$ and $z_{k+1} = z_k - a y_k$. Then $z_6 = z_5 - a y_5$.", ["proved"]),
        ("Fix $k$ and let $z_{k+1} = z_k - a y_k$. Then $z_6 = z_5 - a y_5$.", ["unknown"]),
        ("Let $g$ be convex with $g(x) \\ge 1$ for all $x$, $\\|v\\| \\le c$. Then $\\|v\\|^2 \\le c^2$.", ["proved"]),
        ("For all real $y$ with $y > 1$, $y^2 > 4$.", ["refuted"]),
        ("Write $g_k = g(y_k)$. Then $g_k - g_{k+1} = g(y_k) - g(y_{k+1})$.", ["proved"]),
        ("Let $g(x) = x^3$.\n\n**Exercise 2.** $g'(x) = \\cos x$ for $g(x) = \\sin x$.", ["proved"]),
        ("Let $g: \\mathbb{R}^n \\to \\mathbb{R}$ and $g_k = g(y_k)$. Then $g_3 - g_2 = g(y_3) - g(y_2)$.", ["proved"]),
        ("Let $g$ be convex and $g_k = g(y_k)$. Then $g_{k+1} \\ge g_k$.", ["unknown"]),
    ],
)
def test_which_values_are_spoken_of(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_a_number_of_another_part_may_be_another_one() -> None:
    """What "with" gives a letter in a part before is given anew; within the part it refutes."""
    first = "## Example\n\nThe problem has the optimum $x = 3$ with $q = \\frac14$.\n\n"
    assert "refuted" not in verdicts(first + "## Another problem\n\nOnly $z = 0$ is left, so $q = 1$.")
    assert verdicts(first + "Hence $q = 1$.") == ["refuted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Suppose $x', x > 2$ and $x' > x$. Then $\\frac{x'}{x} > 1$ and $\\frac{x}{x'} > 1$.", ["proved", "refuted"]),
        ("Let $x = e^{3t}$. Then $x' = 3 e^{3t}$ and $x' - 3x = 0$.", ["proved", "proved"]),
        ("Let $N_e > 0$ and $J_e = N_e (h_e - k_e)$. Then $k_e + \\frac{J_e}{N_e} - h_e = 0$.", ["proved"]),
        ("For all $N_e > 1$ we have $\\frac{1}{N_e} > 1$.", ["refuted"]),
        ("Look at $M = \\{\\frac{x}{1 + x} : x > 0\\}$. If $x > 0$, then $\\frac{x}{1 + x} < 1$.", ["proved"]),
        ("$\\sum_{e=1}^m (x_e + 1) = m + \\sum_{e=1}^m x_e$ and $\\ln e^2 = 2$", ["proved", "proved"]),
    ],
)
def test_letters_with_a_prime_or_with_an_e_below(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_a_condition_that_stood_before_may_give_a_number() -> None:
    text = "The conditions are\n\n$$\\lambda s = 0, \\quad \\lambda \\ge 0.$$\n\n## A first case\n\nIf $s > 0$, slackness gives $\\lambda = 0$."
    assert "refuted" not in verdicts(text)


CHOSEN = "Let $\\epsilon > 0$. Choose $N$ such that for $n \\ge N$:\n\n$$a_n < \\frac{\\epsilon}{3}.$$\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CHOSEN + "For $k, m \\ge N$: $a_k + a_m < \\frac{\\epsilon}{3} + \\frac{\\epsilon}{3}$.", ["proved"]),
        (CHOSEN + "Hence $a_n < \\frac{\\epsilon}{3}$ for all $n$.", ["unknown"]),
        (
            "There are $M$ and $r$ such that for all positive integers $n$, $a_n < M r^n$. So $3 a_n < 3 M r^n$.",
            ["proved"],
        ),
        ("Choose $n$ such that $n \\ge N$ and $b_n < 1$. For $m \\ge N$ we have $b_m < 1$.", ["unknown"]),
        ("Take $\\epsilon = 3$. Then $|(-1)^n - 1| \\le 2 < \\epsilon$ for all $n$.", ["proved", "proved"]),
        ("Set $x = 2$. Then $x^2 > x$. Hence $x^2 > x$ for all $x$.", ["proved", "refuted"]),
        ("Maximizing $q$ over $\\lambda \\ge 0$ gives $\\lambda + 1 > 0$.", ["proved"]),
    ],
)
def test_what_holds_for_a_letter_that_is_chosen(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


DESCENT = (
    "Let $f$ be convex and $L$-smooth. %s Let $D_t = f(x_t) - f(x^*)$.\n\nThen "
    "$$\\sum_{t=1}^{T} D_t \\le \\frac{L}{2} \\left(\\|x_0 - x^*\\|^2 - \\|x_T - x^*\\|^2\\right).$$"
)


def test_what_a_text_leaves_unsaid_stands_against_a_point() -> None:
    """The rule of a descent in words only, an optimal value f^*, and a delta that nothing ties to x."""
    assert "refuted" not in verdicts(DESCENT % "We descend with step $1/L$.")
    assert verdicts("Let $f$ be convex. Let $u$ be a point. Then $f(u) - f^* \\ge 1$.") == ["unknown"]
    assert verdicts("Assume $\\delta \\le 1$ and $|x - 3| < 1$. Then $2 |x - 3| < 2 \\delta$.") == ["unknown"]
    assert verdicts("Let $\\delta \\le 1$ and $|x - 3| < \\delta$. Then $|x - 3| < 1$.") == ["proved"]


THROUGH = "Let $z = e^x + y$ and $f(x, y) = z^2$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$\frac{\partial f}{\partial x} = 2 z e^x$, $\frac{\partial f}{\partial z} = 2z$, $f(0, 2) = 9$.", ["proved"] * 3),
        (r"$\frac{\partial f}{\partial x} = 2 z$, $f(0, 2) = f(0, 3)$.", ["refuted"] * 2),
    ],
)  # fmt: skip
def test_a_function_given_by_a_letter_that_stands_for_a_term_in_its_arguments(text: str, expected: list[str]) -> None:
    assert verdicts(THROUGH + text) == expected


def test_a_function_of_vectors_is_another_one_where_it_is_given_in_two_numbers() -> None:
    text = (
        "## 1\n\nLet $f$ be convex and differentiable with $w^{(k+1)} = w^{(k)} - \\nabla f(w^{(k)})$. Put $m(d) = 2 + \\|d\\|^2$; "
        "then $m(0) = 2$.\n\n## 2\n\nConsider $f(w_1, w_2) = w_1 w_2 + \\sigma(w_1)$. Then "
        "$\\frac{\\partial f}{\\partial w_2} = w_1$ and $\\frac{\\partial f}{\\partial w_2} = w_2$."
    )
    assert verdicts(text) == ["proved", "proved", "refuted"]


CUBE = "[7.](7) Let $h(x) = x^3 + 1$. Then $h(1) = 2$.\n\n[8.](8) "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CUBE + "Let $h(x + y) = h(x) + h(y)$ for all $x, y$. Then $h(0) = h(0 + 0) = 2 h(0)$, so $h(0) = 0$.", ["proved"] * 4),
        (CUBE + "Suppose $h(x) = h(y)$. Then $x^3 = y^3$. Also $h(0) = 0$.", ["proved", "proved", "refuted"]),
        ("Let $h$ be convex and differentiable. For all $w$, $\\nabla^2 h(w)$ is a semidefinite matrix. Then "
         "$h(w') \\ge h(w) + \\nabla h(w)^\\top (w' - w)$.", ["proved"]),
        ("Let $p > 2$. We know that it is at most $p^2 = 2 p$.", ["refuted"]),
    ],
)  # fmt: skip
def test_which_function_is_meant_and_what_is_supposed(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_a_row_that_needs_hypotheses_of_another_part_is_not_refuted() -> None:
    text = (
        "**1.** Let $x_{k+1} = x_k - s v_k$ with $s > 0$ and $x_1 = 0$.\n\n**2.** Now use $\\|u\\| \\le B$ and $\\|v_k\\| \\le r$ "
        "for all $k$:\n\n$$\\langle v_1, x_1 - u \\rangle \\le \\frac{B^2}{2 s} + \\frac{s r^2}{2}$$"
    )
    assert "refuted" not in verdicts(text)


def test_a_declared_function_is_what_it_is_also_where_its_letter_is_another_one() -> None:
    """`P(b^*) = ...` in b is a claim on the function that the declaration gives, with b = b^*."""
    declared = {
        "names": {"P": "function of a vector", r"b, b^*, c": "vector"},
        "define": [r"P(b) = \|b - c\|^2 + 1"],
        "given": ["b = b^*"],
    }
    text = "Say $$P(b^*) = \\|b - c\\|^2 + 1.$$ Also $$P(b^*) = \\|b - c\\|^2 + 2.$$"
    steps = answer_document(document_of(text.encode(), "markdown"), declared, budget=2.0).steps
    assert [each.judged.verdict for each in steps] == ["proved", "refuted"]


NUMBERED = r"Write $u = e^{w_1} + e^{2 w_2}$, so $f_1 = e^u + \sin u$. Also $f_2 = w_1 w_2 + \sigma(w_1)$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rf"{NUMBERED} At $(1,2)$: $u = e + e^4 \approx 57.3164$ and $f_1 \approx 7.802\times 10^{{24}}$.", "ppp"),
        (rf"{NUMBERED} At $(1,2)$: $u = e + e^4 \approx 57.3164$ and $f_1 \approx 8.702\times 10^{{24}}$.", "ppr"),
        (rf"{NUMBERED}" "\n\n" r"(a) At $(1,2)$: $u \approx 57.3164$." "\n\n" r"(b) $f_2 \approx 2.731$.", "pp"),
        (rf"{NUMBERED}" "\n\n" r"(a) At $(1,2)$: $u \approx 57.3164$." "\n\n" r"(b) $f_2 \approx 2.371$.", "pr"),
        (rf"{NUMBERED}" "\n\n" r"(a) At $(1,2)$: $u \approx 57.3164$." "\n\n" r"(b) At $(2,1)$: $u \approx 14.7781$."
         "\n\n" r"(c) $f_2 \approx 2.731$.", "ppu"),
        (r"Let $g = a_1 + b_1$ and $h = a_2 b_2$. At $(1,2)$: $g \approx 3.01$.", "u"),
    ],
)  # fmt: skip
def test_numbered_letters_are_taken_at_a_point(text: str, expected: str) -> None:
    """(1, 2) was no point of them, and what a later part says of the value there was unknown."""
    document_says.tells(text, expected)

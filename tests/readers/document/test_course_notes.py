"""How course notes are written: indented divisions, languages that are not read, functions with a word above them, dots in chains,
"for all t >= 0 we have ..., and for all real t ..."."""

from __future__ import annotations

import pytest

from tests.document_says import verdicts

PROJECTION = "\n\n    $$P = A(A^TA)^{-1}A^T$$\n\n    1. $P^2 = P$"
SMOOTH = "$f(y) \\le f(x) + \\nabla f(x)^\\top (y - x) + \\frac{L}{2} \\|y - x\\|^2$"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'!!! definition "Projection"{PROJECTION}', ["proved"]),
        ('??? success "Answer"\n\n    $$2 + 2 = 5$$\n\n    and $2 + 3 = 5$', ["refuted", "proved"]),
        (f'=== "Solution"{PROJECTION}\n\nText.\n\n    $1 = 2$ is code', ["proved"]),
        (f"Text.{PROJECTION}", []),  # code
        ("!!! note\n\n$2 + 2 = 5$", ["refuted"]),  # nothing is indented
        ("- item\n\n    ??? tip\n\n        $2 + 2 = 5$\n\n    $2 + 3 = 5$", ["refuted", "proved"]),
    ],
)
def test_the_lines_of_an_indented_division_are_no_code(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_divisions_in_divisions_end() -> None:
    deep = "\n".join(f"{'    ' * depth}!!! note" for depth in range(400))
    assert verdicts(f"{deep}\n\n$2 + 3 = 5$") == ["proved"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"関数 $f$ が $L$-平滑であるとき、任意の $x, y$ について次が成り立つ。{SMOOTH}", "unknown"),
        (f"Soit $f$ une fonction lisse. Alors, pour tout $x$ et tout $y$, {SMOOTH}.", "unknown"),
        ("Alors, pour tout $x$, il est vrai que $x^2 + 1 \\ge 3x$, donc voilà.", "unknown"),
        ("For all $x$ we have $x^2 + 1 \\ge 3x$, and that is it.", "refuted"),
        ("Soit $a$ et $b$ deux nombres. Alors, pour tout $a$, on a $(a + b)^2 = a^2 + 3ab + b^2$.", "refuted"),
        ("设 $a$ 和 $b$ 为实数，则有 $3 + 4 = 8$.", "refuted"),
        ("Für alle $x$ gilt $x^2 + 1 \\ge 3x$, und das ist es.", "refuted"),
    ],
)
def test_words_that_are_not_read_may_say_more_of_functions_and_of_order(text: str, expected: str) -> None:
    assert verdicts(text, budget=1.0)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For all $t \\ge 0$ we have $t^3 \\ge 0$, and for all real $t$ we have $t^2 \\ge 0$.", ["proved", "proved"]),
        ("For all $t \\ge 0$ we have $t^3 \\ge 0$ and for every real $t$: $t^3 + 1 \\ge 0$.", ["proved", "refuted"]),
        ("For all $t \\ge 0$ we have $t^3 \\ge 0$ and for all real $t$\n$$e^t \\ge 1 + t.$$", ["proved", "proved"]),
        ("If $t \\ge 0$ then $t + 1 \\ge 1$, and for all $t$ we have $t^3 \\ge 0$.", ["proved", "refuted"]),
        ("Let $t \\ge 0$. We have $t^3 \\ge 0$ for all real $t$.", ["unknown"]),
    ],
)
def test_all_values_of_what_comes_next_are_none_of_what_stands_before(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Subtracting instead of adding, for all $u, v$: $\\|u+v\\|^2 - \\|u-v\\|^2 = 2\\langle u, v\\rangle$.", ["refuted"]),
        ("Students write, instead of the right rule, $(a+b)^2 = a^2 + b^2$.", []),
        ("Equality holds iff $x_1 = x_2 = \\cdots = x_n$.", []),
        ("We have $a^2 + b^2 \\ge 2ab$, with equality iff $a = b$.", ["proved", "proved"]),
        ("$(q + 1)^2 = (q + 1)(q + 1) = \\dots = q^2 + 2q + 1$", ["proved", "proved"]),
        ("$(q + 1)^2 = (q + 1)(q + 1) = \\dots = q^2 + q + 1$", ["proved", "refuted"]),
        ("$$\\begin{aligned} (q + 1)^2 &= q^2 + 2q + 1 \\\\ &= \\ldots \\\\ &= (1 + q)^2 \\end{aligned}$$", ["proved", "proved"]),
        ("For $n \\ge 1$ we have $n < n + 1 \\le \\dots \\le n + 5$.", ["proved", "proved"]),
    ],
)  # fmt: skip
def test_what_leads_from_one_line_to_the_next_is_no_claim(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $f$ be convex and $f^{\\text{reg}}(x) = f(x) + \\frac12\\|x\\|^2$. Then $f^{\\text{reg}}(x) \\ge f(x)$.", "proved"),
        ("Let $f^{\\mathrm{SAM}}$ be smooth. Then $\\|\\nabla f^{\\mathrm{SAM}}(x)\\|^2 \\ge 0$.", "proved"),
        ("We have $V^{\\mathrm{tot}} (a+b) = V^{\\mathrm{tot}} a + V^{\\mathrm{tot}} b$.", "proved"),  # a factor
        ("Let $f: x \\mapsto x^2 + 1$. Then $f(2) = 5$.", "proved"),
        ("Let $f: x \\mapsto x^2 + 1$. Then $f(2) = 4$.", "refuted"),
        ("For $f \\equiv 1$ we have $f(3) = 1$.", "proved"),
        ("For $f \\equiv 1$ we have $f(3) = 2$.", "unknown"),
        ("Let $a \\equiv 3 \\pmod 5$. Then $a^2 \\equiv 4 \\pmod 5$.", "proved"),
    ],
)  # fmt: skip
def test_functions_by_a_word_above_by_an_arrow_and_constant_ones(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected

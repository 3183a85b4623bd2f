"""Right lines that were refuted, since a letter, a function or a number was taken for the one of before; each with a slip."""

from __future__ import annotations

import pytest

from tests.document_says import tells

LOSS = "The loss is $L(a, b) = (a - b)^2$.\n\n"
KERNEL = "The linear kernel is $k(x, y) = x^\\top y$.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LOSS + "The kl-loss function $L(a, b) = a \\log(a/b) - a + b$ is used for counts. Then $L(1, 1) = 0$.", "p"),
        (LOSS + "The kl-loss function $L(a, b) = a \\log(a/b) - a + b$ is used for counts. Then $L(1, 1) = 1$.", "r"),
        (LOSS + "Absolute loss: $L(a, b) = |a - b|$. Then $L(1, 4) = 3$.", "p"),
        (LOSS + "An asymmetric loss $L(a, b) = e^{a - b}$ is better here. So $L(2, 2) = 1$.", "p"),
        (LOSS + "The loss $L(a, b) = a^2 + 2ab + b^2$ is symmetric.", "r"),  # no other one, but a slip
        (LOSS + "The loss $L(a, b) = a^2 - 2ab + b^2$ is symmetric.", "p"),
        (LOSS + "Hence the loss $L(a, b) = e^{a - b}$ is symmetric.", "r"),
        (KERNEL + "The Gaussian kernel $k(x, y) = e^{-\\|x - y\\|^2}$ satisfies $k(x, x) = 1$.", "p"),
        (KERNEL + "The Gaussian kernel $k(x, y) = e^{-\\|x - y\\|^2}$ satisfies $k(x, x) = 0$.", "r"),
    ],
)
def test_a_noun_before_a_function_gives_it_anew(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $x$ be real. $$x + 1 > 0 if x > 0$$", "p"),
        ("$$f(x) = x^2 for x > 0$$ Then $f(2) = 4$.", "p"),
        ("$$f(x) = x^2 for x > 0$$ Then $f(2) = 5$.", "r"),
        ("Let $s = 2p where p > 1$. Then $s > 2$.", "p"),
        ("Solve $x^2 = 4$. $$x = 2 or x = -2$$", "p"),
        ("Solve $x^2 = 4$. $$x = 2 or x = -3$$", "r"),
        ("Let $o = 2$ and $r = 3$. Then $or = 6$.", "p"),
    ],
)
def test_words_that_are_typed_bare_in_a_formula(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Let $d(x, y) = (x - y)^2$. Then $d(2, 0) = 4$.\n\nLet $d$ be a metric. Then $|d(x, z) - d(y, z)| \\le d(x, y)$.",
            "pu",
        ),
        ("Let $d(x, y) = (x - y)^2$. Then $d(2, 0) = 4$ and $|d(x, z) - d(y, z)| \\le d(x, y)$.", "pr"),
        ("Let $f(x) = x^2$. Then $f(3) = 9$.\n\nLet $f$ be a function with $f(3) = 5$. Then $f(3) > 4$.", "pp"),
    ],
)
def test_a_function_that_is_let_be_another(text: str, expected: str) -> None:
    tells(text, expected)


OF_VECTORS = (
    "Let $f$ be convex with $f(y) \\ge f(x) + \\nabla f(x)^\\top (y - x)$ and $x_{k+1} = x_k - \\nabla f(x_k)$.\n\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (OF_VECTORS + "**Example.** For $f(x) = 5x^2$ we have $f(2) = 20$.", "p"),
        (OF_VECTORS + "**Example.** For $f(x) = 5x^2$ we have $f(2) = 10$.", "r"),
    ],
)
def test_a_power_in_a_function_of_a_number_is_no_member_of_a_sequence(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Stationarity: $2(x - 3) + m = 0$. If $m = 0$ then $x = 3$, which violates $x \\le 1$. So $x = 1$ and $m = 4$.",
            "pp",
        ),
        ("Solve $2(x - 3) + m = 0$ for $m = 0$. Then $x = 3$. So $x = 1$.", "pr"),
        ("Start with $p = 0.6$. After ten iterations $p \\approx 0.8$.", ""),
        ("Let $p = 0.6$. Then $2p = 1.2$. Rounded, $p \\approx 0.8$.", "pr"),
        ("For $t = 0.5$ we have $2t = 1$. The default is `t=0.9`, so $10t = 9$.", "pu"),
        ("For $t = 0.5$ we have $2t = 1$, so $10t = 9$.", "pr"),
    ],
)
def test_a_number_that_has_become_another(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $G$ be a group with $g^2 = e$ for all $g$. Then $ab = (ab)^{-1} = b^{-1}a^{-1} = ba$.", "upu"),
        ("For all real $a$ and $b$ we have $ab = (ab)^{-1}$.", "r"),
        ("Soit $h = 0{,}5$. Pour $h = 0{,}5$ on a donc $1 - 2h = 0$ et pour $h = 1{,}5$ on a $1 - 2h = -2$.", "ppuu"),
    ],
)
def test_what_words_that_are_not_read_may_say(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("With $a = 5$ and $b = 7$ we get $a + b = 12$.\n\nRight triangle: $a = 3$, $b = 4$, so $a + b = 7$.", "pp"),
        ("With $a = 5$ and $b = 7$ we get $a + b = 12$.\n\nRight triangle: $a = 3$, $b = 4$, so $a + b = 12$.", "pr"),
        ("$$\\frac{3.0 \\cdot 10^{-3}}{2} \\approx 1.5 \\times 10^{-3}\\,\\mathrm{J}$$", "p"),
        ("$$\\frac{3.0 \\cdot 10^{-3}}{2} \\approx 1.5 \\times 10^{-2}\\,\\mathrm{J}$$", "r"),
    ],
)
def test_numbers_of_another_paragraph_and_powers_before_units(text: str, expected: str) -> None:
    tells(text, expected)


MATRIX = "Let $A = \\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix}$.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            MATRIX
            + "For $c = 1$: $v = (1, -1)^\\top$.\n\nFor $c = 3$: $v = (1, 1)^\\top$, since $A v = (3, 3)^\\top$.",
            "p",
        ),
    ],
)
def test_what_is_found_for_one_value_is_not_kept_for_another(text: str, expected: str) -> None:
    from tests.document_says import verdicts

    assert "refuted" not in verdicts(text), expected

"""Complex numbers in documents: each right line beside a wrong neighbour, and what may be neither."""

from __future__ import annotations

import pytest

from symproof.readers.resolve.complex_numbers import complex_letters, speaks_of_complex_numbers
from tests.document_says import tells


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (r"(2 + 3i)(2 - 3i) = 13", "p"),
        (r"(2 + 3i)(2 - 3i) = -5", "r"),
        (r"(1 + i)^4 = -4", "p"),
        (r"(1 + i)^4 = 4", "r"),
        (r"\frac{3 + i}{1 - 2i} = \frac{1 + 7i}{5}", "p"),
        (r"\frac{3 + i}{1 - 2i} = \frac{1 - 7i}{5}", "r"),
        (r"\overline{2 - 5i} = 2 + 5i", "p"),
        (r"|3 - 4i| = 5", "p"),
        (r"|3 - 4i| = \sqrt{7}", "r"),
        (r"e^{i \pi} = -1", "p"),
        (r"e^{i \pi} = 1", "r"),
        (r"(a + bi)(a - bi) = a^2 + b^2", "p"),
        (r"(a + bi)(a - bi) = a^2 - b^2", "r"),
        (r"\sqrt{-4} \sqrt{-9} = -6", "p"),
        (r"\sqrt{-4} \sqrt{-9} = \sqrt{36}", "r"),
        (r"0 \cdot \frac{1}{a} = 0i", "u"),  # a may be 0
        (r"\frac{1 + i}{0} = i", "u"),
        (r"(a + bi)^0 = 1", "n"),
        (r"i > 0", "n"),
        (r"w + i = i + w", "n"),  # w may be complex
    ],
)
def test_numbers_with_i(formula: str, expected: str) -> None:
    tells(f"Complex numbers: $i^2 = -1$. ${formula}$", "p" + expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $z = 2 + 3i$. Then $\bar z = 2 - 3i$, $z \bar z = 13$ and $\operatorname{Re}(z) = 2$.", "ppp"),
        (r"Let $z = 2 + 3i$. Then $\bar z = 2 + 3i$, $z \bar z = -5$ and $\Im z = 2$.", "rrr"),
        (r"Solve $x^2 - 4x + 13 = 0$. $x = \frac{4 \pm 6i}{2} = 2 \pm 3i$", "ppp"),
        (r"Solve $x^2 - 4x + 13 = 0$. So $x = 2 + 2i$ or $x = 2 - 2i$.", "r"),
        (r"Solve $(x^2 + 1)(x - 3) = 0$ over the complex numbers. So $x = i$ or $x = -i$ or $x = 3$.", "p"),
        (r"Solve $(x^2 + 1)(x - 3) = 0$ over the complex numbers. So $x = i$ or $x = 4$.", "r"),
        (r"For every complex number $z$ we have $z^2 \ge 0$.", "n"),
        (r"Let $z \in \mathbb{C}$. Then $|z|^2 = z \bar z$.", "p"),
        (r"Let $z \in \mathbb{C}$. Then $|z|^2 = z^2$.", "r"),
        (r"Let $a$ and $b$ be complex numbers. Then $|a + bi|^2 = a^2 + b^2$.", "r"),
        (r"For all $x$ we have $x^2 \ge 0$, and in a more complex example $x^4 \ge 0$.", "pp"),
        (r"The current is $i = 3$. Then $2i = 6$.", "nn"),
        (r"For $x_i = 2 + 3i$ we have $x_1 = 5$.", "p"),
    ],
)
def test_texts_with_complex_numbers(text: str, expected: str) -> None:
    tells(text, expected)


def test_where_i_is_the_imaginary_unit() -> None:
    assert speaks_of_complex_numbers(r"the roots are $2 \pm 3i$")
    assert not speaks_of_complex_numbers(r"complex sums $\sum_{i=1}^n (2 + 3i)$")
    assert complex_letters(r"Let $z$, $w_1$ be complex numbers.") == {"z", "w_1"}
    assert complex_letters(r"a complex formula $x + y$ and $z$ is complexer") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a letter is sought that was given, or given anew in another item; i without words on complex numbers
        (r"Let $z = 2 + 3i$. Solve $z^2 + 4z + 13 = 0$. So $z = -2 \pm 3i$.", "p"),
        (r"Let $z = 2 + 3i$. Solve $z^2 + 4z + 13 = 0$. So $z = -2 \pm 2i$.", "r"),
        (r"Let $z = 2 + 3i$. Then $z^2 + 4z + 13 = 0$.", "r"),
        ("1. Let $z = 2 + 3i$. Then $|z|^2 = 13$.\n\n2. $z = 1 + 2i$. Then $|z|^2 = 5$.", "pp"),
        ("1. Let $z = 2 + 3i$. Then $|z|^2 = 13$.\n\n2. $z = 1 + 2i$. Then $|z|^2 = 13$.", "pr"),
        (r"$z = 1 + i$, so $z^2 = 2i$, $z^4 = -4$ and $|z| = 2$.", "ppr"),
    ],
)
def test_a_letter_that_is_another_number(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $z \in \mathbb{C}$. Then $\bar z^2 \ge 0$.", "n"),
        (r"Let $z_1$ be a complex number. Then $\overline{z_1}^2 \ge 0$.", "n"),
        (r"Let $u$ be complex. Then $(\bar u)^2 + 1 > 0$.", "n"),
        (r"The mean $\bar x$ is real. Then $\bar x^2 \ge 0$.", "p"),
    ],
)
def test_the_conjugate_of_a_complex_letter_is_no_real_number(text: str, expected: str) -> None:
    """A bar over it made a real letter, whose square is not below 0."""
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            r"Let $z, w \in \mathbb{C}$. Then $|zw| = |z| |w|$, $|z + w| \le |z| + |w|$ and $|z + w|^2 = |z|^2 + |w|^2$.",
            "ppr",
        ),
        (r"Let $z_1, z_2 \in \mathbb{C}$. Then $\overline{z_1 z_2} = \overline{z_1} \, \overline{z_2}$.", "p"),
        (r"Let $z_1, z_2 \in \mathbb{C}$. Then $\overline{z_1 z_2} = \overline{z_1} z_2$.", "r"),
        (
            r"Let $z$ be a complex number. Then $z + \bar z = 2 \operatorname{Re} z$ and $z - \bar z = 2 \operatorname{Im} z$.",
            "pr",
        ),
        (r"Let $z$ be a complex number. Then $z + \bar z \in \mathbb{R}$ and $z \bar z \ge 0$.", "pp"),
        (r"Let $z$ be a complex number. Then $z - \bar z \in \mathbb{R}$.", "u"),
        (r"Let $z$ be a complex number with $z \ne 0$. Then $\frac{1}{z} = \frac{\bar z}{|z|^2}$.", "p"),
        (r"Let $z$ be a complex number. Then $\frac{1}{z} = \frac{\bar z}{|z|^2}$.", "u"),  # z may be 0
        (r"Let $z$ be complex with $|z| = 1$. Then $\bar z = \frac{1}{z}$ and $z^2 = 1$.", "pu"),
        (r"Let $z$ be complex. If $z \in \mathbb{R}$, then $\bar z = z$.", "p"),
        (
            "Let $z$ be complex. If $z \\in \\mathbb{R}$, then $\\bar z = z$.\n\nSuppose $z^2 = -1$. Then $z = i$ or $z = -i$.",
            "pp",
        ),
        (
            "Let $z$ be complex with $|z| = 2$.\n\n# B\n\nLet $z, w$ be complex. If $|z| = |w| = 1$ then $|z + w| \\le 2$.",
            "p",
        ),
        (
            r"Let $z$ be complex. Then $|z|^2 = z \bar z$. Let $x$ and $z$ be real. Then $z^2 + x^2 \ge 0$ and $\bar z = z$.",
            "ppp",
        ),
    ],
)
def test_letters_for_any_complex_number(text: str, expected: str) -> None:
    """They are pairs of letters, in force as long as other letters are."""
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $z = x + iy$ with real $x, y$. Then $|z|^2 = x^2 + y^2$, $z - \bar z = 2iy$ and $|z|^2 = z^2$.", "ppr"),
        (r"Let $z = a + bi$. Then $z \bar z = a^2 + b^2$.", "p"),
        (r"Let $z = a + bi$ for $i = 1, 2$. Then $a + b = b + a$.", "p"),
        (
            r"Let $z = 2 + 3i$. Then $\overline{z^2} = -5 - 12i$, $\bar z^2 = \overline{z^2}$ and $\bar z^2 \ge \overline{z^2}$.",
            "ppn",
        ),
        (r"Let $z_1 = 1 + 2i$. Then $\bar z_1^2 = -3 - 4i$ and $\bar z_1^2 \ge 1$.", "pn"),
    ],
)
def test_a_bar_above_a_complex_letter_is_its_conjugate(text: str, expected: str) -> None:
    """Its square was that of a real letter, and was ordered; a number x + iy in letters was real."""
    tells(text, expected)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (r"\omega^n = 1", "p"),
        (r"\omega^{2n} = \omega", "r"),
        (r"\bar\omega = \omega^{-1}", "p"),
        (r"\sum_{k=0}^{n-1} \omega^k = 0", "p"),
        (r"\sum_{k=0}^{n-1} \omega^{jk} = 0", "p"),
        (r"\sum_{k=0}^n \omega^{jk} = 0", "u"),  # 1
        (r"(\cos t + i \sin t)^n = \cos nt + i \sin nt", "p"),
        (r"(\cos t + i \sin t)^n = \cos nt - i \sin nt", "r"),
        (r"(\cos t + i \sin t)^3 = \cos 3t + i \sin 3t", "p"),
        (r"e^{it} - e^{-it} = 2i \sin t", "p"),
        (r"(x + iy)^n = x^n + iy^n", "n"),
    ],
)
def test_powers_of_roots_of_unity_and_their_sums(formula: str, expected: str) -> None:
    tells(rf"Let $n \ge 2$ and $0 < j < n$ be integers and $\omega = e^{{2\pi i/n}}$. Then ${formula}$.", expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For all complex $z$ we have $|z|^2 = z^2$.", "r"),
        ("For any complex $z, w$, $|zw| = |z||w|$, $|z + w| = |z| + |w|$.", "pr"),
        ("Take a complex $z$. Then $|z|^2 = z \\bar z$. $|z|^2 = z^2$.", "pu"),
        ("In $\\mathbb{C}$, we have $|z|^2 = z^2$ for every $z$.", "r"),
        ("The quadratic $x^2 + x + 1 = 0$ has complex roots. For real $z$ we have $|z|^2 = z^2$.", "p"),
        ("Let $A$ and $B$ be complex $n \\times n$ matrices. Then $AB = BA$.", "n"),
        ("Let $u, v$ be complex vectors. Then $\\langle u, v \\rangle = \\langle v, u \\rangle$.", "n"),
        ("Let $A$ and $B$ be real $n \\times n$ matrices. Then $AB = BA$.", "r"),
        ("Let $A$ and $B$ be nonnegative $n \\times n$ matrices. Then $AB = BA$.", "r"),
        ("Let $A$ and $B$ be integer $n \\times n$ matrices. Then $(AB)^T = B^T A^T$.", "p"),
        ("Let $u$ and $v$ be real $n$-vectors. Then $\\|u + v\\| \\le \\|u\\| + \\|v\\|$.", "p"),
        ("Let $G$ be a finite group and $a, b \\in G$. Then $ab = ba$.", "n"),
        ("Let $q, r$ be quaternions. Then $qr = rq$.", "n"),
        ("Let $a$ and $b$ be elements of $\\mathbb{F}_p$. Then $(a + b)^p = a^p + b^p$.", "n"),
        ("Work modulo $7$. Then $10 = 3$.", "u"),
        ("Then $10 = 3$.", "r"),
        ("Let $a * b = ab + 1$ for all $a, b$. Then $2 * 3 = 7$.", "n"),
        ("Then $2 * 3 = 7$.", "r"),
        ("A price of 80 rises by 25\\%: $80 + 25\\% = 100$. $80 + 25\\% = 90$.", "ur"),
    ],
)
def test_letters_that_stand_for_no_real_numbers(text: str, expected: str) -> None:
    """xy = yx was proved of matrices, quaternions and elements of a group, and |z|^2 = z^2 of a complex z."""
    tells(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $z = 1 + 2i$. Then $|z|^2 = 5$.\n\nLet $x, y, z > 0$. Then $x^2 + y^2 + z^2 \\ge xy + yz + zx$.", ["proved", "proved"]),
        ("Let $z = 1 + 2i$. Then $|z|^2 = 5$.\n\nLet $x, y, z > 0$. Then $x + y + z \\ge 5 x y z$.", ["proved", "refuted"]),
        ("Let $z = 1 + 2i$. Let $x > 0$. Then $|x z|^2 = 5 x^2$.", ["proved"]),  # z is as it was
    ],
)  # fmt: skip
def test_a_letter_that_is_ordered_is_real_again(text: str, expected: list[str]) -> None:
    tells(text, expected, budget=2.0)

"""How several students answer one problem set, its parts one after the other, each beside a neighbour that comes out otherwise."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells, verdicts

TABLE = {"under": {"Shifts": {
    "names": {"n": "natural >= 1", "i, j": "index over Z/n", "a": "sequence of reals over Z/n", "R, D": "matrix Z/n"},
    "define": ["R_{ij} = \\delta_{i-j-1}", "D_{ij} = a_{i-j}"],
}}}  # fmt: skip
TOLD = "# Shifts\n\nSince R is the shift matrix and $R$ is a matrix, $(R D)_{ij} = "
LIST = (
    "# Problem 2\n\n"
    r"Let $F$ be differentiable. Now $h_k = \nabla F(u_k)$, $\|h_k\| \le G$ for all $k$ and $m = \frac{1}{2}(u_1 + u_2)$. "
)
FIRST = "# Problem 1\n\nLet $h_k \\in \\mathbb{R}^d$ and $c > 0$. Suppose $u_1 = 0$ and $u_{k+1} = u_k - c h_k$ for all $k$. Then $\\|u_1 - z\\| = \\|z\\|$.\n\n"
NEXT = r"So $\|u_{k+1} - z\|^2 = \|u_k - z\|^2 - 2 c \langle h_k, u_k - z\rangle + c^2 \|h_k\|^2$."
FALSE = r"So $\|u_{k+1} - z\|^2 = \|u_k - z\|^2 - 2 c \langle h_k, u_k - z\rangle + c \|h_k\|^2$."
SHIFT = (
    "## Shifts\n\n"
    r"All indices run over $0, \dots, n-1$, modulo $n$. The shift $R$ has the entries $R_{ij} = \delta_{i,j+1}$, and $D_{ij} = d_{i-j}$. "
)
ENTRIES = SHIFT + "\n\n### (a)\n\n"
EVERY = r"Let $u_{k+1} = u_k - c h_k$ and $u_1 = 0$. For every $z$ and every $T \ge 1$ we have "
BOUND = r"$$\sum_{k=1}^T \langle u_k - z, h_k\rangle \le \frac{\|z\|^2}{2c} + \frac{c}{2} \sum_{k=1}^T \|h_k\|^2$$"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a sentence that only lists formulas says what is given
        (LIST + r"So $\|h_3\| \le G$.", "p"),
        (LIST + r"So $\|\nabla F(u_3)\| \le G - 1$.", "r"),
        (LIST + r"So $2m = u_1 + u_2$.", "p"),
        (r"Let $d = x + y$ and $e = x - y$. Now $d + e = 2x$, $d - e = y$.", "pu"),
        (r"$p = 2q$ and $q = 1$. $p = 2$", "p"),
        ("Q1) Let $c < 0$.\n\nQ2) $\\|u_2 - u_1\\|^2 + c = 1$, $c > 0$.\n\nSo $c + 1 > 0$.", "up"),
        # the rule that another part supposes holds on
        (FIRST + "# Problem 2\n\n" + NEXT, "pp"),
        (FIRST + "# Problem 2\n\n" + FALSE, "pu"),  # nothing says there what h_k is
        ("## 1.1\n\nLet $u_{k+1} = u_k - c g_k$.\n\n## 1.2\n\nLet $u_{k+1} = u_k - c h_k$. " + NEXT, "p"),
        # "otherwise" and "iff" say of which indices, and nothing of all
        (r"Let $M_{ij} = 1$ if $i = j$ and $M_{ij} = 0$ otherwise. So $M A = 0$ for every $n \times n$ matrix $A$.", "u"),
        (r"Let $P$ be a matrix with $P_{ij} = 1$ iff $i \equiv j + 1 \pmod n$. So $P_{11} = 1$.", "u"),
        (r"We have $x^2 = 4$ iff $x = 2$.", "r"),
        # indices modulo n, in the whole exercise
        (ENTRIES + r"$$(R D)_{ij} = d_{i-1-j}$$", "ppp"),
        (ENTRIES + r"$$(R D)_{ij} = d_{i+1-j}$$", "ppr"),
        (ENTRIES + r"We have $R D = D R$ and $(D^T)_{ij} = d_{j-i}$.", "pppp"),
        (ENTRIES + r"We have $R D = D$ and $(D^T)_{ij} = d_{i-j}$.", "pprr"),
        (r"All indices run over $0, \dots, n-1$. With $R_{ij} = \delta_{i,j+1}$ we have $(R R)_{ij} = \delta_{i,j+2}$.", "u"),
        # the zero vector
        (r"Let $\vec{u}_{k+1} = \vec{u}_k - c \vec{h}_k$ and $\vec{u}_1 = \vec{0}$. Then $\vec{u}_2 = -c \vec{h}_1$.", "p"),
        (r"Let $\vec{u}_{k+1} = \vec{u}_k - c \vec{h}_k$ and $\vec{u}_1 = \vec 0$ with $\vec{h}_k \in \mathbb{R}^d$. Then $\vec{u}_2 = c \vec{h}_1$.", "u"),
        (r"Let $h_k \in \mathbb{R}^d$. Let $u_{k+1} = u_k - c h_k$. Then $u_{k+1} - z = u_k - z + c h_k$.", "r"),
        # "for every z" says nothing of the sign of c
        (EVERY + BOUND, "u"),
    ],
)  # fmt: skip
def test_parts_of_an_answer(text: str, expected: str) -> None:
    tells(text, expected)


POWERS = r"Prove by induction that for every positive integer $n \ge 4$, $$n^2 \le 2^n$$"
BYTES = "### Solution\n\n* Inductive step\n\nAssume it for n. Then"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where an exercise asks for something holds for its solution, and not for the next one
        (POWERS + f"\n\n{BYTES} $$2 n^2 + 1 \\le 2 \\cdot 2^n + 1$$", "pp"),
        (POWERS + f"\n\n{BYTES} $$2 n^2 + 2 \\le 2 \\cdot 2^n + 1$$", "pr"),
        (POWERS + "\n\nFor $n \\ge 1$ we have $n^2 \\le 2^n$.", "pr"),
        # lines that are called by their numbers, and questions, claim nothing of numbers
        (r"$$1 + 1 = 2 \tag{1}$$ $$3 - 1 = 2 \tag{2}$$ $$(1) = (2)$$ $$P(A) = \ ?$$", "pp"),
        (r"$$1 + 1 = 2$$ $$(1) = (2)$$", "pr"),
        # the name of a row
        ("\\begin{align}\nx^0 &: 1 = A - B \\\\\nx^1 &: 0 = A + B\n\\end{align}", "uu"),
        # columns of an environment, and functions before braces
        ("\\begin{alignat*}{2}\n(1 + 1)^2 &= 4 \\\\\n&= exp\\{0\\} + 3\n\\end{alignat*}", "pp"),
        # unknowns that are given by some of them, and a choice of one of many solutions
        (r"Let $x, y$ be real. The solution is $\begin{pmatrix} x \\ y \\ z \end{pmatrix} = \begin{pmatrix} -2y \\ y \\ 0 \end{pmatrix}$.", "u"),
        ("$-2a = -3b$\n\n$a = \\frac{3}{2} b$\n\n$a = \\frac{3}{2} \\quad b = 1$", "pp"),
        # fractions among residues, and remainders of terms with letters
        (r"$$\lambda = \frac{5}{2} = 5 \cdot 4 = 20 \equiv 6 \pmod 7$$", "uppp"),
        (r"$$\lambda = \frac{5}{2} = 5 \cdot 3 = 15 \equiv 1 \pmod 7$$", "urpp"),
        (r"Let $n$ be an integer. Then $(3n + 1) \bmod 3 = 1$ and $(3n + 1) \bmod 3 = 2$ and $(3n + 1) \bmod 3 = 4$.", "prn"),
        # multinomial coefficients, and sums over numbers that are listed
        (r"We have $\binom{5}{2, 2, 1} = 30$ and $\binom{5}{2, 2, 1} = 60$ and $\binom{5}{2, 2} = 30$.", "prn"),
        (r"$$\sum_{x \in \{1, 2, 4\}} x^2 = 21$$ $$\prod_{x \in \{1, 2, 4\}} (x + 1) = 20$$", "pr"),
        # the determinant of a matrix of which nothing else is said, and of one that is spoken of
        (r"Let $A$ be an upper triangular $n \times n$ matrix and $k$ real. $\det(A) = 1(k - 4) - 2(2 - 2k) = 5k - 8$.", "up"),
        (r"Let $A$ be an invertible $n \times n$ matrix. Then $\det(A^{-1}) \det(A) = 1$ and $\det(A A) = \det(A)$.", "pr"),
        # a function that a part begins to give by itself is another one
        ("# 5. Sums\n\nThe total is $T(n) = 3^{n+1}$.\n\n# 6. Roots\n\nHere $T(n) = 2T(n-1) + n$. So $T(3) = 2 T(2) + 3$.", "uu"),
        # powers of matrices that are written out
        (r"Let $F = \begin{pmatrix} 1 & 1 \\ 1 & 0 \end{pmatrix}$. So $F^6 = \begin{pmatrix} 13 & 8 \\ 8 & 5 \end{pmatrix}$.", "p"),
        (r"Let $F = \begin{pmatrix} 1 & 1 \\ 1 & 0 \end{pmatrix}$. So $F^6 = \begin{pmatrix} 13 & 8 \\ 8 & 6 \end{pmatrix}$.", "r"),
        (r"Let $n \in \mathbb{N}$ and $D = \begin{pmatrix} a & 0 \\ 0 & b \end{pmatrix}$. So $D^n = \begin{pmatrix} a^n & 0 \\ 0 & b^n \end{pmatrix}$.", "p"),
        (r"Let $n \in \mathbb{N}$ and $D = \begin{pmatrix} a & 1 \\ 0 & b \end{pmatrix}$. So $D^n = \begin{pmatrix} a^n & 1 \\ 0 & b^n \end{pmatrix}$.", "n"),
        # integrals of powers with fractions above, from 0 on
        (r"$$\int_0^1 y - y^{4/3} \, dy = \left[\frac{y^2}{2} - \frac{3}{7} y^{7/3}\right]_0^1 = \frac{1}{14}$$", "pp"),
        (r"$$\int_0^8 x^{1/3} dx = 13$$ $$\int_{-1}^1 x^{4/3} dx = \frac{6}{7}$$ $$\int_0^1 x^{3/2} dx = \frac{2}{5}$$", "rnp"),
        # what a function was is not what a line that is not understood says that it is
        ("If $h(y) = 3y$ for $y > 0$.\n\n# Exercise 6\n\n$$h(y) = \\foo{y}$$\n\nThen $h(2) = 7$.", "nu"),
    ],
)  # fmt: skip
def test_how_problem_sets_are_written(text: str, expected: str) -> None:
    tells(text, expected)


@pytest.mark.parametrize(("value", "expected"), [("a_{i-1-j}$.", "proved"), ("a_{i-j}$.", "refuted")])
def test_words_do_not_take_back_what_is_declared_under_a_heading(value: str, expected: str) -> None:
    """A shift over Z/n became a matrix over 1..n where the text calls it a matrix, and no line on it was understood."""
    answer = answer_document(document_of((TOLD + value).encode(), "markdown"), TABLE, budget=2.0)
    assert [each.judged.verdict for each in answer.steps] == [expected]


STEP = (
    r"Let $c > 0$ and $u_{k+1} = u_k - c h_k$ with $h_k \in \mathbb{R}^d$. Then $$\langle u_k - z, h_k \rangle = "
    r"\frac{1}{2c}(\|u_k - z\|^2 - \|u_{k+1} - z\|^2) + \frac{c}{2} \|h_k\|^2$$ and so "
    r"$$\sum_{k=1}^T \langle u_k - z, h_k\rangle \le \frac{\|u_1 - z\|^2}{2c} + \frac{c}{2} \sum_{k=1}^T \|h_k\|^2.$$"
)
ITS_OWN = (
    "\n\n# Problem 3\n\nLet $f$ be differentiable, $c > 0$, $u_1 = 0$ and $u_{k+1} = u_k - c \\nabla f(u_k)$ for all $k$. Then "
    r"$$\sum_{k=1}^T \langle u_k - z, \nabla f(u_k) \rangle \le \frac{\|z\|^2}{2c} + \frac{c}{2} \sum_{k=1}^T \|\nabla f(u_k)\|^2.$$"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STEP, "pp"),
        (STEP.replace("{2c} + ", "{4c} + "), "pu"),
        ("# Problem 2\n\n" + STEP + ITS_OWN, "ppp"),
    ],
)
def test_a_line_is_added_up_and_used_for_another_driver(text: str, expected: str) -> None:
    tells(text, expected, 1.0)


def test_what_another_part_proves_is_not_put_in_where_it_says_less() -> None:
    text = "# Problem 2\n\n" + STEP + ITS_OWN.replace("{2c} + ", "{4c} + ")
    assert [word != "proved" for word in verdicts(text)] == [False, False, True]

"""Notes and answers in linear algebra, probability and discrete mathematics: what their words suppose, each with its neighbour."""

from __future__ import annotations

import pytest

from tests.document_says import tells, verdicts

SUPPOSED = {
    "Let $P$ be a real $n \\times n$ matrix which is an *orthogonal projector*: $P^2 = P$. Then $(I - P)^2 = I - P$.": "p",
    "Let $S$ be the $n\\times n$ cyclic shift, $(Sx)_i = x_{i-1}$ with indices modulo $n$. Then $S^\\top S = I$.": "p",
    "Let $N$ be a nilpotent matrix: $N^2 = 0$. Then $(I - N)(I + N) = I$.": "p",
    "Let $A$ be an $n \\times n$ matrix: $A^2 = A$.": "r",  # says of no kind what it is
    "Let $x$ be a real number: $x^2 > 0$.": "u",
}
RULES = {
    "$T_0 = 0$, $T_n = 2T_{n-1} + 1$. Hence $T_n = 2^n - 1$.": "p",
    "$T_0 = 0$, $T_n = 2T_{n-1} + 1$. Hence $T_n = 2^n$.": "r",
    "Let $a_1 = 1$, $a_{n+1} = 2a_n + 3$. Check: $a_2 = 5$, $a_3 = 13$, $a_4 = 28$.": "ppr",
    "Let $a_n = n^2$. Then $a_n = a_{n-1} + 2n - 1$.": "p",  # follows, and is no rule
    "Let $a_n = n^2$. Then $a_n = a_{n-1} + 2n$.": "r",
    "$F_0 = 0$, $F_1 = 1$, $F_{n+2} = F_{n+1} + F_n$.\n\n$F_0 + F_1 + \\dots + F_n = F_{n+2} - 1$.": "p",
    "$F_0 = 0$, $F_1 = 1$, $F_{n+2} = F_{n+1} + F_n$.\n\n$F_0 + F_1 + \\dots + F_n = F_{n+2}$.": "r",
    # the whole n of one exercise is none of the next, where it is an exponent
    "**Problem 1.** $6 \\mid n^3 - n$ for every integer $n$.\n\n**Problem 2.** $1 + nx + nx^2 \\ge 1 + nx$ and $(1+x)^n = (1+x)^n$.": "ppp",
    "**Problem 1.** $6 \\mid n^3 - n$ for every integer $n$. So $n^2 \\ge n$ and $n^3 \\ge n$.": "ppr",
}

SIZES = "Let $A \\in \\mathbb{R}^{n \\times n}$ be invertible, $B \\in \\mathbb{R}^{n\\times m}$, $C \\in \\mathbb{R}^{m\\times n}$ and $D \\in \\mathbb{R}^{m\\times m}$. "
BLOCKS = {
    r"$\begin{pmatrix}I&X\\0&I\end{pmatrix}\begin{pmatrix}I&Y\\0&I\end{pmatrix} = \begin{pmatrix}I&X+Y\\0&I\end{pmatrix}$.": "p",
    r"Let $X, Y \in \mathbb{R}^{n \times n}$. "
    r"$\begin{pmatrix}I&X\\0&I\end{pmatrix}\begin{pmatrix}I&Y\\0&I\end{pmatrix} = \begin{pmatrix}I&XY\\0&I\end{pmatrix}$.": "r",
    SIZES + r"$\det\begin{pmatrix}A&B\\C&D\end{pmatrix} = \det A \det(D - C A^{-1} B)$.": "p",
    SIZES + r"$\det\begin{pmatrix}A&B\\C&D\end{pmatrix} = \det A \det(D + C A^{-1} B)$.": "r",
    SIZES
    + r"$\begin{pmatrix}A&B\\C&D\end{pmatrix}^\top = \begin{pmatrix}A^\top&C^\top\\B^\top&D^\top\end{pmatrix}$.": "p",
    SIZES
    + r"$\begin{pmatrix}A&B\\C&D\end{pmatrix}^\top = \begin{pmatrix}A^\top&B^\top\\C^\top&D^\top\end{pmatrix}$.": "n",
    r"Let $A$ be an $n \times n$ matrix and $M = \begin{pmatrix} A & 0 \\ 0 & I \end{pmatrix}$. Then $\det M = \det A$.": "p",
    r"Let $A$, $B$, $C$ and $D$ be numbers. $\det\begin{pmatrix}A&B\\C&D\end{pmatrix} = AD - BC$.": "p",  # of numbers
}

OF_ONES = {
    r"Let $J$ be the $n \times n$ matrix of ones. Then $J^2 = nJ$ and $\det(I + J) = 1 + n$.": "pp",
    r"Let $J$ be the $n \times n$ matrix of ones. Then $J^2 = J$.": "u",
    r"Let $J$ be an $n \times n$ matrix. Then $J^2 = nJ$.": "r",
    r"Let $\mathbf 1 = (1, \dots, 1)^\top \in \mathbb{R}^n$ and $J = \mathbf 1 \mathbf 1^\top$. Then $J^2 = nJ$ and $J^2 = 2nJ$.": "pu",
    "Let $A$ be an $n\\times n$ matrix.\n\nFor $2\\times 2$ matrices, $\\operatorname{tr}(A^2) = (\\operatorname{tr}A)^2 - 2\\det A$.": "p",
    "Let $A$ be an $n\\times n$ matrix.\n\nFor $2\\times 2$ matrices, $\\operatorname{tr}(A^2) = (\\operatorname{tr}A)^2 - \\det A$.": "r",
    "Let $A$ be an $n\\times n$ matrix.\n\nThen $\\operatorname{tr}(A^2) = (\\operatorname{tr}A)^2 - 2\\det A$.": "r",
}

MOMENTS = {
    r"$X$ has mean $1$ and variance $2$, $Y$ has mean $3$ and variance $5$, and $\mathrm{Cov}(X, Y) = -1$. Then $E[XY] = 2$.": "p",
    r"$X$ has mean $1$ and variance $2$, $Y$ has mean $3$ and variance $5$, and $\mathrm{Cov}(X, Y) = -1$. Then $E[XY] = 3$.": "r",
    r"$X$ has mean $1$ and variance $2$, $Y$ has mean $3$ and variance $5$, so $\mathrm{Cov}(X, Y) = -1$.": "u",
    r"Let $X$ have mean $\mu$. *Example.* $X$ has mean 20 and variance 9. Then $E[X^2] = 409$.": "p",
    r"Let $X$ have mean $\mu$. Hence $X$ has mean 20 and variance 9. Then $E[X^2] = 409$.": "u",
}


@pytest.mark.parametrize("text", MOMENTS)
def test_moments_that_are_supposed(text: str) -> None:
    """A sentence that begins with a letter and its mean supposes it, of a second letter too; not where it follows."""
    tells(text, MOMENTS[text])


ANEW = {
    r"**1.** $A$ is symmetric, $A^3 = A$. Then $(A^2)^\top = A^2$ and $A^4 = A A$.": "pp",
    r"**1.** $A$ is symmetric, so $A^2 = A$.": "r",
    r"**1.** $A$ is symmetric.\n\n**2.** $A = \begin{pmatrix}1&2\\2&1\end{pmatrix}$. So $A(A - 2I) = 3I$.".replace(
        r"\n", "\n"
    ): "p",
    r"**1.** $A$ is symmetric.\n\n**2.** $A = \begin{pmatrix}1&2\\2&1\end{pmatrix}$. So $A(A - 2I) = 2I$.".replace(
        r"\n", "\n"
    ): "r",
}


@pytest.mark.parametrize("text", ANEW)
def test_matrices_that_are_brought_in(text: str) -> None:
    """What a sentence says besides of a matrix that it brings in is supposed; one that is written out is another one."""
    tells(text, ANEW[text])


@pytest.mark.parametrize("text", OF_ONES)
def test_matrices_of_ones_and_of_a_size(text: str) -> None:
    """What is known of matrices of ones, and of those of a size that words give them for a while."""
    tells(text, OF_ONES[text])


@pytest.mark.parametrize("text", BLOCKS)
def test_matrices_of_blocks(text: str) -> None:
    """Letters for matrices in a table are blocks, 0 and I have the sizes of those beside them."""
    tells(text, BLOCKS[text])


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_a_letter_is_let(text: str) -> None:
    """A kind of matrix and the equation that says what it is are supposed; an equation behind "a matrix" is claimed."""
    tells(text, SUPPOSED[text])


@pytest.mark.parametrize("text", RULES)
def test_how_sequences_go_on(text: str) -> None:
    """A rule for a member by those before it, from the first member that is named; what follows from it is claimed."""
    tells(text, RULES[text])


def test_coefficients_behind_all_members_of_a_sequence() -> None:
    """alpha = 1 is read off c_0 = 1, and refuted by no n and beta for which c_n = 1 too."""
    text = "$c_n = 4c_{n-1} - 4c_{n-2}$, $c_0 = 1$, $c_1 = 6$, so $c_n = (\\alpha + \\beta n)2^n$, $\\alpha = 1$, $\\beta = 2$."
    assert "refuted" not in verdicts(text)

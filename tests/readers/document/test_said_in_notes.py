"""What notes and answers on linear algebra and probability say in passing: moments in lists, letters of which a sentence says at once
what they are like, sizes, letters as above, a bar between random numbers, the letters d and e as numbers."""

from __future__ import annotations

import pytest

from tests.document_says import tells

LISTED = r"Let $X$ and $Y$ be independent random variables with $E[X] = 2$, $E[Y] = 1$, $\mathrm{Var}(X) = 3$ and $\mathrm{Var}(Y) = 5$. "
SINCE = r"There are no $n \times n$ matrices $A$, $B$ with $AB - BA = I$, since $\mathrm{tr}(AB - BA) = %s$."
IN_PARTS = """# Lemma 1
Let $P$ be an $n \\times n$ matrix with $P^2 = P$ and $P^T = P$. Then $P^3 = P$.

# Lemma 2
{} any $y$ with $Py = y$, we have $P^T y = y$."""
CRAMER = r"If $ax + by = e$ and $cx + dy = f$ with $ad - bc \ne 0$, then $x = \frac{%s}{ad - bc}$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each formula of a list behind "let ... with" is supposed
        (LISTED + r"Then $\mathrm{Var}(2X - Y) = 17$.", "p"),
        (LISTED + r"Then $\mathrm{Var}(X - Y) = 7$.", "u"),
        (r"Given $x$ with $x > 1$, $x^2 > 2$.", "r"),
        # of letters that a sentence begins with and that nothing named before, it supposes what it says
        (r"$X$ has mean $3$ and variance $4$. Then $E[X^2] = 13$.", "p"),
        (r"$X$ has mean $3$ and variance $4$. Then $E[X^2] = 14$.", "r"),
        (r"**Claim.** $X$ has mean $3$ and variance $4$. Then $E[X^2] = 13$.", "u"),
        (r"$A$ is symmetric. So $A^\top = A$.", "p"),
        (r"**Theorem.** $A$ is symmetric. Proof: $A^\top = A$.", "u"),
        # what is said of two random numbers is all there is to their second moments
        (r"Let $X$ and $Y$ be independent with variance $2$. Then $\mathrm{Var}(X - Y) = 4$.", "p"),
        (r"Let $X$ and $Y$ be independent with variance $2$. Then $\mathrm{Var}(X - Y) = 0$.", "r"),
        (r"Let $X$ and $Y$ have variance $2$. Then $\mathrm{Var}(X - Y) = 4$.", "u"),
        # a law of one letter is none of the next
        (
            r"Let $X$ be Poisson with parameter $\lambda$, $Y$ Poisson with parameter $\mu$. Then $E[X + Y] = \lambda + \mu$.",
            "p",
        ),
        (r"Let $X$ be Poisson with parameter $\lambda$, $Y$ Poisson with parameter $\mu$. Then $E[X] = \mu$.", "u"),
        (r"Let $X$ be exponential with rate $\lambda > 0$. Then $E[X^2] = \frac{2}{\lambda^2}$.", "p"),
        (r"Let $X$ be exponential with rate $\lambda > 0$. Then $E[X^2] = \frac{1}{\lambda^2}$.", "r"),
        # any member of a family
        (r"The $X_i$ are i.i.d. with mean $2$ and variance $3$. Then $\mathrm{Var}(X_1 + X_2) = 6$.", "p"),
        (r"The $X_i$ are i.i.d. with mean $2$ and variance $3$. Then $\mathrm{Var}(X_1 + X_2) = 12$.", "u"),
        (
            r"Let $X_1, \dots, X_n$ be i.i.d. with $\mathrm{Var}(X_i) = \sigma^2$. Then $\mathrm{Var}(X_1 + X_2) = 4 \sigma^2$.",
            "r",
        ),
        # sizes
        (r"Let $A, B$ be $n \times n$ matrices. If $S = A + A^T$ then $S^T = S$.", "p"),
        (r"Let $A, B$ be $n \times n$ matrices. If $S = A + B^T$ then $S^T = S$.", "r"),
        ("1. If $A$ is $n \\times n$ then $\\det(2A) = 2^n \\det A$.\n2. Also $\\det(-A) = (-1)^n \\det A$.", "pp"),
        ("1. If $A$ is $n \\times n$ then $\\det(2A) = 2 \\det A$.", "r"),
        (r"Let $A^T = -A$ and $n$ odd. Then $\det(-A) = (-1)^n \det A$.", "u"),
        (r"Let $A$ be an $n \times n$ matrix. Then $\mathrm{tr}(A + 3I) = \mathrm{tr}(A) + 3n$.", "p"),
        (r"Let $A$ be an $n \times n$ matrix. Then $\mathrm{tr}(A + 3I) = \mathrm{tr}(A) + 3$.", "r"),
        (r"Let $A$ be $n \times n$ and $B$ be an $m \times m$ matrix. Then $\mathrm{tr}(I) = n$.", "n"),
        # a number made of columns is its own transpose
        (r"Let $A$ be an $n \times n$ matrix. Then $(x^T A x)^T = x^T A^T x$.", "p"),
        (r"For $T$ steps, $(1 - \eta \|w\|^2)^T = 1 - \eta \|w\|^2$.", "r"),
        # nothing is supposed of what is said not to be
        (SINCE % "0", "p"),
        (SINCE % "1", "r"),
        (r"There is no real $x$ with $x^2 = -1$. Then $x^2 \ge 0$.", "p"),
        # the condition of "this is ... iff ..."
        (r"Let $A$ and $B$ be $n \times n$ matrices. This is $A^2 + 2AB + B^2$ iff $AB = BA$.", ""),
        (r"Let $A$ and $B$ be $n \times n$ matrices. We have $A^2 = B^2$ iff $A = B$.", "r"),
        # letters as above
        (IN_PARTS.format("With $P$ as above and"), "pp"),
        (IN_PARTS.format("For an $n \\times n$ matrix $P$ and"), "pr"),
        # in German
        (r"Sei $A$ eine symmetrische Matrix. Dann ist $x^T A y = y^T A x$.", "p"),
        (r"Sei $A$ eine reelle Matrix. Dann ist $x^T A y = y^T A x$.", "r"),
        # a standard deviation
        (r"The sample variance is $9$. So $s^2 = 9$ and $s = 3$.", "uu"),
        (r"The area of the square is $9$. For every real $s$, $$s^2 = 9 \iff s = 3.$$", "r"),
        (r"So $x^2 = 9$ and $x = 3$.", "r"),
        # a bar between random numbers is no sign of divisors
        (r"$Y \mid X$ is normal. Then $E[Y] = E[E[Y \mid X]]$.", "np"),
        (r"Let $D \mid N$. Then $D \mid 2N$.", "p"),
        # d and e beside a, b, c and f
        (CRAMER % "ed - bf", "p"),
        (CRAMER % "ed + bf", "u"),
        (r"Let $a, b, c, d$ be reals. Then $ad - da = 0$ and $e > 2$.", "pp"),
        (r"We have $a\,dx + b\,dy = 0$.", "n"),
    ],
)
def test_notes_are_read(text: str, expected: str) -> None:
    tells(text, expected)

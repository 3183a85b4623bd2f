"""Letters that stand for columns: of regression, of linear systems, beside matrices that are written out."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from tests.document_says import tells

MODEL = "Assume $z = W\\theta + \\eta$ with an invertible $W^T W$. "
TURN = "Let $M = \\begin{pmatrix} 1 & 2 \\\\ 2 & 1 \\end{pmatrix}$. "


def answers(text: str) -> list[tuple[str, str]]:
    steps = answer_document(document_of(text.encode(), "markdown"), {}, budget=6).steps
    return [(each.judged.verdict, str(each.step.statement)) for each in steps]


def verdicts(text: str) -> list[str]:
    return [verdict for verdict, _ in answers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MODEL + r"Then $(W^T W)^{-1} W^T (W\theta + \eta) = \theta + (W^T W)^{-1} W^T \eta$.", "proved"),
        (MODEL + r"Then $W^T (z - W\hat\theta) = W^T z - W^T W \hat\theta$.", "proved"),
        (TURN + r"Then $M \vec{u} = \begin{pmatrix} u_1 + 2 u_2 \\ 2 u_1 + u_2 \end{pmatrix}$.", "proved"),
        (TURN + r"Then $M \vec{u} = \begin{pmatrix} u_1 + 2 u_2 \\ 2 u_1 - u_2 \end{pmatrix}$.", "refuted"),
        (TURN + r"Then $M - t\,\text{Id} = \begin{pmatrix} 1 - t & 2 \\ 2 & 1 - t \end{pmatrix}$.", "proved"),
        (TURN + r"Then $M - t\,\text{Id} = \begin{pmatrix} 1 - t & 2 \\ 2 & 1 + t \end{pmatrix}$.", "refuted"),
        (TURN + r"Then $M^2 = \begin{bmatrix*}[r] 5 & 4 \\ 4 & 5 \end{bmatrix*}$.", "proved"),
        (TURN + r"Then $M^2 = \begin{bmatrix*}[r] 5 & 4 \\ 4 & 3 \end{bmatrix*}$.", "refuted"),
    ],
)  # fmt: skip
def test_what_is_said_of_columns(text: str, expected: str) -> None:
    assert verdicts(text) == [expected]


def test_a_greek_letter_before_other_factors_is_a_number() -> None:
    text = r"Let $S$ be a symmetric matrix. Then $S \mu - \mu S = 0$."
    assert not any("mu @" in statement or "@ mu" in statement for _, statement in answers(text))


def test_the_polynomial_of_another_matrix_is_another_one() -> None:
    """p(B) was compared with what p was of the matrix before, and refuted."""
    text = (
        "Let $C = \\begin{pmatrix} 2 & 0 \\\\ 0 & 3 \\end{pmatrix}$. Then\n\n$$q(t) = \\det(C - tI) = (2 - t)(3 - t)$$\n\n"
        "Now let $D = \\begin{pmatrix} 1 & 1 \\\\ 0 & 4 \\end{pmatrix}$. Then\n\n$$q(t) = \\det(D - tI) = (1 - t)(4 - t)$$\n"
    )
    assert verdicts(text) == ["proved", "proved"]
    assert verdicts(text.replace("(4 - t)", "(5 - t)"))[1] != "proved"


def test_a_mean_in_a_box_is_a_mean() -> None:
    """The letter in brackets alone was read, without its mean."""
    text = "Let $U$ be random. Then $\\mbox{E} \\left[ 2U + 1 \\right] = 2\\,\\mbox{E} \\left[ U \\right] + 1$."
    assert verdicts(text) == ["proved"]
    assert verdicts(text.replace("+ 1$", "+ 2$")) == ["refuted"]


def test_a_matrix_whose_size_is_a_word_is_not_declared() -> None:
    tells("Let $L \\in \\mathbb{R}^{N \\times \\text{rank}}$ be a factor. Then $1 + 1 = 2$.", "p")


BASIS = r"Let $A$ be an $n \times n$ matrix and let $e_1, \dots, e_n$ be the standard basis of $\mathbb{R}^n$."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rf"{BASIS} Then $e_i^T A e_j = A_{{ij}}$.", "p"),
        (rf"{BASIS} Then $e_i^T A e_j = A_{{ji}}$.", "r"),
        (rf"{BASIS} Then $\operatorname{{tr}}(A) = \sum_{{i=1}}^n e_i^T A e_i$.", "p"),
        (rf"{BASIS} Then $\operatorname{{tr}}(A) = \sum_{{i=1}}^n e_i^T A^2 e_i$.", "r"),
        (r"Denote by $e_i$ the $i$th unit vector, and let $A$ be an $n \times n$ matrix. Then $(Ae_j)_i = A_{ij}$.", "p"),
        (r"Let \(e_i\) denote the \(i\)th unit vector. Let $A$ be an $n \times n$ matrix. Then $(Ae_j)_i = A_{ji}$.", "r"),
        (r"Let $u_i$ be a unit vector, and let $A$ be an $n \times n$ matrix. Then $(Au_j)_i = A_{ij}$.", "u"),
        (r"Let $\{e_i\}_{i=1}^n$ be the standard basis of $\mathbb{R}^n$ and $x \in \mathbb{R}^n$. Then "
         r"$x = \sum_{i=1}^n (e_i^\top x) e_i$.", "p"),
        (r"Let $\{e_i\}_{i=1}^n$ be the standard basis of $\mathbb{R}^n$ and $x \in \mathbb{R}^n$. Then "
         r"$x = \sum_{i=1}^n (e_i^\top x)^2 e_i$.", "r"),
        (r"Let $A, B \in \mathbb{R}^{n\times n}$ with $Ax = Bx$ for all $x$. Taking $x = e_j$, the standard basis vectors, gives "
         r"$Ae_j = Be_j$, hence $A = B$.", "pp"),
        (r"Let $e_1, \dots, e_n$ be the standard basis of $\mathbb{R}^n$ and $f(x) = \frac12 x^\top A x$ with $A$ symmetric. Then "
         r"$f(e_i) = \frac12 A_{ii}$ and $f(e_i) = A_{ii}$.", "pr"),
    ],
)  # fmt: skip
def test_the_standard_basis_is_what_words_say(text: str, expected: str) -> None:
    tells(text, expected)

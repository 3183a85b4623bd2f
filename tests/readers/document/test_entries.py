"""Letters for entries, `A = (a_{ij})` and `x = (x_1, ..., x_n)`, and vectors whose members are numbers, beside families of vectors."""

from __future__ import annotations

import pytest

from symproof.readers.document.answer import answer_document
from symproof.readers.document.finding.document import document_of
from symproof.readers.document.steps.walk import read_steps
from symproof.readers.resolve import Reading
from tests.document_says import tells


def verdicts(text: str) -> list[str]:
    steps = answer_document(document_of(text.encode(), "markdown"), {}, budget=1).steps
    return [each.judged.verdict for each in steps]


def readings(text: str) -> list[str]:
    walk = read_steps(document_of(text.encode(), "markdown"), {})
    return [str(step.outcome.term) if isinstance(step.outcome, Reading) else "not read" for step in walk.steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $A = (a_{ij}) \\in \\mathbb{R}^{n \\times n}$ be symmetric. Then $a_{ij} = a_{ji}$.", ["proved"]),
        ("Let $A = (a_{ij}) \\in \\mathbb{R}^{n \\times n}$. Then $a_{ij} = a_{ji}$.", ["refuted"]),
        (
            "Let $A = (a_{ij})$ and $B = (b_{ij})$ be $n \\times n$ matrices. Then $\\operatorname{tr}(A + B) = \\sum_{i=1}^n (a_{ii} + b_{ii})$.",
            ["proved"],
        ),
        (
            "Let $A = (a_{ij})$ and $B = (b_{ij})$ be $n \\times n$ matrices. Then $(AB)_{ij} = \\sum_{k=1}^n a_{ik} b_{jk}$.",
            ["refuted"],
        ),
        ("Let $x = (x_1, \\dots, x_n)^\\top$. Then $\\|x\\|^2 = \\sum_{i=1}^n x_i^2$.", ["proved"]),
        ("Let $x = (x_1, \\dots, x_n)^\\top$. Then $\\|x\\|^2 = \\sum_{i=1}^n x_i$.", ["refuted"]),
        ("Let $u, v \\in \\mathbb{R}^n$. Then $u^\\top v = \\sum_{i=1}^n u_i v_i$.", ["proved"]),
        ("Let $u, v \\in \\mathbb{R}^n$. Then $u^\\top v = \\sum_{i=1}^n |u_i v_i|$.", ["refuted"]),
        ("Let $D = [2, 1; 1, 2]$. Then $\\det D = 3$.", ["proved"]),
        ("Let $D = [2, 1; 1, 2]$. Then $\\det D = 5$.", ["refuted"]),
        (
            "Let $a = (a_1, \\dots, a_n)^\\top$ and $A = (a_{ij}) \\in \\mathbb{R}^{n \\times n}$. Then $(Aa)_i = \\sum_{j=1}^n a_{ij} a_j$.",
            ["proved"],
        ),
        ("Let $v \\in \\mathbb{R}^n$ with $v_i = i$. Then $\\sum_{i=1}^n v_i = \\frac{n(n+1)}{2}$.", ["proved"]),
        ("Let $v \\in \\mathbb{R}^n$ with $v_i = i$. Then $\\sum_{i=1}^n v_i = \\frac{n(n-1)}{2}$.", ["refuted"]),
        (
            "Let $t \\in [0; 1]$. Then $t^2 \\le t$ for all such $t$.",
            ["proved"],
        ),  # an interval, as it is written in Germany
    ],
)
def test_claims_on_entries(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $p = (p_1, \\dots, p_n)$ with $\\sum_{i=1}^n p_i = 1$. Then $p_1 = p_1$.", ["p[1] = p[1]"]),
        (
            "Let $x_1, \\dots, x_n \\in \\mathbb{R}^d$ and $x \\in \\mathbb{R}^d$. Then $\\sum_{i=1}^n \\|x_i - x\\|^2 \\ge 0$.",
            ["sum(norm(x[i] - x)**2, i, 1, n) >= 0"],
        ),
        (
            "Let $w \\in \\mathbb{R}^d$. Then $\\sum_{i=1}^n (y_i - w^\\top x_i)^2 \\ge 0$.",
            ["sum((y[i] - inner(w, x[i]))**2, i, 1, n) >= 0"],
        ),
        (
            "Let $x_1, \\dots, x_n \\in \\mathbb{R}^d$ and $\\alpha \\in \\mathbb{R}^n$. Then $\\|\\sum_{i=1}^n \\alpha_i x_i\\| \\ge 0$.",
            ["norm(sum(alpha[i]*x[i], i, 1, n)) >= 0"],
        ),
    ],
)
def test_what_a_letter_with_an_index_is(text: str, expected: list[str]) -> None:
    assert readings(text) == expected


def test_what_is_said_of_an_entry_is_said_of_all() -> None:
    text = "Let $p = (p_1, \\dots, p_n)$ with $p_i \\ge {}$. Then $\\sum_{{i=1}}^n p_i \\ge 0$."

    assert [verdicts(text.format(least)) for least in ("0", "-1")] == [["proved"], ["refuted"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Let $A$ be an $n \\times n$ matrix. Then $A^T_{ij} = A_{ji}$.", "p"),
        ("Let $A$ be an $n \\times n$ matrix. Then $A^\\top_{ij} = A_{ij}$.", "r"),
        ("Let $A$ be an $n \\times n$ matrix. Then $A_{ij}^\\top = A_{ji}$.", "p"),
        ("Let $A$ and $B$ be $n \\times n$ matrices. Then $(AB)^T_{ij} = (B^TA^T)_{ij}$.", "p"),
        ("Let $A$ and $B$ be $n \\times n$ matrices. Then $(AB)^T_{ij} = (A^TB^T)_{ij}$.", "r"),
        ("Let $A$ and $B$ be $n \\times n$ matrices. Then $(A^T B)_{ij} = (B^T A)_{ji}$.", "p"),
        ("Let $A$ and $B$ be $n \\times n$ matrices. Then $(A^T B)_{ij} = (B A^T)_{ij}$.", "r"),
        (
            "Let $M = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4\\end{pmatrix}$. Then $M^\\top_{12} = 3$ and $M^{-1}_{11} = -2$.",
            "pp",
        ),
        ("Let $M = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4\\end{pmatrix}$. Then $M^T_{12} = 2$.", "r"),
    ],
)
def test_entries_of_transposes_and_inverses(text: str, expected: str) -> None:
    tells(text, expected)


def test_entries_may_stand_in_exponents() -> None:
    softmax = r"For $z \in \mathbb{R}^K$ let $p_k = \frac{e^{z_k}}{\sum_{j=1}^K e^{z_j}}$. Then "

    tells(softmax + r"$\sum_{k=1}^K p_k = 1$ and $\log p_k = z_k - \log\sum_{j=1}^K e^{z_j}$.", "pp", 2.0)
    tells(softmax + r"$\log p_k = z_k + \log\sum_{j=1}^K e^{z_j}$.", "u", 2.0)


def test_an_expectation_covers_the_function_behind_it() -> None:
    said = r"Let $F$ be a function and $w_t \in \mathbb{R}^d$ be random with $\mathbb{E} F(w_{t+1}) \le F(w_t) - c$. "

    tells(said + r"Then $\mathbb{E} F(w_{t+1}) + c \le F(w_t)$.", "p")

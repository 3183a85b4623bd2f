"""Letters that are matrices and columns by their uses, and their sizes; each with a neighbour that stays what it is."""

from __future__ import annotations

import pytest

from symproof.readers.document.finding.document import document_of
from symproof.readers.document.steps.walk import Walk, read_steps


def walk(text: str) -> Walk:
    return read_steps(document_of(text.encode(), "markdown"), {})


def readings(text: str) -> list[str]:
    return [str(step.statement) for step in walk(text).steps]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (r"$$(AB)^T = B^T A^T$$", "(A @ B).T = B.T @ A.T"),
        (r"$$x^\top A x = x^\top A^\top x$$", "tr(x.T @ (A @ x)) = tr(x.T @ (A.T @ x))"),
        (r"$$\langle Qx, y\rangle = \langle x, Q^\top y\rangle$$", "tr((Q @ x).T @ y) = tr(x.T @ (Q.T @ y))"),
        (r"$$(A^T A)^{-1} A^T A = I$$", "(A.T @ A)**(-1) @ A.T @ A = I"),
        (r"$$A^{-T} = (A^T)^{-1}$$", "A.T**(-1) = A.T**(-1)"),
        (r"$$\|A\|_F^2 = \operatorname{tr}(A^\top A)$$", "sqrt(tr(A.T @ A))**2 = tr(A.T @ A)"),
        (
            r"$$(\mathbf{u}\mathbf{v}^\top) A \mathbf{u} = \mathbf{u}\, \mathbf{v}^\top A \mathbf{u}$$",
            "u @ v.T @ A @ u = tr(v.T @ (A @ u))*u",
        ),
        (r"$$\operatorname{tr}(I_n A) = \operatorname{tr} A$$", "tr(I @ A) = tr(A)"),
        (r"$$(AB)_{ij} = \sum_k A_{ik} B_{kj}$$", "(A @ B)[i, j] = sum(A[i, k]*B[k, j], k, 1, m)"),
        (r"$$\mathbf{Z}^\top \mathbf{\Sigma}^{-1} \mathbf{Z} = \mathbf{0}$$", "Z.T @ Sigma**(-1) @ Z = 0"),
        (r"$$\hat{\mathbf{V}} + \mathbf{Z}^\top \mathbf{Z} = I$$", "hatV + Z.T @ Z = I"),
        (r"$$\frac{\partial}{\partial M_{kl}} \operatorname{tr}(MN) = N_{lk}$$", None),
        (r"$$\sum_{i=1}^m \sum_{j=1}^n b_{ij} v_j = \sum_{j=1}^n v_j \sum_{i=1}^m b_{ij}$$", None),
        (r"$$c^T c + a^T M^T M a \ge 0$$", "tr(c.T @ c) + tr(a.T @ (M.T @ M @ a)) >= 0"),
        (r"$$\nabla_x \frac12 \|A x - b\|^2 = A^\top(A x - b)$$", None),
        (r"$$\nabla_u [(u - v)^\top S (u - v)] = (S + S^\top)(u - v)$$", None),
        (r"$$\frac{\partial}{\partial \mathbf{w}} \|X\mathbf{w}\|^2 = 2X^\top X\mathbf{w}$$", None),
    ],
)
def test_matrices_and_columns_are_known_by_their_uses(text: str, reading: str | None) -> None:
    found = readings(text)

    assert len(found) == 1 and found[0] != "None"
    if reading is not None:
        assert found == [reading]


def test_sizes_come_from_the_text_where_it_says_them() -> None:
    read = walk(
        r"Let $A \in \mathbb{R}^{m \times n}$ and $b \in \mathbb{R}^m$. Then $$\|A x - b\|^2 \ge 0, \quad P = A A^\top$$"
    )

    assert read.inferred["x"] == "column n"
    assert read.inferred["b"] == "column m"
    assert read.inferred["P"] == "matrix m x m"


@pytest.mark.parametrize(
    "text",
    [
        r"$$\mathbf{w}^\top \mathbf{x} = \mathbf{x}^\top \mathbf{w}$$",  # vectors of any space
        r"$$\sum_{t=1}^T a^T = T a^T$$",  # T is a number
        r"$$P V = n R T, \quad P = n R T/V$$",  # no matrices
    ],
)
def test_where_nothing_is_a_matrix_none_is_inferred(text: str) -> None:
    assert not any(phrase.startswith(("matrix", "column")) for phrase in walk(text).inferred.values())


def test_a_quadratic_form_of_a_matrix_that_is_not_square_is_not_read() -> None:
    read = walk(r"Let $A \in \mathbb{R}^{m \times n}$. Then $$A^\top A x = 0, \quad x^\top A x = 0$$")

    assert [step.statement is None for step in read.steps] == [False, True]


def test_a_matrix_that_only_its_uses_declare_is_not_held_against_a_line() -> None:
    read = walk(r"Let $n \ge 1$. $$S C = C S, \quad \operatorname{tr}(SC) = 0$$")

    assert read.steps[0].refutable in ("nothing declares C", "nothing declares S")


def test_two_capital_letters_of_which_one_divides_are_numbers() -> None:
    assert readings(r"$$\frac{B T}{T} = B$$") == ["B*T/T = B"]
    assert readings(r"$$B T = T B$$") == ["None"]


def test_letters_that_words_call_matrices_are_any_matrices() -> None:
    line = r"$$\operatorname{tr}(PQR) = \operatorname{tr}(PRQ)$$"

    assert walk(f"For square matrices $P, Q, R$ we have {line}").steps[0].refutable == ""
    assert walk(f"Here $P, Q, R$ are used, so {line}").steps[0].refutable == ""  # a rule for all matrices
    assert "inverse" in walk(f"For $P$ with inverse $Q$ and $R$ we have {line}").steps[0].refutable
    assert "circulant" in walk(f"For circulant matrices $P, Q, R$ we have {line}").steps[0].refutable


def test_matrices_of_one_size_are_not_tied_by_it() -> None:
    read = walk("**Problem 1.** Let $Cu = 2u$.\n\n**Problem 2.** For matrices $A, B$: $$AB = BA, A^T = A$$")

    assert read.steps[-1].dormant == ()


def test_the_gradient_of_a_number_that_nothing_gives_is_a_letter_of_the_shape_of_what_it_is_taken_in() -> None:
    """And L behind a nabla is that number, and no matrix before a column."""
    text = r"""Let $\mathbf{z} = W\mathbf{x} + \mathbf{b}$. Then
$$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial \mathbf{z}} \mathbf{x}^\top$$

## Squares

$$\nabla_\mathbf{w} L = -X^\top (\mathbf{y} - X\mathbf{w})$$"""

    assert readings(text) == ["∂L/∂W = ∂L/∂z @ x.T", "dL/dw = -(X.T @ (y - X @ w))"]

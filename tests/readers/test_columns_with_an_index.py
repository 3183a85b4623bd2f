"""Columns with an index beside matrices: eigenvectors, data in rows; and their neighbours, which are never proved."""

from __future__ import annotations

import pytest

from tests.document_says import verdicts

EIGEN = r"Let $A$ be an $n \times n$ matrix and suppose $A v_i = \lambda_i v_i$ for $i = 1, \dots, n$. Then $$%s.$$"
ROWS = (
    r"Let $X \in \mathbb{R}^{n \times d}$ with rows $x_1^\top, \dots, x_n^\top$ and $y \in \mathbb{R}^n$. Then $$%s.$$"
)
RIGHT = [
    EIGEN % r"A \sum_{i=1}^n c_i v_i = \sum_{i=1}^n c_i A v_i",
    ROWS % r"X^\top X = \sum_{i=1}^n x_i x_i^\top",
    ROWS % r"X^\top y = \sum_{i=1}^n y_i x_i",
]
WRONG = [
    EIGEN % r"A^2 v_i = \lambda_i v_i",
    EIGEN % r"A \sum_{i=1}^n c_i v_i = \sum_{i=1}^n c_i v_i",
    ROWS % r"X^\top X = 2 \sum_{i=1}^n x_i x_i^\top",
    ROWS % r"X X^\top = \sum_{i=1}^n x_i x_i^\top",
    r"Let $X \in \mathbb{R}^{n \times d}$ and $x_1, \dots, x_n \in \mathbb{R}^d$. Then $$X^\top X = \sum_{i=1}^n x_i x_i^\top.$$",
]


@pytest.mark.parametrize("row", range(len(RIGHT)))
def test_lines_on_columns_are_proved(row: int) -> None:
    assert verdicts(RIGHT[row], 6)[-1] == "proved"


@pytest.mark.parametrize("row", range(len(WRONG)))
def test_their_neighbours_are_not(row: int) -> None:
    """The last one may be right, if the text means the rows by x_i: nothing says so, and it is not refuted."""
    said = verdicts(WRONG[row], 1)[-1]

    assert said != "proved" and (row < 4 or said != "refuted")

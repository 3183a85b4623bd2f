"""Hessians and gradients place by place, each beside a neighbour with one wrong entry."""

from __future__ import annotations

import pytest

from symproof.prove import prove
from symproof.readers.notation import parse
from symproof.readers.resolve import Context, NotUnderstood, Reading, resolve_chain
from symproof.statement import Prop

NUMBERS = {"names": {"u, v": "real", "q": "function of a vector", "z": "vector", "w_1, w_2": "real"},
           "define": ["f(u, v) = u^2 v + e^{v}", "g(w_1, w_2) = w_1^2 - w_1 w_2"]}  # fmt: skip
COLUMNS = {
    "names": {"y, b": "column n", "M": "matrix n x n", "p": "column 2"},
    "define": [r"h(y) = y^\top M y - b^\top y", r"r(y) = (y^\top y)^2", "s(p) = p_1^2 + 4 p_1 p_2"],
}


@pytest.mark.parametrize(
    ("table", "latex", "status"),
    [
        (NUMBERS, r"\nabla^2 f(u, v) = \begin{pmatrix} 2v & 2u \\ 2u & e^v \end{pmatrix}", "proved"),
        (NUMBERS, r"\nabla^2 f = \begin{pmatrix} 2v & 2u \\ 2u & v e^v \end{pmatrix}", "refuted"),
        (NUMBERS, r"\nabla^2 f(1, 0) = \begin{pmatrix} 0 & 2 \\ 2 & 1 \end{pmatrix}", "proved"),
        (NUMBERS, r"\nabla^2 f(1, 0) = \begin{pmatrix} 0 & 2 \\ 2 & 0 \end{pmatrix}", "refuted"),
        (NUMBERS, r"\nabla g(w) = \begin{pmatrix} 2 w_1 - w_2 \\ -w_1 \end{pmatrix}", "proved"),
        (COLUMNS, r"\nabla^2 h(y) = M + M^\top", "proved"),
        (COLUMNS, r"\nabla^2 h(y) = 2 M", "refuted"),
        (COLUMNS, r"\nabla s(p) = \begin{pmatrix} 2 p_1 + 4 p_2 \\ 4 p_1 \end{pmatrix}", "proved"),
        (COLUMNS, r"\nabla^2 s(p) = \begin{pmatrix} 2 & 4 \\ 4 & 0 \end{pmatrix}", "proved"),
        (COLUMNS, r"\nabla^2 s(p) = \begin{pmatrix} 2 & 4 \\ 0 & 0 \end{pmatrix}", "refuted"),
        (COLUMNS, r"s(1, 2) = 9", "proved"),
    ],
)
def test_second_derivatives_stand_in_a_table(table: dict[str, object], latex: str, status: str) -> None:
    outcome = resolve_chain(parse(latex).clauses[0], Context.from_table(table)).steps[0]

    assert isinstance(outcome, Reading)
    assert isinstance(outcome.term, Prop)
    assert prove(outcome.term).status == status


@pytest.mark.parametrize(
    ("table", "latex"),
    [
        (NUMBERS, r"\nabla^3 f(u, v) = 0"),
        (COLUMNS, r"\nabla^2 r(y) = M"),  # whose gradient is not affine
        (COLUMNS, r"s(1, 2, 3) = 9"),
    ],
)
def test_what_is_not_written_out_is_refused(table: dict[str, object], latex: str) -> None:
    assert isinstance(resolve_chain(parse(latex).clauses[0], Context.from_table(table)).steps[0], NotUnderstood)

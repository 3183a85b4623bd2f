"""Statements about quadratic forms: `inner(x, M @ x) >= 0` for each column x. Trusted."""

from __future__ import annotations

from typing import NamedTuple

from symproof import statement as st
from symproof import term as tm


class Form(NamedTuple):
    """M and the relation of x.T M x to 0, for each column x; with `punctured`, for each but 0."""

    matrix: tm.Matrix
    kind: str
    punctured: bool


def form_of(prop: st.Each) -> Form | None:
    """The quadratic form that a statement is about; None of others."""
    column, body, punctured = prop.symbol, prop.body, False
    match body:
        case st.Implies(st.Relation("!=", image, tm.EntryLaw(body=zero)), inside) if (
            image == column and zero == tm.ZERO
        ):
            body, punctured = inside, True
    match body:
        case st.Relation(
            "<" | "<=" | ">" | ">=" as kind,
            tm.MatrixTrace(tm.MatrixMul(tm.Transpose(left), tm.MatrixMul(matrix, right))),
            bound,
        ) if (
            isinstance(column, tm.MatrixVariable)
            and left == right == column
            and column.columns == tm.SINGLE
            and bound == tm.ZERO
            and column not in matrix.free
        ):
            return Form(matrix, kind, punctured)
        case _:
            return None

r"""The entries of a matrix by what it does to any column, `(S x)_i = x_{i-1}`: these of the columns that have a single 1."""

from __future__ import annotations

from symproof import term as tm
from symproof.statement import Each, Prop, Relation
from symproof.substitution import substitute

COLUMN = "j\u2032"
"""The name of the index of columns, which no text writes."""


def entries_of_action(prop: Prop) -> tuple[tm.EntryLaw, tm.MatrixVariable] | None:
    """The law of the entries of a matrix over Z/n, and the column to which it is applied, where each entry of the product is a
    linear term in the entries of the column."""
    match prop:
        case Relation(
            "=", tm.Entry(tm.MatrixMul(tm.MatrixVariable() as matrix, tm.MatrixVariable() as column), row), term
        ):
            pass
        case _:
            return None
    over = matrix.columns
    if column.columns != tm.SINGLE or not isinstance(row, tm.ResidueVariable) or not isinstance(over, tm.Cyclic):
        return None
    if {each.row for each in term.subterms() if isinstance(each, tm.Entry) and each.matrix == column} == {row}:
        return None  # (A v)_i = c v_i may be said of an eigenvector
    place = tm.ResidueVariable(COLUMN, over)
    body = _at_unit(term, column, place)
    if body is None or not isinstance(matrix.rows, tm.Cyclic) or row.over != matrix.rows or matrix in body.free:
        return None
    return tm.EntryLaw(matrix.name, matrix.rows, over, row, place, body), column


def is_by_law(prop: Prop) -> bool:
    """Whether an equation says what the entries of a matrix are, or what it does to a column, and no more than the law of its
    entries does: of any column."""
    match prop:
        case Each(_, body):
            return is_by_law(body)
        case Relation("=", tm.Entry(tm.MatrixMul(tm.EntryLaw() as law, column), row, place), term):
            letter = tm.MatrixVariable(law.name, law.rows, law.columns)
            found = entries_of_action(Relation("=", tm.Entry(tm.MatrixMul(letter, column), row, place), term))
            return found is not None and found[0] == law
        case Relation("=", tm.Entry(tm.EntryLaw() as law, row, place), term):
            return substitute(law.body, {law.row: row, law.column: place}) == term
    return False


def _at_unit(term: tm.Term, column: tm.MatrixVariable, place: tm.ResidueVariable) -> tm.Scalar | None:
    """A linear term in the entries of a column, at the column whose entry at a place is 1 and all others 0."""
    match term:
        case tm.Entry(matrix, tm.Residue() as row) if matrix == column and column not in row.free:
            return tm.Delta(row - place)
        case tm.Neg(arg):
            inner = _at_unit(arg, column, place)
            return None if inner is None else -inner
        case tm.Add(args):
            parts = [_at_unit(each, column, place) for each in args]
            found = [each for each in parts if each is not None]
            return tm.Add(tuple(found)) if len(found) == len(parts) else None
        case tm.Mul(args):
            last = args[-1]
            if any(column in each.free for each in args[:-1]) or (inner := _at_unit(last, column, place)) is None:
                return None
            return tm.Mul((*args[:-1], inner))
        case tm.CyclicSum(body, index):
            inner = _at_unit(body, column, place)
            return None if inner is None else tm.CyclicSum(inner, index)
    return None

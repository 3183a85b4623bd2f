r"""The order of symmetric matrices: `A \succeq B` says that x.T (A - B) x >= 0 for each column x.

Limits: of lists and vectors the sign may mean an order place by place; there it is refused.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import symbols
from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.dyads import Dyads
from symproof.readers.resolve.grids import Grid, dot
from symproof.readers.resolve.opaque import mentions
from symproof.readers.resolve.operations import beside, minus, plus
from symproof.readers.resolve.terms import Terms
from symproof.readers.resolve.values import Refused, Unit, Value, guarded, words
from symproof.statement import Prop

ORDERS = {"succeq": ">=", "succ": ">", "preceq": "<=", "prec": "<"}


def ordered(terms: Terms, left: Value, sign: t.Sign, right: Value) -> Prop:
    """The statement that one matrix is above or below another.

    Raises:
        Refused: sides that are no square matrices.
    """
    kind = ORDERS[sign.kind]
    if right == tm.ZERO or left == tm.ZERO:
        form = left if right == tm.ZERO else minus(right, sign)
    else:
        form = plus(beside(left, right), minus(beside(right, left), sign), sign)
    if isinstance(form, Unit):
        return st.Relation(kind, form.factor, tm.ZERO)
    if isinstance(form, Dyads):
        terms.note(f"{sign.text} compares the values of x.T M x, for each vector x")
        return _of_map(form, kind)
    if not isinstance(form, (tm.Matrix, Grid)) or form.shape[0] != form.shape[1]:
        raise Refused(sign, f"the order {sign.text} is read between square matrices, and here is {words(form)}")
    terms.note(f"{sign.text} compares the values of x.T M x, for each column x")
    return _of_grid(form, kind) if isinstance(form, Grid) else _of_matrix(form, kind, sign)


def _of_map(form: Dyads, kind: str) -> Prop:
    taken = list(map(str, form.image.free))
    names = ("x", "y", "z", "u", "v", "w", "x'")
    vector = tm.VectorVariable(next(name for name in names if not any(mentions(each, name) for each in taken)))
    made: Prop = st.Relation(kind, tm.Inner(vector, form.of(vector)), tm.ZERO)
    if kind in ("<", ">"):
        made = st.Implies(st.Relation("!=", vector, tm.ZeroVector()), made)
    return st.each(vector, made)


def _of_matrix(form: tm.Matrix, kind: str, node: t.Node) -> Prop:
    taken = set(map(str, form.free))
    name = next(name for name in ("x", "y", "z", "u", "v", "x'") if name not in taken)
    column = tm.MatrixVariable(name, form.shape[0], tm.SINGLE)
    made: Prop = guarded(node, lambda: st.relation(kind, symbols.inner(column, form @ column), 0))
    if kind in ("<", ">"):
        made = st.implies(st.ne(column, 0), made)
    return st.each(column, made)


def _of_grid(grid: Grid, kind: str) -> Prop:
    taken = {str(letter) for entry in grid.entries for letter in entry.free}
    base = next(name for name in ("x", "y", "z", "u", "v", "x'") if not any(each.startswith(name) for each in taken))
    letters = tuple(tm.Variable(f"{base}_{place}") for place in range(1, len(grid.rows) + 1))
    made: Prop = st.Relation(kind, dot(letters, tuple(dot(row, letters) for row in grid.rows)), tm.ZERO)
    if kind in ("<", ">"):
        made = st.Implies(st.Or(tuple(st.Relation("!=", letter, tm.ZERO) for letter in letters)), made)
    for letter in reversed(letters):
        made = st.each(letter, made)
    return made

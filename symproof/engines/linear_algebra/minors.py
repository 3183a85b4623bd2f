"""Entries of semidefinite matrices: (A[i, j] + A[j, i])**2 <= 4 A[i, i] A[j, j], where x.T A x >= 0 for each column x.

It is Cauchy-Schwarz for the form at the unit columns of i and j (`gram_of_forms`), with the products worked out in entries.
Untrusted: the kernel takes the instances, and adds.
"""

from __future__ import annotations

from functools import partial
from itertools import product

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.diagonal import diagonals
from symproof.engines.linear_algebra.gram_of_forms import FOUR, gram_of_form
from symproof.engines.search import Search, Wrap, closed, sum_of_facts
from symproof.forms import form_of
from symproof.substitution import fresh, names_in
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.meaning import flatten


def minors(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation between entries, one of them off the diagonal of a matrix that is said to be semidefinite."""
    if goal.kind == "!=" or not goal.mentions(tm.Entry):
        return None
    for number, fact in enumerate(facts.props):
        form = form_of(fact) if isinstance(fact, st.Each) else None
        if form is None or form.kind != ">=" or form.punctured:
            continue
        entry = next((x for x in goal.outer(tm.Entry) if x.matrix == form.matrix and x.row != x.column), None)
        if entry is not None:
            return _at_entry(search, facts, goal, number, entry)
    return None


def _at_entry(search: Search, facts: Facts, goal: st.Relation, number: int, entry: tm.Entry) -> Certificate | None:
    """The engines again, with what the form of that number says at the unit columns of an entry, their sum and difference."""
    matrix, places = entry.matrix, (entry.row, entry.column)
    (a, b), (c, d) = ([tm.Entry(matrix, row, place) for place in places] for row in places)
    minor = st.Relation("<=", (b + c) ** 2, FOUR * a * d)
    if minor in facts.props:
        return None
    taken = names_in(goal, *facts.props)
    x, y = units = [_unit(matrix, place, taken) for place in places]
    plain = search.among(search.named("ring", "sums"))
    first = len(facts.props)
    wraps: list[Wrap] = []
    known = facts
    for (row, left), (place, right) in product(zip(places, units, strict=True), repeat=2):
        equal = st.Relation("=", tm.MatrixTrace(tm.Transpose(left) @ (matrix @ right)), tm.Entry(matrix, row, place))
        proof = diagonals(plain, known, equal)
        if proof is None:
            return None
        wraps.append(partial(ct.Have, equal, proof))
        known = known.extended([equal])
    equations = tuple(range(first, first + 4))
    stated: list[st.Prop] = [minor]
    wrap = gram_of_form(first + 4, number, matrix, x, y)[1]
    proofs = [wrap(sum_of_facts(first + 4, rewrites=equations))]
    for value, at in ((a, x), (d, y), (a + d + b + c, x + y), (a + d - b - c, x - y)):
        last = sum_of_facts(first + 4 + len(stated), rewrites=equations)
        proofs.append(ct.Instance(number, at, last))
        stated.append(st.Relation(">=", value, tm.ZERO))
    together = st.And(tuple(stated))
    rest = search.prove(facts.extended(flatten(together)), goal)
    return None if rest is None else ct.Have(together, closed(wraps, ct.Parts(tuple(proofs))), rest)


def _unit(matrix: tm.Matrix, place: tm.Scalar | tm.Residue, taken: set[str]) -> tm.Matrix:
    """The column that is 1 at a place and 0 elsewhere."""
    where = matrix.shape[0]
    single = fresh(tm.Variable("l", "integer"), taken)
    if isinstance(where, tm.Cyclic):
        residue: tm.ResidueVariable = fresh(tm.ResidueVariable("k", where), taken)
        return tm.EntryLaw("e", where, tm.SINGLE, residue, single, tm.Delta(residue - place))  # type: ignore[operator]  # of one sort
    row: tm.Variable = fresh(tm.Variable("k", "integer"), taken)
    return tm.EntryLaw("e", where, tm.SINGLE, row, single, tm.Delta(row - place))  # type: ignore[operator]  # as above

"""Traces beside entries: |x|**2 = x[1]**2 + ... + x[n]**2, tr(A @ B) = the sum of A[i, j] * B[j, i].

Where a claim speaks of entries, each trace in it and in the facts is written as the sum of the entries on the diagonal, of
a product turned so that it is as small as can be. Untrusted: each equation is a rule of the kernel.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial, reduce
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.frobenius import atoms
from symproof.engines.logic.entries import with_entries
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Wrap, closed, sum_of_facts
from symproof.engines.valued import has_value
from symproof.substitution import fresh, names_in, rebuild, replaced
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.matrix_laws import INTENSIONAL, sum_of_diagonal
from symproof.trusted.normal import Normalizer
from symproof.trusted.normal.matrices import rotations

MOST = 6
Place = tm.Scalar | tm.Residue


def diagonals(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation of numbers, with its traces and those of the facts written in entries."""
    props = (goal, *facts.props)
    spoken = [
        prop
        for prop in props
        if isinstance(prop, st.Relation) and isinstance(prop.left, tm.Scalar) and prop.mentions(tm.MatrixTrace)
    ]
    if not spoken or not any(prop.mentions(tm.Entry) for prop in props) or goal.mentions(*INTENSIONAL):
        return None
    try:
        matrices = _diagonals(facts, spoken)
        traces = {trace: _atom(facts.normalizer, trace) for prop in spoken for trace in _traces(prop)}
    except (*NOT_NORMAL, LookupError):
        return None
    ways = [matrices, {number: _turned(each) for number, each in matrices.items()}]
    sums: list[dict[tm.Term, tm.Term]] = [
        {trace: _in_entries(way.get(number, trace.matrix), names_in(*props)) for trace, number in traces.items()}
        for way in ways
    ]
    quick = [row for row in search.light if row[1] is not with_entries] + search.named(
        "positivity", "linear", "termwise", "orderings"
    )
    for k, inner in ((0, search.aside(quick)), (1, search.aside(quick)), (0, search.without(diagonals))):
        if not k or sums[0] != sums[1]:
            if (found := _written(inner, facts, goal, spoken, sums[k], [*ways[k].values()])) is not None:
                return found
    return None


def of_one_entry(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation of numbers, with the trace for the only entry of a product of matrices: (x.T @ A @ x)[1] as tr(x.T @ A @ x), in
    which the engines see the product."""
    spoken = [
        prop for prop in (goal, *facts.props) if isinstance(prop, st.Relation) and isinstance(prop.left, tm.Scalar)
    ]
    products = dict.fromkeys(each for prop in spoken for each in _single_entries(prop))
    if not products or not any(True for _ in _single_entries(goal)):
        return None
    traces: dict[tm.Term, tm.Term] = {each: tm.MatrixTrace(each.matrix) for each in products}
    matrices = [each.matrix for each in products if has_value(facts, sum_of_diagonal(each.matrix))]
    if len(matrices) < len(products):
        return None
    try:
        return _written(search.without(of_one_entry), facts, goal, spoken, traces, matrices)
    except NOT_NORMAL:
        return None


def _single_entries(term: tm.Term) -> Iterator[tm.Entry]:
    """The entries of products that are numbers, outside of what binds."""
    match term:
        case tm.Entry(tm.MatrixMul() as matrix) if matrix.shape == (tm.SINGLE, tm.SINGLE):
            yield term
        case _ if not term.binders:
            for child in term.children():
                yield from _single_entries(child)


def _written(
    search: Search,
    facts: Facts,
    goal: st.Relation,
    spoken: Collection[st.Prop],
    sums: dict[tm.Term, tm.Term],
    matrices: Sequence[tm.Matrix],
) -> Certificate | None:
    """A goal, with the traces in it and in the facts that are `spoken` of as sums of diagonals."""

    def read(number: int, count: int) -> Certificate:
        """A relation from the one with a number among `count` facts."""
        used = sum_of_facts(number, rewrites=tuple(range(count, count + len(matrices))))
        return closed([partial(ct.Diagonal, matrix) for matrix in matrices], used)

    known = facts
    wraps: list[Wrap] = []
    for number, fact in enumerate(facts.props):
        if fact in spoken:
            said = replaced(fact, sums)
            assert isinstance(said, st.Prop)  # as the fact is
            wraps.append(partial(ct.Have, said, read(number, len(known.props))))
            known = known.extended([said])
    short = _squared(replaced(goal, sums))
    assert isinstance(short, st.Relation)  # as the goal is
    proof = search.prove(known, short)
    if proof is None:
        return None
    number = len(known.props)
    return closed(wraps, ct.Have(short, proof, read(number, number + 1)))


def _squared(term: Any) -> Any:
    """A term with s for sqrt(s)**2, where s is a sum."""
    match term:
        case tm.Pow(tm.Elementary("sqrt", (tm.Sum() as square,)), tm.Number(two)) if two == 2:
            return square
    return term if term.binders else rebuild(term, _squared)


def _diagonals(facts: Facts, spoken: list[st.Relation]) -> dict[int, tm.Matrix]:
    """The matrices of the traces that the normal forms of relations are made of, turned to begin with a row if they may."""
    normalizer, back = facts.normalizer, Readback(facts.normalizer)
    found: dict[int, tm.Matrix] = {}
    for number, key in atoms(normalizer, spoken, "trace")[:MOST]:
        word: Any = key[1]
        word = next((turned for turned in rotations(word) if normalizer.place_of(turned) == tm.SINGLE), word)
        matrix = back.word(word, normalizer.place_of(word))
        if has_value(facts, sum_of_diagonal(matrix)):
            found[number] = matrix
    return found


def _atom(normalizer: Normalizer, trace: tm.MatrixTrace) -> int:
    """The number of the atom that the normal form of a trace is; -1 where it is more."""
    ring, value = normalizer.ring, normalizer.scalar(trace)
    numbers = ring.generators(value)
    return next((each for each in numbers if ring.is_zero(ring.subtract(value, ring.generator(each)))), -1)


def _turned(matrix: tm.Matrix) -> tm.Matrix:
    """The transpose of a product that is a number, so that the sum in its entries goes over another place outermost."""
    if matrix.shape[0] != tm.SINGLE:
        return matrix
    factors = [each.matrix if isinstance(each, tm.Transpose) else tm.Transpose(each) for each in _factors(matrix)]
    return reduce(tm.MatrixMul, reversed(factors))


def _traces(term: tm.Term) -> Iterator[tm.MatrixTrace]:
    """The traces outside of what binds."""
    if isinstance(term, tm.MatrixTrace):
        yield term
    elif not term.binders:
        for child in term.children():
            yield from _traces(child)


def _in_entries(matrix: tm.Matrix, taken: set[str]) -> tm.Scalar:
    """The trace of a matrix as an author would write it, over letters that are not taken."""
    factors = list(_factors(matrix))
    for k, factor in enumerate(factors):
        if factor.shape[0] == tm.SINGLE:
            return _entry(reduce(tm.MatrixMul, factors[k:] + factors[:k]), ONE, ONE, taken)
    return _summed(matrix.shape[0], taken, lambda i: _entry(matrix, i, i, taken))


def _factors(matrix: tm.Matrix) -> Iterator[tm.Matrix]:
    if isinstance(matrix, tm.MatrixMul):
        yield from _factors(matrix.left)
        yield from _factors(matrix.right)
    else:
        yield matrix


def _entry(matrix: tm.Matrix, row: Place, column: Place, taken: set[str]) -> tm.Scalar:
    match matrix:
        case tm.Transpose(inside):
            return _entry(inside, column, row, taken)
        case tm.MatrixAdd(left, right):
            return _entry(left, row, column, taken) + _entry(right, row, column, taken)
        case tm.MatrixScale(factor, inside):
            return factor * _entry(inside, row, column, taken)
        case tm.MatrixMul(left, right) if left.shape[1] == tm.SINGLE:
            return _product(_entry(left, row, ONE, taken), _entry(right, ONE, column, taken))
        case tm.MatrixMul(left, right):
            return _summed(
                left.shape[1], taken, lambda k: _product(_entry(left, row, k, taken), _entry(right, k, column, taken))
            )
        case _:
            return tm.Entry(matrix, row, column)


def _product(left: tm.Scalar, right: tm.Scalar) -> tm.Scalar:
    return left**2 if left == right else left * right


def _summed(where: tm.Cyclic | tm.Interval, taken: set[str], body: Callable[[Any], tm.Scalar]) -> tm.Scalar:
    """The sum over an index set."""
    if isinstance(where, tm.Cyclic):
        residue = fresh(tm.ResidueVariable("i", where), taken)
        return tm.CyclicSum(body(residue), residue)
    i = fresh(tm.Variable("i", "natural"), taken)
    return tm.Sum(body(i), i, where.low, where.high)

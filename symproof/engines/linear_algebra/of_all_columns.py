"""What is said of all columns, or of all matrices of a shape, as an equation of the matrices that they are taken times.

A x = B x for each x gives A = B, by the rule `Columns`. Where numbers are said to be equal, their difference is put in at its
gradient: of <A x, y> = <B x, y> for each y that is A x - B x, whose square is 0 then; of <x, A x> = 0 the difference of its
values at x + g, x and g is the square of g = (A + A.T) x. Untrusted.

Limits: two letters; terms of degree two.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search, Wrap, closed
from symproof.errors import SymproofError
from symproof.substitution import substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.matrix_calculus import matrix_gradient

QUICK, SECONDS = (("ring", ring), ("linear", linear)), 0.5
MOST_LETTERS, MOST_INSTANCES = 2, 4


def of_all_columns(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """The engines again, with the equations of matrices that statements about all columns come to."""
    wraps: list[Wrap] = []
    known = facts
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Each) and isinstance(fact.symbol, tm.MatrixVariable):
            with suppress(SymproofError, *NOT_NORMAL):  # no gradient, or no normal form
                for wrap, extended in _stated(search, known, number, goal):
                    wraps.append(wrap)
                    known = extended
    return closed(wraps, search.go_on(of_all_columns, known, goal)) if wraps else None


def _stated(search: Search, facts: Facts, number: int, goal: st.Prop) -> Iterator[tuple[Wrap, Facts]]:
    """What a fact comes to, one thing after another, each with the facts up to it."""
    fact = facts.props[number]
    assert isinstance(fact, st.Each) and isinstance(fact.symbol, tm.MatrixVariable)  # by the caller
    letter = fact.symbol
    match fact.body:
        case st.Relation("=", tm.Matrix() as one, tm.Matrix() as other) if letter.columns == tm.SINGLE:
            yield from _by_columns(facts, number, letter, one, other)
        case st.Relation("=", tm.Matrix()):
            yield from _instances(facts, number, letter, fact.body, goal)
        case st.Relation("=", tm.Elementary("sqrt", (left,)), tm.Elementary("sqrt", (right,))):
            squares = st.Each(letter, st.Relation("=", left, right))
            opened, _ = facts.opened(letter, None, None, squares.body)
            roots = tm.Elementary("sqrt", (left,)) + tm.Elementary("sqrt", (right,))
            piece = ct.Piece(tm.scalar(substitute(roots, {letter: opened})), (len(facts.props),))
            facts = facts.extended([squares])
            proof = ct.Instance(number, opened, ct.Combination((piece,)))
            yield partial(ct.Have, squares, ct.Suppose(proof)), facts
            yield from _stated(search, facts, len(facts.props) - 1, goal)
        case st.Relation("=", tm.Scalar()):
            yield from _at_gradient(search, facts, number, (letter,), fact.body, goal)
        case st.Each(tm.MatrixVariable() as inner, st.Relation("=", tm.Scalar()) as body, None, None):
            yield from _at_gradient(search, facts, number, (letter, inner), body, goal)


def _by_columns(
    facts: Facts, number: int, column: tm.MatrixVariable, *sides: tm.Matrix
) -> Iterator[tuple[Wrap, Facts]]:
    """L = R, where L x = R x for each x."""
    read = Readback(facts.normalizer)
    first, second = (_factor(read.matrix(facts.normalizer.matrix(side)), column) for side in sides)
    if first is None or second is None:
        return
    match first, second:
        case (tm.MatrixScale(tm.Number() as c, one), tm.MatrixScale(tm.Number() as d, other)) if c == d != ZERO:
            first, second, weight = one, other, ONE / c
        case _:
            weight = ONE
    gap = weight**-1 * (first - second)
    facts = facts.extended([st.Relation("=", gap, tm.zero_matrix(*gap.shape))])
    yield partial(ct.Columns, number, gap), facts
    equal = st.Relation("=", first, second)
    piece = ct.MatrixPiece(weight, tm.Identity(gap.shape[0]), len(facts.props) - 1, tm.Identity(column.rows))
    yield partial(ct.Have, equal, ct.MatrixCombination((piece,))), facts.extended([equal])


def _factor(term: tm.Matrix, column: tm.MatrixVariable) -> tm.Matrix | None:
    """M, where a term is written as M @ x."""
    match term:
        case tm.MatrixVariable() if term == column:
            return tm.Identity(column.rows)
        case tm.MatrixMul(left, right) if column not in left.free:
            inner = _factor(right, column)
            return inner if inner is None else left if isinstance(inner, tm.Identity) else left @ inner
        case tm.MatrixAdd(left, right):
            first, second = _factor(left, column), _factor(right, column)
            return None if first is None or second is None else first + second
        case tm.MatrixScale(factor, matrix) if column not in factor.free:
            inner = _factor(matrix, column)
            return None if inner is None else tm.MatrixScale(factor, inner)
        case tm.EntryLaw(body=body) if body == ZERO:
            return tm.zero_matrix(term.shape[0], column.rows)
        case _:
            return None


def _instances(
    facts: Facts, number: int, letter: tm.MatrixVariable, body: st.Prop, goal: st.Prop
) -> Iterator[tuple[Wrap, Facts]]:
    """An equation for each matrix, at the identity and at the letters of the goal."""
    rows, columns = letter.shape
    letters = sorted((x for x in goal.free if isinstance(x, tm.MatrixVariable)), key=str)
    values = [*([tm.Identity(rows)] if rows == columns else []), *(x for x in letters if x.shape == (rows, columns))]
    for value in values[:MOST_INSTANCES]:
        instance = substitute(body, {letter: value})
        if instance not in facts.props:
            facts = facts.extended([instance])
            yield partial(ct.Instance, number, value), facts


def _at_gradient(
    search: Search, facts: Facts, number: int, letters: tuple[tm.MatrixVariable, ...], body: st.Relation, goal: st.Prop
) -> Iterator[tuple[Wrap, Facts]]:
    """That the gradient of the difference in the last letter is 0: for each of the others, and for each of itself."""
    last = letters[-1]
    slopes = [matrix_gradient(tm.scalar(side), last) for side in (body.left, body.right)]
    vanishes = st.Relation("=", slopes[0], slopes[1])
    slope = slopes[0] - slopes[1]
    bound = [letter for letter in letters if letter in slope.free]
    if len(bound) > 1:
        return
    inside, wraps, opened = facts, list[Wrap](), dict[tm.Term, tm.Matrix]()
    claim: st.Prop = vanishes
    if bound:
        claim = st.Each(bound[0], vanishes)
        letter, inside = facts.opened(bound[0], None, None, vanishes)
        opened[bound[0]] = tm.matrix_term(letter)
    here = tm.matrix_term(substitute(slope, opened))
    points = [here] if last not in bound else [opened[last], here, opened[last] + here]
    base = number
    for outer in letters[:-1]:
        value = opened.get(outer, tm.zero_matrix(*outer.shape))
        wraps.append(partial(ct.Instance, base, value))
        base = len(inside.props)
        inside = inside.extended([st.Each(last, substitute(body, {outer: value}))])
    said = inside.props[base]
    assert isinstance(said, st.Each)
    for value in [*points, tm.zero_matrix(*last.shape)]:
        wraps.append(partial(ct.Instance, base, value))
        inside = inside.extended([substitute(said.body, {last: value})])
    square = st.Relation("<=", tm.MatrixTrace(tm.Transpose(here) @ here), ZERO)
    proof = search.aside(QUICK, SECONDS).prove(inside, square)
    if proof is None:
        return
    proof = closed(wraps, ct.Definite(proof))
    facts = facts.extended([claim])
    yield partial(ct.Have, claim, ct.Suppose(proof) if bound else proof), facts
    if bound:
        yield from _stated(search, facts, len(facts.props) - 1, goal)

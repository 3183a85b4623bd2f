"""The rules for matrices of symbolic size: equations by two-sided combinations, inverses, determinants. Trusted.

`combine_matrices` is membership in a two-sided ideal: left - right = sum c L (l - r) R. The other rules state facts; the
kernel asks that each has a value before it is used. Beside them stands `Valued`, which states what a fact's terms need.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.forms import form_of
from symproof.substitution import fresh, name_of, names_in, substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.combination import rewriting
from symproof.trusted.defined import needed
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.function_laws import function_law
from symproof.trusted.rejected import Rejected
from symproof.trusted.sum_laws import SUM_RULES, SumStep

INTENSIONAL = (tm.Derivative, tm.Gradient, tm.MatrixGradient)
"""Terms that depend on more than the value of what stands in them."""


def combine_matrices(facts: Facts, goal: st.Prop, certificate: ct.MatrixCombination) -> None:
    """Accept an equation of matrices whose difference is the sum of the pieces.

    Raises:
        Rejected: it is not.
    """
    if not isinstance(goal, st.Relation) or goal.kind != "=" or not isinstance(goal.left, tm.Matrix):
        raise Rejected(f"{goal} is no equation of matrices")
    try:
        normalizer = rewriting(facts, certificate.rewrites)
        one = normalizer.ring.constant(1)
        parts = [(one, normalizer.matrix_difference(goal.left, tm.matrix_term(goal.right)))]
        for piece in certificate.pieces:
            fact = _equation(facts, piece.fact)
            product = _turned(fact.left, piece.transposed) - _turned(fact.right, piece.transposed)
            product = piece.left @ product @ piece.right
            if product.shape != goal.left.shape:
                raise Rejected(f"{product} has not the shape of {goal}")
            parts.append((normalizer.ring.negative(normalizer.scalar(piece.weight)), normalizer.matrix(product)))
        rest = normalizer.matrix_sum(*goal.left.shape, parts)
    except NOT_NORMAL as error:
        raise Rejected(f"{goal}: {error}") from error
    if rest.terms:
        raise Rejected(f"{goal}: the pieces do not add up to it")


def _turned(matrix: tm.Term, transposed: bool) -> tm.Matrix:
    read = tm.matrix_term(matrix)
    return tm.Transpose(read) if transposed else read


def _equation(facts: Facts, number: int) -> st.Relation:
    if not 0 <= number < len(facts.props):
        raise Rejected(f"there is no fact {number}; there are {len(facts.props)}")
    fact = facts.props[number]
    if not isinstance(fact, st.Relation) or fact.kind != "=" or not isinstance(fact.left, tm.Matrix):
        raise Rejected(f"{fact} is no equation of matrices")
    return fact


def _inverse(_: Facts, certificate: ct.Inverse) -> SumStep:
    matrix = certificate.matrix
    inverse = matrix**-1
    one = tm.Identity(matrix.shape[0])
    return SumStep((st.Relation("=", matrix @ inverse, one), st.Relation("=", inverse @ matrix, one)))


def _inverses(facts: Facts, certificate: ct.Inverses) -> SumStep:
    fact = _equation(facts, certificate.fact)
    if not isinstance(fact.left, tm.MatrixMul) or not isinstance(fact.right, tm.Identity):
        raise Rejected(f"{fact} is not of the form X @ Y = I")
    left, right = fact.left.left, fact.left.right
    if not left.is_square or not right.is_square:
        raise Rejected(f"{fact}: {left} and {right} are not square, so neither need be the inverse of the other")
    return SumStep(
        (
            st.Relation("!=", tm.Determinant(left), ZERO),
            st.Relation("!=", tm.Determinant(right), ZERO),
            st.Relation("=", left**-1, right),
            st.Relation("=", right**-1, left),
        )
    )


def _injective(facts: Facts, certificate: ct.Injective) -> SumStep:
    if not 0 <= certificate.fact < len(facts.props):
        raise Rejected(f"there is no fact {certificate.fact}; there are {len(facts.props)}")
    fact = facts.props[certificate.fact]
    matrix = kernel_is_zero(fact)
    if matrix is None:
        raise Rejected(f"{fact} does not say of a square matrix that it takes nothing but zero to zero")
    return SumStep((st.Relation("!=", tm.Determinant(matrix), ZERO),))


def _columns(facts: Facts, certificate: ct.Columns) -> SumStep:
    fact = facts.props[certificate.fact] if 0 <= certificate.fact < len(facts.props) else None
    matrix = certificate.matrix
    match fact:
        case st.Each(
            tm.MatrixVariable(rows=rows, columns=tm.SINGLE) as column,
            st.Relation("=", tm.Matrix() as left) as body,
            None,
            None,
        ) if matrix.shape == (left.shape[0], rows) and column not in matrix.free:
            opened, inside = facts.opened(column, None, None, body, matrix)
        case _:
            raise Rejected(f"{fact} is no equation of matrices for each column that {matrix} could be taken times")
    letter = tm.matrix_term(opened)
    left, right = (tm.matrix_term(substitute(side, {column: letter})) for side in (body.left, body.right))
    try:
        normalizer = inside.normalizer
        one = normalizer.ring.constant(1)
        gap = normalizer.matrix_difference(left, right)
        product = matrix @ letter
        parts = [(one, gap), (normalizer.ring.negative(one), normalizer.matrix(product))]
        rest = normalizer.matrix_sum(*product.shape, parts)
    except NOT_NORMAL as error:
        raise Rejected(f"{fact}: {error}") from error
    if rest.terms:
        raise Rejected(f"{fact} does not say that {matrix @ column} = 0")
    return SumStep((st.Relation("=", matrix, tm.zero_matrix(*matrix.shape)),))


def kernel_is_zero(fact: st.Prop) -> tm.Matrix | None:
    """The square matrix M of which a fact says `M @ c = 0 implies c = 0` for each column c, or `c != 0 implies
    inner(c, M @ c) > 0`; None where it says no such thing."""
    match fact:
        case st.Each(
            tm.MatrixVariable() as column,
            st.Implies(
                st.Relation("=", tm.MatrixMul(matrix, factor), tm.EntryLaw(body=zero)),
                st.Relation("=", image, tm.EntryLaw(body=other)),
            ),
            None,
            None,
        ):
            whole = factor == image == column and column.columns == tm.SINGLE and zero == other == ZERO
            return matrix if whole and matrix.is_square and column not in matrix.free else None
        case st.Each(
            tm.MatrixVariable() as column,
            st.Implies(
                st.Relation("!=", image, tm.EntryLaw(body=zero)),
                st.Relation(
                    "<" | ">" | "!=",
                    tm.MatrixTrace(tm.MatrixMul(tm.Transpose(left), tm.MatrixMul(matrix, right))),
                    bound,
                ),
            ),
            None,
            None,
        ):  # where M @ c = 0, c.T @ M @ c is 0
            whole = image == left == right == column and column.columns == tm.SINGLE and zero == bound == ZERO
            return matrix if whole and matrix.is_square and column not in matrix.free else None
        case _:
            return None


def _semidefinite(facts: Facts, certificate: ct.Semidefinite) -> SumStep:
    if not 0 <= certificate.fact < len(facts.props):
        raise Rejected(f"there is no fact {certificate.fact}; there are {len(facts.props)}")
    fact = facts.props[certificate.fact]
    form = form_of(fact) if isinstance(fact, st.Each) else None
    if form is None or form.kind not in (">", ">=") or not form.matrix.is_square:
        raise Rejected(f"{fact} does not say of a square matrix that it is semidefinite")
    where, taken = form.matrix.shape[0], {name_of(letter) for letter in form.matrix.free}
    if not isinstance(where, tm.Interval):
        raise Rejected(f"{form.matrix} has rows over {where}, not over an interval")
    i = fresh(tm.Variable("i", "integer"), taken)
    diagonal = st.Each(i, st.Relation(">=", tm.Entry(form.matrix, i, i), ZERO), where.low, where.high)
    numbers = (tm.MatrixTrace(form.matrix), tm.Determinant(form.matrix))
    return SumStep((diagonal, *(st.Relation(">=", number, ZERO) for number in numbers)))


def _frobenius(_: Facts, certificate: ct.Frobenius) -> SumStep:
    left, right = certificate.left, certificate.right
    if left.shape != right.shape:
        raise Rejected(f"{left} and {right} are of different shapes")
    products = [tm.MatrixTrace(tm.Transpose(x) @ y) for x, y in ((left, left), (left, right), (right, right))]
    squares = st.Relation("<=", products[1] ** 2, products[0] * products[2])
    return SumStep((st.Relation(">=", products[0], ZERO), squares))


def _submultiplicative(_: Facts, certificate: ct.Submultiplicative) -> SumStep:
    left, right = certificate.left, certificate.right
    whole, x, y = (tm.MatrixTrace(tm.Transpose(part) @ part) for part in (left @ right, left, right))
    return SumStep((st.Relation("<=", whole, x * y),))


def _diagonal(_: Facts, certificate: ct.Diagonal) -> SumStep:
    return SumStep((st.Relation("=", tm.MatrixTrace(certificate.matrix), sum_of_diagonal(certificate.matrix)),))


def sum_of_diagonal(matrix: tm.Matrix) -> tm.Scalar:
    """The sum of the entries M[i, i] of a square matrix."""
    where = matrix.shape[0]
    if isinstance(where, tm.Cyclic):
        residue = fresh(tm.ResidueVariable("i", where), names_in(matrix))
        return tm.CyclicSum(tm.Entry(matrix, residue, residue), residue)
    i = fresh(tm.Variable("i", "integer"), names_in(matrix))
    return tm.Sum(tm.Entry(matrix, i, i), i, where.low, where.high)


def _sylvester(_: Facts, certificate: ct.Sylvester) -> SumStep:
    left, right = certificate.left, certificate.right
    products = (left @ right, right @ left)
    ours, theirs = (tm.Determinant(tm.Identity(product.shape[0]) + product) for product in products)
    return SumStep((st.Relation("=", ours, theirs),))


def _adjugates(_: Facts, certificate: ct.Adjugates) -> SumStep:
    matrix = certificate.matrix
    adjugate, bottom = tm.Adjugate(matrix), tm.Determinant(matrix)
    multiple = bottom * tm.Identity(matrix.shape[0])
    facts = [st.Relation("=", product, multiple) for product in (matrix @ adjugate, adjugate @ matrix)]
    if certificate.inverse:
        facts.append(st.Relation("=", adjugate, bottom * matrix**-1))
    return SumStep(tuple(facts))


def _schur(_: Facts, certificate: ct.Schur) -> SumStep:
    match certificate.matrix:
        case tm.Above((tm.Beside((a, b)), tm.Beside((c, d)))) if (
            a.is_square and d.is_square and a.shape[1] == c.shape[1] and b.shape[1] == d.shape[1]
        ):
            corner, rest = (d, a - b @ d**-1 @ c) if certificate.last else (a, d - c @ a**-1 @ b)
            value = tm.Determinant(corner) * tm.Determinant(rest)
            return SumStep((st.Relation("=", tm.Determinant(certificate.matrix), value),))
    raise Rejected(f"{certificate.matrix} is not of four blocks, the first and the last of them square")


def _congruence(facts: Facts, certificate: ct.Congruence) -> SumStep:
    fact, hole, term = _equation(facts, certificate.fact), certificate.hole, certificate.term
    if not isinstance(hole, tm.MatrixVariable) or hole.shape != tm.matrix_term(fact.left).shape:
        raise Rejected(f"{hole} has not the shape of {fact}")
    if not isinstance(term, (tm.Scalar, tm.Matrix)) or term.mentions(*INTENSIONAL):
        raise Rejected(f"{term}: equals are not put into a derivative")
    return SumStep((st.Relation("=", substitute(term, {hole: fact.left}), substitute(term, {hole: fact.right})),))


def _valued(facts: Facts, certificate: ct.Valued) -> SumStep:
    fact = facts.props[certificate.fact] if 0 <= certificate.fact < len(facts.props) else None
    if not isinstance(fact, st.Relation):
        raise Rejected(f"fact {certificate.fact} is no relation, so its terms may be without a value")
    return SumStep(needed(fact))


MATRIX_RULES: dict[type, Callable[[Facts, Any], SumStep]] = {
    ct.Injective: _injective,
    ct.Columns: _columns,
    ct.Adjugates: _adjugates,
    ct.Frobenius: _frobenius,
    ct.Submultiplicative: _submultiplicative,
    ct.Inverse: _inverse,
    ct.Inverses: _inverses,
    ct.Schur: _schur,
    ct.Semidefinite: _semidefinite,
    ct.Diagonal: _diagonal,
    ct.Sylvester: _sylvester,
    ct.Congruence: _congruence,
}
STATED = SUM_RULES | MATRIX_RULES | {ct.Valued: _valued, ct.FunctionLaw: function_law}
"""The laws, of sums too, that state facts, once a subgoal is proved where there is one."""

r"""Means and covariances of columns: `E[Ax + b] = A E[x] + b`, `\operatorname{Cov}(Ax) = A \Sigma A^\top`, `E[x^\top A x]`.

A random column x is its mean, a column of letters `E[x]`, and its deviation from it, a matrix `(x - E[x])` with a column for each
point of a space of chances that is not named: Cov(x, y) is (x - E[x]) (y - E[y])^T, as a covariance is a Gram matrix. So what
the kernel proves of matrices holds for random columns. These letters are never taken to refute a line.

Random are columns with a capital letter, a hat, a bar or a tilde, those called u to z, and errors such as epsilon; all others,
and all matrices that are no columns, are fixed. Columns that others give, y = X b + e, are written out.
Limits: no products of three random columns; no random matrices.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from operator import add, matmul
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation.tree import Node
from symproof.readers.resolve.operations import is_column
from symproof.readers.resolve.values import Refused, Value
from symproof.statement import Relation
from symproof.substitution import substitute

if TYPE_CHECKING:
    from symproof.readers.resolve.context import Context

RANDOM = re.compile(
    r"(?:\\(?:mathbf|boldsymbol|bm|vec|underline)\{)?(?:\\(?:hat|bar|tilde|widehat)\{|"
    r"(?:[A-Zu-z]|\\(?:var)?epsilon|\\xi|\\zeta|\\eta)(?![A-Za-z]))"
)
CHANCES = tm.Interval(tm.ONE, tm.Variable("|\u03a9|", "natural", least=1))
MOST_WORDS = 64
Word = tuple[tm.Scalar, tuple[tm.Matrix, ...]]


def has_columns(*sides: object) -> bool:
    """Whether a term is a matrix, or has a column in it."""
    return any(
        isinstance(side, tm.Matrix)
        or (isinstance(side, tm.Term) and any(isinstance(each, tm.MatrixVariable) and is_column(each) for each in side.free))
        for side in sides
    )  # fmt: skip


def of_columns(context: Context, kind: str, sides: tuple[Value, ...], node: Node, under: str = "") -> Value:
    """What "E", "Var" or "Cov" makes of columns, of matrices made of them, or of numbers made of these; `under` names a matrix
    that they are conditioned on, which is fixed anyway.

    Raises:
        Refused: what is not of degree two in random columns; nothing random at all.
    """
    if context.random_matrices:
        raise Refused(node, "a mean beside random matrices is not read")
    moments = _Columns(node, f" | {under}" if under else "")
    written = tuple(_written(side, context, node) for side in sides)
    if all(moments.is_fixed(side) for side in written):
        raise Refused(node, f"which letters of {written[0]} are random is not said")
    if kind == "E":
        return moments.mean(written[0])
    first, last = (moments.deviation(side) for side in (written[0], written[-1]))
    if isinstance(written[0], tm.Scalar) and isinstance(written[-1], tm.Scalar):
        return tm.ZERO if first is None or last is None else tm.MatrixTrace(first @ last.T)
    if first is None or last is None:
        raise Refused(node, "a covariance with what is fixed")
    return first @ last.T


def is_random(letter: tm.Term) -> bool:
    """Whether a letter is a random column, by its name."""
    return isinstance(letter, tm.MatrixVariable) and is_column(letter) and RANDOM.match(letter.name) is not None


class _Columns:
    def __init__(self, node: Node, under: str) -> None:
        self.node, self.under = node, under

    def is_fixed(self, term: tm.Term) -> bool:
        return not any(map(is_random, term.free))

    def centre(self, letter: tm.MatrixVariable) -> tm.Matrix:
        return tm.MatrixVariable(f"E[{letter.name}{self.under}]", letter.rows, tm.SINGLE)

    def spread(self, letter: tm.MatrixVariable) -> tm.Matrix:
        return tm.MatrixVariable(f"({letter.name} - E[{letter.name}{self.under}])", letter.rows, CHANCES)

    def mean(self, term: Value) -> Value:
        if self.is_fixed(term):
            return term
        match term:
            case tm.Matrix():
                return _sum_of([(factor, self.of_word(word)) for factor, word in self.words(term)])
            case tm.Add(args):
                return tm.Add(tuple(map(self.mean, args)))
            case tm.Neg(arg):
                return -self.mean(arg)
            case tm.Div(top, bottom) if self.is_fixed(bottom):
                return self.mean(top) / bottom
            case tm.Mul(args) if sum(not self.is_fixed(arg) for arg in args) == 1:
                return tm.Mul(tuple(map(self.mean, args)))
            case tm.MatrixTrace(matrix):
                parts = [factor * tm.MatrixTrace(self.of_word(_turned(word))) for factor, word in self.words(matrix)]
                return tm.sum_of(parts)
            case tm.Pow(tm.Elementary("sqrt", (tm.MatrixTrace() as square,)), tm.Number(exponent)) if exponent == 2:
                return self.mean(square)
        raise Refused(self.node, f"the mean of {term} is not read")

    def of_word(self, word: tuple[tm.Matrix, ...]) -> tm.Matrix:
        """The mean of a product: one random column is its mean, and two side by side, x y^T, are a second moment."""
        places = [k for k, each in enumerate(word) if not self.is_fixed(each)]
        if len(places) > 2 or (len(places) == 2 and places[1] != places[0] + 1):
            raise Refused(self.node, "the mean of a product of such random columns is not read")
        if len(places) < 2:
            return _product([self.at(each, self.centre) for each in word])
        left, right = (word[k] for k in places)
        before, behind = word[: places[0]], word[places[1] + 1 :]
        means = _product([*before, self.at(left, self.centre), self.at(right, self.centre), *behind])
        return means + _product([*before, self.at(left, self.spread), self.at(right, self.spread), *behind])

    def at(self, factor: tm.Matrix, letter: object) -> tm.Matrix:
        """A factor with another letter for a random column in it."""
        if self.is_fixed(factor):
            return factor
        inner = factor.matrix if isinstance(factor, tm.Transpose) else factor
        found: tm.Matrix = letter(inner)  # type: ignore[operator]  # one of the two above
        return found.T if isinstance(factor, tm.Transpose) else found

    def deviation(self, term: Value) -> tm.Matrix | None:
        """A column, or a number, less its mean, as a matrix with a column for each chance; None of what is fixed."""
        if self.is_fixed(term):
            return None
        traced = [*self.traces(term)] if isinstance(term, tm.Scalar) else self.words(term)
        parts: list[tuple[tm.Scalar, tm.Matrix]] = []
        for factor, word in traced:
            places = [k for k, each in enumerate(word) if not self.is_fixed(each)]
            if not places:
                continue
            if len(places) > 1 or (places[0] != len(word) - 1 and isinstance(term, tm.Matrix)):
                raise Refused(self.node, "the variance of what is not linear in random columns is not read")
            turned = (*word[places[0] + 1 :], *word[: places[0] + 1])
            if isinstance(turned[-1], tm.Transpose):  # the trace of x^T a is that of a^T x
                turned = tuple(map(_transposed, (turned[-1], *turned[:-1])))[::-1]
            parts.append((factor, _product([*turned[:-1], self.at(turned[-1], self.spread)])))
        return _sum_of(parts)

    def traces(self, term: Value) -> Iterable[Word]:
        """A number as a sum of traces of products."""
        match term:
            case _ if self.is_fixed(term):
                return
            case tm.Add(args):
                for arg in args:
                    yield from self.traces(arg)
            case tm.Neg(arg):
                yield from ((-factor, word) for factor, word in self.traces(arg))
            case tm.Mul(args) if sum(not self.is_fixed(arg) for arg in args) == 1:
                outside = tm.product_of([arg for arg in args if self.is_fixed(arg)])
                inside = next(arg for arg in args if not self.is_fixed(arg))
                yield from ((outside * factor, word) for factor, word in self.traces(inside))
            case tm.Div(top, bottom) if self.is_fixed(bottom):
                yield from ((factor / bottom, word) for factor, word in self.traces(top))
            case tm.MatrixTrace(matrix):
                yield from self.words(matrix)
            case _:
                raise Refused(self.node, f"the variance of {term} is not read")

    def words(self, term: Value) -> list[Word]:
        """A matrix as a sum of products, in which each random column stands for itself or is transposed."""
        if self.is_fixed(term):
            return [(tm.ONE, (term,))]
        match term:
            case tm.MatrixAdd(left, right):
                found = [*self.words(left), *self.words(right)]
            case tm.MatrixScale(factor, inner) if self.is_fixed(factor):
                found = [(factor * each, word) for each, word in self.words(inner)]
            case tm.MatrixMul(left, right):
                rights = self.words(right)
                found = [
                    (_times(one, other), (*word, *more)) for one, word in self.words(left) for other, more in rights
                ]
            case tm.Transpose(inner) if not isinstance(inner, tm.MatrixVariable):
                found = [(factor, tuple(map(_transposed, word))[::-1]) for factor, word in self.words(inner)]
            case tm.MatrixVariable() | tm.Transpose():
                found = [(tm.ONE, (term,))]
            case _:
                raise Refused(self.node, f"the moments of {term} are not read")
        if len(found) > MOST_WORDS:
            raise Refused(self.node, "a mean of too many terms")
        return found


def _written(side: Value, context: Context, node: Node) -> Value:
    """A term with random columns as what equations say that they are."""
    given = {
        each.left: each.right
        for each in context.holding()
        if isinstance(each, Relation) and each.kind == "=" and is_random(each.left) and each.left not in each.right.free
        and any(map(is_random, each.right.free))
    }  # fmt: skip
    for _ in range(len(given) + 1):
        if not given.keys() & side.free:
            return side
        side = substitute(side, given)
    raise Refused(node, "the definitions of its letters go in a circle")


def _turned(word: tuple[tm.Matrix, ...]) -> tuple[tm.Matrix, ...]:
    """A product under a trace, turned so that a random column stands beside a transposed one where it has both."""
    places = [k for k, each in enumerate(word) if any(map(is_random, each.free))]
    if len(places) != 2:
        return word
    rows = [isinstance(word[k], tm.Transpose) for k in places]
    if rows == [True, False]:  # x^T A y, as A y x^T
        return (*word[places[0] + 1 :], *word[: places[0] + 1])
    return word


def _transposed(factor: tm.Matrix) -> tm.Matrix:
    return factor.matrix if isinstance(factor, tm.Transpose) else factor.T


def _times(one: tm.Scalar, other: tm.Scalar) -> tm.Scalar:
    return other if one == tm.ONE else one if other == tm.ONE else one * other


def _product(factors: Iterable[tm.Matrix]) -> tm.Matrix:
    return reduce(matmul, factors)


def _sum_of(parts: list[tuple[tm.Scalar, tm.Matrix]]) -> tm.Matrix:
    scaled = [matrix if factor == tm.ONE else factor * matrix for factor, matrix in parts]
    return reduce(add, scaled)

r"""Gradients and Hessians place by place: `\nabla^2 f(x, y)` of a function that is written out.

The second derivatives stand in a square table, worked out where the function is asked for elsewhere than at its own letters.
Of a vector x the places are the letters x_1, x_2, ... that the function is written in. Where the gradient is affine in the
vector, `A x - b`, the Hessian is the matrix in it. Limits: as many letters as a table is written out for; of a function that is
only known by what is said of it: `unknown_hessians`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from symproof import term as tm
from symproof.readers.notation import tree as t
from symproof.readers.resolve.grids import MOST_ROWS, Grid, places_of
from symproof.readers.resolve.slopes import worked_out
from symproof.readers.resolve.unknown_hessians import unknown_hessian
from symproof.readers.resolve.values import Macro, Refused, Tuple, Value, guarded
from symproof.substitution import rebuild
from symproof.trusted.matrix_calculus import matrix_gradient

if TYPE_CHECKING:
    from symproof.readers.resolve.letters import Names


@dataclass(frozen=True, slots=True)
class Written:
    """A function in letters for the places of its argument; `places` are the terms that the letters stand for."""

    body: tm.Scalar
    letters: tuple[tm.Variable, ...]
    places: tuple[tm.Scalar, ...]

    @classmethod
    def of(cls, function: Value) -> Written | None:
        """A function that is written out in numbers, or in the places of one vector; None of any other."""
        if not isinstance(function, Macro) or not isinstance(function.body, tm.Scalar):
            return None
        letters = tuple(each for each in function.parameters if isinstance(each, tm.Variable))
        if len(letters) == len(function.parameters) and function.body.free >= set(letters):
            return cls(function.body, letters, letters)
        if len(function.parameters) > 1:
            return None
        (vector,) = function.parameters
        places = places_of(vector, function.body)
        if not places or not isinstance(vector, tm.MatrixVariable):
            named = tuple(each for each in places if isinstance(each, tm.Variable))
            return cls(function.body, named, named) if named else None
        letters = tuple(tm.Variable(f"\u00b7{k}") for k in range(len(places)))
        body = _put(function.body, dict(zip(places, letters, strict=True)))
        return None if vector in body.free else cls(body, letters, places)

    def rate(self, node: t.Node, *orders: int) -> tm.Scalar:
        """The derivative in the letters of these numbers, one after the other, as a term in the places."""
        body = self.body
        if self.letters == self.places:
            for k in orders:
                body = tm.Derivative(body, self.letters[k])
            return body
        return _put(self.worked_out(node, *orders), dict(zip(self.letters, self.places, strict=True)))

    def worked_out(self, node: t.Node, *orders: int) -> tm.Scalar:
        """The derivative in the letters of these numbers, as a term in the letters."""
        body = self.body
        for k in orders:
            body = worked_out(body, self.letters[k], node)
        return body


def gradient_of(function: Value, args: tuple[Value, ...], node: t.Node) -> Grid | None:
    """The gradient of a function that is written in the places of a vector, at that vector; None of any other."""
    written = Written.of(function)
    if written is None or not isinstance(function, Macro) or args != function.parameters:
        return None
    return Grid(tuple((written.rate(node, k),) for k in range(len(written.letters))))


def hessian(names: Names, function: Value, args: tuple[Value, ...], node: t.Node) -> Value:
    """The second derivatives of a function that is written out, as a table; of one number, the second derivative.

    Raises:
        Refused: a function that is not written out, or of which no second derivatives are known.
    """
    if isinstance(function, tm.Function):
        return unknown_hessian(names, function, args, node)
    if not isinstance(function, Macro):
        raise Refused(node, "the Hessian of a function that is not written out")
    if len(args) == 1 and isinstance(args[0], Tuple):
        args = args[0].items
    written = Written.of(function)
    names.note(f"the Hessian of {function.name} is worked out place by place")
    if written is None:
        return _of_affine(function, args, node)
    if len(written.letters) > MOST_ROWS:
        raise Refused(node, "a Hessian of that many letters")
    size = range(len(written.letters))
    own = args == function.parameters
    if not own and (written.letters != function.parameters or len(args) != len(written.letters)):
        raise Refused(node, "a Hessian at a point that is not given by numbers")

    def entry(*orders: int) -> Value:
        if own:
            return written.rate(node, *orders)
        rate = written.worked_out(node, *orders)
        return names.called(Macro(function.name, function.parameters, rate, function.domain), args, node)

    rows = guarded(node, lambda: tuple(tuple(entry(i, j) for j in size) for i in size))
    return rows[0][0] if len(rows) == 1 else Grid(rows)


def _of_affine(function: Macro, args: tuple[Value, ...], node: t.Node) -> Value:
    """The Hessian of a function of a column whose gradient is affine, `A x - b`."""
    if len(function.parameters) != 1 or len(args) != 1:
        raise Refused(node, "the Hessian of a function that is not written out")
    (letter,) = function.parameters
    if not isinstance(letter, tm.MatrixVariable) or letter.columns != tm.SINGLE:
        raise Refused(node, "the Hessian of a function that is not written out in numbers")
    body = function.body
    if not isinstance(body, tm.Scalar):
        raise Refused(node, "the Hessian of what is no number")
    slope = guarded(node, lambda: matrix_gradient(body, letter))
    found = _slope_of_column(slope, letter, node)
    return tm.ZERO if found is None else found


def _slope_of_column(column: tm.Matrix, x: tm.MatrixVariable, node: t.Node) -> tm.Matrix | None:
    """The matrix by which a column changes with the column x, None where it does not."""
    if x not in column.free:
        return None
    match column:
        case tm.MatrixVariable():
            return tm.Identity(x.rows)
        case tm.MatrixAdd(left, right):
            both = [each for part in (left, right) if (each := _slope_of_column(part, x, node)) is not None]
            return both[0] if len(both) == 1 else both[0] + both[1]
        case tm.MatrixScale(factor, inner) if x not in factor.free:
            found = _slope_of_column(inner, x, node)
            return None if found is None else factor * found
        case tm.Transpose(inner) if (turned := _turned(inner)) is not None:
            return _slope_of_column(turned, x, node)
        case tm.MatrixMul(left, right) if x not in left.free:
            found = _slope_of_column(right, x, node)
            return None if found is None else left if isinstance(found, tm.Identity) else left @ found
    raise Refused(node, "the Hessian of a function whose gradient is not affine")


def _turned(matrix: tm.Matrix) -> tm.Matrix | None:
    """The transpose of a matrix, with the sign of it pushed inside; None where it stands before no product and no sum."""
    match matrix:
        case tm.Transpose(inner):
            return inner
        case tm.MatrixMul(left, right):
            return right.T @ left.T
        case tm.MatrixAdd(left, right):
            return left.T + right.T
        case tm.MatrixScale(factor, inner):
            return factor * inner.T
    return None


def _put(body: tm.Scalar, table: dict[tm.Scalar, tm.Scalar]) -> tm.Scalar:
    def put(term: tm.Term) -> tm.Term:
        return table[term] if isinstance(term, tm.Scalar) and term in table else rebuild(term, put)

    made = put(body)
    assert isinstance(made, tm.Scalar)  # as it was
    return made

"""Whether what is said of all real numbers, vectors and matrices holds at a point, where it is quadratic in them. Trusted.

A scalar of degree two at most in the coordinates of the bound letters (the entries of a matrix), as its structure shows, is
known from its values at 0, +-e_i and e_i + e_j. It is never negative where the form of its coefficients has no negative
pivot. Absolute values and norms, times numbers >= 0, are compared by their squares. An implication holds where its
conclusion does, and between affine scalars where the second is a multiple of the first, and more.

Limits: `MOST` coordinates; rational values.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.exact import sign
from symproof.evaluation.exact_matrices import has_no_negative_pivot
from symproof.evaluation.interpretation import Env, Interpretation
from symproof.evaluation.novalue import Undecided
from symproof.point import MatrixValue
from symproof.substitution import substitute

MOST = 8
ZERO, ONE = Fraction(0), Fraction(1)
Letters = tuple[Any, ...]


def is_universal(prop: st.Prop) -> bool:
    """Whether a statement is of the kind that is decided here, for some functions at least: of all real numbers and vectors,
    and quadratic in them."""
    letters, body = opened(prop)
    return bool(letters) and _is_quadratic(body, frozenset(letters))


def _is_quadratic(body: st.Prop, bound: frozenset[Any]) -> bool:
    match body:
        case st.And(args):
            return all(_is_quadratic(arg, bound) for arg in args)
        case st.Implies(st.Relation() | st.And(), right):
            return _is_quadratic(right, bound)
        case st.Relation(kind, left, right):
            if isinstance(left, tm.Matrix) and isinstance(right, tm.Matrix):
                return (
                    kind == "=" and _degree(left, bound, None) is not None and _degree(right, bound, None) is not None
                )
            pairs, _ = _compared(kind, left, right, bound)
            degrees = [_degree(side, bound, None) for pair in pairs for side in pair]
            return all(degree is not None and degree <= 2 for degree in degrees)
        case _:
            return False


def opened(prop: st.Prop) -> tuple[Letters, st.Prop]:
    """The letters that a statement is about all values of, and what it says of them; a minimizer is below all values."""
    if isinstance(prop, st.Minimizer) and _runs_over_all(prop.variable):
        return (prop.variable,), st.Relation("<=", substitute(prop.body, {prop.variable: prop.point}), prop.body)
    letters: list[Any] = []
    while isinstance(prop, st.Each) and prop.low is None and prop.high is None and _runs_over_all(prop.symbol):
        letters.append(prop.symbol)
        prop = prop.body
    return tuple(letters), prop


def _runs_over_all(symbol: tm.Term) -> bool:
    match symbol:
        case tm.VectorVariable() | tm.MatrixVariable():
            return True
        case tm.Variable(domain="real", sign=""):
            return True
        case _:
            return False


def holds_for_all(meaning: Interpretation, prop: st.Prop, env: Env) -> bool:
    """Whether a statement that `is_universal` holds.

    Raises:
        NoValue, Undecided: a term of it has no value, or it is not of that degree.
    """
    letters, body = opened(prop)
    match body:
        case st.Relation(_, tm.Scalar() as left, tm.Scalar() as right) if (
            isinstance(prop, st.Minimizer) and prop.unique
        ):
            above = _Quadratic(meaning, letters, env, right - left)
            return above.is_never(-1) and has_no_negative_pivot([*map(list, above.square)], strict=True)
    return _everywhere(meaning, letters, env, body)


def _everywhere(meaning: Interpretation, letters: Letters, env: Env, body: st.Prop) -> bool:
    match body:
        case st.And(args):
            return all(_everywhere(meaning, letters, env, arg) for arg in args)
        case st.Relation("=", tm.Vector() as left, tm.Vector() as right):
            return _stands(_Quadratic(meaning, letters, env, tm.Inner(left - right, left - right)), "=")
        case st.Relation("=", tm.Matrix() as one, tm.Matrix() as other):
            return _stands(_Quadratic(meaning, letters, env, _square(one - other)), "=")
        case st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right):
            pairs, factors = _compared(kind, left, right, frozenset(letters))
            if any(sign(meaning.scalar(factor, env)) < 0 for factor in factors):
                raise Undecided(f"({body}) everywhere is decided where absolute values and norms are taken >= 0 times")
            return all(_stands(_Quadratic(meaning, letters, env, one - other), kind) for one, other in pairs)
        case st.Implies(given, follows):
            with suppress(Undecided):
                if _everywhere(meaning, letters, env, follows):
                    return True
            match given, follows:
                case (
                    st.Relation(premise, tm.Scalar() as a, tm.Scalar() as b),
                    st.Relation(kind, tm.Scalar() as c, tm.Scalar() as d),
                ):
                    ours, theirs = (_Quadratic(meaning, letters, env, term) for term in (a - b, c - d))
                    return _follows(ours, premise, theirs, kind)
    raise Undecided(f"whether ({body}) everywhere is not decided at a point")


def _compared(
    kind: str, left: Any, right: Any, bound: frozenset[Any]
) -> tuple[list[tuple[Any, Any]], tuple[tm.Scalar, ...]]:
    """What to compare in the same way, for two sides: they, or their squares where absolute values or norms stand in them,
    |u| <= r as u <= r and -u <= r; and what must be >= 0 for that."""
    plain = [(left, right)]
    if kind == "!=" or all(_degree(side, bound, None) is not None for side in (left, right)):
        return plain, ()
    one, other = _size(left, bound), _size(right, bound)
    if one is not None and other is not None:
        return [(one[0] ** 2 * one[1], other[0] ** 2 * other[1])], (one[0], other[0])
    match kind, left, right:
        case (("<" | "<="), tm.Elementary("abs", (u,)), _):
            return [(u, right), (-u, right)], ()
        case ((">" | ">="), _, tm.Elementary("abs", (u,))):
            return [(left, u), (left, -u)], ()
    return plain, ()


def _size(side: tm.Term, bound: frozenset[Any]) -> tuple[tm.Scalar, tm.Scalar] | None:
    """c and the square of r, where a side is c * r with r an absolute value, a norm, or 1, and c is free of the letters."""
    match side:
        case tm.Scalar() if not side.free & bound:
            return side, tm.ONE
        case tm.Elementary("abs", (inside,)):
            return tm.ONE, inside**2
        case tm.Elementary("sqrt", (tm.MatrixTrace(tm.MatrixMul(tm.Transpose(left), right)) as square,)) if (
            left == right
        ):
            return tm.ONE, square
        case tm.Norm():
            return tm.ONE, side**2
        case tm.Mul(args):
            moving = [arg for arg in args if arg.free & bound]
            found = _size(moving[0], bound) if len(moving) == 1 else None
            others = tm.Mul((tm.ONE, *(arg for arg in args if arg is not moving[0]))) if moving else tm.ONE
            return None if found is None else (found[0] * others, found[1])
        case tm.Div(top, bottom) if not bottom.free & bound:
            found = _size(top, bound)
            return None if found is None else (found[0] / bottom, found[1])
    return None


class _Quadratic:
    """c + <b, z> + <z, A z>, of the coordinates z of some letters."""

    def __init__(self, meaning: Interpretation, letters: Letters, env: Env, term: tm.Scalar) -> None:
        self.meaning, self.letters, self.env, self.term = meaning, letters, env, term
        degree = _degree(term, frozenset(letters), meaning)
        self.shapes = [_shape(meaning, letter, env) for letter in letters]
        size = sum(rows * columns for rows, columns in self.shapes)
        if degree is None or degree > 2 or size > MOST:
            raise Undecided(f"whether something holds of all values of {term} is decided up to degree 2")
        places = range(size)
        self.constant = self._at({})
        up, down = ([self._at({i: side}) for i in places] for side in (ONE, -ONE))
        self.linear = [(x - y) / 2 for x, y in zip(up, down, strict=True)]
        self.square = [[(up[i] + down[i]) / 2 - self.constant if i == j else ZERO for j in places] for i in places]
        for i in places:
            for j in range(i):
                mixed = (self._at({i: ONE, j: ONE}) - up[i] - up[j] + self.constant) / 2
                self.square[i][j] = self.square[j][i] = mixed

    def _at(self, place: dict[int, Fraction]) -> Fraction:
        values, k = dict(self.env), 0
        for letter, (rows, columns) in zip(self.letters, self.shapes, strict=True):
            numbers = tuple(place.get(k + i, ZERO) for i in range(rows * columns))
            k += len(numbers)
            match letter:
                case tm.VectorVariable():
                    values[letter] = numbers
                case tm.MatrixVariable():
                    lines = range(rows)
                    values[letter] = MatrixValue(tuple(numbers[i * columns : (i + 1) * columns] for i in lines))
                case _:
                    values[letter] = numbers[0]
        found = self.meaning.scalar(self.term, values)
        if not isinstance(found, Fraction):
            raise Undecided(f"{self.term} is not rational at a rational place")
        return found

    def is_affine(self) -> bool:
        """Whether there are no squares."""
        return not any(map(any, self.square))

    def is_constant(self) -> bool:
        """Whether it depends on nothing."""
        return self.is_affine() and not any(self.linear)

    def is_never(self, side: int) -> bool:
        """Whether it never has that sign."""
        rows = [[*(-side * x for x in row), -side * b / 2] for row, b in zip(self.square, self.linear, strict=True)]
        return has_no_negative_pivot([*rows, [*(-side * b / 2 for b in self.linear), -side * self.constant]])


def _shape(meaning: Interpretation, letter: tm.Term, env: Env) -> tuple[int, int]:
    """How many coordinates a letter has, as rows and columns."""
    match letter:
        case tm.VectorVariable():
            return meaning.dimension, 1
        case tm.MatrixVariable(rows=rows, columns=columns):
            return len(meaning.indices(rows, env)), len(meaning.indices(columns, env))
        case _:
            return 1, 1


def _square(matrix: tm.Matrix) -> tm.Scalar:
    """The sum of the squares of the entries."""
    return tm.MatrixTrace(tm.Transpose(matrix) @ matrix)


def _stands(value: _Quadratic, kind: str) -> bool:
    match kind:
        case "=":
            return value.is_constant() and value.constant == 0
        case ">=" | "<=":
            return value.is_never(-1 if kind == ">=" else 1)
        case ">" | "<":
            side = -1 if kind == ">" else 1
            if value.is_constant() or not value.is_never(side):
                return value.constant * side < 0 and value.is_never(side)
    raise Undecided(f"whether {value.term} {kind} 0 everywhere is not decided at a point")


def _follows(premise: _Quadratic, given: str, value: _Quadratic, kind: str) -> bool:
    """Whether an affine inequality follows from another, everywhere."""
    if premise.is_affine() and value.is_affine() and any(premise.linear) and given in ORDERS and kind in ORDERS:
        ours = [-x if given in ("<", "<=") else x for x in (*premise.linear, premise.constant)]
        theirs = [-x if kind in ("<", "<=") else x for x in (*value.linear, value.constant)]
        place = next(i for i, x in enumerate(ours) if x)
        ratio = theirs[place] / ours[place]
        if any(y != ratio * x for x, y in zip(ours[:-1], theirs[:-1], strict=True)) or ratio < 0:
            return False  # it takes every value, or every small one, where the premise holds
        rest = (
            theirs[-1] - ratio * ours[-1]
        )  # the least value, which a strict premise leaves out where the ratio is not 0
        strict = kind in ("<", ">")
        return rest > 0 or (rest == 0 and (not strict or (given in ("<", ">") and ratio > 0)))
    raise Undecided("whether one follows from the other everywhere is decided for affine inequalities alone")


ORDERS = ("<", "<=", ">", ">=")


def _degree(term: tm.Term, bound: frozenset[Any], meaning: Interpretation | None) -> int | None:
    """A bound of the degree in the coordinates of the letters, where functions are affine if nothing is known of them; None where
    there is none."""
    if not term.free & bound:
        return 0

    def among(*parts: tm.Term) -> list[int] | None:
        found = [_degree(part, bound, meaning) for part in parts]
        known = [degree for degree in found if degree is not None]
        return known if len(known) == len(found) else None

    match term:
        case tm.Variable() | tm.VectorVariable() | tm.MatrixVariable():
            return 1
        case tm.Add() | tm.VectorAdd() | tm.MatrixAdd():
            degrees = among(*term.children())
            return None if degrees is None else max(degrees)
        case tm.Neg(arg) | tm.VectorNeg(arg) | tm.Transpose(arg) | tm.MatrixTrace(arg):
            return _degree(arg, bound, meaning)
        case tm.Entry(matrix, row, column) if not (row.free | column.free) & bound:
            return _degree(matrix, bound, meaning)
        case tm.MatrixMul(left, right) | tm.MatrixScale(left, right) | tm.Hadamard(left, right):
            degrees = among(left, right)
            return None if degrees is None else sum(degrees)
        case tm.Mul(args):
            degrees = among(*args)
            return None if degrees is None else sum(degrees)
        case tm.Scale(left, right) | tm.Inner(left, right):
            degrees = among(left, right)
            return None if degrees is None else sum(degrees)
        case tm.Div(top, bottom) | tm.VectorDiv(top, bottom) if not bottom.free & bound:
            return _degree(top, bound, meaning)
        case tm.Pow(tm.Norm(vector), tm.Number(two)) if two == 2:
            inside = _degree(vector, bound, meaning)
            return None if inside is None else 2 * inside
        case tm.Pow(base, tm.Number(two)) if two == 2:
            inside = _degree(base, bound, meaning)
            return None if inside is None else 2 * inside
        case tm.Apply(function, arg):
            inside = _degree(arg, bound, meaning)
            return None if inside is None else inside * (2 if _curved(function, meaning) else 1)
        case tm.GradientAt(function, arg):
            return _degree(arg, bound, meaning) if _curved(function, meaning) else 0
        case _:
            return None


def _curved(function: tm.Function, meaning: Interpretation | None) -> bool:
    return meaning is not None and bool(meaning.look_up(function, meaning.env).curvature)

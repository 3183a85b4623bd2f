"""Definedness: the statements under which a term, or every term of a statement, has a value. Trusted.

A step is proved only when these follow from its hypotheses. What a term needs inside a sum is needed at every index of
the range; what a statement needs behind `implies` is needed only where its premise holds, and a premise needs nothing: where
it has no value it does not hold, as a hypothesis does not. `iff` is two implications, so either side may lack a value
where the other does not hold: sqrt(x) = 3 iff x = 9.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from symproof import statement as st
from symproof import term as tm
from symproof.functions import FUNCTIONS
from symproof.rates import BigO
from symproof.substitution import fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted.calculus import differentiate, gradient_of, smooth
from symproof.trusted.matrix_calculus import matrix_gradient


def definedness(term: tm.Term) -> tuple[st.Prop, ...]:
    """The conditions under which `term`, or a statement, has a value; each once, in the order of reading.

    >>> from symproof import real
    >>> x = real("x")
    >>> definedness(x / x)
    (x != 0,)
    """
    return tuple(dict.fromkeys(_conditions(term)))


@lru_cache(maxsize=8192)
def _conditions(term: tm.Term) -> Sequence[st.Prop]:
    match term:
        case tm.Sum() | tm.Product() | tm.VectorSum():
            found = _conditions_in_range(term.body, (term.index, term.low))
            inside = [_for_each(term.index, prop, term.low, term.high) for prop in found]
            return [*_conditions(term.low), *_conditions(term.high), *inside]
        case tm.CyclicSum(body, letter):
            return [*_conditions(letter.over), *(_for_each(letter, prop) for prop in _conditions(body))]
        case tm.Entry(matrix, row, column):
            return [*_conditions(row), *_conditions(column), *_entry(matrix, row, column)]
        case tm.EntryLaw():
            return [*_conditions(term.rows), *_conditions(term.columns), *_everywhere(term)]
        case tm.Derivative(body, x):
            return [*_conditions(body), *smooth(body, x), *_conditions(differentiate(body, x))]
        case tm.Gradient(body, w):
            return [*_conditions(body), *smooth(body, w), *_conditions(gradient_of(body, w))]
        case tm.MatrixGradient(body, matrix):
            return [*_conditions(body), *smooth(body, matrix), *_conditions(matrix_gradient(body, matrix))]
        case st.And(conjuncts):
            return _one_after_another(conjuncts)
        case st.Implies(left, right):
            return [st.Implies(left, prop) for prop in _conditions(right)]
        case st.Iff(left, right):
            return [*_conditions(st.Implies(left, right)), *_conditions(st.Implies(right, left))]
        case st.Each(symbol, body, low, high) | st.Exists(symbol, body, low, high):
            bounds = [prop for bound in (low, high) if bound is not None for prop in _conditions(bound)]
            found = _conditions_in_range(body, (symbol, low))
            return [*_conditions(symbol), *bounds, *(st.Each(symbol, prop, low, high) for prop in found)]
        case st.Minimizer(point, body, variable):
            at_point = _conditions(substitute(body, {variable: point}))
            return [*_conditions(point), *at_point, *(st.Each(variable, prop) for prop in _conditions(body))]
        case tm.Sequence() | tm.Function() | BigO() | st.SumsTo():  # these ask for values where they are proved
            return []
    return [*(prop for child in term.children() for prop in _conditions(child)), *_own(term)]


EXACT = (tm.Number, tm.Variable, tm.Add, tm.Mul, tm.Neg, tm.Div, tm.Pow, tm.Elementary, tm.Floor, tm.Inner, tm.Norm,
         tm.VectorVariable, tm.ZeroVector, tm.VectorAdd, tm.VectorNeg, tm.Scale, tm.VectorDiv,
         tm.MatrixVariable, tm.Identity, tm.MatrixAdd, tm.MatrixMul, tm.MatrixScale, tm.Transpose, tm.MatrixPower,
         tm.MatrixTrace, tm.Determinant)  # fmt: skip
"""Operations that have a value exactly where all of their parts have one and what `_own` says of them holds."""


def needed(fact: st.Relation) -> tuple[st.Prop, ...]:
    """What follows from it that a relation holds: both of its sides have values there.

    That is how `truth` evaluates: a relation whose sides lack a value neither holds nor fails, and no point where a
    hypothesis does so is one that a claim is asked at. So y/x = 2 gives x != 0, and sqrt(x) >= 1 gives x >= 0. Of a
    relation alone: a part of an implication may lack a value where the implication holds. And of operations in `EXACT`
    alone: `definedness` is enough for a value of the others, and may be more than they need (a derivative).

    >>> from symproof import eq, real
    >>> x, y = real("x"), real("y")
    >>> needed(eq(y / x, 2))
    (x != 0,)
    """
    return tuple(dict.fromkeys((*_needs(fact.left), *_needs(fact.right))))


def _needs(term: tm.Term) -> list[st.Prop]:
    if not isinstance(term, EXACT):
        return []
    inside = [prop for child in term.children() for prop in _needs(child)]
    if isinstance(term, tm.Pow) and not tm.is_integer(term.exponent) and not _is_fraction(term.exponent):
        return inside  # a base > 0 is asked for and need not be there: x**y = 4 holds at x = -2, once 2 is put for y
    return [*inside, *_own(term)]


def _is_fraction(exponent: tm.Scalar) -> bool:
    """Whether an exponent is a number that is no integer."""
    match exponent:
        case tm.Number(value):
            return value.denominator != 1
        case tm.Neg(arg):
            return _is_fraction(arg)
        case tm.Div(tm.Number(top), tm.Number(bottom)) if bottom:
            return (top / bottom).denominator != 1
        case _:
            return False


def _own(term: tm.Term) -> list[st.Prop]:
    """What an operation needs beyond the values of its parts."""
    own: list[st.Prop] = []
    match term:
        case tm.Div(_, bottom) | tm.VectorDiv(_, bottom):
            own.append(st.Relation("!=", bottom, ZERO))
        case tm.Pow(base, exponent):
            own += _power(base, exponent)
        case tm.Elementary(name, args):
            own += (
                [st.Relation(kind, part, ZERO) for part, kind in FUNCTIONS[name].domain(*args)]
                if len(args) == 1
                else []
            )
        case tm.ScalarAt(sequence, index) | tm.VectorAt(sequence, index) if sequence.over is not None:
            tm.residue(index, sequence.over)
        case tm.ScalarAt(sequence, index) | tm.VectorAt(sequence, index):
            index = tm.integer_term(index)  # which it may not be at each index of a sum around it
            own.append(st.Relation(">=", index, tm.Number(Fraction(sequence.start))))
        case tm.Delta(index) if isinstance(index, tm.Scalar):
            tm.integer_term(index)
        case tm.Factorial(arg):
            own.append(st.Relation(">=", arg, ZERO))
        case tm.MatrixPower(matrix, exponent) if not _is_natural_number(exponent):
            tm.integer_term(exponent)  # which it may not be at each index of a sum around it
            invertible = st.Relation("!=", tm.Determinant(matrix), ZERO)
            own.append(
                invertible
                if isinstance(exponent, tm.Number)
                else st.Or((st.Relation(">=", exponent, ZERO), invertible))
            )
        case tm.Cyclic(modulus):
            own.append(st.Relation(">=", modulus, ONE))
    return own


def _conditions_in_range(body: tm.Term, *ranges: tuple[tm.Term, tm.Scalar | None]) -> Sequence[st.Prop]:
    """What a body needs, under indices that run from the lows that stand beside them. An index is an integer of its range,
    whatever its declaration says, so in a range that may hold negative ones the body is read with an integer in its
    place: (-1)**2**k needs a base > 0 at k = -1.

    Raises:
        SortError: an index or a bound in the body is an integer for natural numbers only.
    """
    taken = names_in(body)
    wide = {
        index: fresh(tm.Variable(index.name, "integer"), taken)
        for index, low in ranges
        if isinstance(index, tm.Variable) and index.domain == "natural" and low is not None and not tm.is_natural(low)
    }
    if not wide:
        return _conditions(body)
    narrow = {letter: index for index, letter in wide.items()}
    return [substitute(prop, narrow) for prop in _conditions(substitute(body, wide))]


def _is_natural_number(exponent: tm.Scalar) -> bool:
    return isinstance(exponent, tm.Number) and exponent.value >= 0 and exponent.value.denominator == 1


def _power(base: tm.Scalar, exponent: tm.Scalar) -> list[st.Prop]:
    match exponent:
        case tm.Number(value) if value.denominator == 1:
            return [st.Relation("!=", base, ZERO)] if value < 0 else []
        case _ if tm.is_integer(exponent):
            return [st.Or((st.Relation(">=", exponent, ZERO), st.Relation("!=", base, ZERO)))]
        case _:
            return [st.Relation(">", base, ZERO)]


def _one_after_another(args: tuple[st.Prop, ...]) -> list[st.Prop]:
    """Each conjunct is read where the ones before it hold."""
    found: list[st.Prop] = []
    for k, arg in enumerate(args):
        for prop in _conditions(arg):
            found.append(prop if k == 0 else st.Implies(args[0] if k == 1 else st.And(args[:k]), prop))
    return found


def _entry(matrix: tm.Matrix, row: tm.Scalar | tm.Residue, column: tm.Scalar | tm.Residue) -> list[st.Prop]:
    """What one entry of a matrix needs: its place in range, and what stands there."""
    found: list[st.Prop] = []
    for where, place in zip(matrix.shape, (row, column), strict=True):
        found += _conditions(where)
        tm.index_in(where, place)
        if isinstance(where, tm.Interval):
            found += [st.Relation("<=", where.low, place), st.Relation("<=", place, where.high)]
    match matrix:
        case tm.EntryLaw(row=i, column=j, body=body):
            return [*found, *_conditions(substitute(body, {i: row, j: column}))]
        case tm.Transpose(inside):
            return [*found, *_entry(inside, column, row)]
        case _:
            return [*found, *_conditions(matrix)]


def _everywhere(law: tm.EntryLaw) -> Sequence[st.Prop]:
    """What all entries of an entry law need."""
    places = (law.column, law.columns), (law.row, law.rows)
    lows = ((letter, where.low if isinstance(where, tm.Interval) else None) for letter, where in places)
    found = _conditions_in_range(law.body, *lows)
    for symbol, where in places:
        low, high = (where.low, where.high) if isinstance(where, tm.Interval) else (None, None)
        found = [_for_each(symbol, prop, low, high) for prop in found]
    return found


def _for_each(
    symbol: tm.Variable | tm.ResidueVariable, prop: st.Prop, low: tm.Scalar | None = None, high: tm.Scalar | None = None
) -> st.Prop:
    """`prop` at each index of a range; itself where it does not speak of the index and the index set is not empty."""
    if symbol not in prop.free and isinstance(symbol, tm.ResidueVariable):
        return prop
    return st.Each(symbol, prop, low, high)

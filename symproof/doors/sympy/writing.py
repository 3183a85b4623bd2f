"""To SymPy: a lowering, for SymPy's own work.

SymPy evaluates terms as it builds them, and its letters know less than ours: a natural number >= 3 is positive, a
sequence that starts at 1 has no start. Relations and logic are not evaluated, so they stay statements.
"""

from __future__ import annotations

from typing import Any

import sympy

from symproof import statement as st
from symproof import term as tm
from symproof.doors.sympy.matrices import write_matrix
from symproof.errors import SortError
from symproof.functions import FUNCTIONS
from symproof.substitution import fresh, name_of, rename_bound

RELATIONALS = {
    "=": sympy.Equality,
    "!=": sympy.Unequality,
    "<": sympy.StrictLessThan,
    "<=": sympy.LessThan,
    ">": sympy.StrictGreaterThan,
    ">=": sympy.GreaterThan,
}
NO_NUMBERS = (sympy.nan, sympy.zoo, sympy.oo, -sympy.oo, sympy.I)
MOST_BITS = 100_000
"""Numeric powers with more digits than this are left to stand, not computed."""


class NoCounterpart(SortError, sympy.SympifyError):  # type: ignore[misc]  # SympifyError has no types
    """A term that SymPy cannot express. SymPy's operators take it as "not mine", so ours get their turn."""

    def __init__(self, message: str) -> None:
        Exception.__init__(self, message)
        self.expr, self.base_exc = message, None

    def __str__(self) -> str:
        return str(self.args[0])


def to_sympy(term: tm.Term) -> Any:
    """Ours as SymPy's. Terms are evaluated as SymPy builds them; relations and logic are not.

    Raises:
        NoCounterpart: a vector, a matrix, a residue, a quantifier; or SymPy makes it infinite or complex.

    >>> from symproof import eq, real
    >>> to_sympy(eq(real("x") - 1, 2))
    Eq(x - 1, 2)
    """
    try:
        written = _write(term)
    except RecursionError:
        raise NoCounterpart(f"a {type(term).__name__} is nested too deeply for SymPy; cut it into steps") from None
    if written.has(*NO_NUMBERS):
        raise NoCounterpart(f"{term} becomes {written} in SymPy, which is no real number")
    return written


def symbol_of(variable: tm.Variable) -> Any:
    """The SymPy symbol with the name, the domain and the sign of a letter."""
    facts = {} if variable.domain == "natural" else {variable.domain: True}
    if variable.sign:
        facts[variable.sign] = True
    if variable.domain == "natural":
        least = variable.least or 0
        facts = {"integer": True} | ({} if least < 0 else {"positive" if least else "nonnegative": True})
    return sympy.Symbol(variable.name, **facts)


def base_of(sequence: tm.Sequence) -> Any:
    """The IndexedBase of a sequence.

    Raises:
        NoCounterpart: its members are no numbers, or its index runs modulo n.
    """
    if sequence.over is not None or not isinstance(sequence.item, tm.Variable):
        what = "vectors" if sequence.over is None else "an index modulo n"
        raise NoCounterpart(f"SymPy has no word for the sequence {sequence}: it has no {what}")
    return sympy.IndexedBase(symbol_of(tm.Variable(sequence.name, *sequence.item.fields()[1:])))


def function_of(function: tm.Function) -> Any:
    """The undefined SymPy function with the name of ours, of real values."""
    return sympy.Function(function.name, real=True)


def _write(term: tm.Term) -> Any:
    match term:
        case tm.Number(value):
            return sympy.Rational(value.numerator, value.denominator)
        case tm.Variable():
            return symbol_of(term)
        case tm.Add(args):
            return sympy.Add(*map(_write, args))
        case tm.Mul(args):
            return sympy.Mul(*map(_write, args))
        case tm.Neg(arg):
            return -_write(arg)
        case tm.Div(top, bottom):
            return _write(top) / _write(bottom)
        case tm.Pow(base, exponent):
            return _write_power(_write(base), _write(exponent))
        case tm.Elementary("sigma", (arg,)):
            return 1 / (1 + sympy.exp(-_write(arg)))
        case tm.Elementary(name, ()):
            return getattr(sympy, FUNCTIONS[name].sympy)
        case tm.Elementary(name, args):
            return getattr(sympy, FUNCTIONS[name].sympy)(*map(_write, args))
        case tm.Delta(tm.Add((tm.Scalar() as row, tm.Neg(tm.Scalar() as column)))):
            return sympy.KroneckerDelta(_write(row), _write(column))
        case tm.Delta(tm.Scalar() as index):
            return sympy.KroneckerDelta(_write(index), 0)
        case tm.Floor(arg):
            return sympy.floor(_write(arg))
        case tm.Factorial(arg):
            return sympy.factorial(_write(arg))
        case tm.Binomial(top, bottom):
            return sympy.binomial(_write(top), _write(bottom))
        case tm.ScalarAt(sequence, tm.Scalar() as index):
            return base_of(sequence)[_write(index)]
        case tm.Apply(function, tm.Scalar() as arg):
            return function_of(function)(_write(arg))
        case tm.Derivative(body, variable):
            return sympy.Derivative(_write(body), symbol_of(variable))
        case tm.Sum():
            return sympy.Sum(*_write_over(term))
        case tm.Product():
            return sympy.Product(*_write_over(term))
        case tm.MatrixTrace(matrix):
            return sympy.Trace(_write_matrix(matrix))
        case tm.Determinant(matrix):
            return sympy.Determinant(_write_matrix(matrix))
        case tm.Matrix():
            return _write_matrix(term)
        case st.Relation("=" | "!=" as kind, tm.Matrix() as left, tm.Matrix() as right):
            return RELATIONALS[kind](_write_matrix(left), _write_matrix(right), evaluate=False)
        case st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right):
            return RELATIONALS[kind](_write(left), _write(right), evaluate=False)
        case st.And(args):
            return sympy.And(*map(_write, args), evaluate=False)
        case st.Or(args):
            return sympy.Or(*map(_write, args), evaluate=False)
        case st.Not(arg):
            return sympy.Not(_write(arg), evaluate=False)
        case st.Implies(left, right):
            return sympy.Implies(_write(left), _write(right), evaluate=False)
        case st.Iff(left, right):
            return sympy.Equivalent(_write(left), _write(right), evaluate=False)
        case _:
            raise NoCounterpart(f"SymPy has no word for {term}, a {type(term).__name__}")


def _write_matrix(matrix: tm.Matrix) -> Any:
    written = write_matrix(matrix, _write)
    if written is None:
        raise NoCounterpart(f"SymPy has no word for {matrix}, a {type(matrix).__name__}")
    return written


def _write_power(base: Any, exponent: Any) -> Any:
    if base.is_Rational and exponent.is_Rational:
        size = max(abs(base.p), base.q).bit_length() * abs(exponent)
        if size > MOST_BITS and abs(base) != 1:
            return sympy.Pow(base, exponent, evaluate=False)
    return base**exponent


def _write_over(term: tm.Sum | tm.Product) -> tuple[Any, Any]:
    # SymPy tells letters apart by name and assumptions only, so a bound letter gives way to a free one of its name.
    names = {name_of(symbol) for symbol in term.body.free - {term.index}}
    if term.index.name in names:
        term = rename_bound(term, {term.index: fresh(term.index, names)})
    return _write(term.body), (symbol_of(term.index), _write(term.low), _write(term.high))

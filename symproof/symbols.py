"""Declaring the letters of a claim and the vocabulary that SymPy has no word for.

A name is LaTeX: `positive(r"\\eta")` prints as the Greek letter on a sheet and as `eta` on a terminal.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, cast, overload

from symproof.errors import SortError
from symproof.matrix_symbols import matrix_sum
from symproof.names import name_of_letter, names_of_letters
from symproof.printed import DIGITS, read_digits
from symproof.statement import InfiniteSum
from symproof.term import (
    Cyclic,
    CyclicSum,
    Delta,
    Derivative,
    Elementary,
    Function,
    Gradient,
    GradientAt,
    Inner,
    Interval,
    Matrix,
    MatrixGradient,
    MatrixTrace,
    MatrixVariable,
    Norm,
    Number,
    Product,
    Residue,
    ResidueVariable,
    Scalar,
    ScalarLike,
    Sequence,
    Sum,
    Transpose,
    Variable,
    Vector,
    VectorSum,
    VectorVariable,
    as_letter,
    integer_term,
    matrix_term,
    scalar,
    vector_term,
)

oo = float("inf")
"""The end of a sum that has none."""


def real(name: str) -> Variable:
    """A real number."""
    return Variable(name_of_letter(name))


def reals(names: str) -> tuple[Variable, ...]:
    """Several real numbers, from names separated by spaces or commas."""
    return tuple(map(real, names_of_letters(names)))


def positive(name: str) -> Variable:
    """A real number > 0."""
    return Variable(name_of_letter(name), sign="positive")


def nonnegative(name: str) -> Variable:
    """A real number >= 0."""
    return Variable(name_of_letter(name), sign="nonnegative")


def nonzero(name: str) -> Variable:
    """A real number other than 0."""
    return Variable(name_of_letter(name), sign="nonzero")


def negative(name: str) -> Variable:
    """A real number < 0."""
    return Variable(name_of_letter(name), sign="negative")


def integer(name: str) -> Variable:
    """An integer."""
    return Variable(name_of_letter(name), "integer")


def natural(name: str, *, at_least: int = 0) -> Variable:
    """An integer >= `at_least`, which is 0 unless said otherwise."""
    if not isinstance(at_least, int) or isinstance(at_least, bool):
        raise SortError(
            f"natural({name!r}, at_least={at_least!r}): give an integer; a letter goes into a hypothesis, {name} >= m"
        )
    return Variable(name_of_letter(name), "natural", least=at_least)


def rational(value: str | int | Fraction) -> Number:
    """An exact rational number, from `"0.1"`, `"7.802e24"`, `"1/3"` or a `Fraction`; digits are printed as given.

    >>> rational("0.10"), rational("0.10") == rational("1/10")
    (0.10, True)
    """
    if isinstance(value, float):
        raise SortError(f"{value!r} is a binary float; give the digits as text: rational({str(value)!r})")
    if isinstance(value, str) and DIGITS.fullmatch(value) and not value.startswith("+"):
        return Number(read_digits(value)[0], value)
    try:
        return Number(Fraction(value))
    except (TypeError, ValueError, ZeroDivisionError):
        raise SortError(
            f'{value!r} is no rational number; write rational("0.1"), rational("1/3") or a Fraction'
        ) from None


@overload
def index(name: str) -> Variable: ...
@overload
def index(name: str, *, over: Cyclic) -> ResidueVariable: ...
def index(name: str, *, over: Cyclic | None = None) -> Variable | ResidueVariable:
    """An index: a natural number (in a sum, whatever its range says), or an element of `over = cyclic(n)`."""
    return natural(name) if over is None else ResidueVariable(name_of_letter(name), _cyclic(over))


def vector(name: str) -> VectorVariable:
    """A vector of a real inner product space of any dimension."""
    return VectorVariable(name_of_letter(name))


def vectors(names: str) -> tuple[VectorVariable, ...]:
    """Several vectors, from names separated by spaces or commas."""
    return tuple(map(vector, names_of_letters(names)))


def cyclic(n: ScalarLike) -> Cyclic:
    """The index set Z/n of the integers modulo n; n must be known to be at least 1."""
    size = integer_term(n)
    if isinstance(size, Number) and size.value < 1:
        raise SortError(f"cyclic({n}): the integers modulo n need an n >= 1")
    return Cyclic(size)


def interval(low: ScalarLike, high: ScalarLike) -> Interval:
    """The index set low..high of integers."""
    return Interval(integer_term(low), integer_term(high))


class VectorSequence(Sequence):
    """A sequence of vectors: its members are vectors, which a type checker should know."""

    __slots__ = ()

    def __getitem__(self, place: ScalarLike | Residue) -> Vector:
        raise NotImplementedError  # never made: `sequence` returns a `Sequence`, typed as this


class ScalarSequence(Sequence):
    """A sequence of scalars, likewise."""

    __slots__ = ()

    def __getitem__(self, place: ScalarLike | Residue) -> Scalar:
        raise NotImplementedError


@overload
def sequence(
    name: str, of: Callable[[str], VectorVariable], *, over: Cyclic | None = None, start: int = 0
) -> VectorSequence: ...
@overload
def sequence(
    name: str, of: Callable[[str], Variable] = real, *, over: Cyclic | None = None, start: int = 0
) -> ScalarSequence: ...
def sequence(name: str, of: Callable[[str], Any] = real, *, over: Cyclic | None = None, start: int = 0) -> Any:
    """A sequence of scalars (`of=real`, `positive`, ...) or of vectors (`of=vector`), over the integers from
    `start` on, or over Z/n (`over=cyclic(n)`).

    >>> a = sequence("a", over=cyclic(natural("n", at_least=1)))
    >>> a[index("i", over=a.over) - 1]
    a[i - 1]
    """
    item = of(name_of_letter(name)) if callable(of) else None
    if not isinstance(item, (Variable, VectorVariable)):
        raise SortError(
            f"sequence({name!r}, of={_shown(of)}): its members are of=real, positive, natural, ... or of=vector"
        )
    if not isinstance(start, int):
        raise SortError(f"sequence({name!r}, start={start!r}): a sequence starts at an integer")
    return Sequence(name, item, None if over is None else _cyclic(over), start)


def function(name: str, on: Callable[[str], Any] = vector) -> Function:
    """A real-valued function of a vector (`on=vector`) or of a real number (`on=real`), known by hypotheses only."""
    if on not in (vector, real):
        raise SortError(f"function({name!r}, on={_shown(on)}): a function is on=vector or on=real")
    return Function(name_of_letter(name), "vector" if on is vector else "real")


def grad(f: Function) -> Callable[[object], Vector]:
    """The gradient of a function that is known by hypotheses only: `grad(f)(x)`."""
    if not isinstance(f, Function):
        raise SortError(f'{f} is no function; declare one with function("f"), or write gradient(term, x)')
    if f.on != "vector":
        raise SortError(f"{f.name} is a function on reals; its gradient would be a derivative")
    return lambda point: GradientAt(f, vector_term(point))


def inner(left: object, right: object) -> Scalar:
    """The inner product of two vectors, or of two matrices of one shape (columns among them): `tr(A.T @ B)`."""
    if isinstance(left, Matrix) or isinstance(right, Matrix):
        return MatrixTrace(Transpose(matrix_term(left)) @ matrix_term(right))
    return Inner(vector_term(left), vector_term(right))


def norm(value: object) -> Scalar:
    """The norm of a vector; of a matrix, a column among them, Frobenius's: sqrt(tr(A.T @ A))."""
    if isinstance(value, Matrix):
        return Elementary("sqrt", (inner(value, value),))
    return Norm(vector_term(value))


@overload
def gradient(body: object, variable: VectorVariable) -> Vector: ...
@overload
def gradient(body: object, variable: Matrix) -> Matrix: ...
def gradient(body: object, variable: VectorVariable | Matrix) -> Vector | Matrix:
    """The gradient of a term in a vector variable, at that variable; or in a matrix letter, a column among them: the
    matrix of that shape with d/dX[i, j] at (i, j) (the denominator layout; the numerator layout is its transpose)."""
    if isinstance(variable, Matrix):
        return MatrixGradient(scalar(body), cast("MatrixVariable", variable))  # which refuses what is no letter
    return Gradient(scalar(body), variable)


def derivative(body: object, variable: ScalarLike) -> Scalar:
    """The derivative of a term in a real variable, at that variable."""
    return Derivative(scalar(body), _letter(variable))


def delta(place: object) -> Scalar:
    """Kronecker's delta: 1 where an index is zero. Of a residue, zero modulo n; of an integer, zero itself."""
    return Delta(place if isinstance(place, Residue) else integer_term(place))


@overload
def total(body: Vector, over: Variable, low: ScalarLike, high: ScalarLike) -> Vector: ...
@overload
def total(body: Matrix, over: Variable, low: ScalarLike, high: ScalarLike) -> Matrix: ...
@overload
def total(body: ScalarLike, over: Variable, low: ScalarLike, high: float) -> InfiniteSum: ...
@overload
def total(body: ScalarLike, over: Variable, low: ScalarLike, high: ScalarLike) -> Scalar: ...
@overload
def total(body: ScalarLike, over: ResidueVariable) -> Scalar: ...
def total(body: Any, over: Any, low: Any = None, high: Any = None) -> Scalar | Vector | Matrix | InfiniteSum:
    """The sum of `body` for the index `over` from `low` to `high` (empty when high < low), or over all of Z/n. With
    `high=oo` it has no end, and stands on one side of an equation: that it converges is part of what is claimed.

    >>> t, T = index("t"), natural("T")
    >>> total(t**2, t, 1, T)
    sum(t**2, t, 1, T)
    """
    if isinstance(over, ResidueVariable):
        if low is not None or high is not None:
            raise SortError(
                f"{over} runs over all of Z/{over.over.modulus}; a sum over it takes no bounds {low}..{high}"
            )
        return CyclicSum(scalar(body), over)
    over = _letter(over)
    if low is None or high is None:
        raise SortError(f"the sum over {over} needs its range: total(body, {over}, low, high)")
    if isinstance(high, float) and high == oo:
        return InfiniteSum(scalar(body), over, integer_term(low))
    bounds = integer_term(low), integer_term(high)
    if isinstance(body, Matrix):
        return matrix_sum(body, over, *bounds)
    if isinstance(body, Vector):
        return VectorSum(body, over, *bounds)
    return Sum(scalar(body), over, *bounds)


def product(body: ScalarLike, over: Variable, low: ScalarLike, high: ScalarLike) -> Scalar:
    """The product of `body` for the index `over` from `low` to `high`; 1 when high < low."""
    return Product(scalar(body), _letter(over), integer_term(low), integer_term(high))


def _letter(value: object) -> Variable:
    letter = as_letter(value)
    if isinstance(letter, Variable):
        return letter
    raise SortError(f"{value!r} is no letter; declare it with index(name) for a range, real(name) for a derivative")


def _cyclic(over: object) -> Cyclic:
    if not isinstance(over, Cyclic):
        raise SortError(f"over={over} is no index set; write over=cyclic({over})")
    return over


def _shown(value: object) -> str:
    return str(getattr(value, "__name__", None) or repr(value))

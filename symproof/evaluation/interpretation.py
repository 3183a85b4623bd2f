"""The value of every term at a point, by structure: the trusted evaluator.

One case for each constructor of terms. Where a term has no value the evaluator raises `NoValue`; where it
cannot tell it raises `Undecided`; it never guesses, and it never takes a limit. Gradients and derivatives are
evaluated forward, with dual numbers, so that nothing is shared with the symbolic rules that they test.

Limits: `TERMS` terms in a sum, `STEPS` operations in all, numbers of `exact.BITS` bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.evaluation import exact_matrices as em
from symproof.evaluation.exact import (
    ONE,
    ZERO,
    Dual,
    Number,
    Row,
    binomial,
    checked,
    divide,
    elementary,
    factorial,
    floor,
    power,
    sign,
)
from symproof.evaluation.novalue import NoValue, OutOfDomain, Undecided
from symproof.point import MatrixValue, Point, QuadraticFunction, SequenceValue

TERMS = 10_000
STEPS = 200_000
Env = Mapping[tm.Term, Any]


@dataclass(frozen=True, slots=True)
class Definition:
    """A hypothesis that defines the members `first`..`last` of a sequence (`last` None: all from `first` on): the
    member at `index + offset` is `body`."""

    index: tm.Variable
    offset: int
    body: tm.Scalar | tm.Vector
    first: int
    last: int | None


class Interpretation:
    """A point, read as the meaning of letters. `env` holds their values, `definitions` the sequences that are given by
    a recurrence (shown elsewhere to be well-founded)."""

    def __init__(self, point: Point, definitions: Mapping[tm.Sequence, Definition] | None = None) -> None:
        if type(point.dimension) is not int or point.dimension < 1:
            raise Undecided(f"the dimension {point.dimension!r} is no integer >= 1")
        self.dimension = point.dimension
        self.definitions = definitions or {}
        self.computed: dict[tm.Sequence, dict[int, Any]] = {}
        self.steps = 0
        self.depth = 0
        self.env: Env = {symbol: self._read(symbol, value) for symbol, value in point.values.items()}

    # Reading the point ----------------------------------------------------------------------------

    def _read(self, symbol: tm.Term, value: Any) -> Any:
        """The value of a symbol, of the type that its kind asks for."""
        match symbol:
            case tm.Variable():
                return _exact(symbol, value)
            case tm.VectorVariable():
                return self._coordinates(symbol, value, self.dimension)
            case tm.ResidueVariable() if type(value) is int:
                return value
            case tm.Sequence(item=item) if isinstance(value, SequenceValue):
                members = {place: self._read(item, member) for place, member in value.table.items()}
                if all(type(place) is int for place in members):
                    return SequenceValue(members, self._read(item, value.tail))
            case tm.Function(on=on) if isinstance(value, QuadraticFunction):
                size = self.dimension if on == "vector" else 1
                return QuadraticFunction(
                    _exact(symbol, value.constant),
                    self._coordinates(symbol, value.linear, size),
                    _exact(symbol, value.curvature),
                )
            case tm.MatrixVariable() if isinstance(value, MatrixValue):
                return MatrixValue(tuple(self._coordinates(symbol, row, len(row)) for row in value.rows))
        raise Undecided(f"{symbol} is {st.describe(symbol)} and cannot have the value {value!r}")

    def _coordinates(self, symbol: tm.Term, value: Any, size: int) -> tuple[Fraction, ...]:
        if not isinstance(value, tuple) or len(value) != size:
            raise Undecided(f"{symbol} needs {size} coordinates and has the value {value!r}")
        return tuple(_exact(symbol, coordinate) for coordinate in value)

    def look_up(self, symbol: tm.Term, env: Env) -> Any:
        """The value of a letter."""
        try:
            return env[symbol]
        except KeyError:
            raise Undecided(f"the point gives no value to {symbol}") from None

    def _count(self) -> None:
        self.steps += 1
        if self.steps > STEPS:
            raise Undecided(f"the evaluation takes more than {STEPS} steps")

    # Scalars --------------------------------------------------------------------------------------

    def scalar(self, term: tm.Scalar, env: Env) -> Number:
        """The value of a scalar term."""
        self._count()
        try:
            return self._scalar(term, env)
        except OutOfDomain as problem:
            raise NoValue(term, str(problem)) from None

    def _scalar(self, term: tm.Scalar, env: Env) -> Number:
        result: Number
        match term:
            case tm.Number(value):
                return _exact(term, value)
            case tm.Variable():
                return self.look_up(term, env)  # type: ignore[no-any-return]  # a number, by _read
            case tm.Add(args):
                result = self.scalar(args[0], env)
                for arg in args[1:]:
                    result = result + self.scalar(arg, env)
                return checked(result)
            case tm.Mul(args):
                result = self.scalar(args[0], env)
                for arg in args[1:]:
                    result = checked(result * self.scalar(arg, env))
                return result
            case tm.Neg(arg):
                return -self.scalar(arg, env)
            case tm.Div(top, bottom):
                return checked(divide(self.scalar(top, env), self.scalar(bottom, env)))
            case tm.Pow(base, exponent):
                raised = self.scalar(exponent, env)
                if not tm.is_integer(exponent) and sign(self.scalar(base, env)) <= 0:
                    raise OutOfDomain("the base is not positive and the exponent is not declared an integer")
                return checked(self._power(base, raised, env))
            case tm.ScalarAt(sequence, index):
                return self.member(sequence, self._place(sequence, index, env), term)  # type: ignore[no-any-return]
            case tm.Inner(left, right):
                return em.dot(self.vector(left, env), self.vector(right, env))
            case tm.Norm(vector):
                row = self.vector(vector, env)
                return elementary("sqrt", (em.dot(row, row),))
            case tm.Elementary(name, args):
                return elementary(name, tuple([self.scalar(arg, env) for arg in args]))
            case tm.Sum(body, index, low, high):
                result = ZERO
                for k in self.places(term, low, high, env):
                    result = checked(result + self.scalar(body, {**env, index: Fraction(k)}))
                return result
            case tm.Product(body, index, low, high):
                result = ONE
                for k in self.places(term, low, high, env):
                    result = checked(result * self.scalar(body, {**env, index: Fraction(k)}))
                return result
            case tm.CyclicSum(body, residue):
                result = ZERO
                for k in self.indices(residue.over, env):
                    result = checked(result + self.scalar(body, {**env, residue: k}))
                return result
            case tm.Factorial(arg):
                return factorial(self.integer(arg, env))
            case tm.Binomial(top, bottom):
                return binomial(self.scalar(top, env), self.integer(bottom, env))
            case tm.Floor(arg):
                return floor(self.scalar(arg, env))
            case tm.Delta(index):
                place = self.residue(index, env) if isinstance(index, tm.Residue) else self.integer(index, env)
                return ONE if place == 0 else ZERO
            case tm.Entry(matrix, row_index, column_index):
                rows, columns = matrix.shape
                i = self._index(term, row_index, rows, env)
                return self.entry(matrix, i, self._index(term, column_index, columns, env), env)
            case tm.MatrixTrace(matrix):
                return em.trace_of(self.entries(matrix, env))
            case tm.Determinant(matrix):
                return em.determinant_of(self.entries(matrix, env))
            case tm.Apply(function, arg):
                row = self.vector(arg, env) if isinstance(arg, tm.Vector) else (self.scalar(arg, env),)
                f: QuadraticFunction = self.look_up(function, self.env)
                return checked(f.constant + em.dot(f.linear, row) + f.curvature / 2 * em.dot(row, row))
            case tm.Derivative(body, variable):
                if variable.domain not in ("real", "rational"):
                    raise Undecided(f"{variable} is declared {variable.domain}; no derivative in it is evaluated")
                return self._slopes(body, variable, (self.scalar(variable, env),), env)[0]
            case _:
                raise Undecided(f"no rule evaluates {type(term).__name__}; add its case to interpretation.py")

    def _power(self, base: tm.Scalar, exponent: Number, env: Env) -> Number:
        """A power; the square of a norm or of a root is found without the root, which may be irrational."""
        if isinstance(exponent, Fraction) and exponent.denominator == 1 and exponent.numerator % 2 == 0:
            match base:
                case tm.Norm(vector):
                    row = self.vector(vector, env)
                    return power(em.dot(row, row), exponent / 2)
                case tm.Elementary("sqrt", (arg,)):
                    square = self.scalar(arg, env)
                    if isinstance(square, Fraction) and square >= 0:
                        return power(square, exponent / 2)
        return power(self.scalar(base, env), exponent)

    def _slopes(self, body: tm.Scalar, variable: tm.Term, at: Row, env: Env, lines: int = 0) -> Row:
        """The partial derivatives of `body` in the coordinates of `variable`, a matrix of so many lines, by dual numbers."""
        self.depth += 1
        level = self.depth
        try:
            duals = tuple(
                Dual(x, tuple(ONE if i == j else ZERO for j in range(len(at))), level) for i, x in enumerate(at)
            )
            value: Any = duals if isinstance(variable, tm.VectorVariable) else duals[0] if duals else ()
            if isinstance(variable, tm.MatrixVariable):
                width = len(at) // max(lines, 1)
                value = MatrixValue(tuple(duals[k * width : (k + 1) * width] for k in range(lines)))  # type: ignore[misc]
            result = self.scalar(body, {**env, variable: value})
        finally:
            self.depth -= 1
        return result.slopes if isinstance(result, Dual) and result.level == level else (ZERO,) * len(at)

    def _matrix_slopes(self, body: tm.Scalar, variable: tm.MatrixVariable, at: em.Table, env: Env) -> em.Table:
        """The partial derivatives in the entries of a matrix letter."""
        width = len(at[0]) if at else 0
        slopes = self._slopes(body, variable, tuple(x for line in at for x in line), env, len(at))
        return tuple(slopes[k * width : (k + 1) * width] for k in range(len(at)))

    def integer(self, term: tm.Scalar, env: Env) -> int:
        """The value of a scalar term that stands where an integer must."""
        number = self.scalar(term, env)
        if not isinstance(number, Fraction):
            raise Undecided(f"{term} stands for an integer and is not known to be one")
        if number.denominator != 1:
            raise NoValue(term, f"it stands for an integer and is {number}")
        return number.numerator

    def places(self, term: tm.Term, low: tm.Scalar, high: tm.Scalar, env: Env) -> range:
        """The integers from `low` to `high`, over which `term` runs; undecided where they are more than `TERMS`."""
        first, last = self.integer(low, env), self.integer(high, env)
        if last - first >= TERMS:
            raise Undecided(f"{term} runs over {first}..{last}, more than the {TERMS} integers that are tried")
        return range(first, last + 1)

    # Vectors --------------------------------------------------------------------------------------

    def vector(self, term: tm.Vector, env: Env) -> Row:
        """The coordinates of a vector term."""
        self._count()
        match term:
            case tm.VectorVariable():
                return self.look_up(term, env)  # type: ignore[no-any-return]  # coordinates, by _read
            case tm.ZeroVector():
                return (ZERO,) * self.dimension
            case tm.VectorAdd(args):
                rows = [self.vector(arg, env) for arg in args]
                return tuple([checked(sum(column, ZERO)) for column in zip(*rows, strict=True)])
            case tm.VectorNeg(arg):
                return tuple([-x for x in self.vector(arg, env)])
            case tm.Scale(factor, vector):
                c = self.scalar(factor, env)
                return tuple([checked(c * x) for x in self.vector(vector, env)])
            case tm.VectorDiv(vector, bottom):
                row, divisor = self.vector(vector, env), self.scalar(bottom, env)
                try:
                    return tuple([checked(divide(x, divisor)) for x in row])
                except OutOfDomain as problem:
                    raise NoValue(term, str(problem)) from None
            case tm.VectorAt(sequence, index):
                return self.member(sequence, self._place(sequence, index, env), term)  # type: ignore[no-any-return]
            case tm.GradientAt(function, arg):
                f: QuadraticFunction = self.look_up(function, self.env)
                row = self.vector(arg, env)
                return tuple([checked(g + f.curvature * x) for g, x in zip(f.linear, row, strict=True)])
            case tm.Gradient(body, variable):
                return self._slopes(body, variable, self.vector(variable, env), env)
            case tm.VectorSum(body, index, low, high):
                total: Row = (ZERO,) * self.dimension
                for k in self.places(term, low, high, env):
                    row = self.vector(body, {**env, index: Fraction(k)})
                    total = tuple([checked(x + y) for x, y in zip(total, row, strict=True)])
                return total
            case _:
                raise Undecided(f"no rule evaluates {type(term).__name__}; add its case to interpretation.py")

    # Sequences ------------------------------------------------------------------------------------

    def _place(self, sequence: tm.Sequence, index: tm.Scalar | tm.Residue, env: Env) -> int:
        """The integer at which a member of `sequence` is asked for."""
        if isinstance(index, tm.Scalar) and sequence.over is None:
            return self.integer(index, env)
        if isinstance(index, tm.Residue) and index.over == sequence.over:
            return self.residue(index, env)
        raise Undecided(f"{index} is no index of {sequence}")

    def member(self, sequence: tm.Sequence, place: int, term: tm.Term) -> Any:
        """The member of a sequence at an integer; `term` is what a message names."""
        value: SequenceValue = self.look_up(sequence, self.env)
        if sequence.over is None and place < sequence.start:
            raise NoValue(term, f"{sequence}[{place}] lies before the start {sequence.start}")
        rule = self.definitions.get(sequence)
        if rule is None or place < rule.first or (rule.last is not None and place > rule.last):
            return value.table.get(place, value.tail)
        known = self.computed.setdefault(sequence, {})
        if place - rule.first >= TERMS:
            raise Undecided(f"{sequence}[{place}] is more than {TERMS} steps of its recurrence away")
        # From the bottom up, so that a long recurrence is no deep recursion. Always in the point's own values: a
        # recurrence is a hypothesis about the point, not about a letter that a sum or a derivative has bound.
        for k in range(rule.first + len(known), place + 1):
            env = {**self.env, rule.index: Fraction(k - rule.offset)}
            body = rule.body
            known[k] = self.scalar(body, env) if isinstance(body, tm.Scalar) else self.vector(body, env)
        return known[place]

    # Residues and matrices ------------------------------------------------------------------------

    def modulus(self, where: tm.Cyclic, env: Env) -> int:
        """The n of Z/n."""
        n = self.integer(where.modulus, env)
        if n < 1:
            raise NoValue(where, f"Z/n needs n >= 1 and n is {n}")
        return n

    def residue(self, term: tm.Residue, env: Env) -> int:
        """The value of a residue term, in 0..n-1."""
        return self._representative(term, env) % self.modulus(term.over, env)

    def _representative(self, term: tm.Residue, env: Env) -> int:
        match term:
            case tm.ResidueNumber(value):
                return value
            case tm.ResidueVariable():
                return self.look_up(term, env)  # type: ignore[no-any-return]  # an integer, by _read
            case tm.ResidueNeg(arg):
                return -self._representative(arg, env)
            case tm.ResidueAdd(args):
                return sum(self._representative(arg, env) for arg in args)
            case _:
                raise Undecided(f"no rule evaluates {type(term).__name__}; add its case to interpretation.py")

    def indices(self, where: tm.Cyclic | tm.Interval, env: Env) -> range:
        """The integers of an index set; 0..n-1 for Z/n."""
        if isinstance(where, tm.Interval):
            return self.places(where, where.low, where.high, env)
        n = self.modulus(where, env)
        if n > TERMS:
            raise Undecided(f"{where} has {n} elements, more than the {TERMS} that are tried")
        return range(n)

    def _index(self, term: tm.Term, index: tm.Scalar | tm.Residue, where: tm.Cyclic | tm.Interval, env: Env) -> int:
        """An index of a matrix, as an integer of its index set."""
        if isinstance(index, tm.Residue) and index.over == where:
            return self.residue(index, env)
        if isinstance(where, tm.Cyclic) or isinstance(index, tm.Residue):
            raise Undecided(f"{index} is no index of {where}")
        k, places = self.integer(index, env), self.indices(where, env)
        if k not in places:
            raise NoValue(term, f"the index {k} is outside of {where}")
        return k

    def entry(self, matrix: tm.Matrix, row: int, column: int, env: Env) -> Number:
        """The entry of a matrix at integers of its index sets; of a product or a sum, all of it must have values."""
        match matrix:
            case tm.EntryLaw(row=i, column=j, body=body):
                return self.scalar(body, {**env, i: _as(i, row), j: _as(j, column)})
            case tm.Transpose(inside):
                return self.entry(inside, column, row, env)
            case _:
                rows, columns = (self.indices(where, env) for where in matrix.shape)
                return self.entries(matrix, env)[row - rows.start][column - columns.start]

    def entries(self, matrix: tm.Matrix, env: Env) -> tuple[Row, ...]:
        """All entries of a matrix, row by row."""
        rows, columns = (self.indices(where, env) for where in matrix.shape)
        if len(rows) * len(columns) > TERMS:
            raise Undecided(f"{matrix} has {len(rows)} x {len(columns)} entries, more than {TERMS}")
        match matrix:
            case tm.MatrixVariable():
                value: MatrixValue = self.look_up(matrix, env)
                if len(value.rows) != len(rows) or any(len(line) != len(columns) for line in value.rows):
                    raise Undecided(f"{matrix} has {len(rows)} rows of {len(columns)}, unlike its value {value.rows}")
                return value.rows
            case tm.EntryLaw():
                return tuple(tuple([self.entry(matrix, i, j, env) for j in columns]) for i in rows)
            case tm.MatrixMul(left, right):
                return em.product_of(self.entries(left, env), self.entries(right, env), len(columns))
            case tm.MatrixAdd(left, right):
                pairs = zip(self.entries(left, env), self.entries(right, env), strict=True)
                return tuple(tuple([checked(x + y) for x, y in zip(*pair, strict=True)]) for pair in pairs)
            case tm.MatrixScale(factor, inside):
                c, lines = self.scalar(factor, env), self.entries(inside, env)
                return tuple(tuple([checked(c * x) for x in line]) for line in lines)
            case tm.Transpose(inside):
                lines = self.entries(inside, env)
                return tuple(zip(*lines, strict=True)) if lines else ((),) * len(rows)
            case tm.Identity():
                return em.identity_of(len(rows))
            case tm.MatrixPower(inside, exponent):
                return em.power_of(matrix, self.entries(inside, env), self.integer(exponent, env))
            case tm.Hadamard() | tm.Kronecker() | tm.Vec() | tm.Above() | tm.Beside() | tm.Adjugate():
                parts = [self.entries(part, env) for part in matrix.children() if isinstance(part, tm.Matrix)]
                return em.made_of(matrix, parts, len(rows))
            case tm.MatrixGradient(body, variable):
                return self._matrix_slopes(body, variable, self.entries(variable, env), env)
            case _:
                raise Undecided(f"no rule evaluates {type(matrix).__name__}; add its case to interpretation.py")


def _as(letter: tm.Variable | tm.ResidueVariable, place: int) -> Fraction | int:
    return place if isinstance(letter, tm.ResidueVariable) else Fraction(place)


def _exact(symbol: tm.Term, value: object) -> Fraction:
    if type(value) is Fraction:
        return value
    if type(value) is int:
        return Fraction(value)
    raise Undecided(f"{symbol} is given {value!r}, which is no exact number")

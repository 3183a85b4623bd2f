"""From terms to normal forms: quotients of polynomials whose generators are atoms, combinations of vector atoms.

Terms with one normal form are equal wherever both have a value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any

from .atoms import ONE, Linear
from .build import substitute
from .calculus import differentiate, gradient
from .counting import MOST, lifted
from .matrices import Matrices
from .matrix_calculus import matrix_gradient
from .polynomial import NotNormal
from .rational import (
    Quotient,
    add,
    as_constant,
    constant,
    multiply,
    negative,
    power,
    scale,
    single,
    subtract,
    total,
)
from .terms import SINGLE, Node, free, is_integer, minus, number, over, shape, sort
from .words import Form


class Normal(Matrices):
    """Normal forms over one growing table of atoms. `sign` says what the hypotheses say of a scalar, `stands` whether they
    say that a normal form is != 0, or >= 0."""

    def __init__(
        self,
        sign: Callable[[Node], int],
        lowest: Callable[[Node], int | None],
        stands: Callable[[str, Quotient], bool],
        peels: bool = False,
    ) -> None:
        super().__init__()
        self.sign, self.lowest, self.stands, self.peels = sign, lowest, stands, peels
        self.scope: dict[Node, Quotient] = {}
        self.known: dict[Node, Any] = {}

    # From terms -----------------------------------------------------------------------------------

    def rewrite(self, left: Node, right: Node) -> bool:
        """From now on write `right` for `left`, which must be a single atom."""
        if sort(left) == sort(right) == "vector":
            vector, target = self.vector(left), self.vector(right)
            if len(vector) != 1 or as_constant(next(iter(vector.values()))) != 1:
                return False
            self.vector_rules[next(iter(vector))] = target
        elif sort(left) == sort(right) == "scalar":
            atom, value = single(self.scalar(left)), self.scalar(right)
            if atom is None:
                return False
            self.rules[atom] = value
        elif sort(left) == sort(right) == "matrix":
            if not self.rewrite_matrix(self.matrix(left), self.matrix(right)):
                return False
        else:
            return False
        self.known.clear()
        return True

    def difference(self, left: Node, right: Node) -> Quotient:
        """The normal form of left - right."""
        return self.reduce(subtract(self.scalar(left), self.scalar(right)))

    def vector_difference(self, left: Node, right: Node) -> Linear:
        """The normal form of left - right."""
        return self.combined([(ONE, self.vector(left)), (constant(-1), self.vector(right))])

    def matrix_gap(self, left: Node, right: Node) -> Form:
        """The normal form of left - right."""
        return self.matrix_difference(self.matrix(left), self.matrix(right))

    def scalar(self, term: Node) -> Quotient:
        """The normal form of a scalar."""
        bound = bool(self.scope) and not free(term).isdisjoint(self.scope)
        if not bound and term in self.known:
            return self.known[term]  # type: ignore[no-any-return]
        value = self.reduce(self._scalar(term))
        if not bound:
            self.known[term] = value
        return value

    def _scalar(self, term: Node) -> Quotient:
        match term:
            case ("Number", value):
                return constant(value)
            case ("Variable", *_):
                return self.scope[term] if term in self.scope else self.atom(("letter", term))
            case ("Add", args):
                return total(map(self.scalar, args))
            case ("Neg", arg):
                return negative(self.scalar(arg))
            case ("Mul", args):
                return self._product(map(self.scalar, args))
            case ("Div", top, bottom):
                return multiply(self.scalar(top), self.inverse(self.scalar(bottom)))
            case ("Pow", ("Norm", vector), exponent) if exponent == number(2):
                value = self.vector(vector)
                return self.inner(value, value)
            case ("Pow", base, exponent):
                if not is_integer(exponent):
                    return self.real_exponent(self.scalar(base), self.scalar(exponent), self._sign(base) == 2)
                raised = self.scalar(exponent)
                return self.integer_exponent(self.scalar(base), raised, self._is_beyond(exponent, raised))
            case ("Factorial", arg):
                return self._factorial(arg)
            case ("Binomial", top, bottom):
                return self._binomial(top, bottom)
            case ("Floor", arg):
                return self.floor(self.scalar(arg))
            case ("Elementary", name, args):
                return self._elementary(name, args)
            case ("Inner", left, right):
                return self.inner(self.vector(left), self.vector(right))
            case ("Norm", vector):
                return self._norm(vector)
            case ("Delta", index):
                modulus = self.scalar(over(index)[1]) if sort(index) == "residue" else None
                return self.delta(self.index(index), modulus)
            case ("ScalarAt", sequence, index):
                place = self.index(index)
                return self.atom(("at", sequence, place.key()), (place,))
            case ("Entry", ("EntryLaw", _, _, _, i, j, body), row, column) if not self.scope:
                return self.scalar(substitute(body, {i: row, j: column}))
            case ("Entry", matrix, row, column):
                return self.entry(matrix, self.index(row), self.index(column))
            case ("MatrixTrace", matrix) if shape(matrix)[0] == SINGLE and not free(matrix).isdisjoint(self.scope):
                return self.entry(matrix, ONE, ONE)
            case ("MatrixTrace", matrix):
                return self.trace(self.matrix(matrix))
            case ("Determinant", matrix):
                return self.determinant_of_term(matrix, self.matrix)
            case ("Apply", function, arg):
                return self.apply(function, self.vector(arg) if sort(arg) == "vector" else self.scalar(arg))
            case ("Derivative", body, x):
                return self.scalar(differentiate(body, x))
            case ("Sum" | "Product", body, index, low, high):
                letter, place = self.placeholder(True)
                start = self.scalar(low)
                self.tops[letter] = length = subtract(self.scalar(high), start)
                empty = (as_constant(length) or 0) < 0  # and its terms have no say
                inside = place if empty else self._under({index: add(place, start)}, lambda: self.scalar(body))
                close = self.sum_over if term[0] == "Sum" else self.product_over
                return close(inside, letter, length)
            case ("CyclicSum", body, index):
                letter, place = self.placeholder(False)
                inside = self._under({index: place}, lambda: self.scalar(body))
                return self.cyclic_sum(inside, letter, self.scalar(index[2][1]))
        raise NotNormal(f"not covered: {term[0]}")

    def _product(self, values: Iterable[Quotient]) -> Quotient:
        result = ONE
        for value in values:
            result = multiply(result, value)
        return result

    def _under(self, bindings: Mapping[Node, Quotient], read: Callable[[], Any]) -> Any:
        outer = self.scope
        self.scope = {**outer, **bindings}
        try:
            return read()
        finally:
            self.scope = outer

    def index(self, term: Node) -> Quotient:
        """The normal form of an index; a residue's is that of an integer that represents it."""
        match term:
            case ("ResidueNumber", value, _):
                return constant(value)
            case ("ResidueVariable", *_):
                return self.scope[term] if term in self.scope else self.atom(("letter", term))
            case ("ResidueAdd", args):
                return total(map(self.index, args))
            case ("ResidueNeg", arg):
                return negative(self.index(arg))
        return self.scalar(term)

    def vector(self, term: Node) -> Linear:
        """The normal form of a vector."""
        bound = bool(self.scope) and not free(term).isdisjoint(self.scope)
        if not bound and term in self.known:
            return self.known[term]  # type: ignore[no-any-return]
        value = self._vector(term)
        if not bound:
            self.known[term] = value
        return value

    def _vector(self, term: Node) -> Linear:
        match term:
            case ("ZeroVector",):
                return {}
            case ("VectorVariable", _):
                return self.vector_atom(("letter", term))
            case ("VectorAdd", args):
                return self.combined((ONE, self.vector(arg)) for arg in args)
            case ("VectorNeg", arg):
                return self.combined([(constant(-1), self.vector(arg))])
            case ("Scale", factor, vector):
                return self.combined([(self.scalar(factor), self.vector(vector))])
            case ("VectorDiv", vector, bottom):
                return self.combined([(self.inverse(self.scalar(bottom)), self.vector(vector))])
            case ("VectorAt", sequence, index):
                place = self.index(index)
                return self.vector_atom(("at", sequence, place.key()), (place,))
            case ("GradientAt", function, arg):
                inside = self.vector(arg)
                return self.vector_atom(("gradient", function, self.vector_key(inside)), (inside,))
            case ("Gradient", body, w):
                return self.vector(gradient(body, w))
            case ("VectorSum", body, index, low, high):
                letter, place = self.placeholder(True)
                start = self.scalar(low)
                self.tops[letter] = length = subtract(self.scalar(high), start)
                bound = self._under({index: add(place, start)}, lambda: self.vector(body))
                return self.vector_sum(bound, letter, length)
        raise NotNormal(f"not covered: {term[0]}")

    def matrix(self, term: Node) -> Form:
        """The normal form of a matrix."""
        bound = bool(self.scope) and not free(term).isdisjoint(self.scope)
        if not bound and term in self.known:
            return self.known[term]  # type: ignore[no-any-return]
        value = self._matrix(term, bound)
        if not bound:
            self.known[term] = value
        return value

    def _matrix(self, term: Node, bound: bool) -> Form:
        match term:
            case ("MatrixAdd", left, right):
                parts = [(ONE, self.matrix(left).words), (ONE, self.matrix(right).words)]
                return self.combination(*shape(term), parts)
            case ("MatrixScale", factor, inside):
                return self.combination(*shape(term), [(self.scalar(factor), self.matrix(inside).words)])
            case ("MatrixMul", left, right):
                return self.matrix_product(self.matrix(left), self.matrix(right))
            case ("Transpose", inside):
                return self.transposed(self.matrix(inside))
            case ("MatrixPower", inside, exponent):
                return self.matrix_power(self.matrix(inside), self.scalar(exponent))
            case ("Hadamard", left, right):
                return self.hadamard(self.matrix(left), self.matrix(right))
            case ("Kronecker", left, right):
                return self.kronecker(self.matrix(left), self.matrix(right))
            case ("Vec", inside):
                return self.vec(self.matrix(inside))
            case ("Above" | "Beside", parts):
                return self.stacked(term[0] == "Above", [self.matrix(part) for part in parts], *shape(term))
            case ("Adjugate", inside):
                return self.adjugate(self.matrix(inside))
            case ("MatrixGradient", body, x):
                return self.matrix(matrix_gradient(body, x))
        if bound:
            raise NotNormal("a matrix that depends on the index of a sum")
        match term:
            case ("Identity", where):
                return self.identity(where)
            case ("EntryLaw", _, rows, columns, _, _, ("Number", value)) if value == 0:
                return Form(rows, columns, {})
            case ("MatrixVariable", *_) | ("EntryLaw", *_):
                return self.matrix_letter(term, *shape(term))
        raise NotNormal(f"not covered: {term[0]}")

    def entry(self, matrix: Node, row: Quotient, column: Quotient) -> Quotient:
        """The normal form of an entry."""
        match matrix:
            case ("EntryLaw", _, _, _, i, j, body):
                return self._under({i: row, j: column}, lambda: self.scalar(body))  # type: ignore[no-any-return]
            case ("MatrixVariable", *_):
                return self.atom(("entry", matrix, row.key(), column.key()), (row, column))
            case ("Transpose", inside):
                return self.entry(inside, column, row)
            case ("MatrixAdd", left, right):
                return add(self.entry(left, row, column), self.entry(right, row, column))
            case ("MatrixScale", factor, inside):
                return multiply(self.scalar(factor), self.entry(inside, row, column))
            case ("Identity", where):
                modulus = self.scalar(where[1]) if where[0] == "Cyclic" else None
                return self.delta(subtract(row, column), modulus)
            case ("Hadamard", left, right):
                return multiply(self.entry(left, row, column), self.entry(right, row, column))
            case ("MatrixPower" | "Kronecker" | "Vec" | "Above" | "Beside" | "Adjugate", *_):
                return self.entry_of(self.matrix(matrix), row, column)
            case ("MatrixGradient", body, x):
                return self.entry(matrix_gradient(body, x), row, column)
            case ("MatrixMul", before, after):
                where = shape(before)[1]
                letter, value = self.placeholder(where[0] == "Interval")
                first = self.scalar(where[1]) if where[0] == "Interval" else constant(0)
                place = add(value, first)
                body = self.reduce(multiply(self.entry(before, row, place), self.entry(after, place, column)))
                if where[0] == "Cyclic":
                    return self.cyclic_sum(body, letter, self.scalar(where[1]))
                return self.sum_over(body, letter, subtract(self.scalar(where[2]), first))
        raise NotNormal(f"not covered: an entry of {matrix[0]}")

    # Where a sign decides: what the hypotheses say; under a binder nothing, as its letters are not theirs

    def _sign(self, term: Node) -> int:
        return 0 if self.scope else self.sign(term)

    def _is_beyond(self, term: Node, value: Quotient) -> bool:
        """Whether the hypotheses say that a term, of that normal form, is at least its constant term, a positive one."""
        _, shift = self.without_constant(value)
        return shift > 0 and not self.scope and self.sign(("Add", (term, ("Neg", number(shift))))) > 0

    def _factorial(self, term: Node) -> Quotient:
        value = self.scalar(term)
        return self.factorial(value, self._is_beyond(term, value))

    def _binomial(self, top: Node, bottom: Node) -> Quotient:
        """binomial(n, k), by factorials where 0 <= k <= n is known."""
        above, below, gap = self.scalar(top), self.scalar(bottom), minus(top, bottom)
        start, shift = self.without_constant(below)
        whole = shift.denominator == 1 and shift <= MOST and as_constant(below) is None
        result = self.binomial(above, below)
        if whole and as_constant(result) != 0 and self._is_beyond(bottom, below):
            return lifted(self._binomial(top, minus(bottom, number(shift))), subtract(above, below), start, int(shift))
        k = single(result)
        if k is None or self.atoms[k][0] != "binomial" or not is_integer(top):
            return result
        if self._sign(bottom) == -2 or (self._sign(top) > 0 and self._sign(gap) == -2):
            return constant(0)
        rest = subtract(above, below)
        if self._sign(bottom) <= 0 and not self.is_natural(below):
            return result
        if self._sign(gap) <= 0 and not self.is_natural(rest):
            return result
        return multiply(self._factorial(top), self.inverse(multiply(self._factorial(bottom), self._factorial(gap))))

    def _elementary(self, name: str, args: tuple[Node, ...]) -> Quotient:
        match name:
            case "pi":
                return self.atom(("pi",))
            case "abs":
                return self._absolute(args[0])
            case "sqrt":
                return self._root(args[0])
            case "log":
                return self._logarithm(args[0])
            case "max" | "min":  # (a + b +- |a - b|)/2
                gap = self._absolute(minus(*args))
                both = add(self.scalar(args[0]), self.scalar(args[1]))
                return scale(add(both, gap if name == "max" else negative(gap)), Fraction(1, 2))
        return self.function(name, self.scalar(args[0]))

    def _absolute(self, term: Node) -> Quotient:
        sign = self._sign(term)
        if sign:
            return self.scalar(term) if sign > 0 else negative(self.scalar(term))
        match term:
            case ("Neg", arg):
                return self._absolute(arg)
            case ("Mul", args):
                return self._product(map(self._absolute, args))
            case ("Div", top, bottom):
                return multiply(self._absolute(top), self.inverse(self._absolute(bottom)))
        return self.absolute(self.scalar(term))

    def _root(self, term: Node) -> Quotient:
        match term:
            case ("Pow", base, ("Number", value)) if value.denominator == 1 and value > 0 and value % 2 == 0:
                return power(self._absolute(base), value.numerator // 2)
            case ("Mul", args) if all(self._sign(arg) > 0 for arg in args):
                return self._product(map(self._root, args))
            case ("Div", top, bottom) if self._sign(bottom) > 0:
                return multiply(self._root(top), self.inverse(self._root(bottom)))
        return self.root(self.scalar(term))

    def _logarithm(self, term: Node) -> Quotient:
        """log of a term > 0; of its factors at most one is of unknown sign, and that is the sign of the others."""
        match term:
            case ("Mul", args):
                sides = [(arg, 1) for arg in args]
            case ("Div", top, bottom):
                sides = [(top, 1), (bottom, -1)]
            case ("Pow", base, exponent) if self._sign(base) == 2:
                return multiply(self.scalar(exponent), self._logarithm(base))
            case _:
                return self.logarithm(self.scalar(term))
        signs = [self._sign(factor) for factor, _ in sides]
        if signs.count(0) > 1:
            return self.logarithm(self.scalar(term))
        odd = sum(sign < 0 for sign in signs) % 2 == 1
        addends = []
        for (factor, side), sign in zip(sides, signs, strict=True):
            opposite = sign < 0 or (sign == 0 and odd)
            addends.append(scale(self._logarithm(("Neg", factor) if opposite else factor), side))
        return total(addends)

    def _norm(self, vector: Node) -> Quotient:
        match vector:
            case ("VectorNeg", arg):
                return self._norm(arg)
            case ("Scale", factor, arg):
                return multiply(self._absolute(factor), self._norm(arg))
            case ("VectorDiv", arg, bottom):
                return multiply(self._norm(arg), self.inverse(self._absolute(bottom)))
        return self.norm(self.vector(vector))

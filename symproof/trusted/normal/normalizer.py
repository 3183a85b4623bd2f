"""From terms to normal forms.

Two terms with one normal form are equal wherever both have a value: by the laws of commutative rings, bilinearity,
linearity of sums, renaming and shifting a bound index, sifting a delta over Z/n, and the laws listed in `algebra`.
What is known of signs (`sign`) only decides |x| = x and its like.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.substitution import substitute
from symproof.trusted.calculus import differentiate, gradient_of
from symproof.trusted.matrix_calculus import matrix_gradient
from symproof.trusted.normal.atoms import Linear
from symproof.trusted.normal.counting import MOST_FACTORS
from symproof.trusted.normal.integers import Stands
from symproof.trusted.normal.matrices import MatrixAlgebra
from symproof.trusted.polynomial import Quotient

Sign = Callable[[tm.Scalar], int]
"""What the hypotheses say of a scalar: 2 (> 0), 1 (>= 0), -1 (<= 0), -2 (< 0), 0 (nothing)."""
Least = Callable[[tm.Scalar], "int | None"]


class Normalizer(MatrixAlgebra):
    """Normal forms of terms over one growing table of atoms."""

    def __init__(
        self,
        sign: Sign = lambda _: 0,
        least: Least = lambda _: None,
        stands: Stands = lambda _, __: False,
        *,
        peels: bool = False,
    ) -> None:
        super().__init__()
        self.peels = peels
        self._sign, self._lowest, self.stands = sign, least, stands
        self._known: dict[tm.Term, Quotient] = {}
        self._known_vectors: dict[tm.Term, Linear] = {}

    def fork(self, sign: Sign, least: Least, stands: Stands) -> Normalizer:
        """The same atoms in a table of its own, where more may be known; no term has been read in it."""
        made = self.copied()
        made._sign, made._lowest, made.stands, made._scope = sign, least, stands, {}
        made.forget()
        return made

    def rewrite(self, left: tm.Term, right: tm.Term) -> bool:
        """From now on write `right` for `left`; False where `left` is not a single atom, and then nothing changes."""
        if isinstance(left, tm.Vector) and isinstance(right, tm.Vector):
            vector, target = self.vector(left), self.vector(right)
            if len(vector) != 1 or self.ring.as_constant(next(iter(vector.values()))) != 1:
                return False
            self.vector_rules[next(iter(vector))] = target
        elif isinstance(left, tm.Scalar) and isinstance(right, tm.Scalar):
            number, value = self.single(self.scalar(left)), self.scalar(right)
            if number is None:
                return False
            self.rules[number] = value
        elif isinstance(left, tm.Matrix) and isinstance(right, tm.Matrix):
            if not self.rewrite_matrix(self.matrix(left), self.matrix(right)):
                return False
        else:
            return False
        self.forget()
        return True

    def forget(self) -> None:
        """Read terms anew from now on, as more is known of signs or of atoms."""
        self._known.clear()
        self._known_vectors.clear()
        self._known_matrices.clear()

    def difference(self, left: tm.Scalar, right: tm.Scalar) -> Quotient:
        """The normal form of left - right."""
        return self.reduce(self.ring.subtract(self.scalar(left), self.scalar(right)))

    def vector_difference(self, left: tm.Vector, right: tm.Vector) -> Linear:
        """The normal form of left - right."""
        one = self.ring.constant(1)
        return self.combine([(one, self.vector(left)), (self.ring.negative(one), self.vector(right))])

    def agree(self, left: tm.Vector | tm.Matrix, right: tm.Vector | tm.Matrix) -> bool:
        """Whether two vectors, or two matrices, have one normal form."""
        if isinstance(left, tm.Vector) and isinstance(right, tm.Vector):
            return not self.vector_difference(left, right)
        return not self.matrix_difference(tm.matrix_term(left), tm.matrix_term(right)).terms

    # Scalars --------------------------------------------------------------------------------------

    def scalar(self, term: tm.Scalar) -> Quotient:
        """The normal form of a scalar.

        Raises:
            NoNormalForm: a denominator that is zero whatever the letters are.
            TooLarge: a power or a product beyond the limits of `polynomial`.
        """
        bound = bool(self._scope) and not term.free.isdisjoint(self._scope)
        if bound:
            return self.reduce(self._scalar(term))
        value = self._known.get(term)
        if value is None:
            self._known[term] = value = self.reduce(self._scalar(term))
        return value

    def _scalar(self, term: tm.Scalar) -> Quotient:
        ring = self.ring
        match term:
            case tm.Number(number):
                return ring.constant(number)
            case tm.Variable():
                return self._scope[term] if term in self._scope else self.atom(("letter", term))
            case tm.Add(args):
                return ring.total(map(self.scalar, args))
            case tm.Neg(arg):
                return ring.negative(self.scalar(arg))
            case tm.Mul(args):
                result = ring.constant(1)
                for arg in args:
                    result = ring.multiply(result, self.scalar(arg))
                return result
            case tm.Div(top, bottom):
                return ring.multiply(self.scalar(top), self.inverse(self.scalar(bottom)))
            case tm.Pow(tm.Norm(vector), tm.Number(two)) if two == 2:  # without the root in between
                value = self.vector(vector)
                return self.inner(value, value)
            case tm.Pow(base, exponent):
                if not tm.is_integer(exponent):
                    above = self._known_sign(base) == 2
                    return self.real_power(self.scalar(base), self.scalar(exponent), above=above)
                raised = self.scalar(exponent)
                return self.power(self.scalar(base), raised, beyond=self._is_beyond(exponent, raised))
            case tm.Factorial(arg):
                return self._factorial_of(arg)
            case tm.Binomial(above, below):
                return self._binomial_of(above, below)
            case tm.Floor(arg):
                return self.floor(self.scalar(arg))
            case tm.Elementary(name, args):
                return self._elementary(name, args)
            case tm.Inner(left, right):
                return self.inner(self.vector(left), self.vector(right))
            case tm.Norm(vector):
                return self._norm_of(vector)
            case tm.Delta(index):
                if isinstance(index, tm.Scalar):
                    return self.delta(self.scalar(index), None)
                return self.delta(self.index(index), self.scalar(index.over.modulus))
            case tm.ScalarAt(sequence, index):
                return self.member(sequence, self.index(index))
            case tm.Entry(tm.EntryLaw(row=i, column=j, body=body), row, column) if not self._scope:
                return self.scalar(substitute(body, {i: row, j: column}))  # so that signs are known
            case tm.Entry(matrix, row, column):
                return self.entry(matrix, self.index(row), self.index(column))
            case tm.MatrixTrace(matrix) if matrix.shape[0] == tm.SINGLE and not matrix.free.isdisjoint(self._scope):
                return self.entry(matrix, ring.constant(1), ring.constant(1))  # that of a bound index has no word
            case tm.MatrixTrace(matrix):
                return self.trace(self.matrix(matrix))
            case tm.Determinant(matrix):
                return self.determinant_by_factors(matrix)
            case tm.Apply(function, arg):
                return self.apply(function, self.vector(arg) if isinstance(arg, tm.Vector) else self.scalar(arg))
            case tm.Derivative(body, variable):
                return self.scalar(differentiate(body, variable))
            case tm.Sum(body, index, low, high) | tm.Product(body, index, low, high):
                letter, place = self.placeholder(natural=True)
                start = self.scalar(low)
                self.tops[letter] = length = ring.subtract(self.scalar(high), start)
                empty = (ring.as_constant(length) or 0) < 0  # and its terms have no say
                inside = place if empty else self._under({index: ring.add(place, start)}, body)
                inside = (self.sum_over if isinstance(term, tm.Sum) else self.product_over)(inside, letter, length)
                self.release(letter)
                return inside
            case tm.CyclicSum(body, residue):
                letter, place = self.placeholder(natural=False)
                closed = self.cyclic_sum(self._under({residue: place}, body), letter, self.scalar(residue.over.modulus))
                self.release(letter)
                return closed
            case _:
                raise UnknownOperator(f"no normal form for {type(term).__name__}; add its rule to normalizer.py")

    def _under(self, bindings: Mapping[tm.Term, Quotient], body: tm.Scalar) -> Quotient:
        outer = self._scope
        self._scope = {**outer, **bindings}
        try:
            return self.scalar(body)
        finally:
            self._scope = outer

    def index(self, term: tm.Scalar | tm.Residue) -> Quotient:
        """The normal form of an index; a residue's is that of an integer that represents it."""
        match term:
            case tm.Scalar():
                return self.scalar(term)
            case tm.ResidueNumber(number):
                return self.ring.constant(number)
            case tm.ResidueVariable():
                return self._scope[term] if term in self._scope else self.atom(("letter", term))
            case tm.ResidueAdd(args):
                return self.ring.total(map(self.index, args))
            case tm.ResidueNeg(arg):
                return self.ring.negative(self.index(arg))
            case _:
                raise UnknownOperator(f"no normal form for {type(term).__name__}; add its rule to normalizer.py")

    def sign_of(self, letter: tm.Scalar) -> int:
        """What the hypotheses say of a letter that is free."""
        return self._sign(letter)

    def least_of(self, letter: tm.Scalar) -> int | None:
        """A number that the hypotheses say a free integer letter is never below."""
        return self._lowest(letter)

    # Where a sign decides -------------------------------------------------------------------------

    def _known_sign(self, term: tm.Scalar) -> int:
        """The sign that the hypotheses give; under a binder none, as the letters there are not the hypotheses'."""
        return 0 if self._scope else self._sign(term)

    def _is_beyond(self, term: tm.Scalar, value: Quotient) -> bool:
        """Whether the hypotheses say that a term, of that normal form, is at least its constant term, a positive one."""
        _, shift = self.without_constant(value)
        return shift > 0 and not self._scope and self._sign(tm.Add((term, tm.Neg(tm.Number(shift))))) > 0

    def _factorial_of(self, term: tm.Scalar) -> Quotient:
        value = self.scalar(term)
        return self.factorial(value, beyond=self._is_beyond(term, value))

    def _binomial_of(self, top: tm.Scalar, bottom: tm.Scalar) -> Quotient:
        """binomial(n, k), by factorials where 0 <= k <= n is known."""
        above, below, gap = self.scalar(top), self.scalar(bottom), top - bottom
        start, shift = self.without_constant(below)
        whole = shift.denominator == 1 and shift <= MOST_FACTORS and self.ring.as_constant(below) is None
        result = self.binomial(above, below)
        if whole and not self.ring.is_zero(result) and self._is_beyond(bottom, below):
            lower = self._binomial_of(top, bottom - tm.Number(shift))
            return self.lifted(lower, self.ring.subtract(above, below), start, int(shift))
        number = self.single(result)
        if number is None or self.atoms[number][0] != "binomial" or not tm.is_integer(top):
            return result
        signs = self._known_sign(top), self._known_sign(bottom), self._known_sign(gap)
        if signs[1] == -2 or (signs[0] > 0 and signs[2] == -2):
            return self.ring.constant(0)
        rest = self.ring.subtract(above, below)
        if (signs[1] <= 0 and not self.is_natural(below)) or (signs[2] <= 0 and not self.is_natural(rest)):
            return result
        below = self.ring.multiply(self._factorial_of(bottom), self._factorial_of(gap))
        return self.ring.quotient(self._factorial_of(top), below)

    def _elementary(self, name: str, args: tuple[tm.Scalar, ...]) -> Quotient:
        ring = self.ring
        match name, args:
            case "pi", ():
                return self.atom(("constant", name))
            case "abs", (arg,):
                return self._absolute_of(arg)
            case "sqrt", (arg,):
                return self._root_of(arg)
            case "log", (arg,):
                return self._logarithm_of(arg)
            case "max" | "min", (left, right):  # (a + b +- |a - b|)/2
                gap = self._absolute_of(left - right)
                both = ring.add(self.scalar(left), self.scalar(right))
                both = ring.add(both, gap if name == "max" else ring.negative(gap))
                return ring.multiply(both, self.inverse(ring.constant(2)))
            case _:
                return self.function(name, self.scalar(args[0]))

    def _absolute_of(self, term: tm.Scalar) -> Quotient:
        sign = self._known_sign(term)
        match term:
            case _ if sign:
                return self.scalar(term) if sign > 0 else self.ring.negative(self.scalar(term))
            case tm.Neg(arg):
                return self._absolute_of(arg)
            case tm.Mul(args):
                result = self.ring.constant(1)
                for arg in args:
                    result = self.ring.multiply(result, self._absolute_of(arg))
                return result
            case tm.Div(top, bottom):
                return self.ring.multiply(self._absolute_of(top), self.inverse(self._absolute_of(bottom)))
            case _:
                return self.absolute(self.scalar(term))

    def _root_of(self, term: tm.Scalar) -> Quotient:
        match term:
            case tm.Pow(base, tm.Number(value)) if value.denominator == 1 and value > 0 and value % 2 == 0:
                return self.ring.power(self._absolute_of(base), value.numerator // 2)
            case tm.Mul(args) if all(self._known_sign(arg) > 0 for arg in args):
                result = self.ring.constant(1)
                for arg in args:
                    result = self.ring.multiply(result, self._root_of(arg))
                return result
            case tm.Div(top, bottom) if self._known_sign(bottom) > 0:
                return self.ring.multiply(self._root_of(top), self.inverse(self._root_of(bottom)))
            case _:
                return self.root(self.scalar(term))

    def _logarithm_of(self, term: tm.Scalar) -> Quotient:
        """log of a term > 0; of its factors at most one is of unknown sign, and that is the sign of the others."""
        match term:
            case tm.Mul(args):
                return self._logarithm_of_product([(arg, 1) for arg in args], term)
            case tm.Div(top, bottom):
                return self._logarithm_of_product([(top, 1), (bottom, -1)], term)
            case tm.Pow(base, exponent) if self._known_sign(base) == 2:
                return self.ring.multiply(self.scalar(exponent), self._logarithm_of(base))
            case _:
                return self.logarithm(self.scalar(term))

    def _logarithm_of_product(self, factors: list[tuple[tm.Scalar, int]], term: tm.Scalar) -> Quotient:
        signs = [self._known_sign(factor) for factor, _ in factors]
        if signs.count(0) > 1:
            return self.logarithm(self.scalar(term))
        others_negative = sum(sign < 0 for sign in signs) % 2 == 1
        addends = []
        for (factor, side), sign in zip(factors, signs, strict=True):
            negative = sign < 0 or (sign == 0 and others_negative)
            value = self._logarithm_of(tm.Neg(factor) if negative else factor)
            addends.append(value if side > 0 else self.ring.negative(value))
        return self.ring.total(addends)

    def _norm_of(self, vector: tm.Vector) -> Quotient:
        match vector:
            case tm.VectorNeg(arg):
                return self._norm_of(arg)
            case tm.Scale(factor, arg):
                return self.ring.multiply(self._absolute_of(factor), self._norm_of(arg))
            case tm.VectorDiv(arg, bottom):
                return self.ring.multiply(self._norm_of(arg), self.inverse(self._absolute_of(bottom)))
            case _:
                return self.norm(self.vector(vector))

    # Vectors --------------------------------------------------------------------------------------

    def vector(self, term: tm.Vector) -> Linear:
        """The normal form of a vector: a combination of vector atoms."""
        bound = bool(self._scope) and not term.free.isdisjoint(self._scope)
        if not bound and term in self._known_vectors:
            return self._known_vectors[term]
        value = self._vector(term)
        if not bound:
            self._known_vectors[term] = value
        return value

    def _vector(self, term: tm.Vector) -> Linear:
        ring = self.ring
        one = ring.constant(1)
        match term:
            case tm.ZeroVector():
                return {}
            case tm.VectorVariable():
                return self.vector_atom(("letter", term))
            case tm.VectorAdd(args):
                return self.combine((one, self.vector(arg)) for arg in args)
            case tm.VectorNeg(arg):
                return self.combine([(ring.negative(one), self.vector(arg))])
            case tm.Scale(factor, vector):
                return self.combine([(self.scalar(factor), self.vector(vector))])
            case tm.VectorDiv(vector, bottom):
                return self.combine([(self.inverse(self.scalar(bottom)), self.vector(vector))])
            case tm.VectorAt(sequence, index):
                return self.vector_member(sequence, self.index(index))
            case tm.GradientAt(function, arg):
                return self.gradient_at(function, self.vector(arg))
            case tm.Gradient(body, variable):
                return self.vector(gradient_of(body, variable))
            case tm.VectorSum(body, index, low, high):
                number, value = self.placeholder(natural=True)
                start = self.scalar(low)
                self.tops[number] = length = ring.subtract(self.scalar(high), start)
                outer = self._scope
                self._scope = {**outer, index: ring.add(value, start)}
                try:
                    inside = self.vector(body)
                finally:
                    self._scope = outer
                result = self.vector_sum(inside, number, length)
                self.release(number)
                return result
            case _:
                raise UnknownOperator(f"no normal form for {type(term).__name__}; add its rule to normalizer.py")

    # Matrices -------------------------------------------------------------------------------------

    def entry(self, matrix: tm.Matrix, row: Quotient, column: Quotient) -> Quotient:
        """The normal form of an entry, its place given by normal forms."""
        ring = self.ring
        match matrix:
            case tm.EntryLaw(row=i, column=j, body=body):
                return self._under({i: row, j: column}, body)
            case tm.MatrixVariable():
                return self.matrix_entry(matrix, row, column)
            case tm.Transpose(inside):
                return self.entry(inside, column, row)
            case tm.MatrixAdd(left, right):
                return ring.add(self.entry(left, row, column), self.entry(right, row, column))
            case tm.MatrixScale(factor, inside):
                return ring.multiply(self.scalar(factor), self.entry(inside, row, column))
            case tm.Identity(over):
                modulus = self.scalar(over.modulus) if isinstance(over, tm.Cyclic) else None
                return self.delta(ring.subtract(row, column), modulus)
            case tm.Hadamard(left, right):
                return ring.multiply(self.entry(left, row, column), self.entry(right, row, column))
            case tm.MatrixPower() | tm.Kronecker() | tm.Vec() | tm.Above() | tm.Beside() | tm.Adjugate():
                return self.entry_of(self.matrix(matrix), row, column)
            case tm.MatrixGradient(body, x):
                return self.entry(matrix_gradient(body, x), row, column)
            case tm.MatrixMul(before, after):
                over = before.shape[1]
                letter, value = self.placeholder(natural=isinstance(over, tm.Interval))
                first = self.scalar(over.low) if isinstance(over, tm.Interval) else ring.constant(0)
                place = ring.add(value, first)
                product = self.reduce(ring.multiply(self.entry(before, row, place), self.entry(after, place, column)))
                if isinstance(over, tm.Cyclic):
                    return self.cyclic_sum(product, letter, self.scalar(over.modulus))
                return self.sum_over(product, letter, ring.subtract(self.scalar(over.high), first))
            case _:
                raise UnknownOperator(f"no normal form for {type(matrix).__name__}; add its rule to normalizer.py")

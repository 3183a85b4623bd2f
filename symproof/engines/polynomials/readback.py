"""Terms from normal forms: so that a weight or an antidifference found by algebra can stand in a certificate."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from typing import Any

from symproof import term as tm
from symproof.errors import SymproofError
from symproof.term import ONE, ZERO
from symproof.trusted.normal import Form, Linear, Normalizer
from symproof.trusted.normal.words import IndexSet, Syllable, Word
from symproof.trusted.polynomial import Monomial, Quotient, as_fraction


class Readback:
    """Writes values of one normalizer as terms; `letters` are the terms that stand for its open letters."""

    def __init__(self, normalizer: Normalizer, letters: dict[int, tm.Term] | None = None) -> None:
        self.normalizer = normalizer
        self.letters = dict(letters or {})

    def scalar(self, value: Quotient) -> tm.Scalar:
        """A scalar with that normal form."""
        top = self._polynomial(Quotient(value.num))
        return top if value.den is None else tm.Div(top, self._polynomial(Quotient(value.den)))

    def over(self, value: Quotient, bottoms: Sequence[tm.Scalar]) -> tm.Scalar:
        """A scalar with that normal form, divided by `bottoms` if that is all of its denominator, else by each of its factors."""
        if value.den is None:
            return self.scalar(value)
        ring = self.normalizer.ring
        top = self.normalizer.reduce(reduce(ring.multiply, map(self.normalizer.scalar, bottoms), value))
        if top.den is not None:
            lead, factors = ring.factors(Quotient(value.den))
            top = ring.scale(Quotient(value.num), 1 / lead)
            bottoms = [self.scalar(factor) for factor, power in factors for _ in range(power)]
        return reduce(tm.Div, bottoms, self.scalar(top))

    def _polynomial(self, value: Quotient) -> tm.Scalar:
        terms = [self._term(monomial, as_fraction(c)) for monomial, c in self.normalizer.ring.numerator_terms(value)]
        return tm.sum_of(terms)

    def _term(self, monomial: Monomial, coefficient: Fraction) -> tm.Scalar:
        factors: list[tm.Scalar] = [] if abs(coefficient) == 1 and monomial else [tm.Number(abs(coefficient))]
        for number, power in monomial:
            atom = self.atom(number)
            factors.append(atom if power == 1 else tm.Pow(atom, tm.Number(Fraction(power))))
        product = tm.product_of(factors)
        return product if coefficient >= 0 else tm.Neg(product)

    def vector(self, value: Linear) -> tm.Vector:
        """A vector with that normal form."""
        parts: list[tm.Vector] = []
        for number, c in value.items():
            atom = self.vector_atom(number)
            parts.append(atom if self.normalizer.ring.as_constant(c) == 1 else tm.Scale(self.scalar(c), atom))
        if not parts:
            return tm.ZeroVector()
        return parts[0] if len(parts) == 1 else tm.VectorAdd(tuple(parts))

    def matrix(self, form: Form) -> tm.Matrix:
        """A matrix with that normal form."""
        parts: list[tm.Matrix] = []
        for word, value in form.terms.items():
            product = self.word(word, form.rows)
            parts.append(
                product if self.normalizer.ring.as_constant(value) == 1 else tm.MatrixScale(self.scalar(value), product)
            )
        return reduce(tm.MatrixAdd, parts) if parts else tm.zero_matrix(form.rows, form.columns)

    def word(self, word: Word, rows: IndexSet) -> tm.Matrix:
        """A product of powers of letters, with rows over an index set."""
        return reduce(tm.MatrixMul, map(self._syllable, word)) if word else tm.Identity(rows)

    def _syllable(self, syllable: Syllable) -> tm.Matrix:
        number, turned, exponent = syllable
        letter = self._matrix_letter(number)
        letter = tm.Transpose(letter) if turned else letter
        constant = self.normalizer.ring.as_constant(self.normalizer.ring.thaw(exponent))
        raised = self._thawed(exponent) if constant is None else tm.Number(constant)
        return letter if raised == ONE else tm.MatrixPower(letter, raised)

    def _matrix_letter(self, number: int) -> tm.Matrix:
        kind, what = self.normalizer.matrices[number]
        match kind:
            case "letter":
                return what  # type: ignore[return-value]  # as its kind says
            case "base":
                frozen: Any = what
                return self.matrix(self.normalizer.thawed(*self.normalizer.shapes[number], frozen))
            case "embedding":
                return self._embedding(*self.normalizer.shapes[number], what[1])  # type: ignore[index]  # the offset
        first, *rest = map(self.matrix, self.normalizer.parts_of(number))
        match kind:
            case "vec":
                return tm.Vec(first)
            case "adjugate":
                return tm.Adjugate(first)
            case _:
                return reduce(tm.Kronecker if kind == "kronecker" else tm.Hadamard, rest, first)

    @staticmethod
    def _embedding(total: IndexSet, place: IndexSet, offset: tm.Scalar) -> tm.Matrix:
        """Columns of an identity, as blocks of zeros and a smaller one."""
        end = tm.together(tm.Identity(total), [tm.Interval(ONE, offset), place]).high
        parts: list[tm.Matrix] = [tm.Identity(place)]
        if offset != ZERO:
            parts.insert(0, tm.zero_matrix(tm.Interval(ONE, offset), place))
        if isinstance(total, tm.Interval) and end != total.high:
            rest = tm.rest_of(total, end)
            if rest is None:
                raise LookupError(f"no term for the places of {total} after {end}")
            parts.append(tm.zero_matrix(rest, place))
        return tm.Above(tuple(parts)) if len(parts) > 1 else parts[0]

    def _thawed(self, frozen: Any) -> tm.Scalar:
        return self.scalar(self.normalizer.ring.thaw(frozen))

    def index(self, value: Quotient, over: tm.Cyclic | None) -> Any:
        """An index with that normal form: an integer term, or a residue where `over` is given."""
        return self.scalar(value) if over is None else self._residue(value, over)

    def _residue(self, value: Quotient, over: tm.Cyclic) -> tm.Residue:
        parts: list[tm.Residue] = []
        for monomial, coefficient in self.normalizer.ring.numerator_terms(value):
            times = int(coefficient.p)
            if not monomial:
                parts.append(tm.ResidueNumber(times, over))
                continue
            letter: Any = self._letter(monomial[0][0])
            parts += [letter if times > 0 else tm.ResidueNeg(letter)] * abs(times)
        if not parts:
            return tm.ResidueNumber(0, over)
        return parts[0] if len(parts) == 1 else tm.ResidueAdd(tuple(parts))

    def _letter(self, number: int) -> tm.Term:
        if number in self.letters:
            return self.letters[number]
        key = self.normalizer.atoms[number]
        if key[0] == "letter":
            return key[1]  # type: ignore[no-any-return]  # the key of a letter holds it
        raise LookupError(f"an open letter {key} has no name")

    def atom(self, number: int) -> tm.Scalar:
        """The term of an atom."""
        if number in self.letters:
            return self.letters[number]  # type: ignore[return-value]  # a scalar where a scalar is asked for
        key = number, number in self.normalizer.lengths
        if (known := self.normalizer.written.get(key)) is not None:
            return known
        try:
            written = self._atom(number)
        except SymproofError as error:  # an equation put a fraction where an integer stands
            raise LookupError(str(error)) from None
        if not self.normalizer.open_letters(number):  # then it is written alike whatever the letters are
            self.normalizer.written[key] = written
        return written

    def _atom(self, number: int) -> tm.Scalar:
        match self.normalizer.atoms[number]:
            case ("letter", letter):
                return letter  # type: ignore[no-any-return]
            case ("at", sequence, place):
                return tm.ScalarAt(sequence, self.index(self.normalizer.ring.thaw(place), sequence.over))
            case ("inner", i, j):
                return tm.Inner(self.vector_atom(i), self.vector_atom(j))
            case ("root", _) if number in self.normalizer.lengths:
                return tm.Norm(self.vector(self.normalizer.lengths[number]))
            case ("root", square):
                return self._root(self.normalizer.ring.thaw(square))
            case ("constant", name):
                return tm.Elementary(name, ())
            case ("function", name, value):
                return tm.Elementary(name, (self._thawed(value),))
            case ("power", base, exponent):
                return tm.Pow(self._thawed(base), self._thawed(exponent))
            case ("floor", value):
                return tm.Floor(self._thawed(value))
            case ("factorial", value):
                return tm.Factorial(self._thawed(value))
            case ("binomial", top, bottom):
                return tm.Binomial(self._thawed(top), self._thawed(bottom))
            case ("rising", start, count):
                place = tm.Variable("k_0", "natural", least=0)
                return tm.Product(place + self._thawed(start), place, ZERO, self._thawed(count) - ONE)
            case ("delta", value):
                return tm.Delta(self._thawed(value))
            case ("delta", value, modulus):
                over = tm.Cyclic(self._thawed(modulus))
                return tm.Delta(self._residue(self.normalizer.ring.thaw(value), over))
            case ("apply", function, ("scalar", arg)):
                return tm.Apply(function, self._thawed(arg))
            case ("apply", function, ("vector", arg)):
                return tm.Apply(function, self.vector(self.normalizer.thaw_vector(arg)))
            case ("entry", matrix, row, column):
                rows, columns = (s if isinstance(s, tm.Cyclic) else None for s in matrix.shape)
                thaw = self.normalizer.ring.thaw
                return tm.Entry(matrix, self.index(thaw(row), rows), self.index(thaw(column), columns))
            case ("trace", word):
                return tm.MatrixTrace(self.word(word, self.normalizer.place_of(word)))
            case ("determinant", rows, columns, frozen):
                return tm.Determinant(self.matrix(self.normalizer.thawed(rows, columns, frozen)))
            case ("cell", rows, columns, frozen, row, column):
                inside = self.matrix(self.normalizer.thawed(rows, columns, frozen))
                sets = (s if isinstance(s, tm.Cyclic) else None for s in (rows, columns))
                places = zip(map(self.normalizer.ring.thaw, (row, column)), sets, strict=True)
                return tm.Entry(inside, *(self.index(value, over) for value, over in places))
            case ("sum" | "product" as kind, depth, unit, length):
                letter, under = self._under(depth)
                top = self._thawed(length)
                return (tm.Sum if kind == "sum" else tm.Product)(under._thawed(unit), letter, ZERO, top)
            case ("cyclic", depth, unit, modulus):
                residue = tm.ResidueVariable(f"k_{depth}", tm.Cyclic(self._thawed(modulus)))
                bound, _ = self.normalizer.bound_letter(depth, natural=False)
                inner = Readback(self.normalizer, {**self.letters, bound: residue})
                return tm.CyclicSum(inner._thawed(unit), residue)
            case key:
                raise LookupError(f"no term for the atom {key[0]}")

    def _under(self, depth: int) -> tuple[tm.Variable, Readback]:
        """The letter of a sum or a product, and what reads what stands under it."""
        letter = tm.Variable(f"k_{depth}", "natural", least=0)
        bound, _ = self.normalizer.bound_letter(depth, natural=True)
        return letter, Readback(self.normalizer, {**self.letters, bound: letter})

    def _root(self, square: Quotient) -> tm.Scalar:
        """A norm where the square is one Gram square, |.| where it is a square, else a root."""
        number = self.normalizer.single(square)
        if number is not None:
            key = self.normalizer.atoms[number]
            if key[0] == "inner" and key[1] == key[2]:
                return tm.Norm(self.vector_atom(key[1]))
        constant, factors = self.normalizer.ring.factors(square)
        if square.den is None and constant == 1 and factors and all(power % 2 == 0 for _, power in factors):
            parts = [self._power(self.scalar(factor), power // 2) for factor, power in factors]
            return tm.Elementary("abs", (tm.product_of(parts),))
        return tm.Elementary("sqrt", (self._undivided(square),))

    def _undivided(self, square: Quotient) -> tm.Scalar:
        """A sum of quotients: the root of a quotient that is written as one may be a quotient of roots, another normal form."""
        ring = self.normalizer.ring
        terms = ring.numerator_terms(Quotient(square.num))
        if square.den is None or len(terms) < 2:
            return self.scalar(square)
        bottom = Quotient(square.den)
        return tm.Add(tuple(self.scalar(ring.quotient(ring.from_terms([term]), bottom)) for term in terms))

    @staticmethod
    def _power(base: tm.Scalar, power: int) -> tm.Scalar:
        return base if power == 1 else tm.Pow(base, tm.Number(Fraction(power)))

    def vector_atom(self, number: int) -> tm.Vector:
        """The term of a vector atom."""
        match self.normalizer.vectors[number]:
            case ("letter", letter):
                return letter  # type: ignore[no-any-return]
            case ("at", sequence, place):
                return tm.VectorAt(sequence, self.index(self.normalizer.ring.thaw(place), sequence.over))
            case ("gradient", function, arg):
                return tm.GradientAt(function, self.vector(self.normalizer.thaw_vector(arg)))
            case ("sum", depth, unit, vector, length):
                letter, under = self._under(depth)
                body, factor = under.vector(self.normalizer.thaw_vector(vector)), under._thawed(unit)
                each = body if factor == ONE else tm.Scale(factor, body)
                return tm.VectorSum(each, letter, ZERO, self._thawed(length))
            case key:
                raise LookupError(f"no term for the vector atom {key[0]}")


def in_normal_form(normalizer: Normalizer, term: tm.Scalar) -> tm.Scalar:
    """A term as its normal form is written."""
    return Readback(normalizer).scalar(normalizer.scalar(term))

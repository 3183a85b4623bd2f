"""Normal forms of matrices: combinations of words that do not commute. Trusted.

A word is a product of powers of letters; a letter is a matrix letter, itself or transposed, or the base of a power
that is a sum. A negative exponent is an inverse, so `A @ A**-1` is the empty word, the identity. The laws, each for
wherever both sides have values, with sizes 0 and 1 among them:

    (X Y).T = Y.T X.T    (X Y)**-1 = Y**-1 X**-1 for square X, Y    X**a X**b = X**(a + b)    (c X)**a = c**a X**a
    a product of one row and one column is its trace, a number that commutes with everything

Limits: nothing that depends on the index of a sum.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from flint import fmpq

from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.trusted.normal.algebra import Algebra
from symproof.trusted.normal.atoms import NoNormalForm
from symproof.trusted.polynomial import Frozen, Quotient, TooLarge

IndexSet = tm.Cyclic | tm.Interval
Syllable = tuple[int, bool, Frozen]
"""A letter by its number, whether it is transposed, and its exponent."""
Word = tuple[Syllable, ...]
FrozenForm = tuple[tuple[Word, Frozen], ...]
MOST_FACTORS = 8


class Form(NamedTuple):
    """A matrix: its index sets, and its words with coefficients, none of which is zero."""

    rows: IndexSet
    columns: IndexSet
    terms: dict[Word, Quotient]


class Words(Algebra):
    """Operations on normal forms of matrices."""

    def __init__(self) -> None:
        super().__init__()
        self.matrices: list[tuple[str, object]] = []
        self.shapes: list[tuple[IndexSet, IndexSet]] = []
        self._matrix_numbers: dict[object, int] = {}
        self.matrix_rules: dict[tuple[int, bool], Form] = {}

    # Letters --------------------------------------------------------------------------------------

    def _matrix_number(self, kind: str, what: object, rows: IndexSet, columns: IndexSet) -> int:
        key = kind, what, rows, columns
        if key not in self._matrix_numbers:
            self._matrix_numbers[key] = len(self.matrices)
            self.matrices.append((kind, what))
            self.shapes.append((rows, columns))
        return self._matrix_numbers[key]

    def matrix_letter(self, matrix: tm.Matrix) -> Form:
        """A matrix that is not taken apart."""
        return self.syllable(self._matrix_number("letter", matrix, *matrix.shape), False, self.ring.constant(1))

    def syllable(self, number: int, turned: bool, exponent: Quotient) -> Form:
        """A power of a letter; of a letter that is rewritten, of what is written for it."""
        if (number, turned) in self.matrix_rules:
            return self.matrix_power(self.matrix_rules[number, turned], exponent)
        constant = self.ring.as_constant(exponent)
        if self.matrices[number][0] == "base" and constant is not None and 0 < constant <= MOST_FACTORS:
            return self._multiplied(self._thawed(number), int(constant))
        rows, columns = self._shape(number, turned)
        return self._settled(rows, columns, ((number, turned, self.ring.freeze(exponent)),), self.ring.constant(1))

    def _shape(self, number: int, turned: bool) -> tuple[IndexSet, IndexSet]:
        rows, columns = self.shapes[number]
        return (columns, rows) if turned else (rows, columns)

    def rewrite_matrix(self, left: Form, right: Form) -> bool:
        """From now on write `right` for `left`; False where `left` is not a single letter."""
        if len(left.terms) != 1:
            return False
        ((word, coefficient),) = left.terms.items()
        if len(word) != 1 or self.ring.as_constant(coefficient) != 1:
            return False
        number, turned, exponent = word[0]
        if self.matrices[number][0] != "letter" or self.ring.as_constant(self.ring.thaw(exponent)) != 1:
            return False
        if any((number, turned) == syllable[:2] for word in right.terms for syllable in word):
            return False  # other equations have made it speak of itself
        self.matrix_rules[number, turned] = right
        if not any(number == other for word in right.terms for other, _, _ in word):
            self.matrix_rules[number, not turned] = self.transposed(right)
        return True

    # Words ----------------------------------------------------------------------------------------

    def _joined(self, left: Word, right: Word) -> Word:
        """The product of two words; powers of one letter that meet are one power."""
        while left and right and left[-1][:2] == right[0][:2]:
            number, turned, exponent = left[-1]
            total = self.ring.add(self.ring.thaw(exponent), self.ring.thaw(right[0][2]))
            left, right = left[:-1], right[1:]
            if not self.ring.is_zero(total):
                return (*left, (number, turned, self.ring.freeze(total)), *right)
        return left + right

    def _settled(self, rows: IndexSet, columns: IndexSet, word: Word, coefficient: Quotient) -> Form:
        """A word whose factors of one row and one column, which commute with everything, are in the coefficient."""
        places = [rows, *(self._shape(number, turned)[1] for number, turned, _ in word)]
        single = [k for k, place in enumerate(places) if place == tm.SINGLE]
        kept: Word = word
        if len(single) > 1:
            kept = word[: single[0]] + word[single[-1] :]
            for start, end in pairwise(single):
                coefficient = self.ring.multiply(coefficient, self._number(word[start:end]))
        return Form(rows, columns, {} if self.ring.is_zero(coefficient) else {kept: coefficient})

    def _number(self, word: Word) -> Quotient:
        """A word of one row and one column, which holds no such word but itself."""
        if len(word) == 1:
            number, _, exponent = word[0]
            plain = ((number, False, self.ring.freeze(self.ring.constant(1))),)
            return self.power(self._cycle(plain, tm.SINGLE), self.ring.thaw(exponent))
        return self._cycle(word, tm.SINGLE)

    # Arithmetic -----------------------------------------------------------------------------------

    def identity(self, over: IndexSet) -> Form:
        """The identity matrix."""
        return Form(over, over, {(): self.ring.constant(1)})

    def matrix_sum(self, rows: IndexSet, columns: IndexSet, parts: Iterable[tuple[Quotient, Form]]) -> Form:
        """A linear combination of matrices of one shape."""
        addends: dict[Word, list[Quotient]] = {}
        for factor, form in parts:
            for word, value in form.terms.items():
                addends.setdefault(word, []).append(self.ring.multiply(factor, value))
        sums = {word: self.reduce(self.ring.total(values)) for word, values in addends.items()}
        return Form(rows, columns, {word: value for word, value in sums.items() if not self.ring.is_zero(value)})

    def matrix_product(self, left: Form, right: Form) -> Form:
        """The product of two matrices."""
        if len(left.terms) * len(right.terms) > 2000:
            raise TooLarge(f"a product of {len(left.terms)} by {len(right.terms)} matrix words")
        parts = []
        for ours, a in left.terms.items():
            for theirs, b in right.terms.items():
                joined = self._joined(ours, theirs)
                parts.append(
                    (self.ring.multiply(a, b), self._settled(left.rows, right.columns, joined, self.ring.constant(1)))
                )
        return self.matrix_sum(left.rows, right.columns, parts)

    def transposed(self, form: Form) -> Form:
        """The transpose of a matrix."""
        parts = []
        for word, value in form.terms.items():
            result = self.identity(form.columns)
            for number, turned, exponent in reversed(word):
                result = self.matrix_product(result, self._turned(number, turned, self.ring.thaw(exponent)))
            parts.append((value, result))
        return self.matrix_sum(form.columns, form.rows, parts)

    def _turned(self, number: int, turned: bool, exponent: Quotient) -> Form:
        """The transpose of a power of a letter."""
        if self.matrices[number][0] == "letter":
            return self.syllable(number, not turned, exponent)
        return self.matrix_power(self.transposed(self._thawed(number)), exponent)

    def _thawed(self, number: int) -> Form:
        """The base of a power that is a sum, as it was kept."""
        return self.thawed(*self.shapes[number], self.matrices[number][1])  # type: ignore[arg-type]  # as _base keeps it

    def thawed(self, rows: IndexSet, columns: IndexSet, frozen: FrozenForm) -> Form:
        """The matrix of a key."""
        return Form(rows, columns, {word: self.ring.thaw(value) for word, value in frozen})

    def place_of(self, word: Word) -> IndexSet:
        """The index set of the rows of a word that is not empty."""
        return self._shape(*word[0][:2])[0]

    def end_of(self, word: Word) -> IndexSet:
        """The index set of its columns."""
        return self._shape(*word[-1][:2])[1]

    # Powers ---------------------------------------------------------------------------------------

    def matrix_power(self, form: Form, exponent: Quotient) -> Form:
        """An integer power of a square matrix."""
        ring = self.ring
        if self.look_inside((exponent,))[0]:
            raise UnknownOperator("no normal form for a matrix power whose exponent is a bound index")
        constant = ring.as_constant(exponent)
        if constant is not None and constant.denominator != 1:
            raise NoNormalForm("a matrix power whose exponent is no integer")
        if constant is not None and constant >= 0:
            return self._multiplied(form, int(constant))
        if not form.terms:
            if constant is not None:
                raise NoNormalForm("the inverse of the zero matrix")
            return self._of_base(form, exponent)
        if len(form.terms) > 1:
            scale, base = self._scaled(form)
            factor = self.power(ring.scale(ring.constant(1), scale), exponent)
            return self.matrix_sum(form.rows, form.columns, [(factor, self._of_base(base, exponent))])
        ((word, coefficient),) = form.terms.items()
        factor = (
            self.inverse(self.power(coefficient, ring.negative(exponent)))
            if constant is not None
            else self.power(coefficient, exponent)
        )
        result = self.identity(form.rows)
        if len(word) == 1 or (constant == -1 and all(self._is_square(number) for number, _, _ in word)):
            for number, turned, inside in reversed(word):
                raised = ring.multiply(ring.thaw(inside), exponent)
                result = self.matrix_product(result, self.syllable(number, turned, raised))
        elif word:
            one = Form(form.rows, form.columns, {word: ring.constant(1)})
            if constant is not None and constant < -1:
                result = self._multiplied(self.matrix_power(one, ring.constant(-1)), -int(constant))
            else:
                result = self._of_base(one, exponent)
        return self.matrix_sum(form.rows, form.columns, [(factor, result)])

    def _multiplied(self, form: Form, times: int) -> Form:
        if len(form.terms) == 1:
            ((word, coefficient),) = form.terms.items()
            if len(word) == 1:
                number, turned, inside = word[0]
                raised = self.ring.multiply(self.ring.thaw(inside), self.ring.constant(times))
                result = self.syllable(number, turned, raised) if times else self.identity(form.rows)
                return self.matrix_sum(
                    form.rows, form.columns, [(self.power(coefficient, self.ring.constant(times)), result)]
                )
        if times > MOST_FACTORS:
            return self._of_base(form, self.ring.constant(times))
        result = self.identity(form.rows)
        for _ in range(times):
            result = self.matrix_product(result, form)
        return result

    def _of_base(self, form: Form, exponent: Quotient) -> Form:
        """A power of a matrix that is kept as it is; S**(n + 2) = S**n @ S @ S for a natural n."""
        if self.ring.as_constant(exponent) is None and exponent.den is None:
            extra = dict(self.ring.numerator_terms(exponent)).get((), fmpq(0))
            rest = self.ring.subtract(exponent, self.ring.scale(self.ring.constant(1), extra))
            if 0 < extra <= MOST_FACTORS and self.is_natural(rest):
                return self.matrix_product(self._of_base(form, rest), self._multiplied(form, int(extra.p)))
        return self.syllable(self._base(form), False, exponent)

    def _base(self, form: Form) -> int:
        return self._matrix_number("base", self.frozen(form), form.rows, form.columns)

    def frozen(self, form: Form) -> FrozenForm:
        """A matrix as a key.

        Raises:
            UnknownOperator: it depends on the index of a sum.
        """
        if self.look_inside(form.terms.values())[0]:
            raise UnknownOperator("no normal form for a matrix power or a determinant that depends on a bound index")
        return tuple(sorted((word, self.ring.freeze(value)) for word, value in form.terms.items()))

    def _scaled(self, form: Form) -> tuple[fmpq, Form]:
        """A rational factor, and the matrix without it: the first word has a coefficient that leads with 1."""
        lead = fmpq(form.terms[min(form.terms)].num.leading_coefficient())
        return lead, Form(
            form.rows, form.columns, {word: self.ring.scale(c, 1 / lead) for word, c in form.terms.items()}
        )

    def _is_square(self, number: int) -> bool:
        rows, columns = self.shapes[number]
        return rows == columns

    # Numbers --------------------------------------------------------------------------------------

    def _cycle(self, word: Word, over: IndexSet) -> Quotient:
        """The trace of a word that holds no number."""
        raise NotImplementedError

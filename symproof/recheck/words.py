"""Words of matrix letters that do not commute, and combinations of them with scalar coefficients.

A syllable is a letter, turned or not (its transpose), with an integer exponent; below zero it is an inverse. What is used, each
wherever both sides have values, for matrices with any number of rows, none among them:

    (X Y)' = Y' X'    (X Y)**-1 = Y**-1 X**-1 for square X and Y    X**a X**b = X**(a + b)    (X**a)**b = X**(a b)
    (c X)**a = c**a X**a    a product with one row and one column is a number: it is its trace, and commutes

The power of a sum that is not multiplied out is a letter of its own, a base.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from .algebra import Algebra
from .atoms import ONE
from .polynomial import UNIT, NotNormal
from .rational import Quotient, add, as_constant, constant, multiply, negative, scale, subtract, thawed, total
from .terms import SINGLE, Node, sort

Syllable = tuple[int, bool, Any]
Word = tuple[Syllable, ...]
PLAIN = ONE.key()
MOST_FACTORS = 8


class Form(NamedTuple):
    """A matrix: its index sets, and its words with their coefficients, none of them zero."""

    rows: Node
    columns: Node
    words: dict[Word, Quotient]


class Words(Algebra):
    """Arithmetic of matrices."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: list[tuple[Any, Node, Node]] = []
        self._letter_numbers: dict[Any, int] = {}
        self.matrix_rules: dict[tuple[int, bool], Form] = {}

    def cycle(self, word: Word, over: Node) -> Quotient:
        """The trace of a word in which no two places have one element."""
        raise NotImplementedError

    # Letters --------------------------------------------------------------------------------------

    def _number(self, what: Any, rows: Node, columns: Node) -> int:
        key = what, rows, columns
        if key not in self._letter_numbers:
            self._letter_numbers[key] = len(self.letters)
            self.letters.append(key)
        return self._letter_numbers[key]

    def is_base(self, k: int) -> bool:
        """Whether a letter stands for a sum."""
        return not sort(self.letters[k][0])

    def base(self, k: int) -> Form:
        """The sum that a letter stands for."""
        what, rows, columns = self.letters[k]
        return Form(rows, columns, {word: thawed(value) for word, value in what})

    def ends(self, k: int, turned: bool) -> tuple[Node, Node]:
        """The index sets of the rows and columns of a letter."""
        _, rows, columns = self.letters[k]
        return (columns, rows) if turned else (rows, columns)

    def is_square(self, word: Word) -> bool:
        """Whether all letters of a word are square."""
        return all(self.letters[k][1] == self.letters[k][2] for k, _, _ in word)

    def matrix_letter(self, matrix: Node, rows: Node, columns: Node) -> Form:
        """A matrix that is not taken apart."""
        return self.syllable(self._number(matrix, rows, columns), False, ONE)

    def syllable(self, k: int, turned: bool, exponent: Quotient) -> Form:
        """A power of a letter, or of what is written for it."""
        c = as_constant(exponent)
        if (k, turned) in self.matrix_rules:
            written = self.matrix_rules[k, turned]
            return written if c == 1 else self.matrix_power(written, exponent)  # a column need not be square
        if self.is_base(k) and c is not None and 0 < c <= MOST_FACTORS:
            return self._times(self.base(k), int(c))
        return self.settled(*self.ends(k, turned), ((k, turned, exponent.key()),))

    def rewrite_matrix(self, left: Form, right: Form) -> bool:
        """From now on write `right` for `left`, a letter that it does not hold; False where it is no such letter."""
        match list(left.words.items()):
            case [(((k, turned, exponent),), c)] if as_constant(c) == 1 and exponent == PLAIN and not self.is_base(k):
                held = {syllable[:2] for word in right.words for syllable in word}
                if (k, turned) in held:
                    return False
                self.matrix_rules[k, turned] = right
                if (k, not turned) not in held:
                    self.matrix_rules[k, not turned] = self.transposed(right)
                return True
        return False

    # Sums and products ----------------------------------------------------------------------------

    def combination(self, rows: Node, columns: Node, parts: Iterable[tuple[Quotient, dict[Word, Quotient]]]) -> Form:
        """A linear combination of matrices with one shape."""
        addends: dict[Word, list[Quotient]] = {}
        for factor, words in parts:
            for word, value in words.items():
                addends.setdefault(word, []).append(multiply(factor, value))
        sums = {word: self.reduce(total(values)) for word, values in addends.items()}
        return Form(rows, columns, {word: value for word, value in sums.items() if value.num})

    def identity(self, over: Node) -> Form:
        """The identity matrix."""
        return Form(over, over, {(): ONE})

    def joined(self, left: Word, right: Word) -> Word:
        """Two words one after the other; powers of one letter that meet are one power, and vanish where that is 0."""
        while left and right and left[-1][:2] == right[0][:2]:
            exponent = add(thawed(left[-1][2]), thawed(right[0][2]))
            (k, turned, _), left, right = right[0], left[:-1], right[1:]
            if exponent.num:
                return (*left, (k, turned, exponent.key()), *right)
        return left + right

    def without_numbers(self, rows: Node, word: Word) -> tuple[Word, Quotient]:
        """A word, and the product of the numbers that it held: what stands between two places of one element."""
        places = [rows, *(self.ends(k, turned)[1] for k, turned, _ in word)]
        single = [at for at, place in enumerate(places) if place == SINGLE]
        number = ONE
        for start, end in pairwise(single):
            number = multiply(number, self._value(word[start:end]))
        return (word[: single[0]] + word[single[-1] :], number) if single else (word, number)

    def settled(self, rows: Node, columns: Node, word: Word) -> Form:
        """A word as a matrix, its numbers in front of it."""
        kept, number = self.without_numbers(rows, word)
        return self.combination(rows, columns, [(number, {kept: ONE})])

    def _value(self, word: Word) -> Quotient:
        """The number that a word from one element to one element is."""
        if len(word) > 1:
            return self.cycle(word, SINGLE)
        ((k, _, exponent),) = word
        return self.integer_exponent(self.cycle(((k, False, PLAIN),), SINGLE), thawed(exponent))

    def matrix_product(self, left: Form, right: Form) -> Form:
        """The product."""
        if len(left.words) * len(right.words) > 2000:
            raise NotNormal("a product of too many words")
        parts = []
        for u, a in left.words.items():
            for v, b in right.words.items():
                parts.append((multiply(a, b), self.settled(left.rows, right.columns, self.joined(u, v)).words))
        return self.combination(left.rows, right.columns, parts)

    def transposed(self, form: Form) -> Form:
        """The transpose: the words backwards, their letters turned."""
        parts = []
        for word, value in form.words.items():
            result = self.identity(form.columns)
            for syllable in reversed(word):
                result = self.matrix_product(result, self.turned(*syllable))
            parts.append((value, result.words))
        return self.combination(form.columns, form.rows, parts)

    def turned(self, k: int, turned: bool, exponent: Any) -> Form:
        """The transpose of a syllable."""
        if self.is_base(k):
            return self.matrix_power(self.transposed(self.base(k)), thawed(exponent))
        return self.syllable(k, not turned, thawed(exponent))

    # Powers ---------------------------------------------------------------------------------------

    def matrix_power(self, form: Form, exponent: Quotient) -> Form:
        """An integer power of a square matrix; below zero, of one that has an inverse."""
        c = as_constant(exponent)
        if self.inside((exponent,))[0] or form.rows != form.columns or (c is not None and c.denominator != 1):
            raise NotNormal("a matrix power whose base is not square, or whose exponent is no known integer")
        if c is not None and c >= 0:
            return self._times(form, int(c))
        if len(form.words) != 1:
            if c is not None and not form.words:
                raise NotNormal("the inverse of zero")
            factor, base = self.primitive(form)
            power = self._of_base(base, exponent)
            return self.combination(*form[:2], [(self.integer_exponent(constant(factor), exponent), power.words)])
        ((word, coefficient),) = form.words.items()
        factor_ = self.integer_exponent(coefficient, exponent)
        if len(word) <= 1 or (c == -1 and self.is_square(word)):
            power = self.identity(form.rows)
            for k, turned, inside in reversed(word):
                power = self.matrix_product(power, self.syllable(k, turned, multiply(thawed(inside), exponent)))
        elif c is not None and c < -1:
            power = self._times(self.matrix_power(Form(*form[:2], {word: ONE}), constant(-1)), -int(c))
        else:
            power = self._of_base(Form(*form[:2], {word: ONE}), exponent)
        return self.combination(*form[:2], [(factor_, power.words)])

    def _times(self, form: Form, count: int) -> Form:
        """A matrix multiplied by itself."""
        if not count:
            return self.identity(form.rows)
        if len(form.words) == 1:
            ((word, value),) = form.words.items()
            if len(word) == 1:
                k, turned, exponent = word[0]
                power = self.syllable(k, turned, scale(thawed(exponent), count))
                return self.combination(*form[:2], [(self.integer_exponent(value, constant(count)), power.words)])
        if count > MOST_FACTORS:
            return self._of_base(form, constant(count))
        result = form
        for _ in range(count - 1):
            result = self.matrix_product(result, form)
        return result

    def _of_base(self, form: Form, exponent: Quotient) -> Form:
        """A power that is not multiplied out; of S**(k + 2) with a natural k, the two factors are."""
        rest, shift = self.without_constant(exponent)
        if as_constant(exponent) is None and exponent.den == UNIT and 0 < shift <= MOST_FACTORS:
            if shift.denominator == 1 and self.is_natural(rest):
                return self.matrix_product(self._of_base(form, rest), self._times(form, int(shift)))
        return self.syllable(self._number(self.form_key(form), *form[:2]), False, exponent)

    def form_key(self, form: Form) -> Any:
        """A matrix as a key; nothing in it may be open."""
        if self.inside(form.words.values())[0]:
            raise NotNormal("a matrix that depends on the index of a sum")
        return tuple(sorted((word, value.key()) for word, value in form.words.items()))

    def primitive(self, form: Form) -> tuple[Fraction, Form]:
        """A rational number and a matrix whose product is the form; equal for all multiples, but for the number."""
        num = form.words[min(form.words)].num if form.words else UNIT
        first = Fraction(num[max(num)])
        return first, Form(*form[:2], {word: scale(value, 1 / first) for word, value in form.words.items()})

    def matrix_difference(self, left: Form, right: Form) -> Form:
        """left - right."""
        return self.combination(*left[:2], [(ONE, left.words), (negative(ONE), right.words)])


def count_of(low: Quotient, high: Quotient) -> Quotient:
    """high - low + 1."""
    return add(subtract(high, low), ONE)

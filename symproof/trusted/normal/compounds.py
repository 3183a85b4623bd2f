"""Letters made of matrices: Kronecker's and Hadamard's product, vec, the adjugate. Trusted.

A compound letter holds words, and is linear in them (the adjugate holds a whole matrix). The laws, each wherever both
sides have values, with sizes 0 and 1 among them:

    (A x B)(C x D) = AC x BD    (A x B)' = A' x B'    (A x B)**k = A**k x B**k for square A and B    (A x B) x C = A x (B x C)
    (A x B) vec(X) = vec(B X A')    vec(X)' vec(Y) = tr(X' Y)    a x b = vec(b a') of columns    A o B = B o A    I o I = I
    (a b') o (c d') = (a o c)(b o d)' of columns    tr(A x B) = tr(A) tr(B), det(A x B) = det(A)**n det(B)**m for A of m rows
    adj(A B) = adj(B) adj(A)    A adj(A) = det(A) I    adj(c A) = c**(n - 1) adj(A)    det(adj(A)) = det(A)**(n - 1)
    adj(adj(A)) = det(A)**(n - 2) A

The last three bring in a number to a power, and are used where that is seen not to be below 0 (of no rows, det(A) is 1): 0 times
0**-1 would pass for 0. For a given size they are equalities of polynomials in the entries, and an invertible A is as near as one
likes to any.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from symproof import term as tm
from symproof.trusted.normal.blocks import Blocks
from symproof.trusted.normal.words import Form, IndexSet, Syllable, Word
from symproof.trusted.polynomial import Quotient

Part = tuple[IndexSet, IndexSet, Word]


class Compounds(Blocks):
    """Words with letters that are made of matrices."""

    # Made of terms --------------------------------------------------------------------------------

    def hadamard(self, left: Form, right: Form) -> Form:
        """The product entry by entry."""
        return self._bilinear(left, right, left.rows, left.columns, self._hadamard)

    def kronecker(self, left: Form, right: Form) -> Form:
        """Kronecker's product."""
        rows, columns = (_pairs(a, b) for a, b in ((left.rows, right.rows), (left.columns, right.columns)))
        return self._bilinear(left, right, rows, columns, self._kronecker)

    def vec(self, form: Form) -> Form:
        """The columns one below the other."""
        one = self.ring.constant(1)
        if form.columns == tm.SINGLE:
            return form
        if form.rows == tm.SINGLE:
            return self.transposed(form)
        rows = _pairs(form.columns, form.rows)
        parts = [
            (c, self.compound("vec", ((form.rows, form.columns, word),), rows, tm.SINGLE))
            for word, c in form.terms.items()
        ]
        return self.matrix_sum(rows, tm.SINGLE, parts or [(one, Form(rows, tm.SINGLE, {}))])

    def adjugate(self, form: Form) -> Form:
        """The transpose of the matrix of cofactors."""
        ring = self.ring
        if len(form.terms) == 1:
            ((word, coefficient),) = form.terms.items()
            less = ring.subtract(self.size(form.rows), ring.constant(1))
            if all(self._is_square(number) for number, _, _ in word) and self._has_power(coefficient, less):
                result = self.identity(form.rows)
                for number, turned, exponent in reversed(word):
                    result = self.matrix_product(result, self._adjugate_of(number, turned, exponent))
                return self._multiple(coefficient, result)
        if not form.terms:
            return self.compound("adjugate", (), form.rows, form.columns)
        lead, base = self._scaled(form)
        result = self.compound("adjugate", self.frozen(base), form.rows, form.columns)
        return self._multiple(ring.scale(ring.constant(1), lead), result)

    def _multiple(self, factor: Quotient, adjugate: Form) -> Form:
        """adj(c A) of adj(A)."""
        if self.ring.as_constant(factor) == 1:
            return adjugate
        less = self.ring.subtract(self.size(adjugate.rows), self.ring.constant(1))
        return self.matrix_sum(adjugate.rows, adjugate.columns, [(self.raised(factor, less), adjugate)])

    def _has_power(self, base: Quotient, exponent: Quotient) -> bool:
        """Whether a power has a value, whatever its letters are: a normal form is asked for ranges where its term has one."""
        return bool(self.ring.as_constant(base)) or self.is_natural(exponent)

    def _adjugate_of(self, number: int, turned: bool, exponent: Any) -> Form:
        """The adjugate of a power of a letter, that power of its adjugate."""
        kind, _ = self.matrices[number]
        raised = self.ring.thaw(exponent)
        if kind == "base":
            return self.matrix_power(self.adjugate(self._thawed(number)), raised)
        one = self.ring.constant(1)
        plain = Form(*self.shapes[number], {((number, turned, self.ring.freeze(one)),): one})
        less = self.ring.subtract(self.size(plain.rows), self.ring.constant(2))
        if kind == "adjugate" and self.is_natural(less):  # adj(adj(A)) = det(A)**(n - 2) A
            inside = self.transposed(self._cofactored(number)) if turned else self._cofactored(number)
            factor = self.raised(self.determinant(inside), less)
            return self.matrix_power(self.matrix_sum(plain.rows, plain.columns, [(factor, inside)]), raised)
        return self.matrix_power(self.compound("adjugate", self.frozen(plain), plain.rows, plain.columns), raised)

    # Compound letters -----------------------------------------------------------------------------

    def parts_of(self, number: int) -> list[Form]:
        """The matrices in a letter that holds words."""
        if self.matrices[number][0] == "adjugate":
            return [self._cofactored(number)]
        what: Any = self.matrices[number][1]
        return [Form(rows, columns, {word: self.ring.constant(1)}) for rows, columns, word in what]

    def _cofactored(self, number: int) -> Form:
        """The matrix of an adjugate."""
        return self.thawed(*self.shapes[number], self.matrices[number][1])  # type: ignore[arg-type]

    def _bilinear(
        self,
        left: Form,
        right: Form,
        rows: IndexSet,
        columns: IndexSet,
        join: Callable[[Part, Part, IndexSet, IndexSet], Form],
    ) -> Form:
        parts = [
            (self.ring.multiply(a, b), join((*left[:2], u), (*right[:2], v), rows, columns))
            for u, a in left.terms.items()
            for v, b in right.terms.items()
        ]
        return self.matrix_sum(rows, columns, parts)

    def _of(self, *parts: Part) -> list[Form]:
        return [Form(rows, columns, {word: self.ring.constant(1)}) for rows, columns, word in parts]

    def _kronecker(self, left: Part, right: Part, rows: IndexSet, columns: IndexSet) -> Form:
        number = self._single(left[2], "kronecker")
        if number is not None:  # the right one takes what is nested
            first, second = self.parts_of(number)
            return self.kronecker(first, self.kronecker(second, *self._of(right)))
        (a, b), single = self._of(left, right), tm.SINGLE
        if left[:2] == (single, single):
            return b
        if right[:2] == (single, single):
            return a
        if left[1] == right[0] == single:
            return self.matrix_product(a, b)
        if left[0] == right[1] == single:
            return self.matrix_product(b, a)
        if left[1] == right[1] == single:
            return self.vec(self.matrix_product(b, self.transposed(a)))
        if left[0] == right[0] == single:
            return self.transposed(self.vec(self.matrix_product(self.transposed(b), a)))
        if left[2] == right[2] == ():
            return self.identity(rows)
        ours, theirs = self._cut(left), self._cut(right)
        if ours is not None and theirs is not None:
            (a, b), (c, d) = self._of(*ours), self._of(*theirs)
            return self.matrix_product(self.kronecker(a, c), self.kronecker(b, d))
        return self.compound("kronecker", (left, right), rows, columns)

    def _hadamard(self, left: Part, right: Part, rows: IndexSet, columns: IndexSet) -> Form:
        if left[2] == right[2] == ():
            return self.identity(rows)
        ours, theirs = self._cut(left), self._cut(right)
        if ours is not None and theirs is not None and tm.SINGLE not in (rows, columns):
            (a, b), (c, d) = self._of(*ours), self._of(*theirs)
            return self.matrix_product(self.hadamard(a, c), self.hadamard(b, d))
        words: list[Word] = []
        for _, _, word in (left, right):
            number = self._single(word, "hadamard")
            words += [word] if number is None else [part[2] for part in self.matrices[number][1]]  # type: ignore[attr-defined]
        if () in words:  # the diagonal alone, which is that of the transpose too
            words = [self._least_turned((rows, columns, word)) for word in words if word] + [()]
        what = tuple((rows, columns, word) for word in sorted(words))
        return self.compound("hadamard", what, rows, columns)

    def _cut(self, part: Part) -> tuple[Part, Part] | None:
        """A word as a column times a row, where it is that."""
        rows, columns, word = part
        for k in range(1, len(word)):
            if self._shape(*word[k][:2])[0] == tm.SINGLE:
                return (rows, tm.SINGLE, word[:k]), (tm.SINGLE, columns, word[k:])
        return None

    def _least_turned(self, part: Part) -> Word:
        """A word or its transpose, where that is one word too."""
        turned = self.transposed(self._of(part)[0]).terms
        words = [word for word, value in turned.items() if self.ring.as_constant(value) == 1]
        return min(part[2], *words) if len(turned) == len(words) == 1 else part[2]

    def _single(self, word: Word, kind: str) -> int | None:
        """The letter of a word that is one letter of a kind, as it is."""
        if len(word) != 1 or self.matrices[word[0][0]][0] != kind or word[0][1]:
            return None
        return word[0][0] if self._is_plain(word[0]) else None

    def _is_plain(self, syllable: Syllable) -> bool:
        return self.ring.as_constant(self.ring.thaw(syllable[2])) == 1

    # Transposed, raised ---------------------------------------------------------------------------

    def _turned(self, number: int, turned: bool, exponent: Quotient) -> Form:
        kind, _ = self.matrices[number]
        match kind:
            case "kronecker":
                a, b = map(self.transposed, self.parts_of(number))
                return self.matrix_power(self.kronecker(a, b), exponent)
            case "hadamard":
                first, *rest = map(self.transposed, self.parts_of(number))
                for other in rest:
                    first = self.hadamard(first, other)
                return self.matrix_power(first, exponent)
            case "adjugate":
                return self.matrix_power(self.adjugate(self.transposed(self._cofactored(number))), exponent)
            case "vec" | "embedding":
                return self.syllable(number, not turned, exponent)
        return super()._turned(number, turned, exponent)

    def syllable(self, number: int, turned: bool, exponent: Quotient) -> Form:
        if self.matrices[number][0] == "kronecker" and self.ring.as_constant(exponent) != 1:
            a, b = self.parts_of(number)
            if a.rows == a.columns and b.rows == b.columns:
                return self.kronecker(self.matrix_power(a, exponent), self.matrix_power(b, exponent))
        return super().syllable(number, turned, exponent)

    # Products -------------------------------------------------------------------------------------

    def _joined(self, left: Word, right: Word) -> Word:
        if left and self.matrices[left[-1][0]][0] == "kronecker":
            return left + right  # `fused` multiplies them
        return super()._joined(left, right)

    def _settled(self, rows: IndexSet, columns: IndexSet, word: Word, coefficient: Quotient) -> Form:
        for k, (left, right) in enumerate(pairwise(word)):
            fused = self.fused(left, right)
            if fused is not None:
                before = Form(rows, fused.rows, {word[:k]: coefficient})
                after = Form(fused.columns, columns, {word[k + 2 :]: self.ring.constant(1)})
                return self.matrix_product(self.matrix_product(before, fused), after)
        return super()._settled(rows, columns, word, coefficient)

    def fused(self, left: Syllable, right: Syllable) -> Form | None:
        """The product of two letters that meet, where a law says what it is."""
        kinds = self.matrices[left[0]][0], self.matrices[right[0]][0]
        match kinds:
            case ("letter", "letter") | ("letter" | "base", "base") | ("base", "letter"):
                return None
            case ("kronecker", "kronecker") if self._is_plain(left) and self._is_plain(right):
                (a, b), (c, d) = self.parts_of(left[0]), self.parts_of(right[0])
                if a.columns == c.rows and b.columns == d.rows:
                    return self.kronecker(self.matrix_product(a, c), self.matrix_product(b, d))
            case ("kronecker", "vec") if not right[1] and self._is_plain(left):
                (a, b), (x,) = self.parts_of(left[0]), self.parts_of(right[0])
                if a.columns == x.columns and b.columns == x.rows:
                    return self.vec(self.matrix_product(self.matrix_product(b, x), self.transposed(a)))
            case ("vec", "kronecker") if left[1] and self._is_plain(right):
                (x,), (a, b) = self.parts_of(left[0]), self.parts_of(right[0])
                if a.rows == x.columns and b.rows == x.rows:
                    product = self.matrix_product(self.matrix_product(self.transposed(b), x), a)
                    return self.transposed(self.vec(product))
            case ("vec", "vec") if left[1] and not right[1]:
                (x,), (y,) = self.parts_of(left[0]), self.parts_of(right[0])
                if x[:2] == y[:2]:
                    value = self.trace(self.matrix_product(self.transposed(x), y))
                    return self.matrix_sum(tm.SINGLE, tm.SINGLE, [(value, self.identity(tm.SINGLE))])
            case ("embedding", "embedding"):
                return self.embedded(left, right)
            case ("adjugate", _) | (_, "adjugate"):
                return self._cofactors(left, right)
        return None

    def _cofactors(self, left: Syllable, right: Syllable) -> Form | None:
        """A adj(A) and adj(A) A, where A is a letter."""
        one = self.ring.constant(1)
        for own, other in ((left, right), (right, left)):
            number, turned, _ = own
            inside = ((number, turned, self.ring.freeze(one)),)
            if self.matrices[other[0]] == ("adjugate", ((inside, self.ring.freeze(one)),)):
                powers = [self.ring.as_constant(self.ring.thaw(syllable[2])) or 0 for syllable in (own, other)]
                if any(power < 1 or power.denominator != 1 for power in powers):
                    return None
                rows, columns = self._shape(number, turned)
                plain = Form(rows, columns, {inside: one})
                result = self.matrix_sum(rows, columns, [(self.determinant(plain), self.identity(rows))])
                for syllable, power in zip((own, other), powers, strict=True):
                    less = self.syllable(*syllable[:2], self.ring.constant(1))
                    result = self.matrix_product(result, self._multiplied(less, int(power) - 1))
                return result
        return None

    # Numbers --------------------------------------------------------------------------------------

    def size(self, over: IndexSet) -> Quotient:
        """How many elements an index set has."""
        raise NotImplementedError

    def trace(self, form: Form) -> Quotient:
        """The trace of a square matrix."""
        raise NotImplementedError

    def determinant(self, form: Form) -> Quotient:
        """The determinant of a square matrix."""
        raise NotImplementedError

    def raised(self, base: Quotient, exponent: Quotient) -> Quotient:
        """An integer power of a number, which is not 0 where the exponent is negative."""
        raise NotImplementedError

    def trace_of_compound(self, word: Word) -> Quotient | None:
        """The trace of a word, where a law says what it is."""
        if len(word) > 1:
            fused = self.fused(word[-1], word[0])
            if fused is not None:
                rows, columns = self._shape(*word[0][:2])[1], self._shape(*word[-1][:2])[0]
                middle = Form(rows, columns, {word[1:-1]: self.ring.constant(1)})
                return self.trace(self.matrix_product(middle, fused))
        number = self._single(word, "kronecker")
        if number is not None:
            a, b = self.parts_of(number)
            if a.rows == a.columns and b.rows == b.columns:
                return self.ring.multiply(self.trace(a), self.trace(b))
        return self._trace_of_entries(word)

    def _trace_of_entries(self, word: Word) -> Quotient | None:
        """tr((A o B) C'), the sum of the products of three entries: in the order of words; tr(A o B) = tr((A o I) B)."""
        place = next((k for k in range(len(word)) if self._single(word[k : k + 1], "hadamard") is not None), None)
        if place is None:
            return None
        rows, columns = self.shapes[word[place][0]]
        rest = self.transposed(Form(columns, rows, {word[place + 1 :] + word[:place]: self.ring.constant(1)}))
        if len(rest.terms) != 1:
            return None
        ((other, factor),) = rest.terms.items()
        whole = self.hadamard(self.parts_of(word[place][0])[0], Form(rows, columns, {other: self.ring.constant(1)}))
        for part in self.parts_of(word[place][0])[1:]:
            whole = self.hadamard(whole, part)
        ((joined, value), *more) = whole.terms.items()
        number = self._single(joined, "hadamard")
        if more or number is None:
            return None
        *first, last = self.parts_of(number)
        if other in last.terms:
            return None
        product = first[0]
        for part in first[1:]:
            product = self.hadamard(product, part)
        trace = self.trace(self.matrix_product(product, self.transposed(last)))
        return self.ring.multiply(self.ring.multiply(factor, value), trace)

    def determinant_of_compound(self, number: int) -> Quotient | None:
        """The determinant of a letter, where a law says what it is."""
        ring = self.ring
        match self.matrices[number][0]:
            case "kronecker":
                a, b = self.parts_of(number)
                if a.rows == a.columns and b.rows == b.columns:
                    return ring.multiply(
                        self.raised(self.determinant(a), self.size(b.rows)),
                        self.raised(self.determinant(b), self.size(a.rows)),
                    )
            case "adjugate":
                inside = self._cofactored(number)
                return self.raised(self.determinant(inside), ring.subtract(self.size(inside.rows), ring.constant(1)))
        return None


def _pairs(left: IndexSet, right: IndexSet) -> tm.Interval:
    return tm.as_many(tm.Identity(left), left, right)

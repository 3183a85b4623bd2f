"""Traces, determinants and entries of combinations of words.

    tr(X Y) = tr(Y X)    tr(X') = tr(X)    tr(1) = the size    det(X Y) = det(X) det(Y) for square X and Y
    det(X') = det(X)    det(X**a) = det(X)**a    det(c X) = c**size det(X), and det of the matrix without entries is 1

A matrix with a number of rows and columns up to 4 is written out in entries.
"""

from __future__ import annotations

from itertools import permutations
from typing import Any

from .atoms import ONE
from .compounds import Compounds
from .polynomial import NotNormal
from .rational import Quotient, add, as_constant, constant, multiply, negative, thawed, total
from .terms import SINGLE, Node, shape
from .words import PLAIN, Form, Word, count_of

LARGEST, LONGEST = 4, 6
Table = list[list[Quotient]]


class Matrices(Compounds):
    """Numbers made of matrices."""

    def scalar(self, term: Node) -> Quotient:
        """The normal form of a scalar."""
        raise NotImplementedError

    def entry(self, matrix: Node, row: Quotient, column: Quotient) -> Quotient:
        """The normal form of an entry."""
        raise NotImplementedError

    def size(self, over: Node) -> Quotient:
        """How many elements an index set has; a range that ends before it begins has none."""
        if over[0] == "Cyclic":
            return self.scalar(over[1])
        return self.size_of(count_of(self.scalar(over[1]), self.scalar(over[2])))

    def size_of(self, count: Quotient) -> Quotient:
        """A count, or 0 where it is negative."""
        c = as_constant(count)
        if c is not None:
            return constant(c if c > 0 else 0)
        return count if self.is_natural(count) else self.atom(("size", count.key()), (count,))

    # Traces ---------------------------------------------------------------------------------------

    def trace(self, form: Form) -> Quotient:
        """The trace of a square matrix."""
        return self.reduce(total(multiply(value, self._trace_of(w, form.rows)) for w, value in form.words.items()))

    def _trace_of(self, word: Word, over: Node) -> Quotient:
        compound = self.trace_of_compound(word)
        if compound is not None:
            return compound
        while len(word) > 1 and word[0][:2] == word[-1][:2]:
            over = self.ends(*word[0][:2])[1]
            word = self.joined(word[1:], word[:1])
        if not word:
            return self.size(over)
        places = [self.ends(k, turned)[0] for k, turned, _ in word]
        if SINGLE in places:
            at = places.index(SINGLE)
            return self.without_numbers(SINGLE, word[at:] + word[:at])[1]
        return self.cycle(word, over)

    def cycle(self, word: Word, over: Node) -> Quotient:
        """The least among the rotations of a word and of its transpose names them all."""
        table = self._table(word, over, over)
        if table is not None:
            return self.reduce(total(table[i][i] for i in range(len(table))))
        own = _least(word)
        factor, other = self._backwards(word)
        if other and _least(other) < own:
            return multiply(factor, self.atom(("trace", _least(other))))
        if other and _least(other) == own and as_constant(factor) not in (None, 1):
            return constant(0)  # it is a multiple of itself
        return self.atom(("trace", own))

    def _backwards(self, word: Word) -> tuple[Quotient, Word]:
        """The transpose of a word as a multiple of a word up to rotation; no word where it is none."""
        factor, result = ONE, Word()
        for syllable in reversed(word):
            if self.ends(*syllable[:2]) == (SINGLE, SINGLE):
                result += (syllable,)
                continue
            parts = self.turned(*syllable).words
            if len(parts) != 1:
                return ONE, ()
            ((part, value),) = parts.items()
            factor, result = multiply(factor, value), self.joined(result, part)
        while len(result) > 1 and result[0][:2] == result[-1][:2]:
            result = self.joined(result[1:], result[:1])
        return factor, result

    # Determinants ---------------------------------------------------------------------------------

    def determinant_of_term(self, term: Node, read: Any) -> Quotient:
        """The determinant, factor by factor where all are square."""
        match term:
            case ("MatrixMul", left, right) if (form := read(left)).rows == form.columns:
                return multiply(self.determinant_of_term(left, read), self.determinant_of_term(right, read))
            case ("Transpose", inside):
                return self.determinant_of_term(inside, read)
            case ("Above", lines) if (diagonal := _diagonal(lines, read)) is not None:
                result = ONE
                for part in diagonal:
                    result = multiply(result, self.determinant_of_term(part, read))
                return result
            case ("MatrixPower", inside, exponent):
                return self.integer_exponent(self.determinant_of_term(inside, read), self.scalar(exponent))
        return self.determinant(read(term))

    def determinant(self, form: Form) -> Quotient:
        """The determinant of a square matrix."""
        table = self.table(form)
        if table is not None:
            return self.reduce(leibniz(table))
        size = self.size(form.rows)
        if len(form.words) == 1:
            ((word, value),) = form.words.items()
            if self.is_square(word):
                result = ONE if as_constant(value) == 1 else self.integer_exponent(value, size)
                for k, _, exponent in word:
                    result = multiply(result, self.integer_exponent(self._of_letter(k), thawed(exponent)))
                return result
        if not form.words:
            return self.atom(("determinant", form.rows, ()))
        factor, one = self.primitive(form)
        other_factor, other = self.primitive(self.transposed(one))
        key = self.form_key(one)
        if other_factor == 1:
            key = min(key, self.form_key(other))
        atom = self.atom(("determinant", form.rows, key))
        return atom if factor == 1 else multiply(self.integer_exponent(constant(factor), size), atom)

    def _of_letter(self, k: int) -> Quotient:
        if self.is_base(k):
            return self.determinant(self.base(k))
        compound = self.determinant_of_compound(k)
        if compound is not None:
            return compound
        return self.atom(("determinant", self.letters[k][1], (((((k, False, PLAIN)),), PLAIN),)))

    # Entries --------------------------------------------------------------------------------------

    def _count(self, over: Node) -> int | None:
        size = as_constant(self.size(over)) if over[0] == "Interval" else None
        return int(size) if size is not None and size <= LARGEST else None

    def table(self, form: Form) -> Table | None:
        """The entries of a small matrix."""
        height, width = self._count(form.rows), self._count(form.columns)
        if height is None or width is None:
            return None
        result = [[constant(0)] * width for _ in range(height)]
        if height and width:
            for word, value in form.words.items():
                part = self._table(word, form.rows, form.columns)
                if part is None:
                    return None
                result = [
                    [add(x, multiply(value, y)) for x, y in zip(*rows, strict=True)]
                    for rows in zip(result, part, strict=True)
                ]
        return result

    def _table(self, word: Word, rows: Node, columns: Node) -> Table | None:
        height, width = self._count(rows), self._count(columns)
        if not height or not width:
            return None
        result = [[constant(int(i == j)) for j in range(height)] for i in range(height)]
        length = 0
        for k, turned, exponent in word:
            power, letter = as_constant(thawed(exponent)), self._letter_table(k)
            if power is None or letter is None or power.denominator != 1:
                return None
            length += abs(int(power))
            if length > LONGEST:
                return None
            if turned:
                letter = [list(column) for column in zip(*letter, strict=True)]
            letter = self._inverted(letter) if power < 0 else letter
            for _ in range(abs(int(power))):
                result = [[self._dot(row, column) for column in zip(*letter, strict=True)] for row in result]
        return result

    def _dot(self, row: Any, column: Any) -> Quotient:
        return self.reduce(total(multiply(x, y) for x, y in zip(row, column, strict=True)))

    def _letter_table(self, k: int) -> Table | None:
        what, rows, columns = self.letters[k]
        height, width = self._count(rows), self._count(columns)
        if not height or not width:
            return None
        if self.is_base(k):
            return self.table(self.base(k))
        if self.kind(k):
            return self._compound_table(k, height, width)
        top, left = self.scalar(rows[1]), self.scalar(columns[1])
        return [
            [self.entry(what, add(top, constant(i)), add(left, constant(j))) for j in range(width)]
            for i in range(height)
        ]

    def _compound_table(self, k: int, height: int, width: int) -> Table | None:
        """The entries of a letter that is made of matrices."""
        if self.kind(k) == "embedding":
            start = as_constant(self.scalar(self.letters[k][0][1]))
            return [[constant(int(i - j == start)) for j in range(width)] for i in range(height)]
        tables = [self.table(form) for form in self.held(k)]
        known = [table for table in tables if table is not None]
        if len(known) < len(tables):
            return None
        first = known[0]
        match self.kind(k):
            case "kron":
                return [[multiply(x, y) for x in line for y in other] for line in first for other in known[1]]
            case "vec":
                return [[x] for column in zip(*first, strict=True) for x in column]
            case "adj":
                return cofactors(first)
        for table in known[1:]:
            lines = zip(first, table, strict=True)
            first = [[multiply(x, y) for x, y in zip(*pair, strict=True)] for pair in lines]
        return first

    def _inverted(self, table: Table) -> Table:
        """Cofactors over the determinant, which is not 0 where the inverse has a value."""
        bottom = self.inverse(self.reduce(leibniz(table)))
        return [[self.reduce(multiply(x, bottom)) for x in line] for line in cofactors(table)]

    def entry_of(self, form: Form, row: Quotient, column: Quotient) -> Quotient:
        """An entry of a matrix that is known as a combination of words only."""
        table = self.table(form)
        if table is not None:
            places = []
            for where, place in ((form.rows, row), (form.columns, column)):
                low, at = as_constant(self.scalar(where[1])), as_constant(place)
                places.append(-1 if low is None or at is None else int(at - low))
            i, j = places
            if 0 <= i < len(table) and 0 <= j < len(table[i]):
                return table[i][j]
        return self._cell(form.rows, form.columns, self.form_key(form), row, column)

    def _cell(self, rows: Node, columns: Node, key: Any, row: Quotient, column: Quotient) -> Quotient:
        return self.atom(("cell", rows, columns, key, row.key(), column.key()), (row, column))

    def replaced_atom(self, k: int, letters: Any) -> Quotient:
        """An atom made anew; of a trace or a determinant nothing is open."""
        match self.atoms[k]:
            case ("cell", rows, columns, key, row, column):
                form = Form(rows, columns, {word: thawed(value) for word, value in key})
                return self.entry_of(form, *(self.replace(thawed(at), letters) for at in (row, column)))
            case ("size", count):
                return self.size_of(self.replace(thawed(count), letters))
        return super().replaced_atom(k, letters)


def _diagonal(lines: tuple[Node, ...], read: Any) -> list[Node] | None:
    """The square blocks on the diagonal of blocks that are zero below it, or above it."""
    blocks = [line[1] for line in lines if line[0] == "Beside"]
    count = range(len(lines))
    if any(len(line) != len(lines) for line in blocks) or len(blocks) != len(lines):
        return None
    widths = [shape(part)[1] for part in blocks[0]]
    if any([shape(part)[1] for part in line] != widths for line in blocks):
        return None
    if any(shape(blocks[k][k])[0] != widths[k] for k in count):
        return None
    lower = all(not read(blocks[i][j]).words for i in count for j in count if i < j)
    upper = all(not read(blocks[i][j]).words for i in count for j in count if i > j)
    return [blocks[k][k] for k in count] if lower or upper else None


def _least(word: Word) -> Word:
    return min(word[at:] + word[:at] for at in range(len(word)))


def leibniz(table: Table) -> Quotient:
    """The determinant of a table; of the empty one, 1."""
    addends = []
    for order in permutations(range(len(table))):
        swaps = sum(order[i] > order[j] for j in range(len(order)) for i in range(j))
        product = constant(-1 if swaps % 2 else 1)
        for i, j in enumerate(order):
            product = multiply(product, table[i][j])
        addends.append(product)
    if len(addends) > 24:
        raise NotNormal("a determinant of many entries")
    return total(addends)


def cofactors(table: Table) -> Table:
    """The transposed cofactors of a table."""
    size = range(len(table))

    def cofactor(i: int, j: int) -> Quotient:
        minor = leibniz([[table[p][q] for q in size if q != j] for p in size if p != i])
        return negative(minor) if (i + j) % 2 else minor

    return [[cofactor(j, i) for j in size] for i in size]

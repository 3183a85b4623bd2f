"""Traces and determinants of the normal forms of matrices, and their entries. Trusted.

    tr(X Y) = tr(Y X)    tr(X.T) = tr(X)    tr(1) = n    det(X Y) = det(X) det(Y) for square X, Y    det(X.T) = det(X)
    det(X**a) = det(X)**a    det(c X) = c**n det(X)

Those of a size that is a number up to 4 are written out in entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import permutations

from symproof import term as tm
from symproof.errors import UnknownOperator
from symproof.trusted.matrix_calculus import matrix_gradient
from symproof.trusted.normal.algebra import Algebra
from symproof.trusted.normal.compounds import Compounds
from symproof.trusted.normal.words import Form, FrozenForm, IndexSet, Word
from symproof.trusted.polynomial import Frozen, Quotient, TooLarge

LARGEST, LONGEST = 4, 6
"""The size up to which traces and determinants are written out, and the longest product under such a trace."""


class MatrixAlgebra(Compounds):
    """Numbers made of matrices."""

    def __init__(self) -> None:
        super().__init__()
        self._scope: dict[tm.Term, Quotient] = {}
        self._known_matrices: dict[tm.Term, Form] = {}

    @contextmanager
    def outside(self) -> Iterator[None]:
        """What is read now is read outside of all binders."""
        inside, self._scope = self._scope, {}
        try:
            yield
        finally:
            self._scope = inside

    # Terms ----------------------------------------------------------------------------------------

    def matrix(self, term: tm.Matrix) -> Form:
        """The normal form of a matrix: a combination of words."""
        bound = bool(self._scope) and not term.free.isdisjoint(self._scope)
        if not bound and term in self._known_matrices:
            return self._known_matrices[term]
        value = self._matrix(term, bound)
        if not bound:
            self._known_matrices[term] = value
        return value

    def _matrix(self, term: tm.Matrix, bound: bool) -> Form:
        one = self.ring.constant(1)
        match term:
            case tm.MatrixAdd(left, right):
                return self.matrix_sum(*term.shape, [(one, self.matrix(left)), (one, self.matrix(right))])
            case tm.MatrixScale(factor, inside):
                return self.matrix_sum(*term.shape, [(self.scalar(factor), self.matrix(inside))])
            case tm.MatrixMul(left, right):
                return self.matrix_product(self.matrix(left), self.matrix(right))
            case tm.Transpose(inside):
                return self.transposed(self.matrix(inside))
            case tm.MatrixPower(inside, exponent):
                return self.matrix_power(self.matrix(inside), self.scalar(exponent))
            case tm.Hadamard(left, right):
                return self.hadamard(self.matrix(left), self.matrix(right))
            case tm.Kronecker(left, right):
                return self.kronecker(self.matrix(left), self.matrix(right))
            case tm.Vec(inside):
                return self.vec(self.matrix(inside))
            case tm.Above(parts) | tm.Beside(parts):
                return self.stacked(term, list(map(self.matrix, parts)))
            case tm.Adjugate(inside):
                return self.adjugate(self.matrix(inside))
            case tm.MatrixGradient(body, variable):
                return self.matrix(matrix_gradient(body, variable))
            case _ if bound:
                raise UnknownOperator(f"no normal form for {term}, as it depends on a bound index")
            case tm.Identity(over):
                return self.identity(over)
            case tm.EntryLaw(body=tm.Number(value)) if value == 0:
                return self.matrix_sum(*term.shape, [])
            case tm.MatrixVariable() | tm.EntryLaw():
                return self.matrix_letter(term)
            case _:
                raise UnknownOperator(f"no normal form for {type(term).__name__}; add its rule to normalizer.py")

    def determinant_by_factors(self, term: tm.Matrix) -> Quotient:
        """The determinant of a product of square matrices by its factors, before they are multiplied out."""
        match term:
            case tm.MatrixMul(left, right) if left.is_square:
                return self.ring.multiply(self.determinant_by_factors(left), self.determinant_by_factors(right))
            case tm.Transpose(inside):
                return self.determinant_by_factors(inside)
            case tm.Above(lines) if (diagonal := self._diagonal(lines)) is not None:
                result = self.ring.constant(1)
                for part in diagonal:
                    result = self.ring.multiply(result, self.determinant_by_factors(part))
                return result
            case tm.MatrixPower(inside, exponent):
                return self.raised(self.determinant_by_factors(inside), self.scalar(exponent))
            case _:
                return self.determinant(self.matrix(term))

    def _diagonal(self, lines: tuple[tm.Matrix, ...]) -> list[tm.Matrix] | None:
        """The blocks on the diagonal, if they are square and all above them, or all below them, are zero."""
        count = range(len(lines))
        blocks = [line.parts for line in lines if isinstance(line, tm.Beside) and len(line.parts) == len(lines)]
        if len(blocks) < len(lines) or not all(blocks[k][k].is_square for k in count):
            return None
        if any(part.shape[1] != first.shape[1] for line in blocks for part, first in zip(line, blocks[0], strict=True)):
            return None
        for sign in (1, -1):
            if not any(self.matrix(blocks[i][j]).terms for i in count for j in count if sign * i > sign * j):
                return [blocks[k][k] for k in count]
        return None

    def matrix_difference(self, left: tm.Matrix, right: tm.Matrix) -> Form:
        """The normal form of left - right."""
        one = self.ring.constant(1)
        parts = [(one, self.matrix(left)), (self.ring.negative(one), self.matrix(right))]
        return self.matrix_sum(*left.shape, parts)

    # Traces ---------------------------------------------------------------------------------------

    def size(self, over: IndexSet) -> Quotient:
        """How many elements an index set has."""
        if isinstance(over, tm.Cyclic):
            return self.scalar(over.modulus)
        count = self.ring.add(self.ring.subtract(self.scalar(over.high), self.scalar(over.low)), self.ring.constant(1))
        return self.size_of(count)

    def size_of(self, count: Quotient) -> Quotient:
        """`count`, or 0 where that is negative."""
        constant = self.ring.as_constant(count)
        if constant is not None:
            return self.ring.constant(max(int(constant), 0))
        return count if self.is_natural(count) else self.atom(("size", self.ring.freeze(count)), (count,))

    def trace(self, form: Form) -> Quotient:
        """The trace of a square matrix."""
        addends = [self.ring.multiply(value, self._trace_of(word, form.rows)) for word, value in form.terms.items()]
        return self.reduce(self.ring.total(addends))

    def _trace_of(self, word: Word, over: IndexSet) -> Quotient:
        compound = self.trace_of_compound(word)
        if compound is not None:
            return compound
        while len(word) > 1 and word[0][:2] == word[-1][:2]:  # tr(X Y X) = tr(X X Y)
            over = self._shape(*word[0][:2])[1]
            word = self._joined(word[1:], word[:1])
        if not word:
            return self.size(over)
        places = [self._shape(number, turned)[0] for number, turned, _ in word]
        if tm.SINGLE in places:
            first = places.index(tm.SINGLE)
            rotated = word[first:] + word[:first]
            one = self.ring.constant(1)
            terms = self._settled(tm.SINGLE, tm.SINGLE, rotated, one).terms
            return terms.get((), self.ring.constant(0))
        return self._cycle(word, over)

    def _cycle(self, word: Word, over: IndexSet) -> Quotient:
        """The atom of a trace, the same for all words that the laws make equal to this one."""
        written_out = self._trace_in_entries(word, over)
        if written_out is not None:
            return written_out
        own = min(rotations(word))
        turned = self._turned_word(word, over)
        if turned is not None:
            other, factor = turned
            least = min(rotations(other))
            if least < own:
                return self.ring.multiply(factor, self._trace_atom(least))
            if least == own and self.ring.as_constant(factor) not in (None, 1):
                return self.ring.constant(0)
        return self._trace_atom(own)

    def _trace_atom(self, word: Word) -> Quotient:
        return self.atom(("trace", word))

    def _turned_word(self, word: Word, over: IndexSet) -> tuple[Word, Quotient] | None:
        """The transpose of a word as a multiple of one word, where it is that."""
        parts: Word = ()
        factor = self.ring.constant(1)
        for number, turned, exponent in reversed(word):
            if self._shape(number, turned) == (tm.SINGLE, tm.SINGLE):
                parts += ((number, turned, exponent),)  # it is its own transpose
                continue
            terms = self._turned(number, turned, self.ring.thaw(exponent)).terms
            if len(terms) != 1:
                return None
            ((part, value),) = terms.items()
            parts, factor = self._joined(parts, part), self.ring.multiply(factor, value)
        while len(parts) > 1 and parts[0][:2] == parts[-1][:2]:
            parts = self._joined(parts[1:], parts[:1])
        return (parts, factor) if parts else None

    # Determinants ---------------------------------------------------------------------------------

    def determinant(self, form: Form) -> Quotient:
        """The determinant of a square matrix."""
        ring = self.ring
        cells = self.cells(form)
        if cells is not None:
            return self.reduce(determinant_of(self, cells))
        size = self.size(form.rows)
        if not form.terms:
            return self.atom(("determinant", form.rows, form.columns, ()))
        if len(form.terms) == 1:
            ((word, coefficient),) = form.terms.items()
            if all(self._is_square(number) for number, _, _ in word):
                result = self.power(coefficient, size) if ring.as_constant(coefficient) != 1 else coefficient
                for number, _, exponent in word:
                    result = ring.multiply(
                        result, self.raised(self._determinant_of_letter(number), ring.thaw(exponent))
                    )
                return result
        lead, scaled = self._scaled(form)
        other_lead, other = self._scaled(self.transposed(scaled))
        ours, theirs = self.frozen(scaled), self.frozen(other)
        if other_lead == 1 and theirs < ours:
            ours = theirs
        atom = self.atom(("determinant", form.rows, form.columns, ours))
        return atom if lead == 1 else ring.multiply(self.power(ring.scale(ring.constant(1), lead), size), atom)

    def raised(self, base: Quotient, exponent: Quotient) -> Quotient:
        """An integer power of a determinant, which is not 0 where the exponent is negative."""
        constant = self.ring.as_constant(exponent)
        if constant is not None and constant < 0:
            return self.inverse(self.power(base, self.ring.negative(exponent)))
        return self.power(base, exponent)

    def _determinant_of_letter(self, number: int) -> Quotient:
        kind, _ = self.matrices[number]
        if kind == "base":
            return self.determinant(self._thawed(number))
        compound = self.determinant_of_compound(number)
        if compound is not None:
            return compound
        one = self.ring.freeze(self.ring.constant(1))
        word: Word = ((number, False, one),)
        return self.atom(("determinant", *self.shapes[number], ((word, one),)))

    # Written out in entries -----------------------------------------------------------------------

    def cells(self, form: Form) -> list[list[Quotient]] | None:
        """The entries of a matrix of a small size that is a number; None for any other."""
        height, width = self._count(form.rows), self._count(form.columns)
        if height is None or width is None:
            return None
        total = [[self.ring.constant(0)] * width for _ in range(height)]
        if not height or not width:
            return total
        for word, value in form.terms.items():
            table = self._cells_of_word(word, height)
            if table is None:
                return None
            total = [
                [self.ring.add(a, self.ring.multiply(value, b)) for a, b in zip(*rows, strict=True)]
                for rows in zip(total, table, strict=True)
            ]
        return total

    def _count(self, over: IndexSet) -> int | None:
        count = self.ring.as_constant(self.size(over))
        return int(count) if isinstance(over, tm.Interval) and count is not None and count <= LARGEST else None

    def _cells_of_word(self, word: Word, height: int) -> list[list[Quotient]] | None:
        ring = self.ring
        table = [[ring.constant(int(i == j)) for j in range(height)] for i in range(height)]
        length = 0
        for number, turned, exponent in word:
            power = ring.as_constant(ring.thaw(exponent))
            letter = self._cells_of_letter(number)
            length += LONGEST if power is None else abs(int(power))
            if power is None or letter is None or length > LONGEST:
                return None
            if turned:
                letter = [list(column) for column in zip(*letter, strict=True)]
            if power < 0:
                letter = inverse_of(self, letter)
            for _ in range(abs(int(power))):
                table = [
                    [
                        self.reduce(ring.total([ring.multiply(a, b) for a, b in zip(row, column, strict=True)]))
                        for column in zip(*letter, strict=True)
                    ]
                    for row in table
                ]
        return table

    def _cells_of_letter(self, number: int) -> list[list[Quotient]] | None:
        kind, what = self.matrices[number]
        if kind == "base":
            return self.cells(self._thawed(number))
        if kind != "letter":
            return self._cells_of_compound(number)
        rows, columns = self.shapes[number]
        height, width = self._count(rows), self._count(columns)
        if height is None or width is None or not height or not width:
            return None
        assert isinstance(rows, tm.Interval) and isinstance(columns, tm.Interval) and isinstance(what, tm.Matrix)
        top, left = self.scalar(rows.low), self.scalar(columns.low)
        return [
            [
                self.entry(what, self.ring.add(top, self.ring.constant(i)), self.ring.add(left, self.ring.constant(j)))
                for j in range(width)
            ]
            for i in range(height)
        ]

    def _cells_of_compound(self, number: int) -> list[list[Quotient]] | None:
        ring = self.ring
        kind, what = self.matrices[number]
        counts = [self._count(where) for where in self.shapes[number]]
        if None in counts or 0 in counts:
            return None
        if kind == "embedding":
            start = ring.as_constant(self.scalar(what[1]))  # type: ignore[index]  # the offset
            height, width = (int(count) for count in counts if count is not None)
            return [[ring.constant(int(i - j == start)) for j in range(width)] for i in range(height)]
        tables = [self.cells(part) for part in self.parts_of(number)]
        match kind, tables:
            case _ if None in tables:
                return None
            case "adjugate", [[*lines]]:
                return adjugate_of(self, lines)
            case "vec", [[*lines]]:
                return [[x] for column in zip(*lines, strict=True) for x in column]
            case "kronecker", [[*ours], [*theirs]]:
                return [[ring.multiply(a, b) for a in line for b in other] for line in ours for other in theirs]
            case "hadamard", [[*ours], *others]:
                for table in others:
                    pairs = zip(ours, table or (), strict=True)
                    ours = [[ring.multiply(a, b) for a, b in zip(*lines, strict=True)] for lines in pairs]
                return ours
        return None

    def entry_of(self, form: Form, row: Quotient, column: Quotient) -> Quotient:
        """An entry of a matrix that is known by its normal form only."""
        ring = self.ring
        cells, places = self.cells(form), (ring.as_constant(row), ring.as_constant(column))
        if cells is not None and isinstance(form.rows, tm.Interval) and isinstance(form.columns, tm.Interval):
            starts = (ring.as_constant(self.scalar(where.low)) for where in (form.rows, form.columns))
            i, j = (None if k is None or low is None else int(k - low) for k, low in zip(places, starts, strict=True))
            if i is not None and j is not None and 0 <= i < len(cells) and 0 <= j < len(cells[i]):
                return cells[i][j]
        frozen = self.frozen(form)
        return self.cell(form.rows, form.columns, frozen, row, column)

    def cell(self, rows: IndexSet, columns: IndexSet, form: FrozenForm, row: Quotient, column: Quotient) -> Quotient:
        """The atom of an entry of such a matrix."""
        key = "cell", rows, columns, form, self.ring.freeze(row), self.ring.freeze(column)
        return self.atom(key, (row, column))

    def _replace_atom(self, number: int, letters: Mapping[int, Quotient]) -> Quotient:
        def new(frozen: Frozen) -> Quotient:
            return self.replace(self.ring.thaw(frozen), letters)

        match self.atoms[number]:
            case ("cell", rows, columns, form, row, column):
                return self.entry_of(self.thawed(rows, columns, form), new(row), new(column))
            case ("size", count):
                return self.size_of(new(count))
            case _:
                return super()._replace_atom(number, letters)

    def entry(self, matrix: tm.Matrix, row: Quotient, column: Quotient) -> Quotient:
        """The normal form of an entry."""
        raise NotImplementedError

    def _trace_in_entries(self, word: Word, over: IndexSet) -> Quotient | None:
        height = self._count(over)
        if height is None:
            return None
        try:
            table = self._cells_of_word(word, height)
        except TooLarge:
            return None
        return None if table is None else self.reduce(self.ring.total([table[k][k] for k in range(height)]))


def rotations(word: Word) -> Iterator[Word]:
    """A word turned: tr(A B C) is tr(B C A) and tr(C A B)."""
    return (word[k:] + word[:k] for k in range(len(word)))


def determinant_of(algebra: Algebra, cells: Sequence[Sequence[Quotient]]) -> Quotient:
    """The determinant of a table, by Leibniz."""
    ring = algebra.ring
    addends = []
    for order in permutations(range(len(cells))):
        inversions = sum(order[i] > order[j] for j in range(len(order)) for i in range(j))
        product = ring.constant(-1 if inversions % 2 else 1)
        for row, column in enumerate(order):
            product = ring.multiply(product, cells[row][column])
        addends.append(product)
    return algebra.reduce(ring.total(addends))


def inverse_of(algebra: Algebra, cells: Sequence[Sequence[Quotient]]) -> list[list[Quotient]]:
    """The inverse of a table, by cofactors."""
    bottom = algebra.inverse(determinant_of(algebra, cells))
    return [[algebra.ring.multiply(x, bottom) for x in line] for line in adjugate_of(algebra, cells)]


def adjugate_of(algebra: Algebra, cells: Sequence[Sequence[Quotient]]) -> list[list[Quotient]]:
    """The cofactors of a table, transposed."""
    size = range(len(cells))

    def cofactor(row: int, column: int) -> Quotient:
        minor = [[cells[i][j] for j in size if j != column] for i in size if i != row]
        value = determinant_of(algebra, minor)
        return algebra.ring.negative(value) if (row + column) % 2 else value

    return [[cofactor(j, i) for j in size] for i in size]

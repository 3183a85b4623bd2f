"""Blocks as sums over embeddings: [A B] = A J1' + B J2'. Trusted.

An embedding J of 1..s in 1..N at an offset is the columns offset + 1..offset + s of the identity. J' J = I, J1' J2 = 0 of two
places that are apart, and J J' = L(offset + s) - L(offset), where L(k) = J J' projects on the first k places (offset 0, size k)
and is I for k = N. That holds for sizes of 0 too.
"""

from __future__ import annotations

from typing import Any

from symproof import term as tm
from symproof.trusted.normal.words import Form, IndexSet, Syllable, Words
from symproof.trusted.polynomial import Quotient


class Blocks(Words):
    """Words with embeddings."""

    def scalar(self, term: tm.Scalar) -> Quotient:
        """The normal form of a scalar."""
        raise NotImplementedError

    def compound(self, kind: str, what: object, rows: IndexSet, columns: IndexSet) -> Form:
        """A letter that is made of matrices."""
        return self.syllable(self._matrix_number(kind, what, rows, columns), False, self.ring.constant(1))

    def stacked(self, whole: tm.Above | tm.Beside, parts: list[Form]) -> Form:
        """Blocks one after the other."""
        below = isinstance(whole, tm.Above)
        total = whole.shape[0 if below else 1]
        assert isinstance(total, tm.Interval)  # as blocks are joined
        offset: tm.Scalar = tm.ZERO
        one, pieces = self.ring.constant(1), []
        for part in parts:
            where = part.rows if below else part.columns
            place = self.embedding(total, offset, tm.size_of(whole, where))
            pieces.append(
                self.matrix_product(place, part) if below else self.matrix_product(part, self.transposed(place))
            )
            offset = tm.together(whole, (tm.Interval(tm.ONE, offset), where)).high
        return self.matrix_sum(*whole.shape, [(one, piece) for piece in pieces])

    def embedding(self, total: tm.Interval, offset: tm.Scalar, size: tm.Scalar) -> Form:
        """The columns offset + 1..offset + size of the identity over `total`."""
        place = tm.Interval(tm.ONE, size)
        if offset == tm.ZERO and place == total:
            return self.identity(total)
        return self.compound("embedding", (total, offset, size), total, place)

    def embedded(self, left: Syllable, right: Syllable) -> Form | None:
        """The product of two embeddings that meet, of which one is turned or both."""
        pair: list[Any] = [self.matrices[syllable[0]][1] for syllable in (left, right)]
        (total, offset, size), (_, other_offset, other_size) = pair
        one = self.ring.constant(1)
        match left[1], right[1]:
            case True, False:  # J' J
                start, other_start = self.scalar(offset), self.scalar(other_offset)
                end, other_end = (
                    self.ring.add(a, self.scalar(b)) for a, b in ((start, size), (other_start, other_size))
                )
                rows, columns = tm.Interval(tm.ONE, size), tm.Interval(tm.ONE, other_size)
                if (offset, size) == (other_offset, other_size):
                    return self.identity(rows)
                if self._at_most(end, other_start) or self._at_most(other_end, start):
                    return Form(rows, columns, {})
                if offset == tm.ZERO and self._at_most(other_end, end):  # the one is within the other
                    return self.embedding(rows, other_offset, other_size)
                if other_offset == tm.ZERO and self._at_most(end, other_end):
                    return self.transposed(self.embedding(columns, offset, size))
            case False, True if left[0] == right[0] and offset != tm.ZERO:  # J J'
                end_term = tm.together(
                    tm.Identity(total), [tm.Interval(tm.ONE, offset), tm.Interval(tm.ONE, size)]
                ).high
                whole, less = (self._first(total, high) for high in (end_term, offset))
                return self.matrix_sum(total, total, [(one, whole), (self.ring.negative(one), less)])
            case False, False:  # an embedding of an embedding
                here = [tm.Interval(tm.ONE, place) for place in (offset, other_offset)]
                return self.embedding(total, tm.together(tm.Identity(total), here).high, other_size)
            case True, True:
                turned = self.embedded((right[0], False, right[2]), (left[0], False, left[2]))
                return None if turned is None else self.transposed(turned)
        return None

    def _at_most(self, low: Quotient, high: Quotient) -> bool:
        return self.is_natural(self.ring.subtract(high, low))

    def _first(self, total: tm.Interval, count: tm.Scalar) -> Form:
        """The projection on the first places."""
        place = self.embedding(total, tm.ZERO, count)
        return self.matrix_product(place, self.transposed(place))

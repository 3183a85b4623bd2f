"""Letters made of matrices: embeddings of blocks, Kronecker's and Hadamard's product, vec, the adjugate.

Each is linear in what it holds but the adjugate. What is used, each wherever both sides have values:

    (A x B)(C x D) = AC x BD    (A x B)' = A' x B'    (A x B)**k = A**k x B**k    (A x B) x C = A x (B x C)
    (A x B) vec(X) = vec(B X A')    vec(X)' vec(Y) = tr(X' Y)    a x b = vec(b a') of columns
    A o B = B o A    I o I = I    I o A = I o A'    tr((A o B) C') = tr((C o B) A')
    (a b') o (c d') = (a o c)(b o d)' and so for x
    tr(A x B) = tr(A) tr(B)    det(A x B) = det(A)**n det(B)**m    det(adj(A)) = det(A)**(n - 1)
    adj(A B) = adj(B) adj(A)    A adj(A) = det(A) I    adj(c A) = c**(n - 1) adj(A)    adj(adj(A)) = det(A)**(n - 2) A
    J' J = I of one embedding, 0 of two that are apart; J J' = L(end) - L(start), where L(k) embeds the first k places

Those with n - 1 and n - 2 are equalities of polynomials in entries where n is given, so they hold at singular matrices too.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from .atoms import ONE
from .rational import Quotient, as_constant, constant, multiply, negative, subtract, thawed
from .terms import ONE as ONE_TERM
from .terms import SINGLE, ZERO, Node, as_many, together
from .words import PLAIN, Form, Syllable, Word, Words

KRONECKER, HADAMARD, VEC, ADJUGATE, EMBEDDING = KINDS = ("kron", "hadamard", "vec", "adj", "embedding")
Part = tuple[Node, Node, Word]


class Compounds(Words):
    """Words with letters that are made of matrices."""

    def scalar(self, term: Node) -> Quotient:
        """The normal form of a scalar."""
        raise NotImplementedError

    def size(self, over: Node) -> Quotient:
        """How many elements an index set has."""
        raise NotImplementedError

    def trace(self, form: Form) -> Quotient:
        """The trace of a square matrix."""
        raise NotImplementedError

    def determinant(self, form: Form) -> Quotient:
        """The determinant of a square matrix."""
        raise NotImplementedError

    # What letters hold ----------------------------------------------------------------------------

    def kind(self, k: int) -> str:
        """Which compound a letter is; "" of any other."""
        what = self.letters[k][0]
        return what[0] if isinstance(what, tuple) and what and what[0] in KINDS else ""

    def is_base(self, k: int) -> bool:
        return not self.kind(k) and super().is_base(k)

    def held(self, k: int) -> list[Form]:
        """The matrices that a letter is made of."""
        if self.kind(k) == ADJUGATE:
            _, rows, columns = self.letters[k]
            return [Form(rows, columns, {word: thawed(value) for word, value in self.letters[k][0][1]})]
        return [_plain(part) for part in self.letters[k][0][1]]

    def _letter(self, kind: str, what: Any, rows: Node, columns: Node) -> Form:
        return self.syllable(self._number((kind, what), rows, columns), False, ONE)

    def _only(self, word: Word, kind: str) -> int | None:
        """The letter of a word that is one letter of a kind."""
        if len(word) == 1 and self.kind(word[0][0]) == kind and word[0][1:] == (False, PLAIN):
            return word[0][0]
        return None

    # Made of forms --------------------------------------------------------------------------------

    def stacked(self, downwards: bool, parts: list[Form], rows: Node, columns: Node) -> Form:
        """Blocks, from top to bottom or from left to right."""
        offset, total, pieces = ZERO, rows if downwards else columns, []
        for part in parts:
            place = part.rows if downwards else part.columns
            into = self.embedding(total, offset, place)
            piece = self.matrix_product(into, part) if downwards else self.matrix_product(part, self.transposed(into))
            pieces.append((ONE, piece.words))
            offset = together(("Interval", ONE_TERM, offset), place)[2]
        return self.combination(rows, columns, pieces)

    def embedding(self, total: Node, offset: Node, place: Node) -> Form:
        """The columns of an identity that begin after an offset."""
        if offset == ZERO and place == total:
            return self.identity(total)
        return self._letter(EMBEDDING, offset, total, place)

    def kronecker(self, a: Form, b: Form) -> Form:
        """Kronecker's product."""
        rows, columns = as_many(a.rows, b.rows), as_many(a.columns, b.columns)
        parts = [
            (multiply(c, d), self._kronecker((*a[:2], u), (*b[:2], v), rows, columns).words)
            for u, c in a.words.items()
            for v, d in b.words.items()
        ]
        return self.combination(rows, columns, parts)

    def _kronecker(self, left: Part, right: Part, rows: Node, columns: Node) -> Form:
        a, b = _plain(left), _plain(right)
        nested = self._only(left[2], KRONECKER)
        if nested is not None:
            first, second = self.held(nested)
            return self.kronecker(first, self.kronecker(second, b))
        if SINGLE == a.rows == a.columns:
            return b
        if SINGLE == b.rows == b.columns:
            return a
        if SINGLE == a.columns == b.rows:
            return self.matrix_product(a, b)
        if SINGLE == a.rows == b.columns:
            return self.matrix_product(b, a)
        if SINGLE == a.columns == b.columns:
            return self.vec(self.matrix_product(b, self.transposed(a)))
        if SINGLE == a.rows == b.rows:
            return self.transposed(self.vec(self.matrix_product(self.transposed(b), a)))
        if left[2] == right[2] == ():
            return self.identity(rows)
        ours, theirs = self._halves(left), self._halves(right)
        if ours and theirs:
            return self.matrix_product(*(self.kronecker(x, y) for x, y in zip(ours, theirs, strict=True)))
        return self._letter(KRONECKER, (left, right), rows, columns)

    def hadamard(self, a: Form, b: Form) -> Form:
        """The product entry by entry."""
        parts = [
            (multiply(c, d), self._hadamard((*a[:2], u), (*a[:2], v)).words)
            for u, c in a.words.items()
            for v, d in b.words.items()
        ]
        return self.combination(*a[:2], parts)

    def _hadamard(self, left: Part, right: Part) -> Form:
        rows, columns, _ = left
        if left[2] == right[2] == ():
            return self.identity(rows)
        ours, theirs = self._halves(left), self._halves(right)
        if ours and theirs and SINGLE not in (rows, columns):
            return self.matrix_product(*(self.hadamard(x, y) for x, y in zip(ours, theirs, strict=True)))
        words: list[Word] = []
        for _, _, word in (left, right):
            k = self._only(word, HADAMARD)
            words += [word] if k is None else [part[2] for part in self.letters[k][0][1]]
        if () in words:
            words = [(), *(self._either((rows, columns, word)) for word in words if word)]
        return self._letter(HADAMARD, tuple((rows, columns, word) for word in sorted(words)), rows, columns)

    def _either(self, part: Part) -> Word:
        """The lesser of a word and its transpose, where that is a word."""
        turned = self.transposed(_plain(part)).words
        others = [word for word, value in turned.items() if as_constant(value) == 1]
        return min(part[2], *others) if len(turned) == len(others) == 1 else part[2]

    def _halves(self, part: Part) -> tuple[Form, Form] | None:
        """A word as a column times a row."""
        rows, columns, word = part
        for at in range(1, len(word)):
            if self.ends(*word[at][:2])[0] == SINGLE:
                return _plain((rows, SINGLE, word[:at])), _plain((SINGLE, columns, word[at:]))
        return None

    def vec(self, form: Form) -> Form:
        """The columns one below the other."""
        if form.columns == SINGLE:
            return form
        if form.rows == SINGLE:
            return self.transposed(form)
        rows = as_many(form.columns, form.rows)
        parts = [(c, self._letter(VEC, ((*form[:2], word),), rows, SINGLE).words) for word, c in form.words.items()]
        return self.combination(rows, SINGLE, parts)

    def adjugate(self, form: Form) -> Form:
        """The transposed cofactors."""
        if len(form.words) == 1:
            ((word, factor),) = form.words.items()
            if self.is_square(word) and self._has_power(factor, subtract(self.size(form[0]), ONE)):
                result = self.identity(form.rows)
                for syllable in reversed(word):
                    result = self.matrix_product(result, self._adjugate_of(*syllable))
                return self._multiple(factor, result)
        if not form.words:
            return self._letter(ADJUGATE, (), *form[:2])
        number, base = self.primitive(form)
        return self._multiple(constant(number), self._letter(ADJUGATE, self.form_key(base), *form[:2]))

    def _multiple(self, factor: Quotient, adjugate: Form) -> Form:
        if as_constant(factor) == 1:
            return adjugate
        power = self.integer_exponent(factor, subtract(self.size(adjugate.rows), ONE))
        return self.combination(*adjugate[:2], [(power, adjugate.words)])

    def _has_power(self, base: Quotient, exponent: Quotient) -> bool:
        """Whether a power has a value, whatever its letters are."""
        return bool(as_constant(base)) or self.is_natural(exponent)

    def _adjugate_of(self, k: int, turned: bool, exponent: Any) -> Form:
        raised = thawed(exponent)
        if self.is_base(k):
            return self.matrix_power(self.adjugate(self.base(k)), raised)
        rows, columns = self.ends(k, turned)
        less = subtract(self.size(rows), constant(2))
        if self.kind(k) == ADJUGATE and self.is_natural(less):
            (inside,) = self.held(k)
            factor = self.integer_exponent(self.determinant(inside), less)
            return self.matrix_power(self.combination(rows, columns, [(factor, inside.words)]), raised)
        key = self.form_key(Form(rows, columns, {((k, turned, PLAIN),): ONE}))
        return self.matrix_power(self._letter(ADJUGATE, key, rows, columns), raised)

    # Transposed, raised, multiplied ---------------------------------------------------------------

    def turned(self, k: int, turned: bool, exponent: Any) -> Form:
        match self.kind(k):
            case "kron":
                result = self.kronecker(*map(self.transposed, self.held(k)))
            case "hadamard":
                result, *rest = map(self.transposed, self.held(k))
                for other in rest:
                    result = self.hadamard(result, other)
            case "adj":
                result = self.adjugate(self.transposed(*self.held(k)))
            case _:
                return super().turned(k, turned, exponent)
        return result if exponent == PLAIN else self.matrix_power(result, thawed(exponent))

    def syllable(self, k: int, turned: bool, exponent: Quotient) -> Form:
        if self.kind(k) == KRONECKER and as_constant(exponent) != 1:
            a, b = self.held(k)
            if a.rows == a.columns and b.rows == b.columns:
                return self.kronecker(*(self.matrix_power(x, exponent) for x in (a, b)))
        return super().syllable(k, turned, exponent)

    def joined(self, left: Word, right: Word) -> Word:
        if left and self.kind(left[-1][0]) == KRONECKER:
            return left + right
        return super().joined(left, right)

    def settled(self, rows: Node, columns: Node, word: Word) -> Form:
        for at, (left, right) in enumerate(pairwise(word)):
            fused = self.fused(left, right) if self.kind(left[0]) or self.kind(right[0]) else None
            if fused is not None:
                before, after = (
                    Form(rows, fused.rows, {word[:at]: ONE}),
                    Form(fused.columns, columns, {word[at + 2 :]: ONE}),
                )
                return self.matrix_product(self.matrix_product(before, fused), after)
        return super().settled(rows, columns, word)

    def fused(self, left: Syllable, right: Syllable) -> Form | None:
        """What two letters that meet multiply to, where a law says it."""
        plain = left[2] == right[2] == PLAIN
        match self.kind(left[0]), left[1], self.kind(right[0]), right[1]:
            case "kron", _, "kron", _ if plain:
                (a, b), (c, d) = self.held(left[0]), self.held(right[0])
                if a.columns == c.rows and b.columns == d.rows:
                    return self.kronecker(self.matrix_product(a, c), self.matrix_product(b, d))
            case "kron", _, "vec", False if plain:
                (a, b), (x,) = self.held(left[0]), self.held(right[0])
                if a.columns == x.columns and b.columns == x.rows:
                    return self.vec(self.matrix_product(self.matrix_product(b, x), self.transposed(a)))
            case "vec", True, "kron", _ if plain:
                (x,), (a, b) = self.held(left[0]), self.held(right[0])
                if a.rows == x.columns and b.rows == x.rows:
                    inside = self.matrix_product(self.matrix_product(self.transposed(b), x), a)
                    return self.transposed(self.vec(inside))
            case "vec", True, "vec", False:
                (x,), (y,) = self.held(left[0]), self.held(right[0])
                if x[:2] == y[:2]:
                    value = self.trace(self.matrix_product(self.transposed(x), y))
                    return self.combination(SINGLE, SINGLE, [(value, {(): ONE})])
            case "embedding", _, "embedding", _:
                return self._embedded(left, right)
            case ("adj", *_) | (_, _, "adj", _):
                return self._cofactors(left, right) or self._cofactors(right, left)
        return None

    def _cofactors(self, own: Syllable, other: Syllable) -> Form | None:
        """A**p adj(A)**q = det(A) A**(p - 1) adj(A)**(q - 1), of a letter A."""
        k, turned, _ = own
        inside = ((k, turned, PLAIN),)
        if self.letters[other[0]][0] != (ADJUGATE, ((inside, PLAIN),)):
            return None
        powers = [as_constant(thawed(syllable[2])) for syllable in (own, other)]
        if any(power is None or power < 1 or power.denominator != 1 for power in powers):
            return None
        rows, columns = self.ends(k, turned)
        result = self.combination(rows, columns, [(self.determinant(Form(rows, columns, {inside: ONE})), {(): ONE})])
        for syllable, power in zip((own, other), powers, strict=True):
            less = self._times(self.syllable(*syllable[:2], ONE), int(power or 1) - 1)
            result = self.matrix_product(result, less)
        return result

    def _embedded(self, left: Syllable, right: Syllable) -> Form | None:
        ((_, offset), total, place), ((_, other_offset), _, other_place) = self.letters[left[0]], self.letters[right[0]]
        match left[1], right[1]:
            case True, False:
                if (offset, place) == (other_offset, other_place):
                    return self.identity(place)
                end, other_end = _end(offset, place), _end(other_offset, other_place)
                if self._at_most(end, other_offset) or self._at_most(other_end, offset):
                    return Form(place, other_place, {})
                if offset == ZERO and self._at_most(other_end, end):
                    return self.embedding(place, other_offset, other_place)
                if other_offset == ZERO and self._at_most(end, other_end):
                    return self.transposed(self.embedding(other_place, offset, place))
            case False, True if left[0] == right[0] and offset != ZERO:
                both = []
                for count in (_end(offset, place), offset):
                    first = self.embedding(total, ZERO, ("Interval", ONE_TERM, count))
                    both.append(self.matrix_product(first, self.transposed(first)).words)
                return self.combination(total, total, [(ONE, both[0]), (negative(ONE), both[1])])
            case False, False:
                return self.embedding(total, _end(offset, ("Interval", ONE_TERM, other_offset)), other_place)
            case True, True:
                whole = self._embedded((right[0], False, PLAIN), (left[0], False, PLAIN))
                return None if whole is None else self.transposed(whole)
        return None

    def _at_most(self, low: Node, high: Node) -> bool:
        return self.is_natural(subtract(self.scalar(high), self.scalar(low)))

    # Numbers --------------------------------------------------------------------------------------

    def trace_of_compound(self, word: Word) -> Quotient | None:
        """The trace of a word, where a law says what it is."""
        if len(word) > 1 and (self.kind(word[0][0]) or self.kind(word[-1][0])):
            fused = self.fused(word[-1], word[0])
            if fused is not None:
                middle = Form(fused.columns, fused.rows, {word[1:-1]: ONE})
                return self.trace(self.matrix_product(middle, fused))
        k = self._only(word, KRONECKER)
        if k is not None:
            a, b = self.held(k)
            if a.rows == a.columns and b.rows == b.columns:
                return multiply(self.trace(a), self.trace(b))
        return self._trace_of_entries(word)

    def _trace_of_entries(self, word: Word) -> Quotient | None:
        """A sum of products of entries, in the order of the words."""
        at = next((at for at in range(len(word)) if self._only(word[at : at + 1], HADAMARD) is not None), None)
        if at is None:
            return None
        _, rows, columns = self.letters[word[at][0]]
        rest = self.transposed(Form(columns, rows, {word[at + 1 :] + word[:at]: ONE}))
        if len(rest.words) != 1:
            return None
        ((other, factor),) = rest.words.items()
        whole = Form(rows, columns, {other: ONE})
        for part in self.held(word[at][0]):
            whole = self.hadamard(part, whole)
        ((joined, value), *more) = whole.words.items()
        k = self._only(joined, HADAMARD)
        if more or k is None:
            return None
        *first, last = self.held(k)
        if other in last.words:
            return None
        product = first[0]
        for part in first[1:]:
            product = self.hadamard(product, part)
        return multiply(multiply(factor, value), self.trace(self.matrix_product(product, self.transposed(last))))

    def determinant_of_compound(self, k: int) -> Quotient | None:
        """The determinant of a letter, where a law says what it is."""
        match self.kind(k):
            case "kron":
                a, b = self.held(k)
                if a.rows == a.columns and b.rows == b.columns:
                    first = self.integer_exponent(self.determinant(a), self.size(b.rows))
                    return multiply(first, self.integer_exponent(self.determinant(b), self.size(a.rows)))
            case "adj":
                (inside,) = self.held(k)
                return self.integer_exponent(self.determinant(inside), subtract(self.size(inside.rows), ONE))
        return None


def _plain(part: Part) -> Form:
    return Form(part[0], part[1], {part[2]: ONE})


def _end(offset: Node, place: Node) -> Node:
    return together(("Interval", ONE_TERM, offset), place)[2]  # type: ignore[no-any-return]

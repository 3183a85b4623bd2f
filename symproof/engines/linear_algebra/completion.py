"""Equations of matrices as rewriting: a noncommutative Groebner basis of bounded size, with its cofactors.

Each equation is a polynomial in words; its largest word, by length and then by letters, is rewritten to the rest. Where
two such words overlap, the two ways of rewriting give a new equation; so does a word that ends in a letter of which the
inverse occurs, or is known to exist. The cofactors are kept: what reduces to 0 is a sum of weight * left @ (l - r) @ right.

Source: Mora, "An introduction to commutative and noncommutative Groebner bases", 1994. Untrusted: the kernel multiplies out.
Limits: `MOST_RULES` equations, words of `LONGEST` letters.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from symproof.trusted.normal import Form, Normalizer
from symproof.trusted.normal.words import Syllable, Word
from symproof.trusted.polynomial import Frozen, Quotient

MOST_RULES, LONGEST, MOST_STEPS, MOST_PIECES = 60, 9, 120, 60
Token = tuple[int, bool, "int | Frozen"]
"""A letter, whether it is transposed, and 1, -1 or a symbolic exponent."""


@dataclass(frozen=True, slots=True)
class Cofactor:
    """weight * left * equation * right; the equation by its number, or its transpose."""

    weight: Quotient
    left: Form
    equation: int
    transposed: bool
    right: Form


@dataclass(frozen=True, slots=True)
class Shifted:
    """weight * left * what other cofactors add up to * right: multiplied out only for what is shown, which most are not."""

    weight: Quotient
    left: Form | None
    parts: Cofactors
    right: Form | None
    count: int


Cofactors = tuple["Cofactor | Shifted", ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """An equation polynomial = 0 with leading coefficient 1, its leading word, and where it comes from."""

    lead: tuple[Token, ...]
    form: Form
    cofactors: Cofactors


class Completion:
    """The equations, completed step by step."""

    def __init__(
        self,
        normalizer: Normalizer,
        divides: Callable[[Quotient], bool] = lambda _: False,
        invertible: Callable[[int], bool] = lambda _: False,
    ) -> None:
        self.normalizer = normalizer
        self.divides = divides
        self.invertible = invertible
        self.rules: list[Rule] = []
        self.loose: list[tuple[Form, Cofactors]] = []
        """Equations of which the leading coefficient may be 0: v = c A^{-1} v, of A v = c v."""
        self._waiting: list[tuple[int, int, Form, Cofactors]] = []
        self._turn = count()
        self._letters: set[Token] = set()

    def add(self, equation: int, form: Form, *, transposed: bool) -> None:
        """An equation form = 0; with `transposed`, its transpose too."""
        one = self.normalizer.ring.constant(1)
        for turned in (False, True) if transposed else (False,):
            value = self.normalizer.transposed(form) if turned else form
            if value.terms:
                units = (self.normalizer.identity(where) for where in (value.rows, value.columns))
                self._wait(value, (Cofactor(one, next(units), equation, turned, next(units)),))

    def mention(self, form: Form) -> None:
        """Take note of the letters of a goal, of which some may be inverses."""
        for word in form.terms:
            self._letters.update(self.tokens(word))

    def _wait(self, form: Form, cofactors: Cofactors) -> None:
        if _count(cofactors) <= MOST_PIECES:
            self.mention(form)
            size = max((len(self.tokens(word)) for word in form.terms), default=0)
            if size <= LONGEST:
                heapq.heappush(self._waiting, (size, next(self._turn), form, cofactors))

    def step(self) -> bool:
        """Take up one more equation; False when there is none, or there are too many."""
        while self._waiting and len(self.rules) < MOST_RULES:
            _, _, form, cofactors = heapq.heappop(self._waiting)
            form, used = self.reduced(form)
            cofactors += self._times(-1, used)
            rule = self._as_rule(form, cofactors)
            if rule is None:
                if form.terms and len(self.loose) < MOST_RULES:
                    self.loose.append((form, cofactors))
                    return True
                continue
            kept = []
            for other in self.rules:
                if _places(other.lead, rule.lead):
                    self._wait(other.form, other.cofactors)
                else:
                    kept.append(other)
            self.rules = [*kept, rule]
            for other in self.rules:
                self._overlap(rule, other)
                if other is not rule:
                    self._overlap(other, rule)
            self._cancel(rule)
            self._cut_out(rule)
            return True
        return False

    def _as_rule(self, form: Form, cofactors: Cofactors) -> Rule | None:
        ring = self.normalizer.ring
        words = sorted(form.terms, key=lambda word: _size(self.tokens(word)), reverse=True)
        for word in words:
            if len(self.tokens(word)) < len(self.tokens(words[0])):
                return None
            if ring.as_constant(form.terms[word]) is None and not self.divides(form.terms[word]):
                continue  # it may be 0
            factor = ring.inverse(form.terms[word])
            monic = self.normalizer.matrix_sum(form.rows, form.columns, [(factor, form)])
            return Rule(self.tokens(word), monic, self._times(factor, cofactors))
        return None

    # Reducing -------------------------------------------------------------------------------------

    def reduced(self, form: Form) -> tuple[Form, Cofactors]:
        """A form rewritten as far as it goes, and the cofactors of what was taken from it."""
        used: Cofactors = ()
        for _ in range(MOST_STEPS):
            found = self._match(form)
            if found is None or _count(used) > MOST_PIECES:
                return self._multiple(form, used)
            rule, before, after, value = found
            pieces, product = self._shifted(rule, before, after, value)
            minus = self.normalizer.ring.constant(-1)
            one = self.normalizer.ring.constant(1)
            form = self.normalizer.matrix_sum(form.rows, form.columns, [(one, form), (minus, product)])
            used += pieces
        return form, used

    def _multiple(self, form: Form, used: Cofactors) -> tuple[Form, Cofactors]:
        """Nothing, where a form that no rule rewrites is a multiple of an equation that makes no rule."""
        ring = self.normalizer.ring
        for other, cofactors in self.loose:
            word = next((word for word in other.terms if ring.as_constant(other.terms[word]) is not None), None)
            if word is None or form.terms.keys() != other.terms.keys():
                continue
            factor = ring.multiply(form.terms[word], ring.inverse(other.terms[word]))
            terms = [(ring.constant(1), form), (ring.negative(factor), other)]
            rest = self.normalizer.matrix_sum(form.rows, form.columns, terms)
            if not rest.terms:
                return rest, (*used, *self._times(factor, cofactors))
        return form, used

    def _match(self, form: Form) -> tuple[Rule, Form, Form, Quotient] | None:
        for word in sorted(form.terms, key=lambda word: _size(self.tokens(word)), reverse=True):
            tokens = self.tokens(word)
            for rule in self.rules:
                for place in _places(tokens, rule.lead):
                    before = self._product(tokens[:place], form.rows)
                    after = self._product(tokens[place + len(rule.lead) :], rule.form.columns)
                    return rule, before, after, form.terms[word]
        return None

    def _shifted(self, rule: Rule, before: Form, after: Form, value: Quotient) -> tuple[Cofactors, Form]:
        """value * before * rule * after, and its cofactors."""
        normalizer = self.normalizer
        product = normalizer.matrix_product(normalizer.matrix_product(before, rule.form), after)
        product = normalizer.matrix_sum(product.rows, product.columns, [(value, product)])
        return (Shifted(value, before, rule.cofactors, after, _count(rule.cofactors)),), product

    def _times(self, factor: Quotient | int, cofactors: Cofactors) -> Cofactors:
        weight = self.normalizer.ring.constant(factor) if isinstance(factor, int) else factor
        return (Shifted(weight, None, cofactors, None, _count(cofactors)),) if cofactors else ()

    # New equations --------------------------------------------------------------------------------

    def _overlap(self, one: Rule, other: Rule) -> None:
        """The leading words of two rules share an end and a beginning: one * V - U * other."""
        for shared in range(1, min(len(one.lead), len(other.lead))):
            if one.lead[-shared:] != other.lead[:shared]:
                continue
            after = self._product(other.lead[shared:], one.form.columns)
            before = self._product(one.lead[:-shared], one.form.rows)
            unit = self.normalizer.ring.constant(1)
            left, ours = self._shifted(one, self.normalizer.identity(one.form.rows), after, unit)
            right, theirs = self._shifted(other, before, self.normalizer.identity(other.form.columns), unit)
            minus = self.normalizer.ring.negative(unit)
            gap = self.normalizer.matrix_sum(ours.rows, ours.columns, [(unit, ours), (minus, theirs)])
            self._wait(gap, (*left, *self._times(-1, right)))

    def _cancel(self, rule: Rule) -> None:
        """A leading word that begins or ends in a letter of which the inverse occurs or exists, multiplied by that."""
        unit = self.normalizer.ring.constant(1)
        for at_end in (False, True):
            token = rule.lead[-1 if at_end else 0] if rule.lead else None
            if token is None or not isinstance(token[2], int):
                continue
            opposite: Token = (token[0], token[1], -token[2])
            if opposite not in self._letters and not (len(rule.lead) > 1 and self.invertible(token[0])):
                continue
            where = rule.form.columns if at_end else rule.form.rows
            inverse, one = (
                self._product((opposite,), where),
                self.normalizer.identity(rule.form.rows if at_end else rule.form.columns),
            )
            pieces, product = (
                self._shifted(rule, one, inverse, unit) if at_end else self._shifted(rule, inverse, one, unit)
            )
            self._wait(product, pieces)

    def _cut_out(self, rule: Rule) -> None:
        """A leading word that begins with an embedding of blocks, or ends with its transpose, without it."""
        normalizer, unit = self.normalizer, self.normalizer.ring.constant(1)
        if not rule.lead:
            return
        for at_end in (False, True):
            number, turned, _ = rule.lead[-1 if at_end else 0]
            if normalizer.matrices[number][0] != "embedding" or turned != at_end:
                continue
            own = normalizer.syllable(number, not turned, unit)
            one = normalizer.identity(rule.form.rows if at_end else rule.form.columns)
            pieces, product = self._shifted(rule, one, own, unit) if at_end else self._shifted(rule, own, one, unit)
            self._wait(product, pieces)

    # Words ----------------------------------------------------------------------------------------

    def tokens(self, word: Word) -> tuple[Token, ...]:
        """A word letter by letter; a power with a symbolic exponent is one letter."""
        return tuple(token for syllable in word for token in self._split(syllable))

    def _split(self, syllable: Syllable) -> Iterator[Token]:
        number, turned, exponent = syllable
        constant = self.normalizer.ring.as_constant(self.normalizer.ring.thaw(exponent))
        if constant is None:
            rest, shift = self.normalizer.without_constant(self.normalizer.ring.thaw(exponent))
            whole = shift.denominator == 1 and 0 < shift <= LONGEST  # A**(k + 1) is A**k A
            yield number, turned, self.normalizer.ring.freeze(rest) if whole else exponent
            for _ in range(int(shift) if whole else 0):
                yield number, turned, 1
        elif constant.denominator != 1:
            yield number, turned, exponent
        else:
            for _ in range(min(abs(int(constant)), LONGEST + 1)):
                yield number, turned, 1 if constant > 0 else -1

    def _product(self, tokens: tuple[Token, ...], rows: object) -> Form:
        """The product of letters, which is one word."""
        normalizer = self.normalizer
        result = None
        for number, turned, exponent in tokens:
            power = normalizer.ring.constant(exponent) if isinstance(exponent, int) else normalizer.ring.thaw(exponent)
            letter = normalizer.syllable(number, turned, power)
            result = letter if result is None else normalizer.matrix_product(result, letter)
        return normalizer.identity(rows) if result is None else result  # type: ignore[arg-type]  # an index set


def expanded(normalizer: Normalizer, cofactors: Cofactors) -> Iterator[Cofactor]:
    """The cofactors, multiplied out."""
    ring, product = normalizer.ring, normalizer.matrix_product
    for each in cofactors:
        if isinstance(each, Cofactor):
            yield each
            continue
        for c in expanded(normalizer, each.parts):
            left = c.left if each.left is None else product(each.left, c.left)
            right = c.right if each.right is None else product(c.right, each.right)
            yield Cofactor(ring.multiply(each.weight, c.weight), left, c.equation, c.transposed, right)


def _count(cofactors: Cofactors) -> int:
    return sum(1 if isinstance(each, Cofactor) else each.count for each in cofactors)


def _size(tokens: tuple[Token, ...]) -> tuple[int, tuple[tuple[int, bool, str], ...]]:
    return len(tokens), tuple((number, turned, str(exponent)) for number, turned, exponent in tokens)


def _places(tokens: tuple[Token, ...], lead: tuple[Token, ...]) -> list[int]:
    """Where a word holds another one."""
    return [k for k in range(len(tokens) - len(lead) + 1) if tokens[k : k + len(lead)] == lead] if lead else []

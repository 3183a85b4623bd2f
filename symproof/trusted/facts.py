"""What is known at a place in a proof: hypotheses, and what follows from them at sight. Trusted.

`range(term)` bounds a scalar by its form, by the declarations of its letters and by the facts that speak of it up to
a constant: T >= 1 bounds T + 2, and t <= T bounds T - t + 1. `evident(prop)` is what a reader would not ask a proof
of: a relation whose difference has such a range, is a fact, or is a fact plus something of known sign.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from math import ceil

from symproof import statement as st
from symproof import term as tm
from symproof.functions import FUNCTIONS
from symproof.properties import Property, has_slopes, unfold
from symproof.substitution import open_symbol, substitute
from symproof.term import ZERO
from symproof.trusted.learning import NOT_NORMAL as NOT_NORMAL
from symproof.trusted.learning import Learning
from symproof.trusted.polynomial import Frozen, Quotient, as_fraction
from symproof.trusted.ranges import (
    ANY,
    KINDS,
    Range,
    add,
    at_least,
    exactly,
    floor_of,
    integral,
    invert,
    meet,
    multiply,
    negate,
    of_function,
    power,
    summed,
)  # fmt: skip


class Facts(Learning):
    """Hypotheses in order, flattened: a conjunction is its parts, an equivalence two implications."""

    def _is_nonzero(self, value: Quotient) -> bool:
        """Whether every factor of the numerator is known not to be 0."""
        _, factors = self.normalizer.ring.factors(value)
        return all(
            self._monic(factor) in self._nonzero
            or self._by_atoms(factor).excludes_zero
            or self.normalizer.is_no_multiple(factor)
            for factor, _ in factors
        )

    # Ranges ---------------------------------------------------------------------------------------

    def _answer(self, what: str, term: tm.Scalar | Frozen) -> int | None:
        if not isinstance(term, tm.Scalar):
            return int(self._value_stands(what, self.normalizer.ring.thaw(term)))
        known = self.range(term)
        if what == "least":
            return None if known.low is None else ceil(known.low)
        # What is a fact as written comes first: where facts contradict each other, a range may say the opposite.
        written = self._written.get(term, 0)
        if known.is_nonnegative and written >= 0:
            return 2 if known.is_positive else 1
        if known.is_nonpositive and written <= 0:
            return -2 if known.is_negative else -1
        return written

    def _value_stands(self, kind: str, value: Quotient) -> bool:
        self._read()
        if meet(self._looked_up(value), self._by_atoms(value)).satisfies(kind):
            return True
        return kind == "!=" and self._is_nonzero(value)

    def range(self, term: tm.Scalar) -> Range:
        """A range that holds the term's value wherever the facts hold and it has one."""
        self._read()
        if isinstance(term, tm.Number):
            return exactly(term.value)
        found = self._ranges.get(term)
        if found is None:
            self._ranges[term] = ANY  # while it is being found
            found = self._by_form(term)
            if self._table:
                with suppress(*NOT_NORMAL):  # then its form says what can be said
                    found = meet(found, self._looked_up(self.normalizer.scalar(term)))
            self._ranges[term] = found = integral(found) if tm.is_integer(term) else found
        return found

    def _looked_up(self, value: Quotient) -> Range:
        ring = self.normalizer.ring
        if frozenset(ring.generators(value)) not in self._spoken:
            return ANY
        key, scale, shift = ring.anchor(value)
        if key is None or key not in self._table:
            return ANY
        known = multiply(self._table[key], exactly(scale))
        return add(known, exactly(shift)) if shift else known

    def _by_form(self, term: tm.Scalar) -> Range:
        match term:
            case tm.Variable():
                return of_letter(term)
            case tm.Neg(arg):
                return negate(self.range(arg))
            case tm.Add(args):
                result = self.range(args[0])
                for arg in args[1:]:
                    if result.is_unbounded:
                        return ANY  # whatever is added
                    result = add(result, self.range(arg))
                return result
            case tm.Mul(args):
                result = self.range(args[0])
                for arg in args[1:]:
                    result = multiply(result, self.range(arg))
                return result
            case tm.Div(top, bottom):
                return multiply(self.range(top), invert(self.range(bottom)))
            case tm.Pow(base, exponent):
                return self._power(base, exponent)
            case tm.Elementary(name, args):
                return of_function(FUNCTIONS[name], [self.range(arg) for arg in args])
            case tm.Inner(left, right):
                try:
                    same = not self.normalizer.vector_difference(left, right)
                except NOT_NORMAL:
                    same = left == right
                return self._length(left) if same else ANY
            case tm.Norm(vector):
                return self._length(vector)
            case tm.MatrixTrace(tm.MatrixMul(tm.Transpose(left), right)) if left == right:
                return at_least(0)
            case tm.Floor(arg):
                return floor_of(self.range(arg))
            case tm.Factorial():
                return at_least(1)
            case tm.Binomial(top, bottom):
                gap, natural = self.range(top - bottom), tm.is_integer(top) and self.range(top).is_nonnegative
                if natural and gap.is_nonnegative and self.range(bottom).is_nonnegative:
                    return at_least(1)
                return at_least(0) if natural else ANY
            case tm.Delta(index):
                apart = isinstance(index, tm.Scalar) and self.evident(st.Relation("!=", index, ZERO))
                return exactly(0) if apart else Range(Fraction(0), Fraction(1))
            case tm.ScalarAt(sequence, index):
                return self._of_member(sequence, lambda kind, end: self.evident(st.Relation(kind, index, end)))
            case tm.Sum(body, index, low, high):
                symbol, facts = self.opened(index, low, high, body)
                inside = facts.range(substitute(body, {index: symbol}))
                return summed(inside, nonempty=inside.excludes_zero and self.evident(st.Relation("<=", low, high)))
            case tm.CyclicSum(body):
                letter, facts = self.opened(term.index, None, None, body)
                return summed(facts.range(substitute(body, {term.index: letter})), nonempty=True)
            case tm.Product(body, index, low, high):
                symbol, facts = self.opened(index, low, high, body)
                inside = facts.range(substitute(body, {index: symbol}))
                return Range(low=Fraction(0), low_open=inside.is_positive) if inside.is_nonnegative else ANY
            case _:
                return ANY

    def _of_member(self, sequence: tm.Sequence, stands: Callable[[str, tm.Scalar], bool]) -> Range:
        """What is declared of the members of a sequence, and what facts say of each in a range where this one stands."""
        known = of_letter(sequence.item) if isinstance(sequence.item, tm.Variable) else ANY
        for said, low, high in self._members.get(sequence, ()):
            if (low is None or stands(">=", low)) and (high is None or stands("<=", high)):
                known = meet(known, said)
        return known

    def _stands_at(self, kind: str, place: Frozen, end: tm.Scalar) -> bool:
        """Whether a place is known to lie on a side of a number."""
        ring = self.normalizer.ring
        with suppress(*NOT_NORMAL), self.normalizer.outside():
            gap = ring.subtract(ring.thaw(place), self.normalizer.scalar(end))
            return meet(self._looked_up(gap), self._by_atoms(gap)).satisfies(kind)
        return False

    def _length(self, vector: tm.Vector) -> Range:
        """The range of a norm, or of its square."""
        return Range(low=Fraction(0), nonzero=self._differ(vector, tm.ZeroVector()))

    def _differ(self, left: tm.Vector, right: tm.Vector) -> bool:
        """Whether a fact says that two vectors differ: one whose difference is theirs, or its opposite."""
        for fact in self.props:
            match fact:
                case st.Relation("!=", tm.Vector() as u, tm.Vector() as v):
                    try:
                        gap = self.normalizer.vector_difference(left, right)
                        if gap in (self.normalizer.vector_difference(u, v), self.normalizer.vector_difference(v, u)):
                            return True
                    except NOT_NORMAL:
                        continue
        return False

    def _power(self, base: tm.Scalar, exponent: tm.Scalar) -> Range:
        known = self.range(base)
        if isinstance(exponent, tm.Number) and exponent.value.denominator == 1:
            if abs(exponent.value) <= 64:
                return power(known, exponent.value.numerator)
            even = exponent.value.numerator % 2 == 0
            return Range(Fraction(0), None, known.excludes_zero) if even or known.is_nonnegative else ANY
        if known.is_positive:
            large = known.low is not None and known.low >= 1 and self.range(exponent).is_nonnegative
            return at_least(1) if large else Range(Fraction(0), None, True, False, True)
        least, most, *_ = self.range(exponent)
        if least is not None and least == most and least.denominator != 1:
            return at_least(0, open_=True)  # such a power needs a base > 0
        return at_least(0) if known.is_nonnegative else ANY

    # What holds at sight --------------------------------------------------------------------------

    def evident(self, prop: st.Prop) -> bool:
        """Whether a statement holds at sight wherever its terms have values."""
        if prop in self._known:
            return True
        match prop:
            case st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right):
                return self._relation(kind, left, right)
            case st.Relation("=", tm.Vector() | tm.Matrix() as left, tm.Vector() | tm.Matrix() as right):
                try:
                    return self.normalizer.agree(left, right)
                except NOT_NORMAL:
                    return left == right
            case st.Relation("!=", tm.Vector() as left, tm.Vector() as right):
                return self._differ(left, right)
            case st.Relation("=", tm.Residue() as left, tm.Residue() as right):
                ring = self.normalizer.ring
                return ring.is_zero(ring.subtract(self.normalizer.index(left), self.normalizer.index(right)))
            case st.And(args):
                return all(map(self.evident, args))
            case st.Or(args):
                return any(map(self.evident, args))
            case st.Implies(left, right):
                return self.extended([left]).evident(right)
            case Property(kind, f):
                sloped = kind == "differentiable" and any(has_slopes(fact, f) for fact in self.props)
                return sloped or unfold(prop) in self._known
            case st.Each(symbol, body, low, high):
                opened, facts = self.opened(symbol, low, high, body)
                return facts.evident(substitute(body, {symbol: opened}))
            case _:
                return False

    def _relation(self, kind: str, left: tm.Scalar, right: tm.Scalar) -> bool:
        self._read()
        if kind in ("<", "<="):
            kind, left, right = st.FLIPPED[kind], right, left
        if (self.range(left) if right == ZERO else self.range(left - right)).satisfies(kind):
            return True
        try:
            value = self.normalizer.difference(left, right)
        except NOT_NORMAL:
            return False
        known = meet(self._looked_up(value), self._by_atoms(value))
        if tm.is_integer(left) and tm.is_integer(right):
            known = integral(known)
        if known.satisfies(kind):
            return True
        if kind == "!=":
            return not self.normalizer.ring.is_zero(value) and self._is_nonzero(value)
        if kind not in (">", ">="):
            return False
        letters = self.normalizer.ring.generators(value)
        for bound, strict, spoken in self._bounds:
            if spoken.isdisjoint(letters):
                continue  # it says nothing of the value
            gap = self.normalizer.ring.subtract(value, bound)
            rest = meet(self._looked_up(gap), self._by_atoms(gap))
            if rest.is_positive or (rest.is_nonnegative and (strict or kind == ">=")):
                return True
        return False

    def _by_atoms(self, value: Quotient) -> Range:
        """The range of a normal form, from those of its atoms."""
        ring = self.normalizer.ring
        if value.den is not None:
            return multiply(self._by_atoms(Quotient(value.num)), invert(self._by_atoms(Quotient(value.den))))
        result = exactly(0)
        for monomial, coefficient in ring.numerator_terms(value):
            if result.is_unbounded:
                return ANY  # whatever is added
            product = exactly(as_fraction(coefficient))
            for number, exponent in monomial:
                if number not in self._atom_ranges:
                    self._atom_ranges[number] = self._of_atom(number)
                product = multiply(product, power(self._atom_ranges[number], exponent))
            result = product if result.is_zero else add(result, product)
        return result

    def _of_atom(self, number: int) -> Range:
        ring = self.normalizer.ring
        known = self._looked_up(ring.generator(number))
        match self.normalizer.atoms[number]:
            case ("letter", tm.Variable() as letter):
                known = meet(known, of_letter(letter))
                return integral(known) if tm.is_integer(letter) else known
            case ("at", tm.Sequence() as sequence, place):
                return meet(known, self._of_member(sequence, lambda kind, end: self._stands_at(kind, place, end)))
            case ("inner", i, j) if i == j:
                return meet(known, at_least(0))
            case ("root", square):
                return meet(known, of_function(FUNCTIONS["sqrt"], [self._by_atoms(ring.thaw(square))]))
            case ("constant", name):
                return meet(known, of_function(FUNCTIONS[name], []))
            case ("function", name, value):
                return meet(known, of_function(FUNCTIONS[name], [self._by_atoms(ring.thaw(value))]))
            case ("floor", value):
                return integral(meet(known, floor_of(self._by_atoms(ring.thaw(value)))))
            case ("power", base, _) if self.normalizer.is_positive(ring.thaw(base)):
                return meet(known, at_least(0, open_=True))
            case ("factorial", _):
                return meet(known, at_least(1))
            case ("rising", *_):
                return meet(known, at_least(0, open_=True))
            case ("product", _, unit, _) if self.normalizer.is_positive(ring.thaw(unit)):
                return meet(known, at_least(0, open_=True))
            case ("binomial", top, _) if self.normalizer.is_natural(ring.thaw(top)):
                return meet(known, at_least(0))
            case ("power", base, _) if self._by_atoms(ring.thaw(base)).excludes_zero:
                return meet(known, Range(nonzero=True))
            case ("delta", *_):
                return meet(known, Range(Fraction(0), Fraction(1)))
            case _:
                return known

    # Binders --------------------------------------------------------------------------------------

    def opened(
        self, symbol: tm.Term, low: tm.Scalar | None, high: tm.Scalar | None, *inside: tm.Term
    ) -> tuple[tm.Term, Facts]:
        """A fresh letter for a bound symbol, and the facts with its range. Its own sign counts only where the binder
        states no range."""
        letter = open_symbol(symbol, low, high, self.props, inside)
        if self._is_reading:  # a fact that speaks of |sum| asks for the sum's sign: not from facts that are being read
            return letter, Facts(range_of(letter, low, high), peels=self._peels)
        return letter, self.extended(range_of(letter, low, high)) if low is not None or high is not None else self


def range_of(letter: tm.Term, low: tm.Scalar | None, high: tm.Scalar | None) -> list[st.Prop]:
    """The facts that a range states of its letter."""
    props: list[st.Prop] = []
    if isinstance(letter, tm.Scalar):
        props += [] if low is None else [st.Relation("<=", low, letter)]
        props += [] if high is None else [st.Relation("<=", letter, high)]
    return props


def of_letter(letter: tm.Variable) -> Range:
    """What a letter's declaration says of its value."""
    kinds = {"positive": ">", "nonnegative": ">=", "negative": "<", "nonzero": "!="}
    known = KINDS[kinds[letter.sign]] if letter.sign else ANY
    least = 0 if letter.least is None and letter.domain == "natural" else letter.least
    return known if least is None else meet(known, at_least(least))

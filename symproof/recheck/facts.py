"""What is known at a place in a proof: ranges of terms, and what holds at sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from fractions import Fraction
from math import ceil
from typing import Any

from .build import opened, substitute
from .calculus import relation
from .defined import conditions
from .learning import Learning, anchor, monic
from .meaning import has_slopes, meaning
from .polynomial import UNIT, NotNormal, factors
from .ranges import (
    ANY,
    F0,
    F1,
    INFINITY,
    Range,
    exactly,
    floor_of,
    integral,
    inverse,
    meet,
    of_function,
    of_letter,
    opposite,
    plus,
    raised,
    summed,
    times,
)  # fmt: skip
from .rational import Quotient, as_constant, generator, generators, subtract, thawed
from .terms import FLIPPED, ZERO, Node, Reject, free, is_integer, minus, show, sort


class Facts(Learning):
    """What follows from hypotheses at sight."""

    def learned(self, props: Iterable[Node]) -> Facts:
        """These facts and more, each known to have a value by those before it."""
        facts = self
        for prop in props:
            facts.require_defined(prop)
            facts = facts.and_(prop)
        return facts

    def without(self, letter: Node) -> Facts:
        """The facts that do not speak of a letter."""
        return Facts((prop for prop in self.props if letter not in free(prop)), self.peels)

    def open(self, symbol: Node, low: Node | None, high: Node | None, *inside: Node) -> tuple[Node, Facts]:
        """A fresh letter for a bound one, and the facts with its range."""
        letter = opened(symbol, low, high, self.props, inside)
        props = range_of(letter, low, high)
        if self._is_reading:
            return letter, Facts(props, self.peels)
        return letter, self.and_(*props) if props else self

    def require_defined(self, *terms: Node) -> None:
        """Reject terms that are not known to have a value."""
        for term in terms:
            free(term)  # rejects letters over an index set that is bound
            for condition in conditions(term):
                if not self.evident(condition):
                    raise Reject(f"it is not known that {show(condition)}, which {show(term)} needs")

    # Ranges ---------------------------------------------------------------------------------------

    def _sign(self, term: Node) -> int:
        known = self.range(term)
        signs = ((">", 2), (">=", 1), ("<", -2), ("<=", -1))
        written: int = next((s for kind, s in signs if relation(kind, term, ZERO) in self.known), 0)
        if known.satisfies(">=") and written >= 0:
            return 2 if known.satisfies(">") else 1
        if known.satisfies("<=") and written <= 0:
            return -2 if known.satisfies("<") else -1
        return written

    def _lowest(self, letter: Node) -> int | None:
        low = self.range(letter).low
        return ceil(low) if isinstance(low, Fraction) else None

    def _holds(self, kind: str, value: Quotient) -> bool:
        self._read()
        known = as_constant(value) is None and meet(self._looked_up(value), self._by_atoms(value)).satisfies(kind)
        return known or (kind == "!=" and self._is_nonzero(value))

    def range(self, term: Node) -> Range:
        """A range that holds a scalar's value wherever the facts hold and it has one."""
        self._read()
        if term not in self._ranges:
            self._ranges[term] = ANY  # while it is being found
            found = self._by_form(term)
            if self._table and term[0] != "Number":
                with suppress(NotNormal):
                    found = meet(found, self._looked_up(self.normal.scalar(term)))
            self._ranges[term] = integral(found) if is_integer(term) else found
        return self._ranges[term]

    def _looked_up(self, value: Quotient) -> Range:
        if as_constant(value) is not None:
            return ANY
        key, factor, shift = anchor(value)
        if key not in self._table:
            return ANY
        known = times(self._table[key], exactly(factor))
        return plus(known, exactly(shift)) if shift else known

    def _by_form(self, term: Node) -> Range:
        match term:
            case ("Number", value):
                return exactly(value)
            case ("Variable", *_):
                return of_letter(term)
            case ("Neg", arg):
                return opposite(self.range(arg))
            case ("Add", args):
                result = self.range(args[0])
                for arg in args[1:]:
                    result = plus(result, self.range(arg))
                return result
            case ("Mul", args):
                result = self.range(args[0])
                for arg in args[1:]:
                    result = times(result, self.range(arg))
                return result
            case ("Div", top, bottom):
                return times(self.range(top), inverse(self.range(bottom)))
            case ("Pow", base, exponent):
                return self._power(base, exponent)
            case ("Elementary", name, args):
                return of_function(name, [self.range(arg) for arg in args])
            case ("Inner", left, right):
                return self._length(left) if self._agree(left, right) else ANY
            case ("Norm", vector):
                return self._length(vector)
            case ("MatrixTrace", ("MatrixMul", ("Transpose", left), right)) if left == right:
                return Range(F0)
            case ("Floor", arg):
                return floor_of(self.range(arg))
            case ("Factorial", _):
                return Range(F1)
            case ("Binomial", top, bottom):
                gap, natural = self.range(minus(top, bottom)), is_integer(top) and self.range(top).satisfies(">=")
                if natural and gap.satisfies(">=") and self.range(bottom).satisfies(">="):
                    return Range(F1)
                return Range(F0) if natural else ANY
            case ("Delta", index):
                apart = sort(index) == "scalar" and self.evident(relation("!=", index, ZERO))
                return exactly(0) if apart else Range(F0, F1)
            case ("ScalarAt", sequence, index):
                return self._of_member(sequence, lambda kind, end: self.evident(relation(kind, index, end)))
            case ("Sum" | "Product", body, index, low, high):
                letter, facts = self.open(index, low, high, body)
                inside = facts.range(substitute(body, {index: letter}))
                if term[0] == "Sum":
                    return summed(inside, inside.satisfies("!=") and self.evident(("Relation", "<=", low, high)))
                return Range(low=F0, low_open=inside.satisfies(">")) if inside.satisfies(">=") else ANY
            case ("CyclicSum", body, index):
                letter, facts = self.open(index, None, None, body)
                return summed(facts.range(substitute(body, {index: letter})), True)
        return ANY

    def _of_member(self, sequence: Node, stands: Callable[[str, Node], bool]) -> Range:
        """What a sequence declares of its members, and what facts say of each in a range where this one stands."""
        known = of_letter(sequence[2])
        for said, low, high in self._members.get(sequence, ()):
            if (low is None or stands(">=", low)) and (high is None or stands("<=", high)):
                known = meet(known, said)
        return known

    def _stands_at(self, kind: str, place: Any, end: Node) -> bool:
        outer, self.normal.scope = self.normal.scope, {}  # the end is read outside of all binders
        try:
            gap = subtract(thawed(place), self.normal.scalar(end))
            return meet(self._looked_up(gap), self._by_atoms(gap)).satisfies(kind)
        except NotNormal:
            return False
        finally:
            self.normal.scope = outer

    def _agree(self, left: Node, right: Node) -> bool:
        try:
            if sort(left) == "matrix":
                return not self.normal.matrix_gap(left, right).words
            return not self.normal.vector_difference(left, right)
        except NotNormal:
            return left == right

    def _length(self, vector: Node) -> Range:
        return Range(low=F0, nonzero=self._differ(vector, ("ZeroVector",)))

    def _differ(self, left: Node, right: Node) -> bool:
        """Whether a fact says that two vectors differ."""
        for fact in self.props:
            if fact[:2] == ("Relation", "!=") and sort(fact[2]) == "vector":
                with suppress(NotNormal):
                    gap = self.normal.vector_difference(left, right)
                    u, v = fact[2:]
                    if gap in (self.normal.vector_difference(u, v), self.normal.vector_difference(v, u)):
                        return True
        return False

    def _power(self, base: Node, exponent: Node) -> Range:
        known = self.range(base)
        if exponent[0] == "Number" and exponent[1].denominator == 1:
            k = exponent[1].numerator
            if abs(k) <= 64:
                return raised(known, k)
            return Range(F0, INFINITY, known.satisfies("!=")) if k % 2 == 0 or known.satisfies(">=") else ANY
        if known.satisfies(">"):
            if known.low >= 1 and self.range(exponent).satisfies(">="):
                return Range(F1)
            return Range(F0, INFINITY, True, False, True)
        least, most = self.range(exponent)[:2]
        if least == most and least.denominator != 1:
            return Range(F0, INFINITY, True)  # such a power needs a base > 0
        return Range(F0) if known.satisfies(">=") else ANY

    # What holds at sight --------------------------------------------------------------------------

    def evident(self, prop: Node) -> bool:
        """Whether a statement holds at sight wherever its terms have values."""
        if prop in self.known:
            return True
        match prop:
            case ("Relation", kind, left, right) if sort(left) == "scalar":
                return self._stands(kind, left, right)
            case ("Relation", "=", left, right) if sort(left) in ("vector", "matrix"):
                return self._agree(left, right)
            case ("Relation", "!=", left, right) if sort(left) == "vector":
                return self._differ(left, right)
            case ("Relation", "=", left, right) if sort(left) == "residue":
                return not subtract(self.normal.index(left), self.normal.index(right)).num
            case ("And", args):
                return all(map(self.evident, args))
            case ("Or", args):
                return any(map(self.evident, args))
            case ("Implies", left, right):
                return self.and_(left).evident(right)
            case ("Property", kind, f, _):
                sloped = kind == "differentiable" and any(has_slopes(fact, f) for fact in self.props)
                return sloped or meaning(prop, ()) in self.known
            case ("Each", symbol, body, low, high):
                letter, facts = self.open(symbol, low, high, body)
                return facts.evident(substitute(body, {symbol: letter}))
        return False

    def _stands(self, kind: str, left: Node, right: Node) -> bool:
        self._read()
        if kind in ("<", "<="):
            kind, left, right = FLIPPED[kind], right, left
        if (self.range(left) if right == ZERO else self.range(minus(left, right))).satisfies(kind):
            return True
        try:
            value = self.normal.difference(left, right)
        except NotNormal:
            return False
        known = meet(self._looked_up(value), self._by_atoms(value))
        if (integral(known) if is_integer(left) and is_integer(right) else known).satisfies(kind):
            return True
        if kind == "!=":
            return bool(value.num) and self._is_nonzero(value)
        if kind not in (">", ">="):
            return False
        letters = set(generators(value))
        for bound, strict in self._bounds:
            if letters.isdisjoint(generators(bound)):
                continue
            gap = subtract(value, bound)
            rest = meet(self._looked_up(gap), self._by_atoms(gap))
            if rest.satisfies(">") or (rest.satisfies(">=") and (strict or kind == ">=")):
                return True
        return False

    def _is_nonzero(self, value: Quotient) -> bool:
        """Whether every factor of the numerator is known not to be 0."""
        divisors = [known.num for known in self._nonzero.values() if known.den == UNIT]
        return all(
            monic(factor) in self._nonzero
            or self._by_atoms(factor).satisfies("!=")
            or self.normal.is_no_multiple(factor)
            for factor in map(Quotient, factors(value.num, divisors))
        )

    def _by_atoms(self, value: Quotient) -> Range:
        """The range of a normal form, from those of its atoms."""
        if value.den != UNIT:
            return times(self._by_atoms(Quotient(value.num)), inverse(self._by_atoms(Quotient(value.den))))
        result = exactly(0)
        for monomial, c in sorted(value.num.items(), reverse=True):
            product = exactly(c)
            for k, exponent in monomial:
                if k not in self._atom_ranges:
                    self._atom_ranges[k] = self._of_atom(k)
                product = times(product, raised(self._atom_ranges[k], exponent))
            result = product if result.satisfies("=") else plus(result, product)
        return result

    def _of_atom(self, k: int) -> Range:
        known = self._looked_up(generator(k))
        match self.normal.atoms[k]:
            case ("letter", ("Variable", *_) as letter):
                known = meet(known, of_letter(letter))
                return integral(known) if is_integer(letter) else known
            case ("at", sequence, place):
                return meet(known, self._of_member(sequence, lambda kind, end: self._stands_at(kind, place, end)))
            case ("inner", i, j) if i == j:
                return meet(known, Range(low=F0))
            case ("pi",):
                return meet(known, of_function("pi", []))
            case ("root", square):
                return meet(known, of_function("sqrt", [self._by_atoms(thawed(square))]))
            case ("function", name, value):
                return meet(known, of_function(name, [self._by_atoms(thawed(value))]))
            case ("floor", value):
                return integral(meet(known, floor_of(self._by_atoms(thawed(value)))))
            case ("power", base, _) if self.normal.is_positive(thawed(base)):
                return meet(known, Range(F0, INFINITY, True))
            case ("power", base, _) if self._by_atoms(thawed(base)).satisfies("!="):
                return meet(known, Range(nonzero=True))
            case ("factorial", _):
                return meet(known, Range(F1))
            case ("rising", *_):
                return meet(known, Range(F0, INFINITY, True))
            case ("product", _, unit, _) if self.normal.is_positive(thawed(unit)):
                return meet(known, Range(F0, INFINITY, True))
            case ("binomial", top, _) if self.normal.is_natural(thawed(top)):
                return meet(known, Range(F0))
            case ("delta", *_):
                return meet(known, Range(F0, F1))
        return known


def range_of(letter: Node, low: Node | None, high: Node | None) -> list[Node]:
    """The facts that a range states of its letter."""
    if sort(letter) != "scalar":
        return []
    props = [] if low is None else [relation("<=", low, letter)]
    return props + ([] if high is None else [relation("<=", letter, high)])

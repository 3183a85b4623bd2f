"""Whether the body of a recurrence has a value at every index: a syntactic check, with lower bounds.

The body is built of operations that always have a value, except at divisors, roots, logarithms and powers. There a
lower bound of the operand must show that it is positive (or not negative), for every index at once. Members of defined
sequences are bounded by what their sequence declares: by induction along the (well-founded) order of definition, every
earlier member lies in the declared domain, since every body is shown to lie there. Those of real sequences are positive by the
same induction, where the open members are and each body is if all members before it are (`positive_members`). Members of free
sequences are bounded by their values at the point, finitely many.

Whatever does not show is refused with `Undecided`: the check errs on that side only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from symproof import term as tm
from symproof.evaluation.exact import sign
from symproof.evaluation.interpretation import Definition, Interpretation
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.functions import FUNCTIONS
from symproof.statement import describe


@dataclass(frozen=True, slots=True)
class Bound:
    """A lower bound: the number is >= `value`, and > where `strict`."""

    value: Fraction
    strict: bool = False

    @property
    def positive(self) -> bool:
        """Whether the bound shows that the number is > 0."""
        return self.value > 0 or (self.value == 0 and self.strict)


ABOVE_ZERO, FROM_ZERO = Bound(Fraction(0), True), Bound(Fraction(0))
SIGNS = {"positive": ABOVE_ZERO, "nonnegative": FROM_ZERO}


class Totality:
    """The check for one recurrence, whose `index` runs over the integers from `low` on."""

    def __init__(
        self,
        meaning: Interpretation,
        defined: Mapping[tm.Sequence, Definition],
        index: tm.Variable,
        low: int,
        positive: frozenset[tm.Sequence] = frozenset(),
    ) -> None:
        self.meaning = meaning
        self.defined = defined
        self.positive = positive
        self.index = index
        self.low = low
        self.scope: dict[tm.Term, Bound | None] = {index: Bound(Fraction(low))}

    def check_definition(self, sequence: tm.Sequence, body: tm.Scalar | tm.Vector) -> None:
        """Show that `body` has a value at every index, in the domain of the members of `sequence`.

        Raises:
            Undecided: it does not show.
            NoValue: a part that does not depend on the index has no value.
        """
        self.check(body)
        item = sequence.item
        if not isinstance(item, tm.Variable) or not isinstance(body, tm.Scalar):
            return
        least = item.least if item.least is not None else 0 if item.domain == "natural" else None
        bound = self.bound(body)
        shown = (
            (item.domain == "real" or (item.domain in ("integer", "natural") and tm.is_integer(body)))
            and (least is None or (bound is not None and bound.value >= least))
            and (item.sign not in ("positive", "nonzero") or (bound is not None and bound.positive))
            and (item.sign != "nonnegative" or (bound is not None and bound.value >= 0))
            and item.sign != "negative"
        )
        if not shown:
            raise Undecided(f"{body} is not shown to be {describe(item)}, as the members of {sequence} are declared")

    def _fixed(self, term: tm.Term) -> bool:
        """Whether a term has one value at all indices."""
        return not any(symbol in self.scope or isinstance(symbol, tm.Sequence) for symbol in term.free)

    def check(self, term: tm.Term) -> None:
        """Show that `term` has a value at every index; raises as `check_definition` does."""
        if self._fixed(term) and isinstance(term, tm.Scalar):
            self.meaning.scalar(term, self.meaning.env)
            return
        if self._fixed(term) and isinstance(term, tm.Vector):
            self.meaning.vector(term, self.meaning.env)
            return
        match term:
            case tm.Variable() if term in self.scope:
                pass
            case tm.Add() | tm.Mul() | tm.Neg() | tm.VectorAdd() | tm.VectorNeg() | tm.Scale() | tm.Inner() | tm.Norm():
                self._check_all(term)
            case tm.Div(denominator=bottom) | tm.VectorDiv(denominator=bottom):
                self._check_all(term)
                self._need(self._positive(bottom) or self._fixed_nonzero(bottom), term)
            case tm.Pow(base, exponent):
                self._check_all(term)
                self._need(self._positive(base) or self._natural(exponent), term)
            case tm.Elementary(name, args):
                self._check_all(term)
                if name in ("log", "sqrt"):
                    bound = self.bound(args[0])
                    self._need(bound is not None and (bound.positive or (name == "sqrt" and bound.value >= 0)), term)
                else:
                    self._need(name in ("exp", "sin", "cos", "arctan", "sigma", "abs", "max", "min", "pi"), term)
            case tm.ScalarAt(sequence, index) | tm.VectorAt(sequence, index):
                self.check(index)
                self._check_place(term, sequence, index)
            case (
                tm.Sum(body, index, low, high)
                | tm.Product(body, index, low, high)
                | tm.VectorSum(body, index, low, high)
            ):
                self.check(low)
                self.check(high)
                start = self.bound(low)
                natural = index.domain == "integer" or (start is not None and start.value >= 0)
                self._need(index not in self.scope and natural, term)
                self.scope[index] = start
                self.check(body)
                del self.scope[index]
            case tm.Apply(arg=arg) | tm.GradientAt(arg=arg):
                self.check(arg)
            case _:
                self._need(False, term)

    def _check_all(self, term: tm.Term) -> None:
        for child in term.children():
            self.check(child)

    def _need(self, shown: bool, term: tm.Term) -> None:
        if not shown:
            raise Undecided(f"{term} is not shown to have a value for each {self.index} >= {self.low}")

    def _positive(self, term: tm.Scalar) -> bool:
        bound = self.bound(term)
        return bound is not None and bound.positive

    def _natural(self, term: tm.Scalar) -> bool:
        """Whether an exponent is an integer >= 0 at every index."""
        bound = self.bound(term)
        if bound is None or bound.value < 0:
            return False
        if self._fixed(term):
            number = self.meaning.scalar(term, self.meaning.env)
            return isinstance(number, Fraction) and number.denominator == 1
        return tm.is_integer(term)

    def _fixed_nonzero(self, term: tm.Scalar) -> bool:
        return self._fixed(term) and sign(self.meaning.scalar(term, self.meaning.env)) != 0

    def _check_place(self, term: tm.Term, sequence: tm.Sequence, place: tm.Scalar | tm.Residue) -> None:
        """Show that a member is asked for at a place where it exists, and where it comes before what it defines."""
        if sequence.over is not None or not isinstance(place, tm.Scalar) or not tm.is_integer(place):
            raise Undecided(f"{term} is not shown to have a value for each {self.index} >= {self.low}")
        if not place.free and sequence in self.defined:
            k = self.meaning.integer(place, self.meaning.env)
            self._need(sequence.start <= k < self.defined[sequence].first, term)
            return
        bound = self.bound(place)  # well-founded by `recurrences`, which has seen the form of the place
        self._need(bound is not None and bound.value >= sequence.start, term)

    # Lower bounds ---------------------------------------------------------------------------------

    def bound(self, term: tm.Scalar) -> Bound | None:
        """A lower bound of a term that has a value at every index; None where none shows."""
        if self._fixed(term):
            number = self.meaning.scalar(term, self.meaning.env)
            if isinstance(number, Fraction):
                return Bound(number)
            return None if sign(number) < 0 else ABOVE_ZERO if sign(number) > 0 else FROM_ZERO
        match term:
            case tm.Variable():
                return self.scope.get(term)
            case tm.Add(args):
                parts = [self.bound(arg) for arg in args]
                known = [part for part in parts if part is not None]
                if len(known) < len(parts):
                    return None
                return Bound(sum((part.value for part in known), Fraction(0)), any(part.strict for part in known))
            case tm.Neg(tm.Number(value)):
                return Bound(-value)
            case tm.Mul(args):
                return self._bound_of_product([self.bound(arg) for arg in args])
            case tm.Div(top, bottom):
                parts = [self.bound(top), self.bound(bottom)]
                return ABOVE_ZERO if all(part is not None and part.positive for part in parts) else None
            case tm.Pow(base, tm.Number(value)) if value.denominator == 1 and value.numerator % 2 == 0:
                return ABOVE_ZERO if self._positive(base) else FROM_ZERO
            case tm.Pow(base):
                return ABOVE_ZERO if self._positive(base) else None
            case tm.Norm():
                return FROM_ZERO
            case tm.Inner(left, right):
                return FROM_ZERO if left == right else None
            case tm.Elementary("sqrt", (arg,)):
                inner = self.bound(arg)
                if inner is None or not inner.positive:
                    return FROM_ZERO
                return Bound(Fraction(1)) if inner.value >= 1 else ABOVE_ZERO
            case tm.Elementary(name):
                row = FUNCTIONS[name]
                return None if row.low is None else Bound(Fraction(row.low), row.low_open)
            case tm.ScalarAt(sequence):
                return self._bound_of_members(sequence)
            case tm.Sum(body, index, low):
                return self._bound_of_sum(body, index, low)
            case _:
                return None

    def _bound_of_product(self, parts: list[Bound | None]) -> Bound | None:
        known = [part for part in parts if part is not None and part.value >= 0]
        if len(known) < len(parts):
            return None
        positive = all(part.positive for part in known)
        return Bound(prod((part.value for part in known), start=Fraction(1)), positive and any(p.strict for p in known))

    def _bound_of_members(self, sequence: tm.Sequence) -> Bound | None:
        item = sequence.item
        if sequence not in self.defined:
            value = self.meaning.env.get(sequence)
            if value is None:
                raise Undecided(f"the point gives no value to {sequence}")
            return Bound(min(value.tail, *value.table.values())) if value.table else Bound(value.tail)
        if not isinstance(item, tm.Variable):
            return None
        if item.least is not None:
            return Bound(Fraction(item.least))
        if sequence in self.positive:
            return ABOVE_ZERO
        return FROM_ZERO if item.domain == "natural" else SIGNS.get(item.sign)

    def _bound_of_sum(self, body: tm.Scalar, index: tm.Variable, low: tm.Scalar) -> Bound | None:
        if index in self.scope:
            return None
        self.scope[index] = self.bound(low)
        inner = self.bound(body)
        del self.scope[index]
        return FROM_ZERO if inner is not None and inner.value >= 0 else None


def positive_members(meaning: Interpretation, defined: Mapping[tm.Sequence, Definition]) -> frozenset[tm.Sequence]:
    """The sequences all of whose members are positive, provided that all bodies have values: the open ones are, at the point, and
    each body is where all members before it are."""
    found = frozenset(s for s, rule in defined.items() if rule.last is None and _opens_above_zero(meaning, s, rule))
    while found:
        kept = frozenset(s for s in found if _stays_above_zero(meaning, defined, s, found))
        if kept == found:
            break
        found = kept
    return found


def _opens_above_zero(meaning: Interpretation, sequence: tm.Sequence, rule: Definition) -> bool:
    """Whether the members before the first that is defined are positive numbers."""
    value = meaning.look_up(sequence, meaning.env)
    members = [value.table.get(place, value.tail) for place in range(sequence.start, rule.first)]
    return all(isinstance(member, Fraction) and member > 0 for member in members)


def _stays_above_zero(
    meaning: Interpretation,
    defined: Mapping[tm.Sequence, Definition],
    sequence: tm.Sequence,
    positive: frozenset[tm.Sequence],
) -> bool:
    """Whether the body of a definition is positive, if it has a value, where the members of some sequences are."""
    rule = defined[sequence]
    if not isinstance(rule.body, tm.Scalar):
        return False
    try:
        bound = Totality(meaning, defined, rule.index, rule.first - rule.offset, positive).bound(rule.body)
    except (NoValue, Undecided):
        return False
    return bound is not None and bound.positive

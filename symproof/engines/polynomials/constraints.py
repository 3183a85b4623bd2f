"""Relations between scalars as linear constraints on products of atoms, for `arithmetic`.

A relation is what it says is >= 0, > 0 or = 0, a linear form in the monomials of its normal form. A quotient is multiplied by its
denominator where the sign of that is known, and is else a form in its addends. With each new monomial comes what holds of it at
sight: its range, |s| >= s and |s| >= -s. Between integers a bound is moved to the first integer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from math import ceil, floor, gcd, lcm
from typing import Any, cast

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.logic import folds
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.simplex import Form, Simplex, Value
from symproof.engines.valued import has_value
from symproof.substitution import substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.laws import LAWS, LETTERS
from symproof.trusted.polynomial import Monomial, Quotient, as_fraction

GAPS = {"<": ">", "<=": ">=", ">": ">", ">=": ">=", "=": "="}
"""The relation to 0 of what a relation says is positive."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """form + constant `kind` 0, which is `weight` times the gap of `prop`, and how a certificate may use it.

    Where `state` is given, the prop is no fact yet and is stated by it; with `at_sight`, the weight alone is the gap; with
    `silent`, the gap is zero to the kernel, which reads |s| by what the branch says of s.
    """

    prop: st.Relation
    form: Form
    constant: Fraction
    kind: str
    weight: tm.Scalar | None = None
    needs: frozenset[st.Prop] = frozenset()
    state: Callable[[Certificate], Certificate] | None = None
    at_sight: bool = False
    silent: bool = False
    origin: Constraint | None = None
    number: int | None = None
    """The caller's own number, where it is none of the facts'."""


class Constraints:
    """The constraints of a branch, and what their model says."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.normalizer = facts.normalizer
        self.ring = facts.normalizer.ring
        self.back = Readback(facts.normalizer)
        self.nothing = Facts()
        self.simplex = Simplex()
        self.list: list[Constraint] = []
        self._false: Constraint | None = None
        self._seen: set[Monomial] = set()
        self._absolutes: dict[tm.Scalar, tuple[tuple[Form, fmpq], tuple[Form, fmpq]]] = {}
        self._integers: dict[Monomial, tm.Scalar] = {}
        self._gaps: dict[st.Relation, tuple[Form, fmpq, tm.Scalar | None] | None] = {}

    def mark(self) -> tuple[int, int, Constraint | None]:
        """Where the constraints are now, for `undo`."""
        return len(self.list), self.simplex.mark(), self._false

    def undo(self, mark: tuple[int, int, Constraint | None]) -> None:
        """Take back what was added since."""
        del self.list[mark[0] :]
        self.simplex.undo(mark[1])
        self._false = mark[2]

    def survey(self, prop: st.Prop) -> None:
        """State what holds at sight of the parts of a statement; to be done before there are branches."""
        match prop:
            case st.Relation(_, tm.Scalar()):
                for inside in folds(prop):
                    with suppress(*NOT_NORMAL, LookupError):
                        self._absolute(inside)
                read = self._read(prop)
                if read is not None:
                    self._meet(read[0])
            case st.And() | st.Or() | st.Not() | st.Implies() | st.Iff():
                for part in prop.children():
                    if isinstance(part, st.Prop):
                        self.survey(part)

    def add(self, prop: st.Relation) -> None:
        """Take a fact in; what cannot be read as a constraint is left out."""
        constraint = self._constraint(prop, needs=frozenset((prop,)))
        self._add(constraint)
        if constraint is not None and constraint.weight is not None:
            self._add(self._divided(constraint))

    def _divided(self, cleared: Constraint) -> Constraint | None:
        """What a relation says of its addends, each over a product, beside what it says times this: of a + 1/2**n of a, too."""
        value = self._difference(cleared.prop)
        if value.den is None or len(value.den) != 1:
            return None
        form, constant = self._form(value)
        return replace(cleared, form=form, constant=as_fraction(constant), weight=None)

    def add_polynomial(self, number: int, value: Quotient, kind: str) -> None:
        """Take in `value kind 0`, by the caller's number."""
        form, constant = self._form(value)
        self._meet(form)
        exact = as_fraction(constant)
        self._require(Constraint(st.Relation("=", ZERO, ZERO), form, exact, kind, number=number))

    def add_silent(self, prop: st.Relation, needs: frozenset[st.Prop]) -> None:
        """Take in an order that is an identity to the kernel where `needs` are facts."""
        self._add(self._constraint(prop, needs=needs, silent=True))

    def _constraint(self, prop: st.Relation, **how: Any) -> Constraint | None:
        """What a relation says, and how a certificate may use it."""
        read = self._read(prop)
        if read is None:
            return None
        form, constant, weight = read
        exact = as_fraction(constant)
        return Constraint(prop, form, exact, GAPS[prop.kind], **{"weight": weight, **how})

    def _add(self, constraint: Constraint | None) -> None:
        if constraint is None:
            return
        self._meet(constraint.form)
        self._require(constraint)
        if not constraint.silent:
            self._tighten(constraint)

    def _require(self, constraint: Constraint | None) -> None:
        if constraint is None:
            return
        if constraint.form:
            self.list.append(constraint)
            constant = fmpq(constraint.constant.numerator, constraint.constant.denominator)
            self.simplex.require(len(self.list) - 1, constraint.form, constant, constraint.kind)
            return
        value = constraint.constant
        holds = value == 0 if constraint.kind == "=" else value > 0 or (value == 0 and constraint.kind == ">=")
        if not holds and self._false is None:
            self._false = constraint

    def conflict(self) -> list[tuple[Constraint, Fraction]] | None:
        """Constraints and multipliers that contradict, or None."""
        if self._false is not None:
            sign = -1 if self._false.kind == "=" and self._false.constant > 0 else 1
            return [(self._false, Fraction(sign))]
        found = self.simplex.check()
        if found is None:
            return None
        return [(self.list[k], as_fraction(m)) for k, m in found.items()]

    # Reading --------------------------------------------------------------------------------------

    def _read(self, prop: st.Relation) -> tuple[Form, fmpq, tm.Scalar | None] | None:
        with suppress(KeyError):
            return self._gaps[prop]
        try:
            found = self._gap(prop)
        except (*NOT_NORMAL, LookupError):
            found = None
        self._gaps[prop] = found
        return found

    def _difference(self, prop: st.Relation) -> Quotient:
        left, right = cast(tm.Scalar, prop.left), cast(tm.Scalar, prop.right)
        return self.normalizer.difference(*((right, left) if prop.kind in ("<", "<=") else (left, right)))

    def _gap(self, prop: st.Relation) -> tuple[Form, fmpq, tm.Scalar | None] | None:
        value = self._difference(prop)
        weight: tm.Scalar | None = None
        if value.den is not None:
            bottom = self.back.scalar(Quotient(value.den))
            known = self.facts.range(bottom)
            if known.is_positive or known.is_negative:
                weight = bottom if known.is_positive else tm.Neg(bottom)
                value = Quotient(value.num) if known.is_positive else self.ring.negative(Quotient(value.num))
        return (*self._form(value), weight)

    def _form(self, value: Quotient) -> tuple[dict[Hashable, fmpq], fmpq]:
        """A value by its monomials; one of a denominator without a known sign, by its addends as they are."""
        form: dict[Hashable, fmpq] = {}
        for monomial, coefficient in self.ring.numerator_terms(value):
            unknown: Hashable = monomial
            if value.den is not None:
                addend = self.ring.quotient(self.ring.from_terms([(monomial, coefficient)]), Quotient(value.den))
                lead = addend.num.leading_coefficient()
                coefficient = fmpq(lead)
                unknown = ("quotient", self.ring.freeze(self.ring.scale(addend, 1 / lead)))
                if addend.den is None:
                    ((unknown, coefficient),) = self.ring.numerator_terms(addend)
            form[unknown] = form.get(unknown, fmpq(0)) + coefficient
        constant = form.pop((), fmpq(0))
        return form, fmpq(constant)

    def _value(self, form: Form) -> Quotient:
        return self.ring.from_terms([(cast(Monomial, monomial), c) for monomial, c in form.items()])

    # What is known of a monomial ------------------------------------------------------------------

    def _meet(self, form: Form) -> None:
        """State what holds at sight of the monomials of a form, each once for all branches."""
        for unknown in form:
            monomial = cast(Monomial, unknown)
            if not _is_quotient(unknown) and monomial not in self._seen:
                self._seen.add(monomial)
                try:
                    self._introduce(monomial)
                except (*NOT_NORMAL, LookupError):
                    continue

    def _introduce(self, monomial: Monomial) -> None:
        single = monomial[0][0] if len(monomial) == 1 and monomial[0][1] == 1 else None
        term = self.back.scalar(self.ring.from_terms([(monomial, 1)]))
        if single is not None and tm.is_integer(term):
            self._integers[monomial] = term
        if not has_value(self.facts, term):
            return
        if isinstance(term, tm.Floor):
            for law in ("floor_below", "floor_above"):
                self._state_law(law, term.arg)
        # What the facts say of a letter is a constraint already, and in a branch that contradicts them their ranges are empty.
        atoms = {number for number, _ in monomial}
        alone = len(atoms) == 1 or any(self.normalizer.atoms[number][0] == "root" for number in atoms)
        known = (self.nothing if alone else self.facts).range(term)
        if known.low is not None:
            open_end = known.low_open or (known.low == 0 and known.nonzero)
            weight = term if known.low == 0 else term - tm.Number(known.low)
            prop = st.Relation(">" if open_end else ">=", term, tm.Number(known.low))
            self._require(
                Constraint(prop, {monomial: fmpq(1)}, -known.low, GAPS[prop.kind], weight=weight, at_sight=True)
            )
        if known.high is not None:
            open_end = known.high_open or (known.high == 0 and known.nonzero)
            prop = st.Relation("<" if open_end else "<=", term, tm.Number(known.high))
            weight = tm.Number(known.high) - term
            self._require(
                Constraint(prop, {monomial: fmpq(-1)}, known.high, GAPS[prop.kind], weight=weight, at_sight=True)
            )

    def _at_sight(self, weight: tm.Scalar, prop: st.Relation) -> None:
        self._require(self._constraint(prop, weight=weight, at_sight=True))

    def _absolute(self, inside: tm.Scalar) -> None:
        """What holds of |s| whatever s is, where the facts do not say its sign."""
        absolute = tm.Elementary("abs", (inside,))
        if inside in self._absolutes or self.facts.sign(inside):
            return
        (outer, more), (inner, constant) = (self._form(self.normalizer.scalar(term)) for term in (absolute, inside))
        self._absolutes[inside] = (outer, more), (inner, constant)
        self._seen |= {cast(Monomial, unknown) for unknown in outer}  # what holds of |s| is said here
        for law in ("abs_above", "abs_above_opposite"):
            self._state_law(law, inside)
        self._at_sight(absolute, st.Relation(">=", absolute, ZERO))

    def _state_law(self, law: str, inside: tm.Scalar) -> None:
        claim = substitute(LAWS[law].claim, {LETTERS[0]: inside})
        self._add(self._constraint(cast(st.Relation, claim), state=partial(ct.Law, law, (inside,))))

    # Integers -------------------------------------------------------------------------------------

    def _tighten(self, constraint: Constraint) -> None:
        """Between integers: the same form with coprime coefficients, and a bound that is an integer."""
        if not constraint.form or constraint.weight is not None or any(map(_is_quotient, constraint.form)):
            return
        is_integer = self.normalizer.is_integer_letter
        if not all(is_integer(number) for unknown in constraint.form for number, _ in cast(Monomial, unknown)):
            return
        numbers = [as_fraction(c) for c in constraint.form.values()]
        common = lcm(*(number.denominator for number in numbers))
        scale = Fraction(common, gcd(*(int(number * common) for number in numbers)))
        bound = -constraint.constant * scale
        if bound.denominator == 1 and constraint.kind != ">":
            return
        form = {unknown: c * fmpq(scale.numerator, scale.denominator) for unknown, c in constraint.form.items()}
        term = self.back.scalar(self._value(form))
        low = floor(bound) + 1 if constraint.kind == ">" else ceil(bound)
        self._state(st.Relation(">=", term, tm.Number(Fraction(low))), constraint)
        if constraint.kind == "=":
            self._state(st.Relation("<=", term, tm.Number(Fraction(floor(bound)))), constraint)

    def _state(self, prop: st.Relation, origin: Constraint) -> None:
        """A bound between integers that holds at sight where another does."""
        have = partial(ct.Have, prop, ct.Evident())
        self._require(self._constraint(prop, needs=origin.needs, state=have, origin=origin))

    # The model ------------------------------------------------------------------------------------

    def holds(self, prop: st.Prop) -> bool | None:
        """Whether a statement holds in the model; None where it is not made of constraints."""
        match prop:
            case st.Relation(kind, tm.Scalar()):
                read = self._read(prop)
                if read is None:
                    return None
                a, b = self._at(read[0], read[1])
                sign = (a > 0) - (a < 0) or (b > 0) - (b < 0)
                match kind:
                    case "=":
                        return sign == 0
                    case "!=":
                        return sign != 0
                    case "<" | ">":
                        return sign > 0
                    case _:
                        return sign >= 0
            case st.And(args):
                return _every([self.holds(arg) for arg in args])
            case st.Or(args):
                return _negated(_every([_negated(self.holds(arg)) for arg in args]))
            case st.Not(arg):
                return _negated(self.holds(arg))
            case st.Implies(left, right):
                return _negated(_every([self.holds(left), _negated(self.holds(right))]))
            case _:
                return None

    def broken_absolutes(self) -> Iterator[tuple[tm.Scalar, tm.Scalar]]:
        """|s| and s where the model's value of the first is not that of the second or its opposite."""
        for inside, sides in self._absolutes.items():
            (a, b), (c, d) = (self._at(form, constant) for form, constant in sides)
            if (a, b) not in ((c, d), (-c, -d)):
                yield tm.Elementary("abs", (inside,)), inside

    def _at(self, form: Form, constant: fmpq) -> Value:
        a, b = self.simplex.value(form)
        return a + constant, b

    def broken_integers(self) -> Iterator[tuple[tm.Scalar, int]]:
        """Integers whose value in the model is none, and the integer below."""
        for monomial, letter in self._integers.items():
            a, b = self.simplex.value({monomial: fmpq(1)})
            if a.q != 1 or b != 0:
                yield letter, int(a.p) // int(a.q)


def _is_quotient(unknown: Hashable) -> bool:
    return isinstance(unknown, tuple) and unknown[:1] == ("quotient",)


def _every(truths: list[bool | None]) -> bool | None:
    return False if False in truths else None if None in truths else True


def _negated(truth: bool | None) -> bool | None:
    return None if truth is None else not truth

"""Making the hypotheses of a statement hold at a point, by changing the letters that they determine.

An equation `eta = 1/L`, `w[1] = 0`, `B = 2*A` gives the value of a letter. Any other condition that fails is solved, as
an equation with some slack, for one number of the point: the sides are evaluated at three values of that number, and the
line or parabola through them is solved. What is neither is tried at a few small numbers. Each condition has its own
letter to change, as far as there are enough, so that mending one does not break another.

Untrusted: `evaluate.failure` checks all hypotheses again.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import chain
from random import Random
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.candidates import MEMBERS, POOLS, Slot, get, in_reach, put, slots_of, with_value
from symproof.engines.refute.spheres import on_sphere
from symproof.engines.refute.watched import Watched
from symproof.evaluation.evaluate import Hypotheses
from symproof.evaluation.exact import exact_root
from symproof.evaluation.interpretation import Env
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.evaluation.recurrence import conjuncts, definitions
from symproof.evaluation.truth import holds_in, lower_end, values_of
from symproof.evaluation.universal import is_universal, opened
from symproof.point import MatrixValue, Point, QuadraticFunction
from symproof.substitution import substitute

WINDOW = MEMBERS + 1
"""The indices at which a condition on all of them is mended, from the lowest on."""
QUOTIENTS = range(-4, 36)
SLACKS = tuple(map(Fraction, ("0", "1", "1/2", "2", "1/10", "5")))


class Repair:
    """The conditions of a statement (its hypotheses, and what its claim assumes), and how to make them hold."""

    def __init__(self, hypotheses: Hypotheses, assumed: tuple[st.Prop, ...], random: Random) -> None:
        self.rules = hypotheses.rules
        self.assumed = assumed
        self.random = random
        self.conditions = (*hypotheses.others, *(part for prop in assumed for part in conjuncts(prop)))
        self.choices = self._choices()
        self.latest: tuple[Point, Watched] | None = None

    def _choices(self) -> dict[st.Prop, list[tm.Term]]:
        """For each condition the letters that may change for its sake, the best first."""
        uses: dict[tm.Term, int] = {}
        for prop in self.conditions:
            for letter in prop.free:
                uses[letter] = uses.get(letter, 0) + 1
        choices: dict[st.Prop, list[tm.Term]] = {}
        taken: set[tm.Term] = set()
        for prop in sorted(self.conditions, key=lambda prop: 0 if _defined_by(prop) else 1):
            bare = [letter for letter in _defined_by(prop) if letter not in taken]
            rest = sorted(
                (letter for letter in prop.free if letter not in bare),
                key=lambda letter: (letter in taken, _stiffness(letter), uses[letter], str(letter)),
            )
            choices[prop] = [*bare, *rest]
            if st.is_equation(prop):
                taken.update(choices[prop][:1])
        return choices

    def mended(self, point: Point, *, tight: bool = False) -> Point | None:
        """The point, changed so that the conditions hold; None where that fails. With `tight`, bounds are met with
        equality where they can be."""
        for round_ in range(3):
            clean = True
            for prop in self.conditions:
                for part, env in self._instances(prop, point):
                    if self._true(part, env, point) and not (tight and round_ == 0 and self._is_tight(prop, part)):
                        continue
                    changed = self._solved(part, env, point, self.choices[prop], tight)
                    if changed is None:
                        if self._true(part, env, point):
                            continue
                        return None
                    point, clean = changed, False
            if clean:
                return point
        return point

    def _is_tight(self, prop: st.Prop, part: st.Prop) -> bool:
        """Whether a part of a condition is met with equality where bounds are."""
        return is_bound(part)

    def _meaning(self, point: Point) -> Watched:
        """What a point means; that of the last one is kept, as several conditions are asked for at one point."""
        if self.latest is None or self.latest[0] is not point:
            meaning = Watched(point)
            meaning.definitions = definitions(self.rules, meaning)
            self.latest = point, meaning
        self.latest[1].steps = 0
        return self.latest[1]

    def _true(self, prop: st.Prop, env: Env, point: Point) -> bool:
        try:
            meaning = self._meaning(point)
            return holds_in(meaning, prop, {**meaning.env, **env})
        except (NoValue, Undecided):
            return False

    def _instances(self, prop: st.Prop, point: Point) -> Iterator[tuple[st.Prop, Env]]:
        """The relations, with the values of quantified letters, that make up a condition."""
        if not isinstance(prop, st.Each) or is_universal(prop):
            yield prop, {}
            return
        meaning = self._meaning(point)
        low = None
        if prop.high is None and not isinstance(prop.symbol, tm.ResidueVariable):
            low = lower_end(meaning, prop, meaning.env)
        places = values_of(meaning, prop, meaning.env) if low is None else [Fraction(low + k) for k in range(WINDOW)]
        for place in places:
            yield prop.body, {prop.symbol: place}

    def _solved(self, prop: st.Prop, env: Env, point: Point, letters: list[tm.Term], tight: bool) -> Point | None:
        """The point with one letter changed so that `prop` holds."""
        match prop:
            case st.Or(args):
                return self._solved(self.random.choice(args), env, point, letters, tight)
            case st.Implies(_, right):
                return self._solved(right, env, point, letters, tight)
            case st.Not(st.Relation(kind, left, right)):
                return self._solved(st.Relation(st.NEGATED[kind], left, right), env, point, letters, tight)
            case st.And(args):
                for arg in args:
                    if not self._true(arg, env, point):
                        mended = self._solved(arg, env, point, letters, tight)
                        if mended is None:
                            return None
                        point = mended
                return point
            case st.Relation():
                for letter in letters:
                    if letter in point.values and letter in prop.free:
                        found = self._for_letter(prop, env, point, letter, tight)
                        if found is not None:
                            return found
            case st.Exists(tm.Variable() as x, st.Relation() as body) if tm.is_integer(x):
                others = [other for other in self.conditions if isinstance(other, st.Exists)]
                last: Point | None = None
                for k in self._quotients(prop, env, point):
                    changed = self._solved(body, {**env, x: k}, point, letters, tight)
                    last = last if changed is None else changed
                    if changed is not None and all(self._true(other, {}, changed) for other in others):
                        break
                return last
            case st.Each() | st.Minimizer():
                ways = chain(
                    self._defined(prop, env, point), _simpler(prop, point), self._constant(prop, env, point, tight)
                )
                return next((changed for changed in ways if self._true(prop, env, changed)), None)
        return None

    def _quotients(self, prop: st.Exists, env: Env, point: Point) -> Iterator[Fraction]:
        """Integers near the number of which an equation says that there is such an integer, as in n = 8*k + 7."""
        assert isinstance(prop.body, st.Relation)  # as was asked
        gaps = [self._gap(prop.body, {**env, prop.symbol: Fraction(k)}, point) for k in (0, 1)]
        match gaps:
            case [(Fraction() as here, *_), (Fraction() as ahead, *_)] if here != ahead:
                centre = Fraction(math.floor(here / (here - ahead)))
            case _:
                centre = Fraction(0)
        yield from (centre + k for k in self.random.sample(QUOTIENTS, len(QUOTIENTS)))

    def _defined(self, prop: st.Prop, env: Env, point: Point) -> Iterator[Point]:
        """The point with the function that is said to be an expression of its argument, where that is quadratic in one number."""
        match opened(prop):
            case (x,), st.Relation("=", tm.Apply(f, arg), tm.Scalar() as said) if arg == x and f not in said.free:
                try:
                    meaning = self._meaning(point)
                    here = [_exact(meaning.scalar(said, {**meaning.env, **env, x: Fraction(k)})) for k in (-1, 0, 1)]
                except (NoValue, Undecided):
                    return
                below, there, above = here
                if below is not None and there is not None and above is not None:
                    shape = QuadraticFunction(there, ((above - below) / 2,), above + below - 2 * there)
                    yield with_value(point, f, shape)

    def _constant(self, prop: st.Prop, env: Env, point: Point, tight: bool) -> Iterator[Point]:
        """The point with a function that is constant, at a value for which what is said of all arguments holds at 0."""
        letters, body = opened(prop)
        while isinstance(body, st.Implies):
            body = body.right
        instance = substitute(body, {x: _zero(x) for x in letters})
        for f, shape in list(point.values.items()):
            if isinstance(shape, QuadraticFunction) and f in prop.free and isinstance(instance, st.Relation):
                flat = with_value(
                    point, f, replace(shape, linear=tuple(Fraction(0) for _ in shape.linear), curvature=Fraction(0))
                )
                numbers = [x for x in prop.free if isinstance(x, tm.Variable)]
                changed = self._solved(instance, env, flat, [f, *numbers], tight)
                if changed is not None:
                    yield changed

    def _for_letter(self, prop: st.Relation, env: Env, point: Point, letter: tm.Term, tight: bool) -> Point | None:
        for changed in self._changes(prop, env, point, letter, tight):
            if self._true(prop, env, changed):
                return changed
        return None

    def _changes(self, prop: st.Relation, env: Env, point: Point, letter: tm.Term, tight: bool) -> Iterator[Point]:
        """The point with other values for a letter, the most promising first."""
        value = self._given(prop, env, point, letter)
        if value is not None:
            if not isinstance(value, Fraction) or in_reach(letter, value):
                yield with_value(point, letter, value)
            return
        yield from on_sphere(prop, point, letter)
        slots = self._slots(prop, env, point, letter)
        if isinstance(prop.left, tm.Vector):
            yield from self._coordinatewise(prop, env, point, slots)
            return
        if not isinstance(prop.left, tm.Scalar):
            return
        self.random.shuffle(slots)
        for slot in slots[:3]:
            yield from (put(point, slot, x) for x in self._roots(prop, env, point, slot, tight) if _allowed(slot, x))
        for slot in slots[:3]:
            yield from (put(point, slot, x) for x in self.random.sample(POOLS[2], 6) if _allowed(slot, x))

    def _given(self, prop: st.Relation, env: Env, point: Point, letter: tm.Term) -> Any:
        """The value that an equation gives to a letter which is one of its sides."""
        if prop.kind != "=":
            return None
        for side, other in st.both_ways(prop):
            if side == letter and letter not in other.free:
                try:
                    meaning = self._meaning(point)
                    here = {**meaning.env, **env}
                    if isinstance(other, tm.Scalar):
                        return _exact(meaning.scalar(other, here))
                    if isinstance(other, tm.Vector):
                        row = meaning.vector(other, here)
                        return row if all(_exact(x) is not None for x in row) else None
                    if isinstance(other, tm.Matrix):
                        rows = tuple(tuple(map(_exact, line)) for line in meaning.entries(other, here))
                        return MatrixValue(rows) if all(None not in line for line in rows) else None  # type: ignore[arg-type]
                    if isinstance(other, tm.Residue):
                        return meaning.residue(other, here)
                except (NoValue, Undecided):
                    return None
        return None

    def _slots(self, prop: st.Relation, env: Env, point: Point, letter: tm.Term) -> list[Slot]:
        """The numbers in a letter's value; of a sequence, those in the open members that a relation asks for."""
        if not isinstance(letter, tm.Sequence):
            return slots_of(letter, point.values[letter])
        self.latest = None  # what other conditions asked for does not count
        meaning = self._meaning(point)
        with suppress(NoValue, Undecided):  # what was asked for until then is still of use
            holds_in(meaning, prop, {**meaning.env, **env})
        rule = meaning.definitions.get(letter)
        places = [
            k
            for k in sorted(meaning.touched.get(letter, ()))
            if rule is None or k < rule.first or (rule.last is not None and k > rule.last)
        ]
        tail = slots_of(letter, point.values[letter].tail)  # type: ignore[union-attr]
        return [(letter, (k, *rest)) for k in places for _, rest in tail]

    def _gap(self, prop: st.Relation, env: Env, point: Point) -> tuple[Fraction, ...] | None:
        """left - right, coordinate by coordinate, where it is exact."""
        try:
            meaning = self._meaning(point)
            here = {**meaning.env, **env}
            if isinstance(prop.left, tm.Scalar):
                row = (meaning.scalar(prop.left, here) - meaning.scalar(prop.right, here),)  # type: ignore[arg-type]
            else:
                left, right = meaning.vector(prop.left, here), meaning.vector(prop.right, here)  # type: ignore[arg-type]
                row = tuple(x - y for x, y in zip(left, right, strict=True))  # type: ignore[assignment]
        except (NoValue, Undecided):
            return None
        return row if all(isinstance(x, Fraction) for x in row) else None  # type: ignore[return-value]

    def _roots(self, prop: st.Relation, env: Env, point: Point, slot: Slot, tight: bool) -> list[Fraction]:
        """Numbers for a slot that make `left - right` what the relation asks for, if it is linear or quadratic in it."""
        seen: list[tuple[Fraction, Fraction]] = []
        for step in range(4):
            number = get(point, slot) + step
            gap = self._gap(prop, env, put(point, slot, number))
            if gap is not None:
                seen.append((number, gap[0]))
            if len(seen) == 3:
                break
        if prop.kind == "=" or (tight and prop.kind in ("<=", ">=")):
            slacks: list[Fraction] = [Fraction(0)]
        else:
            slacks = self.random.sample(SLACKS, 3)
        sign = -1 if prop.kind in ("<", "<=") else 1
        return [root for slack in slacks for root in _solutions(seen, sign * slack)]

    def _coordinatewise(self, prop: st.Relation, env: Env, point: Point, slots: list[Slot]) -> Iterator[Point]:
        """A vector equation solved for one vector of a letter, in which it is affine with a scalar factor."""
        for block in (slots[k : k + point.dimension] for k in range(0, len(slots), point.dimension)):
            ahead = point
            for slot in block:
                ahead = put(ahead, slot, get(point, slot) + 1)
            d0, d1 = self._gap(prop, env, point), self._gap(prop, env, ahead)
            if len(block) < point.dimension or d0 is None or d1 is None:
                continue
            if all(x != y for x, y in zip(d0, d1, strict=True)):
                changed = point
                for slot, x, y in zip(block, d0, d1, strict=True):
                    changed = put(changed, slot, get(point, slot) - x / (y - x))
                yield changed


def _solutions(seen: list[tuple[Fraction, Fraction]], target: Fraction) -> list[Fraction]:
    """Where the line or parabola through the given points takes the value `target`."""
    if len(seen) < 2:
        return []
    (x0, y0), (x1, y1) = seen[:2]
    slope, bend = (y1 - y0) / (x1 - x0), Fraction(0)
    if len(seen) > 2:
        x2, y2 = seen[2]
        bend = ((y2 - y1) / (x2 - x1) - slope) / (x2 - x0)
    # y = y0 + slope*(x - x0) + bend*(x - x0)*(x - x1), in s = x - x0
    linear, constant = slope - bend * (x1 - x0), y0 - target
    if bend == 0:
        return [x0 - constant / linear] if linear else []
    discriminant = linear**2 - 4 * bend * constant
    root = exact_root(discriminant, 2) if discriminant >= 0 else None
    return [] if root is None else [x0 + (-linear + side) / (2 * bend) for side in (root, -root)]


def _simpler(prop: st.Prop, point: Point) -> Iterator[Point]:
    """The point changed towards what is said of all vectors and numbers: affine functions, linear ones and bowls; gradients and
    places of minima for vectors."""
    named = [(letter, value) for letter, value in point.values.items() if letter in prop.free]
    functions = [(letter, value) for letter, value in named if isinstance(value, QuadraticFunction)]
    places = [(letter, value) for letter, value in named if isinstance(letter, tm.VectorVariable)]
    zero, one = Fraction(0), Fraction(1)
    choices: list[tuple[tm.Term | None, QuadraticFunction | None]] = [*functions]
    for f, shape in choices or [(None, None)]:
        shapes: list[QuadraticFunction | None] = [shape]
        if shape is not None:
            ways = ((abs(shape.curvature), shape.constant), (zero, shape.constant), (zero, zero), (one, zero))
            shapes += [replace(shape, curvature=curvature, constant=constant) for curvature, constant in ways]
            shapes.append(QuadraticFunction(shape.constant, tuple(map(abs, shape.linear)), zero))
            shapes.append(QuadraticFunction(shape.constant, (zero,) * len(shape.linear), abs(shape.curvature)))
        for each in shapes:
            changed = point if f is None or each is None else with_value(point, f, each)
            yield changed
            for letter, value in places:
                yield with_value(changed, letter, (zero,) * len(value))  # type: ignore[arg-type]  # coordinates
                if each is None:
                    continue
                if each.curvature:
                    yield with_value(changed, letter, tuple(-b / each.curvature for b in each.linear))
                for other, at in places:
                    if other != letter:
                        slope = tuple(b + each.curvature * p for b, p in zip(each.linear, at, strict=True))  # type: ignore[arg-type]
                        yield with_value(changed, letter, slope)


def _defined_by(prop: st.Prop) -> list[tm.Term]:
    """The letters that an equation gives: a side that is a letter, or a member of a sequence."""
    body = prop.body if isinstance(prop, st.Each) else prop
    if not st.is_equation(body):
        return []
    found: list[tm.Term] = []
    for side, other in st.both_ways(body):
        if isinstance(side, (tm.Variable, tm.VectorVariable, tm.MatrixVariable)) and side not in other.free:
            found.append(side)
        elif isinstance(side, (tm.ScalarAt, tm.VectorAt)):
            found.append(side.sequence)
    return found


def _stiffness(letter: tm.Term) -> int:
    """How unwilling a letter is to be changed: sizes and functions most."""
    match letter:
        case tm.Variable(domain="natural") | tm.Variable(domain="integer"):
            return 3
        case tm.Function():
            return 2
        case tm.Sequence():
            return 1
        case _:
            return 0


def is_bound(prop: st.Prop) -> bool:
    """Whether a relation is an order that may hold with equality."""
    return isinstance(prop, st.Relation) and prop.kind in ("<=", ">=")


def _allowed(slot: Slot, number: Fraction) -> bool:
    letter = slot[0].item if isinstance(slot[0], tm.Sequence) else slot[0]
    return in_reach(letter, number)


def _exact(number: object) -> Fraction | None:
    return number if isinstance(number, Fraction) else None


def _zero(letter: tm.Term) -> tm.Term:
    match letter:
        case tm.VectorVariable():
            return tm.ZeroVector()
        case tm.MatrixVariable(rows=rows, columns=columns):
            return tm.zero_matrix(rows, columns)
        case _:
            return tm.ZERO

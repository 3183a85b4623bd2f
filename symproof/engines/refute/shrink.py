"""A failing point made as small as it goes, so that a reader can follow it by hand.

Fewer dimensions, smaller sizes, zeros, fewer members, smaller numbers, in this order; a change is kept when the claim
still fails (by `evaluate.failure`) at a point that weighs less. Letters that hypotheses determine follow the change.
At the end the sequences show the members that the claim asks for.

Untrusted, and deterministic.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from time import process_time
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.candidates import Slot, get, in_reach, put, slots_of, with_value
from symproof.engines.refute.hunt import Hunt
from symproof.engines.refute.repair import Repair
from symproof.engines.refute.watched import Watched
from symproof.evaluation.evaluate import NotAFailure, failing
from symproof.evaluation.interpretation import Interpretation
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.evaluation.truth import holds_in
from symproof.point import MatrixValue, Point, QuadraticFunction, SequenceValue

Weight = tuple[int, Fraction, int, float]
SMALL = tuple(map(Fraction, ("0", "1", "-1", "2", "-2", "1/2", "-1/2", "3", "-3", "4", "5")))
ZERO = Fraction(0)


def shrink(statement: st.Statement, point: Point, seconds: float = 0.5) -> Point:
    """A point no larger than `point`, at which `statement` fails too; `point` itself where it does not fail."""
    deadline = process_time() + seconds
    hunt = Hunt(statement)
    if not hunt.confirmed(point):
        return point
    point = Point({letter: point.values[letter] for letter in hunt.sampler.letters}, point.dimension)
    repair = _repair_for(hunt, point)
    weight = weigh(point)
    improved = True
    while improved:
        improved = False
        for variant in variants(point):
            if process_time() > deadline:
                return _presented(hunt, point)
            smaller = _failing_variant(hunt, repair, variant, weight)
            if smaller is not None:
                point, weight, improved = smaller, weigh(smaller), True
                break
    return _presented(hunt, point)


def _failing_variant(hunt: Hunt, repair: Repair, variant: Point, weight: Weight) -> Point | None:
    """The variant, or the variant with the hypotheses mended, if it weighs less and the claim fails there."""
    margin = hunt.margin(variant)
    if margin < 0 and weigh(variant) < weight and hunt.confirmed(variant):
        return variant
    if not repair.conditions or margin < math.inf:  # there is nothing to mend where all hypotheses hold
        return None
    try:
        mended = repair.mended(variant)
    except (NoValue, Undecided):
        return None
    if mended is None or not weigh(mended) < weight or hunt.margin(mended) >= 0 or not hunt.confirmed(mended):
        return None
    return mended


def _repair_for(hunt: Hunt, point: Point) -> Repair:
    """The repair whose assumptions hold where the claim fails."""
    for repair in hunt.repairs:
        try:
            meaning = Interpretation(point)
            hunt.hypotheses.broken(meaning)
            if all(holds_in(meaning, prop, meaning.env) for prop in repair.assumed):
                return repair
        except (NoValue, Undecided):
            continue
    return hunt.repairs[0]


# What is smaller --------------------------------------------------------------------------------------


def weigh(point: Point) -> Weight:
    """Dimension, then sizes, then numbers other than zero, then how long these are to write."""
    sizes, nonzero, length = ZERO, 0, 0.0
    for letter, value in point.values.items():
        if tm.is_integer_letter(letter):
            sizes += _size_weight(get(point, (letter, ())))
            continue
        numbers = [get(point, slot) for slot in slots_of(letter, value)]
        if isinstance(value, SequenceValue):
            numbers += [value.tail] if isinstance(value.tail, Fraction) else list(value.tail)
            length += 0.01 * len(value.table)
        if isinstance(value, int):
            numbers.append(Fraction(value))
        nonzero += sum(number != 0 for number in numbers)
        length += sum(map(_length, numbers))
    return point.dimension, sizes, nonzero, length


def _size_weight(size: Fraction) -> Fraction:
    """T = 1 says more to a reader than T = 0, where every sum is empty."""
    return Fraction(3, 2) if size == 0 else abs(size)


def _length(number: Fraction) -> float:
    if abs(number) > 10**6 or number.denominator > 10**6:
        return 1e7 * (number.numerator.bit_length() + number.denominator.bit_length())
    return abs(number.numerator) + 2.0 * (number.denominator - 1) + (0.5 if number < 0 else 0.0)


def variants(point: Point) -> Iterator[Point]:
    """Points that are smaller than `point` in one respect."""
    for k in range(point.dimension if point.dimension > 1 else 0):
        yield _without_coordinate(point, k)
    for letter, value in point.values.items():
        if tm.is_integer_letter(letter):
            size = get(point, (letter, ()))
            for number in sorted({ZERO, ZERO + 1, ZERO + 2, size - 1, -size, size + 1}, key=_size_weight):
                if _size_weight(number) < _size_weight(size) and in_reach(letter, number):
                    yield _resized(with_value(point, letter, number))
                    if number == size - 1:
                        yield _moved_up(with_value(point, letter, number))
        elif isinstance(value, int):
            yield from (with_value(point, letter, smaller) for smaller in range(value))
    for letter, value in point.values.items():
        yield from (with_value(point, letter, simpler) for simpler in _simpler(value))
    for letter, value in point.values.items():
        if not tm.is_integer_letter(letter):
            for slot in slots_of(letter, value):
                yield from _with_smaller_number(point, slot)
    yield from _with_two_changed(point)


def _with_two_changed(point: Point) -> Iterator[Point]:
    """The point with two of its numbers set to 0, or to 1, at once, which may keep what sets them in relation."""
    slots = [
        slot
        for letter, value in point.values.items()
        if not tm.is_integer_letter(letter)
        for slot in slots_of(letter, value)
        if get(point, slot) != 0
    ]
    for one, other in combinations(slots[:8], 2):
        yield put(put(point, one, ZERO), other, ZERO)
        if get(point, one) != 1 and get(point, other) != 1:
            yield put(put(point, one, ZERO + 1), other, ZERO + 1)


def _with_smaller_number(point: Point, slot: Slot) -> Iterator[Point]:
    number = get(point, slot)
    letter = slot[0].item if isinstance(slot[0], tm.Sequence) else slot[0]
    trials = dict.fromkeys(
        (*SMALL, Fraction(round(number)), Fraction(int(number)), number / 2, number.limit_denominator(4), abs(number))
    )
    for trial in trials:
        if _length(trial) < _length(number) and in_reach(letter, trial):
            yield put(point, slot, trial)


def _simpler(value: Any) -> Iterator[Any]:
    """Simpler values of the same shape."""
    match value:
        case SequenceValue(table, tail):
            zero = (ZERO,) * len(tail) if isinstance(tail, tuple) else ZERO
            yield SequenceValue(dict.fromkeys(table, zero), zero)
            yield SequenceValue({}, tail)
            yield SequenceValue(table, zero)
            one = (Fraction(1),) * len(tail) if isinstance(tail, tuple) else Fraction(1)
            yield SequenceValue(dict.fromkeys(table, one), one)
            for k in table:
                yield SequenceValue({place: member for place, member in table.items() if place != k}, tail)
        case QuadraticFunction(linear=linear):
            yield QuadraticFunction(ZERO, (ZERO,) * len(linear), ZERO)
        case MatrixValue(rows):
            yield MatrixValue(tuple((ZERO,) * len(line) for line in rows))
        case tuple():
            yield (ZERO,) * len(value)


def _without_coordinate(point: Point, k: int) -> Point:
    """The point in one dimension less."""

    def cut(letter: tm.Term, value: Any) -> Any:
        match letter, value:
            case tm.Sequence(item=tm.VectorVariable() as item), SequenceValue(table, tail):
                return SequenceValue({place: cut(item, member) for place, member in table.items()}, cut(item, tail))
            case tm.Function(on="vector"), QuadraticFunction():
                return replace(value, linear=(*value.linear[:k], *value.linear[k + 1 :]))
            case tm.VectorVariable(), tuple():
                return (*value[:k], *value[k + 1 :])
            case _:
                return value

    return Point({letter: cut(letter, value) for letter, value in point.values.items()}, point.dimension - 1)


def _moved_up(point: Point) -> Point:
    """The point with the members of every sequence one place earlier."""
    values: dict[tm.Term, Any] = {}
    for letter, value in point.values.items():
        values[letter] = value
        if isinstance(letter, tm.Sequence) and letter.over is None and isinstance(value, SequenceValue):
            values[letter] = SequenceValue({k - 1: value.table[k] for k in value.table if k > letter.start}, value.tail)
    return Point(values, point.dimension)


def _resized(point: Point) -> Point:
    """The point with cyclic sequences and matrices cut, or filled with zeros, to the sizes that its numbers say."""
    meaning = Interpretation(
        Point({k: v for k, v in point.values.items() if isinstance(k, tm.Variable)}, point.dimension)
    )
    values: dict[tm.Term, Any] = {}
    for letter, value in point.values.items():
        values[letter] = value
        try:
            match letter, value:
                case tm.Sequence(over=tm.Cyclic() as over), SequenceValue(table, tail):
                    values[letter] = SequenceValue(
                        {k: table.get(k, tail) for k in meaning.indices(over, meaning.env)}, tail
                    )
                case tm.ResidueVariable(over=over), int():
                    values[letter] = value % meaning.modulus(over, meaning.env)
                case tm.MatrixVariable(rows=rows, columns=columns), MatrixValue(lines):
                    height, width = (len(meaning.indices(where, meaning.env)) for where in (rows, columns))
                    padded = [(*line, *(ZERO,) * width)[:width] for line in lines]
                    values[letter] = MatrixValue(tuple((*padded, *((ZERO,) * width,) * height)[:height]))
        except (NoValue, Undecided):
            return point
    return Point(values, point.dimension)


# What is shown ----------------------------------------------------------------------------------------


def _presented(hunt: Hunt, point: Point) -> Point:
    """The point with the members listed that the claim asks for, and without those that play no part."""
    meaning = Watched(point)
    hunt.hypotheses.broken(meaning)
    meaning.touched.clear()
    try:
        failing(meaning, hunt.statement.claim, meaning.env)
    except (NotAFailure, NoValue, Undecided):
        return point
    values: dict[tm.Term, Any] = {letter: point.values[letter] for letter in _in_reading_order(hunt, point)}
    for sequence, value in point.values.items():
        if not isinstance(sequence, tm.Sequence) or not isinstance(value, SequenceValue):
            continue
        if sequence.over is not None:
            places = meaning.indices(sequence.over, meaning.env)
            values[sequence] = SequenceValue({k: value.table.get(k, value.tail) for k in places}, value.tail)
            continue
        rule = meaning.definitions.get(sequence)
        listed: dict[int, Any] = {}
        for place, direct in sorted(meaning.touched.get(sequence, {}).items()):
            if rule is not None and rule.first <= place and (rule.last is None or place <= rule.last):
                # Of the members that follow from others, the first that the claim names is worth reading.
                if direct and not any(k >= rule.first for k in listed):
                    listed[place] = meaning.computed[sequence][place]
            elif direct or value.table.get(place, value.tail) != value.tail:
                listed[place] = value.table.get(place, value.tail)
        values[sequence] = SequenceValue(listed, value.tail)
    shown = Point(values, point.dimension)
    return shown if hunt.confirmed(shown) else point


def _in_reading_order(hunt: Hunt, point: Point) -> list[tm.Term]:
    """The letters of a point: sizes, numbers, sequences, vectors, functions; each kind as the statement names them."""
    named: dict[tm.Term, int] = {}

    def walk(term: tm.Term) -> None:
        if term in point.values:
            named.setdefault(term, len(named))
        for child in term.children():
            walk(child)

    for prop in (*hunt.statement.given, hunt.statement.claim):
        walk(prop)
    kinds = (tm.Variable, tm.ResidueVariable, tm.Sequence, tm.VectorVariable, tm.Function, tm.MatrixVariable)

    def turn(letter: tm.Term) -> tuple[bool, int, int]:
        is_number = not tm.is_integer_letter(letter)
        return (
            is_number,
            kinds.index(type(letter)) if type(letter) in kinds else len(kinds),
            named.get(letter, len(named)),
        )

    return sorted(point.values, key=turn)

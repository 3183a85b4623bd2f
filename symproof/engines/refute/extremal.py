"""Points at which what is said of all indices, of all vectors or of a whole family holds, often with equality.

Random numbers seldom satisfy a hypothesis about every member of a sequence. These points do by their shape: orthonormal
families, sequences that stand still or do so after a step, that rise evenly, or that use up the factor which a
hypothesis allows from one member to the next; functions that are linear, or parabolas, in one dimension or more.

They are few, and what other searches draw stays as it is. Untrusted: the evaluator asks the hypotheses again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from random import Random
from typing import Any, NamedTuple

from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.candidates import MEMBERS, Sampler, Slot, fitted, get
from symproof.engines.refute.hunt import Hunt
from symproof.engines.refute.repair import Repair, is_bound
from symproof.evaluation.interpretation import Env, Interpretation
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.evaluation.recurrence import references
from symproof.evaluation.truth import holds_in
from symproof.evaluation.universal import is_universal
from symproof.point import Point, QuadraticFunction, SequenceValue

ZERO, ONE = Fraction(0), Fraction(1)


class Shape(NamedTuple):
    """What the letters of a point are: the dimension, the value of sizes, the members of sequences, the numbers (falling from
    `first` by one, letter by letter), the coordinates of single vectors, and of functions the slope and the curvature."""

    dimension: int
    size: int
    members: str
    first: int
    vectors: int
    slope: int
    curvature: int


SHAPES = (
    Shape(1, 0, "step", 2, 0, 1, 0),
    Shape(2, 2, "unit", 1, 1, 0, 1),
    Shape(1, 1, "step", 1, 0, 0, 1),
    Shape(2, 1, "unit", 1, 1, 1, 1),
    Shape(1, 2, "allowed", 2, 0, 1, 0),
    Shape(1, 2, "still", 1, 1, 1, 0),
    Shape(1, 1, "even", 2, 0, 0, 1),
    Shape(2, 2, "double", 2, 1, 1, 0),
    Shape(1, 3, "allowed", 1, 0, 0, 1),
    Shape(3, 2, "unit", 1, 1, 0, 2),
)


class Shaped(Sampler):
    """Makes points of a shape, with numbers and curvatures that hypotheses allow, where some of the few that are tried are."""

    def __init__(self, hunt: Hunt) -> None:
        super().__init__(hunt.letters, hunt.hypotheses.rules)
        self.shape = SHAPES[0]
        self.values: dict[tm.Term, Fraction] = {}
        self.curvature = ZERO
        scalars = [x for x in self.letters if isinstance(x, tm.Variable) and not tm.is_integer(x)]
        self.scalars = scalars
        self.places_of = {x: k for k, x in enumerate(x for x in self.letters if isinstance(x, tm.VectorVariable))}
        others = hunt.hypotheses.others
        self.of_scalars = [prop for prop in others if prop.free <= {*scalars}]
        self.of_all = [prop for prop in others if isinstance(prop, (st.Each, st.Minimizer)) and is_universal(prop)]
        self.bends = {x for prop in self.of_all for x in prop.free}
        self.tried: dict[tuple[tuple[Fraction, ...], Fraction], bool] = {}

    def shaped(self, shape: Shape) -> Point | None:
        """The point of a shape; None where what is said of all vectors fails there. Raises `NoValue` or `Undecided` where its
        sizes make no sense."""
        self.shape = shape
        for numbers, curvature in self._settings(shape):
            self.values, self.curvature = dict(zip(self.scalars, numbers, strict=True)), curvature
            if (numbers, curvature) not in self.tried:
                holds = self._hold(self.of_scalars, Point({**self.values}))
                self.tried[numbers, curvature] = holds and self._hold(self.of_all, self.draw(0, 1))
            if self.tried[numbers, curvature]:
                return self.draw(0, shape.dimension)
        return None

    def _settings(self, shape: Shape) -> Iterator[tuple[tuple[Fraction, ...], Fraction]]:
        """Numbers and curvatures, the curvature among them that hypotheses speak of."""
        falling = [Fraction(max(1, shape.first - k)) for k in range(len(self.scalars))]
        inverse = [1 / number for number in falling]
        for row in (falling, falling[::-1], inverse, [ONE] * len(falling), [ONE / 2] * len(falling)):
            numbers = tuple(map(fitted, self.scalars, row))
            named = {x for place, x in enumerate(numbers) if self.scalars[place] in self.bends}
            yield numbers, Fraction(shape.curvature)
            if self.of_all:
                bends = sorted({ZERO, *named} - {shape.curvature}, reverse=shape.curvature > 1)
                yield from ((numbers, x) for x in bends)

    def _hold(self, props: Iterable[st.Prop], point: Point) -> bool:
        meaning = Interpretation(point)
        try:
            return all(holds_in(meaning, prop, meaning.env) for prop in props)
        except (NoValue, Undecided):
            return False

    def value(self, letter: tm.Term, level: int, so_far: Point) -> Any:
        """What a letter is in a point of the shape."""
        shape = self.shape
        match letter:
            case tm.Variable():
                return self.number(letter, level)
            case tm.VectorVariable():
                less = self.places_of.get(letter, 0)
                return tuple(Fraction(shape.vectors * (k + 1 - less)) for k in range(so_far.dimension))
            case tm.Function(on=on):
                size = so_far.dimension if on == "vector" else 1
                return QuadraticFunction(ZERO, (Fraction(shape.slope),) * size, self.curvature)
            case _:
                return super().value(letter, level, so_far)

    def number(self, letter: tm.Term, level: int) -> Fraction:
        """The number of a letter; of an integer the size, or the least that it may be."""
        if tm.is_integer_letter(letter):
            least = letter.least if letter.least is not None else 0 if letter.domain == "natural" else self.shape.size
            return Fraction(max(self.shape.size, least))
        return self.values.get(letter, ONE)

    def members(self, sequence: tm.Sequence, level: int, so_far: Point) -> SequenceValue:
        """The members, as far as no hypothesis defines them; the last one goes on."""
        places = self.places(sequence, so_far)
        is_vector = isinstance(sequence.item, tm.VectorVariable)
        start = min(places, default=0)
        table: dict[int, Any] = {}
        for place in places:
            coordinates = self.member(place - start, so_far.dimension if is_vector else 0)
            table[place] = coordinates if is_vector else fitted(sequence.item, coordinates[0])
        rest = self.member(MEMBERS, so_far.dimension if is_vector else 0)
        return SequenceValue(table, rest if is_vector else fitted(sequence.item, rest[0]))

    def member(self, k: int, dimension: int) -> tuple[Fraction, ...]:
        """The k-th member of a sequence; one that is made of numbers has the dimension 0."""
        match self.shape.members:
            case "unit" | "double" if dimension:  # in turn: a family may be counted from 0 or from 1
                length = 2 if self.shape.members == "double" else 1
                return tuple(Fraction(length * (i == k % dimension)) for i in range(dimension))
            case "unit" | "double":
                return (Fraction(k + 1),)
            case "still":
                return (ONE,) * max(dimension, 1)
            case "even":
                return (Fraction(min(k, MEMBERS)),) * max(dimension, 1)
            case _:
                return (ONE if k == 0 else ZERO,) * max(dimension, 1)


class Allowed(Repair):
    """Meets what is said of neighbouring members with equality, by the last member that it speaks of."""

    def __init__(self, hunt: Hunt) -> None:
        super().__init__(hunt.hypotheses, (), Random(0))
        self.between = {prop for prop in self.conditions if _is_between_members(prop)}
        for prop in self.between:
            self.choices[prop].sort(key=lambda letter: not isinstance(letter, tm.Sequence))

    def _is_tight(self, prop: st.Prop, part: st.Prop) -> bool:
        return prop in self.between and is_bound(part)

    def _roots(self, prop: st.Relation, env: Env, point: Point, slot: Slot, tight: bool) -> list[Fraction]:
        """Where no rational number meets a bound with equality, half of the member before."""
        letter, path = slot
        roots = super()._roots(prop, env, point, slot, tight)
        if roots or not env or not isinstance(letter, tm.Sequence):
            return roots
        return [get(point, (letter, (path[0] - 1, *path[1:]))) / 2]

    def _slots(self, prop: st.Relation, env: Env, point: Point, letter: tm.Term) -> list[Slot]:
        slots = super()._slots(prop, env, point, letter)
        return slots[-point.dimension :] if isinstance(letter, tm.Sequence) and env else slots


def extremal(hunt: Hunt) -> Iterator[Point]:
    """Points at which the hypotheses hold by their shape; none where no hypothesis speaks of all indices or all vectors."""
    if not any(map(_is_of_all, hunt.hypotheses.others)):
        return
    shaped, allowed = Shaped(hunt), Allowed(hunt)
    for shape in SHAPES:
        try:
            point, tight = shaped.shaped(shape), shape.members == "allowed"
            if point is not None and (tight or not hunt.hypotheses.hold_in(Interpretation(point))):
                point = allowed.mended(point, tight=tight)
        except (NoValue, Undecided, RecursionError):
            continue
        if point is not None:
            yield point


def _is_of_all(prop: st.Prop) -> bool:
    """Whether a hypothesis is of all members of a sequence, or of a function at all vectors or numbers."""
    if not isinstance(prop, (st.Each, st.Minimizer)):
        return False
    return any(isinstance(letter, (tm.Sequence, tm.Function)) for letter in prop.free)


def _is_between_members(prop: st.Prop) -> bool:
    """Whether a hypothesis bounds a member of a sequence by its neighbour, at every index."""
    if not isinstance(prop, st.Each) or is_universal(prop):
        return False
    places = {(sequence, place) for sequence, place, _ in references(prop.body)}
    return len(places) > len({sequence for sequence, _ in places})

"""Candidate points: small exact values for the letters of a statement, drawn with a fixed seed.

The first levels draw from very small numbers, later ones from larger and odder ones; sizes (T, n) stay small. A
slot is one number inside a point (a coordinate, a member of a sequence, an entry): what solving, descending and
shrinking change.

Untrusted: a candidate that is no good is rejected by `evaluate.failure`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

from symproof import term as tm
from symproof.evaluation.interpretation import Interpretation
from symproof.evaluation.recurrence import Recurrence
from symproof.evaluation.truth import lower_end
from symproof.point import MatrixValue, Point, QuadraticFunction, SequenceValue, Value

Slot = tuple[tm.Term, tuple[Any, ...]]

POOLS = tuple(
    tuple(map(Fraction, text.split()))
    for text in (
        "1 0 2 -1",
        "1 0 2 -1 1/2 -2 3 -1/2",
        "1 2 -1 1/2 -2 3 -1/2 -3 4 1/3 5 3/2 3/5 10",
        "1 -1 3 1/2 -3 7 -5 1/4 1/10 9/10 -4/3 4/5 10 100 -10 8",
    )
)
"""Numbers to draw from, by level; above the last, fractions at random."""
SCALES = (1, 1, 1, 1, 1, 10, 1000, 10**6)
SIZES, INTEGERS = (1, 2, 0, 3, 4), (1, 0, 2, -1, 3, -2, 5, -4, 10)
FAR = 24
"""How far out integers are drawn at the last level."""
SPECIAL = 0.5
KINDS = (
    "diagonal", "projection", "oblique", "permutation", "rotation", "triangular", "symmetric", "skew", "multiple of 1"
)  # fmt: skip
"""How often a square matrix is of a special kind, and the kinds."""
ALIKE = 0.15
"""How often a column of a fixed size is zero or another one: others are so at the size 1."""
TURNS = (
    (Fraction(3, 5), Fraction(4, 5), Fraction(-4, 5), Fraction(3, 5)),
    (0, -1, 1, -1),
    (0, -1, 1, 0),
    (0, -1, 1, 1),
)
"""What a rotation is in two of the directions: by an angle, and those whose third, fourth and sixth power is 1."""
MEMBERS = 7
"""How many members of a sequence are filled, from its start on."""


class Sampler:
    """Draws values for `letters`; `rules` are the sequences that hypotheses define, of which the open members count;
    `endless` are sequences of which a hypothesis says something at every index."""

    def __init__(
        self, letters: Iterable[tm.Term], rules: Mapping[tm.Sequence, Recurrence], endless: Collection[tm.Term] = ()
    ) -> None:
        self.letters = sorted(letters, key=lambda letter: (_turn(letter), str(getattr(letter, "name", ""))))
        self.rules = rules
        self.endless = endless
        self.random = Random(0)
        self.decks: dict[tuple[tm.Term, int], list[Fraction]] = {}

    def draw(self, level: int, dimension: int) -> Point:
        """A point of the given dimension; raises `NoValue` or `Undecided` where the sizes drawn make no sense."""
        values: dict[tm.Term, Value] = {}
        for letter in self.letters:
            values[letter] = self.value(letter, level, Point(values, dimension))
        return Point(values, dimension)

    def value(self, letter: tm.Term, level: int, so_far: Point) -> Value:
        """A value for one letter, where `so_far` has those of the letters that come before it."""
        match letter:
            case tm.Variable():
                return self.number(letter, level)
            case tm.VectorVariable():
                return tuple(self.number(letter, level) for _ in range(so_far.dimension))
            case tm.ResidueVariable(over=over):
                return self.random.randrange(_size(over, so_far))
            case tm.Sequence():
                return self.members(letter, level, so_far)
            case tm.Function(on=on):
                size = so_far.dimension if on == "vector" else 1
                linear = tuple(self.number(letter, level) for _ in range(size))
                return QuadraticFunction(self.number(letter, level), linear, self.number(letter, level))
            case tm.MatrixVariable(rows=rows, columns=columns):
                height, width = _size(rows, so_far), _size(columns, so_far)
                table = [[self.number(letter, level) for _ in range(width)] for _ in range(height)]
                if rows == columns and self.random.random() < SPECIAL:
                    table = self.special(table)
                if width == 1 < height and not rows.free and self.random.random() < ALIKE:
                    return self.alike(letter, height, so_far)
                return MatrixValue(tuple(map(tuple, table)))
            case _:
                raise TypeError(f"no values are drawn for {type(letter).__name__}")

    def alike(self, column: tm.MatrixVariable, height: int, so_far: Point) -> MatrixValue:
        """The zero column, or one that was drawn for another letter, of which what is strict often fails."""
        others = [
            value
            for letter, value in so_far.values.items()
            if isinstance(letter, tm.MatrixVariable) and letter.shape == column.shape and isinstance(value, MatrixValue)
        ]
        return self.random.choice([MatrixValue(((Fraction(0),),) * height), *others])

    def members(self, sequence: tm.Sequence, level: int, so_far: Point) -> SequenceValue:
        """A sequence: every member over Z/n; else the first few that no hypothesis defines."""
        item = sequence.item
        table: dict[int, Any] = {k: self.value(item, level, so_far) for k in self.places(sequence, so_far)}
        if sequence in self.endless and table and self.random.random() < 0.75:
            # What holds at every index goes on after the table: constant, and often rising or falling up to there.
            if not isinstance(item, tm.VectorVariable) and self.random.random() < 0.75:
                rising = self.random.random() < 0.5
                table = dict(zip(table, sorted(table.values(), reverse=not rising), strict=True))
            return SequenceValue(table, list(table.values())[-1])
        tail: Any = self.value(item, 0, so_far)
        if in_reach(item, Fraction(0)):
            tail = (Fraction(0),) * so_far.dimension if isinstance(item, tm.VectorVariable) else Fraction(0)
        return SequenceValue(table, tail)

    def places(self, sequence: tm.Sequence, so_far: Point) -> Collection[int]:
        """The indices of the members that a point lists: all over Z/n, else the first few that no hypothesis defines."""
        size = _size(sequence.over, so_far) if sequence.over is not None else MEMBERS
        start = sequence.start if sequence.over is None else 0
        places = range(start, start + size)
        rule = self.rules.get(sequence)
        if rule is None:
            return places
        meaning = Interpretation(so_far)
        first = (lower_end(meaning, rule.hypothesis, meaning.env) or 0) + rule.offset
        high = rule.hypothesis.high
        last = None if high is None else meaning.integer(high, meaning.env) + rule.offset
        return [k for k in places if k < first or (last is not None and k > last)]

    def special(self, table: list[list[Fraction]]) -> list[list[Fraction]]:
        """A square matrix of a kind that hypotheses speak of: idempotent, orthogonal, nilpotent, (skew-)symmetric ..."""
        size = range(len(table))
        order = self.random.sample(size, len(table))
        kind = self.random.choice(KINDS)
        zero, one = Fraction(0), Fraction(1)
        match kind:
            case "diagonal":
                return [[table[i][j] if i == j else zero for j in size] for i in size]
            case "projection":
                return [[Fraction(self.random.randint(0, 1)) if i == j else zero for j in size] for i in size]
            case "oblique":  # idempotent, and not symmetric
                return [[one if i == order[0] else zero for _ in size] for i in size] if len(table) < 2 else [
                    [(one if j == order[0] else table[i][j] if j == order[1] else zero) if i == order[0] else zero for j in size]
                    for i in size
                ]  # fmt: skip
            case "permutation":
                return [[one if order[i] == j else zero for j in size] for i in size]
            case "rotation" if len(table) > 1:
                turned = [[one if i == j else zero for j in size] for i in size]
                p, q = order[:2]
                turned[p][p], turned[p][q], turned[q][p], turned[q][q] = map(Fraction, self.random.choice(TURNS))
                return turned
            case "triangular":
                return [[table[i][j] if i < j else zero for j in size] for i in size]
            case "symmetric":
                return [[table[min(i, j)][max(i, j)] for j in size] for i in size]
            case "skew":
                return [[(table[i][j] if i < j else -table[j][i]) if i != j else zero for j in size] for i in size]
            case _:
                scale = self.random.choice((one, -one, zero))
                return [[scale if i == j else zero for j in size] for i in size]

    def number(self, letter: tm.Term, level: int) -> Fraction:
        """A number in the domain of a letter. The pool of a level is dealt out before any of it comes again."""
        if level >= len(POOLS) and not tm.is_integer_letter(letter):
            drawn = Fraction(self.random.randint(-12, 12) * self.random.choice(SCALES), self.random.randint(1, 8))
            return fitted(letter, drawn)
        if (
            level >= len(POOLS)
            and isinstance(letter, tm.Variable)
            and letter.domain == "integer"
            and letter.least is None
        ):
            return fitted(letter, Fraction(self.random.randint(-FAR, FAR)))
        deck = self.decks.setdefault((letter, level), [])
        if not deck:
            deck += _pool(letter, level)
            self.random.shuffle(deck)
        return deck.pop()


def _pool(letter: tm.Term, level: int) -> list[Fraction]:
    if not tm.is_integer_letter(letter):
        return list(dict.fromkeys(fitted(letter, number) for number in POOLS[level]))
    least = letter.least if letter.least is not None else 0 if letter.domain == "natural" else None
    if least is not None:
        return [Fraction(least + size) for size in SIZES[: 2 + level]]
    return [Fraction(number) for number in INTEGERS[: 4 + 2 * level]]


def fitted(letter: tm.Term, number: Fraction) -> Fraction:
    """`number`, or one near it that the declared sign of a letter allows."""
    sign = letter.sign if isinstance(letter, tm.Variable) else ""
    if sign in ("positive", "nonnegative"):
        number = abs(number)
    elif sign == "negative":
        number = -abs(number)
    if number == 0 and sign in ("positive", "nonzero", "negative"):
        return Fraction(-1 if sign == "negative" else 1)
    return number


def in_reach(letter: tm.Term, number: Fraction) -> bool:
    """Whether the declaration of a letter allows a number."""
    if not isinstance(letter, tm.Variable):
        return True
    if letter.domain in ("integer", "natural") and number.denominator != 1:
        return False
    least = letter.least if letter.least is not None else 0 if letter.domain == "natural" else None
    return (least is None or number >= least) and fitted(letter, number) == number


def flattened(point: Point, single: Fraction, member: Fraction) -> Point:
    """The point with all vectors made of one number, and all members of sequences of another, as far as they may; functions are
    0 there: what is true of vectors that differ fails often where they do not."""

    def flat(letter: tm.Term, value: Any, number: Fraction) -> Any:
        match value:
            case SequenceValue(table, tail):
                item = letter.item if isinstance(letter, tm.Sequence) else letter
                return SequenceValue(
                    {k: flat(item, each, member) for k, each in table.items()}, flat(item, tail, member)
                )
            case QuadraticFunction(linear=linear):
                return QuadraticFunction(Fraction(0), (Fraction(0),) * len(linear), Fraction(0))
            case tuple():
                return (number,) * len(value)
            case _:
                return fitted(letter, number)

    kept = (tm.Variable, tm.ResidueVariable, tm.MatrixVariable)
    return replace(point, values={x: v if isinstance(x, kept) else flat(x, v, single) for x, v in point.values.items()})


# Slots ----------------------------------------------------------------------------------------------


def slots_of(letter: tm.Term, value: Any) -> list[Slot]:
    """The numbers of which a value consists."""
    match value:
        case SequenceValue(table):
            return [(letter, (k, *rest)) for k in sorted(table) for _, rest in slots_of(letter, table[k])]
        case QuadraticFunction(linear=linear):
            return [(letter, ("constant",)), (letter, ("curvature",)), *((letter, (i,)) for i in range(len(linear)))]
        case MatrixValue(rows):
            return [(letter, (i, j)) for i, line in enumerate(rows) for j in range(len(line))]
        case tuple():
            return [(letter, (i,)) for i in range(len(value))]
        case Fraction():
            return [(letter, ())]
        case _:
            return []


def get(point: Point, slot: Slot) -> Fraction:
    """The number in a slot."""
    letter, path = slot
    number: Fraction = _get(point.values[letter], path)
    return number


def put(point: Point, slot: Slot, number: Fraction) -> Point:
    """The point with another number in a slot."""
    letter, path = slot
    return with_value(point, letter, _put(point.values[letter], path, number))


def with_value(point: Point, letter: tm.Term, value: Any) -> Point:
    """The point with another value for a letter."""
    return replace(point, values={**point.values, letter: value})


def _get(value: Any, path: tuple[Any, ...]) -> Any:
    match value, path:
        case Fraction(), ():
            return value
        case SequenceValue(table, tail), (place, *rest):
            return _get(table.get(place, tail), tuple(rest))
        case QuadraticFunction(), (str() as field,):
            return getattr(value, field)
        case QuadraticFunction(linear=linear), (i,):
            return linear[i]
        case MatrixValue(rows), (i, j):
            return rows[i][j]
        case tuple(), (i,):
            return value[i]
        case _:
            raise KeyError(path)


def _put(value: Any, path: tuple[Any, ...], number: Fraction) -> Any:
    match value, path:
        case Fraction(), ():
            return number
        case SequenceValue(table, tail), (place, *rest):
            return SequenceValue({**table, place: _put(table.get(place, tail), tuple(rest), number)}, tail)
        case QuadraticFunction(), (str() as field,):
            return replace(value, constant=number) if field == "constant" else replace(value, curvature=number)
        case QuadraticFunction(linear=linear), (i,):
            return replace(value, linear=_put(linear, (i,), number))
        case MatrixValue(rows), (i, j):
            return MatrixValue(tuple(_put(line, (j,), number) if k == i else line for k, line in enumerate(rows)))
        case tuple(), (i,):
            return (*value[:i], number, *value[i + 1 :])
        case _:
            raise KeyError(path)


def _turn(letter: tm.Term) -> int:
    """Numbers are drawn before residues, sequences and matrices, whose sizes they may be."""
    return 0 if isinstance(letter, tm.Variable) else 1


def _size(where: tm.Cyclic | tm.Interval, so_far: Point) -> int:
    meaning = Interpretation(so_far)
    return len(meaning.indices(where, meaning.env))

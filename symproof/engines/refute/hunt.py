"""One statement, prepared for the search of a point at which its claim fails: candidates, and how close each comes."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import chain, count, product
from operator import mul
from time import process_time

from symproof import statement as st
from symproof import term as tm
from symproof.engines.refute.affine import is_about_functions, with_solved_letters
from symproof.engines.refute.candidates import Sampler, flattened, get, put, slots_of
from symproof.engines.refute.margins import margin_of
from symproof.engines.refute.repair import Repair
from symproof.evaluation import ties
from symproof.evaluation.evaluate import Hypotheses, NotAFailure, failure, only_in_places
from symproof.evaluation.interpretation import Interpretation
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.evaluation.recurrence import definitions
from symproof.evaluation.truth import is_linear
from symproof.evaluation.universal import is_universal
from symproof.forms import form_of
from symproof.point import MatrixValue, Point, SequenceValue
from symproof.printed import Approx
from symproof.rates import BigO

DIMENSIONS = (1, 1, 2, 1, 2, 3)
PER_LEVEL = 12
"""Candidates at each of the first levels of oddness."""
FLAT, FLATTENED = ((0, 0), (1, 0), (1, 1)), (tm.VectorVariable, tm.Sequence, tm.Function)
"""What is tried early: all vectors of one number, all members of sequences of another, and functions that are 0."""
BEFORE_FLAT = 6
SELDOM = 16
"""After so many draws a glance ends where the conditions could be made to hold for one of them at the most."""
DRAWS = 300
"""Points drawn for hypotheses that are equations of matrices, before any is mended."""
SOLVED = 40
"""For how many of them equations are solved for the entries of a letter."""
TIES = 6
"""How many points that enclosures do not decide are looked at for equal sides."""
STARTS = 3
"""How many of the candidates that came closest are kept, to go on from."""
STEPS = tuple(Fraction(1, k) for k in (1, 2, 4, 8, 16, 64, 256))
"""The lengths of the steps downhill."""
MOVABLE = (tm.Variable, tm.VectorVariable, tm.Sequence, tm.Function, tm.MatrixVariable)


class Hunt:
    """One statement, prepared for many candidates."""

    def __init__(self, statement: st.Statement) -> None:
        self.statement = statement
        self.hypotheses = Hypotheses(statement.given, statement.free)
        self.unrolled = {} if self._are_decidable() else self.hypotheses.rules
        """The recurrences that are read as properties of sequences all of whose members a point gives."""
        if self.unrolled:
            self.hypotheses = Hypotheses(statement.given, statement.free, defining=False)
        self.letters = statement.free | set(chosen_letters(statement.claim))
        endless = {s for prop in self.hypotheses.others if isinstance(prop, st.Each) for s in prop.free}
        self.sampler = Sampler(self.letters, self.hypotheses.rules, endless)
        self.repairs = [
            Repair(self.hypotheses, mode, self.sampler.random) for mode in dict.fromkeys(assumptions(statement.claim))
        ]
        self.symmetric = {letter for prop in statement.given for letter in statement.free if is_symmetric(prop, letter)}
        """The matrix letters that are said to be symmetric."""
        self.undecided = 0
        self.close: list[Point] = []
        """The first points at which exact evaluation could not tell."""
        self.is_new = True
        """Whether no look was taken yet."""
        self.drawn = self.mended = self.seen = 0
        """How many points were drawn to be mended, for how many of them the conditions could be made to hold, and how many
        candidates came of all."""
        self.closest: list[tuple[float, int, Point]] = []
        """A heap of the candidates that came closest to failing, each with how far it was, negated, and its number, negated."""
        self._points = self._draws()

    def is_hopeless(self) -> bool:
        """Whether no point can be shown to satisfy the hypotheses, or none can be shown to break the claim."""
        claim = self.statement.claim
        return (
            not self._are_decidable()
            or _is_unbounded_exists(claim)
            or isinstance(claim, BigO)  # no point breaks a statement of what happens in the end
        )

    def _are_decidable(self) -> bool:
        rules = frozenset(self.hypotheses.rules)
        return all(_is_decidable(prop, rules) for prop in self.hypotheses.others)

    def is_identity(self) -> bool:
        """Whether the claim is an equation, which fails almost everywhere if anywhere."""
        claim = self.statement.claim
        while isinstance(claim, st.Each):
            claim = claim.body
        return st.is_equation(claim)

    def is_undecided(self, tried: int) -> bool:
        """Whether exact evaluation could decide nothing so far, so that going on is of no use."""
        return tried >= 24 and self.undecided >= tried - 1

    def candidates(self, most: int, until: float = math.inf, *, glance: bool = False) -> Iterator[Point]:
        """Points at which the conditions of the statement were made to hold, until `most` were drawn or the time is over; it
        goes on where it stopped."""
        while self.drawn < most and process_time() <= until:
            if glance and self.drawn == SELDOM and self.mended <= 1:
                return
            try:
                point = next(self._points)
            except StopIteration:  # an error ended it in an earlier look
                return
            if point is not None:
                self.seen += 1
                yield point

    def note(self, margin: float, point: Point) -> None:
        """Keep a candidate that did not fail, if it is among those that came closest."""
        heapq.heappush(self.closest, (-margin, -self.seen, point))
        if len(self.closest) > STARTS:
            heapq.heappop(self.closest)

    def _draws(self) -> Iterator[Point | None]:
        """The candidates, without end; None for one at which the conditions could not be made to hold."""
        has_vectors = any(_has_dimension(letter) for letter in self.letters)
        if any(_is_seldom_met(prop) for prop in self.hypotheses.others):
            yield from self._as_drawn(has_vectors)
        flat = FLAT if any(isinstance(letter, FLATTENED) for letter in self.letters) else ()
        for k in chain(range(BEFORE_FLAT), range(-len(flat), 0), count(BEFORE_FLAT)):
            self.drawn = max(self.drawn, k + 1)
            level = min(k // PER_LEVEL, 4) if k < 8 * PER_LEVEL else self.sampler.random.randint(1, 4)
            repair = self.repairs[k % len(self.repairs)]
            try:
                if self.unrolled and k % 2:
                    mended: Point | None = self._unrolled(self.sampler.draw(level, 1))
                else:
                    if k < 0 or self.unrolled:
                        point = flattened(self.sampler.draw(level, 1), *map(Fraction, flat[k % len(flat)]))
                    else:
                        point = self.sampler.draw(level, DIMENSIONS[k % len(DIMENSIONS)] if has_vectors else 1)
                    mended = repair.mended(point, tight=k >= 0 and k % 4 == 3)
                self.mended += mended is not None
            except (NoValue, Undecided):
                self.undecided += 1
                mended = None
            yield mended

    def _as_drawn(self, has_vectors: bool) -> Iterator[Point | None]:
        """Points that satisfy the hypotheses as they are drawn: an equation of matrices is seldom mended entry by entry,
        and often met by one of the special matrices."""
        for k in range(DRAWS):
            yield None
            try:
                point = self._with_forms(
                    self.sampler.draw(k % 3, DIMENSIONS[k % len(DIMENSIONS)] if has_vectors else 1)
                )
                if self.hypotheses.hold_in(Interpretation(point)):
                    yield point
                elif k < SOLVED:
                    others = self.hypotheses.others
                    yield from (
                        p for p in with_solved_letters(point, others) if self.hypotheses.hold_in(Interpretation(p))
                    )
            except (NoValue, Undecided):
                continue

    def _unrolled(self, point: Point) -> Point:
        """The point with sequences that are 0 after two members, and what recurrences make of them, as far as it is listed."""
        zero = flattened(point, Fraction(0), Fraction(0))
        values = dict(point.values)
        for letter, value in point.values.items():
            if isinstance(value, SequenceValue) and letter not in self.unrolled:
                end = zero.values[letter]
                assert isinstance(end, SequenceValue)  # as the value that was flattened
                values[letter] = SequenceValue(dict(list(value.table.items())[:2]), end.tail)
        meaning = Interpretation(replace(point, values=values))
        meaning.definitions = definitions(self.unrolled, meaning)
        for sequence in self.unrolled:
            table = {k: meaning.member(sequence, k, sequence) for k in sorted(point.values[sequence].table)}  # type: ignore[union-attr]
            values[sequence] = SequenceValue(table, table[max(table)])
        return replace(point, values=values)

    def _with_forms(self, point: Point) -> Point:
        """The point with V.T V for the value V of a letter that is said to be semidefinite, and I more if definite; where it
        is not said to be symmetric, at times with V - V.T instead or beside it, which no quadratic form shows."""
        values = dict(point.values)
        for prop in self.hypotheses.others:
            match form_of(prop) if isinstance(prop, st.Each) else None:
                case tm.MatrixVariable() as letter, str(kind), _ if isinstance(
                    value := values.get(letter), MatrixValue
                ):
                    side, more = (1 if ">" in kind else -1), int(kind in ("<", ">"))
                    rows, columns = value.rows, list(enumerate(zip(*value.rows, strict=True)))
                    square, skew = (
                        (1, 0) if letter in self.symmetric else self.sampler.random.choice(((1, 0), (1, 1), (0, 1)))
                    )
                    values[letter] = MatrixValue(
                        tuple(
                            tuple(
                                side * (square * sum(map(mul, x, y)) + Fraction(more * (i == j)))
                                + skew * (rows[i][j] - rows[j][i])
                                for j, y in columns
                            )
                            for i, x in columns
                        )
                    )
        return replace(point, values=values)

    def margin(self, point: Point) -> float:
        """How far the claim is from failing at a point: negative where it fails, infinite where that is not known."""
        if isinstance(self.statement.claim, Approx):  # between neighbouring digits more bits are needed than below
            return -1.0 if self.confirmed(point) else math.inf
        try:
            meaning = Interpretation(point)
            if self.hypotheses.broken(meaning) is not None:
                return math.inf
            return margin_of(meaning, self.statement.claim, meaning.env)
        except NoValue:
            return math.inf
        except (Undecided, RecursionError):
            self.undecided += 1
            if len(self.close) < TIES and point not in self.close:
                self.close.append(point)
            return math.inf

    def tied(self) -> Point | None:
        """A point at which the claim fails since its sides are equal there, which enclosures do not show."""
        for point in self.close:
            with suppress(NotAFailure):
                ties.failure(self.statement, point)
                return point
        return None

    def confirmed(self, point: Point) -> bool:
        """Whether the trusted evaluator says so too."""
        try:
            failure(self.statement, point)
        except NotAFailure:
            return False
        return True

    def descend(self, point: Point, margin: float, deadline: float) -> Point | None:
        """A failing point found by walking downhill from a candidate, one number at a time, in smaller and smaller
        steps."""
        if margin <= 0:
            return None  # an equation that holds: nothing leads away from it
        letters = filter(_is_free_to_move, self.sampler.letters)
        slots = [slot for letter in letters for slot in slots_of(letter, point.values[letter])][:12]
        for step in STEPS:
            for slot, change in product(slots, (step, -step)):
                if process_time() > deadline:
                    return None
                moved = self._moved(put(point, slot, get(point, slot) + change))
                reached = math.inf if moved is None else self.margin(moved)
                if moved is not None and reached < 0 and self.confirmed(moved):
                    return moved
                if moved is not None and 0 <= reached < margin:
                    point, margin = moved, reached
        return None

    def _moved(self, point: Point) -> Point | None:
        try:
            return self.repairs[0].mended(point)
        except (NoValue, Undecided):
            return None


def chosen_letters(prop: st.Prop) -> Iterator[tm.Term]:
    """The bound letters of a claim for which a point may say at which value it fails."""
    match prop:
        case st.Each(symbol, body):
            yield symbol
            yield from chosen_letters(body)
        case st.Minimizer(variable=variable):
            yield variable
        case st.And(args) | st.Or(args):
            for arg in args:
                yield from chosen_letters(arg)
        case st.Implies(_, right):
            yield from chosen_letters(right)
        case st.Iff(left, right):
            yield from chosen_letters(left)
            yield from chosen_letters(right)
        case _:
            return


def assumptions(prop: st.Prop) -> list[tuple[st.Prop, ...]]:
    """What must hold for a claim to fail, beyond its hypotheses; several ways to look for it."""
    match prop:
        case st.Relation("!=", left, right):
            return [(st.Relation("=", left, right),)]
        case st.Not(arg):
            return [(arg,)]
        case st.Implies(left, right):
            return [(left, *rest) for rest in assumptions(right)]
        case st.Iff(left, right):
            return [(left,), (right,), ()]
        case st.And(args):
            return [way for arg in args for way in assumptions(arg)] or [()]
        case st.Each(symbol, body, low, high):
            bounds: list[st.Prop] = []
            if low is not None:
                bounds.append(st.Relation("<=", low, symbol))
            if high is not None:
                bounds.append(st.Relation("<=", symbol, high))
            return [(*bounds, *rest) for rest in assumptions(body)]
        case _:
            return [()]


def is_symmetric(prop: st.Prop, letter: tm.Term) -> bool:
    """Whether a fact says that a matrix letter is its own transpose."""
    match prop:
        case st.Relation("=", tm.Transpose(one), other) | st.Relation("=", other, tm.Transpose(one)):
            return one == other == letter
    return False


def _is_seldom_met(prop: st.Prop) -> bool:
    if isinstance(prop, st.Each):
        return isinstance(prop.symbol, tm.MatrixVariable) or is_about_functions(prop)
    return isinstance(prop, st.Relation) and isinstance(prop.left, tm.Matrix)


def _is_decidable(prop: st.Prop, rules: frozenset[tm.Sequence]) -> bool:
    match prop:
        case st.Each(tm.ResidueVariable()):
            return True
        case st.Each(tm.Variable() as symbol, body, _, high) if tm.is_integer(symbol):
            return high is not None or only_in_places(body, symbol, rules)
        case st.Each() if form_of(prop) is not None:
            return True
        case st.Each() | st.Minimizer() if is_universal(prop):
            return True
        case st.Each() | st.Minimizer() | BigO() | st.SumsTo():
            return False
        case st.Exists():
            return not _is_unbounded_exists(prop)
        case _:
            return True


def _is_unbounded_exists(prop: st.Prop) -> bool:
    if not isinstance(prop, st.Exists) or prop.high is not None or isinstance(prop.symbol, tm.ResidueVariable):
        return False
    return not is_linear(prop)


def _has_dimension(letter: tm.Term) -> bool:
    match letter:
        case tm.VectorVariable():
            return True
        case tm.Sequence(item=item):
            return isinstance(item, tm.VectorVariable)
        case tm.Function(on=on):
            return on == "vector"
        case _:
            return False


def _is_free_to_move(letter: tm.Term) -> bool:
    return isinstance(letter, MOVABLE) and not tm.is_integer_letter(letter)

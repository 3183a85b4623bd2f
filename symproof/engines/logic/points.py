"""Facts about functions, and about sequences at several places, used at the points at which the goal and the other facts speak
of them.

"f is convex" is a fact for all x, y and 0 <= s <= 1. A goal that speaks of f(a), f(b) and f(m) calls for x = a, y = b
and the s for which s a + (1 - s) b is m. A letter that is itself an argument of f takes each point of f; one that only
occurs inside of an argument is solved for. The kernel checks each value, each premise and what follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import product
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import flip, orient
from symproof.engines.search import Engine, Search, Wrap, closed
from symproof.substitution import body_at, fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.facts import NOT_NORMAL, Facts, range_of
from symproof.trusted.normal import Linear, Normalizer
from symproof.trusted.polynomial import Quotient
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import check_value

MOST_POINTS, SPECIAL = 5, 2
MOST_INSTANCES = 24
ROUNDS = 2
QUICK = ("ring", "positivity", "inequality")
"""The engines for a premise."""

Row = tuple[str, Engine]
Instantiation = tuple[int, tuple[tm.Term, ...]]
"""The number of a fact `each(x, each(y, ...))`, and values for its letters."""


def at_points(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with what is known of functions stated at the points that occur."""
    found = list(_instantiations(facts, goal))[:MOST_INSTANCES]
    inner = search.without(at_points)
    certificate = with_values(inner, facts, goal, found) if found else None
    for number in (ZERO, ONE):
        if certificate is None and (more := [each for each in _beside(facts, goal, number) if each not in found]):
            certificate = with_values(inner, facts, goal, [*found, *more])
    for alone in (_halves(facts, goal), _among_numbers(facts, goal)):
        if certificate is None and alone:
            certificate = with_values(inner, facts, goal, alone)
    search.words += inner.words or (["instances"] if certificate is not None else [])
    search.missing += inner.missing
    return certificate


def _beside(facts: Facts, goal: st.Prop, c: tm.Number) -> list[Instantiation]:
    """What is said of all pairs of real numbers, where one is a given number and the other a point of the goal."""
    about = [number for number, fact in enumerate(facts.props) if _is_of_real_pairs(fact)]
    args = dict.fromkeys(arg for _, arg in _points_of(goal) if isinstance(arg, tm.Scalar)) if about else {}
    pairs: list[tuple[tm.Term, ...]] = [pair for x in list(args)[:SPECIAL] for pair in ((c, x), (x, c))]
    return [(number, pair) for number in about for pair in dict.fromkeys(pairs)][:MOST_INSTANCES]


def _among_numbers(facts: Facts, goal: st.Prop) -> list[Instantiation]:
    """What is said of all pairs of real numbers, for those among 0, 1 and a point of the goal."""
    about = [number for number, fact in enumerate(facts.props) if _is_of_real_pairs(fact)]
    args = dict.fromkeys(arg for _, arg in _points_of(goal) if isinstance(arg, tm.Scalar)) if about else {}
    pairs: dict[tuple[tm.Term, ...], None] = {}
    for x in [*args][:1]:
        pairs |= dict.fromkeys(product((ZERO, ONE, x), repeat=2))
    return [(number, pair) for number in about for pair in pairs][:MOST_INSTANCES]


def _halves(facts: Facts, goal: st.Prop) -> list[Instantiation]:
    """What is said of all pairs of real numbers, at halves of a point and of its halves; and at these and their opposites."""
    about = [number for number, fact in enumerate(facts.props) if _is_of_real_pairs(fact)]
    args = dict.fromkeys(arg for _, arg in _points_of(goal) if isinstance(arg, tm.Scalar)) if about else {}
    found: list[tuple[tm.Term, ...]] = []
    for x in [*args][:SPECIAL]:
        half = tm.Number(x.value / 2) if isinstance(x, tm.Number) else x / 2
        found += [(half, half), (half, -half), *([(half / 2, half / 2)] if isinstance(x, tm.Number) else [])]
    return [(number, pair) for number in about for pair in found][:MOST_INSTANCES]


def _is_of_real_pairs(fact: st.Prop) -> bool:
    match fact:
        case st.Each(tm.Variable(domain="real"), st.Each(tm.Variable(domain="real"), body)):
            return not isinstance(body, (st.Each, st.Exists)) and body.mentions(tm.Apply)
    return False


def with_values(
    search: Search, facts: Facts, goal: st.Prop, instantiations: Sequence[Instantiation]
) -> Certificate | None:
    """A proof of the goal that may use facts at values; an instance whose premise is not proved is left out."""
    wraps: list[Wrap] = []
    waiting, before = list(instantiations), -1
    while waiting and len(wraps) > before:
        before, again = len(wraps), list[Instantiation]()
        for number, values in waiting:
            stated = state_at(search, facts, goal, number, values)
            if stated is not None:
                wraps.append(stated[0])
                facts = stated[1]
            elif search.left and search.left[-1].mentions(tm.Apply):  # a premise that another fact may give
                again.append((number, values))
        waiting = again
    proof = search.prove(facts, goal) if wraps else None
    return closed(wraps, proof)


def state_at(
    search: Search, facts: Facts, goal: st.Prop, number: int, values: Sequence[tm.Term], engines: Sequence[Row] = ()
) -> tuple[Wrap, Facts] | None:
    """How to state a fact at values before a certificate, and the facts with it.

    "For all" takes a value, "there is" a new letter; a premise at the end is proved, by `engines` or the quick ones.
    """
    steps: list[Wrap] = []
    fact = facts.props[number]
    for value in values:
        match fact:
            case st.Each(symbol, body, low, high):
                try:
                    check_value(facts, symbol, value, low, high)
                except (Rejected, *NOT_NORMAL):
                    return None
                steps.append(partial(ct.Instance, number, value))
                said = [substitute(body, {symbol: value})]
            case st.Exists(symbol, body, low, high):
                if value in goal.free.union(*(prop.free for prop in facts.props)):
                    return None
                steps.append(partial(ct.Obtain, number, value))
                said = [*range_of(value, low, high), substitute(body, {symbol: value})]
            case _:
                return None
        facts = facts.extended(said)
        number, fact = len(facts.props) - 1, facts.props[-1]
    if isinstance(fact, st.Implies):
        quick = engines or search.named(*QUICK)
        premise = search.aside(quick).prove(facts, fact.left)
        if premise is None:
            search.left.append(fact.left)
            return None
        steps.append(partial(ct.Detach, number, premise))
        facts = facts.extended([fact.right])

    return partial(closed, steps), facts


def called(facts: Facts, letter: tm.Variable | tm.VectorVariable, term: tm.Term) -> tuple[Wrap, Facts]:
    """How to call a term by a letter before a certificate, and the facts with what it is: there is such a thing, the term."""
    equal = st.Relation("=", letter, term)
    there_is, place = st.Exists(letter, equal), len(facts.props)
    steps: list[Wrap] = [partial(ct.Have, there_is, ct.Witness(term, ct.Evident())), partial(ct.Obtain, place, letter)]
    return partial(closed, steps), facts.extended([there_is, equal])


# Which values -------------------------------------------------------------------------------------


def _instantiations(facts: Facts, goal: st.Prop) -> Iterator[Instantiation]:
    """Values for the letters of the facts about functions, the points of the goal first."""
    taken = names_in(goal, *facts.props)
    quantified = [
        (number, *_opened(fact, taken)) for number, fact in enumerate(facts.props) if isinstance(fact, st.Each)
    ]
    about = [
        (number, letters, body)
        for number, letters, body in quantified
        if letters and any(len(letters) > 1 or isinstance(f, tm.Function) for f, _ in _points_of(body))
    ]
    if not about:
        return
    _, extended = flip(facts)
    try:
        normalizer = rewriting(extended, orient(extended))
    except NOT_NORMAL:
        normalizer = facts.normalizer
    points = Points(normalizer, sequences=True)
    for prop in (goal, *(fact for fact in facts.props if not isinstance(fact, st.Each))):
        points.read(prop)
    seen: set[Instantiation] = set()
    ends = {f: list(known.values()) for f, known in points.of.items()}
    fresh_bodies: list[st.Prop] = []
    for _ in range(ROUNDS):  # an instance may speak of other functions, or of other points
        fresh_bodies = []
        for number, letters, body in about:
            for values in points.values(letters, body):
                if (number, values) not in seen:
                    seen.add((number, values))
                    fresh_bodies.append(substitute(body, dict(zip(letters, values, strict=True))))
                    yield number, values
        for said in fresh_bodies:
            points.read(said)
    single = [row for row in about if len(row[1]) == 1]
    while fresh_bodies and single and len(seen) < MOST_INSTANCES:  # and on in steps, between points that are spoken of
        bodies, latest, fresh_bodies = fresh_bodies, Points(normalizer), []
        for said in bodies:
            latest.read(said)
        for number, letters, body in single:
            uses = {f for f, _ in _points_of(body)}
            for values in latest.values(letters, body):
                if (number, values) not in seen and points.lies_between(
                    values[0], [p for f in uses for p in ends.get(f, ())]
                ):
                    seen.add((number, values))
                    fresh_bodies.append(substitute(body, {letters[0]: values[0]}))
                    yield number, values


def _opened(fact: st.Prop, taken: set[str]) -> tuple[tuple[Any, ...], st.Prop]:
    """The letters that a fact holds for all of, by names of their own, and what it says of them; no letters where a
    range is stated."""
    letters: list[Any] = []
    body = fact
    taken = set(taken)
    while isinstance(body, st.Each):
        if body.low is not None or body.high is not None or isinstance(body.symbol, tm.ResidueVariable):
            return (), body
        letters.append(fresh(body.symbol, taken))
        body = body_at(body, letters[-1])
    return tuple(letters), body


def _points_of(term: tm.Term) -> Iterator[tuple[tm.Function | tm.Sequence, Any]]:
    """The functions and sequences in a term and their arguments, inner ones first, outside of binders; a sum of one term is
    that term."""
    if isinstance(term, (tm.Sum, tm.VectorSum)) and term.low == term.high:
        term = body_at(term, term.low)
    if term.binders:
        return
    for child in term.children():
        yield from _points_of(child)
    if isinstance(term, (tm.Apply, tm.GradientAt)):
        yield term.function, term.arg
    elif isinstance(term, (tm.ScalarAt, tm.VectorAt)) and isinstance(term.index, tm.Scalar):
        yield term.sequence, term.index


class Points:
    """The points at which each function is spoken of, and the places of sequences if asked for; two with one normal form
    are one."""

    def __init__(self, normalizer: Normalizer, *, sequences: bool = False) -> None:
        self.sequences = sequences
        self.normalizer = normalizer
        self.back = Readback(normalizer)
        self.of: dict[tm.Function | tm.Sequence, dict[Any, Any]] = {}

    def functions(self) -> list[tm.Function]:
        """Those that are spoken of."""
        return [f for f in self.of if isinstance(f, tm.Function)]

    def read(self, prop: tm.Term) -> None:
        """Take in the points of a statement."""
        for function, arg in _points_of(prop):
            if isinstance(function, tm.Sequence) and not self.sequences:
                continue
            known = self.of.setdefault(function, {})
            try:
                known.setdefault(self._key(arg), arg)
            except NOT_NORMAL:
                continue

    def lies_between(self, value: Any, points: list[Any]) -> bool:
        """Whether a number is at most one of some points and at least another, in whole steps or as a multiple of both."""
        steps, ratios = list[Fraction](), list[Fraction]()
        ring = self.normalizer.ring
        for point in points if isinstance(value, tm.Scalar) else ():
            try:
                ours, theirs = self.normalizer.scalar(value), self.normalizer.scalar(point)
            except NOT_NORMAL:
                continue
            gap = ring.as_constant(ring.subtract(theirs, ours))
            steps += [] if gap is None or gap.denominator != 1 else [gap]
            ratio = None if ring.is_zero(theirs) else ring.as_constant(ring.quotient(ours, theirs))
            ratios += [] if ratio is None else [abs(ratio)]
        in_steps = min(steps, default=1) <= 0 <= max(steps, default=-1)
        return in_steps or min(ratios, default=2) <= 1 <= max(ratios, default=0)

    def _key(self, arg: Any) -> Any:
        if isinstance(arg, tm.Vector):
            return self.normalizer.freeze_vector(self.normalizer.vector(arg))
        return self.normalizer.ring.freeze(self.normalizer.scalar(arg))

    def values(self, letters: tuple[Any, ...], body: st.Prop) -> Iterator[tuple[tm.Term, ...]]:
        """Values for all letters."""
        uses = list(dict.fromkeys(_points_of(body)))
        bare = {letter: [f for f, arg in uses if arg == letter] for letter in letters}
        pools = [list(self.of.get(bare[x][0], {}).values())[:MOST_POINTS] if bare[x] else [None] for x in letters]
        choices = [
            {letter: value for letter, value in zip(letters, choice, strict=True) if value is not None}
            for choice in product(*pools)
        ]
        for chosen in sorted(
            choices, key=lambda chosen: len(chosen) - len(set(chosen.values()))
        ):  # one point twice last
            for values in self._solved(letters, uses, chosen):
                yield tuple(values[letter] for letter in letters)

    def _solved(
        self, letters: tuple[Any, ...], uses: list[tuple[tm.Function | tm.Sequence, Any]], chosen: dict[Any, Any]
    ) -> Iterator[dict[Any, Any]]:
        """The choice, and for a letter without a value each that makes an argument one of the points."""
        missing = [letter for letter in letters if letter not in chosen]
        if not missing:
            yield chosen
            return
        letter, *others = missing
        for function, pattern in uses:
            if letter not in pattern.free or any(other in pattern.free for other in others):
                continue
            here = substitute(pattern, chosen)
            for point in list(self.of.get(function, {}).values())[:MOST_POINTS]:
                if point in chosen.values():
                    continue
                try:
                    value = self._solve(letter, here, point)
                except (*NOT_NORMAL, LookupError):
                    continue
                if value is not None:
                    yield from self._solved(letters, uses, {**chosen, letter: value})

    def _solve(self, letter: Any, pattern: Any, point: Any) -> tm.Term | None:
        """The value of a letter at which `pattern`, linear in it, is `point`."""
        if isinstance(letter, tm.VectorVariable):
            rest = self.normalizer.vector_difference(point, substitute(pattern, {letter: tm.ZeroVector()}))
            slope = self.normalizer.vector_difference(pattern, substitute(pattern, {letter: tm.ZeroVector()}))
            if len(slope) != 1 or self.normalizer.vector(letter).keys() != slope.keys():
                return None
            ((_, factor),) = slope.items()
            ratio = self.normalizer.inverse(factor)
            return self.back.vector(self.normalizer.combine([(ratio, rest)]))
        if not isinstance(letter, tm.Variable) or tm.is_integer(letter):
            return None
        start, end = (substitute(pattern, {letter: value}) for value in (ZERO, ONE))
        if isinstance(pattern, tm.Vector):
            ratio_of = _ratio(
                self.normalizer,
                self.normalizer.vector_difference(point, start),
                self.normalizer.vector_difference(end, start),
            )
        else:
            slope_of = self.normalizer.difference(end, start)
            ring = self.normalizer.ring
            ratio_of = (
                None if ring.is_zero(slope_of) else ring.quotient(self.normalizer.difference(point, start), slope_of)
            )
        return None if ratio_of is None else self.back.scalar(ratio_of)


def _ratio(normalizer: Normalizer, part: Linear, whole: Linear) -> Quotient | None:
    """The c with part = c * whole."""
    if not part or part.keys() != whole.keys():
        return None
    ring = normalizer.ring
    ratios = [ring.quotient(part[number], whole[number]) for number in whole]
    return ratios[0] if all(ring.is_zero(ring.subtract(ratio, ratios[0])) for ratio in ratios[1:]) else None

"""Sequences that hypotheses define: `each(t, eq(w[t + 1], w[t] - eta*v[t]))`.

A point gives only the members that such a hypothesis leaves open, and the others are computed from them. Then the
hypothesis holds at every index, of which there are infinitely many, without being tried at each: by construction,
provided that a sequence with those open members *exists*. Three things are shown for that, and where one is not, the
hypothesis is no definition:

1. It is the only definition of its sequence, of the form member = body, with the index in the member's place up to a
   literal integer (`recurrences`).
2. It is well-founded: the body refers to defined sequences only at smaller places, or at the same place of sequences
   whose definitions do not lead back (`recurrences`), or at literal places that are open (`definitions`).
3. The body has a value at every index of the range, and that value lies in the sequence's domain (`definitions`, with
   the bounds of `Totality`).

So `f[n] = f[n] + 1` defines nothing (2), and neither does `a[t] = 1/(t - 5)` (3).
Limits: (3) knows total operations, and divisors whose sign shows; everything else is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from symproof import statement as st
from symproof import term as tm
from symproof.evaluation.interpretation import Definition, Interpretation
from symproof.evaluation.novalue import NoValue, Undecided
from symproof.evaluation.totality import Totality, positive_members
from symproof.evaluation.truth import lower_end
from symproof.printed import Approx


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`sequence[index + offset] = body` for each index in the range of `hypothesis`."""

    sequence: tm.Sequence
    index: tm.Variable
    offset: int
    body: tm.Scalar | tm.Vector
    hypothesis: st.Each


def conjuncts(prop: st.Prop) -> Iterator[st.Prop]:
    """The parts of a hypothesis that all hold where it does."""
    match prop:
        case st.And(args):
            for arg in args:
                yield from conjuncts(arg)
        case Approx():
            yield from conjuncts(prop.meaning())
        case st.Each(symbol, st.And(args), low, high):
            for arg in args:
                yield from conjuncts(st.Each(symbol, arg, low, high))
        case _:
            yield prop


def recurrences(props: tuple[st.Prop, ...]) -> dict[tm.Sequence, Recurrence]:
    """The well-founded recurrences among hypotheses."""
    found: dict[tm.Sequence, Recurrence] = {}
    for prop in props:
        for candidate in _readings(prop):
            if candidate.sequence not in found:
                found[candidate.sequence] = candidate
                break
    shaped = {s: rule for s, rule in found.items() if _refers_back(rule, found.keys())}
    kept: dict[tm.Sequence, Recurrence] = {}
    while ready := [
        s for s, rule in shaped.items() if s not in kept and _same_place(rule, shaped.keys()) <= kept.keys()
    ]:
        kept |= {s: shaped[s] for s in ready}
    return kept


def _readings(prop: st.Prop) -> Iterator[Recurrence]:
    """The ways to read a hypothesis as member = body."""
    match prop:
        case st.Each(tm.Variable() as index, st.Relation("=", one, other), low, high) if tm.is_integer(index):
            bounds = [bound for bound in (low, high) if bound is not None]
            if any(isinstance(symbol, tm.Sequence) for bound in bounds for symbol in bound.free):
                return
            for member, body in ((one, other), (other, one)):
                if (
                    isinstance(member, (tm.ScalarAt, tm.VectorAt))
                    and member.sequence.over is None
                    and (offset := offset_from(member.index, index)) is not None
                    and isinstance(body, (tm.Scalar, tm.Vector))
                ):
                    yield Recurrence(member.sequence, index, offset, body, prop)


def offset_from(place: tm.Term, index: tm.Variable) -> int | None:
    """The literal integer k where `place` is written `index + k`, else None."""
    match place:
        case tm.Variable():
            return 0 if place == index else None
        case tm.Add(args) if sum(arg == index for arg in args) == 1:
            offset = 0
            for arg in args:
                match arg:
                    case tm.Number(value) if value.denominator == 1:
                        offset += value.numerator
                    case tm.Neg(tm.Number(value)) if value.denominator == 1:
                        offset -= value.numerator
                    case _ if arg != index:
                        return None
            return offset
        case _:
            return None


def references(term: tm.Term, bound: frozenset[tm.Term] = frozenset()) -> Iterator[tuple[tm.Sequence, tm.Term, bool]]:
    """The sequences of a term, with the index at which each is asked for and whether a letter bound in the term
    stands in that index."""
    if isinstance(term, (tm.ScalarAt, tm.VectorAt)):
        yield term.sequence, term.index, bool(term.index.free & bound)
    inside = bound | {getattr(term, name) for name in term.binders}
    for child in term.children():
        if not isinstance(child, tm.Sequence):
            yield from references(child, inside)


def _refers_back(rule: Recurrence, defined: Collection[tm.Sequence]) -> bool:
    """Whether every reference to a defined sequence is at a literal place, or at a place not after the member's."""
    for sequence, place, captured in references(rule.body):
        if sequence not in defined or not place.free:
            continue
        offset = None if captured else offset_from(place, rule.index)
        if offset is None or offset > rule.offset:
            return False
    return True


def _same_place(rule: Recurrence, defined: Collection[tm.Sequence]) -> set[tm.Sequence]:
    """The defined sequences to which a rule refers at the member's own place."""
    return {
        sequence
        for sequence, place, _ in references(rule.body)
        if sequence in defined and offset_from(place, rule.index) == rule.offset
    }


def definitions(rules: Mapping[tm.Sequence, Recurrence], meaning: Interpretation) -> dict[tm.Sequence, Definition]:
    """The definitions that the recurrences give at a point.

    Raises:
        NoValue: a recurrence has no value at some index, so that the hypothesis fails.
        Undecided: it is not shown to have one at every index.
    """
    made: dict[tm.Sequence, Definition] = {}
    for sequence, rule in rules.items():
        low = lower_end(meaning, rule.hypothesis, meaning.env)
        if low is None:
            raise Undecided(f"{rule.index} in ({rule.hypothesis}) has no least value")
        high = None if rule.hypothesis.high is None else meaning.integer(rule.hypothesis.high, meaning.env)
        if low + rule.offset < sequence.start:
            raise NoValue(rule.hypothesis, f"{sequence} starts at {sequence.start}")
        last = None if high is None else high + rule.offset
        made[sequence] = Definition(rule.index, rule.offset, rule.body, low + rule.offset, last)
    positive = positive_members(meaning, made)
    for sequence, rule in rules.items():
        low = made[sequence].first - rule.offset
        Totality(meaning, made, rule.index, low, positive).check_definition(sequence, rule.body)
    return made

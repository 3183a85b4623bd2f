"""Instances of what is said of several indices, of matrices, or of all columns: where they bear on the goal.

A schema (see `schemas`) is stated at those values of its letters for which something indexed in it (an entry, a
member of a sequence) becomes something indexed in the goal; a letter that this leaves open is tried at the indices
that the goal names. `A S = S A` and a goal with A[i, j + 1] give the entry at (i, j); `A x = S x for each x` gives its
unit columns. Twice over, since an instance brings new entries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from itertools import product
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.schemas import Instances, Schema, instantiate, schemas
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search
from symproof.substitution import substitute
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Frozen, Quotient

ROUNDS, MOST, MOST_GUESSES = 2, 24, 4
Values = Mapping[int, Quotient]


@dataclass(frozen=True, slots=True)
class Place:
    """Something indexed: what it is, and its indices in normal form, with the index set of each (None: integers)."""

    what: tuple[Any, ...]
    indices: tuple[Frozen, ...]
    sets: tuple[tm.Cyclic | None, ...]


def with_entries(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with the instances of schemas that the goal calls for."""
    found = entries(search, facts, goal)
    if not found.wraps:
        return None
    inner = search.without(with_entries)
    rest = inner.prove(found.facts, goal)
    search.words += inner.words
    search.missing += inner.missing
    return None if rest is None else found.closed(rest)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A schema at values of its letters, and what it says there."""

    schema: Schema
    values: tuple[Any, ...]
    relation: st.Relation


def entries(search: Search, facts: Facts, goal: st.Prop) -> Instances:
    """The facts with the instances of their schemas that bear on the goal."""
    result = Instances(facts)
    open_schemas = list(schemas(facts))
    if not open_schemas:
        return result
    with suppress(*NOT_NORMAL):  # what was stated until then is still of use
        for candidate in _linked(facts, _candidates(facts, open_schemas, goal), goal):
            stated = instantiate(search, result.facts, candidate.schema, candidate.values)
            if stated is not None and stated.wraps:
                result = Instances(stated.facts, (*result.wraps, *stated.wraps))
    return result


def _candidates(facts: Facts, open_schemas: list[Schema], goal: st.Prop) -> list[Candidate]:
    found: dict[st.Relation, Candidate] = {}
    wanted = [goal, *(prop for prop in facts.props if isinstance(prop, st.Relation))]
    for _ in range(ROUNDS):
        targets = list(dict.fromkeys(place for prop in wanted for place in places(facts.normalizer, prop)))
        wanted = []
        for schema in open_schemas:
            for values in _matches(facts, schema, targets):
                relation = substitute(schema.relation, dict(zip(schema.letters, values, strict=True)))
                if relation not in found and relation not in facts.props and len(found) < MOST:
                    found[relation] = Candidate(schema, values, relation)
                    wanted.append(relation)
    return list(found.values())


def _linked(facts: Facts, candidates: list[Candidate], goal: st.Prop) -> list[Candidate]:
    """The candidates without the equations that have an entry of their own, which no other one could cancel."""
    normalizer = facts.normalizer
    fixed = {number for prop in (goal, *facts.props) for value in _values(normalizer, prop) for number in value}
    while True:
        values = [list(_values(normalizer, candidate.relation)) for candidate in candidates]
        count = Counter(number for value in values for number in {number for part in value for number in part})
        kept = [
            candidate
            for candidate, parts in zip(candidates, values, strict=True)
            if candidate.relation.kind != "="
            or not any(
                alone and count[number] == 1 and number not in fixed for part in parts for number, alone in part.items()
            )
        ]
        if len(kept) == len(candidates):
            return kept
        candidates = kept


def _values(normalizer: Normalizer, prop: st.Prop) -> Iterator[dict[int, bool]]:
    """The atoms of left - right; of each, whether it is indexed and stands alone in a term."""
    if not isinstance(prop, st.Relation) or not isinstance(prop.left, tm.Scalar):
        return
    value = normalizer.difference(prop.left, tm.scalar(prop.right))
    alone = {monomial[0][0] for monomial, _ in normalizer.ring.numerator_terms(value) if len(monomial) == 1}
    yield {k: k in alone and normalizer.atoms[k][0] in ("entry", "at") for k in normalizer.ring.generators(value)}


# What is indexed --------------------------------------------------------------------------------------


def places(normalizer: Normalizer, prop: st.Prop) -> Iterator[Place]:
    """Whatever is indexed in a relation between scalars, inside of sums too, side by side of it."""
    if isinstance(prop, st.Relation) and isinstance(prop.left, tm.Scalar) and isinstance(prop.right, tm.Scalar):
        for side in (prop.left, prop.right):
            yield from inside(normalizer, normalizer.scalar(side))


def inside(normalizer: Normalizer, value: Quotient, seen: set[int] | None = None) -> Iterator[Place]:
    """Whatever is indexed in a value; what is bound there is indexed by open letters."""
    seen = set() if seen is None else seen
    thaw = normalizer.ring.thaw
    for number in normalizer.ring.generators(value):
        if number in seen:
            continue
        seen.add(number)
        match normalizer.atoms[number]:
            case ("at", sequence, place):
                yield Place(("at", sequence), (place,), (sequence.over,))
            case ("entry", matrix, row, column):
                sets = tuple(where if isinstance(where, tm.Cyclic) else None for where in matrix.shape)
                yield Place(("entry", matrix), (row, column), sets)
            case ("inner", *factors):
                for key in (normalizer.vectors[vector] for vector in factors):
                    if key[0] == "at":
                        yield Place(key[:2], (key[2],), (key[1].over,))
            case ("sum" | "product" | "cyclic", _, unit, _) | ("root", unit) | ("function", _, unit):
                yield from inside(normalizer, thaw(unit), seen)
            case ("power", base, exponent):
                yield from inside(normalizer, thaw(base), seen)
                yield from inside(normalizer, thaw(exponent), seen)
            case _:
                continue


# Matching ---------------------------------------------------------------------------------------------


def _matches(facts: Facts, schema: Schema, targets: list[Place]) -> Iterator[tuple[Any, ...]]:
    """Values of a schema's letters, for which what is indexed in it is among the targets."""
    normalizer = facts.normalizer
    try:
        patterns = list(places(normalizer, schema.relation))
        numbers = [normalizer.ring.generators(normalizer.index(letter))[0] for letter in schema.letters]
    except NOT_NORMAL:
        return
    found: set[tuple[Any, ...]] = set()
    for solution in _solutions(normalizer, patterns, targets, frozenset(numbers)):
        for values in _completed(normalizer, schema, numbers, solution, targets):
            if values not in found:
                found.add(values)
                yield values


def _solutions(
    normalizer: Normalizer, patterns: list[Place], targets: list[Place], letters: frozenset[int]
) -> Iterator[Values]:
    """Each pattern in turn is put on each target; then others, as long as letters are open."""

    def holds(place: Place, open_letters: Set[int]) -> bool:
        ring = normalizer.ring
        return any(open_letters & set(ring.generators(ring.thaw(index))) for index in place.indices)

    useful = [place for place in patterns if holds(place, letters)]
    yielded = False
    for first in useful:
        for one in _each_target(normalizer, first, targets, letters, {}):
            rest = letters - one.keys()
            more = [
                two
                for second in useful
                if holds(second, rest)
                for two in _each_target(normalizer, second, targets, letters, one)
            ]
            yielded = True
            yield from more or [one]
    if not yielded:
        yield {}


def _each_target(
    normalizer: Normalizer, pattern: Place, targets: list[Place], letters: frozenset[int], known: Values
) -> Iterator[Values]:
    for target in targets:
        if target.what == pattern.what:
            values = _unified(normalizer, pattern.indices, target.indices, letters, known)
            if values is not None:
                yield values


def _unified(
    normalizer: Normalizer,
    pattern: Iterable[Frozen],
    target: Iterable[Frozen],
    letters: frozenset[int],
    known: Values,
) -> Values | None:
    """Values of letters for which the indices agree, one letter solved for at a time."""
    ring = normalizer.ring
    values = dict(known)
    waiting = [(ring.thaw(ours), ring.thaw(theirs)) for ours, theirs in zip(pattern, target, strict=True)]
    while waiting:
        left: list[tuple[Quotient, Quotient]] = []
        for ours, theirs in waiting:
            gap = ring.subtract(ring.compose(ours, values), theirs)
            unknown = [number for number in ring.generators(gap) if number in letters]
            if not unknown and not ring.is_zero(gap):
                return None
            if len(unknown) > 1:
                left.append((ours, theirs))
            elif unknown:
                solved = _solved(normalizer, gap, unknown[0])
                if solved is None:
                    return None
                values[unknown[0]] = solved
        if len(left) == len(waiting):
            return None
        waiting = left
    return values


def _solved(normalizer: Normalizer, gap: Quotient, number: int) -> Quotient | None:
    """The value of a letter at which `gap`, plus or minus the letter and something else, is zero."""
    ring = normalizer.ring
    coefficient = None if gap.den is not None else dict(ring.numerator_terms(gap)).get(((number, 1),))
    if coefficient is None or abs(coefficient) != 1:
        return None
    rest = ring.subtract(gap, ring.scale(ring.generator(number), coefficient))
    return None if number in ring.generators(rest) else ring.scale(rest, -coefficient)


def _completed(
    normalizer: Normalizer, schema: Schema, numbers: list[int], solution: Values, targets: list[Place]
) -> Iterator[tuple[Any, ...]]:
    """A solution with the letters that it leaves open tried at the indices of the targets."""
    choices: list[list[Quotient]] = []
    for letter, number in zip(schema.letters, numbers, strict=True):
        over = letter.over if isinstance(letter, tm.ResidueVariable) else None
        guesses = [
            index for place in targets for index, where in zip(place.indices, place.sets, strict=True) if where == over
        ]
        tried = map(normalizer.ring.thaw, list(dict.fromkeys(guesses))[:MOST_GUESSES])
        choices.append([solution[number]] if number in solution else list(tried))
    back = Readback(normalizer)
    for chosen in product(*choices):
        try:
            yield tuple(
                back.index(value, letter.over if isinstance(letter, tm.ResidueVariable) else None)
                for value, letter in zip(chosen, schema.letters, strict=True)
            )
        except LookupError:
            continue  # an index that is bound by a sum

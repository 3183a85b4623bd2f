"""Polynomial inequalities in letters of known sign, by cases of their order.

Where a <= b, b is a + s with s >= 0. A target that has no negative coefficient in such coordinates is a sum of
products of what is >= 0. The cases are told apart two coordinates at a time, those first after which the fewest negative
coefficients are left; a constant counts as a coordinate, so that letters are compared with 1 too. Where a linear constraint
bounds letters from above (a <= 2, a + b <= 1), what is left of it is a coordinate as well, and a number is the sum of it and of
the letters: on a box these are Bernstein's coefficients.

Source: Yang, "Solving harder problems with lesser mathematics" (successive difference substitution), 2005; Garloff,
"The Bernstein algorithm", 1993. Untrusted.
Limits: `MOST_CASES`; a zero that no such case has at a corner is never reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import comb, prod

from flint import fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from symproof import statement as st
from symproof.engines.deadline import Deadline
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.elimination import variants
from symproof.engines.polynomials.problem import (
    Coordinate,
    Problem,
    active,
    degree_of,
    problem,
    short_product,
    terms_of,
)
from symproof.engines.search import Search
from symproof.term import ONE, ZERO, Number, Scalar
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

SECONDS = 0.6
MOST_CASES = 48
DEEPEST = 6
DEEPEST_SPLIT = 7
MOST_TERMS = 300
MOST_OF_BOUNDS = 700
MOST_LETTERS = 5


def orderings(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between polynomials, or their quotients, whose letters are of known sign."""
    if search.depth > DEEPEST:
        return None
    deadline = search.deadline.within(SECONDS)
    try:
        left = cleared(search, facts, goal)
        if left is None or (at_sight := left.at_sight()) is not None:
            return at_sight if left else None
        whole = problem(left.facts, left.rest, left.strict)
        for variant in () if whole is None else variants(whole, left.facts):
            found = _by_cases(left, variant, deadline)
            if found is not None:
                return found
    except (*NOT_NORMAL, LookupError):
        return None
    return None


@dataclass(slots=True)
class _Walk:
    """What a search of cases shares: how much of it is left."""

    deadline: Deadline
    cases: int = 0

    def is_over(self) -> bool:
        return self.cases > MOST_CASES or self.deadline.over()


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A polynomial without negative coefficients in the coordinates of a case."""

    coordinates: tuple[Coordinate, ...]
    poly: fmpq_mpoly


@dataclass(frozen=True, slots=True)
class _Split:
    relation: st.Relation
    yes: _Leaf | _Split
    no: _Leaf | _Split


def _by_cases(left: Cleared, found: Problem, deadline: Deadline) -> Certificate | None:
    used = active(found)
    if not 0 < len(found.target) <= MOST_TERMS or not 1 <= len(used) <= MOST_LETTERS:
        return None
    if not all(found.coordinates[k].nonnegative for k in used) or (found.equations and not found.used):
        return None
    bounds = _bounds(found, used)
    tree = _in_coordinates(left, found, used, [], deadline.within(deadline.left() / 2) if bounds else deadline)
    if tree is None and bounds:
        tree = _in_coordinates(left, found, used, bounds, deadline)
    if tree is None:
        return None
    original = found.target if found.original is None else found.original
    extra: tuple[ct.Piece, ...] = ()
    whole = original if found.factor_poly is None else original * found.factor_poly
    if found.used is not None and whole != found.target:
        multiple, remainder = divmod(whole - found.target, found.used.poly)
        if remainder:
            return None
        weight = short_product([found.used.weight, found.written(terms_of(multiple))])
        extra = (ct.Piece(weight, found.used.facts),)
    written = short_product([found.factor, found.written(terms_of(original))])
    fact = st.Relation("<" if left.strict else "<=", ZERO, written)
    return left.whole(fact, _certificate(tree, extra), left.from_rest(found.factor))


@dataclass(frozen=True, slots=True)
class _Bound:
    """rest = size - sum of weight * letter over some letters, and is >= 0."""

    rest: Coordinate
    size: fmpq
    weights: dict[int, fmpq]


def _bounds(found: Problem, used: Sequence[int]) -> list[_Bound]:
    """Linear constraints that bound letters from above, each letter in one of them; those of single letters first."""
    bounds: list[_Bound] = []
    for c in found.constraints:
        if degree_of(c.poly) != 1 or c.before is not None or (c.facts and (c.weight != ONE or len(c.facts) > 1)):
            continue
        size, weights = fmpq(0), {}
        for powers, number in c.poly.terms():
            if any(powers):
                weights[next(k for k, power in enumerate(powers) if power)] = -number
            else:
                size = number
        if size > 0 and weights and all(number > 0 and k in used for k, number in weights.items()):
            term = found.written(terms_of(c.poly)) if c.facts else c.weight
            rest = Coordinate(term, True, c.strict, c.facts[0] if c.facts else None)
            bounds.append(_Bound(rest, size, weights))
    bounds.sort(key=lambda bound: len(bound.weights))
    chosen: list[_Bound] = []
    for bound in bounds:
        if all(bound.weights.keys().isdisjoint(other.weights) for other in chosen):
            chosen.append(bound)
    return chosen


def _in_coordinates(
    left: Cleared, found: Problem, used: Sequence[int], bounds: Sequence[_Bound], deadline: Deadline
) -> _Leaf | _Split | None:
    """Cases of the target, a form in the letters of each bound and its rest, and in all others and 1."""
    free = [k for k in used if not any(k in bound.weights for bound in bounds)]
    parts = [(list(bound.weights), bound) for bound in bounds]
    monomials = [[int(power) for power in powers] for powers in found.target.monoms()]
    of_free = {sum(powers[k] for k in free) for powers in monomials}
    coordinates = [found.coordinates[k] for k in used] + [bound.rest for bound in bounds]
    if len(of_free) > 1:
        coordinates.append(Coordinate(ONE, True, True))
    context = fmpq_mpoly_ctx.get([f"z{k}" for k in range(len(coordinates))], "degrevlex")
    gens = context.gens()
    place = dict(zip(used, gens, strict=False))
    whole = [
        (gens[len(used) + j] + sum(number * place[k] for k, number in bound.weights.items())) / bound.size
        for j, bound in enumerate(bounds)
    ]
    highest = [max(sum(powers[k] for k in letters) for powers in monomials) for letters, _ in parts]
    groups: dict[tuple[int, ...], dict[tuple[int, ...], fmpq]] = {}  # by what they lack of the degree of each part
    for powers, c in found.target.terms():
        own = [int(powers[k]) for k in used] + [0] * len(bounds)
        if len(of_free) > 1:
            own.append(max(of_free) - sum(int(powers[k]) for k in free))
        lacks = tuple(
            top - sum(int(powers[k]) for k in letters) for top, (letters, _) in zip(highest, parts, strict=True)
        )
        groups.setdefault(lacks, {})[tuple(own)] = c
    if (
        bounds
        and prod(comb(top + len(letters), top) for top, (letters, _) in zip(highest, parts, strict=True))
        > MOST_OF_BOUNDS
    ):
        return None
    poly = context.constant(0)
    for lacks, table in groups.items():
        poly += prod((one**lack for one, lack in zip(whole, lacks, strict=True)), start=context.from_dict(table))
    return _tree(poly, tuple(coordinates), left.number, _Walk(deadline), left.strict, 0)


def _tree(
    poly: fmpq_mpoly, coordinates: tuple[Coordinate, ...], number: int, walk: _Walk, strict: bool, depth: int
) -> _Leaf | _Split | None:
    """Cases in each of which no coefficient is negative; `number` is that of the next fact."""
    negative = _negative(poly)
    if not negative:
        return _Leaf(coordinates, poly) if not strict or _is_strict(poly, coordinates) else None
    walk.cases += 1
    if walk.is_over() or depth > DEEPEST_SPLIT or _fails_at_a_corner(poly):
        return None
    gens = poly.context().gens()
    best: tuple[tuple[int, int], int, int, fmpq_mpoly, fmpq_mpoly] | None = None
    for i, j in combinations(range(len(gens)), 2):
        yes = poly.compose(*(gens[i] + gens[j] if k == j else gen for k, gen in enumerate(gens)))
        no = poly.compose(*(gens[i] + gens[j] if k == i else gen for k, gen in enumerate(gens)))
        counts = _negative(yes), _negative(no)
        rank = (sum(counts), max(counts))
        if best is None or rank < best[0]:
            best = rank, i, j, yes, no
    if best is None:
        return None
    _, i, j, yes, no = best
    relation = st.Relation("<=", coordinates[i].term, coordinates[j].term)
    larger = replace(coordinates[j], term=_minus(coordinates[j].term, coordinates[i].term), strict=False, fact=number)
    first = _tree(yes, _with(coordinates, j, larger), number + 1, walk, strict, depth + 1)
    if first is None:
        return None
    larger = replace(coordinates[i], term=_minus(coordinates[i].term, coordinates[j].term), strict=True, fact=number)
    second = _tree(no, _with(coordinates, i, larger), number + 1, walk, strict, depth + 1)
    return None if second is None else _Split(relation, first, second)


def _minus(left: Scalar, right: Scalar) -> Scalar:
    return left - right


def _with(coordinates: tuple[Coordinate, ...], k: int, new: Coordinate) -> tuple[Coordinate, ...]:
    return (*coordinates[:k], new, *coordinates[k + 1 :])


def _negative(poly: fmpq_mpoly) -> int:
    """How many coefficients are negative."""
    return sum(c < 0 for c in poly.coeffs())


def _fails_at_a_corner(poly: fmpq_mpoly) -> bool:
    """Whether the polynomial is negative where all coordinates but one are 0, or where all are 1."""
    corners = (c for powers, c in poly.terms() if sum(power > 0 for power in powers) == 1)
    return any(c < 0 for c in corners) or sum(poly.coeffs()) < 0


def _is_strict(poly: fmpq_mpoly, coordinates: tuple[Coordinate, ...]) -> bool:
    return any(all(coordinates[k].strict for k, power in enumerate(powers) if power) for powers in poly.monoms())


def _certificate(tree: _Leaf | _Split, extra: tuple[ct.Piece, ...]) -> Certificate:
    match tree:
        case _Split(relation, yes, no):
            return ct.Cases(relation, _certificate(yes, extra), _certificate(no, extra))
        case _Leaf(coordinates, poly):
            context = poly.context()
            inside = Problem(context, coordinates, poly, False)
            pieces = []
            for powers, c in terms_of(poly):
                factors: list[Scalar] = [] if c == 1 else [Number(c)]
                facts: list[int] = []
                for k, power in enumerate(powers):
                    if power:
                        weight, own = inside.power(k, power)
                        factors.append(weight)
                        facts += own
                pieces.append(ct.Piece(short_product(factors), tuple(facts)))
            return ct.Combination((*pieces, *extra))

"""Polynomial inequalities in letters of known sign, by cases of their order.

Where a <= b, b is a + s with s >= 0. A target that has no negative coefficient in such coordinates is a sum of
products of what is >= 0. The cases are told apart two coordinates at a time, those first after which the fewest negative
coefficients are left; a constant counts as a coordinate, so that letters are compared with 1 too.

Source: Yang, "Solving harder problems with lesser mathematics" (successive difference substitution), 2005. Untrusted.
Limits: `MOST_CASES`; a zero that no such case has at a corner is never reached.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

from flint import fmpq_mpoly, fmpq_mpoly_ctx

from symproof import statement as st
from symproof.engines.deadline import Deadline
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.elimination import variants
from symproof.engines.polynomials.problem import Coordinate, Problem, active, problem, product_of, terms_of
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
    coordinates = [found.coordinates[k] for k in used]
    degrees = {sum(map(int, powers)) for powers in found.target.monoms()}
    degree = max(degrees)
    if len(degrees) > 1:
        coordinates.append(Coordinate(ONE, True, True))
    context = fmpq_mpoly_ctx.get([f"z{k}" for k in range(len(coordinates))], "degrevlex")
    table = {}
    for powers, c in found.target.terms():
        own = [int(powers[k]) for k in used]
        table[(*own, degree - sum(own)) if len(degrees) > 1 else tuple(own)] = c
    tree = _tree(context.from_dict(table), tuple(coordinates), left.number, _Walk(deadline), left.strict, 0)
    if tree is None:
        return None
    original = found.target if found.original is None else found.original
    extra: tuple[ct.Piece, ...] = ()
    whole = original if found.factor_poly is None else original * found.factor_poly
    if found.used is not None and whole != found.target:
        multiple, remainder = divmod(whole - found.target, found.used.poly)
        if remainder:
            return None
        weight = product_of([found.used.weight, found.written(terms_of(multiple))])
        extra = (ct.Piece(weight, found.used.facts),)
    written = product_of([found.factor, found.written(terms_of(original))])
    fact = st.Relation("<" if left.strict else "<=", ZERO, written)
    return left.whole(fact, _certificate(tree, extra), left.from_rest(found.factor))


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
                pieces.append(ct.Piece(product_of(factors), tuple(facts)))
            return ct.Combination((*pieces, *extra))

"""Polynomial inequalities by sums of squares with multipliers: a Positivstellensatz certificate by semidefinite programming.

q * target = sum (products of what is known to be >= 0) * squares + sum cofactor * equation, with q > 0 one of the usual
multipliers: powers of the sum of the coordinates, or of their squares. `gram` finds the squares, over Q.

Source: Parrilo, "Semidefinite programming relaxations for semialgebraic problems", 2003; Reznick, "Uniform denominators in
Hilbert's seventeenth problem", 1995. Untrusted. Limits: the letters of `problem`, `MOST_MONOMIALS` in a square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import comb

from flint import fmpq, fmpq_mpoly

from symproof import statement as st
from symproof import term as tm
from symproof.engines.deadline import Deadline
from symproof.engines.polynomials.clearing import Cleared, cleared
from symproof.engines.polynomials.elimination import variants
from symproof.engines.polynomials.gram import Decomposition, decompose, warm_up
from symproof.engines.polynomials.problem import (
    Constraint,
    Problem,
    active,
    degree_of,
    problem,
    raised,
    short_product,
    terms_of,
)  # fmt: skip
from symproof.engines.polynomials.small_points import Frozen, Known, fails_somewhere, small_zeros
from symproof.engines.search import Search
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

SECONDS, ATTEMPT, PATIENCE = 2.0, 1.2, 1.5
"""For all attempts at a goal; for one."""
MOST_MONOMIALS = 60
MOST_TERMS = 700
MOST_GENERATORS = 64
DEEPEST = 6
Poly = dict[tuple[int, ...], Fraction]


def sos(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order between polynomials, or their quotients, by squares times what is known."""
    if search.depth > DEEPEST:
        return None
    try:
        left = cleared(search, facts, goal)
        if left is None or (at_sight := left.at_sight()) is not None:
            return at_sight if left else None
        whole = problem(left.facts, left.rest, left.strict)
        if whole is None or not 0 < len(whole.target) <= MOST_TERMS:
            return None
        whole = replace(whole, constraints=tuple(c for c in whole.constraints if _is_given(c, left)))
        warm_up()
        deadline = search.deadline.within(SECONDS, PATIENCE)
        for variant in variants(whole, left.facts):
            also = () if variant.used is None else (variant.used,)
            used = active(variant, *also)
            if fails_somewhere(_known(variant, used, *also), _frozen(variant.target, used)):
                continue
            for multiplier in _multipliers(variant):
                found = _attempt(left, variant, multiplier, deadline)
                if found is not None:
                    return found
                if deadline.over():
                    return None
    except (*NOT_NORMAL, LookupError, ArithmeticError, ValueError):  # the last two: numbers that no float holds
        return None
    return None


def _is_given(constraint: Constraint, left: Cleared) -> bool:
    """Whether it was known before the denominators were cleared: that one is positive follows from the others, and squares
    times it only make the programme larger and its solutions singular."""
    return all(number < left.given for number in constraint.facts)


# Multipliers --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Multiplier:
    """Something >= 0, and > 0 but where all coordinates in it are 0; `degree` is up to which products are looked for."""

    term: tm.Scalar
    poly: fmpq_mpoly
    degree: int
    vanishing: tuple[int, ...] = ()
    """The coordinates that are all 0 where it is 0."""
    is_one: bool = False
    """Whether it is 1 by the equation that was used up."""


def _multipliers(found: Problem) -> Iterator[Multiplier]:
    degree = degree_of(found.target)
    gens, form, used = found.context.gens(), found.is_form, active(found)
    free = len(used) - form

    def is_too_large(degree: int) -> bool:
        return comb(free + degree // 2, free) > MOST_MONOMIALS

    if not used or is_too_large(degree):
        return
    yield Multiplier(ONE, found.context.constant(1), degree + degree % 2 * (not form))
    if found.used is not None and found.factor_poly is None:  # the form that is a number, divided by it
        constant = found.used.poly.to_dict()[(0,) * len(found.coordinates)]
        unit = (found.used.poly - constant) / -constant
        for power in (1, 2, 3):
            if not is_too_large(degree + power * degree_of(unit)):
                yield Multiplier(ONE, unit**power, degree + power * degree_of(unit), is_one=True)
    positive = all(found.coordinates[k].nonnegative for k in used)
    step = 1 if positive else 2
    total = sum((gens[k] ** step for k in used), found.context.constant(0 if form else 1))
    addends = [raised(found.coordinates[k].term, step) for k in used]
    base = tm.Add((*addends, *(() if form else (ONE,)))) if len(addends) > form else addends[0]
    strict = not form or any(found.coordinates[k].strict for k in used)
    if (not form or found.constraints or found.equations) and not is_too_large(degree + 2):
        yield Multiplier(ONE, found.context.constant(1), degree + 2)
    for power in (1, 2, 3):
        if is_too_large(degree + step * power):
            return
        yield Multiplier(raised(base, power), total**power, degree + step * power, () if strict else tuple(used))


# One attempt --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Generator:
    """A product of what is known to be >= 0; `exact` is what weight * facts is, `poly` what it is by the equation used up."""

    poly: fmpq_mpoly
    weight: tm.Scalar
    facts: tuple[int, ...]
    strict: bool
    exact: fmpq_mpoly


def _attempt(left: Cleared, found: Problem, multiplier: Multiplier, deadline: Deadline) -> Certificate | None:
    used = active(found)
    target = found.target * multiplier.poly
    if not 0 < len(target) <= MOST_TERMS:  # it is 0 by the equation that was used up: others say that sooner
        return None
    degree = max(multiplier.degree, degree_of(target))
    generators = _generators(found, degree)
    constants: list[int] = []
    if found.strict:
        for generator in _strict_products(found, target):
            constants.append(len(generators))
            generators.append(generator)
        if not constants:
            return None
    equations = [c.poly for c in found.equations]
    if deadline.left() < 0.1:
        return None
    narrow = [_frozen(poly, used) for poly in (target, *(g.poly for g in generators))]
    flat = [_frozen(poly, used) for poly in equations]
    zeros = small_zeros(_known(found, used), narrow[0])
    parts = _decomposed(narrow[0], tuple(narrow[1:]), tuple(flat), tuple(constants), zeros, degree)
    return None if parts is None else _certificate(left, found, multiplier, generators, parts, used)


def _frozen(poly: fmpq_mpoly, used: Sequence[int]) -> Frozen:
    return tuple((tuple(powers[k] for k in used), c) for powers, c in terms_of(poly))


@lru_cache(maxsize=256)
def _decomposed(
    target: Frozen,
    generators: tuple[Frozen, ...],
    equations: tuple[Frozen, ...],
    constants: tuple[int, ...],
    zeros: tuple[tuple[Fraction, ...], ...],
    degree: int,
) -> Decomposition | None:
    """`decompose`, remembered: the stages of a search ask the same again."""
    return decompose(
        dict(target),
        [dict(generator) for generator in generators],
        [dict(equation) for equation in equations],
        constants=constants,
        zeros=zeros,
        degree=degree,
        seconds=ATTEMPT,
    )


def _generators(found: Problem, degree: int) -> list[Generator]:
    """Products of distinct coordinates and constraints of known sign, up to a degree."""
    used = active(found)
    gens = found.context.gens()
    factors: list[Generator] = []
    for k in used:
        coordinate = found.coordinates[k]
        if coordinate.nonnegative:
            weight, own = found.power(k, 1)
            factors.append(Generator(gens[k], weight, own, coordinate.strict, gens[k]))
    plain = len(factors)
    factors += [Generator(c.poly, c.weight, c.facts, c.strict, c.exact) for c in found.constraints]
    degrees = [degree_of(factor.poly) for factor in factors]
    chosen: list[tuple[int, tuple[int, ...]]] = []
    for size in range(len(factors) + 1):
        for subset in combinations(range(len(factors)), size):
            total = sum(degrees[k] for k in subset)
            if total <= degree:
                mixed = sum(k >= plain for k in subset)
                chosen.append((mixed * 100 + total, subset))
    chosen.sort()
    result = []
    for _, subset in chosen[:MOST_GENERATORS]:
        poly = exact = found.context.constant(1)
        for k in subset:
            poly *= factors[k].poly
            exact *= factors[k].exact
        weight = short_product([factors[k].weight for k in subset])
        own = tuple(number for k in subset for number in factors[k].facts)
        result.append(Generator(poly, weight, own, all(factors[k].strict for k in subset), exact))
    return result


def _strict_products(found: Problem, target: fmpq_mpoly) -> list[Generator]:
    """Monomials that are > 0, such as the target has; and 1, where the target is no form."""
    result = []
    for powers, c in sorted(terms_of(target)):
        if c > 0 and all(found.coordinates[k].strict for k, power in enumerate(powers) if power):
            weights: list[tm.Scalar] = []
            own: list[int] = []
            for k, power in enumerate(powers):
                weight, numbers = found.power(k, power)
                weights.append(weight)
                own += numbers
            poly = found.context.from_dict({powers: fmpq(1)})
            result.append(Generator(poly, short_product(weights), tuple(own), True, poly))
    for known in found.constraints:
        if known.strict and (not found.is_form or degree_of(known.poly) == degree_of(target)):
            result.append(Generator(known.poly, known.weight, known.facts, True, known.exact))
    if not found.is_form and not any(degree_of(generator.poly) == 0 for generator in result):
        result.append(Generator(found.context.constant(1), ONE, (), True, found.context.constant(1)))
    return result[:12]


def _known(found: Problem, used: Sequence[int], *extra: Constraint) -> Known:
    return Known(
        tuple(found.coordinates[k].nonnegative for k in used),
        tuple(_frozen(c.poly, used) for c in found.constraints),
        tuple(_frozen(c.poly, used) for c in (*found.equations, *extra)),
        found.is_form,
    )


# The certificate ----------------------------------------------------------------------------------


def _certificate(
    left: Cleared,
    found: Problem,
    multiplier: Multiplier,
    generators: Sequence[Generator],
    parts: Decomposition,
    used: Sequence[int],
) -> Certificate | None:
    size = len(found.coordinates)

    def wide(poly: object) -> Poly:
        table: Poly = {}
        for powers, c in dict(poly).items():  # type: ignore[call-overload]
            full = [0] * size
            for k, power in zip(used, powers, strict=True):
                full[k] = power
            table[tuple(full)] = c
        return table

    def local(table: Poly) -> fmpq_mpoly:
        return found.context.from_dict({powers: fmpq(c.numerator, c.denominator) for powers, c in table.items()})

    pieces = []
    whole = found.target if found.original is None else found.original
    if found.factor_poly is not None:
        whole = whole * found.factor_poly
    rest = whole if multiplier.is_one else whole * multiplier.poly
    for square in parts.squares:
        generator = generators[square.generator]
        base = wide(square.base)
        poly = local(base)
        rest -= fmpq(square.weight.numerator, square.weight.denominator) * poly**2 * generator.exact
        factors = (
            [generator.weight]
            if base == {(0,) * size: 1}
            else [generator.weight, raised(found.written(list(base.items())), 2)]
        )
        number = [] if square.weight == 1 else [tm.Number(square.weight)]
        pieces.append(ct.Piece(short_product([*number, *factors]), generator.facts))
    for equation, cofactor in zip(found.equations, parts.cofactors, strict=True):
        table = wide(cofactor)
        rest -= local(table) * equation.poly
        if table and equation.facts:
            weight = short_product([equation.weight, found.written(list(table.items()))])
            pieces.append(ct.Piece(weight, equation.facts))
    if found.used is not None and rest:
        multiple, remainder = divmod(rest, found.used.poly)
        if remainder:
            return None
        weight = short_product([found.used.weight, found.written(terms_of(multiple))])
        pieces.append(ct.Piece(weight, found.used.facts))
    elif rest:
        return None
    relation = "<" if left.strict else "<="
    target = found.target if found.original is None else found.original
    over = short_product([found.factor, multiplier.term])
    fact = st.Relation(relation, ZERO, short_product([over, found.written(terms_of(target))]))
    proof = ct.Combination(tuple(pieces))
    if not multiplier.vanishing:
        return left.whole(fact, proof, left.from_rest(over))
    if left.strict or found.used is not None:
        return None
    return left.whole(fact, proof, left.at_zeros(over, _by_letters(found, multiplier.vanishing)))


def _by_letters(found: Problem, letters: Sequence[int]) -> list[tuple[tm.Scalar, tm.Scalar]]:
    """The target, a form, as a sum of coordinates times cofactors."""
    cofactors: dict[int, list[tuple[tuple[int, ...], Fraction]]] = {k: [] for k in letters}
    for powers, c in terms_of(found.target):
        k = next(k for k in letters if powers[k])
        cofactors[k].append((tuple(power - (j == k) for j, power in enumerate(powers)), c))
    return [(found.coordinates[k].term, found.written(terms)) for k, terms in cofactors.items()]

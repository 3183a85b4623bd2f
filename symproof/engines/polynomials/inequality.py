"""Inequalities: a goal p >= 0 as a combination of what is known to be nonnegative.

`positivity` looks at the goal alone: known signs, completed squares, a multiple of one fact. `inequality` asks for
multipliers: rationals k >= 0 with p = sum k_i P_i, the P_i facts, products of facts and letters of known sign, and
squares; an exact simplex (z3's for the large ones) finds them, the kernel adds again. Nothing here is trusted.

Source: Farkas; Handelman; Harrison, "Verifying nonlinear real formulas via sums of squares", 2007.
Limits: products of two; squares of sums of two monomials.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, combinations_with_replacement, product

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.linear import Equation, solve
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations, flip, orient
from symproof.engines.polynomials.squares import square_pieces
from symproof.engines.search import Search, state
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Monomial, Quotient, as_fraction
from symproof.trusted.ranges import Range

MOST_CANDIDATES = 400
MOST_ADDED = 12
MOST_FACTORS = 4
TWO = tm.Number(Fraction(2))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something nonnegative (or, of an equation, zero: `free`), as a piece and as a normal form."""

    weight: tm.Scalar
    facts: tuple[int, ...]
    value: Quotient
    strict: bool = False
    free: bool = False


def oriented(goal: st.Relation) -> tuple[tm.Scalar, tm.Scalar, bool] | None:
    """(small, large, strict) for an order between scalars."""
    if not isinstance(goal.left, tm.Scalar) or not isinstance(goal.right, tm.Scalar):
        return None
    match goal.kind:
        case "<" | "<=":
            return goal.left, goal.right, goal.kind == "<"
        case ">" | ">=":
            return goal.right, goal.left, goal.kind == ">"
        case _:
            return None


def positivity(_: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that signs and squares settle, or a multiple of one fact."""
    return _remembered(facts, goal, _by_squares)


def inequality(_: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order by multipliers."""
    return _remembered(facts, goal, _by_multipliers)


Finder = Callable[[Facts, Normalizer, Quotient, bool, "tuple[int, ...]"], "tuple[ct.Piece, ...] | None"]


@lru_cache(maxsize=128)
def _remembered(facts: Facts, goal: st.Relation, find: Finder) -> Certificate | None:
    """As the stages of a search ask the same again."""
    return with_equations(facts, goal, find)


def with_equations(facts: Facts, goal: st.Relation, find: Finder) -> Certificate | None:
    """Pieces found without the equations among the facts, else with them used as rewriting."""
    ends = oriented(goal)
    if ends is None:
        return None
    small, large, strict = ends
    try:
        pieces = find(facts, facts.normalizer, facts.normalizer.difference(large, small), strict, ())
        if pieces is not None:
            return ct.Combination(pieces)
        stated, extended = flip(facts)
        rewrites = orient(extended)
        if not rewrites:
            return None
        normalizer = rewriting(extended, rewrites)
        pieces = find(extended, normalizer, normalizer.difference(large, small), strict, rewrites)
        return None if pieces is None else state(stated, ct.Combination(pieces, rewrites))
    except (*NOT_NORMAL, LookupError):
        return None


def _by_squares(
    facts: Facts, normalizer: Normalizer, value: Quotient, strict: bool, _: tuple[int, ...]
) -> tuple[ct.Piece, ...] | None:
    back = Readback(normalizer)
    known_gaps = [row for row in gaps(facts, normalizer) if _share_letters(normalizer, value, row[2])]
    for number, fact, gap in known_gaps:
        if _are_apart(value, gap):
            continue
        ratio = normalizer.ring.quotient(value, gap)
        if len(ratio.num) > 1 and ratio.den is not None:
            continue
        weight = back.scalar(ratio)
        known = facts.range(weight)
        if known.is_positive if strict else known.is_nonnegative:
            if not strict or fact.kind in ("<", ">"):
                return (ct.Piece(weight, (number,)),)
    moved = facts.normalizer.scalar(back.scalar(value)) if normalizer is not facts.normalizer else value
    pieces = square_pieces(facts, moved)
    if pieces is not None and (not strict or any(facts.range(piece.weight).is_positive for piece in pieces)):
        return tuple(pieces)
    if normalizer is facts.normalizer:
        near = [row for row in known_gaps if _share_terms(normalizer, value, row[2])]
        for number, fact, gap in near[-MOST_ADDED:]:  # the last that were stated are the nearest
            rest = square_pieces(facts, normalizer.ring.subtract(value, gap))
            if rest is not None and (not strict or fact.kind in ("<", ">")):
                return (ct.Piece(ONE, (number,)), *rest)
    return None


def _are_apart(value: Quotient, gap: Quotient) -> bool:
    """Whether two linear sums are seen to be no multiples of each other."""
    if value.den is not None or gap.den is not None or len(value.num) == 1:
        return False
    if value.num.total_degree() > 1 or gap.num.total_degree() != 1 or value.num.context() is not gap.num.context():
        return False
    return bool(value.num * gap.num.leading_coefficient() != gap.num * value.num.leading_coefficient())


def _share_letters(normalizer: Normalizer, one: Quotient, other: Quotient) -> bool:
    return not set(normalizer.ring.generators(one)).isdisjoint(normalizer.ring.generators(other))


def _share_terms(normalizer: Normalizer, one: Quotient, other: Quotient) -> bool:
    """Whether something of one may cancel in the other; where there are denominators, nothing is said."""
    if one.den is not None or other.den is not None:
        return True
    terms = {monomial for monomial, _ in normalizer.ring.numerator_terms(one)}
    return any(monomial in terms for monomial, _ in normalizer.ring.numerator_terms(other))


def gaps(facts: Facts, normalizer: Normalizer) -> list[tuple[int, st.Relation, Quotient]]:
    """The orders among the facts, each with what it says is >= 0."""
    found = []
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Relation) and (ends := oriented(fact)) is not None:
            try:
                found.append((number, fact, normalizer.difference(ends[1], ends[0])))
            except NOT_NORMAL:
                continue
    return found


# Multipliers --------------------------------------------------------------------------------------


def _by_multipliers(
    facts: Facts, normalizer: Normalizer, value: Quotient, strict: bool, rewrites: tuple[int, ...]
) -> tuple[ct.Piece, ...] | None:
    ring = normalizer.ring
    back = Readback(normalizer)
    scale: tm.Scalar = ONE
    if value.den is not None:
        bottom = back.scalar(Quotient(value.den))
        known = facts.range(bottom)
        if known.is_negative:
            value, scale = ring.negative(Quotient(value.num)), tm.Neg(bottom)
        elif known.is_positive:
            value, scale = Quotient(value.num), bottom
        else:
            return None
    linear = _facts_and_letters(facts, normalizer, value, rewrites)
    stages: list[Callable[[], list[Candidate]]] = [
        lambda: linear,
        lambda: linear + _squares(normalizer, value),
        lambda: linear + _products(normalizer, linear),
        lambda: (
            linear + _products(normalizer, linear) + _squares(normalizer, value) + _weighted(normalizer, value, linear)
        ),
    ]
    for stage in stages:
        found = sums_to(normalizer, value, stage(), strict, scale)
        if found is not None:
            return found
    for factor in [c for c in linear if c.strict and not c.facts and c.weight != ONE][:MOST_FACTORS]:
        found = sums_to(  # the goal times something positive
            normalizer,
            normalizer.reduce(ring.multiply(value, factor.value)),
            linear,
            strict,
            factor.weight if scale == ONE else scale * factor.weight,
        )
        if found is not None:
            return found
    return None


def sums_to(
    normalizer: Normalizer, value: Quotient, candidates: list[Candidate], strict: bool, scale: tm.Scalar
) -> tuple[ct.Piece, ...] | None:
    """Pieces of candidates that add up to value / scale."""
    found = _solve(normalizer, value, candidates[:MOST_CANDIDATES], strict)
    if found is None:
        return None
    return tuple(ct.Piece(_scaled(candidate.weight, factor, scale), candidate.facts) for candidate, factor in found)


def _scaled(weight: tm.Scalar, factor: Fraction, scale: tm.Scalar) -> tm.Scalar:
    number = tm.Number(factor)
    product: tm.Scalar = weight if factor == 1 else number if weight == ONE else number * weight
    return product if scale == ONE else product / scale


def _facts_and_letters(
    facts: Facts, normalizer: Normalizer, value: Quotient, rewrites: tuple[int, ...]
) -> list[Candidate]:
    """1, the facts, and the letters and other atoms of known sign."""
    ring = normalizer.ring
    found = [Candidate(ONE, (), ring.constant(1), strict=True)]
    occurring = set(ring.generators(value))
    for number, fact, gap in gaps(facts, normalizer):
        if gap.den is None:
            found.append(Candidate(ONE, (number,), gap, strict=fact.kind in ("<", ">")))
            occurring |= set(ring.generators(gap))
        elif (weighed := cleared(facts, normalizer, gap)) is not None:
            weight, product = weighed
            found.append(Candidate(weight, (number,), product, strict=fact.kind in ("<", ">")))
            occurring |= set(ring.generators(product))
    for number, equation in equations(facts, vectors=False):
        if number in rewrites:
            continue
        if isinstance(equation.left, tm.Scalar) and isinstance(equation.right, tm.Scalar):
            gap = normalizer.difference(equation.left, equation.right)
            if gap.den is None and not ring.is_zero(gap):
                found.append(Candidate(ONE, (number,), gap, free=True))
    back = Readback(normalizer)
    for number in sorted(occurring):
        try:
            atom = back.atom(number)
        except LookupError:
            continue
        found += _of_range(normalizer, atom, number, facts.range(atom))
    return found


def cleared(facts: Facts, normalizer: Normalizer, gap: Quotient) -> tuple[tm.Scalar, Quotient] | None:
    """A quotient times its denominator, where that is known to be positive (its opposite, where negative)."""
    assert gap.den is not None  # by the caller
    bottom = Readback(normalizer).scalar(Quotient(gap.den))
    known = facts.range(bottom)
    if known.is_positive:
        return bottom, Quotient(gap.num)
    if known.is_negative:
        return tm.Neg(bottom), normalizer.ring.negative(Quotient(gap.num))
    return None


def _of_range(normalizer: Normalizer, atom: tm.Scalar, number: int, known: Range) -> list[Candidate]:
    """What the range of an atom says is nonnegative."""
    ring = normalizer.ring
    found = []
    if known.low is not None:
        low = tm.Number(known.low)
        weight = atom if known.low == 0 else atom - low
        strict = known.low_open or (known.low == 0 and known.nonzero)
        found.append(Candidate(weight, (), ring.subtract(ring.generator(number), ring.constant(known.low)), strict))
    if known.high is not None:
        weight = tm.Number(known.high) - atom
        found.append(
            Candidate(weight, (), ring.subtract(ring.constant(known.high), ring.generator(number)), known.high_open)
        )
    return found


def _products(normalizer: Normalizer, candidates: list[Candidate]) -> list[Candidate]:
    """Products of two."""
    ring = normalizer.ring
    found = []
    for a, b in combinations_with_replacement(candidates[1:], 2):
        if a.free and b.free:
            continue
        weight = a.weight if b.weight == ONE else b.weight if a.weight == ONE else a.weight * b.weight
        strict = a.strict and b.strict
        value = normalizer.reduce(ring.multiply(a.value, b.value))
        found.append(Candidate(weight, a.facts + b.facts, value, strict, a.free or b.free))
    return found


def _monomials(normalizer: Normalizer, value: Quotient) -> list[Quotient]:
    """Monomials whose squares and products make up the value: halves of its monomials and of their products."""
    ring = normalizer.ring
    terms = [dict(monomial) for monomial, _ in ring.numerator_terms(value)]
    highest = max((sum(m.values()) for m in terms), default=0)
    lowest = min((sum(m.values()) for m in terms), default=0)
    generators = ring.generators(value)
    if len(generators) > 6 or highest > 8:
        return []
    tops = {g: max(m.get(g, 0) for m in terms) // 2 for g in generators}
    found = []
    for powers in product(*(range(tops[g] + 1) for g in generators)):
        if (lowest - 1) // 2 <= sum(powers) <= highest // 2:
            monomial: Monomial = tuple((g, e) for g, e in zip(generators, powers, strict=True) if e)
            found.append(ring.from_terms([(monomial, 1)]))
    return found if len(found) <= 20 else []


def _squares(normalizer: Normalizer, value: Quotient) -> list[Candidate]:
    """Squares of monomials and of sums and differences of two."""
    ring = normalizer.ring
    back = Readback(normalizer)
    monomials = _monomials(normalizer, value)
    bases = list(monomials)
    for a, b in combinations(monomials, 2):
        bases += [ring.add(a, b), ring.subtract(a, b)]
    return [Candidate(tm.Pow(back.scalar(base), TWO), (), ring.multiply(base, base)) for base in bases]


def _weighted(normalizer: Normalizer, value: Quotient, candidates: list[Candidate]) -> list[Candidate]:
    """Facts and letters times squares."""
    ring = normalizer.ring
    small = [square for square in _squares(normalizer, value) if len(square.value.num) <= 3]
    found = []
    for a in candidates[1:]:
        for b in small:
            found.append(
                Candidate(
                    b.weight if a.weight == ONE else a.weight * b.weight,
                    a.facts,
                    ring.multiply(a.value, b.value),
                    free=a.free,
                )
            )
    return found


def _solve(
    normalizer: Normalizer, value: Quotient, candidates: list[Candidate], strict: bool
) -> list[tuple[Candidate, Fraction]] | None:
    """Multipliers k with value = sum k P, k >= 0 but for equations, some k of a strict P > 0 where `strict`."""
    ring = normalizer.ring
    rows: dict[Monomial, dict[int, Fraction]] = {}
    right: dict[Monomial, Fraction] = {}
    for column, candidate in enumerate(candidates):
        for monomial, c in ring.numerator_terms(candidate.value):
            rows.setdefault(monomial, {})[column] = as_fraction(c)
    for monomial, c in ring.numerator_terms(value):
        right[monomial] = as_fraction(c)
        if monomial not in rows:
            return None
    free = [column for column, candidate in enumerate(candidates) if candidate.free]
    count = len(candidates)
    if not strict:
        system: list[Equation] = [(row, right.get(monomial, Fraction(0))) for monomial, row in rows.items()]
        found = solve(system, count, free)
        ratio = Fraction(1)
    else:  # sum k P = mu * value with the strict multipliers adding up to 1; then divide by mu
        for monomial, coefficient in right.items():
            rows[monomial][count] = -coefficient
        system = [(row, Fraction(0)) for row in rows.values()]
        system.append(
            ({column: Fraction(1) for column, candidate in enumerate(candidates) if candidate.strict}, Fraction(1))
        )
        found = solve(system, count + 1, free)
        if found is None or (found[count] == 0 and right):
            return None
        ratio = found[count] if right else Fraction(1)
    if found is None:
        return None
    return [(candidate, k / ratio) for candidate, k in zip(candidates, found, strict=False) if k]

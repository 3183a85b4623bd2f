"""Polynomial equations among the facts: what follows from them by multiplying and adding, and by a product that is zero.

An equation is a combination of those that are given (its cofactors come from a Gröbner basis); a contradiction is 1 as such a
combination, or something that is known not to be zero, or an order whose remainder contradicts the others. Where that is not
enough, an equation is factored: factors that are known not to be zero are cancelled, and cases tell which of the rest is zero;
an integer that has few values is put at each of them.
The kernel multiplies and adds again; nothing here is trusted.

Limits: DEEPEST factorings within each other; no sums of squares (see `inequality`).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import Close, refute
from symproof.engines.polynomials.basis import Combined, Gap, Ideal
from symproof.engines.polynomials.constraints import Constraints
from symproof.engines.polynomials.inequality import positivity
from symproof.engines.polynomials.problem import denominators
from symproof.engines.polynomials.simplex import PivotLimit
from symproof.engines.search import FALSE, Search, Step, state
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient

DEEPEST, MOST_FACTORS, MOST_VALUES = 8, 5, 64


def ideal(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """A relation, or an alternative of relations, from polynomial equations, by cases where they are needed."""
    if not any(map(_speaks_of_equations, facts.props)) and not _speaks_of_equations(goal, opposed=True):
        return None
    if st.is_equation(goal) and (found := member(facts, goal)) is not None:
        return found
    return refute(search, facts, goal, partial(_close, depth=0))


def _speaks_of_equations(prop: st.Prop, opposed: bool = False) -> bool:
    match prop:
        case st.Relation(kind, tm.Scalar()):
            return kind == ("!=" if opposed else "=")
        case st.Not(arg):
            return _speaks_of_equations(arg, not opposed)
        case st.Implies(left, right):
            return _speaks_of_equations(left, not opposed) or _speaks_of_equations(right, opposed)
        case st.And(args) | st.Or(args):
            return any(_speaks_of_equations(arg, opposed) for arg in args)
        case _:
            return False


def member(facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation as a combination of those among the facts."""
    if not isinstance(goal.left, tm.Scalar) or not isinstance(goal.right, tm.Scalar):
        return None
    try:
        value = facts.normalizer.difference(goal.left, goal.right)
        top = Quotient(value.num)
        found = Ideal(facts, top)
        if not found.equations:
            return None
        cofactors, times = _among(found, top)
        if cofactors is None:
            return None
        bottoms = [Quotient(value.den)] if value.den is not None else []
        bottoms += times
        for bottom in bottoms:
            cofactors = {place: found.ring.quotient(c, bottom) for place, c in cofactors.items()}
        over = [*denominators(goal), *map(found.back.scalar, times)]
        return ct.Combination(found.pieces(cofactors, over=over))
    except (*NOT_NORMAL, LookupError):
        return None


def _among(ideal: Ideal, value: Quotient) -> tuple[dict[int, Quotient] | None, list[Quotient]]:
    """How a polynomial, or it times what is known not to be zero, is a combination of the equations; and those factors."""
    cofactors = ideal.basis.cofactors_of(value)
    apart = [gap.value for gap in ideal.others if gap.kind in ("!=", "<", ">") and gap.weight is None]
    if cofactors is not None or not 0 < len(apart) <= MOST_FACTORS:
        return cofactors, []
    for factors in (*([factor] * power for power in (1, 2) for factor in apart), *([apart] if len(apart) > 1 else [])):
        product = value
        for factor in factors:
            product = ideal.ring.multiply(product, factor)
        cofactors = ideal.basis.cofactors_of(product)
        if cofactors is not None:
            return cofactors, factors
    return None, []


def _close(search: Search, facts: Facts, depth: int) -> Certificate | None:
    """A proof of 0 < 0 from facts whose linear part has a model."""
    if search.expired():
        return None
    try:
        found = Ideal(facts)
        if not found.equations:
            return None
        closed = _one(found) or _not_zero(search, found) or _orders(found)
        if closed is not None or depth >= DEEPEST:
            return closed
        stated = _linear_members(found)
        if stated:
            rest = refute(search, facts.extended(prop for prop, _ in stated), FALSE, partial(_close, depth=depth + 1))
            return state(stated, rest)
        return _factored(search, found, depth) or _enumerated(search, found, depth)
    except (*NOT_NORMAL, LookupError, PivotLimit):
        return None


def _one(ideal: Ideal) -> Certificate | None:
    """1 is a combination of the equations."""
    for k in range(len(ideal.basis)):
        if ideal.basis.degree(k) == 0:
            value, cofactors = ideal.combination(len(ideal.equations) + k)
            scaled = {place: ideal.ring.quotient(c, value) for place, c in cofactors.items()}
            return ct.Combination((ct.Piece(ONE), *ideal.pieces(scaled, -1)))
    return None


def _not_zero(search: Search, ideal: Ideal) -> Certificate | None:
    """Something that is not zero, or a product of such, is a combination of the equations."""
    apart = [gap for gap in ideal.others if gap.kind in ("!=", "<", ">")][:MOST_FACTORS]
    for gap in apart:
        cofactors = ideal.basis.cofactors_of(gap.value)
        if cofactors is not None and gap.number is not None:
            pieces = ideal.pieces(cofactors, -1)
            if gap.kind != "!=":
                return ct.Combination((gap.piece(ONE), *pieces))
            return _both_ways(ideal, gap.number, gap.piece(ONE).weight, cofactors)
    plain = [gap for gap in apart if gap.weight is None]
    for count in range(2, len(plain) + 1):
        for chosen in combinations(plain, count):
            if search.expired():
                return None
            product = ideal.ring.constant(1)
            for gap in chosen:
                product = ideal.ring.multiply(product, gap.value)
            cofactors = ideal.basis.cofactors_of(product)
            if cofactors is None:
                continue
            stated = _apart(ideal, chosen)
            rest = _both_ways(ideal, len(ideal.facts.props) + len(stated) - 1, ONE, cofactors)
            return state(stated, rest)
    return None


def _apart(ideal: Ideal, chosen: tuple[Gap, ...]) -> list[Step]:
    """That a product of what is not zero is not zero, one factor after the other."""
    product, stated = chosen[0].value, list[Step]()
    for gap in chosen[1:]:
        piece = gap.piece(ideal.back.scalar(product))
        product = ideal.ring.multiply(product, gap.value)
        stated.append((st.Relation("!=", ideal.back.scalar(product), ZERO), ct.Combination((piece,))))
    return stated


def _both_ways(ideal: Ideal, number: int, weight: tm.Scalar, cofactors: dict[int, Quotient]) -> Certificate:
    """A fact a != b whose difference, times the weight, is a combination of the equations: below and above."""
    facts = ideal.facts
    gap = len(facts.props) if number < len(facts.props) else number + 1
    sides = []
    for sign in (-1, 1):  # a < b says that b - a is positive
        piece = ct.Piece(ONE, (gap,))
        inverse = {
            place: ideal.ring.quotient(c, facts.normalizer.scalar(weight)) if weight != ONE else c
            for place, c in cofactors.items()
        }
        sides.append(ct.Combination((piece, *ideal.pieces(inverse, -sign))))
    return ct.Alternatives(number, tuple(sides))


def _orders(ideal: Ideal) -> Certificate | None:
    """The orders, reduced by the equations, contradict each other as linear constraints."""
    reduced = []
    constraints = Constraints(ideal.facts)
    for gap in ideal.others:
        if gap.kind == "!=":
            continue
        rest, cofactors = ideal.basis.reduce(gap.value)
        reduced.append((gap, cofactors))
        constraints.add_polynomial(len(reduced) - 1, rest, ">" if gap.kind in ("<", ">") else ">=")
    conflict = constraints.conflict()
    if conflict is None:
        return None
    pieces: list[ct.Piece] = []
    constant = Fraction(0)
    for constraint, multiplier in conflict:
        constant -= multiplier * constraint.constant
        number = tm.Number(multiplier)
        if constraint.number is None:
            if not constraint.at_sight or constraint.weight is None:
                return None
            pieces.append(ct.Piece(tm.Mul((number, constraint.weight))))
            continue
        gap, cofactors = reduced[constraint.number]
        pieces.append(gap.piece(number))
        scaled = ideal.ring.constant(multiplier)
        pieces += ideal.pieces({place: ideal.ring.multiply(scaled, c) for place, c in cofactors.items()}, -1)
    if constant:
        pieces.append(ct.Piece(tm.Number(constant)))
    return ct.Combination(tuple(pieces))


def _never(search: Search, facts: Facts, term: tm.Scalar) -> Certificate | None:
    """A proof of 0 < 0 where a term is zero that is a completed square and more: a**2 + 2*a + 4 = 0."""
    for sign in (1, -1):
        order = st.Relation("<", ZERO, sign * term)
        proof = positivity(search, facts, order)
        if isinstance(proof, ct.Combination):  # of squares alone, so that it holds beside the equation as well
            number = len(facts.props)
            pieces = ct.Piece(ONE, (number + 1,)), ct.Piece(tm.scalar(-sign), (number,))
            return ct.Have(order, proof, ct.Combination(pieces))
    return None


# A product that is zero ----------------------------------------------------------------------------


def _factored(search: Search, ideal: Ideal, depth: int) -> Certificate | None:
    """An equation with its factors told apart, the one with the fewest that may be zero."""
    facts = ideal.facts
    best: tuple[Combined, list[tm.Scalar]] | None = None
    for whole, factors in _products(ideal):
        terms = [ideal.back.scalar(factor) for factor in factors]
        open_ = [term for term in terms if not facts.evident(st.Relation("!=", term, ZERO))]
        if any(st.Relation("=", term, ZERO) in facts.props for term in open_):
            continue
        if best is None or len(open_) < len(best[1]):
            best = whole, open_
    if best is None or len(best[1]) > MOST_FACTORS:
        return None
    (value, cofactors), open_ = best
    return _told(search, ideal, open_, value, cofactors, depth)


def _products(ideal: Ideal) -> Iterator[tuple[Combined, list[Quotient]]]:
    """The combinations that are no irreducible polynomials, with their factors; members of the basis also as the others reduce
    what stands behind their first term."""
    for number, gap in enumerate(ideal.equations):
        _, parts = ideal.ring.factors(gap.value) if gap.number is not None else (None, [])
        if len(parts) > 1 or any(power > 1 for _, power in parts):
            yield ideal.combination(number), [part for part, _ in parts]
    for k in range(len(ideal.basis)):
        whole = ideal.combination(len(ideal.equations) + k)
        if factors := ideal.basis.factors(k):
            yield whole, factors
        elif len(whole[0].num) == 2:
            value, cofactors = _reduced(ideal, *whole)
            parts = ideal.ring.factors(value)[1]
            if len(value.num) > 1 and (len(parts) > 1 or any(power > 1 for _, power in parts)):
                yield (value, cofactors), [part for part, _ in parts]


def _reduced(ideal: Ideal, value: Quotient, cofactors: dict[int, Quotient]) -> Combined:
    """A combination without the first term of its value, reduced by the basis; with the first term again."""
    ring = ideal.ring
    first = ring.from_terms([max(ring.numerator_terms(value), key=lambda term: sum(e for _, e in term[0]))])
    rest, used = ideal.basis.reduce(ring.subtract(value, first))
    less = {place: ring.subtract(cofactors.get(place, ring.constant(0)), c) for place, c in used.items()}
    return ring.add(first, rest), {**cofactors, **less}


def _told(
    search: Search,
    ideal: Ideal,
    terms: list[tm.Scalar],
    value: Quotient,
    cofactors: dict[int, Quotient],
    depth: int,
) -> Certificate | None:
    """0 < 0 from a product that is zero, where `terms` are those of its factors that may be zero."""
    branches: list[tuple[st.Relation, Certificate]] = []
    facts = ideal.facts
    for term in terms:
        zero = st.Relation("=", term, ZERO)
        if any(not facts.evident(condition) for condition in definedness(zero)):
            return None
        proof = _never(search, facts, term) or refute(
            search, facts.extended([zero]), FALSE, partial(_close, depth=depth + 1)
        )
        if proof is None:
            return None
        branches.append((zero, proof))
        facts = facts.extended([st.Relation("!=", term, ZERO)])
    scaled = {place: ideal.ring.quotient(c, value) for place, c in cofactors.items()}
    found: Certificate = ct.Combination((ct.Piece(ONE), *ideal.pieces(scaled, -1)))  # each factor is not zero here
    for zero, proof in reversed(branches):
        found = ct.Cases(zero, proof, found)
    return found


# Integers ------------------------------------------------------------------------------------------


def _enumerated(search: Search, ideal: Ideal, depth: int) -> Certificate | None:
    """0 < 0 by trying each value of an integer letter that the equations speak of, where it has few."""
    best: tuple[int, tm.Variable, int] | None = None
    for letter in sorted(_integers(ideal), key=str):
        known = ideal.facts.range(letter)
        if known.low is None or known.high is None or known.low > known.high:
            continue
        count = int(known.high - known.low) + 1
        offset = ideal.facts.normalizer.scalar(letter - tm.Number(known.low))
        if count == 1 and ideal.ring.is_zero(ideal.basis.reduce(offset)[0]):
            continue  # the equations say so already
        if count <= MOST_VALUES and (best is None or count < best[0]):
            best = count, letter, int(known.low)
    if best is None:
        return None
    count, letter, low = best
    return _at_each(search, ideal.facts, letter, low, low + count - 1, partial(_close, depth=depth + 1))


def _at_each(
    search: Search, facts: Facts, letter: tm.Variable, low: int, high: int, close: Close
) -> Certificate | None:
    """0 < 0 at each value of an integer letter from low to high: in halves, so that few facts are read at each."""
    if low == high:
        relation = st.Relation("=", letter, tm.Number(Fraction(low)))
        if relation in facts.props:
            return None  # it has been tried
        equal = ct.Evident() if facts.evident(relation) else refute(search, facts, relation, None)
        proof = None if equal is None else refute(search, facts.extended([relation]), FALSE, close)
        return None if equal is None or proof is None else ct.Have(relation, equal, proof)
    middle = (low + high) // 2
    below = st.Relation("<=", letter, tm.Number(Fraction(middle)))
    above = st.Relation(">", letter, below.right)
    first = _at_each(search, facts.extended([below]), letter, low, middle, close)
    second = None if first is None else _at_each(search, facts.extended([above]), letter, middle + 1, high, close)
    return None if first is None or second is None else ct.Cases(below, first, second)


def _linear_members(ideal: Ideal) -> list[Step]:
    """Linear equations between integers that follow from those that are not linear: 2*j = 1 has no solution."""
    found: list[Step] = []
    for k in range(len(ideal.basis)):
        if ideal.basis.degree(k) != 1:
            continue
        value = ideal.basis.value(k)
        monomials = [monomial for monomial, _ in ideal.ring.numerator_terms(value) if monomial]
        if not all(ideal.facts.normalizer.is_integer_letter(number) for m in monomials for number, _ in m):
            continue
        cofactors = ideal.basis.cofactors(k)
        if all(_degree(ideal, ideal.equations[place].value) <= 1 for place in cofactors):
            continue
        equation = st.Relation("=", ideal.back.scalar(value), ZERO)
        if equation not in ideal.facts.props:
            found.append((equation, ct.Combination(ideal.pieces(cofactors))))
    return found


def _degree(ideal: Ideal, value: Quotient) -> int:
    return max((sum(e for _, e in monomial) for monomial, _ in ideal.ring.numerator_terms(value)), default=0)


def _integers(ideal: Ideal) -> set[tm.Variable]:
    """The integer letters in the equations that are not linear."""
    atoms = ideal.facts.normalizer.atoms
    found = set()
    for gap in ideal.equations:
        if _degree(ideal, gap.value) < 2:
            continue
        for number in ideal.ring.generators(gap.value):
            match atoms[number]:
                case ("letter", tm.Variable() as letter) if tm.is_integer(letter):
                    found.add(letter)
    return found

"""An order whose difference is a product: the factors of known sign are taken out, and the one that is left is proved; and
a product that is not 0, as none of its factors is; and a base that is 0, as a power of it is."""

from __future__ import annotations

from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, in_turn, state
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient, as_fraction

MOST = 4


def factors(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """large - small = weight * rest, the weight of known sign: the order from that of the rest."""
    ends = oriented(goal)
    if ends is None:
        if not isinstance(goal.left, tm.Scalar):
            return None
        return (_nonzero if goal.kind == "!=" else _base)(search, facts, goal)
    small, large, strict = ends
    try:
        found = _taken_out(facts, facts.normalizer.difference(large, small), strict)
    except (*NOT_NORMAL, LookupError):
        return None
    if found is None:
        return None
    weight, rest = found
    simpler = st.Relation("<" if strict else "<=", ZERO, rest)
    proof = search.prove(facts, simpler)
    if proof is None:
        return None
    return ct.Have(simpler, proof, ct.Combination((ct.Piece(weight, (len(facts.props),)),)))


def _nonzero(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """left - right != 0, as no factor of it is 0."""
    terms = factors_of(facts, goal)
    if terms is None:
        return None
    stated = in_turn(search, facts, [st.Relation("!=", term, ZERO) for term in terms])
    if stated is None or not facts.extended(fact for fact, _ in stated).evident(goal):
        return None
    return state(stated, ct.Evident())


def factors_of(facts: Facts, relation: st.Relation) -> list[tm.Scalar] | None:
    """The factors of left - right, numbers, where there are several and few."""
    assert isinstance(relation.left, tm.Scalar) and isinstance(relation.right, tm.Scalar)  # by the caller
    try:
        _, parts = facts.normalizer.ring.factors(facts.normalizer.difference(relation.left, relation.right))
        terms = [Readback(facts.normalizer).scalar(part) for part, _ in parts]
    except (*NOT_NORMAL, LookupError):
        return None
    return terms if 1 < len(terms) <= MOST else None


def _base(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """base = 0 from base**e = 0, for an e that is a letter: were it not 0, 1 = base**-e * base**e were."""
    normalizer = facts.normalizer
    gap = normalizer.difference(goal.left, goal.right)  # type: ignore[arg-type]  # scalars, by the caller
    apart = facts.extended([st.Relation("!=", goal.left, goal.right), one_is_zero := st.Relation("=", ONE, ZERO)])
    for number, fact in enumerate(facts.props):
        if not st.is_equation(fact) or not isinstance(fact.left, tm.Scalar):
            continue
        power = normalizer.single(normalizer.difference(fact.left, tm.scalar(fact.right)))
        key = normalizer.atoms[power] if power is not None else ("",)
        if key[0] != "power" or not normalizer.ring.is_zero(
            normalizer.ring.subtract(gap, normalizer.ring.thaw(key[1]))
        ):
            continue
        back = Readback(normalizer)
        weight = back.scalar(normalizer.ring.thaw(key[1])) ** -back.scalar(normalizer.ring.thaw(key[2]))
        absurd = linear(search, apart, st.Relation("<", ZERO, ZERO))
        if absurd is not None:
            one = ct.Have(one_is_zero, ct.Combination((ct.Piece(weight, (number,)),)), ct.Absurd(absurd))
            return ct.Cases(goal, ct.Evident(), one)
    return None


def _taken_out(facts: Facts, value: Quotient, strict: bool) -> tuple[tm.Scalar, tm.Scalar] | None:
    """A weight that is known to be positive (where not `strict`, >= 0) and what it multiplies; None where nothing can
    be taken out, or more than one factor is of unknown sign."""
    back = Readback(facts.normalizer)
    constant, parts = facts.normalizer.ring.factors(value)
    weights: list[tm.Scalar] = []
    open_factors: list[tm.Scalar] = []
    positive = constant > 0
    if value.den is not None:
        bottom = back.scalar(Quotient(value.den))
        known = facts.range(bottom)
        if not known.is_positive and not known.is_negative:
            return None
        positive = positive == known.is_positive
        weights.append(ONE / (bottom if known.is_positive else tm.Neg(bottom)))
    for part, power in parts:
        term = back.scalar(part)
        known = facts.range(term)
        below = known.is_negative if strict else known.is_nonpositive
        if known.is_positive if strict else known.is_nonnegative:
            weights.append(_power(term, power))
        elif below or (power % 2 == 0 and (known.excludes_zero or not strict)):
            weights.append(_power(term if power % 2 == 0 else tm.Neg(term), power))
            positive = positive == (power % 2 == 0)
        elif power % 2 == 1:
            open_factors.append(term)
            if power > 1:
                weights.append(_power(term, power - 1))
        else:
            return None
    if len(open_factors) != 1 or not weights or (strict and any(power > 1 for _, power in parts)):
        return None
    number = tm.Number(abs(as_fraction(constant)))
    rest = open_factors[0] if positive else tm.Neg(open_factors[0])
    return tm.Mul((number, *weights)), rest


def _power(term: tm.Scalar, power: int) -> tm.Scalar:
    return term if power == 1 else tm.Pow(term, tm.Number(Fraction(power)))

"""Equations that no rational number solves: over a common denominator they are equations between integers.

x**2 = 2 is p**2 = 2*q**2 for integers p and q >= 1, which `descent` shows to be impossible; x = sqrt(2) is multiplied by
x + sqrt(2) first. Untrusted.

Limits: one polynomial equation, a fact or the opposite of the goal; two rational letters; square roots of numbers.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.descent import QUICK, descent
from symproof.engines.integers.remainders import remainders
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import FALSE, Search
from symproof.substitution import fresh, names_in
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.integer_rules import SUBGOALS
from symproof.trusted.polynomial import Quotient

MOST = 2


def quotients(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal a != b, or any goal, where a = b, or an equation among the facts, has no solution in rational numbers."""
    if goal.kind == "!=" and isinstance(goal.left, tm.Scalar):
        same = st.Relation("=", goal.left, goal.right)
        if _is_curved(facts, same):
            proof = _none(search, facts.extended([same]), len(facts.props))
            return None if proof is None else ct.Cases(same, ct.Absurd(proof), ct.Evident())
    for number, fact in enumerate(facts.props):
        if isinstance(fact, st.Relation) and _is_curved(facts, fact):
            proof = _none(search, facts, number)
            return None if proof is None else ct.Absurd(proof)
    return None


def _is_curved(facts: Facts, equation: st.Relation) -> bool:
    """Whether it is an equation in rational numbers, of which few are no integers, that is not linear or has roots of numbers."""
    if equation.kind != "=" or not 1 <= len(_rational(equation)) <= MOST:
        return False
    if not all(isinstance(x, tm.Variable) and (tm.is_integer(x) or x.domain == "rational") for x in equation.free):
        return False
    try:
        gap = _gap(facts, equation)
    except NOT_NORMAL:
        return False
    kinds = [facts.normalizer.atoms[number] for number in facts.normalizer.ring.generators(gap)]
    roots = len(_roots(facts, gap))
    curved = any(sum(power for _, power in monomial) > 1 for monomial, _ in facts.normalizer.ring.numerator_terms(gap))
    return (curved or roots > 0) and sum(atom[0] == "letter" for atom in kinds) + roots == len(kinds)


def _gap(facts: Facts, equation: st.Relation) -> Quotient:
    assert isinstance(equation.left, tm.Scalar)  # as letters for numbers are all that is free
    return facts.normalizer.difference(equation.left, tm.scalar(equation.right))


def _roots(facts: Facts, gap: Quotient) -> list[int]:
    """The square roots of numbers in an equation, as they are numbered."""
    back = Readback(facts.normalizer)
    found = []
    for number in facts.normalizer.ring.generators(gap):
        match back.atom(number):
            case tm.Elementary("sqrt", (tm.Number(),)):
                found.append(number)
    return found


def _rational(prop: st.Prop) -> list[tm.Variable]:
    return sorted((x for x in prop.free if isinstance(x, tm.Variable) and x.domain == "rational"), key=lambda x: x.name)


def _none(search: Search, facts: Facts, number: int) -> Certificate | None:
    """0 < 0, where a fact is an equation in rational numbers: each becomes a quotient."""
    left = _rational(facts.props[number])
    if not left:
        return _in_integers(search, facts, number)
    taken = names_in(*facts.props)
    top = fresh(tm.Variable("p", "integer"), taken)
    bottom = fresh(tm.Variable("q", "natural", least=1), taken | {top.name})
    assert isinstance(top, tm.Variable) and isinstance(bottom, tm.Variable)  # as `fresh` renames
    ((known, _, _),) = SUBGOALS[ct.AsQuotient](facts, FALSE, ct.AsQuotient(left[0], top, bottom, ct.Evident()))
    proof = _none(search, known, number)
    return None if proof is None else ct.AsQuotient(left[0], top, bottom, proof)


def _in_integers(search: Search, facts: Facts, number: int) -> Certificate | None:
    """The equation times its denominator, and times the same with the other sign before a root."""
    fact = facts.props[number]
    assert isinstance(fact, st.Relation)  # as `_is_curved` saw
    gap, back, ring = _gap(facts, fact), Readback(facts.normalizer), facts.normalizer.ring
    above = Quotient(gap.num)
    weight = ONE if gap.den is None else back.scalar(Quotient(gap.den))
    for root in _roots(facts, gap):
        terms = (
            (monomial, -c if dict(monomial).get(root, 0) % 2 else c) for monomial, c in ring.numerator_terms(above)
        )
        other = back.scalar(ring.from_terms(terms))
        weight, above = weight * other, facts.normalizer.scalar(back.scalar(above) * other)
    stated = st.Relation("=", back.scalar(above), ZERO)
    inner = search.among((("remainders", remainders), ("descent", descent), *QUICK))
    proof = inner.prove(facts.extended([stated]), FALSE)
    if proof is None:
        return None
    search.words.append("quotients")
    return ct.Have(stated, ct.Combination((ct.Piece(weight, (number,)),)), proof)

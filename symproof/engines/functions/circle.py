"""Quotients, roots and absolute values of sines and cosines: of sin(x) and cos(x) only s**2 + c**2 = 1 and their signs are kept.

So 1/sin(x) + 1/cos(x) >= 2*sqrt(2), where both are positive, is a claim about s and c. Untrusted: it is proved for all s and c,
and used at these two.

Limits: two angles, whose letters stand nowhere else in the claim.
"""

from __future__ import annotations

from functools import partial

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.search import Search, Step, closed, state
from symproof.functions import cos, sin
from symproof.substitution import fresh, names_in, replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

MOST, SECONDS = 2, 1.5
TURNING, CURVED = ("sin", "cos"), ("sqrt", "abs", "max", "min")


def circle(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal for all points of the unit circle with these signs."""
    turning = [part for part in goal.outer(tm.Elementary) if part.function in TURNING] if goal.kind in st.ORDERS else []
    angles = list(dict.fromkeys(part.args[0] for part in turning if part.args[0].free))
    if not 0 < len(angles) <= MOST or not any(map(_is_curved, goal.subterms())) or probe.fails(facts, goal):
        return None
    taken, values, letters = names_in(goal, *facts.props), dict[tm.Term, tm.Term](), list[tm.Variable]()
    for name, value in ((name, function(angle)) for angle in angles for name, function in (("s", sin), ("c", cos))):
        letters.append(fresh(tm.Variable(name), taken))
        values[value] = letters[-1]
    inside = {letter for angle in angles for letter in angle.free}
    claim = replaced(goal, values)
    if inside & claim.free:
        return None
    stated: list[Step] = []
    for of_angle in values:
        found = _sign(search, facts, of_angle)
        stated += [] if found is None else [found]
    facts = facts.extended(fact for fact, _ in stated)
    said: list[st.Prop] = [st.Relation("=", s**2 + c**2, ONE) for s, c in zip(letters[::2], letters[1::2], strict=True)]
    said += [each for fact in facts.props if inside & fact.free and _is_said(each := replaced(fact, values), inside)]
    premise = st.And(tuple(dict.fromkeys(said))) if len(said) > 1 else said[0]
    law: st.Prop = st.Implies(premise, claim)
    for letter in reversed(letters):
        law = st.Each(letter, law)
    proof = search.without(circle, SECONDS).prove(facts, law)
    back = {letter: value for value, letter in values.items()}
    here = None if proof is None else search.aside(search.light).prove(facts.extended([law]), substitute(premise, back))
    if proof is None or here is None:
        return None
    number = len(facts.props)
    wraps = [partial(ct.Instance, number + place, of_angle) for place, of_angle in enumerate(values)]
    rest = closed(wraps, ct.Detach(number + len(letters), here, ct.Evident()))
    return state(stated, ct.Have(law, proof, rest))


def _sign(search: Search, facts: Facts, value: tm.Term) -> Step | None:
    """The sign of a sine or cosine by where its angle lies, if hypotheses speak of that."""
    from symproof.engines.functions.laws import laws  # which search in their turn

    if not any(value.free & fact.free for fact in facts.props):
        return None
    for kind in (">", ">=", "<"):
        sign = st.Relation(kind, value, ZERO)
        if sign in facts.props:
            return None
        proof = None if probe.fails(facts, sign) else search.aside((("laws", laws),), 0.2).prove(facts, sign)
        if proof is not None:
            return sign, proof
    return None


def _is_curved(part: tm.Term) -> bool:
    """Whether a part divides by a sine, or takes a root of one, say."""
    inside = part.denominator if isinstance(part, tm.Div) else part if tm.is_elementary(part, *CURVED) else None
    return inside is not None and any(tm.is_elementary(each, *TURNING) for each in inside.subterms())


def _is_said(fact: st.Prop, inside: set[tm.Term]) -> bool:
    return isinstance(fact, st.Relation) and isinstance(fact.left, tm.Scalar) and not inside & fact.free

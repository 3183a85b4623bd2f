"""Members of sequences at places that are numbers, by recurrences: F[64] from F[0] and F[1], one member after another.

Each member that a recurrence gives from known ones is stated with its value; the goal is left to normal forms. Untrusted.

Limits: `MOST` members; recurrences that are solved for the last one.
"""

from __future__ import annotations

from collections.abc import Iterator

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.readback import in_normal_form
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search, Step, state
from symproof.evaluation.recurrence import offset_from
from symproof.substitution import substitute
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.combination import rewriting
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import check_value

MOST, FAR = 130, 6
"""Members that are worked out, and how far from those that are given a place is at least: nearer ones are found otherwise."""
Rule = tuple[int, tm.Variable, tm.ScalarAt, int, bool]
"""The number of a recurrence, its index, the member that it gives, by how much that is farther, and whether it stands left."""


def far_members(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation that holds members at far places."""
    asked = {part for part in goal.subterms() if isinstance(part, tm.ScalarAt) and isinstance(part.index, tm.Number)}
    known = {fact.left: k for k, fact in enumerate(facts.props) if _is_value(fact)}  # type: ignore[attr-defined]  # an equation
    rules = list(_rules(facts))
    if search.inductions or not rules or not known or not asked - known.keys():
        return None
    last = max(_place(part) for part in asked)
    if last > MOST or last < max(_place(part) for part in known) + FAR:
        return None
    stated: list[Step] = []
    for place in range(last + 1):
        for rule in rules:
            member = substitute(rule[2], {rule[1]: tm.scalar(place - rule[3])})
            if member in known or place < rule[3] or search.expired():
                continue
            found = _next(facts, known, rule, place)
            if found is not None:
                stated.append(found)
                known[found[0].left] = len(facts.props)
                facts = facts.extended([found[0]])
    if not stated or not asked <= known.keys():
        return None
    rest = search.aside((("ring", ring), ("linear", linear))).prove(facts, goal)
    return state(stated, rest)


def _is_value(fact: st.Prop) -> bool:
    match fact:
        case st.Relation("=", tm.ScalarAt(index=tm.Number()), tm.Scalar() as value):
            return not any(isinstance(part, tm.ScalarAt) for part in value.subterms())
    return False


def _place(member: tm.Term) -> int:
    assert isinstance(member, tm.ScalarAt) and isinstance(member.index, tm.Number)  # by the callers
    return int(member.index.value)


def _rules(facts: Facts) -> Iterator[Rule]:
    """The facts that give a member by those before it."""
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Each(tm.Variable() as k, st.Relation("=", tm.Scalar() as left, tm.Scalar() as right)):
                for side, other in ((left, right), (right, left)):
                    if isinstance(side, tm.ScalarAt) and (offset := offset_from(side.index, k)) is not None:
                        farther = [
                            offset_from(part.index, k) for part in other.subterms() if isinstance(part, tm.ScalarAt)
                        ]
                        if all(at is not None and at < offset for at in farther):
                            yield number, k, side, offset, side is left


def _next(facts: Facts, known: dict[tm.Term, int], rule: Rule, place: int) -> tuple[st.Relation, Certificate] | None:
    """A member with its value, and the proof."""
    number, k, member, offset, stands_left = rule
    fact, value = facts.props[number], tm.scalar(place - offset)
    assert isinstance(fact, st.Each) and isinstance(fact.body, st.Relation)  # by its kind
    body = fact.body.right if stands_left else fact.body.left
    there = substitute(body, {k: value})
    before = [part for part in there.subterms() if isinstance(part, tm.ScalarAt)]
    spelled = {part: tm.ScalarAt(part.sequence, _number(facts, part.index)) for part in before}
    if not all(part in known for part in spelled.values()):
        return None
    try:
        check_value(facts, k, value, fact.low, fact.high)
        rewrites = tuple(dict.fromkeys(known[part] for part in spelled.values()))
        normalizer = rewriting(facts, rewrites)
        at = in_normal_form(normalizer, tm.scalar(there))
    except (*NOT_NORMAL, Rejected, LookupError):
        return None
    claim = st.Relation("=", tm.ScalarAt(member.sequence, tm.scalar(place)), at)
    weight = ONE if stands_left else tm.Neg(ONE)
    done = ct.Combination((ct.Piece(weight, (len(facts.props),)),), rewrites)
    return claim, ct.Instance(number, value, done)


def _number(facts: Facts, index: tm.Scalar | tm.Residue) -> tm.Scalar | tm.Residue:
    """An index written as one number."""
    if not isinstance(index, tm.Scalar):
        return index
    constant = facts.normalizer.ring.as_constant(facts.normalizer.scalar(index))
    return index if constant is None else tm.Number(constant)

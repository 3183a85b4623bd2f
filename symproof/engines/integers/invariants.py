"""What stays true along a recurrence, found by looking at the first members and shown by induction, before the goal is asked.

Of a[0] = 1, a[k + 1] = 1 + 1/a[k] the members suggest 1 <= a[k] <= 2. What is looked for: signs, bounds that a first member
attains, the order of members of two sequences, and on which side of its fixed points a member stands (for x -> f(x) the sign
of f(x) - x, which says whether the sequence rises). Suggestions that no induction shows from all others are dropped until
those that are left show each other. Untrusted: all of it is one induction, which the kernel follows.

Limits: recurrences of one step, from given first members; a letter in these is looked at where it has one value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import partial
from itertools import combinations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Engine, Search, Wrap, closed, in_turn, state
from symproof.engines.valued import with_values
from symproof.evaluation.recurrence import Recurrence, recurrences, references
from symproof.substitution import body_at, fresh, names_in, replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MEMBERS, MOST, SECONDS = 10, 3, 1.5
LARGEST = 10**6
"""Bounds have no longer numerators or denominators."""
Orbit = dict[tm.Sequence, list[float]]


def invariants(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal after what stays true along the recurrences of its sequences."""
    if search.inductions or not any(isinstance(fact, st.Each) for fact in facts.props):
        return None
    rules = _rules(facts, goal)
    if not rules:
        return None
    asked, prepared = (invariants, facts, tuple(rules)), search.vain.prepared
    if asked not in prepared:
        prepared[asked] = _found(search, facts, rules)
    if prepared[asked] is None:
        return None
    fact, proof = prepared[asked]
    rest = search.without(invariants).prove(facts.extended([fact]), goal)
    return None if rest is None else ct.Have(fact, proof, rest)


def _found(search: Search, facts: Facts, rules: Mapping[tm.Sequence, Recurrence]) -> tuple[st.Each, Certificate] | None:
    """What stays true, about each natural number, and its proof."""
    orbit = _orbit(facts, rules)
    kept = _that_show_each_other(search, facts, rules, [*_suggested(facts, rules, orbit)]) if orbit else []
    if not kept:
        return None
    letter = fresh(tm.Variable("k", "natural", least=0), names_in(*facts.props))
    here: dict[tm.Term, tm.Term] = {_member(s): tm.ScalarAt(s, letter) for s in rules}
    told = [replaced(each, here) for each in kept]
    body = st.all_of(told)
    inner = search.among(_quick(), SECONDS)
    base = inner.prove(facts, substitute(body, {letter: ZERO}))
    known = facts.extended([st.Relation(">=", letter, ZERO), body])
    follows = None if base is None else _step(inner, known, rules, letter, told)
    if base is None or follows is None:
        return None
    return st.Each(letter, body), ct.Suppose(ct.Induction(letter, 0, base, follows))


def _step(
    search: Search,
    facts: Facts,
    rules: Mapping[tm.Sequence, Recurrence],
    letter: tm.Variable,
    told: list[st.Relation],
) -> Certificate | None:
    """What is told of the members, of the next ones: first with what these are by the recurrences in their place."""
    numbers = [facts.props.index(rule.hypothesis) for rule in rules.values()]
    facts = facts.extended(body_at(rule.hypothesis, letter) for rule in rules.values())
    facts, valued = with_values(facts)
    then: dict[tm.Term, tm.Term] = {
        tm.ScalarAt(s, letter + ONE): substitute(rule.body, {rule.index: letter}) for s, rule in rules.items()
    }
    goals = [substitute(each, {letter: letter + ONE}) for each in told]
    stated = in_turn(search, facts, [replaced(goal, then) for goal in goals])
    if stated is None:
        return None
    wraps: list[Wrap] = [partial(ct.Instance, number, letter) for number in numbers]
    wraps += [partial(ct.Valued, number) for number in valued]
    known = facts.extended(short for short, _ in stated)
    return closed(wraps, state(stated, search.prove(known, st.all_of(goals))))


def _quick() -> tuple[tuple[str, Engine], ...]:
    from symproof.engines.growing import OF_MEMBERS  # which search in their turn

    return OF_MEMBERS


def _rules(facts: Facts, goal: st.Relation) -> dict[tm.Sequence, Recurrence]:
    """The recurrences of one step for sequences of real numbers from 0 on, if one of these stands in the goal."""
    found = {
        s: rule
        for s, rule in recurrences(facts.props).items()
        if rule.offset == 1
        and isinstance(rule.body, tm.Scalar)
        and s.start == 0
        and rule.hypothesis in facts.props
        and rule.hypothesis.low is None
        and rule.hypothesis.high is None
        and all(place == rule.index for _, place, _ in references(rule.body))
    }
    while lacking := [s for s, rule in found.items() if any(r not in found for r, _, _ in references(rule.body))]:
        found = {s: rule for s, rule in found.items() if s not in lacking}
    return found if 0 < len(found) <= MOST and any(s in goal.free for s in found) else {}


def _member(sequence: tm.Sequence) -> tm.Variable:
    """A letter for a member; suggestions are made of these."""
    return tm.Variable(f"{sequence.name}'")


def _first(facts: Facts, sequence: tm.Sequence) -> tm.Scalar | None:
    """The first member, as a hypothesis gives it."""
    first = tm.ScalarAt(sequence, ZERO)
    for fact in facts.props:
        match fact:
            case st.Relation("=", left, tm.Scalar() as right) if left == first:
                return right
            case st.Relation("=", tm.Scalar() as left, right) if right == first:
                return left
    return None


def _orbit(facts: Facts, rules: Mapping[tm.Sequence, Recurrence]) -> Orbit | None:
    """The first members in floating point, at one value of each letter."""
    firsts = {s: first for s in rules if (first := _first(facts, s)) is not None}
    if len(firsts) < len(rules):
        return None
    plain = Facts(fact for fact in facts.props if isinstance(fact, st.Relation) and not fact.mentions(tm.ScalarAt))
    about = st.And(tuple(st.Relation("=", first, first) for first in firsts.values()))
    at = next(probe.samples(plain, about), {})
    orbit: Orbit = {s: [] for s in rules}
    bodies = {s: (_in_letters(rule), rule.index) for s, rule in rules.items()}
    try:
        now = {s: probe.value(first, at) for s, first in firsts.items()}
        for place in range(MEMBERS):
            for s, value in now.items():
                orbit[s].append(value)
            here = at | {_member(s): value for s, value in now.items()}
            now = {s: probe.value(body, here | {index: float(place)}) for s, (body, index) in bodies.items()}
    except probe.NoFloat:
        return orbit if all(len(values) > MOST for values in orbit.values()) else None
    return orbit


def _in_letters(rule: Recurrence) -> tm.Scalar:
    """What the next member is, in the letters of the members."""
    members: dict[tm.Term, tm.Term] = {tm.ScalarAt(s, rule.index): _member(s) for s, _, _ in references(rule.body)}
    body = replaced(rule.body, members)
    assert isinstance(body, tm.Scalar)  # as `_rules` has asked
    return body


def _suggested(facts: Facts, rules: Mapping[tm.Sequence, Recurrence], orbit: Orbit) -> Iterator[st.Relation]:
    """What the first members suggest."""
    for s, values in orbit.items():
        x = _member(s)
        if (sign := _sign(values)) is not None:
            yield st.Relation(sign, x, ZERO)
        for kind, end in ((">=", min(values)), ("<=", max(values))):
            number = Fraction(end).limit_denominator(1000)
            attained = values.index(end) < MOST and abs(float(number) - end) < probe.SLACK
            if attained and number and max(abs(number.numerator), number.denominator) < LARGEST:
                yield st.Relation(kind, x, tm.Number(number))
        if (beside := _beside_fixed_points(facts, rules[s], x, values)) is not None:
            yield beside
    for (s, ones), (r, others) in combinations(orbit.items(), 2):
        if (sign := _sign([one - other for one, other in zip(ones, others, strict=False)])) is not None:
            yield st.Relation(sign, _member(s), _member(r))


def _sign(values: list[float]) -> str | None:
    """How values compare with 0, if all do alike; close to it they say nothing, but that they may be 0."""
    large = [value for value in values if abs(value) > probe.SLACK]
    if not large or min(large) < 0 < max(large):
        return None
    strict = len(large) == len(values)
    return (">" if strict else ">=") if large[0] > 0 else ("<" if strict else "<=")


def _beside_fixed_points(facts: Facts, rule: Recurrence, x: tm.Variable, values: list[float]) -> st.Relation | None:
    """The sign of the numerator of f(x) - x, a polynomial."""
    body = _in_letters(rule)
    if body.free != {x}:
        return None
    ring, normalizer = facts.normalizer.ring, facts.normalizer
    try:
        step = normalizer.scalar(body - x)
        top = type(step)(step.num)
        if len(ring.generators(top)) > 1:
            return None
        gap = Readback(normalizer).scalar(top)
        sign = _sign([probe.value(gap, {x: value}) for value in values])
    except (*NOT_NORMAL, LookupError, probe.NoFloat):
        return None
    return None if sign is None else st.Relation(sign if len(sign) == 2 else sign + "=", gap, ZERO)


def _that_show_each_other(
    search: Search, facts: Facts, rules: Mapping[tm.Sequence, Recurrence], suggested: list[st.Relation]
) -> list[st.Relation]:
    """The suggestions that hold of the first members, and of the next ones where all of them hold of those before."""
    firsts = {_member(s): first for s in rules if (first := _first(facts, s)) is not None}
    then = {_member(s): _in_letters(rule) for s, rule in rules.items()}
    plain = Facts(fact for fact in facts.props if not fact.mentions(tm.ScalarAt))
    ranges = [st.Relation(">=", rule.index, ZERO) for rule in rules.values() if tm.is_integer(rule.index)]
    inner = search.aside(_quick(), SECONDS)
    kept = [each for each in suggested if inner.prove(plain, substitute(each, firsts)) is not None]
    while kept:
        known = plain.extended([*ranges, *kept])
        shown = [each for each in kept if inner.prove(known, substitute(each, then)) is not None]
        if len(shown) == len(kept):
            return [each for each in kept if not _is_weaker(each, kept)]
        kept = [] if inner.expired() else shown
    return kept


def _is_weaker(one: st.Relation, others: list[st.Relation]) -> bool:
    """Whether x > 0, say, is seen beside x >= 1."""
    same = [other for other in others if other.left == one.left and other.kind[0] == one.kind[0] and other != one]
    return one.right == ZERO and any(Facts((other,)).evident(one) for other in same)

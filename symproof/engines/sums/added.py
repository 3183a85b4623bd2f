"""What hypotheses say of each index, added up over a range: from d(t + 1) <= d(t) - r(t) for each t, sum r <= d(0) - d(n).

What telescopes stands at its ends, powers of the index have their closed form, and the rest stays under the sum: a fact for
the engines that multiply and add. The kernel compares term by term and telescopes, so nothing here is trusted.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.instances import in_range, members
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Step, state, sum_of_facts
from symproof.engines.sums.summation import close
from symproof.engines.sums.telescoping import Group, antidifference, grouped, index_letter, powers_apart
from symproof.substitution import substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST_RANGES, DEEPEST = 3, 3
Range = tuple[tm.Scalar, tm.Scalar]


def added(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order, with what the hypotheses say of each index added up."""
    said = _each(facts)
    if oriented(goal) is None or not said or search.depth > DEEPEST:
        return None
    stated, facts, telescopes = _stated(facts, goal, said)
    if not telescopes:
        return None
    inner = search.without(added)
    proof = inner.prove(facts, goal)
    if proof is None:
        return None
    search.words += inner.words
    return state(stated, proof)


def added_up(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order without sums, with what the hypotheses say of each index added up and what is left under a sum in closed form."""
    said = _each(facts)
    if oriented(goal) is None or not said or search.inductions or goal.mentions(tm.Sum):
        return None
    stated, facts, telescopes = _stated(facts, goal, said)
    for fact, _ in stated if telescopes else ():
        match fact:
            case st.Relation("<=", tm.Sum() as total, large) if (found := close(search, facts, total)) is not None:
                wrap, value = found
            case _:
                continue
        known = facts.extended([st.Relation("=", total, value), short := st.Relation("<=", value, large)])
        left = _left(facts, goal, short)
        proof = None if left is None else search.prove(known, left)
        if left is not None and proof is not None:
            number = len(facts.props)
            put_in = sum_of_facts(facts.props.index(fact), number)
            return state(
                stated, wrap(ct.Have(short, put_in, ct.Have(left, proof, sum_of_facts(number + 1, number + 2))))
            )
    return None


def _left(facts: Facts, goal: st.Relation, fact: st.Prop) -> st.Relation | None:
    """What an order says beyond another one, without members of sequences."""
    ends, known = oriented(goal), oriented(fact) if isinstance(fact, st.Relation) else None
    if ends is None or known is None:
        return None
    normalizer = facts.normalizer
    try:
        gaps = [normalizer.difference(large, small) for small, large, _ in (ends, known)]
        room = Readback(normalizer).scalar(normalizer.ring.subtract(*gaps))
    except (*NOT_NORMAL, LookupError):
        return None
    return None if room.mentions(tm.ScalarAt, tm.Sum) else st.Relation("<" if ends[2] else "<=", ZERO, room)


def _each(facts: Facts) -> list[int]:
    return [number for number, fact in enumerate(facts.props) if isinstance(fact, st.Each)]


def _stated(facts: Facts, goal: st.Relation, said: list[int]) -> tuple[list[Step], Facts, bool]:
    """What these facts give when they are added up, the facts with it, and whether something in it telescopes."""
    index = index_letter(facts, goal)
    stated: list[Step] = []
    telescopes = False
    bounded = {} if goal.mentions(tm.Sum) else _summed_before(facts)
    for where in _ranges(facts, goal):
        for number in said:
            try:
                found = _summed(facts, number, index, where)
            except (*NOT_NORMAL, LookupError):
                continue
            if found is not None:
                stated.append(found[:2])
                telescopes |= found[2] or (where in bounded and facts.props[number].free >= bounded[where])
                facts = facts.extended([found[0]])
    return stated, facts, telescopes


def _summed_before(facts: Facts) -> dict[Range, frozenset[tm.Term]]:
    """The ranges of the sums of which hypotheses speak, and the families and functions that stand under them."""
    totals = [each for prop in facts.props if isinstance(prop, st.Relation) for each in prop.outer(tm.Sum)]
    kinds = (tm.Sequence, tm.Function)
    return {(each.low, each.high): frozenset(x for x in each.body.free if isinstance(x, kinds)) for each in totals}


def _ranges(facts: Facts, goal: st.Relation) -> list[Range]:
    """The ranges of the goal's sums; where it has none, those of the hypotheses, and n places up to a number n."""
    found: list[Range] = [(total.low, total.high) for total in goal.outer(tm.Sum)]
    if not found:
        found = list(_summed_before(facts))
        places = [
            place.index for prop in (goal, *facts.props) for place in members(prop) if isinstance(place, tm.ScalarAt)
        ]
        lows = [place for place in dict.fromkeys(places) if isinstance(place, tm.Number)]
        for n in sorted(goal.free, key=str):
            if tm.is_integer_letter(n):
                found += [(low, n + low - 1) for low in lows] + [(low, n - 1) for low in lows]
    return list(dict.fromkeys(found))[:MOST_RANGES]


def _summed(
    facts: Facts, number: int, index: tm.Variable, where: Range
) -> tuple[st.Relation, Certificate, bool] | None:
    """What a fact about each index gives over a range, its proof, and whether something in it telescopes."""
    match facts.props[number]:
        case st.Each(tm.Variable() as symbol, st.Relation(kind, tm.Scalar() as left, tm.Scalar() as right)) as each if (
            tm.is_integer(symbol) and kind != "!="
        ):
            small, large = (right, left) if kind in (">", ">=") else (left, right)
        case _:
            return None
    low, high = where
    place = low + index
    gap = substitute(large - small, {symbol: place})
    found = _antidifference(facts, tm.Sum(gap, index, ZERO, high - low))
    if found is None:
        return None
    law, kept, last, telescopes = found
    change = substitute(law, {index: index + 1}) - law
    kind = "=" if kind == "=" else "<="
    before, after = tm.Sum(kept, index, ZERO, last), tm.Sum(change, index, ZERO, last)
    fact = st.Relation(kind, before, substitute(law, {index: last + 1}) - substitute(law, {index: ZERO}))
    letter, opened = facts.opened(index, ZERO, last, before.body, after.body)
    value = substitute(place, {index: letter})
    conditions = (st.Relation("<=", ZERO, last + 1), *definedness(fact))
    if not in_range(opened, each, value) or not all(map(facts.evident, conditions)):
        return None
    same = opened.normalizer.scalar(substitute(change - kept - gap, {index: letter}))
    if not opened.normalizer.ring.is_zero(same):
        return None
    one = ct.Instance(number, value, sum_of_facts(len(opened.props)))
    first = len(facts.props)
    ends = ct.Combination((ct.Piece(ONE, (first,)), ct.Piece(ONE if kind == "=" else -ONE, (first + 1,))))
    return fact, ct.Termwise(kind, before, after, one, ct.Telescoped(after, law, ct.Combination(), ends)), telescopes


def _antidifference(facts: Facts, total: tm.Sum) -> tuple[tm.Scalar, tm.Scalar, tm.Scalar, bool] | None:
    """G and f with G(k + 1) - G(k) - f(k) under a sum, where it ends, and whether members cancel in it; None where G is 0."""
    normalizer = facts.normalizer
    ring, whole = normalizer.ring, normalizer.scalar(total)
    groups = grouped(normalizer, whole)
    if len(groups) != 1:
        return None
    (group,) = groups
    back = Readback(normalizer, {group.number: total.index})
    last = back.scalar(group.length)
    outside = ring.subtract(whole, normalizer.scalar(tm.Sum(back.scalar(group.body), total.index, ZERO, last)))
    share = ring.quotient(outside, ring.add(group.length, ring.constant(1)))  # of what does not depend on the index
    shifted, leftover = antidifference(normalizer, Group(ring.add(group.body, share), group.number, group.length))
    powers, rest = powers_apart(normalizer, leftover, group.number)
    law = ring.add(shifted, powers)
    if ring.is_zero(law):
        return None
    return back.scalar(law), -back.scalar(rest), last, not ring.is_zero(shifted)

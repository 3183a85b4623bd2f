"""Instances of quantified hypotheses: the values at which what they speak of occurs in the goal.

`each(t, w[t + 1] = w[t] - eta v[t])` and a goal with w[s + 4] give t = s + 3. Twice over, since an instance brings
new members, and then on towards a member that is spoken of beside it: from w[5] in steps to w[0]. An equation is matched
on its left side, so that it is used in the direction in which it is written; one that names the values of a function at
members, v[t] = f(w[t]), on both.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.schemas import Instances
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Wrap
from symproof.substitution import body_at, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.facts import NOT_NORMAL, Facts, range_of

MOST = 16
ROUNDS = 2


def stated(facts: Facts, goal: st.Prop) -> Instances:
    """The facts with the instances of quantified ones that a goal calls for, and how to state these."""
    wraps: list[Wrap] = []
    for number, value in instances(facts, goal):
        fact = facts.props[number]
        assert isinstance(fact, st.Each)  # as `instances` says
        facts = facts.extended([body_at(fact, value)])
        wraps.append(partial(ct.Instance, number, value))
    return Instances(facts, tuple(wraps))


def instances(facts: Facts, goal: st.Prop) -> list[tuple[int, tm.Term]]:
    """(fact number, value) pairs, in an order in which they can be stated; each adds one fact (or its parts)."""
    found: list[tuple[int, tm.Term]] = []
    seen: set[tuple[st.Prop, tm.Term]] = set()
    places = list(members(goal)) + [p for prop in facts.props if not isinstance(prop, st.Each) for p in members(prop)]
    ends = [end for place in places if isinstance(end := getattr(place, "index", None), tm.Scalar)]
    peeled = facts.normalizer.peels  # then the last terms of sums and products stand beside them
    places += [place for prop in (goal, *facts.props) for place in _last_members(prop, peeled)]
    for turn in range(MOST):
        places = list(dict.fromkeys(places))
        fresh: list[st.Prop] = []
        for number, fact in enumerate(facts.props):
            if not isinstance(fact, st.Each):
                continue
            for value in candidates(facts, fact, places):
                if len(found) >= MOST:
                    return found
                if (fact, value) in seen or (turn >= ROUNDS and not _is_above(facts, value, ends)):
                    continue
                seen.add((fact, value))
                found.append((number, value))
                fresh.append(body_at(fact, value))
        if not turn:
            told = {number for number, _ in found}
            bounding = [(number, each) for number, each in enumerate(facts.props) if number not in told]
            found += [(number, end) for number, each in bounding if (end := _of_any(facts, each, goal)) is not None]
        if not fresh:
            break
        places = [place for prop in fresh for place in members(prop)]
    return found


def _of_any(facts: Facts, fact: st.Prop, goal: st.Prop) -> tm.Term | None:
    """A value at which a fact that bounds the size of each member by a letter of the goal says something of that letter alone:
    |v_t| <= rho for each t, that rho is not negative."""
    if not isinstance(fact, st.Each) or not isinstance(fact.body, st.Relation) or fact.body.kind not in st.ORDERS:
        return None
    bounds = (side for side in (fact.body.left, fact.body.right) if fact.symbol not in side.free)
    if not any(bound.free & goal.free for bound in bounds) or not fact.body.mentions(tm.Norm, tm.Elementary):
        return None
    value = tm.ONE if fact.low is None else fact.low
    return value if isinstance(fact.symbol, tm.Variable) and in_range(facts, fact, value) else None


def _is_above(facts: Facts, value: Any, ends: list[Any]) -> bool:
    """Whether a value is a whole number of steps, few enough, above the place of a member that is spoken of."""
    differ = facts.normalizer.ring.subtract
    for end in ends if isinstance(value, tm.Scalar) else ():
        try:
            steps = Readback(facts.normalizer).index(
                differ(facts.normalizer.index(value), facts.normalizer.index(end)), None
            )
        except (*NOT_NORMAL, LookupError):
            continue
        if isinstance(steps, tm.Number) and 0 <= steps.value < MOST:
            return True
    return False


def members(term: tm.Term) -> Iterator[tm.Term]:
    """The members of sequences, the values of functions at these, and the entries in a term, outside of binders."""
    if isinstance(term, tm.Entry) and isinstance(term.matrix, tm.EntryLaw):
        law = term.matrix
        yield from members(substitute(law.body, {law.row: term.row, law.column: term.column}))
        return
    if isinstance(term, tm.EntryLaw) and not term.name:  # a member of a family of columns
        yield from members(term.body)
    if term.binders:
        return
    if isinstance(term, (tm.ScalarAt, tm.VectorAt, tm.Entry)) or _is_at_a_member(term):
        yield term
    for child in term.children():
        yield from members(child)


def _is_at_a_member(term: tm.Term) -> bool:
    return isinstance(term, (tm.Apply, tm.GradientAt)) and isinstance(term.arg, (tm.ScalarAt, tm.VectorAt))


def _last_members(term: tm.Term, peeled: bool) -> Iterator[tm.Term]:
    """The members in the last terms of sums and products; where these stay as they are, of those that have one term only."""
    if isinstance(term, (tm.Sum, tm.Product, tm.VectorSum)) and (peeled or term.low == term.high):
        yield from members(body_at(term, term.high))
    if not term.binders:
        for child in term.children():
            yield from _last_members(child, peeled)


def candidates(facts: Facts, fact: st.Each, places: list[tm.Term]) -> Iterator[tm.Term]:
    """Values of the symbol for which something in the fact's body becomes one of `places`."""
    body = fact.body
    patterns = list(members(body.left if st.is_equation(body) else body))
    if st.is_equation(body) and _is_at_a_member(body.right):
        patterns.append(body.right)
    for pattern in dict.fromkeys(patterns or members(body)):
        for place in places:
            value = _match(facts, fact.symbol, pattern, place)
            if value is not None and in_range(facts, fact, value):
                yield value


def _match(facts: Facts, symbol: Any, pattern: tm.Term, place: tm.Term) -> tm.Term | None:
    match pattern, place:
        case (tm.ScalarAt(s, p), tm.ScalarAt(r, q)) | (tm.VectorAt(s, p), tm.VectorAt(r, q)) if s == r:
            return _solve(facts, symbol, p, q)
        case (tm.Apply(f, p), tm.Apply(g, q)) | (tm.GradientAt(f, p), tm.GradientAt(g, q)) if f == g:
            return _match(facts, symbol, p, q)
        case tm.Entry(a, p, _), tm.Entry(b, q, _) if a == b and symbol in p.free:
            return _solve(facts, symbol, p, q)
        case tm.Entry(a, _, p), tm.Entry(b, _, q) if a == b and symbol in p.free:
            return _solve(facts, symbol, p, q)
        case _:
            return None


def _solve(facts: Facts, symbol: Any, pattern: Any, place: Any) -> tm.Term | None:
    """The value of the symbol at which `pattern`, the symbol plus something, is `place`."""
    if not isinstance(symbol, (tm.Variable, tm.ResidueVariable)) or symbol not in pattern.free:
        return None
    rest = pattern - symbol
    normalizer = facts.normalizer
    try:
        offset = normalizer.index(rest)
        letter = normalizer.ring.generators(normalizer.index(symbol))
        if set(letter) & set(normalizer.ring.generators(offset)):
            return None
        value = normalizer.ring.subtract(normalizer.index(place), offset)
        over = symbol.over if isinstance(symbol, tm.ResidueVariable) else None
        return Readback(normalizer).index(value, over)  # type: ignore[no-any-return]
    except (*NOT_NORMAL, LookupError):
        return None


def in_range(facts: Facts, fact: st.Each, value: tm.Term) -> bool:
    """Whether what is said of each is seen to be said of a value."""
    conditions = range_of(value, fact.low, fact.high)
    own = st.domain_of(fact.symbol)
    if own is not None and fact.low is None:
        conditions.append(substitute(own, {fact.symbol: value}))
    return all(map(facts.evident, conditions))

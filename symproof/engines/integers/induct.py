"""Induction over a natural number, where a sum, a product, a power or a sequence grows with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, state
from symproof.substitution import rebuild, replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.integer_rules import without

MOST, MOST_ABOVE, SECONDS = 2, 3, 0.5


def induction(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal by induction over one of the naturals that it grows with."""
    if search.inductions >= MOST:
        return None
    for letter in growing(goal):
        stated = _least(search, facts, letter)
        found = induct(search, facts.extended(prop for prop, _ in stated), goal, letter)
        if found is not None:
            return state(stated, found)
    return None


def _least(search: Search, facts: Facts, n: tm.Variable) -> list[tuple[st.Prop, Certificate]]:
    """What a letter is at least, where other letters say so: p >= 2 for b >= 1 and b < p."""
    low = facts.range(n).low
    about = [fact for fact in facts.props if isinstance(fact, st.Relation) and n in fact.free and len(fact.free) > 1]
    stated: list[tuple[st.Prop, Certificate]] = []
    for more in range(1, MOST_ABOVE + 1) if low is not None and any(map(oriented, about)) else ():
        bound = st.Relation(">=", n, tm.scalar(int(low) + more))  # type: ignore[arg-type]  # a number, as was asked
        proof = ct.Evident() if facts.evident(bound) else linear(search, facts, bound)
        if proof is None:
            break
        stated = [(bound, proof)]
    return stated


def simply(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same with no other induction inside."""
    others = [row for row in search.engines if row[0] != "induction"]
    return next((found for n in growing(goal) if (found := induct(search.among(others), facts, goal, n))), None)


def induct(search: Search, facts: Facts, goal: st.Prop, n: tm.Variable) -> Certificate | None:
    """The goal by induction over n, from the least value that n is known to take."""
    known = facts.range(n)
    if not tm.is_integer(n) or known.low is None:
        return None
    start = int(known.low)
    least = st.Relation(">=", n, tm.scalar(start))
    others = without(facts, n)
    search.inductions += 1
    try:
        base = _base(search, others, substitute(goal, {n: tm.scalar(start)}))
        if base is None:
            return None
        follows = step(search, others.extended([least, goal]), substitute(goal, {n: n + 1}))
        return None if follows is None else ct.Induction(n, start, base, follows)
    finally:
        search.inductions -= 1


def _base(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """Where an induction begins; what stands in a sum of one member is of use to laws once it is no sum any more."""
    proof = search.prove(facts, goal)
    single: dict[tm.Term, tm.Term] = {
        x: substitute(x.body, {x.index: x.low}) for x in goal.outer(tm.Sum) if x.low == x.high
    }
    if proof is not None or not single or not isinstance(goal, st.Relation):
        return proof
    short = replaced(goal, single)
    assert isinstance(short, st.Prop)  # as the goal is
    found = search.prove(facts, short)
    if found is None:
        return None
    return ct.Have(short, found, ct.Combination((ct.Piece(ONE, (len(facts.props),)),)))


def step(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """The step of an induction, the last terms of sums and products taken out first."""
    if goal.mentions(tm.Sum, tm.Product, tm.VectorSum):
        if (once := _once(search, facts, goal)) is not None:
            return once
        peeled = facts.peeled()
        proof = _by_increase(search, peeled, goal) or search.prove(peeled, goal)
        if proof is not None:
            return ct.Peeled(proof)
    return search.prove(facts, goal)


def _once(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """The step of an order with sums under roots, say, one last term beside each: normal forms take out all there are."""
    inside = (isinstance(part, tm.Elementary) and part.mentions(tm.Sum) for part in goal.subterms())
    if not isinstance(goal, st.Relation) or oriented(goal) is None or not any(inside):
        return None
    apart = _apart(goal)
    quick = search.aside((("orderings", orderings),), SECONDS)
    proof = None if apart == goal or probe.fails(facts, apart) else quick.prove(facts, apart)
    if proof is None:
        return None
    return ct.Have(apart, proof, ct.Peeled(ct.Combination((ct.Piece(ONE, (len(facts.props),)),))))


def _apart(term: Any) -> Any:
    """A term with the last term of each sum to n + 1 beside the sum to n."""
    match term:
        case tm.Sum(body, index, low, tm.Add((before, one)) as high) if one == ONE:
            return tm.Sum(body, index, low, before) + _apart(substitute(body, {index: high}))
    return term if term.binders else rebuild(term, _apart)


def _by_increase(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """The step of an order from the last fact, which is the order before: by how much either side grows."""
    before = facts.props[-1]
    if not isinstance(goal, st.Relation) or not isinstance(before, st.Relation):
        return None
    ends, last = oriented(goal), oriented(before)
    if ends is None or last is None:
        return None
    normalizer = facts.normalizer
    try:
        gap, gap_before = (normalizer.difference(large, small) for small, large, _ in (ends, last))
        increase = Readback(normalizer).scalar(normalizer.ring.subtract(gap, gap_before))
    except (*NOT_NORMAL, LookupError):
        return None
    kind = "<" if ends[2] and not last[2] else "<="
    grows = st.Relation(kind, ZERO, increase)
    if increase.mentions(tm.Sum, tm.Product, tm.VectorSum) or probe.fails(facts, grows):
        return None
    proof = search.prove(facts, grows)
    number = len(facts.props)
    both = ct.Combination((ct.Piece(ONE, (number - 1,)), ct.Piece(ONE, (number,))))
    return None if proof is None else ct.Have(grows, proof, both)


def growing(goal: st.Prop) -> list[tm.Variable]:
    """The integer letters in a bound of a sum or product, in a symbolic exponent, an index, or a factorial."""
    return list(dict.fromkeys(letter for letter in _growing(goal) if letter in goal.free))


def _growing(term: tm.Term) -> Iterator[tm.Variable]:
    match term:
        case tm.Sum() | tm.Product() | tm.VectorSum():
            places: tuple[tm.Term, ...] = (term.low, term.high)
        case tm.Pow(_, exponent):
            places = (exponent,)
        case tm.ScalarAt(_, index) | tm.VectorAt(_, index):
            places = (index,)
        case tm.Factorial(arg) | tm.Apply(_, arg):
            places = (arg,)
        case _:
            places = ()
    for place in places:
        yield from (letter for letter in place.free if isinstance(letter, tm.Variable) and tm.is_integer(letter))
    for child in term.children():
        yield from _growing(child)

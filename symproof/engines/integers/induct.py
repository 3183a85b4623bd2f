"""Induction over a natural number, where a sum, a product, a power or a sequence grows with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.orderings import orderings
from symproof.engines.polynomials.problem import short_product
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Step, state, sum_of_facts
from symproof.substitution import body_at, rebuild, replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.integer_rules import without
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Quotient, as_fraction

MOST, MOST_ABOVE, SECONDS, SECONDS_OF_RATIOS = 2, 3, 0.5, 0.6


def induction(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal by induction over one of the naturals that it grows with."""
    if search.inductions >= MOST:
        return None
    if (spread := _spread(goal)) != goal:
        found = induction(search, facts, spread)
        return None if found is None else ct.Have(spread, found, sum_of_facts(len(facts.props)))
    for letter in growing(goal):
        stated = _least(search, facts, letter)
        found = induct(search, facts.extended(prop for prop, _ in stated), goal, letter)
        if found is not None:
            return state(stated, found)
    return None


def _spread(term: Any) -> Any:
    """A term in which letters over numbers are raised apart, (n/2)**n as n**n/2**n: the next one, (n + 1)/2, is no product."""
    match term:
        case tm.Pow(tm.Div(tm.Variable() as top, tm.Number() as bottom), exponent) if exponent.free:
            return tm.Pow(top, exponent) / tm.Pow(bottom, exponent)
    return term if term.binders else rebuild(term, _spread)


def _least(search: Search, facts: Facts, n: tm.Variable) -> list[Step]:
    """What a letter is at least, where other letters say so: p >= 2 for b >= 1 and b < p."""
    low = facts.range(n).low
    about = [fact for fact in facts.props if isinstance(fact, st.Relation) and n in fact.free and len(fact.free) > 1]
    stated: list[Step] = []
    for more in range(1, MOST_ABOVE + 1) if low is not None and about else ():
        bound = st.Relation(">=", n, tm.scalar(int(low) + more))  # type: ignore[arg-type]  # a number, as was asked
        proof = ct.Evident() if facts.evident(bound) else linear(search, facts, bound)
        if proof is None:
            break
        stated = [(bound, proof)]
    return stated


def simply(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same with no other induction inside."""
    inner = search.among(search.others("induction"))
    return next((found for n in growing(goal) if (found := induct(inner, facts, goal, n))), None)


def by_ratios(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same with a step by what either side is multiplied with."""
    from symproof.engines.growing import WITH_RATIOS  # which search in their turn

    counting = (isinstance(part, (tm.Factorial, tm.Binomial, tm.Product)) for part in goal.subterms())
    if search.inductions or not any(counting):
        return None
    if (spread := _spread(goal)) != goal:
        found = by_ratios(search, facts, spread)
        return None if found is None else ct.Have(spread, found, sum_of_facts(len(facts.props)))
    inner = search.among(WITH_RATIOS)
    return next((found for n in growing(goal) if (found := induct(inner, facts, goal, n))), None)


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
        first = substitute(goal, {n: tm.scalar(start)})
        base = _with_value(search, others, first, lambda known: _base(search, known, first))
        if base is None:
            return None
        follows = step(search, others.extended([least, goal]), substitute(goal, {n: n + 1}))
        return None if follows is None else ct.Induction(n, start, base, follows)
    finally:
        search.inductions -= 1


def _base(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """Where an induction begins; what stands in a sum of one member is of use to laws once it is no sum any more."""
    proof = search.prove(facts, goal)
    single: dict[tm.Term, tm.Term] = {x: body_at(x, x.low) for x in goal.outer(tm.Sum) if x.low == x.high}
    if proof is not None or not single or not isinstance(goal, st.Relation):
        return proof
    short = replaced(goal, single)
    assert isinstance(short, st.Prop)  # as the goal is
    found = search.prove(facts, short)
    if found is None:
        return None
    return ct.Have(short, found, sum_of_facts(len(facts.props)))


def _with_value(
    search: Search, facts: Facts, goal: st.Prop, prove: Callable[[Facts], Certificate | None]
) -> Certificate | None:
    """A proof of a goal after what a relation needs for its value."""
    return search.with_value(facts, definedness(goal) if isinstance(goal, st.Relation) else (), prove)


def step(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """The step of an induction from the last fact, the last terms of sums and products taken out first."""
    before = len(facts.props) - 1
    return _with_value(search, facts, goal, lambda known: _step(search, known, goal, before))


def _step(search: Search, facts: Facts, goal: st.Prop, before: int) -> Certificate | None:
    with_powers = any(name == "logarithms" for name, _ in search.engines)
    if goal.mentions(tm.Sum, tm.Product, tm.VectorSum):
        if (once := _once(search, facts, goal)) is not None:
            return once
        peeled = facts.peeled()
        by_ratio = _by_ratio(search, peeled, goal, before) if with_powers and goal.mentions(tm.Product) else None
        proof = by_ratio or _by_increase(search, peeled, goal, before) or search.prove(peeled, goal)
        if proof is not None:
            return ct.Peeled(proof)
    return (_by_ratio(search, facts, goal, before) if with_powers else None) or search.prove(facts, goal)


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
    return ct.Have(apart, proof, ct.Peeled(sum_of_facts(len(facts.props))))


def _apart(term: Any) -> Any:
    """A term with the last term of each sum to n + 1 beside the sum to n."""
    match term:
        case tm.Sum(body, index, low, tm.Add((before, one)) as high) if one == ONE:
            return tm.Sum(body, index, low, before) + _apart(substitute(body, {index: high}))
    return term if term.binders else rebuild(term, _apart)


def _by_increase(search: Search, facts: Facts, goal: st.Prop, place: int) -> Certificate | None:
    """The step of an order from a fact, which is the order before: by how much either side grows."""
    before = facts.props[place]
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
    both = sum_of_facts(place, number)
    return None if proof is None else ct.Have(grows, proof, both)


def _by_ratio(search: Search, facts: Facts, goal: st.Prop, place: int) -> Certificate | None:
    """The step of an order of products from a fact, which is the order before: by what either side is multiplied with.

    Of n! <= (n/2)**n the left grows by n + 1, so (n + 1)*(n/2)**n <= ((n + 1)/2)**(n + 1) is left.
    """
    before = facts.props[place]
    if not isinstance(goal, st.Relation) or not isinstance(before, st.Relation):
        return None
    ends, last = _sides(facts, goal), _sides(facts, before)
    if ends is None or last is None or (ends[2] and not last[2]):
        return None
    from symproof.engines.growing import OF_RATIOS  # which search in their turn

    number, inner = len(facts.props), search.among(OF_RATIOS, SECONDS_OF_RATIOS)
    for side, after, first in ((0, ends[0], last[0]), (1, ends[1], last[1])):
        ratio = _ratio(facts, after, first)
        if ratio is None or not facts.evident(st.Relation(">", ratio, ZERO)):
            continue
        large, small = (
            (ends[1], short_product([ratio, last[1]])) if side == 0 else (short_product([ratio, last[0]]), ends[0])
        )
        other = st.Relation("<=", small, large)
        proof = None if probe.fails(facts, other) else inner.prove(facts, other)
        if proof is not None:
            return ct.Have(other, proof, ct.Combination((ct.Piece(ratio, (place,)), ct.Piece(ONE, (number,)))))
    return None


def _sides(facts: Facts, order: st.Relation) -> tuple[tm.Scalar, tm.Scalar, bool] | None:
    """The smaller side, the larger one, and whether they differ; of 0 <= p - q these are q and p."""
    ends = oriented(order)
    if ends is None or ends[0] != ZERO:
        return ends
    ring = facts.normalizer.ring
    try:
        value = facts.normalizer.scalar(ends[1])
        terms = ring.numerator_terms(value) if value.den is None else []
        large = ring.from_terms([(monomial, c) for monomial, c in terms if c > 0])
        small = ring.subtract(large, value)
        sides = (_factored(facts.normalizer, side) for side in (small, large))
        return ends if ring.is_zero(large) else (*sides, ends[2])  # type: ignore[return-value]  # two
    except (*NOT_NORMAL, LookupError):
        return ends


def _ratio(facts: Facts, after: tm.Scalar, before: tm.Scalar) -> tm.Scalar | None:
    """What a side that counts, or is a power, is multiplied with: a quotient of polynomials."""
    if not any(isinstance(part, (tm.Factorial, tm.Binomial, tm.Pow, tm.Product)) for part in before.subterms()):
        return None
    normalizer = facts.normalizer
    try:
        ratio = normalizer.ring.quotient(normalizer.scalar(after), normalizer.scalar(before))
        if any(normalizer.atoms[k][0] != "letter" for k in normalizer.ring.generators(ratio)):
            return None
        top = _factored(normalizer, Quotient(ratio.num))
        return top if ratio.den is None else top / _factored(normalizer, Quotient(ratio.den))
    except (*NOT_NORMAL, LookupError, ZeroDivisionError):
        return None


def _factored(normalizer: Normalizer, value: Quotient) -> tm.Scalar:
    """A polynomial as the product of its factors."""
    constant, factors = normalizer.ring.factors(value)
    parts = [_power(Readback(normalizer).scalar(factor), power) for factor, power in factors]
    number = [] if constant == 1 and parts else [tm.Number(as_fraction(constant))]
    return short_product([*number, *parts])


def _power(base: tm.Scalar, power: int) -> tm.Scalar:
    """A power; of a power by the product of the exponents."""
    if power == 1:
        return base
    return tm.Pow(base.base, base.exponent * power) if isinstance(base, tm.Pow) else base**power


def growing(goal: st.Prop) -> list[tm.Variable]:
    """The integer letters in a bound of a sum or product, in a symbolic exponent, an index, a factorial, or an angle."""
    return list(dict.fromkeys(letter for letter in _growing(goal) if letter in goal.free))


def _growing(term: tm.Term) -> Iterator[tm.Variable]:
    for part in term.subterms():
        match part:
            case tm.Sum() | tm.Product() | tm.VectorSum():
                places: tuple[tm.Term, ...] = (part.low, part.high)
            case tm.Pow(_, place) | tm.ScalarAt(_, place) | tm.VectorAt(_, place) | tm.Apply(_, place):
                places = (place,)
            case tm.Factorial(place) | tm.Elementary("sin" | "cos", (place,)):
                places = (place,)
            case _:
                places = ()
        yield from (letter for place in places for letter in place.free if tm.is_integer_letter(letter))

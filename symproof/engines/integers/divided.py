"""There is an integer x with b*c = a*x, where a is a term: b = a*k among the facts gives x = k*c.

So what divides is carried on (a | b and b | c give a | c), and congruences modulo a letter are added and multiplied. The
equations are solved for what stands alone in them, or is a factor of the rest; that the value is an integer, and fits, is
checked by the kernel.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from itertools import permutations

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.logic.instances import stated
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring as equal
from symproof.engines.search import Search
from symproof.errors import SortError
from symproof.substitution import body_at, substitute
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Quotient
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import check_value


def divided(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """The goal b*c = a*x where a is a term that divides the rest by the equations among the facts: by b = a*k, it is k*c."""
    try:
        if (sides := sides_of(facts, goal)) is None:
            return None
        if (number := _evaluated(goal)) is not None and (found := at_value(search, facts, goal, number)) is not None:
            search.words.append("witness")
            return found
        ring, written = facts.normalizer.ring, Readback(facts.normalizer)
        eliminated = [*_eliminated(facts, sides)][::-1]
        values = [*(ring.quotient(*each) for each in eliminated), *_multiples(facts, *sides)]
        terms = [written.scalar(value) for value in values if value.den is None]
    except (*NOT_NORMAL, SortError, LookupError, ZeroDivisionError):
        return None
    found = next((found for term in terms if (found := at_value(search, facts, goal, term)) is not None), None)
    search.words += [] if found is None else ["witness"]
    return found


def _evaluated(goal: st.Exists) -> tm.Number | None:
    """The x of c = a*x where c and a are sums and products without letters, by their values."""
    body = goal.body
    if body.free - {goal.symbol} or not body.mentions(tm.Sum, tm.Product) or not st.is_equation(body):
        return None
    from symproof.evaluation.evaluate import NoValue, Undecided, value  # only where there is such a sum
    from symproof.point import Point

    gap = tm.scalar(body.left) - tm.scalar(body.right)
    try:
        first, second = (value(substitute(gap, {goal.symbol: tm.scalar(k)}), Point({})) for k in (0, 1))
    except (NoValue, Undecided):
        return None
    if not isinstance(first, Fraction) or not isinstance(second, Fraction) or first == second:
        return None
    return tm.Number(first / (first - second))


def by_instances(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """The same with what recurrences say of the members in the goal: F[3n + 3] = 2 F[3n + 1] + F[3n] is even with F[3n]."""
    if not any(isinstance(fact, st.Each) for fact in facts.props):
        return None
    found = stated(facts, goal.body)
    proof = divided(search, found.facts, goal) if found.wraps else None
    return None if proof is None else found.closed(proof)


def sides_of(facts: Facts, goal: st.Exists) -> list[Quotient] | None:
    """c and a of the goal c = a*x; None of a goal that is no equation between scalars."""
    body = goal.body
    if not st.is_equation(body) or not isinstance(body.left, tm.Scalar):
        return None
    gap = body.left - tm.scalar(body.right)
    at_zero, at_one = (facts.normalizer.scalar(substitute(gap, {goal.symbol: tm.scalar(k)})) for k in (0, 1))
    return [at_zero, facts.normalizer.ring.subtract(at_zero, at_one)]


def gaps_of_equations(facts: Facts) -> list[Quotient]:
    """The differences of the two sides of the equations between scalars among the facts."""
    return [
        facts.normalizer.difference(fact.left, tm.scalar(fact.right))
        for fact in facts.props
        if st.is_equation(fact) and isinstance(fact.left, tm.Scalar)
    ]


def _eliminated(facts: Facts, values: list[Quotient]) -> Iterator[list[Quotient]]:
    """Values, without what one, two and more of the equations among the facts are solved for: each for something that stands
    alone in it."""
    ring, gaps = facts.normalizer.ring, gaps_of_equations(facts)
    yield values
    while gaps:
        held = {number for value in values for number in ring.generators(value)}
        found = next(((gap, alone) for gap in gaps if (alone := _alone(facts, gap, held)) is not None), None)
        if found is None:
            break
        gap, (number, c) = found
        gaps.remove(gap)
        instead = ring.subtract(ring.generator(number), ring.scale(gap, 1 / c))
        values, gaps = (
            [facts.normalizer.reduce(ring.compose(value, {number: instead})) for value in those]
            for those in (values, gaps)
        )
        yield values


def _alone(facts: Facts, gap: Quotient, held: set[int]) -> tuple[int, fmpq] | None:
    """Something held that an equation can be solved for, and its coefficient, a number."""
    terms = facts.normalizer.ring.numerator_terms(gap)
    for monomial, c in terms if gap.den is None else ():
        if len(monomial) == 1 and monomial[0][1] == 1 and (number := monomial[0][0]) in held:
            if sum(number in dict(other) for other, _ in terms) == 1:
                return number, c
    return None


def _multiples(facts: Facts, rest: Quotient, slope: Quotient) -> Iterator[Quotient]:
    """The value rest/slope where an equation u = v among the facts has u in the rest as a factor: with v for u."""
    ring = facts.normalizer.ring
    for fact in facts.props:
        match fact:
            case st.Relation("=", tm.Scalar() as left, tm.Scalar() as right):
                sides = facts.normalizer.scalar(left), facts.normalizer.scalar(right)
            case _:
                continue
        for one, other in (sides, sides[::-1]):
            times = None if ring.is_zero(one) else ring.quotient(rest, one)
            if times is not None and times.den is None:
                yield ring.quotient(ring.multiply(times, other), slope)


def counted(search: Search, facts: Facts, goal: st.Exists) -> Certificate | None:
    """A goal a*x = b about factorials or binomial coefficients, at a number that counts: 2 C(2n + 1, n) = C(2n + 2, n + 1),
    (n + 1)(C(2n, n) - C(2n, n + 1)) = C(2n, n), n! m! C(n + m, n) = (n + m)!."""
    for value in dict.fromkeys(_counting(goal)):
        at = st.Exists(goal.symbol, goal.body)
        with suppress(*NOT_NORMAL, SortError, LookupError):
            body = body_at(goal, value)
            if (
                isinstance(body, st.Relation)
                and not probe.fails(facts, body)
                and equal(search, facts, body) is not None
            ):
                if (found := at_value(search, facts, at, value)) is not None:
                    search.words.append("witness")
                    return found
    return None


def _counting(goal: st.Exists) -> Iterator[tm.Scalar]:
    for part in goal.body.subterms():
        if isinstance(part, tm.Binomial):
            less = tm.Binomial(part.top - 1, part.bottom - 1)
            yield from (less, tm.Binomial(part.top - 1, part.bottom), part - tm.Binomial(part.top, part.bottom + 1))
    wholes = [part.arg for part in goal.body.subterms() if isinstance(part, tm.Factorial)]
    for top, bottom in permutations(dict.fromkeys(wholes), 2):
        chosen = tm.Binomial(top, bottom)
        yield from (chosen, chosen * tm.Factorial(top - bottom))


def at_value(search: Search, facts: Facts, goal: st.Exists, term: tm.Scalar) -> Certificate | None:
    """The goal at a value."""
    try:
        check_value(facts, goal.symbol, term, goal.low, goal.high)
    except Rejected:
        return None
    proof = search.prove(facts, body_at(goal, term))
    return None if proof is None else ct.Witness(term, proof)

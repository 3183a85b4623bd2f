"""Equations between naturals that stand in exponents: of 2**n * 3**m = 1296 that n <= 10 and m <= 6, and then each pair of
values.

A sum of terms >= 0 that is a number bounds each letter, as a power of a base >= 2 grows: where the term is larger than the
number at one value, it is so from there on. Each pair of values is put into the equations; where they hold, the goal is
asked. Untrusted.

Limits: naturals only; at most `MOST` sets of values.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import prod

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.functions.enclosure import enclosure
from symproof.engines.integers.induct import simply
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import equations
from symproof.engines.search import FALSE, Search, state
from symproof.engines.stated import Stated
from symproof.substitution import substitute
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import as_fraction

MOST, LARGEST = 256, 64
SEEN, FEW = 32, 16
GROWING = (tm.Pow, tm.Factorial)
QUICK = ("positivity", "linear", "inequality")
OF_POWERS = ("ring", "positivity", "linear", "inequality")
Terms = tuple[float, list[tm.Scalar]]
"""A number, and the terms >= 0 whose sum it is, with their coefficients."""


def exponential(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """A goal where an equation with powers leaves naturals few values: at each of them."""
    found = [(equation, terms) for _, equation in equations(facts, vectors=False) for terms in _sums(facts, equation)]
    letters = list(dict.fromkeys(x for equation, _ in found for x in sorted(equation.free, key=str)))
    if not letters or not goal.free <= set(letters) or not all(_is_natural(facts, x) for x in letters):
        return None
    tops = {x: min(_tops(facts, x, [terms for _, terms in found]), default=None) for x in letters}
    lows = {x: int(facts.range(x).low or 0) for x in letters if isinstance(x, tm.Scalar)}
    counts = [0 if top is None else top - lows[x] + 1 for x, top in tops.items()]  # type: ignore[index]  # as above
    if None in tops.values() or not 0 <= prod(counts) <= MOST:
        return None
    if _fails(facts, goal, {x: range(lows[x], top + 1) for x, top in tops.items() if top is not None}):  # type: ignore[index]
        return None
    stated = Stated(facts)
    for x, top in tops.items():
        assert isinstance(x, tm.Variable) and top is not None  # as was asked
        bound = st.Relation("<=", x, tm.Number(Fraction(top)))
        known = stated.facts.evident(bound)
        if not stated.add(bound, ct.Evident() if known else _bounded(search, stated.facts, found, x, top)):
            return None
    ranges = [(x, lows[x], tops[x]) for x in letters]  # type: ignore[index]  # letters are scalars
    proof = _at_each(search, stated.facts, goal, ranges, {}, [equation for equation, _ in found])  # type: ignore[arg-type]
    search.words += [] if proof is None else ["cases"]
    return stated.then(proof)


def outgrown(search: Search, facts: Facts, goal: st.Prop) -> Certificate | None:
    """A goal where an equation in one natural has a side that is larger from some value on, as in n! = n: at each before."""
    for _, equation in equations(facts, vectors=False):
        if len(equation.free) != 1 or not any(isinstance(part, GROWING) for part in equation.subterms()):
            continue
        (x,) = equation.free
        turn = _turn(facts, x, equation) if isinstance(x, tm.Variable) and _is_natural(facts, x) else None
        if turn is None or not isinstance(x, tm.Variable):
            continue
        low, top, kind = turn
        bound = st.Relation("<=", x, tm.Number(Fraction(top)))
        if facts.evident(bound):
            continue
        beyond = st.Relation(">=", x, tm.Number(Fraction(top + 1)))
        inside = facts.extended([st.Relation(">", x, bound.right), beyond])
        larger = st.Relation(kind, equation.left, equation.right)
        inner = search.aside([*search.named(*OF_POWERS), ("induction", simply)])
        proof = inner.prove(inside, larger)
        if proof is None:
            continue
        number = facts.props.index(equation)
        weight = tm.Neg(ONE) if kind == ">" else ONE
        absurd = ct.Combination((ct.Piece(ONE, (len(inside.props),)), ct.Piece(weight, (number,))))
        above = ct.Have(beyond, ct.Evident(), ct.Have(larger, proof, ct.Absurd(absurd)))
        rest = _at_each(search, facts.extended([bound]), goal, [(x, low, top)], {}, [equation])
        if rest is not None:
            search.words.append("cases")
            return ct.Have(bound, ct.Cases(bound, ct.Evident(), above), rest)
    return None


def _turn(facts: Facts, x: tm.Variable, equation: st.Relation) -> tuple[int, int, str] | None:
    """The least value of a letter, the last at which the sides of an equation do not differ as they do from there on, and how;
    None where no such value is seen."""
    known = facts.range(x)
    low, signs = int(known.low or 0), list[int]()
    for value in range(low, low + SEEN):
        try:
            left, right = (probe.value(tm.scalar(side), {x: float(value)}) for side in (equation.left, equation.right))
        except (probe.NoFloat, OverflowError):
            return None
        near = abs(left - right) <= probe.SLACK * max(1.0, abs(left), abs(right))
        signs.append(0 if near else 1 if left > right else -1)
    last = max((k for k, sign in enumerate(signs) if sign != signs[-1]), default=-1)
    if known.high is not None or not signs[-1] or last > FEW:
        return None
    return low, low + last, ">" if signs[-1] > 0 else "<"


def _is_natural(facts: Facts, x: tm.Term) -> bool:
    return tm.is_integer_letter(x) and facts.range(x).is_nonnegative


def _sums(facts: Facts, equation: st.Relation) -> Iterator[Terms]:
    """An equation with a power of a letter as a number that is a sum of terms that are seen to be >= 0."""
    if not any(isinstance(part, tm.Pow) and part.exponent.free for part in equation.subterms()):
        return
    if not all(_is_natural(facts, x) for x in equation.free):
        return
    ring, back = facts.normalizer.ring, Readback(facts.normalizer)
    try:
        gap = facts.normalizer.difference(tm.scalar(equation.left), tm.scalar(equation.right))
        terms = ring.numerator_terms(gap) if gap.den is None else []
        total = -sum((as_fraction(c) for monomial, c in terms if not monomial), Fraction(0))
        sign = 1 if total > 0 else -1
        others = [back.scalar(ring.from_terms([(monomial, c * sign)])) for monomial, c in terms if monomial]
    except (*NOT_NORMAL, LookupError):
        return
    if total != 0 and all(facts.range(term).is_nonnegative for term in others):
        yield abs(float(total)), others


def _tops(facts: Facts, x: tm.Term, sums: list[Terms]) -> Iterator[int]:
    """What a letter is at most: at the next value a term is too large already, the other letters at their least."""
    for total, terms in sums:
        for term in terms:
            if x not in term.free:
                continue
            least = {other: float(facts.range(other).low or 0) for other in term.free}  # type: ignore[arg-type]
            for value in range(int(least[x]), LARGEST + 2):
                try:
                    here = probe.value(term, {**least, x: float(value)})
                except probe.NoFloat:
                    break
                if here > total * (1 + probe.SLACK):
                    yield value - 1
                    break


def _fails(facts: Facts, goal: st.Prop, ranges: dict[tm.Term, range]) -> bool:
    """Whether an equation is a wrong one at values where all facts hold, in floating point."""
    if not st.is_equation(goal):
        return False
    for values in product(*ranges.values()):
        at = {x: float(value) for x, value in zip(ranges, values, strict=True)}
        if all(_holds(fact, at) for fact in facts.props) and not _holds(goal, at, unknown=True):
            return True
    return False


def _holds(prop: st.Prop, at: dict[tm.Term, float], *, unknown: bool = False) -> bool:
    if not isinstance(prop, st.Relation) or not isinstance(prop.left, tm.Scalar):
        return unknown
    try:
        left, right = probe.value(prop.left, at), probe.value(tm.scalar(prop.right), at)
    except probe.NoFloat:
        return unknown
    same = abs(left - right) <= probe.SLACK * max(1.0, abs(left), abs(right))
    match prop.kind:
        case "=" | "!=":
            return same == (prop.kind == "=")
        case "<" | "<=":
            return left < right if not same else prop.kind == "<="
        case _:
            return left > right if not same else prop.kind == ">="


def _bounded(
    search: Search, facts: Facts, found: list[tuple[st.Relation, Terms]], x: tm.Variable, top: int
) -> Certificate | None:
    """x <= top: beyond it powers of x are at least what they are at top + 1, which contradicts an equation."""
    bound, first = st.Relation("<=", x, tm.Number(Fraction(top))), tm.Number(Fraction(top + 1))
    beyond = st.Relation(">=", x, first)
    grown = Stated(facts.extended([st.Relation(">", x, bound.right), beyond]))
    powers = [part for equation, _ in found for part in equation.outer(tm.Pow) if part.exponent.free == {x}]
    inner = search.aside([*search.named(*OF_POWERS), ("induction", simply)])
    for power in dict.fromkeys(powers):
        least = st.Relation(">=", power, substitute(power, {x: first}))
        grown.add(least, inner.prove(grown.facts, least))
    absurd = search.aside(search.named(*QUICK)).prove(grown.facts, FALSE) if grown else None
    if absurd is None:
        return None
    return ct.Cases(bound, ct.Evident(), ct.Have(beyond, ct.Evident(), state(grown.steps, ct.Absurd(absurd))))


def _at_each(
    search: Search,
    facts: Facts,
    goal: st.Prop,
    ranges: list[tuple[tm.Variable, int, int]],
    at: dict[tm.Term, int],
    asked: list[st.Relation],
) -> Certificate | None:
    """The goal at each value of the first letter, and there at each of the others; in halves, so that few facts are read."""
    if not ranges:
        return _here(search, facts, goal, asked)
    (x, low, high), *others = ranges
    if low > high:
        absurd = search.prove(facts, FALSE)
        return None if absurd is None else ct.Absurd(absurd)
    if low == high:
        value = tm.Number(Fraction(low))
        ends = tuple(ct.Have(st.Relation(kind, x, value), ct.Evident(), ct.Evident()) for kind in ("<=", ">="))
        here = st.Relation("=", x, value)
        proof = _at_each(search, facts.extended([here]), goal, others, {**at, x: low}, asked)
        return None if proof is None else ct.Have(here, ct.Between(*ends), proof)
    middle = (low + high) // 2
    below, beyond = (st.Relation(kind, x, tm.Number(Fraction(c))) for kind, c in (("<=", middle), (">=", middle + 1)))
    first = _at_each(search, facts.extended([below]), goal, [(x, low, middle), *others], at, asked)
    if first is None:
        return None
    above = facts.extended([st.Relation(">", x, below.right), beyond])
    rest = _at_each(search, above, goal, [(x, middle + 1, high), *others], at, asked)
    return None if rest is None else ct.Cases(below, first, ct.Have(beyond, ct.Evident(), rest))


def _here(search: Search, facts: Facts, goal: st.Prop, asked: list[st.Relation]) -> Certificate | None:
    """The goal at values: an equation fails there, or the goal holds."""
    for equation in asked:
        fails = st.Relation("!=", equation.left, equation.right)
        closed = enclosure(search, facts, fails)
        if closed is not None:
            number, same = facts.props.index(equation), len(facts.props)
            below, above = (
                ct.Combination((ct.Piece(ONE, (same + 1,)), ct.Piece(weight, (number,))))
                for weight in (ONE, tm.Neg(ONE))
            )
            return ct.Absurd(ct.Have(fails, closed, ct.Alternatives(same, (below, above))))
    if isinstance(goal, st.Relation) and (closed := enclosure(search, facts, goal)) is not None:
        return closed
    return None if isinstance(goal, st.Relation) and not goal.free else search.prove(facts, goal)

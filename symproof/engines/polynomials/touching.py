"""What is below an addend of a sum: shared by the engines that replace addends. Untrusted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Step, in_turn, state, sum_of_facts
from symproof.term import ZERO
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.polynomial import Monomial, Quotient, Terms, as_fraction

PLACES = tuple(map(Fraction, ("1", "1/3", "1/2", "1/4", "2", "3")))
SQUARES = tuple(map(Fraction, ("1/3", "1/2", "2", "3", "2/3", "3/2", "1/6", "5", "6")))
SAYS_NOTHING = st.Relation("=", ZERO, ZERO)
"""What stands in the place of a fact that is left aside, so that the others keep their numbers."""
Unit = tuple[Quotient, int]
"""A form, and its degree."""


def addends_of(term: tm.Scalar) -> Iterator[tm.Scalar]:
    """The terms of a sum, signs and numbers put before each."""
    match term:
        case tm.Add(args):
            for arg in args:
                yield from addends_of(arg)
        case tm.Neg(arg):
            yield from (tm.Neg(part) for part in addends_of(arg))
        case tm.Mul(factors) if sum(bool(factor.free) for factor in factors) == 1:
            numbers = [factor for factor in factors if not factor.free]
            (inside,) = (factor for factor in factors if factor.free)
            parts = list(addends_of(inside)) if isinstance(inside, tm.Add) else []
            yield from (tm.Mul((*numbers, part)) for part in parts) if parts else (term,)
        case _:
            yield term


def roots_in(term: tm.Term) -> Iterator[tm.Elementary]:
    """The roots in a term that hold letters."""
    for part in term.subterms():
        if tm.is_elementary(part, "sqrt") and part.free:
            yield part


def from_below(
    search: Search,
    facts: Facts,
    addends: Sequence[tm.Scalar],
    lower: Sequence[tm.Scalar],
    *,
    strict: bool,
    apart: int | None = None,
) -> Certificate | None:
    """That a sum is >= 0 (> 0), from what is below each of its addends; `apart` is the number of one that is above it."""
    rest = st.Relation("<" if strict and apart is None else "<=", ZERO, tm.Add((ZERO, *lower)))
    if probe.fails(facts, rest):
        return None
    orders = [
        st.Relation("<" if number == apart else "<=", low, term)
        for number, (low, term) in enumerate(zip(lower, addends, strict=True))
        if low != term
    ]
    proof = search.prove(facts, rest)
    proofs = None if proof is None else each_alone(search, facts, orders, [(rest, proof)])
    if proofs is None:
        return None
    numbers = range(len(facts.props), len(facts.props) + len(proofs))
    return state(proofs, sum_of_facts(*numbers))


def each_alone(
    search: Search, facts: Facts, orders: Sequence[st.Relation], before: Sequence[Step] = ()
) -> list[Step] | None:
    """Proofs of some orders behind what is proved, none of which uses another, nor an equation where it holds without: in their
    places stands what says nothing, so that no search is longer for them. None where one is lacking."""
    bare = Facts([SAYS_NOTHING if st.is_equation(fact) else fact for fact in facts.props])
    stated = [*before]
    for order in orders:
        put = [SAYS_NOTHING] * len(stated)
        found = None if probe.fails(bare, order) else search.prove(bare.extended(put), order)
        found = found or search.prove(facts.extended(put), order)
        if found is None:
            return None
        stated.append((order, found))
    return stated


def at_most(search: Search, facts: Facts, letters: Sequence[tm.Variable]) -> list[Step]:
    """That letters which add up to a number, and are not negative, are at most that number; nothing of others."""
    for unit, degree in forms(facts, "="):
        terms = facts.normalizer.ring.numerator_terms(unit)
        weights = {as_fraction(c) for _, c in terms}
        if degree == 1 and unit.den is None and len(weights) == 1 and len(terms) == len(letters) and min(weights) > 0:
            whole = tm.Number(1 / weights.pop())
            return in_turn(search, facts, [st.Relation("<=", letter, whole) for letter in letters]) or []
    return []


# Where all letters are equal ----------------------------------------------------------------------


def places_of(facts: Facts, letters: Sequence[tm.Variable]) -> list[Fraction]:
    """Numbers that all letters may be."""
    return [
        place
        for place in PLACES
        if all(probe.fulfils(fact, dict.fromkeys(letters, float(place))) for fact in facts.props)
    ]


def squares_of(facts: Facts, letters: Sequence[tm.Variable]) -> list[Fraction]:
    """The squares of numbers that all letters may be, where these are not rational: 1/3 for a*b + b*c + c*a = 1."""
    return [
        square
        for square in SQUARES
        if all(probe.fulfils(fact, dict.fromkeys(letters, float(square) ** 0.5)) for fact in facts.props)
    ]


def plane(place: Fraction, power: int, facts: Facts, term: tm.Scalar) -> tm.Scalar:
    """The tangent plane in powers of the letters, where all of them are equal."""
    back, ring, value = Readback(facts.normalizer), facts.normalizer.ring, facts.normalizer.scalar(term)
    top, slopes = at_equal(place, ring.numerator_terms(Quotient(value.num)))
    bottom, others = (
        (Fraction(1), {}) if value.den is None else at_equal(place, ring.numerator_terms(Quotient(value.den)))
    )
    constant, addends = top / bottom, list[tm.Scalar]()
    for number in sorted({*slopes, *others}):
        slope = (
            (slopes.get(number, 0) * bottom - top * others.get(number, 0)) / bottom**2 / (power * place ** (power - 1))
        )
        constant -= slope * place**power
        addends.append(tm.Number(slope) * back.atom(number) ** tm.Number(Fraction(power)))
    return tm.Add((tm.Number(constant), *addends))


def at_equal(place: Fraction, terms: Terms) -> tuple[Fraction, dict[int, Fraction]]:
    """The value and the slopes of a polynomial where all letters are equal."""
    value, slopes = Fraction(0), dict[int, Fraction]()
    for monomial, c in terms:
        value += as_fraction(c) * place ** size_of(monomial)
        for number, power in monomial:
            slope = as_fraction(c) * power * place ** (size_of(monomial) - 1)
            slopes[number] = slopes.get(number, Fraction(0)) + slope
    return value, slopes


def at_square(square: Fraction, terms: Terms) -> tuple[Fraction, dict[int, Fraction]]:
    """The value of a polynomial where the square of all letters is a number, as far as they come in even degrees; else 0."""
    sizes = [size_of(monomial) for monomial, _ in terms]
    if any(size % 2 for size in sizes):
        return Fraction(0), {}
    return sum(
        (as_fraction(c) * square ** (size // 2) for size, (_, c) in zip(sizes, terms, strict=True)), Fraction(0)
    ), {}


def size_of(monomial: Monomial) -> int:
    """The degree of a monomial."""
    return sum(power for _, power in monomial)


# Of one degree -----------------------------------------------------------------------------------


def forms(facts: Facts, kinds: str) -> list[Unit]:
    """What the facts say is 1, or is at least or at most 1: forms in several letters, as equations or as orders; of an
    equation between two forms, their quotient."""
    normalizer, found = facts.normalizer, list[Unit]()
    for fact in facts.props:
        if (
            not isinstance(fact, st.Relation)
            or (fact.kind == "=") != (kinds == "=")
            or not isinstance(fact.left, tm.Scalar)
        ):
            continue
        try:
            gap = normalizer.difference(fact.left, tm.scalar(fact.right))
        except NOT_NORMAL:
            continue
        if gap.den is not None and kinds == "=":
            gap = Quotient(gap.num)
        terms = () if gap.den is not None else normalizer.ring.numerator_terms(gap)
        sizes = {size_of(monomial) for monomial, _ in terms}
        if len(sizes) == 2 and min(sizes) == 0 and len(normalizer.ring.generators(gap)) > 1:
            constant = normalizer.ring.constant(normalizer.ring.constant_term(gap))
            unit = normalizer.ring.quotient(normalizer.ring.subtract(constant, gap), constant)
            found.append((unit, max(sizes)))
        elif len(sizes) == 2 and kinds == "=" and len(normalizer.ring.generators(gap)) > 1:
            parts = [
                normalizer.ring.from_terms([row for row in terms if size_of(row[0]) == size]) for size in sorted(sizes)
            ]
            unit = normalizer.ring.negative(normalizer.ring.quotient(parts[1], parts[0]))
            found.append((unit, max(sizes) - min(sizes)))
    return found


def of_one_degree(unit: Unit, facts: Facts, term: tm.Scalar) -> tm.Scalar:
    """The quotient of two forms where numerator and denominator are multiplied by powers of a unit.

    Raises:
        LookupError: the degrees do not allow it.
    """
    ring, value = facts.normalizer.ring, facts.normalizer.scalar(term)
    parts, degrees = [], []
    for poly in (Quotient(value.num), ring.constant(1) if value.den is None else Quotient(value.den)):
        terms = ring.numerator_terms(poly)
        highest, form = max(size_of(monomial) for monomial, _ in terms), ring.constant(0)
        for monomial, c in terms:
            times, left = divmod(highest - size_of(monomial), unit[1])
            if left:
                raise LookupError(term)
            addend = ring.from_terms([(monomial, c)])
            for _ in range(times):
                addend = ring.multiply(addend, unit[0])
            form = ring.add(form, addend)
        parts.append(form)
        degrees.append(highest)
    whole = ring.quotient(*parts)
    times, left = divmod(degrees[0] - degrees[1], unit[1])
    if unit[0].den is not None and not left:  # the quotient of two forms may make it one of degree 0
        for _ in range(abs(times)):
            whole = ring.quotient(whole, unit[0]) if times > 0 else ring.multiply(whole, unit[0])
    return Readback(facts.normalizer).scalar(whole)

"""Sums of symbolic length: brought to one length, taken under one sign, and telescoped or compared term by term.

All sums of one length in left - right are one sum of B(t). Modulo a shift of the index, B is a polynomial in the shift
operator E applied to a few base terms h; where the coefficients of a base cancel, (E - 1) divides, and the quotient is
the antidifference. Powers of the index and geometric terms have theirs from SymPy's Gosper search. What is left must be
zero by the hypotheses at the index (term by term). Source: Gosper, "Decision procedure for indefinite hypergeometric
summation", 1978, for the last; the rest is the usual telescoping argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import comb

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.angles import angles
from symproof.engines.functions.laws import laws
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, Wrap, closed
from symproof.engines.sums import summation
from symproof.substitution import fresh, names_in, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Frozen, Quotient

LONGEST_PEEL = 6


@dataclass(frozen=True, slots=True)
class Group:
    """All sums of one length in a value: `body` is B at the open letter `number`, for the index from 0 to `length`."""

    body: Quotient
    number: int
    length: Quotient


def telescope(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A relation between scalars with sums of symbolic length."""
    if not isinstance(goal.left, tm.Scalar) or not isinstance(goal.right, tm.Scalar) or goal.kind == "!=":
        return None
    normalizer = facts.normalizer
    try:
        groups = grouped(normalizer, normalizer.difference(goal.left, goal.right))
        if not groups:
            return None
        return _peeled(search, facts, goal, groups) or _summed(search, facts, goal, groups)
    except (*NOT_NORMAL, LookupError):
        return None


def grouped(normalizer: Normalizer, value: Quotient) -> list[Group]:
    """The sums in a value, one group for each length; none where a sum does not stand alone in its term."""
    ring = normalizer.ring
    if value.den is not None:
        scale = normalizer.inverse(Quotient(value.den))
    else:
        scale = ring.constant(1)
    found: dict[Frozen, Group] = {}
    for monomial, coefficient in ring.numerator_terms(value):
        sums = [(k, e) for k, e in monomial if normalizer.atoms[k][0] == "sum"]
        if not sums:
            continue
        if len(sums) != 1 or sums[0][1] != 1:
            return []
        _, depth, unit, length = normalizer.atoms[sums[0][0]]
        factor = ring.from_terms([(tuple(m for m in monomial if m[0] != sums[0][0]), coefficient)])
        group = found.get(length)
        if group is None:
            number, _ = normalizer.placeholder(natural=True)
            group = Group(ring.constant(0), number, ring.thaw(length))
        bound, _ = normalizer.bound_letter(depth, natural=True)
        opened = normalizer.replace(ring.thaw(unit), {bound: ring.generator(group.number)})
        body = ring.add(group.body, ring.multiply(ring.multiply(factor, scale), opened))
        found[length] = Group(body, group.number, group.length)
    return list(found.values())


# Sums whose lengths differ by a number ------------------------------------------------------------


def _peeled(search: Search, facts: Facts, goal: st.Relation, groups: list[Group]) -> Certificate | None:
    """Where two lengths differ by a small number, the longer sum gives up its last terms."""
    ring = facts.normalizer.ring
    for longer in groups:
        for shorter in groups:
            gap = ring.as_constant(ring.subtract(longer.length, shorter.length))
            if gap is None or not 0 < gap <= LONGEST_PEEL or gap.denominator != 1:
                continue
            letter = index_letter(facts, goal)
            back = Readback(facts.normalizer, {longer.number: letter})
            last = back.scalar(longer.length)
            total = tm.Sum(back.scalar(longer.body), letter, ZERO, last)
            low_enough = st.Relation("<=", ZERO, last)
            place = back.scalar(shorter.length)
            if not facts.evident(low_enough) or not facts.evident(st.Relation("<=", ZERO, place + 1)):
                continue
            before = tm.Sum(total.body, letter, ZERO, place)
            after = tm.Sum(total.body, letter, place + 1, last)
            split = st.Relation("=", total, before + after)
            simpler = _carry(search, facts, goal, [split])
            if simpler is not None:
                return ct.SplitAt(total, place, simpler)
    return None


def _carry(search: Search, facts: Facts, goal: st.Relation, added: list[st.Prop]) -> Certificate | None:
    """The goal with the equations between sums among new facts used: left - right is rewritten by them and what is left is
    proved."""
    inside = facts.extended(added)
    first = len(facts.props)
    normalizer = facts.normalizer
    value = normalizer.difference(_scalar(goal.left), _scalar(goal.right))
    equations = {first + k: each for k, each in enumerate(added) if st.is_equation(each)}
    for fact in equations.values():
        value = normalizer.ring.subtract(value, normalizer.difference(_scalar(fact.left), _scalar(fact.right)))
    rest = Readback(normalizer).scalar(normalizer.reduce(value))
    reduced = st.Relation(goal.kind, rest, ZERO)
    proof = search.prove(inside, reduced) or search.try_out(inside, reduced)  # what is said of the first places, say
    if proof is None:
        return None
    # left - right = rest + sum of (l - r); the reduced relation is the last fact.
    sign = tm.Number(Fraction(1 if goal.kind in ("=", ">", ">=") else -1))
    pieces = [ct.Piece(ONE, (first + len(added),)), *(ct.Piece(sign, (number,)) for number in equations)]
    return ct.Have(reduced, proof, ct.Combination(tuple(pieces)))


def _scalar(term: tm.Term) -> tm.Scalar:
    assert isinstance(term, tm.Scalar)  # by the entry of the engine
    return term


def index_letter(facts: Facts, goal: st.Prop) -> tm.Variable:
    """A letter for an index that nothing here is called."""
    taken = names_in(goal, *facts.props)
    letter = tm.Variable("k", "natural", least=0)
    if "k" not in taken:
        return letter
    renamed: tm.Variable = fresh(letter, taken)
    return renamed


# One sum ------------------------------------------------------------------------------------------


def _summed(search: Search, facts: Facts, goal: st.Relation, groups: list[Group]) -> Certificate | None:
    """Each group summed by an antidifference, or zero term by term; then the relation between what is left."""
    letter = index_letter(facts, goal)
    wraps: list[Wrap] = []
    added: list[st.Prop] = []
    for group in groups:
        back = Readback(facts.normalizer, {group.number: letter})
        total = tm.Sum(back.scalar(group.body), letter, ZERO, back.scalar(group.length))
        found = _close_sum(search, facts.extended(added), total, _antidifferences(facts, goal, group, groups, letter))
        if found is None:
            return None
        wraps += [wrap for wrap, _ in found]
        added += [fact for _, fact in found]
    rest = _carry(search, facts, goal, added)
    return closed(wraps, rest)


def _close_sum(
    search: Search, facts: Facts, total: tm.Sum, candidates: Iterable[tm.Scalar]
) -> list[tuple[Wrap, st.Prop]] | None:
    """A fact that says what a sum is, behind what it asks of its letters, and how to state each before a certificate."""
    index = total.index
    if facts.evident(st.Relation("<=", ZERO, total.high + 1)):
        for law in candidates:
            needed = summation.needed_by(search, facts, law, index)
            if needed is None:
                continue
            letter, inside = facts.extended(prop for prop, _ in needed).opened(
                index, total.low, total.high, total.body, law
            )
            assert isinstance(letter, tm.Variable)  # as an index is
            change = substitute(law, {index: letter + 1}) - substitute(law, {index: letter})
            step = st.Relation("=", substitute(total.body, {index: letter}), change)
            proof = search.try_out(inside, step)
            circular = (tm.is_elementary(part, "sin", "cos") for part in total.body.subterms())
            if proof is None and any(circular):
                proof = angles(search, inside, step)
            if proof is None and any(tm.is_elementary(part, "arctan") for part in total.body.subterms()):
                proof = laws(search, inside, step)
            if proof is not None:
                ends = substitute(law, {index: total.high + 1}) - substitute(law, {index: total.low})
                conditions: list[tuple[Wrap, st.Prop]] = [
                    (partial(ct.Have, prop, shown), prop) for prop, shown in needed
                ]
                return [*conditions, (partial(ct.Telescoped, total, law, proof), st.Relation("=", total, ends))]
    zero = tm.Sum(ZERO, index, total.low, total.high)
    letter, inside = facts.opened(index, total.low, total.high, total.body, ZERO)
    proof = search.try_out(inside, st.Relation("=", substitute(total.body, {index: letter}), ZERO))
    if proof is None:
        return None
    return [(partial(ct.Termwise, "=", total, zero, proof), st.Relation("=", total, zero))]


def _antidifferences(
    facts: Facts, goal: st.Relation, group: Group, groups: list[Group], letter: tm.Variable
) -> Iterator[tm.Scalar]:
    """Antidifferences to try, the likeliest first."""
    normalizer = facts.normalizer
    back = Readback(normalizer, {group.number: letter})
    law, leftover = antidifference(normalizer, group)
    if normalizer.ring.is_zero(leftover):
        yield back.scalar(law)
        return
    if goal.kind == "=" and len(groups) == 1:
        shown = _from_claim(facts, goal, group, letter)
        if shown is not None:
            yield shown
    powers, others = powers_apart(normalizer, leftover, group.number)
    if normalizer.ring.is_zero(others):
        yield back.scalar(normalizer.ring.add(law, powers))
        return
    closed = _closed_form(back.scalar(normalizer.reduce(leftover)), letter)
    if closed is not None:
        yield back.scalar(law) + closed


def _from_claim(facts: Facts, goal: st.Relation, group: Group, letter: tm.Variable) -> tm.Scalar | None:
    """The law that the claim itself states: where sum over 0..T + c of B is R(T), try G(t) = R(t - 1 - c)."""
    normalizer = facts.normalizer
    ring = normalizer.ring
    value = normalizer.difference(_scalar(goal.left), _scalar(goal.right))
    back = Readback(normalizer, {group.number: letter})
    total = normalizer.scalar(tm.Sum(back.scalar(group.body), letter, ZERO, back.scalar(group.length)))
    rest = normalizer.reduce(ring.subtract(value, total))
    for number in ring.generators(group.length):
        top = normalizer.atoms[number]
        shift = ring.as_constant(ring.subtract(group.length, ring.generator(number)))
        if top[0] == "letter" and shift is not None and shift.denominator == 1:
            stated = tm.Neg(Readback(normalizer).scalar(rest))
            return substitute(stated, {top[1]: letter - 1 - tm.Number(shift)})
    return None


def powers_apart(normalizer: Normalizer, body: Quotient, number: int) -> tuple[Quotient, Quotient]:
    """The antidifference of the powers of the index in B (their coefficients free of it), by undetermined coefficients, and
    the rest of B."""
    ring = normalizer.ring
    by_power: dict[int, Quotient] = {}
    rest = ring.constant(0)
    for factor, unit in normalizer.split(body, number):
        power = dict(ring.numerator_terms(unit)[0][0]).get(number, 0)
        if ring.is_zero(ring.subtract(unit, ring.power(ring.generator(number), power))):
            by_power[power] = ring.add(by_power.get(power, ring.constant(0)), factor)
        else:
            rest = ring.add(rest, ring.multiply(factor, unit))
    letter = ring.generator(number)
    result = ring.constant(0)
    for power in range(max(by_power, default=-1), -1, -1):
        factor = ring.scale(by_power.get(power, ring.constant(0)), 1 / fmpq(power + 1))
        result = ring.add(result, ring.multiply(factor, ring.power(letter, power + 1)))
        for lower in range(power):  # (t + 1)**(p + 1) - t**(p + 1) has these lower terms
            down = ring.scale(factor, fmpq(-comb(power + 1, lower)))
            by_power[lower] = ring.add(by_power.get(lower, ring.constant(0)), down)
    return result, rest


def antidifference(normalizer: Normalizer, group: Group) -> tuple[Quotient, Quotient]:
    """G and what is left of B over G(t + 1) - G(t), G as far as shifts cancel."""
    ring = normalizer.ring
    families: dict[Frozen, dict[int, Quotient]] = {}
    for factor, unit in normalizer.split(group.body, group.number):
        offset = _offset(normalizer, unit, group.number)
        base = unit
        if offset:
            base = normalizer.replace(
                unit, {group.number: ring.subtract(ring.generator(group.number), ring.constant(offset))}
            )
        family = families.setdefault(ring.freeze(base), {})
        family[offset] = ring.add(family.get(offset, ring.constant(0)), factor)
    result = ring.constant(0)
    leftover = ring.constant(0)
    for frozen, family in families.items():
        base = ring.thaw(frozen)
        low, high = min(family), max(family)
        running = ring.constant(0)
        for shift in range(high, low, -1):  # synthetic division of P(E) by E - 1
            running = ring.add(running, family.get(shift, ring.constant(0)))
            if not ring.is_zero(running):
                moved = normalizer.replace(
                    base, {group.number: ring.add(ring.generator(group.number), ring.constant(shift - 1))}
                )
                result = ring.add(result, ring.multiply(running, moved))
        remainder = ring.add(running, family.get(low, ring.constant(0)))
        if not ring.is_zero(remainder):
            moved = normalizer.replace(base, {group.number: ring.add(ring.generator(group.number), ring.constant(low))})
            leftover = ring.add(leftover, ring.multiply(remainder, moved))
    return normalizer.reduce(result), normalizer.reduce(leftover)


def _offset(normalizer: Normalizer, unit: Quotient, number: int) -> int:
    """The least constant c of the indices t + c in a term, so that shifting by it is canonical."""
    ring = normalizer.ring
    found: list[int] = []
    pending = list(ring.generators(unit))
    seen: set[int] = set()
    vectors: list[int] = []
    while pending or vectors:
        if vectors:
            key = normalizer.vectors[vectors.pop()]
        else:
            atom = pending.pop()
            if atom in seen or number not in normalizer.open_letters(atom):
                continue
            seen.add(atom)
            key = normalizer.atoms[atom]
        match key:
            case ("at", _, place):
                index = ring.thaw(place)
                if index.den is None:
                    terms = dict(ring.numerator_terms(index))
                    if ((number, 1),) in terms:
                        constant = terms.get((), fmpq(0))
                        found.append(int(constant.p) if constant.q == 1 else 0)
            case ("inner", i, j):
                vectors += [i, j]
            case ("root" | "function", *_, frozen):
                pending += ring.generators(ring.thaw(frozen))
            case _:
                continue
    return min(found, default=0)


def _closed_form(body: tm.Scalar, letter: tm.Variable) -> tm.Scalar | None:
    """SymPy's proposal for an antidifference of what does not telescope by shifts."""
    return None if body.mentions(tm.Sum, tm.Product) else summation.antidifference(body, letter)

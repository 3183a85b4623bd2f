"""Definite sums of hypergeometric terms: a recurrence found by Zeilberger's algorithm, and induction by it.

From b F(n + 1, k) + a F(n, k) = G(k + 1) - G(k), summed over the range of n, and the last terms of the sum at n + 1, the
sum at n + 1 is known from the sum at n. The recurrence is a proposal; the kernel checks that it telescopes, and adds.
Where b vanishes at the first places, they are cases of their own. A sum that ends at n + 1 is the sum to m, at m = n + 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from symproof import statement as st
from symproof import term as tm
from symproof.engines.logic.values import at_each
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.gaps import whole_gap
from symproof.engines.polynomials.readback import Readback
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search, Step, state
from symproof.engines.sums.neighbours import neighbours
from symproof.substitution import fresh, names_in, replaced, substitute
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.integer_rules import without
from symproof.trusted.polynomial import Quotient
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import follow

if TYPE_CHECKING:
    from symproof.doors.sympy.creative import Recurrence

MOST_AHEAD = 3
MOST_CASES = 3


def zeilberger(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation between one definite sum and what holds no sum."""
    if goal.kind != "=" or search.inductions or not isinstance(goal.left, tm.Scalar):
        return None
    sums = list(dict.fromkeys(goal.outer(tm.Sum)))
    definite = [total for total in sums if letters(total)]
    if len(definite) != 1 or any(total.body.mentions(tm.Sum, tm.Product) for total in sums):
        return None
    (total,) = definite
    for delta in goal.outer(tm.Delta):
        n = delta.index
        if isinstance(n, tm.Variable) and n in letters(total) and facts.range(n).low == 0:
            return _but_at_zero(search, facts, goal, delta, n)
    claims = list(_solved(facts, goal, total))
    for letter in letters(total):
        for claim, factor, weight in claims:
            if letter in factor.free:
                continue
            proof = _from_start(search, facts, claim, total, letter, factor)
            proof = proof or _shifted(search, facts, claim, total, letter, factor)
            if proof is not None:
                return proof if claim == goal else ct.Have(claim, proof, _multiple(len(facts.props), weight))
    for letter in letters(total):
        if facts.range(letter).low == 0 and any(letter in factor.free for _, factor, _ in claims):
            return _but_first(search, facts, goal, letter)
    return None


def _multiple(number: int, weight: tm.Scalar) -> Certificate:
    """An equation, as a multiple of a fact."""
    return ct.Combination((ct.Piece(weight, (number,)),))


def _but_first(search: Search, facts: Facts, goal: st.Relation, n: tm.Variable) -> Certificate | None:
    """The goal where n is 0, and where it is not: what the sum is multiplied by may vanish there."""
    others = without(facts, n)
    general = st.Each(n, goal, ONE, None)
    letter, inside = others.opened(n, ONE, None, goal)
    assert isinstance(letter, tm.Variable)  # as n is
    opened = substitute(goal, {n: letter})
    assert isinstance(opened, st.Relation)  # as the goal is
    proof = zeilberger(search, inside, opened) if others.props == facts.props else None
    first = None if proof is None else search.prove(others, substitute(goal, {n: tm.ZERO}))
    if proof is None or first is None:
        return None
    return ct.Have(
        general, ct.Suppose(proof), ct.Induction(n, 0, first, ct.Instance(len(facts.props), n + 1, ct.Evident()))
    )


def _but_at_zero(
    search: Search, facts: Facts, goal: st.Relation, delta: tm.Delta, n: tm.Variable
) -> Certificate | None:
    """The goal where n is 0, and where it is not: delta(n) is 1 or 0."""
    none, zero = st.Relation("<=", n, tm.ZERO), st.Relation("=", n, tm.ZERO)
    beyond, short = facts.extended([st.Relation(">", n, tm.ZERO)]), replaced(goal, {delta: tm.ZERO})
    sifted, proof = st.Relation("=", delta, tm.ZERO), zeilberger(search, beyond, short)
    if proof is None or not beyond.evident(sifted):
        return None
    weight = _slope_in(beyond, goal, delta)
    first = None if weight is None else search.prove(facts.extended([none, zero]), goal)
    if weight is None or first is None:
        return None
    number = len(beyond.props)
    rest = ct.Combination((ct.Piece(ONE, (number,)), ct.Piece(weight, (number + 1,))))
    apart = ct.Have(short, proof, ct.Have(sifted, ct.Evident(), rest))
    return ct.Cases(none, ct.Have(zero, ct.Between(ct.Evident(), ct.Evident()), first), apart)


def letters(total: tm.Sum) -> list[tm.Variable]:
    """The integer letters in both the terms and the end of a sum."""
    found = (letter for letter in total.body.free & total.high.free if isinstance(letter, tm.Variable))
    return sorted((letter for letter in found if letter.domain in ("natural", "integer")), key=str)


def _solved(facts: Facts, goal: st.Relation, total: tm.Sum) -> Iterator[tuple[st.Relation, tm.Scalar, tm.Scalar]]:
    """The goal as factor * sum = closed form, the factor: as 1, and as it is, since it may be 0; and the goal over that."""
    if goal.left == total:
        yield goal, ONE, ONE
        return
    try:
        slope, rest = _parts(facts, goal, total)
        if facts.normalizer.ring.is_zero(slope):
            return
        numbers, back = facts.normalizer.ring, Readback(facts.normalizer)
        factor = back.scalar(slope)
        yield st.Relation("=", total, back.scalar(numbers.negative(numbers.quotient(rest, slope)))), ONE, factor
        yield st.Relation("=", factor * total, back.scalar(numbers.negative(rest))), factor, ONE
    except (*NOT_NORMAL, LookupError, ZeroDivisionError):
        return


def _slope_in(facts: Facts, goal: st.Relation, part: tm.Scalar) -> tm.Scalar | None:
    """What a part is multiplied by in the difference of the sides."""
    try:
        return Readback(facts.normalizer).scalar(_parts(facts, goal, part)[0])
    except (*NOT_NORMAL, LookupError):
        return None


def _parts(facts: Facts, goal: st.Relation, part: tm.Scalar) -> tuple[Quotient, Quotient]:
    """slope and rest where the difference of the sides is slope * part + rest; a letter stands for the part, as the normal
    form takes sums apart.

    Raises:
        LookupError: it stands there in another way.
    """
    normalizer, numbers = facts.normalizer, facts.normalizer.ring
    letter = fresh(tm.Variable("s"), names_in(goal, *facts.props))
    left, right = (replaced(side, {part: letter}) for side in (goal.left, goal.right))
    value, place = normalizer.difference(left, right), numbers.generators(normalizer.scalar(letter))[0]  # type: ignore[arg-type]
    rest = numbers.compose(value, {place: numbers.constant(0)})
    slope = numbers.subtract(numbers.compose(value, {place: numbers.constant(1)}), rest)
    if place in numbers.generators(slope):
        raise LookupError(part)
    return slope, rest


def _ahead(facts: Facts, end: tm.Scalar, place: tm.Scalar) -> int:
    """By how much an end lies beyond a place; 0 where that is no number, or not beyond."""
    gap = whole_gap(facts, end, place)
    return gap if gap is not None and 0 < gap <= MOST_AHEAD else 0


def _shifted(
    search: Search, facts: Facts, claim: st.Relation, total: tm.Sum, n: tm.Variable, factor: tm.Scalar
) -> Certificate | None:
    """A sum that ends at n + 1: proved for the place m where it ends, and taken at m = n + 1."""
    low, ahead = facts.range(n).low, _ahead(facts, total.high, n)
    if low is None or not ahead:
        return None
    start = tm.scalar(int(low) + ahead)
    general = st.Each(n, substitute(claim, {n: n - ahead}), start, None)
    letter, inside = without(facts, n).opened(n, start, None, general.body)
    assert isinstance(letter, tm.Variable)  # as n is
    opened = substitute(general.body, {n: letter})
    assert isinstance(opened, st.Relation)  # as the claim is
    sums = list(opened.outer(tm.Sum))
    proof = _from_start(search, inside, opened, sums[0], letter, factor) if len(sums) == 1 else None
    if proof is None:
        return None
    return ct.Have(general, ct.Suppose(proof), ct.Instance(len(facts.props), n + ahead, ct.Evident()))


def _from_start(
    search: Search, facts: Facts, claim: st.Relation, total: tm.Sum, n: tm.Variable, factor: tm.Scalar
) -> Certificate | None:
    """factor * sum = closed form for all n from the least one on."""
    from symproof.doors.sympy import recurrence  # the door is opened when it is needed

    low = facts.range(n).low
    found = recurrence(total.body, n, total.index, total.high)
    if low is None or found is None:
        return None
    start = int(low)
    others = without(facts, n)
    for first in range(start, start + MOST_CASES + 1):
        inside = others.extended([st.Relation(">=", n, tm.scalar(first)), claim])
        if inside.evident(st.Relation("!=", found.after, tm.ZERO)):
            break
    else:
        return None
    base = search.prove(others, substitute(claim, {n: tm.scalar(first)}))
    step = None if base is None else _step(search, inside, claim, total, n, factor, found)
    if base is None or step is None:
        return None
    grown: Certificate = ct.Induction(n, first, base, step)
    if first == start:
        return grown
    beyond = st.Relation(">=", n, tm.scalar(first))
    before = facts.extended([st.Relation("<", n, beyond.right)])
    found_before = at_each(search, before, claim, n, range(start, first))
    return None if found_before is None else ct.Cases(beyond, grown, found_before)


def _step(
    search: Search,
    facts: Facts,
    claim: st.Relation,
    total: tm.Sum,
    n: tm.Variable,
    factor: tm.Scalar,
    found: Recurrence,
) -> Certificate | None:
    """The claim at n + 1 from the claim at n, the last fact."""
    value = claim.right
    assert isinstance(value, tm.Scalar)  # as the sum is
    before, after = found.before, found.after
    known, index = len(facts.props) - 1, total.index
    following = substitute(total, {n: n + 1})
    longer = tm.Sum(following.body, index, total.low, total.high)
    mixed = tm.Add((tm.Mul((after, longer)), tm.Mul((before, total))))

    added_places = [total.high + step for step in range(1, _ahead(facts, following.high, total.high) + 1)]

    def stated(facts: Facts) -> Certificate | None:
        for law in found.antidifferences:
            ends = [substitute(law, {index: place}) for place in (total.low, total.high + 1)]
            last = [substitute(following.body, {index: place}) for place in added_places]
            signs, known_too = _signs(search, facts, [*ends, *last])
            number = len(known_too.props)
            letter, opened = known_too.opened(index, total.low, total.high, longer.body, total.body, law)
            assert isinstance(letter, tm.Variable)  # as an index is
            change = substitute(law, {index: letter + 1}) - substitute(law, {index: letter})
            body = substitute(after * longer.body + before * total.body, {index: letter})
            proof = _with_counts(search, opened, st.Relation("=", body, change))
            if proof is not None:
                pieces = (
                    ct.Piece(factor, (number + 1,)),  # the sum to the old end and the last terms
                    ct.Piece(factor / after, (number,)),  # the recurrence
                    ct.Piece(-before / after, (known,)),  # the sum at n
                )
                added: Certificate = ct.Combination(pieces)
                doubtful = False
                if value.mentions(tm.Sum, tm.Product):  # other sums give up their last terms
                    added = ct.Peeled(added)
                else:
                    grown = (ends[1] - ends[0] - before * value / factor) / after
                    rest = st.Relation("=", tm.Add((*last, grown)), substitute(value, {n: n + 1}) / factor)
                    split = st.Relation(
                        "=", following, longer + tm.Sum(following.body, index, total.high + 1, following.high)
                    )
                    inside = known_too.extended([st.Relation("=", mixed, ends[1] - ends[0]), split])
                    doubtful = not inside.evident(rest)
                    closing = neighbours(search, inside, rest) or ring(search, inside, rest) if doubtful else None
                    if closing is not None:
                        more = ct.Combination((*pieces, ct.Piece(factor, (number + 2,))))
                        added, doubtful = ct.Have(rest, closing, more), False
                found_here = ct.Telescoped(mixed, law, proof, ct.SplitAt(following, total.high, added))
                if not doubtful or _follows(known_too, substitute(claim, {n: n + 1}), found_here):
                    return state(signs, found_here)
        return None

    last = tm.Sum(following.body, index, total.high + 1, following.high)
    return search.with_value(facts, [prop for part in (mixed, last) for prop in definedness(part)], stated)


def _follows(facts: Facts, goal: st.Prop, proof: Certificate) -> bool:
    """Whether the kernel follows a proof that may not add up: of a guess, say."""
    try:
        follow(facts, goal, proof)
    except Rejected:
        return False
    return True


def _with_counts(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation between factorials and binomial coefficients, once the signs of what they count are stated."""
    known, facts = _signs(search, facts, [goal])
    found = search.try_out(facts, goal) or neighbours(search, facts, goal)
    return state(known, found)


def _signs(search: Search, facts: Facts, terms: list[tm.Term]) -> tuple[list[Step], Facts]:
    """That what factorials and binomial coefficients count is not below 0, or is, where it follows from the facts and the
    normal form does not see it; and the facts with that."""
    known: list[Step] = []
    for count in dict.fromkeys(found for term in terms for found in _counts(term)):
        try:
            rest, _ = facts.normalizer.without_constant(facts.normalizer.scalar(count))
        except NOT_NORMAL:
            continue
        for least in (Readback(facts.normalizer).scalar(rest), count):
            seen = facts.range(least)
            if seen.is_nonnegative or seen.is_negative:
                continue
            for condition in (st.Relation("<=", tm.ZERO, least), st.Relation("<", least, tm.ZERO)):
                proof = ct.Evident() if facts.evident(condition) else linear(search, facts, condition)
                if proof is not None:
                    known.append((condition, proof))
                    facts = facts.extended([condition])
                    break
    return known, facts


def _counts(term: tm.Term) -> Iterator[tm.Scalar]:
    for part in term.subterms():
        match part:
            case tm.Factorial(arg):
                yield arg
            case tm.Binomial(above, below):
                yield from (below, above - below)

"""Orders between sums, term by term: a sum is at most another where each of its terms is at most the other's.

What stands beside a sum is shared out evenly over its terms, so that sum of a(t) <= T K is a(t) <= K for each t.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, sum_of_facts
from symproof.engines.sums.telescoping import grouped, index_letter
from symproof.substitution import body_at
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts

NOT_INSIDE = ("telescope", "termwise", "induction", "contradiction", "z3", "sympy")
"""The engines that are not tried on one term of a sum."""


def termwise(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that is one between the terms of a sum over a range of symbolic length."""
    ends = oriented(goal)
    if ends is None:
        return None
    small, large, strict = ends
    try:
        gathered = _gathered(facts, goal, small, large)
    except (*NOT_NORMAL, LookupError):
        return None
    if gathered is None:
        return None
    total, share, rest = gathered
    found = evenly(search, facts, strict, total, share)
    return found or (None if share == ZERO else _weighted(search, facts, goal, rest))


def evenly(search: Search, facts: Facts, strict: bool, total: tm.Sum, share: tm.Scalar) -> Certificate | None:
    """The goal where each term has the same share of what stands beside the sum."""
    counted = share == ZERO or facts.evident(st.Relation("<=", ZERO, total.high + 1))
    if not counted or (strict and not facts.evident(st.Relation("<=", ZERO, total.high))):
        return None
    kind = "<" if strict else "<="
    conditions = definedness(st.Relation(kind, total, ZERO))
    return search.with_value(facts, conditions, lambda facts: _by_terms(search, facts, kind, total, share))


def _by_terms(search: Search, facts: Facts, kind: str, total: tm.Sum, share: tm.Scalar) -> Certificate | None:
    """total `kind` 0 by its terms, and what was shared out put together again."""
    zero = tm.Sum(ZERO, total.index, total.low, total.high)
    letter, inside = facts.opened(total.index, total.low, total.high, total.body)
    others = search.others(*NOT_INSIDE)
    others += [row for row in search.light if row not in others]  # instances at the index that was opened
    inner = Search(search.deadline, others, search.depth, search.inductions, True, search.light, vain=search.vain)
    each_term = st.Relation(kind, body_at(total, letter), ZERO)
    proof = None if probe.fails(inside, each_term) else inner.prove(inside, each_term)
    if proof is None:
        return None
    number = len(facts.props)
    if share == ZERO:
        return ct.Termwise(kind, total, zero, proof, sum_of_facts(number))
    # What was shared out is share * (1 + ... + 1), and the number of terms is a sum that telescopes.
    count = tm.Sum(ONE, total.index, ZERO, total.high)
    pieces = ct.Piece(ONE, (number,)), ct.Piece(share, (number + 1,))
    rest = ct.Telescoped(count, total.index, ct.Combination(), ct.Combination(pieces))
    return ct.Termwise(kind, total, zero, proof, rest)


def _weighted(search: Search, facts: Facts, goal: st.Relation, rest: tm.Scalar) -> Certificate | None:
    """The goal where `rest`, what stands beside the sums, is shared out by weights that a fact adds up."""
    for number, fact in enumerate(facts.props):
        match fact:
            case st.Relation("=", tm.Sum() as weights, tm.Scalar() as count):
                pass
            case st.Relation("=", tm.Scalar() as count, tm.Sum() as weights):
                pass
            case _:
                continue
        if not facts.evident(st.Relation("!=", count, ZERO)) or any(True for _ in count.outer(tm.Sum)):
            continue
        share = rest / count
        gap = share * (weights - count)
        small, large, strict = oriented(goal) or (ZERO, ZERO, False)
        shared = st.Relation("<" if strict else "<=", small + gap, large)
        gathered = _gathered(facts, shared, *shared_ends[:2]) if (shared_ends := oriented(shared)) is not None else None
        proof = None if gathered is None else evenly(search, facts, strict, *gathered[:2])
        if proof is not None:
            weight = share if fact.left == weights else -share
            pieces = ct.Piece(ONE, (len(facts.props),)), ct.Piece(weight, (number,))
            return ct.Have(shared, proof, ct.Combination(pieces))
    return None


def _gathered(
    facts: Facts, goal: st.Relation, small: tm.Scalar, large: tm.Scalar
) -> tuple[tm.Sum, tm.Scalar, tm.Scalar] | None:
    """small - large as one sum over 0..length, what each term has from beside the sums, and all that stands beside them;
    None where it holds no sum, or sums of several lengths."""
    normalizer, ring = facts.normalizer, facts.normalizer.ring
    value = normalizer.difference(small, large)
    groups = grouped(normalizer, value)
    if len(groups) != 1:
        return None
    (group,) = groups
    letter = index_letter(facts, goal)
    back = Readback(normalizer, {group.number: letter})
    high = back.scalar(group.length)
    summed = normalizer.scalar(tm.Sum(back.scalar(group.body), letter, ZERO, high))
    rest = normalizer.reduce(ring.subtract(value, summed))
    share = ring.quotient(rest, ring.add(group.length, ring.constant(1)))
    body = back.scalar(normalizer.reduce(ring.add(group.body, share)))
    return tm.Sum(body, letter, ZERO, high), back.scalar(share), back.scalar(rest)

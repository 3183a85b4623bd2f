"""Sums of p(k) times a sum up to k + c, by parts: with P(k + 1) - P(k) = p(k), and R(k + 1) - R(k) = P(k + 1) s(k + c + 1) for
the term s of the inner sum S, p(k) S(k) is the change of P(k) S(k) - R(k).

So harmonic(n + k) adds up to (n + k) harmonic(n + k) - k. P is chosen with a zero where s has a pole, as far as it can be.
Sums of logarithms of products are those of the logarithms of the factors. Untrusted.
"""

from __future__ import annotations

from math import prod
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions.log_factors import of_factors
from symproof.engines.functions.logarithms import logarithms
from symproof.engines.functions.zeros import roots_of
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import positivity
from symproof.engines.search import Search, in_turn, state
from symproof.substitution import body_at, replaced, substitute
from symproof.term import ONE
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.defined import definedness
from symproof.trusted.facts import NOT_NORMAL, Facts

SECONDS = 0.5


def law_by_parts(total: tm.Sum) -> tm.Scalar | None:
    """G with G(k + 1) - G(k) = the terms of a sum, where they are a polynomial times a sum up to k + c."""
    from symproof.engines.sums.summation import antidifference  # which asks for this in its turn

    k = total.index
    if isinstance(total.body, tm.Add | tm.Neg):
        args = total.body.args if isinstance(total.body, tm.Add) else (total.body.arg,)
        of_parts = [law_by_parts(tm.Sum(arg, k, total.low, total.high)) for arg in args]
        laws = [antidifference(arg, k) if law is None else law for arg, law in zip(args, of_parts, strict=True)]
        if any(law is None for law in laws):
            return None
        whole = sum((law for law in laws if law is not None), start=tm.ZERO)
        return whole if isinstance(total.body, tm.Add) else -whole
    args = total.body.args if isinstance(total.body, tm.Mul) else (total.body,)
    inner = [arg for arg in args if isinstance(arg, tm.Sum)]
    if len(inner) != 1 or any(arg.mentions(tm.Sum) for arg in args if arg is not inner[0]):
        return None
    (partial,) = inner
    ends = partial.high - k
    if k in partial.low.free | partial.body.free or k not in partial.high.free or not tm.is_integer(ends):
        return None
    outer: tm.Scalar = prod((arg for arg in args if arg is not partial), start=ONE)
    weight = antidifference(outer, k)
    following = body_at(partial, partial.high + 1)
    if weight is None:
        return None
    shifts: list[Any] = [tm.ZERO]
    if isinstance(following, tm.Div):
        shifts = [-substitute(weight, {k: root + 1}) for root in roots_of(following.denominator, k)] + shifts
    for shift in shifts:
        added = weight + shift
        rest = antidifference(substitute(added, {k: k + 1}) * following, k)
        if rest is not None:
            found: tm.Scalar = added * partial - rest
            return found
    return None


def change_of(search: Search, opened: Facts, body: tm.Scalar, change: tm.Scalar) -> Certificate | None:
    """body = change, the last terms of sums taken out."""
    try:
        proof = search.try_out(opened.peeled(), st.Relation("=", body, change))
    except NOT_NORMAL:
        return None
    return None if proof is None else ct.Peeled(proof)


def from_the_start(search: Search, facts: Facts, total: tm.Sum) -> tuple[tm.Scalar, Certificate] | None:
    """The terms of a sum with inner sums from the index on as differences of sums from its least value on: for j >= 1 the sum
    of f(i) over i = j..n is that over 1..n less that over 1..j - 1."""
    letter, opened = facts.opened(total.index, total.low, total.high, total.body)
    assert isinstance(letter, tm.Variable)  # as an index is
    body = body_at(total, letter)
    inner = [part for part in dict.fromkeys(body.outer(tm.Sum)) if letter in part.low.free - part.high.free]
    if len(inner) != 1:
        return None
    (part,) = inner
    first, place = substitute(part.low, {letter: total.low}), part.low - 1
    whole, before, after = (
        tm.Sum(part.body, part.index, low, high)
        for low, high in ((first, part.high), (first, place), (place + 1, part.high))
    )
    ends = st.Relation("<=", first, part.low), st.Relation("<=", place, part.high)
    with_whole, with_before = (replaced(body, {part: instead}) for instead in (whole, before))
    if not all(map(opened.evident, ends)):
        return None
    longer = with_whole - with_before
    signs = search.aside((("linear", linear), ("positivity", positivity)))
    split = st.Relation("=", whole, before + after)
    needs = (prop for claim in (body, split) for prop in definedness(claim) if not opened.evident(prop))
    defined = in_turn(signs, opened, dict.fromkeys(needs))
    if defined is None:
        return None
    opened = opened.extended(prop for prop, _ in defined)
    proof = search.try_out(opened.extended([split]), st.Relation("=", body, longer))
    if proof is None:
        return None
    return substitute(longer, {letter: total.index}), state(defined, ct.SplitAt(whole, place, proof))


def logarithms_apart(search: Search, facts: Facts, total: tm.Sum) -> tuple[tm.Scalar, Certificate] | None:
    """The terms of a sum with the logarithms of products written as sums of logarithms, and a proof at a place of its range."""
    letter, opened = facts.opened(total.index, total.low, total.high, total.body)
    assert isinstance(letter, tm.Variable)  # as an index is
    body = body_at(total, letter)
    forms: dict[tm.Term, tm.Term] = {}
    for part in body.outer(tm.Elementary):
        if tm.is_elementary(part, "log") and letter in part.args[0].free and part not in forms:
            apart = of_factors(opened, part.args[0])
            forms |= {} if apart is None else {part: apart}
    if not forms:
        return None
    longer = replaced(body, forms)
    assert isinstance(longer, tm.Scalar)  # as its sort is kept
    proof = search.aside((("logarithms", logarithms),), SECONDS).prove(opened, st.Relation("=", body, longer))
    return None if proof is None else (substitute(longer, {letter: total.index}), proof)

"""Integers told apart by where they stand: each of a few values by itself, or those up to a turn and those beyond it.

2**n < 5*n for 1 <= n <= 4 is seen at each n. For a != b of all integers n, a may be below b up to some integer and above it from
the next on, as in 2**n != 3 and exp(n) != 2. Where the order turns is known from floating point; each side of it is proved as
an order. Untrusted.

Limits: one letter; between `LEAST` and `MOST` no more than `TURNS` turns, of a difference that is no polynomial.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from symproof import statement as st
from symproof import term as tm
from symproof.engines.functions import probe
from symproof.engines.search import Search
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts

LEAST, MOST, TURNS, FEW = -12, 40, 3, 16


def one_by_one(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal about an integer of which few values are left, at each of them."""
    letters = [x for x in sorted(goal.free, key=str) if tm.is_integer_letter(x)]
    for n in letters:
        known = facts.range(n)
        if known.low is not None and known.high is not None and known.high - known.low < FEW:
            if st.Relation("=", n, tm.Number(known.low)) in facts.props:
                continue
            found = _at_each(search.without(one_by_one), facts, goal, n, int(known.low), int(known.high))
            if found is not None:
                return found
    return None


def _at_each(
    search: Search, facts: Facts, goal: st.Relation, n: tm.Variable, low: int, high: int
) -> Certificate | None:
    """From the least value on: n is that, or the least value is the next."""
    value = tm.Number(Fraction(low))
    here = st.Relation("=", n, value)
    at = facts if low == high else facts.extended([st.Relation("<=", n, value)])
    ends = tuple(ct.Have(st.Relation(kind, n, value), ct.Evident(), ct.Evident()) for kind in ("<=", ">="))
    proof = search.prove(at.extended([here]), goal)
    if proof is None:
        return None
    proof = ct.Have(here, ct.Between(*ends), proof)
    if low == high:
        return proof
    above, beyond = st.Relation(">", n, value), st.Relation(">=", n, tm.Number(Fraction(low + 1)))
    rest = _at_each(search, facts.extended([above, beyond]), goal, n, low + 1, high)
    if rest is None:
        return None
    return ct.Cases(st.Relation("<=", n, value), proof, ct.Have(beyond, ct.Evident(), rest))


def apart(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A goal a != b by cases: the integers up to each turn, and those after the last."""
    letters = sorted(goal.free, key=str)
    if goal.kind != "!=" or len(letters) != 1 or not isinstance(goal.left, tm.Scalar):
        return None
    (n,) = letters
    if not tm.is_integer_letter(n) or not _grows(goal, n):
        return None
    signs = _signs(facts, goal, n)
    turns = [k for k, (before, after) in enumerate(pairwise(signs.values())) if before != after]
    if not signs or None in signs.values() or len(turns) > TURNS:
        return None
    return _between(search, facts, goal, n, signs, [[*signs][k] for k in turns])


def _grows(goal: st.Relation, n: tm.Variable) -> bool:
    """Whether a letter stands under a function, or in an exponent."""
    return any(
        n in part.free
        for part in goal.subterms()
        if isinstance(part, tm.Elementary) or (isinstance(part, tm.Pow) and n in part.exponent.free)
    )


def _signs(facts: Facts, goal: st.Relation, n: tm.Variable) -> dict[int, bool | None]:
    """For each integer that is not excluded: whether the left side is less there; nothing where floating point does not tell."""
    known = facts.range(n)
    low = LEAST if known.low is None else int(known.low)
    high = MOST + low if known.high is None else min(MOST + low, int(known.high))
    found: dict[int, bool | None] = {}
    for k in range(low, high + 1):
        try:
            left, right = (probe.value(side, {n: float(k)}) for side in (goal.left, tm.scalar(goal.right)))
        except probe.NoFloat:
            continue
        near = abs(left - right) <= probe.SLACK * max(1.0, abs(left), abs(right))
        found[k] = None if near else left < right
    return found


def _between(
    search: Search, facts: Facts, goal: st.Relation, n: tm.Variable, signs: dict[int, bool | None], turns: list[int]
) -> Certificate | None:
    if not turns:
        less = bool([*signs.values()][-1])
        proof = search.prove(facts, st.Relation("<" if less else ">", goal.left, goal.right))
        return None if proof is None else ct.Ordered(less, proof)
    last, *others = turns
    up_to, beyond = st.Relation("<=", n, tm.Number(Fraction(last))), st.Relation(">=", n, tm.Number(Fraction(last + 1)))
    less = bool(signs[last])
    first = search.prove(facts.extended([up_to]), st.Relation("<" if less else ">", goal.left, goal.right))
    if first is None:
        return None
    above = facts.extended([st.Relation(">", n, up_to.right), beyond])
    rest = _between(search, above, goal, n, signs, others)
    return None if rest is None else ct.Cases(up_to, ct.Ordered(less, first), ct.Have(beyond, ct.Evident(), rest))

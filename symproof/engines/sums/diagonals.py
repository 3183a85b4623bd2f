"""Sums along a diagonal of Pascal's triangle: sum C(n - k, k) w(n, k), from the two before it.

C(n + 2 - k, k) = C(n + 1 - k, k) + C(n + 1 - k, k - 1): where w(n + 2, k) = a w(n + 1, k) and w(n + 2, k + 1) = b w(n, k), the
sum at n + 2 is a times that at n + 1 and b times that at n, since the terms differ by G(k + 1) - G(k). So the claim at n and at
n + 1 is proved by one induction. A sum to floor(n/2) leaves out terms that are 0.

Untrusted: the kernel follows the induction, the telescoping sum and the last terms.

Limits: one such sum, from k = 0 to n or floor(n/2), alone on its side.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.integers.induct import induct
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.search import Search
from symproof.engines.sums.contiguous import by_pascal, ratio
from symproof.engines.sums.neighbours import neighbours
from symproof.substitution import replaced, substitute
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected
from symproof.trusted.rules import instance_of


def diagonals_of_pascal(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An equation between one sum along a diagonal and what holds no sum."""
    if (
        goal.kind != "="
        or search.inductions
        or not isinstance(total := goal.left, tm.Sum)
        or goal.right.mentions(tm.Sum)
    ):
        return None
    if total.low != ZERO or total.body.mentions(tm.Sum, tm.Product):
        return None
    for n in (x for x in total.high.free if isinstance(x, tm.Variable) and x.domain == "natural"):
        if total.high == n:
            return _by_two(search, facts, goal, n)
        if facts.evident(st.Relation("=", total.high, tm.Floor(n / 2))):
            return _to_the_middle(search, facts, goal, n)
    return None


def _by_two(search: Search, facts: Facts, goal: st.Relation, n: tm.Variable) -> Certificate | None:
    """The claim at n and n + 1 by induction."""
    total = goal.left
    assert isinstance(total, tm.Sum)  # as was asked
    body, k = total.body, total.index
    top = next(
        (c for c in body.outer(tm.Binomial) if c.bottom == k and facts.evident(st.Relation("=", c.top, n - k))), None
    )
    if top is None or facts.range(n).low != 0:
        return None
    weight = replaced(body, {top: ONE})
    assert isinstance(weight, tm.Scalar)  # as the body is
    two = substitute(weight, {n: n + 2})
    keep = ratio(facts, two, substitute(weight, {n: n + 1}), k)
    factor = ratio(facts, substitute(two, {k: k + 1}), weight, k)
    if weight.mentions(tm.Binomial) or keep is None or factor is None:
        return None

    def following(inner: Search, known: Facts, claim: st.Relation) -> Certificate | None:
        before = [substitute(goal, {n: n + 1}), goal]
        if claim != substitute(before[0], {n: n + 1}) or not all(prop in known.props for prop in before):
            return None
        return _step(inner, known, claim, (n, k), (keep, factor), (weight, two), before)

    both = st.And((substitute(goal, {n: n + 1}), goal))
    proof = induct(search.among((("induction", following), *search.others("induction"))), facts, both, n)
    return None if proof is None else ct.Have(both, proof, ct.Evident())


def _step(
    search: Search,
    facts: Facts,
    claim: st.Relation,
    letters: tuple[tm.Variable, tm.Variable],
    factors: tuple[tm.Scalar, tm.Scalar],
    weights: tuple[tm.Scalar, tm.Scalar],
    before: list[st.Relation],
) -> Certificate | None:
    """The claim at n + 2 from those at n + 1 and n, among facts that give up the last terms of sums."""
    (n, k), (keep, factor), (weight, two) = letters, factors, weights
    bodies = [
        tm.Binomial(n + 2 - k, k) * two,
        tm.Binomial(n + 1 - k, k) * substitute(weight, {n: n + 1}),
        tm.Binomial(n - k, k) * weight,
    ]
    sums = [tm.Sum(body, k, ZERO, n) for body in bodies]
    mixed = tm.Add((sums[0], tm.Mul((-keep, sums[1])), tm.Mul((-factor, sums[2]))))
    law = -(tm.Binomial(n + 1 - k, k - 1) * two)
    sides = [tm.scalar(prop.right) for prop in before]
    rest = st.Relation("=", keep * sides[0] + factor * sides[1], tm.scalar(claim.right))
    closing = search.try_out(facts, rest) or search.among(search.others("induction")).prove(facts, rest)
    corner = (ZERO, n)
    if closing is None:
        return None
    known = facts.extended([rest])
    try:
        known = known.extended([instance_of(known, "pascal", corner)])
    except Rejected:
        return None
    place, opened = known.opened(k, ZERO, n, *bodies, law)
    assert isinstance(place, tm.Variable)  # as an index is
    here: dict[tm.Term, tm.Term] = {k: place}
    body = substitute(bodies[0] - keep * bodies[1] - factor * bodies[2], here)
    change = substitute(law, {k: place + 1}) - substitute(law, here)
    use = (n + 1 - place, place - 1)
    telescoping = by_pascal(search, opened, st.Relation("=", body, change), [use], [substitute(two, here)])
    telescoping = telescoping or neighbours(search, opened, st.Relation("=", body, change))
    if telescoping is None:
        return None
    number = len(facts.props)
    pieces = [
        (ONE, number),
        (substitute(two, {k: n + 1}), number + 1),
        (ONE, number + 2),
        (keep, facts.props.index(before[0])),
        (factor, facts.props.index(before[1])),
    ]
    added = ct.Combination(tuple(ct.Piece(times, (fact,)) for times, fact in pieces))
    found = ct.Law("pascal", corner, ct.Telescoped(mixed, law, telescoping, added))
    return ct.Have(rest, closing, found)


def _to_the_middle(search: Search, facts: Facts, goal: st.Relation, n: tm.Variable) -> Certificate | None:
    """The claim of a sum to floor(n/2) from that of the sum to n."""
    total = goal.left
    assert isinstance(total, tm.Sum)  # as was asked
    whole = tm.Sum(total.body, total.index, total.low, n)
    claim = st.Relation("=", whole, goal.right)
    proof = _by_two(search, facts, claim, n)
    if proof is None:
        return None
    beyond = tm.Sum(total.body, total.index, total.high + 1, n)
    first, middle = len(facts.props), tm.Floor(n / 2)
    known = facts.extended(
        [claim, instance_of(facts, "floor_below", (n / 2,)), instance_of(facts, "floor_above", (n / 2,))]
    )
    inside = st.Relation("<=", beyond.low, n + 1)
    ordered = linear(search, known, inside)
    known = known.extended([inside])
    k, opened = known.opened(total.index, beyond.low, n, total.body)
    assert isinstance(k, tm.Variable)  # as an index is
    past = st.Relation("<", n - k, k)
    seen = linear(search, opened, past)
    nothing = st.Relation("=", substitute(total.body, {total.index: k}), ZERO)
    if ordered is None or seen is None or not opened.extended([past]).evident(nothing):
        return None
    number = len(known.props)
    pieces = (ct.Piece(ONE, (first,)), ct.Piece(tm.Neg(ONE), (number,)), ct.Piece(tm.Neg(ONE), (number + 1,)))
    split = ct.SplitAt(whole, total.high, ct.Combination(pieces))
    rest: Certificate = ct.Telescoped(beyond, ZERO, ct.Have(past, seen, ct.Evident()), split)
    rest = ct.Have(inside, ordered, rest)
    for name in ("floor_above", "floor_below"):
        rest = ct.Law(name, (middle.arg,), rest)
    return ct.Have(claim, proof, rest)

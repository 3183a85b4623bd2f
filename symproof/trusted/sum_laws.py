"""The laws of finite sums, each as the facts that it yields and what must be proved first. Trusted.

A sum over low..high is empty, and 0, when high < low. So peeling a term needs low <= high, and telescoping needs
low <= high + 1: at high = low - 2 the difference of the ends is not 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from symproof import statement as st
from symproof import term as tm
from symproof.substitution import substitute
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.facts import Facts
from symproof.trusted.rejected import Rejected


@dataclass(frozen=True, slots=True)
class SumStep:
    """`facts`, once `subgoal` is proved from the facts `inside`."""

    facts: tuple[st.Prop, ...]
    inside: Facts | None = None
    subgoal: st.Prop | None = None


def _require(facts: Facts, *conditions: st.Prop) -> None:
    for condition in conditions:
        if not facts.evident(condition):
            raise Rejected(f"the law of sums needs {condition}", needs=condition)


def _ranged(total: Any) -> tm.Sum | tm.VectorSum:
    if not isinstance(total, (tm.Sum, tm.VectorSum)):
        raise Rejected(f"{total} is no sum over a range")
    return total


def _at_most(left: tm.Scalar, right: tm.Scalar) -> st.Prop:
    return st.Relation("<=", left, right)


def _telescoped(facts: Facts, certificate: ct.Telescoped) -> SumStep:
    law, whole = certificate.antidifference, certificate.total
    total = _ranged(_under_one_sign(whole))
    index, low, high = total.index, total.low, total.high
    _require(facts, _at_most(low, high + 1))
    letter, inside = facts.opened(index, low, high, total.body, law)
    assert isinstance(letter, tm.Variable)  # as an index is

    def at(place: tm.Scalar) -> Any:
        return substitute(law, {index: place})

    subgoal = st.Relation("=", substitute(total.body, {index: letter}), at(letter + 1) - at(letter))
    return SumStep((st.Relation("=", whole, at(high + 1) - at(low)),), inside, subgoal)


def _under_one_sign(whole: tm.Term) -> tm.Term:
    """a * (sum of f) + b * (sum of g), over one range that a and b do not speak of, as the sum of a * f + b * g."""
    if not isinstance(whole, tm.Add):
        return whole
    bodies: list[tm.Scalar] = []
    ranges: set[tuple[tm.Variable, tm.Scalar, tm.Scalar]] = set()
    for part in whole.args:
        factor, total = part.args if isinstance(part, tm.Mul) and len(part.args) == 2 else (None, part)
        if not isinstance(total, tm.Sum):
            raise Rejected(f"{whole} is no combination of sums")
        if factor is not None and total.index in factor.free:
            raise Rejected(f"{factor} speaks of the index of {total}")
        ranges.add((total.index, total.low, total.high))
        bodies.append(total.body if factor is None else factor * total.body)
    if len(ranges) != 1:
        raise Rejected(f"the sums of {whole} run over different ranges")
    return tm.Sum(tm.Add(tuple(bodies)), *ranges.pop())


def _split(facts: Facts, certificate: ct.SplitAt) -> SumStep:
    total, place = certificate.total, tm.integer_term(certificate.place)
    total = total if isinstance(total, tm.Product) else _ranged(total)
    if total.index in place.free:
        raise Rejected(f"{place} speaks of the index of {total}")
    _require(facts, _at_most(total.low, place + 1), _at_most(place, total.high))
    kind: Any = type(total)
    before = kind(total.body, total.index, total.low, place)
    after = kind(total.body, total.index, place + 1, total.high)
    whole = before * after if isinstance(total, tm.Product) else before + after
    return SumStep((st.Relation("=", total, whole),))


def _sifted(facts: Facts, certificate: ct.Sifted) -> SumStep:
    total, place = _ranged(certificate.total), tm.integer_term(certificate.place)
    if total.index in place.free:
        raise Rejected(f"{place} speaks of the index of {total}")
    _require(facts, _at_most(total.low, place), _at_most(place, total.high))
    letter, inside = facts.opened(total.index, total.low, total.high, total.body, place)
    zero = ZERO if isinstance(total, tm.Sum) else tm.ZeroVector()
    member = substitute(total.body, {total.index: letter})
    subgoal = st.Implies(st.Relation("!=", letter, place), st.Relation("=", member, zero))
    return SumStep((st.Relation("=", total, substitute(total.body, {total.index: place})),), inside, subgoal)


def _termwise(facts: Facts, certificate: ct.Termwise) -> SumStep:
    left, right, kind = certificate.left, certificate.right, certificate.kind
    if (
        type(left) is not type(right)
        or kind not in ("=", "<=", "<")
        or (isinstance(left, tm.VectorSum) and kind != "=")
    ):
        raise Rejected(f"{left} {kind} {right} is not compared term by term")
    if left.index in right.free:  # opened, it would be taken for the letter that is free on the right
        raise Rejected(f"{right} speaks of the index of {left}")
    if isinstance(left, tm.CyclicSum) and isinstance(right, tm.CyclicSum):
        if left.index.over != right.index.over:
            raise Rejected(f"{left} and {right} run over different index sets")
        letter, inside = facts.opened(left.index, None, None, left.body, right.body)
    else:
        left, right = _ranged(left), _ranged(right)
        _require(facts, st.Relation("=", left.low, right.low), st.Relation("=", left.high, right.high))
        if kind == "<":
            _require(facts, _at_most(left.low, left.high))
        letter, inside = facts.opened(left.index, left.low, left.high, left.body, right.body)
    subgoal = st.Relation(
        kind, substitute(left.body, {left.index: letter}), substitute(right.body, {right.index: letter})
    )
    return SumStep((st.Relation(kind, left, right),), inside, subgoal)


def _exchanged(_: Facts, certificate: ct.Exchanged) -> SumStep:
    outer = certificate.total
    inner = outer.body if isinstance(outer, (tm.Sum, tm.CyclicSum)) else None
    if not isinstance(inner, (tm.Sum, tm.CyclicSum)) or inner.index == outer.index:
        raise Rejected(f"{outer} is no double sum over two letters")
    for total, other in ((outer, inner.index), (inner, outer.index)):
        bounds = (total.low, total.high) if isinstance(total, tm.Sum) else (total.index.over,)
        if any(other in bound.free for bound in bounds):
            raise Rejected(f"the range of {total.index} speaks of {other}")
    return SumStep((st.Relation("=", outer, _over(inner, _over(outer, inner.body))),))


def _over(total: tm.Sum | tm.CyclicSum, body: tm.Scalar) -> tm.Scalar:
    """The sum of another body over the same range."""
    if isinstance(total, tm.Sum):
        return tm.Sum(body, total.index, total.low, total.high)
    return tm.CyclicSum(body, total.index)


def _reindexed(_: Facts, certificate: ct.Reindexed) -> SumStep:
    total, place = certificate.total, certificate.place
    match total:
        case tm.Sum(body, index, low, high) if place is None and certificate.backwards:
            new: tm.Term = low + high - index
        case tm.CyclicSum(body, letter) if isinstance(place, tm.Residue) and letter not in place.free:
            new = place - letter if certificate.backwards else place + letter
            if place.over != letter.over:
                raise Rejected(f"{place} is no element of {letter.over}")
        case _:
            raise Rejected(f"{total} is not run through in that order")
    return SumStep((st.Relation("=", total, _over(total, substitute(body, {total.index: new}))),))


def _cauchy_schwarz(_: Facts, certificate: ct.CauchySchwarz) -> SumStep:
    u, v = tm.vector_term(certificate.left), tm.vector_term(certificate.right)
    inner, bound = tm.Inner(u, v), tm.Norm(u) * tm.Norm(v)
    return SumStep(
        (_at_most(inner**2, tm.Inner(u, u) * tm.Inner(v, v)), _at_most(inner, bound), _at_most(-bound, inner))
    )


def _triangle(_: Facts, certificate: ct.Triangle) -> SumStep:
    total: tm.Vector = tm.ZeroVector()
    bound: tm.Scalar = ZERO
    for c, v in certificate.parts:
        if not isinstance(c, tm.Number) or not isinstance(v, tm.Vector):
            raise Rejected(f"{c} * {v} is no number times a vector")
        total = total + c * v
        bound = bound + tm.Number(abs(c.value)) * tm.Norm(v)
    return SumStep((_at_most(tm.Norm(total), bound),))


SUM_RULES: dict[type, Callable[[Facts, Any], SumStep]] = {
    ct.Telescoped: _telescoped,
    ct.SplitAt: _split,
    ct.Sifted: _sifted,
    ct.Termwise: _termwise,
    ct.Exchanged: _exchanged,
    ct.Reindexed: _reindexed,
    ct.CauchySchwarz: _cauchy_schwarz,
    ct.Triangle: _triangle,
}

"""The leaf rule: a relation from equations and inequalities by multiplying and adding. Trusted.

Source: the certificates of Farkas and of the Positivstellensatz, and of ideal membership; here the arithmetic is that
of normal forms, so weights may be any terms of known sign.
"""

from __future__ import annotations

from symproof import statement as st
from symproof import term as tm
from symproof.term import ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.facts import NOT_NORMAL, Facts
from symproof.trusted.normal import Normalizer
from symproof.trusted.polynomial import Quotient
from symproof.trusted.rejected import Rejected


def combine(facts: Facts, goal: st.Relation, certificate: ct.Combination) -> None:
    """Accept a goal whose difference is the sum of the pieces.

    Raises:
        Rejected: it is not, or a piece has not the sign that the goal needs.
    """
    try:
        normalizer = rewriting(facts, certificate.rewrites)
        if isinstance(goal.left, tm.Vector) and isinstance(goal.right, tm.Vector):
            _vectors(facts, normalizer, goal, certificate)
        elif isinstance(goal.left, tm.Scalar) and isinstance(goal.right, tm.Scalar):
            _scalars(facts, normalizer, goal, certificate)
        else:
            raise Rejected(f"{goal} relates neither scalars nor vectors")
    except NOT_NORMAL as error:
        raise Rejected(f"{goal}: {error}") from error


def rewriting(facts: Facts, rewrites: tuple[int, ...]) -> Normalizer:
    """Normal forms under the facts, with some of their equations used from left to right."""
    if not rewrites:
        return facts.normalizer
    normalizer = facts.reader()
    for number in rewrites:
        fact = relation(facts, number)
        if fact.kind != "=" or not normalizer.rewrite(fact.left, fact.right):
            raise Rejected(f"{fact} does not rewrite: its left side is no single atom")
    return normalizer


def relation(facts: Facts, number: int) -> st.Relation:
    """The fact with a number, a relation."""
    if not 0 <= number < len(facts.props) or not isinstance(fact := facts.props[number], st.Relation):
        raise Rejected(f"fact {number} is no relation")
    return fact


def _scalars(facts: Facts, normalizer: Normalizer, goal: st.Relation, certificate: ct.Combination) -> None:
    ring = normalizer.ring
    kind, left, right = goal.kind, goal.left, goal.right
    if kind in (">", ">="):
        kind, left, right = st.FLIPPED[kind], right, left
    assert isinstance(left, tm.Scalar) and isinstance(right, tm.Scalar)  # by the caller
    value = normalizer.difference(left, right) if kind in ("=", "!=") else normalizer.difference(right, left)
    strict = False
    for piece in certificate.pieces:
        used = [relation(facts, number) for number in piece.facts]
        zero = any(fact.kind == "=" for fact in used)
        if kind == "=" and not zero:
            raise Rejected(f"a piece of an equation holds no equation: {piece.weight}")
        if kind == "!=":
            if (
                len(used) != 1
                or used[0].kind not in ("!=", "<", ">")
                or not facts.evident(st.Relation("!=", piece.weight, ZERO))
            ):
                raise Rejected(f"{goal} needs one piece, of known nonzero weight")
            strict = True
        if kind in ("<", "<=") and not zero:
            known = facts.range(piece.weight)
            if not known.is_nonnegative or any(fact.kind == "!=" for fact in used):
                raise Rejected(f"the weight {piece.weight} is not known to be >= 0")
            strict = strict or (known.is_positive and all(fact.kind in ("<", ">") for fact in used))
        product = normalizer.scalar(piece.weight)
        for fact in used:
            product = ring.multiply(product, _gap(normalizer, fact))
        value = normalizer.reduce(ring.subtract(value, product))
    if (kind == "!=" and len(certificate.pieces) != 1) or (kind in ("<", "!=") and not strict):
        raise Rejected(f"{goal}: no piece is strict")
    if not ring.is_zero(normalizer.reduce(value)):
        raise Rejected(f"{goal}: the pieces do not add up to it")


def _gap(normalizer: Normalizer, fact: st.Relation) -> Quotient:
    """What a fact says is zero, nonzero or positive."""
    if not isinstance(fact.left, tm.Scalar) or not isinstance(fact.right, tm.Scalar):
        raise Rejected(f"{fact} relates no scalars")
    if fact.kind in ("<", "<="):
        return normalizer.difference(fact.right, fact.left)
    return normalizer.difference(fact.left, fact.right)


def _vectors(facts: Facts, normalizer: Normalizer, goal: st.Relation, certificate: ct.Combination) -> None:
    assert isinstance(goal.left, tm.Vector) and isinstance(goal.right, tm.Vector)  # by the caller
    one = normalizer.ring.constant(1)
    parts = [(one, normalizer.vector_difference(goal.left, goal.right))]
    for piece in certificate.pieces:
        if len(piece.facts) != 1:
            raise Rejected(f"a piece between vectors holds one equation, not {len(piece.facts)}")
        fact = relation(facts, piece.facts[0])
        if fact.kind != goal.kind or not isinstance(fact.left, tm.Vector) or not isinstance(fact.right, tm.Vector):
            raise Rejected(f"{fact} is not of the form of {goal}")
        if goal.kind == "!=" and (
            len(certificate.pieces) != 1 or not facts.evident(st.Relation("!=", piece.weight, ZERO))
        ):
            raise Rejected(f"{goal} needs one piece, of known nonzero weight")
        weight = normalizer.ring.negative(normalizer.scalar(piece.weight))
        parts.append((weight, normalizer.vector_difference(fact.left, fact.right)))
    if goal.kind == "!=" and not certificate.pieces:
        raise Rejected(f"{goal} needs one piece")
    rest = normalizer.combine(parts)
    if any(not normalizer.ring.is_zero(normalizer.reduce(value)) for value in rest.values()):
        raise Rejected(f"{goal}: the pieces do not add up to it")

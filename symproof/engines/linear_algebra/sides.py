"""Norm inequalities of the second degree: sides of triangles multiplied, and triangles turned inside out.

Where a sum of norms S less others is to be T >= 0, the products of what the triangle inequality says of these norms may add up
to S*T, as |u + v|**2 + |v + w|**2 + |w + u|**2 = |u|**2 + |v|**2 + |w|**2 + |u + v + w|**2 (Hlawka). Where products of two
norms are compared, |w| |u - v| <= |u| |v - w| + |v| |w - u|, it is the triangle inequality for u/|u|**2, v/|v|**2 and w/|w|**2
(Ptolemy). Untrusted.

Limits: `MOST` norms, numbers as coefficients; three products.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations, product

from flint import fmpq

from symproof import statement as st
from symproof import term as tm
from symproof.engines.linear_algebra.triangle import triangle
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.halves import squared
from symproof.engines.polynomials.inequality import inequality, oriented, positivity
from symproof.engines.polynomials.ring import ring
from symproof.engines.search import Search, state
from symproof.engines.stated import Stated
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import Facts
from symproof.trusted.normal import Linear

LEAST, MOST, SECONDS = 4, 8, 1.0
Three = tuple[tm.Vector, tm.Vector, tm.Vector]
Addend = tuple[tm.Scalar, bool]
"""A term of T, and whether it is added."""


def sides(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order that is not strict between sums of norms, or of products of two."""
    ends = oriented(goal)
    if ends is None or ends[2]:
        return None
    addends = [*_addends(ends[1], added=True), *_addends(ends[0], added=False)]
    if len(addends) == 3 and sum(not added for _, added in addends) == 1:
        return _inverted(search, facts, goal, addends)
    if LEAST <= len(addends) <= MOST and all(isinstance(term, tm.Norm) for term, _ in addends):
        return _multiplied(search, facts, goal, ends, addends)
    return None


def _addends(term: tm.Scalar, *, added: bool) -> Iterator[Addend]:
    match term:
        case tm.Add(args):
            for arg in args:
                yield from _addends(arg, added=added)
        case tm.Neg(arg):
            yield from _addends(arg, added=not added)
        case _ if term != ZERO:
            yield term, added


# Sides multiplied ---------------------------------------------------------------------------------


def _multiplied(
    search: Search, facts: Facts, goal: st.Relation, ends: tuple[tm.Scalar, tm.Scalar, bool], addends: list[Addend]
) -> Certificate | None:
    """S*T >= 0 by products of sides, and then T >= 0 where S > 0; where S is 0, all its norms are."""
    vectors = [term.vector for term, _ in addends if isinstance(term, tm.Norm)]
    stated = Stated(facts)
    for bound in _triangles(facts, vectors):
        if bound not in facts.props:
            stated.add(bound, triangle(search, stated.facts, bound))
    whole = tm.Add(tuple(term for term, added in addends if added))
    scaled = st.Relation(">=", whole * (ends[1] - ends[0]), ZERO)
    inner = search.aside((("inequality", inequality),), SECONDS)
    number = len(stated.facts.props)
    if not stated or not stated.add(scaled, inner.prove(stated.facts, scaled)):
        return None
    positive = st.Relation(">", whole, ZERO)
    divided = ct.Combination((ct.Piece(ONE / whole, (number,)),))
    nothing = linear(search, stated.facts.extended([st.Relation("<=", whole, ZERO)]), goal)
    if nothing is None:
        return None
    search.words.append("triangle")
    return stated.then(ct.Cases(positive, divided, nothing))


def _triangles(facts: Facts, vectors: list[tm.Vector]) -> Iterator[st.Relation]:
    """What the triangle inequality says of each three vectors, of which one is the sum or the difference of the others."""
    forms = [facts.normalizer.vector(vector) for vector in vectors]
    for i, j, k in combinations(range(len(vectors)), 3):
        if any(_is_sum(facts, forms[i], (a, forms[j]), (b, forms[k])) for a, b in product((1, -1), repeat=2)):
            for a, b, c in ((i, j, k), (j, i, k), (k, i, j)):
                yield st.Relation("<=", tm.Norm(vectors[a]), tm.Norm(vectors[b]) + tm.Norm(vectors[c]))


def _is_sum(facts: Facts, whole: Linear, *parts: tuple[int, Linear]) -> bool:
    """Whether a vector is the sum of others times numbers."""
    algebra = facts.normalizer.ring
    left = dict(whole)
    for times, part in parts:
        for number, c in part.items():
            left[number] = algebra.subtract(left.get(number, algebra.constant(0)), algebra.scale(c, fmpq(times)))
    return all(algebra.is_zero(facts.normalizer.reduce(c)) for c in left.values())


# Triangles turned inside out ----------------------------------------------------------------------


def _inverted(search: Search, facts: Facts, goal: st.Relation, addends: list[Addend]) -> Certificate | None:
    """|w| |u - v| <= |u| |v - w| + |v| |w - u|, by the triangle inequality for |w|**2 (|u|**2 v - |v|**2 u) and the others."""
    found = _three(facts, addends)
    if found is None:
        return None
    u, v, w = found
    zeros: list[tuple[st.Relation, Certificate]] = []
    quick, known = search.aside((("ring", ring), ("positivity", positivity), ("triangle", triangle)), SECONDS), facts
    for vector in found:
        nothing = _vanishes(vector)
        proof = quick.prove(known.extended([nothing]), goal)
        if proof is None:
            return None
        zeros.append((nothing, proof))
        known = known.extended([st.Relation("!=", nothing.left, nothing.right)])
    lengths = Stated(known)
    by_squares = search.aside((("ring", ring), ("", squared)), SECONDS)
    first, second = _turned(u, v, w), _turned(v, w, u)
    for turned, (x, y, z) in ((first, (u, v, w)), (second, (v, w, u)), (first + second, (u, w, v))):
        written = tm.Norm(z) ** 2 * (tm.Norm(x) * tm.Norm(y)) * tm.Norm(x - y)
        length = st.Relation("=", tm.Norm(turned), written)
        if not lengths.add(length, by_squares.prove(lengths.facts, length)):
            return None
    weight, number = ONE / (tm.Norm(u) * tm.Norm(v) * tm.Norm(w)), len(lengths.facts.props)
    signs = (-weight, -weight, weight)
    pieces = (ct.Piece(weight, (number,)), *(ct.Piece(c, (number - 3 + k,)) for k, c in enumerate(signs)))
    last = state(lengths.steps, ct.Triangle(((ONE, first), (ONE, second)), ct.Combination(pieces)))
    for nothing, proof in reversed(zeros):
        last = ct.Cases(nothing, proof, last)
    search.words.append("triangle")
    return last


def _vanishes(vector: tm.Vector) -> st.Relation:
    """That a vector is zero, so that one letter is rewritten: x = y for x - y."""
    match vector:
        case tm.VectorNeg(arg):
            return _vanishes(arg)
        case tm.VectorAdd((x, tm.VectorNeg(y))):
            return st.Relation("=", x, y)
    return st.Relation("=", vector, tm.ZeroVector())


def _turned(u: tm.Vector, v: tm.Vector, w: tm.Vector) -> tm.Vector:
    """|w|**2 (|u|**2 v - |v|**2 u): of length |u| |v| |w|**2 |u - v|. The three of them, in a cycle, add up to nothing."""
    return tm.Scale(tm.Inner(w, w), tm.Scale(tm.Inner(u, u), v) - tm.Scale(tm.Inner(v, v), u))


def _three(facts: Facts, addends: list[Addend]) -> Three | None:
    """u, v, w where the smaller side is |v| |w - u| and the others are |w| |u - v| and |u| |v - w|, signs of vectors aside."""
    pairs: list[tuple[tm.Vector, tm.Vector]] = []
    for term, _ in sorted(addends, key=lambda each: each[1]):
        match term:
            case tm.Mul((tm.Norm(x), tm.Norm(y))):
                pairs.append((x, y))
            case _:
                return None
    for turns in product(*(permutations(pair) for pair in pairs)):
        (v, wu), (w, uv), (u, vw) = turns
        for a, b in product((1, -1), repeat=2):
            second, third = (v if a > 0 else -v), (w if b > 0 else -w)
            gaps = ((third, u, wu), (u, second, uv), (second, third, vw))
            if all(_is_gap(facts, x, y, gap) for x, y, gap in gaps):
                return u, second, third
    return None


def _is_gap(facts: Facts, x: tm.Vector, y: tm.Vector, gap: tm.Vector) -> bool:
    form, *parts = map(facts.normalizer.vector, (gap, x, y))
    return any(_is_sum(facts, form, (a, parts[0]), (-a, parts[1])) for a in (1, -1))

"""Vector inequalities: Cauchy-Schwarz for the pairs of vectors that the goal multiplies; what is said of all vectors, at some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import combinations, islice

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.arithmetic import linear
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.readback import Readback
from symproof.engines.search import Search, closed, state
from symproof.substitution import body_at
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

MOST_PAIRS, MOST_VECTORS = 3, 2


def cauchy_schwarz(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """An order, where it or a fact holds inner products of different vectors."""
    if oriented(goal) is None:
        return None
    if (found := _by_cases(search, facts, goal)) is not None:
        return found
    normalizer = facts.normalizer
    pending: list[int] = []
    for relation in (goal, *facts.props):
        if isinstance(relation, st.Relation) and (ends := oriented(relation)) is not None:
            try:
                pending += normalizer.ring.generators(normalizer.difference(*ends[:2]))
            except NOT_NORMAL:
                continue
    pairs: dict[tuple[int, int], None] = {}
    while pending:
        key = normalizer.atoms[pending.pop()]
        if key[0] == "inner" and key[1] != key[2]:
            pairs[key[1], key[2]] = None
        elif key[0] == "root":
            pending += normalizer.ring.generators(normalizer.ring.thaw(key[1]))
    back = Readback(normalizer)
    stated: list[tuple[tm.Vector, tm.Vector]] = []
    inside = facts
    chosen = (
        *islice(written(goal), MOST_PAIRS),
        *islice(_atoms(back, pairs), MOST_PAIRS),
        *_without_third(facts, goal),
    )
    for u, v in dict.fromkeys(chosen):
        said = of_cauchy_schwarz(u, v)
        if said[1] in facts.props:
            continue
        inside = inside.extended(said)
        stated.append((u, v))
    if not stated:
        return None
    rest = search.prove(inside, goal)
    if rest is None:
        return None
    for u, v in reversed(stated):
        rest = ct.CauchySchwarz(u, v, rest)
    return rest


def of_cauchy_schwarz(u: tm.Vector, v: tm.Vector) -> tuple[st.Relation, st.Relation, st.Relation]:
    """What `ct.CauchySchwarz` states of two vectors: <u, v>**2 <= <u, u> <v, v>, and -|u| |v| <= <u, v> <= |u| |v|."""
    inner, bound = tm.Inner(u, v), tm.Norm(u) * tm.Norm(v)
    square = st.Relation("<=", inner**2, tm.Inner(u, u) * tm.Inner(v, v))
    return square, st.Relation("<=", inner, bound), st.Relation("<=", -bound, inner)


def _without_third(facts: Facts, goal: st.Relation) -> Iterator[tuple[tm.Vector, tm.Vector]]:
    """Of three vectors with all their inner products in the goal, two without their parts along the third: what Cauchy-Schwarz
    says of these is that the determinant of the Gram matrix of all three is not negative."""
    for u, v, w in _triples(goal):
        size = tm.ONE if w in _units(facts) else tm.Inner(w, w)
        yield size * u - tm.Inner(u, w) * w, size * v - tm.Inner(v, w) * w


def _triples(goal: st.Relation) -> Iterator[tuple[tm.Vector, tm.Vector, tm.Vector]]:
    """The first three letters of which the goal has all inner products."""
    pairs = {frozenset(pair) for pair in _multiplied(goal) if all(isinstance(x, tm.VectorVariable) for x in pair)}
    letters = sorted(frozenset().union(*pairs), key=str)
    found = (each for each in combinations(letters, 3) if {*map(frozenset, combinations(each, 2))} <= pairs)
    yield from islice(found, 1)


def _by_cases(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The goal where the third of three vectors is zero, and where it is not: then a multiple of its length is divided by."""
    for _, _, third in _triples(goal):
        zero = st.Relation("=", third, tm.ZeroVector())
        apart = st.Relation("!=", third, tm.ZeroVector())
        if third in _units(facts) or zero in facts.props or facts.evident(apart):
            continue
        nothing = search.prove(facts.extended([zero]), goal)
        rest = None if nothing is None else search.prove(facts.extended([apart]), goal)
        return None if nothing is None or rest is None else ct.Cases(zero, nothing, rest)
    return None


def _atoms(back: Readback, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[tm.Vector, tm.Vector]]:
    for i, j in pairs:
        with suppress(LookupError):
            yield back.vector_atom(i), back.vector_atom(j)


def written(term: tm.Term) -> Iterator[tuple[tm.Vector, tm.Vector]]:
    """The vectors, sums and differences among them, that a term multiplies, or the norms of which it multiplies."""
    match term:
        case tm.Inner(u, v) if u != v and not (isinstance(u, tm.VectorVariable) and isinstance(v, tm.VectorVariable)):
            yield u, v
        case tm.Mul(args):
            normed = [arg.vector for arg in args if isinstance(arg, tm.Norm)]
            if len(normed) == 2 and normed[0] != normed[1]:
                yield normed[0], normed[1]
    if not term.binders:
        for child in term.children():
            yield from written(child)


def apart(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with |u - v| > 0 for the u and v that are said to differ."""
    if goal.kind == "=" or not isinstance(goal.left, tm.Scalar):
        return None
    stated: list[tuple[st.Prop, Certificate]] = []
    inside = facts
    for fact in facts.props:
        match fact:
            case st.Relation("!=", tm.Vector() as u, tm.Vector() as v):
                zero = tm.ZeroVector()
                gap = tm.Norm(u if v == zero else v if u == zero else u - v)
                long = st.Relation(">", gap, tm.ZERO)
                if long not in inside.props:
                    stated.append((long, ct.Evident()))
                    inside = inside.extended([long])
    if not stated:
        return None
    return state(stated, search.go_on(apart, inside, goal))


def at_vectors(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, with what is said of all vectors at those of which the goal has a norm, and at their opposites."""
    said = [
        (number, fact)
        for number, fact in enumerate(facts.props)
        if isinstance(fact, st.Each)
        and isinstance(fact.symbol, tm.VectorVariable)
        and isinstance(fact.body, st.Relation)
    ]
    vectors = list(dict.fromkeys(_vectors(goal)))[:MOST_VECTORS] if said else []
    if not vectors:
        return None
    values = [value for vector in vectors for value in (vector, -vector)]
    values += [letter for letter in goal.free if isinstance(letter, tm.VectorVariable) and letter not in values]
    uses = [(number, value) for number, _ in said for value in values]
    inside = facts
    for number, value in uses:
        fact = facts.props[number]
        assert isinstance(fact, st.Each)  # by the choice of the numbers
        inside = inside.extended([body_at(fact, value)])
    return closed([partial(ct.Instance, *use) for use in uses], search.go_on(at_vectors, inside, goal))


def bessel(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The engines again, where u without its parts along unit vectors, u - <u, e> e - ..., has a square that is not negative."""
    if goal.kind not in ("<=", ">=", "<", ">"):
        return None
    if (whole := _bessel_of_sums(search, facts, goal)) is not None:
        return whole
    units = list(_units(facts))
    along: dict[tm.Vector, list[tm.Vector]] = {}
    for one, other in _multiplied(goal) if units else ():
        for u, e in ((one, other), (other, one)):
            if e in units and u != e and e not in along.setdefault(u, []):
                along[u].append(e)
    squares = []
    for u, parts in along.items():
        rest = u
        for e in parts:
            rest = rest - tm.Inner(u, e) * e
        squares += [st.Relation("<=", tm.ZERO, tm.Norm(rest) ** 2)] if parts else []
    if not squares or any(square in facts.props for square in squares):
        return None
    proof = search.go_on(bessel, facts.extended(squares), goal)
    return state([(square, ct.Evident()) for square in squares], proof)


def _bessel_of_sums(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """The same of the sum of all <u, e[i]> e[i], where the goal adds up the squares of <u, e[i]>."""
    inner = search.without(bessel)
    for total in goal.outer(tm.Sum):
        match total.body:
            case tm.Pow(tm.Inner(first, second), tm.Number(value)) if value == 2:
                u, e = (first, second) if total.index in second.free else (second, first)
            case _:
                continue
        if total.index in u.free or not any(isinstance(fact, st.Each) for fact in facts.props):
            continue
        rest = u - tm.VectorSum(tm.Scale(tm.Inner(u, e), e), total.index, total.low, total.high)
        square = tm.Norm(rest) ** 2
        equal = st.Relation("=", square, tm.Inner(u, u) - total)
        proof = inner.prove(facts, equal)
        last = None if proof is None else linear(search, facts.extended([equal, square >= 0]), goal)
        if proof is not None and last is not None:
            return ct.Have(equal, proof, ct.Have(square >= 0, ct.Evident(), last))
    return None


def _units(facts: Facts) -> Iterator[tm.Vector]:
    for fact in facts.props:
        match fact:
            case st.Relation("=", tm.Norm(tm.VectorVariable() as e), tm.Number(one)) if one == 1:
                yield e


def _multiplied(term: tm.Term) -> Iterator[tuple[tm.Vector, tm.Vector]]:
    if isinstance(term, tm.Inner):
        yield term.left, term.right
    if not term.binders:
        for child in term.children():
            yield from _multiplied(child)


def _vectors(term: tm.Term) -> Iterator[tm.Vector]:
    if isinstance(term, tm.Norm):
        yield term.vector
    elif isinstance(term, tm.Inner) and term.left == term.right:
        yield term.left
    if not term.binders:
        for child in term.children():
            yield from _vectors(child)

"""Sums of roots: Minkowski's inequality, and roots that lie closer together.

With R**2 = X**2 + Y**2, sqrt(x**2 + y**2) is at least (x*X + y*Y)/R; where all x add up to X and all y to Y, such roots add up
to at least R. And sqrt(p) + sqrt(q) <= 2*sqrt((p + q)/2), used where the mean of p and q stands under a root of the other side.
Untrusted.

Limits: roots that stand alone, of squares as they are written; `MOST` of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, permutations

from symproof import statement as st
from symproof import term as tm
from symproof.engines.polynomials.inequality import oriented
from symproof.engines.polynomials.touching import addends_of, roots_in
from symproof.engines.search import Search, in_turn, state
from symproof.evaluation.exact import exact_root
from symproof.functions import sqrt
from symproof.substitution import fresh, names_in, substitute
from symproof.symbols import real
from symproof.term import ONE, ZERO
from symproof.trusted import certificate as ct
from symproof.trusted.certificate import Certificate
from symproof.trusted.facts import NOT_NORMAL, Facts

DEEPEST, MOST, MOST_SQUARES, SECONDS = 2, 6, 4, 1.0
QUICK = ("ring", "positivity", "inequality", "linear", "roots")


def minkowski(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """Several roots of sums of squares over one."""
    ends = oriented(goal)
    if ends is None or ends[2] or search.depth > DEEPEST:
        return None
    small, large, _ = ends
    roots = list(addends_of(large))
    if not 2 <= len(roots) <= MOST:
        return None
    vectors = [_squared(root) for root in (small, *roots)]
    size = max(map(len, vectors))
    if not 2 <= size <= MOST_SQUARES or not all(vectors):
        return None
    whole, *parts = ([*vector, *[ZERO] * (size - len(vector))] for vector in vectors)
    try:
        whole = next(ends for ends in map(list, permutations(whole)) if _add_up(facts, parts, ends))
    except (*NOT_NORMAL, StopIteration):
        return None
    taken = names_in(*facts.props, goal)
    x, y = ([fresh(real(name), taken) for _ in range(size)] for name in "xy")
    claim = st.Relation("<=", _dot(x, y), sqrt(_dot(x, x)) * sqrt(_dot(y, y)))
    others = search.aside(search.others(minkowski, closer), SECONDS)
    proof = others.prove(facts, claim)
    if proof is None:
        return None
    lemma: st.Prop = claim
    for letter in reversed([*x, *y]):
        lemma, proof = st.Each(letter, lemma), ct.Suppose(proof)
    number = len(facts.props)  # of the lemma; that of the case follows
    stated = []
    for k, part in enumerate(parts):
        values = [*part, *whole]
        instance: Certificate = ct.Evident()
        for j, value in reversed([*enumerate(values)]):
            instance = ct.Instance(number + 1 + k + j if j else number, value, instance)
        stated.append((substitute(claim, dict(zip([*x, *y], values, strict=True))), instance))
    over = ct.Combination(tuple(ct.Piece(ONE / small, (number + 2 + k,)) for k in range(len(parts))))
    at_zero = ct.Combination((ct.Piece(ONE, (number + 1,)), *(ct.Piece(root) for root in roots)))
    cases = ct.Cases(st.Relation(">", small, ZERO), state(stated, over), at_zero)
    return state([(lemma, proof)], cases)


def _add_up(facts: Facts, parts: Sequence[Sequence[tm.Scalar]], whole: Sequence[tm.Scalar]) -> bool:
    gaps = (
        facts.normalizer.difference(tm.Add(sides), end)
        for sides, end in zip(zip(*parts, strict=True), whole, strict=True)
    )
    return all(map(facts.normalizer.ring.is_zero, gaps))


def _dot(x: Sequence[tm.Scalar], y: Sequence[tm.Scalar]) -> tm.Scalar:
    return tm.Add(tuple(a * b for a, b in zip(x, y, strict=True)))


def _squared(root: tm.Scalar) -> list[tm.Scalar]:
    """What is squared under a root of a sum of squares; nothing where it is none."""
    if not tm.is_elementary(root, "sqrt"):
        return []
    bases = [_base(addend) for addend in addends_of(root.args[0])]
    return [] if None in bases else [base for base in bases if base is not None]


def _base(term: tm.Scalar) -> tm.Scalar | None:
    match term:
        case tm.Pow(base, tm.Number(Fraction(numerator=2, denominator=1))):
            return base
        case tm.Mul((left, right)) if left == right:
            return left
        case tm.Number(value) if value >= 0:
            root = exact_root(value, 2)
            return None if root is None else tm.Number(root)
    return None


def closer(search: Search, facts: Facts, goal: st.Relation) -> Certificate | None:
    """A sum of roots below one whose terms are means of its own."""
    ends = oriented(goal)
    if ends is None or search.depth > DEEPEST:
        return None
    lows, highs = ([root.args[0] for root in roots_in(side)] for side in ends[:2])
    if not 2 <= len(lows) <= MOST or not 1 <= len(highs) <= MOST:
        return None
    normalizer = facts.normalizer
    try:
        known = [
            st.Relation("<=", sqrt(p) + sqrt(q), 2 * sqrt(mean))
            for p, q in combinations(dict.fromkeys(lows), 2)
            for mean in dict.fromkeys(highs)
            if normalizer.ring.is_zero(normalizer.difference(p + q, 2 * mean))
        ]
    except NOT_NORMAL:
        return None
    if not known:
        return None
    quick = search.aside(search.named(*QUICK), SECONDS)
    stated = in_turn(quick, facts, [*known, goal])
    return None if stated is None else state(stated, ct.Evident())
